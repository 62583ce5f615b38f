"""What a finding rests on: citations, fidelity, layers, guidance, facts with their evidence."""

from collections.abc import Iterable, Iterator

from kieumau.render.lines import Line, Role
from kieumau.render.observed import parts_of, workings
from kieumau.render.phrasebook import Phrase
from kieumau.render.speech import NOTHING, Link, Slot, joined, say
from kieumau.render.values import SHORT, fact_said, measure_name, span_said
from kieumau.rules.citations import Citation, Fidelity, Seen
from kieumau.rules.facts import Evidence
from kieumau.rules.measures import RecordedBy
from kieumau.rules.refinements import EvidenceField, EvidenceNeed
from kieumau.verdicts.findings import Finding, Guidance, Subject
from kieumau.verdicts.verdict import Verdict

__all__ = [
    "RECORDED_BY",
    "cautions",
    "citation_lines",
    "evidence_said",
    "facts",
    "fidelity_line",
    "guidance_lines",
    "lacking",
    "note_line",
    "plugin_title",
]

FIDELITY = {
    Fidelity.TEXT: Phrase.FROM_TEXT,
    Fidelity.REPORTED: Phrase.FROM_PRESS,
    Fidelity.DERIVED: Phrase.FROM_DERIVED,
    Fidelity.ASSUMED: Phrase.FROM_ASSUMED,
}
SEEN = {
    Seen.QUOTED: Phrase.SEEN_QUOTED,
    Seen.SUMMARY: Phrase.SEEN_SUMMARY,
    Seen.UNSEEN: Phrase.SEEN_NOT,
}
FIELDS = {
    EvidenceField.SOURCE: Phrase.FIELD_SOURCE,
    EvidenceField.DOCUMENT: Phrase.FIELD_DOCUMENT,
    EvidenceField.URL: Phrase.FIELD_URL,
    EvidenceField.DATE: Phrase.FIELD_DATE,
}
RECORDED_BY = {
    RecordedBy.UNIT: Phrase.BY_UNIT,
    RecordedBy.PROVINCE: Phrase.BY_PROVINCE,
    RecordedBy.WARD: Phrase.BY_WARD,
    RecordedBy.SURVEY: Phrase.BY_SURVEY,
    RecordedBy.SYSTEM: Phrase.BY_SYSTEM,
}


def plugin_title(id_: str, verdict: Verdict) -> Slot:
    """Return a layer's title, or its id when the verdict does not name it."""
    return next((each.title for each in verdict.standard.plugins if each.id == id_), id_)


def citation_lines(citations: Iterable[Citation], verdict: Verdict) -> Iterator[Line]:
    """Yield each place cited, by the document's number where it has one."""
    for citation in citations:
        instrument = verdict.instruments.get(citation.instrument)
        name: Slot = citation.instrument
        if instrument:
            name = instrument.number or instrument.title
        said = joined(name, citation.at or NOTHING)
        url = citation.url or (instrument.url if instrument else "")
        quote = Line(Role.NOTE, joined("“", citation.quote, "”", between=""), say(Phrase.QUOTE))
        linked = Link(said, url) if url else said
        quoted = (quote,) if citation.quote else ()
        yield Line(Role.CITATION, linked, say(Phrase.CITATION), lines=quoted)


def fidelity_line(about: Subject) -> Iterator[Line]:
    """Yield where a threshold or rule comes from, what of it was seen, what it was set for."""
    if about.fidelity is None:
        return
    seen = (say(SEEN[about.seen]),) if about.seen else ()
    scope = (say(Phrase.SCOPE, scope=about.scope),) if about.scope else ()
    said = joined(say(FIDELITY[about.fidelity]), *seen, *scope, between="; ")
    yield Line(Role.FIDELITY, said, say(Phrase.FIDELITY))


def note_line(about: Subject) -> Iterator[Line]:
    """Yield the note of who wrote the rule down."""
    if about.note:
        yield Line(Role.NOTE, about.note, say(Phrase.NOTE))


