"""The schema of comparisons says what they are, and nothing else passes."""

import json
from enum import EnumMeta
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import kieumau
from kieumau.documents.difference_schema import difference_schema
from kieumau.verdicts.difference import Because, DifferingKind, Untried, Wards

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docs/reference/difference.schema.json"
SCHEMA = difference_schema()
CHECKER = Draft202012Validator(SCHEMA)
WARDS = ROOT / "examples/wards"
H = "ha-tinh"
MAU = str(ROOT / "examples/tinh-mau")


def verdict(name, criteria, on="2023-12-31"):
    """Return what an example's ward comes to."""
    facts = kieumau.FactSet.read(WARDS / f"phuong-mau-{name}.yaml")
    standard = kieumau.load(criteria, on=on)
    return standard.evaluate(facts, engine="plain", on_unknown="ignore", as_if=True)


@cache
def text(name):
    """Return a comparison as JSON."""
    made = {
        "wards": lambda: kieumau.compare(
            verdict("a-dat", "ha-tinh"), verdict("b-khong-dat", "ha-tinh")
        ),
        "standards": lambda: kieumau.compare(
            verdict("d-duoc-mien", "tai-lap-5764"), verdict("d-duoc-mien", MAU), criteria_b=MAU
        ),
        "untried": lambda: kieumau.compare(
            verdict("d-duoc-mien", "tai-lap-5764"), verdict("d-duoc-mien", MAU)
        ),
        "dates": lambda: kieumau.compare(
            verdict("a-dat", "ha-tinh"), verdict("a-dat", "ha-tinh", "2026-06-30")
        ),
        "same": lambda: kieumau.compare(verdict("a-dat", "ha-tinh"), verdict("a-dat", "ha-tinh")),
    }
    return made[name]().to_json()


def test_the_schema_is_one_and_the_file_holds_it():
    """`kieumau schema difference` writes that file."""
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(FILE.read_text("utf-8")) == SCHEMA


@pytest.mark.parametrize("name", ["wards", "standards", "untried", "dates", "same"])
def test_each_comparison_is_valid(name):
    """What is written passes."""
    assert [each.message for each in CHECKER.iter_errors(json.loads(text(name)))] == []


@pytest.mark.parametrize(
    ("at", "value"),
    [
        (("weight",), 1),
        (("differences", 0, "kind"), "odd"),
        (("differences", 0, "number"), 0),
        (("compared", 0, "before"), "nearly_met"),
        (("brings", "sets"), []),
        (("brings", "exact"), "yes"),
        (("untried",), "lazy"),
        (("format",), "kieumau/difference/2"),
    ],
)
def test_a_tampered_comparison_is_not_valid(at, value):
    """Anything added, misnamed or retyped fails."""
    whole = json.loads(text("wards"))
    found = whole
    for step in at[:-1]:
        found = found[step]
    found[at[-1]] = value

    assert not CHECKER.is_valid(whole)


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        (DifferingKind, SCHEMA["$defs"]["differing"]["properties"]["kind"]),
        (Because, SCHEMA["$defs"]["differing"]["properties"]["because"]),
        (Wards, SCHEMA["properties"]["wards"]),
        (Untried, SCHEMA["properties"]["untried"]["anyOf"][0]),
    ],
)
def test_its_words_are_those_of_the_classes(kind: EnumMeta, schema):
    """No value the library writes is missing, none is left over."""
    assert schema["enum"] == [each.value for each in kind]
