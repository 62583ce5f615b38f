"""Which columns a frame must have, of which types, and what is said of those it may not have."""

from datetime import date, datetime
from decimal import Decimal

import duckdb
import polars as pl
import pyarrow as pa
import pytest

from kieumau.errors import FactsError
from kieumau.rules.conditions import Compare, Op
from kieumau.rules.measures import Kind, Ratio
from tests.engines.frames import LIBRARIES, NULL_IS_A_TYPE, meant, plain_dict, refused
from tests.engines.small import ROW, SMALL, frame_of, problem
from tests.strategies import asking, grouping, issuing, knowing, measure, standard

WITH_NULL = [each for each in LIBRARIES if each != "duckdb" or NULL_IS_A_TYPE]


# --- columns a frame lacks


def test_absent_columns_are_listed_with_what_was_perhaps_meant():
    """All that is lacking is said at once, and a column misspelt is suggested."""
    frame = frame_of(ROW).drop("so_ho", "muc").rename({"diem": "diemm"})

    with pytest.raises(FactsError) as raised:
        SMALL.evaluate_frame(frame)

    (found,) = raised.value.diagnostics
    assert found.code == "KM-608"
    assert found.arguments["columns"] == "so_ho, diem, muc"
    assert found.suggestions == ("diemm",)


@pytest.mark.parametrize("library", LIBRARIES)
def test_absent_columns_may_be_unknown_in_every_row(library):
    """With missing="unknown" a row comes to what a ward without those figures comes to."""
    row = {name: value for name, value in ROW.items() if name not in ("so_ho", "muc")}
    frame = LIBRARIES[library](frame_of(row))

    found = plain_dict(SMALL.evaluate_frame(frame, missing="unknown", detail="indicators"))

    for name, expected in meant(SMALL, row, "indicators").items():
        assert found[name] == [expected]
    assert (found["km__ho"], found["km__muc"], found["km__ty_le"]) == ([1], [1], [1])


@pytest.mark.parametrize("library", WITH_NULL)
def test_a_column_of_nothing_but_null_is_not_absent(library):
    """A column whose every cell is empty is there: what it is about is unknown in every row."""
    row = {**ROW, "so_ho": None, "muc": None, "ngay_hop": None, "co_tru_so": None}
    frame = LIBRARIES[library](frame_of(row))

    found = plain_dict(SMALL.evaluate_frame(frame, detail="indicators"))

    for name, expected in meant(SMALL, row, "indicators").items():
        assert found[name] == [expected]


def test_a_derived_figure_may_stand_in_for_its_parts():
    """A frame with the published percentage needs no column of what it is made of."""
    row = {**ROW, "ty_le": 50.0}
    frame = frame_of(row)

    assert SMALL.evaluate_frame(frame.drop("so_to"))["km_outcome"].to_list() == ["met"]
    code, said = problem(lambda: SMALL.evaluate_frame(frame.drop("so_to", "ty_le")))
    assert (code, "so_to" in said) == ("KM-608", True)


@pytest.mark.parametrize("library", WITH_NULL)
@pytest.mark.parametrize("column", ["period_from", "period_to", "province"])
def test_an_empty_column_about_the_ward_refuses_every_row(library, column):
    """Rows whose period or province is null are refused, also where the column has no type."""
    row = {**ROW, column: None}
    frame = LIBRARIES[library](frame_of(row))

    assert plain_dict(SMALL.evaluate_frame(frame))["km_refused"] == [column]
    assert refused(SMALL, row) == {column}


# --- types


UNFIT = {
    "so_ho": (pl.Series(["300"]), pl.Series([True]), pl.Series([date(2023, 1, 1)])),
    "diem": (pl.Series(["1.5"]), pl.Series([False])),
    "co_tru_so": (pl.Series([1]), pl.Series(["true"]), pl.Series([1.0])),
    "muc": (pl.Series([1]), pl.Series([True])),
    "ngay_hop": (pl.Series([20230630]), pl.Series([True])),
    "province": (pl.Series([42]),),
    "period_to": (pl.Series([2023]),),
    "so_to__reason": (pl.Series([5]),),
}


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("column", UNFIT)
def test_a_column_of_an_unfit_type_is_named_with_what_it_should_be(library, column):
    """No column is read as what it is not, and no row of such a frame is judged."""
    for values in UNFIT[column]:
        frame = LIBRARIES[library](frame_of(ROW, **{column: values}))

        code, said = problem(lambda frame=frame: SMALL.evaluate_frame(frame))

        assert code == "KM-609", library
        assert f"«{column}»" in said


