"""Data-entry forms and tables of wards in workbooks, read as fact sets.

Two layouts, told apart by their row of keys: a row a measure (a sheet is a ward), or a row a ward
(a column a measure). The very hidden sheet of a form made by ``kieumau template`` says each
measure's kind, so that what was chosen from a list becomes what it means; without it values are
kept as typed and read by the measures themselves.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from attrs import frozen

from kieumau.documents.fact_tables import refuse_twice
from kieumau.documents.factsets import FactSet, read_fact_set, read_facts
from kieumau.documents.form_layout import (
    FORM_FORMAT,
    FORM_KEYS,
    HEAD,
    KEY_ID,
    KEY_VALUE,
    MARK_SHEET,
    MEASURE_MARK,
)
from kieumau.documents.form_values import FormMeasure, filled_value, ticked, words_node
from kieumau.documents.nodes import ListNode, MapNode, Node, ScalarNode
from kieumau.documents.rows import NEEDED, column_parts, read_row
from kieumau.documents.workbooks.reading import Cell, Sheet, Workbook, as_id, read_workbook
from kieumau.errors import Diagnostic, DocumentError, Problems, Severity
from kieumau.language.fold import fold
from kieumau.places import Place
from kieumau.rules.measures import Kind
from kieumau.wording import Text

__all__ = ["FormOrigin", "FormReading", "read_facts_form", "read_facts_sheets", "read_one_ward"]

_KEYS_WITHIN = 40  # rows from the top in which the keys are looked for
_CHANGES_NOTHING = ("invented", "note")
_EVIDENCE = ("source", "document", "url", "date", "note")


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
    tables = [(each, keys) for each in book.sheets if not each.hidden and (keys := _keys(each))]
    if not tables:
        raise DocumentError(Diagnostic("KM-970", Place(book.file)))
    wards: list[tuple[FactSet, Place]] = []
    for sheet, (row, columns) in tables:
        problems.extend(sheet.problems)
        sheet.refuse_merges(problems, row)
        if "ward_code" in columns.values():
            wards += _Wards(sheet, row, columns, measures, problems).read()
        else:
            wards += _Lines(sheet, row, columns, measures, problems).read()
    notes = tuple(each for each in problems.all if each.severity is Severity.WARNING)
    return FormReading(tuple(wards), origin, notes)


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


@frozen
class _Table:
    """A sheet with a row of keys, and what the form says of its measures."""

    sheet: Sheet
    keys: int
    columns: Mapping[int, str]
    measures: Mapping[str, FormMeasure]
    problems: Problems


@frozen
class _Lines(_Table):
    """A sheet with a row a measure: one ward."""

    @cached_property
    def column(self) -> dict[str, int]:
        """The column of each key."""
        return {key: column for column, key in self.columns.items()}

    def read(self) -> Iterator[tuple[FactSet, Place]]:
        missing = [key for key in (KEY_VALUE, KEY_ID) if key not in self.column]
        for key in missing:
            self.problems.add("KM-981", self.sheet.place(self.keys, 1), column=key)
        if missing:
            return
        head: dict[str, int] = {}
        facts: list[tuple[ScalarNode, Node]] = []
        seen: dict[str, Place] = {}
        for row in (each for each in self.sheet.filled if each > self.keys):
            id_ = as_id(self.sheet.text(row, self.column[KEY_ID]))
            if not id_:
                self.refuse_nameless(row)
                continue
            if id_ in HEAD or id_ in _CHANGES_NOTHING:
                head.setdefault(id_, row)
                continue
            written = self.fact(id_, row)
            if written is None:
                continue
            place = self.sheet.place(row, self.column[KEY_VALUE])
            if id_ in seen:
                name = self.name(id_, row)
                self.problems.add("KM-978", place, name=name, first=str(seen[id_]))
                continue
            seen[id_] = place
            facts.append((ScalarNode(id_, place), written))
        place = self.sheet.place(self.keys, 1)
        found = self.fact_set(head, MapNode(tuple(facts), place), place)
        if found:
            yield found, place

    def refuse_nameless(self, row: int) -> None:
        for key in FORM_KEYS[:-1]:
            cell = self.cell(row, key)
            if cell:
                self.problems.add("KM-980", cell.place)
                return

    def cell(self, row: int, key: str) -> Cell | None:
        column = self.column.get(key)
        return self.sheet.get(row, column) if column else None

    def name(self, id_: str, row: int) -> str:
        """Return what the form calls a measure."""
        first = min(self.column.values())
        said = [self.sheet.text(row, column) for column in range(1, first)]
        return next((each for each in said if each and not each.isdigit()), id_)

    # --- the ward

    def fact_set(self, head: Mapping[str, int], facts: MapNode, place: Place) -> FactSet | None:
        nodes: dict[str, Node] = {}
        for key in (*HEAD, *_CHANGES_NOTHING):
            row = head.get(key)
            cell = self.cell(row, KEY_VALUE) if row else None
            if cell:
                nodes[key] = self.head_node(key, cell)
            elif key in HEAD:
                at = self.sheet.place(row, self.column[KEY_VALUE]) if row else place
                self.problems.add("KM-972", at, name=self.name(key, row) if row else key)
        if any(key not in nodes for key in HEAD):
            read_facts(facts, self.problems)
            return None
        code, name, province, first, last = (nodes[key] for key in HEAD)
        ward = _mapped(place, code=code, name=name, province=province)
        period = _mapped(first.place, **{"from": first, "to": last})
        rest = {key: nodes[key] for key in _CHANGES_NOTHING if key in nodes}
        whole = _mapped(place, ward=ward, period=period, facts=facts, **rest)
        return read_fact_set(whole, self.problems)

    def head_node(self, key: str, cell: Cell) -> Node:
        if key == "note":
            return words_node(cell)
        if key in HEAD[:3] and not isinstance(cell.value, str):
            self.problems.add("KM-535", cell.place, column=key, found=cell.text)
        return ScalarNode(cell.text, cell.place) if key in HEAD[:3] else cell.node

    # --- a measure

    def fact(self, id_: str, row: int) -> Node | None:
        """Return a line as its fact is written in a file; None when nothing is given."""
        value, rounded, low, high, unknown = (
            self.cell(row, key) for key in (KEY_VALUE, "rounded", "low", "high", "unknown")
        )
        name = self.name(id_, row)
        place = self.sheet.place(row, self.column[KEY_VALUE])
        shapes: dict[str, Node] = {}
        measure = self.measures.get(id_, FormMeasure(id_))
        if value:
            shapes["value"] = filled_value(value, measure, name, self.problems)
        if low and high:
            ends = tuple(filled_value(e, measure, name, self.problems) for e in (low, high))
            shapes["between"] = ListNode(ends, low.place)
        elif end := low or high:
            self.problems.add("KM-974", end.place, name=name)
        if unknown:
            shapes["unknown"] = words_node(unknown)
        if rounded and ticked(rounded, value, name, self.problems) and value:
            shapes["reported"] = ScalarNode(_published(value), value.place, quoted=True)
            del shapes["value"]
        evidence = self.evidence(row)
        if len(shapes) > 1:
            ways = "; ".join(self.heading(key) for key in shapes)
            self.problems.add("KM-973", place, name=name, ways=ways)
            return None
        if not shapes:
            if evidence and not (low or high):
                self.problems.add("KM-977", place, severity=Severity.WARNING, name=name)
            return None
        if not evidence and "value" in shapes:
            return shapes["value"]
        return _mapped(place, **shapes, **({"evidence": evidence} if evidence else {}))

    def heading(self, key: str) -> str:
        """Return the heading of the column a way of giving a fact stands in."""
        column = self.column.get({"between": "low", "reported": KEY_VALUE}.get(key, key), 0)
        above = (self.sheet.text(row, column) for row in range(self.keys - 1, 0, -1))
        return next((each for each in above if each), key)

    def evidence(self, row: int) -> Node | None:
        found = {key: cell.node for key in _EVIDENCE if (cell := self.cell(row, key))}
        return _mapped(self.sheet.place(row, self.column[KEY_VALUE]), **found) if found else None


@frozen
class _Wards(_Table):
    """A sheet with a row a ward."""

    def read(self) -> Iterator[tuple[FactSet, Place]]:
        self.check_columns()
        for row, columns in self.sheet.filled.items():
            if row <= self.keys:
                continue
            nodes: dict[str, Node] = {}
            for column in columns:
                cell = self.sheet.cells[row, column]
                if column not in self.columns:
                    self.problems.add("KM-544", cell.place, number=column)
                    continue
                nodes[self.columns[column]] = self.node(self.columns[column], cell)
            if nodes:
                place = self.sheet.place(row, 1)
                facts = read_row(nodes, place, self.problems)
                if facts:
                    yield facts, place

    def check_columns(self) -> None:
        first: dict[str, int] = {}
        for column, key in self.columns.items():
            before = first.setdefault(fold(key), column)
            if before != column:
                at = self.sheet.place(self.keys, column)
                self.problems.add("KM-543", at, column=key, first=before)
        for key in NEEDED:
            if key not in self.columns.values():
                self.problems.add("KM-546", self.sheet.place(self.keys, 1), column=key)

    def node(self, key: str, cell: Cell) -> Node:
        id_, part = column_parts(key)
        if key in NEEDED or key in _CHANGES_NOTHING:
            return cell.node
        if part in ("__reason", "__reason_en"):
            return ScalarNode(cell.text, cell.place, quoted=True)
        if part == "__reported":
            return ScalarNode(_published(cell), cell.place, quoted=True)
        return filled_value(cell, self.measures.get(id_, FormMeasure(id_)), id_, self.problems)


def _published(cell: Cell) -> str:
    """Return a rounded figure as it was published: as many digits as are there, and no more."""
    return cell.text if isinstance(cell.value, str) or cell.percent else str(cell.value)


def _mapped(place: Place, **fields: Node) -> MapNode:
    return MapNode(
        tuple((ScalarNode(key, node.place), node) for key, node in fields.items()), place
    )
