"""Whether JSON data has the shape a schema of ours asks for: the few keywords they use.

Not a validator for any schema: a keyword it does not know is a mistake of ours and raises. Tests
hold it to the jsonschema library.

>>> shape = {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}
>>> misfit({"n": "1"}, shape), misfit({}, shape), misfit({"n": 1}, shape)
('n', '', None)
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from kieumau.documents.schema_strict import Schema

__all__ = ["misfit"]

_TYPES: Final[Mapping[str, Callable[[object], bool]]] = {
    "object": lambda data: isinstance(data, dict),
    "array": lambda data: isinstance(data, list),
    "string": lambda data: isinstance(data, str),
    "boolean": lambda data: isinstance(data, bool),
    "integer": lambda data: isinstance(data, int) and not isinstance(data, bool),
}
_SILENT = ("$schema", "title", "$defs")


def misfit(data: object, schema: Schema) -> str | None:
    """Return the path of the first thing that does not fit; None where all does.

    The whole is the empty path; where several shapes are allowed and none fits, the path is that
    of the thing itself.
    """
    return next(_misfits(data, schema, schema, ""), None)


def _misfits(data: object, schema: Schema, whole: Schema, path: str) -> Iterator[str]:
    for keyword, asked in schema.items():
        if keyword == "$ref":
            yield from _misfits(data, whole["$defs"][asked.rpartition("/")[2]], whole, path)
        elif keyword == "anyOf":
            if all(next(_misfits(data, each, whole, path), None) is not None for each in asked):
                yield path
        elif keyword in ("properties", "additionalProperties", "propertyNames", "required"):
            if isinstance(data, dict):
                yield from _members(data, keyword, schema, whole, path)
        elif keyword == "items":
            for at, each in enumerate(data if isinstance(data, list) else ()):
                yield from _misfits(each, asked, whole, f"{path}[{at}]")
        elif keyword not in _SILENT and not _fits(data, keyword, asked):
            yield path


def _members(
    data: dict[str, Any], keyword: str, schema: Schema, whole: Schema, path: str
) -> Iterator[str]:
    named: Mapping[str, Schema] = schema.get("properties", {})
    if keyword == "required":
        yield from (path for key in schema["required"] if key not in data)
    for key, each in data.items():
        inner = f"{path}.{key}".lstrip(".")
        if keyword == "properties" and key in named:
            yield from _misfits(each, named[key], whole, inner)
        elif keyword == "propertyNames":
            yield from _misfits(key, schema[keyword], whole, inner)
        elif keyword == "additionalProperties" and key not in named:
            more = schema[keyword]
            yield from (inner,) if more is False else _misfits(each, more, whole, inner)


def _fits(data: object, keyword: str, asked: Any) -> bool:  # noqa: ANN401 (JSON data)
    match keyword, data:
        case "type", _:
            return _TYPES[asked](data)
        case "const", _:
            return type(data) is type(asked) and data == asked
        case "enum", _:
            return isinstance(data, str) and data in list(asked)
        case "pattern", str():
            return re.search(asked.removesuffix("$") + r"\Z", data) is not None
        case "minItems", list():
            return len(data) >= int(asked)
        case "maxItems", list():
            return len(data) <= int(asked)
        case "minimum", int():
            return data >= int(asked)
        case "maximum", int():
            return data <= int(asked)
        case (("pattern" | "minItems" | "maxItems" | "minimum" | "maximum"), _):
            return True
    raise AssertionError(keyword)
