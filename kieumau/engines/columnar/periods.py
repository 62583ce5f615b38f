"""Periods over a frame: whether each row's is one the standard is for, and which days it names."""

from collections.abc import Iterator
from functools import reduce
from operator import add

import narwhals as nw
from attrs import frozen

from kieumau.engines.columnar.days import Days, TextDays, day_key, month_day_key
from kieumau.rules.conditions import Op
from kieumau.rules.periods import MonthDay, Validity

__all__ = ["Periods", "within"]

_YEAR = 12 * 31
_MOST_YEARS, _MOST_LEAP_YEARS = 3, 13
"""Years back from a period's last that hold two days of a name, if it does: 1904, 1896, 1892."""


@frozen
class Periods:
    """The first and last days of each row's period."""

    first: Days | TextDays | None
    last: Days | TextDays | None

    def month_day(self, day: MonthDay) -> nw.Expr | None:
        """Return the key of the last day of that name in the period; None without periods."""
        named = list(self._named(day))
        if not named:
            return None
        found = [nw.when(inside).then(key) for key, inside in named]
        return nw.coalesce(*found, nw.lit(0, nw.Int64))  # a row without one is refused

    def misses(self, day: MonthDay) -> nw.Expr:
        """Return where a day of that name does not lie in the period exactly once."""
        inside = [each.cast(nw.Int8) for _, each in self._named(day)]
        return reduce(add, inside) != 1

    def _named(self, day: MonthDay) -> Iterator[tuple[nw.Expr, nw.Expr]]:
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
            yield key, nw.when(self._there).then(inside).otherwise(nw.lit(False))  # noqa: FBT003

    @property
    def _there(self) -> nw.Expr:
        assert self.first is not None  # noqa: S101 (asked for only then)
        assert self.last is not None  # noqa: S101 (asked for only then)
        return self.first.present & self.last.present

    @property
    def turned(self) -> nw.Expr | None:
        """Where a period ends before it begins."""
        if self.first is None or self.last is None:
            return None
        if isinstance(self.first, Days) and isinstance(self.last, Days):
            return self._there & (nw.col(self.first.name) > nw.col(self.last.name))
        return self._there & (self.first.units > self.last.units)


def within(day: Days | TextDays, valid: Validity) -> nw.Expr:
    """Return where a day lies within a time; false where there is none."""
    found = day.present
    if valid.start:
        found = found & day.test(Op.GE, day_key(valid.start))
    if valid.until:
        found = found & day.test(Op.LT, day_key(valid.until))
    return found


def _leap(year: nw.Expr) -> nw.Expr:
    return ((year % 4 == 0) & (year % 100 != 0)) | (year % 400 == 0)
