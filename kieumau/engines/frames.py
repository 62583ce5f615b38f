"""The way in to whole frames: the columnar engine, loaded only when a frame is at hand."""

from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import Any

from kieumau.errors import MissingExtraError
from kieumau.program.binding import Bound
from kieumau.rules.measures import Measure
from kieumau.wording import Text

__all__ = ["columnar", "frame_of", "plain_columns", "rows_at"]

_LIBRARIES = ("narwhals", "polars")


def columnar(module: str) -> ModuleType:
    """Return a module of the columnar engine.

    Raises
    ------
    MissingExtraError
        KM-732: the extra ``frames`` is not installed.
    """
    try:
        return import_module(f"kieumau.engines.columnar.{module}")
    except ModuleNotFoundError as error:
        if error.name not in _LIBRARIES:
            raise
        what = Text("đánh giá cả bảng dữ liệu", "evaluating whole frames")
        raise MissingExtraError("frames", what) from error


def frame_of(wards: Sequence[Bound], measures: Sequence[Measure]) -> Any:  # noqa: ANN401 (a frame)
    """Return facts already bound as a table of polars, a row for each ward.

    Raises
    ------
    MissingExtraError
        KM-732: the extra ``frames`` is not installed.
    """
    return columnar("wards").frame_of(wards, measures)


def rows_at(frame: Any, rows: Sequence[int]) -> Any:  # noqa: ANN401 (a frame)
    """Return some rows of a frame, by position."""
    return columnar("wards").rows_at(frame, rows)


def plain_columns(frame: Any) -> dict[str, list[Any]]:  # noqa: ANN401 (a frame)
    """Return the columns of a frame as plain lists, by name."""
    found: dict[str, list[Any]] = columnar("wards").plain_columns(frame)
    return found
