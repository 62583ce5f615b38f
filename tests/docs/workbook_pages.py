"""Examples of pages that change cells of a plugin's workbook: ``sheet | row | heading | value``.

A row is named by its id; ``+`` is the first row without an id, ``tên cột`` the row of headings,
where the heading ``*`` is each of them. A sheet that is not there is added.
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
        if sheet not in book.book.sheetnames:
            book.book.create_sheet(sheet)["A1"] = value
            continue
        where, at = book.sheet(sheet)
        if row == "tên cột":
            for each in at if heading == "*" else (heading,):
                where.cell(3, at[each]).value = value or None
        else:
            number = book.row(sheet, "" if row == "+" else row)
            where.cell(number, at[heading]).value = value.replace("\\n", "\n") or None
    try:
        found = read_import(book.save(), home / _FOLDER)
    except KieumauError as error:
        return {each.code for each in error.diagnostics}
    return {each.code for each in (*found.errors, *found.notes)}
