"""The schema of ``rules/*.yaml``: conditions, indicators, criteria, refinements."""

from kieumau.documents.schema_parts import (
    DAY,
    FLAG,
    RULE_ID,
    TEXT,
    URL,
    WORDS,
    Schema,
    among,
    array,
    form,
    record,
    ref,
)
from kieumau.documents.schema_words import EVIDENCE, FIDELITY, RULE, SEEN, W
from kieumau.wording import Text

__all__ = ["CITATION", "citation", "rules_schema"]

_CONSTANT: Schema = {"type": ["string", "number"]}
_DATES = {"from": (DAY, W["from"]), "until": (DAY, W["until"])}
_POINTS: Schema = {"type": ["integer", "string"], "minimum": 0}
_REFINEMENTS = ("add", "tighten", "clarify", "waive")

CITATION: Schema = ref("citation")


def citation(instrument: Schema) -> Schema:
    """Return one citation or a list of them."""
    one = record(
        {
            "instrument": (instrument, W["instrument"]),
            "place": (TEXT, W["place"]),
            "url": (URL, W["cited_url"]),
            "quote": (WORDS, W["quote"]),
        },
        ("instrument",),
        defaultSnippets=[
            {
                "label": "căn cứ / citation",
                "body": {"instrument": "$1", "place": {"vi": "$2", "en": "$3"}},
            }
        ],
    )
    return {"anyOf": [one, array(one, 1)]}


def rules_schema(target: Schema, criterion: Schema, instrument: Schema, line: Schema) -> Schema:
    """Return the schema of a rule file, a base's or a refinement's.

    Parameters
    ----------
    target, criterion, instrument
        What ids of indicators, criteria and instruments look like.
    line
        What a one-line test looks like.
    """
    base_keys = ("set", "criteria")
    entries = {
        "add": _add(criterion),
        "tighten": _tighten(target),
        "clarify": _clarify(target),
        "waive": _waive(target),
    }
    whole = record(
        {
            "format": form("kieumau/rules/1"),
            "set": (ref("set"), W["set"]),
            "criteria": (array(ref("criterion")), W["criteria"]),
            "from": (DAY, W["from_file"]),
            "until": (DAY, W["until"]),
            **{key: (array(entries[key]), W[key]) for key in _REFINEMENTS},
        },
        ("format",),
    )
    refining = [{"required": [key]} for key in _REFINEMENTS]
    basing = [{"required": [key]} for key in base_keys]
    dated = [{"required": [key]} for key in ("from", "until")]
    whole["oneOf"] = [
        {"required": [*base_keys], "not": {"anyOf": [*refining, *dated]}},
        {"anyOf": refining, "not": {"anyOf": basing}},
    ]
    whole["$defs"] = {
        "citation": citation(instrument),
        "condition": _condition(line),
        "rule": _rule(),
        "set": _set(),
        "criterion": _criterion(),
        "indicator": _indicator(),
        "allows": _allows(),
    }
    return whole


def _condition(line: Schema) -> Schema:
    """Return a condition: one line, or a tree of them."""
    inner, several = ref("condition"), array(ref("condition"), 1)
    trees = [
        record({"all": (several, W["all"])}, ("all",)),
        record({"any": (several, W["any"])}, ("any",)),
        record({"not": (inner, W["not"])}, ("not",)),
        record(
            {
                "at_least": ({"type": ["integer", "string"]}, W["at_least"]),
                "of": (several, W["of"]),
            },
            ("at_least", "of"),
        ),
    ]
    return {"anyOf": [line, *trees]}


def _rule() -> Schema:
    def counting(key: str) -> Schema:
        fields = {key: ({"type": ["integer", "string"], "minimum": 1}, W[f"rule_{key}"])}
        snippets = [{"label": key, "body": {key: "^$1"}}]
        return record(fields, (key,), defaultSnippets=snippets)

    return {"anyOf": [among(RULE), counting("at_least"), counting("score")]}


def _adding() -> Schema:
    return record({"add": (FLAG, W["allows_add"])})


def _set() -> Schema:
    fields = {
        "id": (RULE_ID, W["id"]),
        "title": (TEXT, W["title"]),
        **_DATES,
        "rule": (ref("rule"), W["rule"]),
        "fidelity": (among(FIDELITY), W["fidelity_rule"]),
        "citation": (CITATION, W["citation"]),
        "allows": (_adding(), W["allows"]),
        "note": (TEXT, W["note"]),
    }
    return record(fields, ("id", "title", "rule", "fidelity", "citation"))


def _criterion() -> Schema:
    fields = {
        "id": (RULE_ID, W["id"]),
        "title": (TEXT, W["title"]),
        "rule": (ref("rule"), W["rule"]),
        "fidelity": (among(FIDELITY), W["fidelity_rule"]),
        "citation": (CITATION, W["citation"]),
        "allows": (_adding(), W["allows"]),
        "note": (TEXT, W["note"]),
        **_DATES,
        "points": (_POINTS, W["points"]),
        "indicators": (array(ref("indicator")), W["indicators"]),
    }
    return record(fields, ("id", "title", "indicators"))


