"""Cases: what they start from, what they come to, and how one wrong case fails alone."""

import pytest

from kieumau.authoring.cases import run_cases
from kieumau.errors import Problems
from kieumau.plugins.chain import read_chain
from tests.authoring.small import CASES, plugin

HEAD = """\
format: kieumau/cases/1
cases:
"""
LATER = """\
  - {{id: {id}, sentence: Câu., like: {like}, expect: {{outcome: {outcome}}}}}
"""


def results(folder):
    """Return the results by id, and the problems noted."""
    problems = Problems()
    found = {each.case.id: each for each in run_cases(read_chain([folder]), problems)}
    return found, problems


def codes(result):
    """Return the codes of a result's differences."""
    return [each.code for each in result.differences]


def test_a_case_starts_from_one_of_another_file_earlier_or_later(tmp_path):
    """Files are read in order of their names; `like` looks in all of them."""
    early = HEAD + LATER.format(id="som", like="thap", outcome="not_met")
    late = HEAD + LATER.format(id="muon", like="som", outcome="not_met")

    found, problems = results(plugin(tmp_path / "p", **{"0": early, "z": late}))

    assert problems.found == []
    assert all(each.passed for each in found.values())
    assert found["som"].case.facts == found["thap"].case.facts
    assert found["muon"].case.facts.period == found["goc"].case.facts.period


def test_a_circle_is_named_and_the_rest_runs(tmp_path):
    """Both cases of the circle fail; the one that starts from it says it cannot."""
    round_ = HEAD + "".join(
        LATER.format(id=a, like=b, outcome="met")
        for a, b in (("mot", "hai"), ("hai", "mot"), ("ba", "mot"))
    )

    found, _ = results(plugin(tmp_path / "p", vong=round_))

    assert codes(found["mot"]) == codes(found["hai"]) == ["KM-255"]
    assert "mot → hai → mot" in found["mot"].differences[0].message("vi")
    assert codes(found["ba"]) == ["KM-256"]
    assert found["goc"].passed
    assert found["thap"].passed


def test_a_case_that_starts_from_itself_is_a_circle(tmp_path):
    """The shortest circle."""
    own = HEAD + LATER.format(id="minh", like="minh", outcome="met")

    found, _ = results(plugin(tmp_path / "p", b=own))

    assert codes(found["minh"]) == ["KM-255"]


def test_a_thousand_cases_in_a_row_may_start_from_each_other(tmp_path):
    """No recursion over the chain of cases."""
    chain = HEAD + "".join(
        LATER.format(id=f"c{n}", like=f"c{n + 1}" if n < 1200 else "goc", outcome="met")
        for n in range(1201)
    )

    found, problems = results(plugin(tmp_path / "p", b=chain))

    assert problems.found == []
    assert all(each.passed for each in found.values())


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("facts: {so_hai_long: 5000}", "KM-521"),
        ("facts: {so_hai_lon: 5}", "KM-511"),
        ("facts: {so_hai_long: 600}", "KM-532"),
        ("facts: {so_hai_long: {value: 1, between: [1, 2]}}", "KM-502"),
        ("facts: [1]", "KM-202"),
        ("facts: wards/khong-co.yaml", "KM-257"),
        ("on: 2019-01-01", "KM-421"),
    ],
)
def test_a_wrong_case_fails_alone(tmp_path, written, code):
    """Its problem has a place; every other case runs."""
    text = CASES.replace("    facts: {so_hai_long: 450}\n", f"    {written}\n")

    found, _ = results(plugin(tmp_path / "p", a=text))

    assert code in codes(found["thap"])
    assert found["thap"].verdict is None
    assert all(str(each.place) for each in found["thap"].differences)
    assert found["goc"].passed


def test_a_facts_file_that_is_missing_fails_its_case(tmp_path):
    """KM-101, and the rest runs."""
    text = CASES.replace(
        "    like: goc\n    facts: {so_hai_long: 450}\n", "    facts: wards/khong-co.yaml\n"
    )

    found, _ = results(plugin(tmp_path / "p", a=text))

    assert codes(found["thap"]) == ["KM-101"]
    assert found["goc"].passed


def test_a_difference_stands_where_the_expectation_is_written(tmp_path):
    """Line and column of the status, not of the case."""
    text = CASES.replace("thiet-bi: met", "thiet-bi: waived")

    found, _ = results(plugin(tmp_path / "p", a=text))

    (difference,) = found["thap"].differences
    line = text.split("\n")[difference.place.line - 1]
    assert line[difference.place.column - 1 :].startswith("waived")
