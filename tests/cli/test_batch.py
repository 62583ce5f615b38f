"""``kieumau batch``: what it writes, says and refuses, over the invented wards of Tỉnh Mẫu."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from itertools import chain
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from tests.cli.conftest import golden

ROOT = Path(__file__).parents[2]
MAU = str(ROOT / "examples/tinh-mau")
WARDS = ROOT / "examples/wards/tinh-mau-24-phuong.csv"
both = pytest.mark.parametrize("lang", ["vi", "en"])
HEADER = "ward_code,ward_name,province,period_from,period_to"
WARD = "00001,Phường Mẫu 1,00,2023-01-01,2023-12-31"


@pytest.fixture
def batch(run, tmp_path, monkeypatch):
    """Return a function that judges a file in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    Path("wards.csv").write_bytes(WARDS.read_bytes())

    def judge(*arguments, facts="wards.csv", output="out.csv", lang="en"):
        given = ("--criteria", MAU, "-o", output, "--lang", lang)
        return run("batch", facts, *given, *arguments)

    return judge


def rows(path="out.csv"):
    """Return the rows of a table."""
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def left() -> set[str]:
    """Return what lies in the folder beside the facts."""
    return {each.name for each in Path().iterdir()} - {"wards.csv"}


def refused(done, *codes):
    """Hold that a command was refused for these reasons, and wrote nothing."""
    assert done.exit_code == 2
    assert done.stdout == ""
    assert [each for each in done.stderr.split() if each.startswith("KM-")] == list(codes)
    assert not left() & {"out.csv", "out.rejects.csv", "out.html", "out.csv.partial"}


@both
@pytest.mark.parametrize(
    ("form", "ending"), [("text", "txt"), ("markdown", "md"), ("json", "json")]
)
def test_the_summary_says_how_many_and_why(batch, lang, form, ending):
    """The example of the guide, word for word."""
    done = batch("--format", form, lang=lang)

    assert done.exit_code == 0
    golden(f"batch.{lang}.{ending}", done.stdout)
    assert "Wrote out.csv." in done.stderr or "Đã ghi out.csv." in done.stderr


def test_the_json_is_the_same_in_every_language(batch):
    """Every text in both, so the language asked for changes nothing."""
    assert batch("--format", "json").stdout == batch("--format", "json", lang="vi").stdout


def test_each_ward_has_its_outcome_and_its_criteria(batch):
    """As `evaluate` gives them; what keeps it from being met is named."""
    batch()
    found = {row["ward_code"]: row for row in rows()}

    assert len(found) == 24
    assert found["99001"]["km_outcome"] == "met"
    assert found["99001"]["km_decisive"] == ""
    assert found["99002"]["km_outcome"] == "not_met"
    assert found["99002"]["km_decisive"] == "cai-cach-hanh-chinh"
    assert found["99002"]["km__cai_cach_hanh_chinh"] == "0"
    assert rows("out.rejects.csv") == []
    assert left() == {"out.csv", "out.rejects.csv"}


@pytest.mark.parametrize(
    ("detail", "columns"), [("outcome", 0), ("criteria", 7), ("indicators", 7 + 26)]
)
def test_as_much_is_written_as_is_asked_for(batch, detail, columns):
    """Nothing, each criterion, or each indicator beside the outcome."""
    batch("--detail", detail)
    first = rows()[1]

    assert sum(each.startswith("km__") for each in first) == columns
    assert ("dan-hai-long" in first["km_decisive"]) == (detail == "indicators")


def test_the_facts_are_kept_when_asked(batch):
    """As they were written."""
    batch("--keep-facts")

    assert rows()[0]["ngay_nghi_quyet_dang_uy"] == "10/02/2023"
    assert rows()[0]["so_ho"] == "4080"


@pytest.mark.parametrize("output", ["out.csv", "out.parquet", "out.jsonl", "out.xlsx"])
def test_every_format_holds_the_same(batch, output):
    """The same wards in the same order, with the same outcomes."""
    batch(output=output)
    batch(output="same.csv")
    wanted = [(row["ward_code"], row["km_outcome"]) for row in rows("same.csv")]
    match output.rpartition(".")[2]:
        case "parquet":
            frame = pl.read_parquet(output)
            assert frame["period_to"].dtype == pl.Date
            assert frame["km__luc_luong"].dtype == pl.Int8
            found = list(frame.select("ward_code", "km_outcome").iter_rows())
        case "jsonl":
            lines = [json.loads(line) for line in Path(output).read_text("utf-8").splitlines()]
            found = [(each["ward_code"], each["km_outcome"]) for each in lines]
        case "xlsx":
            head, *body = openpyxl.load_workbook(output).active.iter_rows(values_only=True)
            at = head.index("km_outcome")
            found = [(each[0], each[at]) for each in body]
        case _:
            found = [(row["ward_code"], row["km_outcome"]) for row in rows(output)]

    assert found == wanted


