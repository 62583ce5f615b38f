"""A ward near another that satisfies constraints: found by mending one figure at a time.

Deterministic: the same start and constraints give the same ward. As few figures as possible are
changed; a search that finds nothing proves nothing (`impossible` does).
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import ceil, floor
from typing import TypeAlias

from attrs import frozen

from kieumau.authoring.boundaries.goals import Constraint, InSet, Missing, Total, Undated
from kieumau.language.names import Vocabulary
from kieumau.program.consistency import may_leave_bounds
from kieumau.program.linear import comparison_forms
from kieumau.program.steps import Term
from kieumau.rules.conditions import Compare, Op
from kieumau.rules.measures import Kind, Measure

__all__ = ["Point", "Solver", "bound_limits"]

Point: TypeAlias = Mapping[str, int | None]
"""Measures as the program's integers; None is a date known to be none, absent is not supplied."""

_MOST_CHANGES = 7
_MOST_TRIES = 4000
_LAST_DAY = 3_652_059  # date.max.toordinal()


def bound_limits(vocabulary: Vocabulary) -> tuple[Total, ...]:
    """Return what figures must satisfy for those derived from them to be within bounds."""
    found: list[Total] = []
    for measure in vocabulary:
        plain = all(vocabulary[part].derived is None for part in measure.parts)
        if measure.parts and plain and may_leave_bounds(measure, vocabulary):
            for op, bound in ((Op.GE, measure.minimum), (Op.LE, measure.maximum)):
                form = comparison_forms(Compare(measure.id, op, bound), vocabulary)[0]
                at = form.constant
                assert isinstance(at, int)  # noqa: S101 (a bound is a number)
                low, high = (at, None) if op is Op.GE else (None, at)
                found.append(Total(form.terms, low, high, form.divisor))
    return tuple(found)


