"""Points: wards just short of a score and just at it, and those one part's points decide."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice, product
from typing import TypeAlias

from attrs import field, frozen

from kieumau.authoring.boundaries.goals import Missing, Way
from kieumau.authoring.boundaries.probes import PointsProbe, Side
from kieumau.authoring.boundaries.reach import Found, Reach
from kieumau.authoring.boundaries.wards import Seen
from kieumau.authoring.branches import Item, Scope, statuses_of
from kieumau.authoring.counting import covers, making, nearest
from kieumau.authoring.scores import Scored, ScoreRule, decides, tally
from kieumau.truth import Truth
from kieumau.verdicts.findings import Status

__all__ = ["Attempt", "given_in_full", "reached", "thresholds", "unreachable"]

_MOST_SUMS = 5
_MOST_TRIES = 30
_MOST_FAILED = 40
_MOST_STARTS = 8
_FEW = 2
_TRUTHS = {each.name.lower(): each for each in Truth}

_Goals: TypeAlias = list[tuple[str, Truth]]


@frozen
class Attempt:
    """A probe of points, how to look for its ward, and what would prove that there is none.

    Attributes
    ----------
    tries
        What to bring about, each time: constraints to begin with, then steps and their truths.
    proof
        Every way a ward could come there.
    """

    probe: PointsProbe
    tries: Callable[[], Iterable[tuple[Way, _Goals]]] = field(repr=False)
    proof: Callable[[], Iterable[Way]] = field(repr=False)

    def found(self, reach: Reach) -> Found | None:
        """Return a ward that is there; None where the search finds none."""
        return _find(reach, self.probe.rule, self.tries(), self.probe.wanted)

    def impossible(self, reach: Reach) -> bool:
        """Return whether it is proved that no ward comes there."""
        return reach.proved(self.proof())


def thresholds(rule: ScoreRule, reach: Reach) -> Iterator[tuple[Attempt, ...]]:
    """Yield the number of points just short of the score, and the least that reaches it.

    Of each the next ones too: no ward may be able to come to the nearest.
    """
    below, above = nearest(rule.step.points, rule.step.threshold, _MOST_SUMS)
    for side, totals in ((Side.SHORT, below), (Side.REACHED, above)):
        yield tuple(_exactly(rule, side, total, reach) for total in totals)


def _exactly(rule: ScoreRule, side: Side, total: int, reach: Reach) -> Attempt:
    def wanted(seen: Seen) -> bool:
        return tally(rule.step, _truth(reach, seen)) == (total, total)

    return Attempt(
        PointsProbe(rule, side, wanted, str(total)),
        lambda: (((), goals) for goals in _making(rule, total)),
        lambda: chain.from_iterable(reach.goals.all(goals) for goals in _making(rule, total)),
    )


def _making(rule: ScoreRule, total: int) -> Iterator[_Goals]:
    """Yield what becomes of everything with points where exactly so many are earned."""
    step = rule.step
    worth = [at for at, points in enumerate(step.points) if points]
    for lost in making(step.points, sum(step.points) - total):
        unmet: _Goals = [(step.children[at], Truth.UNMET) for at in lost]
        yield unmet + [(step.children[at], Truth.MET) for at in worth if at not in lost]


def given_in_full(rule: ScoreRule, reach: Reach, scope: Scope) -> Iterator[Attempt]:
    """Yield each child that can earn its points by not arising, or by being waived."""
    program = reach.goals.program
    for child in rule.children:
        if not child.points:
            continue
        every = [statuses_of(each, program) for each in child.indicators]
        own = scope.holds(rule.plugin)
        if all(Status.NOT_APPLICABLE in each for each in every) and own:
            yield _full(rule, Side.FALLEN, child, reach)
        if len(every) == 1 and Status.WAIVED in every[0]:
            (indicator,) = child.indicators
            if own or any(scope.holds(each.plugin) for each in indicator.waivers):
                yield _full(rule, Side.WAIVED, child, reach)


def _full(rule: ScoreRule, side: Side, child: Scored, reach: Reach) -> Attempt:
    status = Status.WAIVED if side is Side.WAIVED else Status.NOT_APPLICABLE

    def wanted(seen: Seen) -> bool:
        return seen.statuses.get(child.id) == status.value and decides(
            rule.step, child.step, _truth(reach, seen)
        )

    def ways(*, proof: bool) -> Iterator[Way]:
        each = (reach.status(indicator, status, proof=proof) for indicator in child.indicators)
        return (tuple(chain.from_iterable(way)) for way in product(*each))

    def proof() -> Iterator[Way]:
        for goals in reach.goals.deciding(rule.step, child.step):
            for beside in reach.goals.all(goals):
                yield from ((*way, *beside) for way in ways(proof=True))

    return Attempt(
        PointsProbe(rule, side, wanted, child.id, child),
        lambda: _beside(rule, child, reach, islice(ways(proof=False), _MOST_STARTS)),
        proof,
    )


def _beside(
    rule: ScoreRule, child: Scored, reach: Reach, starts: Iterable[Way]
) -> Iterator[tuple[Way, _Goals]]:
    """Yield each start with what the others come to where the child decides."""
    begun = list(starts)
    for goals in reach.goals.deciding(rule.step, child.step, _FEW):
        yield from ((start, goals) for start in begun)


def reached(reach: Reach, item: Item) -> Found | None:
    """Return a ward that sees an item, of points or of anything else."""
    if item.rule is None:
        return reach.reached(item)
    rule, truth = item.rule, _TRUTHS[item.state]
    if item.child is not None:
        tries = _alone(rule, item.child, truth, reach)
        step, child = rule.step, item.child.step
        position = reach.judge.position

        def wanted(seen: Seen) -> bool:
            return seen.truths[position[child]] == truth and decides(
                step, child, _truth(reach, seen)
            )

        return _find(reach, rule, tries, wanted)
    at = reach.judge.position[rule.step.id]
    return _find(reach, rule, _whole(rule, truth, reach), lambda seen: seen.truths[at] == truth)


def _alone(
    rule: ScoreRule, child: Scored, truth: Truth, reach: Reach
) -> Iterator[tuple[Way, _Goals]]:
    """Yield how one child, in one state, may decide a score."""
    if truth is Truth.UNKNOWN:
        yield from _beside(rule, child, reach, _left_open(rule, child, reach))
        return
    for goals in reach.goals.deciding(rule.step, child.step, _FEW):
        yield (), [(child.step, truth), *goals]


def _left_open(rule: ScoreRule, child: Scored, reach: Reach) -> list[Way]:
    """Return ways to leave a child open, those that leave the fewest others open first."""
    others = [set(reach.goals.measures(each)) for each in rule.step.children if each != child.step]

    def shared(way: Way) -> int:
        gone = {each.measure for each in way if isinstance(each, Missing)}
        return sum(bool(gone & other) for other in others)

    return sorted(reach.unknown(child.step, ((),)), key=shared)


def _whole(rule: ScoreRule, truth: Truth, reach: Reach) -> Iterator[tuple[Way, _Goals]]:
    """Yield how a score may come to a truth."""
    if truth is Truth.UNKNOWN:
        for child in rule.children:
            yield from islice(_alone(rule, child, truth, reach), _MOST_STARTS)
        yield tuple(map(Missing, reach.goals.measures(rule.step.id))), []
        return
    points, total = rule.step.points, sum(rule.step.points)
    enough = rule.step.threshold if truth is Truth.MET else total - rule.step.threshold + 1
    for chosen in covers(points, max(enough, 0), total):
        yield (), [(rule.step.children[at], truth) for at in chosen]


def unreachable(reach: Reach, item: Item) -> bool:
    """Return whether it is proved that no ward of this period sees an item."""
    if item.rule is None or item.child is None:
        return reach.unreachable(item)
    step, child, truth = item.rule.step, item.child.step, _TRUTHS[item.state]
    own: _Goals = [(child, truth)]
    if truth is Truth.UNKNOWN:
        if reach.nothing_known[child] is not Truth.UNKNOWN:
            return True
        own = []
    return reach.proved(
        chain.from_iterable(
            reach.goals.all([*own, *goals]) for goals in reach.goals.deciding(step, child)
        )
    )


def _find(
    reach: Reach,
    rule: ScoreRule,
    tries: Iterable[tuple[Way, _Goals]],
    wanted: Callable[[Seen], bool],
) -> Found | None:
    """Return a ward that is what is wanted, if possible with all that layers added met too."""
    some = list(islice(tries, _MOST_TRIES))
    added: _Goals = [(each, Truth.MET) for each in rule.beside]
    for beside in [added, []] if added else [[]]:
        patience = [_MOST_FAILED]
        solved = (reach.settle([*goals, *beside], start, patience) for start, goals in some)
        found = reach.first(solved, wanted)
        if found is not None:
            return found
    return None


def _truth(reach: Reach, seen: Seen) -> Callable[[str], int]:
    position = reach.judge.position
    return lambda step: seen.truths[position[step]]
