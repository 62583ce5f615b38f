"""`Standard.evaluate_frame` on each kind of frame: all it adds, and less of a lazy frame."""

from collections.abc import Callable
from typing import Any

import polars as pl
from as_kieumau import standard

from peers.peer import IDS, Answers, Peer
from peers.polars_by_hand import read

TRUTHS = tuple(f"km__{id_}" for id_ in IDS)
DECISIVE = "km_decisive"
A = ("km_outcome", *TRUTHS)
B = (*A, DECISIVE)


def answers(found: Any) -> Answers:
    """Return the answers in a frame of any kind; a refused ward would stop this."""
    frame = found if isinstance(found, pl.DataFrame) else pl.from_arrow(_arrow(found))
    assert "km_refused" not in frame.columns or frame["km_refused"].null_count() == len(frame)
    return read(frame, "km_outcome", TRUTHS, DECISIVE)


def _arrow(found: Any) -> Any:
    import pyarrow as pa  # noqa: PLC0415 (not for polars)

    return found if isinstance(found, pa.Table) else pa.table(found)


def _prepared(table: Any) -> Any:
    return standard(), table


def _whole(prepared: Any) -> Any:
    of, table = prepared
    return of.evaluate_frame(table)


def _collected(prepared: Any) -> Any:
    return _whole(prepared).collect()


def _selected(names: tuple[str, ...]) -> Callable[[Any], Any]:
    return lambda prepared: _whole(prepared).select(*names).collect()


def _of_duckdb(prepared: Any) -> Any:
    return _whole(prepared).to_arrow_table()


def _of_pandas(found: Any) -> Answers:
    return answers(pl.from_pandas(found[["km_refused", *B]]))


def _peer(
    title: str, form: str, run: Callable[[Any], Any], gives: str, reads: Any = answers
) -> Peer:
    return Peer(f"kieumau, {title}", "kieumau", form, run, reads, gives, prepare=_prepared)


ALL = "all"

PEERS = {
    "lazy": _peer("polars lazy", "polars_lazy", _collected, ALL),
    "lazy_a": _peer("polars lazy", "polars_lazy", _selected(A), "(a)"),
    "lazy_b": _peer("polars lazy", "polars_lazy", _selected(B), "(b)"),
    "polars": _peer("polars", "polars", _whole, ALL),
    "pandas": _peer("pandas (nullable)", "pandas", _whole, ALL, _of_pandas),
    "pyarrow": _peer("pyarrow", "pyarrow", _whole, ALL),
    "duckdb": _peer("DuckDB", "duckdb", _of_duckdb, ALL),
}
