"""Wards drawn for a standard: a world first, then what is known of it."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cached_property
from math import ceil, floor

from kieumau.authoring.boundaries.base import blank_ward
from kieumau.authoring.boundaries.solve import Solver, bound_limits
from kieumau.authoring.boundaries.wards import fact_value
from kieumau.documents.factsets import FactSet
from kieumau.program.steps import Linear
from kieumau.rules.facts import Fact, FactValue, Interval, Reported, Unknown
from kieumau.rules.measures import Change, Difference, Kind, Measure, Ratio, Sum
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
        self.derived = tuple(each for each in standard.measures if each.derived is not None)
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
    if mended is None:
        return drawn.blank
    directly = dict(_directly(draw, mended, drawn)) if draw.once_in(2) else {}
    parts = {id_ for each in directly for id_ in _base_parts(drawn, each)}
    left_out = parts if parts and draw.once_in(2) else frozenset[str]()
    facts = [Fact(id_, value) for id_, value in directly.items()]
    for each in drawn.measures:
        if each.id not in mended or each.id in left_out:
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
    how = draw.between(0, 3)
    if how == 0:
        return None
    if how == 3 and value is not None and measure.kind.numeric:  # noqa: PLR2004 (the last)
        return _reported(draw, measure, Fraction(value, 10**measure.decimals))
    if how == 1 or value is None or not (measure.kind.numeric or measure.kind is Kind.DATE):
        return _UNKNOWN
    low, high = drawn.solver.ends(measure)
    ends = max(low, value - draw.between(0, 2)), min(high, value + draw.between(0, 2))
    first, last = (fact_value(measure, end) for end in ends)
    return Interval(first, last)


def _directly(
    draw: Draw, point: Mapping[str, int | None], drawn: Drawn
) -> Iterator[tuple[str, FactValue]]:
    """Yield derived figures that a ward supplies as such, each what its parts give."""
    values: dict[str, Fraction | None] = {
        each.id: Fraction(units, 10**each.decimals)
        for each in drawn.measures
        if (units := point.get(each.id)) is not None
    }
    for measure in drawn.derived:
        value = values[measure.id] = _derived(measure, values)
        if value is None or not measure.minimum <= value <= measure.maximum:
            continue
        if draw.once_in(2):
            yield measure.id, _given(draw, measure, value)


def _derived(measure: Measure, values: Mapping[str, Fraction | None]) -> Fraction | None:
    """Return what a measure's parts give; None where one is not known or nothing divides."""
    parts = [values.get(part) for part in measure.parts]
    known = [each for each in parts if each is not None]
    if len(known) < len(parts):
        return None
    per = 100 if measure.kind is Kind.PERCENT else 1
    match measure.derived, known:
        case Sum(), _:
            return sum(known, Fraction(0))
        case Difference(), (of, less):
            return of - less
        case Ratio(), (of, to) if to:
            return per * of / to
        case Change(), (start, end) if start:
            return 100 * (end - start) / start
    return None


def _given(draw: Draw, measure: Measure, value: Fraction) -> FactValue:
    """Return a derived figure as published: exact where its decimals suffice, else near it."""
    scaled = value * 10**measure.decimals
    how = draw.between(0, 2)
    if how == 0 and scaled.denominator == 1:
        return fact_value(measure, int(scaled))
    if how == 1:
        return _reported(draw, measure, value)
    low, high = floor(scaled), ceil(scaled)
    return Interval(fact_value(measure, low), fact_value(measure, high))


def _reported(draw: Draw, measure: Measure, value: Fraction) -> Reported:
    """Return a figure rounded to a few of its decimals, as text."""
    step = Decimal(1).scaleb(-draw.between(0, min(measure.decimals, 2)))  # 1.125 may be a thousand
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    said = format(exact.quantize(step, ROUND_HALF_UP), "f")
    return Reported(f"{said}%" if measure.kind is Kind.PERCENT else said)


def _base_parts(drawn: Drawn, id_: str) -> Iterator[str]:
    """Yield the measures a figure is made of in the end."""
    for part in drawn.standard.composed.vocabulary[id_].parts:
        yield part
        yield from _base_parts(drawn, part)
