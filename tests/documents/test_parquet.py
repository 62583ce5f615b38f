"""Parquet files of wards: each row is read as the same row of plain Python data is."""

import sys
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kieumau import DocumentError, FactSet
from kieumau.documents.frames import parquet_rows
from kieumau.errors import FactsError, MissingExtraError

WARD = {
    "ward_code": "00001",
    "ward_name": "Phường Mẫu (giả định)",
    "province": "42",
    "period_from": date(2023, 1, 1),
    "period_to": date(2023, 12, 31),
}


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def written(rows, **kinds) -> str:
    """Write rows to a file and return its name."""
    pl.DataFrame(rows, schema_overrides=kinds, strict=False).write_parquet("w.parquet")
    return "w.parquet"


def refused(*given) -> list[str]:
    """Return what is wrong with a file: places and codes."""
    with pytest.raises(DocumentError) as caught:
        FactSet.read_all(*given)
    return [f"{each.place} {each.code}" for each in caught.value.diagnostics]


cells = st.one_of(
    st.none(),
    st.integers(0, 10**9),
    st.decimals(0, 1000, places=2),
    st.floats(0, 1000),
    st.booleans(),
    st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    st.text(st.characters(codec="utf-8", exclude_characters="0123456789@"), max_size=8),
)


@given(cells, cells)
def test_a_row_of_a_file_is_the_row_it_was_written_from(first, second):
    """Whatever the type of a column, its value is read as `FactSet.from_row` reads it."""
    row = {**WARD, "a": first, "b": second}
    path = Path("row.parquet")
    pl.DataFrame([row], infer_schema_length=None).write_parquet(path)
    try:
        wanted = FactSet.from_row(row)
    except FactsError as error:
        with pytest.raises(DocumentError) as caught:
            FactSet.read_all(path)
        found, same = caught.value.diagnostics, error.diagnostics
    else:
        found, same = FactSet.read_all(path), (wanted,)
    assert [getattr(each, "code", each) for each in found] == [getattr(e, "code", e) for e in same]


def test_one_ward_is_read_alone():
    """`FactSet.read` takes it where there is one."""
    assert FactSet.read(written([WARD])).ward.code == "00001"


def test_a_single_float_is_the_number_it_was_written_as():
    """58.7 in 32 bits is not 58.70000076293945."""
    (facts,) = FactSet.read_all(written([{**WARD, "ty_le": 58.7}], ty_le=pl.Float32))

    assert facts["ty_le"].value == Decimal("58.7")


def test_named_values_are_text():
    """Categories are what they are called."""
    (facts,) = FactSet.read_all(written([{**WARD, "loai": "dat"}], loai=pl.Categorical))

    assert facts["loai"].value == "dat"


def test_problems_have_row_and_column():
    """A row counts from one; every row's problems are told at once."""
    rows = [
        {**WARD, "ty_le": float("nan")},
        {**WARD, "ward_code": "00002", "ward_name": None},
        {**WARD, "ward_code": "00003", "period_to": date(2022, 1, 1)},
    ]

    assert refused(written(rows)) == [
        "w.parquet:1:ty_le KM-534",
        "w.parquet:2:0 KM-538",
        "w.parquet:3:period_from KM-501",
    ]


def test_a_ward_twice_is_refused():
    """As in any table."""
    assert refused(written([WARD, WARD])) == ["w.parquet:2:0 KM-549"]


def test_times_and_nested_values_are_refused():
    """A day with a time of day, a list: no value of a measure."""
    row = {**WARD, "ngay": datetime(2023, 1, 1, 8, 30), "so": [1, 2]}  # noqa: DTZ001

    assert refused(written([row])) == ["w.parquet:1:ngay KM-108", "w.parquet:1:so KM-202"]


def test_columns_of_the_ward_are_missed_once():
    """Not in every row, and what was perhaps meant is said."""
    rows = [{"ward_cod": "1", "ward_name": "a", "province": "42", "period_from": "x"}] * 3
    with pytest.raises(DocumentError) as caught:
        FactSet.read_all(written(rows))

    assert [(d.code, d.suggestions) for d in caught.value.diagnostics] == [
        ("KM-546", ("ward_cod",)),
        ("KM-546", ()),
    ]


def test_a_code_that_is_a_number_is_refused():
    """It may have lost its zeros."""
    assert refused(written([{**WARD, "ward_code": 1}])) == ["w.parquet:1:ward_code KM-535"]


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "KM-640"), (b"PAR1 not really PAR1", "KM-640")], ids=repr
)
def test_what_is_no_parquet_is_refused(content, code):
    """Whatever its name."""
    Path("w.parquet").write_bytes(content)

    assert refused("w.parquet") == [f"w.parquet {code}"]


def test_what_is_not_there_or_a_folder_is_refused():
    """As any other file."""
    Path("d.parquet").mkdir()

    assert refused("none.parquet") == ["none.parquet KM-101"]
    assert refused("d.parquet") == ["d.parquet KM-103"]


def test_no_ward_is_refused():
    """A table with its columns and no row."""
    pl.DataFrame(WARD).head(0).write_parquet("w.parquet")

    assert refused("w.parquet") == ["w.parquet KM-541"]


def test_a_name_is_no_pattern():
    """Brackets and stars in a file's name are themselves."""
    pl.DataFrame(WARD).write_parquet("w[1].parquet")

    assert len(FactSet.read_all("w[1].parquet")) == 1


def test_more_rows_than_fit_are_refused():
    """Before any is read, however small the file."""
    path = written([{**WARD, "ward_code": f"{n:05}"} for n in range(3)])

    assert len(list(parquet_rows(Path(path), most=3))) == 3
    with pytest.raises(DocumentError, match="KM-641"):
        next(parquet_rows(Path(path), most=2))


def test_without_its_library_it_says_which_extra_is_missing(monkeypatch):
    """The extra is named."""
    path = written([WARD])
    monkeypatch.setitem(sys.modules, "polars", None)

    with pytest.raises(MissingExtraError, match=r"kieumau\[frames\]"):
        FactSet.read_all(path)
