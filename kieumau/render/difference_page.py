"""A comparison as a page: what is said, in order, in one language; text and Markdown lay it out."""

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from kieumau.render.difference_speech import Speaker
from kieumau.render.difference_words import Word
from kieumau.render.standard_page import Entry, Page, Part, Table
from kieumau.render.standard_words import Term
from kieumau.verdicts.difference import Compared, Difference, Differing, Smallest
from kieumau.wording import Lang

__all__ = ["difference_page"]


def difference_page(difference: Difference, lang: Lang) -> Page:
    """Return everything a comparison says."""
    return _Teller(difference, lang, Speaker(difference, lang)).page()


@frozen
class _Teller:
    difference: Difference
    lang: Lang
    speak: Speaker

    def page(self) -> Page:
        found, lang = self.difference, self.lang
        sets = tuple(self.sets(*each) for each in self.speak.smallest())
        parts = [Part(Word.SMALLEST.fill(lang), sets)] if sets else []
        closing = Entry(Word.SAME.fill(lang, n=found.same), quiet=True)
        for word, changed in ((Word.CRITERIA, True), (Word.BENEATH_ONLY, False)):
            those = [each for each in found.compared if each.changed is changed]
            table = self.overview(those) if changed else None
            told = tuple(map(self.compared, those))
            if told:
                parts.append(Part(word.fill(lang), told, table))
        if found.compared:
            parts[-1] = evolve(parts[-1], entries=(*parts[-1].entries, closing))
        if found.differences:
            told = tuple(map(self.differing, found.differences))
            parts.append(Part(Word.DIFFERENCES.fill(lang), told))
        notices = tuple(each.say(lang) for each in found.notices)
        links = Term.LINKS.fill(lang)
        return Page(Word.TITLE.fill(lang), tuple(self.head()), notices, tuple(parts), links)

    def head(self) -> Iterator[Entry]:
        found = self.difference
        for side, label, letter in zip((found.a, found.b), self.speak.labels, "AB", strict=True):
            outcome = self.speak.outcome(side.outcome, side.reason)
            below = [Entry(outcome, Word.SIDE_OUTCOME.fill(self.lang, side=letter))]
            named = self.speak.identity(side, letter)
            below += [Entry(said, name, quiet=True) for name, said in named]
            yield Entry(self.speak.side(side), label, entries=tuple(below))
        for each in self.speak.summary():
            yield Entry(each)

    def sets(self, sentence: str, smallest: Smallest) -> Entry:
        """Return one direction: the sets, what is in them, and how sure that is."""
        told = tuple(
            Entry(
                said,
                listed=True,
                entries=tuple(self.brief(self.difference.differing(number)) for number in numbers),
            )
            for said, numbers in self.speak.sets(smallest)
        )
        proof = Entry(self.speak.proof(smallest), quiet=True)
        return Entry(sentence, heading=True, entries=(*told, proof))

    def brief(self, differing: Differing) -> Entry:
        return Entry(self.speak.both(differing), self.speak.numbered(differing))

    def compared(self, compared: Compared) -> Entry:
        below = [Entry(line, listed=True) for line in self.speak.tests(compared)]
        below += [
            Entry(self.speak.cause(each), Word.CAUSE.fill(self.lang)) for each in compared.causes
        ]
        return Entry(
            compared.title.say(self.lang),
            key=compared.id,
            tag=self.speak.becomes(compared),
            heading=True,
            entries=tuple(below),
        )

    def overview(self, compared: Iterable[Compared]) -> Table:
        """Return the statuses side by side."""
        columns = (Term.WHERE.fill(self.lang), *self.speak.labels)
        return Table(
            columns,
            tuple(
                (
                    f"{each.title.say(self.lang)} ({each.id})",
                    self.speak.status(each.before),
                    self.speak.status(each.after),
                )
                for each in compared
            ),
        )

    def differing(self, differing: Differing) -> Entry:
        because = Entry(
            self.speak.because(differing), Word.SOURCE.fill(self.lang), quiet=not differing.acts
        )
        return Entry(self.speak.both(differing), self.speak.numbered(differing), entries=(because,))
