"""What comes in comes out: kinds of frames, their order, index and columns, lazy ones lazy."""

import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal

import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pytest

import kieumau
from kieumau.rules.conditions import Compare, Op
from kieumau.rules.measures import Kind
from kieumau.rules.periods import MonthDay
from tests.engines.frames import LIBRARIES, meant, plain_dict, refused
from tests.engines.small import ROW, SMALL, frame_of, problem
from tests.strategies import asking, grouping, issuing, knowing, measure, standard

ADDED = ["km_outcome", "km_refused", "km_decisive", "km__c0"]
ROWS = [ROW, {**ROW, "so_ho": 0}, {**ROW, "diem": None}, {**ROW, "so_ho": -1}]
OUTCOMES = ["met", "not_met", "undetermined", None]


# --- kinds


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_kind_that_goes_in_comes_out(library):
    """A frame comes back of its own type, with its columns as they were and the new ones last."""
    given = LIBRARIES[library](frame_of(*ROWS).with_columns(khac=pl.lit("x"), la=pl.lit(None)))
    before = plain_dict(given)

    found = SMALL.evaluate_frame(given)

    assert type(found) is type(given)
    after = plain_dict(found)
    assert [*after] == [*before, *ADDED]
    assert {name: after[name] for name in before} == before == plain_dict(given)
    assert after["km_outcome"] == OUTCOMES
    assert after["km_refused"] == [None, None, None, "so_ho"]
    assert after["km__c0"] == [2, 0, 1, None]


@pytest.mark.parametrize("library", LIBRARIES)
def test_the_types_of_columns_are_kept_and_told(library):
    """The columns given keep their types; outcomes are text, truths integers of eight bits."""
    given = LIBRARIES[library](
        frame_of(*ROWS).with_columns(pl.col("so_ho").cast(pl.Int8, strict=False))
    )
    before = nw.from_native(given).collect_schema()

    after = nw.from_native(SMALL.evaluate_frame(given)).collect_schema()

    assert {name: after[name] for name in before} == dict(before)
    assert [after[name] for name in ADDED] == [nw.String, nw.String, nw.String, nw.Int8]


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("rows", [0, 1])
@pytest.mark.parametrize("detail", ["outcome", "criteria", "indicators"])
def test_frames_of_no_row_and_of_one(library, rows, detail):
    """A frame without rows gains its columns and no row."""
    found = SMALL.evaluate_frame(LIBRARIES[library](frame_of(ROW).head(rows)), detail=detail)

    columns = plain_dict(found)
    assert columns["km_outcome"] == ["met"] * rows
    more = {"outcome": 0, "criteria": 1, "indicators": 7}[detail]
    assert len([name for name in columns if name.startswith("km__")]) == more


def test_a_frame_of_narwhals_comes_back_as_one():
    """Who works in narwhals gets a frame of narwhals."""
    for given in (nw.from_native(frame_of(ROW)), nw.from_native(frame_of(ROW).lazy())):
        found = SMALL.evaluate_frame(given)
        assert type(found) is type(given)
        assert found.lazy().collect()["km_outcome"].to_list() == ["met"]


@pytest.mark.parametrize("library", [each for each in LIBRARIES if each != "duckdb"])
def test_what_is_worked_on_in_polars_is_said_in_polars(library, monkeypatch):
    """No expression over it is made by narwhals, which takes many times as long."""

    def none(*_args, **_kwargs):
        raise AssertionError

    given = LIBRARIES[library](frame_of(*ROWS))
    for name in ("col", "lit", "when", "coalesce", "concat_str", "len"):
        monkeypatch.setattr(nw, name, none)

    found = SMALL.evaluate_frame(given, detail="indicators", status=True)
    swept = SMALL.sweep(given, "ho", [200])

    assert plain_dict(found)["km_outcome"] == OUTCOMES
    assert plain_dict(swept)


@pytest.mark.parametrize(
    "given",
    [None, 3, "frame", [ROW], ROW, pl.Series([1]), pd.Series([1]), pl.DataFrame, object()],
    ids=lambda given: f"{type(given).__module__}.{type(given).__name__}",
)
def test_what_is_no_frame_is_refused(given):
    """Anything but a frame is said to be none, and which are."""
    code, said = problem(lambda: SMALL.evaluate_frame(given))

    assert code == "KM-607"
    assert type(given).__name__ in said


def test_frames_of_pandas_that_are_no_plain_tables_are_refused():
    """Two columns of one name, columns in levels, or names that are no text, are no rows."""
    twice = frame_of(ROW).to_pandas()
    twice = pd.concat([twice, twice[["so_ho"]]], axis=1)
    levels = pd.DataFrame({("a", "b"): [1]})
    numbered = frame_of(ROW).to_pandas().rename(columns={"ward_name": 7})

    for odd in (twice, levels, numbered):
        assert problem(lambda odd=odd: SMALL.evaluate_frame(odd))[0] == "KM-607"


