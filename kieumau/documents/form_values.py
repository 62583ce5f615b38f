"""What stands in a cell of a form, read by the measure's kind as far as the form knows it.

Nothing is judged here but what only a workbook can leave open; the rest is for the measures.
"""

import re
from collections.abc import Mapping
from decimal import Decimal

from attrs import field, frozen

from kieumau.documents.fields import read_day
from kieumau.documents.nodes import MapNode, Node, ScalarNode
from kieumau.documents.workbooks.reading import Cell
from kieumau.errors import Problems
from kieumau.language.fold import fold
from kieumau.language.literals import YES_NO_WORDS, is_no_date, read_number
from kieumau.places import NOWHERE
from kieumau.rules.facts import NO_DATE
from kieumau.rules.measures import Kind
from kieumau.wording import number_text

__all__ = ["FormMeasure", "filled_value", "ticked", "words_node"]

_NOT_KNOWN = frozenset(
    fold(each)
    for each in ("chưa rõ", "chưa biết", "không rõ", "không biết", "unknown", "n/a", "?", "-")
)
_TICKS = frozenset(("có", "x", "yes", "true", "đúng"))
_NO_TICKS = frozenset(("không", "no", "false", "sai"))
_TWO = re.compile(r"vi: (.+)\nen: (.+)", re.DOTALL)


@frozen
class FormMeasure:
    """A measure as a form knows it: the kind, and the choices' ids by their folded names."""

    id: str
    kind: Kind | None = None
    choices: Mapping[str, str] = field(factory=dict, hash=False)


def filled_value(cell: Cell, measure: FormMeasure, name: str, problems: Problems) -> ScalarNode:
    """Return the value of a cell as files have it; what cannot be read stays as typed."""
    text, place = cell.text, cell.place
    folded = fold(text) if isinstance(cell.value, str) else ""
    if folded in _NOT_KNOWN and folded not in measure.choices:
        problems.add("KM-975", place, name=name, found=text)
        return ScalarNode("", place, null=True)
    match measure.kind:
        case Kind.YES_NO if fold(text) in YES_NO_WORDS:
            return ScalarNode(text, place, value=YES_NO_WORDS[fold(text)])
        case Kind.CHOICE if fold(text) in measure.choices:
            return ScalarNode(measure.choices[fold(text)], place, quoted=True)
        case Kind.DATE if isinstance(cell.value, str):
            if is_no_date(text):
                return ScalarNode(NO_DATE, place, quoted=True)
            return ScalarNode(text, place, value=read_day(text))
        case Kind.PERCENT:
            return _percentage(cell, name, problems)
        case Kind.INTEGER | Kind.NUMBER if isinstance(cell.value, str):
            return ScalarNode(text, place, value=read_number(text, NOWHERE, Problems()))
    return cell.node


def _percentage(cell: Cell, name: str, problems: Problems) -> ScalarNode:
    """Return a percentage in points; a bare share of 1 could be meant either way."""
    value = cell.value
    if isinstance(value, str):
        points = read_number(value.removesuffix("%"), NOWHERE, Problems())
        return ScalarNode(cell.text, cell.place, value=points)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return cell.node
    if cell.percent:
        points = Decimal(cell.points) if isinstance(cell.points, int | Decimal) else None
        return ScalarNode(cell.text, cell.place, value=points)
    if 0 < abs(Decimal(value)) <= 1:
        percent = number_text(Decimal(value) * 100)
        problems.add("KM-976", cell.place, name=name, found=number_text(value), percent=percent)
    return cell.node


def ticked(mark: Cell, value: Cell | None, name: str, problems: Problems) -> bool:
    """Return whether «rounded» is ticked for a figure."""
    said = fold(mark.text)
    if said in _NO_TICKS:
        return False
    if said not in _TICKS or value is None or isinstance(value.value, bool):
        problems.add("KM-982", mark.place, name=name, found=mark.text)
        return False
    return True


def words_node(cell: Cell) -> Node:
    """Return a text that may be in two languages, a line each."""
    two = _TWO.fullmatch(cell.text)
    if two is None:
        return ScalarNode(cell.text, cell.place)
    said = (("vi", two[1]), ("en", two[2]))
    return MapNode(
        tuple((ScalarNode(k, cell.place), ScalarNode(v, cell.place)) for k, v in said), cell.place
    )
