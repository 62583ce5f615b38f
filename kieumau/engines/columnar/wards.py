"""Wards as a frame: facts already bound, written out as the columns this engine reads.

What is bound is exact (`kieumau.program.binding`), so a figure that was rounded or is an interval
is two columns of ends, as any other.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, TypeAlias

import narwhals as nw

from kieumau.program.binding import Bound
from kieumau.rules.facts import NO_DATE
from kieumau.rules.measures import Kind, Measure

__all__ = ["frame_of", "plain_columns", "rows_at"]

_Values: TypeAlias = list[Any]
_Type: TypeAlias = nw.dtypes.DType


def frame_of(wards: Sequence[Bound], measures: Sequence[Measure]) -> Any:  # noqa: ANN401 (a frame)
    """Return a table of polars, a row for each ward."""
    columns: dict[str, tuple[_Type, _Values]] = {
        "province": (nw.String(), [each.facts.ward.province for each in wards]),
        "period_from": (nw.Date(), [each.facts.period.first for each in wards]),
        "period_to": (nw.Date(), [each.facts.period.last for each in wards]),
    }
    for measure in measures:
        columns.update(_columns(measure, wards))
    return nw.from_dict(
        {name: values for name, (_, values) in columns.items()},
        schema={name: kind for name, (kind, _) in columns.items()},
        backend="polars",
    ).to_native()


def plain_columns(frame: Any) -> dict[str, list[Any]]:  # noqa: ANN401 (a frame)
    """Return the columns of a table that is not lazy as lists, null as None."""
    columns = nw.from_native(frame, eager_only=True)
    return {name: columns[name].to_list() for name in columns.columns}


def rows_at(frame: Any, rows: Sequence[int]) -> Any:  # noqa: ANN401 (a frame)
    """Return some rows of a frame, by position."""
    return nw.from_native(frame, eager_only=True)[rows].to_native()


def _columns(
    measure: Measure, wards: Sequence[Bound]
) -> Iterator[tuple[str, tuple[_Type, _Values]]]:
    """Yield the columns of a measure: of its values, and of its ends where any is not exact."""
    id_ = measure.id
    spans = [each.box.spans.get(id_) for each in wards]
    kind, read = _reader(measure)
    exact = [None if not each or each[0] < each[1] else read(each[0]) for each in spans]
    if measure.kind is Kind.DATE and any(id_ in each.box.undated for each in wards):
        exact = [
            NO_DATE if id_ in ward.box.undated else value and value.isoformat()
            for ward, value in zip(wards, exact, strict=True)
        ]
        yield id_, (nw.String(), exact)
    else:
        yield id_, (kind, exact)
    wide = [each if each and each[0] < each[1] else None for each in spans]
    if any(wide):
        for at, part in enumerate(("__min", "__max")):
            yield id_ + part, (kind, [each and read(each[at]) for each in wide])


def _reader(measure: Measure) -> tuple[_Type, Any]:
    """Return the type of a measure's column, and what makes its values of the program's integers.

    A float is the one nearest to the decimal, which it stands for up to 15 digits; rows with more
    are refused by the engine.
    """
    scale = 10**measure.decimals
    match measure.kind:
        case Kind.YES_NO:
            return nw.Boolean(), bool
        case Kind.CHOICE:
            return nw.String(), [each.id for each in measure.choices].__getitem__
        case Kind.DATE:
            return nw.Date(), date.fromordinal
        case _ if scale == 1:
            return nw.Int64(), int
        case _:
            return nw.Float64(), lambda units: units / scale
