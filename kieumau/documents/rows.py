"""Rows: one ward's facts for one period as the cells of a table, and back.

Columns are measure ids beside those of the ward; an empty cell is a measure not supplied. A
provisional value takes two columns (``<id>__min``, ``<id>__max``), a rounded figure
``<id>__reported`` and the reason why a value is not known ``<id>__reason``. Evidence and notes
have no column: what a row carries is all that decides a verdict.
"""

import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from attrs import evolve

from kieumau.documents.factsets import FactSet, period_of, read_facts
from kieumau.documents.fields import Fields
from kieumau.documents.nodes import ListNode, MapNode, Node, ScalarNode, from_data
from kieumau.errors import FactsError, Problems
from kieumau.language.fold import clean
from kieumau.places import NOWHERE, Place
from kieumau.rules.facts import Fact, Interval, Reported, Scalar, Unknown, Ward

__all__ = [
    "NEEDED",
    "OF_THE_WARD",
    "PARTS",
    "Cell",
    "column_parts",
    "read_data_row",
    "read_row",
    "row_of",
    "row_to_facts",
]

Cell: TypeAlias = Scalar | None
"""What stands in one cell; None is not supplied."""

NEEDED = ("ward_code", "ward_name", "province", "period_from", "period_to")
"""The columns a row cannot do without."""
OF_THE_WARD = (*NEEDED, "invented")
"""The columns that are about the ward and the period; the last may be left out."""

_MIN, _MAX, _REPORTED, _REASON, _REASON_EN = PARTS = (
    "__min",
    "__max",
    "__reported",
    "__reason",
    "__reason_en",
)
"""What may follow a measure's id in the name of a column."""


def row_of(facts: FactSet) -> dict[str, Cell]:
    """Return a fact set as a row, without evidence and notes.

    Raises
    ------
    FactsError
        KM-533: a measure has the name of one of a row's own columns.
    """
    ward, period = facts.ward, facts.period
    row: dict[str, Cell] = {
        "ward_code": ward.code,
        "ward_name": ward.name,
        "province": ward.province,
        "period_from": period.first,
        "period_to": period.last,
    }
    if facts.invented:
        row["invented"] = True
    problems = Problems()
    for fact in facts:
        if fact.measure in OF_THE_WARD or fact.measure.endswith(PARTS):
            problems.add("KM-533", fact.place, name=fact.measure)
        row |= _cells(fact)
    problems.raise_if_any(FactsError)
    return row


def _cells(fact: Fact) -> dict[str, Cell]:
    id_ = fact.measure
    match fact.value:
        case Interval(low, high):
            return {f"{id_}{_MIN}": low, f"{id_}{_MAX}": high}
        case Reported(text):
            return {f"{id_}{_REPORTED}": text}
        case Unknown(reason):
            english = {f"{id_}{_REASON_EN}": reason.en} if reason.en != reason.vi else {}
            return {f"{id_}{_REASON}": reason.vi, **english}
        case value:
            return {id_: value}


def row_to_facts(row: Mapping[str, object]) -> FactSet:
    """Return the fact set a row of plain Python data holds.

    Raises
    ------
    FactsError
        With the column of every problem in the row.
    """
    problems = Problems()
    facts = read_data_row(row, NOWHERE, problems)
    problems.raise_if_any(FactsError)
    assert facts is not None  # noqa: S101 (no problem, so it was read)
    return facts


def read_data_row(row: Mapping[str, object], place: Place, problems: Problems) -> FactSet | None:
    """Read one row of plain Python data; as `read_row`.

    Parameters
    ----------
    place
        Where the row stands; its cells stand on the same line, under their columns.
    """
    nodes: dict[str, Node] = {}
    for column, given in row.items():
        value = _as_python(given)
        at, found = evolve(place, column=0, path=str(column)), Problems()
        if _not_a_number(value):
            problems.add("KM-534", at, column=str(column))
            continue
        node = from_data({column: value}, found)
        assert isinstance(node, MapNode)  # noqa: S101 (a mapping was given)
        nodes |= {key.text: evolve(cell, place=at) for key, cell in node}
        problems.extend(evolve(each, place=at) for each in found.found)
    return read_row(nodes, place, problems)


