"""Frames of wards drawn for standards drawn, of both families of strategies."""

from typing import Any

import polars as pl
from attrs import frozen
from hypothesis import strategies as st

from kieumau.standard import Standard
from kieumau.testing import strategies as simple
from tests import strategies as rich
from tests.engines.frames import STYLES, Row, polars_frame, rows_of

__all__ = ["Drawn", "drawn_frames"]


@frozen(repr=False)
class Drawn:
    """A standard, and wards as rows of a frame; shown in a few lines when a law fails."""

    standard: Standard
    rows: list[Row]
    style: str
    frame: pl.DataFrame

    def __repr__(self) -> str:
        leaves = (str(leaf) for leaf in self.standard.program.leaves)
        return "\n".join((self.style, *leaves, *map(str, self.rows)))

    def _repr_pretty_(self, printer: Any, _cycle: object) -> None:
        """Show it so in Hypothesis' reports too, which else write out every field."""
        printer.text(repr(self))


@st.composite
def drawn_frames(draw: st.DrawFn, most: int = 4) -> Drawn:
    """Draw a standard, a few wards for it, how their columns are typed, and whether any lack."""
    family = simple if draw(st.booleans()) else rich
    standard = draw(family.standards())
    wards = draw(st.lists(family.fact_sets(standard), min_size=1, max_size=most))
    rows, style = rows_of(standard, wards), draw(st.sampled_from(STYLES))
    frame = polars_frame(standard, rows, style, sparse=draw(st.booleans()))
    return Drawn(standard, rows, style, frame)
