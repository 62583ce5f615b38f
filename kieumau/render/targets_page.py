"""A targets report as a page: what is said, in order; text and Markdown lay it out."""

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from kieumau.render.phrasebook import Phrase
from kieumau.render.sources import FIDELITY, SEEN
from kieumau.render.speech import Voice, say, speak
from kieumau.render.standard_page import Entry, Page, Part, Table
from kieumau.render.standard_words import Term
from kieumau.render.targets_speech import STATUS, Speaker
from kieumau.render.targets_words import Word
from kieumau.rules.citations import Citation, Fidelity, Seen
from kieumau.rules.registry import Confidence, Source
from kieumau.verdicts.rungs import GroupJudged, Rung, RungStatus, WardStanding
from kieumau.verdicts.targets_report import NotAssessed, TargetsReport
from kieumau.wording import Lang, say_date

__all__ = ["basis", "judged_by", "list_basis", "targets_page", "titles", "ward_tables"]

_CONFIDENCE: Final = {
    Confidence.HIGH: Word.CONFIDENCE_HIGH,
    Confidence.MEDIUM: Word.CONFIDENCE_MEDIUM,
    Confidence.LOW: Word.CONFIDENCE_LOW,
}


def targets_page(report: TargetsReport, lang: Lang) -> Page:
    """Return everything a report says."""
    return _Teller(report, lang, Speaker(report, lang)).page()


@frozen
class _Teller:
    report: TargetsReport
    lang: Lang
    speak: Speaker

    def page(self) -> Page:
        report, lang, speak = self.report, self.lang, self.speak
        head = (
            Entry(speak.headline),
            *(Entry(said, label) for label, said in speak.head()),
        )
        rungs = tuple(map(self.rung, report.rungs))
        parts = [Part(Word.TARGETS.fill(lang), rungs, self.glance())]
        parts += (Part(title, (), table) for title, table in ward_tables(report, speak))
        if report.issues:
            said = tuple(Entry(each, listed=True) for each in speak.issues())
            parts.append(Part(Word.ISSUES.fill(lang), said))
        if report.not_assessed:
            left = tuple(map(self.left_out, report.not_assessed))
            parts.append(Part(Word.NOT_ASSESSED.fill(lang), left))
        parts.append(Part(Word.KNOWN.fill(lang), tuple(titles(report, lang))))
        parts.append(Part(Word.ABOUT_LIST.fill(lang), tuple(list_basis(report, lang))))
        parts.append(Part(Word.JUDGED_BY.fill(lang), tuple(judged_by(report, lang))))
        notices = tuple(each.say(lang) for each in report.notices)
        return Page(speak.title, head, notices, tuple(parts), Term.LINKS.fill(lang))

    def glance(self) -> Table:
        lang, speak = self.lang, self.speak
        labels = (Word.DUE, Word.TARGET, Word.RESULT, Word.COL_WARDS)
        rows = tuple(
            (say_date(each.by), each.title.say(lang), speak.status(each), self.shortly(each))
            for each in self.report.rungs
        )
        return Table(tuple(each.fill(lang) for each in labels), rows)

    def shortly(self, rung: Rung) -> str:
        """Return a target's result in one cell of a table."""
        whole = [self.speak.observed(rung, each) for each in rung.groups if not each.code]
        by_district = [self.named(each) for each in rung.groups if each.code]
        return "; ".join([*whole, *by_district]) or self.speak.why(rung)

    def named(self, group: GroupJudged) -> str:
        """Return how a district stands."""
        name = group.name.say(self.lang) if group.name else group.code
        status = STATUS[group.status].fill(self.lang)
        return Word.GROUP.fill(self.lang, name=name, status=status)

    def rung(self, rung: Rung) -> Entry:
        lang, speak = self.lang, self.speak
        entries = [
            Entry(speak.due(rung), Word.DUE.fill(lang)),
            Entry(speak.status(rung), Word.RESULT.fill(lang)),
        ]
        entries += [Entry(why)] if (why := speak.why(rung)) else []
        for group in rung.groups:
            if group.code:
                entries.append(self.district(rung, group))
            else:
                entries += self.group(rung, group)
        open_ = [each.name.say(lang) for each in rung.groups if each.name and _open(each)]
        if open_:
            entries.append(Entry(", ".join(open_), Word.OPEN_GROUPS.fill(lang)))
        entries += map(Entry, speak.notes(rung))
        if rung.total is not None:
            entries.append(Entry(speak.side(rung), Word.SIDE.fill(lang)))
        entries += basis(rung, self.report, lang)
        title = rung.title.say(lang)
        return Entry(title, key=rung.id, heading=True, entries=tuple(entries))

    def district(self, rung: Rung, group: GroupJudged) -> Entry:
        return Entry(self.named(group), listed=True, entries=tuple(self.group(rung, group)))

    def group(self, rung: Rung, group: GroupJudged) -> Iterator[Entry]:
        lang, speak = self.lang, self.speak
        yield Entry(speak.observed(rung, group))
        if group.count.unknown:
            yield Entry(speak.bounds(group.count), Word.BOUNDS.fill(lang))
        if said := speak.wanting(group):
            yield Entry(said)
        if group.counted:
            yield Entry(speak.units(group.counted), Word.COUNTED.fill(lang))
        if said := speak.unknown(group):
            yield Entry(said, Word.UNKNOWN.fill(lang))

    def left_out(self, left: NotAssessed) -> Entry:
        entries = tuple(Entry(self.speak.problem(each), listed=True) for each in left.problems)
        return Entry(self.speak.left(left), heading=True, entries=entries)