def _as_python(value: Any) -> object:  # noqa: ANN401 (a cell of any table)
    """Return a cell of numpy or pandas as Python has it, and as None what they say is missing.

    NA and NaT are only ever said of what is not there; NaN may be a figure that went wrong. The
    libraries are not imported: what they hand out is known by its shape.
    """
    if getattr(value, "ndim", None) == 0 and hasattr(value, "dtype"):
        moment = value.dtype.kind == "M"  # nanoseconds would come out as a bare number
        value = value.astype("datetime64[us]").item() if moment else value.item()
    missing = type(value).__module__.startswith("pandas.") and type(value).__name__ in _MISSING
    return None if missing else value


_MISSING = ("NAType", "NaTType")


def _not_a_number(value: object) -> bool:
    """Return whether this is how data frames mark what is missing, or what went wrong."""
    return isinstance(value, float | Decimal) and math.isnan(value)


def read_row(row: Mapping[str, Node], place: Place, problems: Problems) -> FactSet | None:
    """Read one row; None when something of the ward or the period is missing or wrong.

    Parameters
    ----------
    row
        The cells by column. A null or blank one is not supplied.
    place
        Where the row stands: what is missing is reported there.
    """
    cells = {column: node for column, node in row.items() if not _blank(node)}
    head = MapNode(tuple(_keyed(each, cells[each]) for each in OF_THE_WARD if each in cells), place)
    fields = Fields(head, problems)
    ward = Ward(*(_code(fields, each, problems) for each in NEEDED[:3]))
    first, last = (fields.day(each) for each in NEEDED[3:])
    invented = fields.flag("invented", default=False)
    for column in NEEDED:
        if column not in cells:
            problems.add("KM-538", place, column=column)
    forms: dict[str, dict[str, Node]] = {}
    for column, node in cells.items():
        if column not in OF_THE_WARD:
            id_, part = column_parts(column)
            forms.setdefault(id_, {})[part] = node
    written = tuple(_keyed(id_, _written(id_, form, problems)) for id_, form in forms.items())
    facts = read_facts(MapNode(written, place), problems)
    period = first and last and period_of(first, last, fields.place_of("period_from"), problems)
    if not period or facts is None:
        return None
    return FactSet(ward, period, tuple(each for each in facts if each), invented)


def column_parts(column: str) -> tuple[str, str]:
    """Return the measure a column is about and which part of its fact, empty for its value.

    >>> column_parts("so_ho"), column_parts("so_vu__min")
    (('so_ho', ''), ('so_vu', '__min'))
    """
    part = next((each for each in PARTS if column.endswith(each) and column != each), "")
    return column.removesuffix(part), part


def _blank(node: Node) -> bool:
    return isinstance(node, ScalarNode) and (node.null or not clean(node.text))


def _keyed(column: str, node: Node) -> tuple[ScalarNode, Node]:
    return ScalarNode(column, node.place), node


def _code(fields: Fields, column: str, problems: Problems) -> str:
    """Return a text about the ward; a code given as a number may have lost its zeros."""
    node = fields.scalar(column)
    if node is not None and node.value is not None:
        problems.add("KM-535", node.place, column=column, found=node.text)
    return fields.string(column)


def _written(id_: str, form: Mapping[str, Node], problems: Problems) -> Node:
    """Return a measure's cells as its fact is written in a file."""
    place = next(iter(form.values())).place
    match tuple(sorted(form)):
        case ("",):
            return form[""]
        case ("__max", "__min"):
            return _mapped("between", ListNode((form[_MIN], form[_MAX]), place))
        case ("__max",) | ("__min",):
            wanted = id_ + (_MIN if _MAX in form else _MAX)
            problems.add("KM-536", place, name=id_, wanted=wanted)
        case ("__reported",):
            return _mapped("reported", form[_REPORTED])
        case ("__reason",) | ("__reason_en",):
            return _mapped("unknown", next(iter(form.values())))
        case ("__reason", "__reason_en"):
            said = (_keyed("vi", form[_REASON]), _keyed("en", form[_REASON_EN]))
            return _mapped("unknown", MapNode(said, place))
        case found:
            columns = ", ".join(id_ + part for part in found)
            problems.add("KM-537", place, name=id_, columns=columns)
    return ScalarNode("", place, null=True)


def _mapped(key: str, node: Node) -> Node:
    return MapNode((_keyed(key, node),), node.place)