def guidance_lines(guidance: Iterable[Guidance], verdict: Verdict) -> Iterator[Line]:
    """Yield what refinements clarified, with the evidence they ask for."""
    for each in guidance:
        needs = tuple(
            Line(Role.GUIDANCE, _need(Phrase.NEED, need, verdict), say(Phrase.NEEDS))
            for need in each.evidence
        )
        below = (*needs, *citation_lines(each.citations, verdict))
        label = say(Phrase.GUIDANCE, plugin=plugin_title(each.plugin, verdict))
        if each.text:
            yield Line(Role.GUIDANCE, each.text, label, lines=below)
        else:
            yield Line(Role.GUIDANCE, NOTHING, label, lines=below)


def lacking(need: EvidenceNeed, verdict: Verdict) -> Slot:
    """Return which evidence a fact does not carry."""
    return _need(Phrase.LACK, need, verdict)


def _need(phrase: Phrase, need: EvidenceNeed, verdict: Verdict) -> Slot:
    measure = measure_name(need.measure, verdict.measures)
    said = say(phrase, measure=measure, field=say(FIELDS[need.needs]))
    return joined(said, need.note or NOTHING, between="; ")


def cautions(finding: Finding, verdict: Verdict) -> Iterator[Line]:
    """Yield how figures the unit recorded itself can mislead."""
    for id_ in verdict.self_reported(finding):
        measure = verdict.measures[id_]
        said = say(Phrase.NAMED, name=measure.name, value=measure.caution or NOTHING)
        yield Line(Role.CAUTION, said, say(Phrase.CAUTION))


def facts(finding: Finding, verdict: Verdict) -> Iterator[Line]:
    """Yield the facts beneath a finding that need more than the line of their test.

    Those with evidence, and those behind a figure worked out from them; each once.
    """
    said: dict[str, Slot] = {}
    for test in finding.tests:
        behind, supplied = parts_of(test, verdict), {fact.measure: fact for fact in test.observed}
        for id_ in test.about.measures:
            fact = supplied.get(id_)
            evidence = evidence_said(fact.evidence) if fact and fact.evidence else NOTHING
            if fact or _worked_out(id_, test, verdict):
                value = joined(_value(id_, test, verdict), evidence, between="; ")
                if id_ in behind or evidence is not NOTHING:
                    name = measure_name(id_, verdict.measures)
                    said.setdefault(id_, say(Phrase.NAMED, name=name, value=value))
    if len(said) == 1:
        yield Line(Role.FACT, next(iter(said.values())), say(Phrase.FIGURE))
    elif said:
        each = tuple(Line(Role.FACT, value) for value in said.values())
        yield Line(Role.FACT, NOTHING, say(Phrase.FIGURE), lines=each)


def _worked_out(id_: str, test: Finding, verdict: Verdict) -> bool:
    work = workings(test, verdict)
    return id_ in parts_of(test, verdict) and work.computed(id_) and work.span(id_) is not None


def _value(id_: str, test: Finding, verdict: Verdict) -> Slot:
    work, measure = workings(test, verdict), verdict.measures.get(id_)
    span = work.span(id_)
    if id_ in work.facts or span is None:
        return fact_said(work.facts.get(id_), measure)
    value = span_said(span, measure, SHORT)
    return say(Phrase.COMPUTED, parts=work.parts_said(id_, SHORT), value=value)


def evidence_said(evidence: Evidence) -> Slot:
    """Return what a fact rests on; its address belongs to the source or the document."""
    said: list[Slot] = []
    if evidence.source:
        said.append(say(Phrase.SOURCE, source=evidence.source))
    if evidence.document:
        said.append(say(Phrase.DOCUMENT, document=evidence.document))
    if evidence.url:
        first = said[0] if said else say(Phrase.LINK)
        said[:1] = [Link(first, evidence.url)]
    if evidence.date:
        said.append(say(Phrase.DATED, day=evidence.date))
    if evidence.note:
        said.append(evidence.note)
    return joined(*said, between="; ")
