"""Files of several wards: tables, JSON, JSON Lines and YAML."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kieumau import DocumentError, FactSet
from kieumau.documents.delimited import read_lines
from kieumau.errors import Problems
from kieumau.wording import nfc

HEADER = "ward_code,ward_name,province,period_from,period_to"
WARD = "00001,Phường Mẫu 1 (giả định),42,2023-01-01,2023-12-31"
OTHER = "00002,Phường Mẫu 2 (giả định),42,01/01/2023,31/12/2023"
TITLE, NEXT = len(HEADER) + 2, len(WARD) + 2
"""Where the first cell after those of the ward stands: in the header, in the line of WARD."""
SET = {
    "ward": {"code": "00001", "name": "Phường Mẫu 1 (giả định)", "province": "42"},
    "period": {"from": "2023-01-01", "to": "2023-12-31"},
    "facts": {"so_ho": 1818},
}


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Return a function that writes a file and reads the wards in it."""
    monkeypatch.chdir(tmp_path)

    def write(name, content):
        data = content if isinstance(content, bytes) else content.encode()
        Path(name).write_bytes(data)
        return FactSet.read_all(name)

    return write


@pytest.fixture
def refused(written):
    """Return a function that writes a file and says what is wrong with it: places and codes."""

    def write(name, content):
        with pytest.raises(DocumentError) as caught:
            written(name, content)
        return [f"{each.place} {each.code}" for each in caught.value.diagnostics]

    return write


def values(wards):
    """Return each ward's values."""
    return [{fact.measure: fact.value for fact in ward} for ward in wards]


def test_a_table_has_a_ward_a_line(written):
    """Codes keep their zeros, dates are read both ways, empty cells are not supplied."""
    wards = written("w.csv", f"{HEADER},so_ho,co_hom_thu\n{WARD},1818,có\n{OTHER},,false\n")

    assert [ward.ward.code for ward in wards] == ["00001", "00002"]
    assert wards[0].period == wards[1].period
    assert values(wards) == [{"so_ho": 1818, "co_hom_thu": "có"}, {"co_hom_thu": False}]


@pytest.mark.parametrize("separator", [",", ";", "\t"], ids=repr)
@pytest.mark.parametrize("before", ["", "\ufeff"], ids=["plain", "bom"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=repr)
def test_what_programs_write_is_one_table(written, separator, before, end):
    """Whatever stands between the cells, before the first and at the ends of lines."""
    text = end.join((f"{HEADER},ty_le", f"{WARD},58.5", "")).replace(",", separator)

    assert values(written("w.csv", before + text)) == [{"ty_le": "58.5"}]


def test_decimal_commas_stand_between_semicolons_or_in_quotes(written):
    """They are read with the measure, as in any file."""
    semicolons = f"{HEADER},ty_le\n{WARD},58.5\n".replace(",", ";").replace("58.5", "58,5")
    quotes = f'{HEADER},ty_le\n{WARD},"58,5"\n'

    assert values(written("a.csv", semicolons)) == values(written("b.csv", quotes))


def test_quotes_hold_separators_line_breaks_and_quotes(written):
    """And lines are counted over them."""
    name = '"Phường ""Mẫu"", số 1\n(giả định)"'
    text = f"{HEADER},so_ho\n{WARD},1\n{OTHER},2\n".replace("Phường Mẫu 1 (giả định)", name)

    wards = written("w.csv", text)

    assert wards[0].ward.name == 'Phường "Mẫu", số 1 (giả định)'
    assert wards[1]["so_ho"].place.line == 4


def test_blank_lines_and_columns_without_a_name_are_passed_over(written):
    """Spreadsheets leave both at the edges."""
    wards = written("w.csv", f"{HEADER},so_ho,,\n{WARD},1,,\n,,,,,,,\n\n")

    assert values(wards) == [{"so_ho": 1}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["w.csv:1:1 KM-540"]),
        ("so_ho\n1\n", ["w.csv:1:1 KM-540"]),
        (f"{HEADER}\n", ["w.csv KM-541"]),
        (f"{HEADER},so_ho\n{WARD}\n{OTHER},1,2\n", ["w.csv:2:1 KM-542", "w.csv:3:1 KM-542"]),
        (f"{HEADER},ty_le\n{WARD},58,5\n", ["w.csv:2:1 KM-542"]),
        (f"{HEADER},so_ho,So_Ho\n{WARD},1,1\n", [f"w.csv:1:{TITLE + 6} KM-543"]),
        (f"{HEADER},so_ho,\n{WARD},1,1\n", [f"w.csv:2:{NEXT + 2} KM-544"]),
        (f"{HEADER},so_vu__mim\n{WARD},1\n", [f"w.csv:1:{TITLE} KM-545"]),
        (f"{HEADER}\n{WARD}\n".replace("province", "provinse"), ["w.csv:1:1 KM-546"]),
        (f'{HEADER},a\n{WARD},"1\n{OTHER},2\n', [f"w.csv:2:{NEXT} KM-548"]),
        (f'{HEADER},a\n{WARD},"1"2\n', [f"w.csv:2:{NEXT} KM-548"]),
        (f'{HEADER},a\n{WARD},1"2\n', [f"w.csv:2:{NEXT} KM-548"]),
        (f"{HEADER},a\n{WARD},1\n{WARD},2\n", ["w.csv:3:1 KM-549"]),
        (f"{HEADER},a__min\n{WARD},1\n", ["w.csv:2:a__min KM-536"]),
        (f"{HEADER},a\n{WARD},gọi 0912345678\n", ["w.csv:2:a KM-211"]),
        (f"{HEADER},a\n{WARD},1\u202e2\n", [f"w.csv:2:{NEXT} KM-123"]),
    ],
)
def test_what_is_wrong_with_a_table_is_said_at_its_place(refused, text, expected):
    """A line, or a cell by its column's name."""
    assert refused("w.csv", text) == expected


