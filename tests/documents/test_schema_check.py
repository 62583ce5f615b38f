"""The few keywords our strict schemas use, held to the jsonschema library."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kieumau.certificates.schema import certificate_schema
from kieumau.documents.schema_check import misfit
from tests.certificates.tampering import changed, places

EXAMPLE = Path(__file__).parents[2] / "docs/reference/certificate.example.json"
DATA = json.loads(EXAMPLE.read_text("utf-8"))
SCHEMA = certificate_schema()
LIBRARY = Draft202012Validator(SCHEMA)
PLACES = list(places(DATA))


@given(st.sampled_from(PLACES), st.randoms(use_true_random=False))
def test_it_says_what_the_library_says(path, random):
    """Of data with one thing changed: whether it fits."""
    data = changed(DATA, path, random)

    assert (misfit(data, SCHEMA) is None) is LIBRARY.is_valid(data)


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda d: d.pop("steps"), ""),
        (lambda d: d.update(more=1), "more"),
        (lambda d: d.update(outcome="waived"), "outcome"),
        (lambda d: d["standard"].update(on="2024"), "standard.on"),
        (lambda d: d["standard"]["plugins"].clear(), "standard.plugins"),
        (lambda d: d["spans"].update(x=["1"]), "spans.x"),
        (lambda d: d["spans"].update(x=["1", "01"]), "spans.x[1]"),
        (lambda d: d["days"].update(x="1"), "days.x"),
        (lambda d: d["program"]["steps"][0].update(op="any"), "program.steps[0]"),
        (lambda d: d["facts"]["facts"].update(x={}), "facts.facts.x"),
        (lambda d: d.update(as_if=1), "as_if"),
        (lambda d: d["steps"]["@set"].update(k="1"), "steps.@set"),
    ],
)
def test_it_names_the_place(change, path):
    """So that a person finds it: the first thing that does not fit."""
    data = json.loads(json.dumps(DATA))
    change(data)

    assert misfit(data, SCHEMA) == path
    assert not LIBRARY.is_valid(data)


def test_a_line_end_is_no_part_of_a_pattern():
    """A pattern fits to the very end."""
    assert misfit("2024-01-01\n", {"type": "string", "pattern": "^[0-9-]+$"}) == ""


def test_a_keyword_it_does_not_know_is_a_mistake():
    """It never passes something over in silence."""
    with pytest.raises(AssertionError):
        misfit("x", {"format": "date"})
