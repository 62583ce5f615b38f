# ruff: noqa: D103 (the names say it)
"""Excel forms from the command line: made, filled in, evaluated; ``KIEUMAU_RECORD=1`` records."""

import openpyxl
import pytest

from kieumau import FactSet
from kieumau.documents.workbooks.reading import read_workbook
from kieumau.wording import LANGUAGES
from tests.cli.conftest import golden
from tests.documents.form_files import fill, fill_wards

ON = ("--on", "2023-12-31")
HEAD = {
    ("ward_code", "value"): "00001",
    ("ward_name", "value"): "Phường Mẫu (giả định)",
}


@pytest.fixture
def blank(run, tmp_path):
    """Return an empty form of the province."""
    path = tmp_path / "phieu.xlsx"
    done = run("template", "tinh-thu", *ON, "--output", path)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "phieu.xlsx" in done.stderr
    return path


def shown(path) -> str:
    """Return every cell of a workbook, a line each."""
    lines = []
    for sheet in read_workbook(path).sheets:
        lines.append(f"== {sheet.name}{' (hidden)' if sheet.hidden else ''}")
        for (row, column), cell in sorted(sheet.cells.items()):
            name = openpyxl.utils.get_column_letter(column) + str(row)
            lines.append(f"{name}: {cell.text}".replace("\n", " | "))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("layout", ["measures", "wards"])
def test_a_form_says_what_to_fill_in(run, tmp_path, lang, layout):
    path = tmp_path / "a.xlsx"

    done = run("template", "tinh-thu", *ON, "--layout", layout, "--output", path, "--lang", lang)

    assert done.exit_code == 0
    golden(f"form-{layout}.{lang}.txt", shown(path))


def test_a_filled_form_is_evaluated_as_a_facts_file_is(run, blank, ward):
    given = FactSet.read(ward)
    cells = {(fact.measure, "value"): fact.value for fact in given}
    head = {
        ("ward_code", "value"): given.ward.code,
        ("ward_name", "value"): given.ward.name,
        ("province", "value"): given.ward.province,
    }
    more = {("invented", "value"): "có", ("so_ho_co_binh", "document"): "bảng tổng hợp"}
    fill(blank, cells | head | more)

    one = run("evaluate", blank, "--criteria", "tinh-thu")
    other = run("evaluate", ward, "--criteria", "tinh-thu")

    assert (one.exit_code, one.stderr) == (0, "")
    assert one.stdout == other.stdout


def test_the_format_asked_for_wins_over_the_ending(run, tmp_path):
    path = tmp_path / "phieu.dat"

    done = run("template", "tinh-thu", *ON, "--format", "xlsx", "--output", path)

    assert done.exit_code == 0
    assert path.read_bytes().startswith(b"PK")


def test_a_workbook_needs_a_file_to_go_to(run):
    done = run("template", "tinh-thu", "--format", "xlsx")

    assert (done.exit_code, done.stdout) == (2, "")
    assert "KM-769" in done.stderr


def test_a_layout_is_for_workbooks(run):
    done = run("template", "tinh-thu", "--layout", "wards")

    assert (done.exit_code, done.stdout) == (2, "")
    assert "KM-719" in done.stderr


def test_ward_and_province_are_written_in(run, tmp_path):
    path = tmp_path / "a.xlsx"

    run("template", "tinh-thu", *ON, "--ward", "00001", "--name", "Phường Mẫu", "--output", path)

    assert (FactSet.read(path).ward.code, FactSet.read(path).ward.name) == ("00001", "Phường Mẫu")


def test_what_is_wrong_is_named_by_its_cell(run, blank):
    fill(blank, HEAD | {("so_ho", "value"): "chưa rõ"})

    done = run("evaluate", blank, "--criteria", "tinh-thu", "--lang", "vi")

    assert (done.exit_code, done.stdout) == (2, "")
    assert "phieu.xlsx:Facts!G17: KM-975" in done.stderr


def test_a_form_made_for_other_criteria_is_read_and_said_so(run, tmp_path):
    path = tmp_path / "phieu.xlsx"
    run("template", "bo-goc", *ON, "--output", path, "--province", "99")
    fill(path, HEAD | {("so_ho", "value"): 100})

    done = run("evaluate", path, "--criteria", "tinh-thu")

    assert done.exit_code == 0
    assert "KM-768" in done.stderr
    assert "bo-goc" in done.stderr


def test_several_wards_in_one_form_are_all_evaluated(run, tmp_path):
    path = tmp_path / "phuong.xlsx"
    run("template", "tinh-thu", *ON, "--layout", "wards", "--output", path)
    row = {
        "ward_code": "00001",
        "ward_name": "Phường Mẫu (giả định)",
        "province": "99",
        "period_from": "01/01/2023",
        "period_to": "31/12/2023",
        "so_ho": 100,
    }
    fill_wards(path, row, row | {"ward_code": "00002", "ward_name": "Phường Hai (giả định)"})

    done = run("evaluate", path, "--criteria", "tinh-thu")

    assert (done.exit_code, done.stderr) == (0, "")
    assert "Phường Mẫu (giả định)" in done.stdout
    assert "Phường Hai (giả định)" in done.stdout


def test_what_is_passed_over_is_said_beside_the_verdict(run, blank):
    fill(blank, HEAD | {("so_ho", "source"): "Ủy ban nhân dân (giả định)"})

    done = run("evaluate", blank, "--criteria", "tinh-thu")

    assert done.exit_code == 0
    assert "KM-977" in done.stderr


def test_a_file_that_is_no_workbook_is_one_clear_answer(run, tmp_path):
    path = tmp_path / "phieu.xlsx"
    path.write_text("ward_code;so_ho\n00001;5\n", encoding="utf-8")

    done = run("evaluate", path, "--criteria", "tinh-thu")

    assert (done.exit_code, done.stdout) == (2, "")
    assert "KM-950" in done.stderr
