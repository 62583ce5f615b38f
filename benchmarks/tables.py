"""W's wards as tables: written once as Parquet, read by each library as it likes them best.

Every 100,000 wards have a seed of their own, so that a table of ten million is made in little
memory. The smallest table holds the wards that `workload.wards` gives.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import csv
from workload import FACTS, columns

CHUNK = 100_000  # wards to a seed and to a row group
SEED = 7  # of the first chunk; the next has the next
PERIOD = {"period_from": date(2023, 1, 1), "period_to": date(2023, 12, 31)}


def write(path: Path, count: int, *, named: bool = False) -> None:
    """Write so many wards, with the period they report on, and who they are if they are named.

    A path that ends in ``.csv`` is written as CSV.
    """
    writer = None
    for at, chunk in enumerate(_chunks(count)):
        table = _table(chunk, SEED + at)
        if named:
            table = _named(table, at * CHUNK)
        writer = writer or _writer(path, table.schema)
        writer.write_table(table)
    if writer:
        writer.close()


def _writer(path: Path, schema: pa.Schema) -> Any:
    return (csv.CSVWriter if path.suffix == ".csv" else pq.ParquetWriter)(path, schema)


def _named(table: pa.Table, start: int) -> pa.Table:
    numbers = range(start, start + len(table))
    named = {
        "ward_code": [f"{at:08d}" for at in numbers],
        "ward_name": [f"Phường mẫu {at}" for at in numbers],
    }
    province = pa.repeat(pa.scalar("00"), len(table))
    return pa.table(
        named | {"province": province} | dict(zip(table.column_names, table.columns, strict=True))
    )


def _chunks(count: int) -> Iterator[int]:
    whole, rest = divmod(count, CHUNK)
    yield from [CHUNK] * whole
    yield from [rest] if rest else []


def _table(count: int, seed: int) -> pa.Table:
    found = {fact: pa.array(values, mask=gaps) for fact, values, gaps in columns(count, seed=seed)}
    period = {name: pa.repeat(pa.scalar(day), count) for name, day in PERIOD.items()}
    return pa.table(found | period)


# ------------------------------------------------------------------ read


def polars(path: Path) -> Any:
    import polars as pl  # noqa: PLC0415 (each form needs its own library)

    return pl.read_parquet(path).rechunk()


def polars_lazy(path: Path) -> Any:
    return polars(path).lazy()


def pandas(path: Path) -> Any:
    import pandas as pd  # noqa: PLC0415

    return pd.read_parquet(path, dtype_backend="numpy_nullable")


def pyarrow(path: Path) -> Any:
    return pq.read_table(path).combine_chunks()


def duckdb(path: Path) -> Any:
    """A table in memory, as a relation."""
    import duckdb  # noqa: PLC0415

    session = duckdb.connect()
    session.execute("CREATE TABLE wards AS SELECT * FROM read_parquet(?)", [str(path)])
    return session.table("wards")


def numpy(path: Path) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Every fact's values and where they are known; an unknown value is 0."""
    found = {}
    for fact in FACTS:
        column = pq.read_table(path, columns=[fact])[fact].combine_chunks()
        known = ~column.is_null().to_numpy(zero_copy_only=False)
        filled = column.fill_null(pa.scalar(0, pa.int8()).cast(column.type))
        found[fact] = (filled.to_numpy(zero_copy_only=False), known)
    return found


def rows(path: Path) -> list[dict[str, Any]]:
    return pq.read_table(path, columns=list(FACTS)).to_pylist()


def unread(path: Path) -> Path:
    """For those who read the file themselves."""
    return path
