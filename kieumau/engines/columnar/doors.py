"""Doors: how frames of each library come in and go out.

Lazy frames (of polars, DuckDB, Spark) stay lazy. A table of polars is worked on lazily, for its
optimiser. Of pandas, the columns that are read are brought to types that know null; the frame
itself stays as it is.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

import narwhals as nw
from attrs import frozen

from kieumau.engines.columnar.stages import Stage
from kieumau.errors import Diagnostic, UsageError

__all__ = ["Door", "door_of"]


class Door(Protocol):
    """A frame come in."""

    @property
    def schema(self) -> Mapping[str, nw.dtypes.DType]:
        """The columns there are to read, with their types."""
        ...

    @property
    def divides(self) -> bool:
        """Whether the library divides floats exactly to the last bit."""
        ...

    def out(self, stages: Iterable[Stage], results: Mapping[str, nw.Expr]) -> Any:  # noqa: ANN401 (any frame)
        """Return the frame as it came with the results beside it."""
        ...


def door_of(native: Any) -> Door:  # noqa: ANN401 (any frame)
    """Return the door for a frame.

    Raises
    ------
    UsageError
        KM-607: it is no frame narwhals knows.
    """
    try:
        frame = nw.from_native(native)
        frame.collect_schema()
    except (TypeError, ValueError, nw.exceptions.NarwhalsError) as error:
        arguments = {"found": type(native).__name__, "why": str(error).splitlines()[0]}
        raise UsageError(Diagnostic("KM-607", arguments=arguments)) from error
    if isinstance(frame, nw.LazyFrame):
        return _Lazy(frame)
    if frame.implementation.is_polars():
        return _Polars(frame)
    if frame.implementation.is_pandas_like():
        return _Pandas(frame)
    return _Eager(frame)


@frozen
class _Lazy:
    frame: nw.LazyFrame[Any]

    @property
    def schema(self) -> Mapping[str, nw.dtypes.DType]:
        return self.frame.collect_schema()

    @property
    def divides(self) -> bool:
        return not self.frame.implementation.is_polars()

    def out(self, stages: Iterable[Stage], results: Mapping[str, nw.Expr]) -> Any:  # noqa: ANN401 (any frame)
        kept = self.frame.collect_schema().names()
        return _staged(self.frame, stages, results).select(*kept, *results).to_native()


@frozen
class _Eager:
    frame: nw.DataFrame[Any]

    @property
    def schema(self) -> Mapping[str, nw.dtypes.DType]:
        return self.frame.schema

    @property
    def divides(self) -> bool:
        return not self.frame.implementation.is_polars()

    def out(self, stages: Iterable[Stage], results: Mapping[str, nw.Expr]) -> Any:  # noqa: ANN401 (any frame)
        found = _staged(self.frame, stages, results).select(*results)
        return nw.concat([self.frame, found], how="horizontal").to_native()


@frozen
class _Polars(_Eager):
    def out(self, stages: Iterable[Stage], results: Mapping[str, nw.Expr]) -> Any:  # noqa: ANN401 (any frame)
        found = _staged(self.frame.lazy(), stages, results).select(*results).collect()
        return nw.concat([self.frame, found], how="horizontal").to_native()


@frozen
class _Pandas(_Eager):
    frame: nw.DataFrame[Any]

    @property
    def _nullable(self) -> nw.DataFrame[Any]:
        native = self.frame.to_native()
        return nw.from_native(native.assign(**_nullable_columns(native)))

    @property
    def schema(self) -> Mapping[str, nw.dtypes.DType]:
        return self._nullable.schema

    def out(self, stages: Iterable[Stage], results: Mapping[str, nw.Expr]) -> Any:  # noqa: ANN401 (any frame)
        native = self.frame.to_native()
        found = _staged(self._nullable, stages, results).select(*results).to_native()
        integers = {name: "Int8" for name in results if name.startswith("km__")}
        texts = {name: "string" for name in results if name not in integers}
        namespace = nw.get_native_namespace(self.frame)
        return namespace.concat([native, found.astype(integers | texts)], axis=1)


def _nullable_columns(native: Any) -> dict[str, Any]:  # noqa: ANN401 (a pandas frame)
    """Return the columns of types that know no null, or hold objects, in types that do."""
    made = {}
    for name, column in native.items():
        kind = getattr(column.dtype, "kind", "") if type(column.dtype).__module__ == "numpy.dtypes" else ""
        if kind == "f":
            made[name] = column.astype("Float64")
        elif kind == "O":
            made[name] = _of_objects(column)
    return made


def _of_objects(column: Any) -> Any:  # noqa: ANN401 (a pandas series)
    """Return a column of Python objects by the type all of them have; as it is without one."""
    try:
        import pyarrow as pa  # noqa: PLC0415 (only such columns need it)
        import pandas as pd
    except ImportError:
        return column.convert_dtypes()
    try:
        array = pa.array(column, from_pandas=True)
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        return column
    return pd.Series(pd.arrays.ArrowExtensionArray(array), index=column.index)


def _staged(frame: Any, stages: Iterable[Stage], results: Mapping[str, nw.Expr]) -> Any:  # noqa: ANN401 (lazy or not)
    for stage in (*stages, results):
        if stage:
            frame = frame.with_columns(**stage)
    return frame
