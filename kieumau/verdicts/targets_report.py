"""What judging a programme's targets says: a ladder of rungs, each with what was counted and why.

Nouns only; `kieumau.targets` works them out and `kieumau.render` says them.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from kieumau.rules.citations import Citation, Fidelity, Instrument, Seen
from kieumau.rules.periods import Period, Validity
from kieumau.rules.registry import Source
from kieumau.rules.statuses import Decision, StatusKind
from kieumau.rules.targets import Counted, Per
from kieumau.truth import Truth
from kieumau.verdicts.record import AssumedPolicy, PluginRecord
from kieumau.wording import Text

__all__ = [
    "FactsIssue",
    "GoalKind",
    "GroupJudged",
    "Inherit",
    "IssueKind",
    "ListChange",
    "ListKnown",
    "NotAssessed",
    "Problem",
    "RegistryRecord",
    "Required",
    "Rung",
    "RungStatus",
    "StandardUsed",
    "TargetsReport",
    "TitleKnown",
    "UnitCount",
    "UnitNamed",
    "WardStanding",
    "WhyNot",
]

FORMAT = "kieumau/targets-report/1"


class Inherit(StrEnum):
    """Whether a new unit has the titles of those it was made of.

    No public rule says so, hence ``none`` by default. ``whole``: of a unit that went into it
    whole; ``partial``: of one that went into it in part, too.
    """

    NONE = "none"
    WHOLE = "whole"
    PARTIAL = "partial"


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


class IssueKind(StrEnum):
    """What is the matter with the facts of a ward.

    ``began_later`` is counted; the others are not.
    """

    NOT_LISTED = "not_listed"
    OTHER_NAME = "other_name"
    OTHER_CODE = "other_code"
    ENDED = "ended"
    TWICE = "twice"
    OTHER_PROVINCE = "other_province"
    BEGAN_LATER = "began_later"
    UNUSED = "unused"


@frozen
class FactsIssue:
    """Facts that do not belong to a ward of the list, or not without a word.

    Attributes
    ----------
    by_code, by_name
        The unit of the list with that code, and the one with that name.
    rungs
        For which targets.
    """

    kind: IssueKind
    code: str
    name: str
    period: Period
    by_code: UnitNamed | None = None
    by_name: UnitNamed | None = None
    rungs: tuple[str, ...] = ()


@frozen
class Problem:
    """Why a ward could not be assessed."""

    code: str
    message: Text
    hint: Text
    place: str = ""


@frozen
class NotAssessed:
    """A ward whose facts the standard does not take; it counts as unknown."""

    code: str
    name: str
    period: Period
    problems: tuple[Problem, ...]


@frozen
class TitleKnown:
    """What is known of one unit's registration or recognition."""

    unit: UnitNamed
    status: StatusKind
    valid: Validity
    held: bool = True
    year: int | None = None
    decision: Decision | None = None
    source: Source = Source()


@frozen
class ListKnown:
    """A claim that everything with a status is listed; of one district or the whole province."""

    status: StatusKind
    valid: Validity
    district: Text | None = None
    source: Source = Source()


@frozen
class StandardUsed:
    """The criteria wards were judged by, for periods that end on a day."""

    id: str
    on: date
    digest: str


@frozen
class RegistryRecord:
    """The list of wards a ladder was judged on."""

    province: str
    covers: Validity
    source: Source = Source()
    unknown: tuple[Text, ...] = ()


@frozen
class TargetsReport:
    """A programme's ladder, judged on a day.

    Attributes
    ----------
    as_if
        The plugin is not for its province on that day, and was applied all the same.
    wards
        How many sets of facts were given.
    titles, complete
        What is known of registrations and recognitions.
    notices
        What must be read with it, whatever the format.
    """

    plugin: PluginRecord
    on: date
    inherit: Inherit
    assumed: AssumedPolicy
    registry: RegistryRecord
    rungs: tuple[Rung, ...]
    wards: int = 0
    as_if: bool = False
    issues: tuple[FactsIssue, ...] = ()
    not_assessed: tuple[NotAssessed, ...] = ()
    titles: tuple[TitleKnown, ...] = ()
    complete: tuple[ListKnown, ...] = ()
    standards: tuple[StandardUsed, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    notices: tuple[Text, ...] = ()
    library: str = ""

    def rung(self, id_: str) -> Rung:
        """Return the rung with that id.

        Raises
        ------
        LookupError
            There is none.
        """
        for each in self.rungs:
            if each.id == id_:
                return each
        raise LookupError(id_)

    def to_data(self) -> dict[str, object]:
        """Return the report as plain JSON data, ``kieumau/targets-report/1``."""
        from kieumau.documents.wire import to_data  # noqa: PLC0415 (cattrs is slow to import)

        return {"format": FORMAT, **to_data(self)}

    def to_json(self) -> str:
        """Return the report as JSON text: the same report, the same bytes."""
        from kieumau.documents.wire import to_json  # noqa: PLC0415 (as above)

        return to_json(self.to_data())
