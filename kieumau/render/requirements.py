"""What an indicator asks for: when it applies, its conditions, what was observed, its waivers."""

from collections.abc import Iterator

from attrs import evolve

from kieumau.render.lines import Line, Role
from kieumau.render.observed import observed
from kieumau.render.phrasebook import Phrase
from kieumau.render.points import rule_said
from kieumau.render.sources import citation_lines, fidelity_line, note_line, plugin_title
from kieumau.render.speech import Slot, say
from kieumau.rules.criteria import Rule
from kieumau.verdicts.findings import Finding, FindingKind, Status
from kieumau.verdicts.verdict import Verdict

__all__ = ["applies", "layer_line", "own_lines", "requirements", "stricter_said", "waivers"]

_HOLDS = {Status.NOT_MET: Phrase.HOLDS_NOT, Status.UNDETERMINED: Phrase.HOLDS_UNKNOWN}
_WAIVER_TAGS = {
    Status.UNDETERMINED: (say(Phrase.WAIVER_OPEN),),
    Status.NOT_MET: (say(Phrase.WAIVER_IDLE),),
}


def layer_line(plugin: str, verdict: Verdict) -> tuple[Line, ...]:
    """Return whose layer asks for it, where there is more than one."""
    if not plugin or len(verdict.standard.plugins) == 1:
        return ()
    return (Line(Role.LAYER, plugin_title(plugin, verdict), say(Phrase.LAYER)),)


def applies(finding: Finding, verdict: Verdict) -> Iterator[Line]:
    """Yield when an indicator applies, and what was observed."""
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


def requirements(finding: Finding, verdict: Verdict) -> Iterator[Line]:
    """Yield what is required, against what was observed; several conjuncts each with its layer."""
    conjuncts = tuple(_conjuncts(finding))
    if len(conjuncts) == 1:
        first, *rest = _stated(conjuncts[0], say(Phrase.REQUIRED), Role.REQUIRED, verdict)
        own = (*first.lines, *own_lines(conjuncts[0], finding, verdict))
        yield evolve(
            first, tags=(*stricter_said(conjuncts[0], finding, verdict), *first.tags), lines=own
        )
        yield from rest
    elif conjuncts:
        said = rule_said(Rule(), len(conjuncts), Phrase.N_CONDITIONS)
        each = tuple(_conjunct(conjunct, finding, verdict) for conjunct in conjuncts)
        yield Line(Role.REQUIRED, said, say(Phrase.REQUIRED), lines=each)


def _conjunct(conjunct: Finding, indicator: Finding, verdict: Verdict) -> Line:
    line = _condition(conjunct, verdict)
    return evolve(
        line,
        tags=(*stricter_said(conjunct, indicator, verdict), *line.tags),
        lines=(*line.lines, *own_lines(conjunct, indicator, verdict)),
    )


def stricter_said(conjunct: Finding, indicator: Finding, verdict: Verdict) -> tuple[Slot, ...]:
    """Return who made an indicator stricter, and how."""
    about = conjunct.about
    plugin = plugin_title(about.plugin, verdict)
    if change := about.change:
        plugin = plugin_title(change.plugin, verdict)
        return (say(Phrase.TIGHTENED, plugin=plugin, before=change.before, after=change.after),)
    if about.plugin and about.plugin != indicator.about.plugin:
        return (say(Phrase.ADDED, plugin=plugin),)
    return ()


def own_lines(finding: Finding, parent: Finding, verdict: Verdict) -> Iterator[Line]:
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


def waivers(finding: Finding, verdict: Verdict) -> Iterator[Line]:
    """Yield each waiver with its basis, its condition and whether it releases here; each once."""
    seen = set()
    for waiver in _guards(finding):
        if (waiver.title, waiver.id) in seen:
            continue
        seen.add((waiver.title, waiver.id))
        lines: list[Line] = []
        for child in waiver.children:
            lines += _stated(child, say(Phrase.WAIVED_WHEN), Role.APPLIES, verdict)
        lines += layer_line(waiver.about.plugin, verdict)
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
