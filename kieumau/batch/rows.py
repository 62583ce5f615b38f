"""Rows on their own: read as every other command reads them, with every reason in words."""

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol, TypeAlias

import polars as pl
from attrs import evolve, frozen

from kieumau.batch.chunks import Chunk, SetAside
from kieumau.batch.plan import Plan
from kieumau.batch.values import cast, written
from kieumau.documents.factsets import FactSet
from kieumau.documents.nodes import Node, ScalarNode, unseen
from kieumau.documents.rows import OF_THE_WARD, read_data_row, read_row
from kieumau.errors import Diagnostic, FactsError, Problems
from kieumau.language.names import Vocabulary
from kieumau.places import Place
from kieumau.program.binding import Binder, Bound
from kieumau.rules.facts import Interval, Reported, Unknown
from kieumau.rules.measures import Measure
from kieumau.wording import nfc

__all__ = [
    "ENDS",
    "Read",
    "Reader",
    "RecordReader",
    "RowReader",
    "typed",
    "typed_cells",
]

ENDS = ("__min", "__max")
_WARD_KINDS = {
    "ward_code": pl.String,
    "ward_name": pl.String,
    "province": pl.String,
    "period_from": pl.Date,
    "period_to": pl.Date,
    "invented": pl.Boolean,
}


@frozen
class Read:
    """A chunk once read.

    Attributes
    ----------
    frame
        The typed columns of the rows that could be read.
    rows
        Which of the chunk's rows they are.
    set_aside
        The others, by row.
    """

    frame: pl.DataFrame
    rows: pl.Series
    set_aside: Mapping[int, SetAside]


Evaluate: TypeAlias = Callable[[FactSet], object]


class Reader(Protocol):
    """Reads chunks of one sort of source."""

    def read(self, chunk: Chunk) -> Read:
        """Return the typed columns of the rows that can be read, and the others with reasons."""
        ...

    def facts(self, chunk: Chunk, row: int) -> FactSet:
        """Return one row's facts.

        Raises
        ------
        FactsError
            With the column of every problem in the row.
        """
        ...

    def set_aside(self, chunk: Chunk, row: int, problems: tuple[Diagnostic, ...]) -> SetAside:
        """Return a row that is not judged, with its cells as they stand."""
        ...

    def why(self, chunk: Chunk, row: int) -> SetAside:
        """Return a row that is refused, with what is said of it when it is judged alone."""
        ...


@frozen
class RowReader:
    """Reads one row on its own, of whatever a chunk holds.

    Attributes
    ----------
    evaluate
        Judges one ward; for the words of a refusal.
    quoted
        Whether texts are a program's, not as people write them in a table.
    """

    plan: Plan
    binder: Binder
    evaluate: Evaluate
    quoted: bool

    def facts(self, chunk: Chunk, row: int) -> FactSet:
        """Return a row's facts.

        Raises
        ------
        FactsError
            With the column of every problem in the row.
        """
        problems, place = Problems(), chunk.place(row)
        cells = dict(zip(chunk.frame.columns, chunk.frame.row(row), strict=True))
        for number, column in enumerate(self.plan.columns, 1):
            value = cells[column]
            if column in self.plan.unnamed:
                del cells[column]
                if value is not None and str(value).strip():
                    problems.add("KM-544", place, number=number)
            elif column in self.plan.ignored:
                del cells[column]
        if self.quoted:
            facts = read_data_row(cells, place, problems)
        else:
            facts = read_row(dict(_nodes(cells, place, problems)), place, problems)
        problems.raise_if_any(FactsError)
        assert facts is not None  # noqa: S101 (no problem, so it was read)
        return facts

    def bound(self, chunk: Chunk, row: int) -> Bound:
        """Return a row's facts, read by the measures' kinds.

        Raises
        ------
        FactsError
            With the column of every problem in the row.
        """
        return self.binder.bind(self.facts(chunk, row))

    def why(self, chunk: Chunk, row: int) -> SetAside:
        """Return a row that is refused, with what is said of it when it is judged alone."""
        return _refused(self, chunk, row)

    def set_aside(self, chunk: Chunk, row: int, problems: tuple[Diagnostic, ...]) -> SetAside:
        """Return a row that is not judged, with its cells as they stand."""
        cells = zip(chunk.frame.columns, chunk.frame.row(row), strict=True)
        said = {column: "" if value is None else str(value) for column, value in cells}
        return SetAside(chunk.place(row), problems, said)


