"""The schemas of ``registry.yaml`` and ``statuses.yaml``."""

from kieumau.documents.schema_parts import (
    CODE,
    DAY,
    FLAG,
    RULE_ID,
    TEXT,
    WHOLE,
    WORDS,
    Schema,
    among,
    array,
    form,
    record,
)
from kieumau.documents.schema_rules import citation
from kieumau.documents.schema_words import CONFIDENCE, FIDELITY, PART, SEEN, STATUS_KIND, W
from kieumau.wording import Text

__all__ = ["registry_schema", "statuses_schema"]

_DATES = {"from": (DAY, W["from"]), "until": (DAY, W["until"])}
_SPAN = record(_DATES)


def registry_schema(instrument: Schema, own: tuple[Schema, Text]) -> Schema:
    """Return the schema of ``registry.yaml``.

    Parameters
    ----------
    instrument
        What the ids of instruments look like.
    own
        The field that declares the file's own.
    """
    source = _source(instrument)
    unit = record(
        {
            "id": (RULE_ID, W["unit_id"]),
            "code": (CODE, W["ward_code"]),
            "name": (WORDS, W["ward_name"]),
            "district": (CODE, W["district"]),
            **_DATES,
            **source,
        },
        ("id", "code", "name"),
        defaultSnippets=[
            {
                "label": "phường / ward",
                "body": {"id": "$1", "code": "$2", "name": "$3", "from": "$4"},
            }
        ],
    )
    district = record(
        {"code": (CODE, W["group"]), "name": (TEXT, W["name"]), **_DATES}, ("code", "name")
    )
    lineage = record(
        {
            "unit": (RULE_ID, W["successor"]),
            "predecessor": (RULE_ID, W["predecessor"]),
            "name": (WORDS, W["predecessor_name"]),
            "part": (among(PART), W["lineage_part"]),
            **source,
        },
        ("unit",),
    )
    shares: Schema = {"type": "object", "additionalProperties": WHOLE}
    count = record(
        {
            "total": (WHOLE, W["total"]),
            **_DATES,
            "districts": (shares, W["count_districts"]),
            **source,
        },
        ("total",),
    )
    return record(
        {
            "format": form("kieumau/registry/1"),
            "province": (CODE, W["province_code"]),
            "covers": (_SPAN, W["covers"]),
            "district_level": (_SPAN, W["district_level"]),
            "instruments": own,
            **source,
            "districts": (array(district), W["districts"]),
            "units": (array(unit), W["units"]),
            "counts": (array(count), W["counts"]),
            "lineage": (array(lineage), W["lineage"]),
            "unknown": (array(TEXT), W["not_established"]),
        },
        ("format", "province", "covers"),
    )


def statuses_schema(instrument: Schema, own: tuple[Schema, Text]) -> Schema:
    """Return the schema of ``statuses.yaml``; parameters as `registry_schema`."""
    source = _source(instrument)
    status = record(
        {
            "unit": (RULE_ID, W["status_unit"]),
            "status": (among(STATUS_KIND), W["status_kind"]),
            "held": (FLAG, W["held"]),
            **_DATES,
            "year": (WHOLE, W["year"]),
            "decision": (WORDS, W["decision"]),
            "decision_date": (DAY, W["decision_date"]),
            **source,
        },
        ("unit", "status", "from"),
    )
    complete = record(
        {
            "status": (among(STATUS_KIND), W["status_kind"]),
            "district": (CODE, W["district"]),
            **_DATES,
            **source,
        },
        ("status", "from"),
    )
    return record(
        {
            "format": form("kieumau/statuses/1"),
            "instruments": own,
            **source,
            "statuses": (array(status), W["statuses"]),
            "complete": (array(complete), W["complete"]),
        },
        ("format",),
    )


def _source(instrument: Schema) -> dict[str, tuple[Schema, Text]]:
    """Return the fields that say what an entry rests on."""
    return {
        "citation": (citation(instrument), W["citation"]),
        "fidelity": (among(FIDELITY), W["fidelity"]),
        "seen": (among(SEEN), W["seen"]),
        "confidence": (among(CONFIDENCE), W["confidence"]),
        "note": (TEXT, W["note"]),
    }
