"""Counts: how many rows come to what at each point of a sweep, from one pass over the frame."""

from collections.abc import Mapping, Sequence
from typing import Any

import narwhals as nw
from attrs import frozen

from kieumau.engines.columnar.doors import door_of
from kieumau.engines.columnar.frames import readable
from kieumau.engines.columnar.results import Results
from kieumau.program.columns import Asked, Missing
from kieumau.program.swept import Point

__all__ = ["Counts", "count_points", "counts_frame"]


@frozen
class Counts:
    """How many rows come to what, at each point.

    Attributes
    ----------
    rows
        How many there are, refused ones among them.
    """

    rows: int
    refused: int
    met: tuple[int, ...]
    not_met: tuple[int, ...]

    @property
    def undetermined(self) -> tuple[int, ...]:
        """Those neither met nor not met, at each point."""
        judged = self.rows - self.refused
        return tuple(judged - a - b for a, b in zip(self.met, self.not_met, strict=True))


def count_points(
    asked: Asked,
    native: Any,  # noqa: ANN401 (any frame)
    points: Sequence[Point],
    missing: Missing,
    *,
    as_if: bool,
) -> Counts:
    """Return how many rows of a frame come to what at each point of a program."""
    door = door_of(nw.to_native(native, pass_through=True))
    schema = readable(asked, door, missing, as_if=as_if)
    results = Results(asked, schema, as_if=as_if, points=points)
    sums = results.sums()  # first: asking for them is what fills the stages
    found = door.totals(results.stages(), sums)
    at = range(len(points))
    return Counts(
        found["rows"],
        found["refused"],
        tuple(found[f"met_{n}"] for n in at),
        tuple(found[f"not_met_{n}"] for n in at),
    )


def counts_frame(native: Any, columns: Mapping[str, Sequence[Any]]) -> Any:  # noqa: ANN401 (any frame)
    """Return a small table in the library of a frame; in pyarrow where that has none in memory."""
    return nw.from_dict(
        dict(columns), backend=door_of(nw.to_native(native, pass_through=True)).backend
    ).to_native()
