"""Delimited text (RFC 4180): lines of cells, each with its place; nothing is guessed or mended."""

import re
from collections.abc import Iterator

from attrs import frozen

from kieumau.documents.nodes import unseen
from kieumau.errors import Problems
from kieumau.places import Place
from kieumau.wording import Text, nfc

__all__ = ["Line", "Written", "read_lines"]

_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_UNCLOSED = Text("thiếu nháy kép đóng", "the closing one is missing")
_AFTER = Text("có chữ sau nháy kép đóng", "there is text after the closing one")
_INSIDE = Text("ô không đặt trong nháy kép", "the cell does not stand in quotes")


@frozen
class Written:
    """One cell as written, without its quotes."""

    text: str
    place: Place


@frozen
class Line:
    """The cells of one line; one with line breaks in quotes counts as one line."""

    number: int
    cells: tuple[Written, ...]

    @property
    def blank(self) -> bool:
        """Whether nothing stands in any cell."""
        return not any(cell.text.strip() for cell in self.cells)


def read_lines(text: str, separator: str, file: str, problems: Problems) -> Iterator[Line]:
    """Yield the lines of a text whose lines end in newlines; stop at a quote never closed."""
    plain = re.compile(f"[^{separator}\n]*")
    at, start, number = 0, 0, 1
    hidden = bool(unseen(text))
    while at < len(text):
        cells: list[Written] = []
        first = number
        while True:
            place = Place(file, number, at - start + 1)
            quoted = _QUOTED.match(text, at)
            if text.startswith('"', at) and not quoted:
                problems.add("KM-548", place, why=_UNCLOSED)
                return
            found = quoted or plain.match(text, at)
            assert found is not None  # noqa: S101 (a plain cell may be empty)
            said = quoted[1].replace('""', '"') if quoted else found[0]
            at = found.end()
            if quoted and "\n" in quoted[0]:
                number += quoted[0].count("\n")
                start = text.rindex("\n", 0, at) + 1
            if quoted and text[at : at + 1] not in ("", "\n", separator):
                problems.add("KM-548", place, why=_AFTER)
                at += len((plain.match(text, at) or found)[0])
            elif not quoted and '"' in said:
                problems.add("KM-548", place, why=_INSIDE)
            if hidden and (mark := unseen(said)):
                problems.add("KM-123", place, mark=mark)
                said = "?"
            cells.append(Written(nfc(said), place))
            if not text.startswith(separator, at):
                break
            at += len(separator)
        yield Line(first, tuple(cells))
        at += 1
        number += 1
        start = at
