"""The ledger: opened by a path or a URL, appended to, read and looked over."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Final, Self

from attrs import define, field

from kieumau.certificates.certificate import Certificate
from kieumau.errors import Diagnostic, LedgerError, UsageError
from kieumau.ledger.chain import LedgerReport, look_over, unsound
from kieumau.ledger.entry import MOST_SEQ, Entry, Head, Misshapen, entry_line, next_entry
from kieumau.ledger.exports import SUFFIX, ExportStore
from kieumau.ledger.marks import MAGIC
from kieumau.ledger.postgres import SCHEMES, PostgresStore
from kieumau.ledger.sqlite import SqliteStore
from kieumau.ledger.store import LEAST, Store
from kieumau.places import Place
from kieumau.wording import Text

__all__ = ["MOST_BYTES", "WAIT", "Ledger"]

MOST_BYTES: Final = 64 * 1024 * 1024
"""What a certificate may have; no ward's is near it."""
WAIT: Final = 20.0
_HASH = re.compile(r"[0-9a-f]{64}")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")
_ADDRESS = re.compile(r"\s*postgres(ql)?:|(.*\s)?password\s*=", re.IGNORECASE)
"""An address of PostgreSQL that is none, or written in another way: no file's name."""
_TOO_LARGE = Text("quá lớn: hơn {most} byte", "it is too large: more than {most} bytes")
_NO_FILE = Text("đây không phải tệp thường", "it is no ordinary file")
_NEITHER = Text(
    "tệp này không phải SQLite cũng không phải bản trích sổ cái",
    "the file is neither SQLite nor an export of a ledger",
)
_NO_SCHEME = Text(
    "chỉ dùng được tệp SQLite hoặc địa chỉ postgresql://",
    "only a SQLite file or a postgresql:// address can be one",
)


def _now() -> datetime:
    return datetime.now(UTC)


