"""Causes: which refinements a ward's change of outcome is due to, exactly.

Each refinement is tried alone on top of the layer below, and the plugin is tried without it.
Taking away all that are named always gives back the outcome of the layer below.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from kieumau.authoring.preview.standings import Standing
from kieumau.authoring.preview.variants import Chosen, Trials, Variants
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
from kieumau.verdicts.findings import Status

__all__ = ["shares", "target_of"]


def shares(
    before: Sequence[Standing], after: Sequence[Standing], trials: Trials
) -> list[dict[int, Share]]:
    """Return each refinement, by position, that has a part in a ward's change, and what part.

    One answer a ward, in the order of the trials' wards.
    """
    variants = trials.variants
    every = frozenset(range(len(variants.refinements)))
    candidates = [
        tuple(_candidates(was, now, variants)) for was, now in zip(before, after, strict=True)
    ]
    asked: dict[Chosen, set[int]] = defaultdict(set)
    for ward, tried in enumerate(candidates):
        for at in tried:
            asked[frozenset({at})].add(ward)
            asked[every - {at}].add(ward)
    trials.foresee(asked)
    found = [
        dict(_alone(ward, candidates[ward], was, now, trials))
        for ward, (was, now) in enumerate(zip(before, after, strict=True))
    ]
    rest: dict[Chosen, set[int]] = defaultdict(set)
    for ward, named in enumerate(found):
        rest[every.difference(named)].add(ward)
    trials.foresee(rest)
    for ward, named in enumerate(found):
        hidden = _hidden(ward, every.difference(named), before[ward], trials)
        named.update(dict.fromkeys(hidden, Share.JOINT))
    return [dict(sorted(named.items())) for named in found]


def _alone(
    ward: int, candidates: Sequence[int], before: Standing, after: Standing, trials: Trials
) -> Iterator[tuple[int, Share]]:
    """Yield the refinements that act alone, or are missed alone."""
    every = frozenset(range(len(trials.variants.refinements)))
    for at in candidates:
        alone = trials.outcome(ward, frozenset({at}))
        without = trials.outcome(ward, every - {at})
        if alone is after.outcome:
            yield at, Share.SOLE if without is before.outcome else Share.ENOUGH
        elif alone is not before.outcome or without is not after.outcome:
            yield at, Share.JOINT


def _hidden(ward: int, rest: Chosen, before: Standing, trials: Trials) -> list[int]:
    """Return those that must go too, though none acts alone and none is missed alone.

    Where at least one of two indicators must be met and each is made stricter twice, any of the
    four can be left out and nothing changes.
    """
    taken: list[int] = []
    for at in sorted(rest):
        if trials.outcome(ward, rest - set(taken)) is before.outcome:
            break
        taken.append(at)
    for at in tuple(taken):
        fewer = [each for each in taken if each != at]
        if trials.outcome(ward, rest - set(fewer)) is before.outcome:
            taken = fewer
    return taken


def _candidates(before: Standing, after: Standing, variants: Variants) -> Iterator[int]:
    """Yield the refinements that can have a part: those that leave every truth as it is cannot.

    What passes changes nothing above it, save where nothing else was assessed at all.
    """
    targets = [target_of(each) for each in variants.refinements]
    times = Counter(targets)
    unassessed = before.unassessed or after.unassessed
    for at, (refinement, target) in enumerate(zip(variants.refinements, targets, strict=True)):
        was, now = before.statuses.get(target), after.statuses.get(target)
        if now is None:  # not in force on the date
            continue
        if isinstance(refinement, AddIndicator | AddCriterion):
            idle = now.passes
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


def _truth(status: Status) -> Truth:
    if status.passes:
        return Truth.MET
    return Truth.UNKNOWN if status is Status.UNDETERMINED else Truth.UNMET
