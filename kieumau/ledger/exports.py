"""A ledger that was exported: one entry a line. It is read, and never written to."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from kieumau.errors import Diagnostic, LedgerError
from kieumau.ledger.entry import (
    FORMAT,
    Entry,
    Head,
    Misshapen,
    entry_line,
    read_entry,
)
from kieumau.ledger.store import LEAST, Link
from kieumau.places import Place
from kieumau.wording import Text

__all__ = ["SUFFIX", "ExportStore"]

SUFFIX: Final = ".jsonl"
_MOST_BYTES: Final = 160 * 1024 * 1024  # a line: the largest certificate, its quotes escaped
_FAMILY: Final = FORMAT.rpartition("/")[0] + "/"
_OURS: Final = "kieumau/"
_OTHER = Text("tệp này là {found:.40}", "the file is a {found:.40}")
_NO_OBJECT = Text("dòng này không phải một đối tượng JSON", "the line is no JSON object")
_TOO_LONG = Text("dòng này quá dài", "the line is too long")
_NOT_EXACT = Text(
    "dòng này không đúng từng byte như kieumau ghi", "the line is not byte for byte as written"
)


@frozen
class ExportStore:
    """A file `Ledger.lines` was written to."""

    path: Path
    name: str

    def append(self, link: Link) -> tuple[Entry, ...]:
        """Refuse: an export is a copy."""
        del link
        raise LedgerError(Diagnostic("KM-985", Place(self.name)))

    def head(self) -> Head:
        """Return where the chain ends."""
        head = Head()
        for row in self.rows():
            if isinstance(row, Entry):
                head = Head(row.seq, row.hash)
        return head

    def rows(self, start: int = LEAST) -> Iterator[Entry | Misshapen]:
        """Yield the entries in the order of the lines, those below a number left out."""
        expected = 1
        try:
            with self.path.open("rb") as file:
                while line := file.readline(_MOST_BYTES):
                    row = self._row(line, expected)
                    if row.seq >= start:
                        yield row
                    if isinstance(row, Misshapen) and row.why is _TOO_LONG:
                        return
                    expected = row.seq + 1
        except FileNotFoundError:
            raise LedgerError(Diagnostic("KM-101", Place(self.name))) from None
        except OSError as error:
            why = error.strerror or str(error)
            raise LedgerError(Diagnostic("KM-102", Place(self.name), {"why": why})) from None

    def found(self) -> tuple[Diagnostic, ...]:
        """Return nothing: a file has no guards."""
        return ()

    def close(self) -> None:
        """Do nothing: the file is closed whenever it is not read."""

    def _row(self, line: bytes, expected: int) -> Entry | Misshapen:
        if len(line) >= _MOST_BYTES:
            return Misshapen(expected, _TOO_LONG)
        data = _object(line)
        if data is None:
            return Misshapen(expected, _NO_OBJECT)
        said = data.get("format")
        if expected == 1 and isinstance(said, str) and said != FORMAT:
            arguments: dict[str, str | int | Text] = {"found": said, "known": FORMAT}
            if said.startswith(_FAMILY):
                raise LedgerError(Diagnostic("KM-984", Place(self.name), arguments))
            if said.startswith(_OURS):
                why = _OTHER.filled(found=said)
                raise LedgerError(Diagnostic("KM-983", Place(self.name), {"why": why}))
        row = read_entry(data, expected)
        if isinstance(row, Entry) and entry_line(row).encode() != line.removesuffix(b"\n") + b"\n":
            return Misshapen(row.seq, _NOT_EXACT)
        return row


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None
