"""YAML to nodes, over the parser's events: the one door to ruamel.yaml.

Only the plain part of YAML 1.2 is let through. Anchors, aliases, tags, directives, merge keys,
several documents, too much depth or size, and keys written twice are refused on events, before
anything is built.
"""

from collections.abc import Iterator
from typing import Any

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

from kieumau.documents.nodes import MOST_DEPTH, ListNode, MapNode, Node, ScalarNode
from kieumau.errors import DocumentError, Problems
from kieumau.language.fold import fold
from kieumau.places import Place
from kieumau.wording import nfc

__all__ = ["read_yaml"]

_NULLS = ("", "~", "null", "Null", "NULL")
_TRIPS = (
    ("mapping values are not allowed", "KM-111"),
    ("found character", "KM-112"),
    ("expected chomping or indentation", "KM-111"),
    ("expected a comment or a line break", "KM-111"),
    ("expected <block end>", "KM-111"),
    ("expected the node content", "KM-111"),
    ("expected ',' or", "KM-111"),
    ("while scanning an a", "KM-111"),
    ("could not find expected ':'", "KM-111"),
)


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
    reader = _Reader(text, file, problems)
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


class _Reader:
    """One pass over the events of one document."""

    def __init__(self, text: str, file: str, problems: Problems) -> None:
        self.file = file
        self.lines = text.splitlines()
        self.problems = problems
        self.events: Iterator[Any] = iter(YAML(typ="safe", pure=True).parse(text))
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
        return node or ScalarNode("", Place(self.file, 1, 1), null=True)

    def refuse(self, code: str, event: Any, **arguments: str | int) -> None:  # noqa: ANN401
        self.problems.add(code, self.at(event), **arguments)
        raise _Refused

    def node(self, event: Any, depth: int, *, in_flow: bool) -> Node:  # noqa: ANN401
        if isinstance(event, AliasEvent) or event.anchor:
            self.refuse("KM-115", event)
        if event.tag is not None:
            self.refuse("KM-116", event, tag=str(event.tag))
        if depth > MOST_DEPTH:
            self.refuse("KM-106", event, most=MOST_DEPTH)
        if isinstance(event, ScalarEvent):
            return self.scalar(event, in_flow=in_flow)
        inside = in_flow or bool(event.flow_style)
        if isinstance(event, SequenceStartEvent):
            items: list[Node] = []
            for each in self.events:
                if isinstance(each, SequenceEndEvent):
                    break
                items.append(self.node(each, depth + 1, in_flow=inside))
            return ListNode(tuple(items), self.at(event))
        return self.mapping(event, depth, in_flow=inside)

    def mapping(self, start: Any, depth: int, *, in_flow: bool) -> MapNode:  # noqa: ANN401
        entries: list[tuple[ScalarNode, Node]] = []
        seen: dict[str, ScalarNode] = {}
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                break
            key = self.node(event, depth + 1, in_flow=in_flow)
            if not isinstance(key, ScalarNode):
                self.refuse("KM-117", event)
                raise _Refused
            if key.text == "<<" and not key.quoted:
                self.refuse("KM-118", event)
            folded = fold(key.text)
            if folded in seen:
                first = seen[folded]
                self.problems.add(
                    "KM-119", key.place, key=key.text, first=first.text, line=first.place.line
                )
            seen.setdefault(folded, key)
            entries.append((key, self.node(next(self.events), depth + 1, in_flow=in_flow)))
        return MapNode(tuple(entries), self.at(start))

    def scalar(self, event: Any, *, in_flow: bool) -> ScalarNode:  # noqa: ANN401
        quoted = event.style in ("'", '"', "|", ">")
        return ScalarNode(
            nfc(event.value),
            self.at(event),
            quoted=quoted,
            null=not quoted and event.value in _NULLS,
            flow=in_flow and not quoted,
        )

    def syntax(self, error: MarkedYAMLError) -> None:
        """Note what YAML itself could not read, with the line as it should have been written."""
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        why = str(error.problem or error.context)
        source = self.lines[line] if line < len(self.lines) else ""
        place = Place(self.file, line + 1, column + 1)
        if "\t" in source[: len(source) - len(source.lstrip())]:
            self.problems.add("KM-112", place)
            return
        corrected = _in_single_quotes(source)
        tripped = any(sign in f"{why} {error.context or ''}" for sign, _ in _TRIPS)
        if corrected and tripped:
            self.problems.add("KM-111", place, line=source.strip(), corrected=corrected)
        else:
            self.problems.add("KM-110", place, why=why)


def _in_single_quotes(line: str) -> str:
    """Return a ``key: value`` or ``- value`` line with its value in single quotes."""
    body = line.strip()
    dash = "- " if body.startswith("- ") else ""
    body = body.removeprefix("- ").strip()
    key, colon, value = body.partition(": ")
    if colon and key.replace("_", "").isascii() and key.replace("_", "").isalpha():
        return f"{dash}{key}: '{value.strip().replace(chr(39), chr(39) * 2)}'"
    return f"{dash}'{body.replace(chr(39), chr(39) * 2)}'" if dash and body else ""
