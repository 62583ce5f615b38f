# ruff: noqa: D103 (the names say it)
"""Files that are no workbook, or a damaged or hostile one: each its own clear answer."""

import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kieumau.documents.workbooks import reading
from kieumau.documents.workbooks.merges import Merge, hiding
from kieumau.documents.workbooks.reading import read_workbook
from kieumau.errors import Diagnostic, DocumentError
from tests.documents.workbook_files import changed, made, sheet_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet>&b;</worksheet>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>
<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&a;</t></is></c></row></sheetData>
</worksheet>"""


def refused(path: Path) -> list[Diagnostic]:
    """Return what is wrong, said in both languages."""
    with pytest.raises(DocumentError) as error:
        read_workbook(path)
    for each in error.value.diagnostics:
        assert each.message("vi") != each.message("en")
        assert each.hint("vi") != each.hint("en")
    return list(error.value.diagnostics)


def code(path: Path) -> str:
    (found,) = refused(path)
    return found.code


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (OLE + b"\0" * 2000, "KM-951"),
        (OLE + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500, "KM-952"),
        (b"ward_code;so_ho\n00001;12\n", "KM-950"),
        (b"", "KM-950"),
        (b"PK\x03\x04" + b"\0" * 50, "KM-955"),
    ],
    ids=["xls", "password", "csv", "empty", "damaged"],
)
def test_other_files_are_told_apart(tmp_path, data, expected):
    (tmp_path / "a.xlsx").write_bytes(data)

    assert code(tmp_path / "a.xlsx") == expected


def test_a_missing_file_and_a_folder_are_said_so(tmp_path):
    assert code(tmp_path / "a.xlsx") == "KM-101"
    assert code(tmp_path) == "KM-103"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("mimetype", "content.xml"), "KM-954"),
        (("xl/workbook.bin",), "KM-953"),
        (("word/document.xml",), "KM-950"),
    ],
    ids=["ods", "xlsb", "docx"],
)
def test_other_packages_are_told_apart(tmp_path, parts, expected):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as out:
        for part in parts:
            out.writestr(part, "x")

    assert code(tmp_path / "a.xlsx") == expected


def test_a_workbook_cut_short_is_refused_wherever_it_is_cut(tmp_path):
    whole = made(tmp_path / "a.xlsx", {"A1": "x" * 500}).read_bytes()

    for share in range(1, 10):
        (tmp_path / "b.xlsx").write_bytes(whole[: len(whole) * share // 10])
        assert code(tmp_path / "b.xlsx") == "KM-955"


def test_changed_bytes_are_never_a_crash(tmp_path):
    whole = bytearray(made(tmp_path / "a.xlsx", {"A1": "x" * 500, "B2": 7}).read_bytes())

    for at in range(0, len(whole), 97):
        spoilt = bytes(whole[:at]) + bytes([whole[at] ^ 0xFF]) + bytes(whole[at + 1 :])
        (tmp_path / "b.xlsx").write_bytes(spoilt)
        try:
            read_workbook(tmp_path / "b.xlsx")
        except DocumentError as error:
            assert error.diagnostics  # noqa: PT017 (it may also be read: not every byte matters)


@pytest.mark.parametrize("part", [BOMB, OUTSIDE, BOMB.decode().encode("utf-16")])
def test_entities_are_refused_before_they_are_expanded(tmp_path, part):
    path = changed(made(tmp_path / "a.xlsx", {"A1": 1}), xl__worksheets__sheet1_xml=part)

    (found,) = refused(path)

    assert (found.code, found.arguments["part"]) == ("KM-957", "xl/worksheets/sheet1.xml")


def test_a_bomb_is_defused(tmp_path):
    spaces = b"<worksheet>" + b" " * (100 * 1024 * 1024) + b"</worksheet>"
    path = changed(made(tmp_path / "a.xlsx", {"A1": 1}), xl__worksheets__sheet1_xml=spaces)

    assert path.stat().st_size < 256 * 1024
    assert code(path) == "KM-956"


def test_too_many_cells_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_CELLS", 2)
    path = made(tmp_path / "a.xlsx", {"A1": 1, "A2": 2, "A3": 3})

    assert code(path) == "KM-966"


def test_a_cell_longer_than_a_cell_can_be_is_refused(tmp_path):
    path = sheet_of(tmp_path / "a.xlsx", f'<row r="1"><c r="A1"><v>{"1" * 100_000}</v></c></row>')

    (found,) = refused(path)

    assert (found.code, found.place.line, found.place.column) == ("KM-967", 1, 1)


def test_a_huge_empty_sheet_is_nothing(tmp_path):
    cells = (
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    )
    path = sheet_of(tmp_path / "a.xlsx", cells)
    started = time.perf_counter()

    sheet = read_workbook(path).sheets[0]

    assert (sheet.rows, sheet.columns) == (1, 1)
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize("part", ["xl__workbook_xml", "xl__worksheets__sheet1_xml"])
def test_a_part_that_is_missing_or_no_xml_is_named(tmp_path, part):
    for data in (None, b"no xml"):
        path = changed(made(tmp_path / "a.xlsx", {"A1": 1}), **{part: data})
        assert code(path) == ("KM-950" if data is None and part == "xl__workbook_xml" else "KM-958")


def test_a_workbook_without_a_visible_sheet_is_refused(tmp_path):
    book = openpyxl.Workbook()
    book.active.sheet_state = "hidden"
    book.create_sheet("b").sheet_state = "veryHidden"
    path = tmp_path / "a.xlsx"
    made(path, {"A1": 1})
    with zipfile.ZipFile(path) as old:
        listed = old.read("xl/workbook.xml").replace(b'state="visible"', b'state="hidden"')
    changed(path, xl__workbook_xml=listed)

    assert code(path) == "KM-959"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="B7"><f>SUM(A1:A3)</f></c>', "KM-960"),
        ('<c r="B7"><f>SUM(A1:A3)</f><v/></c>', "KM-960"),
        ('<c r="B7" t="e"><v>#REF!</v></c>', "KM-961"),
        ('<c r="B7" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "KM-961"),
        ('<c r="B7" s="1"><v>45291.5</v></c>', "KM-963"),
        ('<c r="B7" s="1"><v>60</v></c>', "KM-963"),
        ('<c r="B7" t="d"><v>2023-05-01T08:30:00</v></c>', "KM-963"),
        ('<c r="B7"><v>1e400</v></c>', "KM-964"),
        ('<c r="B7"><v>NaN</v></c>', "KM-964"),
        ('<c r="B7" t="s"><v>99999</v></c>', "KM-964"),
        ('<c r="B7" t="d"><v>2023-02-30</v></c>', "KM-964"),
        ("<c r=\"B7\"><f>'[1]Trang 1'!A1</f><v>5</v></c>", "KM-965"),
        ('<c r="B7" t="inlineStr"><is><t>a&#x202E;b</t></is></c>', "KM-123"),
    ],
)
def test_a_cell_that_cannot_be_relied_on_is_named(tmp_path, cell, expected):
    path = made(tmp_path / "a.xlsx", {"A1": 1}, A1="dd/mm/yyyy")
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    xml = f'<worksheet {space}><sheetData><row r="7">{cell}</row></sheetData></worksheet>'
    changed(path, xl__worksheets__sheet1_xml=xml.encode())

    (found,) = refused(path)

    assert (found.code, str(found.place)) == (expected, f"{path}:Sheet!B7")


def test_a_table_reference_is_no_other_file(tmp_path):
    path = sheet_of(
        tmp_path / "a.xlsx", '<row r="1"><c r="A1"><f>Bang1[[#Totals],[2023]]</f><v>5</v></c></row>'
    )

    assert read_workbook(path).sheets[0].get(1, 1).value == 5


@pytest.mark.parametrize("number", ["²", "٣", "-1", "9" * 5000])
@pytest.mark.parametrize(
    "cells",
    ['<row r="{}"><c><v>1</v></c></row>', '<row r="1"><c s="{}"><v>1</v></c></row>'],
    ids=["row", "style"],
)
def test_what_is_no_number_of_a_row_or_style_is_passed_over(tmp_path, cells, number):
    path = sheet_of(tmp_path / "a.xlsx", cells.format(number))

    assert read_workbook(path).sheets[0].get(1, 1).value == 1


def test_a_shared_text_by_an_endless_number_is_refused(tmp_path):
    cells = f'<row r="1"><c r="A1" t="s"><v>{"9" * 5000}</v></c></row>'

    assert code(sheet_of(tmp_path / "a.xlsx", cells)) == "KM-964"


def test_merged_cells_over_values_are_refused(tmp_path):
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    row = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    merges = '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>'
    xml = f"<worksheet {space}><sheetData>{row}</sheetData>{merges}</worksheet>"
    path = changed(made(tmp_path / "a.xlsx", {"A1": 1}), xl__worksheets__sheet1_xml=xml.encode())

    (found,) = refused(path)

    assert (found.code, found.arguments["last"], found.place.column) == ("KM-962", "C1", 1)


def test_all_the_cells_that_are_wrong_are_named_at_once(tmp_path):
    cells = "".join(f'<row r="{n}"><c r="A{n}"><f>A9</f></c></row>' for n in (1, 2, 3))

    found = refused(sheet_of(tmp_path / "a.xlsx", cells))

    assert [each.place.line for each in found] == [1, 2, 3]


def test_lenient_reading_keeps_the_problems_with_the_sheet(tmp_path):
    path = sheet_of(tmp_path / "a.xlsx", '<row r="1"><c r="A1"><f>A9</f></c></row>')

    sheet = read_workbook(path, strict=False).sheets[0]

    assert [each.code for each in sheet.problems] == ["KM-960"]
    assert sheet.get(1, 1) is None


def test_macros_are_passed_over(tmp_path):
    path = made(tmp_path / "a.xlsm", {"A1": 1})
    changed(path, **{"xl__vbaProject.bin": b"macro"})

    assert read_workbook(path).sheets[0].get(1, 1).value == 1


@pytest.mark.parametrize(
    ("reference", "expected"),
    [("A1048577", "KM-958"), ("XFE1", "KM-958"), ("A0", "KM-958")],
    ids=["below", "beside", "above"],
)
def test_a_cell_where_no_sheet_has_one_is_damage(tmp_path, reference, expected):
    book = sheet_of(tmp_path / "a.xlsx", f'<row r="1"><c r="{reference}"><v>1</v></c></row>')

    assert code(book) == expected


def test_a_cell_in_the_last_corner_costs_nothing(tmp_path):
    book = sheet_of(tmp_path / "a.xlsx", '<row r="2"><c r="XFD1048576"><v>1</v></c></row>')

    (sheet,) = read_workbook(book).sheets

    assert dict(sheet.filled) == {1_048_576: (16_384,)}


@given(
    st.lists(
        st.tuples(*[st.integers(1, 4)] * 4).map(
            lambda ends: (min(ends[::2]), min(ends[1::2]), max(ends[::2]), max(ends[1::2]))
        ),
        max_size=4,
    ),
    st.sets(st.tuples(st.integers(1, 5), st.integers(1, 5))),
)
def test_merges_that_hide_something_are_found(merges, cells):
    apart: list[Merge] = []
    for each in merges:
        if each[:2] != each[2:] and not any(overlap(each, other) for other in apart):
            apart.append(each)

    assert set(hiding(apart, cells)) == {
        each
        for each in apart
        if any(overlap(each, (*cell, *cell)) and cell != each[:2] for cell in cells)
    }


def overlap(one: Merge, other: Merge) -> bool:
    top, left, bottom, right = one
    return top <= other[2] and other[0] <= bottom and left <= other[3] and other[1] <= right


def test_many_merges_and_many_cells_are_read_in_one_pass():
    merges = [(row, 1, row, 2) for row in range(1, 10_001)]
    began = time.monotonic()

    assert not list(hiding(merges, {(row, 5) for row in range(1, 100_001)}))
    assert time.monotonic() - began < 5
