# ruff: noqa: D103 (the names say it)
"""Data-entry forms: what is filled in is read by cell, exactly, and what is wrong is named."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from shutil import copy

import openpyxl
import pytest
from attrs import evolve
from hypothesis import given, settings

from kieumau import DocumentError, FactsError, FactSet, load
from kieumau.documents.facts_forms import read_facts_form
from kieumau.documents.form_layout import MARK_SHEET
from kieumau.rules.facts import NO_DATE, Evidence, Fact, Interval, Reported, Unknown
from kieumau.rules.periods import Period
from kieumau.wording import Text
from tests.documents.form_files import WARD, columns, fill, fill_wards, form
from tests.strategies import cases

YEAR = Period(dt.date(2023, 1, 1), dt.date(2023, 12, 31))
STANDARD = load("tai-lap-5764", on="2023-12-31")
ROW = {
    "ward_code": "00001",
    "ward_name": "Phường Mẫu (giả định)",
    "province": "42",
    "period_from": dt.date(2023, 1, 1),
    "period_to": dt.date(2023, 12, 31),
}


@pytest.fixture(scope="module")
def empty(tmp_path_factory) -> Path:
    """Return a folder with the two empty forms."""
    folder = tmp_path_factory.mktemp("forms")
    form(folder / "measures.xlsx", STANDARD, ward=WARD, period=YEAR)
    form(folder / "wards.xlsx", STANDARD, "wards")
    return folder


@pytest.fixture
def blank(empty, tmp_path) -> Path:
    """Return an empty form of a ward that is known."""
    return Path(copy(empty / "measures.xlsx", tmp_path / "phieu.xlsx"))


@pytest.fixture
def wards(empty, tmp_path) -> Path:
    """Return an empty form with a row a ward."""
    return Path(copy(empty / "wards.xlsx", tmp_path / "phuong.xlsx"))


def fact(path: Path, id_: str) -> Fact:
    return FactSet.read(path)[id_]


def problems(path: Path) -> list[tuple[str, str]]:
    """Return the codes and cells of what is wrong, all of it said in both languages."""
    with pytest.raises(DocumentError) as error:
        read_facts_form(path)
    for each in error.value.diagnostics:
        assert each.message("vi") != each.message("en")
        assert each.place.file == str(path)
    return [(each.code, str(each.place).partition("!")[2]) for each in error.value.diagnostics]


def of(id_: str, key: str, path: Path) -> str:
    """Return the name of a cell of a form."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    keys, at = columns(sheet)
    for row in range(keys + 1, sheet.max_row + 1):
        if sheet.cell(row, at["id"]).value == id_:
            return sheet.cell(row, at[key]).coordinate
    raise AssertionError(id_)


# --- what is filled in is what is read


def test_an_empty_form_is_a_ward_without_facts(blank):
    found = FactSet.read(blank)

    assert (found.ward, found.period, found.facts) == (WARD, YEAR, ())


@pytest.mark.parametrize(
    ("id_", "typed", "value"),
    [
        ("so_ho", 1818, 1818),
        ("so_ho", "1818", 1818),
        ("so_ho", "1 818", 1818),
        ("so_ho", "1 818 hộ", "1 818 hộ"),
        ("ty_le_ho_co_binh", 0.585, Decimal("58.5")),
        ("ty_le_ho_co_binh", "58,5%", Decimal("58.5")),
        ("ty_le_ho_co_binh", "58,5", Decimal("58.5")),
        ("ty_le_ho_co_binh", 1, 100),
        ("tru_so_duoc_xac_nhan", "có", True),
        ("tru_so_duoc_xac_nhan", "KHÔNG", False),
        ("tru_so_duoc_xac_nhan", True, True),
        ("ngay_nghi_quyet_dang_uy", dt.date(2023, 2, 15), dt.date(2023, 2, 15)),
        ("ngay_nghi_quyet_dang_uy", "15/2/2023", dt.date(2023, 2, 15)),
        ("ngay_nghi_quyet_dang_uy", "chưa thực hiện", NO_DATE),
        ("ngay_nghi_quyet_dang_uy", "none", NO_DATE),
    ],
)
def test_a_value_is_read_by_its_measures_kind(blank, id_, typed, value):
    found = fact(fill(blank, {(id_, "value"): typed}), id_).value

    assert (found, type(found)) == (value, type(value))


