"""Readings: what was observed for the conditions of one refinement, and how far off it is."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kieumau.authoring.preview.causes import target_of
from kieumau.plugins.composed import Composed, ComposedIndicator
from kieumau.plugins.contract import threshold
from kieumau.program.ids import condition_step, waiver_step
from kieumau.render.observed import observed, workings
from kieumau.render.preview_data import Reading
from kieumau.render.preview_words import Word
from kieumau.render.speech import Figure, Slot, Voice, speak
from kieumau.render.values import LONGEST, SHORT, Span, shown
from kieumau.rules.conditions import Compare, Condition, MeasureRef, Op, children, conjuncts
from kieumau.rules.measures import Kind
from kieumau.rules.periods import MonthDay
from kieumau.rules.refinements import Refinement, Tighten, Waive
from kieumau.verdicts.findings import Finding, FindingKind, Status
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Text

__all__ = ["readings", "said", "tightened"]


def said(slot: Slot) -> Text:
    """Return a slot in both languages."""
    return Text(speak(slot, Voice("vi")), speak(slot, Voice("en")))


def tightened(refinement: Tighten, below: Composed) -> tuple[Condition, ...]:
    """Return the conditions a tightening asks for on top of the layer below."""
    if refinement.also is not None:
        return tuple(conjuncts(refinement.also))
    target = next((each for each in below.indicators if each.id == refinement.target), None)
    strictest = threshold(target) if target else None
    if strictest is None or refinement.to is None:
        return ()
    return (Compare(strictest.measure, strictest.op, refinement.to),)


def readings(
    refinement: Refinement, plugin: str, verdict: Verdict, full: Composed, below: Composed
) -> tuple[Reading, ...]:
    """Return what was observed for a refinement in a ward's verdict under the whole plugin."""
    target = target_of(refinement)
    root = next((each for each in verdict.findings if each.id == target), None)
    indicators = [each for each in full.indicators if target in (each.id, each.criterion)]
    if root is None:
        return ()
    steps = {each.about.step: each for each in root.walk()}
    match refinement:
        case Tighten():
            wanted = [
                condition_step(each, "requires", plugin, condition)
                for each in indicators
                for condition in tightened(refinement, below)
            ]
            roots = [steps[step] for step in wanted if step in steps]
        case Waive(when=when):
            wanted = [waiver_step(each, plugin, when) for each in indicators]
            roots = [steps[step] for step in wanted if step in steps]
            roots += [
                each.children[0]
                for each in root.walk()
                if each.kind is FindingKind.GUARDED and not each.children[0].status.passes
            ]
        case _:
            roots = [root]
    tests = {each.id: each for found in roots for each in _deciding(found)}
    compared = {step: each for indicator in indicators for step, each in _compared(indicator)}
    return tuple(
        Reading(
            test.title,
            said(observed(test, verdict)),
            test.status,
            _gap(test, compared.get(test.about.step), verdict),
        )
        for test in tests.values()
    )


def _deciding(finding: Finding) -> Iterator[Finding]:
    """Yield the tests a finding's status follows from."""
    if finding.about.measures:
        yield finding
    for child in finding.decisive or finding.children:
        yield from _deciding(child)


def _compared(indicator: ComposedIndicator) -> Iterator[tuple[str, Compare]]:
    """Yield every comparison in what an indicator requires, by its step."""
    for conjunct in indicator.conjuncts:
        ahead = [conjunct.condition]
        while ahead:
            condition = ahead.pop()
            ahead += children(condition)
            if isinstance(condition, Compare):
                yield condition_step(indicator, "requires", conjunct.plugin, condition), condition


def _gap(test: Finding, compared: Compare | None, verdict: Verdict) -> Text | None:
    """Return how far a figure that fails is from its threshold, where both are one value."""
    if compared is None or test.status is not Status.NOT_MET:
        return None
    match compared.against:
        case Decimal() as wanted:
            span = workings(test, verdict).span(compared.measure)
            return _short(compared, span, Fraction(wanted), verdict) if span else None
        case MeasureRef():
            return None
        case date() | MonthDay() as day:
            return _days(test, compared, day, verdict)


def _short(compared: Compare, span: Span, wanted: Fraction, verdict: Verdict) -> Text | None:
    if not span.exact or compared.op is Op.NE:
        return None
    gap = abs(span.low - wanted)
    if not gap:
        return Word.AT_THRESHOLD.text
    measure = verdict.measures.get(compared.measure)
    percent = measure is not None and measure.kind is Kind.PERCENT
    unit = measure.unit if measure and not percent else None
    digits = next(n for n in range(SHORT, LONGEST + 1) if shown(gap, n) or n == LONGEST)
    rounded = shown(gap, digits)
    figure = said(Figure(Decimal(rounded.numerator) / rounded.denominator, unit))
    figure = Word.POINTS.both(n=figure) if percent else figure
    figure = figure if rounded == gap else Word.ABOUT.both(n=figure)
    return (Word.SHORT_BY if span.low < wanted else Word.OVER_BY).both(gap=figure)


def _days(test: Finding, compared: Compare, day: date | MonthDay, verdict: Verdict) -> Text | None:
    if isinstance(day, MonthDay):
        named = verdict.facts.period.days_named(day)
        if len(named) != 1:
            return None
        day = named[0]
    value = next((f.value for f in test.observed if f.measure == compared.measure), None)
    if not isinstance(value, date):
        return None
    late = (value - day).days
    if not late:
        return Word.AT_THRESHOLD.text
    return (Word.LATE_BY if late > 0 else Word.EARLY_BY).both(n=abs(late))
