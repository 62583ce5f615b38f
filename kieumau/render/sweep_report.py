"""A sweep as a page: what is said, in order, in one language; text and Markdown lay it out."""

from collections.abc import Iterator

from attrs import frozen

from kieumau.render.bars import WIDEST, bar
from kieumau.render.standard_page import Entry, Page, Part, Table
from kieumau.render.standard_words import Term
from kieumau.render.sweep_data import Count, Group, Sweep
from kieumau.render.sweep_speech import Speaker
from kieumau.render.sweep_words import Word
from kieumau.verdicts.findings import Status
from kieumau.wording import Lang

__all__ = ["sweep_page"]


def sweep_page(sweep: Sweep, lang: Lang, *, tables: bool = False) -> Page:
    """Return everything a sweep says.

    Parameters
    ----------
    tables
        For a format that has tables: the counts as one, instead of a bar a point.
    """
    return _Teller(sweep, lang, Speaker(sweep, lang), tables).page()


@frozen
class _Teller:
    sweep: Sweep
    lang: Lang
    speak: Speaker
    tables: bool

    def page(self) -> Page:
        sweep, lang = self.sweep, self.lang
        parts = [self.part(each) for each in sweep.groups]
        if sweep.not_compared:
            left_out = tuple(
                Entry(
                    self.speak.ward(each),
                    heading=True,
                    entries=tuple(
                        Entry(self.speak.problem(one), listed=True) for one in each.problems
                    ),
                )
                for each in sweep.not_compared
            )
            parts.append(Part(Word.NOT_COMPARED.fill(lang), left_out))
        notices = tuple(each.say(lang) for each in sweep.notices)
        links = Term.LINKS.fill(lang)
        return Page(self.speak.title, tuple(self.head()), notices, tuple(parts), links)

    def head(self) -> Iterator[Entry]:
        lang, speak = self.lang, self.speak
        yield Entry(speak.rules, Word.RULES.fill(lang))
        yield Entry(speak.on, Word.ON.fill(lang))
        for each in self.sweep.thresholds:
            yield Entry(speak.moved(each), Word.MOVED.fill(lang))
            if each.basis:
                yield Entry(each.basis.say(lang), Word.BASIS.fill(lang), quiet=True)
        yield Entry(speak.headline)
        if speak.left_out:
            yield Entry(speak.left_out)

    def part(self, group: Group) -> Part:
        title = self.speak.table_title(group)
        grid = len(self.sweep.thresholds) > 1
        if self.tables:
            table = Table(self.speak.columns(), tuple(self.speak.rows(group)))
            return Part(title, (Entry(self.said(group), quiet=True),), table)
        rows = self.grid(group) if grid else self.bars(group)
        return Part(title, (Entry(self.said(group), quiet=True), *rows))

    def said(self, group: Group) -> str:
        """Return how to read a table."""
        if len(self.sweep.thresholds) > 1:
            return self.speak.axes(group)
        wards = Word.ALL_OF.fill(self.lang, n=group.wards)
        if self.tables:
            return wards
        scale = "" if group.wards <= WIDEST else f"; {Word.SCALED.fill(self.lang, width=WIDEST)}"
        return f"{wards}: {Word.LEGEND.fill(self.lang)}{scale}"

    def bars(self, group: Group) -> Iterator[Entry]:
        for points, count in zip(self.sweep.pairs, group.counts, strict=True):
            said = f"{_blocks(count)} {self.speak.point(points[0])}: {self.speak.counts(count)}"
            yield Entry(said)

    def grid(self, group: Group) -> Iterator[Entry]:
        down, across = (each.points for each in self.sweep.thresholds)
        for point, counts in zip(down, self.speak.lines(group), strict=True):
            cells = ", ".join(
                f"{self.speak.point(other)} → {count.met}"
                for other, count in zip(across, counts, strict=True)
            )
            yield Entry(cells, self.speak.point(point))


def _blocks(count: Count) -> str:
    return bar(
        {
            Status.MET: count.met,
            Status.NOT_MET: count.not_met,
            Status.UNDETERMINED: count.undetermined,
        }
    )
