"""Runs: kept part by part, gone on with where nothing changed, and put together whole."""

import errno
import json
import os
from pathlib import Path

import polars as pl
import pytest

from kieumau.batch import parts as parts_module
from kieumau.batch.opening import open_source
from kieumau.batch.running import Job, Run
from kieumau.errors import DocumentError, UsageError
from tests.batch.tables import aside, judged, run, standard, table, ward

UNDER = standard()


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    rows = [ward(n, so_ho="10", so_ho_co_binh=str(n % 12)) for n in range(40)]
    rows[17] = rows[3]
    Path("wards.csv").write_text(table(rows), "utf-8")


class StoppedError(Exception):
    """A power cut."""


def stopped(at: int, output="out.csv", **more) -> None:
    """Run until so many rows are done, and stop."""

    def stop(_done, rows):
        if rows >= at:
            raise StoppedError

    with pytest.raises(StoppedError):
        run("wards.csv", output, UNDER, rows=5, stop=stop, **more)


@pytest.mark.parametrize("output", ["out.csv", "out.jsonl", "out.parquet", "out.xlsx"])
@pytest.mark.parametrize("at", [5, 20, 36])
def test_going_on_gives_the_same_bytes(output, at):
    """In every format, wherever it stopped; a ward met before the stop is known after it."""
    whole = run("wards.csv", f"whole{output[3:]}", UNDER, rows=5)
    stopped(at, output)
    assert not Path(output).exists()
    resumed = run("wards.csv", output, UNDER, rows=5, resume=True)

    assert Path(output).read_bytes() == Path(f"whole{output[3:]}").read_bytes()
    assert aside(output) == aside(f"whole{output[3:]}")
    assert [row["km_codes"] for row in aside(output)] == ["KM-532", "KM-549", "KM-532", "KM-532"]
    assert resumed.tally == whole.tally
    assert not Path(f"{output}.partial").exists()


def test_the_size_of_a_part_changes_nothing():
    """The same outputs and counts in parts of one row and in one part."""
    found = [run("wards.csv", f"{rows}.csv", UNDER, rows=rows) for rows in (1, 7, 100)]

    assert judged("1.csv") == judged("7.csv") == judged("100.csv")
    assert found[0].tally == found[1].tally == found[2].tally


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda: Path("wards.csv").write_text(table([ward(1)]), "utf-8"), "the facts"),
        (lambda: os.utime("wards.csv", (1, 1)), "the facts"),
    ],
    ids=["content", "time"],
)
def test_a_file_that_changed_is_not_gone_on_with(change, said):
    """Neither by its content nor by its time."""
    stopped(10)
    change()
    with pytest.raises(UsageError, match="KM-647") as refused:
        run("wards.csv", "out.csv", UNDER, rows=5, resume=True)

    assert said in refused.value.say("en")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"detail": "outcome"}, "--detail"),
        ({"keep": True}, "--keep-facts"),
        ({"as_if": True}, "--as-if"),
        ({"ignore": True}, "--ignore-unknown"),
        ({"rows": 6}, "the rows of a part"),
    ],
)
def test_other_options_are_not_gone_on_with(more, said):
    """The first part would have been another."""
    stopped(10)
    with pytest.raises(UsageError, match="KM-647") as refused:
        run("wards.csv", "out.csv", UNDER, resume=True, **{"rows": 5, **more})

    assert said in refused.value.say("en")


def test_another_standard_is_not_gone_on_with():
    """Its criteria have another digest."""
    stopped(10)
    with pytest.raises(UsageError, match="the criteria"):
        run("wards.csv", "out.csv", standard("ha-tinh"), rows=5, resume=True)


def test_an_unfinished_run_is_not_thrown_away():
    """Unless its folder is removed."""
    stopped(10)
    with pytest.raises(UsageError, match="KM-645"):
        run("wards.csv", "out.csv", UNDER, rows=5)

    assert json.loads(Path("out.csv.partial/state.json").read_bytes())["parts"] == 2


@pytest.mark.parametrize("state", [None, b"", b"[]", b"{}", b'{"format": "x"}'], ids=repr)
def test_what_is_no_state_is_not_gone_on_with(state):
    """Nothing there, or something else."""
    if state is not None:
        Path("out.csv.partial").mkdir()
        Path("out.csv.partial/state.json").write_bytes(state)
    with pytest.raises(UsageError, match="KM-646"):
        run("wards.csv", "out.csv", UNDER, resume=True)


def test_a_full_disk_is_said_and_loses_nothing(monkeypatch):
    """What was done before it was full is kept, and can be gone on from."""
    whole = run("wards.csv", "whole.csv", UNDER, rows=5)
    written = []

    def full(descriptor):
        written.append(descriptor)
        if len(written) > 10:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as disk:
        disk.setattr(parts_module.os, "fsync", full)
        with pytest.raises(DocumentError, match=r"KM-121.*No space left"):
            run("wards.csv", "out.csv", UNDER, rows=5)
    assert not Path("out.csv").exists()
    resumed = run("wards.csv", "out.csv", UNDER, rows=5, resume=True)

    assert resumed.tally.outcomes == whole.tally.outcomes
    assert Path("out.csv").read_bytes() == Path("whole.csv").read_bytes()


def test_outputs_that_were_there_stay_until_new_ones_are_whole():
    """Whoever reads them meanwhile reads the old ones."""
    Path("out.csv").write_text("old")
    stopped(10)
    assert Path("out.csv").read_text() == "old"
    run("wards.csv", "out.csv", UNDER, rows=5, resume=True)

    assert len(judged("out.csv")) == 36


def test_nothing_is_left_of_a_run_that_cannot_begin():
    """A column of the wrong type is found with the first part."""
    pl.DataFrame([{**ward(1), "so_ho": True}]).write_parquet("w.parquet")
    begun = Run.begin(Job(open_source("w.parquet"), UNDER, Path("out.csv"), "en"))
    with pytest.raises(Exception, match="KM-609"):
        begun.all(lambda _done, _rows: None, resume=False)

    assert not Path("out.csv.partial").exists()


def test_more_wards_than_a_sheet_holds_are_refused(monkeypatch):
    """Before the workbook is written."""
    monkeypatch.setattr("kieumau.batch.running.MOST_ROWS", 12)

    with pytest.raises(UsageError, match="KM-644"):
        run("wards.csv", "out.xlsx", UNDER, rows=5)


def test_names_stay_text_in_a_workbook():
    """Whatever they begin with, no formula is made of one."""
    import openpyxl

    Path("wards.csv").write_text(table([{**ward(1), "ward_name": "=1+1"}]), "utf-8")
    run("wards.csv", "out.xlsx", UNDER)
    cell = openpyxl.load_workbook("out.xlsx").active["B2"]

    assert (cell.value, cell.data_type) == ("=1+1", "s")
