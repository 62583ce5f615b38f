"""Reading tables: the cells of a chunk as typed columns a standard can be asked about, row for row.

Whole columns are read at once where their cells are plain. A row that holds anything else is read
on its own, by the reader every other command uses: it comes out typed like the others, or is set
aside with that reader's reasons.
"""

from collections.abc import Mapping

import polars as pl
from attrs import field, frozen

from kieumau.batch.chunks import Chunk, SetAside
from kieumau.batch.plan import Plan
from kieumau.batch.rows import ENDS, Read, RowReader, typed, typed_cells
from kieumau.batch.values import ValueReader
from kieumau.batch.wards import read_ward_columns
from kieumau.documents.factsets import FactSet
from kieumau.errors import Diagnostic, FactsError
from kieumau.rules.measures import Kind, Measure

__all__ = ["TableReader"]

_WORDS = ("__reported", "__reason", "__reason_en")


@frozen
class TableReader:
    """Reads chunks of a table; keeps what it has read of each column. For one thread."""

    plan: Plan
    rows: RowReader
    readers: dict[str, ValueReader] = field(factory=dict)

    def read(self, chunk: Chunk) -> Read:
        """Return the typed columns of the rows that can be read, and the others with reasons."""
        frame, plan = chunk.frame, self.plan
        wards = read_ward_columns(frame)
        odd = wards.odd
        for column in plan.unnamed:
            odd = odd | _filled(frame[column])
        made: dict[str, pl.Series] = {}
        kinds: dict[str, Measure] = {}
        for id_, parts in plan.by_measure.items():
            measure = self.rows.binder.vocabulary[id_]
            columns, wrong = self._measure(measure, parts, frame)
            odd = odd | wrong
            made |= columns
            kinds |= dict.fromkeys(columns, measure)
        alone = odd.arg_true().to_list()
        patches, set_aside = self._alone(chunk, alone)
        texts = [name for name, column in made.items() if column.dtype == pl.String]
        full = pl.DataFrame({**wards.frame.to_dict(), **made})
        full = _patched(full, patches, [*wards.frame.columns, *texts])
        kept = pl.Series(values=range(frame.height), dtype=pl.UInt32)
        if set_aside:
            good = ~kept.is_in(list(set_aside))
            full, kept = full.filter(good), kept.filter(good)
        measures = {name: kinds[name] for name in texts}
        return Read(typed(full, measures), kept, set_aside)

    def facts(self, chunk: Chunk, row: int) -> FactSet:
        """Return one row's facts.

        Raises
        ------
        FactsError
            With the column of every problem in the row.
        """
        return self.rows.facts(chunk, row)

    def why(self, chunk: Chunk, row: int) -> SetAside:
        """Return a row that is refused, with what is said of it when it is judged alone."""
        return self.rows.why(chunk, row)

    def set_aside(self, chunk: Chunk, row: int, problems: tuple[Diagnostic, ...]) -> SetAside:
        """Return a row that is not judged, with its cells as they stand."""
        return self.rows.set_aside(chunk, row, problems)

    def _measure(
        self, measure: Measure, parts: Mapping[str, str], frame: pl.DataFrame
    ) -> tuple[dict[str, pl.Series], pl.Series]:
        """Return the columns of one measure, and which rows must be read alone because of it."""
        odd = _never(frame.height)
        forms: list[pl.Series] = []
        made: dict[str, pl.Series] = {}
        if "" in parts:
            cells = frame[parts[""]]
            forms.append(_filled(cells))
            (made[measure.id],), wrong = self._column(measure, "", parts[""], cells)
            odd = odd | wrong
        spans: list[tuple[pl.Series, pl.Series]] = []
        if any(each in parts for each in ENDS):
            ends, wrong = self._ends(measure, parts, frame)
            filled = [_filled(frame[parts[each]]) for each in ENDS if each in parts]
            forms.append(filled[0] | filled[-1])
            odd = odd | wrong
            spans += ends
        if "__reported" in parts:
            cells = frame[parts["__reported"]]
            forms.append(_filled(cells))
            (low, high), wrong = self._column(measure, "__reported", parts["__reported"], cells)
            odd = odd | wrong
            spans.append((low, high))
        reasons = [parts[each] for each in ("__reason", "__reason_en") if each in parts]
        if reasons:
            forms.append(_never(frame.height))
        for column, part in zip(reasons, ("__reason", "__reason_en"), strict=False):
            _, wrong = self._column(measure, part, column, frame[column])
            forms[-1] = forms[-1] | _filled(frame[column])
            odd = odd | wrong
        if len(forms) > 1:
            several = pl.sum_horizontal(*(pl.lit(each.cast(pl.UInt8)) for each in forms))
            odd = odd | pl.select(several).to_series().gt(1)
        if spans and (measure.kind.numeric or measure.kind is Kind.DATE):
            for at, end in enumerate(ENDS):
                made[measure.id + end] = _first(*(each[at] for each in spans))
        return made, odd

    def _ends(
        self, measure: Measure, parts: Mapping[str, str], frame: pl.DataFrame
    ) -> tuple[list[tuple[pl.Series, pl.Series]], pl.Series]:
        """Return both ends of provisional values; half of one, or of a kind without, is odd."""
        if not all(each in parts for each in ENDS):
            (column,) = (parts[each] for each in ENDS if each in parts)
            return [], _filled(frame[column])
        cells = [frame[parts[each]] for each in ENDS]
        filled = [_filled(each) for each in cells]
        if not (measure.kind.numeric or measure.kind is Kind.DATE):
            return [], filled[0] | filled[1]
        if "__reported" in parts or len({each.dtype for each in cells}) > 1:
            cells = [each if each.dtype == pl.String else each.cast(pl.String) for each in cells]
        (low, first), (high, second) = (
            (column[0], wrong)
            for column, wrong in (
                self._column(measure, part, parts[part], each)
                for part, each in zip(ENDS, cells, strict=True)
            )
        )
        return [(low, high)], first | second | (filled[0] != filled[1])

    def _column(
        self, measure: Measure, part: str, column: str, cells: pl.Series
    ) -> tuple[tuple[pl.Series, ...], pl.Series]:
        if cells.dtype == pl.String:
            reader = self.readers.setdefault(column, ValueReader(measure, part, self.rows.quoted))
            return reader.column(cells)
        if part in _WORDS:  # figures where words should be: only the row's reader knows
            return (cells.cast(pl.String),) * 2, _filled(cells)
        return (cells,), _never(cells.len())

    def _alone(
        self, chunk: Chunk, rows: list[int]
    ) -> tuple[dict[int, dict[str, object]], dict[int, SetAside]]:
        """Return the typed cells of rows read alone, and those that cannot be read."""
        read: dict[int, dict[str, object]] = {}
        set_aside: dict[int, SetAside] = {}
        for row in rows:
            try:
                bound = self.rows.bound(chunk, row)
            except FactsError:
                set_aside[row] = self.rows.why(chunk, row)
            else:
                read[row] = typed_cells(bound, self.rows.binder.vocabulary)
        return read, set_aside


def _first(*columns: pl.Series) -> pl.Series:
    """Return the first of several columns that says anything, row by row."""
    found = columns[0]
    for each in columns[1:]:
        found = found.zip_with(found.is_not_null(), each)
    return found


def _filled(cells: pl.Series) -> pl.Series:
    if cells.dtype == pl.String:
        return (cells.str.strip_chars() != "").fill_null(value=False)
    return cells.is_not_null()


def _never(rows: int) -> pl.Series:
    return pl.repeat(value=False, n=rows, dtype=pl.Boolean, eager=True)


def _patched(
    frame: pl.DataFrame, patches: Mapping[int, Mapping[str, object]], columns: list[str]
) -> pl.DataFrame:
    """Return a frame with some rows' cells put in place of what stood there."""
    if not patches:
        return frame
    rows = list(patches)
    return frame.with_columns(
        frame[name].scatter(rows, [patches[row].get(name) for row in rows]) for name in columns
    )
