"""Sheets of forms and tables of wards: a row a measure, or a row a ward."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import ClassVar

from attrs import frozen

from kieumau.documents.factsets import FactSet, read_fact_set, read_facts
from kieumau.documents.form_layout import FORM_KEYS, HEAD, KEY_ID, KEY_VALUE
from kieumau.documents.form_values import FormMeasure, filled_value, ticked, words_node
from kieumau.documents.nodes import ListNode, MapNode, Node, ScalarNode
from kieumau.documents.rows import NEEDED, column_parts, read_row
from kieumau.documents.workbooks.reading import Cell, Sheet, as_id
from kieumau.errors import Problems, Severity
from kieumau.language.fold import fold
from kieumau.places import Place

__all__ = ["Lines", "Wards"]

_CHANGES_NOTHING = ("invented", "note")
_EVIDENCE = ("source", "document", "url", "date", "note")


@frozen
class Table:
    """A sheet with a row of keys, and what the form says of its measures.

    Attributes
    ----------
    one
        Whether the whole sheet is about one ward.
    """

    sheet: Sheet
    keys: int
    columns: Mapping[int, str]
    measures: Mapping[str, FormMeasure]
    problems: Problems


@frozen
class Lines(Table):
    """A sheet with a row a measure: one ward."""

    @cached_property
    def column(self) -> dict[str, int]:
        """The column of each key."""
        return {key: column for column, key in self.columns.items()}

    one: ClassVar = True

    def check(self) -> None:
        """Note the columns that are not there."""
        for key in self.missing:
            self.problems.add("KM-981", self.sheet.place(self.keys, 1), column=key)

    @property
    def missing(self) -> list[str]:
        """The keys no column has, of those a form cannot do without."""
        return [key for key in (KEY_VALUE, KEY_ID) if key not in self.column]

    def read(self) -> Iterator[tuple[FactSet | None, Place]]:
        """Yield the ward; None where it cannot be read."""
        if self.missing:
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
        yield self.fact_set(head, MapNode(tuple(facts), place), place), place

    def refuse_nameless(self, row: int) -> None:
        """Note a line that gives something without saying of what."""
        for key in FORM_KEYS[:-1]:
            cell = self.cell(row, key)
            if cell:
                self.problems.add("KM-980", cell.place)
                return

    def cell(self, row: int, key: str) -> Cell | None:
        """Return the cell of a line under a key."""
        column = self.column.get(key)
        return self.sheet.get(row, column) if column else None

    def name(self, id_: str, row: int) -> str:
        """Return what the form calls a measure."""
        first = min(self.column.values())
        said = [self.sheet.text(row, column) for column in range(1, first)]
        return next((each for each in said if each and not each.isdigit()), id_)

    # --- the ward

    def fact_set(self, head: Mapping[str, int], facts: MapNode, place: Place) -> FactSet | None:
        """Return the ward of a form; None where its head is not filled in."""
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
        """Return what stands in the head under a key."""
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
        """Return what a line's figure rests on."""
        found = {key: cell.node for key in _EVIDENCE if (cell := self.cell(row, key))}
        return _mapped(self.sheet.place(row, self.column[KEY_VALUE]), **found) if found else None


@frozen
class Wards(Table):
    """A sheet with a row a ward."""

    one: ClassVar = False

    def read(self) -> Iterator[tuple[FactSet | None, Place]]:
        """Yield the ward of each row; None where it cannot be read."""
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
                yield read_row(nodes, place, self.problems), place

    def check(self) -> None:
        """Note columns that are there twice, or not at all."""
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
        """Return a cell of a ward's row as it is written in a file."""
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
