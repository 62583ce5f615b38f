"""``Standard.sweep``: a small table of the library the frame is of."""

from decimal import Decimal

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import kieumau
from kieumau.engines import frames, sweeping
from kieumau.errors import FactsError, MissingExtraError, UsageError
from kieumau.wording import Text
from tests.engines.frames import LIBRARIES, plain_dict

STANDARD = kieumau.load("examples/tinh-mau", on="2023-12-31")
KINDS = {
    "polars": pl.DataFrame,
    "polars, lazy": pl.DataFrame,
    "pyarrow": pa.Table,
    "pandas, numpy": pd.DataFrame,
    "pandas, nullable": pd.DataFrame,
    "pandas, pyarrow": pd.DataFrame,
    "duckdb": pa.Table,
}
WARDS = pl.DataFrame(
    {
        "so_phieu_khao_sat": [100, 100, 100, None],
        "so_phieu_hai_long": [80, 93, 99, 101],
        "province": ["00", "00", "00", "99"],
        "period_to": ["2023-12-31"] * 4,
    }
)


@pytest.mark.parametrize("library", KINDS)
def test_counts_are_of_the_library_the_wards_are_of(library):
    """A row for each point, in the order given; refused rows counted apart."""
    frame = LIBRARIES[library](WARDS)

    found = STANDARD.sweep(frame, "dan-hai-long", [99, "92,5%", 95.5], missing="unknown")

    assert isinstance(found, KINDS[library])
    columns = plain_dict(found)
    assert list(map(Decimal, columns.pop("threshold"))) == [99, Decimal("92.5"), Decimal("95.5")]
    assert columns == {
        "met": [0, 0, 0],
        "not_met": [2, 1, 2],
        "undetermined": [1, 2, 1],
        "refused": [1, 1, 1],
    }


def test_two_thresholds_give_every_pair():
    """The second moving faster."""
    found = STANDARD.sweep(
        WARDS,
        "dan-hai-long",
        [80, 95],
        against=("xu-ly-vi-pham-via-he", [70, 80, 90]),
        missing="unknown",
    )

    assert list(zip(found["threshold"], found["against"], strict=True)) == [
        (one, two) for one in (80, 95) for two in (70, 80, 90)
    ]


def test_no_rows_are_no_wards():
    """Each count is zero, in SQL too."""
    for frame in (WARDS.clear(), duckdb.connect().from_arrow(WARDS.clear().to_arrow())):
        found = plain_dict(STANDARD.sweep(frame, "dan-hai-long", [95], missing="unknown"))
        assert [found[each] for each in ("met", "not_met", "undetermined")] == [[0], [0], [0]]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (("khong-co", [1]), "KM-780"),
        (("dieu-dong", [1]), "KM-780"),
        (("dan-hai-long", []), "KM-782"),
        (("dan-hai-long", range(3000)), "KM-323"),
        (("dan-hai-long", [Decimal(each) / 100 for each in range(2001)]), "KM-784"),
        (("dan-hai-long", ["nhiều"]), "KM-310"),
        (("dan-hai-long", [float("nan")]), "KM-310"),
    ],
)
def test_what_cannot_be_swept_is_refused(given, code):
    """Before the frame is looked at."""
    with pytest.raises(UsageError, match=code):
        STANDARD.sweep(WARDS, *given)


def test_a_frame_that_lacks_columns_is_refused():
    """Unless what it lacks is unknown."""
    with pytest.raises(FactsError, match="KM-608"):
        STANDARD.sweep(WARDS, "dan-hai-long", [95])


def test_without_the_extra_it_is_named(monkeypatch):
    """Not a traceback."""

    def missing(_module):
        raise MissingExtraError("frames", Text("bảng"))

    monkeypatch.setattr(sweeping, "columnar", missing)
    assert frames.columnar is not missing
    with pytest.raises(MissingExtraError, match="KM-732"):
        STANDARD.sweep(WARDS, "dan-hai-long", [95])
