"""From a Parquet file larger than one would hold, streaming: to counts, and to another file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
from as_kieumau import standard

from peers import duckdb_by_hand, kieumau_frames, polars_by_hand
from peers.peer import IDS, OUTCOMES, Peer, Sums

MOST = 10_000_000
OUT = ".out.parquet"
COUNTED, WRITTEN = "counts of (a)", "a file of (b)"


def _out(path: Path) -> Path:
    return path.with_suffix(OUT)


def _plan_by_hand(path: Path, *, decisive: bool = True, checked: bool = False) -> pl.LazyFrame:
    texts = polars_by_hand.looked_up() if decisive else None
    return polars_by_hand.plan(pl.scan_parquet(path), texts, checked=checked)


def _plan(prepared: Any, *, decisive: bool = True) -> pl.LazyFrame:
    of, path = prepared
    names = kieumau_frames.B if decisive else kieumau_frames.A
    found = of.evaluate_frame(pl.scan_parquet(path)).select(*names)
    return found.rename(dict(zip(kieumau_frames.A, ("outcome", *IDS), strict=True)))


def _unprepared(path: Path) -> Path:
    return path


def _with_standard(path: Path) -> tuple[Any, Path]:
    return standard(), path


def _counts(plan: pl.LazyFrame) -> pl.DataFrame:
    sums = [pl.col(id_).cast(pl.Int64).sum() for id_ in IDS]
    return plan.group_by("outcome").agg(pl.len(), *sums).collect(engine="streaming")


def _sums(found: pl.DataFrame) -> Sums:
    counts = dict(zip(found["outcome"], found["len"], strict=True))
    return Sums([*(counts.get(each, 0) for each in OUTCOMES), *(found[id_].sum() for id_ in IDS)])


def _counting(plan: Callable[..., pl.LazyFrame]) -> Callable[[Any], pl.DataFrame]:
    return lambda prepared: _counts(plan(prepared, decisive=False))


def _writing(plan: Callable[..., pl.LazyFrame]) -> Callable[[Any], Path]:
    def run(prepared: Any) -> Path:
        out = _out(prepared if isinstance(prepared, Path) else prepared[1])
        plan(prepared).sink_parquet(out)
        return out

    return run


def _written(path: Path) -> Sums:
    found = _sums(_counts(pl.scan_parquet(path)))
    path.unlink()
    return found


def _duckdb(path: Path, *, decisive: bool) -> tuple[Any, str]:
    import duckdb  # noqa: PLC0415 (not for polars)

    source = f"read_parquet('{path}')"
    return duckdb.connect(), duckdb_by_hand.sql(source, decisive=decisive)


def _duckdb_counts(path: Path) -> pl.DataFrame:
    session, query = _duckdb(path, decisive=False)
    sums = ", ".join(f"{id_}: sum({id_})::BIGINT" for id_ in IDS)
    found = session.sql(f"SELECT outcome, len: count(*), {sums} FROM ({query}) GROUP BY outcome")
    return pl.from_arrow(found.to_arrow_table())


def _duckdb_file(path: Path) -> Path:
    session, query = _duckdb(path, decisive=True)
    session.execute(f"COPY ({query}) TO '{_out(path)}' (FORMAT parquet)")
    return _out(path)


def _of_duckdb(prepared: Any) -> pl.DataFrame:
    """kieumau over a DuckDB relation that reads the file, counted there."""
    import duckdb  # noqa: PLC0415

    of, path = prepared
    found = of.evaluate_frame(duckdb.connect().read_parquet(str(path)))
    sums = ", ".join(
        f"{id_}: sum({name})::BIGINT" for id_, name in zip(IDS, kieumau_frames.TRUTHS, strict=True)
    )
    counts = f"SELECT outcome: km_outcome, len: count(*), {sums} FROM found GROUP BY km_outcome"
    return pl.from_arrow(found.query("found", counts).to_arrow_table())


def _checked(path: Path, *, decisive: bool = True) -> pl.LazyFrame:
    return _plan_by_hand(path, decisive=decisive, checked=True)


def _counted(title: str, run: Callable[[Any], Any], prepare: Any = _unprepared) -> Peer:
    return Peer(title, "file", "unread", run, _sums, COUNTED, prepare, MOST)


def _filed(title: str, run: Callable[[Any], Any], prepare: Any = _unprepared) -> Peer:
    return Peer(title, "file", "unread", run, _written, WRITTEN, prepare, MOST)


PEERS = {
    "hand_counts": _counted("polars by hand", _counting(_plan_by_hand)),
    "checked_counts": _counted("polars by hand, checked", _counting(_checked)),
    "kieumau_counts": _counted("kieumau, polars", _counting(_plan), _with_standard),
    "duckdb_counts": _counted("DuckDB SQL by hand", _duckdb_counts),
    "kieumau_duckdb_counts": _counted("kieumau, DuckDB", _of_duckdb, _with_standard),
    "hand_file": _filed("polars by hand", _writing(_plan_by_hand)),
    "checked_file": _filed("polars by hand, checked", _writing(_checked)),
    "kieumau_file": _filed("kieumau, polars", _writing(_plan), _with_standard),
    "duckdb_file": _filed("DuckDB SQL by hand", _duckdb_file),
}
