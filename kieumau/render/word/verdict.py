"""A verdict as a Word file, for offices that file Word: the same sheet as the HTML page."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from attrs import evolve, frozen

from kieumau.render.layout import MARKS, OUTCOME_MARKS, Links, glued, legend
from kieumau.render.lines import Line, Role
from kieumau.render.phrasebook import Phrase
from kieumau.render.sheet import Part, Sheet, Table, sheet
from kieumau.render.sheet_words import SheetTerm
from kieumau.render.speech import Slot, Voice, joined, say, speak
from kieumau.render.word.writing import (
    Block,
    PageBreak,
    ParagraphPlan,
    RowPlan,
    Run,
    TablePlan,
    word_bytes,
)
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Lang

__all__ = ["verdict_docx"]

_GLANCE, _FACTS, _NAMED = (10, 7), (10, 5, 8, 6), (4, 13)
_LEVEL_CRITERIA = 3
_LEAST_LEVEL = 6


def verdict_docx(verdict: Verdict, lang: Lang) -> bytes:
    """Return a verdict as a Word file.

    Raises
    ------
    MissingExtraError
        KM-732: python-docx is not installed.
    """
    filed, links = sheet(verdict), Links()
    writer = _Writer(Voice(lang, link=links))
    blocks = list(writer.blocks(filed))
    if links.urls:
        blocks += writer.addresses(links)
    title, foot = (speak(each, Voice(lang)) for each in (filed.report.title, filed.foot))
    return word_bytes(blocks, title=title, foot=foot, lang=lang)


@frozen
class _Writer:
    """A sheet being written; addresses are numbered and stand at the end."""

    voice: Voice

    def said(self, slot: Slot) -> str:
        return glued(speak(slot, self.voice))

    def plain(self, slot: Slot) -> ParagraphPlan:
        return ParagraphPlan((Run(self.said(slot)),))

    def blocks(self, filed: Sheet) -> Iterator[Block]:
        yield from self.opening(filed)
        for part in filed.parts:
            yield from self.part(part)
        yield from self.signing(filed)
        yield PageBreak()
        kind = Run(self.said(say(SheetTerm.ANNEX)).upper(), bold=True)
        yield ParagraphPlan((kind,), look="kind")
        for part in filed.annex:
            yield from self.part(part)

    def opening(self, filed: Sheet) -> Iterator[Block]:
        opening = filed.report
        kind = Run(self.said(say(SheetTerm.SHEET)).upper(), bold=True)
        yield ParagraphPlan((kind,), look="kind")
        yield ParagraphPlan((Run(self.said(opening.title)),), 1, "title")
        yield from (self.line(each, 0) for each in opening.head)
        label = self.said(say(Phrase.CONCLUSION))
        outcome = self.said(opening.outcome_said).upper()
        mark = OUTCOME_MARKS[opening.outcome]
        yield ParagraphPlan((Run(f"{mark} {label}: {outcome}", bold=True),), look="outcome")
        yield from map(self.plain, opening.why)
        for each in opening.notices:
            yield ParagraphPlan((Run(self.said(each), italic=True),), look="notice")

    def signing(self, filed: Sheet) -> Iterator[Block]:
        yield ParagraphPlan((Run(""),))
        yield self.plain(filed.signed)
        where = Run(self.said(say(SheetTerm.SIGN_WHERE)), italic=True)
        yield ParagraphPlan((where,), look="place")
        how = ParagraphPlan((Run(self.said(say(SheetTerm.SIGN_HOW)), italic=True),), look="centre")
        blank = ParagraphPlan((Run(""),))
        hands = tuple(
            (
                ParagraphPlan((Run(self.said(role), bold=True),), look="centre"),
                how,
                *(blank,) * 4,
            )
            for role in filed.signing
        )
        yield TablePlan((1,) * len(hands), (RowPlan(hands),), headed=False, ruled=False)

    def part(self, part: Part) -> Iterator[Block]:
        yield ParagraphPlan((Run(self.said(part.title)),), 2)
        if isinstance(part, Table):
            yield self.table(part)
            return
        if part.marked:
            yield ParagraphPlan((Run(legend(self.voice), italic=True),))
        yield from self.lines(part.lines, _LEVEL_CRITERIA)

    def table(self, table: Table) -> TablePlan:
        rows = [RowPlan(tuple((self.plain(each),) for each in table.columns))]
        for row in table.rows:
            first, *rest = (self.plain(each) for each in row.cells)
            mark = (Run(f"{MARKS[row.status]} "),) if row.status else ()
            named = evolve(first, runs=(*mark, *first.runs))
            rows.append(RowPlan(((named,), *((each,) for each in rest))))
        return TablePlan(_GLANCE if len(table.columns) == len(_GLANCE) else _FACTS, tuple(rows))

    def lines(self, lines: Sequence[Line], level: int) -> Iterator[Block]:
        """Yield lines: criteria under headings, indicators as tables, the rest as paragraphs."""
        for line in lines:
            if not line.id:
                yield from self.beneath((line,), 0)
            elif line.role is Role.INDICATOR:
                yield self.indicator(line)
            else:
                yield ParagraphPlan((Run(self.headed(line)),), min(level, _LEAST_LEVEL))
                yield from self.lines(line.lines, level + 1)

    def indicator(self, line: Line) -> TablePlan:
        """Return an indicator as a table: its title again on every page, a row for each label."""
        rows = [RowPlan(((ParagraphPlan((Run(self.headed(line)),)),),))]
        for label, run in groupby(line.lines, lambda each: self.said(each.label)):
            paragraphs = tuple(self.under_label(run))
            named = (ParagraphPlan((Run(label),)),)
            rows.append(RowPlan((named, paragraphs) if label else (paragraphs,)))
        return TablePlan(_NAMED, tuple(rows))

    def under_label(self, lines: Iterable[Line]) -> Iterator[ParagraphPlan]:
        """Yield lines whose label stands beside them already."""
        for line in lines:
            if words := self.headed(line):
                yield ParagraphPlan((Run(words),))
            yield from self.beneath(line.lines, 1)

    def headed(self, line: Line) -> str:
        mark = f"{MARKS[line.status]} " if line.status else ""
        tags = self.said(joined(*line.tags, between="; "))
        return f"{mark}{self.said(line.said)}" + (f" — {tags}" if tags else "")

    def beneath(self, lines: Iterable[Line], depth: int) -> Iterator[ParagraphPlan]:
        """Yield lines and what stands beneath each, set in."""
        for line in lines:
            said = self.line(line, depth)
            if any(run.text for run in said.runs):
                yield said
            yield from self.beneath(line.lines, depth + 1)

    def line(self, line: Line, depth: int) -> ParagraphPlan:
        label, words = self.said(line.label), self.headed(line)
        start = (Run(f"{label}: ", bold=True),) if label else ()
        if words and not (label or line.status or line.role in (Role.LEAD, Role.LAYER)):
            start = (Run("– "),)
        return ParagraphPlan((*start, Run(words, bold=line.role is Role.MISSING)), depth=depth)

    def addresses(self, links: Links) -> Iterator[Block]:
        yield ParagraphPlan((Run(self.said(say(Phrase.LINKS))),), 2)
        for url, number in links.urls.items():
            yield ParagraphPlan((Run(f"[{number}] {url}"),))
