r"""A standard's page as Markdown (CommonMark).

>>> print(page_markdown(Page("Bộ", (Entry("1_0", "Phiên bản"),), (), (), "Đường dẫn")), end="")
# Bộ
<BLANKLINE>
- **Phiên bản:** 1\_0
"""

import re
from collections.abc import Iterator

from kieumau.render.as_markdown import escape
from kieumau.render.speech import clean, safe_url
from kieumau.render.standard_page import Entry, Page, Table

__all__ = ["page_markdown"]


def page_markdown(page: Page) -> str:
    """Return a page as Markdown."""
    lines = [f"# {_safe(page.title)}", ""]
    for entry in page.head:
        lines += _item(entry, 0)
    for notice in page.notices:
        lines += ["", f"> {_safe(notice)}"]
    for part in page.parts:
        lines += ["", f"## {_safe(part.title)}", ""]
        lines += _table(part.table) if part.table else ()
        for entry in part.entries:
            lines += _headed(entry) if entry.heading else _item(entry, 0)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).rstrip("\n") + "\n"


def _table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(map(_safe, table.columns))} |"
    yield f"|{' --- |' * len(table.columns)}"
    for row in table.rows:
        yield f"| {' | '.join(map(_safe, row))} |"
    yield ""


def _headed(entry: Entry) -> Iterator[str]:
    yield f"### {_said(entry)}"
    yield ""
    for each in entry.entries:
        yield from _item(each, 0)
    yield ""


def _item(entry: Entry, depth: int) -> Iterator[str]:
    label = f"**{_safe(entry.label)}:** " if entry.label else ""
    said = f"**{_said(entry)}**" if entry.heading else _said(entry)
    yield f"{'  ' * depth}- {label}{said}".rstrip()
    for each in entry.entries:
        yield from _item(each, depth + 1)


def _said(entry: Entry) -> str:
    said, url = _safe(entry.title), safe_url(entry.url)
    return f"[{said}](<{url}>)" if url else said


def _safe(text: str) -> str:
    return escape(clean(text))