@pytest.mark.parametrize(
    "odd",
    [
        pa.array([Decimal("1.5")], pa.decimal256(40, 1)),
        pa.array([b"k1"], pa.binary()),
    ],
    ids=lambda array: str(array.type),
)
def test_a_type_nobody_knows_is_no_column_of_nulls(odd):
    """What narwhals has no name for is refused where it is read, never taken for unknown."""
    column = "muc" if pa.types.is_binary(odd.type) else "diem"
    table = frame_of(ROW).to_arrow()
    table = table.set_column(table.column_names.index(column), column, odd)

    assert problem(lambda: SMALL.evaluate_frame(table))[0] == "KM-609"
    assert SMALL.evaluate_frame(frame_of(ROW).to_arrow().append_column("khac", odd)) is not None


@pytest.mark.parametrize("column", ["co_tru_so__min", "muc__min"])
def test_only_numbers_and_days_have_intervals(column):
    """A range of yes and no, or of choices, says nothing: the column is refused."""
    id_ = column.removesuffix("__min")
    frame = frame_of(ROW).with_columns(pl.col(id_).alias(column), pl.col(id_).alias(f"{id_}__max"))

    with pytest.raises(FactsError) as raised:
        SMALL.evaluate_frame(frame)

    assert {each.code for each in raised.value.diagnostics} == {"KM-609"}


INTEGERS = (
    pl.Int8,
    pl.Int16,
    pl.Int32,
    pl.Int64,
    pl.Int128,
    pl.UInt8,
    pl.UInt16,
    pl.UInt32,
    pl.UInt64,
)
READ = {
    "so_ho": [
        *((dtype, [0, 100, 127, None]) for dtype in INTEGERS),
        *(
            (dtype, [299, 300, 1000, 1001, None])
            for dtype in INTEGERS
            if dtype not in (pl.Int8, pl.UInt8)
        ),
        (pl.UInt64, [2**64 - 1, 300]),
        (pl.Int128, [2**100, -(2**100), 300]),
        (pl.Float32, [300.0, 300.5, None]),
        (pl.Float64, [300.0, 299.5, 1e300, -0.0, None]),
        (pl.Decimal(6, 2), [Decimal("300.00"), Decimal("299.50"), None]),
    ],
    "diem": [
        *((dtype, [1, 2, 30, 31]) for dtype in INTEGERS),
        (pl.Float32, [1.5, 1.4, 2.0]),
        (pl.Decimal(2, 1), [Decimal("1.5"), Decimal("9.9"), Decimal("1.4")]),
        (pl.Decimal(4, 3), [Decimal("1.500"), Decimal("9.995"), Decimal("1.499")]),
        (pl.Decimal(38, 20), [Decimal("1.5"), Decimal("1.50000000000000000001")]),
    ],
    "muc": [
        (pl.Categorical(), ["k0", "class 1", "k2", "k9", None]),
        (pl.Enum(["k0", "loại 1", "k9"]), ["k0", "loại 1", "k9", None]),
    ],
    "ngay_hop": [
        (pl.Datetime("us"), [datetime(2023, 6, 30), datetime(2023, 6, 30, 1), None]),  # noqa: DTZ001
        (pl.Datetime("ns"), [datetime(2023, 6, 30), datetime(2023, 7, 1)]),  # noqa: DTZ001
        (pl.Datetime("ms"), [datetime(2023, 6, 30), datetime(2023, 6, 30, 0, 0, 1)]),  # noqa: DTZ001
        (pl.Categorical(), ["2023-06-30", "none", "2023-02-29", None]),
        (pl.Enum(["2023-06-30", "none", "x"]), ["2023-06-30", "none", "x", None]),
    ],
    "province": [(pl.Categorical(), ["42", " ", None])],
    "period_to": [
        (pl.String, ["2023-12-31", "2022-12-31", "2023-02-29", "none", " ", None]),
        (pl.Datetime("us"), [datetime(2023, 12, 31), datetime(2023, 12, 31, 23)]),  # noqa: DTZ001
    ],
}


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("column", READ)
def test_every_type_that_is_read_is_read_exactly(library, column):
    """Integers and floats narrow and wide, decimals, categories, days: as `evaluate` reads them."""
    for dtype, values in READ[column]:
        if library == "duckdb" and dtype == pl.Int128:
            continue  # not to be had through Arrow; a HUGEINT is tried below
        frame = frame_of(*[ROW] * len(values), **{column: pl.Series(values, dtype=dtype)})
        if dtype == pl.Int128 and library not in ("polars", "polars, lazy"):
            continue  # Arrow has no integers of 128 bits

        found = plain_dict(SMALL.evaluate_frame(LIBRARIES[library](frame), detail="indicators"))

        for at, row in enumerate(frame.to_dicts()):
            faults = refused(SMALL, row)
            assert (found["km_refused"][at] is None) == (faults is None), (dtype, row[column])
            for name, expected in meant(SMALL, row, "indicators").items():
                assert found[name][at] == expected, (dtype, row[column], name)


