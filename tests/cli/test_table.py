"""`kieumau table` and `kieumau import`: what they write, say and refuse."""

from pathlib import Path
from shutil import copytree

import pytest
from openpyxl import load_workbook

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "tinh-mau"


@pytest.fixture
def run(run):
    """Speak Vietnamese unless told otherwise."""

    def speaking(*arguments):
        return run(*arguments, *(() if "--lang" in arguments else ("--lang", "vi")))

    return speaking


@pytest.fixture
def work(tmp_path, monkeypatch):
    """Work in a folder with a copy of the example."""
    copytree(EXAMPLE, tmp_path / "tinh")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edit(path, value):
    """Change a title of the workbook."""
    book = load_workbook(path)
    sheet = book["Tiêu chí"]
    heading = next(cell.column for cell in sheet[3] if cell.value == "Tên")
    sheet.cell(4, heading).value = value
    book.save(path)


def test_a_workbook_goes_out_and_its_change_comes_back(run, work):
    """First to look at, then to write."""
    made = run("table", "./tinh", "--output", "bo.xlsx")
    assert (made.exit_code, made.stdout, made.stderr) == (0, "", "Đã ghi bo.xlsx.\n")
    edit("bo.xlsx", "Lịch tiếp công dân")
    rules = work / "tinh" / "rules" / "2023.yaml"
    before = rules.read_text("utf-8")

    dry = run("import", "bo.xlsx", "./tinh", "--dry-run")
    assert dry.exit_code == 0
    assert "+        vi: Lịch tiếp công dân\n" in dry.stdout
    assert dry.stderr == "Chưa ghi gì: 1 tệp trong ./tinh sẽ thay đổi.\n"
    assert rules.read_text("utf-8") == before

    done = run("import", "bo.xlsx", "./tinh")
    assert (done.exit_code, done.stdout) == (0, dry.stdout)
    assert (
        done.stderr == "Đã ghi 1 tệp vào ./tinh. Lần sửa sau, lập lại sổ tính bằng kieumau table.\n"
    )
    old = "vi: Niêm yết lịch tiếp công dân (giả định)"
    assert rules.read_text("utf-8") == before.replace(old, "vi: Lịch tiếp công dân")


@pytest.mark.usefixtures("work")
def test_nothing_to_change_is_said(run):
    """And nothing is printed."""
    run("table", "./tinh", "--output", "bo.xlsx", "--lang", "en")
    done = run("import", "bo.xlsx", "./tinh", "--lang", "en")

    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "The workbook changes nothing in ./tinh.\n"


def test_a_result_with_errors_is_shown_and_not_written(run, work):
    """Exit code 1; the diff helps to see why."""
    run("table", "./tinh", "--output", "bo.xlsx")
    book = load_workbook("bo.xlsx")
    sheet = book["Tiêu chí"]
    heading = next(c.column for c in sheet[3] if c.value == "Nội dung quy định")
    sheet.cell(4, heading).value = "có lịch tiếp công dân nào đó"
    book.save("bo.xlsx")
    before = (work / "tinh" / "rules" / "2023.yaml").read_bytes()

    done = run("import", "bo.xlsx", "./tinh")

    assert done.exit_code == 1
    assert "+      requires: có lịch tiếp công dân nào đó\n" in done.stdout
    assert done.stderr.startswith("bo.xlsx:Tiêu chí!F4: KM-302 ")
    assert (work / "tinh" / "rules" / "2023.yaml").read_bytes() == before


