"""Periods of facts and the validity of rules.

A `Period` is what facts are about, both days included. A `Validity` is when something is in
force: from its first day until the first day it no longer is.
"""

from datetime import date, timedelta

from attrs import frozen

from kieumau.wording import Text, say_date

__all__ = ["ALWAYS", "MonthDay", "Period", "Validity"]


@frozen(order=True)
class MonthDay:
    """A day without a year, such as 31/03."""

    month: int
    day: int

    def in_year(self, year: int) -> date | None:
        """Return the day in that year; None where the year has no such day (29/02)."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def __str__(self) -> str:
        return f"--{self.month:02d}-{self.day:02d}"


@frozen(order=True)
class Period:
    """The days facts are about, first and last both included."""

    first: date
    last: date

    @classmethod
    def year_of(cls, day: date, valid: "Validity") -> "Period":
        """Return the year that holds a day, ended early where something is not valid so long."""
        last = date(day.year, 12, 31)
        if last not in valid and valid.until:
            last = valid.until - timedelta(days=1)
        return cls(date(day.year, 1, 1), last)

    def days_named(self, day: MonthDay) -> tuple[date, ...]:
        """Return each day of the period with that month and day."""
        years = range(self.first.year, self.last.year + 1)
        found = (day.in_year(year) for year in years)
        return tuple(each for each in found if each and self.first <= each <= self.last)


@frozen
class Validity:
    """The time something is in force: ``[start, until)``; None is open."""

    start: date | None = None
    until: date | None = None

    def __contains__(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (
            self.until is None or day < self.until
        )

    def edges(self) -> tuple[date, ...]:
        """Return the days on which being in force changes."""
        return tuple(day for day in (self.start, self.until) if day)

    def said(self) -> Text:
        """Return the time in words, with its last day rather than the first day after it."""
        last = self.until and say_date(self.until - timedelta(days=1))
        if self.start and last:
            first = say_date(self.start)
            return Text(f"từ {first} đến hết {last}", f"from {first} to {last}, both included")
        if self.start:
            return Text(f"từ {say_date(self.start)}", f"from {say_date(self.start)}")
        if last:
            return Text(f"đến hết {last}", f"until {last}, included")
        return Text("không giới hạn", "at all times")

    def __str__(self) -> str:
        return f"[{self.start or '...'}, {self.until or '...'})"


ALWAYS = Validity()
