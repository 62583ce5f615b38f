"""Sweeps: how many rows of a frame come to what while a threshold moves."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import evolve

from kieumau.engines.frames import columnar
from kieumau.plugins.composed import Composed
from kieumau.program.columns import Asked, Missing
from kieumau.program.swept import Threshold, sweep_program

if TYPE_CHECKING:
    from kieumau.engines.columnar.counts import Counts

__all__ = ["counts_frame", "sweep_counts"]


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


def counts_frame(native: Any, columns: Mapping[str, Sequence[Any]]) -> Any:  # noqa: ANN401 (frames)
    """Return columns as a small table in the library of a frame."""
    return columnar("counts").counts_frame(native, columns)
