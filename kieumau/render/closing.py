"""The end of a report: evidence still to supply, assumptions, sources, and how to check it all."""

from collections.abc import Iterator

from kieumau.render.lines import Line, Role, Section
from kieumau.render.phrasebook import Phrase
from kieumau.render.sources import lacking
from kieumau.render.speech import NOTHING, Digest, Link, Slot, joined, say
from kieumau.render.tree import STATUS
from kieumau.rules.citations import Instrument
from kieumau.verdicts.verdict import Verdict

__all__ = ["assumptions", "identity", "sources", "unsupported"]


def unsupported(verdict: Verdict) -> Iterator[Section]:
    """Yield the evidence asked for and not supplied, by indicator."""
    lines = tuple(
        Line(Role.LACKS, lacking(need, verdict), verdict.finding(id_).title)
        for id_, need in verdict.unsupported
    )
    if lines:
        yield Section(say(Phrase.UNSUPPORTED), lines)


def assumptions(verdict: Verdict) -> Iterator[Section]:
    """Yield the indicators with assumed thresholds, and whether they count."""
    lines = tuple(
        Line(
            Role.NOTE,
            each.title,
            tags=(
                say(STATUS[each.status]),
                say(Phrase.COUNTED if each.counted else Phrase.SHOWN_ONLY),
            ),
        )
        for each in verdict.assumptions
    )
    if lines:
        yield Section(say(Phrase.ASSUMPTIONS), lines)


def sources(verdict: Verdict) -> Iterator[Section]:
    """Yield every document cited, in the order it is first cited."""
    cited = dict.fromkeys(
        citation.instrument
        for finding in verdict.findings
        for citation in (
            *finding.citations,
            *(each for said in finding.about.guidance for each in said.citations),
        )
    )
    lines = tuple(
        Line(Role.SOURCE, _instrument(verdict.instruments[id_]))
        for id_ in cited
        if id_ in verdict.instruments
    )
    if lines:
        yield Section(say(Phrase.SOURCES), lines)


def _instrument(instrument: Instrument) -> Slot:
    name: Slot = instrument.title
    if instrument.number:
        name = say(Phrase.NUMBERED, number=instrument.number, title=instrument.title)
    linked = Link(name, instrument.url) if instrument.url else name
    dated = Phrase.ISSUED if instrument.number else Phrase.DATED
    issued = say(dated, day=instrument.issued) if instrument.issued else NOTHING
    return joined(linked, instrument.issuer or NOTHING, issued, between="; ")


def identity(verdict: Verdict) -> Section:
    """Return what it takes to reach this verdict again and compare."""
    standard = verdict.standard
    layers = tuple(
        Line(
            Role.IDENTITY,
            say(Phrase.VERSION, title=each.title, id=each.id, version=each.version),
        )
        for each in standard.plugins
    )
    library = say(Phrase.LIBRARY, version=standard.library)
    if verdict.produced_by:
        library = say(Phrase.ENGINE, version=standard.library, engine=verdict.produced_by)
    return Section(
        say(Phrase.IDENTITY),
        (
            Line(Role.IDENTITY, standard.id, say(Phrase.STANDARD_ID)),
            Line(Role.IDENTITY, NOTHING, say(Phrase.COMPOSED_OF), lines=layers),
            Line(Role.IDENTITY, standard.on, say(Phrase.RULES_ON)),
            Line(Role.IDENTITY, standard.valid.said(), say(Phrase.VALID)),
            Line(Role.IDENTITY, Digest(standard.digest), say(Phrase.DIGEST)),
            Line(Role.IDENTITY, Digest(standard.text_digest), say(Phrase.TEXT_DIGEST)),
            Line(Role.IDENTITY, library, say(Phrase.PRODUCED_BY)),
        ),
    )