def test_a_measure_may_be_named_by_its_name():
    """A column may bear the name a measure has in either language, as a key of facts may."""
    names = {"so_ho": "Số liệu so_ho", "muc": "figure muc"}
    frame = frame_of({**ROW, "diem__min": None, "diem__max": None}).rename(names)
    frame = frame.rename({"diem__min": "số liệu diem__min", "diem__max": "số liệu diem__max"})

    for library, of in LIBRARIES.items():
        found = plain_dict(SMALL.evaluate_frame(of(frame)))
        assert (found["km_outcome"], found["km_refused"]) == (["met"], [None]), library


def test_a_hugeint_of_duckdb_is_read_exactly():
    """DuckDB's sums are integers of 128 bits."""
    sql = "SELECT *, unnest([300, 299, 170141183460469231731687303715884105727])::HUGEINT AS so_ho"
    frame = frame_of(ROW).drop("so_ho").to_arrow()  # noqa: F841 (DuckDB finds it by its name)

    found = SMALL.evaluate_frame(duckdb.sql(f"{sql} FROM frame"))

    assert plain_dict(found)["km_outcome"] == ["met", "not_met", None]


# --- columns it may not have


def test_columns_of_results_are_not_overwritten():
    """A frame evaluated once is not evaluated again beside its own results, nor in other case."""
    once = SMALL.evaluate_frame(frame_of(ROW))

    code, said = problem(lambda: SMALL.evaluate_frame(once))
    assert (code, "km_outcome, km_refused, km_decisive, km__c0" in said) == ("KM-610", True)
    for name in ("KM_Outcome", "__km_good"):
        odd = frame_of(ROW).with_columns(pl.lit(1).alias(name))
        assert problem(lambda odd=odd: SMALL.evaluate_frame(odd))[0] == "KM-610"
    assert "km__c0" in SMALL.evaluate_frame(frame_of(ROW).with_columns(km__c1=1)).columns


def test_rounded_figures_are_no_columns():
    """A figure as published is text whose digits count, which a frame does not read."""
    frame = frame_of(ROW).with_columns(diem__reported=pl.lit("1,5"))

    code, said = problem(lambda: SMALL.evaluate_frame(frame))
    assert (code, "«diem__reported»" in said) == ("KM-611", True)


@pytest.mark.parametrize(("given", "wanted"), [("__min", "__max"), ("__max", "__min")])
def test_an_interval_has_two_columns(given, wanted):
    """A column of one end is refused, and the other is asked for."""
    frame = frame_of(ROW).with_columns(pl.lit(1.5).alias(f"diem{given}"))

    code, said = problem(lambda: SMALL.evaluate_frame(frame))
    assert (code, f"«diem{wanted}»" in said) == ("KM-612", True)


