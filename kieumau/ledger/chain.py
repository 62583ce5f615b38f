"""Looking a chain over: every entry against the one before, its own hash and its certificate."""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from attrs import define, frozen

from kieumau.certificates.certificate import canonical_text, digest_of
from kieumau.certificates.checker import faults
from kieumau.certificates.reading import read_certificate
from kieumau.errors import Diagnostic, DocumentError, LedgerError
from kieumau.ledger.entry import (
    START,
    Entry,
    Head,
    Misshapen,
    entry_hash,
    sha256_of,
    summary,
)
from kieumau.places import Place
from kieumau.wording import Text

__all__ = ["LedgerReport", "Problem", "look_over", "unsound"]

_OUTSIDE = ("digest", "signature")
_NOT_JSON = Text("không đọc được", "it cannot be read")
_DIGEST = Text("mã băm ghi trong đó không đúng", "the digest in it is not its own")
_CANONICAL = Text("không ở dạng chuẩn RFC 8785", "it is not in RFC 8785 form")


@frozen
class Problem:
    """Something that does not hold.

    Attributes
    ----------
    seq
        The entry it is about, or before which it lies; 0 for the ledger as a whole.
    """

    seq: int
    diagnostic: Diagnostic


@frozen
class LedgerReport:
    """What looking a ledger over found.

    Attributes
    ----------
    entries
        How many were read.
    head
        Where the chain ends.
    known_at
        The number of the entry whose hash is the head that was known; None where none was given,
        or where it is not in the chain (which is then among the problems).
    deep
        Whether every step of every certificate was checked too.
    """

    name: str
    entries: int
    head: Head
    problems: tuple[Problem, ...] = ()
    known_at: int | None = None
    deep: bool = False

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return not self.problems


def look_over(
    name: str,
    rows: Iterable[Entry | Misshapen],
    known: str | None = None,
    *,
    deep: bool = False,
    found: Iterable[Diagnostic] = (),
) -> LedgerReport:
    """Return what a chain comes to; what its store ``found`` stands before all else.

    Raises
    ------
    LedgerError
        Nothing of it can be read.
    """
    problems = [Problem(0, each) for each in found]
    chain = _Chain(Place(name), deep)
    known_at = 0 if known == START else None
    try:
        for row in rows:
            problems += chain.look(row)
            if known is not None and known == chain.hash:
                known_at = chain.seq
    except LedgerError as error:
        if not chain.count:
            raise
        problems += (Problem(chain.seq + 1, each) for each in error.diagnostics)
    if not chain.count:
        raise LedgerError(Diagnostic("KM-997", Place(name)))
    if known is not None and known_at is None:
        problems.append(Problem(0, Diagnostic("KM-677", Place(name), {"head": known})))
    head = Head(chain.seq, chain.hash or START)
    return LedgerReport(name, chain.count, head, tuple(problems), known_at, deep)


def unsound(text: str) -> Text | None:
    """Return why a text may not be recorded: it is no certificate, or not as it was made."""
    try:
        data = read_certificate(text).data
    except DocumentError as error:
        found = error.diagnostics[0]
        return Text(found.message("vi"), found.message("en"))
    if canonical_text(data) != text:
        return _CANONICAL
    return None if digest_of(data) == data["digest"] else _DIGEST


@define
class _Chain:
    """A chain being looked over, as far as it has been read.

    Attributes
    ----------
    hash
        The last entry's; None after what is no entry, when nothing can be said of the next link.
    """

    place: Place
    deep: bool
    count: int = 0
    seq: int = 0
    hash: str | None = START

    def look(self, row: Entry | Misshapen) -> Iterator[Problem]:
        """Yield what does not hold of the next row."""
        self.count += 1
        expected, before = self.seq + 1, self.hash
        self.seq, self.hash = row.seq, None
        if isinstance(row, Misshapen):
            yield self.problem("KM-670", why=row.why)
            return
        self.hash = row.hash
        if row.seq != expected:
            yield self.problem("KM-671", expected=expected)
        elif before is not None and row.previous != before:
            yield self.problem("KM-672", before=expected - 1)
        if entry_hash(row) != row.hash:
            yield self.problem("KM-673")
        yield from self.certificate(row)

    def certificate(self, entry: Entry) -> Iterator[Problem]:
        """Yield what does not hold of an entry's certificate."""
        if sha256_of(entry.text) != entry.certificate_sha256:
            yield self.problem("KM-674")
        why = unsound(entry.text) if self.deep else None
        try:
            data = json.loads(entry.text)
            said = summary(data)
            why = why or (None if _digest_holds(data) else _DIGEST)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            why, data, said = why or _NOT_JSON, {}, {}
        if why:
            yield self.problem("KM-675", why=why)
        for name, value in said.items():
            if getattr(entry, name) != value:
                yield self.problem("KM-676", name=name, said=getattr(entry, name), found=str(value))
        if self.deep and why is None:
            for each in faults(data):
                yield self.problem("KM-678", where=each.where)

    def problem(self, code: str, **arguments: str | int | Text) -> Problem:
        return Problem(self.seq, Diagnostic(code, self.place, {"seq": self.seq, **arguments}))


def _digest_holds(data: dict[str, Any]) -> bool:
    """Return whether a certificate states its own digest.

    Certificates hold no fractions, and their keys are in the order of code points nearly always:
    the standard library then writes RFC 8785 too, in a fifth of the time.
    """
    inside = {key: each for key, each in data.items() if key not in _OUTSIDE}
    quick = json.dumps(inside, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if sha256(quick.encode()).hexdigest() == data["digest"]:
        return True
    return digest_of(data) == str(data["digest"])
