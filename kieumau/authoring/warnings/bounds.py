"""What is decided before any ward is seen: a program over the box of all its measures' bounds.

What is said is proved: the truth of every step is taken as the meaning of a program has it
(`kieumau.program.meaning`), so it holds for every ward whose figures, and the parts they derive
from, lie within bounds. Where nothing is proved, it is UNKNOWN.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from math import ceil, floor

from attrs import frozen

from kieumau.language.names import Vocabulary
from kieumau.program.box import Box
from kieumau.program.meaning import leaf_truth
from kieumau.program.steps import Count, Leaf, Linear, Member, Negation, Score
from kieumau.rules.measures import IfZero, Kind, Measure
from kieumau.standard import Standard
from kieumau.truth import Truth, at_least, negation, reaches

__all__ = ["Beforehand", "beforehand"]


@frozen
class Beforehand:
    """What is proved of a program's steps without any facts.

    Attributes
    ----------
    truths
        The truth every ward within bounds gives a step; UNKNOWN where wards differ or nothing is
        proved.
    falling
        Tests that may fall away (a ratio over nothing) and are UNMET wherever they do not.
    barred, passed
        Tests open over nothing, and never MET, or never UNMET.
    """

    truths: Mapping[str, Truth]
    falling: frozenset[str] = frozenset()
    barred: frozenset[str] = frozenset()
    passed: frozenset[str] = frozenset()


def beforehand(standard: Standard) -> Beforehand:
    """Return what is proved of a standard's steps over the bounds of its measures."""
    program, vocabulary = standard.program, standard.composed.vocabulary
    box = Box({each.id: span for each in program.measures if (span := _bounds(each))})
    truths: dict[str, Truth] = {}
    falling, barred, passed = set[str](), set[str](), set[str]()
    for step in program.steps:
        match step:
            case Leaf():
                truths[step.id] = _leaf(step, box, vocabulary)
                elsewhere = _elsewhere(step, box)
                if elsewhere is Truth.UNMET and step.if_zero is IfZero.NOT_APPLICABLE:
                    falling.add(step.id)
                elif elsewhere is Truth.UNMET and step.if_zero is not IfZero.MET:
                    barred.add(step.id)
                elif elsewhere is Truth.MET and step.if_zero is IfZero.UNKNOWN:
                    passed.add(step.id)
            case Negation(_, child):
                truths[step.id] = negation(truths[child])
            case Count(_, k, children):
                truths[step.id] = at_least(k, [truths[child] for child in children])
            case Score(_, threshold, children, points):
                truths[step.id] = reaches(threshold, points, [truths[c] for c in children])
    return Beforehand(truths, frozenset(falling), frozenset(barred), frozenset(passed))


def _bounds(measure: Measure) -> tuple[int, int] | None:
    """Return the least and greatest value as a program's integers; None for dates and choices."""
    if measure.kind is Kind.YES_NO:
        return (0, 1)
    if not measure.kind.numeric:
        return None
    low, high = (Fraction(end) * 10**measure.decimals for end in (measure.minimum, measure.maximum))
    return (ceil(low), floor(high))


def _leaf(leaf: Leaf, box: Box, vocabulary: Vocabulary) -> Truth:
    """Return a leaf's truth over the box: proved over its parts, or over its own bounds."""
    if leaf.dated:
        return Truth.UNKNOWN
    zero = Truth.MET if leaf.if_zero in (IfZero.NOT_APPLICABLE, IfZero.MET) else Truth.UNMET
    zero = Truth.UNKNOWN if leaf.if_zero is IfZero.UNKNOWN else zero
    guarded = _may_divide_by_zero(leaf, box)
    for form in leaf.forms:
        if isinstance(form, Member):
            return _member(form, vocabulary)
        truth = leaf_truth(Leaf("", (form,), leaf.if_zero), box)
        if guarded and not form.divisor and truth is not zero:
            continue  # a figure given as such has no zero to divide by, but its parts may
        if truth is not Truth.UNKNOWN:
            return truth
    return Truth.UNKNOWN


def _elsewhere(leaf: Leaf, box: Box) -> Truth:
    """Return what a test that may divide by zero is wherever it does not."""
    if not _may_divide_by_zero(leaf, box):
        return Truth.UNKNOWN
    positive = _positive(leaf, box)
    truths = (leaf_truth(Leaf("", (form,), leaf.if_zero), positive) for form in leaf.forms)
    return next((truth for truth in truths if truth is not Truth.UNKNOWN), Truth.UNKNOWN)


def _divisors(leaf: Leaf) -> Iterator[str]:
    for form in leaf.forms:
        if isinstance(form, Linear):
            yield from (term.measure for term in form.divisor)


def _may_divide_by_zero(leaf: Leaf, box: Box) -> bool:
    return any(box.spans[id_][0] <= 0 for id_ in _divisors(leaf))


def _positive(leaf: Leaf, box: Box) -> Box:
    """Return the box where nothing a leaf divides by is zero."""
    spans = {id_: (max(1, box.spans[id_][0]), box.spans[id_][1]) for id_ in _divisors(leaf)}
    return Box({**box.spans, **{id_: s for id_, s in spans.items() if s[0] <= s[1]}})


def _member(form: Member, vocabulary: Vocabulary) -> Truth:
    everything = len(form.positions) == len(vocabulary[form.measure].choices)
    if not everything:
        return Truth.UNKNOWN
    return Truth.UNMET if form.negated else Truth.MET
