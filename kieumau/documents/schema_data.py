"""The schemas of ``plugin.yaml``, ``measures.yaml``, ``cases/*.yaml`` and ``targets.yaml``."""

from collections.abc import Iterable

from kieumau.documents.schema_parts import (
    CODE,
    DAY,
    FLAG,
    MEASURE_ID,
    NUMBER,
    RULE_ID,
    TEXT,
    URL,
    WHOLE,
    WORDS,
    Schema,
    among,
    array,
    form,
    record,
)
from kieumau.documents.schema_rules import citation
from kieumau.documents.schema_words import (
    COUNTED,
    FIDELITY,
    IF_ZERO,
    KIND,
    OUTCOME,
    PER,
    PERIOD,
    PLUGIN_KIND,
    RECORDED_BY,
    SEEN,
    STATUS,
    W,
)
from kieumau.documents.schemas import facts_schema
from kieumau.rules.measures import Measure
from kieumau.wording import Text

__all__ = [
    "cases_schema",
    "measures_schema",
    "own_instruments",
    "plugin_schema",
    "targets_schema",
]

_DATES = {"from": (DAY, W["from"]), "until": (DAY, W["until"])}
_WARD = record(
    {
        "code": (CODE, W["ward_code"]),
        "name": (WORDS, W["ward_name"]),
        "province": (CODE, W["province_code"]),
    },
    ("code", "name", "province"),
)
_PERIOD = record({"from": (DAY, W["period_from"]), "to": (DAY, W["period_to"])}, ("from", "to"))
_POLICY = {
    "show": Text("chỉ nêu tham khảo", "shown for reference"),
    "count": Text("có tính", "counted"),
}


def own_instruments() -> tuple[Schema, Text]:
    """Return the field that declares documents, in ``plugin.yaml`` and beside it."""
    instrument = record(
        {
            "id": (RULE_ID, W["id"]),
            "title": (TEXT, W["title"]),
            "number": (CODE, W["number"]),
            "issuer": (TEXT, W["issuer"]),
            "issued": (DAY, W["issued"]),
            **_DATES,
            "url": (URL, W["url"]),
        },
        ("id", "title"),
        defaultSnippets=[
            {
                "label": "văn bản / instrument",
                "body": {"id": "$1", "number": "$2", "title": {"vi": "$3", "en": "$4"}},
            }
        ],
    )
    return array(instrument), W["instruments"]


def plugin_schema() -> Schema:
    """Return the schema of ``plugin.yaml``."""
    province = record(
        {"code": (CODE, W["province_code"]), "name": (TEXT, W["name"]), **_DATES}, ("code", "name")
    )
    gap = record(
        {"item": (CODE, W["item"]), "title": (TEXT, W["title"]), "reason": (TEXT, W["reason"])},
        ("item", "title", "reason"),
    )
    scope = record({"provinces": (array(province), W["provinces"])}, ("provinces",))
    whole = record(
        {
            "format": form("kieumau/plugin/1"),
            "id": (RULE_ID, W["id"]),
            "version": (CODE, W["version"]),
            "kind": (among(PLUGIN_KIND), W["kind_plugin"]),
            "refines": (RULE_ID, W["refines"]),
            "title": (TEXT, W["title"]),
            "reconstruction": (FLAG, W["reconstruction"]),
            "invented": (FLAG, W["invented"]),
            "scope": (scope, W["scope"]),
            "instruments": own_instruments(),
            "coverage": (array(gap), W["coverage"]),
        },
        ("format", "id", "version", "kind", "title"),
    )
    whole["if"] = {"properties": {"kind": {"const": "refinement"}}, "required": ["kind"]}
    whole["then"] = {"required": ["refines"], "properties": {"refines": RULE_ID}}
    whole["else"] = {"properties": {"refines": {"type": "null"}}}
    return whole


def measures_schema(measure: Schema) -> Schema:
    """Return the schema of ``measures.yaml``; ``measure`` is what ids in derivations look like."""
    choice = record(
        {"id": (MEASURE_ID, W["measure_id"]), "name": (TEXT, W["name"])}, ("id", "name")
    )

    def pair(first: str, second: str) -> Schema:
        return record({first: (measure, W["part"]), second: (measure, W["part"])}, (first, second))

    one = record(
        {
            "id": (MEASURE_ID, W["measure_id"]),
            "name": (TEXT, W["measure_name"]),
            "kind": (among(KIND), W["kind"]),
            "unit": (TEXT, W["unit"]),
            "min": (NUMBER, W["min"]),
            "max": (NUMBER, W["max"]),
            "decimals": (WHOLE | {"minimum": 0, "maximum": 6}, W["decimals"]),
            "choices": (array(choice), W["choices"]),
            "sum": (array(measure, 2) | {"uniqueItems": True}, W["sum"]),
            "difference": (pair("of", "less"), W["difference"]),
            "ratio": (pair("of", "to"), W["ratio"]),
            "change": (pair("from", "to"), W["change"]),
            "if_zero": (among(IF_ZERO), W["if_zero"]),
            "period": (among(PERIOD), W["period_of"]),
            "collection": (TEXT, W["collection"]),
            "recorded_by": (among(RECORDED_BY), W["recorded_by"]),
            "caution": (TEXT, W["caution"]),
        },
        ("id", "name", "kind"),
        defaultSnippets=[
            {
                "label": "số liệu / measure",
                "body": {
                    "id": "$1",
                    "name": {"vi": "$2", "en": "$3"},
                    "kind": "${4|integer,number,percent,yes/no,choice,date|}",
                },
            }
        ],
    )
    one["if"] = {"properties": {"kind": {"const": "choice"}}, "required": ["kind"]}
    one["then"] = {"required": ["choices"], "properties": {"choices": {"type": "array"}}}
    whole = {
        "format": form("kieumau/measures/1"),
        "measures": (array(one), W["measures"]),
    }
    return record(whole, ("format",))


