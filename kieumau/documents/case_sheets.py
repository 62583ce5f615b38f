"""``cases/*.xlsx``: the sheet «Trường hợp» of a workbook as a case file."""

from pathlib import Path
from typing import Any

from kieumau.documents.nodes import ListNode, MapNode, Node, ScalarNode
from kieumau.documents.rule_sheets.cells import read_cell
from kieumau.documents.rule_sheets.columns import CASES
from kieumau.documents.rule_sheets.entries import one_language, put
from kieumau.documents.rule_sheets.layout import Table, read_table
from kieumau.documents.workbooks.reading import read_workbook
from kieumau.errors import Diagnostic, DocumentError, Problems
from kieumau.places import Place
from kieumau.wording import LANGUAGES

__all__ = ["read_case_sheet"]


def read_case_sheet(path: Path, shown: str, problems: Problems) -> Node | None:
    """Return a workbook's cases as the nodes of a case file; each field stands at its cell.

    Such cases name no ward or period: each starts from another (``like``), or names a facts file.
    """
    try:
        book = read_workbook(path, shown, strict=False)
    except DocumentError as error:
        problems.extend(error.diagnostics)
        return None
    sheet = next((s for lang in LANGUAGES if (s := book.get(CASES.name.say(lang)))), None)
    if sheet is None:
        problems.extend([Diagnostic("KM-913", Place(shown), {"name": CASES.name})])
        return None
    problems.extend(sheet.problems)
    table = read_table(sheet, CASES, problems, needed=False)
    if table is None:
        return None
    cases = tuple(_case(table, row, problems) for row in table.rows())
    place = sheet.place(table.first - 1, 1)
    return MapNode(
        (
            (ScalarNode("format", place), ScalarNode("kieumau/cases/1", place)),
            (ScalarNode("cases", place), ListNode(cases, place)),
        ),
        place,
    )


def _case(table: Table, row: int, problems: Problems) -> MapNode:
    item: dict[str, Any] = {}
    places: dict[str, Place] = {}
    for column in CASES.columns:
        cell = table.sheet.get(row, table.columns.get(column.id, 0))
        if cell is None:
            continue
        way = column.ways["case"]
        put(item, way, read_cell(column, cell, None, problems))
        places[".".join(map(str, way))] = cell.place
        places.setdefault(str(way[0]), cell.place)
    one_language(item)
    here = places.get("id", table.sheet.place(row, table.columns["id"]))
    node = _node(item, "", places, here)
    return node if isinstance(node, MapNode) else MapNode((), here)


def _node(data: Any, path: str, places: dict[str, Place], outer: Place) -> Node:  # noqa: ANN401
    """Return data as nodes, each at the cell its field stands in."""
    place = places.get(path, outer)
    if isinstance(data, dict):
        return MapNode(
            tuple(
                (
                    ScalarNode(key, places.get(f"{path}.{key}".lstrip("."), place)),
                    _node(value, f"{path}.{key}".lstrip("."), places, place),
                )
                for key, value in data.items()
            ),
            place,
        )
    if isinstance(data, list | tuple):
        return ListNode(tuple(_node(each, path, places, place) for each in data), place)
    return ScalarNode(data or "", place, null=data is None)
