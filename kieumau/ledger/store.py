"""What a ledger needs of where it is kept, and the table that SQLite and PostgreSQL share."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, Protocol, TypeAlias

from kieumau.errors import Diagnostic, LedgerError
from kieumau.ledger.entry import (
    FORMAT,
    HEADER,
    START,
    Entry,
    Head,
    Misshapen,
    entry_hash,
    read_entry,
)
from kieumau.places import Place

__all__ = [
    "COLUMNS",
    "HEAD",
    "LEAST",
    "PAGE",
    "TABLE",
    "Link",
    "Row",
    "Store",
    "create_table",
    "head_of",
    "rows_of",
    "values_of",
]

TABLE: Final = "kieumau_ledger"
COLUMNS: Final = (*HEADER, "hash", "certificate")
PAGE: Final = 32
"""Entries read at once; between pages no writer waits for a reader."""
HEAD: Final = f"SELECT {', '.join(COLUMNS[:-1])} FROM {TABLE} ORDER BY seq DESC LIMIT 1"  # noqa: S608
LEAST: Final = -(2**63)
"""No number is smaller; what was slipped in below 1 is read too."""
_ONLY_ONCE = ("previous", "hash")
_HASHES = (*_ONLY_ONCE, "digest", "certificate_sha256")

Link: TypeAlias = Callable[[Head], Sequence[Entry]]
"""Makes the next entries, once the head is known and nobody else can write."""
Row: TypeAlias = tuple[object, ...]


class Store(Protocol):
    """Where entries are kept. Not safe between threads: the ledger sees to that."""

    @property
    def name(self) -> str:
        """What people call it; never a password."""

    def append(self, link: Link) -> tuple[Entry, ...]:
        """Put entries after the head, all or none; once this returns they stay."""

    def head(self) -> Head:
        """Return where the chain ends."""

    def rows(self, start: int = LEAST) -> Iterator[Entry | Misshapen]:
        """Yield the entries by their numbers, from one on, as they lie there."""

    def found(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the store itself."""

    def close(self) -> None:
        """Let go of it; twice is once."""


def create_table(number: str) -> str:
    """Return the statement that makes the table; whole numbers are called so.

    A fork would need two entries after one and the same: that each number and each previous hash
    stands once makes it impossible, whatever program writes.
    """
    lines = [f"seq {number} PRIMARY KEY CHECK (seq >= 1)"]
    for name in COLUMNS[1:]:
        once = " UNIQUE" if name in _ONLY_ONCE else ""
        length = f" CHECK (length({name}) = 64)" if name in _HASHES else ""
        lines.append(f"{name} TEXT NOT NULL{once}{length}")
    lines.append(f"CHECK ((seq = 1) = (previous = '{START}'))")
    return f"CREATE TABLE {TABLE} ({', '.join(lines)})"


def values_of(entry: Entry) -> Row:
    """Return an entry as a row of the table."""
    return (*(getattr(entry, name) for name in (*HEADER, "hash")), entry.text)


def head_of(found: Sequence[Row], name: str) -> Head:
    """Return the head that `HEAD` found.

    Raises
    ------
    LedgerError
        KM-994: the last entry does not hold, and nothing may be put after it.
    """
    if not found:
        return Head()
    row = dict(zip(COLUMNS, (*found[0], ""), strict=True))
    entry = read_entry({"format": FORMAT, **row}, 0)
    if isinstance(entry, Misshapen) or entry_hash(entry) != entry.hash:
        raise LedgerError(Diagnostic("KM-994", Place(name)))
    return Head(entry.seq, entry.hash)


def rows_of(page: Callable[[int], Sequence[Row]], start: int) -> Iterator[Entry | Misshapen]:
    """Yield the entries of a table that is read in pages, each from a number on."""
    expected = max(start, 1)
    while found := page(start):
        for row in found:
            entry = read_entry({"format": FORMAT, **dict(zip(COLUMNS, row, strict=True))}, expected)
            yield entry
            expected = entry.seq + 1
        last = found[-1][0]
        if len(found) < PAGE or not isinstance(last, int):
            return
        start = last + 1
