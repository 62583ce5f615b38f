"""Spark is held to the meaning and to verdicts as every other library is; few, large examples."""

from datetime import date, datetime
from decimal import Decimal
from random import Random

import polars as pl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kieumau.documents.factsets import FactSet
from kieumau.program.meaning import evaluate
from kieumau.rules.conditions import Compare, Op
from kieumau.rules.measures import Kind
from kieumau.rules.periods import MonthDay
from tests.engines.drawn import drawn_frames
from tests.engines.frames import meant, polars_frame, refused
from tests.engines.slips import slips
from tests.engines.small import ROW, SMALL, frame_of, problem
from tests.engines.steps import step_columns
from tests.spark.frames import ORDER, columns_of, spark_frame
from tests.strategies import asking, grouping, issuing, knowing, measure, standard

pytestmark = [
    pytest.mark.spark,
    # Older versions of PySpark leave sockets to the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

few = settings(
    max_examples=4,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[*HealthCheck],
    deadline=None,
)


def held(spark, made, frame):
    """Evaluate a frame in Spark, and hold every row to what `evaluate` says of it."""
    found = columns_of(
        made.evaluate_frame(spark_frame(spark, frame), detail="indicators", missing="unknown")
    )
    for at, row in enumerate(frame.to_dicts()):
        faults, told = refused(made, row), found["km_refused"][at]
        assert (told is not None) == (faults is not None), (row, told, faults)
        assert faults is None or faults & {*told.split(";")}, row
        for name, expected in meant(made, row, "indicators").items():
            assert found[name][at] == expected, (name, row)
    return found


@given(drawn_frames(most=6), st.integers(0, 2**30))
@few
def test_rows_come_to_what_their_verdicts_say_or_are_refused(spark, drawn, seed):
    """Outcome, truths, decisive ids and refusals are those of `evaluate`, slips and all."""
    dice = Random(seed)  # noqa: S311
    wrong = [slips(drawn.standard, row, drawn.style, dice, 2) for row in drawn.rows * 8]

    held(spark, drawn.standard, polars_frame(drawn.standard, [*drawn.rows, *wrong], drawn.style))


@given(drawn_frames(most=12))
@settings(few, max_examples=3)
def test_every_step_has_the_truth_of_the_meaning(spark, drawn):
    """Each step of each row is what the meaning says of that ward."""
    made, program = drawn.standard, drawn.standard.program
    frame = spark_frame(spark, drawn.frame)

    found = columns_of(step_columns(made, frame))

    steps = [found[f"step_{at}"] for at in range(len(program.steps))]
    for row, truths in zip(drawn.rows, zip(*steps, strict=True), strict=True):
        box = made._binder.bind(FactSet.from_row(row)).box
        assert truths == tuple(map(int, evaluate(program, box)))


def test_numbers_dates_and_nulls_of_every_type(spark):
    """NaN, infinities, decimals of other scales, narrow integers, half days: read or refused."""
    floats = [1.5, 1.4, float("nan"), float("inf"), -float("inf"), 1e300, None, -0.0]
    held(spark, SMALL, frame_of(*[{**ROW, "diem": each, "so_to": None} for each in floats]))
    rows = [ROW] * 4
    columns = {
        "so_ho": pl.Series([-128, 127, 0, None], dtype=pl.Int8),
        "diem": pl.Series(
            map(Decimal, ("1.500", "9.995", "1.499", "-2.000")), dtype=pl.Decimal(4, 3)
        ),
        "so_to": pl.Series([float(2**24), 600.0, 0.5, None], dtype=pl.Float32),
        "ngay_hop": pl.Series(
            [datetime(2023, 6, 30), datetime(2023, 6, 30, 1), None, datetime(2023, 7, 1)]  # noqa: DTZ001
        ),
        "muc": pl.Series(["k0", " class 1 ", "k9", " "]),
        "co_tru_so": pl.Series([None, True, False, True]),
    }
    for name, values in columns.items():
        held(spark, SMALL, frame_of(*rows, **{name: values}))
    texts = ["2023-06-30", " none ", "2023-02-29", "0000-01-01", "", None, "2024-02-29", "x"]
    held(spark, SMALL, frame_of(*[{**ROW, "ngay_hop": each} for each in texts]))
    held(spark, SMALL, frame_of(*rows).with_columns(muc=None, so_ho=None, ngay_hop=None))


def test_periods_that_hold_a_day_never_or_twice(spark):
    """A day without a year is that of the row's period; rows without exactly one are refused."""
    asked = asking("i0", Compare("d", Op.LE, MonthDay(2, 29)))
    made = standard(issuing([measure("d", Kind.DATE)], grouping("c0", asked)))
    periods = [(2024, 2024), (2023, 2023), (2020, 2024), (1890, 1903), (2024, 2023)]
    rows = [
        {
            **knowing(d=date(2024, 2, 28)).to_row(),
            "period_from": date(first, 1, 1),
            "period_to": date(last, 12, 31),
        }
        for first, last in periods
    ]

    held(spark, made, frame_of(*rows))


def test_a_frame_stays_one_of_spark_and_is_not_run(spark):
    """What comes back is a frame of Spark, its columns kept, and nothing has run."""
    from pyspark.sql import functions as sf
    from pyspark.sql.dataframe import DataFrame

    given_ = spark_frame(spark, frame_of(ROW)).withColumn("no", sf.raise_error(sf.lit("run")))

    found = SMALL.evaluate_frame(given_)

    assert isinstance(found, DataFrame)
    assert found.columns == [*given_.columns, "km_outcome", "km_refused", "km_decisive", "km__c0"]
    assert [row.km_outcome for row in found.select("km_outcome").collect()] == ["met"]
    with pytest.raises(Exception, match="run"):
        found.collect()


def test_columns_that_cannot_be_read_are_refused(spark):
    """Absent columns, unfit types and names of results are said before anything runs."""
    from pyspark.sql import functions as sf

    frame = spark_frame(spark, frame_of(ROW))
    for odd, code in (
        (frame.drop("so_ho"), "KM-608"),
        (frame.withColumn("so_ho", sf.lit("300")), "KM-609"),
        (frame.withColumn("ngay_hop", sf.current_timestamp()), "KM-609"),
        (frame.withColumn("KM_Outcome", sf.lit(1)), "KM-610"),
    ):
        assert problem(lambda odd=odd: SMALL.evaluate_frame(odd))[0] == code
    assert ORDER in SMALL.evaluate_frame(frame).columns
