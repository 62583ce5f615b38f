"""A batch's summary as a page: what is said, in order; text and Markdown lay it out."""

from collections.abc import Iterator
from itertools import islice

from attrs import frozen

from kieumau.render.bars import BLOCKS, WIDEST, bar
from kieumau.render.batch_data import BatchSummary, Reason
from kieumau.render.batch_speech import MOST_REASONS, BatchSpeaker, stands
from kieumau.render.batch_words import Said
from kieumau.render.standard_page import Entry, Page, Part
from kieumau.render.standard_words import Term
from kieumau.verdicts.findings import Status
from kieumau.wording import Lang

__all__ = ["batch_page"]


def batch_page(summary: BatchSummary, lang: Lang) -> Page:
    """Return everything a summary says."""
    return _Teller(summary, lang, BatchSpeaker(summary, lang)).page()


@frozen
class _Teller:
    summary: BatchSummary
    lang: Lang
    speak: BatchSpeaker

    def page(self) -> Page:
        summary, lang, speak = self.summary, self.lang, self.speak
        parts = [Part(Said.OUTCOMES.fill(lang), tuple(self.outcomes()))]
        if why := tuple(self.why()):
            parts.append(Part(Said.WHY.fill(lang), why))
        if summary.judged:
            parts.append(Part(Said.CRITERIA.fill(lang), tuple(self.criteria())))
        if summary.refused or summary.ignored:
            parts.append(Part(Said.ASIDE.fill(lang), tuple(self.aside())))
        head = tuple(Entry(said, label) for label, said in speak.head())
        notices = tuple(each.say(lang) for each in summary.notices)
        return Page(speak.title, head, notices, tuple(parts), Term.LINKS.fill(lang))

    def outcomes(self) -> Iterator[Entry]:
        if not self.summary.judged:
            yield Entry(Said.NONE.fill(self.lang))
            return
        for _, _, said in self.speak.outcomes():
            yield Entry(said, listed=True)

    def why(self) -> Iterator[Entry]:
        reasons = self.speak.reasons()
        for word, reason in islice(reasons, MOST_REASONS):
            yield Entry(self.speak.reason(word, reason), listed=True)
        more: list[tuple[Said, Reason]] = list(reasons)
        if more:
            yield Entry(Said.MORE.fill(self.lang, n=len(more)))
        if self.summary.unmet or self.summary.missing:
            yield Entry(Said.SEVERAL.fill(self.lang), quiet=True)
        if self.summary.inexact:
            yield Entry(Said.INEXACT_NOTE.fill(self.lang), quiet=True)

    def criteria(self) -> Iterator[Entry]:
        shown = (Status.MET, Status.UNDETERMINED, Status.NOT_MET)
        marks = ", ".join(f"{BLOCKS[each]} {self.speak.status(each)}" for each in shown)
        yield Entry(Said.LEGEND.fill(self.lang, marks=marks, width=WIDEST), quiet=True)
        for each in self.summary.criteria:
            drawn = bar(dict(stands(each)), scaled=True)
            said = Said.STANDS.fill(self.lang, bar=drawn, counts=self.speak.counts(each))
            yield Entry(each.title.say(self.lang), heading=True, entries=(Entry(said),))

    def aside(self) -> Iterator[Entry]:
        lang, summary = self.lang, self.summary
        if summary.refused:
            yield Entry(Said.ASIDE_IN.fill(lang, path=summary.set_aside_in))
        for each in summary.refused:
            said = Said.REFUSED.fill(lang, n=self.speak.number(each.rows), code=each.code)
            examples = tuple(
                Entry(Said.EXAMPLE.fill(lang, place=place, said=text.say(lang)))
                for place, text in each.examples
            )
            yield Entry(said, listed=True, entries=examples)
        if summary.ignored:
            yield Entry(Said.IGNORED.fill(lang, columns=", ".join(summary.ignored)))
