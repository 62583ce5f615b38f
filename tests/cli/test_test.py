"""``kieumau test`` and ``kieumau cases``: what fails and why, what was never tried, what to add."""

import json

import pytest

from tests.authoring.small import CASES, plugin

WRONG = CASES.replace("outcome: not_met", "outcome: met")


@pytest.fixture
def folder(tmp_path):
    """Return a plugin whose cases pass."""
    return plugin(tmp_path / "bo-nho")


@pytest.fixture
def failing(tmp_path):
    """Return a plugin one of whose cases fails."""
    return plugin(tmp_path / "bo-sai", "bo-sai", a=WRONG)


def test_a_line_a_case_with_its_sentence(run, folder):
    """In words, not by marks alone."""
    done = run("test", folder, "--lang", "vi")

    assert done.exit_code == 0
    assert "✓ đúng: goc: Đủ mọi số liệu thì đạt." in done.stdout
    assert "2 trường hợp: 2 đúng, 0 sai" in done.stdout


def test_a_failure_says_where_why_and_how_to_accept_it(run, failing):
    """The branch of the indicator that decides, and the lines to write."""
    done = run("test", failing, "--lang", "vi")

    assert done.exit_code == 1
    said = done.stdout
    assert "✗ sai: thap: Hài lòng 90% thì không đạt." in said
    assert "a.yaml:22:23: KM-451 kết luận là không đạt (not_met), mong đợi đạt (met)" in said
    assert "✗ Dân hài lòng — không đạt" in said
    assert "Thực tế: 450/500 = 90%" in said
    assert "      outcome: not_met\n" in said
    assert "        hai-long: not_met\n" in said


def test_the_lines_to_accept_make_the_case_pass(run, failing):
    """Put in the place of what is there, the case passes."""
    accept = json.loads(run("test", failing, "--format", "json").stdout)
    (wrong,) = [each for each in accept["plugins"][0]["cases"] if not each["passed"]]
    head, _, _ = WRONG.rpartition("    expect:")
    (failing / "cases" / "a.yaml").write_text(head + "\n".join(wrong["accept"]) + "\n", "utf-8")

    assert run("test", failing).exit_code == 0


def test_many_passing_cases_are_summed_up(run, folder):
    """The failing one is still shown."""
    more = "".join(
        f"  - {{id: c{n}, sentence: Câu {n}., like: goc, expect: {{outcome: met}}}}\n"
        for n in range(20)
    )
    (folder / "cases" / "a.yaml").write_text(WRONG + more, "utf-8")

    said = run("test", folder, "--lang", "vi").stdout

    assert "✓ 21 trường hợp đúng" in said
    assert "✗ sai: thap" in said
    assert "c7" not in said


def test_only_the_case_asked_for(run, failing):
    """By its id; an id nobody has is refused."""
    assert run("test", failing, "--case", "goc").exit_code == 0
    done = run("test", failing, "--case", "khong-co")
    assert done.exit_code == 2
    assert "KM-749" in done.stderr


def test_a_file_that_cannot_be_read_is_exit_code_2_and_the_rest_runs(run, folder):
    """The diagnostic goes to standard error."""
    (folder / "cases" / "b.yaml").write_text("format: kieumau/cases/1\ncases: {a\n", "utf-8")

    done = run("test", folder)

    assert done.exit_code == 2
    assert "b.yaml" in done.stderr
    assert "2 cases: 2 pass, 0 fail" in done.stdout


def test_a_wrong_case_is_its_own_failure(run, folder):
    """Facts nobody can read: exit code 1, every other case runs."""
    text = CASES.replace("so_hai_long: 450", "so_hai_long: nhiều")
    (folder / "cases" / "a.yaml").write_text(text, "utf-8")

    done = run("test", folder, "--lang", "vi")

    assert done.exit_code == 1
    assert "✓ đúng: goc" in done.stdout
    assert "a.yaml:21:" in done.stdout


