# ruff: noqa: D103 (the names say it)
"""Workbooks read exactly, and written so that the same plan gives the same bytes."""

import datetime as dt
import string
import zipfile
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from kieumau.documents.workbooks import writing
from kieumau.documents.workbooks.plan import (
    CellPlan,
    ColumnPlan,
    Look,
    RowPlan,
    Rule,
    RuleKind,
    SheetPlan,
    Visibility,
    heading_row,
)
from kieumau.documents.workbooks.reading import read_workbook
from kieumau.documents.workbooks.writing import workbook_bytes
from kieumau.errors import MissingExtraError
from tests.documents.workbook_files import cell, made, sheet_of

COLUMNS = (ColumnPlan(20, "Tên"), ColumnPlan(30, "Giá trị"))


def plan(*values, **more) -> SheetPlan:
    rows = tuple(RowPlan((CellPlan(each),)) for each in values)
    return SheetPlan("Số liệu", COLUMNS, (heading_row(COLUMNS), *rows), **more)


def written(tmp_path, *values):
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook_bytes([plan(*values)]))
    sheet = read_workbook(path).sheets[0]
    return [sheet.get(row, 1) for row in range(2, len(values) + 2)]


# --- reading


@pytest.mark.parametrize(
    ("stored", "value", "text"),
    [
        ("0.1", Decimal("0.1"), "0.1"),
        ("0.10000000000000001", Decimal("0.1"), "0.1"),
        ("58.5", Decimal("58.5"), "58.5"),
        ("0.30000000000000004", Decimal("0.3"), "0.3"),
        ("57.9999999999999", Decimal("57.9999999999999"), "57.9999999999999"),
        ("57.999999999999993", 58, "58"),
        ("14.0", 14, "14"),
        ("1E3", 1000, "1000"),
        ("1.8180000000000001", Decimal("1.818"), "1.8180"),
        ("-0", 0, "0"),
        ("1000000000000", 10**12, "1000000000000"),
    ],
)
def test_a_number_is_what_the_cell_shows(tmp_path, stored, value, text):
    path = sheet_of(tmp_path / "a.xlsx", f'<row r="1"><c r="A1"><v>{stored}</v></c></row>')

    found = cell(path)

    assert (found.value, type(found.value), found.text) == (value, type(value), text)


def test_a_percentage_is_known_by_its_format(tmp_path):
    path = made(
        tmp_path / "a.xlsx", {"A1": 0.95, "B1": 0.585, "C1": 95}, A1="0%", B1="0.00%", C1='0"%"'
    )

    whole, broken, quoted = (cell(path, 1, column) for column in (1, 2, 3))

    assert (whole.value, whole.percent, whole.points, whole.text) == (
        Decimal("0.95"),
        True,
        95,
        "95%",
    )
    assert (broken.points, broken.text) == (Decimal("58.5"), "58.5%")
    assert (quoted.percent, quoted.points, quoted.text) == (False, 95, "95")


@pytest.mark.parametrize("epoch_1904", [False, True])
@pytest.mark.parametrize("code", ["yyyy-mm-dd", "dd/mm/yyyy", 'd "tháng" m', "[$-42A]dd/mm/yy;@"])
def test_dates_are_days_in_both_calendars(tmp_path, epoch_1904, code):
    book = openpyxl.Workbook()
    if epoch_1904:
        book.epoch = CALENDAR_MAC_1904
    book.active["A1"] = dt.date(2023, 12, 31)
    book.active["A1"].number_format = code
    book.save(tmp_path / "a.xlsx")

    found = cell(tmp_path / "a.xlsx")

    assert (found.value, found.text) == (dt.date(2023, 12, 31), "31/12/2023")


def test_midnight_is_a_day(tmp_path):
    path = made(tmp_path / "a.xlsx", {"A1": dt.datetime(2023, 5, 1, 0, 0)})  # noqa: DTZ001

    assert cell(path).value == dt.date(2023, 5, 1)


def test_a_number_format_with_letters_in_quotes_is_no_date(tmp_path):
    path = made(tmp_path / "a.xlsx", {"A1": 12}, A1='0 "hộ dân"')

    assert cell(path).value == 12


