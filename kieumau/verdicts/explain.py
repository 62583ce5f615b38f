"""Explanations: a template filled in with one ward's truths; the same for every engine.

The template is written out once per standard as straight-line Python, one line a finding: that is
several times faster than walking it for every ward. No word of a user is in the source; subjects,
measures and leaves are passed in by position.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias, cast

from kieumau.program.box import Box
from kieumau.program.meaning import fell_away
from kieumau.rules.criteria import Rule, RuleKind
from kieumau.rules.facts import Fact
from kieumau.truth import Truth, at_least, reaches
from kieumau.verdicts.findings import Finding, FindingKind, Status
from kieumau.verdicts.record import Outcome
from kieumau.verdicts.template import Node

__all__ = ["Filler", "explainer", "outcome_of"]

_STATUS = (Status.NOT_MET, Status.UNDETERMINED, Status.MET)
_GROUPS = (FindingKind.CRITERION, FindingKind.RULE)

Explained: TypeAlias = tuple[Finding, tuple[Finding, ...]]
"""An explanation, and all its findings, parents first."""

Filler: TypeAlias = Callable[[Sequence[int], Box, Callable[[str], Fact | None]], Explained]
"""Makes a ward's explanation from the truths of its steps, its box and its facts."""


def explainer(root: Node) -> Filler:
    """Return what makes a standard's explanations."""
    writer = _Writer()
    last = writer.node(root)
    facts = [f"g{at} = get(measures[{at}])" for at in range(len(writer.measures))]
    returned = f"return {last}, ({', '.join(writer.preorder)},)"
    source = "\n ".join(["def explain(t, box, get):", *facts, *writer.lines, returned])
    space: dict[str, object] = {
        "new": tuple.__new__,
        "Finding": Finding,
        "said": _STATUS,
        "none": (),
        "measures": tuple(writer.measures),
        "subjects": tuple(writer.subjects),
        "leaves": tuple(writer.leaves),
        "away": Status.NOT_APPLICABLE,
        "fell_away": fell_away,
        "indicator": _indicator,
        "guarded": _guarded,
        "through": _through,
        "whole": _whole,
        "shown": _shown_only,
    }
    exec(compile(source, "<kieumau explanation>", "exec"), space)  # noqa: S102 (see above)
    return cast(Filler, space["explain"])


def outcome_of(explanation: Finding) -> tuple[Outcome, str]:
    """Return the outcome of a set's finding, and why when nothing was assessed."""
    if explanation.status is Status.NOT_MET:
        return Outcome.NOT_MET, ""
    if explanation.status is not Status.UNDETERMINED:
        return Outcome.MET, ""
    counted = (child for child in explanation.children if child.about.counted)
    nothing = all(child.status is Status.NOT_APPLICABLE for child in counted)
    return Outcome.UNDETERMINED, "nothing-assessed" if nothing else ""


class _Writer:
    """The lines so far, and what they name by position."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.measures: dict[str, int] = {}
        self.subjects: list[object] = []
        self.leaves: list[object] = []
        self.preorder: list[str] = []

    def node(self, node: Node) -> str:
        """Write a node after its children; return its variable."""
        at = len(self.subjects)
        self.subjects.append(node.subject)
        self.preorder.append(f"f{at}")
        children = [self.node(child) for child in node.children]
        if children:
            self.lines.append(f"c{at} = ({', '.join(children)},)")
            self.lines.append(f"f{at} = {self.made(at, self.status(node, at), 'none', f'c{at}')}")
        else:
            observed = self.observed(node.subject.measures)
            status = (
                f"said[t[{node.at}]]" if node.at >= 0 else "said[1]"
            )  # an empty set has no step
            if node.falls is not None:
                leaf = len(self.leaves)
                self.leaves.append(node.falls)
                gone = f"t[{node.at}] == 2 and fell_away(leaves[{leaf}], box)"
                status = f"(away if {gone} else {status})"
            self.lines.append(f"f{at} = {self.made(at, status, observed, 'none')}")
        return f"f{at}"

    def made(self, at: int, status: str, observed: str, children: str) -> str:
        return f"new(Finding, (subjects[{at}], {status}, {observed}, {children}))"

    def observed(self, measures: tuple[str, ...]) -> str:
        names = [f"g{self.measures.setdefault(id_, len(self.measures))}" for id_ in measures]
        if not names:
            return "none"
        if len(names) == 1:
            return f"(({names[0]},) if {names[0]} is not None else none)"
        return f"tuple(filter(None, ({', '.join(names)})))"

    def status(self, node: Node, at: int) -> str:
        """Return how a node with children stands, as an expression."""
        if node.at < 0 and node.subject.kind is not FindingKind.SET:
            return f"shown(subjects[{at}].rule, c{at})"
        plain = f"said[t[{node.at}]]" if node.at >= 0 else "said[1]"
        how = _passing(node)
        if not how or node.at < 0:
            return plain
        return f"({how}(c{at}) if t[{node.at}] == 2 else {plain})"


def _passing(node: Node) -> str:
    """Return what tells how a node of that kind passes once it is met; nothing for simply met."""
    kind = node.subject.kind
    if kind is FindingKind.GUARDED:
        return "guarded"
    if not any(map(_may_lean, node.children)):
        return ""
    if kind is FindingKind.INDICATOR:
        return "indicator"
    if kind is FindingKind.SET:
        return "whole"
    return "through" if kind in _GROUPS else ""


def _may_lean(node: Node) -> bool:
    """Return whether a node may come out as not applicable or waived."""
    if node.falls is not None:
        return True
    kind = node.subject.kind
    if kind in (FindingKind.APPLIES, FindingKind.GUARDED):
        return True
    counted = kind is FindingKind.INDICATOR or kind in _GROUPS
    return counted and (not node.subject.counted or any(map(_may_lean, node.children)))


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


def _whole(children: tuple[Finding, ...]) -> Status:
    """Return how a set that is met stands: one in which nothing arose is not assessed."""
    nothing = _through(children) is Status.NOT_APPLICABLE
    return Status.UNDETERMINED if nothing else Status.MET


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
    if rule and rule.kind is RuleKind.SCORE:
        found = reaches(rule.k, [child.about.points or 0 for child in children], truths)
    else:
        found = at_least(rule.needed(len(truths)) if rule else len(truths), truths)
    passed = {child.status for child in children}
    if found is Truth.MET and passed <= {Status.NOT_APPLICABLE, Status.WAIVED}:
        return Status.WAIVED if Status.WAIVED in passed else Status.NOT_APPLICABLE
    return _STATUS[found]
