"""Databases as sources: PostgreSQL through ADBC, and DuckDB; the doors to both.

PostgreSQL is read by its own driver and not by DuckDB's extension, which is fetched from a network
when it is first used and would have to be trusted unseen. Both only read.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit, urlunsplit

import polars as pl
from attrs import evolve, field, frozen

from kieumau.batch.chunks import Chunk, Position, Source
from kieumau.batch.opening import open_source
from kieumau.batch.parquet import parquet_files
from kieumau.documents.frames import plain_columns
from kieumau.errors import Diagnostic, DocumentError, MissingExtraError, UsageError
from kieumau.places import Place
from kieumau.wording import Text

__all__ = ["source_of"]

_POSTGRES = ("postgresql", "postgres")
_FILES = (".duckdb", ".db")
_READ_ONLY = "SET TRANSACTION READ ONLY"


def source_of(name: str, engine: str, table: str | None, query: str | None) -> Source:
    """Return a file, a folder or a database as a source.

    Raises
    ------
    UsageError
        KM-655, KM-719: a database needs a table or a query, and files take neither.
    DocumentError
        It is not there or cannot be read.
    MissingExtraError
        KM-732: DuckDB or the driver of PostgreSQL is not installed.
    """
    if urlsplit(name).scheme in _POSTGRES:
        return Postgres(_query(table, query), address=name).opened()
    if engine == "duckdb":
        if Path(name).suffix.lower() in _FILES:
            return DuckDB(_query(table, query), given=name, paths=(Path(name),)).opened()
        if table:
            raise UsageError(Diagnostic("KM-719", arguments={"one": "--table", "other": name}))
        asked = query or "SELECT * FROM facts"
        return DuckDB(asked, given=name, paths=parquet_files(name)).opened()
    for option, given in (("--table", table), ("--query", query)):
        if given:
            arguments = {"one": option, "other": "--engine polars"}
            raise UsageError(Diagnostic("KM-719", arguments=arguments))
    return open_source(name)


@frozen
class _Query(ABC):
    """What the rows of queries have in common: how many there are shows at their end."""

    query: str
    columns: tuple[str, ...] = ()
    size: int = field(default=0, init=False)
    quoted: bool = field(default=True, init=False)

    @property
    @abstractmethod
    def name(self) -> str:
        """What it is called."""

    @abstractmethod
    def batches(self) -> Iterator[pl.DataFrame]:
        """Yield the rows as they come; before any, a frame without rows."""

    def opened(self) -> Self:
        """Return the same once its columns are known."""
        batches = self.batches()
        first = next(batches)
        del batches  # ends the query
        return evolve(self, columns=tuple(first.columns))

    def identity(self) -> dict[str, Any]:
        """Return nothing: the rows may change, or come in another order, from look to look."""
        return {}

    def chunks(self, start: Position | None, rows: int) -> Iterator[Chunk]:
        """Yield the rows of the query, put together or cut to so many."""
        del start
        batches = self.batches()
        done, waiting = 0, next(batches)
        for batch in batches:
            waiting = pl.concat([waiting, batch], how="vertical_relaxed")
            while waiting.height >= rows:
                yield _chunk(self.name, waiting.head(rows), done)
                done += rows
                waiting = waiting.slice(rows)
        if waiting.height:
            yield _chunk(self.name, waiting, done)


@frozen
class Postgres(_Query):
    """The rows of a query to PostgreSQL.

    Attributes
    ----------
    address
        With the password, if there is one: never shown.
    """

    address: str = field(kw_only=True, repr=False)
    paths: tuple[Path, ...] = field(default=(), init=False)

    @property
    def name(self) -> str:
        """The address without a password."""
        parts = urlsplit(self.address)
        host = parts.netloc.rpartition("@")[2]
        user = parts.username or ""
        place = f"{user}@{host}" if user else host
        return urlunsplit((parts.scheme, place, parts.path, "", ""))

    def batches(self) -> Iterator[pl.DataFrame]:
        """Yield the rows as they come; before any, a frame without rows."""
        try:
            import adbc_driver_manager  # noqa: PLC0415 (an extra)
            from adbc_driver_postgresql import dbapi  # noqa: PLC0415 (an extra)
        except ModuleNotFoundError:
            raise MissingExtraError("postgres", Text("Đọc PostgreSQL", "PostgreSQL")) from None
        try:
            with dbapi.connect(self.address) as connection, connection.cursor() as cursor:
                cursor.execute(_READ_ONLY)
                cursor.execute(self.query)
                reader: Any = cursor.fetch_record_batch()
                yield _frame(reader.schema.empty_table())
                for batch in reader:
                    yield _frame(batch)
        except (adbc_driver_manager.Error, ValueError) as error:
            raise _unread(self.name, error) from None


@frozen
class DuckDB(_Query):
    """The rows of a query to a DuckDB file, or over Parquet files called ``facts``."""

    given: str = field(kw_only=True)
    paths: tuple[Path, ...] = field(kw_only=True)

    @property
    def name(self) -> str:
        """What the user named."""
        return self.given

    def batches(self) -> Iterator[pl.DataFrame]:
        """Yield the rows as they come; before any, a frame without rows."""
        try:
            import duckdb  # noqa: PLC0415 (an extra)
        except ModuleNotFoundError:
            raise MissingExtraError("duckdb", Text("Đọc bằng DuckDB", "DuckDB")) from None
        file = self.paths[0] if self.paths[0].suffix.lower() in _FILES else None
        if file and not file.is_file():
            raise DocumentError(Diagnostic("KM-101", Place(self.name)))
        try:
            with duckdb.connect(str(file or ":memory:"), read_only=bool(file)) as connection:
                if not file:
                    found = [str(each) for each in self.paths]
                    connection.read_parquet(found, union_by_name=True).create_view("facts")
                reader: Any = connection.sql(self.query).to_arrow_reader(1 << 16)
                yield _frame(reader.schema.empty_table())
                for batch in reader:
                    yield _frame(batch)
        except duckdb.Error as error:
            raise _unread(self.name, error) from None


def _query(table: str | None, query: str | None) -> str:
    if bool(table) == bool(query):
        raise UsageError(Diagnostic("KM-655"))
    if query:
        return query
    assert table is not None  # noqa: S101 (one of the two was given)
    quoted = ".".join('"{}"'.format(part.replace('"', '""')) for part in table.split("."))
    return f"SELECT * FROM {quoted}"  # noqa: S608 (quoted; and read only)


def _chunk(name: str, frame: pl.DataFrame, done: int) -> Chunk:
    places = pl.Series(values=range(done + 1, done + 1 + frame.height), dtype=pl.UInt64)
    end = done + frame.height
    return Chunk(plain_columns(frame), places, name, (), {"row": end}, end)


def _frame(batch: Any) -> pl.DataFrame:  # noqa: ANN401 (an Arrow table or batch)
    """Return Arrow's rows; a type of the database's own is the text it is stored as."""
    columns = {
        name: getattr(column, "storage", column)
        for name, column in zip(batch.schema.names, batch.columns, strict=True)
    }
    found = {name: pl.from_arrow(_whole(column)) for name, column in columns.items()}
    return pl.DataFrame(found)


def _whole(column: Any) -> Any:  # noqa: ANN401
    """Return a column in one piece, its own types taken off."""
    combined = column.combine_chunks() if hasattr(column, "combine_chunks") else column
    return getattr(combined, "storage", combined)


def _unread(name: str, error: Exception) -> DocumentError:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    why = " ".join(lines[:2])
    return DocumentError(Diagnostic("KM-649", Place(name), {"why": why}))
