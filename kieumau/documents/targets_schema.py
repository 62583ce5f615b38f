"""The JSON Schema (2020-12) of targets reports, ``kieumau/targets-report/1``; strict.

Written out, as that of verdicts is: a change of a class must not change it unseen.
"""

from kieumau.documents.schema_strict import Schema, list_of, one_of, ref, strict
from kieumau.documents.verdict_schema import verdict_schema

__all__ = ["targets_report_schema"]

_STRING: Schema = {"type": "string"}
_FLAG: Schema = {"type": "boolean"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_TRUTH: Schema = {"type": "integer", "enum": [0, 1, 2]}
_DAY: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_NUMBER: Schema = {"type": "string", "pattern": "^[0-9]+([.][0-9]+)?$"}
_DIGEST: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_STATUSES = ("met", "not_met", "undetermined", "not_applicable", "not_judged")
_TITLES = ("registered", "recognised")
_FIDELITIES = ("text", "reported", "derived", "assumed")
_SEEN = ("quoted", "summary", "unseen")
_SHARED = ("text", "validity", "citation", "instrument", "plugin")


def targets_report_schema() -> Schema:
    """Return the schema of what `kieumau.TargetsReport.to_json` writes.

    Examples
    --------
    >>> targets_report_schema()["properties"]["format"]["const"]
    'kieumau/targets-report/1'
    """
    whole = strict(
        {
            "format": {"const": "kieumau/targets-report/1"},
            "plugin": ref("plugin"),
            "on": _DAY,
            "inherit": one_of(("none", "whole", "partial")),
            "assumed": one_of(("show", "count")),
            "registry": ref("registry"),
            "rungs": list_of(ref("rung")),
        },
        {
            "wards": _COUNT,
            "as_if": _FLAG,
            "issues": list_of(ref("issue")),
            "not_assessed": list_of(ref("not_assessed")),
            "titles": list_of(ref("title")),
            "complete": list_of(ref("complete")),
            "standards": list_of(ref("standard")),
            "instruments": list_of(ref("instrument")),
            "notices": list_of(ref("text")),
            "library": _STRING,
        },
    )
    dialect = "https://json-schema.org/draft/2020-12/schema"
    shared = verdict_schema()["$defs"]
    return {
        "$schema": dialect,
        "title": "kieumau/targets-report/1",
        **whole,
        "$defs": {**{each: shared[each] for each in _SHARED}, **_parts(), "rung": _rung()},
    }


def _parts() -> dict[str, Schema]:
    title = {"status": one_of(_TITLES), "valid": ref("validity")}
    return {
        "period": strict({"first": _DAY, "last": _DAY}),
        "unit": strict({"id": _STRING, "code": _STRING, "name": _STRING}),
        "counts": strict({}, {"yes": _COUNT, "no": _COUNT, "unknown": _COUNT}),
        "source": strict(
            {},
            {
                "citations": list_of(ref("citation")),
                "fidelity": one_of(_FIDELITIES),
                "seen": one_of(_SEEN),
                "confidence": one_of(("high", "medium", "low")),
                "note": ref("text"),
            },
        ),
        "registry": strict(
            {"province": _STRING, "covers": ref("validity")},
            {"source": ref("source"), "unknown": list_of(ref("text"))},
        ),
        "issue": strict(
            {"kind": one_of(_ISSUES), "code": _STRING, "name": _STRING, "period": ref("period")},
            {"by_code": ref("unit"), "by_name": ref("unit"), "rungs": list_of(_STRING)},
        ),
        "problem": strict(
            {"code": _STRING, "message": ref("text"), "hint": ref("text")}, {"place": _STRING}
        ),
        "not_assessed": strict(
            {
                "code": _STRING,
                "name": _STRING,
                "period": ref("period"),
                "problems": list_of(ref("problem")),
            }
        ),
        "decision": strict({"number": _STRING}, {"issued": _DAY}),
        "title": strict(
            {"unit": ref("unit"), **title},
            {
                "held": _FLAG,
                "year": {"type": "integer"},
                "decision": ref("decision"),
                "source": ref("source"),
            },
        ),
        "complete": strict(title, {"district": ref("text"), "source": ref("source")}),
        "standard": strict({"id": _STRING, "on": _DAY, "digest": _DIGEST}),
        "required": strict(
            {"kind": one_of(("at_least", "exactly", "more_than")), "units": _COUNT},
            {"most": _COUNT, "percent": _NUMBER, "earlier": _STRING},
        ),
        "group": strict(
            {"status": one_of(_STATUSES), "required": ref("required"), "count": ref("counts")},
            {
                "code": _STRING,
                "name": ref("text"),
                "wanting": _COUNT,
                "counted": list_of(ref("unit")),
                "unknown": list_of(ref("unit")),
            },
        ),
        "ward": strict(
            {
                "unit": ref("unit"),
                "meeting": _TRUTH,
                "recognised": _TRUTH,
                "registered": _TRUTH,
            },
            {"district": _STRING, "period": ref("period")},
        ),
    }


_ISSUES = (
    "not_listed",
    "other_name",
    "other_code",
    "ended",
    "twice",
    "other_province",
    "began_later",
    "unused",
)


def _rung() -> Schema:
    return strict(
        {
            "id": _STRING,
            "title": ref("text"),
            "by": _DAY,
            "on": _DAY,
            "count": one_of(("meeting", "recognised", "registered")),
            "per": one_of(("province", "district")),
            "status": one_of(_STATUSES),
            "fidelity": one_of(_FIDELITIES),
            "citations": list_of(ref("citation")),
        },
        {
            "why": one_of(
                (
                    "no_ward",
                    "no_district",
                    "districts_unknown",
                    "not_covered",
                    "earlier_not_due",
                    "earlier_not_covered",
                    "too_many",
                )
            ),
            "total": _COUNT,
            "listed": _FLAG,
            "groups": list_of(ref("group")),
            "meeting": ref("counts"),
            "recognised": ref("counts"),
            "registered": ref("counts"),
            "wards": list_of(ref("ward")),
            "changed": strict({"day": _DAY, "total": _COUNT}),
            "absent": list_of(ref("text")),
            "seen": one_of(_SEEN),
            "note": ref("text"),
            "source": ref("source"),
        },
    )
