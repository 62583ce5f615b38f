"""Workbooks that cannot be imported: each problem at its cell, and nothing half-imported."""

import pytest

from kieumau.authoring.workbook.files import write_folder
from kieumau.authoring.workbook.importing import read_import
from kieumau.errors import DocumentError
from tests.authoring.workbook_plugins import Edited, copied, refused, workbook_of

CRITERIA, MEASURES, CASES = "Tiêu chí", "Số liệu", "Trường hợp"


@pytest.fixture
def plugin(tmp_path):
    """Return a copy of the example, and its workbook opened."""
    folder = copied(tmp_path)
    return folder, Edited(workbook_of(folder, tmp_path / "bo.xlsx"))


def contents(folder):
    """Return every file of a folder."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def refuses(plugin):
    """Return a function that changes the workbook and says what is refused."""
    folder, book = plugin
    before = contents(folder)

    def refuses(change):
        change(book)
        found = refused(book.save(), folder)
        assert contents(folder) == before
        return found

    return refuses


@pytest.mark.parametrize("name", ["Tên gọi", "Ghi gì cũng được"])
def test_a_renamed_heading_is_named_with_what_it_was(refuses, name):
    """Nothing is taken for a deletion; the only stranger is the only one missing."""

    def change(book):
        book.book[MEASURES]["C3"] = name

    assert refuses(change) == [("KM-906", f"{MEASURES}!C3")]


def test_a_deleted_column_is_missed(refuses):
    """The ids above all."""
    assert refuses(lambda book: book.book[MEASURES].delete_cols(2)) == [
        ("KM-905", f"{MEASURES}!A3")
    ]


def test_a_heading_twice_is_refused(refuses):
    """Which of the two counts nobody knows."""

    def change(book):
        book.book[MEASURES]["C3"] = "Mã"

    assert ("KM-909", f"{MEASURES}!C3") in refuses(change)


def test_a_missing_sheet_is_no_deletion(refuses):
    """Nothing is imported without it."""
    assert refuses(lambda book: book.book.remove(book.book[CASES])) == [("KM-913", "")]


def test_two_rows_of_one_id_are_refused(refuses):
    """A copied row, and a new one of an id there already."""

    def change(book):
        sheet, _ = book.sheet(MEASURES)
        spare = book.row(MEASURES, "")
        for cell in sheet[4]:
            sheet.cell(spare, cell.column).value = cell.value
        book.write(
            CASES,
            book.row(CASES, ""),
            **{"Mã": "du-moi-chi-tieu", "Câu mô tả": "Câu", "Kết luận mong đợi": "đạt"},
        )

    found = refuses(change)
    assert [code for code, _ in found] == ["KM-917", "KM-917"]
    assert {place.partition("!")[0] for _, place in found} == {MEASURES, CASES}


def test_a_newer_format_is_refused(refuses):
    """Rather than read by guess."""

    def change(book):
        book.book["kieumau"]["B1"] = "kieumau/workbook/2"

    assert refuses(change) == [("KM-901", "kieumau!B1")]


def test_a_changed_hidden_sheet_is_refused(refuses):
    """What the files were is not known any more."""

    def change(book):
        book.book["kieumau"]["D5"] = "eJwDAAAAAAE="

    assert refuses(change) == [("KM-903", "kieumau!B5")]


def test_another_workbook_is_refused(refuses):
    """One without the hidden sheet."""
    assert refuses(lambda book: book.book.remove(book.book["kieumau"]))[0][0] == "KM-900"


def test_merged_cells_are_refused(refuses):
    """Below the headings."""
    assert refuses(lambda book: book.book[CASES].merge_cells("C5:C6"))[0] == (
        "KM-962",
        f"{CASES}!C5",
    )


def test_a_formula_without_a_value_is_refused(refuses):
    """At its cell."""

    def change(book):
        book.book[MEASURES]["H4"] = "=1+1"

    assert ("KM-960", f"{MEASURES}!H4") in refuses(change)


@pytest.mark.parametrize(
    ("sheet", "id_", "heading", "value", "code"),
    [
        ("Căn cứ", "nq-tinh-mau", "Ngày ban hành", "12/31/2022", "KM-910"),
        ("Căn cứ", "nq-tinh-mau", "Ngày ban hành", "1/2/22", "KM-910"),
        (MEASURES, "so_tuyen_pho", "Loại", "số nguyen", "KM-911"),
        (MEASURES, "so_tuyen_pho", "Lớn nhất", "nhiều", "KM-310"),
        (MEASURES, "ty_le_tuyen_pho_thong_thoang", "Công thức", "a : b", "KM-914"),
        (CASES, "hai-trong-ba", "Số liệu (chỉ ghi phần khác)", "so_ho = 1\nso_ho = 2", "KM-915"),
        (CRITERIA, "cam-ket-via-he", "Nội dung quy định", "tất cả:\n - a\n- b", "KM-916"),
        (CRITERIA, "cam-ket-via-he", "Ngưỡng mới", "95%", "KM-919"),
        (CRITERIA, "cam-ket-via-he", "Loại mục", "miễn", "KM-918"),
        (CRITERIA, "cam-ket-via-he", "Mã", None, "KM-920"),
        (CRITERIA, "cam-ket-via-he", "Bỏ mục này?", "xóa", "KM-911"),
    ],
)
def test_a_wrong_cell_is_named(refuses, sheet, id_, heading, value, code):
    """One problem, at that cell."""
    places = []

    def change(book):
        row = book.row(sheet, id_)
        book.write(sheet, row, **{heading: value})
        _, at = book.sheet(sheet)
        places.append(f"{sheet}!{book.book[sheet].cell(row, at[heading]).coordinate}")

    assert refuses(change) == [(code, places[0])]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"Tên": "Không có loại"}, "KM-912"),
        ({"Loại mục": "thắt chặt"}, "KM-920"),
        ({"Loại mục": "chỉ tiêu", "Mã": "a", "Thuộc tiêu chí": "trat-tu"}, "KM-921"),
        ({"Loại mục": "bổ xung chỉ tiêu", "Mã": "a"}, "KM-911"),
    ],
)
def test_a_new_row_must_say_what_it_is(refuses, cells, code):
    """Kind, id, and a criterion of this plugin."""
    found = refuses(lambda book: book.write(CRITERIA, book.row(CRITERIA, ""), **cells))

    assert [each for each, _ in found] == [code]


def test_a_folder_changed_since_is_not_written_over(plugin):
    """Unless asked for: then the workbook counts, and other comments stay."""
    folder, book = plugin
    file = folder / "measures.yaml"
    file.write_text(file.read_text("utf-8").replace("max: 1000\n", "max: 900  # đã sửa\n"), "utf-8")

    assert refused(book.save(), folder) == [("KM-922", "")]
    forced = read_import(book.path, folder, force=True)
    assert b"max: 1000  # \xc4\x91\xc3\xa3 s\xe1\xbb\xada" in forced.after["measures.yaml"]


def test_a_sheet_of_ones_own_is_passed_over_with_a_note(plugin):
    """As are blank rows and cells of spaces."""
    folder, book = plugin
    book.book.create_sheet("Ghi chép")["A1"] = "riêng"
    book.book[CASES]["C60"] = "  \u00a0 "
    found = read_import(book.save(), folder)

    assert found.after == {}
    assert [each.code for each in found.notes] == ["KM-908"]


def test_json_files_are_refused(tmp_path):
    """Rather than rewritten."""
    folder = copied(tmp_path)
    (folder / "rules" / "them.json").write_text("{}")
    with pytest.raises(DocumentError) as found:
        workbook_of(folder, tmp_path / "bo.xlsx")

    assert found.value.diagnostics[0].code == "KM-907"


def test_an_added_indicator_copied_whole_is_refused(refuses):
    """With its key, as a copied row has, and without."""

    def change(book):
        sheet, at = book.sheet(CRITERIA)
        row = next(
            r for r in range(4, 99) if sheet.cell(r, at["Loại mục"]).value == "bổ sung chỉ tiêu"
        )
        first = next(r for r in range(4, 99) if not sheet.cell(r, at["Mã"]).value)
        for cell in sheet[row]:
            sheet.cell(first, cell.column).value = cell.value
            if cell.column > 1:
                sheet.cell(first + 1, cell.column).value = cell.value

    assert [code for code, _ in refuses(change)] == ["KM-917", "KM-917"]


def test_a_link_is_not_written_through_before_the_check(tmp_path, plugin):
    """What is checked is a copy: the file a link leads to stays as it was."""
    folder, book = plugin
    rules = next((folder / "rules").iterdir())
    real = rules.rename(tmp_path / "that.yaml")
    rules.symlink_to(real)
    before = real.read_bytes()
    book.write(CRITERIA, 4, Tên="Đổi tên")

    found = read_import(book.save(), folder)

    assert found.after
    assert real.read_bytes() == before


def test_a_file_changed_after_it_was_read_is_not_written_over(plugin):
    """Two who import at once, or an editor that saves meanwhile."""
    folder, book = plugin
    book.write(CRITERIA, 4, Tên="Đổi tên")
    found = read_import(book.save(), folder)
    (name,) = found.after
    path = folder / name
    path.write_bytes(path.read_bytes() + b"# them\n")
    before = contents(folder)

    with pytest.raises(DocumentError) as error:
        write_folder(folder, found.after, found.before)

    assert [each.code for each in error.value.diagnostics] == ["KM-922"]
    assert contents(folder) == before


def test_several_files_are_written_all_or_none(tmp_path):
    """One that cannot be written leaves every other as it was, and nothing beside them."""
    (tmp_path / "a.yaml").write_bytes(b"cu")
    (tmp_path / "b.yaml").mkdir()
    before = contents(tmp_path)

    with pytest.raises(DocumentError):
        write_folder(tmp_path, {"a.yaml": b"moi", "moi/c.yaml": b"moi", "b.yaml": b"moi"})

    assert contents(tmp_path) == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.yaml", "b.yaml"]


def test_a_linked_folder_is_not_left_out_unseen(tmp_path, plugin):
    """Its rules are read by the plugin, so a workbook without them would lack them."""
    folder, _ = plugin
    (folder / "rules").rename(tmp_path / "o-noi-khac")
    (folder / "rules").symlink_to(tmp_path / "o-noi-khac")

    with pytest.raises(DocumentError, match="KM-102"):
        workbook_of(folder, tmp_path / "bo.xlsx")
