"""What a workbook says of a plugin: its rows put into the documents it was made of."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from attrs import define, field, frozen

from kieumau.authoring.workbook.making import GUIDE_SHEET, field_value
from kieumau.documents.rule_sheets.cells import read_cell, same
from kieumau.documents.rule_sheets.columns import KINDS, CellKind, Column, sheets
from kieumau.documents.rule_sheets.entries import (
    Documents,
    Entry,
    entries_of,
    get,
    one_language,
    place_list,
    put,
    tidy,
)
from kieumau.documents.rule_sheets.layout import MARK_SHEET, REMOVED, Origin, Table, read_table
from kieumau.documents.workbooks.reading import Cell, Workbook
from kieumau.documents.workbooks.writing import LISTS_SHEET
from kieumau.errors import Problems, Severity
from kieumau.language.fold import fold
from kieumau.places import Place
from kieumau.wording import LANGUAGES

__all__ = ["Placed", "put_rows"]

_OWN = frozenset({GUIDE_SHEET.vi, GUIDE_SHEET.en, MARK_SHEET, LISTS_SHEET})
_HOLDERS: Mapping[str, str] = {
    "criterion": "criteria",
    "add-indicator": "add",
    "add-criterion": "add",
    "tighten": "tighten",
    "clarify": "clarify",
    "waive": "waive",
    "measure": "measures",
    "instrument": "instruments",
    "case": "cases",
}
_FILES: Mapping[str, tuple[str, str, str]] = {
    "criteria": ("rules/", "rules/bang-tinh.yaml", "kieumau/rules/1"),
    "measures": ("measures.", "measures.yaml", "kieumau/measures/1"),
    "instruments": ("plugin.", "plugin.yaml", "kieumau/plugin/1"),
    "cases": ("cases/", "cases/bang-tinh.yaml", "kieumau/cases/1"),
}
"""Where each sheet's entries stand: how their files begin, a new one's name, and its format."""


@frozen
class Placed:
    """A row that is an entry: where each of its fields stands in the workbook."""

    table: Table
    row: int

    def place(self, column: str) -> Place:
        """Return the place of one of its cells."""
        return self.table.sheet.place(self.row, self.table.columns.get(column, 1))


def put_rows(
    book: Workbook, origin: Origin, documents: Documents, problems: Problems
) -> dict[int, Placed]:
    """Make the documents say what the workbook says; return the rows by the id of their entry."""
    specs = sheets(origin.citations)
    names = {each.name.say(lang) for each in specs for lang in LANGUAGES}
    for each in book.sheets:
        if each.name not in names and each.name not in _OWN and not each.hidden:
            near = get_close_matches(each.name, [spec.name.say(origin.lang) for spec in specs], 1)
            problems.add("KM-908", each.place(1, 1), near, Severity.WARNING, name=each.name)
    putting = _Putting(origin, documents, problems, list(entries_of(documents)))
    for spec in specs:
        found = next(
            (sheet for lang in LANGUAGES if (sheet := book.get(spec.name.say(lang)))), None
        )
        if found is None:
            problems.add("KM-913", Place(book.file), name=spec.name)
            continue
        problems.extend(found.problems)
        table = read_table(found, spec, problems)
        if table:
            putting.table(table)
    putting.remove()
    return putting.placed


@define
class _Putting:
    """Puts the rows of all sheets into the documents."""

    origin: Origin
    documents: Documents
    problems: Problems
    entries: list[Entry]
    placed: dict[int, Placed] = field(factory=dict)
    gone: list[Entry] = field(factory=list)

    def table(self, table: Table) -> None:
        spec = table.spec
        known = {each.key: each for each in self.entries if each.sheet == spec.id}
        ids: dict[tuple[str, str], int] = {}
        written: dict[tuple[str, str], list[tuple[int, Entry]]] = {}
        last: Entry | None = None
        met: set[str] = set()
        for row in table.rows():
            key = table.sheet.text(row, table.columns["key"]) if "key" in table.columns else ""
            entry = known.get(key) or self.by_id(table, row, known, met)
            if entry and entry.key in met:
                if self.id_of(table, row) == _id(entry) or not entry.container:
                    self.twice(table, row, entry)
                    continue
                entry = None  # a copied row with an id of its own
            removed = self.removed(table, row)
            if entry is None:
                if removed or not self.says(table, row):
                    continue
                entry = self.new(table, row, last)
                if entry is None:
                    continue
            elif removed:
                met.add(entry.key)
                self.gone.append(entry)
                continue
            else:
                met.add(entry.key)
                self.change(table, row, entry)
            name = (f"{entry.kind} {entry.parent}", self.id_of(table, row))
            if (
                entry.kind in ("indicator", "criterion", "measure", "instrument", "case")
                and name[1]
            ):
                if name in ids:
                    self.twice(table, row, entry, ids[name])
                ids.setdefault(name, row)
            alike = written.setdefault((entry.kind, _id(entry)), [])
            first = next((at for at, each in alike if each.item == entry.item), 0)
            if first and name not in ids:
                self.twice(table, row, entry, first)
            alike.append((row, entry))
            self.placed[id(entry.item)] = Placed(table, row)
            last = entry
        self.gone += [each for key, each in known.items() if key not in met]

    def by_id(
        self, table: Table, row: int, known: Mapping[str, Entry], met: set[str]
    ) -> Entry | None:
        """Return the entry of a row that lost its key: the only one of its kind and id."""
        kind, id_ = self.kind_of(table, row, quiet=True), self.id_of(table, row)
        found = [e for e in known.values() if e.kind == kind and _id(e) == id_]
        return found[0] if id_ and len(found) == 1 and found[0].key not in met else None

    def id_of(self, table: Table, row: int) -> str:
        return table.sheet.text(row, table.columns["id"])

    def kind_of(self, table: Table, row: int, *, quiet: bool = False) -> str:
        if table.spec.id != "criteria":
            return table.spec.kinds[0]
        cell = table.sheet.get(row, table.columns["kind"])
        if cell is None:
            if not quiet:
                self.problems.add("KM-912", table.sheet.place(row, table.columns["kind"]))
            return ""
        for name, label in KINDS:
            if fold(cell.text) in (fold(label.vi), fold(label.en), name):
                return name
        if not quiet:
            labels = [label.say(self.origin.lang) for _, label in KINDS]
            near = get_close_matches(cell.text, labels, 2)
            said = ", ".join(labels)
            self.problems.add("KM-911", cell.place, near, found=cell.text, allowed=said)
        return ""

    def removed(self, table: Table, row: int) -> bool:
        at = table.columns.get("remove")
        cell = table.sheet.get(row, at) if at else None
        if cell is None:
            return False
        if fold(cell.text) in (fold(REMOVED.vi), fold(REMOVED.en)):
            return True
        allowed = REMOVED.say(self.origin.lang)
        self.problems.add("KM-911", cell.place, [allowed], found=cell.text, allowed=allowed)
        return False

    def says(self, table: Table, row: int) -> bool:
        aside = ("key", "below", "remove")
        return any(
            table.sheet.get(row, at) for id_, at in table.columns.items() if id_ not in aside
        )

    def twice(self, table: Table, row: int, entry: Entry, first: int = 0) -> None:
        placed = self.placed.get(id(entry.item))
        at = table.columns["id"]
        said = table.sheet.place(first or (placed.row if placed else row), at)
        id_ = self.id_of(table, row) or _id(entry)
        self.problems.add("KM-917", table.sheet.place(row, at), id=id_, first=str(said))

    def change(self, table: Table, row: int, entry: Entry) -> None:
        """Put what a row says differently into its entry."""
        touched = False
        for column in table.spec.columns:
            if column.id == "below" or column.id not in table.columns:
                continue
            cell = table.sheet.get(row, table.columns[column.id])
            if same(field_value(column, entry, self.origin.lang), cell):
                continue
            if self.misplaced(column, entry, cell, table, row):
                continue
            touched = True
            self.put(column, entry, cell)
        if touched:
            tidy(entry.item)

    def misplaced(
        self, column: Column, entry: Entry, cell: Cell | None, table: Table, row: int
    ) -> bool:
        """Return whether a cell of an entry there already is cannot be changed; say so."""
        moved = column.id == "to" and entry.kind == "indicator"
        place = table.sheet.place(row, table.columns[column.id])
        if moved or (column.id == "kind" and entry.sheet == "criteria"):
            said = str(field_value(column, entry, self.origin.lang) or "")
            self.problems.add("KM-918", place, [said], column=column.heading)
            return True
        if entry.kind not in column.ways:
            if cell is not None:
                kind = next((label for name, label in KINDS if name == entry.kind), None)
                self.problems.add("KM-919", place, column=column.heading, kind=kind or entry.kind)
            return True
        if column.id == "id" and cell is None:
            self.problems.add("KM-920", place)
            return True
        return False

    def put(self, column: Column, entry: Entry, cell: Cell | None) -> None:
        way = column.ways[entry.kind]
        before = get(entry.item, way)
        value: Any = None
        if cell is not None:
            value = read_cell(column, cell, before, self.problems)
        if column.kind is CellKind.DERIVATION:
            for name in ("ratio", "sum", "difference", "change"):
                entry.item.pop(name, None)
            entry.item.update(value or {})
        else:
            put(entry.item, way, value)

    def new(self, table: Table, row: int, last: Entry | None) -> Entry | None:
        """Put a row that is no entry yet beside the entry of its kind above it."""
        kind = self.kind_of(table, row)
        if not kind:
            return None
        if not self.id_of(table, row):
            self.problems.add("KM-920", table.sheet.place(row, table.columns["id"]))
            return None
        container, file, parent = self.container(table, row, kind, last)
        if container is None:
            return None
        entry = Entry(table.spec.id, kind, file, "", {}, container, parent)
        for column in table.spec.columns:
            cell = table.sheet.get(row, table.columns.get(column.id, 0))
            stays = column.id in ("kind", "below") and table.spec.id == "criteria"
            if cell is None or stays or (column.id == "to" and kind == "indicator"):
                continue
            if kind not in column.ways:
                self.misplaced(column, entry, cell, table, row)
                continue
            self.put(column, entry, cell)
        tidy(entry.item)
        one_language(entry.item)
        if kind == "add-indicator" and "to" in entry.item:
            entry.item = {"to": entry.item.pop("to"), **entry.item}
        at = next((n for n, each in enumerate(container) if last and each is last.item), None)
        container.insert(len(container) if at is None else at + 1, entry.item)
        self.entries.append(entry)
        return entry

    def container(
        self, table: Table, row: int, kind: str, last: Entry | None
    ) -> tuple[list[Any] | None, str, str]:
        """Return the list a new entry goes into, its file, and an indicator's criterion."""
        if kind == "indicator":
            return self.criterion(table, row)
        start, name, written = _FILES[table.spec.id]
        if kind == "set":
            self.problems.add(
                "KM-911",
                table.sheet.place(row, table.columns["kind"]),
                found=kind,
                allowed=", ".join(label.vi for n, label in KINDS if n != "set"),
            )
            return None, "", ""
        near = [e for e in self.entries if e.sheet == table.spec.id and e.kind == kind]
        file = last.file if last else near[-1].file if near else ""
        file = file or next((each for each in self.documents if each.startswith(start)), name)
        document = self.documents.setdefault(file, {"format": written})
        return place_list(document, _HOLDERS[kind]), file, ""

    def criterion(self, table: Table, row: int) -> tuple[list[Any] | None, str, str]:
        at = table.columns["to"]
        id_ = table.sheet.text(row, at)
        owners = [e for e in self.entries if e.kind in ("criterion", "add-criterion")]
        for each in owners:
            if _id(each) == id_:
                holder = each.item["criterion"] if each.kind == "add-criterion" else each.item
                return place_list(holder, "indicators"), each.file, id_
        near = get_close_matches(id_, [_id(each) for each in owners], 2)
        self.problems.add("KM-921", table.sheet.place(row, at), near, id=id_)
        return None, "", ""

    def remove(self) -> None:
        """Take the entries that are gone out of their lists, and lists left empty with them."""
        for entry in self.gone:
            if entry.container is not None:
                entry.container[:] = [e for e in entry.container if e is not entry.item]
        for document in self.documents.values():
            for name in list(_emptied(document)):
                del document[name]


def _emptied(document: Any) -> Iterator[str]:  # noqa: ANN401 (plain data)
    for name in ("add", "tighten", "clarify", "waive", "instruments"):
        if isinstance(document, dict) and document.get(name) == []:
            yield name


def _id(entry: Entry) -> str:
    inner = entry.item.get("indicator") or entry.item.get("criterion") or entry.item
    return str(inner.get("id") or "") if isinstance(inner, dict) else ""
