"""Long tables as workbooks: rows written one after another, never all in memory."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from kieumau.documents.workbooks.writing import WRITTEN, needs_excel, plain, timeless

__all__ = ["MOST_ROWS", "write_table"]

MOST_ROWS = 1_048_575
"""What a sheet holds under its header."""


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a workbook of one sheet; texts stay texts, whatever they begin with.

    Raises
    ------
    MissingExtraError
        KM-732: openpyxl is not installed.
    """
    needs_excel()
    from openpyxl import Workbook  # noqa: PLC0415 (an extra, and slow to import)
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    book = Workbook(write_only=True)
    book.properties.created = WRITTEN
    sheet = book.create_sheet("kieumau")
    sheet.freeze_panes = "A2"

    def cells(row: Sequence[object]) -> Iterator[object]:
        for value in row:
            if isinstance(value, str):
                cell = WriteOnlyCell(sheet, value=plain(value))
                cell.data_type = "s"
                yield cell
            elif isinstance(value, date):
                cell = WriteOnlyCell(sheet)
                cell.value = value  # a day, not a time
                cell.number_format = "dd/mm/yyyy"
                yield cell
            else:
                yield value

    sheet.append(cells(columns))
    for row in rows:
        sheet.append(cells(row))
    book.save(path)
    path.write_bytes(timeless(path.read_bytes()))
