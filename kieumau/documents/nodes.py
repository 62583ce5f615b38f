"""Nodes: a document as written, every scalar with its place and its text.

Nothing is interpreted here: ``2.10``, ``00001`` and ``yes`` stay what was typed, and the field
that uses a scalar reads it. Plain Python data becomes nodes too, so there is one reader for files
and for callers.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import TypeAlias

from attrs import field, frozen

from kieumau.errors import Problems
from kieumau.places import NOWHERE, Place
from kieumau.wording import nfc

__all__ = [
    "MOST_DEPTH",
    "MOST_DIGITS",
    "ListNode",
    "MapNode",
    "Node",
    "ScalarNode",
    "from_data",
    "sane",
    "unseen",
]

MOST_DEPTH = 32
"""Deeper nesting than any rule needs; a guard against hostile files."""
MOST_NODES = 50_000
"""More values than any ward has; a guard against data that holds itself many times over."""
MOST_DIGITS = 40
"""Bounds are 10^12 and decimals 6: a longer number cannot be meant."""

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


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


def unseen(text: str) -> str:
    r"""Return the first character that is not seen but changes what is, or nothing.

    Control characters and marks that turn the reading direction reach texts by copy and paste or
    by malice, and halves of surrogate pairs no file can hold.

    Examples
    --------
    >>> unseen("Phường\tMẫu"), unseen("Phường\u202eMẫu")
    ('', 'U+202E')
    """
    found = _UNSEEN.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def from_data(data: object, problems: Problems) -> Node:
    """Return plain Python data as nodes whose places are paths.

    Floats are taken by their shortest decimal repr; NaN and infinities are refused, as is data
    that holds itself.
    """
    return _Taking(problems).node(data, "", 0)


class _Taking:
    """One pass over plain data, with a bound on how much there is."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.left = MOST_NODES

    def node(self, data: object, path: str, depth: int) -> Node:
        place = Place(path=path)
        if self.left <= 0 or depth > MOST_DEPTH:
            return self.enough(place)
        self.left -= 1
        match data:
            case None:
                return ScalarNode("", place, null=True)
            case bool() | int() | Decimal() | float():
                return self.number(data, place)
            case datetime() if data.tzinfo or data.time() != time():
                return self.refused("KM-108", place, "datetime")
            case date():
                day = date(data.year, data.month, data.day)
                return ScalarNode(day.isoformat(), place, value=day)
            case str():
                return self.word(data, place, quoted=True)
            case Mapping():
                return self.mapping(data, path, depth)
            case list() | tuple():
                items = (self.node(x, f"{path}[{at}]", depth + 1) for at, x in enumerate(data))
                return ListNode(tuple(items), place)
            case _:
                return self.refused("KM-108", place, type(data).__name__)

    def enough(self, place: Place) -> ScalarNode:
        """Stop taking, with the one problem that says why."""
        if self.left > 0:
            self.problems.add("KM-106", place, most=MOST_DEPTH)
        elif self.left == 0:
            self.problems.add("KM-109", place, most=MOST_NODES)
        self.left = -1
        return ScalarNode("", place, null=True)

    def mapping(self, data: Mapping[object, object], path: str, depth: int) -> Node:
        entries: list[tuple[ScalarNode, Node]] = []
        for key, value in data.items():
            if not isinstance(key, str):
                self.refused("KM-117", Place(path=path), type(key).__name__)
                continue
            inner = f"{path}.{key}".lstrip(".")
            name = self.word(key, Place(path=inner), quoted=False)
            entries.append((name, self.node(value, inner, depth + 1)))
        return MapNode(tuple(entries), Place(path=path))

    def word(self, text: str, place: Place, *, quoted: bool) -> ScalarNode:
        if mark := unseen(text):
            self.problems.add("KM-123", place, mark=mark)
            return ScalarNode("?", place, quoted=quoted)
        return ScalarNode(nfc(str(text)), place, quoted=quoted)

    def number(self, data: bool | Decimal | float, place: Place) -> ScalarNode:  # noqa: FBT001
        if isinstance(data, bool):
            return ScalarNode(str(data).lower(), place, value=data)
        # numpy's floats are floats whose own repr is not a number.
        exact = Decimal(float.__repr__(data)) if isinstance(data, float) else Decimal(data)
        if not sane(exact):
            return self.refused("KM-107", place, str(exact)[:MOST_DIGITS])
        if isinstance(data, int):
            return ScalarNode(str(int(data)), place, value=int(data))
        return ScalarNode(str(exact), place, value=exact)

    def refused(self, code: str, place: Place, found: str) -> ScalarNode:
        self.problems.add(code, place, found=found)
        return ScalarNode("", place, null=True)


def sane(number: Decimal) -> bool:
    """Return whether a number is finite and short enough to be meant."""
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int):
        return False
    return exponent >= -MOST_DIGITS and number.adjusted() <= MOST_DIGITS
