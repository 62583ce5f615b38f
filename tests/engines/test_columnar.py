"""The columnar engine is held to the meaning step by step, and to verdicts, in every library."""

from typing import Any

import pytest
from hypothesis import given, settings

from kieumau.documents.factsets import FactSet
from kieumau.engines.columnar.doors import door_of
from kieumau.engines.columnar.results import Results
from kieumau.engines.columnar.schema import read_schema
from kieumau.program.meaning import evaluate
from kieumau.standard import Standard
from tests.engines.drawn import drawn_frames
from tests.engines.frames import LIBRARIES, meant, plain_dict


def step_truths(standard: Standard, frame: Any) -> list[tuple[int | None, ...]]:
    """Return the truth of every step in every row."""
    asked = standard._asked
    door = door_of(frame)
    schema = read_schema(door.schema, asked.vocabulary, divides=door.divides)
    results = Results(asked, schema, as_if=False)
    columns = {f"step_{at}": results.truth(step.id) for at, step in enumerate(asked.program.steps)}
    found = plain_dict(door.out(results.stages(), columns))
    return list(zip(*(found[name] for name in columns), strict=True))




@given(drawn_frames())
@settings(max_examples=40)
def test_every_step_has_the_truth_of_the_meaning(drawn):
    """Whatever the library, each step of each row is what the meaning says of that ward."""
    standard, frame, rows = drawn.standard, drawn.frame, drawn.rows
    boxes = [standard._binder.bind(FactSet.from_row(row)).box for row in rows]
    expected = [tuple(map(int, evaluate(standard.program, box))) for box in boxes]

    for library, of in LIBRARIES.items():
        assert step_truths(standard, of(frame)) == expected, library


@pytest.mark.parametrize("detail", ["criteria", "outcome", "indicators"])
@given(drawn_frames())
@settings(max_examples=20)
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
