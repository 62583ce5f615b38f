"""YAML documents as trees of spans: where in the text each value and key stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from attrs import field, frozen

from kieumau.documents.yaml_events import Mark, yaml_marks
from kieumau.wording import nfc

__all__ = ["Data", "ListSpan", "MapSpan", "ScalarSpan", "Span", "data_of", "read_spans"]

Data: TypeAlias = "str | Sequence[Data] | Mapping[str, Data] | None"
"""What a document says, without how it is written: texts, null, lists and mappings."""

_NULLS = ("", "~", "null", "Null", "NULL")


@frozen
class ScalarSpan:
    """A scalar; ``style`` is its quote or block sign, empty for a plain one."""

    start: int
    end: int
    text: str
    style: str = ""

    @property
    def data(self) -> str | None:
        """What it says."""
        return None if not self.style and self.text in _NULLS else self.text


@frozen
class ListSpan:
    """A list."""

    start: int
    end: int
    items: "tuple[Span, ...]"
    flow: bool


@frozen
class MapSpan:
    """A mapping."""

    start: int
    end: int
    entries: "tuple[tuple[ScalarSpan, Span], ...]"
    flow: bool
    keys: "Mapping[str, int]" = field(init=False, eq=False, repr=False)

    @keys.default
    def _keys(self) -> "Mapping[str, int]":
        return {key.text: at for at, (key, _) in enumerate(self.entries)}


Span: TypeAlias = ScalarSpan | ListSpan | MapSpan


def data_of(span: Span) -> Data:
    """Return what a span says."""
    match span:
        case ScalarSpan():
            return span.data
        case ListSpan():
            return [data_of(each) for each in span.items]
        case MapSpan():
            return {key.text: data_of(value) for key, value in span.entries}


def read_spans(text: str) -> Span:
    """Return the spans of a document that `read_yaml` reads without a problem."""
    marks = yaml_marks(text)
    return _span(next(marks, Mark("scalar", 0, 0)), marks, text)


def _span(mark: Mark, marks: Iterator[Mark], text: str) -> Span:
    if mark.kind == "scalar":
        end = mark.end
        if mark.style in ("|", ">"):  # the parser goes on to the next token
            end = mark.start + len(re.sub(r"\s*\Z", "", _own_lines(text[mark.start : end])))
        return ScalarSpan(mark.start, max(end, mark.start), nfc(mark.text), mark.style)
    found: list[Span] = []
    for each in marks:
        if each.kind == "end":
            end = each.end
            break
        found.append(_span(each, marks, text))
    flow = mark.style == "flow"
    if not flow:
        end = found[-1].end if found else mark.start
    if mark.kind == "list":
        return ListSpan(mark.start, end, tuple(found), flow)
    pairs = zip(found[::2], found[1::2], strict=True)
    entries = tuple((key, value) for key, value in pairs if isinstance(key, ScalarSpan))
    return MapSpan(mark.start, end, entries, flow)


def _own_lines(text: str) -> str:
    """Return a block scalar without comments indented less than it, which follow it."""
    head, *lines = text.splitlines(keepends=True)
    indents = [len(each) - len(each.lstrip(" ")) for each in lines if each.strip()]
    if not indents:
        return head
    least = indents[0]
    for at, line in enumerate(lines):
        if line.strip() and len(line) - len(line.lstrip(" ")) < least:
            return head + "".join(lines[:at])
    return text