def _indicator() -> Schema:
    fields = {
        "id": (RULE_ID, W["id"]),
        "title": (TEXT, W["title"]),
        "requires": (ref("condition"), W["requires"]),
        "applies_when": (ref("condition"), W["applies_when"]),
        "citation": (CITATION, W["citation"]),
        "fidelity": (among(FIDELITY), W["fidelity"]),
        "points": (_POINTS, W["points"]),
        "seen": (among(SEEN), W["seen"]),
        "scope": (TEXT, W["transferred"]),
        "note": (TEXT, W["note"]),
        **_DATES,
        "allows": (ref("allows"), W["allows"]),
    }
    return record(fields, ("id", "title", "requires", "citation", "fidelity"))


def _allows() -> Schema:
    limits = record({"up_to": (_CONSTANT, W["up_to"]), "also": (FLAG, W["allows_also"])})
    return record(
        {
            "tighten": ({"anyOf": [{"type": "boolean"}, limits]}, W["allows_tighten"]),
            "clarify": (FLAG, W["allows_clarify"]),
            "waive": (FLAG, W["allows_waive"]),
        }
    )


def _add(criterion: Schema) -> Schema:
    fields = {
        "to": (criterion, W["to_criterion"]),
        "indicator": (ref("indicator"), W["indicator"]),
        "criterion": (ref("criterion"), W["criterion"]),
        **_DATES,
    }
    body = {
        "to": "$1",
        "indicator": {
            "id": "$2",
            "title": {"vi": "$3", "en": "$4"},
            "requires": "$5",
            "citation": _cite(6),
            "fidelity": "${9|text,reported,derived,assumed|}",
        },
    }
    one_of = [
        {"required": ["to", "indicator"], "not": {"required": ["criterion"]}},
        {"required": ["criterion"], "not": {"required": ["indicator"]}},
    ]
    return record(fields, oneOf=one_of, **_snippet("add: bổ sung chỉ tiêu", W["add"], body))


def _tighten(target: Schema) -> Schema:
    fields = {
        "id": (target, W["target"]),
        "to": (_CONSTANT, W["to"]),
        "also": (ref("condition"), W["also"]),
        "citation": (CITATION, W["citation"]),
        "fidelity": (
            among({key: FIDELITY[key] for key in FIDELITY if key != "assumed"}),
            W["fidelity"],
        ),
        "seen": (among(SEEN), W["seen"]),
        "scope": (TEXT, W["transferred"]),
        "note": (TEXT, W["note"]),
        **_DATES,
        "allows": (ref("allows"), W["allows_narrower"]),
    }
    body = {
        "id": "$1",
        "to": "$2",
        "citation": _cite(3),
        "fidelity": "${6|text,reported,derived|}",
    }
    one_of = [{"required": ["to"]}, {"required": ["also"]}]
    required = ("id", "citation", "fidelity")
    more = _snippet("tighten: thắt chặt", W["tighten"], body)
    return record(fields, required, oneOf=one_of, **more)


def _clarify(target: Schema) -> Schema:
    need = record(
        {
            "of": ({"type": "string"}, W["evidence_of"]),
            "needs": (among(EVIDENCE), W["needs"]),
            "note": (TEXT, W["note"]),
        },
        ("of", "needs"),
    )
    fields = {
        "id": (target, W["target"]),
        "guidance": (TEXT, W["guidance"]),
        "evidence": (array(need), W["evidence"]),
        "citation": (CITATION, W["citation"]),
        "seen": (among(SEEN), W["seen"]),
        "note": (TEXT, W["note"]),
        **_DATES,
    }
    body = {"id": "$1", "guidance": {"vi": "$2", "en": "$3"}, "citation": _cite(4)}
    any_of = [{"required": ["guidance"]}, {"required": ["evidence"]}]
    more = _snippet("clarify: làm rõ", W["clarify"], body)
    return record(fields, ("id", "citation"), anyOf=any_of, **more)


def _waive(target: Schema) -> Schema:
    fields = {
        "id": (target, W["target"]),
        "when": (ref("condition"), W["when"]),
        "basis": (TEXT, W["basis"]),
        "citation": (CITATION, W["citation"]),
        "seen": (among(SEEN), W["seen"]),
        "note": (TEXT, W["note"]),
        **_DATES,
    }
    body = {"id": "$1", "basis": {"vi": "$2", "en": "$3"}, "citation": _cite(4)}
    more = _snippet("waive: miễn", W["waive"], body)
    return record(fields, ("id", "basis", "citation"), **more)


def _cite(first: int) -> dict[str, object]:
    """Return a snippet's citation; its places to fill in are numbered from the first."""
    place = {"vi": f"${first + 1}", "en": f"${first + 2}"}
    return {"instrument": f"${first}", "place": place}


def _snippet(label: str, words: Text, body: object) -> Schema:
    description = f"{words.vi}\n{words.en}"
    return {"defaultSnippets": [{"label": label, "description": description, "body": body}]}
