"""The façade: a standard is loaded, and wards are evaluated against it.

>>> standard = load("tai-lap-5764", on="2023-12-31")
>>> standard.on.isoformat(), standard.record.reconstruction
('2023-12-31', True)
"""

import os
from collections.abc import Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Any, Final, Literal, TypeAlias, TypeVar, get_args

from attrs import define, field

from kieumau.documents.factsets import FactSet
from kieumau.documents.fields import read_day
from kieumau.documents.schemas import facts_schema
from kieumau.documents.wire import to_data
from kieumau.engines.choose import Chosen, choose
from kieumau.engines.engine import EngineName
from kieumau.engines.frames import columnar
from kieumau.errors import Diagnostic, FactsError, UsageError
from kieumau.plugins.chain import Chain, read_chain
from kieumau.plugins.compose import compose
from kieumau.plugins.composed import Composed, ComposedCriterion
from kieumau.program.binding import Binder, Bound, OnUnknown
from kieumau.program.columns import Asked, Detail, Missing
from kieumau.program.compile import compile_program
from kieumau.program.digest import digest, program_data
from kieumau.program.steps import Program
from kieumau.rules.measures import Measure
from kieumau.rules.periods import Validity
from kieumau.verdicts.explain import Filler, explainer, outcome_of
from kieumau.verdicts.record import (
    AssumedPolicy,
    PluginRecord,
    StandardRecord,
)
from kieumau.verdicts.table import table
from kieumau.verdicts.template import Node, template
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Text, say_date

__all__ = ["Assumed", "Day", "Reference", "Standard", "as_day", "evaluate", "load"]

Reference: TypeAlias = str | os.PathLike[str]
"""A plugin's id, or the path of its folder."""

Day: TypeAlias = date | str
"""A date, or one written ``2023-12-31`` or ``31/12/2023``."""

Assumed: TypeAlias = Literal["show", "count"]
"""What becomes of indicators with an assumed threshold: shown only, or counted."""

Frame = TypeVar("Frame")
"""Any table narwhals knows, eager or lazy."""

_DETAILS: Final[tuple[str, ...]] = get_args(Detail)
_MISSING: Final[tuple[str, ...]] = get_args(Missing)
_ON_UNKNOWN: Final[tuple[str, ...]] = get_args(OnUnknown)


def load(
    plugins: Reference | Sequence[Reference], *more: Reference, on: Day, assumed: Assumed = "show"
) -> "Standard":
    """Load the standard of one or several plugins in force on a date.

    Parameters
    ----------
    plugins, more
        Ids of installed plugins or paths of folders; what they refine is found by itself.
    on
        The date; nothing depends on today's.
    assumed
        Whether indicators with an assumed threshold are only shown, or count.

    Raises
    ------
    PluginError
        A plugin is missing, wrong, or breaks the delegation contract; none or two sets are in
        force on the date.
    DocumentError
        A file cannot be read.
    UsageError
        ``on`` is no date.
    """
    first = [plugins] if isinstance(plugins, str | os.PathLike) else list(plugins)
    references = [*first, *more]
    if not references:
        raise UsageError(Diagnostic("KM-705"))
    return standard_of(read_chain(references), as_day(on), AssumedPolicy(_one_of(assumed)))


def standard_of(chain: Chain, on: date, assumed: AssumedPolicy = AssumedPolicy.SHOW) -> "Standard":
    """Return the standard of a chain of plugins already read."""
    composed = compose(chain, on, count_assumed=assumed is AssumedPolicy.COUNT)
    return Standard(composed, compile_program(composed), assumed)


def evaluate(
    facts: FactSet,
    criteria: Reference | Sequence[Reference],
    *,
    engine: EngineName = "auto",
    assumed: Assumed = "show",
) -> Verdict:
    """Evaluate a ward against the standard in force at the end of the facts' period.

    Raises
    ------
    KieumauError
        As `load` and `Standard.evaluate`.
    """
    if not isinstance(facts, FactSet):
        raise UsageError(Diagnostic("KM-707", arguments={"found": type(facts).__name__}))
    return load(criteria, on=facts.period.last, assumed=assumed).evaluate(facts, engine=engine)