def test_the_problems_of_all_the_wards_are_reported_at_once(refused):
    """In the order of the lines."""
    wrong = WARD.replace("2023-12-31", "31/02/2023")
    text = f"{HEADER},a,a__reason\n{wrong},,\n{OTHER},1,chưa rõ\n,,,,,1,\n"

    assert refused("w.csv", text) == [
        "w.csv:2:period_to KM-208",
        "w.csv:3:a KM-537",
        *["w.csv:4:1 KM-538"] * 5,
    ]


def test_a_column_nearly_named_is_suggested(written):
    """A misspelt column of the ward is named beside the one that is missing."""
    with pytest.raises(DocumentError, match="«ward_name»") as caught:
        written("w.csv", f"{HEADER}\n{WARD}\n".replace("ward_name", "ward_nam"))

    assert caught.value.diagnostics[0].suggestions == ("ward_nam",)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1258"])
def test_a_table_that_is_not_utf_8_is_told_how_to_be_saved(refused, encoding):
    """Excel's «Unicode text», and the encoding of Vietnamese Windows."""
    text = f"{HEADER}\n00001,Đông Hà (gia dinh),42,2023-01-01,2023-12-31\n"

    assert [each[-6:] for each in refused("w.csv", text.encode(encoding))] == ["KM-539"]


def test_json_holds_one_ward_or_a_list(written):
    """Fact sets, or rows with the names of the columns."""
    row = {"ward_code": "00002", "ward_name": "Phường Mẫu 2 (giả định)", "province": "42"}
    row |= {"period_from": "2023-01-01", "period_to": "2023-12-31", "so_ho": 14, "so_vu": None}

    assert values(written("one.json", json.dumps(SET))) == [{"so_ho": 1818}]
    assert values(written("all.json", json.dumps([SET, row]))) == [{"so_ho": 1818}, {"so_ho": 14}]


def test_json_lines_keep_their_places(written, refused):
    """Each line stands for itself, problems at the line they are on."""
    line = json.dumps(SET)
    other = line.replace("00001", "00002")

    assert len(written("w.jsonl", f"{line}\n\n{other}\n")) == 2
    assert refused("w.jsonl", f"{line}\n{{\n{line}\n") == [
        "w.jsonl:2:2 KM-120",
        "w.jsonl:3:1 KM-549",
    ]


def test_yaml_holds_one_ward(written):
    """As `FactSet.read` reads it."""
    read = written("w.yaml", json.dumps(SET))

    assert read == (FactSet.read("w.yaml"),)


def test_one_ward_is_read_alone(written):
    """`FactSet.read` takes a table of one; of several it says how many there are."""
    table = f"{HEADER},so_ho\n{WARD},1\n"
    assert written("w.csv", table) == (FactSet.read("w.csv"),)

    written("w.csv", f"{table}{OTHER},2\n")
    with pytest.raises(DocumentError, match="KM-979"):
        FactSet.read("w.csv")


def test_a_workbook_is_a_table_too(tmp_path):
    """A row a ward under the same columns."""
    book = openpyxl.Workbook()
    book.active.append([*HEADER.split(","), "so_ho"])
    book.active.append([*WARD.split(","), 1818])
    book.save(tmp_path / "w.xlsx")

    assert values(FactSet.read_all(tmp_path / "w.xlsx")) == [{"so_ho": 1818}]


def test_another_kind_of_file_is_refused(refused):
    """Old workbooks among them."""
    assert refused("w.xls", b"\xd0\xcf\x11\xe0") == ["w.xls KM-547"]
    assert refused("w.ods", "") == ["w.ods KM-547"]


def test_a_missing_file_is_said_to_be_missing():
    """Whatever its kind."""
    for ending in ("csv", "json", "jsonl", "yaml"):
        with pytest.raises(DocumentError, match="KM-101"):
            FactSet.read_all(f"nowhere.{ending}")


CELLS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"], exclude_characters="\ufffe"),
    max_size=8,
)


@settings(max_examples=60)
@given(cells=st.lists(CELLS, min_size=1, max_size=4), separator=st.sampled_from(",;\t"))
def test_what_a_csv_writer_writes_is_read_back(cells, separator):
    """Quoting as Python's own writer does it, for any text."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator)
    writer.writerow(["ward_code", *(f"m{at}" for at, _ in enumerate(cells))])
    writer.writerow(["00001", *cells])
    text = out.getvalue().replace("\r\n", "\n")
    problems = Problems()

    _, line = read_lines(text, separator, "w.csv", problems)

    assert not problems.found
    assert [cell.text for cell in line.cells] == ["00001", *map(nfc, cells)]
