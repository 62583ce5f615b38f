"""Wards drawn for a standard: a world first, then what is known of it."""

from collections.abc import Mapping
from functools import cached_property

from kieumau.authoring.boundaries.base import blank_ward
from kieumau.authoring.boundaries.solve import Solver, bound_limits
from kieumau.authoring.boundaries.wards import fact_value
from kieumau.documents.factsets import FactSet
from kieumau.program.steps import Linear
from kieumau.rules.facts import Fact, FactValue, Interval, Unknown
from kieumau.rules.measures import Kind, Measure
from kieumau.rules.periods import MonthDay
from kieumau.standard import Standard
from kieumau.testing.drawing import Draw
from kieumau.wording import Text

__all__ = ["Drawn", "ward"]

_UNKNOWN = Unknown(Text("chưa rõ (số liệu thử)", "not known (test data)"))
_FAR = 1000


class Drawn:
    """A standard and the figures worth drawing for it, looked up once."""

    def __init__(self, standard: Standard) -> None:
        self.standard = standard
        blank = blank_ward(standard, ())
        self.blank = FactSet(blank.ward, blank.period, (), invented=True)
        self.measures = tuple(each for each in standard.measures if each.derived is None)
        vocabulary = standard.composed.vocabulary
        period = self.blank.period
        first, last = period.first.toordinal(), period.last.toordinal()
        self.solver = Solver(vocabulary, bound_limits(vocabulary), first, last)

    @cached_property
    def near(self) -> Mapping[str, tuple[int, ...]]:
        """The figures on and beside each threshold of a single measure."""
        found: dict[str, set[int]] = {}
        for leaf in self.standard.program.leaves:
            for form in leaf.forms:
                if not isinstance(form, Linear) or len(form.terms) != 1:
                    continue
                (term,) = form.terms
                constant = form.constant
                if isinstance(constant, MonthDay):
                    named = self.blank.period.days_named(constant)
                    at = named[0].toordinal() if named else 1
                else:
                    at = constant // term.coefficient
                found.setdefault(term.measure, set()).update((at - 1, at, at + 1))
        return {id_: tuple(sorted(values)) for id_, values in found.items()}


def ward(draw: Draw, drawn: Drawn) -> FactSet:
    """Draw a ward."""
    known = draw.of((0, 3, 12, 1))  # how seldom a figure is not exactly known; 0 is never
    if draw.once_in(12):
        return drawn.blank
    point: dict[str, int | None] = {each.id: _figure(draw, each, drawn) for each in drawn.measures}
    mended = drawn.solver.solve(point, ())
    facts = []
    for each in drawn.measures:
        if mended is None or each.id not in mended:
            continue
        fact = _known(draw, each, mended[each.id], known, drawn)
        if fact is not None:
            facts.append(Fact(each.id, fact))
    return FactSet(drawn.blank.ward, drawn.blank.period, tuple(facts), invented=True)


def _figure(draw: Draw, measure: Measure, drawn: Drawn) -> int | None:
    low, high = drawn.solver.ends(measure)
    if measure.kind is Kind.DATE:
        if draw.once_in(6):
            return None
        low, high = drawn.solver.first_day, drawn.solver.last_day
    near = tuple(each for each in drawn.near.get(measure.id, ()) if low <= each <= high)
    if near and not draw.once_in(3):
        return draw.of(near)
    start = max(low, min(high, 0))
    if measure.kind.numeric and not draw.once_in(3):
        return draw.between(start, min(high, start + 10 * 10**measure.decimals))
    return draw.between(low, min(high, low + _FAR * 10**measure.decimals))


def _known(
    draw: Draw, measure: Measure, value: int | None, known: int, drawn: Drawn
) -> FactValue | None:
    """Return what is supplied of a figure: it, a range, declared unknown, or nothing."""
    exact = fact_value(measure, value)
    if not known or not draw.once_in(known + 1):
        return exact
    how = draw.between(0, 2)
    if how == 0:
        return None
    if how == 1 or value is None or not (measure.kind.numeric or measure.kind is Kind.DATE):
        return _UNKNOWN
    low, high = drawn.solver.ends(measure)
    ends = max(low, value - draw.between(0, 2)), min(high, value + draw.between(0, 2))
    first, last = (fact_value(measure, end) for end in ends)
    return Interval(first, last)
