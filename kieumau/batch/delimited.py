"""Delimited text as a source: chunks of lines, with where each begins in the file."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final

from attrs import frozen

from kieumau.batch.chunks import Chunk, OneFile, Position, SetAside
from kieumau.batch.lines import Broken, Rows, take_apart
from kieumau.documents.delimited import read_lines
from kieumau.documents.fact_tables import separator_of
from kieumau.documents.rows import NEEDED
from kieumau.errors import Diagnostic, DocumentError, Problems
from kieumau.places import Place

__all__ = ["Delimited", "open_delimited"]

_HEAD: Final = 1 << 20
_LONGEST_LINE: Final = 1 << 23
_BOM: Final = b"\xef\xbb\xbf"
_MORE: Final = 128


@frozen
class Delimited(OneFile):
    """A table in a file of text.

    Attributes
    ----------
    columns
        Their names as written in the header.
    start
        The byte and the line after the header.
    """

    separator: str
    columns: tuple[str, ...]
    size: int
    start: tuple[int, int]
    quoted: bool = False

    def chunks(self, start: Position | None, rows: int) -> Iterator[Chunk]:
        """Yield the rows from a position on."""
        at, line = (start["byte"], start["line"]) if start else self.start
        first = start is None
        with self.path.open("rb") as file:
            file.seek(at)
            while lines := list(_lines_of(file, rows, self.name)):
                texts, broken = self._texts(lines, line, refuse=first)
                found = self._rows(texts, line)
                while found.open and (more := list(_lines_of(file, _MORE, self.name))):
                    lines += more
                    texts, broken = self._texts(lines, line, refuse=first)
                    found = self._rows(texts, line)
                at += sum(map(len, lines))
                line += len(texts)
                yield self._chunk(found, broken, {"byte": at, "line": line})
                first = False

    def _rows(self, texts: Sequence[str], line: int) -> Rows:
        names = [f"column_{number}" for number in range(len(self.columns))]
        return take_apart(texts, line, names, self.separator, self.name)

    def _chunk(self, rows: Rows, broken: Sequence[Broken], at: Position) -> Chunk:
        aside = tuple(
            SetAside(Place(self.name, each.line, 1), each.problems, {"": each.text})
            for each in sorted([*rows.broken, *broken], key=lambda each: each.line)
        )
        return Chunk(rows.frame, rows.lines, self.name, aside, at, at["byte"])

    def _texts(
        self, lines: Sequence[bytes], first: int, *, refuse: bool
    ) -> tuple[list[str], list[Broken]]:
        """Return lines as text; one that is not UTF-8 is broken, and its place left blank."""
        data = b"".join(lines).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        try:
            texts = data.removesuffix(b"\n").decode().split("\n")
        except UnicodeDecodeError:
            return self._mixed(data.removesuffix(b"\n").split(b"\n"), first, refuse=refuse)
        return texts, []

    def _mixed(
        self, lines: Sequence[bytes], first: int, *, refuse: bool
    ) -> tuple[list[str], list[Broken]]:
        texts, broken = [], []
        for number, line in enumerate(lines, first):
            try:
                texts.append(line.decode())
            except UnicodeDecodeError as error:
                at = Place(self.name, number, error.start + 1)
                arguments = {"found": f"byte 0x{line[error.start]:02X}"}
                found = Diagnostic("KM-539", at, arguments)
                broken.append(Broken(number, line.decode(errors="backslashreplace"), (found,)))
                texts.append("")
        if refuse and 2 * len(broken) > len(lines):
            raise DocumentError(broken[0].problems[0])
        return texts, broken


def open_delimited(path: Path) -> Delimited:
    """Return a file of delimited text whose header says what its columns are.

    Raises
    ------
    DocumentError
        KM-539, KM-540: it is not UTF-8, or has no header.
    """
    name = str(path)
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in head:
        raise DocumentError(Diagnostic("KM-539", Place(name), {"found": "UTF-16"}))
    skipped = len(_BOM) if head.startswith(_BOM) else 0
    first = head[skipped:].splitlines(keepends=True)[:1]
    raw = first[0] if first else b""
    try:
        text = raw.decode().rstrip("\r\n")
    except UnicodeDecodeError as error:
        arguments = {"found": f"byte 0x{raw[error.start]:02X}"}
        raise DocumentError(
            Diagnostic("KM-539", Place(name, 1, error.start + 1), arguments)
        ) from None
    separator = separator_of(text, name)
    if not separator:
        columns = {"columns": ", ".join(NEEDED)}
        raise DocumentError(Diagnostic("KM-540", Place(name, 1, 1), columns))
    problems = Problems()
    header = next(read_lines(text, separator, name, problems))
    problems.raise_if_any(DocumentError)
    names = tuple(cell.text for cell in header.cells)
    return Delimited(path, separator, names, path.stat().st_size, (skipped + len(raw), 2))


def _lines_of(file: BinaryIO, rows: int, name: str) -> Iterator[bytes]:
    for _ in range(rows):
        line = file.readline(_LONGEST_LINE)
        if not line:
            return
        if len(line) >= _LONGEST_LINE:
            raise DocumentError(Diagnostic("KM-651", Place(name), {"most": _LONGEST_LINE}))
        yield line
