"""Dates and choices as sources: keys in the order of days, and positions looked up.

A day's key is ``(12 * year + month) * 31 + day``: one integer per day, ordered as days are, made
of parts every library can take from a date. Days are only ever compared, so nothing more of a
calendar is needed.
"""

from collections.abc import Mapping
from datetime import date

import narwhals as nw
from attrs import frozen

from kieumau.engines.columnar.sources import OPERATOR, At
from kieumau.language.fold import clean
from kieumau.language.literals import NO_DATE_WORDS
from kieumau.rules.conditions import Op
from kieumau.rules.measures import Measure
from kieumau.rules.periods import MonthDay

__all__ = ["Choices", "Days", "TextDays", "day_key", "filled", "month_day_key"]

_SHORT_MONTHS = r"(?:(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30))"
_LONG_MONTHS = r"(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01]))"
_FEBRUARY = r"(?:02-(?:0[1-9]|1[0-9]|2[0-8]))"
_LEAP_DAY = (
    r"(?:(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)"
)
_DAY = rf"^(?:[0-9]{{4}}-(?:{_SHORT_MONTHS}|{_LONG_MONTHS}|{_FEBRUARY})|{_LEAP_DAY})$"
_NO_YEAR = "0000-"
_STAND_IN = "0001-01-01"


def day_key(day: date) -> int:
    """Return a day's key.

    >>> day_key(date(2024, 3, 1)) > day_key(date(2024, 2, 29))
    True
    """
    return (12 * day.year + day.month) * 31 + day.day


def _day_of(key: int) -> date | None:
    """Return the day of a key; None where no day has it, as beyond the end of a month."""
    months, day = divmod(key - 1, 31)
    year, month = divmod(months - 1, 12)
    try:
        return date(year, month + 1, day + 1)
    except ValueError:
        return None


def _expr(compared: object) -> nw.Expr:
    assert isinstance(compared, nw.Expr)  # noqa: S101 (one side is an expression)
    return compared


def month_day_key(year: nw.Expr, day: MonthDay) -> nw.Expr:
    """Return the key of a day without a year in a year."""
    return (year * 12 + day.month) * 31 + day.day


@frozen
class Days:
    """A column of dates, or of times of day all of which are midnight."""

    name: str
    key: str
    timed: bool = False

    @property
    def made(self) -> Mapping[str, nw.Expr]:
        """The key of each day."""
        parts = nw.col(self.name).dt
        year, month, day = (
            each.cast(nw.Int64) for each in (parts.year(), parts.month(), parts.day())
        )
        return {self.key: (year * 12 + month) * 31 + day}

    @property
    def present(self) -> nw.Expr:
        """Whether a day was supplied."""
        return ~nw.col(self.name).is_null()

    @property
    def wrong(self) -> nw.Expr | None:
        """Whether a time of day stands beside the day."""
        if not self.timed:
            return None
        column = nw.col(self.name)
        return column.cast(nw.Date).cast(nw.Datetime("us")) != column

    @property
    def undated(self) -> None:
        """A column of dates cannot say that there is none."""
        return

    def test(self, op: Op, at: At) -> nw.Expr:
        """Return how the day compares with a key; with a known one, as dates are compared."""
        if isinstance(at, int) and not self.timed and (day := _day_of(at)):
            return _expr(OPERATOR[op](nw.col(self.name), nw.lit(day)))
        return _expr(OPERATOR[op](nw.col(self.key), at))

    @property
    def units(self) -> nw.Expr:
        """The key."""
        return nw.col(self.key)


@frozen
class TextDays:
    """A column of texts: days in ISO form, or that there is none."""

    name: str
    key: str

    @property
    def _text(self) -> nw.Expr:
        return _text(self.name)

    @property
    def _dated(self) -> nw.Expr:
        day = self._text.str.contains(_DAY) & ~self._text.str.starts_with(_NO_YEAR)
        return day.fill_null(value=False)

    @property
    def made(self) -> Mapping[str, nw.Expr]:
        """The key of each day; null where there is none."""
        dated = self._dated
        text = nw.when(dated).then(self._text).otherwise(nw.lit(_STAND_IN))
        year, month, day = (
            text.str.slice(at, length).cast(nw.Int64) for at, length in ((0, 4), (5, 2), (8, 2))
        )
        return {self.key: nw.when(dated).then((year * 12 + month) * 31 + day)}

    @property
    def present(self) -> nw.Expr:
        """Whether a day was supplied; "none" is no day, and known."""
        return filled(self.name) & ~self._none

    @property
    def _none(self) -> nw.Expr:
        return self._text.is_in([*NO_DATE_WORDS]).fill_null(value=False)

    @property
    def undated(self) -> nw.Expr:
        """Whether it is known that there is no day."""
        return self._none

    @property
    def wrong(self) -> nw.Expr:
        """Whether a text is neither."""
        return ~self._dated

    def test(self, op: Op, at: At) -> nw.Expr:
        """Return how the day compares with a key."""
        return _expr(OPERATOR[op](nw.col(self.key), at))

    @property
    def units(self) -> nw.Expr:
        """The key."""
        return nw.col(self.key)


@frozen
class Choices:
    """A column of choices, each by its id or its name in either language."""

    name: str
    measure: Measure

    @property
    def made(self) -> Mapping[str, nw.Expr]:
        """Nothing."""
        return {}

    def among(self, positions: tuple[int, ...]) -> nw.Expr:
        """Return whether the choice is one of these; null where there is none."""
        chosen = [self.measure.choices[at] for at in positions]
        spelt = {clean(text) for each in chosen for text in (each.id, each.name.vi, each.name.en)}
        return nw.when(self.present).then(self._text.is_in(sorted(spelt)))

    @property
    def _text(self) -> nw.Expr:
        return _text(self.name)

    @property
    def present(self) -> nw.Expr:
        """Whether a choice was supplied."""
        return filled(self.name)

    @property
    def wrong(self) -> nw.Expr:
        """Whether a text is no choice."""
        return ~self.among(tuple(range(len(self.measure.choices))))


def filled(name: str) -> nw.Expr:
    """Return whether a column of texts holds more than spaces; never null."""
    return (_text(name) != "").fill_null(value=False)


def _text(name: str) -> nw.Expr:
    return nw.col(name).cast(nw.String).str.strip_chars()
