"""Entries: what a ledger says of one certificate, and the hash that ties it to the one before.

An entry's hash is the SHA-256 of its header in RFC 8785 form: its number, the hash of the entry
before, when it was recorded, what the certificate is about, and the SHA-256 of the certificate's
text. So no entry can be changed, moved, put in or taken out without the hashes telling; only
whoever cuts off the end leaves a whole chain, and a head written down elsewhere tells that.
"""

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final

from attrs import evolve, field, frozen

from kieumau.certificates.certificate import Certificate
from kieumau.program.digest import canonical, digest
from kieumau.wording import Text

__all__ = [
    "FORMAT",
    "HEADER",
    "MOST_SEQ",
    "START",
    "Entry",
    "Head",
    "Misshapen",
    "entry_hash",
    "entry_line",
    "next_entry",
    "read_entry",
    "sha256_of",
    "summary",
]

FORMAT: Final = "kieumau/ledger/1"
START: Final = "0" * 64
"""What the first entry has for the hash of the one before."""
HEADER: Final = (
    "seq",
    "previous",
    "recorded_at",
    "ward",
    "ward_name",
    "period",
    "standard",
    "outcome",
    "digest",
    "certificate_sha256",
)
"""What the hash is of, beside the format."""

MOST_SEQ: Final = 2**53 - 1
"""Beyond it programs disagree about whole numbers."""
_HASH = re.compile(r"[0-9a-f]{64}")
_PATTERNS: Final[Mapping[str, re.Pattern[str]]] = {
    "previous": _HASH,
    "hash": _HASH,
    "digest": _HASH,
    "certificate_sha256": _HASH,
    "recorded_at": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"),
}
_KEYS = Text("thiếu hoặc thừa trường", "a field is missing or there is one too many")
_FIELD = Text("trường «{name}» ghi sai", "the field «{name}» is not what it should be")


@frozen
class Head:
    """Where a chain ends: its last entry's number and hash; `START` and 0 while it is empty."""

    seq: int = 0
    hash: str = START


@frozen
class Entry:
    """One entry of a ledger.

    Attributes
    ----------
    seq
        Its number, from 1.
    previous
        The hash of the entry before; 64 zeros for the first.
    recorded_at
        When it was recorded, UTC, to the second: what the writer's clock said, and no proof.
    ward, ward_name, period, standard, outcome, digest
        What the certificate says, so that a list can be read without opening every certificate.
    certificate_sha256
        The SHA-256 of the certificate's whole text, its signature included.
    hash
        The entry's own hash.
    text
        The certificate.
    """

    seq: int
    previous: str
    recorded_at: str
    ward: str
    ward_name: str
    period: str
    standard: str
    outcome: str
    digest: str
    certificate_sha256: str
    hash: str = field(kw_only=True)
    text: str = field(kw_only=True, repr=False)

    @property
    def certificate(self) -> Certificate:
        """The certificate that was recorded.

        Raises
        ------
        DocumentError
            The text is none (any more): `Ledger.verify` says what happened to it.
        """
        return Certificate.from_json(self.text)

    def header(self) -> dict[str, Any]:
        """Return what the hash is of, as plain data."""
        return {"format": FORMAT, **{name: getattr(self, name) for name in HEADER}}

    def to_data(self) -> dict[str, Any]:
        """Return the header and the hash, without the certificate."""
        return {**self.header(), "hash": self.hash}


@frozen
class Misshapen:
    """What stands where an entry should, and is none.

    Attributes
    ----------
    seq
        The number it gives itself, else that of the entry that belongs there.
    """

    seq: int
    why: Text


def next_entry(head: Head, certificate: Certificate, recorded_at: str) -> Entry:
    """Return the entry that records a certificate after a head."""
    text = certificate.to_json()
    entry = Entry(
        head.seq + 1,
        head.hash,
        recorded_at,
        **summary(certificate.to_data()),
        certificate_sha256=sha256_of(text),
        hash="",
        text=text,
    )
    return evolve(entry, hash=entry_hash(entry))


def summary(certificate: Mapping[str, Any]) -> dict[str, str]:
    """Return what an entry repeats of a certificate's data."""
    ward, period = certificate["facts"]["ward"], certificate["facts"]["period"]
    return {
        "ward": ward["code"],
        "ward_name": ward["name"],
        "period": f"{period['from']}/{period['to']}",
        "standard": certificate["standard"]["id"],
        "outcome": certificate["outcome"],
        "digest": certificate["digest"],
    }


def entry_hash(entry: Entry) -> str:
    """Return what an entry's hash must be."""
    return digest(entry.header())


def sha256_of(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8."""
    return sha256(text.encode()).hexdigest()


def entry_line(entry: Entry) -> str:
    """Return an entry as a line of an export: RFC 8785, the certificate as a string."""
    return canonical({**entry.to_data(), "certificate": entry.text}).decode() + "\n"


def read_entry(data: Mapping[str, object], expected: int) -> Entry | Misshapen:
    """Return the entry that plain data is; whether it holds is not asked."""
    given = dict(data)
    seq = given.get("seq")
    whole = type(seq) is int and 1 <= seq <= MOST_SEQ
    place = seq if isinstance(seq, int) and whole else expected
    if set(given) != {"format", *HEADER, "hash", "certificate"}:
        return Misshapen(place, _KEYS)
    if not whole:
        return Misshapen(place, _FIELD.filled(name="seq"))
    text = given.pop("certificate")
    said = {"certificate": text, **given}
    for name, value in said.items():
        if name != "seq" and not _fits(name, value):
            return Misshapen(place, _FIELD.filled(name=name))
    del given["format"]
    return Entry(**given, text=text)  # type: ignore[arg-type]  # each was looked at


def _fits(name: str, value: object) -> bool:
    if not isinstance(value, str) or (name == "format" and value != FORMAT):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    pattern = _PATTERNS.get(name)
    return pattern is None or pattern.fullmatch(value) is not None
