"""`kieumau new`: what it makes and says, what it asks, and what it refuses."""

import os
import pty
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from kieumau.wording import LANGUAGES
from tests.cli.conftest import SITE, golden, normal

MANY = ("--refines", "bo-goc")


@pytest.fixture
def empty(tmp_path, monkeypatch):
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_says_what_it_made_and_what_to_do_next(run, empty, lang):
    """Each file with what it is for, then the commands."""
    done = run("new", "Tỉnh Mẫu", *MANY, "--lang", lang)

    assert (done.exit_code, done.stderr) == (0, "")
    golden(f"new.{lang}.txt", done.stdout)
    assert (empty / "tinh-mau" / "plugin.yaml").is_file()
    checked = run("check", "./tinh-mau", "--lang", "en")
    assert checked.stdout == "No errors: ./tinh-mau\n"


def test_what_it_writes_reads_as_it_should(run, empty):
    """The files themselves, word for word; the schemas are tested elsewhere."""
    run("new", "Tỉnh Mẫu", *MANY, "--package", "--yes")
    folder = empty / "tinh-mau"
    files = (each for each in folder.rglob("*") if each.is_file() and ".kieumau" not in each.parts)
    parts = [
        f"===== {each.relative_to(folder).as_posix()}\n{each.read_text('utf-8')}"
        for each in sorted(files)
    ]

    golden("new.package.txt", normal("\n".join(parts)))


def test_a_package_is_named_after_its_module(run, empty):
    """The next commands name the folder of the data."""
    done = run("new", "Tỉnh Mẫu", *MANY, "--package", "--path", "goi", "--lang", "en")

    assert "kieumau check goi/kieumau_tinh_mau" in done.stdout
    assert (empty / "goi" / "tests" / "test_tinh_mau.py").is_file()


def test_every_answer_can_be_an_option(run, empty):
    """Name, id, province, date and folder."""
    done = run(
        *("new", "tinh-x", "--name", "Tỉnh X", "--province", "42", "--from", "1/7/2024"),
        *("--path", "thu muc", *MANY),
    )

    assert done.exit_code == 0
    manifest = (empty / "thu muc" / "plugin.yaml").read_text("utf-8")
    assert "id: tinh-x\n" in manifest
    assert "name: Tỉnh X\n" in manifest
    assert 'code: "42"' in manifest
    assert "from: 2024-07-01" in manifest
    assert '"thu muc"' in done.stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), "KM-713"),
        (("!",), "KM-741"),
        (("Tỉnh", "--id", "Tỉnh"), "KM-742"),
        (("Tỉnh", "--id", "bo-goc"), "KM-742"),
        (("Tỉnh", "--province", "x"), "KM-743"),
        (("Tỉnh", "--refines", "bo-gôc"), "KM-411"),
        (("Tỉnh", "--refines", str(Path("examples/bo-cham-diem").resolve())), "KM-415"),
        (("Tỉnh", "--from", "31/02/2024"), "KM-701"),
        (("Tỉnh", *MANY, "--from", "2021-12-31"), "KM-762"),
        (("Tỉnh", "--path", "co/san"), "KM-760"),
        (("Tỉnh", "--path", "khong/co"), "KM-761"),
        (("Tỉnh", "--pth", "x"), "KM-712"),
    ],
)
def test_a_wrong_answer_is_refused_and_nothing_written(run, empty, words, code):
    """With what to do, in both languages, and exit code 2."""
    (empty / "co" / "san").mkdir(parents=True)
    (empty / "co" / "san" / "tep").write_text("x")
    for lang in LANGUAGES:
        done = run("new", *words, "--lang", lang)
        assert (done.exit_code, done.stdout) == (2, "")
        assert code in done.stderr
        assert "Traceback" not in done.stderr
    assert sorted(each.name for each in empty.iterdir()) == ["co"]


@pytest.mark.usefixtures("empty")
def test_a_base_that_is_misspelt_is_guessed(run):
    """Did you mean."""
    done = run("new", "Tỉnh", "--refines", "tai-lap-5746", "--lang", "en")

    assert "Did you mean «tai-lap-5764»?" in done.stderr


def test_it_asks_for_what_is_missing_until_it_can_be_read(run, empty, monkeypatch):
    """Defaults are shown; a wrong answer is explained and asked for again."""
    monkeypatch.setattr("kieumau.cli.new.may_ask", lambda: True)
    answers = ["", "Tỉnh Mẫu", "Mã sai", "tinh-hoi", "bo-gok", "bo-goc", "hôm nay", "", "4", "42"]
    done = run("new", "--lang", "vi", input="\n".join([*answers, "", ""]))

    assert done.exit_code == 0, done.stderr
    golden("new.asked.vi.txt", done.stderr)
    assert 'code: "42"' in (empty / "tinh-hoi" / "plugin.yaml").read_text("utf-8")


@pytest.mark.usefixtures("empty")
def test_it_does_not_ask_for_what_was_given_nor_where_told_not_to(run, monkeypatch):
    """Options answer; `--yes` takes every default."""
    monkeypatch.setattr("kieumau.cli.new.may_ask", lambda: True)

    done = run("new", "Tỉnh Mẫu", *MANY, "--yes", "--lang", "en")

    assert (done.exit_code, done.stderr) == (0, "")


def test_an_input_that_ends_while_it_asks_writes_nothing(run, empty, monkeypatch):
    """As when the person gives up with Ctrl-D."""
    monkeypatch.setattr("kieumau.cli.new.may_ask", lambda: True)
    done = run("new", "Tỉnh Mẫu", *MANY, input="tinh-mau\n")

    assert done.exit_code == 130
    assert list(empty.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_in_a_terminal_it_asks(empty):
    """A real one, at both ends."""
    ours, theirs = pty.openpty()
    os.write(ours, b"\n" * 5)
    environment = {**os.environ, "PYTHONPATH": str(SITE)}
    command = ["-m", "kieumau", "new", "Tỉnh Mẫu", "--refines", "bo-goc", "--lang", "en"]
    done = subprocess.run(
        [sys.executable, *command],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.PIPE,
        env=environment,
        timeout=60,
        check=False,
    )
    os.close(theirs)
    os.close(ours)

    asked = done.stderr.decode("utf-8")
    assert done.returncode == 0, asked
    assert "Id of the new plugin [tinh-mau]: " in asked
    assert (empty / "tinh-mau" / "plugin.yaml").is_file()


def test_a_base_that_lies_beside_is_refined_as_well(run, empty):
    """By its folder; it need not be installed. As a package it could not be found again."""
    copytree(Path(__file__).parents[2] / "examples" / "bo-cham-diem", empty / "bo-cham-diem")

    made = run("new", "Tỉnh Mẫu", "--refines", "./bo-cham-diem", "--lang", "en")
    packed = run("new", "Tỉnh Khác", "--refines", "bo-cham-diem", "--package", "--lang", "en")

    assert made.exit_code == 0, made.stderr
    assert run("test", "./tinh-mau").exit_code == 0
    assert packed.exit_code == 2
    assert "KM-415" in packed.stderr


def test_a_folder_an_installed_plugin_of_its_id_would_hide_is_refused(run, empty):
    """The new one would refine the installed one, unseen."""
    copytree(SITE / "bo_goc", empty / "bo-goc-cua-toi")

    done = run("new", "Tỉnh Mẫu", "--refines", "./bo-goc-cua-toi", "--lang", "en")

    assert done.exit_code == 2
    assert "KM-412" in done.stderr
