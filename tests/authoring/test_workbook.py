"""A plugin as a workbook and back: nothing lost, every change where it belongs."""

import re
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kieumau.authoring.check import check
from kieumau.authoring.workbook.importing import read_import
from kieumau.documents.yaml_edit import yaml_data
from kieumau.errors import Severity
from tests.authoring.workbook_plugins import (
    EXAMPLE,
    PLUGINS,
    Edited,
    copied,
    imported,
    workbook_of,
)
from tests.documents.yaml_styles import styled

CRITERIA = "Tiêu chí"


@pytest.fixture
def plugin(tmp_path):
    """Return a copy of the example, and its workbook opened."""
    folder = copied(tmp_path)
    return folder, Edited(workbook_of(folder, tmp_path / "bo.xlsx"))


def rules(folder):
    """Return what the example's rules say."""
    return (folder / "rules" / "2023.yaml").read_text("utf-8")


def data(folder, name="rules/2023.yaml"):
    """Return a file as data."""
    return yaml_data((folder / name).read_text("utf-8"), name)


@pytest.mark.parametrize("of", PLUGINS, ids=lambda each: each.name)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_an_unchanged_workbook_changes_nothing(tmp_path, of, lang):
    """The identity for every plugin there is, opened and saved in between."""
    folder = copied(tmp_path, of)
    path = Edited(workbook_of(folder, tmp_path / "bo.xlsx", lang)).save()

    assert read_import(path, folder).after == {}


@pytest.mark.parametrize("of", PLUGINS, ids=lambda each: each.name)
def test_a_workbook_alone_makes_the_whole_folder(tmp_path, of):
    """Byte for byte, with the files that have no rows."""
    path = workbook_of(of, tmp_path / "bo.xlsx")
    imported(path, tmp_path / "moi")

    names = [e.relative_to(of) for e in of.rglob("*") if e.suffix in (".yaml", ".md")]
    assert names
    for name in names:
        assert (tmp_path / "moi" / name).read_bytes() == (of / name).read_bytes()


@settings(max_examples=8)
@given(st.data(), st.sampled_from(["rules/2023.yaml", "measures.yaml", "plugin.yaml"]))
def test_whatever_the_layout_nothing_changes(drawn, name):
    """Any layout, quotes, comments and line ends of a file; a byte-order mark too."""
    text, _ = drawn.draw(styled(data(EXAMPLE, name)))
    mark = b"\xef\xbb\xbf" if drawn.draw(st.booleans()) else b""
    with TemporaryDirectory() as where:
        folder = copied(Path(where))
        (folder / name).write_bytes(mark + text.encode())
        path = workbook_of(folder, Path(where, "bo.xlsx"))
        assert read_import(path, folder).after == {}


@settings(max_examples=5)
@given(st.data(), st.sampled_from(["96%", "95,5%", "97 %"]))
def test_a_change_is_made_whatever_the_layout(drawn, threshold):
    """The patched file reads as the file with that change; its comments all stay."""
    text, said = drawn.draw(styled(data(EXAMPLE)))
    with TemporaryDirectory() as where:
        folder = copied(Path(where))
        (folder / "rules" / "2023.yaml").write_bytes(text.encode())
        shutil.rmtree(folder / "cases")
        book = Edited(workbook_of(folder, Path(where, "bo.xlsx")))
        row = book.row(CRITERIA, "dan-hai-long", "thắt chặt")
        imported(book.write(CRITERIA, row, **{"Ngưỡng mới": threshold}).save(), folder)
        after = (folder / "rules" / "2023.yaml").read_bytes().decode()
    said["tighten"][0]["to"] = threshold
    assert yaml_data(after, "") == said
    assert text.count("#") == after.count("#")
    assert abs(len(after.splitlines()) - len(text.splitlines())) == 0


def test_a_changed_cell_changes_its_line_alone(plugin):
    """The comment behind the threshold stays."""
    folder, book = plugin
    before = rules(folder)
    row = book.row(CRITERIA, "xu-ly-vi-pham-via-he")
    path = book.write(CRITERIA, row, Tên="Vi phạm vỉa hè: xử lý").save()

    found = imported(path, folder)

    assert list(found.after) == ["rules/2023.yaml"]
    assert rules(folder) == before.replace(
        "vi: Vi phạm vỉa hè được xử lý (giả định)", 'vi: "Vi phạm vỉa hè: xử lý"'
    )
    assert [line[0] for line in found.diff()].count("+") == 2  # the file's name, the line


def test_every_kind_of_cell_comes_back(plugin):
    """Dates, drop-downs, thresholds, trees of conditions, further citations."""
    folder, book = plugin
    row = book.row(CRITERIA, "tuyen-pho-van-minh")
    cells = {
        "Nội dung quy định": (
            "ít nhất 1:\n  - tỷ lệ tuyến phố thông thoáng ≥ 80%\n"
            "  - tất cả:\n      - có tuyến phố văn minh kiểu mẫu\n      - số tuyến phố ≥ 1"
        ),
        "Nguồn của quy định": "suy ra từ văn bản",
        "Đã thấy": "chưa thấy",
        "Căn cứ 2: văn bản": "hd-tinh-mau",
        "Căn cứ 2: vị trí": "mục 9",
        "Ghi chú": "Theo biên bản\u00a0kiểm tra",
    }
    book.write(CRITERIA, row, **cells)
    row = book.row("Số liệu", "so_lan_dien_tap_chua_chay")
    book.write("Số liệu", row, **{"Lớn nhất": "2 000", "Kỳ": "quý"})
    row = book.row("Căn cứ", "nq-tinh-mau")
    book.write("Căn cứ", row, **{"Ngày ban hành": "14/12/2022"})
    imported(book.save(), folder)

    found = data(folder)["add"][1]["criterion"]["indicators"][2]
    assert found["requires"] == {
        "at_least": "1",
        "of": [
            "tỷ lệ tuyến phố thông thoáng ≥ 80%",
            {"all": ["có tuyến phố văn minh kiểu mẫu", "số tuyến phố ≥ 1"]},
        ],
    }
    assert (found["fidelity"], found["seen"]) == ("derived", "unseen")
    assert [each["instrument"] for each in found["citation"]] == ["nq-tinh-mau", "hd-tinh-mau"]
    assert found["note"] == {"vi": "Theo biên bản kiểm tra"}
    measure = data(folder, "measures.yaml")["measures"][0]
    assert (measure["max"], measure["period"]) == ("2000", "quarter")
    assert data(folder, "plugin.yaml")["instruments"][0]["issued"] == "2022-12-14"


