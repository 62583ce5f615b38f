"""Reaching a state: a ward near a given one that is in it, or the proof that none is."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice
from math import ceil, floor

from attrs import frozen

from kieumau.authoring.boundaries.goals import Goals, Missing, Total, Way
from kieumau.authoring.boundaries.impossible import none_possible
from kieumau.authoring.boundaries.probes import Probe, Side
from kieumau.authoring.boundaries.solve import Point, Solver, bound_limits
from kieumau.authoring.boundaries.wards import Judge, Seen, point_of, with_changes
from kieumau.authoring.branches import Item, Part
from kieumau.documents.factsets import FactSet
from kieumau.plugins.composed import ComposedIndicator, Conjunct
from kieumau.program import ids
from kieumau.program.box import Box
from kieumau.program.compile import waivers_over
from kieumau.program.meaning import evaluate
from kieumau.program.steps import Leaf, Linear
from kieumau.rules.facts import Scalar
from kieumau.rules.measures import IfZero
from kieumau.rules.periods import MonthDay, Period
from kieumau.truth import Truth
from kieumau.verdicts.findings import Status

__all__ = ["Found", "Reach"]

_MOST_WAYS = 60
_MOST_TURNS = 12
_TRUTHS = {each.name.lower(): each for each in Truth}


@frozen
class Found:
    """A ward in the state asked for, and how it differs from the one it was made from."""

    seen: Seen
    changes: Mapping[str, Scalar | None]


class Reach:
    """Looks for wards of one standard near one ward."""

    def __init__(self, judge: Judge, base: FactSet) -> None:
        self.judge = judge
        composed, program = judge.standard.composed, judge.standard.program
        self.vocabulary = composed.vocabulary
        self.indicators = {each.id: each for each in composed.indicators}
        self.limits = bound_limits(self.vocabulary)
        self.period = base.period
        choices = {each.id: len(each.choices) for each in self.vocabulary}
        days = _days(program.steps, base.period)
        first, last = base.period.first.toordinal(), base.period.last.toordinal()
        self.solver = Solver(self.vocabulary, self.limits, first, last)
        self.facts = base
        box, _ = judge.steps(base)
        self.point: Point = point_of(box)
        supplied = frozenset((*box.spans, *box.undated))
        self.goals = Goals(program, days, choices, supplied)

    @cached_property
    def nothing_known(self) -> Mapping[str, Truth]:
        """What every step comes to for a ward of which nothing is known."""
        program = self.judge.standard.program
        truths = evaluate(program, Box({}, days=self.goals.days))
        return dict(zip((step.id for step in program.steps), truths, strict=True))

    @cached_property
    def _ends(self) -> Mapping[str, tuple[int, int]]:
        found = {}
        for each in self.vocabulary:
            low, high = self.solver.ends(each)
            if each.kind.numeric:
                scale = 10**each.decimals
                low, high = floor(each.minimum * scale), ceil(each.maximum * scale)
            found[each.id] = (low, high)
        return found

    def find(self, ways: Iterable[Way], wanted: Callable[[Seen], bool]) -> Found | None:
        """Return a ward that satisfies one of the ways and is what is wanted."""
        solved = ((way, self.solver.solve(self.point, way)) for way in islice(ways, _MOST_WAYS))
        return self.first(solved, wanted)

    def first(
        self, solved: Iterable[tuple[Way, Point | None]], wanted: Callable[[Seen], bool]
    ) -> Found | None:
        """Return the first ward that is what is wanted, of ways with the figures found for them."""
        tried: set[frozenset[tuple[str, object]]] = set()
        for way, after in solved:
            if after is None:
                continue
            without = {each.measure for each in way if isinstance(each, Missing)}
            facts, changes = with_changes(self.facts, self.point, after, without, self.vocabulary)
            key = frozenset(changes.items())
            if key in tried:
                continue
            tried.add(key)
            seen = self.judge.seen(facts)
            if seen is not None and wanted(seen):
                return Found(seen, changes)
        return None

    def settle(
        self, goals: Sequence[tuple[str, Truth]], start: Way, patience: list[int]
    ) -> tuple[Way, Point | None]:
        """Return figures that bring steps to their truths, found for one step after another.

        Many more figures can be changed so than all at once, and what a step is already is kept.
        ``patience`` holds how many searches may still fail, for each takes long.
        """
        point, accepted = self.solver.solve(self.point, start), start
        for goal in goals:
            if point is None:
                break
            now = point
            ways = list(islice(self.goals.step(*goal), _MOST_TURNS))
            ways.sort(key=lambda way: not all(self.solver.holds(each, now) for each in way))
            for way in ways:
                point = self.solver.solve(now, (*accepted, *way)) if patience[0] > 0 else None
                patience[0] -= point is None
                if point is not None:
                    accepted = (*accepted, *way)
                    break
            else:
                point = None
        return accepted, point

    def reached(self, item: Item) -> Found | None:
        """Return a ward that sees an item; None where the search finds none."""
        if item.part is Part.INDICATOR:
            ways = self.status(self.indicators[item.id], Status(item.state))
            return self.find(ways, lambda seen: seen.statuses.get(item.id) == item.state)
        truth, position = _TRUTHS[item.state], self.judge.position

        def wanted(seen: Seen) -> bool:
            return any(seen.truths[position[step]] == truth for step in item.steps)

        indicator = self.indicators[item.indicator]
        return self.find(
            chain.from_iterable(self._step(indicator, step, truth) for step in item.steps), wanted
        )

    def unreachable(self, item: Item) -> bool:
        """Return whether it is proved that no ward of this period sees an item."""
        if item.part is Part.INDICATOR:
            indicator, status = self.indicators[item.id], Status(item.state)
            if status is Status.UNDETERMINED:
                step = ids.indicator_step(indicator)
                return self.nothing_known[step] is not Truth.UNKNOWN
            ways = self.status(indicator, status, proof=True)
            return none_possible(ways, self._ends, self.limits)
        truth = _TRUTHS[item.state]
        if truth is Truth.UNKNOWN:
            return all(self.nothing_known[step] is not truth for step in item.steps)
        ways = chain.from_iterable(self.goals.step(step, truth) for step in item.steps)
        return none_possible(ways, self._ends, self.limits)

    def tried(self, probe: Probe) -> Iterator[Way]:
        """Yield a probe's ways: where they decide the indicator, then anywhere."""
        for context in islice(self.pivotal(probe.indicator, probe.step), 6):
            yield from ((*way, *context) for way in probe.ways[:8])
        yield from probe.ways
        if probe.side is Side.MISSING:
            for step in self._tests(probe):
                every: Way = tuple(map(Missing, self.goals.measures(step)))
                for context in islice(self.pivotal(probe.indicator, step), 6):
                    yield from ((*way, *context) for way in probe.ways)
                    yield (*every, *context)
            yield tuple(map(Missing, self.goals.measures(probe.step)))

    def _tests(self, probe: Probe) -> Iterator[str]:
        """Yield the tests of a probe's indicator that read the measure it leaves out."""
        own = f"{ids.indicator_step(probe.indicator)}/"
        for step in self.goals.program.leaves:
            if step.id.startswith(own) and probe.name in self.goals.measures(step.id):
                yield step.id

    def proved(self, ways: Iterable[Way]) -> bool:
        """Return whether it is proved that no ward takes any of these ways."""
        return none_possible(ways, self._ends, self.limits)

    def met(self, indicator: ComposedIndicator) -> Iterator[Way]:
        """Yield the ways an indicator is met on evidence."""
        return self.status(indicator, Status.MET)

    def pivotal(self, indicator: ComposedIndicator, step: str) -> Iterator[Way]:
        """Yield the ways in which one step decides its indicator, the nearest at hand first."""
        return islice(self.goals.pivotal(ids.indicator_step(indicator), step), _MOST_WAYS)

    def _step(self, indicator: ComposedIndicator, step: str, truth: Truth) -> Iterator[Way]:
        """Yield ways to one truth of a step: where it decides the indicator, then anywhere."""
        if truth is Truth.UNKNOWN:
            contexts = (*islice(self.pivotal(indicator, step), 4), ())
            yield from self.unknown(step, contexts)
            return
        context = next(self.pivotal(indicator, step), None)
        if context is not None:
            yield from ((*way, *context) for way in islice(self.goals.step(step, truth), 12))
        yield from islice(self.goals.step(step, truth), 24)
        if context is not None:
            for other in islice(self.pivotal(indicator, step), 1, 6):
                yield from ((*way, *other) for way in islice(self.goals.step(step, truth), 6))

    def unknown(self, step: str, contexts: Iterable[Way]) -> Iterator[Way]:
        """Yield ways to leave a step open: one figure missing, then all of them."""
        measures = self.goals.measures(step)
        every: Way = tuple(map(Missing, measures))
        for context in contexts:
            yield from ((Missing(each), *context) for each in measures)
            yield (*every, *context)

    def status(
        self, indicator: ComposedIndicator, status: Status, *, proof: bool = False
    ) -> Iterator[Way]:
        """Yield the ways an indicator comes to a status; for a proof, all it could come by."""
        applies: list[tuple[str, Truth]] = []
        if indicator.applies_when is not None:
            step = ids.condition_step(
                indicator, "applies", indicator.plugin, indicator.applies_when
            )
            applies = [(step, Truth.MET)]
        match status:
            case Status.MET:
                yield from self.goals.all([*self._met(indicator), *applies])
            case Status.NOT_MET:
                yield from self.goals.step(ids.indicator_step(indicator), Truth.UNMET)
            case Status.UNDETERMINED:
                yield from self.unknown(ids.indicator_step(indicator), ((),))
            case Status.NOT_APPLICABLE:
                if applies:
                    yield from self.goals.step(applies[0][0], Truth.UNMET)
                gone = [self._gone(indicator, each) for each in indicator.conjuncts]
                if all(gone):
                    yield from _product(gone, list(self.goals.all(applies)))
            case Status.WAIVED:
                yield from self._waived(indicator, applies, proof=proof)

    def _met(self, indicator: ComposedIndicator) -> list[tuple[str, Truth]]:
        return [(_own(indicator, each), Truth.MET) for each in indicator.conjuncts]

    def _gone(self, indicator: ComposedIndicator, conjunct: Conjunct) -> list[Way]:
        """Return the ways a conjunct falls away."""
        step = self.goals.program.steps[self.judge.position[_own(indicator, conjunct)]]
        below = [step]
        if not isinstance(step, Leaf):
            children = getattr(step, "children", ())
            below = [self.goals.program.steps[self.judge.position[child]] for child in children]
        return [
            (Total(form.divisor, 0, 0),)
            for leaf in below
            if isinstance(leaf, Leaf) and leaf.if_zero is IfZero.NOT_APPLICABLE
            for form in self.goals.forms(leaf)
            if isinstance(form, Linear) and form.divisor
        ]

    def _waived(
        self, indicator: ComposedIndicator, applies: list[tuple[str, Truth]], *, proof: bool
    ) -> Iterator[Way]:
        for conjunct in indicator.conjuncts:
            own = _own(indicator, conjunct)
            beside = [
                (_guarded(indicator, each), Truth.MET)
                for each in indicator.conjuncts
                if each is not conjunct
            ]
            for plugin, when in waivers_over(indicator, conjunct):
                waiver = (ids.waiver_step(indicator, plugin, when), Truth.MET)
                if proof:
                    yield from self.goals.all([waiver, *beside, *applies])
                    continue
                yield from self.goals.all([(own, Truth.UNMET), waiver, *beside, *applies])
                kept = {*self.goals.measures(waiver[0])}
                open_ = tuple(Missing(m) for m in self.goals.measures(own) if m not in kept)
                yield from ((*open_, *way) for way in self.goals.all([waiver]))


def _own(indicator: ComposedIndicator, conjunct: Conjunct) -> str:
    return ids.condition_step(indicator, "requires", conjunct.plugin, conjunct.condition)


def _guarded(indicator: ComposedIndicator, conjunct: Conjunct) -> str:
    if waivers_over(indicator, conjunct):
        return ids.guarded_step(indicator, conjunct.plugin, conjunct.condition)
    return _own(indicator, conjunct)


def _product(parts: list[list[Way]], last: list[Way]) -> Iterator[Way]:
    if not parts:
        yield from last
        return
    for first in parts[0]:
        for rest in _product(parts[1:], last):
            yield (*first, *rest)


def _days(steps: Iterable[object], period: Period) -> dict[MonthDay, int]:
    """Return the one day of the period each day without a year stands for."""
    found = {}
    for step in steps:
        for form in step.forms if isinstance(step, Leaf) else ():
            if isinstance(form, Linear) and isinstance(form.constant, MonthDay):
                named = period.days_named(form.constant)
                if named:
                    found[form.constant] = named[0].toordinal()
    return found
