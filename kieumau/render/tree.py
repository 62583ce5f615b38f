"""The tree: every criterion with its indicators, conditions, waivers and what they rest on."""

from collections.abc import Iterable, Iterator

from kieumau.render.lines import Line, Role
from kieumau.render.phrasebook import Phrase
from kieumau.render.points import additions, earned_said, points_lines, rule_said
from kieumau.render.requirements import (
    applies,
    layer_line,
    own_lines,
    requirements,
    waivers,
)
from kieumau.render.sources import (
    cautions,
    citation_lines,
    facts,
    fidelity_line,
    guidance_lines,
    lacking,
    note_line,
    plugin_title,
)
from kieumau.render.speech import Slot, joined, say
from kieumau.rules.criteria import Rule, RuleKind
from kieumau.verdicts.findings import Counts, Finding, FindingKind, Status
from kieumau.verdicts.verdict import Verdict

__all__ = [
    "STATUS",
    "branch_line",
    "counts_said",
    "criteria_lines",
    "overview",
    "tally",
]

STATUS = {
    Status.MET: Phrase.MET,
    Status.NOT_MET: Phrase.NOT_MET,
    Status.UNDETERMINED: Phrase.OPEN,
    Status.NOT_APPLICABLE: Phrase.NOT_ARISING,
    Status.WAIVED: Phrase.WAIVED,
}


def tally(findings: Iterable[Finding]) -> Counts:
    """Return how the findings that count stand, kept apart."""
    statuses = [each.status for each in findings if each.counted]
    return Counts(
        statuses.count(Status.MET),
        statuses.count(Status.NOT_APPLICABLE),
        statuses.count(Status.WAIVED),
        statuses.count(Status.NOT_MET),
        statuses.count(Status.UNDETERMINED),
    )


def counts_said(counts: Counts, met: Phrase, shown: int = 0) -> Slot:
    """Return the counts in words, without those that are zero."""
    said = (
        (met, counts.met),
        (Phrase.COUNT_NOT_ARISING, counts.not_arising),
        (Phrase.COUNT_WAIVED, counts.waived),
        (Phrase.COUNT_NOT_MET, counts.not_met),
        (Phrase.COUNT_OPEN, counts.undetermined),
        (Phrase.COUNT_SHOWN, shown),
    )
    return joined(*(say(phrase, n=n) for phrase, n in said if n))


def criteria_lines(verdict: Verdict) -> tuple[Line, ...]:
    """Return the set's own rule, then every criterion."""
    root = verdict.explanation
    rule, counted = root.about.rule, tally(verdict.criteria).total
    basis = (*citation_lines(root.citations, verdict), *fidelity_line(root.about))
    if rule and counted and not _based(root):
        said = rule_said(rule, counted, Phrase.N_CRITERIA, root.score)
        points = tuple(points_lines(root))
        basis = (Line(Role.RULE, said, say(Phrase.RULE), lines=(*points, *basis)),)
    return (*basis, *note_line(root.about), *_unless_said(root, verdict), *_nodes(root, verdict))


def branch_line(id_: str, verdict: Verdict) -> Line | None:
    """Return one criterion or indicator with what is beneath it; None for anything else."""
    for parent in verdict.findings:
        for child in parent.children:
            if child.id == id_ and child.kind is FindingKind.CRITERION:
                return _criterion(child, verdict)
            if child.id == id_ and child.kind is FindingKind.INDICATOR:
                return _indicator(child, parent, verdict)
    return None


def overview(verdict: Verdict) -> tuple[Line, ...]:
    """Return every criterion on one line, with how its indicators stand."""
    return tuple(
        Line(
            Role.OVERVIEW,
            each.title,
            id=each.id,
            status=each.status,
            tags=(joined(_tags(each)[0], _standing(each), between=": "), *_tags(each)[1:]),
        )
        for each in verdict.criteria
    ) + tuple(
        Line(
            Role.OVERVIEW,
            say(Phrase.ADDED_TO_BARE, criterion=each.title),
            id=each.id,
            status=each.status,
            tags=(joined(_tags(each)[0], _standing(each), between=": "), *_tags(each)[1:]),
        )
        for each in additions(verdict)
    )


def _standing(criterion: Finding) -> Slot:
    indicators = tuple(each for each in criterion.walk() if each.kind is FindingKind.INDICATOR)
    shown = sum(not each.counted for each in indicators)
    return counts_said(tally(indicators), Phrase.COUNT_ON_EVIDENCE, shown)


def _unless_said(root: Finding, verdict: Verdict) -> tuple[Line, ...]:
    """Return whose the criteria are that name nobody, where there is more than one layer."""
    if len(verdict.standard.plugins) == 1 or not root.about.plugin:
        return ()
    plugin = plugin_title(root.about.plugin, verdict)
    return (Line(Role.LAYER, say(Phrase.UNLESS_SAID, plugin=plugin)),)


