"""The condition tree (điều kiện): a small immutable expression over measures.

Leaves are one-line tests over declared measures; composites are `All`, `Any`, `AtLeast`, `Not`.
There is no way to ask whether a fact is missing: that keeps knowledge monotone.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen

from kieumau.places import NOWHERE, Place
from kieumau.rules.periods import MonthDay

__all__ = [
    "All",
    "Any",
    "AtLeast",
    "Between",
    "Compare",
    "Condition",
    "Constant",
    "Holds",
    "MeasureRef",
    "Not",
    "OneOf",
    "Op",
    "Test",
    "children",
    "conjuncts",
    "measures_in",
]


class Op(StrEnum):
    """The six comparisons; values are the ASCII spelling used in formats."""

    EQ = "="
    NE = "!="
    LT = "<"
    LE = "<="
    GT = ">"
    GE = ">="


@frozen
class MeasureRef:
    """A measure standing on the right of a comparison."""

    measure: str


Constant: TypeAlias = Decimal | date | MonthDay
"""A literal: percent in points, dates with or without a year."""


@frozen
class Compare:
    """A numeric or date measure against a constant or another measure."""

    measure: str
    op: Op
    against: Constant | MeasureRef
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class Between:
    """A numeric or date measure within a range, both ends included."""

    measure: str
    low: Constant
    high: Constant
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class OneOf:
    """A choice measure being one of some choices, or (``negated``) none of them.

    ``choices`` holds choice ids, sorted.
    """

    measure: str
    choices: tuple[str, ...]
    negated: bool = False
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class Holds:
    """A yes/no measure being yes."""

    measure: str
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class All:
    """Every child holds."""

    of: tuple["Condition", ...]
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class Any:
    """Some child holds."""

    of: tuple["Condition", ...]
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class AtLeast:
    """At least ``k`` children hold."""

    k: int
    of: tuple["Condition", ...]
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class Not:
    """The child does not hold."""

    of: "Condition"
    place: Place = field(default=NOWHERE, eq=False)


Test: TypeAlias = Compare | Between | OneOf | Holds
Condition: TypeAlias = Test | All | Any | AtLeast | Not


def children(condition: Condition) -> tuple[Condition, ...]:
    """Return the direct children; none for a test."""
    match condition:
        case All(of) | Any(of) | AtLeast(_, of):
            return of
        case Not(of):
            return (of,)
        case _:
            return ()


def conjuncts(condition: Condition) -> Iterator[Condition]:
    """Yield what must hold side by side: what stands under a condition's outermost ``all``s."""
    if isinstance(condition, All):
        for child in condition.of:
            yield from conjuncts(child)
    else:
        yield condition


def measures_in(condition: Condition) -> Iterator[str]:
    """Yield the ids of the measures a condition names, in reading order, repeats included."""
    match condition:
        case Compare(measure, _, MeasureRef(other)):
            yield from (measure, other)
        case Compare(measure) | Between(measure) | OneOf(measure) | Holds(measure):
            yield measure
        case _:
            for child in children(condition):
                yield from measures_in(child)