def test_a_choice_is_read_by_its_name_in_either_language(tmp_path):
    standard = load("ha-tinh", on="2023-12-31")
    measure = next(each for each in standard.measures if each.choices)
    for lang in ("vi", "en"):
        path = form(tmp_path / "a.xlsx", standard, lang=lang, ward=WARD, period=YEAR)
        for choice in (measure.choices[0], measure.choices[-1]):
            fill(path, {(measure.id, "value"): choice.name.say(lang)})
            assert fact(path, measure.id).value == choice.id


def test_a_bare_share_in_an_unformatted_cell_is_refused(blank):
    fill(blank, {("ty_le_ho_co_binh", "value"): 0.95}, ty_le_ho_co_binh="General")

    assert problems(blank) == [("KM-976", of("ty_le_ho_co_binh", "value", blank))]


def test_points_in_an_unformatted_cell_are_points(blank):
    fill(blank, {("ty_le_ho_co_binh", "value"): 58.5}, ty_le_ho_co_binh="General")

    assert fact(blank, "ty_le_ho_co_binh").value == Decimal("58.5")


def test_evidence_is_kept(blank):
    evidence = {
        "source": "Công an tỉnh (giả định)",
        "document": "12/BC",
        "url": "https://vi.example/bc",
        "date": dt.date(2023, 12, 1),
        "note": "bản điện tử",
    }
    fill(blank, {("so_ho", "value"): 5, **{("so_ho", key): said for key, said in evidence.items()}})

    assert fact(blank, "so_ho").evidence == Evidence(**evidence)


def test_the_four_sorts_of_facts_are_told_apart(blank):
    fill(
        blank,
        {
            ("so_ho", "value"): 2000,
            ("so_ho_co_binh", "unknown"): "mới có số đăng ký",
            ("so_vu_trat_tu_xa_hoi", "low"): 20,
            ("so_vu_trat_tu_xa_hoi", "high"): 25,
            ("ty_le_tin_bao_duoc_tiep_nhan", "value"): 0.92,
            ("ty_le_tin_bao_duoc_tiep_nhan", "rounded"): "có",
            ("invented", "value"): "có",
            ("note", "value"): "vi: Số giả định\nen: Invented",
        },
    )

    found = FactSet.read(blank)

    assert {each.measure: each.value for each in found} == {
        "so_ho": 2000,
        "so_ho_co_binh": Unknown(Text("mới có số đăng ký")),
        "so_vu_trat_tu_xa_hoi": Interval(20, 25),
        "ty_le_tin_bao_duoc_tiep_nhan": Reported("92%"),
    }
    assert (found.invented, found.note) == (True, Text("Số giả định", "Invented"))
    STANDARD.evaluate(found)


# --- what is wrong is named by its cell


@pytest.mark.parametrize(
    ("cells", "code", "at"),
    [
        ({("so_ho", "value"): 1, ("so_ho", "unknown"): "chưa đếm"}, "KM-973", "value"),
        ({("so_ho", "value"): 1, ("so_ho", "low"): 1, ("so_ho", "high"): 2}, "KM-973", "value"),
        ({("so_ho", "low"): 1}, "KM-974", "low"),
        ({("so_ho", "value"): "chưa rõ"}, "KM-975", "value"),
        ({("so_ho", "value"): "?"}, "KM-975", "value"),
        ({("so_ho", "unknown"): "có"}, "KM-506", "unknown"),
        ({("so_ho", "value"): 5, ("so_ho", "rounded"): "hơi hơi"}, "KM-982", "rounded"),
        ({("so_ho", "rounded"): "có"}, "KM-982", "rounded"),
        ({("so_ho", "value"): "=A1+1"}, "KM-960", "value"),
        ({("so_ho", "value"): 5, ("so_ho", "source"): "gọi 0912 345 678"}, "KM-211", "source"),
        ({("so_ho", "value"): 5, ("so_ho", "url"): "bao cao"}, "KM-210", "url"),
        ({("so_ho", "value"): 5, ("so_ho", "date"): "hôm qua"}, "KM-208", "date"),
    ],
)
def test_a_mistake_is_named_by_its_cell(blank, cells, code, at):
    fill(blank, cells)
    if code == "KM-960":
        book = openpyxl.load_workbook(blank)
        book.worksheets[0][of("so_ho", "value", blank)].data_type = "f"
        book.save(blank)

    assert problems(blank) == [(code, of("so_ho", at, blank))]


