"""The columnar engine is held to the meaning step by step, and to verdicts, in every library."""

from typing import Any

import pytest
from hypothesis import given, settings

from kieumau.documents.factsets import FactSet
from kieumau.program.meaning import evaluate
from kieumau.rules.citations import Fidelity
from kieumau.rules.conditions import Holds
from kieumau.rules.criteria import Rule, RuleKind
from kieumau.rules.measures import Kind
from kieumau.rules.refinements import AddCriterion
from kieumau.standard import Standard
from tests.engines.drawn import drawn_frames
from tests.engines.frames import LIBRARIES, meant, plain_dict, polars_frame
from tests.engines.steps import step_columns
from tests.strategies import asking, grouping, issuing, knowing, measure, refining, standard


def step_truths(standard: Standard, frame: Any) -> list[tuple[int | None, ...]]:
    """Return the truth of every step in every row."""
    found = plain_dict(step_columns(standard, frame))
    return list(
        zip(*(found[f"step_{at}"] for at, _ in enumerate(standard.program.steps)), strict=True)
    )


@given(drawn_frames())
@settings(max_examples=20)
def test_every_step_has_the_truth_of_the_meaning(drawn):
    """Whatever the library, each step of each row is what the meaning says of that ward."""
    standard, frame, rows = drawn.standard, drawn.frame, drawn.rows
    boxes = [standard._binder.bind(FactSet.from_row(row)).box for row in rows]
    expected = [tuple(map(int, evaluate(standard.program, box))) for box in boxes]

    for library, of in LIBRARIES.items():
        assert step_truths(standard, of(frame)) == expected, library


@pytest.mark.parametrize("detail", ["criteria", "outcome", "indicators"])
@given(drawn_frames())
@settings(max_examples=8)
def test_rows_come_to_what_their_verdicts_say(detail, drawn):
    """Outcome, decisive ids and each finding's truth are the verdict's, whatever the library."""
    standard, frame, rows = drawn.standard, drawn.frame, drawn.rows
    expected = [meant(standard, row, detail) for row in rows]

    for library, of in LIBRARIES.items():
        found = standard.evaluate_frame(of(frame), detail=detail, missing="unknown")
        columns = plain_dict(found)
        assert columns["km_refused"] == [None] * len(rows), library
        for name in expected[0]:
            assert columns[name] == [each[name] for each in expected], (library, name)
        assert [*columns] == [*frame.columns, "km_outcome", "km_refused", *[*expected[0]][1:]]


YES = [measure(f"y{at}", Kind.YES_NO) for at in range(3)]
ASKED = [grouping(f"c{at}", asking(f"c{at}-i", Holds(f"y{at}"))) for at in range(3)]


def decided(standard: Standard, detail: str, **values: Any) -> tuple[str, str]:
    """Return outcome and decisive ids of one ward, after holding them to its verdict."""
    row = knowing(**values).to_row()
    expected = meant(standard, row, detail)
    for library, of in LIBRARIES.items():
        found = plain_dict(
            standard.evaluate_frame(of(polars_frame(standard, [row])), detail=detail)
        )
        assert {name: found[name][0] for name in expected} == expected, library
    return expected["km_outcome"], expected["km_decisive"]


def test_what_is_unmet_is_named_before_what_is_unknown():
    """Decisive ids stand in the standard's order, unmet ones first; what is met is not named."""
    made = standard(issuing(YES, *ASKED))

    assert decided(made, "criteria", y1=True, y2=False) == ("not_met", "c2;c0")
    assert decided(made, "indicators", y1=True, y2=False) == ("not_met", "c2-i;c0-i")
    assert decided(made, "outcome", y0=True, y1=True, y2=True) == ("met", "")


def test_what_fails_under_a_rule_that_passes_keeps_nothing_back():
    """An unmet criterion of «at least one» is not decisive once another is met."""
    base = issuing(YES, *ASKED[:2], rule=Rule(RuleKind.ANY))
    made = standard(refining(base, AddCriterion(ASKED[2])))

    assert decided(made, "criteria", y0=False, y1=True, y2=False) == ("not_met", "c2")
    assert decided(made, "indicators", y0=False, y1=True, y2=False) == ("not_met", "c2-i")
    assert decided(made, "criteria", y0=False, y1=None, y2=True) == ("undetermined", "c0;c1")


def test_what_only_is_shown_decides_nothing():
    """A criterion with no indicator that counts has a truth of its own and is never decisive."""
    shown = asking("c1-i", ASKED[1].indicators[0].requires, fidelity=Fidelity.ASSUMED)
    made = standard(issuing(YES, ASKED[0], grouping("c1", shown)))

    assert decided(made, "indicators", y0=True, y1=False) == ("met", "")
    assert decided(made, "indicators", y0=False, y1=False) == ("not_met", "c0-i")


def test_a_set_in_which_nothing_arose_is_undetermined():
    """Where nothing was assessed there is no outcome, and nothing is decisive."""
    when = Holds("y1")
    at_times = asking("c0-i", ASKED[0].indicators[0].requires, applies_when=when)
    made = standard(issuing(YES, grouping("c0", at_times)))

    assert decided(made, "criteria", y0=False, y1=False) == ("undetermined", "")
    assert decided(made, "criteria", y0=True, y1=True) == ("met", "")
    assert decided(made, "criteria", y0=False) == ("undetermined", "c0")
