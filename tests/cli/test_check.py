"""``kieumau check``: what it says, in which form, with which exit code; and again on every save."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from kieumau.cli import check as command
from kieumau.errors import MissingExtraError
from tests.authoring.plugins import base, case, layer

PATIENCE = 20  # seconds a run may take on a busy machine

TEXT = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string", "minLength": 1}},
}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string", "format": "uri"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results", "columnKind"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "language": {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "additionalProperties": False,
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name", "version", "rules"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id", "shortDescription", "help"],
                                            "properties": {
                                                "id": {"type": "string"},
                                                "shortDescription": TEXT,
                                                "help": TEXT,
                                            },
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message", "ruleId", "ruleIndex", "level"],
                            "properties": {
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "message": TEXT,
                                "locations": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "properties": {
                                            "physicalLocation": {
                                                "type": "object",
                                                "required": ["artifactLocation"],
                                                "properties": {
                                                    "artifactLocation": {
                                                        "type": "object",
                                                        "required": ["uri"],
                                                    },
                                                    "region": {
                                                        "type": "object",
                                                        "required": ["startLine"],
                                                        "properties": {
                                                            "startLine": {
                                                                "type": "integer",
                                                                "minimum": 1,
                                                            },
                                                            "startColumn": {
                                                                "type": "integer",
                                                                "minimum": 1,
                                                            },
                                                        },
                                                    },
                                                },
                                            }
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}
"""What SARIF 2.1.0 (sections 3.13, 3.14, 3.18, 3.19, 3.27 to 3.30, 3.49) asks of such a log."""


@pytest.fixture
def sound(tmp_path) -> Path:
    """Return a base nothing is to be said of but that measures are left over."""
    return base(tmp_path / "goc", {"x": "'so_vu ≥ 5'"}, case("mot", "so_vu: 5", "outcome: met"))


def test_warnings_are_told_from_errors_and_fail_only_when_asked(run, sound):
    """A warning is shown, counted and passed; --strict fails on it."""
    done = run("check", sound, "--lang", "vi")
    strict = run("check", sound, "--strict", "--lang", "vi")

    assert (done.exit_code, strict.exit_code) == (0, 1)
    assert done.stdout == strict.stdout
    assert f"{sound}/measures.yaml:3:10: cảnh báo KM-805" in done.stdout
    assert done.stdout.splitlines()[-1] == (f"Không có lỗi; 6 cảnh báo trong 1 tệp: {sound}")


def test_errors_are_counted_apart(run, sound):
    """English counts one file and two."""
    (sound / "rules" / "r.yaml").write_text("a: 1\n", "utf-8")
    (sound / "cases" / "c.yaml").write_text("b: 1\n", "utf-8")

    done = run("check", sound, "--lang", "en")

    assert done.exit_code == 1
    assert "rules/r.yaml:1:1: error KM-201" in done.stdout
    assert re.search(r"^\d+ errors, in 2 files: ", done.stdout.splitlines()[-1])


def test_a_layer_is_checked_with_the_folder_of_its_base(run, sound, tmp_path):
    """Neither is installed; both are checked, and each one's cases are run."""
    rules = "tighten:\n  - {id: x, to: 7, citation: {instrument: nq}, fidelity: text}\n"
    elsewhere = tmp_path / "noi-khac"  # beside its base it would find it by itself
    elsewhere.mkdir()
    above = layer(elsewhere / "lop", rules, case("hai", "so_vu: 6", "outcome: met"))

    alone = run("check", above)
    done = run("check", above, sound, "--lang", "en")

    assert (alone.exit_code, done.exit_code) == (1, 1)
    assert "KM-415" in alone.stdout
    assert "case «hai»: the outcome is not met (not_met)" in done.stdout
    assert "case «mot»" not in done.stdout
    assert done.stdout.endswith(f"{above}, {sound}\n")


def test_without_a_plugin_it_is_a_mistake_of_use(run):
    """One argument at least, and it must be there."""
    assert run("check").exit_code == 2
    assert run("check", "tinh-thu", "./khong-co").exit_code == 2


def sarif(run, *arguments: object) -> dict[str, Any]:
    """Return the log a check writes, once it is known to be the same log twice."""
    done, again = (run("check", *arguments, "--format", "sarif") for _ in range(2))
    assert done.stdout == again.stdout
    log: dict[str, Any] = json.loads(done.stdout)
    jsonschema.validate(log, SARIF)
    return log


