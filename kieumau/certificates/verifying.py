"""Verification: the ways a certificate is checked, and which of them held.

Each check stands by itself and all that were asked for are made, so that a reader learns which
held: a text that was only reformatted still has steps that follow.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from attrs import frozen

from kieumau.certificates.certificate import Certificate, canonical_text, digest_of, standard_data
from kieumau.certificates.checker import NONSENSE, faults
from kieumau.certificates.reading import Written, bare, read_certificate
from kieumau.certificates.signing import read_public_key, signature_fault
from kieumau.documents.differences import differences, said_in_short
from kieumau.documents.factsets import FactSet
from kieumau.errors import (
    Diagnostic,
    DocumentError,
    FactsError,
    PluginError,
    UsageError,
)
from kieumau.places import Place
from kieumau.program.digest import digest
from kieumau.standard import Reference, Standard, load
from kieumau.wording import Text

__all__ = ["Check", "CheckKind", "Held", "Verification", "verify", "verify_written"]

_VERSION = Text("phiên bản bộ «{id}»", "the version of «{id}»")
_NO_TEXT = Text(
    "cần một Certificate hoặc văn bản, không phải {found}",
    "it is a {found}, not a Certificate or its text",
)
_ABSENT = "-"
_LONGEST = 300


class CheckKind(StrEnum):
    """The ways a certificate is checked, in their order."""

    DIGEST = "digest"
    STEPS = "steps"
    REPLAY = "replay"
    SIGNATURE = "signature"


class Held(StrEnum):
    """How a check came out; ``open``: it could not be made, which says nothing either way."""

    HELD = "held"
    FAILED = "failed"
    OPEN = "open"
    NOT_ASKED = "not_asked"


@frozen
class Check:
    """One way of checking, and how it came out."""

    kind: CheckKind
    held: Held
    problems: tuple[Diagnostic, ...] = ()


@frozen
class Verification:
    """A certificate with every check and how it came out.

    Attributes
    ----------
    written
        The certificate as it was given.
    checks
        In the order of `CheckKind`, those not asked for too.
    """

    written: Written
    checks: tuple[Check, ...]

    @property
    def holds(self) -> bool:
        """Whether everything that was asked for held."""
        return all(each.held in (Held.HELD, Held.NOT_ASKED) for each in self.checks)

    def __getitem__(self, kind: str) -> Check:
        return next(each for each in self.checks if each.kind == kind)


def verify(
    certificate: Certificate | str,
    *,
    standard: Standard | Reference | Sequence[Reference] | None = None,
    replay: bool = True,
    public_key: str | Path | None = None,
) -> Verification:
    """Verify a certificate: its digest, its steps, by replay, and its signature.

    Parameters
    ----------
    certificate
        A certificate, or its text as it was received.
    standard
        What to replay against: a standard, or plugins by id or folder. By default the installed
        plugins the certificate names.
    replay
        Whether to replay at all.
    public_key
        A PEM file: who must have signed.

    Raises
    ------
    DocumentError
        KM-680, KM-681: it is no certificate.
    UsageError
        KM-694: the file holds no such key.
    MissingExtraError
        A signature is asked for without the extra ``sign``.
    """
    text = certificate.text if isinstance(certificate, Certificate) else certificate
    if not isinstance(text, str):
        why = _NO_TEXT.filled(found=type(text).__name__)
        raise DocumentError(Diagnostic("KM-680", arguments={"why": why}))
    written = read_certificate(bare(text))
    return verify_written(written, standard, replay=replay, public_key=public_key)


def verify_written(
    written: Written,
    standard: Standard | Reference | Sequence[Reference] | None = None,
    *,
    replay: bool = True,
    public_key: str | Path | None = None,
) -> Verification:
    """Verify a certificate as it stands in a file; see `verify`."""
    data = written.data
    key = None if public_key is None else read_public_key(Path(public_key))
    not_asked = Check(CheckKind.REPLAY, Held.NOT_ASKED)
    return Verification(
        written,
        (
            _check(CheckKind.DIGEST, tuple(_digests(written))),
            _check(CheckKind.STEPS, tuple(_steps(data))),
            _replay(data, standard) if replay else not_asked,
            Check(CheckKind.SIGNATURE, Held.NOT_ASKED)
            if key is None
            else _check(CheckKind.SIGNATURE, tuple(filter(None, [signature_fault(data, key)]))),
        ),
    )


def _check(kind: CheckKind, problems: tuple[Diagnostic, ...]) -> Check:
    return Check(kind, Held.FAILED if problems else Held.HELD, problems)


def _digests(written: Written) -> Iterator[Diagnostic]:
    """Yield what is wrong with the text, its digest and the digest of its program."""
    data, text, place = written.data, written.text, written.place
    whole = canonical_text(data)
    if text != whole:
        pairs = enumerate(zip(text, whole, strict=False))
        at = next((at for at, (one, other) in pairs if one != other), min(len(text), len(whole)))
        line, start = text.count("\n", 0, at), text.rfind("\n", 0, at) + 1
        yield Diagnostic("KM-683", Place(place.file, (place.line or 1) + line, at - start + 1))
    stated = ((data["digest"], digest_of(data), "KM-684"),)
    program = (data["standard"]["digest"], digest(data["program"]), "KM-685")
    for said, found, code in (*stated, program):
        if said != found:
            yield Diagnostic(code, arguments={"said": said, "found": found})


def _steps(data: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """Yield what does not follow, as the checker that knows no engine finds it."""
    for fault in faults(data):
        if fault.found is NONSENSE:
            values = {"where": fault.where, "said": _word(fault.said)}
            yield Diagnostic("KM-698", arguments=values)
            continue
        inside = tuple(differences(fault.said, fault.found, fault.where))
        for path, said, found in inside or ((fault.where, fault.said, fault.found),):
            values = {"where": _cut(path), "said": _word(said), "found": _word(found)}
            yield Diagnostic("KM-686", arguments=values)


def _replay(
    data: Mapping[str, Any], standard: Standard | Reference | Sequence[Reference] | None
) -> Check:
    said = data["standard"]
    if not isinstance(standard, Standard):
        references = said["id"].split("+") if standard is None else standard
        try:
            standard = load(references, on=said["on"], assumed=said["assumed"])
        except (PluginError, DocumentError, UsageError) as error:
            why = Diagnostic("KM-688", arguments={"id": said["id"]})
            return Check(CheckKind.REPLAY, Held.OPEN, (why, *error.diagnostics))
    other = tuple(_identity(said, standard_data(standard.record)))
    if other:
        return Check(CheckKind.REPLAY, Held.OPEN, other)
    try:
        facts = FactSet.from_mapping(data["facts"])
        verdict = standard.evaluate(facts, engine="plain", as_if=data["as_if"])
    except FactsError as error:
        what = {"what": "facts", "before": "…", "now": error.diagnostics[0].code}
        found = (Diagnostic("KM-690", arguments=what), *error.diagnostics)
        return Check(CheckKind.REPLAY, Held.FAILED, found)
    again = {**Certificate.of(verdict, standard).to_data(), "ignored": data["ignored"]}
    skipped = ("digest", "signature")  # the first has its own check, and so has the second
    then, now = ({k: d[k] for k in d if k not in skipped} for d in (data, again))
    changed = (
        Diagnostic("KM-690", arguments={"what": f"«{path}»", **_pair(old, new)})
        for path, old, new in differences(then, now)
    )
    return _check(CheckKind.REPLAY, tuple(changed))


def _identity(said: Mapping[str, Any], here: Mapping[str, Any]) -> Iterator[Diagnostic]:
    """Yield how the standard at hand is not the one a certificate names."""
    then, now = ({p["id"]: p["version"] for p in each["plugins"]} for each in (said, here))
    for id_ in dict.fromkeys((*then, *now)):
        if then.get(id_) != now.get(id_):
            what = _VERSION.filled(id=id_)
            yield _other(what, then.get(id_, _ABSENT), now.get(id_, _ABSENT))
    for key in said:
        if key != "plugins" and said[key] != here[key]:
            yield _other(key, said[key], here[key])
    if then == now and said["plugins"] != here["plugins"]:
        yield _other("plugins", said["plugins"], here["plugins"])


def _other(what: Text | str, before: object, now: object) -> Diagnostic:
    return Diagnostic("KM-689", arguments={"what": what, **_pair(before, now)})


def _pair(before: object, now: object) -> dict[str, str]:
    return {"before": _word(before), "now": _word(now)}


def _word(value: object) -> str:
    return _cut(value) if isinstance(value, str) and value else said_in_short(value)


def _cut(text: str) -> str:
    """Return a text of a certificate's, which may be of any length, as a message holds it."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
