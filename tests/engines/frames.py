"""Wards as frames of every library, and what the engines make of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
from attrs import evolve

from kieumau.documents.factsets import FactSet
from kieumau.documents.rows import column_parts, row_of
from kieumau.errors import Diagnostic, FactsError
from kieumau.rules.criteria import RuleKind
from kieumau.rules.facts import Fact, Interval, Reported
from kieumau.rules.measures import Kind, Measure
from kieumau.standard import Standard
from kieumau.verdicts.findings import Finding, FindingKind, Status
from kieumau.verdicts.verdict import Verdict

Row = Mapping[str, Any]

WARD = {
    "ward_code": pl.String,
    "ward_name": pl.String,
    "province": pl.String,
    "period_from": pl.Date,
    "period_to": pl.Date,
}
STYLES = ("plain", "decimals", "narrow", "texts")
"""Which types columns have: the usual ones, or each of the others that can be read."""


def arrow_table(frame: pl.DataFrame) -> pa.Table:
    """Return a table of polars as one of pyarrow, with categories as all its versions know them."""
    table = frame.to_arrow()
    for at, each in enumerate(table.schema):
        if pa.types.is_dictionary(each.type):
            signed = table.column(at).cast(pa.dictionary(pa.int32(), pa.string()))
            table = table.set_column(at, each.name, signed)
    return table


def nullable(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame in pandas' nullable types; where it tries integers, 1e300 is no warning."""
    with np.errstate(invalid="ignore"):
        return frame.convert_dtypes()


CONNECTION = duckdb.connect()
"""Kept open: in older versions a relation does not outlive it. Threads take cursors of it."""

NULL_IS_A_TYPE = int(duckdb.__version__.partition(".")[0]) >= 2
"""Before version 2 DuckDB takes a column of nothing but null for one of integers."""

LIBRARIES: Mapping[str, Callable[[pl.DataFrame], Any]] = {
    "polars": lambda frame: frame,
    "polars, lazy": lambda frame: frame.lazy(),
    "pyarrow": arrow_table,
    "pandas, numpy": lambda frame: arrow_table(frame).to_pandas(),
    "pandas, nullable": lambda frame: nullable(arrow_table(frame).to_pandas()),
    "pandas, pyarrow": lambda frame: arrow_table(frame).to_pandas(types_mapper=pd.ArrowDtype),
    "duckdb": lambda frame: CONNECTION.cursor().from_arrow(arrow_table(frame)),
}
"""How a table of polars becomes a frame of every library that runs in this process."""

NAN_IS_NULL = ("pandas, numpy", "pandas, nullable")
"""Where nothing tells NaN from null: it is how these types write what is missing."""


# --- wards as rows, rows as frames


def exact_ends(standard: Standard, facts: FactSet) -> FactSet:
    """Return the facts with rounded figures as the intervals they stand for."""
    box = standard._binder.bind(facts).box

    def known(fact: Fact) -> Fact:
        if not isinstance(fact.value, Reported):
            return fact
        measure = standard.composed.vocabulary[fact.measure]
        low, high = (measure.from_grid(end) for end in box.spans[fact.measure])
        if measure.kind is Kind.INTEGER:
            return evolve(fact, value=Interval(int(low), int(high)))
        return evolve(fact, value=Interval(low, high))

    return evolve(facts, facts=tuple(map(known, facts.facts)))


def rows_of(standard: Standard, wards: Sequence[FactSet]) -> list[Row]:
    """Return wards as rows."""
    return [row_of(exact_ends(standard, each)) for each in wards]


def polars_frame(
    standard: Standard, rows: Sequence[Row], style: str = "plain", *, sparse: bool = False
) -> pl.DataFrame:
    """Return rows as a table of polars, every column typed by its measure and a style.

    Parameters
    ----------
    sparse
        Whether measures of which no row says anything have no column.
    """
    vocabulary = standard.composed.vocabulary
    named = dict.fromkeys(
        each for row in rows for name in row if name != "invented" for each in _with_other_end(name)
    )
    measured = () if sparse else (each.id for each in vocabulary)
    columns = []
    for name in dict.fromkeys((*WARD, *measured, *named)):
        values = [row.get(name) for row in rows]
        id_, part = column_parts(name)
        if sparse and name not in named and name not in WARD:
            continue
        if name in WARD or part.startswith("__reason"):
            columns.append(pl.Series(name, values, WARD.get(name, pl.String)))
        else:
            measure = vocabulary.get(id_) or vocabulary.find(id_)
            columns.append(typed(name, values, measure, style))
    return pl.DataFrame(columns)


def _with_other_end(name: str) -> tuple[str, ...]:
    """Return a column, and that of the other end of its intervals if it is of one."""
    id_, part = column_parts(name)
    return (f"{id_}__min", f"{id_}__max") if part in ("__min", "__max") else (name,)


def typed(name: str, values: Sequence[Any], measure: Measure, style: str) -> pl.Series:
    """Return values as a column of the type a style gives a measure."""
    if style == "narrow" and NULL_IS_A_TYPE and all(each is None for each in values):
        return pl.Series(name, values, pl.Null)
    to, dtype = _typing(measure, style, values)
    return pl.Series(name, [None if each is None else to(each) for each in values], dtype)


