"""A verdict as plain text for any screen, printer or mail, and as coloured text for a terminal."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from kieumau.render.detail import Detail
from kieumau.render.layout import OUTCOME_MARKS, Look, Row, paragraph_rows, rows
from kieumau.render.opening import caveats, notices
from kieumau.render.report import report
from kieumau.render.speech import Slot, Voice, joined, speak
from kieumau.render.telling import one_line, paragraph, path_report
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Lang

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions
    from rich.text import Text as RichText

__all__ = ["RichVerdict", "rich_text", "summary", "text"]

_STYLES = {
    Look.PLAIN: "",
    Look.STRONG: "bold",
    Look.QUIET: "dim",
    Look.NOTICE: "yellow",
    Look.GOOD: "bold green",
    Look.BAD: "bold red",
    Look.OPEN: "bold yellow",
}


def text(
    verdict: Verdict,
    lang: Lang = "vi",
    *,
    detail: Detail = 3,
    brief: bool = False,
    width: int = 80,
) -> str:
    """Return a verdict as plain text.

    Parameters
    ----------
    brief
        Of the whole, leave out what only a careful reader wants: citations, evidence, sources,
        digests.
    """
    said = _rows(verdict, lang, width, detail=detail, brief=brief)
    return "\n".join(str(row) for row in said) + "\n"


def _rows(
    verdict: Verdict, lang: Lang, width: int, *, detail: Detail, brief: bool
) -> Iterator[Row]:
    match detail:
        case 0:
            yield Row(((summary(verdict, lang), Look.PLAIN),))
        case 1:
            yield from paragraph_rows(joined(*paragraph(verdict), between=" "), lang, width)
        case 2:
            yield from rows(path_report(verdict), lang, width)
        case 3:
            said = report(verdict)
            yield from rows(said.essentials() if brief else said, lang, width)


@frozen
class RichVerdict:
    """A verdict for `rich`: the plain text's words and marks, coloured, as wide as the console."""

    verdict: Verdict
    lang: Lang = "vi"
    detail: Detail = 3
    brief: bool = False

    def __rich_console__(
        self, console: "Console", options: "ConsoleOptions"
    ) -> Iterator["RichText"]:
        from rich.text import Text as RichText  # noqa: PLC0415 (only a terminal needs it)

        width = options.max_width
        for row in _rows(self.verdict, self.lang, width, detail=self.detail, brief=self.brief):
            parts = [(part, _STYLES[look]) for part, look in row.parts]
            yield RichText.assemble(*parts, overflow="fold")


def rich_text(
    verdict: Verdict, lang: Lang = "vi", *, detail: Detail = 3, brief: bool = False
) -> RichVerdict:
    """Return a verdict for ``rich.console.Console.print``."""
    return RichVerdict(verdict, lang, detail, brief)


def summary(verdict: Verdict, lang: Lang = "vi", *, notice: bool = True) -> str:
    """Return a verdict on one line.

    Parameters
    ----------
    notice
        Say the notices on the line; a table of several wards may say them once, above.
    """
    voice = Voice(lang)
    said = f"{OUTCOME_MARKS[verdict.outcome]} {speak(one_line(verdict), voice)}"
    beside: tuple[Slot, ...] = (*caveats(verdict), *(notices(verdict) if notice else ()))
    return ". ".join((said, speak(joined(*beside, between=" "), voice))) if beside else said
