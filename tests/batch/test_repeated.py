"""Wards met before: found in any chunk, with where each stood first."""

from datetime import date

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from kieumau.batch.repeated import Repeated

wards = st.tuples(
    st.sampled_from(["00", "42"]),
    st.sampled_from(["1", "2", "12", "3"]),
    st.sampled_from([date(2023, 1, 1), date(2023, 2, 1)]),
    st.sampled_from([date(2023, 12, 31), date(2024, 12, 31)]),
)
KEY = ["province", "ward_code", "period_from", "period_to"]


@given(st.lists(st.lists(wards, max_size=12), max_size=8))
def test_each_is_met_once(chunks):
    """Whatever came before, in this chunk or another; the place is that of the first."""
    repeated, seen, place = Repeated(), {}, 0
    for chunk in chunks:
        frame = pl.DataFrame(
            chunk,
            schema=dict(zip(KEY, [pl.String, pl.String, pl.Date, pl.Date], strict=True)),
            orient="row",
        )
        wanted = []
        for row, ward in enumerate(chunk):
            if ward in seen:
                wanted.append((row, seen[ward]))
            seen.setdefault(ward, place + row)
        places = pl.Series(values=range(place, place + len(chunk)), dtype=pl.UInt64)
        assert repeated.meet(frame, places).rows() == wanted
        place += len(chunk)
    assert sum(run.height for run in repeated.runs) == len(seen)


def test_runs_stay_few():
    """So that looking a chunk up takes about as long however many rows came before."""
    repeated = Repeated()
    for part in range(64):
        codes = [f"{part:03}{n:03}" for n in range(50)]
        frame = pl.DataFrame({"ward_code": codes}).with_columns(
            province=pl.lit("42"),
            period_from=pl.lit(date(2023, 1, 1)),
            period_to=pl.lit(date(2023, 12, 31)),
        )
        places = pl.Series(values=range(part * 50, part * 50 + 50), dtype=pl.UInt64)
        assert repeated.meet(frame.select(KEY), places).is_empty()

    assert len(repeated.runs) <= 7
    assert sum(run.height for run in repeated.runs) == 3200
