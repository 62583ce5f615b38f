"""Atoms: the single differences between two sides, each of which can be applied alone.

Applying an atom to A puts B's part in the place of A's. All of them together make A into B.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Final, TypeAlias

from attrs import evolve, frozen

from kieumau.comparing.written import Key, Part, Placed, PlacedIndicator, in_order
from kieumau.documents.factsets import FactSet
from kieumau.plugins.chain import Chain
from kieumau.rules.citations import Fidelity
from kieumau.rules.criteria import CriteriaSet, Criterion, Indicator
from kieumau.rules.facts import Fact
from kieumau.rules.measures import Measure
from kieumau.rules.periods import Period
from kieumau.rules.refinements import AddCriterion, AddIndicator, Tighten, Waive
from kieumau.verdicts.verdict import Verdict

__all__ = ["PERIOD", "Atom", "Effect", "Value", "atoms_of", "carried", "facts_atoms"]

Value: TypeAlias = Part | Fact | Period | None
"""What stands on one side of an atom."""

PERIOD: Final[Key] = ("period",)


class Effect(Enum):
    """Which way applying an atom can move truths."""

    LOWERS = -1
    EITHER = 0
    RAISES = 1

    @property
    def turned(self) -> "Effect":
        """The effect of taking it back."""
        return Effect(-self.value)


@frozen
class Atom:
    """One difference: what stands there in A and in B.

    Attributes
    ----------
    acts
        Whether it can change a truth at all.
    """

    key: Key
    before: Value
    after: Value
    acts: bool

    @property
    def turned(self) -> "Atom":
        """The same difference seen from B."""
        return evolve(self, before=self.after, after=self.before)

    @property
    def effect(self) -> Effect:
        """Which way it can move truths, by the third law: refinement is conservative."""
        if (self.before is None) is (self.after is None):
            return Effect.EITHER
        adds = Effect.LOWERS if self.before is None else Effect.RAISES
        match self.before or self.after:
            case Placed(_, Waive()):
                return adds.turned
            case Placed():
                return adds
        return Effect.EITHER


def atoms_of(
    a: Verdict, b: Verdict, before: Mapping[Key, Part], after: Mapping[Key, Part]
) -> tuple[Atom, ...]:
    """Return every difference between two sides: facts and period first, then the standards.

    In one order whichever side comes first.
    """
    found = list(facts_atoms(a, b))
    for key in in_order({**before, **after}):
        one, other = before.get(key), after.get(key)
        if one == other or (key[0] == "measure" and (one is None or other is None)):
            continue  # a measure that only one side has is read by nothing of the other's
        found.append(Atom(key, one, other, _meaning(one) != _meaning(other)))
    return tuple(found)


def facts_atoms(a: Verdict, b: Verdict) -> Iterator[Atom]:
    """Yield how the facts differ, of the measures both standards know.

    A figure that only one standard asks for is no difference of facts: it is taken along.
    """
    if a.facts.period != b.facts.period:
        yield Atom(PERIOD, a.facts.period, b.facts.period, acts=True)
    place = _places(a, b)
    for id_ in sorted(place, key=lambda each: (place[each], each)):
        one, other = a.facts.get(id_), b.facts.get(id_)
        if one is None and other is None:
            continue
        value = one.value if one else None
        if one != other:
            yield Atom(("fact", id_), one, other, value != (other.value if other else None))


def _places(a: Verdict, b: Verdict) -> dict[str, int]:
    """Return where each measure both know stands among the measures, the same from either side."""
    one = {each.id: at for at, each in enumerate(a.standard.measures)}
    other = {each.id: at for at, each in enumerate(b.standard.measures)}
    return {id_: min(one[id_], other[id_]) for id_ in one.keys() & other.keys()}


def carried(a: FactSet, b: FactSet, both: frozenset[str]) -> tuple[Fact, ...]:
    """Return the facts of measures that only one standard knows."""
    found = {each.measure: each for each in (*a, *b) if each.measure not in both}
    return tuple(found[id_] for id_ in sorted(found))


def _meaning(part: Part | None) -> object:
    """Return what of a part can change a truth: no words, no citations."""
    match part:
        case Measure():
            return evolve(part, unit=None)
        case CriteriaSet(rule=rule, allows=allows):
            return (rule, allows)
        case Criterion():
            return _criterion(part)
        case PlacedIndicator(criterion, indicator):
            return (criterion, _indicator(indicator))
        case Placed(plugin, refinement):
            return _refinement(plugin, refinement)
        case Chain():
            return object()  # standards of different bases have no meaning in common
        case _:
            return part


def _refinement(plugin: str, refinement: object) -> object:
    match refinement:
        case AddCriterion(criterion):
            return (plugin, _criterion(criterion))
        case AddIndicator(to, indicator):
            return (plugin, to, _indicator(indicator))
        case Tighten(target=target, to=to, also=also, narrows=narrows):
            return (plugin, target, to, also, narrows)
        case Waive(target=target, when=when):
            return (plugin, "waive", target, when)
        case _:  # a clarification changes nothing
            return None


def _criterion(criterion: Criterion) -> object:
    inside = tuple(map(_indicator, criterion.indicators))
    return (criterion.id, criterion.rule, criterion.points, criterion.allows, inside)


def _indicator(each: Indicator) -> object:
    assumed = each.fidelity is Fidelity.ASSUMED
    return (each.id, each.requires, each.applies_when, each.points, each.allows, assumed)
