"""The other commands: list, show, check, template, schema."""

import json
import sys

import jsonschema
import pytest

import kieumau
from kieumau.cli.diagnostics import report_lines
from kieumau.cli.parser import command_line
from kieumau.cli.terminal import Terminal
from kieumau.errors import Diagnostic, DocumentError
from kieumau.places import Place


def test_a_broken_plugin_does_not_hide_the_others(run, monkeypatch):
    """The list stays whole; what is wrong with one is said aside."""
    ours = [each for each in kieumau.plugins() if each.id in ("bo-goc", "tinh-thu")]
    error = DocumentError(Diagnostic("KM-101"))
    broken = kieumau.PluginInfo("hong", ours[0].path, "goi-hong", None, error)
    monkeypatch.setattr("kieumau.cli.listing.plugins", lambda: [broken, *ours])

    done = run("list", "--lang", "en")

    assert done.exit_code == 0
    assert "hong: cannot be read" in done.stdout
    assert "tinh-thu 2.1" in done.stdout
    assert "KM-101" in done.stderr


def test_nothing_installed_is_said(run, monkeypatch):
    """An empty list is a sentence, not a blank."""
    monkeypatch.setattr("kieumau.cli.listing.plugins", list)

    assert "none" in run("list", "--lang", "en").stdout


def test_show_says_which_date_it_took(run):
    """Without --on the latest change is shown, and the date said aside."""
    done = run("show", "tinh-thu", "--lang", "vi")

    assert "ngày 01/06/2023 (lần thay đổi gần nhất)" in done.stderr
    assert "Quy định có hiệu lực ngày: 01/06/2023" in done.stdout


def test_show_before_a_layer_shows_the_layer_below(run):
    """What is not yet in force is not shown."""
    done = run("show", "tinh-thu", "--on", "2022-03-01")

    assert done.exit_code == 0
    assert "dien-dan" not in done.stdout
    assert "giam-vu" not in done.stdout


def test_show_as_json_holds_the_composition_and_the_program(run):
    """Programs get the composed criteria and the program whose digest they can compute."""
    data = json.loads(run("show", "tinh-thu", "--format", "json").stdout)

    assert data["program"]["format"] == "kieumau/program/1"
    assert [each["id"] for each in data["composed"]["issued"]] == ["an-toan", "luc-luong"]
    assert data["digest"] == kieumau.load("tinh-thu", on="2023-06-01").digest


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("show", "khong-co"), "KM-411"),
        (("show", "./khong-co"), "KM-414"),
        (("show", "bo-goc", "--on", "hôm nay"), "KM-701"),
        (("show", "bo-goc", "--on", "2000-01-01"), "KM-421"),
        (("check", "khong-co"), "KM-411"),
        (("schema", "sơ đồ"), "KM-716"),
    ],
)
def test_bad_input_is_refused_with_its_code(run, arguments, code):
    """What cannot be found or read ends with 2 and words, never a traceback."""
    done = run(*arguments)

    assert (done.exit_code, done.stdout) == (2, "")
    assert code in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_plugin_is_guessed(run):
    """A near miss is offered."""
    assert "«tinh-thu»" in run("show", "tinh-thuu").stderr


def test_show_on_a_screen_says_the_same(run, monkeypatch):
    """Colour adds no words and takes none."""
    ours = [each for each in kieumau.plugins() if each.id == "tinh-thu"]
    monkeypatch.setattr("kieumau.cli.listing.plugins", lambda: ours)
    plain = run("show", "tinh-thu", "--on", "2023-12-31", "--lang", "vi").stdout
    monkeypatch.setattr(Terminal, "interactive", True)
    monkeypatch.setenv("NO_COLOR", "1")

    shown = run("show", "tinh-thu", "--on", "2023-12-31", "--lang", "vi").stdout
    listed = run("list", "--lang", "vi").stdout

    assert (
        plain.split()
        == shown.replace("\x1b[0m", "").replace("\x1b[1m", "").replace("\x1b[2m", "").split()
    )
    assert "tinh-thu 2.1" in listed.replace("\x1b[1m", "")


def test_check_without_errors_says_so(run):
    """A sound plugin ends with 0, whatever it is warned of."""
    done = run("check", "tinh-thu", "--lang", "vi")

    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1].startswith("Không có lỗi; ")


def test_check_as_json_holds_both_languages(run):
    """Tools get the diagnostics as data."""
    done = run("check", "./plugins/tinh_sai", "--format", "json")

    assert done.exit_code == 1
    first = json.loads(done.stdout)[0]
    assert set(first) == {
        "code",
        "severity",
        "file",
        "line",
        "column",
        "message",
        "hint",
        "suggestions",
    }
    assert set(first["message"]) == set(first["hint"]) == {"vi", "en"}


