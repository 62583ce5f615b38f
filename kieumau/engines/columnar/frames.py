"""The columnar engine: one standard over whole frames, in the libraries the frames are of."""

from collections.abc import Collection, Iterator
from typing import Any

import narwhals as nw

from kieumau.engines.columnar.doors import Door, door_of
from kieumau.engines.columnar.results import (
    DECISIVE,
    OUTCOME,
    REFUSED,
    Results,
    column_name,
    status_name,
)
from kieumau.engines.columnar.schema import MADE, Schema, absent_error, read_schema
from kieumau.engines.columnar.stages import absent_measures
from kieumau.errors import Diagnostic, UsageError
from kieumau.program.columns import Asked, Detail, Missing

__all__ = ["added_columns", "evaluate_frame", "readable"]


def added_columns(asked: Asked, detail: Detail, *, status: bool = False) -> tuple[str, ...]:
    """Return the names of the columns a frame is given, in order."""
    shown = asked.table.shown(detail)
    statuses = map(status_name, shown) if status else ()
    return (OUTCOME, REFUSED, DECISIVE, *map(column_name, shown), *statuses)


def evaluate_frame(
    asked: Asked,
    native: Any,  # noqa: ANN401 (any frame)
    detail: Detail,
    missing: Missing,
    *,
    status: bool,
    as_if: bool,
) -> Any:  # noqa: ANN401 (any frame)
    """Return a frame with the outcome of every row beside it; see `Standard.evaluate_frame`."""
    if isinstance(native, nw.DataFrame | nw.LazyFrame):
        unwrapped = nw.to_native(native)
        return nw.from_native(
            evaluate_frame(asked, unwrapped, detail, missing, status=status, as_if=as_if)
        )
    door = door_of(native)
    added = added_columns(asked, detail, status=status)
    schema = readable(asked, door, missing, added, as_if=as_if)
    results = Results(asked, schema, as_if=as_if, detail=detail, status=status)
    columns = results.columns()  # first: asking for them is what fills the stages
    return door.out(results.stages(), columns)


def readable(
    asked: Asked, door: Door, missing: Missing, added: Collection[str] = (), *, as_if: bool
) -> Schema:
    """Return what a frame says, once it is seen to say enough and to leave room."""
    schema = read_schema(door.schema, asked.vocabulary, door.dialect)
    kept = {each: each.lower() for each in schema.columns}  # SQL does not tell A from a
    if taken := [name for name, low in kept.items() if low in added or low.startswith(MADE)]:
        raise UsageError(Diagnostic("KM-610", arguments={"columns": ", ".join(taken)}))
    if missing == "error":
        absent = [
            *absent_measures(asked.program, schema.named),
            *_absent_of_the_ward(asked, schema, as_if=as_if),
        ]
        if absent:
            raise absent_error(absent, schema.strange)
    return schema


def _absent_of_the_ward(asked: Asked, schema: Schema, *, as_if: bool) -> Iterator[str]:
    days, dated = bool(asked.month_days), bool(asked.valid.edges()) and not as_if
    needed = {
        "period_from": days,
        "period_to": days or dated or bool(asked.scopes),
        "province": bool(asked.scopes),
    }
    yield from (name for name, wanted in needed.items() if wanted and name not in schema.named)
