"""Explanations: a template filled in with one ward's truths. The same for every engine."""

from collections.abc import Mapping, Sequence

from kieumau.program.box import Box
from kieumau.program.meaning import fell_away
from kieumau.rules.criteria import Rule
from kieumau.rules.facts import Fact
from kieumau.truth import Truth, at_least
from kieumau.verdicts.findings import Finding, FindingKind, Status
from kieumau.verdicts.template import Node
from kieumau.verdicts.record import Outcome

__all__ = ["explain", "outcome_of"]

_STATUS = (Status.NOT_MET, Status.UNDETERMINED, Status.MET)
_NODES = (FindingKind.SET, FindingKind.CRITERION, FindingKind.RULE)


def explain(
    root: Node, truths: Sequence[int], box: Box, facts: Mapping[str, Fact]
) -> Finding:
    """Return the findings of one ward.

    Parameters
    ----------
    root
        The standard's template.
    truths
        The truth (0, 1, 2) of every step of its program.
    box, facts
        What the ward's facts came to; facts by measure id.
    """
    get = facts.get

    def fill(node: Node) -> Finding:
        subject = node.subject
        if not node.children:
            status = _STATUS[truths[node.at]]
            if node.falls is not None and fell_away(node.falls, box):
                status = Status.NOT_APPLICABLE
            measures = subject.measures
            if len(measures) == 1:
                fact = get(measures[0])
                return Finding(subject, status, (fact,) if fact is not None else ())
            return Finding(subject, status, tuple([f for m in measures if (f := get(m))]))
        children = tuple([fill(child) for child in node.children])
        return Finding(subject, _status(node, children, truths), (), children)

    return fill(root)


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


def _status(node: Node, children: tuple[Finding, ...], truths: Sequence[int]) -> Status:
    kind = node.subject.kind
    if node.at < 0:
        return _STATUS[_shown_only(node.subject.rule, children)]
    status = _STATUS[truths[node.at]]
    if status is not Status.MET:
        return status
    if kind is FindingKind.INDICATOR:
        return _indicator(children)
    if kind is FindingKind.GUARDED:
        own = children[0].status
        return own if own.passes else Status.WAIVED
    if kind in _NODES:
        return _through(children)
    return status


def _indicator(children: tuple[Finding, ...]) -> Status:
    """Return how an indicator that is met stands: on evidence, not arising, or waived."""
    own = children
    if children[0].kind is FindingKind.APPLIES:
        if children[0].status is Status.NOT_MET:
            return Status.NOT_APPLICABLE
        own = children[1:]
    statuses = [child.status for child in own]
    if Status.WAIVED in statuses:
        return Status.WAIVED
    return Status.MET if Status.MET in statuses else Status.NOT_APPLICABLE


def _through(children: tuple[Finding, ...]) -> Status:
    """Return how a node that is met stands: not applicable or waived when all beneath it is."""
    statuses = {child.status for child in children if child.about.counted}
    if statuses <= {Status.NOT_APPLICABLE}:
        return Status.NOT_APPLICABLE
    if statuses <= {Status.NOT_APPLICABLE, Status.WAIVED}:
        return Status.WAIVED
    return Status.MET


def _shown_only(rule: Rule | None, children: tuple[Finding, ...]) -> Truth:
    """Return what a node would come to if the children that do not count did."""
    truths = [
        Truth.MET
        if child.status.passes
        else Truth.UNMET
        if child.status is Status.NOT_MET
        else Truth.UNKNOWN
        for child in children
    ]
    return at_least(rule.needed(len(truths)) if rule else len(truths), truths)
