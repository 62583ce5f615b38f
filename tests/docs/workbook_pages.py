"""Examples of pages that change cells of a plugin's workbook: ``sheet | row | heading | value``.

A row is named by its id; ``+`` is the first spare row, ``tên cột`` the row of headings.
"""

from kieumau.authoring.workbook.importing import read_import
from kieumau.errors import KieumauError
from tests.authoring.workbook_plugins import Edited, workbook_of

_FOLDER, _BOOK = "bo", "bo.xlsx"


def workbook_codes(text, home):
    """Return the codes an import gives once these cells are changed."""
    book = Edited(workbook_of(home / _FOLDER, home / _BOOK))
    for line in text.splitlines():
        sheet, row, heading, value = (part.strip() for part in line.split("|"))
        where, at = book.sheet(sheet)
        if row == "tên cột":
            where.cell(3, at[heading]).value = value
        else:
            number = book.row(sheet, "" if row == "+" else row)
            where.cell(number, at[heading]).value = value.replace("\\n", "\n") or None
    try:
        found = read_import(book.save(), home / _FOLDER)
    except KieumauError as error:
        return {each.code for each in error.diagnostics}
    return {each.code for each in (*found.errors, *found.notes)}
