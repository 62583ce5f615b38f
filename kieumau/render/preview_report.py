"""A preview as a page: what is said, in order, in one language; text and Markdown lay it out."""

from collections.abc import Iterator

from attrs import frozen

from kieumau.render.bars import BLOCKS, WIDEST, bar
from kieumau.render.preview_data import (
    Cause,
    ChangedWard,
    Comparison,
    NotCompared,
    Preview,
    RefinementSaid,
)
from kieumau.render.preview_speech import Speaker
from kieumau.render.preview_words import Word
from kieumau.render.standard_page import Entry, Page, Part
from kieumau.render.standard_words import Term
from kieumau.wording import Lang, say_date

__all__ = ["preview_page"]


def preview_page(preview: Preview, lang: Lang) -> Page:
    """Return everything a preview says."""
    return _Teller(preview, lang, Speaker(preview, lang)).page()


@frozen
class _Teller:
    preview: Preview
    lang: Lang
    speak: Speaker

    def page(self) -> Page:
        preview, lang = self.preview, self.lang
        parts = [
            Part(Word.BY_REFINEMENT.fill(lang), tuple(map(self.refinement, preview.refinements))),
            Part(Word.BY_CRITERION.fill(lang), tuple(self.criteria())),
        ]
        if preview.not_compared:
            left_out = tuple(map(self.left_out, preview.not_compared))
            parts.append(Part(Word.NOT_COMPARED.fill(lang), left_out))
        notices = tuple(each.say(lang) for each in preview.notices)
        links = Term.LINKS.fill(lang)
        return Page(self.speak.title, tuple(self.head()), notices, tuple(parts), links)

    def head(self) -> Iterator[Entry]:
        preview, lang = self.preview, self.lang
        yield Entry(self.speak.layer(preview.plugin), Word.TRIED.fill(lang))
        yield Entry(self.speak.layer(preview.below), Word.AGAINST.fill(lang))
        yield Entry(say_date(preview.on), Word.ON.fill(lang))
        for each in self.speak.summary():
            yield Entry(each)

    def refinement(self, refinement: RefinementSaid) -> Entry:
        lang, speak = self.lang, self.speak
        entries = [Entry(refinement.said.say(lang), speak.asks(refinement))]
        if refinement.basis:
            entries.append(Entry(refinement.basis.say(lang), Word.BASIS.fill(lang), quiet=True))
        entries.append(Entry(speak.effect(refinement)))
        entries += [self.ward(*each) for each in speak.affected(refinement)]
        title = speak.numbered(refinement)
        return Entry(title, key=refinement.target, heading=True, entries=tuple(entries))

    def ward(self, ward: ChangedWard, cause: Cause) -> Entry:
        said = f"{self.speak.becomes(ward)}; {self.speak.part(ward, cause)}"
        readings = tuple(Entry(self.speak.reading(each)) for each in cause.readings)
        return Entry(said, self.speak.ward(ward.ward), listed=True, entries=readings)

    def criteria(self) -> Iterator[Entry]:
        yield Entry(self.legend(), quiet=True)
        yield self.bars(Word.WHOLE.fill(self.lang), self.preview.outcome, outcomes=True)
        for each in self.preview.criteria:
            title = each.title.say(self.lang)
            added = Word.ADDED.fill(self.lang, title=title)
            yield self.bars(title if each.before else added, each)

    def legend(self) -> str:
        seen = [self.preview.outcome, *self.preview.criteria]
        tallies = [tally for each in seen for tally in (each.before, each.after) if tally]
        marks = ", ".join(
            f"{block} {self.speak.status(status)}"
            for status, block in BLOCKS.items()
            if any(tally.of(status) for tally in tallies)
        )
        if self.preview.compared <= WIDEST:
            return Word.LEGEND.fill(self.lang, marks=marks)
        return Word.LEGEND_SCALED.fill(self.lang, marks=marks, width=WIDEST)

    def bars(self, title: str, compared: Comparison, *, outcomes: bool = False) -> Entry:
        entries = []
        for word, tally in ((Word.BEFORE, compared.before), (Word.AFTER, compared.after)):
            if tally:
                counts = self.speak.counts(tally, outcomes=outcomes)
                when = word.fill(self.lang)
                said = Word.STANDS.fill(self.lang, when=when, counts=counts)
                entries.append(Entry(f"{bar({each: tally.of(each) for each in BLOCKS})} {said}"))
        return Entry(title, heading=True, entries=tuple(entries))

    def left_out(self, left: NotCompared) -> Entry:
        entries = tuple(Entry(self.speak.problem(each), listed=True) for each in left.problems)
        return Entry(self.speak.ward(left.ward), heading=True, entries=entries)
