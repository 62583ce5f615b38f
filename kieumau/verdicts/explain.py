"""Explanations: a template filled in with one ward's truths; the same for every engine."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from kieumau.program.box import Box
from kieumau.program.meaning import fell_away
from kieumau.rules.criteria import Rule
from kieumau.rules.facts import Fact
from kieumau.truth import Truth, at_least
from kieumau.verdicts.findings import Finding, FindingKind, Status
from kieumau.verdicts.record import Outcome
from kieumau.verdicts.template import Node

__all__ = ["Filler", "explainer", "outcome_of"]

_STATUS = (Status.NOT_MET, Status.UNDETERMINED, Status.MET)

Lookup: TypeAlias = Callable[[str], Fact | None]


Filler: TypeAlias = Callable[[Sequence[int], Box, Lookup], Finding]
"""Makes one finding from the truths of a ward's steps, its box and its facts."""


def explainer(root: Node) -> Filler:
    """Return what makes a standard's explanations: the template as functions, made once.

    A function per node, each knowing its own subject, is several times faster than walking the
    template anew for every ward.
    """
    subject, at, falls = root.subject, root.at, root.falls
    if root.children:
        fillers = tuple(explainer(child) for child in root.children)
        passing = _passing(root)

        def whole(truths: Sequence[int], box: Box, get: Lookup) -> Finding:
            children = tuple([fill(truths, box, get) for fill in fillers])
            status = _STATUS[truths[at]] if at >= 0 else _shown_only(subject.rule, children)
            if status is Status.MET:
                status = passing(children)
            return Finding(subject, status, (), children)

        return whole
    measures = subject.measures
    if falls is None and len(measures) == 1:
        (measure,) = measures

        def single(truths: Sequence[int], _box: Box, get: Lookup) -> Finding:
            fact = get(measure)
            return Finding(subject, _STATUS[truths[at]], () if fact is None else (fact,))

        return single

    def test(truths: Sequence[int], box: Box, get: Lookup) -> Finding:
        status = _STATUS[truths[at]]
        if falls is not None and status is Status.MET and fell_away(falls, box):
            status = Status.NOT_APPLICABLE
        observed = tuple([fact for each in measures if (fact := get(each)) is not None])
        return Finding(subject, status, observed)

    return test


def outcome_of(explanation: Finding) -> tuple[Outcome, str]:
    """Return the outcome of a set's finding, and why when nothing was assessed."""
    criteria: list[Finding] = []
    for child in explanation.children:
        criteria += child.children if child.kind is FindingKind.RULE else (child,)
    if all(each.status is Status.NOT_APPLICABLE for each in criteria if each.counted):
        return Outcome.UNDETERMINED, "nothing-assessed"
    if explanation.status.passes:
        return Outcome.MET, ""
    not_met = explanation.status is Status.NOT_MET
    return (Outcome.NOT_MET if not_met else Outcome.UNDETERMINED), ""


def _passing(node: Node) -> Callable[[tuple[Finding, ...]], Status]:
    """Return how a node of that kind tells on what it passes, once it does."""
    match node.subject.kind:
        case FindingKind.INDICATOR:
            return _indicator
        case FindingKind.GUARDED:
            return _guarded
        case FindingKind.SET | FindingKind.CRITERION | FindingKind.RULE:
            return _through
        case _:
            return _plainly


def _plainly(_: tuple[Finding, ...]) -> Status:
    return Status.MET


def _guarded(children: tuple[Finding, ...]) -> Status:
    own = children[0].status
    return own if own.passes else Status.WAIVED


def _indicator(children: tuple[Finding, ...]) -> Status:
    """Return how an indicator that is met stands: on evidence, not arising, or waived."""
    statuses = [child.status for child in children]
    if children[0].about.kind is FindingKind.APPLIES:
        if statuses[0] is Status.NOT_MET:
            return Status.NOT_APPLICABLE
        del statuses[0]
    if Status.WAIVED in statuses:
        return Status.WAIVED
    return Status.MET if Status.MET in statuses else Status.NOT_APPLICABLE


def _through(children: tuple[Finding, ...]) -> Status:
    """Return how a node that is met stands: not applicable or waived when all beneath it is."""
    waived = False
    for child in children:
        if child.about.counted:
            if child.status is Status.WAIVED:
                waived = True
            elif child.status is not Status.NOT_APPLICABLE:
                return Status.MET
    return Status.WAIVED if waived else Status.NOT_APPLICABLE


def _shown_only(rule: Rule | None, children: tuple[Finding, ...]) -> Status:
    """Return what a node would come to if the children that do not count did."""
    truths = [
        Truth.MET
        if child.status.passes
        else Truth.UNMET
        if child.status is Status.NOT_MET
        else Truth.UNKNOWN
        for child in children
    ]
    return _STATUS[at_least(rule.needed(len(truths)) if rule else len(truths), truths)]