def test_texts_are_composed_and_trimmed_of_what_is_not_seen(tmp_path):
    decomposed = "\u00a0\u200bPhu\u031bo\u031b\u0300ng Mẫu\ufeff "
    path = made(tmp_path / "a.xlsx", {"A1": decomposed, "A2": "\u00a0\u200b", "A3": "a\r\nb"})

    sheet = read_workbook(path).sheets[0]

    assert sheet.text(1, 1) == "Phường Mẫu"
    assert sheet.get(2, 1) is None
    assert sheet.text(3, 1) == "a\nb"


def test_rich_text_is_flattened_and_readings_left_out(tmp_path):
    runs = "<is><r><t>Phường </t></r><r><t>Mẫu</t></r><rPh><t>x</t></rPh></is>"
    path = sheet_of(tmp_path / "a.xlsx", f'<row r="1"><c r="A1" t="inlineStr">{runs}</c></row>')

    assert cell(path).value == "Phường Mẫu"


def test_cells_without_a_reference_follow_one_another(tmp_path):
    path = sheet_of(tmp_path / "a.xlsx", "<row><c><v>1</v></c><c><v>2</v></c></row><row/>")

    assert (cell(path, 1, 1).value, cell(path, 1, 2).value) == (1, 2)


def test_booleans_dates_as_text_and_formulas_with_a_result_are_values(tmp_path):
    path = sheet_of(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="d"><v>2023-05-01T00:00:00</v></c>'
        '<c r="C1"><f>1+1</f><v>2</v></c><c r="D1" t="str"><f>""</f><v></v></c></row>',
    )

    assert (cell(path).value, cell(path).text) == (True, "true")
    assert cell(path, 1, 2).value == dt.date(2023, 5, 1)
    assert (cell(path, 1, 3).value, cell(path, 1, 3).formula) == (2, True)
    assert cell(path, 1, 4) is None


