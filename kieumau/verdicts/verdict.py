"""The verdict: an outcome with the explanation that proves it, self-contained.

It holds everything a reader needs years later: the facts, the measures and instruments, the
standard's digests and the versions of every plugin. No clock and no timing are in it.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from attrs import define, field

from kieumau.documents.factsets import FactSet
from kieumau.documents.wire import WireError, from_data, from_json, to_data, to_json
from kieumau.errors import Diagnostic, DocumentError, FactsError, UsageError
from kieumau.rules.citations import Fidelity, Instrument
from kieumau.rules.measures import Measure, RecordedBy
from kieumau.rules.refinements import EvidenceNeed
from kieumau.verdicts.findings import Finding, FindingKind
from kieumau.verdicts.missing import missing_facts
from kieumau.verdicts.record import (
    AssumedPolicy,
    MissingFact,
    Outcome,
    PluginRecord,
    StandardRecord,
    WhyMissing,
)
from kieumau.verdicts.wire import finding_from_data, finding_to_data, typed_facts

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
    ignored
        Keys of facts that are no measure of the standard and were passed over at the caller's wish.
    as_if
        Whether the standard was applied outside the time it is valid for, at the caller's wish.
    """

    facts: FactSet
    standard: StandardRecord
    outcome: Outcome
    explanation: Finding
    _missing: tuple[MissingFact, ...] | None = field(default=None, eq=False, repr=False)
    reason: str = ""
    as_if: bool = False
    ignored: tuple[str, ...] = ()
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
        return {
            "format": FORMAT,
            "outcome": self.outcome.value,
            "reason": self.reason,
            "as_if": self.as_if,
            "ignored": list(self.ignored),
            "facts": self.facts.to_mapping(),
            "standard": to_data(self.standard),
            "missing": to_data(self.missing),
            "explanation": finding_to_data(self.explanation),
            "produced_by": self.produced_by,
        }

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
            return cls.from_data(from_json(text))
        except WireError as error:
            raise DocumentError(Diagnostic("KM-703")) from error

    @classmethod
    def from_data(cls, data: Any) -> "Verdict":  # noqa: ANN401 (JSON data)
        """Return the verdict plain JSON data holds.

        Raises
        ------
        DocumentError
            KM-703: it is no verdict, or one of another format.
        """
        try:
            if data["format"] != FORMAT:
                raise WireError(data["format"])
            standard = from_data(data["standard"], StandardRecord)
            facts = typed_facts(FactSet.from_mapping(data["facts"]), standard.measures)
            return cls(
                facts,
                standard,
                Outcome(data["outcome"]),
                finding_from_data(data["explanation"], facts),
                from_data(data["missing"], tuple[MissingFact, ...]),
                data["reason"],
                data["as_if"],
                tuple(data["ignored"]),
                produced_by=data["produced_by"],
            )
        except (WireError, FactsError, KeyError, TypeError, ValueError, RecursionError) as error:
            raise DocumentError(Diagnostic("KM-703")) from error

    @cached_property
    def missing(self) -> tuple[MissingFact, ...]:
        """The facts that are wanted.

        Ordered: facts that alone settle the outcome, then by how many undetermined indicators
        want them, then by id.
        """
        if self._missing is not None:
            return self._missing
        return missing_facts(self.explanation, self.measures)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
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