@pytest.mark.parametrize(
    ("typed", "code"), [("1.818", "KM-311"), (-1, "KM-521"), (1.5, "KM-522"), ("nhiều", "KM-310")]
)
def test_what_measures_refuse_is_named_by_its_cell_too(blank, typed, code):
    fill(blank, {("so_ho", "value"): typed})

    with pytest.raises(FactsError) as error:
        STANDARD.evaluate(FactSet.read(blank))

    (found,) = error.value.diagnostics
    assert (found.code, str(found.place)) == (
        code,
        f"{blank}:Số liệu!{of('so_ho', 'value', blank)}",
    )


def test_each_line_of_the_head_is_needed(tmp_path):
    path = form(tmp_path / "a.xlsx", STANDARD)

    assert problems(path) == [
        ("KM-972", of(key, "value", path))
        for key in ("ward_code", "ward_name", "province", "period_from", "period_to")
    ]


def test_a_code_typed_as_a_number_is_refused(blank):
    fill(blank, {("ward_code", "value"): 1})

    assert problems(blank) == [("KM-535", of("ward_code", "value", blank))]


def test_evidence_without_a_value_is_passed_over_and_said(blank):
    fill(blank, {("so_ho", "source"): "Ủy ban nhân dân (giả định)"})

    reading = read_facts_form(blank)

    assert [each.code for each in reading.notes] == ["KM-977"]
    assert reading.wards[0][0].facts == ()


def test_a_measure_on_two_lines_is_refused(blank):
    fill(blank, {("so_ho", "value"): 5, ("so_ho_co_binh", "value"): 6})
    fill(blank, {("so_ho_co_binh", "id"): "so_ho"})

    ((code, _),) = problems(blank)

    assert code == "KM-978"


def test_a_line_without_its_id_is_refused_only_when_filled_in(blank):
    fill(blank, {("so_ho", "id"): None})
    assert FactSet.read(blank).facts == ()

    fill(blank, {("so_ho_co_binh", "value"): 6, ("so_ho_co_binh", "id"): None})
    ((code, _),) = problems(blank)
    assert code == "KM-980"


def test_an_id_that_is_no_measure_is_an_error_with_a_guess(blank):
    fill(blank, {("so_ho", "value"): 5, ("so_ho", "id"): "so_hoo"})

    with pytest.raises(FactsError) as error:
        STANDARD.evaluate(FactSet.read(blank))

    (found,) = error.value.diagnostics
    assert (found.code, found.suggestions[0]) == ("KM-511", "so_ho")


@pytest.mark.parametrize("key", ["value", "id"])
def test_a_form_that_lost_a_column_is_refused(blank, key):
    book = openpyxl.load_workbook(blank)
    row, at = columns(book.worksheets[0])
    book.worksheets[0].cell(row, at[key]).value = None
    book.save(blank)

    assert problems(blank)[0][0] == "KM-981"


def test_merged_cells_among_the_figures_are_refused(blank):
    book = openpyxl.load_workbook(blank)
    book.worksheets[0].merge_cells("G20:G21")
    book.save(blank)

    assert problems(blank) == [("KM-962", "G20")]


def test_a_newer_form_is_refused(blank):
    book = openpyxl.load_workbook(blank)
    book[MARK_SHEET]["B1"] = "kieumau/form/2"
    book.save(blank)

    assert problems(blank) == [("KM-971", "B1")]


