"""Programme targets (mục tiêu): how many of a province's ward units, by which day.

A target is about many wards; it decides nothing about one. A share is rounded up to whole units,
as Ho Chi Minh City's own "at least 30 %, 75 of 249" has it.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen

from kieumau.places import NOWHERE, Place
from kieumau.rules.citations import Citation, Fidelity, Seen
from kieumau.wording import Text

__all__ = [
    "AtLeastShare",
    "AtLeastUnits",
    "Counted",
    "ExactlyUnits",
    "Goal",
    "GroupGoal",
    "MoreThan",
    "Per",
    "Target",
    "Targets",
]


class Counted(StrEnum):
    """Which units count: those that meet the criteria, are recognised by decision, or registered.

    Meeting and being recognised are not the same: a decision follows by months, or never.
    """

    MEETING = "meeting"
    RECOGNISED = "recognised"
    REGISTERED = "registered"


class Per(StrEnum):
    """Over which units a target is judged: the province's, or each district's apart."""

    PROVINCE = "province"
    DISTRICT = "district"


@frozen
class AtLeastShare:
    """At least this share of the units, in percent (0-100), rounded up to whole units."""

    percent: Decimal

    def units(self, of: int) -> int:
        """Return how many of so many units that is.

        >>> AtLeastShare(Decimal(30)).units(249)
        75
        """
        exact = self.percent * of
        whole = int(exact // 100)
        return whole + (exact != whole * 100)


@frozen
class AtLeastUnits:
    """At least so many units."""

    units: int


@frozen
class ExactlyUnits:
    """So many units, no more and no fewer."""

    units: int


@frozen
class MoreThan:
    """More units than on the day of an earlier target."""

    target: str


Goal: TypeAlias = AtLeastShare | AtLeastUnits | ExactlyUnits | MoreThan


@frozen
class GroupGoal:
    """What one district must reach instead of what the others must."""

    group: str
    name: Text
    goal: Goal


@frozen
class Target:
    """One rung of a programme's ladder.

    Attributes
    ----------
    by
        The day it is judged on, by the registry of wards of that day.
    exceptions
        Districts with a goal of their own; only where it is judged per district.
    """

    id: str
    title: Text
    by: date
    count: Counted
    goal: Goal
    citations: tuple[Citation, ...]
    fidelity: Fidelity
    per: Per = Per.PROVINCE
    exceptions: tuple[GroupGoal, ...] = ()
    seen: Seen | None = None
    note: Text | None = None
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class Targets:
    """What is known of a province's targets.

    Attributes
    ----------
    of
        The targets, by day and then id.
    unknown
        Why they are not known, where they are not: unknown is not the same as none.
    """

    of: tuple[Target, ...] = ()
    unknown: Text | None = None
