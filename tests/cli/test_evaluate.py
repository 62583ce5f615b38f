"""``kieumau evaluate``: choosing the criteria, reading the facts, giving the verdicts."""

import json
from pathlib import Path

import pytest

from kieumau import Verdict
from kieumau.cli.terminal import Terminal


def with_lines(ward: Path, path: Path, *changes: tuple[str, str]) -> Path:
    """Write a ward with some lines changed."""
    text = ward.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_province_picks_the_only_plugin_for_it(run, ward):
    """Without --criteria the one plugin for the province is used, and that is said aside."""
    done = run("evaluate", ward, "--lang", "vi")

    assert done.exit_code == 0
    assert "KẾT LUẬN: ĐẠT" in done.stdout
    assert done.stderr == "Dùng bộ «tinh-thu», theo mã tỉnh 99 của phường.\n"


def test_a_province_without_a_plugin_is_asked_for_criteria(run, ward, tmp_path):
    """No criteria are guessed for a province nobody installed a plugin for."""
    other = with_lines(ward, tmp_path / "khac.yaml", ('"99"', '"98"'))

    done = run("evaluate", other)

    assert done.exit_code == 2
    assert done.stdout == ""
    assert "khac.yaml: KM-718" in done.stderr
    assert "tinh-thu" in done.stderr


def test_criteria_may_be_a_folder(run, ward):
    """A plugin is named by its id or its folder."""
    done = run("evaluate", ward, "--criteria", "./plugins/tinh_thu", "--format", "json")

    assert Verdict.from_json(done.stdout).standard.id == "tinh-thu"


def test_several_wards_end_in_a_summary(run, ward, tmp_path):
    """Each verdict in turn, then a line each, the counts, and each notice once."""
    poor = with_lines(ward, tmp_path / "kem.yaml", ("đạt chuẩn", "chưa đạt"))

    done = run("evaluate", ward, poor, "--lang", "en", "--brief")

    assert done.exit_code == 0
    summary = done.stdout[done.stdout.index("SUMMARY OF 2 WARDS") :]
    assert "✓ Phường Thử (00001): met" in summary
    assert "✗ Phường Thử (00001): not met" in summary
    assert "In all: 1 met, 1 not met." in summary
    assert summary.count("not a decision of recognition") == 1


def test_a_notice_that_is_not_for_all_names_its_wards(run, ward, tmp_path):
    """Figures of a real ward are never called invented because another ward's are."""
    real = with_lines(
        ward, tmp_path / "that.yaml", ("invented: true\n", ""), ("Phường Thử", "Phường Thật")
    )

    done = run("evaluate", ward, real, "--lang", "en", "--brief")

    assert "! Phường Thử (00001): The figures are invented" in done.stdout
    assert "\n! Computed under a set reconstructed" in done.stdout


def test_several_wards_as_markdown_have_a_heading_for_the_summary(run, ward):
    """The summary of several wards is Markdown too."""
    done = run("evaluate", ward, ward, "--format", "markdown", "--lang", "vi")

    assert "\n## Tổng hợp 2 phường\n\n- ✓ Phường Thử" in done.stdout


def test_several_verdicts_are_one_json_array(run, ward):
    """JSON of several wards is an array, of one ward the verdict itself."""
    one = json.loads(run("evaluate", ward, "--format", "json").stdout)
    two = json.loads(run("evaluate", ward, ward, "--format", "json").stdout)

    assert one["format"] == "kieumau/verdict/1"
    assert two == [one, one]


@pytest.mark.parametrize("engine", ["auto", "rete", "plain"])
def test_every_engine_gives_the_same_verdict(run, ward, engine):
    """The engine is a choice of how, never of what."""
    done = run("evaluate", ward, "--format", "json", "--engine", engine)

    assert done.exit_code == 0
    verdict = Verdict.from_json(done.stdout)
    plain = run("evaluate", ward, "--format", "json", "--engine", "plain").stdout
    assert verdict == Verdict.from_json(plain)


def test_facts_outside_the_time_in_force_need_as_if(run, ward):
    """A standard of another time is applied only on purpose, and the verdict says so."""
    options = ("--criteria", "bo-goc", "--on", "2022-06-01", "--lang", "en")

    refused = run("evaluate", ward, *options)
    assert (refused.exit_code, "phuong.yaml: KM-504" in refused.stderr) == (2, True)


def test_as_if_is_said_in_the_verdict(run, tmp_path, ward):
    """With --as-if the verdict is given and marked."""
    known = ("  so_dien_dan: 2\n", "")
    facts = with_lines(ward, tmp_path / "w.yaml", known)

    done = run("evaluate", facts, "--criteria", "bo-goc", "--on", "2022-06-01", "--as-if")

    assert done.exit_code == 0
    assert "As if:" in done.stdout


