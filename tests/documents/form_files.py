"""Forms for tests: made from a standard, filled as a person would, and read back."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.escape import unescape

from kieumau.documents.facts_forms import FormReading, read_facts_form
from kieumau.documents.workbooks.writing import workbook_bytes
from kieumau.render.facts_form import FormLayout, facts_form
from kieumau.rules.facts import Ward
from kieumau.standard import Standard

WARD = Ward("00001", "Phường Mẫu (giả định)", "42")


def form(path: Path, standard: Standard, layout: str = "measures", lang="vi", **more) -> Path:
    """Write a form of a standard."""
    sheets = facts_form(standard.composed, standard.record, FormLayout(layout), lang, **more)
    path.write_bytes(workbook_bytes(sheets))
    return path


def shown(cell: Any) -> str:
    """Return a cell's text as programs show it; openpyxl leaves escapes as they are stored."""
    return unescape(str(cell.value or ""))


def columns(sheet: Any) -> tuple[int, dict[str, int]]:
    """Return the row of a sheet's keys, and the column of each."""
    for row in sheet.iter_rows(max_row=12):
        found = {shown(cell): cell.column for cell in row if cell.value}
        if {"value", "id"} <= set(found) or "ward_code" in found:
            return row[0].row, found
    raise AssertionError(sheet.title)


def fill(path: Path, cells: Mapping[tuple[str, str], Any], **formats: str) -> Path:
    """Fill in a form with a row a measure: values by measure (or line of the head) and column."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    keys, at = columns(sheet)
    rows = {shown(sheet.cell(r, at["id"])): r for r in range(keys + 1, sheet.max_row + 1)}
    for (id_, key), value in cells.items():
        cell = sheet.cell(rows[id_], at[key])
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
        if id_ in formats:
            cell.number_format = formats[id_]
    book.save(path)
    return path


def fill_wards(path: Path, *wards: Mapping[str, Any]) -> Path:
    """Fill in a form with a row a ward."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    keys, at = columns(sheet)
    for row, ward in enumerate(wards, keys + 1):
        for key, value in ward.items():
            sheet.cell(row, at[key]).value = value
    book.save(path)
    return path


def read(path: Path) -> FormReading:
    """Read a form whose ward is named by nothing but itself."""
    return read_facts_form(path)
