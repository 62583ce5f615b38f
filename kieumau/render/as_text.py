"""A verdict as plain text for any screen, printer or mail, and as coloured text for a terminal."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

from kieumau.render.layout import OUTCOME_MARKS, Look, rows
from kieumau.render.opening import OUTCOME, caveats, notices
from kieumau.render.phrasebook import Phrase
from kieumau.render.points import score_said, set_rule
from kieumau.render.report import report
from kieumau.render.speech import Voice, joined, say, speak
from kieumau.render.tree import counts_said, tally
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Lang

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions
    from rich.text import Text as RichText

__all__ = ["Detail", "RichVerdict", "rich_text", "summary", "text"]

Detail: TypeAlias = Literal["brief", "full"]
"""``brief`` leaves out what only a careful reader wants: citations, evidence, sources, digests."""

_STYLES = {
    Look.PLAIN: "",
    Look.STRONG: "bold",
    Look.QUIET: "dim",
    Look.NOTICE: "yellow",
    Look.GOOD: "bold green",
    Look.BAD: "bold red",
    Look.OPEN: "bold yellow",
}


def text(verdict: Verdict, lang: Lang = "vi", *, detail: Detail = "full", width: int = 80) -> str:
    """Return a verdict as plain text."""
    said = report(verdict)
    chosen = said if detail == "full" else said.essentials()
    return "\n".join(str(row) for row in rows(chosen, lang, width)) + "\n"


@frozen
class RichVerdict:
    """A verdict for `rich`: the plain text's words and marks, coloured, as wide as the console."""

    verdict: Verdict
    lang: Lang = "vi"
    detail: Detail = "full"

    def __rich_console__(
        self, console: "Console", options: "ConsoleOptions"
    ) -> Iterator["RichText"]:
        from rich.text import Text as RichText  # noqa: PLC0415 (only a terminal needs it)

        said = report(self.verdict)
        chosen = said if self.detail == "full" else said.essentials()
        for row in rows(chosen, self.lang, options.max_width):
            parts = [(part, _STYLES[look]) for part, look in row.parts]
            yield RichText.assemble(*parts, overflow="fold")


def rich_text(verdict: Verdict, lang: Lang = "vi", *, detail: Detail = "full") -> RichVerdict:
    """Return a verdict for ``rich.console.Console.print``."""
    return RichVerdict(verdict, lang, detail)


def summary(verdict: Verdict, lang: Lang = "vi", *, notice: bool = True) -> str:
    """Return a verdict on one line.

    Parameters
    ----------
    notice
        Say the notices on the line; a table of several wards may say them once, above.
    """
    voice, ward = Voice(lang), verdict.facts.ward
    counts = counts_said(tally(verdict.indicators), Phrase.COUNT_ON_EVIDENCE)
    if score := set_rule(verdict).score:
        counts = joined(score_said(score), counts, between="; ")
    outcome = say(OUTCOME[verdict.outcome])
    line = say(Phrase.SUMMARY, ward=ward.name, code=ward.code, outcome=outcome, counts=counts)
    said = f"{OUTCOME_MARKS[verdict.outcome]} {speak(line, voice)}"
    beside = (*caveats(verdict), *(notices(verdict) if notice else ()))
    return ". ".join((said, speak(joined(*beside, between=" "), voice))) if beside else said
