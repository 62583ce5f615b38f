"""Indicators decided before any ward is seen: no figures within bounds meet them, or fail them.

What is said is proved (`kieumau.authoring.warnings.bounds`); where nothing is, nothing is said.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from attrs import evolve

from kieumau.authoring.warnings.bounds import Beforehand
from kieumau.authoring.warnings.view import View, warn
from kieumau.errors import Diagnostic
from kieumau.language.names import Vocabulary
from kieumau.plugins.composed import ComposedIndicator, Conjunct
from kieumau.program import ids
from kieumau.rules.conditions import Any, Between, Compare, Condition, Constant, MeasureRef, Op
from kieumau.rules.measures import IfZero, Measure
from kieumau.standard import Standard
from kieumau.truth import Truth

__all__ = ["decided_beforehand"]

_OPPOSITE = {Op.GE: Op.LT, Op.LT: Op.GE, Op.LE: Op.GT, Op.GT: Op.LE}


def decided_beforehand(view: View) -> Iterator[Diagnostic]:
    """Yield indicators the plugin asks something of that can never be met, or never fail."""
    for standard, indicator, own in view.touched:
        proved = view.proved(standard)
        place = view.places.get(indicator.id, own[0].condition.place)
        if _never_met(indicator, indicator.conjuncts, proved, standard):
            others = tuple(each for each in indicator.conjuncts if each not in own)
            if indicator.plugin == view.plugin.id or not _never_met(
                indicator, others, proved, standard
            ):
                yield warn("KM-801", place, id=indicator.id)
        elif indicator.plugin == view.plugin.id and _never_fails(
            indicator, own, proved, standard.composed.vocabulary
        ):
            yield warn("KM-802", place, id=indicator.id)


def _steps(
    indicator: ComposedIndicator, conjuncts: Iterable[Conjunct]
) -> list[tuple[str, Condition]]:
    return [
        (ids.condition_step(indicator, "requires", each.plugin, each.condition), each.condition)
        for each in conjuncts
    ]


def _never_met(
    indicator: ComposedIndicator,
    conjuncts: tuple[Conjunct, ...],
    proved: Beforehand,
    standard: Standard,
) -> bool:
    steps = _steps(indicator, conjuncts)
    if any(proved.truths[step] is Truth.UNMET or step in proved.barred for step, _ in steps):
        return True
    if steps and all(step in proved.falling for step, _ in steps):
        return True
    return _contradict([condition for _, condition in steps], standard.composed.vocabulary)


def _never_fails(
    indicator: ComposedIndicator,
    own: tuple[Conjunct, ...],
    proved: Beforehand,
    vocabulary: Vocabulary,
) -> bool:
    if indicator.applies_when is not None:
        applies = ids.condition_step(indicator, "applies", indicator.plugin, indicator.applies_when)
        if proved.truths[applies] is Truth.UNMET:
            return True
    return all(
        proved.truths[step] is Truth.MET or step in proved.passed or _exhausts(asked, vocabulary)
        for step, asked in _steps(indicator, own)
    )


def _exhausts(condition: Condition, vocabulary: Vocabulary) -> bool:
    """Return whether branches of an ``any`` leave a measure no value that fails them all."""
    if not isinstance(condition, Any):
        return False
    opposites = [
        evolve(test, op=_OPPOSITE[test.op])
        for test in condition.of
        if isinstance(test, Compare)
        and test.op in _OPPOSITE
        and vocabulary[test.measure].kind.numeric
        and not vocabulary[test.measure].divides
    ]
    return _contradict(opposites, vocabulary)


def _contradict(conditions: Iterable[Condition], vocabulary: Vocabulary) -> bool:
    """Return whether comparisons of one measure with constants leave it no value."""
    ranges: dict[str, list[Compare]] = {}
    for condition in conditions:
        match condition:
            case Compare(measure):
                ranges.setdefault(measure, []).append(condition)
            case Between(measure, low, high):
                tests = (Compare(measure, Op.GE, low), Compare(measure, Op.LE, high))
                ranges.setdefault(measure, []).extend(tests)
    return any(len(tests) > 1 and _empty(vocabulary[id_], tests) for id_, tests in ranges.items())


def _empty(measure: Measure, tests: Iterable[Compare]) -> bool:
    if measure.divides and measure.if_zero in (IfZero.NOT_APPLICABLE, IfZero.MET):
        return False  # over nothing all of them fall away together
    low: Fraction | None = None
    high: Fraction | None = None
    stepped = not measure.divides
    for test in tests:
        at = _position(test.against, measure)
        if at is None:
            continue
        if test.op in (Op.GE, Op.GT, Op.EQ):
            least = _step(at, up=True, strict=test.op is Op.GT) if stepped else at
            low = least if low is None else max(low, least)
        if test.op in (Op.LE, Op.LT, Op.EQ):
            most = _step(at, up=False, strict=test.op is Op.LT) if stepped else at
            high = most if high is None else min(high, most)
    return low is not None and high is not None and low > high


def _step(at: Fraction, *, up: bool, strict: bool) -> Fraction:
    """Return the nearest value a measure can have at, or strictly beyond, a constant."""
    if up:
        return Fraction(floor(at) + 1 if strict else ceil(at))
    return Fraction(ceil(at) - 1 if strict else floor(at))


def _position(constant: Constant | MeasureRef, measure: Measure) -> Fraction | None:
    """Return a constant in units of the last decimal, or as a day; None for days without a year."""
    match constant:
        case Decimal():
            return Fraction(constant.scaleb(measure.decimals))
        case date():
            return Fraction(constant.toordinal())
        case _:
            return None
