"""How the command line behaves: language, usage errors, streams, ends."""

import os
import subprocess
import sys
from pathlib import Path
from string import Formatter

import pytest

from kieumau.cli.language import language
from kieumau.errors import Diagnostic
from kieumau.messages import MESSAGES
from tests.cli.conftest import HERE, SITE


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "en"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "vi_VN", "LC_MESSAGES": "en_US"}, "en"),
        ({"LANG": "en_US", "LC_ALL": "vi"}, "vi"),
        ({"LC_ALL": "C", "KIEUMAU_LANG": "vi"}, "vi"),
        ({"LC_ALL": "", "LANG": "vi_VN"}, "vi"),
        ({"KIEUMAU_LANG": "fr", "LANG": "vi_VN"}, "en"),
    ],
)
def test_the_environment_says_the_language(environment, lang):
    """KIEUMAU_LANG, then LC_ALL, LC_MESSAGES, LANG; vi* is Vietnamese, all else English."""
    assert language([], environment) == lang


@pytest.mark.parametrize(
    "arguments", [("list", "--lang", "vi"), ("--lang=vi", "list"), ("x", "--lang", "vi", "--y")]
)
def test_lang_wins_wherever_it_stands(arguments):
    """--lang is heeded before anything is parsed, so that errors are in it too."""
    assert language(arguments, {"KIEUMAU_LANG": "en"}) == "vi"


def test_after_two_dashes_nothing_is_an_option():
    """A file may be called --lang."""
    assert language(("evaluate", "--", "--lang", "vi"), {}) == "en"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("lst",), "KM-711", "«list»"),
        (("xyz",), "KM-711", "không có lệnh"),
        (("list", "--fromat"), "KM-712", "kieumau list --help"),
        (("check", "--fromat", "x"), "KM-712", "«--format»"),
        (("show",), "KM-713", "thiếu BỘ"),
        (("evaluate",), "KM-713", "SỐ_LIỆU"),
        (("show", "a", "--on"), "KM-714", "kieumau show --help"),
        (("evaluate", "a", "--as-if=1"), "KM-714", "--as-if"),
        (("show", "a", "b", "c"), "KM-715", "«b c»"),
        (("show", "a", "--format", "texts"), "KM-716", "«text»"),
        (("--lang", "xx", "list"), "KM-716", "vi, en"),
    ],
)
def test_usage_errors_are_worded_in_the_language(run, monkeypatch, arguments, code, words):
    """A command that cannot be read is answered in the reader's words, with exit code 2."""
    monkeypatch.setenv("KIEUMAU_LANG", "vi")

    done = run(*arguments)

    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(code)
    assert words in done.stderr


def test_no_command_shows_the_help(run):
    """Who types only the name is shown what there is."""
    done = run()

    assert (done.exit_code, done.stdout) == (0, run("--help").stdout)


def test_the_version_is_shown(run):
    """--version is one line."""
    assert run("--version").stdout.startswith("kieumau ")


def test_a_bug_is_one_line_and_how_to_report_it(run, monkeypatch):
    """An unforeseen error is no traceback, but for those who ask."""

    def broken() -> None:
        raise RuntimeError("hỏng")

    monkeypatch.setattr("kieumau.cli.listing.plugins", broken)
    quiet = run("list", "--lang", "vi")
    monkeypatch.setenv("KIEUMAU_DEBUG", "1")
    loud = run("list", "--lang", "vi")

    assert quiet.exit_code == loud.exit_code == 70
    assert quiet.stderr.startswith("KM-731 lỗi của chính kieumau (RuntimeError: hỏng)")
    assert "Traceback" not in quiet.stderr
    assert "Traceback" in loud.stderr


def test_a_folder_that_cannot_be_read_is_no_bug(run, monkeypatch):
    """What the system refuses is said with its reason and file."""

    def refused() -> None:
        raise PermissionError(13, "Permission denied", "bo-kin")

    monkeypatch.setattr("kieumau.cli.listing.plugins", refused)

    done = run("list", "--lang", "en")

    assert done.exit_code == 2
    assert done.stderr.startswith("bo-kin: KM-102 the file cannot be read: Permission denied")


def test_an_interruption_is_quiet(run, monkeypatch):
    """Ctrl-C ends with 130 and no words."""

    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kieumau.cli.listing.plugins", interrupted)

    done = run("list")

    assert (done.exit_code, done.stdout, done.stderr) == (130, "", "")


