"""Measures (số liệu): what a ward unit reports, of which kind, within which bounds.

>>> officers = Measure("so_can_bo", Text("số cán bộ", "officers"), Kind.INTEGER)
>>> officers.grid(Decimal(14)), officers.from_grid(14)
(14, Decimal('14'))
"""

from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen

from kieumau.places import NOWHERE, Place
from kieumau.wording import Text

__all__ = [
    "MOST_DECIMALS",
    "Change",
    "Choice",
    "Derivation",
    "Difference",
    "IfZero",
    "Kind",
    "Measure",
    "Ratio",
    "RecordedBy",
    "Reporting",
    "Sum",
]

MOST_DECIMALS = 6
"""With bounds of 10^12 this keeps every scaled value within 64-bit integers."""


class Kind(StrEnum):
    """What sort of value a measure takes."""

    INTEGER = "integer"
    NUMBER = "number"
    PERCENT = "percent"
    YES_NO = "yes/no"
    CHOICE = "choice"
    DATE = "date"

    @property
    def numeric(self) -> bool:
        """Whether values are numbers that can be compared and added."""
        return self in (Kind.INTEGER, Kind.NUMBER, Kind.PERCENT)


class IfZero(StrEnum):
    """What a test of a ratio is when the denominator is zero."""

    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"
    MET = "met"
    UNMET = "unmet"


class RecordedBy(StrEnum):
    """Who writes the figure down; ``unit`` is the police unit itself (tự khai)."""

    UNIT = "unit"
    PROVINCE = "province"
    WARD = "ward"
    SURVEY = "survey"
    SYSTEM = "system"


class Reporting(StrEnum):
    """The span one value is about; ``point`` is a state at the period's end."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    POINT = "point"


@frozen
class Choice:
    """One of the values of a choice measure."""

    id: str
    name: Text


@frozen
class Sum:
    """The sum of measures."""

    of: tuple[str, ...]


@frozen
class Difference:
    """``of - less``."""

    of: str
    less: str


@frozen
class Ratio:
    """``of / to``, times 100 when the measure is a percentage."""

    of: str
    to: str


@frozen
class Change:
    """The change in percent ``100 * (to - from) / from``."""

    start: str
    end: str


Derivation: TypeAlias = Sum | Difference | Ratio | Change


@frozen
class Measure:
    """A figure with a name, a kind and bounds.

    Attributes
    ----------
    minimum, maximum
        Inclusive bounds, in the measure's unit (percent in points 0-100).
    decimals
        Digits after the point a supplied value may have.
    derived
        How it follows from other measures; None for a base measure.
    if_zero
        For ratios and changes: what a test is when the denominator is zero.
    """

    id: str
    name: Text
    kind: Kind
    unit: Text | None = None
    minimum: Decimal = Decimal(0)
    maximum: Decimal = Decimal(10**12)
    decimals: int = 0
    choices: tuple[Choice, ...] = ()
    derived: Derivation | None = None
    if_zero: IfZero = IfZero.NOT_APPLICABLE
    reporting: Reporting = Reporting.YEAR
    collection: Text | None = None
    recorded_by: RecordedBy | None = None
    caution: Text | None = None
    place: Place = field(default=NOWHERE, eq=False)

    @property
    def parts(self) -> tuple[str, ...]:
        """The ids of the measures this one is derived from."""
        match self.derived:
            case None:
                return ()
            case Sum(of):
                return of
            case Difference(of, less):
                return (of, less)
            case Ratio(of, to):
                return (of, to)
            case Change(start, end):
                return (start, end)

    @property
    def divides(self) -> bool:
        """Whether it has a denominator."""
        return isinstance(self.derived, Ratio | Change)

    @property
    def denominator(self) -> str:
        """The id of the measure divided by; empty without one."""
        match self.derived:
            case Ratio(_, to):
                return to
            case Change(start, _):
                return start
            case _:
                return ""

    def grid(self, number: Decimal) -> int | None:
        """Return the number in units of the last allowed decimal; None when it has more."""
        units = int(number.scaleb(self.decimals))
        return units if self.from_grid(units) == number else None

    def from_grid(self, units: int) -> Decimal:
        """Return the number that many units of the last decimal are."""
        return Decimal(units).scaleb(-self.decimals)