def test_a_way_unknown_is_refused_before_anything_is_read():
    """A misspelt detail or missing is said with what may be given."""
    for how, allowed in (({"detail": "all"}, "outcome"), ({"missing": "skip"}, "unknown")):
        code, said = problem(lambda how=how: SMALL.evaluate_frame(None, **how))
        assert (code, allowed in said) == ("KM-706", True)


# --- pandas' index, objects, order


def test_an_index_of_pandas_is_kept_whatever_it_is():
    """Rows keep their labels and their order, also where labels repeat or have several levels."""
    given = frame_of(*ROWS).to_pandas()
    levels = pd.MultiIndex.from_tuples([("a", 2), ("a", 1), ("b", 2), ("b", 2)], names=["x", "y"])
    for index in (pd.Index([7, 7, 3, 1], name="stt"), levels, pd.RangeIndex(4)):
        found = SMALL.evaluate_frame(given.set_axis(index))

        assert found.index.equals(index)
        assert found.index.names == index.names
        assert plain_dict(found)["km_outcome"] == OUTCOMES


def test_a_part_of_a_frame_of_pandas_is_taken_by_its_rows():
    """Rows filtered or sorted before are evaluated as they stand, not by their labels."""
    given = frame_of(*ROWS).to_pandas().iloc[[3, 0]]

    assert plain_dict(SMALL.evaluate_frame(given))["km_outcome"] == [None, "met"]


def test_objects_of_pandas_that_are_not_read_do_no_harm():
    """A column of anything may lie beside those read; one that is read must be of one type."""
    given = frame_of(ROW, ROW).to_pandas().assign(khac=[{1}, object()])

    assert plain_dict(SMALL.evaluate_frame(given))["km_outcome"] == ["met", "met"]
    given["muc"] = [1, "k0"]
    assert problem(lambda: SMALL.evaluate_frame(given))[0] == "KM-609"


def test_a_column_of_pandas_without_a_value_is_of_any_type():
    """A CSV's column of blanks is read as floats: it says nothing, whatever it is about."""
    given = frame_of(ROW, ROW).to_pandas()
    blank = ["so_ho", "co_tru_so", "muc", "ngay_hop"]

    found = SMALL.evaluate_frame(given.assign(**dict.fromkeys(blank, float("nan"))))

    row = {**ROW, **dict.fromkeys(blank)}
    assert plain_dict(found)["km_outcome"] == [meant(SMALL, row, "outcome")["km_outcome"]] * 2
    assert found.dtypes[blank].tolist() == ["float64"] * 4


# --- lazy


def test_a_lazy_frame_of_polars_is_not_run():
    """Nothing is computed before the caller collects: what would fail has not yet failed."""

    def fail(_frame: pl.DataFrame) -> pl.DataFrame:
        raise RuntimeError

    schema = frame_of(ROW).schema
    lazy = frame_of(ROW).lazy().map_batches(fail, schema=schema)

    found = SMALL.evaluate_frame(lazy)

    assert isinstance(found, pl.LazyFrame)
    with pytest.raises(RuntimeError):
        found.collect()


def test_a_lazy_frame_of_polars_may_be_streamed():
    """The streaming engine gives the same rows."""
    many = pl.concat([frame_of(*ROWS)] * 5000)

    found = SMALL.evaluate_frame(many.lazy()).select("km_outcome").collect(engine="streaming")

    assert found["km_outcome"].to_list() == OUTCOMES * 5000


def test_a_relation_of_duckdb_is_not_run():
    """A relation stays a query, to be run where the data is and when the caller asks."""
    connection = duckdb.connect()
    calls = []
    connection.create_function("noted", lambda x: calls.append(x) or x, ["BIGINT"], "BIGINT")
    frame = frame_of(*ROWS).to_arrow()
    connection.register("wards", frame)
    relation = connection.sql("SELECT * REPLACE (noted(so_ho) AS so_ho) FROM wards")

    found = SMALL.evaluate_frame(relation)

    assert isinstance(found, duckdb.DuckDBPyRelation)
    assert calls == []
    counted = found.aggregate("km_outcome, count(*) AS n", "km_outcome").order("km_outcome")
    assert counted.fetchall() == [("met", 1), ("not_met", 1), ("undetermined", 1), (None, 1)]
    assert len(calls) >= len(ROWS)