def test_two_columns_are_not_one_measure():
    """A measure by its id and again by its name is refused, even where one of them is empty."""
    frame = frame_of(ROW).with_columns(pl.lit(None, pl.Int64).alias("Số liệu so_ho"))

    code, said = problem(lambda: SMALL.evaluate_frame(frame))
    assert (code, "«so_ho»" in said, "«Số liệu so_ho»" in said) == ("KM-614", True, True)


def test_every_column_that_cannot_be_read_is_said_at_once():
    """What is wrong with a frame's columns is one list, not a find at each try."""
    frame = frame_of(ROW).with_columns(
        so_ho=pl.lit("x"), diem__min=pl.lit(1.0), muc__reported=pl.lit("k0")
    )

    with pytest.raises(FactsError) as raised:
        SMALL.evaluate_frame(frame)

    found = [each.code for each in raised.value.diagnostics]
    assert sorted(found) == ["KM-609", "KM-611", "KM-612"]


def test_figures_too_wide_to_be_held_against_their_parts_are_refused():
    """Where 64 bits do not hold a derived figure against its parts, its column is refused."""
    wide = {"maximum": Decimal(10**12), "decimals": 6}
    measures = (
        measure("a", Kind.NUMBER, **wide),
        measure("b", Kind.NUMBER, **wide),
        measure("r", Kind.NUMBER, derived=Ratio("a", "b"), **wide),
    )
    made = standard(
        issuing(measures, grouping("c0", asking("i0", Compare("a", Op.GE, Decimal(1)))))
    )
    row = {**knowing().to_row(), "a": 1.0, "b": 2.0}

    assert made.evaluate_frame(frame_of(row))["km_outcome"].to_list() == ["met"]
    code, said = problem(lambda: made.evaluate_frame(frame_of({**row, "r": 0.5})))
    assert (code, "«r»" in said) == ("KM-613", True)


# --- rows it may be stricter with than `evaluate`


def outcome(row: dict[str, object]) -> str | None:
    """Return the outcome of a row, the same in every library."""
    found = {
        library: plain_dict(SMALL.evaluate_frame(of(frame_of(row))))["km_outcome"][0]
        for library, of in LIBRARIES.items()
    }
    assert len(set(found.values())) == 1, found
    return found["polars"]


@pytest.mark.parametrize("said", ["K1", "Loại 1", "LOẠI 1", "loa\u0323i 1", "class  1"])
def test_choices_are_spelt_as_declared(said):
    """`evaluate` folds the spelling of a choice; a frame refuses what is not spelt as declared."""
    assert refused(SMALL, {**ROW, "muc": said}) is None
    assert outcome({**ROW, "muc": said}) is None


@pytest.mark.parametrize("said", ["30/6/2023", "None", "Chưa có", "NOT DONE"])
def test_days_in_texts_are_in_iso_form(said):
    """`evaluate` reads days as people write them; a frame refuses all but 2023-06-30 and «none»."""
    assert refused(SMALL, {**ROW, "ngay_hop": said}) is None
    assert outcome({**ROW, "ngay_hop": said}) is None


@pytest.mark.parametrize("to", [float, Decimal])
def test_numbers_of_more_digits_than_a_float_keeps_are_refused(to):
    """Beyond 15 digits two decimals may share a float: a frame refuses what `evaluate` takes."""
    wide = measure("a", Kind.NUMBER, maximum=Decimal(10**12), decimals=6)
    asked = asking("i0", Compare("a", Op.GE, Decimal(1)))
    made = standard(issuing([wide], grouping("c0", asked)))

    for value, kept in (("999999999.999999", True), ("99999999999.999985", False)):
        row = {**knowing().to_row(), "a": to(value)}
        assert refused(made, row) is None
        for library, of in LIBRARIES.items():
            found = plain_dict(made.evaluate_frame(of(frame_of(row))))
            assert found["km_outcome"] == (["met"] if kept else [None]), library
