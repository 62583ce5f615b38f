"""Refinements that change nothing: what they ask is already asked, or always so."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from attrs import evolve

from kieumau.authoring.warnings.bounds import Beforehand
from kieumau.authoring.warnings.view import View, warn
from kieumau.errors import Diagnostic
from kieumau.language.canonical import canonical
from kieumau.language.spell import spell_both
from kieumau.places import Place
from kieumau.plugins.composed import Composed, ComposedCriterion, ComposedIndicator, Conjunct
from kieumau.plugins.contract import stricter
from kieumau.program import ids
from kieumau.rules.conditions import Between, Compare, Condition, MeasureRef, Op, children
from kieumau.rules.criteria import RuleKind
from kieumau.rules.periods import MonthDay
from kieumau.standard import Standard
from kieumau.truth import Truth
from kieumau.wording import Text

__all__ = ["implies", "inert"]

_SAME_WAY = {
    Op.GE: (Op.GE, Op.GT, Op.EQ),
    Op.GT: (Op.GT, Op.GE, Op.EQ),
    Op.LE: (Op.LE, Op.LT, Op.EQ),
    Op.LT: (Op.LT, Op.LE, Op.EQ),
}


def inert(view: View) -> Iterator[Diagnostic]:
    """Yield what changes nothing on any date on which it is in force."""
    found = [*_tightened(view), *_added(view)]
    found.sort(key=lambda each: each[0])
    for _, same in groupby(found, key=lambda each: each[0]):
        answers = [answer for _, answer in same]
        if all(answers):
            yield from (answer for answer in answers[:1] if answer)


def implies(one: Condition, other: Condition) -> bool:
    """Return whether wherever one holds the other does: the same, or a stricter constant."""
    if canonical(one) == canonical(other):
        return True
    if isinstance(other, Between):
        low, high = _ends(other)
        return implies(one, low) and implies(one, high)
    if isinstance(one, Between):
        return any(implies(end, other) for end in _ends(one))
    if not isinstance(one, Compare) or not isinstance(other, Compare):
        return False
    if isinstance(one.against, MeasureRef) or isinstance(other.against, MeasureRef):
        return False
    if one.measure != other.measure or one.op not in _SAME_WAY.get(other.op, ()):
        return False
    if isinstance(one.against, MonthDay) or isinstance(other.against, MonthDay):
        return False  # which of two days comes first is the period's to say
    if stricter(one.against, other.against, other.op):
        return True
    return one.against == other.against and (other.op in (Op.GE, Op.LE) or one.op is other.op)


def _ends(test: Between) -> tuple[Compare, Compare]:
    return (Compare(test.measure, Op.GE, test.low), Compare(test.measure, Op.LE, test.high))


def _tightened(view: View) -> Iterator[tuple[Place, Diagnostic | None]]:
    """Yield each condition a tighten adds, with why it changes nothing where it does not."""
    for standard, indicator, own in view.touched:
        if indicator.plugin == view.plugin.id:
            continue
        for conjunct in own:
            others = [each for each in indicator.conjuncts if each is not conjunct]
            already = _already(others, conjunct)
            yield (
                conjunct.condition.place,
                _inert(standard, indicator, conjunct, already, view.proved(standard)),
            )


def _already(others: Iterable[Conjunct], conjunct: Conjunct) -> Conjunct | None:
    """Return another conjunct that asks as much; for a range, each end may be asked elsewhere."""
    found = next((each for each in others if _covers(each, conjunct)), None)
    if found is not None or not isinstance(conjunct.condition, Between):
        return found
    ends = [evolve(conjunct, condition=end) for end in _ends(conjunct.condition)]
    covered = [next((each for each in others if _covers(each, end)), None) for end in ends]
    return covered[0] if all(covered) else None


def _covers(other: Conjunct, conjunct: Conjunct) -> bool:
    """Return whether another conjunct asks at least as much, and can be waived no more easily."""
    if other.waivable and not conjunct.waivable:
        return False
    if not implies(other.condition, conjunct.condition):
        return False
    return other.layer < conjunct.layer or not implies(conjunct.condition, other.condition)


def _inert(
    standard: Standard,
    indicator: ComposedIndicator,
    conjunct: Conjunct,
    already: Conjunct | None,
    proved: Beforehand,
) -> Diagnostic | None:
    place, id_ = conjunct.condition.place, indicator.id
    if already is not None:
        said = _said(already.condition, standard)
        return warn("KM-803", place, id=id_, already=said, plugin=already.plugin)
    step = ids.condition_step(indicator, "requires", conjunct.plugin, conjunct.condition)
    if proved.truths[step] is Truth.MET:
        return warn("KM-812", place, id=id_)
    return None


def _said(condition: Condition, standard: Standard) -> Text:
    if children(condition):
        return Text(canonical(condition))
    return spell_both(condition, standard.composed.vocabulary)  # type: ignore[arg-type]


def _added(view: View) -> Iterator[tuple[Place, Diagnostic | None]]:
    """Yield each indicator of the plugin, with the one that already asks all it asks."""
    for standard in view.standards:
        composed = standard.composed
        required = {
            indicator.id
            for criterion in composed.criteria
            for indicator in criterion.indicators
            if _required(composed, criterion, indicator)
        }
        before: dict[tuple[str, str], ComposedIndicator] = {}
        for indicator in sorted(composed.indicators, key=lambda each: each.layer):
            applies = canonical(indicator.applies_when) if indicator.applies_when else ""
            own = [each for each in indicator.conjuncts if each.layer == indicator.layer]
            first = min((canonical(each.condition) for each in own), default="")
            already = before.get((applies, first))
            if indicator.plugin == view.plugin.id:
                twin = already if already and _asks_all(already, own, indicator) else None
                place = view.places.get(indicator.id, own[0].condition.place)
                yield (
                    place,
                    warn("KM-804", place, id=indicator.id, other=twin.id) if twin else None,
                )
            if indicator.id in required:
                for each in indicator.conjuncts:
                    before.setdefault((applies, canonical(each.condition)), indicator)


def _asks_all(other: ComposedIndicator, own: list[Conjunct], indicator: ComposedIndicator) -> bool:
    if indicator.counted and not other.counted:
        return False
    texts = {canonical(each.condition): each for each in other.conjuncts}
    return all(
        (found := texts.get(canonical(each.condition))) is not None
        and (each.waivable or not found.waivable)
        for each in own
    )


def _required(
    composed: Composed, criterion: ComposedCriterion, indicator: ComposedIndicator
) -> bool:
    """Return whether the set cannot be met without the indicator."""
    if composed.groups(criterion) and criterion in composed.issued:
        return indicator in criterion.added  # it stands beside the score of the set
    within = criterion.rule.kind is RuleKind.ALL or indicator in criterion.added
    return within and (composed.rule.kind is RuleKind.ALL or criterion in composed.added)
