"""Rows as data frames hand them out are read as they are meant, without importing the libraries."""

import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pytest

from kieumau import FactsError, FactSet
from tests.documents.test_rows import HEAD, codes

ROWS = pl.DataFrame(
    [
        HEAD | {"a": 14, "b": 58.1, "c": True, "d": date(2023, 3, 31), "e": "k0"},
        HEAD | {"a": None, "b": None, "c": None, "d": None, "e": None},
    ]
).with_columns(f=pl.col("b").cast(pl.Decimal(6, 2)), g=pl.lit(3, pl.Int8), h=pl.lit(None))
VALUES = [14, Decimal("58.1"), True, date(2023, 3, 31), "k0", Decimal("58.1"), 3]
HANDED_OUT = {
    "polars, named": ROWS.to_dicts,
    "polars, rows": lambda: list(ROWS.iter_rows(named=True)),
    "pyarrow": lambda: ROWS.to_arrow().to_pylist(),
    "pandas, pyarrow": lambda: (
        ROWS.to_arrow().to_pandas(types_mapper=pd.ArrowDtype).to_dict("records")
    ),
    "pandas, nullable": lambda: ROWS.to_arrow().to_pandas().convert_dtypes().to_dict("records"),
    "pandas, series": lambda: [
        row for _, row in ROWS.to_arrow().to_pandas().convert_dtypes().iterrows()
    ],
    "pandas, none": lambda: [
        {name: None if pd.isna(each) else each for name, each in row.items()}
        for row in ROWS.to_arrow().to_pandas().to_dict("records")
    ],
    "duckdb": lambda: duckdb.connect().from_arrow(ROWS.to_arrow()).arrow().read_all().to_pylist(),
}


@pytest.mark.parametrize("library", HANDED_OUT)
def test_a_row_of_each_library_is_read_as_it_is_meant(library):
    """What is null is not supplied; numbers, decimals, days, yes and no are what they were."""
    full, empty = (FactSet.from_row(row) for row in HANDED_OUT[library]())

    assert [fact.value for fact in full] == VALUES
    assert [type(fact.value) for fact in full] == [type(each) for each in VALUES]
    assert [fact.measure for fact in empty] == ["g"]
    assert full.ward.code == HEAD["ward_code"]
    assert full.period.last == HEAD["period_to"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (np.int8(14), 14),
        (np.uint64(2**63), 2**63),
        (np.float64(58.1), Decimal("58.1")),
        (np.float32(0.5), Decimal("0.5")),
        (np.bool_(True), True),  # noqa: FBT003 (a value)
        (np.str_("k0"), "k0"),
        (np.array(14), 14),
        (np.datetime64("2023-03-31"), date(2023, 3, 31)),
        (np.datetime64("2023-03-31", "ns"), date(2023, 3, 31)),
        (pd.Timestamp("2023-03-31"), date(2023, 3, 31)),
        (datetime(2023, 3, 31), date(2023, 3, 31)),  # noqa: DTZ001 (as tables have it)
    ],
    ids=repr,
)
def test_numbers_and_days_of_numpy_and_pandas_are_pythons_own(value, expected):
    """A scalar is what it says, a midnight is its day."""
    (fact,) = FactSet.from_row(HEAD | {"a": value})

    assert (fact.value, type(fact.value)) == (expected, type(expected))


@pytest.mark.parametrize("value", [pd.NA, pd.NaT, np.datetime64("NaT"), None, " "], ids=repr)
def test_what_is_only_ever_missing_is_not_supplied(value):
    """NA and NaT mean that there is nothing, as None does; also in a column of the ward."""
    assert FactSet.from_row(HEAD | {"a": value}).facts == ()
    assert codes(HEAD | {"province": value}) == [("KM-538", "")]


@pytest.mark.parametrize("value", [np.float32("nan"), np.float64("nan"), np.nan], ids=repr)
def test_nan_of_numpy_is_refused_like_any_other(value):
    """It may be a figure that is missing, or one that went wrong."""
    assert codes(HEAD | {"a": value}) == [("KM-534", "a")]


@pytest.mark.parametrize(
    "value",
    [
        np.timedelta64(1, "D"),
        np.bytes_(b"14"),
        np.complex64(1),
        np.array([14]),
        pd.Timestamp("2023-03-31 12:00"),
        pd.Timestamp("2023-03-31", tz="UTC"),
        datetime(2023, 3, 31, tzinfo=UTC),
        np.datetime64("2023-03-31T12:00"),
        pd.Timedelta(1),
        pd.Interval(1, 2),
    ],
    ids=repr,
)
def test_what_is_no_figure_of_a_table_is_refused(value):
    """Spans of time, half days, bytes and arrays are none of the things a cell may be."""
    assert codes(HEAD | {"a": value}) == [("KM-108", "a")]


def test_reading_a_row_imports_no_library_of_tables():
    """Rows are known by their shape: who has no pandas needs none."""
    code = (
        f"import datetime, sys, kieumau; kieumau.FactSet.from_row({HEAD | {'a': 1}!r}); "
        "print({'numpy', 'pandas', 'polars', 'pyarrow', 'narwhals'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"


def test_a_refusal_is_no_crash_of_the_library():
    """Comparing NA is an error in pandas; reading it is none here."""
    with pytest.raises(FactsError):
        FactSet.from_row(dict.fromkeys(HEAD, pd.NA))
