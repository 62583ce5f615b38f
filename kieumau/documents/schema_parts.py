"""Pieces JSON Schemas of YAML files are made of, with hover texts in both languages.

2020-12 by name, but only what draft-07 knows too: editors read YAML against either. A field left
blank is null to an editor, and absent to the readers; so optional fields may be null.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from kieumau.wording import LANGUAGES, Text

__all__ = [
    "CODE",
    "DAY",
    "FLAG",
    "MEASURE_ID",
    "NUMBER",
    "RULE_ID",
    "TEXT",
    "URL",
    "WHOLE",
    "WORDS",
    "Schema",
    "among",
    "array",
    "form",
    "or_null",
    "record",
    "ref",
    "said",
]

Schema: TypeAlias = dict[str, Any]

WORDS: Schema = {"type": ["string", "number", "boolean"]}
"""Words; what YAML takes for a number or a truth value is read as it is written."""
CODE: Schema = {"type": ["string", "number"]}
NUMBER: Schema = {"type": ["number", "string"]}
WHOLE: Schema = {"type": ["integer", "string"]}
RULE_ID: Schema = {"type": ["string", "integer"], "pattern": "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$"}
MEASURE_ID: Schema = {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}
URL: Schema = {"type": "string", "pattern": "^https?://"}
DAY: Schema = {
    "type": "string",
    "pattern": "^\\s*([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})\\s*$",
}
FLAG: Schema = {"enum": [True, False, "có", "không", "yes", "no"]}
TEXT: Schema = {
    "anyOf": [
        WORDS,
        {
            "type": "object",
            "properties": {lang: {"type": [*WORDS["type"], "null"]} for lang in LANGUAGES},
            "minProperties": 1,
            "additionalProperties": False,
            "defaultSnippets": [{"label": "vi, en", "body": {"vi": "$1", "en": "$2"}}],
        },
    ]
}


def said(schema: Schema, words: Text) -> Schema:
    """Return a schema with what an editor shows on hovering."""
    return schema | {
        "description": f"{words.vi}\n{words.en}",
        "markdownDescription": f"{words.vi}\n\n*{words.en}*",
    }


def ref(name: str) -> Schema:
    """Return a reference to a definition."""
    return {"$ref": f"#/$defs/{name}"}


def array(items: Schema, least: int = 0) -> Schema:
    """Return a list's schema."""
    return {"type": "array", "items": items} | ({"minItems": least} if least else {})


def among(values: Mapping[str, Text]) -> Schema:
    """Return a choice, each value with its meaning."""
    return {
        "enum": list(values),
        "enumDescriptions": [f"{each.vi} / {each.en}" for each in values.values()],
        "markdownEnumDescriptions": [f"{each.vi} (*{each.en}*)" for each in values.values()],
    }


def record(
    fields: Mapping[str, tuple[Schema, Text]], required: Sequence[str] = (), **more: object
) -> Schema:
    """Return a mapping's schema: these fields and no others, those not required perhaps null."""
    return {
        "type": "object",
        "properties": {
            key: said(schema if key in required else or_null(schema), words)
            for key, (schema, words) in fields.items()
        },
        "required": [*required],
        "additionalProperties": False,
        **more,
    }


def or_null(schema: Schema) -> Schema:
    """Return a schema that takes null too.

    >>> or_null({"type": "string"}), or_null({"enum": [1]})
    ({'type': ['string', 'null']}, {'enum': [1, None]})
    """
    if "enum" in schema:
        described = {
            key: [*schema[key], ""]
            for key in ("enumDescriptions", "markdownEnumDescriptions")
            if key in schema
        }
        return schema | {"enum": [*schema["enum"], None]} | described
    if "anyOf" in schema:
        return schema | {"anyOf": [*schema["anyOf"], {"type": "null"}]}
    if "type" in schema:
        kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return schema | {"type": [*kinds, "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def form(name: str) -> tuple[Schema, Text]:
    """Return the ``format`` field of a file."""
    words = Text("Loại tệp và phiên bản của nó.", "The sort of file and its version.")
    return {"const": name, "default": name}, words
