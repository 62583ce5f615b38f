"""Verdicts as an HTML page: to read on any screen without a script, and to print and sign."""

import re
from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from typing import Literal

from attrs import field, frozen

from kieumau.render.decisive import deciding
from kieumau.render.html.page import STATUS_CLASSES, render_page, style_text
from kieumau.render.layout import MARKS, OUTCOME_MARKS, Links
from kieumau.render.lines import Line, Role, Section
from kieumau.render.opening import OUTCOME
from kieumau.render.phrasebook import Phrase
from kieumau.render.sheet import Sheet, Table, sheet
from kieumau.render.sheet_words import SheetTerm
from kieumau.render.speech import NOTHING, Slot, Voice, joined, say, speak
from kieumau.render.telling import one_line
from kieumau.render.tree import STATUS
from kieumau.verdicts.findings import Status
from kieumau.verdicts.verdict import Outcome, Verdict
from kieumau.wording import Lang

__all__ = ["verdicts_html"]

_GLUE = re.compile(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))|(?<=[=≠≤≥→]) |(?<=&[lg]t;) ")
_TERMS = (
    SheetTerm.ANNEX,
    SheetTerm.CONTENTS,
    SheetTerm.SHEET,
    SheetTerm.SIGN_HOW,
    SheetTerm.SIGN_WHERE,
)


def verdicts_html(verdicts: Sequence[Verdict], lang: Lang) -> str:
    """Return verdicts as one HTML document; several have a list of contents.

    Raises
    ------
    MissingExtraError
        KM-732: jinja2 is not installed.
    """
    views = [_view(each, f"phuong-{at}", lang) for at, each in enumerate(verdicts, 1)]
    several, speaker = len(views) > 1, _Speaker(lang)
    title = say(SheetTerm.SEVERAL, n=len(views)) if several else views[0].sheet.report.title
    return render_page(
        "verdict.html.j2",
        lang,
        style="verdict.css",
        rules="".join(view.rules for view in views),
        filters={"said": speaker.words, "plain": speaker.plain, "command": speaker.command},
        title=title,
        wards=views,
        several=several,
        counts=_counts(verdicts),
        labels={each: say(STATUS[each]) for each in Status},
        classes=STATUS_CLASSES,
        marks=MARKS,
        conclusion=say(Phrase.CONCLUSION),
        links_title=say(Phrase.LINKS),
        words_of={term.name: say(term) for term in _TERMS},
    )


@frozen
class _Speaker:
    """What slots are as markup: words escaped, addresses linked, and numbered for paper."""

    lang: Lang

    def words(self, slot: Slot, links: Links) -> str:
        """Return a slot as markup."""

        def linked(said: str, url: str) -> str:
            number = links.number(url)
            address = escape(url, quote=True)
            return f'<a href="{address}">{said}</a><span class="reference"> [{number}]</span>'

        voice = Voice(self.lang, _escaped, linked, lambda digest: digest)
        said = speak(slot, voice)
        return _GLUE.sub("\u00a0", said)

    def plain(self, slot: Slot) -> str:
        """Return a slot as markup without links, for titles and labels."""
        return _GLUE.sub("\u00a0", speak(slot, Voice(self.lang, _escaped)))

    def command(self, slot: Slot) -> str:
        """Return a command as markup, broken only between its words."""
        said = speak(slot, Voice(self.lang)).split()
        return " ".join(f"<span>{_escaped(word)}</span>" for word in said)


def _escaped(text: str) -> str:
    return escape(text, quote=True)


# --- views


@frozen
class _Block:
    """Lines in a row that are shown alike."""

    shown: Literal["nodes", "named", "listed", "leads"]
    items: "Sequence[_Item]"

    @property
    def labelled(self) -> "list[tuple[Slot, list[_Item]]]":
        """The items by their labels, each said once for those in a row."""
        return [(label, list(run)) for label, run in groupby(self.items, lambda e: e.line.label)]


@frozen
class _Item:
    """A line as the page shows it.

    Attributes
    ----------
    open
        Whether a collapsible one begins unfolded: what stands against being met does.
    """

    line: Line
    anchor: str
    open: bool
    blocks: Sequence[_Block]

    @property
    def tags(self) -> Slot:
        """The remarks after it."""
        return joined(*self.line.tags, between="; ")


@frozen
class _Part:
    """A section or a table, with its place on the page."""

    part: Section | Table
    anchor: str
    blocks: Sequence[_Block]
    table: bool


@frozen
class _Ward:
    """One verdict's part of the page."""

    anchor: str
    sheet: Sheet
    outcome: str
    mark: str
    line: Slot
    head: Sequence[_Block]
    parts: Sequence[_Part]
    annex: Sequence[_Part]
    links: Links
    rules: str


def _view(verdict: Verdict, anchor: str, lang: Lang) -> _Ward:
    filed = sheet(verdict)
    against = () if verdict.outcome is Outcome.MET else deciding(verdict)
    decisive = frozenset(each.id for each in against)
    making = _Making(f"{anchor}.", decisive)
    parts, annex = (
        [
            _Part(
                part,
                f"_{anchor}-{kind}{at}",
                making.blocks(part.lines) if isinstance(part, Section) else (),
                isinstance(part, Table),
            )
            for at, part in enumerate(among, 1)
        ]
        for kind, among in (("", filed.parts), ("pl", filed.annex))
    )
    foot = style_text(speak(filed.foot, Voice(lang)))
    rules = f"@page {anchor} {{ @bottom-left {{ content: {foot}; }} }}\n"
    return _Ward(
        anchor,
        filed,
        STATUS_CLASSES[Status(verdict.outcome.value)],
        OUTCOME_MARKS[verdict.outcome],
        one_line(verdict),
        making.blocks(filed.report.head),
        parts,
        annex,
        Links(),
        f"{rules}#{anchor} {{ page: {anchor}; }}\n",
    )


@frozen
class _Making:
    """One ward's blocks being made; anchors are given once each."""

    prefix: str
    decisive: frozenset[str]
    given: set[str] = field(factory=set)

    def blocks(self, lines: Iterable[Line]) -> list[_Block]:
        return [
            _Block(shown, [self.item(each) for each in run])
            for shown, run in groupby(lines, key=_shown)
        ]

    def item(self, line: Line) -> _Item:
        anchor = f"{self.prefix}{line.id}" if line.id and _shown(line) == "nodes" else ""
        anchor = "" if anchor in self.given else anchor
        self.given.add(anchor)
        return _Item(line, anchor, line.id in self.decisive, self.blocks(line.lines))


def _shown(line: Line) -> Literal["nodes", "named", "listed", "leads"]:
    if line.id:
        return "nodes"
    if line.label is not NOTHING:
        return "named"
    return "leads" if line.role in (Role.LEAD, Role.LAYER) else "listed"


def _counts(verdicts: Sequence[Verdict]) -> Slot:
    """Return how many wards came to each outcome."""
    counted = ((each, sum(v.outcome is each for v in verdicts)) for each in Outcome)
    said = (say(SheetTerm.N_OUTCOME, n=n, outcome=say(OUTCOME[each])) for each, n in counted if n)
    return say(SheetTerm.IN_ALL, counts=joined(*said))
