"""The JSON Schema (2020-12) of verdicts, ``kieumau/verdict/1``; strict: nothing unnamed is allowed.

Written out and not derived from the classes: it is a promise to programs in other languages, so a
change of a class must not change it unseen. `tests/docs` holds the two together.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from kieumau.documents.schemas import facts_schema
from kieumau.rules.citations import Fidelity, Seen
from kieumau.rules.criteria import RuleKind
from kieumau.rules.measures import IfZero, Kind, RecordedBy, Reporting
from kieumau.rules.refinements import EvidenceField

__all__ = ["verdict_schema"]

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_OUTCOMES = ("met", "not_met", "undetermined")
_STATUSES = (*_OUTCOMES, "not_applicable", "waived")
_FINDINGS = (
    "set",
    "criterion",
    "rule",
    "indicator",
    "applies",
    "requirement",
    "guarded",
    "waiver",
    "condition",
)
_STRING: Schema = {"type": "string"}
_FLAG: Schema = {"type": "boolean"}
_DAY: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_DIGEST: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_NUMBER: Schema = {"type": "string", "pattern": "^-?[0-9]+([.][0-9]+)?$"}
_POINTS: Schema = {"type": "integer", "minimum": 0}
_MEASURE_ID: Schema = {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}


def verdict_schema() -> Schema:
    """Return the schema of what `kieumau.Verdict.to_json` writes.

    Examples
    --------
    >>> verdict_schema()["properties"]["outcome"]["enum"]
    ['met', 'not_met', 'undetermined']
    """
    whole = _record(
        {
            "format": {"const": "kieumau/verdict/1"},
            "outcome": _one_of(_OUTCOMES),
            "reason": _one_of(("", "nothing-assessed")),
            "as_if": _FLAG,
            "ignored": _list(_STRING),
            "facts": _ref("facts"),
            "standard": _ref("standard"),
            "missing": _list(_ref("missing_fact")),
            "explanation": _ref("finding"),
            "produced_by": _STRING,
        }
    )
    return {"$schema": _DIALECT, "title": "kieumau verdict", **whole, "$defs": _definitions()}


def _definitions() -> Schema:
    facts = facts_schema()
    return {
        "facts": {key: facts[key] for key in facts if key not in ("$schema", "title")},
        "text": _record({"vi": _STRING, "en": _STRING}),
        "validity": _record({}, {"start": _DAY, "until": _DAY}),
        "standard": _standard(),
        "plugin": _record(
            {
                "id": _STRING,
                "version": _STRING,
                "title": _ref("text"),
                "layer": {"type": "integer", "minimum": 0},
            },
            {"invented": _FLAG},
        ),
        "measure": _measure(),
        "instrument": _record(
            {"id": _STRING, "title": _ref("text")},
            {
                "number": _STRING,
                "issuer": _ref("text"),
                "issued": _DAY,
                "valid": _ref("validity"),
                "url": _STRING,
            },
        ),
        "citation": _record(
            {"instrument": _STRING},
            {"at": _ref("text"), "url": _STRING, "quote": _STRING},
        ),
        "evidence_need": _record(
            {"measure": _MEASURE_ID, "needs": _one_of(EvidenceField)}, {"note": _ref("text")}
        ),
        "guidance": _record(
            {"plugin": _STRING, "text": {"anyOf": [_ref("text"), {"type": "null"}]}},
            {"evidence": _list(_ref("evidence_need")), "citations": _list(_ref("citation"))},
        ),
        "change": _record({"plugin": _STRING, "before": _ref("text"), "after": _ref("text")}),
        "rule": _record({}, {"kind": _one_of(RuleKind), "k": {"type": "integer", "minimum": 1}}),
        "score": _record(
            {
                "reached": _POINTS,
                "possible": _POINTS,
                "total": _POINTS,
                "threshold": {"type": "integer", "minimum": 1},
            },
            {"not_arising": _POINTS, "waived": _POINTS},
        ),
        "missing_fact": _record(
            {
                "measure": _MEASURE_ID,
                "why": _one_of(("not_supplied", "declared_unknown", "inexact")),
                "settles": _FLAG,
                "indicators": _list(_STRING),
            },
            {"reason": _ref("text")},
        ),
        "finding": _finding(),
    }


def _standard() -> Schema:
    return _record(
        {
            "id": _STRING,
            "title": _ref("text"),
            "on": _DAY,
            "valid": _ref("validity"),
            "digest": _DIGEST,
            "text_digest": _DIGEST,
            "plugins": _list(_ref("plugin")) | {"minItems": 1},
            "library": _STRING,
            "reconstruction": _FLAG,
            "measures": _list(_ref("measure")),
            "instruments": _list(_ref("instrument")),
        },
        {"assumed": _one_of(("show", "count"))},
    )


def _measure() -> Schema:
    derived = (
        _record({"sum": _record({"of": _list(_MEASURE_ID) | {"minItems": 2}})}),
        _record({"difference": _record({"of": _MEASURE_ID, "less": _MEASURE_ID})}),
        _record({"ratio": _record({"of": _MEASURE_ID, "to": _MEASURE_ID})}),
        _record({"change": _record({"start": _MEASURE_ID, "end": _MEASURE_ID})}),
    )
    return _record(
        {"id": _MEASURE_ID, "name": _ref("text"), "kind": _one_of(Kind)},
        {
            "unit": _ref("text"),
            "minimum": _NUMBER,
            "maximum": _NUMBER,
            "decimals": {"type": "integer", "minimum": 0, "maximum": 6},
            "choices": _list(_record({"id": _STRING, "name": _ref("text")})),
            "derived": {"oneOf": list(derived)},
            "if_zero": _one_of(IfZero),
            "reporting": _one_of(Reporting),
            "collection": _ref("text"),
            "recorded_by": _one_of(RecordedBy),
            "caution": _ref("text"),
        },
    )


def _finding() -> Schema:
    return _record(
        {
            "id": _STRING,
            "kind": _one_of(_FINDINGS),
            "title": _ref("text"),
            "status": _one_of(_STATUSES),
        },
        {
            "step": _STRING,
            "rule": _ref("rule"),
            "negated": _FLAG,
            "plugin": _STRING,
            "citations": _list(_ref("citation")),
            "fidelity": _one_of(Fidelity),
            "seen": _one_of(Seen),
            "scope": _ref("text"),
            "note": _ref("text"),
            "counted": _FLAG,
            "change": _ref("change"),
            "guidance": _list(_ref("guidance")),
            "measures": _list(_MEASURE_ID),
            "denominator": _list(_MEASURE_ID),
            "if_zero": _one_of(IfZero),
            "points": _POINTS,
            "score": _ref("score"),
            "observed": _list(_MEASURE_ID),
            "children": _list(_ref("finding")),
        },
    )


def _record(required: Mapping[str, Any], optional: Mapping[str, Any] | None = None) -> Schema:
    """Return an object with these fields and no others."""
    schema: Schema = {"type": "object", "additionalProperties": False}
    if required:
        schema["required"] = list(required)
    return schema | {"properties": {**required, **(optional or {})}}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _one_of(values: Iterable[StrEnum | str]) -> Schema:
    return {"type": "string", "enum": [str(each) for each in values]}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}
