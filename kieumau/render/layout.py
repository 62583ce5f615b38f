"""Layout: a report as rows of a given width, before they are plain text or coloured.

Numbers are never broken at the space between their thousands, nor an operator from its number.
Web addresses are long, so they stand at the end as numbered links.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from kieumau.render.lines import Line, Report, Role, Section
from kieumau.render.phrasebook import Phrase
from kieumau.render.speech import NOTHING, Slot, Voice, joined, say, speak
from kieumau.render.tree import STATUS
from kieumau.verdicts.findings import Status
from kieumau.verdicts.verdict import Outcome
from kieumau.wording import Lang

__all__ = [
    "MARKS",
    "NARROWEST",
    "OUTCOME_MARKS",
    "Links",
    "Look",
    "Row",
    "glued",
    "legend",
    "line_rows",
    "paragraph_rows",
    "rows",
]

MARKS = {
    Status.MET: "✓",
    Status.NOT_MET: "✗",
    Status.UNDETERMINED: "?",
    Status.NOT_APPLICABLE: "–",
    Status.WAIVED: "○",
}
OUTCOME_MARKS = {Outcome.MET: "✓", Outcome.NOT_MET: "✗", Outcome.UNDETERMINED: "?"}
NARROWEST = 30
_DIGEST = 12
_STEP = 2
_GLUE = re.compile(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))|(?<=[=≠<≤>≥→—]) | (?=→)")
_GLUED = "\u00a0"


class Look(StrEnum):
    """How a stretch of a row stands out, where the medium can show it."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    NOTICE = "notice"
    GOOD = "good"
    BAD = "bad"
    OPEN = "open"


LOOKS = {
    Status.MET: Look.GOOD,
    Status.NOT_MET: Look.BAD,
    Status.UNDETERMINED: Look.OPEN,
    Status.NOT_APPLICABLE: Look.QUIET,
    Status.WAIVED: Look.QUIET,
}
_OUTCOME_LOOKS = {
    Outcome.MET: Look.GOOD,
    Outcome.NOT_MET: Look.BAD,
    Outcome.UNDETERMINED: Look.OPEN,
}
_SET_OFF = (Role.CRITERION, Role.INDICATOR, Role.RULE)
_FOOT = (Role.CITATION, Role.FIDELITY, Role.LAYER, Role.FACT, Role.NOTE, Role.GUIDANCE, Role.SOURCE)


@frozen
class Row:
    """One row of the page: stretches of text, each with its look."""

    parts: tuple[tuple[str, Look], ...] = ()

    def __str__(self) -> str:
        return "".join(text for text, _ in self.parts).rstrip()


@frozen
class Links:
    """The addresses met so far, in order; filled while one report is laid out."""

    urls: dict[str, int] = field(factory=dict)

    def __call__(self, said: str, url: str) -> str:
        """Return what is said with the number of its address."""
        return f"{said} [{self.number(url)}]"

    def number(self, url: str) -> int:
        """Return an address's number."""
        return self.urls.setdefault(url, len(self.urls) + 1)


def legend(voice: Voice) -> str:
    """Return what the marks mean."""
    return speak(
        joined(*(joined(mark, say(STATUS[status]), between=" ") for status, mark in MARKS.items())),
        voice,
    )


def glued(said: str) -> str:
    """Return words with numbers and operators that no line end can part."""
    return _GLUE.sub(_GLUED, said)


def _short(digest: str) -> str:
    return digest.rpartition(":")[2][:_DIGEST]


def rows(report: Report, lang: Lang, width: int) -> Iterator[Row]:
    """Yield the rows of a report."""
    links = Links()
    page = _Page(Voice(lang, link=links, digest=_short), max(width, NARROWEST))
    yield from page.opening(report)
    for section in report.sections:
        yield from page.section(section)
    if links.urls:
        yield from page.heading(say(Phrase.LINKS))
        yield from (
            Row(((f"[{number}] ", Look.PLAIN), (url, Look.QUIET)))
            for url, number in links.urls.items()
        )


def line_rows(line: Line, lang: Lang, width: int) -> Iterator[Row]:
    """Yield the rows of one line and what stands beneath it, addresses left out."""
    return _Page(Voice(lang, digest=_short), max(width, NARROWEST)).line(line, 0)


def paragraph_rows(said: Slot, lang: Lang, width: int) -> Iterator[Row]:
    """Yield the rows of running text, addresses left out."""
    voice = Voice(lang)
    return _Page(voice, max(width, NARROWEST)).wrap(speak(said, voice), "")


