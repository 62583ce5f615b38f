"""Diagnostics for people: place, code and message, the source line with a caret, the hint."""

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from kieumau.documents.files import read_text
from kieumau.errors import Diagnostic, KieumauError
from kieumau.places import Place
from kieumau.plugins.discovery import find, installed
from kieumau.render.speech import clean
from kieumau.wording import Lang

__all__ = ["diagnostic_lines", "report_lines", "source_line"]

_INDENT = "    "
_LONGEST = 200


def report_lines(diagnostics: Iterable[Diagnostic], lang: Lang) -> Iterator[str]:
    """Yield the lines of several diagnostics; a hint that the next one repeats is said once."""
    found = [*diagnostics]
    for position, each in enumerate(found, 1):
        again = any(after.hint(lang) == each.hint(lang) for after in found[position : position + 1])
        yield from diagnostic_lines(each, lang, hint=not again)


def diagnostic_lines(diagnostic: Diagnostic, lang: Lang, *, hint: bool = True) -> Iterator[str]:
    """Yield a diagnostic's lines."""
    where = f"{clean(str(diagnostic.place))}: " if str(diagnostic.place) else ""
    yield f"{where}{diagnostic.code} {clean(diagnostic.message(lang))}"
    found = source_line(diagnostic.place)
    if found:
        text, caret = found
        yield _INDENT + text
        yield _INDENT + " " * caret + "^"
    advice = clean(diagnostic.hint(lang)) if hint else ""
    if advice:
        yield _INDENT + advice


def source_line(place: Place) -> tuple[str, int] | None:
    """Return the line a diagnostic is about and how far in its caret stands, where it can be read.

    >>> source_line(Place("no such file", 3, 1)) is None
    True
    """
    if not place.line or not place.file:
        return None
    path = _path(place.file)
    try:
        lines = read_text(path).split("\n") if path else []
    except KieumauError:
        return None
    if place.line > len(lines):
        return None
    line = lines[place.line - 1]
    column = max(place.column - 1, 0)
    text = "".join(char if char.isprintable() else " " for char in line).rstrip()
    if len(text) > _LONGEST or column > len(text):
        return None
    bare = text.lstrip(" ")
    before = text[:column][len(text) - len(bare) :]
    return bare, sum(map(_width, before))


def _width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def _path(file: str) -> Path | None:
    """Return a file as diagnostics name it: a path, or ``<id of an installed plugin>/...``."""
    path = Path(file)
    if path.is_file():
        return path
    id_, _, inner = file.partition("/")
    if not inner or id_ not in installed():
        return None
    try:
        inside = find(id_).path / inner
    except KieumauError:
        return None
    return inside if inside.is_file() else None
