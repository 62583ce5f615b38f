"""The schema of targets reports says what reports are, and nothing else passes."""

import json
from enum import EnumMeta
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import kieumau
from kieumau.documents.targets_schema import targets_report_schema
from kieumau.rules.citations import Fidelity, Seen
from kieumau.rules.registry import Confidence
from kieumau.rules.statuses import StatusKind
from kieumau.rules.targets import Counted, Per
from kieumau.verdicts.rungs import GoalKind, RungStatus, WhyNot
from kieumau.verdicts.targets_report import Inherit, IssueKind

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docs/reference/targets-report.schema.json"
SCHEMA = targets_report_schema()
CHECKER = Draft202012Validator(SCHEMA)
WARDS = ROOT / "examples/wards/ha-tinh-2025-9-phuong.csv"
CASES = [
    ("ha-tinh", "2025-12-31", {"inherit": "partial"}, WARDS),
    ("ha-tinh", "2024-06-30", {"assumed": "count"}, None),
    ("hung-yen", "2025-12-31", {"as_if": True}, None),
    ("tp-ho-chi-minh", "2025-06-30", {}, None),
    ("phu-yen", "2025-06-30", {}, None),
]


def data(plugin, on, more, wards):
    """Return a report as JSON data of its own."""
    facts = kieumau.FactSet.read_all(wards) if wards else ()
    return json.loads(kieumau.judge_targets(plugin, facts, on=on, **more).to_json())


def test_the_schema_is_one_and_the_file_holds_it():
    """`kieumau schema targets-report` writes that file."""
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(FILE.read_text("utf-8")) == SCHEMA


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[1]}")
def test_each_report_is_valid(case):
    """What is written passes."""
    assert [each.message for each in CHECKER.iter_errors(data(*case))] == []


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (("weight",), 1),
        (("rungs", 2, "status"), "nearly_met"),
        (("rungs", 2, "groups", 0, "count", "yes"), -1),
        (("rungs", 2, "groups", 0, "required", "percent"), 30),
        (("format",), "kieumau/targets-report/2"),
        (("issues", 0, "kind"), "odd"),
    ],
)
def test_a_tampered_report_is_not_valid(at, value):
    """Anything added, misnamed or retyped fails."""
    whole = data(*CASES[0])
    found = whole
    for step in at[:-1]:
        found = found[step]
    found[at[-1]] = value

    assert not CHECKER.is_valid(whole)


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        (RungStatus, SCHEMA["$defs"]["rung"]["properties"]["status"]),
        (WhyNot, SCHEMA["$defs"]["rung"]["properties"]["why"]),
        (Counted, SCHEMA["$defs"]["rung"]["properties"]["count"]),
        (Per, SCHEMA["$defs"]["rung"]["properties"]["per"]),
        (Fidelity, SCHEMA["$defs"]["rung"]["properties"]["fidelity"]),
        (Seen, SCHEMA["$defs"]["rung"]["properties"]["seen"]),
        (GoalKind, SCHEMA["$defs"]["required"]["properties"]["kind"]),
        (IssueKind, SCHEMA["$defs"]["issue"]["properties"]["kind"]),
        (StatusKind, SCHEMA["$defs"]["title"]["properties"]["status"]),
        (Confidence, SCHEMA["$defs"]["source"]["properties"]["confidence"]),
        (Inherit, SCHEMA["properties"]["inherit"]),
    ],
)
def test_its_words_are_those_of_the_classes(kind: EnumMeta, schema):
    """No value the library writes is missing, none is left over."""
    assert schema["enum"] == [each.value for each in kind]