def test_diagnostics_carry_no_terminal_escapes(run, tmp_path):
    """A file cannot speak to the terminal through an error about it."""
    path = tmp_path / "x.yaml"
    path.write_text('ward: {code: "1", name: "\\e[31mđỏ", x\x7f: 1}\n', encoding="utf-8")

    done = run("evaluate", path)

    assert done.exit_code == 2
    assert "\x1b" not in done.stderr


def test_every_code_of_the_command_line_reads_in_both_languages():
    """KM-711 to KM-799 are templates that fill."""
    for code, said in MESSAGES.items():
        if "KM-711" <= code <= "KM-799":
            texts = (said.message.vi, said.message.en, said.hint.vi, said.hint.en)
            names = {name for text in texts for _, name, *_ in Formatter().parse(text) if name}
            each = Diagnostic(code, arguments=dict.fromkeys(names, "x"))
            assert each.say("vi") != each.say("en")


# --- as a program of its own


def start(*arguments: str, **extra) -> subprocess.CompletedProcess[bytes]:
    """Run ``python -m kieumau`` where the locale knows nothing but ASCII."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join([str(SITE), *filter(None, sys.path)]),
        "LC_ALL": "C",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONUTF8": "0",
        "KIEUMAU_LANG": "vi",
    }
    environment.update(extra.pop("env", {}))
    return subprocess.run(
        [sys.executable, "-m", "kieumau", *arguments],
        check=False,
        env=environment,
        cwd=HERE,
        timeout=60,
        **({"capture_output": True} | extra),
    )


def test_output_is_utf_8_where_the_locale_is_not(tmp_path):
    """Vietnamese comes out whole under LC_ALL=C, file names too."""
    path = tmp_path / "phường.yaml"
    path.write_bytes((HERE / "phuong.yaml").read_bytes())

    done = start("evaluate", str(path), "--brief")

    assert done.returncode == 0, done.stderr
    assert "KẾT LUẬN: ĐẠT" in done.stdout.decode()
    assert "Dùng bộ «tinh-thu»" in done.stderr.decode()


def test_a_closed_pipe_is_quiet():
    """``kieumau ... | head`` leaves no noise."""
    read, write = os.pipe()
    os.close(read)
    try:
        done = start("show", "tinh-thu", stdout=write, stderr=subprocess.PIPE, capture_output=False)
    finally:
        os.close(write)

    assert done.returncode == 141
    assert b"Error" not in done.stderr
    assert b"Exception" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_said():
    """A result that could not be written is an error, not a silence."""
    with Path("/dev/full").open("wb") as full:
        done = start("show", "bo-goc", stdout=full, stderr=subprocess.PIPE, capture_output=False)

    assert done.returncode == 2
    assert b"KM-723" in done.stderr
    assert b"Exception" not in done.stderr


def test_a_mistake_is_answered_in_vietnamese_under_the_c_locale():
    """KIEUMAU_LANG is heeded and the words come out whole."""
    done = start("xyz")

    assert done.returncode == 2
    assert "không có lệnh «xyz»".encode() in done.stderr
    assert b"Traceback" not in done.stderr


def test_help_does_not_load_what_it_does_not_need():
    """The first page appears without rich and without the engine."""
    code = (
        "import sys; from kieumau.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'rich', 'durable_rules_engine', 'durable', 'kieumau.cli.evaluate'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, timeout=60
    )

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("option", "code"), [("--ledger", 2), ("--html", 2), ("--on", 2), ("--criteria", 2), ("-o", 2)]
)
def test_an_option_without_a_value_is_not_passed_over(run, ward, option, code):
    """As a script leaves it that names a variable nobody has set: nothing would be recorded."""
    done = run("evaluate", ward, "--criteria", "tinh-thu", option, "", "--lang", "en")

    assert (done.exit_code, done.stdout) == (code, "")
    assert done.stderr.startswith("KM-714 the option")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (["ledger", "show", "khong-co.db"], 2),
        (["verify", "khong-co.json"], 2),
        (["evaluate", "{ward}", "--criteria", "tinh-thu", "--html", "{home}/x.html"], 0),
        (["evaluate", "{ward}", "--criteria", "tinh-thu", "--trace"], 2),
    ],
)
def test_the_exit_code_is_right_where_nothing_can_be_said(ward, tmp_path, given, code):
    """Standard error on a full disk: a refusal is no «no», and a trace that is lost no success."""
    given = [each.format(ward=ward, home=tmp_path) for each in given]
    command = [sys.executable, "-m", "kieumau", *given]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command,
            stdout=subprocess.PIPE,
            stderr=full,
            env={**os.environ, "PYTHONPATH": str(SITE)},
            check=False,
        )

    assert done.returncode == code