@pytest.mark.parametrize("ending", ["csv", "tsv", "parquet", "jsonl", "json", "xlsx"])
def test_every_format_is_read_alike(batch, ending):
    """A table, a frame, records and a form: the same outcomes."""
    text = pl.read_csv("wards.csv", infer_schema=False)
    name = f"same.{ending}"
    found = [
        {key: value for key, value in row.items() if value not in (None, "")}
        for row in text.to_dicts()
    ]
    match ending:
        case "parquet":
            text.write_parquet(name)
        case "jsonl":
            lines = (json.dumps(each, ensure_ascii=False) for each in found)
            Path(name).write_text("\n".join(lines), "utf-8")
        case "json":
            Path(name).write_text(json.dumps(found, ensure_ascii=False), "utf-8")
        case "xlsx":
            book = openpyxl.Workbook()
            book.active.append(text.columns)
            for row in text.iter_rows():
                book.active.append(row)
            book.save(name)
        case _:
            text.write_csv(name, separator="\t" if ending == "tsv" else ",")
    done = batch(facts=name)
    assert done.exit_code == 0, done.stderr
    found = [(row["ward_code"], row["km_outcome"]) for row in rows()]
    batch(output="csv.csv")

    assert found == [(row["ward_code"], row["km_outcome"]) for row in rows("csv.csv")]


def test_bad_rows_are_set_aside_with_reasons_and_their_cells(batch):
    """Each with its line, its codes, the words for them, and what stood there; none is dropped."""
    text = [
        f"{HEADER},so_ho,so_ho_co_binh",
        f"{WARD},1818,1818",
        "00002,Phường Mẫu 2,00,2023-01-01,2023-12-31,1.000,5",
        "00003,,00,2023-01-01,2023-12-31,1,1",
        "00004,Phường Mẫu 4,00,2023-01-01,2023-12-31,1",
        '00005,"Phường Mẫu" 5,00,2023-01-01,2023-12-31,1,1',
        f"{WARD},1818,1818",
        "00006,Phường Mẫu 6,00,2023-01-01,2023-12-31,10,11",
        "",
    ]
    Path("wards.csv").write_text("\n".join(text), "utf-8")
    done = batch()
    aside = [(row["km_line"], row["km_codes"], row["ward_code"]) for row in rows("out.rejects.csv")]

    assert done.exit_code == 0
    assert [row["ward_code"] for row in rows()] == ["00001"]
    assert aside == [
        ("3", "KM-311", "00002"),
        ("4", "KM-538", "00003"),
        ("5", "KM-542", ""),
        ("6", "KM-548", ""),
        ("7", "KM-549", "00001"),
        ("8", "KM-532", "00006"),
    ]
    found = rows("out.rejects.csv")
    assert found[0]["so_ho"] == "1.000"
    assert "so_ho: " in found[0]["km_reasons"]
    assert found[2]["km_text"] == text[4]
    assert "wards.csv:2" in found[4]["km_reasons"]
    assert "7: 1 judged, 6 set aside" in done.stdout
    assert "Set 6 rows aside" in done.stderr


def test_rows_set_aside_can_be_mended_and_judged(batch):
    """The file of them is read as it is, its own columns passed over."""
    Path("wards.csv").write_text(f"{HEADER},so_ho\n{WARD},x\n", "utf-8")
    batch()
    path = Path("out.rejects.csv")
    path.write_text(path.read_text("utf-8").replace(",x\n", ",12\n"), "utf-8")
    done = batch(facts="out.rejects.csv", output="again.csv")

    assert done.exit_code == 0, done.stderr
    assert [row["ward_code"] for row in rows("again.csv")] == ["00001"]
    assert "passed over" not in done.stdout


def test_a_ward_twice_is_found_however_it_is_written(batch):
    """Days written two ways are one period; other periods and provinces are others."""
    text = [
        HEADER,
        WARD,
        "00001,Tên khác,00,1/1/2023,31/12/2023",
        "00001,Phường Mẫu 1,42,2023-01-01,2023-12-31",
        "00001,Phường Mẫu 1,00,2023-02-01,2023-12-31",
    ]
    Path("wards.csv").write_text("\n".join(text), "utf-8")
    batch()

    assert [row["km_codes"] for row in rows("out.rejects.csv")] == ["KM-549", "KM-505"]
    assert len(rows()) == 2


