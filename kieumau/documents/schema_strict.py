"""Pieces of the JSON Schemas of what programs read: nothing unnamed is allowed."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any, TypeAlias

__all__ = ["Schema", "list_of", "one_of", "ref", "strict"]

Schema: TypeAlias = dict[str, Any]


def strict(required: Mapping[str, Any], optional: Mapping[str, Any] | None = None) -> Schema:
    """Return an object with these fields and no others."""
    schema: Schema = {"type": "object", "additionalProperties": False}
    if required:
        schema["required"] = list(required)
    return schema | {"properties": {**required, **(optional or {})}}


def list_of(items: Schema) -> Schema:
    """Return a list's schema."""
    return {"type": "array", "items": items}


def one_of(values: Iterable[StrEnum | str]) -> Schema:
    """Return a choice of words."""
    return {"type": "string", "enum": [str(each) for each in values]}


def ref(name: str) -> Schema:
    """Return a reference to a definition."""
    return {"$ref": f"#/$defs/{name}"}