def test_sarif_is_what_the_standard_asks_for(run):
    """Rules for the codes used, results that point at them and at a place in a file."""
    log = sarif(run, "./plugins/tinh_sai", "--lang", "vi")

    (only,) = log["runs"]
    rules = [each["id"] for each in only["tool"]["driver"]["rules"]]
    assert rules == sorted({each["ruleId"] for each in only["results"]})
    for result in only["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] == "error"
        physical = result["locations"][0]["physicalLocation"]
        assert Path(unquote(physical["artifactLocation"]["uri"])).is_file()
        assert set(result["properties"]["message"]) == {"vi", "en"}


def test_sarif_speaks_both_languages(run, sound):
    """The language asked for in the texts, both under properties."""
    vi, en = (sarif(run, sound, "--lang", lang)["runs"][0] for lang in ("vi", "en"))

    first, other = (each["tool"]["driver"]["rules"][0] for each in (vi, en))
    assert first["help"]["text"] == first["properties"]["help"]["vi"]
    assert other["help"]["text"] == first["properties"]["help"]["en"]
    assert (vi["language"], en["language"]) == ("vi", "en")
    assert {each["level"] for each in vi["results"]} == {"warning"}


def test_sarif_of_nothing_wrong_has_no_results(run, sound):
    """Still a whole log."""
    text = (sound / "measures.yaml").read_text("utf-8").splitlines(keepends=True)
    (sound / "measures.yaml").write_text("".join((*text[:2], text[5])), "utf-8")

    (only,) = sarif(run, sound)["runs"]

    assert only["results"] == only["tool"]["driver"]["rules"] == []


def test_sarif_counts_columns_in_utf_16_units(run, sound):
    """A character beyond the basic plane is two."""
    rules = sound / "rules" / "r.yaml"
    text = rules.read_text("utf-8")
    rules.write_text(text.replace("title: Bộ giả định,", "title: 𝄞, saii: 1,"), "utf-8")

    plain = json.loads(run("check", sound, "--format", "json").stdout)
    log = sarif(run, sound)

    region = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert plain[0]["code"] == "KM-201"
    assert region == {"startLine": plain[0]["line"], "startColumn": plain[0]["column"] + 1}


def test_watch_stands_alone(run, sound, monkeypatch):
    """A log is not rewritten on every save; and without the extra it says which to install."""
    assert "KM-719" in run("check", sound, "--watch", "--format", "json").stderr

    def missing() -> None:
        raise MissingExtraError("watch", command.Text("--watch"))

    monkeypatch.setattr(command, "need_watching", missing)
    done = run("check", sound, "--watch", "--lang", "en")
    assert done.exit_code == 2
    assert "kieumau[watch]" in done.stderr


@contextmanager
def watching(folder: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """Run the watch aside; yield the process and the file its output goes to."""
    log = folder.parent / "ra.txt"
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "kieumau", "check", str(folder), "--watch", "--lang", "en"],
            stdout=out,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
    try:
        yield process, log
    finally:
        process.kill()
        process.wait(PATIENCE)


def seen(log: Path, words: str, process: subprocess.Popen[str]) -> str:
    """Wait until the output says something; return all of it."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        text = log.read_text("utf-8")
        if words in text:
            return text
        assert process.poll() is None, text
        time.sleep(0.05)
    raise AssertionError(log.read_text("utf-8"))


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_watch_checks_again_on_every_save_and_ends_quietly(sound):
    """It survives the plugin's being broken, and gone, and back; Ctrl-C ends it with 130."""
    rules = sound / "rules" / "r.yaml"
    text = rules.read_text("utf-8")
    away = sound.parent / "cho-khac"
    with watching(sound) as (process, log):
        first = seen(log, "No errors; 6 warnings", process)
        assert first.startswith("── Check number 1 ──\n")

        rules.write_text(text.replace("so_vu ≥ 5", "so_vuu ≥ 5"), "utf-8")
        assert "KM-302" in seen(log, "1 error", process).partition("Check number 2")[2]

        shutil.move(sound, away)
        seen(log, "Check number 3", process)
        (away / "rules" / "r.yaml").write_text(text.replace("so_vu ≥ 5", "so_vu ≥ 6"), "utf-8")
        shutil.move(away, sound)
        seen(log, "KM-451", process)

        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 130
    assert "Traceback" not in log.read_text("utf-8")