def _based(finding: Finding) -> bool:
    """Whether a rule of the layer below stands in it as a step of its own."""
    rules = (each.about.rule for each in finding.children if each.kind is FindingKind.RULE)
    return any(rule is not None and rule.kind is not RuleKind.ALL for rule in rules)


def _nodes(parent: Finding, verdict: Verdict) -> Iterator[Line]:
    """Yield the criteria or indicators under a node; a rule as issued is shown as a step."""
    for child in parent.children:
        match child.kind:
            case FindingKind.CRITERION:
                yield _criterion(child, verdict)
            case FindingKind.INDICATOR:
                yield _indicator(child, parent, verdict)
            case FindingKind.RULE if child.about.rule and child.about.rule.kind is not RuleKind.ALL:
                yield _rule(child, child.about.rule, parent, verdict)
            case FindingKind.RULE if parent.kind is FindingKind.SET:
                yield _beside(child, verdict)
            case _:  # a rule that asks for all adds nothing to what the node itself asks
                yield from _nodes(child, verdict)


def _rule(finding: Finding, rule: Rule, parent: Finding, verdict: Verdict) -> Line:
    """Return the rule of the layer below, standing under a node a refinement added to."""
    under_set = any(child.kind is FindingKind.CRITERION for child in finding.walk())
    noun = Phrase.N_CRITERIA if under_set else Phrase.N_INDICATORS
    said = say(
        Phrase.BASE_RULE,
        plugin=plugin_title(finding.about.plugin, verdict),
        rule=rule_said(rule, finding.counts.total, noun, finding.score),
    )
    return Line(
        Role.RULE,
        said,
        id=finding.id,
        status=finding.status,
        tags=(say(STATUS[finding.status]),),
        lines=(
            *points_lines(finding),
            *_leaning(finding),
            *own_lines(finding, parent, verdict),
            *_nodes(finding, verdict),
        ),
    )


def _beside(finding: Finding, verdict: Verdict) -> Line:
    """Return what layers added to a criterion whose indicators the set scores one by one."""
    said: Slot = say(Phrase.ADDED_TO_BARE, criterion=finding.title)
    if counted := finding.counts.total:
        rule = rule_said(Rule(), counted, Phrase.N_INDICATORS)
        said = say(Phrase.ADDED_TO, criterion=finding.title, rule=rule)
    lines = tuple(_nodes(finding, verdict))
    tags = _tags(finding)
    return Line(Role.RULE, said, id=finding.id, status=finding.status, tags=tags, lines=lines)


def _leaning(finding: Finding) -> tuple[Line, ...]:
    return (Line(Role.LEAD, say(Phrase.LEANS)),) if finding.leans else ()


def _criterion(finding: Finding, verdict: Verdict) -> Line:
    about = finding.about
    counts = tally(each for each in finding.walk() if each.kind is FindingKind.INDICATOR)
    lines: list[Line] = []
    said = _standing(finding)
    if about.rule and counts.total and not _based(finding):
        rule = rule_said(about.rule, counts.total, Phrase.N_INDICATORS, finding.score)
        said = say(Phrase.RULE_RESULT, rule=rule, counts=said)
        lines.append(Line(Role.COUNTS, said, say(Phrase.REQUIRED)))
    else:
        lines.append(Line(Role.COUNTS, said, say(Phrase.RESULT)))
    lines += points_lines(finding)
    lines += _leaning(finding)
    if about.plugin != verdict.explanation.about.plugin:
        lines += layer_line(about.plugin, verdict)
    lines += citation_lines(finding.citations, verdict)
    lines += (*fidelity_line(about), *note_line(about))
    lines += guidance_lines(about.guidance, verdict)
    lines += _nodes(finding, verdict)
    return Line(
        Role.CRITERION,
        finding.title,
        id=finding.id,
        status=finding.status,
        tags=_tags(finding),
        lines=tuple(lines),
    )


def _tags(finding: Finding) -> tuple[Slot, ...]:
    said: list[Slot] = [say(STATUS[finding.status])]
    if finding.applicability_open:
        said.append(say(Phrase.APPLIES_OPEN))
    if not finding.counted:
        said.append(say(Phrase.SHOWN_ONLY))
    return (*said, *earned_said(finding))


def _indicator(finding: Finding, parent: Finding, verdict: Verdict) -> Line:
    about = finding.about
    lines: list[Line] = []
    lines += applies(finding, verdict)
    lines += requirements(finding, verdict)
    lines += waivers(finding, verdict)
    if about.plugin != parent.about.plugin:
        lines += layer_line(about.plugin, verdict)
    lines += citation_lines(finding.citations, verdict)
    lines += (*fidelity_line(about), *note_line(about))
    lines += facts(finding, verdict)
    lines += cautions(finding, verdict)
    lines += guidance_lines(about.guidance, verdict)
    lines += (
        Line(Role.LACKS, lacking(need, verdict), say(Phrase.LACKS))
        for need in finding.evidence_missing
    )
    return Line(
        Role.INDICATOR,
        finding.title,
        id=finding.id,
        status=finding.status,
        tags=_tags(finding),
        lines=tuple(lines),
    )
