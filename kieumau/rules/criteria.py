"""Indicators, criteria and criteria sets: conditions with citations, under rules."""

from enum import StrEnum

from attrs import field, frozen

from kieumau.places import NOWHERE, Place
from kieumau.rules.citations import Citation, Fidelity, Seen
from kieumau.rules.conditions import Condition, Constant
from kieumau.rules.periods import ALWAYS, Validity
from kieumau.wording import Text

__all__ = [
    "ALL",
    "MOST_POINTS",
    "MOST_SCORE",
    "Allows",
    "CriteriaSet",
    "Criterion",
    "Indicator",
    "Narrowing",
    "Rule",
    "RuleKind",
    "Tightening",
]


class RuleKind(StrEnum):
    """How the children of a criterion or set decide it."""

    ALL = "all"
    ANY = "any"
    AT_LEAST = "at_least"
    SCORE = "score"


@frozen
class Rule:
    """All, any or at least ``k`` of the children, or at least ``k`` of their points."""

    kind: RuleKind = RuleKind.ALL
    k: int = 0

    def needed(self, n: int) -> int:
        """Return how many of ``n`` children must be met.

        Raises
        ------
        ValueError
            The rule counts points, not children.
        """
        match self.kind:
            case RuleKind.ALL:
                return n
            case RuleKind.ANY:
                return 1
            case RuleKind.AT_LEAST:
                return self.k
            case RuleKind.SCORE:
                raise ValueError(self.kind)


ALL = Rule()
MOST_POINTS = 10_000
"""The most points one indicator or criterion may carry."""
MOST_SCORE = 1_000_000
"""The highest threshold of points."""


@frozen
class Tightening:
    """How far a refinement may tighten.

    Attributes
    ----------
    constant
        A stricter constant is allowed.
    up_to
        The strictest constant allowed; None for any.
    also
        A further condition is allowed.
    """

    constant: bool = True
    up_to: Constant | None = None
    also: bool = False


@frozen
class Allows:
    """What a refinement may do: to an indicator (first three), to a criterion or set (``add``)."""

    tighten: Tightening = Tightening()
    clarify: bool = True
    waive: bool = False
    add: bool = True


@frozen
class Narrowing:
    """What a layer further restricts of inherited `Allows`; None leaves it as it was."""

    tighten: Tightening | None = None
    clarify: bool | None = None
    waive: bool | None = None


@frozen
class Indicator:
    """A condition with a citation (chỉ tiêu).

    Attributes
    ----------
    seen
        How much of the cited place was seen by who wrote this down.
    scope
        What the number was set for, when that is something else than a ward police unit.
    points
        What it earns when met, under a score rule; None under any other.
    """

    id: str
    title: Text
    requires: Condition
    citations: tuple[Citation, ...]
    fidelity: Fidelity
    applies_when: Condition | None = None
    seen: Seen | None = None
    scope: Text | None = None
    note: Text | None = None
    valid: Validity = ALWAYS
    allows: Allows = Allows()
    place: Place = field(default=NOWHERE, eq=False)
    points: int | None = None


@frozen
class Criterion:
    """Indicators under one rule (tiêu chí).

    Attributes
    ----------
    points
        What it earns as a whole under a set's score rule. None under any other rule, and where
        the set scores its indicators one by one.
    """

    id: str
    title: Text
    indicators: tuple[Indicator, ...]
    rule: Rule = ALL
    citations: tuple[Citation, ...] = ()
    fidelity: Fidelity = Fidelity.DERIVED
    note: Text | None = None
    valid: Validity = ALWAYS
    allows: Allows = Allows()
    place: Place = field(default=NOWHERE, eq=False)
    points: int | None = None


@frozen
class CriteriaSet:
    """Criteria under one rule, in force for a time (bộ tiêu chí)."""

    id: str
    title: Text
    criteria: tuple[Criterion, ...]
    rule: Rule = ALL
    citations: tuple[Citation, ...] = ()
    fidelity: Fidelity = Fidelity.DERIVED
    note: Text | None = None
    valid: Validity = ALWAYS
    allows: Allows = Allows()
    place: Place = field(default=NOWHERE, eq=False)