@frozen
class _Page:
    voice: Voice
    width: int

    def opening(self, report: Report) -> Iterator[Row]:
        title = speak(report.title, self.voice)
        yield from self.wrap(title, "", Look.STRONG)
        for line in report.head:
            yield from self.line(line, 0)
        yield Row()
        look = _OUTCOME_LOOKS[report.outcome]
        label = speak(say(Phrase.CONCLUSION), self.voice)
        outcome = speak(report.outcome_said, self.voice)
        mark = OUTCOME_MARKS[report.outcome]
        yield Row(((f"{mark} ", look), (f"{label}: {outcome}".upper(), look)))
        for said in report.why:
            yield from self.wrap(speak(said, self.voice), "  ")
        if report.notices:
            yield Row()
        for said in report.notices:
            words = speak(said, self.voice)
            if said == say(Phrase.RECONSTRUCTION):  # one sentence of the law on one row, unbroken
                yield Row((("! ", Look.NOTICE), (words, Look.NOTICE)))
            else:
                yield from self.wrap(words, "! ", Look.NOTICE, "  ")

    def heading(self, title: Slot) -> Iterator[Row]:
        said = speak(title, self.voice).upper()
        yield Row()
        yield from self.wrap(said, "", Look.STRONG)
        yield Row((("-" * min(len(said), self.width), Look.QUIET),))

    def section(self, section: Section) -> Iterator[Row]:
        yield from self.heading(section.title)
        if section.marked:
            yield from self.wrap(legend(self.voice), "", Look.QUIET)
            yield Row()
        for position, line in enumerate(section.lines):
            if line.role in _SET_OFF and position:
                yield Row()
            yield from self.line(line, 0)

    def line(self, line: Line, depth: int) -> Iterator[Row]:
        """Yield a line and what stands beneath it."""
        indent = " " * (_STEP * depth)
        strong, said = self._said(line)
        look = Look.QUIET if line.role in _FOOT else Look.PLAIN
        if line.status:
            mark = (f"{MARKS[line.status]} ", LOOKS[line.status])
        else:
            mark = ("- " if self._listed(line) else "", Look.PLAIN)
        hanging = indent + " " * (len(mark[0]) or _STEP)
        yield from self._wrap(said, _Start(indent, mark, hanging), look, len(strong))
        for each in line.lines:
            if each.role in _SET_OFF:
                yield Row()
            yield from self.line(each, depth + (2 if line.status and line.role.heading else 1))

    def _listed(self, line: Line) -> bool:
        if line.role is Role.LAYER and line.label is NOTHING:
            return False
        return line.role in (Role.MISSING, Role.SOURCE, Role.CONDITION) or (
            line.label is NOTHING and line.role is not Role.LEAD
        )

    def _said(self, line: Line) -> tuple[str, str]:
        """Return the words that stand out, and the whole line beginning with them."""
        label = speak(line.label, self.voice)
        said = speak(line.said, self.voice)
        tags = speak(joined(*line.tags, between="; "), self.voice)
        start = f"{label}: " if label else ""
        strong = start + (said if line.role.heading else "")
        whole = start + said + (f" — {tags}" if tags else "")
        return strong.rstrip(), whole.rstrip()

    def wrap(
        self, said: str, first: str, look: Look = Look.PLAIN, hanging: str | None = None
    ) -> Iterator[Row]:
        """Yield rows of one look."""
        start = _Start("", (first, look), first if hanging is None else hanging)
        return self._wrap(said, start, look)

    def _wrap(self, said: str, start: "_Start", look: Look, strong: int = 0) -> Iterator[Row]:
        """Yield rows whose first ``strong`` characters stand out."""
        first = len(start.indent) + len(start.mark[0])
        at = 0
        for number, piece in enumerate(_broken(said, self.width, first, len(start.hanging))):
            bold = max(0, min(len(piece), strong - at))
            at += len(piece) + 1
            lead: tuple[tuple[str, Look], ...] = ((start.hanging, Look.PLAIN),)
            if number == 0:
                lead = ((start.indent, Look.PLAIN), start.mark)
            parts = (*lead, (piece[:bold], Look.STRONG), (piece[bold:], look))
            yield Row(tuple(part for part in parts if part[0]))


@frozen
class _Start:
    """What stands before the first piece of a line, and before the rest."""

    indent: str
    mark: tuple[str, Look]
    hanging: str


def _broken(said: str, width: int, first: int, hanging: int) -> Iterator[str]:
    """Yield the pieces of a line; a word longer than the page is cut."""
    room, piece = width - first, ""
    for word in glued(said).split(" "):
        if piece and len(piece) + 1 + len(word) > room:
            yield piece.replace(_GLUED, " ")
            room, piece = width - hanging, ""
        rest = f"{piece} {word}" if piece else word
        while len(rest) > room:
            yield rest[:room].replace(_GLUED, " ")
            room, rest = width - hanging, rest[room:]
        piece = rest
    yield piece.replace(_GLUED, " ")
