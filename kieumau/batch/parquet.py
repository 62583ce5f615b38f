"""Parquet as a source: one file, the files of a folder, or those a pattern names, row for row."""

from collections.abc import Iterator
from glob import glob
from pathlib import Path
from typing import Any

import polars as pl
from attrs import frozen

from kieumau.batch.chunks import Chunk, Position, file_identity
from kieumau.documents.frames import plain_columns
from kieumau.errors import Diagnostic, DocumentError
from kieumau.places import Place

__all__ = ["Parquet", "open_parquet", "parquet_files"]


@frozen
class Parquet:
    """Files of columns, read one after another.

    Attributes
    ----------
    heights
        How many rows each has.
    """

    name: str
    paths: tuple[Path, ...]
    columns: tuple[str, ...]
    heights: tuple[int, ...]
    quoted: bool = True

    @property
    def size(self) -> int:
        """How many rows there are."""
        return sum(self.heights)

    def identity(self) -> dict[str, Any]:
        """Return what tells these files from changed ones."""
        return {"files": [file_identity(each) for each in self.paths]}

    def chunks(self, start: Position | None, rows: int) -> Iterator[Chunk]:
        """Yield the rows from a position on."""
        first, at = (start["file"], start["row"]) if start else (0, 0)
        done = sum(self.heights[:first]) + at
        for number in range(first, len(self.paths)):
            path, height = self.paths[number], self.heights[number]
            lazy = pl.scan_parquet(path, glob=False, hive_partitioning=False)
            while at < height:
                frame = _collected(lazy.select(self.columns).slice(at, rows), path)
                places = pl.Series(values=range(at + 1, at + 1 + frame.height), dtype=pl.UInt64)
                at += frame.height
                done += frame.height
                last = at >= height
                position = {"file": number + last, "row": 0 if last else at}
                yield Chunk(plain_columns(frame), places, str(path), (), position, done)
            at = 0


def parquet_files(name: str) -> tuple[Path, ...]:
    """Return the Parquet files a name stands for: itself, those in a folder, those of a pattern.

    Raises
    ------
    DocumentError
        KM-101, KM-652: there is none.
    """
    path = Path(name)
    if path.is_dir():
        found = sorted(path.rglob("*.parquet"))
    elif path.exists() or not any(mark in name for mark in "*?["):
        found = [path]
    else:
        found = sorted(Path(each) for each in glob(name, recursive=True))  # noqa: PTH207
    if not found:
        raise DocumentError(Diagnostic("KM-652", Place(name)))
    if not found[0].exists():
        raise DocumentError(Diagnostic("KM-101", Place(name)))
    return tuple(found)


def open_parquet(name: str) -> Parquet:
    """Return Parquet files that all have the same columns.

    Raises
    ------
    DocumentError
        KM-101, KM-640, KM-652, KM-653: there is none, it cannot be read, or columns differ.
    """
    paths = parquet_files(name)
    columns: tuple[str, ...] = ()
    heights = []
    kinds: dict[str, Any] = {}
    for path in paths:
        lazy = pl.scan_parquet(path, glob=False, hive_partitioning=False)
        schema = _guarded(lambda lazy=lazy: dict(lazy.collect_schema()), path)
        if columns and schema != kinds:
            differ = sorted(str(each) for each in set(schema.items()) ^ set(kinds.items()))
            arguments = {"first": str(paths[0]), "columns": ", ".join(differ)}
            raise DocumentError(Diagnostic("KM-653", Place(str(path)), arguments))
        columns, kinds = tuple(schema), schema
        heights.append(int(_collected(lazy.select(pl.len()), path).item()))
    return Parquet(name, paths, columns, tuple(heights))


def _collected(lazy: pl.LazyFrame, path: Path) -> pl.DataFrame:
    found: pl.DataFrame = _guarded(lazy.collect, path)
    return found


def _guarded(read: Any, path: Path) -> Any:  # noqa: ANN401
    try:
        return read()
    except (pl.exceptions.PolarsError, OSError) as error:
        why = str(error).partition("\n")[0]
        raise DocumentError(Diagnostic("KM-640", Place(str(path)), {"why": why})) from None
