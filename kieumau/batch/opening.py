"""Which source a name stands for."""

from pathlib import Path

from kieumau.batch.chunks import Source
from kieumau.batch.delimited import open_delimited
from kieumau.batch.parquet import open_parquet
from kieumau.batch.records import RECORD_ENDINGS, Records
from kieumau.errors import Diagnostic, DocumentError
from kieumau.places import Place

__all__ = ["open_source"]

_TABLES = (".csv", ".tsv")


def open_source(name: str) -> Source:
    """Return a file, a folder of Parquet files, or the Parquet files of a pattern as a source.

    Raises
    ------
    DocumentError
        KM-101, KM-102, KM-643 and those of each format: it is not there or cannot be read.
    """
    path = Path(name)
    ending = path.suffix.lower()
    pattern = any(mark in name for mark in "*?[") and not path.exists()
    if path.is_dir() or pattern or ending == ".parquet":
        return open_parquet(name)
    if not path.exists():
        raise DocumentError(Diagnostic("KM-101", Place(name)))
    if ending in _TABLES:
        return open_delimited(path)
    if ending in RECORD_ENDINGS:
        return Records(path)
    allowed = ", ".join((*_TABLES, ".parquet", *RECORD_ENDINGS))
    arguments = {"ending": ending or "-", "allowed": allowed}
    raise DocumentError(Diagnostic("KM-643", Place(name), arguments))
