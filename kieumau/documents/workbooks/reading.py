"""Reading a workbook: every cell with its exact value, what a person would type, and its place.

Numbers are what the cell shows, never what binary floating point made of them; dates are days;
a formula counts by the value the spreadsheet program last saved. Whatever a cell cannot be read as
is a diagnostic that names the cell.
"""

import os
import re
from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from attrs import evolve, field, frozen

from kieumau.documents.nodes import ScalarNode, unseen
from kieumau.documents.workbooks.formats import day_of, exact, is_date, is_percent
from kieumau.documents.workbooks.merges import Merge, hiding
from kieumau.documents.workbooks.package import MOST_CELLS, open_package, whole_number
from kieumau.documents.workbooks.parts import Contents, read_contents
from kieumau.documents.workbooks.sheets import RawCell, RawSheet, read_sheet
from kieumau.errors import Diagnostic, DocumentError, Problems
from kieumau.places import Place
from kieumau.wording import nfc, say_date

__all__ = ["Cell", "CellValue", "Sheet", "Workbook", "as_id", "read_workbook"]

CellValue: TypeAlias = str | int | Decimal | bool | date
"""A date is always a day; datetimes with a time are refused."""

_EDGE = r"[\s\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]+"
_EDGES = re.compile(rf"\A{_EDGE}|{_EDGE}\Z")
_NEVER_TYPED = re.compile(r"(?<=[a-z0-9_])[\x00-\x08\x0b\x0c\x0e-\x1f](?=[a-z0-9_])")
_IN_AN_ID = re.compile(r"(?<=[a-z0-9_])[\t\n\r](?=[a-z0-9_])")
_OTHER_FILE = re.compile(r"\[\d+\][^\]!]*!")
_TWO_WAYS_DECIMALS = 3  # 1.125 alone may be a thousand


@frozen
class Cell:
    """A cell that holds something.

    Attributes
    ----------
    value
        Exact. In a cell shown as a percentage the stored fraction: 0.95 where 95% is shown.
    text
        What a person would type for it: ``58.5``, ``95%``, ``31/12/2023``, ``true``.
    percent
        Whether the cell shows its number as a percentage.
    formula
        Whether the value was computed.
    """

    value: CellValue
    text: str
    place: Place
    percent: bool = False
    formula: bool = False

    @property
    def points(self) -> CellValue:
        """The value, but a percentage in points: 95 where 95% is shown."""
        if not self.percent or isinstance(self.value, str | bool | date):
            return self.value
        return _tidy(Decimal(self.value) * 100)

    @property
    def node(self) -> ScalarNode:
        """The cell as documents are read: typed where the cell is, otherwise its text."""
        value = None if self.percent or isinstance(self.value, str) else self.value
        return ScalarNode(self.text, self.place, value=value)


@frozen
class Sheet:
    """A sheet: its cells by row and column, both counted from 1.

    Attributes
    ----------
    rows, columns
        The last row and column that hold anything.
    merges
        Merged ranges: first row, first column, last row, last column.
    problems
        What is wrong with single cells; empty unless the workbook was read with
        ``strict=False``.
    """

    name: str
    cells: Mapping[tuple[int, int], Cell] = field(hash=False)
    rows: int
    columns: int
    hidden: bool = False
    merges: tuple[Merge, ...] = ()
    file: str = ""
    problems: tuple[Diagnostic, ...] = ()

    @cached_property
    def filled(self) -> Mapping[int, tuple[int, ...]]:
        """The rows that hold anything, downwards, and in each the columns that do."""
        found: dict[int, list[int]] = {}
        for row, column in sorted(self.cells):
            found.setdefault(row, []).append(column)
        return {row: tuple(columns) for row, columns in found.items()}

    def get(self, row: int, column: int) -> Cell | None:
        """Return a cell; None when nothing is in it."""
        return self.cells.get((row, column))

    def text(self, row: int, column: int) -> str:
        """Return what a person would type for a cell; empty when nothing is in it."""
        found = self.cells.get((row, column))
        return found.text if found else ""

    def place(self, row: int, column: int) -> Place:
        """Return the place of a cell, whether or not it holds anything."""
        return Place(self.file, row, column, sheet=self.name)

    def refuse_merges(self, problems: Problems, first_row: int = 1) -> None:
        """Note every merged range that reaches a row, or one below it."""
        for merge in self.merges:
            if merge[2] >= first_row:
                self.refuse_merge(merge, problems)

    def refuse_merge(self, merge: Merge, problems: Problems) -> None:
        """Note one merged range."""
        top, left, bottom, right = merge
        last = str(Place(line=bottom, column=right, sheet="-")).rpartition("!")[2]
        problems.add("KM-962", self.place(top, left), last=last)


@frozen
class Workbook:
    """A workbook as read: its sheets in order."""

    file: str
    sheets: tuple[Sheet, ...]

    def get(self, name: str) -> Sheet | None:
        """Return the sheet of that name."""
        return next((each for each in self.sheets if each.name == name), None)