def _nodes(
    cells: Mapping[str, str | None], place: Place, problems: Problems
) -> Iterator[tuple[str, Node]]:
    """Yield the cells of a line of text, as the reader of tables takes them."""
    for column, text in cells.items():
        at = Place(place.file, place.line, 0, column)
        said = nfc(text or "")
        if mark := unseen(said):
            problems.add("KM-123", at, mark=mark)
            said = "?"
        yield column, ScalarNode(said.strip(), at)


@frozen
class RecordReader:
    """Reads chunks of wards that were written one by one."""

    binder: Binder
    evaluate: Evaluate

    def facts(self, chunk: Chunk, row: int) -> FactSet:
        """Return one ward's facts."""
        return chunk.records[row].facts

    def set_aside(self, chunk: Chunk, row: int, problems: tuple[Diagnostic, ...]) -> SetAside:
        """Return a ward that is not judged, as it was written."""
        record = chunk.records[row]
        return SetAside(record.place, problems, record.cells)

    def why(self, chunk: Chunk, row: int) -> SetAside:
        """Return a ward that is refused, with what is said of it when it is judged alone."""
        return _refused(self, chunk, row)

    def read(self, chunk: Chunk) -> Read:
        """Return the typed columns of the wards that can be read, and the others with reasons."""
        vocabulary = self.binder.vocabulary
        cells: dict[int, dict[str, object]] = {}
        aside: dict[int, SetAside] = {}
        for row, record in enumerate(chunk.records):
            try:
                cells[row] = typed_cells(self.binder.bind(record.facts), vocabulary)
            except FactsError:
                aside[row] = self.why(chunk, row)
        names = dict.fromkeys(name for each in cells.values() for name in each)
        frame = pl.DataFrame(
            {name: [each.get(name) for each in cells.values()] for name in (*OF_THE_WARD, *names)},
            schema_overrides=_WARD_KINDS,
        )
        measures = {
            name: vocabulary[name.removesuffix("__min").removesuffix("__max")]
            for name in names
            if name not in OF_THE_WARD
        }
        return Read(typed(frame, measures), pl.Series(values=list(cells), dtype=pl.UInt32), aside)


def typed_cells(bound: Bound, vocabulary: Vocabulary) -> dict[str, object]:
    """Return facts once bound as the cells of a row: the ward's typed, figures as texts."""
    facts = bound.facts
    ward, period = facts.ward, facts.period
    named = (ward.code, ward.name, ward.province, period.first, period.last, facts.invented)
    cells: dict[str, object] = dict(zip(OF_THE_WARD, named, strict=True))
    for fact in facts:
        measure = vocabulary[fact.measure]
        match fact.value:
            case Unknown():
                pass
            case Interval(low, high):
                cells |= _between(measure, written(low, measure), written(high, measure))
            case Reported():
                ends = (measure.from_grid(each) for each in bound.box.spans[measure.id])
                cells |= _between(measure, *(written(each, measure) for each in ends))
            case value:
                cells[measure.id] = written(value, measure)
    return cells


def _between(measure: Measure, low: str, high: str) -> dict[str, str]:
    return {measure.id + ENDS[0]: low, measure.id + ENDS[1]: high}


def typed(frame: pl.DataFrame, measures: Mapping[str, Measure]) -> pl.DataFrame:
    """Return canonical texts as values of their measures' kinds."""
    return frame.with_columns(
        cast(frame[name], measure).alias(name) for name, measure in measures.items()
    )


def _refused(reader: "RowReader | RecordReader", chunk: Chunk, row: int) -> SetAside:
    at = chunk.place(row)
    try:
        reader.evaluate(reader.facts(chunk, row))
    except FactsError as error:
        said = tuple(_placed(each, at) for each in error.diagnostics)
        return reader.set_aside(chunk, row, said)
    return reader.set_aside(chunk, row, (Diagnostic("KM-650", at),))


def _placed(diagnostic: Diagnostic, at: Place) -> Diagnostic:
    """Return a diagnostic at its row where it has no line of its own."""
    if diagnostic.place.line:
        return diagnostic
    return evolve(diagnostic, place=evolve(at, path=diagnostic.place.path))
