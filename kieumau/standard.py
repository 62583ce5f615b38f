"""The façade: a standard is loaded, and wards are evaluated against it.

>>> standard = load("tai-lap-5764", on="2023-12-31")
>>> standard.on.isoformat(), standard.record.reconstruction
('2023-12-31', True)
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Final, Literal, TypeAlias, TypeVar, get_args

from attrs import define, field

from kieumau.documents.days import Day, as_day
from kieumau.documents.factsets import FactSet
from kieumau.documents.schemas import facts_schema
from kieumau.engines.choose import Chosen, choose
from kieumau.engines.engine import Engine, EngineName
from kieumau.engines.frames import columnar
from kieumau.engines.sweeping import swept_frame
from kieumau.errors import Diagnostic, UsageError
from kieumau.plugins.chain import Chain, read_chain
from kieumau.plugins.compose import compose
from kieumau.plugins.composed import Composed, ComposedCriterion
from kieumau.program.binding import Binder, Bound, OnUnknown
from kieumau.program.columns import Asked, Detail, Missing
from kieumau.program.compile import compile_program
from kieumau.program.digest import digest, program_data
from kieumau.program.scope import check_scope, scopes_of
from kieumau.program.steps import Program
from kieumau.program.thresholds import Number
from kieumau.rules.facts import Ward
from kieumau.rules.measures import Measure
from kieumau.rules.periods import Period, Validity
from kieumau.sessions.bench import Bench, beginning
from kieumau.sessions.events import Listener
from kieumau.sessions.session import Session
from kieumau.sessions.tracing import heard
from kieumau.verdicts.explain import Filler, explainer, outcome_of
from kieumau.verdicts.findings import Subject
from kieumau.verdicts.record import AssumedPolicy, StandardRecord
from kieumau.verdicts.recording import record_of, text_digest
from kieumau.verdicts.subjects import subjects
from kieumau.verdicts.table import table
from kieumau.verdicts.template import Node, template
from kieumau.verdicts.verdict import Verdict

__all__ = ["Assumed", "Reference", "Standard", "evaluate", "load"]

Reference: TypeAlias = str | os.PathLike[str]
"""A plugin's id, or the path of its folder."""

Assumed: TypeAlias = Literal["show", "count"]
"""What becomes of indicators with an assumed threshold: shown only, or counted."""

Frame = TypeVar("Frame")
"""Any table narwhals knows, eager or lazy."""

Choice = TypeVar("Choice", bound=str)