@pytest.mark.usefixtures("work")
def test_a_folder_that_is_not_there_is_made(run):
    """From the workbook alone."""
    run("table", "./tinh", "--output", "bo.xlsx")
    done = run("import", "bo.xlsx", "./moi")

    assert done.exit_code == 0
    assert (
        done.stderr == "Đã ghi 4 tệp vào ./moi. Lần sửa sau, lập lại sổ tính bằng kieumau table.\n"
    )
    assert run("check", "./moi").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("table", "./tinh"), "KM-769"),
        (("table", "./tinh", "--output", "bo.csv"), "KM-765"),
        (("table", "./tinh", "--output", "there.xlsx"), "KM-766"),
        (("table", "./nowhere", "--output", "bo.xlsx"), "KM-414"),
        (("import", "there.xlsx", "./tinh"), "KM-950"),
        (("import", "nowhere.xlsx", "./tinh"), "KM-101"),
    ],
)
def test_what_cannot_be_is_refused(run, work, arguments, code):
    """Exit code 2; a workbook that is there is not written over without --force."""
    (work / "there.xlsx").write_text("đây là tệp khác")
    done = run(*arguments)

    assert done.exit_code == 2
    assert code in done.stderr
    assert (work / "there.xlsx").read_text() == "đây là tệp khác"


def test_a_file_is_no_folder(run, work):
    """It is left as it is."""
    run("table", "./tinh", "--output", "bo.xlsx")
    (work / "tep").write_text("x")

    done = run("import", "bo.xlsx", "./tep")

    assert (done.exit_code, "KM-767" in done.stderr) == (2, True)
    assert (work / "tep").read_text() == "x"


def test_cases_may_stand_in_a_workbook(run, work):
    """`cases/*.xlsx` with the same sheet; what differs is named by its cell."""
    run("table", "./tinh", "--output", "bo.xlsx")
    book = load_workbook("bo.xlsx")
    for name in book.sheetnames:
        if name != "Trường hợp":
            del book[name]
    sheet = book["Trường hợp"]
    at = {cell.value: cell.column for cell in sheet[3]}
    for row in sheet.iter_rows(4):
        for cell in row:
            cell.value = None
    cells = {
        "Mã": "tu-bang",
        "Câu mô tả": "474 phiếu thì chưa đạt mức của tỉnh.",
        "Giống như": "du-moi-chi-tieu",
        "Số liệu (chỉ ghi phần khác)": "so_phieu_hai_long = 474",
        "Kết luận mong đợi": "không đạt",
        "Trạng thái mong đợi": "dan-hai-long = đạt",
    }
    for heading, value in cells.items():
        sheet.cell(5, at[heading]).value = value
    book.save(work / "tinh" / "cases" / "them.xlsx")

    done = run("check", "./tinh")
    assert (done.exit_code, "them.xlsx:Trường hợp!G5: lỗi KM-452" in done.stdout) == (1, True)
    tried = run("test", "./tinh", "--case", "tu-bang").stdout
    assert "ghi vào dòng của trường hợp:" in tried
    assert "Trạng thái mong đợi: dan-hai-long = không đạt" in tried
    assert "expect:" not in tried

    sheet.cell(5, at["Trạng thái mong đợi"]).value = "dan-hai-long = không đạt"
    book.save(work / "tinh" / "cases" / "them.xlsx")
    assert run("check", "./tinh").exit_code == 0


def test_links_in_a_circle_are_no_folder(run, work):
    """Nothing can be read or written there."""
    assert run("table", "./tinh", "--output", "bo.xlsx").exit_code == 0
    (work / "vong").symlink_to("vong")

    done = run("import", "bo.xlsx", "./vong")

    assert done.exit_code == 2
    assert "KM-121" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("show", "./tinh", "--html", "tinh/plugin.yaml"),
        ("show", "./tinh", "--output", "tinh/rules/2023.yaml"),
        ("template", "./tinh", "--output", "tinh/measures.yaml"),
    ],
    ids=" ".join,
)
def test_a_plugins_own_file_is_never_written_over(run, work, words):
    """A slip of the keyboard would cost the whole file."""
    before = (work / words[3]).read_bytes()

    done = run(*words)

    assert done.exit_code == 2
    assert "KM-720" in done.stderr
    assert (work / words[3]).read_bytes() == before
