"""Causes: which refinements a ward's change of outcome is due to, exactly.

Each refinement is tried alone on top of the layer below, and the plugin is tried without it.
Taking away all that are named always gives back the outcome of the layer below.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from kieumau.authoring.preview.variants import Variants
from kieumau.documents.factsets import FactSet
from kieumau.render.preview_data import Share
from kieumau.rules.refinements import (
    AddCriterion,
    AddIndicator,
    Clarify,
    Refinement,
    Tighten,
    Waive,
)
from kieumau.truth import Truth
from kieumau.verdicts.findings import Finding, Status
from kieumau.verdicts.record import Outcome
from kieumau.verdicts.verdict import Verdict

__all__ = ["finding_of", "shares", "target_of"]


def shares(facts: FactSet, before: Verdict, after: Verdict, variants: Variants) -> dict[int, Share]:
    """Return each refinement, by position, that has a part in a ward's change, and what part."""
    every = frozenset(range(len(variants.refinements)))

    def outcome(chosen: frozenset[int]) -> Outcome:
        return variants.verdict(facts, chosen).outcome

    found: dict[int, Share] = {}
    for at in _candidates(before, after, variants):
        alone, without = outcome(frozenset({at})), outcome(every - {at})
        if alone is after.outcome:
            found[at] = Share.SOLE if without is before.outcome else Share.ENOUGH
        elif alone is not before.outcome or without is not after.outcome:
            found[at] = Share.JOINT
    hidden = _hidden(every - found.keys(), outcome, before.outcome)
    return dict(sorted((found | dict.fromkeys(hidden, Share.JOINT)).items()))


def _hidden(
    rest: frozenset[int], outcome: Callable[[frozenset[int]], Outcome], before: Outcome
) -> list[int]:
    """Return those that must go too, though none acts alone and none is missed alone.

    Where at least one of two indicators must be met and each is made stricter twice, any of the
    four can be left out and nothing changes.
    """
    taken: list[int] = []
    for at in sorted(rest):
        if outcome(rest - set(taken)) is before:
            break
        taken.append(at)
    for at in tuple(taken):
        fewer = [each for each in taken if each != at]
        if outcome(rest - set(fewer)) is before:
            taken = fewer
    return taken


def _candidates(before: Verdict, after: Verdict, variants: Variants) -> Iterator[int]:
    """Yield the refinements that can have a part: those that leave every truth as it is cannot.

    What passes changes nothing above it, save where nothing else was assessed at all.
    """
    targets = [target_of(each) for each in variants.refinements]
    times = Counter(targets)
    unassessed = bool(before.reason or after.reason)
    for at, (refinement, target) in enumerate(zip(variants.refinements, targets, strict=True)):
        was, now = finding_of(before, target), finding_of(after, target)
        if now is None:  # not in force on the date
            continue
        if isinstance(refinement, AddIndicator | AddCriterion):
            idle = now.status.passes
        else:
            idle = times[target] == 1 and was is not None and _truth(was) is _truth(now)
        if unassessed or not idle:
            yield at


def target_of(refinement: Refinement) -> str:
    """Return the id of the indicator or criterion a refinement is about."""
    match refinement:
        case AddIndicator():
            return refinement.indicator.id
        case AddCriterion():
            return refinement.criterion.id
        case Tighten() | Clarify() | Waive():
            return refinement.target


def finding_of(verdict: Verdict, id_: str) -> Finding | None:
    """Return the finding of an indicator or criterion; None where there is none."""
    return next((each for each in verdict.findings if each.id == id_), None)


def _truth(finding: Finding) -> Truth:
    if finding.status.passes:
        return Truth.MET
    return Truth.UNKNOWN if finding.status is Status.UNDETERMINED else Truth.UNMET
