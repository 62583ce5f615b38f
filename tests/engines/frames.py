"""Wards as frames of every library, and what engines make of them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import duckdb
import pandas as pd
import polars as pl
from attrs import evolve

from kieumau.documents.factsets import FactSet
from kieumau.documents.rows import column_parts, row_of
from kieumau.rules.facts import Fact, Interval, Reported
from kieumau.rules.measures import Kind
from kieumau.standard import Standard

Row = Mapping[str, Any]

WARD = {
    "ward_code": pl.String,
    "ward_name": pl.String,
    "province": pl.String,
    "period_from": pl.Date,
    "period_to": pl.Date,
}


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
    standard: Standard, rows: Sequence[Row], *, decimals: bool = False
) -> pl.DataFrame:
    """Return rows as a table of polars, every column typed by its measure."""
    vocabulary = standard.composed.vocabulary
    names = dict.fromkeys(
        [*WARD, *(each.id for each in vocabulary), *(n for row in rows for n in row)]
    )
    names.pop("invented", None)
    columns = []
    for name in names:
        values = [row.get(name) for row in rows]
        id_, part = column_parts(name)
        if name in WARD:
            columns.append(pl.Series(name, values, WARD[name]))
        elif part.startswith("__reason"):
            columns.append(pl.Series(name, values, pl.String))
        else:
            columns.append(_typed(name, values, vocabulary[id_], decimals=decimals))
    return pl.DataFrame(columns)


def _typed(name: str, values: list[Any], measure: Any, *, decimals: bool) -> pl.Series:
    match measure.kind:
        case Kind.INTEGER if all(each is None or each == int(each) for each in values):
            return pl.Series(name, [None if v is None else int(v) for v in values], pl.Int64)
        case Kind.YES_NO:
            return pl.Series(name, values, pl.Boolean)
        case Kind.CHOICE:
            return pl.Series(name, values, pl.String)
        case Kind.DATE if any(isinstance(each, str) for each in values):
            said = [each.isoformat() if isinstance(each, date) else each for each in values]
            return pl.Series(name, said, pl.String)
        case Kind.DATE:
            return pl.Series(name, values, pl.Date)
        case _ if decimals:
            return pl.Series(
                name, [None if v is None else Decimal(v) for v in values], pl.Decimal(18, 6)
            )
        case _:
            return pl.Series(name, [None if v is None else float(v) for v in values], pl.Float64)


def plain_dict(frame: Any) -> dict[str, list[Any]]:
    """Return the columns of a table of any library as lists, null as None."""
    if isinstance(frame, pl.LazyFrame):
        frame = frame.collect()
    if isinstance(frame, pl.DataFrame):
        return frame.to_dict(as_series=False)
    if isinstance(frame, duckdb.DuckDBPyRelation):
        return dict(zip(frame.columns, map(list, zip(*frame.fetchall(), strict=True)), strict=True))
    if isinstance(frame, pd.DataFrame):
        return {name: [None if pd.isna(each) else each for each in frame[name]] for name in frame}
    return frame.to_pydict()


LIBRARIES: Mapping[str, Callable[[pl.DataFrame], Any]] = {
    "polars": lambda frame: frame,
    "polars, lazy": lambda frame: frame.lazy(),
    "pyarrow": lambda frame: frame.to_arrow(),
    "pandas, numpy": lambda frame: frame.to_arrow().to_pandas(),
    "pandas, nullable": lambda frame: frame.to_arrow().to_pandas().convert_dtypes(),
    "pandas, pyarrow": lambda frame: frame.to_arrow().to_pandas(types_mapper=pd.ArrowDtype),
    "duckdb": lambda frame: duckdb.connect().from_arrow(frame.to_arrow()),
}
"""How a table of polars becomes a frame of every library that runs in this process."""
