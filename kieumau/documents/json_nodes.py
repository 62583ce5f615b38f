"""JSON to nodes (RFC 8259): numbers exact, keys distinct, every value with its place."""

import re
from bisect import bisect_right
from decimal import Decimal
from json.decoder import JSONDecodeError, scanstring

from kieumau.documents.nodes import MOST_DEPTH, ListNode, MapNode, Node, ScalarNode
from kieumau.errors import DocumentError, Problems
from kieumau.language.fold import fold
from kieumau.places import Place
from kieumau.wording import nfc

__all__ = ["read_json"]

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_WORDS = {"true": True, "false": False, "null": None}
_MOST_DIGITS = 40


def read_json(text: str, file: str) -> Node:
    """Return the value ``text`` holds as nodes.

    Raises
    ------
    DocumentError
        Not JSON, nested too deep, a key twice, or a number no measure can hold.
    """
    problems = Problems()
    scanner = _Scanner(text, file, problems)
    node: Node = ScalarNode("", null=True)
    try:
        node, end = scanner.value(scanner.skip(0), 0)
        if scanner.skip(end) != len(text):
            raise JSONDecodeError("Extra data", text, scanner.skip(end))
    except JSONDecodeError as error:
        problems.add("KM-120", Place(file, error.lineno, error.colno), why=error.msg)
    problems.raise_if_any(DocumentError)
    return node


class _Scanner:
    """Recursive descent over one text, strings by the standard library's own scanner."""

    def __init__(self, text: str, file: str, problems: Problems) -> None:
        self.text, self.file, self.problems = text, file, problems
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def at(self, index: int) -> Place:
        line = bisect_right(self.starts, index)
        return Place(self.file, line, index - self.starts[line - 1] + 1)

    def skip(self, index: int) -> int:
        found = _SPACE.match(self.text, index)
        return found.end() if found else index

    def value(self, index: int, depth: int) -> tuple[Node, int]:
        if depth > MOST_DEPTH:
            self.problems.add("KM-106", self.at(index), most=MOST_DEPTH)
            raise DocumentError(*self.problems.errors)
        char = self.text[index : index + 1]
        if char == "{":
            return self.mapping(index, depth)
        if char == "[":
            return self.list_(index, depth)
        if char == '"':
            said, end = scanstring(self.text, index + 1, True)  # noqa: FBT003 (no keyword form)
            return ScalarNode(self.sound(said, index), self.at(index), quoted=True), end
        return self.word(index)

    def sound(self, said: str, index: int) -> str:
        """Return the string composed; refuse halves of surrogate pairs, which no file can hold."""
        if any("\ud800" <= char <= "\udfff" for char in said):
            raise JSONDecodeError("Lone surrogate in a string", self.text, index)
        return nfc(said)

    def word(self, index: int) -> tuple[Node, int]:
        for name, meant in _WORDS.items():
            if self.text.startswith(name, index):
                node = ScalarNode(name, self.at(index), value=meant, null=meant is None)
                return node, index + len(name)
        found = _NUMBER.match(self.text, index)
        if not found:
            raise JSONDecodeError("Expecting value", self.text, index)
        written = found[0]
        if len(written) > _MOST_DIGITS or found[2]:
            self.problems.add("KM-107", self.at(index), found=written[:_MOST_DIGITS])
        number = int(written) if not (found[1] or found[2]) else None
        exact = number if number is not None else Decimal(written if not found[2] else "0")
        return ScalarNode(written, self.at(index), value=exact), found.end()

    def list_(self, index: int, depth: int) -> tuple[Node, int]:
        items: list[Node] = []
        end = self.skip(index + 1)
        while not self.text.startswith("]", end):
            if items:
                end = self.expect(",", end)
            item, end = self.value(end, depth + 1)
            items.append(item)
            end = self.skip(end)
        return ListNode(tuple(items), self.at(index)), end + 1

    def mapping(self, index: int, depth: int) -> tuple[Node, int]:
        entries: list[tuple[ScalarNode, Node]] = []
        seen: dict[str, ScalarNode] = {}
        end = self.skip(index + 1)
        while not self.text.startswith("}", end):
            if entries:
                end = self.expect(",", end)
            if not self.text.startswith('"', end):
                raise JSONDecodeError("Expecting property name in double quotes", self.text, end)
            said, after = scanstring(self.text, end + 1, True)  # noqa: FBT003
            key = ScalarNode(self.sound(said, end), self.at(end), quoted=True)
            if (first := seen.setdefault(fold(key.text), key)) is not key:
                line = first.place.line
                self.problems.add("KM-119", key.place, key=key.text, first=first.text, line=line)
            value, end = self.value(self.expect(":", self.skip(after)), depth + 1)
            entries.append((key, value))
            end = self.skip(end)
        return MapNode(tuple(entries), self.at(index)), end + 1

    def expect(self, sign: str, index: int) -> int:
        if not self.text.startswith(sign, index):
            raise JSONDecodeError(f"Expecting '{sign}'", self.text, index)
        return self.skip(index + 1)
