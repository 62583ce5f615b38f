"""Plans: what a workbook should hold and look like, as plain values; `writing` makes it bytes."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from attrs import frozen

__all__ = [
    "CellPlan",
    "ColumnPlan",
    "Look",
    "PlanValue",
    "RowPlan",
    "Rule",
    "RuleKind",
    "SheetPlan",
    "Visibility",
    "heading_row",
    "text_row",
]

PlanValue: TypeAlias = str | int | Decimal | bool | date | None
"""Text is written as text, whatever it begins with; None leaves the cell empty."""


class Look(StrEnum):
    """How a cell looks, and whether it may be written in on a protected sheet."""

    PLAIN = "plain"
    TITLE = "title"
    NOTE = "note"
    HEADING = "heading"
    GROUP = "group"
    FIXED = "fixed"
    NUMBER = "number"
    CODE = "code"
    INPUT = "input"
    INPUT_TEXT = "input-text"
    COMPUTED = "computed"

    @property
    def open(self) -> bool:
        """Whether a person may write in it."""
        return self in (Look.INPUT, Look.INPUT_TEXT, Look.COMPUTED)


class Visibility(StrEnum):
    """Whether a sheet is seen; a hidden one cannot be brought back from the menu."""

    VISIBLE = "visible"
    VERY_HIDDEN = "veryHidden"


class RuleKind(StrEnum):
    """What may be typed into a cell."""

    ANY = "any"
    WHOLE = "whole"
    DECIMAL = "decimal"
    DATE = "date"
    LIST = "list"


@frozen
class Rule:
    """What may be typed into a cell, and what is said to whoever selects it.

    Attributes
    ----------
    low, high
        Inclusive bounds of numbers and dates.
    choices
        The drop-down of a list.
    title, message
        Shown beside the selected cell.
    error
        Shown when something else is typed.
    strict
        Whether anything else is refused; else the spreadsheet program only asks.
    """

    kind: RuleKind = RuleKind.ANY
    low: Decimal | date | None = None
    high: Decimal | date | None = None
    choices: tuple[str, ...] = ()
    title: str = ""
    message: str = ""
    error: str = ""
    strict: bool = True


@frozen
class CellPlan:
    """One cell.

    Attributes
    ----------
    number_format
        As spreadsheet programs write it: ``#,##0``, ``0.00%``, ``dd/mm/yyyy``.
    note
        A comment on the cell.
    needed
        Whether the cell is marked as long as nothing is in it.
    """

    value: PlanValue = None
    look: Look = Look.PLAIN
    number_format: str = ""
    rule: Rule | None = None
    note: str = ""
    needed: bool = False


@frozen
class ColumnPlan:
    """A column: its width in characters, and what `heading_row` writes above it.

    Attributes
    ----------
    spare
        What each of the sheet's spare rows holds in this column.
    """

    width: float = 12
    heading: str = ""
    note: str = ""
    hidden: bool = False
    spare: CellPlan = CellPlan()


@frozen
class RowPlan:
    """A row; ``height`` in points, None to fit what is in it."""

    cells: tuple[CellPlan, ...] = ()
    height: float | None = None
    hidden: bool = False


@frozen
class SheetPlan:
    """A sheet.

    Attributes
    ----------
    freeze
        The first row and column that scroll.
    protect
        Whether only cells with an open look may be written in (no password).
    spare_rows
        How many rows for writing in follow the others.
    repeat_rows, repeat_columns
        The first and last row, and column letter, repeated on every printed page.
    fit
        Whether all columns are printed on one page's width; else they run over several.
    footer
        Printed at the foot of each page, before the page number.
    """

    name: str
    columns: tuple[ColumnPlan, ...]
    rows: tuple[RowPlan, ...]
    freeze: tuple[int, int] | None = None
    protect: bool = False
    visibility: Visibility = Visibility.VISIBLE
    landscape: bool = True
    spare_rows: int = 0
    repeat_rows: tuple[int, int] | None = None
    repeat_columns: tuple[str, str] | None = None
    fit: bool = True
    footer: str = ""


def heading_row(columns: Sequence[ColumnPlan], height: float | None = None) -> RowPlan:
    """Return the row of the columns' headings."""
    cells = (CellPlan(each.heading, Look.HEADING, note=each.note) for each in columns)
    return RowPlan(tuple(cells), height)


def text_row(text: str, look: Look = Look.PLAIN, height: float | None = None) -> RowPlan:
    """Return a row with one text in its first cell."""
    return RowPlan((CellPlan(text, look),), height)
