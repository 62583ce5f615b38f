"""The verdict's schema says what verdicts are, and nothing else passes."""

import json
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import kieumau
from kieumau.documents.verdict_schema import verdict_schema
from kieumau.verdicts.findings import FindingKind, Status
from kieumau.verdicts.record import AssumedPolicy, Outcome, WhyMissing

ROOT = Path(__file__).parents[2]
BUNDLED = ROOT / "kieumau/plugins"
WARDS = {
    **dict.fromkeys(sorted((BUNDLED / "tai_lap_5764/wards").glob("*.yaml")), "tai-lap-5764"),
    **dict.fromkeys(sorted((BUNDLED / "ha_tinh/wards").glob("*.yaml")), "ha-tinh"),
    **dict.fromkeys(sorted((ROOT / "examples/wards").glob("*.yaml")), "ha-tinh"),
    ROOT / "examples/wards/phuong-mau-d-duoc-mien.yaml": ROOT / "examples/tinh-mau",
}
SCHEMA = verdict_schema()
CHECKER = Draft202012Validator(SCHEMA)


@cache
def standard(plugin, on):
    """Return a standard, loaded once."""
    return kieumau.load(plugin, on=on)


@cache
def verdict(ward):
    """Return an example ward's verdict."""
    facts = kieumau.FactSet.read(ward)
    return standard(WARDS[ward], facts.period.last).evaluate(facts)


def data():
    """Return one verdict as JSON data of its own."""
    return json.loads(verdict(ROOT / "examples/wards/phuong-mau-c-chua-du.yaml").to_json())


def test_the_schema_is_one():
    """It is a schema of its own dialect."""
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("ward", WARDS, ids=lambda path: path.stem)
def test_each_example_verdict_is_valid(ward):
    """What is written passes."""
    assert list(CHECKER.iter_errors(json.loads(verdict(ward).to_json()))) == []


def _unknown_field(found):
    found["confidence"] = 1


def _unknown_field_inside(found):
    found["explanation"]["children"][0]["weight"] = 2


def _wrong_status(found):
    found["explanation"]["children"][0]["status"] = "nearly_met"


def _wrong_outcome(found):
    found["outcome"] = "waived"


def _no_explanation(found):
    del found["explanation"]


def _another_format(found):
    found["format"] = "kieumau/verdict/2"


def _number_as_float(found):
    found["standard"]["measures"][0]["maximum"] = 0.5


@pytest.mark.parametrize(
    "tamper",
    [
        _unknown_field,
        _unknown_field_inside,
        _wrong_status,
        _wrong_outcome,
        _no_explanation,
        _another_format,
        _number_as_float,
    ],
)
def test_a_tampered_verdict_is_not_valid(tamper):
    """Anything added, taken away or misnamed fails."""
    found = data()
    assert CHECKER.is_valid(found)

    tamper(found)

    assert not CHECKER.is_valid(found)


@pytest.mark.parametrize(
    ("enum", "schema"),
    [
        (Outcome, SCHEMA["properties"]["outcome"]),
        (Status, SCHEMA["$defs"]["finding"]["properties"]["status"]),
        (FindingKind, SCHEMA["$defs"]["finding"]["properties"]["kind"]),
        (WhyMissing, SCHEMA["$defs"]["missing_fact"]["properties"]["why"]),
        (AssumedPolicy, SCHEMA["$defs"]["standard"]["properties"]["assumed"]),
    ],
)
def test_the_words_written_out_are_those_of_the_classes(enum, schema):
    """The schema stands below the verdicts and cannot ask them."""
    assert schema["enum"] == [each.value for each in enum]
