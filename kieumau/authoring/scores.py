"""The score rules of a standard: what each counts, what that is worth, and what alone decides."""

from collections.abc import Callable, Iterator
from functools import cached_property

from attrs import define, field, frozen

from kieumau.authoring.counting import idle
from kieumau.places import Place
from kieumau.plugins.composed import Composed, ComposedCriterion, ComposedIndicator
from kieumau.program import ids
from kieumau.program.steps import Count, Program, Score
from kieumau.rules.citations import Citation
from kieumau.truth import Truth
from kieumau.wording import Text

__all__ = ["ScoreRule", "Scored", "decides", "scores_of", "tally"]


@frozen
class Scored:
    """One thing a score rule counts: an indicator, or a criterion as a whole.

    Attributes
    ----------
    indicators
        The indicator itself, or those that count in the criterion.
    """

    id: str
    title: Text
    step: str
    points: int
    place: Place = field(eq=False)
    indicators: tuple[ComposedIndicator, ...] = field(eq=False, repr=False)


@define(frozen=True, slots=False)
class ScoreRule:
    """The score rule of a criterion, or of the set.

    Attributes
    ----------
    id, title
        Those of the criterion or the set.
    beside
        What layers added and must be met too.
    place
        Where its criterion or set is cited.
    whole
        Whether it is the set's.
    """

    id: str
    title: Text
    plugin: str
    step: Score = field(repr=False)
    children: tuple[Scored, ...]
    beside: tuple[str, ...]
    place: Place = field(eq=False)
    whole: bool = False

    @cached_property
    def idle(self) -> tuple[Scored, ...]:
        """What carries points that decide nothing: the others reach the score, or miss it."""
        return tuple(self.children[at] for at in idle(self.step.points, self.step.threshold))


def scores_of(composed: Composed, program: Program) -> Iterator[ScoreRule]:
    """Yield the score rules of a standard: those of its criteria in order, then the set's."""
    known: dict[str, Scored] = {}
    for criterion in composed.criteria:
        for each in criterion.indicators:
            step, place = ids.indicator_step(each), _written(each)
            known[step] = Scored(each.id, each.title, step, each.points or 0, place, (each,))
        step, inside = ids.criterion_step(criterion), criterion.indicators
        counted = tuple(each for each in inside if each.counted)
        known[step] = Scored(
            criterion.id, criterion.title, step, criterion.points or 0, _at(criterion), counted
        )
    for criterion in composed.criteria:
        found = _score(program, ids.criterion_step(criterion), ids.issued_step(criterion))
        if found is not None:
            yield ScoreRule(
                criterion.id,
                criterion.title,
                criterion.plugin,
                found[0],
                tuple(known[each] for each in found[0].children),
                found[1],
                _at(criterion),
            )
    found = _score(program, ids.SET, ids.SET_ISSUED)
    if found is not None:
        children = tuple(known[each] for each in found[0].children)
        yield ScoreRule(
            composed.id,
            composed.title,
            composed.plugins[0][0].id,
            found[0],
            children,
            found[1],
            _cited(composed.citations) or children[0].place,
            whole=True,
        )


def decides(step: Score, child: str, truth: Callable[[str], int]) -> bool:
    """Return whether one child's points alone decide a score, whatever becomes of the rest.

    Parameters
    ----------
    truth
        The truth of each child's step.
    """
    met, possible = tally(step, truth, leaving=child)
    return possible < step.threshold <= met + step.points[step.children.index(child)]


def tally(step: Score, truth: Callable[[str], int], leaving: str = "") -> tuple[int, int]:
    """Return the points earned, and those possible; one child may be left out."""
    met = possible = 0
    for child, points in zip(step.children, step.points, strict=True):
        if child != leaving:
            now = truth(child)
            met += points if now == Truth.MET else 0
            possible += points if now != Truth.UNMET else 0
    return met, possible


def _score(program: Program, own: str, issued: str) -> tuple[Score, tuple[str, ...]] | None:
    """Return the score of a node, and what stands beside it; None where it has another rule."""
    step = program.steps[program.position[own]] if own in program.position else None
    if isinstance(step, Score):
        return step, ()
    if isinstance(step, Count) and issued in step.children:
        inner = program.steps[program.position[issued]]
        if isinstance(inner, Score):
            return inner, tuple(each for each in step.children if each != issued)
    return None


def _written(indicator: ComposedIndicator) -> Place:
    return indicator.conjuncts[0].condition.place


def _cited(citations: tuple[Citation, ...]) -> Place | None:
    return citations[0].place if citations else None


def _at(criterion: ComposedCriterion) -> Place:
    return _cited(criterion.citations) or _written(criterion.indicators[0])