def read_workbook(
    path: str | os.PathLike[str], shown: str | None = None, *, strict: bool = True
) -> Workbook:
    """Read a workbook (.xlsx, .xlsm).

    Parameters
    ----------
    shown
        The file's name in diagnostics, when not the path.
    strict
        Whether cells that cannot be read are raised; else each sheet keeps them in ``problems``
        and lacks those cells.

    Raises
    ------
    DocumentError
        The file is no workbook or is damaged; or, when strict, the problems of all its cells.
    """
    name = shown or str(path)
    package = open_package(Path(path), name)
    try:
        contents = read_contents(package)
        if not any(not each.hidden for each in contents.sheets):
            raise DocumentError(Diagnostic("KM-959", Place(name)))
        raws, left = [], MOST_CELLS
        for each in contents.sheets:
            raws.append(read_sheet(package, each.part, left))
            left -= len(raws[-1].cells)
    finally:
        package.close()
    sheets = tuple(
        _Reader(name, part.name, contents).sheet(raw, hidden=part.hidden)
        for part, raw in zip(contents.sheets, raws, strict=True)
    )
    problems = Problems()
    for sheet in sheets:
        problems.extend(sheet.problems)
    if strict:
        problems.raise_if_any(DocumentError)
    return Workbook(name, sheets)


def as_id(text: str) -> str:
    r"""Return an id as it was written, whatever LibreOffice made of it.

    Workbooks write unusual characters as ``_xHHHH_``, and LibreOffice takes ``_xa_`` for one, each
    time it opens a file: a measure about a *xã* loses its middle.

    Examples
    --------
    >>> as_id("so_vu\nhoi"), as_id("so_ho")
    ('so_vu_xa_hoi', 'so_ho')
    """
    return _IN_AN_ID.sub(_undone, text)


def _undone(found: re.Match[str]) -> str:
    return f"_x{ord(found[0]):x}_"


def _tidy(number: Decimal) -> int | Decimal:
    if number == number.to_integral_value():
        return int(number)
    return Decimal(format(number, "f").rstrip("0"))


def _typed(number: int | Decimal) -> str:
    """Return a number as it is read back: 1.125 alone may be a thousand."""
    text = format(Decimal(number), "f")
    digits = len(text.partition(".")[2])
    return f"{text}0" if digits == _TWO_WAYS_DECIMALS else text


class _Reader:
    """Reads the cells of one sheet."""

    def __init__(self, file: str, name: str, contents: Contents) -> None:
        self.file, self.name = file, nfc(name)
        self.contents = contents
        self.kinds = [(is_date(each), is_percent(each)) for each in contents.formats]
        self.problems = Problems()

    def sheet(self, raw: RawSheet, *, hidden: bool) -> Sheet:
        cells: dict[tuple[int, int], Cell] = {}
        for (row, column), each in raw.cells.items():
            found = self.cell(each, Place(self.file, row, column, sheet=self.name))
            if found is not None:
                cells[row, column] = found
        sheet = Sheet(
            self.name,
            cells,
            max((row for row, _ in cells), default=0),
            max((column for _, column in cells), default=0),
            hidden,
            raw.merges,
            self.file,
        )
        for merge in hiding(raw.merges, cells):
            sheet.refuse_merge(merge, self.problems)
        return evolve(sheet, problems=self.problems.all)

    def cell(self, raw: RawCell, place: Place) -> Cell | None:
        if raw.formula is not None and not self.computed(raw, place):
            return None
        match raw.kind:
            case "s" | "str" | "inlineStr":
                return self.words(raw, place)
            case "b":
                said = raw.value.strip() in ("1", "true")
                return Cell(said, "true" if said else "false", place, formula=raw.computed)
            case "e":
                self.problems.add("KM-961", place, found=raw.value[:20])
                return None
            case "d":
                return self.iso(raw, place)
            case _:
                return self.number(raw, place) if raw.value.strip() else None

    def computed(self, raw: RawCell, place: Place) -> bool:
        """Return whether a formula has a value that can be relied on."""
        if _OTHER_FILE.search(raw.formula or ""):
            self.problems.add("KM-965", place)
            return False
        if not raw.value and raw.kind != "str":
            self.problems.add("KM-960", place)
            return False
        return True

    def words(self, raw: RawCell, place: Place) -> Cell | None:
        text = raw.value
        if raw.kind == "s":
            at = whole_number(text)
            if at is None or at >= len(self.contents.texts):
                self.problems.add("KM-964", place, found=text[:20])
                return None
            text = self.contents.texts[at]
        text = _NEVER_TYPED.sub(_undone, text.replace("\r\n", "\n"))
        text = nfc(_EDGES.sub("", text))
        if mark := unseen(text):
            self.problems.add("KM-123", place, mark=mark)
            return None
        return Cell(text, text, place, formula=raw.computed) if text else None

    def number(self, raw: RawCell, place: Place) -> Cell | None:
        number = exact(raw.value.strip())
        if number is None:
            self.problems.add("KM-964", place, found=raw.value[:20])
            return None
        dated, percent = self.kinds[raw.style] if raw.style < len(self.kinds) else (False, False)
        if dated:
            day = day_of(number, since_1904=self.contents.since_1904)
            if day is None:
                self.problems.add("KM-963", place, found=str(number))
                return None
            return Cell(day, say_date(day), place, formula=raw.computed)
        shown = f"{_typed(_tidy(Decimal(number) * 100))}%" if percent else _typed(number)
        return Cell(number, shown, place, percent, raw.computed)

    def iso(self, raw: RawCell, place: Place) -> Cell | None:
        try:
            moment = datetime.fromisoformat(raw.value.strip())
        except ValueError:
            self.problems.add("KM-964", place, found=raw.value[:20])
            return None
        if moment.timetz() != time():
            self.problems.add("KM-963", place, found=raw.value[:20])
            return None
        return Cell(moment.date(), say_date(moment.date()), place, formula=raw.computed)
