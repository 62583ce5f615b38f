"""A frame refuses the rows `evaluate` refuses, no others, and says what is at fault in them."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engines.drawn import drawn_frames
from tests.engines.frames import LIBRARIES, meant, plain_dict, polars_frame, refused, rows_as
from tests.engines.slips import slips


@given(drawn_frames(most=2), st.integers(0, 2**30))
@settings(max_examples=20)
def test_what_evaluate_refuses_is_refused_and_nothing_else(drawn, seed):
    """Whatever is changed in a row, it is refused just where `evaluate` raises, in each library."""
    standard, style, dice = drawn.standard, drawn.style, Random(seed)  # noqa: S311
    rows = [*drawn.rows, *(slips(standard, row, style, dice) for row in drawn.rows * 12)]
    frame = polars_frame(standard, rows, style)

    for library, of in LIBRARIES.items():
        found = plain_dict(standard.evaluate_frame(of(frame), missing="unknown"))
        for at, row in enumerate(rows_as(library, frame)):
            faults = refused(standard, row)
            told = found["km_refused"][at]
            assert (told is not None) == (faults is not None), (library, row, told, faults)
            if told is not None:
                assert faults & {*told.split(";")}, (library, row)
            for name, expected in meant(standard, row, "criteria").items():
                assert found[name][at] == expected, (library, name, row)
