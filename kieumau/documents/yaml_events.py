"""YAML to nodes, over the parser's events: the one door to ruamel.yaml.

Only the plain part of YAML 1.2 is let through. Anchors, aliases, tags, directives, merge keys,
several documents, too much depth or size, and keys written twice are refused on events, before
anything is built.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from kieumau.documents.nodes import MOST_DEPTH, ListNode, MapNode, Node, ScalarNode, unseen
from kieumau.errors import Diagnostic, DocumentError, Problems
from kieumau.language.fold import fold
from kieumau.places import Place
from kieumau.wording import Text, nfc

try:
    from _ruamel_yaml import CParser
except ImportError:  # no wheel for this platform: everything works, slower
    CParser = None

__all__ = ["Mark", "read_yaml", "yaml_marks"]

_NULLS = ("", "~", "null", "Null", "NULL")
_WHY = {
    "unexpected end of stream": Text(
        "dấu nháy mở ở đây không có dấu đóng", "the quote opened here is never closed"
    ),
    "expected ',' or": Text(
        "một dấu ngoặc chưa đóng, hoặc trong ngoặc thiếu dấu phẩy",
        "a bracket is not closed, or a comma is missing within it",
    ),
    "could not find expected ':'": Text(
        "dòng này thiếu dấu hai chấm", "the colon is missing from this line"
    ),
    "mapping values are not allowed": Text(
        "dấu hai chấm sai chỗ: dòng trên thiếu dấu hai chấm, hoặc thụt lề sai",
        "a misplaced colon: the line above lacks its own, or the indentation is wrong",
    ),
    "expected the node content": Text("chỗ này cần một giá trị", "a value is needed here"),
    "escape": Text("dấu \\ sai chỗ trong nháy kép", "a \\ is misplaced between double quotes"),
    "document": Text("sai dấu --- hoặc ...", "a --- or ... is misplaced"),
}
_BARE_TEST = re.compile(r": +(>=?\s*[0-9].*?)\s*$")
_KEY = r"[A-Za-z_]+"
_SLIPS = (
    ("KM-127", re.compile(rf"^(\s*)-({_KEY}:(?:\s|$))"), r"\1- \2"),
    ("KM-125", re.compile(rf"^(\s*(?:- )?{_KEY})(?:[：﹕]\s*|:)(?=[^\s:/])"), r"\1: "),
    ("KM-126", re.compile(rf"^(\s*(?:- )?{_KEY}) +(?=[^\s:-])(?!.*: )"), r"\1: "),
)
"""A mark left out, where YAML then reads something else: how to see it and how to mend it."""
_STEP = 2  # spaces to a level
_ELSE = Text("sai cú pháp ở đây", "the syntax is wrong here")
# Where the two parsers part: tabs, line ends of YAML 1.1, a comment that touches a block's header.
_APART = re.compile("[\t\x85\u2028\u2029]|[|>][-+0-9]*(?:#|[ ]*\n[ ]*(?:\n|$))")
# Where YAML notices these only at the end, the beginning is what has to be mended.
_AT_CONTEXT = ("unexpected end of stream", "could not find expected ':'")


@frozen
class Mark:
    """Where in a text a scalar stands, or a map or list begins or ends, as offsets.

    Attributes
    ----------
    kind
        ``scalar``, ``map``, ``list`` or ``end``.
    style
        A scalar's quote or block sign, empty for a plain one; ``flow`` for a flow collection.
    """

    kind: str
    start: int
    end: int
    style: str = ""
    text: str = ""


class _Refused(Exception):  # noqa: N818 (never leaves this module)
    """Reading cannot go on."""


def read_yaml(text: str, file: str) -> Node:
    """Return the one document of ``text`` as nodes.

    Raises
    ------
    DocumentError
        For anything that is not plain YAML, with the place of each problem.
    """
    problems = Problems()
    if mark := unseen(text):
        at = text[: next(index for index, each in enumerate(text) if unseen(each))]
        place = Place(file, at.count("\n") + 1, len(at) - at.rfind("\n"))
        raise DocumentError(Diagnostic("KM-123", place, {"mark": mark}))
    if (swift := _swiftly(text, file)) is not None:
        return swift
    reader = _Reader(text, file, problems, YAML(typ="safe", pure=True).parse(text))
    try:
        node = reader.document()
    except _Refused:
        node = None
    except MarkedYAMLError as error:
        reader.syntax(error)
        node = None
    except YAMLError as error:
        problems.add("KM-110", Place(file, 1, 1), why=str(error).splitlines()[0])
        node = None
    problems.raise_if_any(DocumentError)
    assert node is not None  # noqa: S101 (nothing was refused, so something was read)
    return node


def _swiftly(text: str, file: str) -> Node | None:
    """Return the document as the C parser reads it, twenty times faster; None if it cannot.

    Only what it reads without any problem is taken. Everything else is read again by the Python
    parser, whose places and reasons the diagnostics are made of; the tests hold the two to the
    same nodes.
    """
    if CParser is None or _APART.search(text):
        return None
    problems = Problems()
    try:
        node = _Reader(text, file, problems, _events(CParser(text))).document()
    except (_Refused, YAMLError, UnicodeError, RecursionError):
        return None
    return None if problems.found else node


def _events(parser: Any) -> Iterator[Any]:  # noqa: ANN401 (an untyped C class)
    while parser.check_event():
        yield parser.get_event()


def yaml_marks(text: str) -> Iterator[Mark]:
    """Yield the marks of a text that `read_yaml` reads without a problem."""
    swift = CParser is not None and not _APART.search(text)
    starts = [0, *(found.end() for found in re.finditer("\r\n|\r|\n", text))]

    def offset(mark: Any) -> int:  # noqa: ANN401 (ruamel.yaml's marks are untyped)
        if not swift:
            return int(mark.index)
        line = starts[mark.line] if mark.line < len(starts) else len(text)
        return min(line + int(mark.column), len(text))

    kinds = {SequenceStartEvent: "list", MappingStartEvent: "map"}
    ends = (SequenceEndEvent, MappingEndEvent)
    for event in _events(CParser(text)) if swift else YAML(typ="safe", pure=True).parse(text):
        start, end = offset(event.start_mark), offset(event.end_mark)
        if isinstance(event, ScalarEvent):
            plain = event.style not in ("'", '"', "|", ">")
            yield Mark("scalar", start, end, "" if plain else event.style, event.value)
        elif kind := kinds.get(type(event)):
            yield Mark(kind, start, end, "flow" if event.flow_style else "")
        elif isinstance(event, ends):
            yield Mark("end", start, end)


class _Reader:
    """One pass over the events of one document."""

    def __init__(self, text: str, file: str, problems: Problems, events: Iterable[Any]) -> None:
        self.file = file
        self.lines = text.splitlines()
        self.problems = problems
        self.events: Iterator[Any] = iter(events)
        self.documents = 0

    def at(self, event: Any) -> Place:  # noqa: ANN401 (ruamel.yaml's events are untyped)
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1)

    def document(self) -> Node | None:
        node: Node | None = None
        for event in self.events:
            if isinstance(event, DocumentStartEvent):
                self.documents += 1
                if self.documents > 1 or event.version or event.tags:
                    self.refuse("KM-113" if self.documents > 1 else "KM-114", event)
            elif isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent):
                node = self.node(event, 0, in_flow=False)
            elif isinstance(event, AliasEvent):
                self.refuse("KM-115", event)
        if node is None or (isinstance(node, ScalarNode) and node.null):
            return ScalarNode("", Place(self.file, 1, 1), null=True)
        return node

    def refuse(self, code: str, event: Any, **arguments: str | int) -> None:  # noqa: ANN401
        self.problems.extend([Diagnostic(code, self.at(event), arguments)])
        raise _Refused

    def node(
        self,
        event: Any,  # noqa: ANN401
        depth: int,
        *,
        in_flow: bool,
        owner: Any = None,  # noqa: ANN401
    ) -> Node:
        if isinstance(event, AliasEvent) or event.anchor:
            self.refuse("KM-115", event)
        if event.tag is not None:
            self.refuse("KM-116", event, tag=str(event.tag))
        if depth > MOST_DEPTH:
            self.refuse("KM-106", event, most=MOST_DEPTH)
        if isinstance(event, ScalarEvent):
            return self.scalar(event, in_flow=in_flow, owner=owner or event)
        inside = in_flow or bool(event.flow_style)
        if isinstance(event, SequenceStartEvent):
            items: list[Node] = []
            for each in self.events:
                if isinstance(each, SequenceEndEvent):
                    break
                items.append(self.node(each, depth + 1, in_flow=inside, owner=event))
            return ListNode(tuple(items), self.at(event))
        return self.mapping(event, depth, in_flow=inside)

    def mapping(self, start: Any, depth: int, *, in_flow: bool) -> MapNode:  # noqa: ANN401
        entries: list[tuple[ScalarNode, Node]] = []
        seen: dict[str, ScalarNode] = {}
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                break
            key = self.node(event, depth + 1, in_flow=in_flow)
            if not isinstance(key, ScalarNode) or not (key.text.strip() or key.quoted):
                self.refuse("KM-117", event)
                raise _Refused
            if key.text == "<<" and not key.quoted:
                self.refuse("KM-118", event)
            id_ = key.text.isascii() and key.text.isidentifier()
            folded = key.text.lower() if id_ else fold(key.text)  # ti_le and ty_le are two ids
            if folded in seen:
                first = seen[folded]
                self.problems.add(
                    "KM-119", key.place, key=key.text, first=first.text, line=first.place.line
                )
            seen.setdefault(folded, key)
            value = self.node(next(self.events), depth + 1, in_flow=in_flow, owner=event)
            entries.append((key, value))
        return MapNode(tuple(entries), self.at(start))

    def scalar(self, event: Any, *, in_flow: bool, owner: Any) -> ScalarNode:  # noqa: ANN401
        """Return a scalar; one with nothing written stands where its key or list does."""
        quoted = event.style in ("'", '"', "|", ">")
        if mark := unseen(event.value):
            self.refuse("KM-123", event, mark=mark)
        return ScalarNode(
            nfc(event.value),
            self.at(event if quoted or event.value else owner),
            quoted=quoted,
            null=not quoted and event.value in _NULLS,
            flow=in_flow and not quoted,
        )

    def syntax(self, error: MarkedYAMLError) -> None:
        """Note what YAML itself could not read, with the line as it should have been written."""
        why = f"{error.problem} {error.context or ''}"
        mark, opened = error.problem_mark, error.context_mark
        early = any(sign in why for sign in _AT_CONTEXT)
        if opened and (early or mark is None or mark.line >= len(self.lines)):
            mark = opened
        line, column = (mark.line, mark.column) if mark else (0, 0)
        place = Place(self.file, line + 1, column + 1)
        source = self.lines[line] if line < len(self.lines) else ""
        blank = source[: len(source) - len(source.lstrip())]
        corrected = _in_single_quotes(source)
        if "\t" in blank or "'\\t'" in why:
            self.problems.add("KM-112", Place(self.file, line + 1, max(source.find("\t"), 0) + 1))
        elif bare := _BARE_TEST.search(source):
            self.problems.add("KM-124", place, words=bare[1])
        elif slip := self.slip(line):
            self.problems.extend([slip])
        elif corrected and "expected ','" not in why and self.reads(line, blank + corrected):
            self.problems.add("KM-111", place, line=source.strip(), corrected=corrected)
        elif (not early or "expected ':'" in why) and (off := self.misaligned(line)):
            self.problems.extend([off])
        else:
            said = next((each for sign, each in _WHY.items() if sign in why), _ELSE)
            self.problems.add("KM-110", place, why=said)

    def slip(self, line: int) -> Diagnostic | None:
        """Return a mark left out on a line or on the one above it, which only then is noticed."""
        above = next((at for at in range(line - 1, -1, -1) if self.lines[at].strip()), line)
        for at in dict.fromkeys((line, above)):
            source = self.lines[at] if at < len(self.lines) else ""
            for code, pattern, mended in _SLIPS:
                corrected = pattern.sub(mended, source, count=1)
                if corrected != source and self.reads(at, corrected, line):
                    column = len(source) - len(source.lstrip()) + 1
                    arguments = {"line": source.strip(), "corrected": corrected.strip()}
                    return Diagnostic(code, Place(self.file, at + 1, column), arguments)
        return None

    def misaligned(self, line: int) -> Diagnostic | None:
        """Return which of two lines that should stand under each other is off, and by how much."""
        source = self.lines[line] if line < len(self.lines) else ""
        found = len(source) - len(source.lstrip())
        like = self.like(line, found, dash=source.lstrip().startswith("- "))
        if like is None:
            return None
        wanted, above, alone, outer = like
        if alone and found == outer + _STEP and wanted != found:
            arguments = {"found": wanted, "wanted": found, "line": line + 1}
            return Diagnostic("KM-128", Place(self.file, above, wanted + 1), arguments)
        arguments = {"found": found, "wanted": wanted, "line": above}
        return Diagnostic("KM-122", Place(self.file, line + 1, found + 1), arguments)

    def reads(self, line: int, corrected: str, until: int = 0) -> bool:
        """Return whether YAML gets past a line (and on, ``until`` another) once it is corrected."""
        last = max(line, until)
        rest = self.lines[line + 1 : last + 1]
        text = "\n".join((*self.lines[:line], corrected, *rest, ""))
        try:
            for _ in YAML(typ="safe", pure=True).parse(text):
                pass
        except MarkedYAMLError as error:
            mark = error.problem_mark
            return mark is not None and mark.line > last
        except YAMLError:
            return False
        return True

    def like(self, line: int, found: int, *, dash: bool) -> tuple[int, int, bool, int] | None:
        """Return how a line that is off should have been indented, and a line that is.

        With them, whether that is the only line indented so, and the next indentation outwards.
        """
        levels: dict[int, list[int]] = {}
        dashes: set[int] = set()
        for number, each in enumerate(self.lines[:line], 1):
            body = each.lstrip(" ")
            indent = len(each) - len(body)
            if not body or body.startswith("#"):
                continue
            levels = {wide: at for wide, at in levels.items() if wide <= indent}
            levels.setdefault(indent, []).append(number)
            dashes = {wide for wide in dashes if wide < indent}
            if body.startswith("- "):
                dashes.add(indent)
                levels[len(each) - len(body[1:].lstrip(" "))] = [number]
        fitting = {wide: at for wide, at in levels.items() if (wide in dashes) == dash}
        if found in fitting or not levels or (found in levels and dash):
            return None
        choice = fitting or levels
        wanted = min(choice, key=lambda wide: (abs(wide - found), -wide))
        outer = max((wide for wide in levels if wide < min(wanted, found)), default=-_STEP)
        above = levels[wanted][-1]
        own = self.lines[above - 1][:wanted].isspace() or not wanted  # not what follows a dash
        return wanted, above, own and len(levels[wanted]) == 1, outer


def _in_single_quotes(line: str) -> str:
    """Return a ``key: value`` or ``- value`` line with its value in single quotes."""
    body = line.strip()
    dash = "- " if body.startswith("- ") else ""
    body = body.removeprefix("- ").strip()
    key, colon, value = body.partition(": ")
    value = value.strip()
    if value[:1] in ("'", '"') and value.count(value[0]) == 1:
        value = value[1:]
    if colon and value and re.fullmatch("[A-Za-z_]+", key):
        return f"{dash}{key}: '{value.replace(chr(39), chr(39) * 2)}'"
    return f"{dash}'{body.replace(chr(39), chr(39) * 2)}'" if dash and body else ""
