"""Doors: how frames of each library come in and go out.

Lazy frames (of polars, DuckDB, Spark) stay lazy. What is of polars is worked on in polars itself,
what is of DuckDB or Spark through narwhals. A table of polars is worked on lazily, for its
optimiser. One of pyarrow or pandas is worked on as one of polars, which is faster at it, and knows
null in every type as pandas does not; it goes out as it came, pandas' index with it.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias

import narwhals as nw
from attrs import field, frozen

from kieumau.engines.columnar.dialect import NARWHALS, Dialect, Expr, polars_dialect
from kieumau.engines.columnar.schema import MADE, UNKNOWN
from kieumau.errors import Diagnostic, MissingExtraError, UsageError
from kieumau.wording import Text

if TYPE_CHECKING:
    import polars as pl

__all__ = ["Door", "Made", "Native", "door_of"]

Native = Any
"""A table of some library, as the caller holds it."""

Backend: TypeAlias = Literal["polars", "pandas", "pyarrow"]
Made: TypeAlias = Mapping[str, Expr]
"""Columns to be put beside a frame at once, by name."""

_TRIED = (
    nw.Implementation.POLARS,
    nw.Implementation.PANDAS,
    nw.Implementation.PYARROW,
    nw.Implementation.DUCKDB,
    nw.Implementation.PYSPARK,
    nw.Implementation.PYSPARK_CONNECT,
)
"""The libraries tests hold to the meaning; what others do with null is not known."""


_NULL = ("null", "Null", '"NULL"', "void")
"""What the libraries tried call the type of a column of nothing but null."""
_ROW = f"{MADE}row"
"""A column that holds the number of rows where no other can be read."""
_UNREAD = object()


class Door(Protocol):
    """A frame come in."""

    @property
    def schema(self) -> Mapping[str, nw.dtypes.DType]:
        """The columns there are to read, with their types; unknown where all is null."""
        ...

    @property
    def dialect(self) -> Dialect:
        """What the expressions given to it must be made in."""
        ...

    def out(self, stages: Iterable[Made], results: Mapping[str, Expr]) -> Native:
        """Return the frame as it came with the results beside it."""
        ...

    def totals(self, stages: Iterable[Made], sums: Mapping[str, Expr]) -> Mapping[str, int]:
        """Return sums over all the rows; a lazy frame is read for it, once."""
        ...

    @property
    def backend(self) -> Backend:
        """The library of small tables that go out beside the frame."""
        ...


def door_of(native: Native) -> Door:
    """Return the door for a frame.

    Raises
    ------
    UsageError
        KM-607: it is no frame, or of a library not tried.
    MissingExtraError
        A frame of pandas needs pyarrow.
    """
    try:
        frame = nw.from_native(native)
        names = list(frame.columns)
    except (TypeError, ValueError, nw.exceptions.NarwhalsError) as error:
        raise _refusal(native, str(error).splitlines()[0]) from error
    if frame.implementation not in _TRIED:
        raise _refusal(native, f"{frame.implementation.value} was never tried")
    for name in names:
        if not isinstance(name, str):
            raise _refusal(native, f"a column is named {name!r}, which is no text")
        if names.count(name) > 1:
            raise _refusal(native, f"two columns «{name}»")
    if isinstance(frame, nw.LazyFrame):
        return _LazyPolars(frame) if frame.implementation.is_polars() else _Sql(frame)
    if frame.implementation.is_polars():
        return _Polars(frame)
    return _Pandas(frame) if frame.implementation.is_pandas() else _Arrow(frame)


def _refusal(native: Native, why: str) -> UsageError:
    return UsageError(Diagnostic("KM-607", arguments={"found": type(native).__name__, "why": why}))


@frozen
class _Sql:
    """A relation of DuckDB, or a frame of Spark."""

    frame: nw.LazyFrame[Any]

    @property
    def schema(self) -> Mapping[str, nw.dtypes.DType]:
        return _schema(self.frame)

    @property
    def dialect(self) -> Dialect:
        return NARWHALS

    def out(self, stages: Iterable[Made], results: Mapping[str, Expr]) -> Native:
        kept = self.frame.collect_schema().names()
        found = _staged(self.frame, self.dialect, stages, results)
        return found.select(*kept, *results).to_native()

    def totals(self, stages: Iterable[Made], sums: Mapping[str, Expr]) -> Mapping[str, int]:
        return _totals(self.frame, self.dialect, stages, sums)

    @property
    def backend(self) -> Backend:
        return "pyarrow"


@frozen
class _LazyPolars:
    frame: nw.LazyFrame[Any]

    @property
    def schema(self) -> Mapping[str, nw.dtypes.DType]:
        return _schema(self.frame)

    @property
    def dialect(self) -> Dialect:
        return polars_dialect()

    def out(self, stages: Iterable[Made], results: Mapping[str, Expr]) -> Native:
        kept = self.frame.collect_schema().names()
        found = _staged(self.frame.to_native(), self.dialect, stages, results)
        return found.select(*kept, *results)

    def totals(self, stages: Iterable[Made], sums: Mapping[str, Expr]) -> Mapping[str, int]:
        return _totals(self.frame.to_native(), self.dialect, stages, sums)

    @property
    def backend(self) -> Backend:
        return "polars"


@frozen
class _Polars:
    frame: nw.DataFrame[Any]

    @property
    def schema(self) -> Mapping[str, nw.dtypes.DType]:
        return _schema(self.frame)

    @property
    def dialect(self) -> Dialect:
        return polars_dialect()

    def out(self, stages: Iterable[Made], results: Mapping[str, Expr]) -> Native:
        native = self.frame.to_native()
        return native.hstack(_in_memory(native, stages, results))

    def totals(self, stages: Iterable[Made], sums: Mapping[str, Expr]) -> Mapping[str, int]:
        return _totals(self.frame.to_native().lazy(), self.dialect, stages, sums)

    @property
    def backend(self) -> Backend:
        return "polars"


@frozen
class _ReadInPolars:
    """A table of another library, worked on as one of polars."""

    frame: nw.DataFrame[Any]
    _read: "_Read" = field(init=False)

    @property
    def schema(self) -> Mapping[str, nw.dtypes.DType]:
        return self._read.schema

    @property
    def dialect(self) -> Dialect:
        return polars_dialect()

    def totals(self, stages: Iterable[Made], sums: Mapping[str, Expr]) -> Mapping[str, int]:
        return _totals(self._read.table.lazy(), self.dialect, stages, sums)


@frozen
class _Arrow(_ReadInPolars):
    def __attrs_post_init__(self) -> None:
        table = self.frame.to_native()
        columns = dict(zip(table.column_names, table.columns, strict=True))
        object.__setattr__(self, "_read", _in_polars(columns, table.num_rows))

    def out(self, stages: Iterable[Made], results: Mapping[str, Expr]) -> Native:
        table, found = (
            self.frame.to_native(),
            _in_memory(self._read.table, stages, results).to_arrow(),
        )
        for name in results:
            table = table.append_column(name, found.column(name))
        return table

    @property
    def backend(self) -> Backend:
        return "pyarrow"


@frozen
class _Pandas(_ReadInPolars):
    def __attrs_post_init__(self) -> None:
        native = self.frame.to_native()
        object.__setattr__(self, "_read", _in_polars(dict(_arrow_columns(native)), len(native)))

    def out(self, stages: Iterable[Made], results: Mapping[str, Expr]) -> Native:
        found = _in_memory(self._read.table, stages, results).to_pandas()
        native, pandas = self.frame.to_native(), nw.get_native_namespace(self.frame)
        integers = {name: "Int8" for name in results if name.startswith("km__")}
        found = found.astype(integers).set_axis(native.index)
        return pandas.concat([native, found], axis=1)

    @property
    def backend(self) -> Backend:
        return "pandas"


@frozen
class _Read:
    """The columns of a table that polars can read, which is all that could matter."""

    table: "pl.DataFrame"
    unread: tuple[str, ...]

    @property
    def schema(self) -> Mapping[str, nw.dtypes.DType]:
        found = _schema(nw.from_native(self.table))
        read = {name: dtype for name, dtype in found.items() if name != _ROW}
        return {**read, **{name: nw.Object() for name in self.unread}}


def _in_polars(columns: Mapping[str, Any], rows: int) -> _Read:
    """Return columns of pyarrow as a table of polars; those of types it does not know are unread.

    Polars shares their memory, and is several times as fast at this as pyarrow is.
    """
    import polars as pl  # noqa: PLC0415 (an extra)

    read, unread = {_ROW: pl.int_range(rows, dtype=pl.UInt32, eager=True)}, list[str]()
    for name, column in columns.items():
        try:
            read[name] = pl.Series(name, column)
        except (TypeError, ValueError, pl.exceptions.PolarsError, pl.exceptions.PanicException):
            unread.append(name)
    return _Read(pl.DataFrame(read), tuple(unread))


def _arrow_columns(native: Native) -> Iterator[tuple[str, Any]]:
    """Yield the columns of a frame of pandas as pyarrow has them; objects of many kinds as None."""
    try:
        import pyarrow as pa  # noqa: PLC0415 (only frames of pandas need it)
    except ModuleNotFoundError:
        what = Text("đọc bảng của pandas", "reading frames of pandas")
        raise MissingExtraError("frames", what) from None
    for name, column in native.items():
        try:
            array = pa.array(column, from_pandas=True)
        except (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError):
            yield name, _UNREAD
            continue
        # A column read without a single value is one of floats, whatever it is about.
        empty = pa.types.is_floating(array.type) and 0 < len(array) == array.null_count
        yield name, pa.nulls(len(array)) if empty else array


def _schema(frame: Any) -> Mapping[str, nw.dtypes.DType]:  # noqa: ANN401 (lazy or not)
    """Return a frame's schema, in which only a column of nothing but null is of an unknown type.

    Narwhals also calls types unknown that it does not know, which must not be taken for null.
    """
    found: Mapping[str, nw.dtypes.DType] = frame.collect_schema()
    if nw.Unknown not in found.values():
        return found
    types = _native_types(frame)
    return {
        name: nw.Object() if dtype == nw.Unknown and types[name] not in _NULL else dtype
        for name, dtype in found.items()
    }


def _native_types(frame: Any) -> Mapping[str, str]:  # noqa: ANN401 (lazy or not)
    """Return what a frame's library calls the type of each column."""
    native, of = frame.to_native(), frame.implementation
    if of.is_polars():
        return {name: str(each) for name, each in native.collect_schema().items()}
    if of.is_duckdb():
        return dict(zip(native.columns, map(str, native.types), strict=True))
    return {each.name: each.dataType.typeName() for each in native.schema.fields}


def _in_memory(
    table: "pl.DataFrame", stages: Iterable[Made], results: Mapping[str, Expr]
) -> "pl.DataFrame":
    """Return the results alone for a table of polars."""
    staged: pl.LazyFrame = _staged(table.lazy(), polars_dialect(), stages, results)
    return staged.select(*results).collect()


def _totals(
    frame: Any,  # noqa: ANN401 (lazy, of the dialect)
    dialect: Dialect,
    stages: Iterable[Made],
    sums: Mapping[str, Expr],
) -> Mapping[str, int]:
    found = _staged(frame, dialect, stages).select(**sums).collect()
    return {name: int(total or 0) for name, total in found.rows(named=True)[0].items()}


def _staged(
    frame: Any,  # noqa: ANN401 (lazy, of the dialect)
    dialect: Dialect,
    stages: Iterable[Made],
    results: Made = MappingProxyType({}),
) -> Any:  # noqa: ANN401 (the same)
    """Return a frame with what is made, stage by stage, and the results beside its columns."""
    unknown = {UNKNOWN: dialect.lit(None, dialect.Boolean)}
    for stage in (unknown, *stages, results):
        if stage:
            frame = frame.with_columns(**stage)
    return frame
