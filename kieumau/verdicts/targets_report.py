"""What judging a programme's targets says: a ladder of rungs, each with what was counted and why.

Nouns only; `kieumau.targets` works them out and `kieumau.render` says them.
"""

from datetime import date
from enum import StrEnum

from attrs import frozen

from kieumau.rules.citations import Instrument
from kieumau.rules.periods import Period, Validity
from kieumau.rules.registry import Source
from kieumau.rules.statuses import Decision, StatusKind
from kieumau.verdicts.record import AssumedPolicy, PluginRecord
from kieumau.verdicts.rungs import Rung, UnitNamed
from kieumau.wording import Text

__all__ = [
    "FactsIssue",
    "Inherit",
    "IssueKind",
    "ListKnown",
    "NotAssessed",
    "Problem",
    "RegistryRecord",
    "StandardUsed",
    "TargetsReport",
    "TitleKnown",
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