@pytest.mark.parametrize("library", LIBRARIES)
def test_one_standard_serves_many_threads(library):
    """A standard is shared between threads; each gets its own frame's results."""
    asked = asking("i0", Compare("a", Op.GE, Decimal(5)))
    made = standard(issuing([measure("a", maximum=Decimal(9))], grouping("c0", asked)))

    def run(value: int) -> list[str]:
        frame = frame_of({**knowing().to_row(), "a": value})
        with duckdb.connect() as own:  # a connection serves one thread at a time
            given = own.from_arrow(frame.to_arrow()) if library == "duckdb" else of(frame)
            return plain_dict(made.evaluate_frame(given))["km_outcome"]

    of = LIBRARIES[library]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(run, [4, 5] * 8))

    assert found == [["not_met"], ["met"]] * 8


# --- periods and provinces


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_day_without_a_year_is_that_of_the_period(library):
    """A row whose period holds the day never or twice is refused, as `evaluate` refuses it."""
    for day in (MonthDay(3, 31), MonthDay(2, 29), MonthDay(1, 1), MonthDay(12, 31)):
        asked = asking("i0", Compare("d", Op.LE, day))
        made = standard(issuing([measure("d", Kind.DATE)], grouping("c0", asked)))
        periods = [
            (date(2023, 1, 1), date(2023, 12, 31)),
            (date(2024, 1, 1), date(2024, 12, 31)),
            (date(2023, 4, 1), date(2023, 12, 30)),
            (date(2023, 4, 1), date(2024, 3, 31)),
            (date(2022, 3, 31), date(2024, 3, 30)),
            (date(2020, 1, 1), date(2024, 12, 31)),
            (date(1890, 1, 1), date(1903, 12, 31)),
            (date(1896, 3, 1), date(1904, 2, 29)),
            (date(1, 1, 1), date(9999, 12, 31)),
            (date(2024, 12, 31), date(2024, 1, 1)),
        ]
        rows = [
            {**knowing(d=last).to_row(), "period_from": first, "period_to": last}
            for first, last in periods
        ]

        found = plain_dict(made.evaluate_frame(LIBRARIES[library](frame_of(*rows))))

        for at, row in enumerate(rows):
            assert (found["km_refused"][at] is None) == (refused(made, row) is None), (day, row)
            assert found["km_outcome"][at] == meant(made, row, "criteria")["km_outcome"], (day, row)


PROVINCES = ("42", "42 ", "43", "ha-tinh", "", None)
ENDS = (
    date(2022, 12, 31),
    date(2023, 12, 31),
    date(2024, 12, 31),
    date(2025, 6, 30),
    date(2025, 7, 1),
)


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("as_if", [False, True])
def test_periods_and_provinces_are_those_of_the_standard(library, as_if):
    """Rows of another time or province are refused; `as_if` lets another time pass."""
    for id_ in ("ha-tinh", "tp-ho-chi-minh"):
        made = kieumau.load(id_, on="2024-12-31")
        rows = [
            {
                **ROW,
                "province": province,
                "period_from": end.replace(month=1, day=1),
                "period_to": end,
            }
            for province in (*PROVINCES, "79")
            for end in ENDS
        ]
        rows = [{name: row[name] for name in knowing().to_row()} for row in rows]
        frame = LIBRARIES[library](frame_of(*rows))

        found = plain_dict(made.evaluate_frame(frame, missing="unknown", as_if=as_if))

        for at, row in enumerate(rows):
            faults = refused(made, row, as_if=as_if)
            told = found["km_refused"][at]
            assert (told is None) == (faults is None), row
            assert faults is None or faults & {*told.split(";")}, row


# --- libraries that are not there


def run_without(missing: str, code: str) -> str:
    """Return what a program prints where a library cannot be imported."""
    program = f"import sys\nsys.modules[{missing!r}] = None\n{textwrap.dedent(code)}"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


def test_without_narwhals_the_extra_is_named():
    """Everything else works, and evaluating a frame says what to install."""
    said = run_without(
        "narwhals",
        """
        import kieumau
        standard = kieumau.load("ha-tinh", on="2024-12-31")
        try:
            standard.evaluate_frame(None)
        except kieumau.KieumauError as error:
            print(type(error).__name__, error)
        """,
    )

    assert "MissingExtraError KM-732" in said
    assert "kieumau[frames]" in said


def test_without_pyarrow_a_frame_of_pandas_asks_for_it():
    """Polars needs no pyarrow; pandas does, and says so."""
    said = run_without(
        "pyarrow",
        """
        import kieumau, pandas, polars
        standard = kieumau.load("ha-tinh", on="2024-12-31")
        row = {"period_to": ["2024-12-31"], "period_from": ["2024-01-01"], "province": ["42"]}
        found = standard.evaluate_frame(polars.DataFrame(row), missing="unknown")
        print(found["km_outcome"].to_list())
        try:
            standard.evaluate_frame(pandas.DataFrame(row), missing="unknown")
        except kieumau.KieumauError as error:
            print(type(error).__name__, error)
        """,
    )

    assert "['undetermined']" in said
    assert "MissingExtraError KM-732" in said
