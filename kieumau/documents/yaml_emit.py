"""Writing data as YAML in the manner of hand-written rule files."""

import json
import re
from collections.abc import Mapping

from kieumau.documents.nodes import ScalarNode
from kieumau.documents.yaml_events import read_yaml
from kieumau.documents.yaml_spans import Data
from kieumau.errors import DocumentError
from kieumau.wording import LANGUAGES

__all__ = ["WIDE", "block_lines", "flow_text", "inline_text", "scalar_text"]

WIDE = 100
"""How long a line may be."""
_FEW = 4
_TEST = re.compile("[<>=≤≥≠!,\\[\\]{}]")


def scalar_text(data: str | None, style: str = "", *, flow: bool = False, key: str = "") -> str:
    """Return a scalar on one line, in the quotes it stood in where they can hold it."""
    if data is None:
        return "null"
    if style == "'" and not re.search("[\n\r\x85\u2028\u2029]", data):
        return "'" + data.replace("'", "''") + "'"
    if style == '"' or not _plain(data, key, flow=flow):
        said = json.dumps(data, ensure_ascii=False)
        for char in "\x85\u2028\u2029\ufeff\xa0":
            said = said.replace(char, f"\\u{ord(char):04x}")
        return said
    return data


def flow_text(data: Data, key: str = "") -> str:
    """Return data on one line."""
    if data is None or isinstance(data, str):
        return scalar_text(data, flow=True, key=key)
    if isinstance(data, Mapping):
        inner = (f"{scalar_text(k, flow=True)}: {flow_text(v, k)}" for k, v in data.items())
        return "{" + ", ".join(inner) + "}"
    return "[" + ", ".join(flow_text(each) for each in data) + "]"


def inline_text(data: Data, room: int, key: str = "") -> str | None:
    """Return data as it stands behind a key on the same line; None where it wants its own lines."""
    if data is None or isinstance(data, str):
        return scalar_text(data, key=key)
    if not data:
        return "{}" if isinstance(data, Mapping) else "[]"
    parts = list(data.values() if isinstance(data, Mapping) else data)
    small = len(parts) <= _FEW and all(each is None or isinstance(each, str) for each in parts)
    nested = len(parts) == 1 and isinstance(parts[0], Mapping) and isinstance(data, Mapping)
    said = flow_text(data, key)
    if not (small or nested) or "\n" in said or len(said) > room:
        return None
    if not isinstance(data, Mapping) and any(" " in (each or "") for each in data):
        return None
    return said


def block_lines(data: Data, indent: int) -> list[str]:
    """Return the lines of a map or list in block form; each begins with ``indent`` spaces."""
    pad, lines = " " * indent, list[str]()
    if isinstance(data, Mapping):
        for key, value in data.items():
            name = scalar_text(key)
            said = inline_text(value, WIDE - indent - len(name), key)
            if said is not None:
                lines.append(f"{pad}{name}: {said}")
            else:
                lines += [f"{pad}{name}:", *block_lines(value, indent + 2)]
        return lines
    for each in data if not isinstance(data, str) and data is not None else ():
        if isinstance(each, Mapping) and each:
            inner = block_lines(each, indent + 2)
            lines += [f"{pad}- {inner[0][indent + 2 :]}", *inner[1:]]
        else:
            said = inline_text(each, WIDE)
            lines.append(f"{pad}- {flow_text(each) if said is None else said}")
    return lines


def _plain(text: str, key: str, *, flow: bool) -> bool:
    """Return whether a text reads back the same without quotes."""
    if flow and (_TEST.search(text) or (" " in text and key not in LANGUAGES)):
        return False
    if not text or text != text.strip() or not text.isprintable():
        return False
    try:
        node = read_yaml(f"k:\n  - a: {text}\n" if not flow else f"[{{a: {text}}}, b]\n", "")
    except DocumentError:
        return False
    found: object = node
    for step in ("items", "entries"):
        while hasattr(found, "entries") and step == "items":
            found = found.entries[0][1]
        inner = getattr(found, step, ())
        if not inner:
            return False
        found = inner[0] if step == "items" else inner[0][1]
    return isinstance(found, ScalarNode) and not found.null and found.text == text
