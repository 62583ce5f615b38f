"""The verdict: an outcome with the explanation that proves it, self-contained.

It holds everything a reader needs years later: the facts, the measures and instruments, the
standard's digests and the versions of every plugin. No clock and no timing are in it.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property
from typing import Any

from attrs import define, field, frozen

from kieumau.documents.factsets import FactSet
from kieumau.documents.wire import WireError, from_data, from_json, to_data, to_json
from kieumau.errors import Diagnostic, DocumentError, FactsError, UsageError
from kieumau.rules.citations import Fidelity, Instrument
from kieumau.rules.measures import Measure, RecordedBy
from kieumau.rules.periods import Validity
from kieumau.rules.refinements import EvidenceNeed
from kieumau.verdicts.findings import Finding, FindingKind
from kieumau.wording import Text

__all__ = [
    "AssumedPolicy",
    "MissingFact",
    "Outcome",
    "PluginRecord",
    "StandardRecord",
    "Verdict",
    "WhyMissing",
]


FORMAT = "kieumau/verdict/1"


class Outcome(StrEnum):
    """What a ward comes to: đạt, không đạt, chưa đủ căn cứ."""

    MET = "met"
    NOT_MET = "not_met"
    UNDETERMINED = "undetermined"


class AssumedPolicy(StrEnum):
    """Whether indicators with an assumed threshold are only shown, or count."""

    SHOW = "show"
    COUNT = "count"


class WhyMissing(StrEnum):
    """What is the matter with a fact that is wanted."""

    NOT_SUPPLIED = "not_supplied"
    DECLARED_UNKNOWN = "declared_unknown"
    INEXACT = "inexact"


@frozen
class PluginRecord:
    """A plugin a standard was composed of, bottom layer first."""

    id: str
    version: str
    title: Text
    layer: int
    invented: bool = False


@frozen
class StandardRecord:
    """The standard a verdict was reached under, as it was then.

    Attributes
    ----------
    digest, text_digest
        SHA-256 of the meaning (the program), and of the meaning with titles, citations and
        fidelity, each in RFC 8785 canonical form.
    valid
        The largest time around ``on`` in which nothing composed changes.
    reconstruction
        Whether the base is put together from public sources and is not an official set.
    """

    id: str
    title: Text
    on: date
    valid: Validity
    digest: str
    text_digest: str
    plugins: tuple[PluginRecord, ...]
    library: str
    reconstruction: bool
    measures: tuple[Measure, ...]
    instruments: tuple[Instrument, ...]
    assumed: AssumedPolicy = AssumedPolicy.SHOW

    @property
    def invented(self) -> bool:
        """Whether any plugin in it is an invented example."""
        return any(plugin.invented for plugin in self.plugins)


@frozen
class MissingFact:
    """A figure that is wanted and not (exactly) known.

    Attributes
    ----------
    settles
        Whether this fact alone, whatever its value, would settle the outcome.
    indicators
        The undetermined indicators it occurs in.
    reason
        Why, when it was declared unknown.
    """

    measure: str
    why: WhyMissing
    settles: bool
    indicators: tuple[str, ...]
    reason: Text | None = None


@define(frozen=True, slots=False)
class Verdict:
    """What one ward comes to under one standard, and why.

    Immutable, comparable and picklable. ``produced_by`` (the engine's name) is no part of
    equality: every engine gives the same verdict.

    Attributes
    ----------
    facts
        The facts as read by the standard's measures: ids for names, typed values.
    reason
        ``"nothing-assessed"`` when every criterion turned out not applicable; else empty.
    missing
        Ordered: facts that alone settle the outcome, then by how many undetermined indicators
        want them, then by id.
    as_if
        Whether the standard was applied outside the time it is valid for, at the caller's wish.
    """

    facts: FactSet
    standard: StandardRecord
    outcome: Outcome
    explanation: Finding
    missing: tuple[MissingFact, ...] = ()
    reason: str = ""
    as_if: bool = False
    produced_by: str = field(default="", eq=False)

    @cached_property
    def measures(self) -> Mapping[str, Measure]:
        """The measures the explanation speaks of, by id."""
        return {measure.id: measure for measure in self.standard.measures}

    @cached_property
    def instruments(self) -> Mapping[str, Instrument]:
        """The instruments the citations name, by id."""
        return {instrument.id: instrument for instrument in self.standard.instruments}

    def to_data(self) -> dict[str, Any]:
        """Return the verdict as plain JSON data, ``kieumau/verdict/1``."""
        return {"format": FORMAT, **to_data(self)}

    def to_json(self) -> str:
        """Return the verdict as JSON, ``kieumau/verdict/1``: the same verdict, the same bytes."""
        return to_json(self.to_data())

    @classmethod
    def from_json(cls, text: str) -> "Verdict":
        """Return the verdict a JSON text holds.

        Raises
        ------
        DocumentError
            KM-703: it is no verdict, or one of another format.
        """
        try:
            data = from_json(text)
            if not isinstance(data, dict) or data.pop("format", None) != FORMAT:
                raise WireError("format")
            return from_data(data, cls)
        except (WireError, FactsError) as error:
            raise DocumentError(Diagnostic("KM-703")) from error

    @property
    def findings(self) -> Iterator[Finding]:
        """Every finding, parents first."""
        return self.explanation.walk()

    @cached_property
    def _by_id(self) -> Mapping[str, Finding]:
        return {finding.id: finding for finding in self.findings}

    def finding(self, id: str) -> Finding:  # noqa: A002 (the public name)
        """Return the finding of a criterion, an indicator or a step.

        Raises
        ------
        UsageError
            KM-702: no such finding.
        """
        if id not in self._by_id:
            near = tuple(get_close_matches(id, list(self._by_id), 2))
            raise UsageError(Diagnostic("KM-702", arguments={"id": id}, suggestions=near))
        return self._by_id[id]

    @property
    def criteria(self) -> tuple[Finding, ...]:
        """The findings of the criteria, in order."""
        return tuple(each for each in self.findings if each.kind is FindingKind.CRITERION)

    @property
    def indicators(self) -> tuple[Finding, ...]:
        """The findings of the indicators, in order."""
        return tuple(each for each in self.findings if each.kind is FindingKind.INDICATOR)

    @property
    def assumptions(self) -> tuple[Finding, ...]:
        """The findings that rest on an assumed threshold, counted or only shown."""
        return tuple(each for each in self.indicators if each.about.fidelity is Fidelity.ASSUMED)

    @property
    def unsupported(self) -> tuple[tuple[str, EvidenceNeed], ...]:
        """The evidence asked for and not supplied, by indicator id."""
        return tuple((each.id, need) for each in self.indicators for need in each.evidence_missing)

    def self_reported(self, finding: Finding) -> tuple[str, ...]:
        """Return the measures with a caution that the unit itself recorded (tự khai)."""
        observed = dict.fromkeys(fact.measure for test in finding.tests for fact in test.observed)
        return tuple(
            id_
            for id_ in observed
            if (measure := self.measures.get(id_))
            and measure.caution
            and measure.recorded_by is RecordedBy.UNIT
        )
