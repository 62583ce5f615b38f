"""Files of columns (Parquet), read through polars, its door on this floor."""

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from kieumau.errors import Diagnostic, DocumentError, MissingExtraError
from kieumau.places import Place
from kieumau.wording import Text

if TYPE_CHECKING:
    import polars as pl

__all__ = ["PARQUET", "load_polars", "parquet_rows", "plain_columns"]

PARQUET = ".parquet"
_A_FILE = Text("Tệp Parquet", "A Parquet file")
_MOST_ROWS = 500_000
"""All the wards of the country for a century; more are read in parts, by ``kieumau batch``."""


def load_polars(what: Text = _A_FILE) -> ModuleType:
    """Return polars, which ``what`` needs.

    Raises
    ------
    MissingExtraError
        KM-732: it is not installed (``kieumau[frames]``).
    """
    try:
        import polars  # noqa: PLC0415, ICN001 (an extra; returned whole)
    except ModuleNotFoundError as error:
        if error.name != "polars":
            raise
        raise MissingExtraError("frames", what) from error
    return polars


def parquet_rows(path: Path, most: int = _MOST_ROWS) -> Iterator[tuple[int, dict[str, object]]]:
    """Yield the rows of a Parquet file by column, as plain Python data, with their numbers from 1.

    Raises
    ------
    DocumentError
        It is missing, no Parquet file, or has more rows than are read at once.
    MissingExtraError
        KM-732: polars is not installed.
    """
    name, pl = str(path), load_polars()
    if path.is_dir():
        raise DocumentError(Diagnostic("KM-103", Place(name)))
    if not path.exists():
        raise DocumentError(Diagnostic("KM-101", Place(name)))
    try:
        lazy = pl.scan_parquet(path, glob=False)
        rows = lazy.select(pl.len()).collect().item()
        if rows > most:
            arguments: dict[str, str | int | Text] = {"rows": rows, "most": most}
            raise DocumentError(Diagnostic("KM-641", Place(name), arguments))
        frame = plain_columns(lazy.collect())
    except (pl.exceptions.PolarsError, OSError) as error:
        why = str(error).partition("\n")[0]
        raise DocumentError(Diagnostic("KM-640", Place(name), {"why": why})) from None
    yield from enumerate(frame.iter_rows(named=True), 1)


def plain_columns(frame: "pl.DataFrame") -> "pl.DataFrame":
    """Return a frame whose columns hold what rows can: 58.7 of a single float is 58.7."""
    pl = load_polars()
    kinds = frame.schema.items()
    single = [name for name, kind in kinds if kind == pl.Float32]
    named = [name for name, kind in kinds if isinstance(kind, pl.Categorical | pl.Enum)]
    return frame.with_columns(
        pl.col(single).cast(pl.String).cast(pl.Float64), pl.col(named).cast(pl.String)
    )
