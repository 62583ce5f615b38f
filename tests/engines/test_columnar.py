"""The columnar engine is held to the meaning, step by step, in every library."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kieumau.documents.factsets import FactSet
from kieumau.engines.columnar.doors import door_of
from kieumau.engines.columnar.results import Results
from kieumau.engines.columnar.schema import read_schema
from kieumau.program.meaning import evaluate
from kieumau.standard import Standard
from kieumau.testing.strategies import fact_sets, standards
from tests.engines.frames import LIBRARIES, plain_dict, polars_frame, rows_of


def step_truths(standard: Standard, frame: Any) -> list[tuple[int | None, ...]]:
    """Return the truth of every step in every row."""
    asked = standard._asked
    door = door_of(frame)
    schema = read_schema(door.schema, asked.vocabulary, divides=door.divides)
    results = Results(asked, schema, as_if=False)
    columns = {f"step_{at}": results.truth(step.id) for at, step in enumerate(asked.program.steps)}
    found = plain_dict(door.out(results.stages(), columns))
    return list(zip(*(found[name] for name in columns), strict=True))


@st.composite
def wards_of_one(draw):
    """Draw a standard and a few wards for it."""
    standard = draw(standards())
    wards = draw(st.lists(fact_sets(standard), min_size=1, max_size=4))
    return standard, wards, draw(st.booleans())


@pytest.mark.parametrize("library", LIBRARIES)
@given(wards_of_one())
@settings(max_examples=25)
def test_every_step_has_the_truth_of_the_meaning(library, drawn):
    """Whatever the library, each step of each row is what the meaning says of that ward."""
    standard, wards, decimals = drawn
    rows = rows_of(standard, wards)
    frame = LIBRARIES[library](polars_frame(standard, rows, decimals=decimals))

    found = step_truths(standard, frame)

    for row, truths in zip(rows, found, strict=True):
        box = standard._binder.bind(FactSet.from_row(row)).box
        assert truths == tuple(map(int, evaluate(standard.program, box)))