@define(frozen=True, slots=False)
class Standard:
    """Composed, dated and compiled criteria; what wards are evaluated against.

    Immutable, comparable, picklable, and safe to share between threads: every thread gets an
    engine of its own.

    Attributes
    ----------
    composed
        The criteria in force with the layer that asked for each part.
    program
        What is decided, as engines run it.
    """

    composed: Composed
    program: Program
    assumed: AssumedPolicy = AssumedPolicy.SHOW
    _engines: dict[str, Chosen] = field(factory=dict, eq=False, repr=False, init=False)

    @property
    def id(self) -> str:
        """The id of the plugin asked for; several are joined by ``+``."""
        return self.composed.id

    @property
    def on(self) -> date:
        """The date it was loaded for."""
        return self.composed.on

    @property
    def valid(self) -> Validity:
        """The largest time around ``on`` on which nothing composed changes."""
        return self.composed.valid

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The vocabulary: what a ward may report."""
        return self.composed.vocabulary.measures

    @property
    def criteria(self) -> tuple[ComposedCriterion, ...]:
        """The criteria in force."""
        return self.composed.criteria

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the meaning (``kieumau/program/1`` in RFC 8785 form)."""
        return digest(program_data(self.program))

    @cached_property
    def text_digest(self) -> str:
        """SHA-256 of the meaning with titles, citations and fidelity."""
        composed = to_data(
            [
                [manifest.title for manifest, _ in self.composed.plugins],
                self.composed.title,
                self.composed.note,
                self.composed.citations,
                self.composed.fidelity,
                self.composed.criteria,
                self.composed.instruments,
                self.composed.vocabulary.measures,
            ]
        )
        return digest({"program": self.digest, "text": composed})

    @cached_property
    def record(self) -> StandardRecord:
        """What verdicts keep of this standard."""
        from importlib.metadata import version  # noqa: PLC0415 (slow to import)

        composed = self.composed
        base = composed.plugins[0][0]
        top = next((m for m, _ in composed.plugins if m.id == composed.id), base)
        return StandardRecord(
            composed.id,
            top.title,
            composed.on,
            composed.valid,
            self.digest,
            self.text_digest,
            tuple(
                PluginRecord(each.id, each.version, each.title, layer, each.invented)
                for each, layer in composed.plugins
            ),
            version("kieumau"),
            base.reconstruction,
            composed.vocabulary.measures,
            composed.instruments,
            self.assumed,
        )

    @cached_property
    def _explain(self) -> Filler:
        return explainer(self._template)

    @cached_property
    def _template(self) -> Node:
        return template(self.composed, self.program)

    @cached_property
    def _asked(self) -> Asked:
        composed = self.composed
        scopes = tuple(
            tuple((each.code, each.valid) for each in manifest.provinces)
            for manifest, _ in composed.plugins
            if manifest.provinces
        )
        return Asked(
            self.program, table(self._template), composed.vocabulary, composed.valid, scopes
        )

    @cached_property
    def _binder(self) -> Binder:
        return Binder(self.composed.vocabulary, self.program)

    def engine(self, name: EngineName = "auto") -> Chosen:
        """Return the engine that runs under a name here, and why it is that one.

        Raises
        ------
        EngineError
            ``rete`` was asked for and cannot run here.
        """
        if name not in self._engines:
            self._engines[name] = choose(self.program, name)
        return self._engines[name]

    def evaluate(
        self,
        facts: FactSet,
        *,
        engine: EngineName = "auto",
        as_if: bool = False,
        on_unknown: OnUnknown = "error",
    ) -> Verdict:
        """Evaluate one ward.

        Parameters
        ----------
        engine
            ``auto`` is durable_rules where it imports, else plain; the verdict is the same.
        as_if
            Apply the standard to a period that ends outside its validity; the verdict says so.
        on_unknown
            ``ignore`` passes over facts whose key is no measure of this standard.

        Raises
        ------
        FactsError
            With every problem of the facts.
        EngineError
            ``engine="rete"`` cannot run here.
        """
        bound = self.bind(facts, as_if=as_if, on_unknown=on_unknown)
        runner = self.engine(engine).engine
        truths = runner.run(bound.box)
        explanation, findings = self._explain(truths, bound.box, bound.facts.by_measure.get)
        outcome, reason = outcome_of(explanation)
        verdict = Verdict(
            bound.facts,
            self.record,
            outcome,
            explanation,
            reason=reason,
            as_if=facts.period.last not in self.composed.valid,
            ignored=bound.ignored,
            produced_by=runner.name,
        )
        vars(verdict)["findings"] = findings  # a cached property, here already at hand
        return verdict

    def bind(
        self, facts: FactSet, *, as_if: bool = False, on_unknown: OnUnknown = "error"
    ) -> Bound:
        """Read a ward's facts as `evaluate` does, and evaluate nothing.

        Raises
        ------
        FactsError
            With every problem of the facts.
        """
        if not isinstance(facts, FactSet):
            arguments = {"found": type(facts).__name__}
            raise UsageError(Diagnostic("KM-707", arguments=arguments))
        if on_unknown not in _ON_UNKNOWN:
            choices = {"found": str(on_unknown), "allowed": ", ".join(_ON_UNKNOWN)}
            raise UsageError(Diagnostic("KM-706", arguments=choices))
        outside = facts.period.last not in self.composed.valid
        self._check_ward(facts, refuse=outside and not as_if)
        return self._binder.bind(facts, on_unknown)

    def evaluate_frame(
        self,
        frame: Frame,
        *,
        detail: Detail = "criteria",
        missing: Missing = "error",
        status: bool = False,
        as_if: bool = False,
    ) -> Frame:
        """Evaluate every row of a frame.

        Parameters
        ----------
        frame
            A table of polars (eager or lazy), pandas, pyarrow, a DuckDB relation, a Spark frame,
            or any other that narwhals knows. Its columns are those of rows
            (`FactSet.to_row`): measures by id, ``<id>__min`` with ``<id>__max``, ``province``,
            ``period_from``, ``period_to``. Any others are left alone.
        detail
            ``criteria`` adds a truth (0 unmet, 1 unknown, 2 met) per criterion, ``indicators``
            also one per indicator, ``outcome`` none.
        missing
            Whether columns the standard needs and the frame lacks are an error, or unknown in
            every row.
        status
            Also add the status of whatever ``detail`` shows, ``km_status__<id>``: ``met``,
            ``not_met``, ``undetermined``, ``not_applicable`` or ``waived``.
        as_if
            Apply the standard to periods that end outside its validity.

        Returns
        -------
        Frame
            The frame, of the kind it was, lazy if it was lazy, with columns added:
            ``km_outcome`` (``met``, ``not_met``, ``undetermined``), ``km_refused`` (the columns
            at fault in rows `evaluate` would refuse, which have no outcome), ``km_decisive`` (the
            ids of what keeps a ward from being met: unmet, then unknown) and the truths,
            ``km__<id>``. Every row not refused comes to what
            ``evaluate(FactSet.from_row(row))`` comes to.

        Raises
        ------
        FactsError
            KM-608, KM-609, KM-611, KM-612, KM-614: columns are absent, or cannot be read.
        UsageError
            KM-607, KM-610: it is no frame, or has columns of those names.
        MissingExtraError
            The extra ``frames`` is not installed.
        """
        for given, allowed in ((detail, _DETAILS), (missing, _MISSING)):
            if given not in allowed:
                choices = {"found": str(given), "allowed": ", ".join(allowed)}
                raise UsageError(Diagnostic("KM-706", arguments=choices))
        found: Frame = columnar("frames").evaluate_frame(
            self._asked, frame, detail, missing, status=status, as_if=as_if
        )
        return found

    def facts_schema(self) -> dict[str, Any]:
        """Return a JSON Schema (2020-12) of the fact sets this standard takes."""
        return facts_schema(self.measures)

    def _check_ward(self, facts: FactSet, *, refuse: bool) -> None:
        """Refuse facts of another time or another province."""
        last = facts.period.last
        found = []
        if refuse:
            valid = self.composed.valid.said()
            arguments: dict[str, str | int | Text] = {"last": say_date(last), "valid": valid}
            found.append(Diagnostic("KM-504", arguments=arguments))
        for manifest, _ in self.composed.plugins:
            if manifest.provinces and not manifest.applies_to(facts.ward.province, last):
                provinces = ", ".join(f"{s.code} {s.name.vi}" for s in manifest.provinces)
                arguments = {
                    "province": facts.ward.province,
                    "plugin": manifest.id,
                    "provinces": provinces,
                }
                found.append(Diagnostic("KM-505", arguments=arguments))
        if found:
            raise FactsError(*found)

    def __getstate__(self) -> dict[str, Any]:
        return {"composed": self.composed, "program": self.program, "assumed": self.assumed}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state, _engines={})


def as_day(on: Day) -> date:
    """Return the date a day stands for.

    Raises
    ------
    UsageError
        KM-701: it is no date.
    """
    if isinstance(on, date) and not isinstance(on, datetime):
        return on
    found = read_day(on) if isinstance(on, str) else None
    if found is None:
        raise UsageError(Diagnostic("KM-701", arguments={"found": str(on)}))
    return found


def _one_of(assumed: str) -> str:
    allowed = tuple(each.value for each in AssumedPolicy)
    if assumed not in allowed:
        arguments = {"found": str(assumed), "allowed": ", ".join(allowed)}
        raise UsageError(Diagnostic("KM-706", arguments=arguments))
    return assumed
