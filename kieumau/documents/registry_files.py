"""A registry or a list of statuses of one's own, outside any plugin: YAML, JSON or CSV.

A table holds units, or statuses, a row each, under the names the fields of an entry have; what a
whole file says besides (the province, the time it covers, the districts) follows from the rows.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kieumau.documents.delimited import Line, read_lines
from kieumau.documents.fields import read_day
from kieumau.documents.files import read_document, read_text
from kieumau.documents.nodes import ListNode, MapNode, Node, ScalarNode
from kieumau.documents.registry import FORMAT as REGISTRY
from kieumau.documents.registry import read_registry
from kieumau.documents.statuses import FORMAT as STATUSES
from kieumau.documents.statuses import read_statuses
from kieumau.errors import DocumentError, Problems
from kieumau.language.fold import clean, fold
from kieumau.places import Place
from kieumau.rules.registry import Registry
from kieumau.rules.statuses import Statuses

__all__ = ["read_registry_file", "read_statuses_file"]

_TABLES = (".csv", ".tsv")
_UNITS = ("id", "code", "name", "province", "from")
_STATUSES = ("unit", "status", "from")
_NOTHING: frozenset[str] = frozenset()


def read_registry_file(path: Path) -> Registry:
    """Return the registry in a file.

    Raises
    ------
    DocumentError
        With the place of every problem.
    """
    problems = Problems()
    table = path.suffix.lower() in _TABLES
    node = _registry_table(path, problems) if table else read_document(path)
    problems.raise_if_any(DocumentError)
    registry = read_registry(node, _NOTHING, problems)
    problems.raise_if_any(DocumentError)
    return registry


def read_statuses_file(path: Path, registry: Registry) -> Statuses:
    """Return the statuses in a file; they are about the units of that registry.

    Raises
    ------
    DocumentError
        With the place of every problem.
    """
    problems = Problems()
    if path.suffix.lower() in _TABLES:
        rows = _rows(path, _STATUSES, problems)
        place = Place(str(path), 1, 1)
        node: Node = _map(place, format=STATUSES, statuses=ListNode(tuple(rows), place))
    else:
        node = read_document(path)
    problems.raise_if_any(DocumentError)
    citable = frozenset(each.id for each in registry.instruments)
    statuses = read_statuses(node, registry, citable, problems)
    problems.raise_if_any(DocumentError)
    return statuses


def _registry_table(path: Path, problems: Problems) -> Node:
    """Return a table of units as the document it stands for."""
    rows = _rows(path, _UNITS, problems)
    place = Place(str(path), 1, 1)
    provinces: dict[str, MapNode] = {}
    for row in rows:
        provinces.setdefault(_text(row, "province"), row)
    for province, row in list(provinces.items())[1:]:
        problems.add("KM-296", row.place, first=next(iter(provinces)), other=province)
    units = tuple(_without(row, ("province", "district_name")) for row in rows)
    starts = [day for row in rows if (day := _day(row))]
    tier = [day for row in rows if not _text(row, "district") and (day := _day(row))]
    said: dict[str, str | Node] = {
        "format": REGISTRY,
        "province": next(iter(provinces), ""),
        "covers": _map(place, **{"from": min(starts).isoformat()} if starts else {}),
        "units": ListNode(units, place),
        "districts": ListNode(tuple(_districts(rows)), place),
        "district_level": _map(place, **{"until": min(tier).isoformat()} if tier else {}),
    }
    return _map(place, **said)


def _districts(rows: Sequence[MapNode]) -> list[MapNode]:
    named: dict[str, MapNode] = {}
    for row in rows:
        code = _text(row, "district")
        if code:
            name = _text(row, "district_name") or code
            named.setdefault(code, _map(row.place, code=code, name=name))
    return list(named.values())


def _rows(path: Path, needed: Sequence[str], problems: Problems) -> list[MapNode]:
    """Return the rows of a table as mappings; empty cells are left out."""
    name = str(path)
    text = read_text(path).replace("\r\n", "\n")
    lines = list(read_lines(text, _separator(text), name, problems))
    if not lines:
        problems.add("KM-540", Place(name, 1, 1), columns=", ".join(needed))
        return []
    header = [fold(cell.text).replace(" ", "_") for cell in lines[0].cells]
    for column in needed:
        if column not in header:
            problems.add("KM-546", Place(name, 1, 1), column=column)
    for at, cell in enumerate(lines[0].cells):
        if header[at] in header[:at]:
            first = header.index(header[at]) + 1
            problems.add("KM-543", cell.place, column=cell.text, first=first)
    if problems.errors:
        return []
    return [row for line in lines[1:] if (row := _row(line, header, name, problems))]


def _separator(text: str) -> str:
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def _row(line: Line, header: Sequence[str], name: str, problems: Problems) -> MapNode | None:
    if line.blank:
        return None
    place = Place(name, line.number, 1)
    if len(line.cells) != len(header):
        problems.add("KM-542", place, found=len(line.cells), wanted=len(header))
        return None
    cells = zip(header, line.cells, strict=True)
    entries = []
    for column, cell in cells:
        said = clean(cell.text)
        if said:
            at = Place(name, line.number, cell.place.column, path=column)
            entries.append((ScalarNode(column, at), ScalarNode(said, at)))
    return MapNode(tuple(entries), place)


def _map(place: Place, **entries: str | Node) -> MapNode:
    return MapNode(
        tuple(
            (
                ScalarNode(key, place),
                ScalarNode(value, place) if isinstance(value, str) else value,
            )
            for key, value in entries.items()
        ),
        place,
    )


def _without(row: MapNode, columns: Sequence[str]) -> MapNode:
    return MapNode(tuple(each for each in row if each[0].text not in columns), row.place)


def _text(row: MapNode, column: str) -> str:
    found = row.get(column)
    return found.text if isinstance(found, ScalarNode) else ""


def _day(row: MapNode) -> date | None:
    return read_day(_text(row, "from"))