def test_check_of_a_failing_case_is_an_error(run, tmp_path):
    """A case that comes out otherwise is shown where it is written."""
    folder = tmp_path / "bo"
    source = kieumau.plugins()[0].path.parent / "bo_goc"
    for path in source.rglob("*.yaml"):
        target = folder / path.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        target.write_text(text.replace("outcome: undetermined", "outcome: met"), "utf-8")

    done = run("check", folder, "--lang", "en")

    assert done.exit_code == 1
    assert "KM-451" in done.stdout
    assert done.stdout.endswith(f"1 error, in 1 file: {folder}\n")


@pytest.mark.parametrize("plugin", ["bo-goc", "tinh-thu", "tai-lap-5764", "ha-tinh"])
def test_a_template_reads_back_and_determines_nothing(run, plugin, tmp_path):
    """A form that nobody filled in is a facts file without facts."""
    path = tmp_path / "phieu.yaml"

    done = run("template", plugin, "--ward", "00009", "--output", path, "--lang", "vi")

    assert done.exit_code == 0
    facts = kieumau.FactSet.read(path)
    assert (facts.ward.code, facts.facts) == ("00009", ())
    assert kieumau.evaluate(facts, plugin).outcome is kieumau.Outcome.UNDETERMINED


def test_a_filled_template_is_evaluated(run, tmp_path):
    """A value written after the colon is a fact; a derived figure needs its # removed."""
    path = tmp_path / "phieu.yaml"
    run("template", "tinh-thu", "--on", "2023-12-31", "--output", path)
    text = path.read_text(encoding="utf-8")
    filled = text.replace("  so_vu:", "  so_vu: 4").replace("  #ty_le_ho", "  ty_le_ho")
    path.write_text(filled.replace("ty_le_ho_co_binh:", "ty_le_ho_co_binh: 93%"), "utf-8")

    done = run("evaluate", path, "--format", "json")

    assert done.exit_code == 0
    verdict = kieumau.Verdict.from_json(done.stdout)
    assert verdict.finding("giam-vu").status is kieumau.Status.MET
    assert verdict.finding("binh-chua-chay").status is kieumau.Status.MET


def test_a_template_takes_ward_name_and_province(run):
    """What is given is written; nothing given can break out of its quotes."""
    done = run("template", "bo-goc", "--ward", "01", "--name", 'Phường "A"\n#', "--province", "7")

    assert 'code: "01"' in done.stdout
    assert 'name: "Phường \\"A\\" #"' in done.stdout
    assert 'province: "7"' in done.stdout


def test_the_schema_of_a_standard_takes_its_facts(run, ward):
    """The schema printed is one that real facts fit."""
    own = json.loads(run("schema", "facts", "--criteria", "tinh-thu").stdout)
    any_ = json.loads(run("schema", "facts").stdout)

    facts = kieumau.FactSet.read(ward).to_mapping()
    jsonschema.validate(facts, own)
    jsonschema.validate(facts, any_)
    assert "so_dien_dan" in own["properties"]["facts"]["properties"]


def test_the_schema_of_a_verdict_is_printed(run):
    """A verdict's schema is the one of any standard, so it takes no criteria."""
    assert json.loads(run("schema", "verdict").stdout)["title"] == "kieumau verdict"
    assert "KM-719" in run("schema", "verdict", "--criteria", "bo-goc").stderr


def test_many_problems_of_one_file_read_it_once(tmp_path, monkeypatch):
    """Each is shown with its line; reading it anew for each would take hours."""
    path = tmp_path / "a.jsonl"
    path.write_text("{}\n" * 50, "utf-8")
    read = []
    monkeypatch.setattr(
        "kieumau.cli.diagnostics.read_text",
        lambda path, *_: read.append(path) or path.read_text("utf-8"),
    )

    lines = [
        *report_lines((Diagnostic("KM-202", Place(str(path), n, 1)) for n in (1, 25, 50)), "en")
    ]

    assert lines.count("    {}") == 3
    assert len(read) == 1


def test_a_closed_error_stream_changes_no_answer(monkeypatch):
    """As with ``2>&-``: what was to be said there is lost, the exit code is not."""
    monkeypatch.setattr(sys, "stderr", None)

    with pytest.raises(SystemExit) as ended:
        command_line("en").main(["check", "khong-co"])
    sys.stderr.close()

    assert ended.value.code == 2
