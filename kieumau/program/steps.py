"""The Program: what a standard is once compiled, and all an engine needs to know of it.

Steps are ordered, children before parents. A leaf is decided by integers alone: each measure's
value is scaled by ``10 ** decimals``, yes/no is 0 or 1, a choice is its position, a date is its
proleptic ordinal (`datetime.date.toordinal`).
"""

from collections.abc import Mapping
from functools import cached_property
from typing import TypeAlias

from attrs import define, field, frozen

from kieumau.rules.conditions import Op
from kieumau.rules.measures import IfZero, Measure
from kieumau.rules.periods import MonthDay

__all__ = ["Count", "Leaf", "Linear", "Member", "Negation", "Program", "Score", "Step", "Term"]


@frozen
class Term:
    """``coefficient * measure``, the measure in units of its last decimal."""

    coefficient: int
    measure: str


@frozen
class Linear:
    """The comparison ``sum(terms) OP constant``.

    Attributes
    ----------
    constant
        An integer, or a day that falls once inside the period of the facts.
    divisor
        The denominator behind this comparison, never negative; empty when nothing is divided.
        Where it is zero the comparison says nothing and the leaf's ``if_zero`` decides.
    """

    terms: tuple[Term, ...]
    op: Op
    constant: int | MonthDay
    divisor: tuple[Term, ...] = ()


@frozen
class Member:
    """A choice measure being (or, ``negated``, not being) at one of some positions."""

    measure: str
    positions: tuple[int, ...]
    negated: bool = False


@frozen
class Leaf:
    """One test, decided exactly.

    Attributes
    ----------
    forms
        The same test over different measures: first over base measures only, then over derived
        ones, for wards that supply a derived figure directly. The first form that is known
        decides; facts in which two forms contradict each other are refused before.
        A leaf with one form of no terms is a constant.
    if_zero
        What the leaf is when the divisor is zero; ``NOT_APPLICABLE`` means it falls away (MET).
    dated
        Whether it is about dates; a date known to be none makes it UNMET.
    """

    id: str
    forms: tuple[Linear | Member, ...]
    if_zero: IfZero = IfZero.UNKNOWN
    dated: bool = False


@frozen
class Negation:
    """The opposite of one step."""

    id: str
    child: str


@frozen
class Count:
    """At least ``k`` of the children: ``all`` has k = n, ``any`` has k = 1."""

    id: str
    k: int
    children: tuple[str, ...]


@frozen
class Score:
    """The children's points reach a threshold: those met earn theirs in full.

    Attributes
    ----------
    points
        What each child is worth, in the order of the children; never negative.
    """

    id: str
    threshold: int
    children: tuple[str, ...]
    points: tuple[int, ...]


Step: TypeAlias = Leaf | Negation | Count | Score


@define(frozen=True, slots=False)
class Program:
    """A compiled standard.

    Attributes
    ----------
    measures
        Every measure a leaf may read, base and derived, sorted by id.
    steps
        Children before parents.
    root
        The id of the step that is the set's truth; empty when nothing counts.
    """

    measures: tuple[Measure, ...]
    steps: tuple[Step, ...]
    root: str = field(default="")

    @cached_property
    def position(self) -> Mapping[str, int]:
        """The position of each step, by id."""
        return {step.id: at for at, step in enumerate(self.steps)}

    @cached_property
    def measure(self) -> Mapping[str, Measure]:
        """The measures by id."""
        return {measure.id: measure for measure in self.measures}

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """The leaves, in order."""
        return tuple(step for step in self.steps if isinstance(step, Leaf))