def _typing(
    measure: Measure, style: str, values: Sequence[Any]
) -> tuple[Callable[[Any], Any], pl.DataType | type[pl.DataType]]:
    match measure.kind, style:
        case Kind.YES_NO, _:
            return bool, pl.Boolean
        case Kind.CHOICE, "decimals":
            return str, pl.Categorical()
        case Kind.CHOICE, "narrow":
            return str, pl.Enum(sorted({each for each in values if each is not None}))
        case Kind.CHOICE, _:
            return str, pl.String
        case Kind.DATE, _ if style == "texts" or any(isinstance(each, str) for each in values):
            return str, pl.String
        case Kind.DATE, "plain":
            return lambda day: day, pl.Date
        case Kind.DATE, _:
            return _moment, pl.Datetime("us")
        case Kind.INTEGER, "plain":
            return int, pl.Int64
        case Kind.INTEGER, "narrow" if all(_fits(each, Kind.INTEGER) for each in values):
            return int, pl.Int8
        case _, "decimals" if all(_fits(each, measure.kind) for each in values):
            return lambda value: Decimal(str(value)), pl.Decimal(18, 6)
        case _:
            return float, pl.Float64


def _moment(day: date) -> datetime:
    return day if isinstance(day, datetime) else datetime.combine(day, time())


def _fits(value: Any, kind: Kind) -> bool:
    """Return whether a value can be held as it is, in a byte or in 18 digits."""
    if value is None:
        return True
    if kind is Kind.INTEGER:
        return value == value // 1 and -128 <= value < 128
    return Decimal(str(value)).is_finite() and abs(value) < 10**12


def plain_dict(frame: Any) -> dict[str, list[Any]]:
    """Return the columns of a table of any library as lists, null as None."""
    if isinstance(frame, pl.LazyFrame):
        frame = frame.collect()
    if isinstance(frame, pl.DataFrame):
        return frame.to_dict(as_series=False)
    if isinstance(frame, duckdb.DuckDBPyRelation):
        rows = frame.fetchall()
        return {name: [row[at] for row in rows] for at, name in enumerate(frame.columns)}
    if isinstance(frame, pd.DataFrame):
        return {
            name: [None if each is pd.NA or each != each else each for each in frame[name]]  # noqa: PLR0124 (NaN)
            for name in frame
        }
    return frame.to_pydict()


def rows_as(library: str, frame: pl.DataFrame) -> list[Row]:
    """Return the rows of a frame as they mean in a library: some write null as NaN."""
    rows = frame.to_dicts()
    if library in NAN_IS_NULL:
        return [
            {name: None if each != each else each for name, each in row.items()}  # noqa: PLR0124 (NaN)
            for row in rows
        ]
    return rows


# --- what evaluate says of a row, as the columns of a frame


def meant(standard: Standard, row: Row, detail: str) -> dict[str, Any]:
    """Return the outcome, decisive ids and truths `evaluate` gives a row; none where it refuses."""
    try:
        verdict = standard.evaluate(FactSet.from_row(row), engine="plain")
    except FactsError:
        return {"km_outcome": None, "km_decisive": None}
    shown = () if detail == "outcome" else verdict.criteria
    shown += verdict.indicators if detail == "indicators" else ()
    return {
        "km_outcome": verdict.outcome.value,
        "km_decisive": ";".join(decisive(verdict, detail)),
        **{f"km__{each.id.replace('-', '_')}": _truth(each) for each in shown},
    }


def _truth(finding: Finding) -> int:
    return 2 if finding.status.passes else int(finding.status is Status.UNDETERMINED)


def decisive(verdict: Verdict, detail: str) -> list[str]:
    """Return what keeps a ward from being met, read off its verdict: unmet, then unknown."""
    if verdict.explanation.status.passes or verdict.reason == "nothing-assessed":
        return []
    kind = FindingKind.INDICATOR if detail == "indicators" else FindingKind.CRITERION
    open_ = [each for each in _below(verdict.explanation) if each.kind is kind and each.counted]
    unmet = [each.id for each in open_ if each.status is Status.NOT_MET]
    return [*unmet, *(each.id for each in open_ if each.status is Status.UNDETERMINED)]


def _below(finding: Finding) -> Iterable[Finding]:
    """Yield the criteria and indicators that do not pass under rules that do not pass.

    A criterion without points under a score rule is a mere group: its own rule decides nothing.
    """
    rule = finding.about.rule
    scored = rule is not None and rule.kind is RuleKind.SCORE
    for child in finding.children:
        group = scored and child.kind is FindingKind.CRITERION and child.about.points is None
        if not child.status.passes or group:
            yield child
            yield from _below(child)


def refused(standard: Standard, row: Row, **how: Any) -> set[str] | None:
    """Return what `evaluate` finds at fault in a row, as a frame names it; None for nothing."""
    try:
        standard.evaluate(FactSet.from_row(row), engine="plain", **how)
    except FactsError as error:
        return {_at_fault(standard, each) for each in error.diagnostics}
    return None


def _at_fault(standard: Standard, found: Diagnostic) -> str:
    if found.code in _OF_THE_PERIOD:
        return "period_to"
    if found.code == "KM-505":
        return "province"
    column = found.place.path or str(found.arguments.get("column", ""))
    id_ = column_parts(column)[0]
    measure = standard.composed.vocabulary.find(id_)
    return measure.id if measure else column


_OF_THE_PERIOD = ("KM-501", "KM-504", "KM-515")
