"""Results: the columns a frame is given, and which of its rows are refused.

A row is refused where `Standard.evaluate` would refuse its facts. It has no outcome and no truths,
and says which columns are at fault.
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

import narwhals as nw

from kieumau.engines.columnar.contradictions import Contradictions
from kieumau.engines.columnar.days import Days, TextDays, filled
from kieumau.engines.columnar.periods import Periods, within
from kieumau.engines.columnar.schema import MADE, UNKNOWN, Schema
from kieumau.engines.columnar.spans import said
from kieumau.engines.columnar.stages import Stage, Stages
from kieumau.engines.columnar.truths import any_of, every_row, integers
from kieumau.engines.columnar.words import SEPARATOR, Words
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
        self._detail: Detail = detail
        self._statuses = asked.table.shown(detail) if status else ()
        self._points = points
        self._stages = Stages(asked.program, asked.table, schema, self._also())
        self._faults: Stage = {
            f"{MADE}fault_{column}": any_of(found)
            for column, found in _grouped(self._refusals()).items()
        }
        self._refused: Stage = {}
        self._said: list[Stage | dict[str, Words]] = []
        if self._faults:
            refused = any_of(nw.col(each) for each in self._faults)
            # Added to a truth it leaves it as it is, or makes it null: cheaper than a choice.
            self._refused = {_GOOD: nw.when(~refused).then(nw.lit(0, nw.Int8))}

    def columns(self) -> dict[str, nw.Expr]:
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

    def sums(self) -> dict[str, nw.Expr]:
        """Return how many rows there are, are refused, and come to what at each point, by name."""
        good = ~nw.col(_GOOD).is_null() if self._refused else None
        found = {
            "rows": nw.len(),
            "refused": nw.lit(0) if good is None else (~good).sum(),
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

    def truth(self, step: str) -> nw.Expr:
        """Return a step's truth as 0, 1 or 2; null in refused rows."""
        truths = integers(self._stages.holds(step))
        return truths + nw.col(_GOOD) if self._refused else truths

    def stages(self) -> Iterator[Stage | dict[str, Words]]:
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

    def _good(self, value: nw.Expr) -> nw.Expr:
        """Return a value that refused rows do not have."""
        return nw.when(~nw.col(_GOOD).is_null()).then(value) if self._refused else value

    def _outcome(self) -> nw.Expr:
        met = self._met(Point(self._asked.program.root, self._asked.table.unassessed))
        found = nw.when(met).then(nw.lit(_MET)).when(met.is_null()).then(nw.lit(_UNDETERMINED))
        return found.otherwise(nw.lit(_NOT_MET))

    def _met(self, point: Point) -> nw.Expr:
        """Return whether the outcome is met, null where it is undetermined."""
        if not point.root:
            return nw.col(UNKNOWN)
        met, unassessed = self._stages.holds(point.root), point.unassessed
        if unassessed == NEVER:
            return met
        return nw.when(~(_met(met) & self._stages.formula(unassessed))).then(met)

    def _at_fault(self) -> nw.Expr:
        if not self._faults:
            return nw.lit(None, nw.String)
        names = {each: each.removeprefix(f"{MADE}fault_") for each in self._faults}
        said = [nw.when(nw.col(each)).then(nw.lit(name)) for each, name in names.items()]
        joined = nw.concat_str(*said, separator=SEPARATOR, ignore_nulls=True)
        return nw.when(nw.col(_GOOD).is_null()).then(joined)

    def _decisive(self) -> nw.Expr:
        """Return what keeps a ward from being met: what is unmet, then what is unknown."""
        table, root = self._asked.table, self._asked.program.root
        columns = table.indicators if self._detail == "indicators" else table.criteria
        counted = [each for each in columns if each.counted]
        if not counted or not root:
            return nw.lit("")
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
        self._said = [made, {_DECISIVE: Words((*unmet, *unknown))}]
        return nw.col(_DECISIVE)

    def _refusals(self) -> Iterator[tuple[str, nw.Expr]]:
        """Yield the columns that may be at fault, and where they are."""
        spans = self._schema.spans
        for id_, span in spans.items():
            if (wrong := span.wrong()) is not None:
                yield id_, wrong
            for reason in self._schema.reasons.get(id_, ()):
                yield id_, filled(reason) & span.said
        for id_, only in self._schema.lone.items():
            yield id_, said(only)
        yield from self._contradictions()
        yield from self._outside()

    def _contradictions(self) -> Iterator[tuple[str, nw.Expr]]:
        spans, vocabulary = self._schema.spans, self._asked.vocabulary
        finder = Contradictions(spans, self._stages.units)
        for measure in vocabulary:
            if measure.derived is None or any(part not in spans for part in measure.parts):
                continue
            each = Consistency(measure, vocabulary)
            if measure.id in spans:
                yield measure.id, finder.supplied(each)
            if may_leave_bounds(measure, vocabulary):
                yield measure.parts[0], finder.beyond(each)

    def _outside(self) -> Iterator[tuple[str, nw.Expr]]:
        """Yield where the period or the province is not one the standard is for."""
        schema, asked = self._schema, self._asked
        for name, day in (("period_from", schema.first), ("period_to", schema.last)):
            if day is not None:
                yield name, _no_day(day)
            elif name in schema.named:
                yield name, every_row()
        if "province" in schema.named:
            yield "province", ~filled("province") if schema.province else every_row()
        if schema.last is None:
            return
        periods = Periods(schema.first, schema.last)
        if (turned := periods.turned) is not None:
            yield "period_to", turned
            for day_named in asked.month_days:
                yield "period_to", periods.misses(day_named)
        if asked.valid.edges() and not self._as_if:
            yield "period_to", ~within(schema.last, asked.valid)
        if schema.province:
            code = nw.col("province").cast(nw.String).str.strip_chars()
            for scope in asked.scopes:
                inside = any_of(
                    (code == each) & within(schema.last, valid) for each, valid in scope
                )
                yield "province", ~inside.fill_null(value=False)


def _no_day(day: Days | TextDays) -> nw.Expr:
    wrong = day.wrong
    return ~day.present if wrong is None else ~day.present | wrong


def _grouped(found: Iterator[tuple[str, nw.Expr]]) -> dict[str, Sequence[nw.Expr]]:
    grouped: dict[str, list[nw.Expr]] = {}
    for column, where in found:
        grouped.setdefault(column, []).append(where)
    return dict(grouped)


def _met(holds: nw.Expr) -> nw.Expr:
    return holds.fill_null(value=False)
