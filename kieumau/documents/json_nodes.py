"""JSON to nodes (RFC 8259): numbers exact, keys distinct, every value with its place."""

import re
from bisect import bisect_right
from decimal import Decimal
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]

from kieumau.documents.nodes import (
    MOST_DEPTH,
    MOST_DIGITS,
    ListNode,
    MapNode,
    Node,
    ScalarNode,
    unseen,
)
from kieumau.errors import DocumentError, Problems
from kieumau.language.fold import fold
from kieumau.places import Place
from kieumau.wording import Text, nfc

__all__ = ["read_json"]

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_WORDS = {"true": True, "false": False, "null": None}
_WHY = {
    "Expecting value": Text("chỗ này cần một giá trị", "a value is needed here"),
    "Expecting property name": Text(
        "chỗ này cần một khóa trong nháy kép", "a key in double quotes is needed here"
    ),
    "Expecting ','": Text(
        "thiếu dấu phẩy hoặc dấu đóng ngoặc", "a comma or a closing bracket is missing"
    ),
    "Expecting ':'": Text("thiếu dấu hai chấm sau khóa", "the colon after a key is missing"),
    "Trailing comma": Text(
        "thừa dấu phẩy trước dấu đóng ngoặc", "a comma too many before the closing bracket"
    ),
    "Extra data": Text("còn chữ thừa ở đây", "there is more text here than there should be"),
    "Unterminated string": Text("thiếu nháy kép đóng", "a closing double quote is missing"),
    "Invalid control character": Text(
        "xuống dòng hoặc tab giữa nháy kép", "a line break or tab stands between double quotes"
    ),
    "Invalid \\": Text("dấu \\ sai chỗ trong nháy kép", "a \\ is misplaced between double quotes"),
}


def read_json(text: str, file: str, line: int = 1) -> Node:
    """Return the value ``text``, which begins on that line of the file, holds as nodes.

    Raises
    ------
    DocumentError
        Not JSON, nested too deep, a key twice, or a number no measure can hold.
    """
    problems = Problems()
    scanner = _Scanner(text, file, problems, line)
    node: Node = ScalarNode("", null=True)
    try:
        node, end = scanner.value(scanner.skip(0), 0)
        if scanner.skip(end) != len(text):
            raise JSONDecodeError("Extra data", text, scanner.skip(end))
    except JSONDecodeError as error:
        why = next((each for sign, each in _WHY.items() if error.msg.startswith(sign)), None)
        problems.add(
            "KM-120", Place(file, error.lineno + line - 1, error.colno), why=why or error.msg
        )
    problems.raise_if_any(DocumentError)
    return node


class _Scanner:
    """Recursive descent over one text, strings by the standard library's own scanner."""

    def __init__(self, text: str, file: str, problems: Problems, line: int) -> None:
        self.text, self.file, self.problems, self.first = text, file, problems, line
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def at(self, index: int) -> Place:
        line = bisect_right(self.starts, index)
        return Place(self.file, line + self.first - 1, index - self.starts[line - 1] + 1)

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
            return self.string(index)
        return self.word(index)

    def string(self, index: int) -> tuple[ScalarNode, int]:
        said, end = scanstring(self.text, index + 1, True)  # noqa: FBT003 (no keyword form)
        if mark := unseen(said):
            self.problems.add("KM-123", self.at(index), mark=mark)
            said = "?"
        return ScalarNode(nfc(said), self.at(index), quoted=True), end

    def word(self, index: int) -> tuple[Node, int]:
        for name, meant in _WORDS.items():
            if self.text.startswith(name, index):
                node = ScalarNode(name, self.at(index), value=meant, null=meant is None)
                return node, index + len(name)
        found = _NUMBER.match(self.text, index)
        if not found:
            raise JSONDecodeError("Expecting value", self.text, index)
        return self.number(found, index), found.end()

    def number(self, found: re.Match[str], index: int) -> ScalarNode:
        written = found[0]
        if len(written) > MOST_DIGITS or found[2]:
            self.problems.add("KM-107", self.at(index), found=written[:MOST_DIGITS])
            return ScalarNode("0", self.at(index), value=0)
        exact = Decimal(written) if found[1] else int(written)
        return ScalarNode(written, self.at(index), value=exact)

    def list_(self, index: int, depth: int) -> tuple[Node, int]:
        items: list[Node] = []
        end = self.skip(index + 1)
        while not self.text.startswith("]", end):
            if items:
                end = self.comma("]", end)
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
                end = self.comma("}", end)
            if not self.text.startswith('"', end):
                raise JSONDecodeError("Expecting property name in double quotes", self.text, end)
            key, after = self.string(end)
            if (first := seen.setdefault(fold(key.text), key)) is not key:
                line = first.place.line
                self.problems.add("KM-119", key.place, key=key.text, first=first.text, line=line)
            value, end = self.value(self.expect(":", self.skip(after)), depth + 1)
            entries.append((key, value))
            end = self.skip(end)
        return MapNode(tuple(entries), self.at(index)), end + 1

    def comma(self, closing: str, index: int) -> int:
        after = self.expect(",", index)
        if self.text.startswith(closing, after):
            raise JSONDecodeError("Trailing comma", self.text, index)
        return after

    def expect(self, sign: str, index: int) -> int:
        if not self.text.startswith(sign, index):
            raise JSONDecodeError(f"Expecting '{sign}'", self.text, index)
        return self.skip(index + 1)
