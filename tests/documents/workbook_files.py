"""Small workbooks for tests: cells by name, and packages with parts changed."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from kieumau.documents.workbooks.reading import Cell, read_workbook


def made(path: Path, cells: Mapping[str, Any], **formats: str) -> Path:
    """Write a workbook with these cells and number formats."""
    book = openpyxl.Workbook()
    for name, value in cells.items():
        book.active[name] = value
    for name, code in formats.items():
        book.active[name].number_format = code
    book.save(path)
    return path


def changed(path: Path, **parts: bytes | None) -> Path:
    """Put parts into a workbook, or take them out; ``__`` in a name is a slash."""
    given = {name.replace("__", "/").replace("_xml", ".xml"): data for name, data in parts.items()}
    out = BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in given:
                new.writestr(name, old.read(name))
        for name, data in given.items():
            if data is not None:
                new.writestr(name, data)
    path.write_bytes(out.getvalue())
    return path


def sheet_of(path: Path, cells: str) -> Path:
    """Write a workbook whose only sheet has this XML within its ``sheetData``."""
    made(path, {"A1": 1})
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    xml = f"<worksheet {space}><sheetData>{cells}</sheetData></worksheet>"
    return changed(path, xl__worksheets__sheet1_xml=xml.encode())


def cell(path: Path, row: int = 1, column: int = 1) -> Cell | None:
    """Read one cell of the first sheet."""
    return read_workbook(path).sheets[0].get(row, column)
