"""Lines taken apart many at once: the same rows as the reader of tables gives, one by one."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kieumau.batch.lines import take_apart
from kieumau.documents.delimited import read_lines
from kieumau.errors import Problems

cells = st.text(st.sampled_from('ab,;"\n \u00e0é0.'), max_size=6)


@given(st.lists(st.lists(cells, min_size=3, max_size=3), max_size=8), st.sampled_from(",;\t"))
def test_well_formed_rows_are_what_the_reader_of_tables_reads(rows, separator):
    """Whatever stands in quotes: separators, quotes, line breaks; with the line each stands on."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator="\n").writerows(rows)
    written = text.getvalue().removesuffix("\n")
    wanted = [
        (line.number, [cell.text for cell in line.cells])
        for line in read_lines(written, separator, "f", Problems())
        if not line.blank
    ]
    found = take_apart(written.split("\n"), 1, ["x", "y", "z"], separator, "f")

    assert not found.broken
    assert list(zip(found.lines.to_list(), map(list, found.frame.rows()), strict=True)) == wanted


@given(st.lists(st.text(st.sampled_from('ab,"'), max_size=9), max_size=8))
def test_no_line_is_lost(lines):
    """Each is blank, or of one row, or broken with a reason; never two of these."""
    found = take_apart(lines, 1, ["x", "y", "z"], ",", "f")
    starts = [*found.lines.to_list(), *(each.line for each in found.broken)]
    assert len(starts) == len(set(starts))
    goes_on = False
    for number, line in enumerate(lines, 1):
        if number in starts:
            goes_on = line.count('"') % 2 == 1
        else:
            assert goes_on or not line.replace(",", "").replace('""', "").strip()
            goes_on = goes_on and line.count('"') % 2 == 0
    assert all(each.problems for each in found.broken)


@pytest.mark.parametrize(
    ("lines", "rows", "broken"),
    [
        (["1,2,3", "4,5"], [1], [2]),
        (["1,2,3", "4,5,6,7"], [1], [2]),
        (['"1",2,3', '4,"5"x,6', "7,8,9"], [1, 3], [2]),
        (['1,"2', "3,4,5", "6,7,8"], [2, 3], [1]),
        (['1,"2', 'b",3', "6,7,8"], [1, 3], []),
        (['1,"2', 'b"', "6,7,8"], [3], [1]),
        (["", ",,", '"","",""', "1,2,3"], [4], []),
        (['1,2,"', *["a"] * 150, '"', "6,7,8"], [153], [1, *range(2, 152), 152]),
    ],
)
def test_a_broken_line_breaks_alone(lines, rows, broken):
    """What stands around it is read as it would be without it."""
    found = take_apart(lines, 1, ["x", "y", "z"], ",", "f")

    assert found.lines.to_list() == rows
    assert [each.line for each in found.broken] == broken


def test_a_row_that_may_go_on_is_said_to():
    """So that the lines below it are read before it is given up."""
    assert take_apart(['1,"2'], 1, ["x", "y", "z"], ",", "f").open
    assert not take_apart(['1,"2"'], 1, ["x", "y", "z"], ",", "f").open