def test_columns_that_are_no_measures_are_refused_or_passed_over(batch):
    """A misspelt name would otherwise leave every ward without its figure."""
    Path("wards.csv").write_text(f"{HEADER},so_hoo,huyen\n{WARD},1,A\n", "utf-8")
    done = batch()
    refused(done, "KM-511", "KM-511")
    assert "so_ho" in done.stderr

    done = batch("--ignore-unknown")
    assert done.exit_code == 0
    assert "so_hoo, huyen" in done.stdout
    assert len(rows()) == 1


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", ["KM-540"]),
        ("a,b\n1,2\n", ["KM-540"]),
        ("ward_code,ward_name,province,period_from\n", ["KM-546"]),
        (f"{HEADER},so_ho,so_ho\n{WARD},1,1", ["KM-543"]),
        (f"{HEADER},so_ho,số hộ gia đình\n{WARD},1,1", ["KM-543"]),
        (f"{HEADER},so_ho__mim\n{WARD},1", ["KM-545", "KM-511"]),
        (f"{HEADER},km_outcome\n{WARD},1", ["KM-610"]),
        (f"{HEADER}\n", ["KM-654"]),
        (f"{HEADER}\n{WARD.replace('2023-12-31', 'x')}\n", ["KM-654"]),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_whole(batch, text, codes):
    """With what is wrong with its header, and nothing written."""
    Path("wards.csv").write_text(text, "utf-8")

    refused(batch(), *codes)


def test_a_table_without_rows_is_judged_on_a_day_that_is_named(batch):
    """Nothing comes to nothing: the columns, and no row."""
    Path("wards.csv").write_text(f"{HEADER},so_ho\n", "utf-8")
    for output in ("out.csv", "out.parquet", "out.xlsx", "out.jsonl"):
        done = batch("--on", "2023-12-31", "--html", "page.html", output=output)
        assert done.exit_code == 0, done.stderr
        assert "No ward was judged." in done.stdout
    assert Path("out.csv").read_text("utf-8").startswith(f"{HEADER},km_outcome,km_decisive,km__")
    assert pl.read_parquet("out.parquet").height == 0


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf"], ids=["plain", "bom"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=repr)
@pytest.mark.parametrize("separator", [",", ";", "\t"], ids=repr)
def test_what_programs_write_is_one_table(batch, before, end, separator):
    """Whatever stands between cells, before the first and at the ends of lines."""
    lines = (f"{HEADER},so_ho", f"{WARD},1818", '00002,"Mẫu\nhai",00,2023-01-01,2023-12-31,7', "")
    Path("wards.csv").write_bytes(before + end.join(lines).replace(",", separator).encode())
    batch()

    assert [(row["ward_code"], row["ward_name"]) for row in rows()] == [
        ("00001", "Phường Mẫu 1"),
        ("00002", "Mẫu hai"),
    ]


def test_one_line_in_another_encoding_is_set_aside_and_a_file_of_them_refused(batch):
    """A few bytes gone wrong lose a row; a file in another encoding says how to be saved."""
    good, bad = (
        f"{WARD}\n".encode(),
        "00002,Xã Mẫu,00,2023-01-01,2023-12-31\n".encode("cp1258", "replace"),
    )
    bad = bad.replace(b"M", b"M\xe3")
    Path("wards.csv").write_bytes(f"{HEADER}\n".encode() + good + bad)
    batch()
    assert [row["km_codes"] for row in rows("out.rejects.csv")] == ["KM-539"]
    for name in ("out.csv", "out.rejects.csv"):
        Path(name).unlink()
    Path("wards.csv").write_bytes(f"{HEADER}\n".encode() + bad + bad)
    refused(batch(), "KM-539")
    Path("wards.csv").write_bytes(f"{HEADER}\n{WARD}\n".encode("utf-16"))
    refused(batch(), "KM-539")


