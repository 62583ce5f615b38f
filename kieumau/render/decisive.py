"""What decides a verdict: the indicators its outcome follows from, the first test among them."""

from collections.abc import Iterator

from attrs import frozen

from kieumau.render.observed import observed
from kieumau.render.points import lost_most, set_rule
from kieumau.render.requirements import stricter_said
from kieumau.render.speech import Slot, say
from kieumau.render.telling_words import Telling
from kieumau.verdicts.findings import Finding, FindingKind, Status
from kieumau.verdicts.verdict import Outcome, Verdict

__all__ = ["deciding", "deciding_indicators", "turning_point"]

_NODES = (FindingKind.SET, FindingKind.CRITERION, FindingKind.RULE, FindingKind.INDICATOR)


def deciding(verdict: Verdict) -> tuple[Finding, ...]:
    """Return the criteria, rules and indicators the outcome follows from, parents first."""
    return tuple(_beneath(verdict.explanation))


def deciding_indicators(verdict: Verdict) -> tuple[Finding, ...]:
    """Return the indicators the outcome follows from, in their order; each once."""
    found = {each.id: each for each in deciding(verdict) if each.kind is FindingKind.INDICATOR}
    return tuple(found.values())


def _beneath(finding: Finding) -> Iterator[Finding]:
    for child in finding.decisive:
        if child.kind in _NODES:
            yield child
            yield from _beneath(child)


def turning_point(verdict: Verdict) -> Slot | None:
    """Return the sentence for the first test the outcome turns on; None where nothing comes first.

    What is met is met by everything together. Where points decide, what costs most comes first.
    """
    if verdict.outcome is Outcome.MET or verdict.reason:
        return None
    scored = set_rule(verdict)
    most = lost_most(scored) if scored.status is Status.NOT_MET else None
    among = (most, *_beneath(most)) if most else deciding(verdict)
    first = next((each for each in among if each.kind is FindingKind.INDICATOR), None)
    return _turning(first, verdict) if first else None


def _turning(indicator: Finding, verdict: Verdict) -> Slot:
    step = next(iter(indicator.decisive), indicator)
    while step.kind is FindingKind.GUARDED:
        step = next(iter(step.decisive), indicator)
    if step.kind is FindingKind.APPLIES:
        return say(Telling.FROM_APPLIES, indicator=indicator.title)
    if step.kind is FindingKind.WAIVER:
        return say(Telling.FROM_WAIVER, indicator=indicator.title)
    found = _leaf(step)
    if found is None:
        return say(Telling.FROM_MANY, indicator=indicator.title)
    said = {
        "indicator": indicator.title,
        "condition": found.test.title,
        "observed": observed(found.test, verdict),
    }
    if found.negated:
        return say(Telling.FROM_ABSENT, **said)
    if not found.whole:
        return say(Telling.FROM_PART, **said)
    if stricter := stricter_said(step, indicator, verdict):
        return say(Telling.FROM_STRICTER, stricter=stricter[0], **said)
    return say(Telling.FROM_TEST, **said)


@frozen
class _Leaf:
    """A single test a requirement turns on: all of it, or a part; as it stands, or its opposite."""

    test: Finding
    whole: bool = True
    negated: bool = False


def _leaf(step: Finding) -> _Leaf | None:
    """Return the first test a requirement turns on; None where it is said too indirectly."""
    if step.about.measures:
        return _Leaf(step)
    if step.about.negated:
        inner = step.children[0]
        return _Leaf(inner, negated=True) if inner.about.measures else None
    first = next(iter(step.decisive), None)
    found = _leaf(first) if first and step.status is not Status.MET else None
    if found is None or found.negated:
        return None
    return _Leaf(found.test, whole=len(step.children) == 1)
