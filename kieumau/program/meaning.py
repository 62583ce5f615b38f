"""The meaning of a program: the truth of every step, in lines short enough to read aloud.

Nothing here is clever, and everything else is held to it: the compiled form, durable_rules and
the columnar engine must give the same truth for the same step (`tests/laws`).

An interval stands for every number between its ends. A linear comparison is decided over the
whole box by the least and the greatest value of its sum: MET when it holds everywhere, UNMET
when it holds nowhere, otherwise UNKNOWN.
"""

from collections.abc import Iterable
from typing import assert_never

from kieumau.program.box import Box
from kieumau.program.steps import Count, Leaf, Linear, Member, Negation, Program, Score, Term
from kieumau.rules.conditions import Op
from kieumau.rules.measures import IfZero
from kieumau.rules.periods import MonthDay
from kieumau.truth import Truth, at_least, negation, reaches

__all__ = [
    "evaluate",
    "fell_away",
    "form_truth",
    "leaf_truth",
    "measures_of",
    "sum_over",
    "without_zero",
]

_ZERO = {
    IfZero.NOT_APPLICABLE: Truth.MET,
    IfZero.MET: Truth.MET,
    IfZero.UNMET: Truth.UNMET,
    IfZero.UNKNOWN: Truth.UNKNOWN,
}


def evaluate(program: Program, box: Box) -> tuple[Truth, ...]:
    """Return the truth of every step, in the program's order."""
    truths: dict[str, Truth] = {}
    for step in program.steps:
        match step:
            case Leaf():
                truths[step.id] = leaf_truth(step, box)
            case Negation(_, child):
                truths[step.id] = negation(truths[child])
            case Count(_, k, children):
                truths[step.id] = at_least(k, [truths[child] for child in children])
            case Score(_, threshold, children, points):
                truths[step.id] = reaches(threshold, points, [truths[c] for c in children])
            case _:
                assert_never(step)
    return tuple(truths.values())


def leaf_truth(leaf: Leaf, box: Box) -> Truth:
    """Return a leaf's truth: that of its first form that is known."""
    if leaf.dated and any(id_ in box.undated for id_ in measures_of(leaf)):
        return Truth.UNMET
    truths = (form_truth(form, leaf.if_zero, box) for form in leaf.forms)
    return next((truth for truth in truths if truth is not Truth.UNKNOWN), Truth.UNKNOWN)


def fell_away(leaf: Leaf, box: Box) -> bool:
    """Return whether a leaf is met only because its denominator is known to be zero."""
    return leaf.if_zero is IfZero.NOT_APPLICABLE and any(
        sum_over(form.divisor, box) == (0, 0)
        for form in leaf.forms
        if isinstance(form, Linear) and form.divisor
    )


def measures_of(leaf: Leaf) -> Iterable[str]:
    """Yield the measures a leaf's forms compare, repeats included."""
    for form in leaf.forms:
        yield from (t.measure for t in form.terms) if isinstance(form, Linear) else (form.measure,)


def form_truth(form: Linear | Member, if_zero: IfZero, box: Box) -> Truth:
    """Return the truth of one form of a leaf."""
    match form:
        case Member(measure, positions, negated):
            if measure not in box.spans:
                return Truth.UNKNOWN
            return Truth.MET if (box.spans[measure][0] in positions) != negated else Truth.UNMET
        case Linear(_, _, _, ()):
            return _compare(form, box)
        case Linear(divisor=divisor):
            span = sum_over(divisor, box)
            if span is None:
                return Truth.UNKNOWN
            if span[1] == 0:
                return _ZERO[if_zero]
            if span[0] > 0:
                return _compare(form, box)
            apart = _compare(form, without_zero(divisor, box))
            return apart if apart is _ZERO[if_zero] else Truth.UNKNOWN


def without_zero(divisor: tuple[Term, ...], box: Box) -> Box:
    """Return the part of the box where a divisor of one measure is not zero."""
    if len(divisor) > 1:
        return box
    measure = divisor[0].measure
    return Box({**box.spans, measure: (1, box.spans[measure][1])}, box.undated, box.days)


def sum_over(terms: tuple[Term, ...], box: Box) -> tuple[int, int] | None:
    """Return the least and greatest value of a sum over the box; None if a measure is absent."""
    low = high = 0
    for term in terms:
        if term.measure not in box.spans:
            return None
        ends = [term.coefficient * end for end in box.spans[term.measure]]
        low, high = low + min(ends), high + max(ends)
    return low, high


def _compare(form: Linear, box: Box) -> Truth:
    span = sum_over(form.terms, box)
    if span is None:
        return Truth.UNKNOWN
    low, high = span
    constant = form.constant
    at = box.days[constant] if isinstance(constant, MonthDay) else constant
    match form.op:
        case Op.GE:
            return _within(low >= at, high < at)
        case Op.GT:
            return _within(low > at, high <= at)
        case Op.LE:
            return _within(high <= at, low > at)
        case Op.LT:
            return _within(high < at, low >= at)
        case Op.EQ:
            return _within(low == at == high, not low <= at <= high)
        case Op.NE:
            return _within(not low <= at <= high, low == at == high)


def _within(everywhere: bool, nowhere: bool) -> Truth:  # noqa: FBT001 (read by position, next to each other)
    return Truth.MET if everywhere else Truth.UNMET if nowhere else Truth.UNKNOWN
