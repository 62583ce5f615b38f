"""The columnar engine: one program over a whole frame, as columns to be put beside it, by stages.

What is read more than once is a column of its own before it is used, so that no library works it
out twice, and none sees an expression as large as a standard.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import TypeAlias, assert_never

from attrs import define, field

from kieumau.engines.columnar.dialect import Dialect, Expr
from kieumau.engines.columnar.leaves import LeafReader
from kieumau.engines.columnar.periods import Periods
from kieumau.engines.columnar.schema import MADE, UNKNOWN, Schema
from kieumau.engines.columnar.spans import Spans
from kieumau.engines.columnar.truths import all_of, any_of, at_least, reaches
from kieumau.program.columns import (
    NEVER,
    Column,
    Every,
    FellAway,
    Formula,
    Met,
    Open,
    Some,
    Table,
    Unmet,
)
from kieumau.program.steps import Count, Leaf, Linear, Negation, Program, Score, Step

__all__ = ["Stage", "Stages", "Units", "absent_measures"]

Stage: TypeAlias = dict[str, Expr]
"""Columns made beside those of the stages before, by name."""


def absent_measures(program: Program, named: Collection[str]) -> Iterator[str]:
    """Yield the measures a frame would need for tests it says nothing of, in the base's words."""
    for leaf in program.leaves:
        read = [tuple(_read(form)) for form in leaf.forms]
        if not any(all(id_ in named for id_ in ids) for ids in read):
            yield from (id_ for id_ in read[0] if id_ not in named)


@define
class Units:
    """The least and greatest values of measures, each a column of its own once it is asked for."""

    dialect: Dialect
    made: Stage = field(factory=dict)

    def __call__(self, span: Spans, end: int) -> Expr:
        """Return the least (0) or greatest (1) value of a measure; the same where all are exact."""
        side = 0 if span.exact else end
        name = f"{MADE}{'least' if side == 0 else 'most'}_{span.measure.id}"
        if name not in self.made:
            self.made[name] = span.units(side)
        return self.dialect.col(name)


class Stages:
    """Whether a program's steps hold over one frame, and the stages they need.

    Mutable and short-lived: one per frame. Steps that will be asked for beside those of the table
    are given as ``also``, as often as they will be.
    """

    def __init__(
        self, program: Program, table: Table, schema: Schema, also: Iterable[str] = ()
    ) -> None:
        self._dialect = dialect = schema.dialect
        self.units = Units(dialect)
        self._steps = {step.id: step for step in (*program.steps, *table.extra)}
        periods = Periods(dialect, schema.first, schema.last)
        self._leaves = LeafReader(
            dialect, schema.spans, dialect.col(UNKNOWN), periods.month_day, self.units
        )
        read = Counter(_below(self._steps.values()))
        read.update((program.root,) * 2)
        for column in (*table.criteria, *table.indicators):
            read.update((column.step, column.step, *column.under))
        read.update(also)
        self._shared = {id_ for id_, times in read.items() if times > 1}
        self._holds: dict[str, Expr] = {}
        self._level: dict[str, int] = {}
        self._made: list[Stage] = []

    def holds(self, id_: str) -> Expr:
        """Return whether a step holds, null where it is unknown; for stages after those `made`."""
        if id_ not in self._holds:
            found, level = self._of(self._steps[id_])
            if id_ in self._shared:
                found = self._put(found, level)
                level += 1
            self._holds[id_], self._level[id_] = found, level
        return self._holds[id_]

    def formula(self, formula: Formula) -> Expr:
        """Return where a formula over steps holds."""
        match formula:
            case Met(step):
                return self.holds(step).fill_null(value=False)
            case Open(step):
                return ~self.holds(step).fill_null(value=False)
            case Unmet(step):
                return (~self.holds(step)).fill_null(value=False)
            case FellAway(step, leaf):
                found = self._steps[leaf]
                assert isinstance(found, Leaf)  # noqa: S101 (only leaves fall away)
                met = self.holds(step).fill_null(value=False)
                return met & self._leaves.fell_away(found)
            case Every(of):
                return all_of(self._dialect, (self.formula(each) for each in of))
            case Some(of):
                return any_of(self._dialect, (self.formula(each) for each in of))
            case _:
                assert_never(formula)

    def status(self, column: Column) -> Expr:
        """Return a criterion's or an indicator's status in words."""
        holds = self.holds(column.step)
        dialect = self._dialect
        met = dialect.lit("met")
        for formula, said in ((column.waived, "waived"), (column.away, "not_applicable")):
            if formula != NEVER:
                met = dialect.when(self.formula(formula)).then(dialect.lit(said)).otherwise(met)
        found = (
            dialect.when(holds).then(met).when(holds.is_null()).then(dialect.lit("undetermined"))
        )
        return found.otherwise(dialect.lit("not_met"))

    @property
    def made(self) -> list[Stage]:
        """The stages needed before anything returned so far is used."""
        return self._made

    def _of(self, step: Step) -> tuple[Expr, int]:
        match step:
            case Leaf():
                return self._leaves.holds(step), 0
            case Negation(_, child):
                return ~self.holds(child), self._level[child]
            case Count(_, k, children):
                below = [self.holds(child) for child in children]
                return at_least(self._dialect, k, below), max(
                    self._level[child] for child in children
                )
            case Score(_, threshold, children, points):
                below = [self.holds(child) for child in children]
                level = max(self._level[child] for child in children)
                return reaches(self._dialect, threshold, points, below), level
            case _:
                assert_never(step)

    def _put(self, holds: Expr, level: int) -> Expr:
        """Make a column of what is read more than once."""
        while len(self._made) <= level:
            self._made.append({})
        stage = self._made[level]
        name = f"{MADE}step_{level}_{len(stage)}"
        stage[name] = holds
        return self._dialect.col(name)


def _below(steps: Iterable[Step]) -> Iterator[str]:
    """Yield the steps that steps read, as often as they are read."""
    for step in steps:
        match step:
            case Leaf():
                pass
            case Negation(_, child):
                yield child
            case Count(_, k, children):
                times = 1 if k in (1, len(children)) else 2
                yield from children * times
            case Score(_, _, children, _):
                yield from children


def _read(form: Linear | object) -> Iterator[str]:
    if isinstance(form, Linear):
        yield from (term.measure for term in (*form.divisor, *form.terms))
    else:
        yield form.measure  # type: ignore[attr-defined]
