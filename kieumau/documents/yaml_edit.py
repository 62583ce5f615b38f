"""Changing what a YAML document says by touching only the text that says it.

Comments, order, spacing, quotes and line ends of everything that does not change stay as they
are. What is new is written in the file's own indentation; what is gone takes the comment lines
directly above it along.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from attrs import define, field

from kieumau.documents.yaml_emit import WIDE, block_lines, flow_text, inline_text, scalar_text
from kieumau.documents.yaml_events import read_yaml
from kieumau.documents.yaml_spans import (
    Data,
    ListSpan,
    MapSpan,
    ScalarSpan,
    Span,
    data_of,
    read_spans,
)
from kieumau.errors import Diagnostic, DocumentError
from kieumau.places import Place

__all__ = ["edit_yaml", "yaml_data"]

_NAMES = ("id", "of", "item", "instrument")
_WITHIN = ("indicator", "criterion")
_COMMENT = re.compile(r"[ \t]*#")


def yaml_data(text: str, file: str) -> Data:
    """Return what a YAML document says.

    Raises
    ------
    DocumentError
        It is not plain YAML.
    """
    read_yaml(text, file)
    return data_of(read_spans(text))


def edit_yaml(text: str, desired: Data, file: str = "") -> str:
    """Return the text changed so that it says ``desired``; unchanged where it already does.

    Raises
    ------
    DocumentError
        The text is not plain YAML; or (KM-902) it is written in a way that cannot be changed in
        place.
    """
    read_yaml(text, file)
    span = read_spans(text)
    if data_of(span) == desired:
        return text
    edits = _Edits(text)
    edits.reconcile(span, desired, 0, in_flow=False)
    changed = edits.applied()
    try:
        same = yaml_data(changed, file) == desired
    except DocumentError:
        same = False
    if not same:
        raise DocumentError(Diagnostic("KM-902", Place(file)))
    return changed


@define
class _Edits:
    """The replacements that make one document say something else."""

    text: str
    found: list[tuple[int, int, str]] = field(factory=list)
    newline: str = "\n"

    def __attrs_post_init__(self) -> None:
        if self.text.count("\r\n") * 2 > self.text.count("\n"):
            self.newline = "\r\n"

    def applied(self) -> str:
        """Return the text with every replacement made; insertions at one spot keep their order."""
        out, at = [], 0
        for start, end, new in sorted(self.found, key=lambda each: each[:2]):
            out += [self.text[at : max(start, at)], new]
            at = max(end, at)
        return "".join((*out, self.text[at:]))

    def put(self, start: int, end: int, new: str) -> None:
        self.found.append((start, end, new))

    def reconcile(self, span: Span, desired: Data, indent: int, *, in_flow: bool) -> None:
        """Make a value say something else; ``indent`` is that of the key or dash it stands at."""
        if data_of(span) == desired:
            return
        if isinstance(span, MapSpan) and isinstance(desired, Mapping):
            if any(key in desired for key in span.keys):
                self.mapping(span, desired)
                return
        elif (
            isinstance(span, ListSpan)
            and isinstance(desired, Sequence)
            and not isinstance(desired, str)
            and self.sequence(span, desired)
        ):
            return
        self.replace(span, desired, indent, in_flow=in_flow)

    # Values

    def replace(self, span: Span, desired: Data, indent: int, *, in_flow: bool) -> None:
        """Replace a whole value."""
        start, end = span.start, span.end
        if in_flow and isinstance(span, ScalarSpan) and span.style and isinstance(desired, str):
            self.put(start, end, scalar_text(desired, span.style, flow=True))
            return
        if in_flow:
            new = flow_text(desired, "vi" if _is_text(span) and _is_text(desired) else "")
            self.put(start, end, new if start != end else f" {new}")
            return
        if isinstance(span, ScalarSpan) and (desired is None or isinstance(desired, str)):
            self.put(start, end, self.scalar(span, desired, indent))
            return
        lead = self.before(start)
        while _COMMENT.match(self.text[self.line_start(lead) : lead]):  # lines about what goes
            lead = self.before(self.line_start(lead))
        comment = ""
        gap = self.text[self.line_start(lead) : lead]
        if "\n" in self.text[lead:start] and " #" in gap:  # key:  # comment
            lead = self.line_start(lead) + gap.rindex(" #")
            comment = self.text[lead : self.line_end(lead)].rstrip()
            while self.text[lead - 1] == " ":
                lead -= 1
        said = inline_text(desired, WIDE - indent)
        if said is not None:
            self.put(lead, end, f" {said}" + (f"  {comment.strip()}" if comment else ""))
            return
        dash = self.text[lead - 1 : lead] == "-"
        deep = indent + 2
        lines = block_lines(desired, deep)
        if dash:
            self.put(lead, end, f" {self.newline.join(lines)[deep:]}")
            return
        trailing = self.text[end : self.line_end(end)].strip()
        if trailing.startswith("#") and not comment:
            comment, end = f"  {trailing}", self.line_end(end)
        self.put(lead, end, comment + self.newline + self.newline.join(lines))

    def scalar(self, span: ScalarSpan, desired: str | None, indent: int) -> str:
        empty = span.start == span.end
        if span.style == "|" and desired and _blockable(desired):
            sign = "|" if desired.endswith("\n") else "|-"
            pad = " " * (indent + 2)
            body = desired.removesuffix("\n").split("\n")
            return self.newline.join((sign, *(f"{pad}{line}" if line else "" for line in body)))
        style = span.style if span.style in ("'", '"') else ""
        return (" " if empty else "") + scalar_text(desired, style)

    # Mappings

    def mapping(self, span: MapSpan, desired: Mapping[str, Data]) -> None:
        kept = [at for at, (key, _) in enumerate(span.entries) if key.text in desired]
        for at in kept:
            key, value = span.entries[at]
            indent = self.column(key.start)
            self.reconcile(value, desired[key.text], indent, in_flow=span.flow)
        last, fresh = kept[0], list[tuple[int, str]]()
        for name in desired:
            if name in span.keys:
                last = span.keys[name]
            else:
                fresh.append((last, name))
        for after, name in fresh:
            key, value = span.entries[after]
            if span.flow:
                said = f"{scalar_text(name, flow=True)}: {flow_text(desired[name], name)}"
                self.put(value.end, value.end, f", {said}")
            else:
                self.insert_lines(value, block_lines({name: desired[name]}, self.column(key.start)))
        gone = [at for at in range(len(span.entries)) if at not in kept]
        self.delete([(k.start, v.end) for k, v in span.entries], gone, flow=span.flow)

    # Lists

    def sequence(self, span: ListSpan, desired: Sequence[Data]) -> bool:
        """Make a list say something else; False when nothing of it would stay."""
        old = [_name(data_of(each)) for each in span.items]
        steps = list(_steps(old, [_name(each) for each in desired]))
        gone = [at for at, new in steps if new is None and at is not None]
        if len(gone) == len(span.items):  # also where there were none
            return False
        dashes = [] if span.flow else [self.dash(each) for each in span.items]
        indent = self.column(dashes[0]) if dashes else 0
        last: int | None = None
        ahead: list[int] = []
        for at, new in steps:
            if at is not None:
                last = at
                if new is not None:
                    self.reconcile(span.items[at], desired[new], indent, in_flow=span.flow)
                    for each in ahead:
                        self.insert_item(span, dashes, desired[each], at, before=True)
                    ahead = []
            elif new is not None and last is None:
                ahead.append(new)
            elif new is not None and last is not None:
                self.insert_item(span, dashes, desired[new], last)
        ends = [each.end for each in span.items]
        starts = [each.start for each in span.items] if span.flow else dashes
        self.delete(list(zip(starts, ends, strict=True)), gone, flow=span.flow)
        return True

    def insert_item(
        self, span: ListSpan, dashes: Sequence[int], data: Data, at: int, *, before: bool = False
    ) -> None:
        item = span.items[at]
        if span.flow:
            said = flow_text(data)
            where = item.start if before else item.end
            self.put(where, where, f"{said}, " if before else f", {said}")
            return
        lines = block_lines([data], self.column(dashes[0]))
        if before:
            where = self.above(self.line_start(dashes[at]))
            self.put(where, where, self.newline.join((*lines, "")))
        else:
            self.insert_lines(item, lines)

    def dash(self, item: Span) -> int:
        """Return where the dash of an item of a block list stands."""
        at = item.start
        while self.text[at - 1].isspace():
            at -= 1
        if self.text[at - 1 : at] == "-":
            return at - 1
        if at == 0 or "\n" in self.text[at : item.start]:  # a comment stands between
            dashes = re.finditer(
                r"^[ ]*(?:- +)*(-)(?=[ \t\r]*(?:#.*)?$)", self.text[: item.start], re.MULTILINE
            )
            return [each.start(1) for each in dashes][-1]
        return self.text.rindex("-", 0, at)

    # Lines

    def insert_lines(self, after: Span, lines: Sequence[str]) -> None:
        """Insert lines after the line on which a value ends."""
        end = self.line_end(after.end)
        if end < len(self.text):
            at = end + 1
            self.put(at, at, self.newline.join((*lines, "")))
        else:
            self.put(end, end, self.newline + self.newline.join(lines))

    def delete(self, spans: Sequence[tuple[int, int]], gone: Sequence[int], *, flow: bool) -> None:
        """Delete some of the parts of a map or list, of which others stay."""
        kept = [at for at in range(len(spans)) if at not in gone]
        for at in gone:
            start, end = spans[at]
            following = next((spans[k][0] for k in range(at + 1, len(spans))), None)
            if flow:
                if at > kept[0]:
                    self.put(spans[at - 1][1], end, "")
                elif following is not None:
                    self.put(start, following, "")
            elif self.text[self.line_start(start) : start].strip() and following is not None:
                self.put(start, following, "")  # beside a dash
            else:
                finish = self.line_end(end)
                finish = finish + 1 if finish < len(self.text) else finish
                self.put(self.above(self.line_start(start)), finish, "")

    def above(self, start: int) -> int:
        """Return where the comment lines directly above a line begin."""
        indent = len(self.text[start:]) - len(self.text[start:].lstrip(" "))
        while start:
            line = self.text[self.line_start(start - 1) : start]
            if not _COMMENT.match(line) or len(line) - len(line.lstrip(" ")) != indent:
                break
            start -= len(line)
        return start

    def before(self, at: int) -> int:
        """Return where the space before an offset begins."""
        while at and self.text[at - 1].isspace():
            at -= 1
        return at

    def line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """Return where the line break after an offset stands, or the end of the text."""
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end

    def column(self, at: int) -> int:
        return at - self.line_start(at) - (1 if self.text[:1] == "\ufeff" and at < 1 else 0)


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Yield what becomes of each item, in order: kept (both), gone (old) or fresh (new)."""
    for tag, i, j, m, n in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and j - i == n - m):
            yield from zip(range(i, j), range(m, n), strict=True)
        else:
            yield from ((at, None) for at in range(i, j))
            yield from ((None, at) for at in range(m, n))


def _name(data: Data) -> str:
    """Return what an item of a list is known by, or else all it says."""
    if isinstance(data, Mapping):
        for key in _WITHIN:
            if isinstance(inner := data.get(key), Mapping):
                return f"{key} {_name(inner)}"
        for key in _NAMES:
            if isinstance(named := data.get(key), str):
                return f"= {named}"
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _is_text(value: object) -> bool:
    return isinstance(value, ScalarSpan | str)


def _blockable(text: str) -> bool:
    body = text.removesuffix("\n")
    lines = body.split("\n")
    return all(
        line == line.rstrip() and line.isprintable() and not line.startswith(" ") for line in lines
    ) and bool(lines[0] and lines[-1])
