"""What a cell says for what a file says, and back."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from types import MappingProxyType

from kieumau.documents.fields import read_day
from kieumau.documents.rule_sheets.columns import CellKind, Column
from kieumau.documents.workbooks.plan import PlanValue
from kieumau.documents.workbooks.reading import Cell
from kieumau.documents.yaml_edit import yaml_data
from kieumau.documents.yaml_emit import block_lines, flow_text
from kieumau.documents.yaml_spans import Data
from kieumau.errors import DocumentError, Problems
from kieumau.language.fold import fold
from kieumau.language.literals import read_number
from kieumau.places import Place
from kieumau.wording import Lang, Text, nfc, say_date

__all__ = ["read_cell", "same", "show"]

_BRANCHES: Mapping[str, Text] = MappingProxyType(
    {
        "all": Text("tất cả", "all"),
        "any": Text("có một", "any"),
        "not": Text("không phải", "not"),
    }
)
_AT_LEAST = Text("ít nhất {k}", "at least {k}")
_SCORE = Text("đủ điểm {k}", "score {k}")
_GONE = Text("bỏ", "none given")
_FEW = 12
_LABELLED = re.compile(r"^(\s*(?:- +)*)([^:]{2,20}?):(\s*)(?=\S|$)")
_TWO = 2


def same(shown: PlanValue, cell: Cell | None) -> bool:
    """Return whether a cell still says what was written into it."""
    if cell is None:
        return shown is None or (isinstance(shown, str) and not shown.strip())
    if isinstance(shown, date):
        return cell.text == say_date(shown)
    if isinstance(shown, int | Decimal):
        return isinstance(cell.value, int | Decimal) and cell.value == shown
    return shown is not None and _plain(str(shown)) == _plain(cell.text)


def _plain(text: str) -> str:
    return " ".join(nfc(text).split())


def show(column: Column, data: Data, lang: Lang) -> PlanValue:  # noqa: C901 (a line a kind)
    """Return what stands in a cell for a field; what has another shape stands as YAML."""
    if data is None:
        return None
    match column.kind, data:
        case (CellKind.DATE, str()):
            return read_day(data) or data
        case (CellKind.NUMBER, str()):
            number = read_number(data, Place(), Problems())
            return data if number is None else number
        case (CellKind.CHOICE, str()):
            return column.label(data, lang) or data
        case (CellKind.RULE, _):
            return _rule_shown(data, lang)
        case (CellKind.CONDITION, Mapping()):
            return "\n".join(_condition_lines(data, lang))
        case (CellKind.DERIVATION, Mapping()):
            return _derivation_shown(data)
        case (CellKind.FACTS, Mapping()):
            lines = [f"{k} = {_GONE.say(lang) if v is None else _fact(v)}" for k, v in data.items()]
            return ("\n" if len(lines) <= _FEW else "; ").join(lines)
        case (CellKind.STATUSES, Mapping()):
            labels = {key: column.label(str(value), lang) or value for key, value in data.items()}
            return "\n".join(f"{key} = {value}" for key, value in labels.items())
        case (CellKind.IDS, list() | tuple()) if data and all(isinstance(e, str) for e in data):
            return "\n".join(str(each) for each in data)
        case (_, str()):
            return data
    if data and not isinstance(data, str):
        return "\n".join(block_lines(data, 0))
    return flow_text(data)


def _fact(value: Data) -> str:
    if isinstance(value, str) and not re.search("[;\n\"'{\\[]", value) and value.strip() == value:
        return value if value and value not in ("~", "null") else json.dumps(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else flow_text(value)


def _rule_shown(data: Data, lang: Lang) -> str:
    if isinstance(data, str) and data in _BRANCHES:
        return _BRANCHES[data].say(lang)
    if isinstance(data, Mapping) and len(data) == 1:
        for key, words in (("at_least", _AT_LEAST), ("score", _SCORE)):
            if isinstance(k := data.get(key), str):
                return words.say(lang).format(k=k)
    return flow_text(data)


def _condition_lines(data: Data, lang: Lang, indent: str = "") -> Iterator[str]:
    """Yield a condition as YAML whose branches are called by words."""
    if not isinstance(data, Mapping) or not data:
        yield indent + (data if isinstance(data, str) and data else flow_text(data))
        return
    keys = tuple(data)
    if keys == ("at_least", "of") and isinstance(data["at_least"], str):
        head, inner = _AT_LEAST.say(lang).format(k=data["at_least"]), data["of"]
    elif len(keys) == 1 and keys[0] in _BRANCHES:
        head, inner = _BRANCHES[keys[0]].say(lang), data[keys[0]]
    else:
        yield from (indent + line for line in block_lines(data, 0))
        return
    yield f"{indent}{head}:"
    if isinstance(inner, Sequence) and not isinstance(inner, str):
        for each in inner:
            first, *rest = _condition_lines(each, lang)
            yield f"{indent}  - {first}"
            yield from (f"{indent}    {line}" for line in rest)
    else:
        yield from _condition_lines(inner, lang, indent + "  ")


def _derivation_shown(data: Mapping[str, Data]) -> PlanValue:
    """Return how a measure follows from others, from the whole of its entry."""
    ways = {
        "ratio": ("of", "to", " / "),
        "difference": ("of", "less", " - "),
        "change": ("from", "to", " → "),
    }
    for key, (one, other, sign) in ways.items():
        inner = data.get(key)
        if isinstance(inner, Mapping) and set(inner) == {one, other}:
            return f"{inner[one]}{sign}{inner[other]}"
        if inner is not None:
            return flow_text({key: inner})
    added = data.get("sum")
    if isinstance(added, Sequence) and not isinstance(added, str) and len(added) >= _TWO:
        return " + ".join(str(each) for each in added)
    return None if added is None else flow_text({"sum": added})


def read_cell(  # noqa: C901 (a line a kind)
    column: Column, cell: Cell, before: Data, problems: Problems
) -> Data:
    """Return what a cell that was written in says; ``before`` is what its field said."""
    text = cell.text
    match column.kind:
        case CellKind.DATE:
            return _day(cell, problems)
        case CellKind.NUMBER:
            number = cell.points
            if isinstance(number, int | Decimal) and not isinstance(number, bool):
                return format(Decimal(number), "f")
            read = read_number(text, cell.place, problems)
            return None if read is None else format(read, "f")
        case CellKind.CHOICE:
            return _choice(column, text, cell.place, problems)
        case CellKind.RULE:
            return _rule(text)
        case CellKind.CONDITION:
            return _condition(text, cell.place, problems)
        case CellKind.DERIVATION:
            return _derivation(text, cell.place, problems)
        case CellKind.FACTS:
            return _facts(text, before, cell.place, problems)
        case CellKind.STATUSES:
            return {
                key: _choice(column, value, cell.place, problems)
                for key, value in _pairs(text, cell.place, problems)
            }
        case CellKind.IDS:
            return _ids(text)
        case CellKind.LINE:
            return " ".join(text.split())
    if column.kind is CellKind.YAML or (before is not None and not isinstance(before, str)):
        return _yaml(text, cell.place, problems)
    return text.replace("\xa0", " ")


def _day(cell: Cell, problems: Problems) -> str | None:
    day = cell.value if isinstance(cell.value, date) else read_day(cell.text)
    if day is None:
        problems.add("KM-910", cell.place, found=cell.text)
        return None
    return day.isoformat()


def _choice(column: Column, text: str, place: Place, problems: Problems) -> str | None:
    for value, label in column.choices:
        if fold(text) in (fold(label.vi), fold(label.en)) or text == value:
            return value
    labels = [label for _, label in column.choices]
    vi, en = [each.vi for each in labels], [each.en for each in labels]
    near = get_close_matches(text.lower(), vi, 2) or get_close_matches(text.lower(), en, 2)
    problems.add("KM-911", place, near, found=text, allowed=Text(", ".join(vi), ", ".join(en)))
    return None


def _rule(text: str) -> Data:
    said = fold(text)
    for key in ("all", "any"):
        if said in (key, fold(_BRANCHES[key].vi)):
            return key
    for key, words in (("at_least", _AT_LEAST), ("score", _SCORE)):
        for each in (words.vi, words.en):
            stem = fold(each.removesuffix("{k}"))
            if said.startswith(stem) and said.removeprefix(stem).strip().isdigit():
                return {key: said.removeprefix(stem).strip()}
    return _yaml(text, Place(), Problems()) if text.startswith("{") else text


def _branch_key(words: str) -> str:
    """Return the YAML that opens a branch; empty when the words open none."""
    said = fold(words)
    for key, label in _BRANCHES.items():
        if said in (key, fold(label.vi), fold(label.en)):
            return f"{key}:"
    for words_of in (_AT_LEAST.vi, _AT_LEAST.en):
        stem = fold(words_of.removesuffix("{k}"))
        count = said.removeprefix(stem).strip()
        if said.startswith(stem) and count.isdigit():
            return count
    return ""


def _condition(text: str, place: Place, problems: Problems) -> Data:
    lines = [line.replace("\xa0", " ").rstrip() for line in text.split("\n") if line.strip()]
    first = _LABELLED.match(lines[0]) if lines else None
    if not first or not (_branch_key(first[2]) or first[2] in ("at_least", "of")):
        return " ".join(text.split())
    return _yaml("\n".join(_opened(line) for line in lines) + "\n", place, problems)


def _opened(line: str) -> str:
    """Return a line of a condition as YAML: a branch by its key, a test in quotes."""
    found = _LABELLED.match(line)
    key = _branch_key(found[2]) if found else ""
    if found and key.isdigit():
        pad = " " * len(found[1])
        return f"{found[1]}at_least: {key}\n{pad}of:{_rest(line[found.end() :])}"
    if found and key:
        return f"{found[1]}{key}{_rest(line[found.end() :])}"
    if found and found[2] in ("at_least", "of"):
        return line
    body = line.lstrip(" -") if re.match(r"\s*-+ ", line) else line.lstrip()
    return line[: len(line) - len(body)] + json.dumps(body, ensure_ascii=False)


def _rest(text: str) -> str:
    text = text.strip()
    if not text:
        return ""
    return f" {text}" if text[0] in "[{\"'" else f" {json.dumps(text, ensure_ascii=False)}"


def _derivation(text: str, place: Place, problems: Problems) -> Data:
    words = " ".join(text.split())
    if words.startswith("{"):
        return _yaml(words, place, problems)
    for sign, key, names in (
        ("/", "ratio", ("of", "to")),
        ("→", "change", ("from", "to")),
        ("->", "change", ("from", "to")),
        ("-", "difference", ("of", "less")),
    ):
        parts = [part.strip() for part in words.split(sign)]
        if len(parts) == _TWO and all(parts):
            return {key: dict(zip(names, parts, strict=True))}
    parts = [part.strip() for part in words.split("+")]
    if len(parts) >= _TWO and all(parts):
        return {"sum": parts}
    problems.add("KM-914", place, found=words)
    return {}


def _pairs(text: str, place: Place, problems: Problems) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for line in _split(text):
        key, sign, value = (part.strip() for part in line.partition("="))
        if not sign or not key or not value or key in seen:
            problems.add("KM-915", place, found=line.strip())
        else:
            seen.add(key)
            yield key, value


def _split(text: str) -> Iterator[str]:
    """Yield the parts of a text between line breaks and semicolons outside quotes and brackets."""
    part, quote, depth = "", "", 0
    for char in text + "\n":
        if char == "\n" or (char == ";" and not quote and not depth):
            if part.strip():
                yield part.strip()
            part, quote, depth = "", "", 0
            continue
        part += char
        if quote:
            quote = "" if char == quote and not part.endswith(f"\\{quote}") else quote
        elif char in "\"'" and part.rstrip()[:-1].rstrip()[-1:] in ("=", ":", ",", "[", "{"):
            quote = char
        else:
            depth = max(0, depth + (char in "[{") - (char in "]}"))


def _facts(text: str, before: Data, place: Place, problems: Problems) -> Data:
    if "=" not in text:  # the name of a facts file
        return text
    found: dict[str, Data] = {}
    gone = {fold(_GONE.vi), fold(_GONE.en)}
    old = before if isinstance(before, Mapping) else {}
    for key, value in _pairs(text, place, problems):
        if key in old and old[key] is not None and value == _fact(old[key]):
            found[key] = old[key]
        elif fold(value) in gone:
            found[key] = None
        elif value[0] in "{[\"'":
            found[key] = _yaml(value, place, problems)
        else:
            found[key] = value
    return found


def _ids(text: str) -> Data:
    return (
        [] if text.strip() == "[]" else [e.strip() for e in re.split("[\n;,]", text) if e.strip()]
    )


def _yaml(text: str, place: Place, problems: Problems) -> Data:
    try:
        return yaml_data(text.replace("\xa0", " "), "")
    except DocumentError as error:
        for each in error.diagnostics:
            problems.add("KM-916", place, why=Text(each.message("vi"), each.message("en")))
        return None
