"""kieumau evaluate --ledger and kieumau ledger: what they print, and what is never lost."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kieumau import Certificate, Ledger
from kieumau.certificates.certificate import digest_of
from kieumau.wording import LANGUAGES
from tests.cli.conftest import golden

both = pytest.mark.parametrize("lang", LANGUAGES)


@pytest.fixture
def evaluate(run, ward):
    """Return a function that evaluates the ward and records it."""

    def evaluate(where, *options):
        return run("evaluate", ward, "--criteria", "tinh-thu", "--ledger", where, *options)

    return evaluate


@pytest.fixture
def ledger(run, ward, tmp_path, monkeypatch):
    """Return a ledger with three entries, written at noon; the folder it is in is entered."""
    said = run("evaluate", ward, "--criteria", "tinh-thu", "--format", "certificate").stdout
    monkeypatch.chdir(tmp_path)
    noon = datetime(2026, 7, 1, 12, tzinfo=UTC)
    with Ledger.open("so-cai.db", clock=lambda: noon) as opened:
        opened.extend([Certificate.from_json(said)] * 3)
    return "so-cai.db"


def short(text):
    """Return text without the short digests, which change with the standard."""
    return re.sub(r"\b[0-9a-f]{12}\b", "SHORT", text)


def test_the_verdict_is_shown_and_recorded(run, evaluate, tmp_path):
    """What is shown is what it is without a ledger; the note names the entry and the head."""
    path = tmp_path / "so-cai.db"
    plain = run("evaluate", "phuong.yaml", "--criteria", "tinh-thu").stdout

    done = evaluate(path, "--lang", "en")

    assert (done.exit_code, done.stdout) == (0, plain)
    with Ledger.open(path) as ledger:
        (entry,) = ledger.entries()
    assert f"Recorded in {path}: entry 1.\nHead: {entry.hash}\n" in done.stderr
    said = run("evaluate", "phuong.yaml", "--criteria", "tinh-thu", "--format", "certificate")
    assert entry.text == said.stdout.strip()


def test_several_wards_are_several_entries(run, tmp_path):
    """In the order of the files, and a second run goes on where the first ended."""
    path = tmp_path / "so-cai.db"
    wards = ("evaluate", "phuong.yaml", "phuong.yaml", "--criteria", "tinh-thu", "--ledger", path)

    run(*wards)
    done = run(*wards, "--lang", "vi")

    assert f"Đã ghi vào {path}: mục 3 đến 4." in done.stderr
    assert run("ledger", "verify", path).exit_code == 0


@pytest.mark.parametrize("form", ["text", "markdown", "json", "certificate"])
def test_a_ledger_that_refuses_loses_no_verdict(run, evaluate, form, tmp_path):
    """In every form the verdict is out first; then the message, and 2."""
    path = tmp_path / "khong-co/so-cai.db"
    plain = run("evaluate", "phuong.yaml", "--criteria", "tinh-thu", "--format", form)

    done = evaluate(path, "--format", form)

    assert (done.exit_code, done.stdout) == (2, plain.stdout)
    assert "KM-986" in done.stderr


def test_a_verdict_that_cannot_be_reached_is_not_recorded(run, tmp_path):
    """Nor those of the other wards: nothing was shown either."""
    path = tmp_path / "so-cai.db"

    done = run(
        "evaluate", "phuong.yaml", "khong-co.yaml", "--criteria", "tinh-thu", "--ledger", path
    )

    assert (done.exit_code, done.stdout) == (2, "")
    assert not path.exists()


def test_a_ledger_is_no_input_and_no_output(run, evaluate, tmp_path):
    """Refused before anything is written."""
    for options in (("phuong.yaml",), (tmp_path / "x", "--output", tmp_path / "x")):
        done = evaluate(*options)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "KM-720" in done.stderr
    assert list(tmp_path.iterdir()) == []
    assert "KM-719" in run("evaluate", "x.json", "--replay", "--ledger", "y.db").stderr


@pytest.mark.parametrize("options", [("--output",), ("--format", "json", "-o"), ("--html",)])
def test_no_result_is_written_over_a_ledger(run, ward, evaluate, tmp_path, options):
    """It is only ever appended to, whatever is asked for in its place."""
    path = tmp_path / "so-cai.db"
    evaluate(path)
    before = path.read_bytes()

    done = run("evaluate", ward, "--criteria", "tinh-thu", *options, path, "--lang", "en")

    assert (done.exit_code, "KM-728" in done.stderr) == (2, True)
    assert path.read_bytes() == before


@both
def test_verify_says_what_holds(run, ledger, lang):
    """Of a whole ledger, with everything asked for."""
    with Ledger.open(ledger) as opened:
        known = opened.entry(2).hash

    done = run("ledger", "verify", ledger, "--deep", "--head", known, "--lang", lang)

    assert (done.exit_code, done.stderr) == (0, "")
    golden(f"ledger-verify.{lang}.txt", done.stdout)


@both
def test_verify_names_each_problem(run, ledger, lang, tmp_path):
    """Entry by entry; the head that was known is not there any more."""
    run("ledger", "export", ledger, "--output", "so-cai.jsonl")
    lines = (tmp_path / "so-cai.jsonl").read_text("utf-8").splitlines(keepends=True)
    known = json.loads(lines[2])["hash"]
    (tmp_path / "so-cai.jsonl").write_text(
        lines[0].replace('"ward":"', '"ward":"9', 1) + lines[1].replace("Thử", "Thủ", 1), "utf-8"
    )

    done = run("ledger", "verify", "so-cai.jsonl", "--head", known, "--lang", lang)

    assert (done.exit_code, done.stderr) == (1, "")
    golden(f"ledger-verify-problems.{lang}.txt", done.stdout)


def test_verify_names_no_more_than_can_be_read(run, ledger, tmp_path):
    """Many problems of one kind end in how many more there are; JSON has them all."""
    run("ledger", "export", ledger, "--output", "so-cai.jsonl")
    line = (tmp_path / "so-cai.jsonl").read_text("utf-8").splitlines(keepends=True)[0]
    (tmp_path / "so-cai.jsonl").write_text(line * 40, "utf-8")

    done = run("ledger", "verify", "so-cai.jsonl", "--lang", "en")
    data = json.loads(run("ledger", "verify", "so-cai.jsonl", "--format", "json").stdout)

    assert done.stdout.count("KM-671") == 20
    assert "… and 19 more" in done.stdout
    assert (data["holds"], len(data["problems"]), data["entries"]) == (False, 39, 40)
    assert data["problems"][0]["seq"] == 1
    assert data["problems"][0]["code"] == "KM-671"


@both
@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("markdown", "md")])
def test_show_lists_the_entries(run, ledger, lang, form, ending):
    """With what an outcome must not be shown without."""
    done = run("ledger", "show", ledger, "--format", form, "--lang", lang)

    assert (done.exit_code, done.stderr) == (0, "")
    golden(f"ledger-show.{lang}.{ending}", short(done.stdout))


@both
def test_show_has_one_entry_in_full(run, ledger, lang):
    """Every field."""
    done = run("ledger", "show", ledger, "--seq", "2", "--lang", lang)

    assert (done.exit_code, done.stderr) == (0, "")
    golden(f"ledger-show-one.{lang}.txt", done.stdout)


def test_show_gives_the_certificates(run, ledger):
    """For kieumau verify: all of them, or one."""
    one = run("ledger", "show", ledger, "--seq", "3", "--format", "certificate", "-o", "c.json")
    every = run("ledger", "show", ledger, "--format", "certificate").stdout

    assert one.exit_code == 0
    assert every.count("\n") == 3
    assert run("verify", "c.json", "--no-replay").exit_code == 0


def test_show_as_data_says_what_must_be_said(run, ledger):
    """Caveats stand beside each outcome."""
    data = json.loads(run("ledger", "show", ledger, "--format", "json").stdout)

    assert [each["seq"] for each in data["entries"]] == [1, 2, 3]
    assert data["head"] == {"seq": 3, "hash": data["entries"][2]["hash"]}
    assert "certificate" not in data["entries"][0]
    assert set(data["entries"][0]["caveats"]) <= {
        "reconstruction",
        "invented_facts",
        "invented_standard",
        "as_if",
    }


def test_what_is_for_some_entries_names_them(run, ledger):
    """A caveat of one entry is not said of all."""
    with Ledger.open(ledger) as opened:
        data = opened.entry(1).certificate.to_data()
        data["as_if"] = True
        data["digest"] = digest_of(data)
        opened.append(Certificate.from_json(json.dumps(data)))

    said = run("ledger", "show", ledger, "--lang", "en").stdout

    assert "! Entries 4: The standard is applied to a period outside its time" in said
    assert "! Computed under a set" in said


def test_show_picks_a_ward(run, ledger):
    """By its code; none is said to be none."""
    with Ledger.open(ledger) as opened:
        code = opened.entry(1).ward

    assert run("ledger", "show", ledger, "--ward", code, "--lang", "en").stdout.count("SHORT") == 0
    shown = run("ledger", "show", ledger, "--ward", code, "--format", "json").stdout
    assert len(json.loads(shown)["entries"]) == 3
    assert "There are none." in run("ledger", "show", ledger, "--ward", "x", "--lang", "en").stdout


def test_an_export_goes_out_whole_or_not_at_all(run, ledger, tmp_path):
    """To standard output or to a file; what cannot be exported leaves the file as it was."""
    plain = run("ledger", "export", ledger)
    done = run("ledger", "export", ledger, "--output", "so-cai.jsonl", "--lang", "en")

    assert (plain.exit_code, done.exit_code) == (0, 0)
    assert (tmp_path / "so-cai.jsonl").read_text("utf-8") == plain.stdout
    assert "3 entries, head: " in done.stderr

    (tmp_path / "hong.jsonl").write_text(plain.stdout.splitlines()[0] + "\n{}\n", "utf-8")
    broken = run("ledger", "export", "hong.jsonl", "--output", "so-cai.jsonl")
    assert broken.exit_code == 2
    assert "KM-670" in broken.stderr
    assert (tmp_path / "so-cai.jsonl").read_text("utf-8") == plain.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("verify", "khong-co.db"), "KM-101"),
        (("verify", "khong-co.jsonl"), "KM-101"),
        (("verify", "."), "KM-103"),
        (("show", "khong-co.db"), "KM-101"),
        (("export", "khong-co.db"), "KM-101"),
        (("verify", "so-cai.db", "--head", "abc"), "KM-996"),
        (("show", "so-cai.db", "--seq", "hai"), "KM-716"),
        (("show", "so-cai.db", "--seq", "4"), "KM-992"),
        (("show", "so-cai.db", "--seq", "9" * 99), "KM-992"),
        (("show", "so-cai.db", "--seq", "1", "--ward", "1"), "KM-719"),
        (("export", "so-cai.db", "--output", "so-cai.db"), "KM-720"),
        (("verify", "postgresql://u:p@h@x/y"), "KM-988"),
        (("xem",), "KM-711"),
        (("verify",), "KM-713"),
    ],
)
def test_bad_use_is_refused_in_words(run, ledger, arguments, code):
    """With 2, and nothing on standard output."""
    before = Path(ledger).read_bytes()

    done = run("ledger", *arguments)

    assert (done.exit_code, done.stdout) == (2, "")
    assert code in done.stderr
    assert Path(ledger).read_bytes() == before


def test_a_group_alone_shows_what_there_is(run):
    """As kieumau alone does."""
    done = run("ledger", "--lang", "en")

    assert done.exit_code == 0
    assert "export" in done.stdout
    assert run("ledger", "--help", "--lang", "en").stdout == done.stdout
