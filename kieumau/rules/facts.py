"""Facts (dữ kiện): a measure's value for one ward and one period, with its evidence.

A fact is one of four things, kept apart: a value, an interval, *declared unknown* with a reason,
or not supplied (no `Fact` at all). *Not applicable* is computed, never supplied.
"""

import datetime as dt
from decimal import Decimal
from typing import TypeAlias

from attrs import field, frozen

from kieumau.places import NOWHERE, Place
from kieumau.wording import Text

__all__ = [
    "NO_DATE",
    "NO_PROVINCE",
    "NO_WARD",
    "Evidence",
    "Fact",
    "FactValue",
    "Interval",
    "Reported",
    "Scalar",
    "Unknown",
    "Ward",
]

NO_DATE = "none"
"""How a date measure says "not done" (chưa thực hiện): a known value, not a missing one."""

NO_WARD, NO_PROVINCE = "00000", "00"
"""The codes of none, for what is invented or still to be filled in."""

Scalar: TypeAlias = int | Decimal | bool | str | dt.date
"""A value as supplied; a string is read by the measure's own kind."""


@frozen
class Interval:
    """A provisional value: somewhere between two values, both included."""

    low: Scalar
    high: Scalar


@frozen
class Reported:
    """A rounded published figure, as text: ``"58,5%"`` is anything from 58.45 to 58.55."""

    text: str


@frozen
class Unknown:
    """Declared unknown, with the reason."""

    reason: Text


FactValue: TypeAlias = Scalar | Interval | Reported | Unknown


@frozen
class Evidence:
    """What a fact rests on. ``date`` is when it was collected or published."""

    source: str = ""
    document: str = ""
    url: str = ""
    date: dt.date | None = None
    note: str = ""


@frozen
class Fact:
    """One measure's value, with its evidence.

    Attributes
    ----------
    place, key
        Where the value stands, and where the measure is named; None where nothing was read.
    """

    measure: str
    value: FactValue
    evidence: Evidence | None = None
    place: Place = field(default=NOWHERE, eq=False)
    key: Place | None = field(default=None, eq=False, repr=False)


@frozen
class Ward:
    """The unit the facts are about: ``province`` is the official code as of the period's end."""

    code: str
    name: str
    province: str
