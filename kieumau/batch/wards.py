"""The columns of the ward and the period, read many at once."""

from collections.abc import Callable
from functools import partial

import polars as pl
from attrs import frozen

from kieumau.documents.fields import Fields, read_day
from kieumau.documents.nodes import MapNode, ScalarNode, unseen
from kieumau.errors import Problems
from kieumau.places import NOWHERE

__all__ = ["WardColumns", "read_ward_columns"]

_CODE = r"^[0-9A-Za-z_.-]{1,8}$"
_NAME = r"^[\p{L}\p{M}0-9.,()/'-]+(?: [\p{L}\p{M}0-9.,()/'-]+)*$"
_MANY_DIGITS = r"(?:[0-9][^0-9]*){8}"
"""Fewer are no number of a person's; a name with so many is read on its own."""


@frozen
class WardColumns:
    """The ward and the period of each row, and which rows must be read alone."""

    frame: pl.DataFrame
    odd: pl.Series


def read_ward_columns(frame: pl.DataFrame) -> WardColumns:
    """Return the columns of the ward as a row's reader takes them; what it may refuse is odd."""
    odd = pl.repeat(value=False, n=frame.height, dtype=pl.Boolean, eager=True)
    made: dict[str, pl.Series] = {}
    read: dict[str, Callable[[pl.Series], tuple[pl.Series, pl.Series]]] = {
        "ward_code": partial(_text, pattern=_CODE),
        "ward_name": _name,
        "province": partial(_text, pattern=_CODE),
        "period_from": _days,
        "period_to": _days,
    }
    for column, reader in read.items():
        made[column], wrong = reader(frame[column])
        odd = odd | wrong | made[column].is_null()
    turned = made["period_to"] < made["period_from"]
    odd = odd | turned.fill_null(value=True)
    if "invented" in frame.columns:
        made["invented"], wrong = _flags(frame["invented"])
        odd = odd | wrong
    return WardColumns(pl.DataFrame(made), odd)


def _text(cells: pl.Series, pattern: str) -> tuple[pl.Series, pl.Series]:
    if cells.dtype != pl.String:
        return _none(cells, pl.String)
    text = cells.str.strip_chars()
    return text, ~text.str.contains(pattern).fill_null(value=False)


def _name(cells: pl.Series) -> tuple[pl.Series, pl.Series]:
    """Return names; one that is not in NFC, or holds what few do, is read on its own."""
    text, odd = _text(cells, _NAME)
    if cells.dtype != pl.String:
        return text, odd
    composed = (text == text.str.normalize("NFC")).fill_null(value=False)
    return text, odd | ~composed | text.str.contains(_MANY_DIGITS).fill_null(value=False)


def _days(cells: pl.Series) -> tuple[pl.Series, pl.Series]:
    if cells.dtype == pl.Date:
        return cells, cells.is_null()
    if isinstance(cells.dtype, pl.Datetime) and cells.dtype.time_zone is None:
        days = cells.cast(pl.Date)
        return days, (days.cast(cells.dtype) != cells).fill_null(value=True)
    if cells.dtype != pl.String:
        return _none(cells, pl.Date)
    known = {each: None if unseen(each) else read_day(each) for each in _distinct(cells)}
    days = cells.replace_strict(known, default=None, return_dtype=pl.Date)
    return days, days.is_null()


def _flags(cells: pl.Series) -> tuple[pl.Series, pl.Series]:
    """Return whether figures are invented: null where nothing is said."""
    if cells.dtype == pl.Boolean:
        return cells, pl.repeat(value=False, n=cells.len(), dtype=pl.Boolean, eager=True)
    if cells.dtype != pl.String:
        return _none(cells, pl.Boolean)
    said = cells.str.strip_chars().replace("", None)
    known = {each: _flag(each) for each in _distinct(said)}
    flags = said.replace_strict(known, default=None, return_dtype=pl.Boolean)
    return flags, flags.is_null() & said.is_not_null()


def _flag(text: str) -> bool | None:
    problems = Problems()
    cell = ScalarNode(text, NOWHERE)
    fields = Fields(MapNode(((ScalarNode("invented", NOWHERE), cell),), NOWHERE), problems)
    said = fields.flag("invented", default=False)
    return None if problems.found or unseen(text) else said


def _distinct(cells: pl.Series) -> list[str]:
    found: list[str] = cells.drop_nulls().unique().to_list()
    return found


def _none(cells: pl.Series, kind: type[pl.DataType]) -> tuple[pl.Series, pl.Series]:
    """Return no values: every row must be read alone."""
    empty = pl.repeat(None, n=cells.len(), dtype=kind, eager=True)
    return empty, pl.repeat(value=True, n=cells.len(), dtype=pl.Boolean, eager=True)