def test_a_quote_that_is_never_closed_loses_its_own_line_only(batch):
    """The lines below it stay what they are."""
    lines = [HEADER, '00000,"Phường,00,2023-01-01,2023-12-31']
    lines += [f"{n:05},Phường Mẫu,00,2023-01-01,2023-12-31" for n in range(1, 300)]
    Path("wards.csv").write_text("\n".join(lines), "utf-8")
    batch()

    assert [row["km_codes"] for row in rows("out.rejects.csv")] == ["KM-548"]
    assert len(rows()) == 299


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        ({"facts": "none.csv"}, ["KM-101"]),
        ({"facts": "none.parquet"}, ["KM-101"]),
        ({"facts": "none*.parquet"}, ["KM-652"]),
        ({"facts": "x.ods"}, ["KM-643"]),
        ({"output": "out.txt"}, ["KM-648"]),
        ({"output": "out"}, ["KM-648"]),
        ({"output": "wards.csv"}, ["KM-720"]),
        ({"output": "none/out.csv"}, ["KM-121"]),
        ({"output": "folder.csv"}, ["KM-103"]),
        ({"output": "/dev/full"}, ["KM-648"]),
    ],
)
def test_what_cannot_be_read_or_written_is_refused_first(batch, arguments, codes):
    """Before any work is done."""
    Path("x.ods").write_bytes(b"")
    Path("folder.csv").mkdir()
    before = Path("wards.csv").read_bytes()

    refused(batch(**arguments), *codes)
    assert Path("wards.csv").read_bytes() == before


@pytest.mark.parametrize("missing", ["facts", "--criteria", "--output"])
def test_what_must_be_said_is_asked_for(run, missing, tmp_path, monkeypatch):
    """The facts, the criteria and the output."""
    monkeypatch.chdir(tmp_path)
    given = {"facts": ["w.csv"], "--criteria": ["--criteria", "x"], "--output": ["-o", "o.csv"]}
    given.pop(missing)

    refused(run("batch", *chain.from_iterable(given.values()), "--lang", "en"), "KM-713")


def test_options_that_do_not_go_together_are_refused(batch):
    """A table or query of a file; a page over the output; an input that would be overwritten."""
    refused(batch("--table", "x"), "KM-719")
    refused(batch("--query", "x"), "KM-719")
    refused(batch("--html", "out.csv"), "KM-719")
    refused(batch("--html", "wards.csv"), "KM-720")
    refused(batch("--table", "x", "--engine", "duckdb", facts="none.parquet"), "KM-719")


def test_a_folder_that_cannot_be_written_is_said(batch):
    """And nothing is left behind."""
    Path("locked").mkdir()
    Path("locked").chmod(0o500)
    if os.access("locked", os.W_OK):
        pytest.skip("whoever runs this may write anywhere")
    refused(batch(output="locked/out.csv"), "KM-121")


def test_a_parquet_column_of_another_type_is_named(batch):
    """With what it is and what it should be."""
    ward = dict(zip(HEADER.split(","), WARD.split(","), strict=True))
    pl.DataFrame([{**ward, "so_ho": True}]).write_parquet("w.parquet")
    done = batch(facts="w.parquet")
    refused(done, "KM-609")
    assert "so_ho" in done.stderr

    pl.DataFrame([{**ward, "ward_code": None}, ward]).write_parquet("w.parquet")
    batch(facts="w.parquet")
    assert [row["km_codes"] for row in rows("out.rejects.csv")] == ["KM-538"]

    pl.DataFrame([{**ward, "ward_code": 1}]).write_parquet("w.parquet")
    batch(facts="w.parquet")
    assert [row["km_codes"] for row in rows("out.rejects.csv")] == ["KM-535"]


def test_a_folder_of_parquet_is_read_file_by_file(batch):
    """In the order of their names; a ward of two files is found, with where it stood first."""
    frame = pl.read_csv("wards.csv", infer_schema=False)
    Path("facts/2023").mkdir(parents=True)
    frame.head(10).write_parquet("facts/2023/a.parquet")
    frame.slice(9).write_parquet("facts/2023/b.parquet")
    batch(facts="facts")
    assert [row["ward_code"] for row in rows()] == frame["ward_code"].to_list()
    (twice,) = rows("out.rejects.csv")
    assert (twice["km_file"], twice["km_line"]) == ("facts/2023/b.parquet", "1")
    assert "facts/2023/a.parquet:10" in twice["km_reasons"]

    batch(facts="facts/*/a.parquet")
    assert len(rows()) == 10

    frame.head(3).drop("so_ho").write_parquet("facts/2023/c.parquet")
    done = batch(facts="facts", output="other.csv")
    assert (done.exit_code, "KM-653" in done.stderr) == (2, True)


@both
def test_the_page_stands_alone_and_has_every_figure(batch, lang):
    """Charts with their tables, the reasons, the notices; nothing fetched, no script."""
    done = batch("--html", "out.html", lang=lang)
    page = Path("out.html").read_text("utf-8")

    assert done.exit_code == 0
    assert page.count('<svg class="drawn wide"') == page.count("<details>") == 3
    assert "<script" not in page
    assert "style=" not in page
    assert "Phường Mẫu 24 (giả định) (99024)" in page
    assert ("Kết quả tính theo bộ tái lập" if lang == "vi" else "reconstructed") in page


