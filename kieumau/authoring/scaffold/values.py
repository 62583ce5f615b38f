"""Facts that stand just on either side of a condition: what a case has to supply to reach it."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TypeAlias

from kieumau.language.names import Vocabulary
from kieumau.rules.conditions import (
    All,
    Any,
    AtLeast,
    Between,
    Compare,
    Condition,
    Constant,
    Holds,
    MeasureRef,
    Not,
    OneOf,
    Op,
)
from kieumau.rules.facts import FactValue
from kieumau.rules.measures import Measure, Ratio
from kieumau.rules.periods import MonthDay

__all__ = ["Changes", "making", "sides"]

Changes: TypeAlias = dict[str, FactValue | None]
"""Facts by measure; None takes one away."""

_WHOLES = (100, 200, 1000)
"""Denominators to try where the ward's own gives no whole number at the threshold."""


def sides(
    test: Compare, vocabulary: Vocabulary, facts: Mapping[str, FactValue]
) -> Iterator[tuple[Changes, Changes]]:
    """Yield facts that just meet a comparison with a number, and facts that just miss it.

    Best first: with the denominator the ward has, else with round ones.
    """
    measure = vocabulary[test.measure]
    if not isinstance(test.against, Decimal):
        return
    if isinstance(measure.derived, Ratio):
        yield from _ratio_sides(test, measure, vocabulary, facts)
    met, missed = (_number(test.op, test.against, measure, holds=side) for side in (True, False))
    if met is not None and missed is not None:
        gone: Changes = dict.fromkeys(measure.parts)
        yield {**gone, measure.id: met}, {**gone, measure.id: missed}


def _ratio_sides(
    test: Compare, measure: Measure, vocabulary: Vocabulary, facts: Mapping[str, FactValue]
) -> Iterator[tuple[Changes, Changes]]:
    assert isinstance(measure.derived, Ratio)  # noqa: S101 (asked for by `sides`)
    assert isinstance(test.against, Decimal)  # noqa: S101 (the same)
    of, to = vocabulary[measure.derived.of], vocabulary[measure.derived.to]
    if of.derived or to.derived or of.decimals or to.decimals:
        return
    own = facts.get(to.id)
    wholes = [own] if isinstance(own, int) and not isinstance(own, bool) and own > 0 else []
    whole_share = Decimal(100) if measure.unit and measure.unit.vi == "%" else Decimal(1)
    for whole in sorted({*wholes, *_WHOLES}, key=lambda each: each not in wholes):
        part = test.against * whole / whole_share
        if part != int(part) or not to.minimum <= whole <= to.maximum:
            continue
        met, missed = (_number(test.op, part, of, holds=side) for side in (True, False))
        if met is not None and missed is not None and min(met, missed) >= 0:
            yield (
                {to.id: whole, of.id: met, measure.id: None},
                {to.id: whole, of.id: missed, measure.id: None},
            )


def _number(op: Op, limit: Decimal, measure: Measure, *, holds: bool) -> int | Decimal | None:
    """Return the number nearest a limit for which the comparison holds, or does not."""
    step = measure.from_grid(1)
    low = measure.from_grid(int(limit.scaleb(measure.decimals).to_integral_value(ROUND_FLOOR)))
    high = measure.from_grid(int(limit.scaleb(measure.decimals).to_integral_value(ROUND_CEILING)))
    above, below = (high if high > limit else limit + step), (low if low < limit else limit - step)
    exact = (limit,) if low == high else ()
    tried = {
        (Op.GE, True): (high,),
        (Op.GE, False): (below,),
        (Op.GT, True): (above,),
        (Op.GT, False): (low,),
        (Op.LE, True): (low,),
        (Op.LE, False): (above,),
        (Op.LT, True): (below,),
        (Op.LT, False): (high,),
        (Op.EQ, True): exact,
        (Op.EQ, False): (below, above),
        (Op.NE, True): (below, above),
        (Op.NE, False): exact,
    }[op, holds]
    for each in tried:
        if measure.minimum <= each <= measure.maximum:
            return int(each) if each == int(each) else each
    return None


def making(condition: Condition, vocabulary: Vocabulary, year: int, *, holds: bool) -> Changes:
    """Return facts that probably make a condition hold, or fail; whoever asks tries them out.

    Derived figures are supplied as they are, in place of their parts.
    """
    match condition:
        case Holds(measure):
            return {measure: holds}
        case Not(of):
            return making(of, vocabulary, year, holds=not holds)
        case OneOf(measure, choices, negated):
            among = {each.id for each in vocabulary[measure].choices}
            wanted = sorted(among & {*choices} if holds is not negated else among - {*choices})
            return {measure: wanted[0]} if wanted else {}
        case All(of) | Any(of) | AtLeast(_, of):
            merged: Changes = {}
            for child in of:
                merged |= making(child, vocabulary, year, holds=holds)
            return merged
        case Between(measure, low, high):
            edge = low if holds else high
            op = Op.GE if holds else Op.LE
            return _against(Compare(measure, op, edge), vocabulary, year, holds=holds)
        case Compare(measure, op, MeasureRef(other)):
            return {measure: 10, other: 10 + _distance(op, holds=holds)}
        case Compare():
            return _against(condition, vocabulary, year, holds=holds)


def _distance(op: Op, *, holds: bool) -> int:
    """Return how far the right of a comparison stands from the left for it to hold, or fail."""
    rises = op in (Op.LT, Op.LE, Op.NE)
    falls = op in (Op.GT, Op.GE)
    if holds:
        return 1 if rises else -1 if falls else 0
    return -1 if op in (Op.LT, Op.LE) else 1 if falls or op is Op.EQ else 0


def _against(test: Compare, vocabulary: Vocabulary, year: int, *, holds: bool) -> Changes:
    measure = vocabulary[test.measure]
    gone: Changes = dict.fromkeys(measure.parts)
    if isinstance(test.against, Decimal):
        found = _number(test.op, test.against, measure, holds=holds)
        return {} if found is None else {**gone, measure.id: found}
    day = _day(test.against, year)
    if day is None:
        return {}
    later = test.op in (Op.GT, Op.GE, Op.NE)
    strict = test.op in (Op.GT, Op.LT, Op.NE)
    away = strict if holds else not strict
    forward = later if holds else not later
    return {measure.id: day + timedelta(days=away * (1 if forward else -1))}


def _day(constant: Constant | MeasureRef, year: int) -> date | None:
    match constant:
        case date():
            return constant
        case MonthDay():
            return constant.in_year(year)
        case _:
            return None