def test_a_new_row_is_a_new_entry_beside_its_neighbour(plugin):
    """An added indicator, a case and a measure, each in the file of its kind."""
    folder, book = plugin
    new = {
        "Loại mục": "bổ sung chỉ tiêu",
        "Mã": "lan-dien-tap",
        "Thuộc tiêu chí": "cai-cach-hanh-chinh",
        "Tên": "Diễn tập chữa cháy",
        "Nội dung quy định": "số lần diễn tập chữa cháy của tổ liên gia ≥ 1",
        "Căn cứ 1: văn bản": "nq-tinh-mau",
        "Nguồn của quy định": "theo văn bản",
    }
    book.write(CRITERIA, book.row(CRITERIA, ""), **new)
    case = {
        "Mã": "khong-dien-tap",
        "Câu mô tả": "Không diễn tập thì không đạt.",
        "Giống như": "du-moi-chi-tieu",
        "Số liệu (chỉ ghi phần khác)": "so_lan_dien_tap_chua_chay = 0; so_to_lien_gia = 4",
        "Kết luận mong đợi": "không đạt",
        "Trạng thái mong đợi": "lan-dien-tap = không đạt",
    }
    book.write("Trường hợp", book.row("Trường hợp", ""), **case)
    imported(book.save(), folder)

    added = data(folder)["add"][-1]
    assert (added["to"], added["indicator"]["id"]) == ("cai-cach-hanh-chinh", "lan-dien-tap")
    assert added["indicator"]["title"] == "Diễn tập chữa cháy"
    last = data(folder, "cases/nam-2023.yaml")["cases"][-1]
    assert last["facts"] == {"so_lan_dien_tap_chua_chay": "0", "so_to_lien_gia": "4"}
    assert last["expect"] == {"outcome": "not_met", "findings": {"lan-dien-tap": "not_met"}}
    assert not [e for e in check(folder) if e.severity is Severity.ERROR]


def test_a_removed_row_is_a_removed_entry(plugin):
    """By the list of the last column, or the whole row taken out."""
    folder, book = plugin
    row = book.row(CRITERIA, "thiet-bi-dinh-muc", "làm rõ")
    book.write(CRITERIA, row, **{"Bỏ mục này?": "bỏ"})
    sheet, _ = book.sheet("Trường hợp")
    sheet.delete_rows(book.row("Trường hợp", "tinh-ca-gia-dinh"))
    imported(book.save(), folder)

    assert [each["id"] for each in data(folder)["clarify"]] == ["dan-hai-long"]
    cases = [each["id"] for each in data(folder, "cases/nam-2023.yaml")["cases"]]
    assert "tinh-ca-gia-dinh" not in cases
    assert len(cases) == len(data(EXAMPLE, "cases/nam-2023.yaml")["cases"]) - 1


def test_sorted_rows_and_lost_keys_change_nothing(plugin):
    """Order in the sheet is not order in the file; ids name what keys named."""
    folder, book = plugin
    sheet, _ = book.sheet("Số liệu")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(4, 16)]
    for at, values in enumerate(reversed(rows), 4):
        for column, value in enumerate(values, 1):
            sheet.cell(at, column).value = value if column > 1 else None

    assert read_import(book.save(), folder).after == {}


def test_a_check_that_fails_names_the_cell_and_nothing_is_written(plugin):
    """A misspelt measure, and a case that comes out otherwise."""
    folder, book = plugin
    row = book.row(CRITERIA, "cam-ket-via-he")
    _, at = book.sheet(CRITERIA)
    wrong = "tỷ lệ hộ kinh doanh mặt phố ký cam kêt ≥ 95%"
    found = read_import(book.write(CRITERIA, row, **{"Nội dung quy định": wrong}).save(), folder)

    letter = chr(ord("A") + at["Nội dung quy định"] - 1)
    assert [(e.code, str(e.place).rpartition(":")[2]) for e in found.errors] == [
        ("KM-302", f"{CRITERIA}!{letter}{row}")
    ]
    row = book.row(CRITERIA, "dan-hai-long", "thắt chặt")
    right = {"Nội dung quy định": "tỷ lệ hộ kinh doanh mặt phố ký cam kết ≥ 95%"}
    book.write(CRITERIA, book.row(CRITERIA, "cam-ket-via-he"), **right)
    found = read_import(book.write(CRITERIA, row, **{"Ngưỡng mới": "98%"}).save(), folder)
    assert {each.code for each in found.errors} == {"KM-451", "KM-452"}
    assert all(re.search(r"Trường hợp![FG]\d+$", str(each.place)) for each in found.errors)
    assert rules(folder) == rules(EXAMPLE)
