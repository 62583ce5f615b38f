"""The tree: every criterion with its indicators, conditions, waivers and what they rest on."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from kieumau.render.lines import Line, Role
from kieumau.render.observed import observed
from kieumau.render.phrasebook import Phrase
from kieumau.render.points import additions, earned_said, points_lines, score_rule_said
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
from kieumau.verdicts.findings import Counts, Finding, FindingKind, Points, Status
from kieumau.verdicts.verdict import Verdict

__all__ = [
    "STATUS",
    "branch_line",
    "counts_said",
    "criteria_lines",
    "overview",
    "rule_said",
    "tally",
]

STATUS = {
    Status.MET: Phrase.MET,
    Status.NOT_MET: Phrase.NOT_MET,
    Status.UNDETERMINED: Phrase.OPEN,
    Status.NOT_APPLICABLE: Phrase.NOT_ARISING,
    Status.WAIVED: Phrase.WAIVED,
}
_HOLDS = {Status.NOT_MET: Phrase.HOLDS_NOT, Status.UNDETERMINED: Phrase.HOLDS_UNKNOWN}
_WAIVER_TAGS = {
    Status.UNDETERMINED: (say(Phrase.WAIVER_OPEN),),
    Status.NOT_MET: (say(Phrase.WAIVER_IDLE),),
}


def rule_said(rule: Rule, n: int, noun: Phrase, score: Points | None = None) -> Slot:
    """Return how many of ``n`` must be met, or how many points reached, in words."""
    what = say(noun, n=n)
    if score is not None:
        return score_rule_said(score, what)
    if n == 1:
        return say(Phrase.RULE_ONE, what=what)
    if rule.needed(n) == n:
        return say(Phrase.RULE_ALL, what=what)
    return say(Phrase.RULE_AT_LEAST, k=rule.needed(n), what=what)


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
            status=each.status,
            tags=(joined(_tags(each)[0], _standing(each), between=": "), *_tags(each)[1:]),
        )
        for each in verdict.criteria
    ) + tuple(
        Line(
            Role.OVERVIEW,
            say(Phrase.ADDED_TO_BARE, criterion=each.title),
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
        status=finding.status,
        tags=(say(STATUS[finding.status]),),
        lines=(
            *points_lines(finding),
            *_leaning(finding),
            *_own(finding, parent, verdict),
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
    return Line(Role.RULE, said, status=finding.status, tags=_tags(finding), lines=lines)


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
        lines += _layer(about.plugin, verdict)
    lines += citation_lines(finding.citations, verdict)
    lines += (*fidelity_line(about), *note_line(about))
    lines += guidance_lines(about.guidance, verdict)
    lines += _nodes(finding, verdict)
    return Line(
        Role.CRITERION,
        finding.title,
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


def _layer(plugin: str, verdict: Verdict) -> tuple[Line, ...]:
    """Return whose layer asks for it, where there is more than one."""
    if not plugin or len(verdict.standard.plugins) == 1:
        return ()
    return (Line(Role.LAYER, plugin_title(plugin, verdict), say(Phrase.LAYER)),)


def _indicator(finding: Finding, parent: Finding, verdict: Verdict) -> Line:
    about = finding.about
    lines: list[Line] = []
    lines += _applies(finding, verdict)
    lines += _requirements(finding, verdict)
    lines += _waivers(finding, verdict)
    if about.plugin != parent.about.plugin:
        lines += _layer(about.plugin, verdict)
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
        status=finding.status,
        tags=_tags(finding),
        lines=tuple(lines),
    )


def _applies(finding: Finding, verdict: Verdict) -> Iterator[Line]:
    for child in finding.children:
        if child.kind is FindingKind.APPLIES:
            yield from _stated(child, say(Phrase.APPLIES_WHEN), Role.APPLIES, verdict)


def _conjuncts(finding: Finding) -> Iterator[Finding]:
    """Yield an indicator's conjuncts, taken out of the pairs they form with waivers."""
    for child in finding.children:
        if child.kind is FindingKind.GUARDED:
            yield from _conjuncts(child)
        elif child.kind is FindingKind.REQUIREMENT:
            yield child


def _requirements(finding: Finding, verdict: Verdict) -> Iterator[Line]:
    """Yield what is required, against what was observed; several conjuncts each with its layer."""
    conjuncts = tuple(_conjuncts(finding))
    if len(conjuncts) == 1:
        first, *rest = _stated(conjuncts[0], say(Phrase.REQUIRED), Role.REQUIRED, verdict)
        own = (*first.lines, *_own(conjuncts[0], finding, verdict))
        yield evolve(first, tags=(*_added(conjuncts[0], finding, verdict), *first.tags), lines=own)
        yield from rest
    elif conjuncts:
        said = rule_said(Rule(), len(conjuncts), Phrase.N_CONDITIONS)
        each = tuple(_conjunct(conjunct, finding, verdict) for conjunct in conjuncts)
        yield Line(Role.REQUIRED, said, say(Phrase.REQUIRED), lines=each)


