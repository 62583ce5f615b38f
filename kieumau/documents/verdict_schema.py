"""The JSON Schema (2020-12) of verdicts, ``kieumau/verdict/1``; strict: nothing unnamed is allowed.

Written out and not derived from the classes: it is a promise to programs in other languages, so a
change of a class must not change it unseen. `tests/docs` holds the two together.
"""

from kieumau.documents.schema_strict import Schema, list_of, one_of, ref, strict
from kieumau.documents.schemas import facts_schema
from kieumau.rules.citations import Fidelity, Seen
from kieumau.rules.criteria import RuleKind
from kieumau.rules.measures import IfZero, Kind, RecordedBy, Reporting
from kieumau.rules.refinements import EvidenceField

__all__ = ["verdict_schema"]

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
    whole = strict(
        {
            "format": {"const": "kieumau/verdict/1"},
            "outcome": one_of(_OUTCOMES),
            "reason": one_of(("", "nothing-assessed")),
            "as_if": _FLAG,
            "ignored": list_of(_STRING),
            "facts": ref("facts"),
            "standard": ref("standard"),
            "missing": list_of(ref("missing_fact")),
            "explanation": ref("finding"),
            "produced_by": _STRING,
        }
    )
    return {"$schema": _DIALECT, "title": "kieumau verdict", **whole, "$defs": _definitions()}


def _definitions() -> Schema:
    facts = facts_schema()
    return {
        "facts": {key: facts[key] for key in facts if key not in ("$schema", "title")},
        "text": strict({"vi": _STRING, "en": _STRING}),
        "validity": strict({}, {"start": _DAY, "until": _DAY}),
        "standard": _standard(),
        "plugin": strict(
            {
                "id": _STRING,
                "version": _STRING,
                "title": ref("text"),
                "layer": {"type": "integer", "minimum": 0},
            },
            {"invented": _FLAG},
        ),
        "measure": _measure(),
        "instrument": strict(
            {"id": _STRING, "title": ref("text")},
            {
                "number": _STRING,
                "issuer": ref("text"),
                "issued": _DAY,
                "valid": ref("validity"),
                "url": _STRING,
            },
        ),
        "citation": strict(
            {"instrument": _STRING},
            {"at": ref("text"), "url": _STRING, "quote": _STRING},
        ),
        "evidence_need": strict(
            {"measure": _MEASURE_ID, "needs": one_of(EvidenceField)}, {"note": ref("text")}
        ),
        "guidance": strict(
            {"plugin": _STRING, "text": {"anyOf": [ref("text"), {"type": "null"}]}},
            {"evidence": list_of(ref("evidence_need")), "citations": list_of(ref("citation"))},
        ),
        "change": strict({"plugin": _STRING, "before": ref("text"), "after": ref("text")}),
        "rule": strict({}, {"kind": one_of(RuleKind), "k": {"type": "integer", "minimum": 1}}),
        "score": strict(
            {
                "reached": _POINTS,
                "possible": _POINTS,
                "total": _POINTS,
                "threshold": {"type": "integer", "minimum": 1},
            },
            {"not_arising": _POINTS, "waived": _POINTS},
        ),
        "missing_fact": strict(
            {
                "measure": _MEASURE_ID,
                "why": one_of(("not_supplied", "declared_unknown", "inexact")),
                "settles": _FLAG,
                "indicators": list_of(_STRING),
            },
            {"reason": ref("text")},
        ),
        "finding": _finding(),
    }


def _standard() -> Schema:
    return strict(
        {
            "id": _STRING,
            "title": ref("text"),
            "on": _DAY,
            "valid": ref("validity"),
            "digest": _DIGEST,
            "text_digest": _DIGEST,
            "plugins": list_of(ref("plugin")) | {"minItems": 1},
            "library": _STRING,
            "reconstruction": _FLAG,
            "measures": list_of(ref("measure")),
            "instruments": list_of(ref("instrument")),
        },
        {"assumed": one_of(("show", "count"))},
    )


def _measure() -> Schema:
    derived = (
        strict({"sum": strict({"of": list_of(_MEASURE_ID) | {"minItems": 2}})}),
        strict({"difference": strict({"of": _MEASURE_ID, "less": _MEASURE_ID})}),
        strict({"ratio": strict({"of": _MEASURE_ID, "to": _MEASURE_ID})}),
        strict({"change": strict({"start": _MEASURE_ID, "end": _MEASURE_ID})}),
    )
    return strict(
        {"id": _MEASURE_ID, "name": ref("text"), "kind": one_of(Kind)},
        {
            "unit": ref("text"),
            "minimum": _NUMBER,
            "maximum": _NUMBER,
            "decimals": {"type": "integer", "minimum": 0, "maximum": 6},
            "choices": list_of(strict({"id": _STRING, "name": ref("text")})),
            "derived": {"oneOf": list(derived)},
            "if_zero": one_of(IfZero),
            "reporting": one_of(Reporting),
            "collection": ref("text"),
            "recorded_by": one_of(RecordedBy),
            "caution": ref("text"),
        },
    )


def _finding() -> Schema:
    return strict(
        {
            "id": _STRING,
            "kind": one_of(_FINDINGS),
            "title": ref("text"),
            "status": one_of(_STATUSES),
        },
        {
            "step": _STRING,
            "rule": ref("rule"),
            "negated": _FLAG,
            "plugin": _STRING,
            "citations": list_of(ref("citation")),
            "fidelity": one_of(Fidelity),
            "seen": one_of(Seen),
            "scope": ref("text"),
            "note": ref("text"),
            "counted": _FLAG,
            "change": ref("change"),
            "guidance": list_of(ref("guidance")),
            "measures": list_of(_MEASURE_ID),
            "against": _MEASURE_ID,
            "denominator": list_of(_MEASURE_ID),
            "if_zero": one_of(IfZero),
            "points": _POINTS,
            "score": ref("score"),
            "observed": list_of(_MEASURE_ID),
            "children": list_of(ref("finding")),
        },
    )
