"""The certificate: what a verdict comes to, step by step, for whoever does not trust kieumau.

It holds the facts, the standard's program, the truth of every step with the rule that gives it, and
digests. No clock, no timing, no engine and no version of kieumau are in it: the same verdict has
the same certificate, to the byte.
"""

from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from typing import Any

from attrs import define, evolve

from kieumau.certificates.justify import figures, justifications
from kieumau.certificates.reading import bare, read_certificate
from kieumau.certificates.schema import FORMAT
from kieumau.documents.factsets import FactSet
from kieumau.documents.wire import to_data
from kieumau.errors import Diagnostic, FactsError, UsageError
from kieumau.language.fold import clean
from kieumau.plugins.chain import read_chain
from kieumau.program.binding import Binder
from kieumau.program.digest import canonical, program_data
from kieumau.rules.facts import Reported
from kieumau.standard import Standard, standard_of
from kieumau.verdicts.record import Outcome, StandardRecord
from kieumau.verdicts.verdict import Verdict

__all__ = ["Certificate", "canonical_text", "digest_of", "standard_data"]

_OUTSIDE = ("digest", "signature")
"""What a certificate's digest is not of."""


@define(frozen=True, slots=False)
class Certificate:
    """A verdict's certificate, ``kieumau/certificate/1``.

    Immutable, comparable, picklable, and safe to share between threads.

    Attributes
    ----------
    text
        The certificate in RFC 8785 form: one line, without a line end.
    """

    text: str

    @classmethod
    def of(cls, verdict: Verdict, standard: Standard | None = None) -> "Certificate":
        """Return a verdict's certificate.

        Parameters
        ----------
        standard
            The standard it was reached under; without it, that of the installed plugins the
            verdict names, on its date. A verdict alone does not hold the program.

        Raises
        ------
        UsageError
            KM-682: this standard does not come to this verdict from its facts. KM-790: it is none.
        PluginError
            The plugins the verdict names are not installed.
        """
        if not isinstance(verdict, Verdict):
            raise UsageError(Diagnostic("KM-790", arguments={"found": type(verdict).__name__}))
        if standard is None:
            standard = standard_named(verdict.standard)
        if not _comes_to(standard, verdict):
            raise UsageError(Diagnostic("KM-682", arguments={"id": standard.id}))
        return cls(_whole(verdict, standard))

    @classmethod
    def from_json(cls, text: str) -> "Certificate":
        """Return the certificate a text holds.

        The shape is checked and nothing else: that it holds together is for `kieumau.verify`.

        Raises
        ------
        DocumentError
            KM-680, KM-681: it is no certificate, or one of another format.
        """
        return cls(canonical_text(read_certificate(bare(text)).data))

    def to_json(self) -> str:
        """Return the certificate in RFC 8785 form: one line, without a line end."""
        return self.text

    def to_data(self) -> dict[str, Any]:
        """Return the certificate as plain JSON data."""
        return read_certificate(self.text).data

    @cached_property
    def _data(self) -> Mapping[str, Any]:
        return self.to_data()

    @property
    def digest(self) -> str:
        """The SHA-256 it states of itself (see `kieumau.verify` for whether it is)."""
        return str(self._data["digest"])

    @property
    def outcome(self) -> Outcome:
        """What the ward comes to."""
        return Outcome(self._data["outcome"])

    @property
    def reason(self) -> str:
        """``"nothing-assessed"`` when nothing in the standard arose; else empty."""
        return str(self._data["reason"])

    @property
    def facts(self) -> FactSet:
        """The facts.

        Raises
        ------
        FactsError
            They are of the shape of facts, and yet none.
        """
        return FactSet.from_mapping(self._data["facts"])

    @property
    def signed(self) -> bool:
        """Whether it carries a signature."""
        return "signature" in self._data


def canonical_text(data: Mapping[str, Any]) -> str:
    """Return a certificate's data as text, RFC 8785."""
    return canonical(data).decode()


def digest_of(data: Mapping[str, Any]) -> str:
    """Return what a certificate's digest must be: of its form without digest and signature."""
    inside = {key: each for key, each in data.items() if key not in _OUTSIDE}
    return sha256(canonical(inside)).hexdigest()


def standard_named(record: StandardRecord) -> Standard:
    """Return the standard of the installed plugins a record names, on its date.

    Raises
    ------
    PluginError
        One is not installed, or nothing is in force on the date.
    """
    return standard_of(read_chain(record.id.split("+")), record.on, record.assumed)


def _comes_to(standard: Standard, verdict: Verdict) -> bool:
    """Return whether a standard comes to a verdict; which kieumau reached it does not matter."""
    record = evolve(verdict.standard, library=standard.record.library)
    if record != standard.record:
        return False
    try:
        again = standard.evaluate(verdict.facts, engine="plain", as_if=verdict.as_if)
    except FactsError:
        return False
    return again == evolve(verdict, standard=record, ignored=())


def _whole(verdict: Verdict, standard: Standard) -> str:
    """Return the text: each part in canonical form once, and put together by the order of keys."""
    box = Binder(standard.composed.vocabulary, standard.program).bind(verdict.facts).box
    inside = {
        "format": FORMAT,
        "standard": standard_data(verdict.standard),
        "program": program_data(standard.program),
        "facts": _facts(verdict.facts),
        "ignored": list(verdict.ignored),
        "as_if": verdict.as_if,
        **figures(standard.program, box),
        "steps": justifications(standard.program, box),
        "outcome": verdict.outcome.value,
        "reason": verdict.reason,
    }
    parts = {key: canonical(each) for key, each in inside.items()}
    parts["digest"] = canonical(sha256(_joined(parts)).hexdigest())
    return _joined(parts).decode()


def _joined(parts: Mapping[str, bytes]) -> bytes:
    return b"{%s}" % b",".join(b'"%s":%s' % (key.encode(), parts[key]) for key in sorted(parts))


def standard_data(record: StandardRecord) -> dict[str, Any]:
    """Return what a certificate says of a standard."""
    return {
        "id": record.id,
        "on": record.on.isoformat(),
        "valid": to_data(record.valid),
        "assumed": record.assumed.value,
        "digest": record.digest,
        "text_digest": record.text_digest,
        "plugins": [{"id": each.id, "version": each.version} for each in record.plugins],
        "reconstruction": record.reconstruction,
        "invented": record.invented,
    }


def _facts(facts: FactSet) -> dict[str, Any]:
    """Return facts as plain data, what was reported cleaned of spaces no checker should know."""
    cleaned = tuple(
        evolve(fact, value=Reported(clean(fact.value.text)))
        if isinstance(fact.value, Reported)
        else fact
        for fact in facts
    )
    return evolve(facts, facts=cleaned).to_mapping()