def test_a_page_that_cannot_be_made_leaves_nothing_written(batch, monkeypatch):
    """The library is missing: it is said which extra, and no output is in place."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    done = batch("--html", "out.html")

    assert (done.exit_code, "kieumau[charts]" in done.stderr) == (2, True)
    assert not Path("out.csv").exists()
    assert not Path("out.html").exists()


def test_duckdb_asks_what_it_is_asked(batch):
    """A query over Parquet files called facts; a table of a DuckDB file."""
    import duckdb

    frame = pl.read_csv("wards.csv", infer_schema=False)
    frame.write_parquet("w.parquet")
    query = (
        "SELECT * EXCLUDE (so_ho), so_ho::INTEGER + 0 AS so_ho FROM facts WHERE ward_code < '99005'"
    )
    done = batch("--engine", "duckdb", "--query", query, facts="w.parquet")
    assert done.exit_code == 0, done.stderr
    assert sorted(row["ward_code"] for row in rows()) == ["99001", "99002", "99003", "99004"]

    with duckdb.connect("w.duckdb") as connection:
        connection.execute("CREATE TABLE phuong AS SELECT * FROM read_parquet('w.parquet')")
    batch("--engine", "duckdb", "--table", "phuong", facts="w.duckdb")
    assert len(rows()) == 24
    for name in ("out.csv", "out.rejects.csv"):
        Path(name).unlink()
    refused(batch("--engine", "duckdb", facts="w.duckdb"), "KM-655")
    refused(batch("--engine", "duckdb", "--table", "nix", facts="w.duckdb"), "KM-649")
    refused(batch("--engine", "duckdb", "--query", "DROP TABLE phuong", facts="w.duckdb"), "KM-649")
    refused(batch("--engine", "duckdb", "--table", "x", facts="none.duckdb"), "KM-101")


# --- runs that stop


def large(path, wards=60_000):
    """Write a table that takes a while."""
    head, *body = WARDS.read_text("utf-8-sig").splitlines()
    with Path(path).open("w", encoding="utf-8") as file:
        file.write(head + "\n")
        for number in range(wards):
            cells = body[number % len(body)].split(",", 1)[1]
            file.write(f"{number:07},{cells}\n")


def process(*arguments):
    """Start a run in a process of its own, with small parts."""
    code = (
        "from functools import partial; import kieumau.batch.running as running;"
        "running.Job = partial(running.Job, rows=5000);"
        "import sys; from kieumau.cli import main; main(sys.argv[1:])"
    )
    given = ("batch", "large.csv", "--criteria", MAU, "-o", "out.csv", "--lang", "en", *arguments)
    return subprocess.Popen(
        [sys.executable, "-c", code, *given], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def until_parts(count, running):
    """Wait until so many parts are done."""
    state = Path("out.csv.partial/state.json")
    while running.poll() is None:
        if state.exists() and json.loads(state.read_text("utf-8"))["parts"] >= count:
            return
        time.sleep(0.01)
    pytest.fail("it was done before it could be stopped")


@pytest.mark.parametrize("way", [signal.SIGKILL, signal.SIGINT], ids=["killed", "interrupted"])
def test_a_run_that_was_stopped_goes_on_to_the_same_bytes(tmp_path, monkeypatch, way):
    """From the last whole part; without --resume it is said what to do; outputs come whole."""
    monkeypatch.chdir(tmp_path)
    large("large.csv")
    whole = process()
    said, stderr = whole.communicate()
    assert whole.returncode == 0, stderr
    wanted = [Path(each).read_bytes() for each in ("out.csv", "out.rejects.csv")]
    for each in ("out.csv", "out.rejects.csv"):
        Path(each).unlink()

    stopped = process()
    until_parts(2, stopped)
    stopped.send_signal(way)
    _, stderr = stopped.communicate()
    assert stopped.returncode in (-way, 130)
    assert (way != signal.SIGINT) or b"--resume" in stderr
    assert not Path("out.csv").exists()

    again = process()
    _, stderr = again.communicate()
    assert (again.returncode, b"KM-645" in stderr) == (2, True)

    resumed = process("--resume")
    stdout, stderr = resumed.communicate()
    assert resumed.returncode == 0, stderr
    assert [Path(each).read_bytes() for each in ("out.csv", "out.rejects.csv")] == wanted
    assert stdout == said
    assert {each.name for each in Path().iterdir()} == {"large.csv", "out.csv", "out.rejects.csv"}