def test_assumed_thresholds_count_when_asked(run, ward, tmp_path):
    """An assumed threshold decides only with --assumed count."""
    few = with_lines(ward, tmp_path / "it.yaml", ("so_can_bo: 14", "so_can_bo: 3"))
    few = with_lines(few, few, ("đạt chuẩn", "chưa đạt"), ("15/02/2023", "15/02/2023"))

    shown = json.loads(run("evaluate", few, "--format", "json").stdout)
    done = run("evaluate", few, "--format", "json", "--assumed", "count")

    assert "assumed" not in shown["standard"]
    assert json.loads(done.stdout)["standard"]["assumed"] == "count"


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_a_dash_reads_standard_input(run, ward, form):
    """Facts may come through a pipe, as YAML or as JSON."""
    text = ward.read_text(encoding="utf-8")
    if form == "json":
        facts = {
            "ward": {"code": "00001", "name": "Phường Thử", "province": "99"},
            "period": {"from": "2023-01-01", "to": "2023-12-31"},
            "facts": {"so_ho": 5},
        }
        text = json.dumps(facts)

    done = run("evaluate", "-", input=text.encode())

    assert done.exit_code == 0
    assert "Phường Thử" in done.stdout


@pytest.mark.parametrize(
    ("given", "said"),
    [(b"\xff\xfe", "<stdin>: KM-105"), (b"facts: [", "<stdin>:1:"), (b"facts: {}", "KM-204")],
)
def test_standard_input_that_is_no_facts_file_is_refused(run, given, said):
    """What is wrong with standard input is said as of a file."""
    done = run("evaluate", "-", input=given)

    assert done.exit_code == 2
    assert said in done.stderr


def test_standard_input_is_read_once(run):
    """Two dashes are a mistake."""
    done = run("evaluate", "-", "-", input=b"")

    assert (done.exit_code, "KM-722" in done.stderr) == (2, True)


def test_every_problem_of_every_file_is_reported(run, tmp_path, ward):
    """One bad file does not hide another; nothing goes to standard output."""
    wrong = with_lines(ward, tmp_path / "sai.yaml", ("so_ho: 1000", "so_hoo: bốn"))

    missing = run("evaluate", "khong-co.yaml", tmp_path, ward)
    unknown = run("evaluate", wrong, ward, "--lang", "vi")

    assert missing.exit_code == unknown.exit_code == 2
    assert missing.stdout == unknown.stdout == ""
    assert "khong-co.yaml: KM-101" in missing.stderr
    assert "KM-103" in missing.stderr
    assert "so_hoo: bốn\n    ^" in unknown.stderr
    assert "KM-755 chưa ghi kết luận nào, kể cả của 1 trên 2 phường" in unknown.stderr
    assert "Có phải ý bạn là" in unknown.stderr


def test_a_pattern_the_shell_left_alone_is_expanded(run, ward, tmp_path):
    """Windows leaves patterns to programs."""
    for name in ("a.yaml", "b.yaml"):
        with_lines(ward, tmp_path / name)

    done = run("evaluate", tmp_path / "*.yaml", "--format", "json")

    assert len(json.loads(done.stdout)) == 2


def test_output_is_written_to_the_file(run, ward, tmp_path):
    """--output takes the result; standard output stays empty."""
    path = tmp_path / "ket-luan.txt"

    done = run("evaluate", ward, "--output", path, "--lang", "vi")

    assert (done.exit_code, done.stdout) == (0, "")
    assert f"Đã ghi {path}." in done.stderr
    assert "KẾT LUẬN: ĐẠT" in path.read_text(encoding="utf-8")


def test_output_never_overwrites_an_input(run, ward, tmp_path):
    """The facts cannot be lost, whatever name they are given by."""
    facts = with_lines(ward, tmp_path / "w.yaml")
    (tmp_path / "sub").mkdir()
    before = facts.read_bytes()

    done = run("evaluate", facts, "--output", tmp_path / "sub" / ".." / "w.yaml")

    assert (done.exit_code, "KM-720" in done.stderr) == (2, True)
    assert facts.read_bytes() == before


def test_output_that_cannot_be_written_changes_nothing(run, ward, tmp_path):
    """A folder, a missing folder or a device as the target is refused; nothing is left behind."""
    folder = run("evaluate", ward, "--output", tmp_path)
    nowhere = run("evaluate", ward, "--output", tmp_path / "khong-co" / "a.txt")
    device = run("evaluate", ward, "--output", "/dev/null")

    assert [folder.exit_code, nowhere.exit_code, device.exit_code] == [2, 2, 2]
    assert "KM-121" in folder.stderr
    assert "KM-121" in nowhere.stderr
    assert "KM-721" in device.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("x.json", "--replay", "--as-if"),
        ("x.json", "--replay", "--on", "2023-01-01"),
        ("phuong.yaml", "--brief", "--format", "json"),
    ],
)
def test_options_that_do_not_go_together_are_refused(run, arguments):
    """An option that would do nothing is a mistake, not a silence."""
    done = run("evaluate", *arguments)

    assert (done.exit_code, "KM-719" in done.stderr) == (2, True)


def test_a_screen_gets_colour_and_the_same_words(run, ward, monkeypatch):
    """On a terminal the verdict and the summary are the plain text's words."""
    monkeypatch.setattr(Terminal, "interactive", True)
    monkeypatch.setenv("NO_COLOR", "1")

    done = run("evaluate", ward, ward, "--lang", "vi", "--brief")

    assert done.stdout.count("KẾT LUẬN: ĐẠT") == 2
    assert "TỔNG HỢP 2 PHƯỜNG" in done.stdout
    assert "\x1b[3" not in done.stdout