def test_a_workbook_that_is_no_form_is_refused(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"] = "Danh sách"
    book.save(tmp_path / "a.xlsx")

    assert problems(tmp_path / "a.xlsx") == [("KM-970", "")]


def test_a_form_without_its_hidden_sheet_is_read_as_typed(blank):
    fill(blank, {("so_ho", "value"): 5, ("tru_so_duoc_xac_nhan", "value"): "có"})
    book = openpyxl.load_workbook(blank)
    del book[MARK_SHEET]
    book.save(blank)

    reading = read_facts_form(blank)

    assert reading.made_for is None
    assert reading.wards[0][0]["tru_so_duoc_xac_nhan"].value == "có"
    assert STANDARD.evaluate(reading.wards[0][0]).facts["tru_so_duoc_xac_nhan"].value is True


def test_extra_sheets_are_passed_over_whatever_is_in_them(blank):
    book = openpyxl.load_workbook(blank)
    book.create_sheet("Nháp")["A1"] = "=1/0"
    book.save(blank)

    assert FactSet.read(blank).ward == WARD


def test_a_form_says_what_it_was_made_for(blank):
    made = read_facts_form(blank).made_for

    assert (made.standard, made.on, made.digest) == (
        "tai-lap-5764",
        "2023-12-31",
        STANDARD.digest,
    )


# --- a row a ward


def test_a_row_is_a_ward(wards):
    second = {"ward_code": "00002", "ward_name": "Phường Hai (giả định)"}
    path = fill_wards(
        wards, ROW | {"so_ho": 5, "tru_so_duoc_xac_nhan": "có"}, ROW | second | {"so_ho": "1 818"}
    )

    one, two = FactSet.read_all(path)

    assert (one.ward, one["so_ho"].value, one["tru_so_duoc_xac_nhan"].value) == (WARD, 5, True)
    assert (two.ward.code, two["so_ho"].value) == ("00002", 1818)


def test_several_wards_where_one_is_wanted_are_refused(wards):
    fill_wards(wards, ROW, ROW | {"ward_code": "00002"})

    with pytest.raises(DocumentError) as error:
        FactSet.read(wards)

    (found,) = error.value.diagnostics
    assert (found.code, found.arguments["n"]) == ("KM-979", 2)
    assert "read_all" in found.hint("vi")


def test_one_ward_in_a_row_is_one_ward(wards):
    assert FactSet.read(fill_wards(wards, ROW)).ward == WARD


def test_an_empty_form_of_wards_has_none(wards):
    with pytest.raises(DocumentError) as error:
        FactSet.read(wards)

    assert [each.code for each in error.value.diagnostics] == ["KM-541"]


def test_a_ward_twice_is_refused(wards):
    assert [code for code, _ in problems(fill_wards(wards, ROW, ROW))] == ["KM-549"]


def test_a_row_that_lacks_its_ward_is_refused_at_the_row(wards):
    fill_wards(wards, ROW | {"ward_name": None, "so_ho": 5})

    assert problems(wards) == [("KM-538", "A7")]


def test_a_column_with_values_but_no_id_is_refused(wards):
    fill_wards(wards, ROW)
    book = openpyxl.load_workbook(wards)
    sheet = book.worksheets[0]
    sheet.cell(7, sheet.max_column + 1).value = 5
    book.save(wards)

    assert [code for code, _ in problems(wards)] == ["KM-544"]


# --- laws


@settings(max_examples=12)
@given(cases())
def test_any_facts_written_into_a_form_come_back(tmp_path_factory, case):
    path = tmp_path_factory.mktemp("f") / "a.xlsx"

    for lang in ("vi", "en"):
        form(path, case.standard, lang=lang, facts=[case.facts])
        assert FactSet.read(path) == case.facts


@settings(max_examples=12)
@given(cases())
def test_any_facts_written_in_a_row_come_back_without_evidence(tmp_path_factory, case):
    path = tmp_path_factory.mktemp("f") / "a.xlsx"
    bare = evolve(
        case.facts, facts=tuple(evolve(each, evidence=None) for each in case.facts), note=None
    )
    other = evolve(bare, ward=evolve(bare.ward, code="00002"))

    form(path, case.standard, "wards", facts=[bare, other])

    assert FactSet.read_all(path) == (bare, other)


def test_the_same_form_is_the_same_bytes(tmp_path):
    one, two = (
        form(tmp_path / name, STANDARD, ward=WARD, period=YEAR).read_bytes() for name in "ab"
    )

    assert one == two
