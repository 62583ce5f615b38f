"""Statuses in a frame are those of the verdicts: met apart from not applicable and waived."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kieumau.engines.columnar.results import status_name
from kieumau.rules.citations import Fidelity
from kieumau.rules.conditions import Any, Holds
from kieumau.rules.criteria import Allows, Rule, RuleKind
from kieumau.rules.measures import Kind
from kieumau.rules.refinements import Waive
from kieumau.verdicts.findings import FindingKind
from kieumau.wording import Text
from tests.effort import share
from tests.engines.frames import LIBRARIES, plain_dict, polars_frame, rows_of
from tests.strategies import (
    CITED,
    asking,
    cases,
    chains,
    grouping,
    issuing,
    knowing,
    measure,
    refining,
    standard,
)

ASKED_OF = (FindingKind.CRITERION, FindingKind.INDICATOR)


def said(of, ward):
    """Return the outcome and the statuses of a ward's verdict."""
    verdict = of.evaluate(ward, engine="plain", as_if=True)
    statuses = {each.id: each.status for each in verdict.findings if each.kind in ASKED_OF}
    return verdict.outcome.value, statuses


def framed(of, wards, library="polars"):
    """Return the outcomes and the statuses of a frame's rows."""
    frame = LIBRARIES[library](polars_frame(of, rows_of(of, wards)))
    found = plain_dict(
        of.evaluate_frame(frame, detail="indicators", missing="unknown", status=True, as_if=True)
    )
    assert not any(found["km_refused"])
    shown = of._asked.table.shown("indicators")
    return [
        (outcome, {each.id: found[status_name(each)][at] for each in shown})
        for at, outcome in enumerate(found["km_outcome"])
    ]


@given(chains().flatmap(lambda chain: st.lists(cases(chain), min_size=1, max_size=4)))
@share(4)
def test_a_frame_has_the_statuses_of_its_verdicts(drawn):
    """For every criterion and indicator of every row, whatever waives, applies or falls away."""
    of, wards = drawn[0].standard, [each.facts for each in drawn]

    assert framed(of, wards) == [said(of, ward) for ward in wards]


YES_NO = tuple(measure(f"y{at}", Kind.YES_NO) for at in range(4))
FREE = {"allows": Allows(waive=True)}
WAIVING = Waive("a", Text("cơ sở"), CITED, Holds("y2"))
ASSUMED = {"fidelity": Fidelity.ASSUMED}
ALL, ANY = Rule(RuleKind.ALL), Rule(RuleKind.ANY)


def of_two(*done, rule=ALL, alone=False, **more):
    """Return a standard of two indicators (or the first alone), which asks y0 where y3."""
    first = asking("a", Holds("y0"), applies_when=Holds("y3"), **FREE, **more)
    second = asking("b", Any((Holds("y1"),)), **more)
    both = (first,) if alone else (first, second)
    chain = issuing(YES_NO, grouping("c", *both, rule=rule))
    return standard(refining(chain, *done) if done else chain)


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize(
    ("of", "facts", "a", "c"),
    [
        (of_two(), {"y0": True, "y1": True, "y3": True}, "met", "met"),
        (of_two(), {"y1": True, "y3": False}, "not_applicable", "met"),
        (of_two(), {"y0": False, "y1": True}, "undetermined", "undetermined"),
        (of_two(WAIVING), {"y0": False, "y1": True, "y2": True, "y3": True}, "waived", "met"),
        (of_two(WAIVING), {"y1": True, "y2": True, "y3": True}, "waived", "met"),
        (of_two(WAIVING), {"y0": True, "y1": True, "y2": True, "y3": True}, "met", "met"),
        (of_two(WAIVING), {"y1": False, "y2": True, "y3": True}, "waived", "not_met"),
        (of_two(WAIVING), {"y1": True, "y2": True, "y3": False}, "not_applicable", "met"),
        (of_two(rule=ANY), {"y1": False, "y3": False}, "not_applicable", "met"),
        (of_two(rule=ANY), {"y3": True}, "undetermined", "undetermined"),
        (of_two(WAIVING, alone=True), {"y2": True, "y3": True}, "waived", "waived"),
        (of_two(alone=True), {"y3": False}, "not_applicable", "not_applicable"),
        (of_two(**ASSUMED), {"y1": True, "y3": False}, "not_applicable", "met"),
        (of_two(**ASSUMED), {"y1": False, "y3": False}, "not_applicable", "not_met"),
    ],
)
def test_what_passes_without_evidence_is_told_apart(library, of, facts, a, c):
    """In every library, as in the verdict."""
    ward = knowing(**facts)

    ((outcome, statuses),) = framed(of, [ward], library)

    assert (statuses["a"], statuses["c"]) == (a, c)
    assert (outcome, statuses) == said(of, ward)


@pytest.mark.parametrize("asked", [True, False])
def test_statuses_are_given_where_they_are_asked_for(asked):
    """And stand after the truths."""
    of = of_two()
    frame = polars_frame(of, rows_of(of, [knowing(y0=True)]))

    columns = of.evaluate_frame(frame, status=asked).columns

    assert columns[len(frame.columns) :] == [
        "km_outcome",
        "km_refused",
        "km_decisive",
        "km__c",
        *(["km_status__c"] if asked else []),
    ]
