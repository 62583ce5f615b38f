"""Thresholds whose boundary no case reaches.

A mistake in a threshold (≥ for >, 95 for 90) shows only there: in a ward exactly at it, or in
one that fails it and would pass with one more (or one fewer) of a figure it is made of. Both are
decided on the integers of the program, so ratios are exact.
"""

from collections.abc import Iterable, Iterator

from kieumau.authoring.warnings.view import View, warn
from kieumau.errors import Diagnostic
from kieumau.language.canonical import canonical
from kieumau.language.spell import spell_both
from kieumau.places import Place
from kieumau.plugins.composed import ComposedIndicator
from kieumau.program import ids
from kieumau.program.box import Box
from kieumau.program.compile import between_parts
from kieumau.program.steps import Leaf, Linear, Term
from kieumau.rules.citations import Fidelity
from kieumau.rules.conditions import Between, Compare, Condition, MeasureRef, Op, children
from kieumau.rules.periods import MonthDay
from kieumau.standard import Standard
from kieumau.truth import Truth
from kieumau.wording import Text

__all__ = ["boundaries_not_reached", "reaches"]


def boundaries_not_reached(view: View) -> Iterator[Diagnostic]:
    """Yield each threshold of the plugin that no case comes to; ``assumed`` ones are passed over.

    Without cases nothing is said: that is a warning of its own.
    """
    if not view.results:
        return
    wanted: dict[tuple[Place, str], Text] = {}
    reached: set[tuple[Place, str]] = set()
    for standard in view.standards:
        cases = [seen for seen in view.cases if seen.standard is standard]
        proved = view.proved(standard).truths
        for indicator, step, test in _thresholds(view, standard):
            decided = (proved[step], proved[ids.indicator_step(indicator)])
            if decided != (Truth.UNKNOWN, Truth.UNKNOWN):
                continue  # an end of the bounds is no threshold, nor any test of what is decided
            key = (test.place, canonical(test))
            if key not in wanted:
                wanted[key] = spell_both(test, standard.composed.vocabulary)
            leaf = standard.program.steps[standard.program.position[step]]
            if key in reached or not isinstance(leaf, Leaf):
                continue
            if any(reaches(leaf, seen.box) for seen in cases):
                reached.add(key)
    for (place, text), said in wanted.items():
        if (place, text) not in reached:
            yield warn("KM-810", place, test=said)


def reaches(leaf: Leaf, box: Box) -> bool:
    """Return whether a ward's figures lie at a test's threshold, or one step short of it."""
    return any(isinstance(form, Linear) and _form_reaches(form, box) for form in leaf.forms)


def _form_reaches(form: Linear, box: Box) -> bool:
    for term in (*form.terms, *form.divisor):
        span = box.spans.get(term.measure)
        if span is None or span[0] != span[1]:
            return False
    if form.divisor and _sum(form.divisor, box) == 0:
        return False
    constant = form.constant
    if isinstance(constant, MonthDay):
        if constant not in box.days:
            return False
        constant = box.days[constant]
    total = _sum(form.terms, box)
    if total == constant:
        return True
    if _holds(form.op, total, constant):
        return False
    return any(
        _holds(form.op, total + step, constant)
        for term in form.terms
        for step in (term.coefficient, -term.coefficient)
    )


def _holds(op: Op, total: int, constant: int) -> bool:
    match op:
        case Op.GE:
            return total >= constant
        case Op.GT:
            return total > constant
        case Op.LE:
            return total <= constant
        case Op.LT:
            return total < constant
        case Op.EQ:
            return total == constant
        case Op.NE:
            return total != constant


def _sum(terms: Iterable[Term], box: Box) -> int:
    return sum(term.coefficient * box.spans[term.measure][0] for term in terms)


def _thresholds(view: View, standard: Standard) -> Iterator[tuple[ComposedIndicator, str, Compare]]:
    """Yield every comparison with a constant the plugin makes, with its indicator and step."""
    plugin = view.plugin.id
    for indicator in standard.composed.indicators:
        for part, condition in _conditions(indicator, plugin):
            for step, test in _tests(indicator, part, plugin, condition):
                yield indicator, step, test


def _conditions(indicator: ComposedIndicator, plugin: str) -> Iterator[tuple[str, Condition]]:
    """Yield what a plugin asks in an indicator, with the part it is; ``assumed`` is passed over."""
    for conjunct in indicator.conjuncts:
        if conjunct.plugin == plugin and conjunct.fidelity is not Fidelity.ASSUMED:
            yield "requires", conjunct.condition
    own = indicator.plugin == plugin and indicator.fidelity is not Fidelity.ASSUMED
    if own and indicator.applies_when is not None:
        yield "applies", indicator.applies_when
    for waiver in indicator.waivers:
        if waiver.plugin == plugin and waiver.waive.when is not None:
            yield "waives", waiver.waive.when


def _tests(
    indicator: ComposedIndicator, part: str, plugin: str, condition: Condition
) -> Iterator[tuple[str, Compare]]:
    match condition:
        case Between():
            tests: tuple[Condition, ...] = between_parts(condition)
        case Compare(against=against) if not isinstance(against, MeasureRef):
            yield ids.condition_step(indicator, part, plugin, condition), condition
            return
        case _:
            tests = children(condition)
    for test in tests:
        yield from _tests(indicator, part, plugin, test)
