"""Probes: what an author should try of each indicator, and how to know whether a case does."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from itertools import islice
from typing import TypeAlias

from attrs import frozen

from kieumau.authoring.boundaries.goals import Goals, InSet, Missing, Total, Undated, Way
from kieumau.authoring.boundaries.wards import Seen
from kieumau.authoring.branches import Branch, Item, Part
from kieumau.authoring.scores import Scored, ScoreRule
from kieumau.language.names import Vocabulary
from kieumau.plugins.composed import ComposedIndicator
from kieumau.program import ids
from kieumau.program.compile import waivers_over
from kieumau.program.steps import Count, Leaf, Linear, Member, Program, Term
from kieumau.rules.conditions import Any, AtLeast, Between, Compare, OneOf
from kieumau.rules.measures import Change, Measure
from kieumau.rules.periods import MonthDay
from kieumau.truth import Truth

__all__ = ["PointsProbe", "Probe", "Side", "Why", "probes_of"]

_MOST_CHOICES = 12


class Side(Enum):
    """Where a ward stands in the part it tries; the value names the case."""

    BELOW = "duoi-nguong"
    AT = "dung-nguong"
    ABOVE = "tren-nguong"
    BEFORE = "truoc-ngay"
    ON = "dung-ngay"
    AFTER = "sau-ngay"
    NEVER = "chua-thuc-hien"
    ONLY = "chi-dat"
    EXACTLY = "dat-dung"
    CHOICE = "lua-chon"
    MISSING = "thieu"
    REFUSED = "khong-duoc-mien"
    SHORT = "thieu-diem"
    REACHED = "vua-du-diem"
    FALLEN = "khong-phat-sinh-du-diem"
    WAIVED = "duoc-mien-du-diem"


Wanted: TypeAlias = Callable[[Seen], bool]


@frozen
class Probe:
    """One thing to try.

    Attributes
    ----------
    step
        The step it is about.
    name
        What tells it from others of its side: a measure, a choice, how many are met.
    ways
        How a ward comes there, without regard to the rest of its indicator.
    wanted
        Whether a ward is there.
    compare
        For a threshold: the comparison.
    """

    indicator: ComposedIndicator
    side: Side
    step: str
    ways: tuple[Way, ...]
    wanted: Wanted
    name: str = ""
    compare: Compare | None = None


@frozen
class PointsProbe:
    """One thing to try of a score rule.

    Attributes
    ----------
    wanted
        Whether a ward is there.
    name
        How many points, or whose.
    child
        For points given without evidence: whose they are.
    """

    rule: ScoreRule
    side: Side
    wanted: Wanted
    name: str
    child: Scored | None = None


Why: TypeAlias = Probe | PointsProbe | Item
"""What a boundary case is for."""


def probes_of(
    indicator: ComposedIndicator, branches: Iterable[Branch], goals: Goals, vocabulary: Vocabulary
) -> Iterator[Probe]:
    """Yield what to try of one indicator, in the order of its branches."""
    writer = _Probes(indicator, goals, vocabulary)
    found = tuple(branches)
    for branch in found:
        yield from writer.branch(branch)
    measures = dict.fromkeys(
        id_ for branch in found if branch.part is not Part.WAIVER for id_ in writer.read_by(branch)
    )
    for id_ in measures:
        yield writer.missing(id_)
    yield from writer.refused(found)


@frozen
class _Probes:
    indicator: ComposedIndicator
    goals: Goals
    vocabulary: Vocabulary

    @property
    def program(self) -> Program:
        return self.goals.program

    def branch(self, branch: Branch) -> Iterator[Probe]:
        step = self.program.steps[self.program.position[branch.step]]
        match branch.condition:
            case Compare() if isinstance(step, Leaf):
                yield from self.threshold(step, branch.condition)
            case OneOf() if isinstance(step, Leaf):
                yield from self.choices(step)
            case Any() | AtLeast() if isinstance(step, Count):
                yield from self.counted(step)
            case Between() | _:
                return

    def read_by(self, branch: Branch) -> Iterator[str]:
        """Yield the measures a test reads first: those supplied, else its parts."""
        step = self.program.steps[self.program.position[branch.step]]
        if isinstance(step, Leaf):
            form = self.goals.forms(step)[0]
            if isinstance(form, Member):
                yield form.measure
            else:
                yield from (term.measure for term in form.terms)

    def threshold(self, leaf: Leaf, compare: Compare) -> Iterator[Probe]:
        measure = self.vocabulary[compare.measure]
        form = self.goals.forms(leaf)[0]
        if not isinstance(form, Linear) or not form.terms:
            return
        lead = _lead(form.terms, measure, self.vocabulary)
        unit = abs(lead.coefficient)
        sides = (Side.BEFORE, Side.ON, Side.AFTER) if leaf.dated else _SIDES
        spans = ((-unit, -1), (0, 0), (1, unit))
        at = self._at(form)
        guard = (Total(form.divisor, 1),) if form.divisor else ()
        for side, (low, high) in zip(sides, spans, strict=True):
            near = Total(form.terms, at + low, at + high, first=lead.measure)
            ways: tuple[Way, ...] = ((*guard, near),)
            wanted = self._beside(leaf, measure, (low > 0) - (high < 0))
            yield Probe(self.indicator, side, leaf.id, ways, wanted, "", compare)
        if leaf.dated:
            never: Way = (Undated(measure.id),)
            gone = _undated(measure.id)
            yield Probe(self.indicator, Side.NEVER, leaf.id, (never,), gone, "", compare)

    def _at(self, form: Linear) -> int:
        constant = form.constant
        return self.goals.days[constant] if isinstance(constant, MonthDay) else constant

    def _beside(self, leaf: Leaf, measure: Measure, side: int) -> Wanted:
        """Return what tells a ward on one side (-1, 0, 1) of a threshold, within one unit.

        Whichever form of the test the ward fills in decides.
        """

        def wanted(seen: Seen) -> bool:
            for form in leaf.forms:
                if not isinstance(form, Linear) or not form.terms:
                    continue
                gap = _gap(form, seen, self._at(form))
                if gap is not None and (not form.divisor or _sum(form.divisor, seen)):
                    unit = abs(_lead(form.terms, measure, self.vocabulary).coefficient)
                    return (gap > 0) - (gap < 0) == side and abs(gap) <= unit
            return False

        return wanted

    def choices(self, leaf: Leaf) -> Iterator[Probe]:
        form = leaf.forms[0]
        if not isinstance(form, Member):
            return
        measure = self.vocabulary[form.measure]
        for at, choice in islice(enumerate(measure.choices), _MOST_CHOICES):
            way: Way = (InSet(measure.id, (at,)),)
            wanted = _stands(measure.id, at)
            yield Probe(self.indicator, Side.CHOICE, leaf.id, (way,), wanted, choice.id)

    def counted(self, step: Count) -> Iterator[Probe]:
        children = tuple(dict.fromkeys(step.children))
        if len(children) < 2:  # noqa: PLR2004 (one of one is no choice)
            return
        counts = (step.k - 1, step.k)
        for n in counts:
            if n == 1:
                for at, child in enumerate(children, 1):
                    yield self._exactly(step, children, (child,), Side.ONLY, str(at))
            else:
                yield self._exactly(step, children, children[:n], Side.EXACTLY, str(n))

    def _exactly(
        self,
        step: Count,
        children: tuple[str, ...],
        met: tuple[str, ...],
        side: Side,
        name: str,
    ) -> Probe:
        position = self.program.position
        goals = [(each, Truth.MET if each in met else Truth.UNMET) for each in children]
        ways = tuple(islice(self.goals.all(goals), 24))

        def wanted(seen: Seen) -> bool:
            truths = {each: seen.truths[position[each]] for each in children}
            if Truth.UNKNOWN in truths.values():
                return False
            now = [each for each in children if truths[each] == Truth.MET]
            return now == list(met) if side is Side.ONLY else len(now) == len(met)

        return Probe(self.indicator, side, step.id, ways, wanted, name)

    def missing(self, id_: str) -> Probe:
        own = self.indicator.id

        def wanted(seen: Seen) -> bool:
            absent = id_ not in seen.box.spans and id_ not in seen.box.undated
            return absent and seen.statuses.get(own) == "undetermined"

        step = ids.indicator_step(self.indicator)
        return Probe(self.indicator, Side.MISSING, step, ((Missing(id_),),), wanted, id_)

    def refused(self, branches: Iterable[Branch]) -> Iterator[Probe]:
        """Yield each waiver asked for in vain: the conjunct is not met, nor is the condition."""
        waivers = {each.step for each in branches if each.part is Part.WAIVER and each.condition}
        position = self.program.position
        for conjunct in self.indicator.conjuncts:
            own = ids.condition_step(
                self.indicator, "requires", conjunct.plugin, conjunct.condition
            )
            steps = [
                ids.waiver_step(self.indicator, plugin, when)
                for plugin, when in waivers_over(self.indicator, conjunct)
            ]
            if not waivers.intersection(steps):
                continue
            all_of = [own, *steps]

            def wanted(seen: Seen, all_of: list[str] = all_of) -> bool:
                return all(seen.truths[position[step]] == Truth.UNMET for step in all_of)

            goals = [(step, Truth.UNMET) for step in all_of]
            ways = tuple(islice(self.goals.all(goals), 24))
            yield Probe(self.indicator, Side.REFUSED, own, ways, wanted)


_SIDES = (Side.BELOW, Side.AT, Side.ABOVE)


def _lead(terms: tuple[Term, ...], measure: Measure, vocabulary: Vocabulary) -> Term:
    """Return the term whose unit is one step of the figure: itself, or its numerator."""
    ahead = [measure.id]
    while ahead:
        id_ = ahead.pop(0)
        found = next((term for term in terms if term.measure == id_), None)
        if found is not None:
            return found
        parts = vocabulary[id_].parts
        ahead += reversed(parts) if isinstance(vocabulary[id_].derived, Change) else parts
    return terms[0]


def _sum(terms: tuple[Term, ...], seen: Seen) -> int | None:
    total = 0
    for term in terms:
        low, high = seen.box.spans.get(term.measure, (0, 1))
        if low != high:
            return None
        total += term.coefficient * low
    return total


def _gap(form: Linear, seen: Seen, at: int) -> int | None:
    total = _sum(form.terms, seen)
    return None if total is None else total - at


def _undated(id_: str) -> Wanted:
    return lambda seen: id_ in seen.box.undated


def _stands(id_: str, at: int) -> Wanted:
    return lambda seen: seen.box.spans.get(id_) == (at, at)
