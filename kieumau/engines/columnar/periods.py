"""Periods over a frame: whether each row's is one the standard is for, and which days it names."""

from collections.abc import Iterator
from functools import reduce
from operator import add

from attrs import frozen

from kieumau.engines.columnar.days import Days, TextDays, day_key, month_day_key
from kieumau.engines.columnar.dialect import Dialect, Expr
from kieumau.engines.columnar.truths import no_row
from kieumau.rules.conditions import Op
from kieumau.rules.periods import MonthDay, Validity

__all__ = ["Periods", "within"]

_YEAR = 12 * 31
_MOST_YEARS, _MOST_LEAP_YEARS = 3, 13
"""Years back from a period's last that hold two days of a name, if it does: 1904, 1896, 1892."""


@frozen
class Periods:
    """The first and last days of each row's period."""

    dialect: Dialect
    first: Days | TextDays | None
    last: Days | TextDays | None

    def month_day(self, day: MonthDay) -> Expr | None:
        """Return the key of the last day of that name in the period; None without periods."""
        named = list(self._named(day))
        if not named:
            return None
        found = [self.dialect.when(inside).then(key) for key, inside in named]
        return self.dialect.coalesce(
            *found, self.dialect.lit(0, self.dialect.Int64)
        )  # a row without one is refused

    def misses(self, day: MonthDay) -> Expr:
        """Return where a day of that name does not lie in the period exactly once."""
        inside = [each.cast(self.dialect.Int8) for _, each in self._named(day)]
        return reduce(add, inside) != 1

    def _named(self, day: MonthDay) -> Iterator[tuple[Expr, Expr]]:
        """Yield the day in each year that may matter: its key, and whether it is in the period."""
        if self.first is None or self.last is None:
            return
        leap = day == MonthDay(2, 29)
        # The key of the 31st of December is that of the year and twelve months more.
        last_year = (self.last.units - 32) // _YEAR
        for back in range(_MOST_LEAP_YEARS if leap else _MOST_YEARS):
            year = last_year - back
            key = month_day_key(year, day)
            inside = self.first.test(Op.LE, key) & self.last.test(Op.GE, key)
            if leap:
                inside = inside & _leap(year)
            yield key, self.dialect.when(self._there).then(inside).otherwise(no_row(self.dialect))

    @property
    def _there(self) -> Expr:
        assert self.first is not None  # noqa: S101 (asked for only then)
        assert self.last is not None  # noqa: S101 (asked for only then)
        return self.first.present & self.last.present

    @property
    def turned(self) -> Expr | None:
        """Where a period ends before it begins."""
        if self.first is None or self.last is None:
            return None
        if isinstance(self.first, Days) and isinstance(self.last, Days):
            return self._there & (
                self.dialect.col(self.first.name) > self.dialect.col(self.last.name)
            )
        return self._there & (self.first.units > self.last.units)


def within(day: Days | TextDays, valid: Validity) -> Expr:
    """Return where a day lies within a time; false where there is none."""
    found = day.present
    if valid.start:
        found = found & day.test(Op.GE, day_key(valid.start))
    if valid.until:
        found = found & day.test(Op.LT, day_key(valid.until))
    return found


def _leap(year: Expr) -> Expr:
    return ((year % 4 == 0) & (year % 100 != 0)) | (year % 400 == 0)