@define(eq=False)
class Ledger:
    """An append-only, hash-chained log of certificates, ``kieumau/ledger/1``.

    Safe to share between threads: calls wait for each other. Processes may write to one ledger at
    the same time if each opens it for itself; a ledger opened before a fork is not to be used
    after it. An entry that `append` returned is on the disk and survives whatever happens to the
    process, and what was not acknowledged is there whole or not at all.
    """

    _store: Store
    _clock: Callable[[], datetime] = _now
    _lock: RLock = field(factory=RLock, init=False, repr=False)

    @classmethod
    def open(
        cls,
        where: str | Path,
        *,
        wait: float = WAIT,
        clock: Callable[[], datetime] = _now,
    ) -> Self:
        """Open the ledger at a path or a URL; one that is not there is made by its first entry.

        Parameters
        ----------
        where
            A SQLite file, an export (which is only read), or a ``postgresql://`` address.
        wait
            How many seconds to wait for others who are using it.
        clock
            Says when an entry is recorded; an aware time.

        Raises
        ------
        LedgerError
            KM-983, KM-989: it is no ledger, or there is no connection.
        UsageError
            KM-988: the address cannot be told apart safely.
        MissingExtraError
            PostgreSQL without the extra ``postgres``.
        """
        scheme = _SCHEME.match(where) if isinstance(where, str) else None
        if isinstance(where, str) and not scheme and _ADDRESS.match(where):
            raise UsageError(Diagnostic("KM-988"))  # never shown: it may hold a password
        if scheme and scheme[1].lower() in SCHEMES:
            return cls(PostgresStore.opened(str(where), wait), clock)
        if scheme:
            shown = f"{scheme[1]}://…"
            raise LedgerError(Diagnostic("KM-983", Place(shown), {"why": _NO_SCHEME}))
        return cls(_file(Path(where), wait), clock)

    @property
    def name(self) -> str:
        """What to call it: the path, or the address without its password."""
        return self._store.name

    def append(self, certificate: Certificate) -> Entry:
        """Record a certificate; once this returns, the entry stays.

        Raises
        ------
        LedgerError
            KM-986, KM-987, KM-989: it does not take the entry; nothing was recorded.
            KM-990: the connection went while it was taken; whether it was is not known.
            KM-991: the certificate does not hold.
        """
        (entry,) = self.extend([certificate])
        return entry

    def extend(self, certificates: Iterable[Certificate]) -> tuple[Entry, ...]:
        """Record certificates one after the other, all or none; see `append`."""
        taken = tuple(certificates)
        for each in taken:
            self._refuse_unsound(each)

        def link(head: Head) -> Iterator[Entry]:
            at = self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            for each in taken:
                entry = next_entry(head, each, at)
                yield entry
                head = Head(entry.seq, entry.hash)

        with self._lock:
            return self._store.append(lambda head: tuple(link(head))) if taken else ()

    def entries(self) -> Iterator[Entry]:
        """Yield the entries in order, read as they are needed; nobody waits meanwhile.

        What they hold is not checked: that is for `verify`.

        Raises
        ------
        LedgerError
            KM-101: there is no ledger; KM-670: something in it is no entry.
        """
        return map(self._sound, self._rows())

    def entry(self, seq: int) -> Entry:
        """Return the entry with a number.

        Raises
        ------
        LedgerError
            KM-992: there is none.
        """
        found = next(self._rows(seq), None) if 1 <= seq <= MOST_SEQ else None
        if found is not None and found.seq == seq:
            return self._sound(found)
        arguments = {"seq": seq, "last": self.head().seq}
        raise LedgerError(Diagnostic("KM-992", Place(self.name), arguments))

    def head(self) -> Head:
        """Return where the chain ends: write it down elsewhere, and `verify` against it later."""
        with self._lock:
            return self._store.head()

    def lines(self) -> Iterator[str]:
        """Yield the ledger as an export: one entry a line, RFC 8785."""
        return map(entry_line, self.entries())

    def verify(self, head: str | None = None, *, deep: bool = False) -> LedgerReport:
        """Look the whole ledger over.

        Parameters
        ----------
        head
            A head that was known: it must still be in the chain. Without one, entries that were
            cut off at the end cannot be noticed.
        deep
            Whether to check each step of each certificate too.

        Raises
        ------
        LedgerError
            It is no ledger, or cannot be read at all.
        UsageError
            KM-996: the head is no hash.
        """
        if head is not None:
            head = head.strip().lower()
            if not _HASH.fullmatch(head):
                raise UsageError(Diagnostic("KM-996", arguments={"found": head}))
        with self._lock:
            found = self._store.found()
        return look_over(self.name, self._rows(), head, deep=deep, found=found)

    def close(self) -> None:
        """Let go of the file or the connection; twice is once."""
        with self._lock:
            self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _sound(self, row: Entry | Misshapen) -> Entry:
        if isinstance(row, Entry):
            return row
        arguments: dict[str, str | int | Text] = {"seq": row.seq, "why": row.why}
        raise LedgerError(Diagnostic("KM-670", Place(self.name), arguments))

    def _rows(self, start: int = LEAST) -> Iterator[Entry | Misshapen]:
        """Yield what lies in the store; the lock is not held between two rows."""
        with self._lock:
            rows = self._store.rows(start)
        while True:
            with self._lock:
                row = next(rows, None)
            if row is None:
                return
            yield row

    def _refuse_unsound(self, certificate: Certificate) -> None:
        text = certificate.to_json()
        if len(text) > MOST_BYTES or len(text.encode()) > MOST_BYTES:
            why: Text | None = _TOO_LARGE.filled(most=MOST_BYTES)
        else:
            why = unsound(text)
        if why:
            raise LedgerError(Diagnostic("KM-991", Place(self.name), {"why": why}))


def _file(path: Path, wait: float) -> Store:
    """Return a file as a store; its first bytes tell which, where there are any."""
    name = str(path)
    if path.is_dir():
        raise LedgerError(Diagnostic("KM-103", Place(name)))
    if path.exists() and not path.is_file():
        raise LedgerError(Diagnostic("KM-983", Place(name), {"why": _NO_FILE}))
    try:
        with path.open("rb") as file:
            start = file.read(len(MAGIC))
    except FileNotFoundError:
        start = b""
    except OSError as error:
        why = error.strerror or str(error)
        raise LedgerError(Diagnostic("KM-102", Place(name), {"why": why})) from None
    if (start[:1] == b"{" and start.splitlines()[0] != b"{") or (
        not start and path.suffix.lower() == SUFFIX
    ):
        return ExportStore(path, name)
    if start and start != MAGIC:
        raise LedgerError(Diagnostic("KM-983", Place(name), {"why": _NEITHER}))
    return SqliteStore(path, name, wait)