def test_several_plugins_at_once(run, folder, failing):
    """One fails, so the answer is no."""
    done = run("test", folder, failing, "--format", "json")

    assert done.exit_code == 1
    found = json.loads(done.stdout)
    assert found["format"] == "kieumau/test/1"
    assert [each["id"] for each in found["plugins"]] == ["bo-nho", "bo-sai"]
    (difference,) = found["plugins"][1]["cases"][1]["differences"]
    assert (difference["code"], difference["expected"], difference["found"]) == (
        "KM-451",
        "met",
        "not_met",
    )


def test_cover_says_what_was_never_tried(run, folder):
    """A figure, each thing with its place, and how to get the cases."""
    done = run("test", folder, "--cover", "--lang", "vi")

    assert done.exit_code == 0
    assert "Độ phủ của bo-nho: chỉ tiêu 6/17, " in done.stdout
    assert "- nhánh «có hòm thư»: không đạt (" in done.stdout
    assert f"kieumau cases {folder} --boundaries" in done.stdout


def test_cover_in_json_has_everything(run, folder):
    """Seen or not, possible or not."""
    found = json.loads(run("test", folder, "--cover", "--format", "json").stdout)

    cover = found["plugins"][0]["coverage"]
    assert cover["counts"]["indicators"] == {"seen": 6, "of": 17}
    assert {each["group"] for each in cover["items"]} == {"indicators", "branches", "citations"}
    assert all(isinstance(each["seen"], bool) for each in cover["items"])


def test_markdown_holds_the_same(run, failing):
    """For a hand-over note."""
    said = run("test", failing, "--format", "markdown", "--cover", "--lang", "vi").stdout

    assert said.startswith("# bo-sai\n")
    assert "- ✗ sai: `thap`" in said
    assert "KM-451" in said
    assert "Chưa trường hợp nào thử:" in said


def test_boundary_cases_are_written_among_the_others_and_pass(run, folder):
    """A bare name stands for a file in the plugin's folder cases."""
    done = run("cases", folder, "--boundaries", "--output", "ranh-gioi.yaml", "--lang", "vi")

    assert done.exit_code == 0
    assert (folder / "cases" / "ranh-gioi.yaml").exists()
    after = run("test", folder, "--cover", "--lang", "vi")
    assert after.exit_code == 0
    assert "chỉ tiêu 17/17" in after.stdout
    assert "Chưa trường hợp nào thử" not in after.stdout
    assert run("check", folder).exit_code == 0
    again = run("cases", folder, "--boundaries", "--lang", "vi")
    assert again.stdout == ""
    assert "Không thiếu trường hợp ranh giới nào" in again.stderr


def test_a_file_that_is_there_is_not_written_over(run, folder):
    """Unless by force, and then only what it held is made again."""
    before = (folder / "cases" / "a.yaml").read_text("utf-8")

    done = run("cases", folder, "--boundaries", "--output", "a.yaml")

    assert done.exit_code == 2
    assert "KM-747" in done.stderr
    assert (folder / "cases" / "a.yaml").read_text("utf-8") == before
    assert run("cases", folder, "--boundaries", "--output", "b.yaml").exit_code == 0
    made = (folder / "cases" / "b.yaml").read_text("utf-8")
    assert run("cases", folder, "--boundaries", "--output", "b.yaml", "--force").exit_code == 0
    assert (folder / "cases" / "b.yaml").read_text("utf-8") == made


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ((), "KM-746"),
        (("--boundaries", "--output", "b.xlsx"), "KM-748"),
        (("--boundaries", "--on", "hôm nay"), "KM-701"),
        (("--boundaries", "--on", "2019-01-01"), "KM-421"),
    ],
)
def test_what_cannot_be_asked_for_is_refused(run, folder, more, code):
    """Nothing is written."""
    done = run("cases", folder, *more)

    assert done.exit_code == 2
    assert code in done.stderr
    assert done.stdout == ""
