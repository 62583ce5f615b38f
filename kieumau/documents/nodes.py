"""Nodes: a document as written, every scalar with its place and its text.

Nothing is interpreted here: ``2.10``, ``00001`` and ``yes`` stay what was typed, and the field
that uses a scalar reads it. Plain Python data becomes nodes too, so there is one reader for files
and for callers.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from attrs import field, frozen

from kieumau.errors import Problems
from kieumau.places import NOWHERE, Place
from kieumau.wording import nfc

__all__ = ["ListNode", "MapNode", "Node", "ScalarNode", "from_data"]

MOST_DEPTH = 32
"""Deeper nesting than any rule needs; a guard against hostile files."""


@frozen
class ScalarNode:
    """One value as written.

    Attributes
    ----------
    text
        What was typed, in Unicode's composed form; empty for null.
    value
        The value where the notation itself fixes it: JSON and Python numbers, booleans, dates.
        None where only the text speaks (YAML, strings) or for null.
    quoted
        Whether it stood in quotes (always so for JSON strings).
    null
        Whether nothing or an explicit null was written.
    flow
        Whether it stood unquoted inside ``[...]`` or ``{...}``.
    """

    text: str
    place: Place = NOWHERE
    value: int | Decimal | bool | date | None = None
    quoted: bool = False
    null: bool = False
    flow: bool = False


@frozen
class ListNode:
    """A list as written."""

    items: tuple["Node", ...]
    place: Place = NOWHERE


@frozen
class MapNode:
    """A mapping as written, in order, keys already known to be distinct."""

    entries: tuple[tuple[ScalarNode, "Node"], ...]
    place: Place = field(default=NOWHERE)

    def __iter__(self) -> Iterator[tuple[ScalarNode, "Node"]]:
        return iter(self.entries)

    def get(self, key: str) -> "Node | None":
        """Return the value under a key, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


Node: TypeAlias = ScalarNode | ListNode | MapNode


def from_data(data: object, problems: Problems, path: str = "", depth: int = 0) -> Node:
    """Return plain Python data as nodes whose places are paths.

    Floats are taken by their shortest decimal repr; NaN and infinities are refused.
    """
    place = Place(path=path)
    if depth > MOST_DEPTH:
        problems.add("KM-106", place, most=MOST_DEPTH)
        return ScalarNode("", place, null=True)
    match data:
        case None:
            return ScalarNode("", place, null=True)
        case bool() | int() | Decimal() | float():
            return _number(data, place, problems)
        case date():
            return ScalarNode(data.isoformat(), place, value=data)
        case str():
            return ScalarNode(nfc(data), place, quoted=True)
        case Mapping():
            return MapNode(
                tuple(
                    (
                        ScalarNode(nfc(str(key)), Place(path=f"{path}.{key}".lstrip("."))),
                        from_data(value, problems, f"{path}.{key}".lstrip("."), depth + 1),
                    )
                    for key, value in data.items()
                ),
                place,
            )
        case list() | tuple():
            return ListNode(
                tuple(
                    from_data(item, problems, f"{path}[{at}]", depth + 1)
                    for at, item in enumerate(data)
                ),
                place,
            )
        case _:
            problems.add("KM-108", place, found=type(data).__name__)
            return ScalarNode("", place, null=True)


def _number(data: bool | int | Decimal | float, place: Place, problems: Problems) -> ScalarNode:  # noqa: FBT001
    if isinstance(data, bool | int):
        return ScalarNode(str(data).lower(), place, value=data)
    exact = Decimal(repr(data)) if isinstance(data, float) else data
    if not exact.is_finite():
        problems.add("KM-107", place, found=str(data))
        return ScalarNode(str(data), place, null=True)
    return ScalarNode(str(exact), place, value=exact)
