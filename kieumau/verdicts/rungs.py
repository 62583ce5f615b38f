"""One target judged: how it stands, what was counted and what was needed. Nouns only."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from kieumau.rules.citations import Citation, Fidelity, Seen
from kieumau.rules.periods import Period
from kieumau.rules.registry import Source
from kieumau.rules.targets import Counted, Per
from kieumau.truth import Truth
from kieumau.wording import Text

__all__ = [
    "GoalKind",
    "GroupJudged",
    "ListChange",
    "Required",
    "Rung",
    "RungStatus",
    "UnitCount",
    "UnitNamed",
    "WardStanding",
    "WhyNot",
]


class RungStatus(StrEnum):
    """How a target stands.

    ``not_applicable``: there was nothing to range over, which is not the same as met.
    ``not_judged``: it cannot be said at all, and why.
    """

    MET = "met"
    NOT_MET = "not_met"
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not_applicable"
    NOT_JUDGED = "not_judged"


class WhyNot(StrEnum):
    """Why a target stands as it does, where counting alone does not say it."""

    NO_WARD = "no_ward"
    NO_DISTRICT = "no_district"
    DISTRICTS_UNKNOWN = "districts_unknown"
    NOT_COVERED = "not_covered"
    EARLIER_NOT_DUE = "earlier_not_due"
    EARLIER_NOT_COVERED = "earlier_not_covered"
    TOO_MANY = "too_many"


class GoalKind(StrEnum):
    """What a goal asks of the number of units."""

    AT_LEAST = "at_least"
    EXACTLY = "exactly"
    MORE_THAN = "more_than"


@frozen
class UnitCount:
    """How many units count, do not, and how many it is not known of."""

    yes: int = 0
    no: int = 0
    unknown: int = 0

    @property
    def total(self) -> int:
        """How many units there are."""
        return self.yes + self.no + self.unknown

    @property
    def most(self) -> int:
        """How many count in the best case; in the worst case it is ``yes``."""
        return self.yes + self.unknown


@frozen
class UnitNamed:
    """A unit as the report names it; no id where the registry lists no units."""

    id: str
    code: str
    name: str


@frozen
class Required:
    """What was asked for, in whole units.

    Attributes
    ----------
    units
        At least or exactly so many; of ``more_than``, the fewest the earlier target may have had.
    most
        Of ``more_than``, the most the earlier target may have had.
    percent
        The share it was worked out from, rounded up.
    earlier
        The id of the earlier target.
    """

    kind: GoalKind
    units: int
    most: int | None = None
    percent: Decimal | None = None
    earlier: str = ""


@frozen
class GroupJudged:
    """One goal over the units of the province, or of one district.

    Attributes
    ----------
    code, name
        The district; empty for the whole province.
    wanting
        At least how many of the unknown units must count (exactly so many of ``exactly``).
    counted, unknown
        Which units count, and which it is not known of.
    """

    status: RungStatus
    required: Required
    count: UnitCount
    code: str = ""
    name: Text | None = None
    wanting: int | None = None
    counted: tuple[UnitNamed, ...] = ()
    unknown: tuple[UnitNamed, ...] = ()


@frozen
class WardStanding:
    """One ward of the list: whether it meets the criteria, is recognised, is registered.

    Attributes
    ----------
    period
        Of the facts used; None where there are none.
    """

    unit: UnitNamed
    meeting: Truth
    recognised: Truth
    registered: Truth
    district: str = ""
    period: Period | None = None


@frozen
class ListChange:
    """That the list had another number of wards when the registry begins."""

    day: date
    total: int


@frozen
class Rung:
    """One target, judged.

    Attributes
    ----------
    by
        The day it is due.
    on
        The day it is judged as of: that day, or an earlier one, when it is not yet due.
    total
        How many wards there were on that day; None where the registry does not say.
    listed
        Whether the registry lists them one by one.
    meeting, recognised, registered
        The three counts side by side, whichever the target counts.
    changed
        For a fixed number of units: that the list is not what it was.
    absent
        Districts with a goal of their own that have no ward on that day.
    """

    id: str
    title: Text
    by: date
    on: date
    count: Counted
    per: Per
    status: RungStatus
    fidelity: Fidelity
    citations: tuple[Citation, ...]
    why: WhyNot | None = None
    total: int | None = None
    listed: bool = False
    groups: tuple[GroupJudged, ...] = ()
    meeting: UnitCount = UnitCount()
    recognised: UnitCount = UnitCount()
    registered: UnitCount = UnitCount()
    wards: tuple[WardStanding, ...] = ()
    changed: ListChange | None = None
    absent: tuple[Text, ...] = ()
    seen: Seen | None = None
    note: Text | None = None
    source: Source = Source()

    @property
    def due(self) -> bool:
        """Whether its day had come."""
        return self.on == self.by

    def counts(self, counted: Counted) -> UnitCount:
        """Return one of the three counts."""
        found: UnitCount = getattr(self, counted.value)
        return found
