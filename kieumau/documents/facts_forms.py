"""Data-entry forms and tables of wards in workbooks, read as fact sets.

Two layouts, told apart by their row of keys: a row a measure (a sheet is a ward), or a row a ward
(a column a measure). The very hidden sheet of a form made by ``kieumau template`` says each
measure's kind, so that what was chosen from a list becomes what it means; without it values are
kept as typed and read by the measures themselves.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from kieumau.documents.fact_tables import refuse_twice
from kieumau.documents.facts_sheets import Lines, Wards
from kieumau.documents.factsets import FactSet
from kieumau.documents.form_layout import (
    FORM_FORMAT,
    FORM_KEYS,
    MARK_SHEET,
    MEASURE_MARK,
)
from kieumau.documents.form_values import FormMeasure
from kieumau.documents.rows import NEEDED
from kieumau.documents.workbooks.reading import Sheet, Workbook, as_id, read_workbook
from kieumau.errors import Diagnostic, DocumentError, Problems, Severity
from kieumau.language.fold import fold
from kieumau.places import Place
from kieumau.rules.measures import Kind
from kieumau.wording import Text

__all__ = [
    "FormOrigin",
    "FormReading",
    "read_each_ward",
    "read_facts_form",
    "read_facts_sheets",
    "read_one_ward",
]

_KEYS_WITHIN = 40  # rows from the top in which the keys are looked for


@frozen
class FormOrigin:
    """The standard a form was made for."""

    standard: str
    on: str
    digest: str


@frozen
class FormReading:
    """What a workbook held.

    Attributes
    ----------
    wards
        The wards with the place of each.
    made_for
        The standard the form was made for; None for a table that is no form.
    notes
        Warnings: what was passed over.
    """

    wards: tuple[tuple[FactSet, Place], ...]
    made_for: FormOrigin | None
    notes: tuple[Diagnostic, ...]


def read_facts_form(path: Path, shown: str | None = None) -> FormReading:
    """Read a filled form, or a table of wards, from a workbook.

    Raises
    ------
    DocumentError
        With the cell of every problem.
    """
    problems = Problems()
    reading = read_facts_sheets(path, problems, shown)
    refuse_twice(reading.wards, problems)
    problems.raise_if_any(DocumentError)
    return reading


def read_one_ward(path: Path) -> FactSet:
    """Return the facts of a workbook that holds one ward.

    Raises
    ------
    DocumentError
        With the cell of every problem; KM-541, KM-979: it holds none, or several.
    """
    found = read_facts_form(path).wards
    if len(found) != 1:
        code = "KM-979" if found else "KM-541"
        arguments: dict[str, str | int | Text] = {"n": len(found)} if found else {}
        raise DocumentError(Diagnostic(code, Place(str(path)), arguments))
    return found[0][0]


def read_facts_sheets(path: Path, problems: Problems, shown: str | None = None) -> FormReading:
    """Read as `read_facts_form` does, noting the problems instead.

    Raises
    ------
    DocumentError
        The file is no workbook, or no form.
    """
    book = read_workbook(path, shown, strict=False)
    origin, measures = _marks(book)
    wards: list[tuple[FactSet, Place]] = []
    for table in _tables(book, measures, problems):
        problems.extend(table.sheet.problems)
        table.sheet.refuse_merges(problems, table.keys)
        table.check()
        wards += ((facts, place) for facts, place in table.read() if facts)
    notes = tuple(each for each in problems.all if each.severity is Severity.WARNING)
    return FormReading(tuple(wards), origin, notes)


def read_each_ward(path: Path) -> Iterator[tuple[FactSet | None, Place, tuple[Diagnostic, ...]]]:
    """Yield every ward of a workbook with what is wrong with it; None where it cannot be read.

    Raises
    ------
    DocumentError
        The file is no workbook or no form, or something is wrong that is not one ward's.
    """
    book = read_workbook(path, strict=False)
    _, measures = _marks(book)
    for table in _tables(book, measures, Problems()):
        problems, sheet = table.problems, table.sheet
        table.check()
        problems.raise_if_any(DocumentError)
        problems.extend(sheet.problems)
        sheet.refuse_merges(problems, table.keys)
        of_cells, problems.found = problems.errors, []
        for facts, place in table.read():
            own = [each for each in of_cells if table.one or each.place.line == place.line]
            of_cells = tuple(each for each in of_cells if each not in own)
            yield facts, place, (*own, *problems.errors)
            problems.found = []
        if of_cells:
            raise DocumentError(*of_cells)


def _tables(
    book: Workbook, measures: dict[str, FormMeasure], problems: Problems
) -> "Iterator[Lines | Wards]":
    """Yield the tables of a workbook.

    Raises
    ------
    DocumentError
        KM-970: there is none.
    """
    found = [(each, keys) for each in book.sheets if not each.hidden and (keys := _keys(each))]
    if not found:
        raise DocumentError(Diagnostic("KM-970", Place(book.file)))
    for sheet, (row, columns) in found:
        kind = Wards if "ward_code" in columns.values() else Lines
        yield kind(sheet, row, columns, measures, problems)


def _marks(book: Workbook) -> tuple[FormOrigin | None, dict[str, FormMeasure]]:
    """Return what the hidden sheet says: the standard, and the measures' kinds."""
    sheet = book.get(MARK_SHEET)
    said: dict[str, str] = {}
    measures: dict[str, FormMeasure] = {}
    if sheet is None or not sheet.hidden:
        return None, measures
    for row in sheet.filled:
        key = sheet.text(row, 1)
        if key == MEASURE_MARK:
            id_ = as_id(sheet.text(row, 2))
            measures[id_] = _form_measure(id_, sheet.text(row, 3), sheet.text(row, 4))
        else:
            said.setdefault(key, sheet.text(row, 2))
    found = said.get("format", "")
    if found != FORM_FORMAT:
        arguments: dict[str, str | int | Text] = {"found": found or "?", "known": FORM_FORMAT}
        raise DocumentError(Diagnostic("KM-971", sheet.place(1, 2), arguments))
    origin = FormOrigin(said.get("standard", ""), said.get("on", ""), said.get("digest", ""))
    return origin, measures


def _form_measure(id_: str, kind: str, choices: str) -> FormMeasure:
    """Return a measure as the form says it is; a kind nobody knows leaves values as typed."""
    known = Kind(kind) if kind in list(Kind) else None
    try:
        names = json.loads(choices, strict=False) if choices else []
    except (ValueError, RecursionError):
        names = []
    found: dict[str, str] = {}
    for each in names if isinstance(names, list) else ():
        if isinstance(each, list) and all(isinstance(part, str) for part in each):
            found |= {fold(part): as_id(each[0]) for part in each}
    return FormMeasure(id_, known, found)


def _keys(sheet: Sheet) -> tuple[int, dict[int, str]] | None:
    """Return the row of the keys and each column's key; None when the sheet is no table."""
    for row, columns in sheet.filled.items():
        if row > _KEYS_WITHIN:
            return None
        found = {column: as_id(text) for column in columns if (text := sheet.text(row, column))}
        keys = set(found.values())
        if "ward_code" in keys and len(keys & set(NEEDED)) > 1:
            return row, found
        if len(keys & set(FORM_KEYS)) > len(FORM_KEYS) // 2:
            return row, found
    return None
