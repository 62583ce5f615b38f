"""What differs between two standards, as a page: each change with both citations."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from attrs import evolve, frozen

from kieumau.plugins.composed import (
    Clarified,
    Composed,
    ComposedCriterion,
    ComposedIndicator,
    Conjunct,
    Waiver,
)
from kieumau.render.phrasebook import Phrase
from kieumau.render.standard_conditions import condition_entry
from kieumau.render.standard_diff import Change, ChangeKind, Difference
from kieumau.render.standard_glance import THRESHOLDS, glances
from kieumau.render.standard_page import Entry, Facet, Page, Part, Table
from kieumau.render.standard_report import Teller
from kieumau.render.standard_words import Term
from kieumau.verdicts.verdict import StandardRecord
from kieumau.wording import Lang, say_date

__all__ = ["difference_page"]

_TITLES: Final[Mapping[ChangeKind, Term]] = {kind: Term[f"KIND_{kind.name}"] for kind in ChangeKind}

_ADDED: Final = (ChangeKind.CRITERION_ADDED, ChangeKind.INDICATOR_ADDED)


def difference_page(
    difference: Difference, before: StandardRecord, after: StandardRecord, lang: Lang
) -> Page:
    """Return the page of what differs.

    Parameters
    ----------
    before, after
        What verdicts keep of the two standards.
    """
    teller = _Teller(difference, Teller(difference.before, lang), Teller(difference.after, lang))
    notices = dict.fromkeys((*teller.before.nature(before), *teller.after.nature(after)))
    if not difference.changes:
        notices[Term.DIFF_NONE.fill(lang)] = None
    return Page(
        teller.title(before, after),
        tuple(teller.head(before, after)),
        tuple(notices),
        tuple(teller.parts()),
        Term.LINKS.fill(lang),
    )


@frozen
class _Teller:
    """Changes in one language; each side is told of by what it was composed of."""

    difference: Difference
    before: Teller
    after: Teller

    @property
    def lang(self) -> Lang:
        return self.after.lang

    def title(self, before: StandardRecord, after: StandardRecord) -> str:
        new = after.title.say(self.lang)
        if before.id != after.id or before.on == after.on:
            return Term.DIFF_TITLE.fill(self.lang, after=new, before=before.title.say(self.lang))
        days = {"before": say_date(before.on), "after": say_date(after.on)}
        return Term.DIFF_DATES.fill(self.lang, title=new, **days)

    def head(self, before: StandardRecord, after: StandardRecord) -> Iterator[Entry]:
        lang = self.lang
        for label, record in ((Term.DIFF_BEFORE, before), (Term.DIFF_AFTER, after)):
            title, on = record.title.say(lang), say_date(record.on)
            said = Term.DIFF_SIDE.fill(lang, title=title, id=record.id, on=on)
            digest = Entry(record.digest, Term.DIGESTS.fill(lang), quiet=True)
            yield Entry(said, label.fill(lang), entries=(digest,))
        counts = tuple(
            Entry(f"{self.kind(kind)}: {n}", listed=True)
            for kind, n in self.difference.counts.items()
        )
        n = str(len(self.difference.changes))
        yield Entry(n, Term.DIFF_COUNTS.fill(lang), entries=counts)

    def parts(self) -> Iterator[Part]:
        lang, changes = self.lang, self.difference.changes
        if changes:
            columns = (Term.DIFF_KIND, Term.WHERE, Term.BEFORE, Term.AFTER)
            rows = tuple(self.row(each) for each in changes)
            table = Table(tuple(each.fill(lang) for each in columns), rows)
            yield Part(Term.DIFF_TABLE.fill(lang), (), table)
        for kind, run in groupby(changes, key=lambda change: change.kind):
            yield Part(self.kind(kind), tuple(self.entry(each) for each in run))

    def kind(self, kind: ChangeKind) -> str:
        """Return the name of a kind; a layer can only narrow what may be done."""
        if kind is ChangeKind.PERMISSION_CHANGED and self.difference.layered:
            return Term.KIND_PERMISSION_NARROWED.fill(self.lang)
        return _TITLES[kind].fill(self.lang)

    # --- one change

    def row(self, change: Change) -> tuple[str, ...]:
        """Return a change as a row: what, where, before, after."""
        title = f"{change.title.say(self.lang)} ({self.key(change)})"
        return (self.kind(change.kind), title, *glances(change, self.before, self.after))

    def key(self, change: Change) -> str:
        return change.indicator or change.criterion or self.difference.after.id

    def entry(self, change: Change) -> Entry:
        """Return a change with both citations."""
        lang = self.lang
        below = []
        if change.indicator:
            criterion = self.criterion(change.criterion)
            below.append(Entry(criterion, Term.OF_CRITERION.fill(lang)))
        told = tuple(self.told(change))
        below += [each for each in told if not each.heading]
        if self.difference.layered or change.kind not in _ADDED:
            below += self.before.citations(change.rests, self.rests_label())
        below += self.after.citations(change.basis, self.basis_label(change))
        below += [each for each in told if each.heading]
        layer = Facet("layer", change.plugin, self.plugin(change.plugin))
        title = change.title.say(lang)
        return Entry(
            title, key=self.key(change), heading=True, facets=(layer,), entries=tuple(below)
        )

    def criterion(self, id_: str) -> str:
        found = (*self.difference.after.criteria, *self.difference.before.criteria)
        return next(each.title.say(self.lang) for each in found if each.id == id_)

    def plugin(self, id_: str) -> str:
        """Return a layer's title; one side may not know it."""
        title = self.after.title(id_)
        return self.before.title(id_) if title == id_ else title

    def rests_label(self) -> str:
        if self.difference.layered:
            return Term.BASIS_BELOW.fill(self.lang)
        return self.side_label(self.difference.before, Term.BASIS_BEFORE)

    def basis_label(self, change: Change) -> str:
        if self.difference.layered:
            return Term.BASIS_OF.fill(self.lang, plugin=self.plugin(change.plugin))
        return self.side_label(self.difference.after, Term.BASIS_AFTER)

    def side_label(self, side: Composed, dated: Term) -> str:
        if self.difference.before.id == self.difference.after.id:
            return dated.fill(self.lang)
        return Term.BASIS_OF.fill(self.lang, plugin=self.plugin(side.plugins[-1][0].id))

    def told(self, change: Change) -> Iterator[Entry]:
        """Yield what was and what is, but for the citations."""
        lang = self.lang
        teller = self.before if change.after is None else self.after
        match change.before or change.after:
            case Conjunct() if change.kind in THRESHOLDS and isinstance(change.after, Conjunct):
                before, after = glances(change, self.before, self.after)
                yield Entry(f"{before} → {after}", Term.THRESHOLD.fill(lang))
                yield from _asked(change.after, self.after)
            case _ if change.before is not None and change.after is not None:
                labels = (Term.BEFORE, Term.AFTER)
                sides = glances(change, self.before, self.after)
                for label, said in zip(labels, sides, strict=True):
                    yield Entry(said, label.fill(lang))
            case Conjunct() as conjunct:
                yield from _asked(conjunct, teller)
            case Waiver() as waiver:
                yield _uncited(teller.waiver(waiver), lang)
            case Clarified() as clarified:
                yield _uncited(teller.clarified(clarified), lang)
            case ComposedIndicator() as indicator:
                yield from _uncited(teller.indicator(indicator), lang).entries
            case ComposedCriterion() as criterion:
                for each in teller.criterion(criterion):
                    yield from _uncited(each, lang).entries


def _asked(conjunct: Conjunct, teller: Teller) -> Iterator[Entry]:
    """Yield a condition, where it comes from and what is noted of it."""
    vocabulary = teller.composed.vocabulary
    yield condition_entry([conjunct.condition], vocabulary, teller.lang, Term.REQUIRES)
    yield from teller.source(conjunct.fidelity, conjunct.seen, conjunct.scope)
    yield from teller.note(conjunct.note)


def _uncited(entry: Entry, lang: Lang) -> Entry:
    """Return an entry without its citations, which a change gives under names of its own."""
    cited = Phrase.CITATION.text.say(lang)
    return evolve(entry, entries=tuple(each for each in entry.entries if each.label != cited))
