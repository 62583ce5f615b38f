"""The JSON Schema (2020-12) of comparisons, ``kieumau/difference/1``; strict.

Written out, as that of verdicts is: a change of a class must not change it unseen.
"""

from kieumau.documents.schema_strict import Schema, list_of, one_of, ref, strict
from kieumau.documents.verdict_schema import verdict_schema

__all__ = ["difference_schema"]

_STRING: Schema = {"type": "string"}
_FLAG: Schema = {"type": "boolean"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_NUMBER: Schema = {"type": "integer", "minimum": 1}
_DAY: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_DIGEST: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_OUTCOMES = ("met", "not_met", "undetermined")
_STATUSES = (*_OUTCOMES, "not_applicable", "waived")
_SHARED = ("text", "validity", "plugin")
_KINDS = (
    "fact",
    "evidence",
    "period",
    "measure",
    "set_rule",
    "criterion",
    "indicator",
    "threshold",
    "condition",
    "waiver",
    "clarification",
    "assumed",
    "standard",
    "library",
    "digest",
    "record",
)
_BECAUSE = (
    "facts",
    "period",
    "plugin",
    "version",
    "content",
    "date",
    "choice",
    "base",
    "library",
    "rules",
    "record",
)


def difference_schema() -> Schema:
    """Return the schema of what `kieumau.Difference.to_json` writes.

    Examples
    --------
    >>> difference_schema()["properties"]["format"]["const"]
    'kieumau/difference/1'
    """
    whole = strict(
        {
            "format": {"const": "kieumau/difference/1"},
            "a": ref("side"),
            "b": ref("side"),
            "wards": one_of(("same", "periods", "different")),
            "differences": list_of(ref("differing")),
            "compared": list_of(ref("compared")),
            "same": _COUNT,
            "brings": _or_null(ref("smallest")),
            "undoes": _or_null(ref("smallest")),
            "untried": _or_null(one_of(("not_loaded", "not_replayed"))),
            "why_untried": list_of(ref("text")),
            "notices": list_of(ref("text")),
        }
    )
    shared = verdict_schema()["$defs"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "kieumau/difference/1",
        **whole,
        "$defs": {**{each: shared[each] for each in _SHARED}, **_parts()},
    }


def _parts() -> dict[str, Schema]:
    status, text = _or_null(one_of(_STATUSES)), _or_null(ref("text"))
    return {
        "side": _side(),
        "differing": strict(
            {
                "number": _NUMBER,
                "kind": one_of(_KINDS),
                "id": _STRING,
                "title": ref("text"),
                "before": text,
                "after": text,
                "because": one_of(_BECAUSE),
                "source": text,
                "acts": _FLAG,
            }
        ),
        "compared": strict(
            {
                "id": _STRING,
                "title": ref("text"),
                "criterion": _STRING,
                "before": status,
                "after": status,
                "counted": _FLAG,
                "tests": list_of(ref("test")),
                "causes": list_of(ref("cause")),
            }
        ),
        "test": strict(
            {
                "required_before": text,
                "required_after": text,
                "observed_before": text,
                "observed_after": text,
                "before": status,
                "after": status,
            }
        ),
        "cause": strict(
            {"difference": _NUMBER, "brings": _or_null(_FLAG), "undoes": _or_null(_FLAG)}
        ),
        "smallest": strict(
            {
                "sets": list_of(list_of(_NUMBER) | {"minItems": 1}) | {"minItems": 1},
                "exact": _FLAG,
                "below": _NUMBER,
                "more": _FLAG,
                "tried": _COUNT,
            }
        ),
    }


def _side() -> Schema:
    return strict(
        {
            "code": _STRING,
            "ward": _STRING,
            "period": strict({"first": _DAY, "last": _DAY}),
            "standard": _STRING,
            "title": ref("text"),
            "on": _DAY,
            "valid": ref("validity"),
            "assumed": one_of(("show", "count")),
            "digest": _DIGEST,
            "text_digest": _DIGEST,
            "plugins": list_of(ref("plugin")) | {"minItems": 1},
            "library": _STRING,
            "outcome": one_of(_OUTCOMES),
            "reason": one_of(("", "nothing-assessed")),
            "as_if": _FLAG,
        }
    )


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}
