"""Rules that can be met: none may ask for more children, or more points, than there are."""

from collections.abc import Iterable, Mapping, Sequence

from kieumau.errors import Problems
from kieumau.places import Place
from kieumau.plugins.composed import ComposedCriterion, ComposedIndicator
from kieumau.rules.criteria import CriteriaSet, Rule, RuleKind

__all__ = ["check_rules", "counts"]


def check_rules(
    criteria: Iterable[ComposedCriterion],
    issued: CriteriaSet,
    places: Mapping[str, Place],
    problems: Problems,
) -> None:
    """Note rules of criteria, and of the set over those issued, that can never be met."""
    worth: list[int] = []
    for criterion in criteria:
        own = _points(criterion.issued)
        _check(criterion.rule, own, criterion.id, places[criterion.id], problems)
        if criterion.layer == 0 and counts(criterion):
            grouped = issued.rule.kind is RuleKind.SCORE and criterion.points is None
            worth += own if grouped else [criterion.points or 0]
    _check(issued.rule, worth, issued.id, issued.place, problems)


def counts(criterion: ComposedCriterion) -> bool:
    """Return whether anything counts of what was issued in a criterion."""
    return any(each.counted for each in criterion.issued)


def _points(indicators: Iterable[ComposedIndicator]) -> list[int]:
    """Return what each indicator that counts is worth."""
    return [each.points or 0 for each in indicators if each.counted]


def _check(rule: Rule, worth: Sequence[int], id_: str, place: Place, problems: Problems) -> None:
    """Note a rule that what counts, each worth so many points, cannot meet."""
    if rule.kind is RuleKind.AT_LEAST and 0 < len(worth) < rule.k:
        problems.add("KM-445", place, id=id_, k=rule.k, n=len(worth))
    if rule.kind is RuleKind.SCORE and worth and sum(worth) < rule.k:
        problems.add("KM-448", place, id=id_, k=rule.k, most=sum(worth))