def _open(group: GroupJudged) -> bool:
    return group.status is RungStatus.UNDETERMINED


def basis(rung: Rung, report: TargetsReport, lang: Lang) -> Iterator[Entry]:
    """Yield what a target rests on: citations with quotes, fidelity, its note."""
    yield from _citations(rung.citations, report, lang)
    yield from _fidelity(rung.fidelity, rung.seen, lang)
    if rung.note:
        yield Entry(rung.note.say(lang), _phrase(Phrase.NOTE, lang))


def list_basis(report: TargetsReport, lang: Lang) -> Iterator[Entry]:
    """Yield where the list of wards is from, and what of it could not be established."""
    sources = [report.registry.source, *(each.source for each in report.rungs)]
    for source in dict.fromkeys(sources):
        yield from _source(source, report, lang)
    for each in report.registry.unknown:
        yield Entry(each.say(lang), Word.NOT_ESTABLISHED.fill(lang))


def judged_by(report: TargetsReport, lang: Lang) -> Iterator[Entry]:
    """Yield the criteria wards were judged by, with their digests."""
    for each in report.standards:
        said = Word.STANDARD_SAID.fill(lang, id=each.id, on=say_date(each.on), digest=each.digest)
        yield Entry(said, Word.STANDARD.fill(lang), quiet=True)
    yield Entry(report.library, Word.LIBRARY.fill(lang), quiet=True)


def titles(report: TargetsReport, lang: Lang) -> Iterator[Entry]:
    """Yield what is known of registrations and recognitions, each with what it rests on."""
    speak = Speaker(report, lang)
    for title in report.titles:
        below = list(_source(title.source, report, lang))
        if title.decision:
            below.insert(0, Entry(speak.decision(title.decision), Word.DECISION.fill(lang)))
        if title.year:
            below.append(Entry(str(title.year), Word.FOR_YEAR.fill(lang)))
        yield Entry(speak.known(title), listed=True, entries=tuple(below))
    for claim in report.complete:
        below = list(_source(claim.source, report, lang))
        yield Entry(speak.complete(claim), listed=True, entries=tuple(below))
    if not report.titles and not report.complete:
        yield Entry(Word.KNOWN_NONE.fill(lang))


def ward_tables(report: TargetsReport, speak: Speaker) -> Iterator[tuple[str, Table]]:
    """Yield a table of the wards for each day something is known of one."""
    lang = speak.lang
    names = {
        each.code: each.name.say(lang) for rung in report.rungs for each in rung.groups if each.name
    }
    days = {each.on: each for each in report.rungs if any(ward.period for ward in each.wards)}
    for day, rung in sorted(days.items()):
        words = [Word.WARD, Word.COL_MEETING, Word.COL_RECOGNISED, Word.COL_REGISTERED]
        words.append(Word.PERIOD)
        rows = [_row(each, speak) for each in rung.wards]
        columns = tuple(each.fill(lang) for each in words)
        if any(each.district for each in rung.wards):
            columns = (*columns, Word.DISTRICT.fill(lang))
            rows = [
                (*row, names.get(each.district, each.district))
                for row, each in zip(rows, rung.wards, strict=True)
            ]
        yield Word.WARDS.fill(lang, day=say_date(day)), Table(columns, tuple(rows))


def _row(ward: WardStanding, speak: Speaker) -> tuple[str, ...]:
    period = speak.period(ward.period) if ward.period else Word.NO_FACTS.fill(speak.lang)
    truths = (ward.meeting, ward.recognised, ward.registered)
    return (speak.unit(ward.unit), *map(speak.truth, truths), period)


def _source(source: Source, report: TargetsReport, lang: Lang) -> Iterator[Entry]:
    yield from _citations(source.citations, report, lang)
    yield from _fidelity(source.fidelity, source.seen, lang)
    if source.confidence:
        yield Entry(_CONFIDENCE[source.confidence].fill(lang), Word.CONFIDENCE.fill(lang))
    if source.note:
        yield Entry(source.note.say(lang), _phrase(Phrase.NOTE, lang))


def _citations(citations: Iterable[Citation], report: TargetsReport, lang: Lang) -> Iterator[Entry]:
    known = {each.id: each for each in report.instruments}
    for citation in citations:
        instrument = known.get(citation.instrument)
        name, url = citation.instrument, citation.url
        if instrument:
            name = instrument.number or instrument.title.say(lang)
            url = url or instrument.url
        at = f", {citation.at.say(lang)}" if citation.at else ""
        quote = Entry(f"“{citation.quote}”", _phrase(Phrase.QUOTE, lang))
        label = _phrase(Phrase.CITATION, lang)
        yield Entry(name + at, label, url, entries=(quote,) if citation.quote else ())


def _fidelity(fidelity: Fidelity | None, seen: Seen | None, lang: Lang) -> Iterator[Entry]:
    said = [_phrase(FIDELITY[fidelity], lang)] if fidelity else []
    said += [_phrase(SEEN[seen], lang)] if seen else []
    if said:
        yield Entry("; ".join(said), _phrase(Phrase.FIDELITY, lang))


def _phrase(phrase: Phrase, lang: Lang) -> str:
    return speak(say(phrase), Voice(lang))
