"""Sweeps: how many rows of a frame come to what while a threshold moves."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, Any

from attrs import evolve

from kieumau.engines.frames import columnar
from kieumau.plugins.composed import Composed
from kieumau.program.columns import Asked, Missing
from kieumau.program.swept import Threshold, sweep_program
from kieumau.program.thresholds import (
    Number,
    chosen_threshold,
    points_of,
    refuse_many,
    refuse_twice,
)

if TYPE_CHECKING:
    from kieumau.engines.columnar.counts import Counts

__all__ = ["sweep_counts", "swept_frame"]


def sweep_counts(
    asked: Asked,
    composed: Composed,
    native: Any,  # noqa: ANN401 (any frame)
    swept: Sequence[tuple[Threshold, Sequence[Decimal]]],
    missing: Missing,
    *,
    as_if: bool,
) -> "Counts":
    """Return how many rows come to what at every point, of two thresholds at every pair.

    Raises
    ------
    FactsError
        The frame's columns are absent, or cannot be read.
    MissingExtraError
        KM-732: the extra ``frames`` is not installed.
    """
    found = sweep_program(asked.program, asked.table.unassessed, composed, swept)
    moved = evolve(asked, program=found.program)
    counts: Counts = columnar("counts").count_points(
        moved, native, found.points, missing, as_if=as_if
    )
    return counts


def swept_frame(
    asked: Asked,
    composed: Composed,
    native: Any,  # noqa: ANN401 (any frame)
    wanted: Sequence[tuple[str, Iterable[Number]]],
    missing: Missing,
    *,
    as_if: bool,
) -> Any:  # noqa: ANN401 (any frame)
    """Return the counts of a sweep as a table; see `kieumau.standard.Standard.sweep`."""
    refuse_twice([id_ for id_, _ in wanted])
    thresholds = [(chosen_threshold(composed, id_), numbers) for id_, numbers in wanted]
    swept = [(each, points_of(each, composed, numbers)) for each, numbers in thresholds]
    refuse_many([points for _, points in swept])
    counts = sweep_counts(asked, composed, native, swept, missing, as_if=as_if)
    pairs = list(product(*(points for _, points in swept)))
    columns: dict[str, Sequence[Any]] = {
        name: [each[at] for each in pairs]
        for at, name in zip(range(len(swept)), ("threshold", "against"), strict=False)
    }
    columns |= {
        "met": counts.met,
        "not_met": counts.not_met,
        "undetermined": counts.undetermined,
        "refused": [counts.refused] * len(pairs),
    }
    return columnar("counts").counts_frame(native, columns)