_ASSUMED: Final[tuple[str, ...]] = get_args(Assumed)
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
    references = [plugins] if isinstance(plugins, str | os.PathLike) else list(plugins)
    references += more
    if not references:
        raise UsageError(Diagnostic("KM-705"))
    return standard_of(
        read_chain(references), as_day(on), AssumedPolicy(_checked(assumed, _ASSUMED))
    )


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
        return text_digest(self.composed, self.digest)

    @property
    def record(self) -> StandardRecord:
        """What verdicts keep of this standard."""
        return self._record

    @cached_property
    def _record(self) -> StandardRecord:
        return record_of(self.composed, self.digest, self.text_digest, self.assumed)

    @cached_property
    def _explain(self) -> Filler:
        return explainer(self._template)

    @cached_property
    def _template(self) -> Node:
        return template(self.composed, self.program)

    @cached_property
    def _asked(self) -> Asked:
        composed, columns = self.composed, table(self._template)
        scopes = scopes_of(composed)
        return Asked(self.program, columns, composed.vocabulary, composed.valid, scopes)

    @cached_property
    def _binder(self) -> Binder:
        return Binder(self.composed.vocabulary, self.program)

    @cached_property
    def _subjects(self) -> Mapping[str, Subject]:
        return subjects(self._template, self.program)

    def _bench(self, engine: Engine) -> Bench:
        return Bench(self.program, self.record, self._binder, self._subjects, engine, self.judged)

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
        listener: Listener | None = None,
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
        listener
            Told of everything the engine derives, as it is derived; the verdict is the same.

        Raises
        ------
        FactsError
            With every problem of the facts.
        EngineError
            ``engine="rete"`` cannot run here.
        """
        bound = self.bind(facts, as_if=as_if, on_unknown=on_unknown)
        runner = self.engine(engine).engine
        if listener is not None:
            return heard(self._bench(runner), bound, listener)
        return self.judged(bound, runner.run(bound.box), runner.name)

    def judged(self, bound: Bound, truths: Sequence[int], engine: str) -> Verdict:
        """Return the verdict that an engine's truths of every step come to."""
        explanation, findings = self._explain(truths, bound.box, bound.facts.by_measure.get)
        as_if = bound.facts.period.last not in self.composed.valid
        outcome, why = outcome_of(explanation)
        facts, ignored = bound.facts, bound.ignored
        verdict = Verdict(
            facts, self.record, outcome, explanation, None, why, as_if, ignored, engine
        )
        vars(verdict)["findings"] = findings  # a cached property, here already at hand
        return verdict

    def session(
        self,
        ward: Ward | FactSet,
        period: Period | None = None,
        *,
        engine: EngineName = "auto",
        as_if: bool = False,
        listener: Listener | None = None,
    ) -> Session:
        """Open a session: one ward whose facts arrive bit by bit.

        It begins with a ward and a period, or with a fact set; the rest is as for `evaluate`.

        Raises
        ------
        KieumauError
            As `evaluate`; KM-632: neither a ward with a period nor a fact set was given.
        """
        bound = self.bind(beginning(ward, period), as_if=as_if)
        return Session(self._bench(self.engine(engine).engine), bound, listener, as_if=as_if)

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
        _checked(on_unknown, _ON_UNKNOWN)
        check_scope(self.composed, facts, as_if=as_if)
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
            or one of narwhals over these. Its columns are those of rows
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
        _checked(detail, _DETAILS)
        _checked(missing, _MISSING)
        found: Frame = columnar("frames").evaluate_frame(
            self._asked, frame, detail, missing, status=status, as_if=as_if
        )
        return found

    def sweep(
        self,
        frame: Frame,
        indicator: str,
        thresholds: Iterable[Number],
        *,
        against: tuple[str, Iterable[Number]] | None = None,
        missing: Missing = "error",
        as_if: bool = False,
    ) -> Frame:
        """Count the rows of a frame that would meet the standard as a threshold moves.

        Parameters
        ----------
        frame
            As for `evaluate_frame`; a lazy one is read once.
        indicator
            The id of an indicator with one numeric threshold.
        thresholds
            Where it is put, in its measure's unit, looser than what is in force or stricter.
        against
            Another indicator and its thresholds, for every pair.

        Returns
        -------
        Frame
            A table in the frame's library (of pyarrow, for DuckDB and Spark), a row a point:
            ``threshold`` (and ``against``), ``met``, ``not_met``, ``undetermined``, ``refused``.

        Raises
        ------
        UsageError
            KM-780, KM-781, KM-784, KM-786, or a point is no value of the measure.
        FactsError, MissingExtraError
            As `evaluate_frame`.
        """
        found: Frame = swept_frame(
            self._asked,
            self.composed,
            frame,
            [(indicator, thresholds), *([against] if against else [])],
            _checked(missing, _MISSING),
            as_if=as_if,
        )
        return found

    def facts_schema(self) -> dict[str, Any]:
        """Return a JSON Schema (2020-12) of the fact sets this standard takes."""
        return facts_schema(self.measures)

    def __getstate__(self) -> dict[str, Any]:
        return {"composed": self.composed, "program": self.program, "assumed": self.assumed}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state, _engines={})


def _checked(given: Choice, allowed: Sequence[str]) -> Choice:
    if given not in allowed:
        arguments = {"found": str(given), "allowed": ", ".join(allowed)}
        raise UsageError(Diagnostic("KM-706", arguments=arguments))
    return given
