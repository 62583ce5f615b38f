"""The JSON Schema (2020-12) of certificates, ``kieumau/certificate/1``; strict, as the verdict's.

Certificates are read by it too (`kieumau.certificates.reading`), so a checker never meets a shape
it does not know.
"""

from typing import Any

from kieumau.documents.schema_strict import Schema, list_of, one_of, ref, strict
from kieumau.rules.conditions import Op
from kieumau.rules.measures import IfZero, Kind

__all__ = ["FORMAT", "MOST_NUMBER", "certificate_schema"]

FORMAT = "kieumau/certificate/1"
MOST_NUMBER = 2**53 - 1
"""The greatest JSON number all languages read exactly; everything else is a string."""

_STRING: Schema = {"type": "string"}
_FLAG: Schema = {"type": "boolean"}
_DAY: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_DIGEST: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_ID: Schema = {"type": "string", "pattern": "^[a-z0-9-]+([+][a-z0-9-]+)*$"}
_WHOLE: Schema = {"type": "string", "pattern": "^(0|-?[1-9][0-9]{0,39})$"}
_COUNT: Schema = {"type": "string", "pattern": "^(0|[1-9][0-9]{0,17})$"}
_NUMBER: Schema = {"type": "string", "pattern": "^(0|-?[1-9][0-9]{0,39})(/[1-9][0-9]{0,39})?$"}
_MONTH_DAY: Schema = {"type": "string", "pattern": "^--[0-9]{2}-[0-9]{2}$"}
_BASE64: Schema = {"type": "string", "pattern": "^[A-Za-z0-9+/]+={0,2}$"}
_TRUTH: Schema = one_of(("unmet", "unknown", "met"))
_SPAN: Schema = list_of(_WHOLE) | {"minItems": 2, "maxItems": 2}
_TERMS: Schema = {"type": "object", "additionalProperties": _WHOLE}


def certificate_schema() -> Schema:
    """Return the schema of what `kieumau.Certificate.to_json` writes.

    Examples
    --------
    >>> sorted(certificate_schema()["properties"])[:4]
    ['as_if', 'days', 'digest', 'facts']
    """
    whole = strict(
        {
            "format": {"const": FORMAT},
            "digest": _DIGEST,
            "standard": ref("standard"),
            "program": ref("program"),
            "facts": ref("facts"),
            "ignored": list_of(_STRING),
            "as_if": _FLAG,
            "spans": _map(_SPAN),
            "undated": list_of(_STRING),
            "days": _map(_WHOLE) | {"propertyNames": _MONTH_DAY},
            "steps": _map(ref("justification")),
            "outcome": one_of(("met", "not_met", "undetermined")),
            "reason": one_of(("", "nothing-assessed")),
        },
        {"signature": ref("signature")},
    )
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, "title": "kieumau certificate", **whole, "$defs": _definitions()}


def _definitions() -> Schema:
    return {
        "standard": strict(
            {
                "id": _ID,
                "on": _DAY,
                "valid": strict({}, {"start": _DAY, "until": _DAY}),
                "assumed": one_of(("show", "count")),
                "digest": _DIGEST,
                "text_digest": _DIGEST,
                "plugins": list_of(strict({"id": _ID, "version": _STRING})) | {"minItems": 1},
                "reconstruction": _FLAG,
                "invented": _FLAG,
            }
        ),
        "signature": strict(
            {"algorithm": {"const": "Ed25519"}, "public_key": _BASE64, "value": _BASE64}
        ),
        **_facts(),
        **_program(),
        **_justifications(),
    }


def _facts() -> Schema:
    """Return a fact set's schema, stricter than that of facts files: as kieumau writes them."""
    whole = {"type": "integer", "minimum": -MOST_NUMBER, "maximum": MOST_NUMBER}
    value = {"anyOf": [whole, _STRING, _FLAG]}
    evidence = {"evidence": strict({}, dict.fromkeys(("source", "document", "url"), _STRING))}
    evidence["evidence"]["properties"] |= {"date": _DAY, "note": _STRING}
    shapes = {
        "value": value,
        "between": list_of(value) | {"minItems": 2, "maxItems": 2},
        "reported": _STRING,
        "unknown": ref("text"),
    }
    return {
        "text": {"anyOf": [_STRING, strict({"vi": _STRING, "en": _STRING})]},
        "facts": strict(
            {
                "ward": strict(dict.fromkeys(("code", "name", "province"), _STRING)),
                "period": strict({"from": _DAY, "to": _DAY}),
                "facts": _map(ref("fact")),
            },
            {"invented": _FLAG, "note": ref("text")},
        ),
        "fact": {
            "anyOf": [*value["anyOf"], *(strict({k: v}, evidence) for k, v in shapes.items())]
        },
    }


def _program() -> Schema:
    ids = list_of(_STRING)
    below = {"id": _STRING, "children": ids | {"minItems": 1}}
    step = [
        strict(
            {
                "id": _STRING,
                "op": {"const": "leaf"},
                "forms": list_of(ref("form")) | {"minItems": 1},
            },
            {"if_zero": one_of(IfZero), "dated": {"const": True}},
        ),
        strict({**below, "op": {"const": "not"}, "children": ids | {"minItems": 1, "maxItems": 1}}),
        strict({**below, "op": one_of(("all", "count")), "k": _COUNT}),
        strict({**below, "op": {"const": "score"}, "threshold": _COUNT, "points": _map(_COUNT)}),
    ]
    derived = {
        "sum": ids,
        "difference": strict({"of": _STRING, "less": _STRING}),
        "ratio": strict({"of": _STRING, "to": _STRING}),
        "change": strict({"from": _STRING, "to": _STRING}),
    }
    numbers = {"min": _NUMBER, "max": _NUMBER, "decimals": {"type": "string", "pattern": "^[0-6]$"}}
    optional = {**numbers, "unit": _STRING, "choices": ids, **derived, "if_zero": one_of(IfZero)}
    constant = {"anyOf": [_WHOLE, _MONTH_DAY]}
    return {
        "program": strict(
            {
                "format": {"const": "kieumau/program/1"},
                "measures": list_of(strict({"id": _STRING, "kind": one_of(Kind)}, optional)),
                "root": _STRING,
                "steps": list_of({"anyOf": step}),
            }
        ),
        "form": {
            "anyOf": [
                strict(
                    {"coefficients": _TERMS, "op": one_of(Op), "constant": constant},
                    {"divisor": _TERMS},
                ),
                strict(
                    {
                        "measure": _STRING,
                        "op": one_of(("in", "not in")),
                        "positions": list_of(_COUNT),
                    }
                ),
            ]
        },
    }


def _justifications() -> Schema:
    truth = {"truth": _TRUTH}
    looked = {
        "absent": list_of(_STRING),
        "position": _COUNT,
        "divisor": _SPAN,
        "if_zero": one_of(IfZero),
        "sum": _SPAN,
        "op": one_of(Op),
        "constant": _WHOLE,
    }
    counts = ("k", "of", "met", "unmet")
    points = ("threshold", "reached", "possible")
    return {
        "justification": {
            "anyOf": [
                strict({**truth, "forms": list_of(strict(truth, looked)) | {"minItems": 1}}),
                strict({**truth, "undated": _STRING}),
                strict({**truth, "child": _TRUTH}),
                strict({**truth, **dict.fromkeys(counts, _COUNT)}),
                strict({**truth, **dict.fromkeys(points, _COUNT)}),
            ]
        }
    }


def _map(values: Any) -> Schema:  # noqa: ANN401 (a schema)
    return {"type": "object", "additionalProperties": values}
