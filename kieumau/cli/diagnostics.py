"""Diagnostics for people: place, code and message, the source line with a caret, the hint."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from kieumau.documents.files import read_text
from kieumau.errors import Diagnostic, KieumauError, Severity
from kieumau.places import Place
from kieumau.plugins.discovery import find, installed
from kieumau.render.speech import clean
from kieumau.wording import Lang, Text

__all__ = ["SEVERITIES", "diagnostic_lines", "report_lines", "source_line", "utf16_column"]

SEVERITIES: Mapping[Severity, Text] = MappingProxyType(
    {
        Severity.ERROR: Text("lỗi", "error"),
        Severity.WARNING: Text("cảnh báo", "warning"),
    }
)
"""How each severity is called."""

_INDENT = "    "
_LONGEST = 200
_BASIC_PLANE = 0xFFFF

_Read: TypeAlias = dict[str, Sequence[str]]


def report_lines(
    diagnostics: Iterable[Diagnostic], lang: Lang, *, severity: bool = False
) -> Iterator[str]:
    """Yield the lines of several diagnostics; a hint that the next one repeats is said once.

    With ``severity`` each says whether it is an error or a warning.
    """
    found = [*diagnostics]
    read: _Read = {}
    for position, each in enumerate(found, 1):
        again = any(after.hint(lang) == each.hint(lang) for after in found[position : position + 1])
        yield from diagnostic_lines(each, lang, hint=not again, severity=severity, read=read)


def diagnostic_lines(
    diagnostic: Diagnostic,
    lang: Lang,
    *,
    hint: bool = True,
    severity: bool = False,
    read: _Read | None = None,
) -> Iterator[str]:
    """Yield a diagnostic's lines.

    Files already ``read`` for others before it are not read again.
    """
    where = f"{clean(str(diagnostic.place))}: " if str(diagnostic.place) else ""
    weight = f"{SEVERITIES[diagnostic.severity].say(lang)} " if severity else ""
    yield f"{where}{weight}{diagnostic.code} {clean(diagnostic.message(lang))}"
    found = source_line(diagnostic.place, read)
    if found:
        text, caret = found
        yield _INDENT + text
        yield _INDENT + " " * caret + "^"
    advice = clean(diagnostic.hint(lang)) if hint else ""
    if advice:
        yield _INDENT + advice


def source_line(place: Place, read: _Read | None = None) -> tuple[str, int] | None:
    """Return the line a diagnostic is about and how far in its caret stands, where it can be read.

    >>> source_line(Place("no such file", 3, 1)) is None
    True
    """
    line = _written(place, read)
    if line is None:
        return None
    column = max(place.column - 1, 0)
    text = "".join(char if char.isprintable() else " " for char in line).rstrip()
    if len(text) > _LONGEST or column > len(text):
        return None
    bare = text.lstrip(" ")
    before = text[:column][len(text) - len(bare) :]
    return bare, sum(map(_width, before))


def utf16_column(place: Place) -> int:
    """Return a column counted in UTF-16 units, as tools that show files count; from 1."""
    before = (_written(place) or "")[: max(place.column - 1, 0)]
    return max(place.column, 1) + sum(ord(char) > _BASIC_PLANE for char in before)


def _written(place: Place, read: _Read | None = None) -> str | None:
    """Return the line a place is on, as it stands in the file; None where it cannot be read."""
    if not place.line or not place.file or place.sheet:
        return None
    if read is None:
        read = {}
    if place.file not in read:
        read[place.file] = _lines(place.file)
    lines = read[place.file]
    return lines[place.line - 1] if place.line <= len(lines) else None


def _lines(file: str) -> Sequence[str]:
    path = _path(file)
    try:
        return read_text(path).split("\n") if path else ()
    except KieumauError:
        return ()


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
