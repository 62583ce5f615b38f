"""Diagnostics and the one hierarchy of errors.

Every problem is a `Diagnostic`: a stable code, where, and what to do, in both languages; the
words are in `kieumau.messages`. Errors carry all the diagnostics found, not the first.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen

from kieumau.messages import DID_YOU_MEAN, MESSAGES
from kieumau.places import NOWHERE, Place
from kieumau.wording import Lang, Text

__all__ = [
    "Diagnostic",
    "DocumentError",
    "EngineError",
    "FactsError",
    "KieumauError",
    "LedgerError",
    "MissingExtraError",
    "PluginError",
    "Problems",
    "Severity",
    "UsageError",
]

Argument: TypeAlias = str | int | Text


class Severity(StrEnum):
    """Whether a problem stops the work."""

    ERROR = "error"
    WARNING = "warning"


@frozen
class Diagnostic:
    """One problem: what is wrong, where, and what to do.

    Attributes
    ----------
    code
        Stable, ``KM-nnn``; documented in ``docs/reference/diagnostics.md``.
    arguments
        What the message speaks of, by name.
    suggestions
        What was perhaps meant, best first.
    """

    code: str
    place: Place = NOWHERE
    arguments: Mapping[str, Argument] = field(factory=dict, hash=False)
    suggestions: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR

    def _fill(self, template: str, lang: Lang) -> str:
        said = {
            name: value.say(lang) if isinstance(value, Text) else value
            for name, value in self.arguments.items()
        }
        return template.format(**said)

    def message(self, lang: Lang = "en") -> str:
        """Return what is wrong."""
        return self._fill(MESSAGES[self.code].message.say(lang), lang)

    def hint(self, lang: Lang = "en") -> str:
        """Return what to do about it."""
        advice = self._fill(MESSAGES[self.code].hint.say(lang), lang)
        if not self.suggestions:
            return advice
        meant = DID_YOU_MEAN.say(lang).format(
            suggestions=", ".join(f"«{each}»" for each in self.suggestions)
        )
        return f"{meant} {advice}".strip()

    def say(self, lang: Lang = "en") -> str:
        """Return ``place: code message`` and, on a second line, the hint."""
        where = f"{self.place}: " if str(self.place) else ""
        hint = self.hint(lang)
        return f"{where}{self.code} {self.message(lang)}" + (f"\n    {hint}" if hint else "")


class KieumauError(Exception):
    """Something kieumau refuses to do, with every reason found.

    Attributes
    ----------
    diagnostics
        The problems, in source order.
    """

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*diagnostics)
        self.diagnostics = diagnostics

    def __str__(self) -> str:
        return self.say("en")

    def say(self, lang: Lang) -> str:
        """Return all the problems in that language."""
        return "\n".join(each.say(lang) for each in self.diagnostics)


class DocumentError(KieumauError):
    """A file cannot be read, or is not of the shape it should be."""


class PluginError(KieumauError):
    """A plugin is missing, breaks the delegation contract, or does not compose."""


class FactsError(KieumauError):
    """Facts are wrong, contradict each other, or are not for this standard."""


class EngineError(KieumauError):
    """An engine cannot run this standard here."""


class LedgerError(KieumauError):
    """A ledger cannot be read or does not take an entry."""


class UsageError(KieumauError):
    """A call or command is used in a way it cannot serve."""


class MissingExtraError(UsageError):
    """Something needs a library that comes with an extra, and it is not installed."""

    def __init__(self, extra: str, what: Text) -> None:
        super().__init__(Diagnostic("KM-732", arguments={"extra": extra, "what": what}))


class Problems:
    """A mutable list of diagnostics, filled while reading, so that all are reported at once."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def add(
        self,
        code: str,
        place: Place = NOWHERE,
        suggestions: Iterable[str] = (),
        severity: Severity = Severity.ERROR,
        **arguments: Argument,
    ) -> None:
        """Note one problem."""
        self.found.append(Diagnostic(code, place, arguments, tuple(suggestions), severity))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Note problems found elsewhere."""
        self.found.extend(diagnostics)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The errors, in source order, each once."""
        return tuple(each for each in self.all if each.severity is Severity.ERROR)

    @property
    def all(self) -> tuple[Diagnostic, ...]:
        """Errors and warnings, in source order, each once."""
        unique = {(each.place, each.code, each.message()): each for each in self.found}
        return tuple(sorted(unique.values(), key=_in_source_order))

    def raise_if_any(self, kind: type[KieumauError]) -> None:
        """Raise ``kind`` with the errors, if there are any."""
        if self.errors:
            raise kind(*self.errors)


def _in_source_order(diagnostic: Diagnostic) -> tuple[str, str, int, int]:
    place = diagnostic.place
    return (place.file, place.sheet, place.line, place.column)
