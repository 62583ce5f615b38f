"""Judging: a chunk once read, asked of a standard as a whole; a row refused says why on its own."""

from collections.abc import Mapping

import polars as pl
from attrs import field, frozen

from kieumau.batch.chunks import Chunk, SetAside
from kieumau.batch.repeated import KEY, Repeated
from kieumau.batch.rows import Reader
from kieumau.errors import Diagnostic
from kieumau.standard import Standard

__all__ = ["DECISIVE", "OUTCOME", "Judge", "Judged"]

OUTCOME, REFUSED, DECISIVE = "km_outcome", "km_refused", "km_decisive"
_LINES = 2**40
"""A place as one number: the file's position times this, and the line."""


@frozen
class Judged:
    """A chunk once judged.

    Attributes
    ----------
    frame
        The wards judged: their columns, what was read of them, and the results with a truth per
        criterion and indicator.
    rows
        Which of the chunk's rows they are.
    set_aside
        The others, in order.
    """

    frame: pl.DataFrame
    rows: pl.Series
    set_aside: tuple[SetAside, ...]


@frozen
class Judge:
    """One standard and the wards met so far. For one thread.

    Attributes
    ----------
    files
        The files met, by position; a place is kept as a number.
    """

    standard: Standard
    as_if: bool
    reader: Reader
    repeated: Repeated = field(factory=Repeated)
    files: list[str] = field(factory=list)

    def judge(self, chunk: Chunk) -> Judged:
        """Return the wards of a chunk judged, and the rows set aside."""
        read = self.reader.read(chunk)
        aside: dict[int, SetAside] = dict(read.set_aside)
        found = self._asked(read.frame)
        refused = found[REFUSED].is_not_null()
        rows = read.rows
        for row in rows.filter(refused).to_list():
            aside[row] = self.reader.why(chunk, row)
        found, rows = found.filter(~refused).drop(REFUSED), rows.filter(~refused)
        again = self._again(chunk, found, rows)
        aside |= again
        if again:
            good = ~rows.is_in(list(again))
            found, rows = found.filter(good), rows.filter(good)
        ordered = [*chunk.broken, *aside.values()]
        ordered.sort(key=lambda each: (each.place.sheet, each.place.line))
        return Judged(found, rows, tuple(ordered))

    def _asked(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Return the results beside the rows."""
        asked: pl.DataFrame = self.standard.evaluate_frame(
            frame, detail="indicators", missing="unknown", as_if=self.as_if
        )
        return asked

    def keys(self, chunk: Chunk, found: pl.DataFrame, rows: pl.Series) -> pl.DataFrame:
        """Return wards with their periods, and where each stands as a number."""
        if chunk.file not in self.files:
            self.files.append(chunk.file)
        first = self.files.index(chunk.file) * _LINES
        places = chunk.places.cast(pl.UInt64).gather(rows) + first
        return found.select(KEY).with_columns(places.alias("place"))

    def _again(self, chunk: Chunk, found: pl.DataFrame, rows: pl.Series) -> Mapping[int, SetAside]:
        """Return the rows whose ward was met before for the same period."""
        keys = self.keys(chunk, found, rows)
        set_aside = {}
        for at, first in self.repeated.meet(keys, keys["place"]).iter_rows():
            row = rows[at]
            file, line = divmod(first, _LINES)
            arguments = {"ward": keys["ward_code"][at], "first": f"{self.files[file]}:{line}"}
            said = Diagnostic("KM-549", chunk.place(row), arguments)
            set_aside[row] = self.reader.set_aside(chunk, row, (said,))
        return set_aside
