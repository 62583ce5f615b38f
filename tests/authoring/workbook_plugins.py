"""Plugins as workbooks for the tests: made, edited as a person would, and imported."""

from pathlib import Path
from shutil import copytree

from openpyxl import load_workbook

from kieumau.authoring.workbook.below import layer_below
from kieumau.authoring.workbook.files import documents_of, folder_files, write_folder
from kieumau.authoring.workbook.importing import read_import
from kieumau.authoring.workbook.making import most_citations, rules_workbook
from kieumau.documents.rule_sheets.layout import Origin
from kieumau.documents.workbooks.writing import workbook_bytes
from kieumau.errors import DocumentError, Problems
from kieumau.wording import Text

ROOT = Path(__file__).parent.parent.parent
EXAMPLE = ROOT / "examples" / "tinh-mau"
PLUGINS = (
    EXAMPLE,
    ROOT / "examples" / "bo-cham-diem",
    *(ROOT / "kieumau" / "plugins" / name for name in ("tai_lap_5764", "ha_tinh", "hung_yen")),
)


def copied(to, of=EXAMPLE):
    """Return a copy of a plugin's folder."""
    return Path(copytree(of, to / of.name))


def workbook_of(folder, to, lang="vi", *, below=False):
    """Write the workbook of a folder; return its path."""
    problems = Problems()
    files = folder_files(folder)
    documents = documents_of(files, str(folder), problems)
    problems.raise_if_any(DocumentError)
    origin = Origin("bo", lang, most_citations(documents), files)
    said = layer_below(folder, lang) if below else {}
    to.write_bytes(workbook_bytes(rules_workbook(origin, documents, Text("Bộ"), said)))
    return to


class Edited:
    """A workbook opened as a person would, cells named by row and heading."""

    def __init__(self, path):
        self.path = path
        self.book = load_workbook(path)

    def sheet(self, name):
        """Return a sheet and its columns by heading."""
        sheet = self.book[name]
        return sheet, {cell.value: cell.column for cell in sheet[3] if cell.value}

    def row(self, name, id_, kind=None):
        """Return the row of an id; of an empty id, the first spare one."""
        sheet, at = self.sheet(name)
        return next(
            row
            for row in range(4, sheet.max_row + 1)
            if (sheet.cell(row, at["Mã"]).value or "") == id_
            and (kind is None or sheet.cell(row, at["Loại mục"]).value == kind)
        )

    def write(self, name, row, **cells):
        """Write cells of a row by heading; underscores stand for spaces."""
        sheet, at = self.sheet(name)
        for heading, value in cells.items():
            sheet.cell(row, at[heading]).value = value
        return self

    def save(self):
        """Save the workbook; return its path."""
        self.book.save(self.path)
        return self.path


def imported(workbook, folder, **options):
    """Import a workbook and write what it changes; return what that was."""
    found = read_import(workbook, folder, **options)
    assert not found.errors, [each.say("en") for each in found.errors]
    write_folder(found.folder, found.after)
    return found


def refused(workbook, folder, **options):
    """Return the codes and places, within the workbook, of what an import refuses."""
    try:
        found = read_import(workbook, folder, **options).errors
    except DocumentError as error:
        found = error.diagnostics
    assert found
    return [(each.code, str(each.place).rpartition("/")[2].partition(":")[2]) for each in found]
