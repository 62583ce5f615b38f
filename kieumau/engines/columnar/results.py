"""Results: the columns a frame is given, and which of its rows are refused.

A row is refused where `Standard.evaluate` would refuse its facts. It has no outcome and no truths,
and says which columns are at fault.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from kieumau.engines.columnar.contradictions import Contradictions
from kieumau.engines.columnar.days import Days, TextDays, filled
from kieumau.engines.columnar.dialect import Expr
from kieumau.engines.columnar.periods import Periods, within
from kieumau.engines.columnar.schema import MADE, UNKNOWN, Schema
from kieumau.engines.columnar.spans import said
from kieumau.engines.columnar.stages import Stage, Stages
from kieumau.engines.columnar.truths import any_of, every_row, integers
from kieumau.engines.columnar.words import SEPARATOR, text_of
from kieumau.program.columns import NEVER, Asked, Column, Detail, steps_in
from kieumau.program.consistency import Consistency, may_leave_bounds
from kieumau.program.swept import Point

__all__ = ["DECISIVE", "OUTCOME", "REFUSED", "Detail", "Results", "column_name", "status_name"]

OUTCOME: Final = "km_outcome"
REFUSED: Final = "km_refused"
DECISIVE: Final = "km_decisive"
_GOOD: Final = f"{MADE}good"
_DECISIVE: Final = f"{MADE}decisive"
_MET, _NOT_MET, _UNDETERMINED = "met", "not_met", "undetermined"


def column_name(column: Column) -> str:
    """Return the name of a criterion's or indicator's column.

    >>> column_name(Column("dan-hai-long", "", counted=True))
    'km__dan_hai_long'
    """
    return f"km__{column.id.replace('-', '_')}"


def status_name(column: Column) -> str:
    """Return the name of the column of a criterion's or indicator's status.

    >>> status_name(Column("dan-hai-long", "", counted=True))
    'km_status__dan_hai_long'
    """
    return f"km_status__{column.id.replace('-', '_')}"


class Results:
    """What one frame is given, as expressions, and the stages they are made in."""

    def __init__(
        self,
        asked: Asked,
        schema: Schema,
        *,
        as_if: bool,
        detail: Detail = "criteria",
        status: bool = False,
        points: Sequence[Point] = (),
    ) -> None:
        self._asked, self._schema, self._as_if = asked, schema, as_if
        self._dialect = dialect = schema.dialect
        self._detail: Detail = detail
        self._statuses = asked.table.shown(detail) if status else ()
        self._points = points
        self._stages = Stages(asked.program, asked.table, schema, self._also())
        self._faults: Stage = {
            f"{MADE}fault_{column}": any_of(dialect, found)
            for column, found in _grouped(self._refusals()).items()
        }
        self._refused: Stage = {}
        self._said: list[Stage] = []
        if self._faults:
            refused = any_of(dialect, (dialect.col(each) for each in self._faults))
            # Added to a truth it leaves it as it is, or makes it null: cheaper than a choice.
            self._refused = {_GOOD: dialect.when(~refused).then(dialect.lit(0, dialect.Int8))}

    def columns(self) -> dict[str, Expr]:
        """Return the expressions of the columns added, by name, in order."""
        found = {
            OUTCOME: self._good(self._outcome()),
            REFUSED: self._at_fault(),
            DECISIVE: self._good(self._decisive()),
        }
        for column in self._asked.table.shown(self._detail):
            found[column_name(column)] = self.truth(column.step)
        for column in self._statuses:
            found[status_name(column)] = self._good(self._stages.status(column))
        return found

    def sums(self) -> dict[str, Expr]:
        """Return how many rows there are, are refused, and come to what at each point, by name."""
        dialect = self._dialect
        good = ~dialect.col(_GOOD).is_null() if self._refused else None
        found = {
            "rows": dialect.len(),
            "refused": dialect.lit(0) if good is None else (~good).sum(),
        }
        for at, point in enumerate(self._points):
            met = self._met(point)
            for name, holds in (("met", met), ("not_met", ~met)):
                counted = holds if good is None else holds & good
                found[f"{name}_{at}"] = counted.sum()
        return found

    def _also(self) -> Iterator[str]:
        """Yield the steps that are asked for beside those of the table."""
        for column in self._statuses:
            yield from (*steps_in(column.away), *steps_in(column.waived))
        for point in self._points:
            yield from (point.root,) * 2
            yield from steps_in(point.unassessed)

    def truth(self, step: str) -> Expr:
        """Return a step's truth as 0, 1 or 2; null in refused rows."""
        truths = integers(self._dialect, self._stages.holds(step))
        return truths + self._dialect.col(_GOOD) if self._refused else truths

    def stages(self) -> Iterator[Stage]:
        """Yield what must be put beside the frame first, stage by stage."""
        schema = self._schema
        days = (each.made for each in (schema.first, schema.last) if each)
        spans = (each.made for each in schema.spans.values())
        yield {name: made for stage in chain(days, spans) for name, made in stage.items()}
        yield self._stages.units.made
        yield from self._stages.made
        yield self._faults
        yield self._refused
        yield from self._said

    def _good(self, value: Expr) -> Expr:
        """Return a value that refused rows do not have."""
        if not self._refused:
            return value
        return self._dialect.when(~self._dialect.col(_GOOD).is_null()).then(value)

    def _outcome(self) -> Expr:
        met = self._met(Point(self._asked.program.root, self._asked.table.unassessed))
        is_met, is_not, undetermined = map(self._dialect.lit, (_MET, _NOT_MET, _UNDETERMINED))
        found = self._dialect.when(met).then(is_met).when(met.is_null()).then(undetermined)
        return found.otherwise(is_not)

    def _met(self, point: Point) -> Expr:
        """Return whether the outcome is met, null where it is undetermined."""
        if not point.root:
            return self._dialect.col(UNKNOWN)
        met, unassessed = self._stages.holds(point.root), point.unassessed
        if unassessed == NEVER:
            return met
        return self._dialect.when(~(_met(met) & self._stages.formula(unassessed))).then(met)

    def _at_fault(self) -> Expr:
        dialect = self._dialect
        if not self._faults:
            return dialect.lit(None, dialect.String)
        names = {each: each.removeprefix(f"{MADE}fault_") for each in self._faults}
        said = [
            dialect.when(dialect.col(each)).then(dialect.lit(id_)) for each, id_ in names.items()
        ]
        joined = dialect.concat_str(*said, separator=SEPARATOR, ignore_nulls=True)
        return dialect.when(dialect.col(_GOOD).is_null()).then(joined)

    def _decisive(self) -> Expr:
        """Return what keeps a ward from being met: what is unmet, then what is unknown."""
        table, root = self._asked.table, self._asked.program.root
        columns = table.indicators if self._detail == "indicators" else table.criteria
        counted = [each for each in columns if each.counted]
        if not counted or not root:
            return self._dialect.lit("")
        made: Stage = {}
        unmet, unknown = [], []
        for at, column in enumerate(counted):
            holds = self._stages.holds(column.step)
            open_ = ~_met(self._stages.holds(root))
            for step in column.under:
                open_ = open_ & ~_met(self._stages.holds(step))
            made[f"{MADE}unmet_{at}"] = open_ & (~holds).fill_null(value=False)
            made[f"{MADE}unknown_{at}"] = open_ & holds.is_null()
            unmet.append((f"{MADE}unmet_{at}", column.id))
            unknown.append((f"{MADE}unknown_{at}", column.id))
        self._said = [made, {_DECISIVE: text_of(self._dialect, (*unmet, *unknown))}]
        return self._dialect.col(_DECISIVE)

    def _refusals(self) -> Iterator[tuple[str, Expr]]:
        """Yield the columns that may be at fault, and where they are."""
        spans = self._schema.spans
        for id_, span in spans.items():
            if (wrong := span.wrong()) is not None:
                yield id_, wrong
            for reason in self._schema.reasons.get(id_, ()):
                yield id_, filled(self._dialect, reason) & span.said
        for id_, only in self._schema.lone.items():
            yield id_, said(only)
        yield from self._contradictions()
        yield from self._outside()

    def _contradictions(self) -> Iterator[tuple[str, Expr]]:
        spans, vocabulary = self._schema.spans, self._asked.vocabulary
        finder = Contradictions(self._dialect, spans, self._stages.units)
        for measure in vocabulary:
            if measure.derived is None or any(part not in spans for part in measure.parts):
                continue
            each = Consistency(measure, vocabulary)
            if measure.id in spans:
                yield measure.id, finder.supplied(each)
            if may_leave_bounds(measure, vocabulary):
                yield measure.parts[0], finder.beyond(each)

    def _outside(self) -> Iterator[tuple[str, Expr]]:
        """Yield where the period or the province is not one the standard is for."""
        schema, asked, dialect = self._schema, self._asked, self._dialect
        for name, day in (("period_from", schema.first), ("period_to", schema.last)):
            if day is not None:
                yield name, _no_day(day)
            elif name in schema.named:
                yield name, every_row(dialect)
        if "province" in schema.named:
            given = schema.province
            yield "province", ~filled(dialect, "province") if given else every_row(dialect)
        if schema.last is None:
            return
        periods = Periods(dialect, schema.first, schema.last)
        if (turned := periods.turned) is not None:
            yield "period_to", turned
            for day_named in asked.month_days:
                yield "period_to", periods.misses(day_named)
        if asked.valid.edges() and not self._as_if:
            yield "period_to", ~within(schema.last, asked.valid)
        if schema.province:
            code = dialect.col("province").cast(dialect.String).str.strip_chars()
            for scope in asked.scopes:
                inside = any_of(
                    dialect,
                    ((code == each) & within(schema.last, valid) for each, valid in scope),
                )
                yield "province", ~inside.fill_null(value=False)


def _no_day(day: Days | TextDays) -> Expr:
    wrong = day.wrong
    return ~day.present if wrong is None else ~day.present | wrong


def _grouped(found: Iterator[tuple[str, Expr]]) -> dict[str, Sequence[Expr]]:
    grouped: dict[str, list[Expr]] = {}
    for column, where in found:
        grouped.setdefault(column, []).append(where)
    return dict(grouped)


def _met(holds: Expr) -> Expr:
    return holds.fill_null(value=False)
