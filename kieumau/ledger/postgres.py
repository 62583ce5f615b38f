"""A ledger in PostgreSQL; the door to psycopg.

Writers take turns by an advisory lock and not by one on the table, so that a role that may only
select and insert can write. The password is never said: not in messages, not in names.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from attrs import define, field

from kieumau.errors import Diagnostic, LedgerError, MissingExtraError, UsageError
from kieumau.ledger.entry import FORMAT, Entry, Head, Misshapen
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

if TYPE_CHECKING:
    import psycopg

__all__ = ["SCHEMES", "PostgresStore"]

SCHEMES: Final = ("postgresql", "postgres")
_GUARD: Final = f"{TABLE}_only_appended"
_REFUSE = f"""
CREATE OR REPLACE FUNCTION {_GUARD}() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'a ledger is only ever appended to'; END $$
"""
_REFUSED = f"""
CREATE TRIGGER {_GUARD} BEFORE UPDATE OR DELETE OR TRUNCATE ON {TABLE}
FOR EACH STATEMENT EXECUTE FUNCTION {_GUARD}()
"""
_COMMENTED = f"COMMENT ON TABLE {TABLE} IS '{FORMAT}'"
_MAKE: Final = (create_table("BIGINT"), _COMMENTED, _REFUSE, _REFUSED)
_INSERT = f"INSERT INTO {TABLE} ({', '.join(COLUMNS)}) VALUES ({', '.join(['%s'] * len(COLUMNS))})"  # noqa: S608
_PAGE = f"SELECT {', '.join(COLUMNS)} FROM {TABLE} WHERE seq >= %s ORDER BY seq, hash LIMIT {PAGE}"  # noqa: S608
_COMMENT = (
    "SELECT c.relkind::text, obj_description(c.oid, 'pg_class') "
    "FROM pg_class c WHERE c.oid = to_regclass(%s)"
)
_KINDS = ("r", "p")  # a table, perhaps in parts; a view may have no end
_MAKERS_LOCK = "SELECT pg_advisory_xact_lock(hashtext(current_schema() || %s))"
_LOCK = "SELECT pg_advisory_xact_lock(to_regclass(%s)::oid::bigint)"
_WAIT = "SELECT set_config('lock_timeout', %s, %s)"  # readers wait for a lock on the table too
_TRIGGERS = "SELECT tgenabled::text FROM pg_trigger WHERE tgrelid = to_regclass(%s) AND tgname = %s"
_KEYS = """
SELECT a.attname::text FROM pg_constraint k JOIN pg_attribute a
ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
WHERE k.conrelid = to_regclass(%s) AND k.contype IN ('p', 'u') AND cardinality(k.conkey) = 1
"""
_OTHER = Text(
    f"bảng {TABLE} ở đó không do kieumau tạo", f"the table {TABLE} there was not made by kieumau"
)
_LOCK_TIMEOUT = "55P03"
_HOST = re.compile(r"(?:[^:\[\]]*|\[[0-9A-Fa-f:.]+\])(?::[0-9]+)?")


@define(eq=False)
class PostgresStore:
    """A ledger's table in a PostgreSQL database; made with its first entry.

    Attributes
    ----------
    address
        The URL, with the password if it holds one: never shown.
    wait
        How many seconds to wait for a connection, and for other writers.
    """

    address: str = field(repr=False)
    name: str
    wait: float
    _connection: "psycopg.Connection | None" = field(default=None, init=False, repr=False)

    @classmethod
    def opened(cls, address: str, wait: float) -> "PostgresStore":
        """Return the store at an address, connected.

        Raises
        ------
        UsageError
            KM-988: the address cannot be told apart safely.
        LedgerError
            KM-989: there is no connection to be had.
        MissingExtraError
            KM-732: psycopg is not installed.
        """
        store = cls(address, _shown(address), wait)
        store._connected()
        return store

    def append(self, link: Link) -> tuple[Entry, ...]:
        """Put entries after the head, all or none; once this returns they are committed."""
        import psycopg  # noqa: PLC0415 (an extra; found when the store was opened)

        connection = self._connected()
        try:
            entries = self._written(connection, link)
        except psycopg.Error as error:
            self._end(connection)
            raise self._refusal(error) from None
        except BaseException:
            self._end(connection)
            raise
        try:
            connection.execute("COMMIT")
        except psycopg.Error as error:
            if not connection.closed:
                raise self._refusal(error) from None
            hash_ = entries[-1].hash if entries else ""
            raise LedgerError(Diagnostic("KM-990", Place(self.name), {"hash": hash_})) from None
        except BaseException:  # interrupted: whatever stands open must not be gone on with
            connection.close()
            raise
        return entries

    def head(self) -> Head:
        """Return where the chain ends."""
        return head_of(self._read(HEAD), self.name)

    def rows(self, start: int = LEAST) -> Iterator[Entry | Misshapen]:
        """Yield the entries by their numbers, from one on, as they lie there."""
        return rows_of(lambda first: self._read(_PAGE, first), start)

    def found(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the table: its guards are not those it was made with."""
        enabled = self._read(_TRIGGERS, TABLE, _GUARD)
        keys = {str(row[0]) for row in self._read(_KEYS, TABLE)}
        missing = sorted({"seq", "previous", "hash"} - keys)
        if not any(row[0] in ("O", "A") for row in enabled):
            missing.append(_GUARD)
        if not missing:
            return ()
        return (Diagnostic("KM-679", Place(self.name), {"names": ", ".join(missing)}),)

    def close(self) -> None:
        """Let go of the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _written(self, connection: "psycopg.Connection", link: Link) -> tuple[Entry, ...]:
        """Write the entries and leave the transaction open."""
        connection.execute("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
        connection.execute(_WAIT, (self._milliseconds(), True))
        connection.execute("SET LOCAL synchronous_commit TO on")
        if not self._is_made(connection):
            connection.execute(_MAKERS_LOCK, (TABLE,))
            if not self._is_made(connection):  # by another, meanwhile
                for statement in _MAKE:
                    connection.execute(statement)
        connection.execute(_LOCK, (TABLE,))
        entries = tuple(link(head_of(connection.execute(HEAD).fetchall(), self.name)))
        for entry in entries:
            connection.execute(_INSERT, values_of(entry))
        return entries

    def _is_made(self, connection: "psycopg.Connection") -> bool:
        """Return whether the table is there; refuse one that is no ledger's."""
        found = connection.execute(_COMMENT, (TABLE,)).fetchone()
        if found is None:
            return False
        said, family = str(found[1] or ""), FORMAT.rpartition("/")[0] + "/"
        place = Place(self.name)
        if said != FORMAT and said.startswith(family):
            raise LedgerError(Diagnostic("KM-984", place, {"found": said, "known": FORMAT}))
        if said != FORMAT or found[0] not in _KINDS:
            raise LedgerError(Diagnostic("KM-983", place, {"why": _OTHER}))
        return True

    def _read(self, statement: str, *arguments: object) -> Sequence[Row]:
        """Return what a statement finds."""
        import psycopg  # noqa: PLC0415 (as above)

        connection = self._connected()
        try:
            if not self._is_made(connection):
                raise LedgerError(Diagnostic("KM-997", Place(self.name)))
            return connection.execute(statement, arguments).fetchall()
        except psycopg.Error as error:
            raise self._refusal(error) from None

    def _connected(self) -> "psycopg.Connection":
        if self._connection is None or self._connection.closed:
            try:
                import psycopg  # noqa: PLC0415 (an extra)
            except ImportError:  # psycopg without libpq cannot be imported either
                what = Text("Sổ cái trong PostgreSQL", "A ledger in PostgreSQL")
                raise MissingExtraError("postgres", what) from None
            try:
                self._connection = psycopg.connect(
                    self.address,
                    autocommit=True,
                    connect_timeout=max(int(self.wait), 2),
                    client_encoding="utf8",
                    application_name="kieumau",
                )
                self._connection.execute(_WAIT, (self._milliseconds(), False))
            except psycopg.ProgrammingError:  # what libpq says of an address may repeat it
                raise _unreadable() from None
            except psycopg.Error as error:
                raise self._refusal(error) from None
        return self._connection

    def _milliseconds(self) -> str:
        return str(max(int(self.wait * 1000), 1))

    def _end(self, connection: "psycopg.Connection") -> None:
        """Undo what was begun; where the connection is gone the server has."""
        import psycopg  # noqa: PLC0415 (as above)

        try:
            connection.execute("ROLLBACK")
        except psycopg.Error:
            connection.close()

    def _refusal(self, error: "psycopg.Error") -> LedgerError:
        """Return what to say of the server's error."""
        place = Place(self.name)
        if error.sqlstate == _LOCK_TIMEOUT:
            return LedgerError(Diagnostic("KM-987", place, {"seconds": f"{self.wait:g}"}))
        lines = [line.strip() for line in str(error).splitlines() if line.strip()]
        why = " ".join(lines[:2])
        password = urlsplit(self.address).password or ""
        for secret in {password, unquote(password)} - {""}:
            why = why.replace(secret, "…")
        return LedgerError(Diagnostic("KM-989", place, {"why": why}))


def _shown(address: str) -> str:
    """Return an address without its password and its options.

    Where a password holds @, /, ? or # unescaped, what comes after may be a part of it.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        raise _unreadable() from None
    before, _, hosts = parts.netloc.rpartition("@")
    rest = before + parts.path + parts.query + parts.fragment
    if "@" in rest or not all(_HOST.fullmatch(each) for each in hosts.split(",")):
        raise _unreadable()
    user = f"{parts.username}@" if parts.username else ""
    return f"{parts.scheme}://{user}{hosts}{parts.path}"


def _unreadable() -> UsageError:
    return UsageError(Diagnostic("KM-988"))