def _conjunct(conjunct: Finding, indicator: Finding, verdict: Verdict) -> Line:
    line = _condition(conjunct, verdict)
    return evolve(
        line,
        tags=(*_added(conjunct, indicator, verdict), *line.tags),
        lines=(*line.lines, *_own(conjunct, indicator, verdict)),
    )


def _added(conjunct: Finding, indicator: Finding, verdict: Verdict) -> tuple[Slot, ...]:
    """Return who made an indicator stricter, and how."""
    about = conjunct.about
    plugin = plugin_title(about.plugin, verdict)
    if change := about.change:
        plugin = plugin_title(change.plugin, verdict)
        return (say(Phrase.TIGHTENED, plugin=plugin, before=change.before, after=change.after),)
    if about.plugin and about.plugin != indicator.about.plugin:
        return (say(Phrase.ADDED, plugin=plugin),)
    return ()


def _own(finding: Finding, parent: Finding, verdict: Verdict) -> Iterator[Line]:
    """Yield what a finding rests on, where that is not what the one above it rests on."""
    own, above = finding.about, parent.about
    if own.citations != above.citations:
        yield from citation_lines(own.citations, verdict)
    if (own.fidelity, own.seen, own.scope) != (above.fidelity, above.seen, above.scope):
        yield from fidelity_line(own)
    if own.note != above.note:
        yield from note_line(own)


def _stated(finding: Finding, label: Slot, role: Role, verdict: Verdict) -> Iterator[Line]:
    """Yield a condition under a label, and on the next line what was observed."""
    if finding.about.measures:
        yield Line(role, finding.title, label)
        yield Line(Role.OBSERVED, observed(finding, verdict), say(Phrase.OBSERVED))
        return
    line = _condition(finding, verdict)
    seen = next(iter(line.tags), None) if not line.lines else None
    yield evolve(line, role=role, label=label, status=None, tags=())
    if seen is not None:
        test = finding.children[0]
        yield Line(Role.OBSERVED, observed(test, verdict), say(Phrase.OBSERVED))


def _condition(finding: Finding, verdict: Verdict, *, opposite: bool = False) -> Line:
    """Return a part of a condition; beneath a negation it is said to hold or not, unmarked."""
    about = finding.about
    status = None if opposite else finding.status
    tags: tuple[Slot, ...] = (say(_HOLDS.get(finding.status, Phrase.HOLDS)),) if opposite else ()
    if about.measures:
        seen = say(Phrase.OBSERVED_AS, value=observed(finding, verdict))
        return Line(Role.CONDITION, finding.title, status=status, tags=(*tags, seen))
    if about.negated and finding.children:
        child = finding.children[0]
        if child.about.measures:
            absent = say(Phrase.ABSENT, condition=child.title)
            seen = say(Phrase.OBSERVED_AS, value=observed(child, verdict))
            return Line(Role.CONDITION, absent, status=status, tags=(*tags, seen))
        below = _condition(child, verdict, opposite=True)
        return Line(Role.CONDITION, say(Phrase.NONE_OF), status=status, tags=tags, lines=(below,))
    parts = tuple(_condition(child, verdict, opposite=opposite) for child in finding.children)
    said: Slot = about.title
    if about.rule and parts:
        said = rule_said(about.rule, len(parts), Phrase.N_CONDITIONS)
    return Line(Role.CONDITION, said, status=status, tags=tags, lines=parts)


def _waivers(finding: Finding, verdict: Verdict) -> Iterator[Line]:
    """Yield each waiver with its basis, its condition and whether it releases here; each once."""
    seen = set()
    for waiver in _guards(finding):
        if (waiver.title, waiver.id) in seen:
            continue
        seen.add((waiver.title, waiver.id))
        lines: list[Line] = []
        for child in waiver.children:
            lines += _stated(child, say(Phrase.WAIVED_WHEN), Role.APPLIES, verdict)
        lines += _layer(waiver.about.plugin, verdict)
        lines += citation_lines(waiver.citations, verdict)
        lines += (*fidelity_line(waiver.about), *note_line(waiver.about))
        yield Line(
            Role.WAIVER,
            waiver.title,
            say(Phrase.WAIVER),
            tags=_WAIVER_TAGS.get(waiver.status, ()),
            lines=tuple(lines),
        )


def _guards(finding: Finding) -> Iterator[Finding]:
    for child in finding.children:
        if child.kind is FindingKind.WAIVER:
            yield child
        elif child.kind is FindingKind.GUARDED:
            yield from _guards(child)