def cases_schema(measures: Iterable[Measure], findings: Iterable[str]) -> Schema:
    """Return the schema of ``cases/*.yaml``, offering these measures and ids of findings."""
    any_fact = facts_schema()["properties"]["facts"]["additionalProperties"]
    known = facts_schema(measures)["properties"]["facts"].get("properties", {})
    values: Schema = {
        "type": "object",
        "properties": known,
        "propertyNames": {"pattern": MEASURE_ID["pattern"]},
        "additionalProperties": any_fact,
    }
    case = record(
        {
            "id": (RULE_ID, W["id"]),
            "sentence": (TEXT, W["sentence"]),
            "on": (DAY, W["on"]),
            "assumed": (among(_POLICY), W["assumed"]),
            "like": (RULE_ID, W["like"]),
            "facts": ({"anyOf": [values, {"type": "string"}]}, W["facts"]),
            "expect": (_expect(findings), W["expect"]),
        },
        ("id", "sentence", "expect"),
        defaultSnippets=[
            {
                "label": "trường hợp / case",
                "body": {
                    "id": "$1",
                    "sentence": {"vi": "$2", "en": "$3"},
                    "like": "$4",
                    "facts": {"$5": "$6"},
                    "expect": {"outcome": "${7|met,not_met,undetermined|}"},
                },
            }
        ],
    )
    whole = {
        "format": form("kieumau/cases/1"),
        "ward": (_WARD, W["ward"]),
        "period": (_PERIOD, W["period"]),
        "cases": (array(case), W["cases"]),
    }
    return record(whole, ("format", "cases"))


def _expect(findings: Iterable[str]) -> Schema:
    statuses: Schema = {
        "type": "object",
        "properties": {id_: among(STATUS) for id_ in findings},
        "additionalProperties": among(STATUS),
    }
    return record(
        {
            "outcome": (among(OUTCOME), W["outcome"]),
            "findings": (statuses, W["findings"]),
            "missing": (array(MEASURE_ID), W["missing"]),
        },
        ("outcome",),
    )


def targets_schema(instrument: Schema) -> Schema:
    """Return the schema of ``targets.yaml``; ``instrument`` is what those ids look like."""
    share: Schema = {"type": ["integer", "string"], "pattern": "^[0-9]+ *%?$"}
    goals = {
        "at_least": (share, W["goal_least"]),
        "exactly": ({"type": ["integer", "string"], "pattern": "^[0-9]+$"}, W["goal_exactly"]),
        "more_than": (RULE_ID, W["goal_more"]),
    }
    one_goal = [{"required": [key]} for key in goals]
    group = record(
        {"group": (CODE, W["group"]), "name": (TEXT, W["name"]), **goals},
        ("group", "name"),
        oneOf=one_goal,
    )
    target = record(
        {
            "id": (RULE_ID, W["id"]),
            "title": (TEXT, W["title"]),
            "by": (DAY, W["by"]),
            "count": (among(COUNTED), W["count"]),
            **goals,
            "per": (among(PER), W["per"]),
            "except": (array(group), W["except"]),
            "citation": (citation(instrument), W["citation"]),
            "fidelity": (among(FIDELITY), W["fidelity"]),
            "seen": (among(SEEN), W["seen"]),
            "note": (TEXT, W["note"]),
        },
        ("id", "title", "by", "count", "citation", "fidelity"),
        oneOf=one_goal,
    )
    whole = record(
        {
            "format": form("kieumau/targets/1"),
            "targets": ({"anyOf": [array(target), {"const": "unknown"}]}, W["targets"]),
            "reason": (TEXT, W["targets_reason"]),
        },
        ("format", "targets"),
    )
    whole["if"] = {"properties": {"targets": {"const": "unknown"}}}
    whole["then"] = {"required": ["reason"]}
    whole["else"] = {"properties": {"reason": {"type": "null"}}}
    return whole
