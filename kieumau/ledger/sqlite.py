"""A ledger in a SQLite file.

A rollback journal and not a write-ahead log: at rest the ledger is one file, which can be copied,
and read from a read-only disk. ``synchronous=EXTRA`` so that an entry that was acknowledged is on
the disk, the journal's end included.
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from attrs import define, field

from kieumau.errors import Diagnostic, LedgerError
from kieumau.ledger.entry import FORMAT, Entry, Head, Misshapen
from kieumau.ledger.marks import APPLICATION
from kieumau.ledger.store import (
    COLUMNS,
    HEAD,
    LEAST,
    PAGE,
    TABLE,
    Link,
    Row,
    create_table,
    head_of,
    rows_of,
    values_of,
)
from kieumau.places import Place
from kieumau.wording import Text

__all__ = ["SqliteStore"]

_VERSION: Final = 1
_SCHEMA: Final[Mapping[str, str]] = {
    TABLE: create_table("INTEGER"),
    **{
        f"{TABLE}_no_{verb.lower()}": (
            f"CREATE TRIGGER {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE} "
            "BEGIN SELECT RAISE(ABORT, 'a ledger is only ever appended to'); END"
        )
        for verb in ("UPDATE", "DELETE")
    },
}
_INSERT = f"INSERT INTO {TABLE} ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608
_PAGE = f"SELECT {', '.join(COLUMNS)} FROM {TABLE} WHERE seq >= ? ORDER BY seq LIMIT {PAGE}"  # noqa: S608
_MADE = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
_NO_TABLE = (
    f"SELECT 1 FROM sqlite_master WHERE name = '{TABLE}' COLLATE NOCASE "  # noqa: S608
    "AND (type <> 'table' OR sql LIKE 'CREATE VIRTUAL%')"
)
_OTHER = Text("tệp SQLite này chứa thứ khác", "this SQLite file holds something else")
_NO_SQLITE = Text("tệp này không phải SQLite", "the file is no SQLite file")
_ERRORS = (sqlite3.Error, UnicodeError)  # what SQLite says of a broken file may be no text
_LOCKED = ("SQLITE_BUSY", "SQLITE_LOCKED")
_BROKEN = ("SQLITE_CORRUPT", "SQLITE_ERROR", "SQLITE_SCHEMA", "SQLITE_MISMATCH")


@define(eq=False)
class SqliteStore:
    """A ledger's SQLite file; made with its first entry.

    Attributes
    ----------
    wait
        How many seconds to wait for other programs that are using it.
    """

    path: Path
    name: str
    wait: float
    _connection: sqlite3.Connection | None = field(default=None, init=False)

    def append(self, link: Link) -> tuple[Entry, ...]:
        """Put entries after the head, all or none; once this returns they are on the disk."""
        try:
            connection = self._connected(make=True)
            connection.execute("PRAGMA query_only = OFF")
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA synchronous = EXTRA")
            connection.execute("PRAGMA fullfsync = ON")
            return self._appended(connection, link)
        except _ERRORS as error:
            raise self._refusal(error, "KM-986") from None

    def head(self) -> Head:
        """Return where the chain ends."""
        return head_of(self._read(HEAD), self.name)

    def rows(self, start: int = LEAST) -> Iterator[Entry | Misshapen]:
        """Yield the entries by their numbers, from one on, as they lie there."""
        return rows_of(lambda first: self._read(_PAGE, first), start)

    def found(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the table: its guards are not those it was made with."""
        made = {str(name): str(sql) for name, sql in self._read(_MADE)}
        differ = sorted({name for name, _ in made.items() ^ _SCHEMA.items()})
        if not differ:
            return ()
        return (Diagnostic("KM-679", Place(self.name), {"names": ", ".join(differ)}),)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _appended(self, connection: sqlite3.Connection, link: Link) -> tuple[Entry, ...]:
        connection.execute("BEGIN IMMEDIATE")
        try:
            if self._is_new(connection):
                for statement in _SCHEMA.values():
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                connection.execute(f"PRAGMA user_version = {_VERSION}")
            entries = tuple(link(head_of(connection.execute(HEAD).fetchall(), self.name)))
            connection.executemany(_INSERT, map(values_of, entries))
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        return entries

    def _connected(self, *, make: bool = False) -> sqlite3.Connection:
        """Return the connection; it can only read until `append` says otherwise."""
        if self._connection is None:
            mode = "rwc" if make else "rw"  # falls back to reading where it may not write
            self._connection = sqlite3.connect(
                f"{self.path.absolute().as_uri()}?mode={mode}",
                timeout=self.wait,
                isolation_level=None,
                check_same_thread=False,
                uri=True,
            )
            self._connection.text_factory = _text
            self._connection.execute("PRAGMA query_only = ON")
            self._connection.execute("PRAGMA trusted_schema = OFF")
            self._connection.execute("PRAGMA cell_size_check = ON")
        return self._connection

    def _read(self, statement: str, *arguments: object) -> Sequence[Row]:
        """Return what a statement finds."""
        if not self.path.exists():
            raise LedgerError(Diagnostic("KM-101", Place(self.name)))
        try:
            connection = self._connected()
            if self._is_new(connection):
                raise LedgerError(Diagnostic("KM-997", Place(self.name)))
            return connection.execute(statement, arguments).fetchall()
        except _ERRORS as error:
            raise self._refusal(error, "KM-102") from None

    def _is_new(self, connection: sqlite3.Connection) -> bool:
        """Return whether nothing has been made in the file; refuse what is no ledger."""
        application = _number(connection, "application_id")
        version = _number(connection, "user_version")
        if application == APPLICATION and version <= _VERSION:
            if connection.execute(_NO_TABLE).fetchone():  # a view may have no end
                raise LedgerError(Diagnostic("KM-983", Place(self.name), {"why": _OTHER}))
            return False
        if application == APPLICATION:
            found = f"{FORMAT.rpartition('/')[0]}/{version}"
            raise LedgerError(
                Diagnostic("KM-984", Place(self.name), {"found": found, "known": FORMAT})
            )
        if application or version or connection.execute(_MADE).fetchone():
            raise LedgerError(Diagnostic("KM-983", Place(self.name), {"why": _OTHER}))
        return True

    def _refusal(self, error: sqlite3.Error | UnicodeError, otherwise: str) -> LedgerError:
        """Return what to say of SQLite's error."""
        kind = str(getattr(error, "sqlite_errorname", ""))
        place = Place(self.name)
        if kind.startswith(_LOCKED):
            return LedgerError(Diagnostic("KM-987", place, {"seconds": f"{self.wait:g}"}))
        if kind == "SQLITE_NOTADB":
            return LedgerError(Diagnostic("KM-983", place, {"why": _NO_SQLITE}))
        if kind == "SQLITE_READONLY_ROLLBACK":
            journal = f"{self.path.name}-journal"
            return LedgerError(Diagnostic("KM-995", place, {"journal": journal}))
        broken = isinstance(error, UnicodeError) or kind.startswith(_BROKEN)
        code = "KM-993" if broken else otherwise
        return LedgerError(Diagnostic(code, place, {"why": str(error)}))


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _text(data: bytes) -> Any:  # noqa: ANN401 (what sqlite3 asks for)
    """Return a text as it lies there; bytes that are none become marks no hash agrees with."""
    return data.decode("utf-8", "replace")