@frozen
class Solver:
    """Finds wards of one vocabulary."""

    vocabulary: Vocabulary
    limits: tuple[Total, ...]
    first_day: int
    last_day: int

    def solve(self, start: Point, wanted: Sequence[Constraint]) -> Point | None:
        """Return a point that satisfies everything wanted, as near the start as is found."""
        gone = {each.measure for each in wanted if isinstance(each, Missing)}
        point = {id_: value for id_, value in start.items() if id_ not in gone}
        rest = [each for each in wanted if not isinstance(each, Missing)]
        tries = [_MOST_TRIES]
        for changes in range(_MOST_CHANGES + 1):
            found = self._mend(point, rest, frozenset(gone), changes, tries)
            if found is not None or tries[0] <= 0:
                return found
        return None

    def value(self, measure: Measure) -> int:
        """Return an unremarkable figure for a measure that has none."""
        match measure.kind:
            case Kind.YES_NO:
                return 1
            case Kind.CHOICE:
                return 0
            case Kind.DATE:
                return self.first_day
            case _:
                low, high = self.ends(measure)
                return max(low, min(high, int(100 * 10**measure.decimals)))

    def ends(self, measure: Measure) -> tuple[int, int]:
        """Return the least and the greatest a measure can be."""
        match measure.kind:
            case Kind.YES_NO:
                return 0, 1
            case Kind.CHOICE:
                return 0, len(measure.choices) - 1
            case Kind.DATE:
                return 1, _LAST_DAY
            case _:
                scale = 10**measure.decimals
                return ceil(measure.minimum * scale), floor(measure.maximum * scale)

    def _mend(
        self,
        point: dict[str, int | None],
        wanted: Sequence[Constraint],
        fixed: frozenset[str],
        changes: int,
        tries: list[int],
    ) -> Point | None:
        tries[0] -= 1
        if tries[0] <= 0:
            return None
        broken = next((each for each in wanted if not self.holds(each, point)), None)
        broken = broken or next((each for each in self.limits if not self.fits(each, point)), None)
        if broken is None:
            return point
        if not changes:
            return None
        for change in self.changes(broken, point, fixed):
            changed = {**point, **change}
            for id_ in self._beside(change):
                changed.pop(id_, None)
            found = self._mend(changed, wanted, fixed | set(change), changes - 1, tries)
            if found is not None:
                return found
        return None

    def holds(self, constraint: Constraint, point: Point) -> bool:
        """Return whether a point satisfies a constraint; what is missing satisfies none."""
        match constraint:
            case Missing(measure):
                return measure not in point
            case Undated(measure):
                return measure in point and point[measure] is None
            case InSet(measure, positions):
                return point.get(measure) in positions
            case Total(terms, low, high):
                total = _total(terms, point)
                if total is None:
                    return False
                return (low is None or low <= total) and (high is None or total <= high)

    def fits(self, limit: Total, point: Point) -> bool:
        """Return whether a point keeps a derived figure within bounds, where it has one."""
        if _total(limit.terms, point) is None:
            return True
        if limit.unless_zero and not _total(limit.unless_zero, point):
            return True
        return self.holds(limit, point)

    def changes(
        self, broken: Constraint, point: Point, fixed: frozenset[str]
    ) -> Iterator[dict[str, int | None]]:
        """Yield small changes that would satisfy a constraint, or bring that nearer."""
        match broken:
            case Undated(measure):
                if measure not in fixed:
                    yield {measure: None}
            case InSet(measure, positions):
                if measure not in fixed:
                    for at in positions:
                        yield {measure: at}
            case Total():
                yield from self._totals(broken, point, fixed)
            case Missing():
                return

    def _totals(
        self, broken: Total, point: Point, fixed: frozenset[str]
    ) -> Iterator[dict[str, int | None]]:
        absent = [t.measure for t in broken.terms if point.get(t.measure) is None]
        if any(id_ in fixed for id_ in absent):
            return
        filled: dict[str, int | None] = {
            id_: self.value(self.vocabulary[id_]) for id_ in dict.fromkeys(absent)
        }
        whole = {**point, **filled}
        if filled and self.holds(broken, whole):
            yield filled
        ordered = sorted(broken.terms, key=lambda term: term.measure != broken.first)
        free = [term for term in ordered if term.measure not in fixed]
        now = _total(broken.terms, whole)
        assert now is not None  # noqa: S101 (every term was given a value)
        for goal in _near(now, broken):
            for term in free:
                moved = self._moved(term.measure, term.coefficient, whole, goal - now, broken)
                if moved is not None:
                    yield {**filled, term.measure: moved}
        if broken.low == broken.high and broken.low is not None:
            for one, other in combinations(free, 2):
                pair = self._pair(one, other, whole, broken.low - now)
                if pair is not None:
                    yield {**filled, **pair}
        for term in free:
            for end in self.ends(self.vocabulary[term.measure]):
                if whole[term.measure] != end:
                    yield {**filled, term.measure: end}

    def _moved(
        self, id_: str, coefficient: int, whole: Point, by: int, broken: Total
    ) -> int | None:
        """Return the figure nearest to the present one that moves a total by so much or more."""
        now = whole[id_]
        assert now is not None  # noqa: S101 (dates were filled in)
        steps, over = divmod(by, coefficient)
        if over:
            # Past the goal, not short of it, where the constraint is open on that side.
            up = (by > 0) == (coefficient > 0)
            steps = steps + 1 if up else steps
        found = now + steps
        low, high = self.ends(self.vocabulary[id_])
        if not low <= found <= high or found == now:
            return None
        return found if self.holds(broken, {**whole, id_: found}) else None

    def _pair(self, one: Term, other: Term, whole: Point, by: int) -> dict[str, int | None] | None:
        """Return two figures that move a total by exactly so much, near the present ones."""
        a, b = one.coefficient, other.coefficient
        x, y = whole[one.measure], whole[other.measure]
        assert x is not None and y is not None  # noqa: S101, PT018 (dates were filled in)
        size = abs(a)
        try:
            step = by * pow(b, -1, size) % size if size > 1 else 0
        except ValueError:  # no inverse: a common factor that one change alone must take
            return None
        for shift in (step, step - size, step + size, step - 2 * size):
            rest = by - b * shift
            found = {one.measure: x + rest // a, other.measure: y + shift}
            if rest % a == 0 and all(
                low <= found[id_] <= high
                for id_ in found
                for low, high in (self.ends(self.vocabulary[id_]),)
            ):
                return dict(found)
        return None

    def _beside(self, change: Point) -> set[str]:
        """Return the figures that would contradict changed ones: derived from them, or parts."""
        found = {each for id_ in change for each in self._derived_from(id_)}
        ahead = [part for id_ in change for part in self.vocabulary[id_].parts]
        while ahead:
            part = ahead.pop()
            found.add(part)
            ahead += self.vocabulary[part].parts
        return found - set(change)

    def _derived_from(self, id_: str) -> Iterator[str]:
        for measure in self.vocabulary:
            if id_ in measure.parts:
                yield measure.id
                yield from self._derived_from(measure.id)


def _total(terms: Sequence[Term], point: Point) -> int | None:
    total = 0
    for term in terms:
        value = point.get(term.measure)
        if value is None:
            return None
        total += term.coefficient * value
    return total


def _near(now: int, broken: Total) -> tuple[int, ...]:
    """Return the totals a constraint allows that are nearest, from both ends."""
    ends = [end for end in (broken.low, broken.high) if end is not None]
    return tuple(sorted(dict.fromkeys(ends), key=lambda end: abs(end - now)))
