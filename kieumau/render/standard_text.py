"""A standard's page as plain text, and as coloured text for a terminal.

>>> print(page_text(Page("Bộ", (Entry("2023.1", "Phiên bản"),), (), (), "Đường dẫn")), end="")
Bộ
Phiên bản: 2023.1
"""

import re
from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

from attrs import field, frozen

from kieumau.render.speech import clean, safe_url
from kieumau.render.standard_page import Entry, Page

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions
    from rich.text import Text as RichText

__all__ = ["RichPage", "page_text"]

_NARROWEST = 30
_GLUE = re.compile(r"(?<=[0-9]) (?=[0-9]{3}(?![0-9]))|(?<=[=≠<≤>≥→]) | (?=→)")
_GLUED = "\u00a0"
_PLAIN, _STRONG, _QUIET, _NOTICE = "", "bold", "dim", "yellow"


def page_text(page: Page, width: int = 80) -> str:
    """Return a page as plain text."""
    return "".join(f"{row}\n" for row, _ in _Layout(max(width, _NARROWEST)).rows(page))


@frozen
class RichPage:
    """A page for `rich`: the plain text's words, coloured, as wide as the console."""

    page: Page

    def __rich_console__(
        self, console: "Console", options: "ConsoleOptions"
    ) -> Iterator["RichText"]:
        from rich.text import Text as RichText  # noqa: PLC0415 (only a terminal needs it)

        for row, style in _Layout(max(options.max_width, _NARROWEST)).rows(self.page):
            yield RichText(row, style, no_wrap=True, overflow="fold")


@frozen
class _Layout:
    """One page being laid out; addresses are numbered as they are met."""

    width: int
    urls: dict[str, int] = field(factory=dict)

    def rows(self, page: Page) -> Iterator[tuple[str, str]]:
        yield from self.wrapped(clean(page.title), "", "", _STRONG)
        for entry in page.head:
            yield from self.entry(entry, 0)
        if page.notices:
            yield "", _PLAIN
        for notice in page.notices:
            yield from self.wrapped(clean(notice), "! ", "  ", _NOTICE)
        for part in page.parts:
            if part.table and not part.entries:
                continue  # the same at a glance, for formats that have tables
            yield from self.heading(part.title)
            for position, entry in enumerate(part.entries):
                if entry.heading and position:
                    yield "", _PLAIN
                yield from self.entry(entry, 0)
        if self.urls:
            yield from self.heading(page.links)
            for url, number in self.urls.items():
                yield f"[{number}] {url}", _QUIET

    def heading(self, title: str) -> Iterator[tuple[str, str]]:
        said = clean(title).upper()
        yield "", _PLAIN
        yield said, _STRONG
        yield "-" * min(len(said), self.width), _QUIET

    def entry(self, entry: Entry, depth: int) -> Iterator[tuple[str, str]]:
        """Yield an entry and what stands beneath it."""
        indent = "  " * depth
        start = f"{entry.label}: " if entry.label else ""
        said = clean(start + entry.title)
        if url := safe_url(entry.url):
            said += f" [{self.urls.setdefault(url, len(self.urls) + 1)}]"
        first = f"{indent}- " if entry.listed else indent
        style = _STRONG if entry.heading else _QUIET if entry.quiet else _PLAIN
        yield from self.wrapped(said, first, f"{indent}  ", style)
        for each in entry.entries:
            if each.heading:
                yield "", _PLAIN
            yield from self.entry(each, depth + 1)

    def wrapped(self, said: str, first: str, hanging: str, style: str) -> Iterator[tuple[str, str]]:
        glued = _GLUE.sub(_GLUED, said)
        rows = wrap(
            glued,
            self.width,
            initial_indent=first,
            subsequent_indent=hanging,
            break_on_hyphens=False,
        )
        for row in rows:
            yield row.replace(_GLUED, " "), style
