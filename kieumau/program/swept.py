"""Sweeping: a program in which one threshold, or two, stand at many points at once.

Only the leaves that compare with the threshold, and the steps above them, are there once a point;
all the others are shared. So an engine that decides a step once decides next to nothing twice.

A point is the threshold written into the plugin in place of the one that is there. Where it is
looser than those of layers below, they stand at it too: this is a simulation, and no delegation
contract holds for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product

from attrs import evolve, frozen

from kieumau.language.names import Vocabulary
from kieumau.plugins.composed import Composed, ComposedIndicator, Conjunct
from kieumau.program import ids
from kieumau.program.columns import Every, FellAway, Formula, Met, Open, Some, Unmet
from kieumau.program.compile import leaf_of
from kieumau.program.steps import Count, Leaf, Negation, Program, Score, Step
from kieumau.rules.conditions import Compare, Op

__all__ = ["Point", "Swept", "Threshold", "sweep_program", "threshold_of"]

_RISING = (Op.GE, Op.GT)
_ORDERED = (*_RISING, Op.LE, Op.LT)


@frozen
class Threshold:
    """The one numeric threshold of an indicator.

    Attributes
    ----------
    test
        The strictest comparison asked for.
    ladder
        Every conjunct that compares the same measure the same way.
    """

    indicator: ComposedIndicator
    test: Compare
    ladder: tuple[Conjunct, ...]

    @property
    def now(self) -> Decimal:
        """Where it stands."""
        return _constant(self.test)

    @property
    def rising(self) -> bool:
        """Whether a higher one is stricter."""
        return self.test.op in _RISING

    def swapped(self, at: Decimal, vocabulary: Vocabulary) -> dict[str, Leaf]:
        """Return the leaves that become other ones when it stands elsewhere, by their steps."""
        test = evolve(self.test, against=at)
        leaf = leaf_of(test, vocabulary)
        return {
            self.step(conjunct): leaf
            for conjunct in self.ladder
            if _strictness(_compare(conjunct)) >= _strictness(test)
            or _compare(conjunct) == self.test
        }

    def step(self, conjunct: Conjunct) -> str:
        """Return the step of a conjunct."""
        return ids.condition_step(self.indicator, "requires", conjunct.plugin, conjunct.condition)

    @property
    def parents(self) -> frozenset[str]:
        """The steps that may read its leaves as conjuncts; anything else reads them otherwise."""
        guarded = (
            ids.guarded_step(self.indicator, each.plugin, each.condition) for each in self.ladder
        )
        own = (ids.indicator_step(self.indicator), ids.requires_step(self.indicator))
        return frozenset((*own, *guarded))


@frozen
class Point:
    """The set with its thresholds at one place: its step, and when it was not assessed."""

    root: str
    unassessed: Formula


@frozen
class Swept:
    """A program with the steps of every point, and the points in order."""

    program: Program
    points: tuple[Point, ...]


def threshold_of(indicator: ComposedIndicator) -> Threshold | None:
    """Return the threshold of an indicator; None where it has none, or several."""
    ladders: dict[tuple[str, bool], list[Conjunct]] = {}
    for conjunct in indicator.conjuncts:
        test = conjunct.condition
        if isinstance(test, Compare) and isinstance(test.against, Decimal) and test.op in _ORDERED:
            ladders.setdefault((test.measure, test.op in _RISING), []).append(conjunct)
    if len(ladders) != 1:
        return None
    (ladder,) = ladders.values()
    strictest = max(map(_compare, ladder), key=_strictness)
    return Threshold(indicator, strictest, tuple(ladder))


def sweep_program(
    program: Program,
    unassessed: Formula,
    composed: Composed,
    swept: Sequence[tuple[Threshold, Sequence[Decimal]]],
) -> Swept:
    """Return a program with the thresholds at all their points; of two, at every pair.

    Parameters
    ----------
    unassessed
        When the set was not assessed, in terms of the program's steps.
    """
    dials = [
        _Dial(each.parents, tuple(each.swapped(at, composed.vocabulary) for at in points))
        for each, points in swept
    ]
    copier = _Copier(program, dials)
    points = tuple(
        Point(copier.at(program.root, chosen), copier.formula(unassessed, chosen))
        for chosen in product(*(range(len(each.points)) for each in dials))
    )
    return Swept(evolve(program, steps=(*program.steps, *copier.made.values())), points)


@frozen
class _Dial:
    """What one threshold swaps at each of its points, and under which steps."""

    parents: frozenset[str]
    points: tuple[Mapping[str, Leaf], ...]


class _Copier:
    """Copies of the steps that depend on a threshold, each once for the points it depends on."""

    def __init__(self, program: Program, dials: Sequence[_Dial]) -> None:
        self._dials = dials
        self._steps = {step.id: step for step in program.steps}
        self._moved: dict[str, frozenset[int]] = {}
        for step in program.steps:
            found = frozenset().union(
                *(self._moved.get(child, frozenset()) for child in _children(step)),
                (n for n, _ in self._swaps(step)),
            )
            if found:
                self._moved[step.id] = found
        self.made: dict[str, Step] = {}

    def at(self, id_: str, chosen: Sequence[int]) -> str:
        """Return the step that stands for one when the thresholds stand there."""
        if id_ not in self._moved:
            return id_
        name = f"{id_}@{self._said(self._moved[id_], chosen)}"
        if name not in self.made:
            step = self._steps[id_]
            leaves = {leaf: self._leaf(n, leaf, chosen) for n, leaf in self._swaps(step)}
            below = {
                child: leaves.get(child) or self.at(child, chosen) for child in _children(step)
            }
            self.made[name] = _over(step, name, below)
        return name

    def formula(self, formula: Formula, chosen: Sequence[int]) -> Formula:
        """Return a formula over the steps of a point."""
        match formula:
            case FellAway(step, leaf):
                swapped = self._conjunct(leaf, chosen)
                if swapped is not None:
                    return FellAway(swapped if step == leaf else step, swapped)
                return formula
            case Met(step) | Open(step) | Unmet(step):
                swapped = self._conjunct(step, chosen)
                return type(formula)(swapped or self.at(step, chosen))
            case Every(of) | Some(of):
                return type(formula)(tuple(self.formula(each, chosen) for each in of))

    def _conjunct(self, leaf: str, chosen: Sequence[int]) -> str | None:
        """Return the leaf that stands for one as a conjunct; None where it is not swapped."""
        for n, dial in enumerate(self._dials):
            if any(leaf in point for point in dial.points):
                return self._leaf(n, leaf, chosen)
        return None

    def _swaps(self, step: Step) -> Iterator[tuple[int, str]]:
        """Yield the thresholds a step reads a leaf of as a conjunct, with the leaf."""
        for n, dial in enumerate(self._dials):
            if step.id in dial.parents:
                for child in _children(step):
                    if any(child in point for point in dial.points):
                        yield n, child

    def _leaf(self, n: int, leaf: str, chosen: Sequence[int]) -> str:
        swapped = self._dials[n].points[chosen[n]].get(leaf)
        if swapped is None:
            return leaf
        name = f"{leaf}@{self._said((n,), chosen)}"
        self.made.setdefault(name, evolve(swapped, id=name))
        return name

    def _said(self, dials: Sequence[int] | frozenset[int], chosen: Sequence[int]) -> str:
        return ".".join(f"{n}-{chosen[n]}" for n in sorted(dials))


def _children(step: Step) -> tuple[str, ...]:
    match step:
        case Leaf():
            return ()
        case Negation(_, child):
            return (child,)
        case Count(children=children) | Score(children=children):
            return children


def _over(step: Step, id_: str, below: Mapping[str, str]) -> Step:
    """Return a step over other children."""
    match step:
        case Leaf():  # pragma: no cover (a leaf has no children and is swapped, not copied)
            return evolve(step, id=id_)
        case Negation(_, child):
            return Negation(id_, below[child])
        case Count(_, k, children):
            return Count(id_, k, tuple(below[child] for child in children))
        case Score(_, threshold, children, points):
            return Score(id_, threshold, tuple(below[child] for child in children), points)


def _compare(conjunct: Conjunct) -> Compare:
    assert isinstance(conjunct.condition, Compare)  # noqa: S101 (a ladder has no others)
    return conjunct.condition


def _constant(test: Compare) -> Decimal:
    assert isinstance(test.against, Decimal)  # noqa: S101 (a ladder has no others)
    return test.against


def _strictness(test: Compare) -> tuple[Decimal, bool]:
    """Return how strict a comparison is among those of its measure and direction."""
    at = _constant(test)
    return (at if test.op in _RISING else -at), test.op in (Op.GT, Op.LT)