def test_a_cell_knows_its_place(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Số liệu"
    book.active["AB7"] = 1
    book.save(tmp_path / "a.xlsx")

    sheet = read_workbook(tmp_path / "a.xlsx", "phieu.xlsx").sheets[0]

    assert str(sheet.get(7, 28).place) == "phieu.xlsx:Số liệu!AB7"
    assert (sheet.rows, sheet.columns) == (7, 28)


# --- writing


def test_what_is_written_is_read_the_same(tmp_path):
    values = [
        14,
        Decimal("58.5"),
        Decimal("123456789012.123456"),
        10**12,
        True,
        dt.date(2023, 12, 31),
        dt.date(1850, 1, 2),
        "Phường Mẫu",
        "a_x0041_b",
        "hai\ndòng",
    ]

    found = [each.value for each in written(tmp_path, *values)]

    values[2], values[6] = "123456789012.123456", "02/01/1850"  # a workbook cannot hold these
    assert found == values


@pytest.mark.parametrize("text", ["=1+1", "+84", "-x", "@SUM(A1)", "=cmd|'/c calc'!A1", "#REF!"])
def test_a_text_is_never_a_formula(tmp_path, text):
    (tmp_path / "a.xlsx").write_bytes(workbook_bytes([plan(text)]))

    stored = openpyxl.load_workbook(tmp_path / "a.xlsx").active["A2"]

    assert stored.data_type == "s"
    assert stored.quotePrefix or text.startswith("#")
    assert cell(tmp_path / "a.xlsx", 2).value == text


def test_the_same_plan_gives_the_same_bytes(monkeypatch):
    first = workbook_bytes([plan("a", 1)], "Phiếu")
    later = dt.datetime(2031, 5, 6, tzinfo=dt.UTC)

    class _Later(dt.datetime):
        @classmethod
        def now(cls, tz=None):
            return later.astimezone(tz)

    monkeypatch.setattr("openpyxl.writer.excel.datetime.datetime", _Later)

    assert workbook_bytes([plan("a", 1)], "Phiếu") == first


def test_a_protected_sheet_lets_only_open_cells_be_written(tmp_path):
    cells = (CellPlan("Số hộ", Look.FIXED), CellPlan(None, Look.INPUT))
    sheet = SheetPlan("S", COLUMNS, (RowPlan(cells),), protect=True, freeze=(2, 1))
    (tmp_path / "a.xlsx").write_bytes(workbook_bytes([sheet]))

    stored = openpyxl.load_workbook(tmp_path / "a.xlsx").active

    assert stored.protection.sheet
    assert (stored["A1"].protection.locked, stored["B1"].protection.locked) == (True, False)
    assert stored.freeze_panes == "A2"
    assert (stored.page_setup.orientation, stored.page_setup.fitToWidth) == ("landscape", 1)


def test_rules_become_validations_once_for_all_their_cells(tmp_path):
    choice = Rule(RuleKind.LIST, choices=("có", "không"))
    whole = Rule(RuleKind.WHOLE, Decimal(0), Decimal(10), title="Số hộ", message="0 đến 10")
    rows = [RowPlan((CellPlan(None, rule=choice), CellPlan(None, rule=whole)))] * 3
    sheet = SheetPlan("S", COLUMNS, tuple(rows))
    (tmp_path / "a.xlsx").write_bytes(workbook_bytes([sheet]))

    found = openpyxl.load_workbook(tmp_path / "a.xlsx").active.data_validations.dataValidation

    assert [(str(e.sqref), e.type, e.formula1, e.formula2) for e in found] == [
        ("A1:A3", "list", '"có,không"', None),
        ("B1:B3", "whole", "0", "10"),
    ]
    assert (found[1].promptTitle, found[1].prompt) == ("Số hộ", "0 đến 10")


def test_long_lists_stand_on_a_sheet_of_their_own(tmp_path):
    names = tuple(f"lựa chọn, thứ {n}" for n in range(60))
    sheet = SheetPlan(
        "S", COLUMNS, (RowPlan((CellPlan(rule=Rule(RuleKind.LIST, choices=names)),)),)
    )
    (tmp_path / "a.xlsx").write_bytes(workbook_bytes([sheet]))

    book = openpyxl.load_workbook(tmp_path / "a.xlsx")

    (found,) = book["S"].data_validations.dataValidation
    assert found.formula1 == "kieumau_lists!$A$1:$A$60"
    assert book["kieumau_lists"]["A60"].value == names[-1]
    assert book["kieumau_lists"].sheet_state == "veryHidden"


def test_hidden_sheets_notes_and_marked_cells_are_kept(tmp_path):
    shown = SheetPlan("S", COLUMNS, (RowPlan((CellPlan(None, needed=True, note="Ghi vào đây"),)),))
    away = plan("x", visibility=Visibility.VERY_HIDDEN)
    (tmp_path / "a.xlsx").write_bytes(workbook_bytes([away, shown]))

    book = openpyxl.load_workbook(tmp_path / "a.xlsx")

    assert book.active.title == "S"
    assert book["S"]["A1"].comment.text == "Ghi vào đây"
    assert [str(each.sqref) for each in book["S"].conditional_formatting] == ["A1"]
    assert [each.hidden for each in read_workbook(tmp_path / "a.xlsx").sheets] == [True, False]


def test_nothing_of_this_machine_is_in_a_workbook(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(workbook_bytes([plan("a")]))

    with zipfile.ZipFile(tmp_path / "a.xlsx") as made_:
        assert {each.date_time for each in made_.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z</dcterms:modified>" in made_.read("docProps/core.xml")


def test_without_openpyxl_it_is_said_what_to_install(monkeypatch):
    monkeypatch.setattr(writing, "find_spec", lambda _: None)

    with pytest.raises(MissingExtraError) as error:
        workbook_bytes([plan("a")])

    assert error.value.diagnostics[0].code == "KM-732"
    assert "kieumau[excel]" in str(error.value)


_TEXTS = st.text(
    st.sampled_from(string.ascii_letters + string.digits + "=+-@'\"<>&_xX; \nđặữẤ"), min_size=1
).filter(lambda text: text.strip() == text)
_NUMBERS = st.decimals(-(10**12), 10**12, places=2).filter(lambda number: number != int(number))


@settings(max_examples=25)
@given(st.lists(_TEXTS | st.integers(-(10**12), 10**12) | _NUMBERS | st.dates(dt.date(1900, 3, 1))))
def test_any_table_comes_back(tmp_path_factory, values):
    found = written(tmp_path_factory.mktemp("t"), *values)

    assert [each.value for each in found] == values
