"""The pages of the documentation, taken apart: blocks, headings, links."""

import re
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    path
    for folder in (
        ROOT.glob("*.md"),
        *((ROOT / each).rglob("*.md") for each in ("docs", "examples")),
    )
    for path in folder
    if not path.name.startswith("KM-")  # tests/docs/diagnostic_pages.py reads those
)

_FENCE = re.compile(r"^(```+)(\w*)[^\n]*\n(.*?)^\1[ ]*$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"<!-- not run: (.*?) -->")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


@frozen
class Block:
    """A fenced block: its language, text and line, and why it is not run (empty: it is)."""

    page: Path
    language: str
    text: str
    line: int
    reason: str = ""


def name(page):
    """Return a page's name from the root of the repository."""
    return page.relative_to(ROOT).as_posix()


def blocks(page):
    """Return the fenced blocks of a page, in order."""
    text = page.read_text("utf-8")
    found = []
    for each in _FENCE.finditer(text):
        above = text[: each.start()].rstrip("\n").rpartition("\n")[2]
        mark = _MARK.fullmatch(above.strip())
        line = text.count("\n", 0, each.start()) + 2
        found.append(Block(page, each[2], each[3], line, mark[1].strip() if mark else ""))
    return found


def marks(page):
    """Return the reasons of every mark of a page, whether or not a block is beneath it."""
    return _MARK.findall(prose(page))


def prose(page):
    """Return a page's text without its fenced blocks."""
    return _FENCE.sub("", page.read_text("utf-8"))


def links(page):
    """Return what a page links to, code left out."""
    return _LINK.findall(re.sub(r"`[^`\n]*`", "", prose(page)))


def anchors(page):
    """Return the anchors of a page: its headings as GitHub names them, and explicit ones."""
    text = prose(page)
    found = set(re.findall(r'<a id="([^"]+)">', text))
    for heading in re.findall(r"^#{1,6} (.+)$", text, re.MULTILINE):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower().strip()
        slug = re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")
        n = sum(
            each == slug or re.fullmatch(rf"{re.escape(slug)}-\d+", each) is not None
            for each in found
        )
        found.add(f"{slug}-{n}" if slug in found else slug)
    return found
