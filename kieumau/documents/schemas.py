"""JSON Schemas (2020-12) of what goes in and out."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from kieumau.language.literals import YES_NO_WORDS
from kieumau.rules.measures import Kind, Measure

__all__ = ["facts_schema"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: dict[str, Any] = {
    "oneOf": [
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "properties": {"vi": {"type": "string"}, "en": {"type": "string"}},
            "minProperties": 1,
            "additionalProperties": False,
        },
    ]
}
_EVIDENCE: dict[str, Any] = {
    "oneOf": [
        {"type": "string"},
        {
            "type": "object",
            "properties": {
                "source": {"type": "string"},
                "document": {"type": "string"},
                "url": {"type": "string", "pattern": "^https?://"},
                "date": {"type": "string"},
                "note": {"type": "string"},
            },
            "additionalProperties": False,
        },
    ]
}


def facts_schema(measures: Iterable[Measure] | None = None) -> dict[str, Any]:
    """Return the schema of a fact set; without measures, of any standard's."""
    own = {measure.id: _fact(measure) for measure in measures or ()}
    facts: dict[str, Any] = {"type": "object"}
    if own:
        facts |= {"properties": own, "additionalProperties": False}
    else:
        facts |= {
            "additionalProperties": _shape(
                {"type": ["number", "string", "boolean"]}, ranged=True, numeric=True
            )
        }
    return {
        "$schema": _DIALECT,
        "title": "kieumau facts",
        "type": "object",
        "required": ["ward", "period", "facts"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": "kieumau/facts/1"},
            "ward": {
                "type": "object",
                "required": ["code", "name", "province"],
                "additionalProperties": False,
                "properties": {key: {"type": "string"} for key in ("code", "name", "province")},
            },
            "period": {
                "type": "object",
                "required": ["from", "to"],
                "additionalProperties": False,
                "properties": {key: {"type": "string"} for key in ("from", "to")},
            },
            "invented": {"type": "boolean"},
            "note": _TEXT,
            "facts": facts,
        },
    }


def _fact(measure: Measure) -> dict[str, Any]:
    value = _value(measure)
    ranged = measure.kind.numeric or measure.kind is Kind.DATE
    described = {"title": measure.name.vi, "description": measure.name.en}
    if measure.collection:
        described["description"] += f". {measure.collection.en}"
    return described | _shape(value, ranged=ranged, numeric=measure.kind.numeric)


def _shape(value: dict[str, Any], *, ranged: bool, numeric: bool) -> dict[str, Any]:
    def one(key: str, schema: dict[str, Any]) -> dict[str, Any]:
        return {
            "type": "object",
            "required": [key],
            "additionalProperties": False,
            "properties": {key: schema, "evidence": _EVIDENCE},
        }

    shapes = [value, {"type": "null"}, one("value", value), one("unknown", _TEXT)]
    if ranged:
        ends = {"type": "array", "items": value, "minItems": 2, "maxItems": 2}
        shapes.append(one("between", ends))
    if numeric:
        shapes.append(one("reported", {"type": "string"}))
    return {"anyOf": shapes}


def _value(measure: Measure) -> dict[str, Any]:
    match measure.kind:
        case Kind.YES_NO:
            return {"anyOf": [{"type": "boolean"}, {"type": "string", "enum": [*YES_NO_WORDS]}]}
        case Kind.CHOICE:
            labels = [text for c in measure.choices for text in (c.id, c.name.vi, c.name.en)]
            return {"type": "string", "enum": list(dict.fromkeys(labels))}
        case Kind.DATE:
            return {"type": "string"}
        case kind:
            number = {
                "type": "integer" if kind is Kind.INTEGER else "number",
                "minimum": _bound(measure.minimum),
                "maximum": _bound(measure.maximum),
            }
            return {"anyOf": [number, {"type": "string"}]}


def _bound(bound: Decimal) -> int | float:
    """Return a bound as JSON Schema's own number; nothing is decided by it here."""
    return int(bound) if bound == int(bound) else float(bound)
