# ruff: noqa: D103 (the names say it)
"""Data of another shape than a type has on the wire is refused, never a crash."""

import pytest

from kieumau import KieumauError
from kieumau.documents.factsets import FactSet
from kieumau.documents.wire import WireError, from_data, from_json
from kieumau.rules.measures import Measure
from kieumau.verdicts.verdict import StandardRecord

NAMED = {"id": "x", "name": {"vi": "a", "en": "b"}, "kind": "integer"}


@pytest.mark.parametrize("kind", [Measure, StandardRecord, FactSet])
@pytest.mark.parametrize("data", [None, 5, "x", [], [1], {}, {"id": 1}, {"ward": 1}])
def test_another_shape_is_refused(kind, data):
    with pytest.raises((WireError, KieumauError)):
        from_data(data, kind)


@pytest.mark.parametrize(
    "more",
    [
        {"minimum": "abc"},
        {"minimum": None},
        {"kind": "x"},
        {"name": 5},
        {"derived": {"q": 1}},
        {"derived": 5},
        {"choices": 5},
        {"unknown": 5},
    ],
)
def test_one_field_of_another_shape_is_refused(more):
    with pytest.raises(WireError):
        from_data(NAMED | more, Measure)


@pytest.mark.parametrize(
    "text", ["", "{", "NaN", "[Infinity]", "[" * 100_000, "9" * 5000, "\ud800"], ids=range(7)
)
def test_what_is_no_json_is_refused(text):
    with pytest.raises(WireError):
        from_json(text)
