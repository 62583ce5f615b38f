"""Dates and choices as sources: keys in the order of days, and positions looked up.

A day's key is ``(12 * year + month) * 31 + day``: one integer per day, ordered as days are, made
of parts every library can take from a date. Days are only ever compared, so nothing more of a
calendar is needed.
"""

from collections.abc import Mapping
from datetime import date

from attrs import frozen

from kieumau.engines.columnar.dialect import Dialect, Expr
from kieumau.engines.columnar.sources import At, OneColumn, compared
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


def month_day_key(year: Expr, day: MonthDay) -> Expr:
    """Return the key of a day without a year in a year."""
    return (year * 12 + day.month) * 31 + day.day


@frozen
class Days(OneColumn):
    """A column of dates, or of times of day all of which are midnight."""

    key: str
    timed: bool = False

    @property
    def made(self) -> Mapping[str, Expr]:
        """The key of each day."""
        parts = self._column.dt
        year, month, day = (
            each.cast(self.dialect.Int64) for each in (parts.year(), parts.month(), parts.day())
        )
        return {self.key: (year * 12 + month) * 31 + day}

    @property
    def wrong(self) -> Expr | None:
        """Whether a time of day stands beside the day."""
        if not self.timed:
            return None
        column = self._column
        return column.cast(self.dialect.Date).cast(self.dialect.Datetime("us")) != column

    @property
    def undated(self) -> None:
        """A column of dates cannot say that there is none."""
        return

    def test(self, op: Op, at: At) -> Expr:
        """Return how the day compares with a key; with a known one, as dates are compared."""
        if isinstance(at, int) and not self.timed and (day := _day_of(at)):
            return compared(op, self._column, self.dialect.lit(day))
        return compared(op, self.dialect.col(self.key), at)

    @property
    def units(self) -> Expr:
        """The key."""
        return self.dialect.col(self.key)


@frozen
class TextDays(OneColumn):
    """A column of texts: days in ISO form, or that there is none."""

    key: str

    @property
    def _text(self) -> Expr:
        return _text(self.dialect, self.name)

    @property
    def _dated(self) -> Expr:
        day = self._text.str.contains(_DAY) & ~self._text.str.starts_with(_NO_YEAR)
        return day.fill_null(value=False)

    @property
    def made(self) -> Mapping[str, Expr]:
        """The key of each day; null where there is none."""
        dated = self._dated
        text = self.dialect.when(dated).then(self._text).otherwise(self.dialect.lit(_STAND_IN))
        year, month, day = (
            text.str.slice(at, length).cast(self.dialect.Int64)
            for at, length in ((0, 4), (5, 2), (8, 2))
        )
        return {self.key: self.dialect.when(dated).then((year * 12 + month) * 31 + day)}

    @property
    def present(self) -> Expr:
        """Whether a day was supplied; "none" is no day, and known."""
        return filled(self.dialect, self.name) & ~self._none

    @property
    def _none(self) -> Expr:
        return self._text.is_in([*NO_DATE_WORDS]).fill_null(value=False)

    @property
    def undated(self) -> Expr:
        """Whether it is known that there is no day."""
        return self._none

    @property
    def wrong(self) -> Expr:
        """Whether a text is neither."""
        return ~self._dated

    def test(self, op: Op, at: At) -> Expr:
        """Return how the day compares with a key."""
        return compared(op, self.dialect.col(self.key), at)

    @property
    def units(self) -> Expr:
        """The key."""
        return self.dialect.col(self.key)


@frozen
class Choices(OneColumn):
    """A column of choices, each by its id or its name in either language."""

    measure: Measure

    def among(self, positions: tuple[int, ...]) -> Expr:
        """Return whether the choice is one of these; null where there is none."""
        chosen = [self.measure.choices[at] for at in positions]
        spelt = {clean(text) for each in chosen for text in (each.id, each.name.vi, each.name.en)}
        return self.dialect.when(self.present).then(self._text.is_in(sorted(spelt)))

    @property
    def _text(self) -> Expr:
        return _text(self.dialect, self.name)

    @property
    def present(self) -> Expr:
        """Whether a choice was supplied."""
        return filled(self.dialect, self.name)

    @property
    def wrong(self) -> Expr:
        """Whether a text is no choice."""
        return ~self.among(tuple(range(len(self.measure.choices))))


def filled(dialect: Dialect, name: str) -> Expr:
    """Return whether a column of texts holds more than spaces; never null."""
    return (_text(dialect, name) != "").fill_null(value=False)


def _text(dialect: Dialect, name: str) -> Expr:
    return dialect.col(name).cast(dialect.String).str.strip_chars()
