"""The columnar engine: one standard over whole frames, in the libraries the frames are of."""

from collections.abc import Iterator
from typing import Any, Literal, TypeAlias

import narwhals as nw

from kieumau.engines.columnar.doors import door_of
from kieumau.engines.columnar.results import (
    DECISIVE,
    OUTCOME,
    REFUSED,
    Detail,
    Results,
    column_name,
)
from kieumau.engines.columnar.schema import MADE, Schema, absent_error, read_schema
from kieumau.engines.columnar.stages import absent_measures
from kieumau.errors import Diagnostic, UsageError
from kieumau.program.columns import Asked

__all__ = ["Detail", "Missing", "added_columns", "evaluate_frame"]

Missing: TypeAlias = Literal["error", "unknown"]


def added_columns(asked: Asked, detail: Detail) -> tuple[str, ...]:
    """Return the names of the columns a frame is given, in order."""
    shown = () if detail == "outcome" else asked.table.criteria
    more = asked.table.indicators if detail == "indicators" else ()
    return (OUTCOME, REFUSED, DECISIVE, *map(column_name, (*shown, *more)))


def evaluate_frame(
    asked: Asked,
    native: Any,  # noqa: ANN401 (any frame)
    detail: Detail,
    missing: Missing,
    *,
    as_if: bool,
) -> Any:  # noqa: ANN401 (any frame)
    """Return a frame with the outcome of every row beside it; see `Standard.evaluate_frame`."""
    if isinstance(native, nw.DataFrame | nw.LazyFrame):
        unwrapped = nw.to_native(native)
        return nw.from_native(evaluate_frame(asked, unwrapped, detail, missing, as_if=as_if))
    door = door_of(native)
    schema = read_schema(door.schema, asked.vocabulary, divides=door.divides)
    added = added_columns(asked, detail)
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
    results = Results(asked, schema, as_if=as_if)
    columns = results.columns(detail)  # first: asking for them is what fills the stages
    return door.out(results.stages(), columns)


def _absent_of_the_ward(asked: Asked, schema: Schema, *, as_if: bool) -> Iterator[str]:
    days, dated = bool(asked.month_days), bool(asked.valid.edges()) and not as_if
    needed = {
        "period_from": days,
        "period_to": days or dated or bool(asked.scopes),
        "province": bool(asked.scopes),
    }
    yield from (name for name, wanted in needed.items() if wanted and name not in schema.named)
