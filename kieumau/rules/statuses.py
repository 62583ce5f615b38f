"""Dated statuses of ward units: registered to be built up, recognised by decision.

They are about identities (`kieumau.rules.registry.Unit`), not names or codes. A unit nothing is
said of is not known to lack a status, unless a list is said to be complete.
"""

from datetime import date
from enum import StrEnum

from attrs import field, frozen

from kieumau.places import NOWHERE, Place
from kieumau.rules.citations import Instrument
from kieumau.rules.periods import Validity
from kieumau.rules.registry import Source

__all__ = ["CompleteList", "Decision", "StatusKind", "Statuses", "UnitStatus"]


class StatusKind(StrEnum):
    """What a unit can be for a programme besides meeting its criteria."""

    REGISTERED = "registered"
    RECOGNISED = "recognised"


@frozen
class Decision:
    """The decision that recognises a unit."""

    number: str
    issued: date | None = None


@frozen
class UnitStatus:
    """That a unit has a status from a day on, or that it is known not to have it.

    Attributes
    ----------
    held
        False where it is known that the unit does not have the status.
    year
        The year a recognition is for.
    """

    unit: str
    status: StatusKind
    valid: Validity
    held: bool = True
    year: int | None = None
    decision: Decision | None = None
    source: Source = Source()
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class CompleteList:
    """A claim that everything that has a status for a time is listed.

    Attributes
    ----------
    district
        The code of the district it is about; empty means the whole province.
    """

    status: StatusKind
    valid: Validity
    district: str = ""
    source: Source = Source()
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class Statuses:
    """Everything known of the statuses of a province's units."""

    of: tuple[UnitStatus, ...] = ()
    complete: tuple[CompleteList, ...] = ()
    instruments: tuple[Instrument, ...] = ()
