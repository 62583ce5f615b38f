"""What was observed for one test, against what it requires: the sentence after "Thực tế"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from kieumau.render.phrasebook import Phrase
from kieumau.render.speech import Slot, joined, say
from kieumau.render.values import (
    LONGEST,
    SHORT,
    Span,
    Workings,
    fact_said,
    measure_name,
    shown,
    span_said,
)
from kieumau.rules.measures import IfZero
from kieumau.verdicts.findings import Finding
from kieumau.verdicts.verdict import Verdict

__all__ = ["observed", "parts_of", "workings"]

_LITERAL = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_ZERO = {
    IfZero.NOT_APPLICABLE: Phrase.ZERO_FALLS,
    IfZero.UNKNOWN: Phrase.ZERO_OPEN,
    IfZero.MET: Phrase.ZERO_MET,
    IfZero.UNMET: Phrase.ZERO_UNMET,
}


def workings(test: Finding, verdict: Verdict) -> Workings:
    """Return the calculations behind one test's figures."""
    return Workings({fact.measure: fact for fact in test.observed}, verdict.measures)


def observed(test: Finding, verdict: Verdict) -> Slot:
    """Return what was observed for a single test, with the calculation where there is one."""
    work = workings(test, verdict)
    if zero := _zero(test, work, verdict):
        return zero
    roots = _roots(test, work)
    spans = {root: work.span(root) for root in roots}
    digits = _digits([span for span in spans.values() if span], test.title.en)
    said = [_root(root, spans[root], work, digits) for root in roots]
    if len(roots) == 1:
        return said[0]
    named = [_named(root, each, work) for root, each in zip(roots, said, strict=True)]
    return joined(*named, between="; ")


def parts_of(test: Finding, verdict: Verdict) -> tuple[str, ...]:
    """Return the measures of a test that stand behind a figure worked out from them."""
    roots = _roots(test, workings(test, verdict))
    return tuple(id_ for id_ in test.about.measures if id_ not in roots)


def _named(id_: str, said: Slot, work: Workings) -> Slot:
    return say(Phrase.NAMED, name=measure_name(id_, work.measures), value=said)


def _root(id_: str, span: Span | None, work: Workings, digits: int) -> Slot:
    """Return a figure the test speaks of: worked out, as supplied, or what is wanting."""
    measure = work.measures.get(id_)
    if span is not None and work.computed(id_):
        value = span_said(span, measure, digits)
        return say(Phrase.COMPUTED, parts=work.parts_said(id_, digits), value=value)
    leaves = work.leaves(id_)
    if len(leaves) > 1 and not any(leaf in work.facts for leaf in leaves):
        names = joined(*(measure_name(leaf, work.measures) for leaf in leaves), between="; ")
        return say(Phrase.NONE_SUPPLIED, names=names)
    if leaves == (id_,):
        return fact_said(work.facts.get(id_), measure)
    said = [
        _named(leaf, fact_said(work.facts.get(leaf), work.measures.get(leaf)), work)
        for leaf in leaves
    ]
    return joined(*said, between="; ")


def _roots(test: Finding, work: Workings) -> tuple[str, ...]:
    """Return the measures the test's line names: no part of another, unless named itself."""
    roots: list[str] = []
    parts: set[str] = set()
    for id_ in test.about.measures:
        if id_ not in parts or id_ == test.about.against:
            roots.append(id_)
            parts.update(_beneath(id_, work))
    return tuple(roots)


def _beneath(id_: str, work: Workings) -> Iterator[str]:
    measure = work.measures.get(id_)
    for part in measure.parts if measure else ():
        yield part
        yield from _beneath(part, work)


def _zero(test: Finding, work: Workings, verdict: Verdict) -> Slot | None:
    """Return the sentence for a denominator known to be zero; None when none is."""
    if test.about.if_zero is None:
        return None
    for id_ in test.about.denominator:
        span = work.span(id_)
        if span == Span(Fraction(0), Fraction(0)):
            return say(_ZERO[test.about.if_zero], measure=measure_name(id_, verdict.measures))
    return None


def _digits(spans: list[Span], line: str) -> int:
    """Return how many decimals to show, so that nothing rounded looks like what it is not.

    A figure that misses ``≥ 90%`` by a hair must not be shown as 90%, nor two different figures
    as the same.
    """
    literals = [Decimal(each) for each in _LITERAL.findall(re.sub(r"(?<=\d) (?=\d)", "", line))]
    ends = sorted({end for span in spans for end in (span.low, span.high)})
    decimals = (len(str(each).partition(".")[2]) for each in literals)
    least = min(LONGEST, max(SHORT, *decimals, 0))
    fixed = [Fraction(each) for each in literals]
    return next((n for n in range(least, LONGEST) if _in_order(ends, fixed, n)), LONGEST)


def _in_order(ends: list[Fraction], fixed: list[Fraction], digits: int) -> bool:
    """Return whether figures as shown stand to each other and to the threshold as they are."""
    said = [shown(end, digits) for end in ends]
    pairs = list(zip(ends, said, strict=True))
    return all(a < b for a, b in pairwise(said)) and all(
        (end < at, end == at) == (as_shown < at, as_shown == at)
        for end, as_shown in pairs
        for at in fixed
    )
