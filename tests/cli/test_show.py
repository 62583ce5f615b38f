"""What `kieumau show` prints beyond a standard's own words: pages, and what differs."""

import json
import sys

import pytest

from kieumau.wording import LANGUAGES
from tests.cli.conftest import golden

both = pytest.mark.parametrize("lang", LANGUAGES)
ON = ("--on", "2023-12-31")


@both
def test_the_catalogue_page_holds_measures_documents_and_gaps(run, lang):
    """They are on the page without being asked for, in the reader's language."""
    done = run("show", "tinh-thu", *ON, "--html", "--lang", lang)

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(f'<!DOCTYPE html>\n<html lang="{lang}">')
    for anchor in ("binh-chua-chay", "so_ho_co_binh", "nghi-quyet"):
        assert f'id="{anchor}"' in done.stdout
    assert {"vi": "Chưa được công bố.", "en": "It is not public."}[lang] in done.stdout


@both
@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("markdown", "md")])
def test_diff_tells_each_change_with_both_citations(run, lang, form, ending):
    """A province against its base, word for word."""
    done = run("show", "tinh-thu", "--diff", *ON, "--format", form, "--lang", lang)

    assert (done.exit_code, done.stderr) == (0, "")
    golden(f"diff.{lang}.{ending}", done.stdout)


def test_diff_as_data_names_both_sides(run):
    """JSON has the two standards, counts, and each change with a line in both languages."""
    done = run("show", "tinh-thu", "--diff", *ON, "--format", "json")
    data = json.loads(done.stdout)

    assert [data[side]["id"] for side in ("before", "after")] == ["bo-goc", "tinh-thu"]
    assert sum(data["counts"].values()) == len(data["changes"])
    tightened = next(each for each in data["changes"] if each["kind"] == "tightened")
    assert tightened["said"]["vi"] == {"before": "80%", "after": "90%"}
    assert [tightened[side][0]["instrument"] for side in ("rests", "basis")] == [
        "thong-tu",
        "nghi-quyet",
    ]


def test_diff_names_the_other_standard(run):
    """Named or left out, the layer below is the same."""
    named = run("show", "tinh-thu", "--diff", "bo-goc", *ON)

    assert named.stdout == run("show", "tinh-thu", *ON, "--diff").stdout


def test_two_dates_are_compared_earlier_first(run):
    """What came into force between two dates, whichever is named first."""
    one = run("show", "bo-goc", "--on", "2022-12-31", "--diff-on", "2023-12-31", "--lang", "vi")
    other = run("show", "bo-goc", "--on", "2023-12-31", "--diff-on", "2022-12-31", "--lang", "vi")

    assert one.stdout == other.stdout
    assert "BỔ SUNG CHỈ TIÊU" in one.stdout
    assert "giam-vu" in one.stdout


def test_no_difference_is_said(run):
    """Nothing to tell is told."""
    done = run("show", "bo-goc", *ON, "--diff-on", "2023-12-30", "--lang", "vi")

    assert done.exit_code == 0
    assert "! Không có khác biệt nào." in done.stdout


@pytest.mark.parametrize("option", ["--html", "--markdown"])
def test_the_short_forms_write_a_file(run, option, tmp_path):
    """They are --format and --output in one; alone they print."""
    path, form = tmp_path / "trang", option.removeprefix("--")

    done = run("show", "bo-goc", *ON, option, path, "--lang", "vi")

    assert (done.exit_code, done.stdout) == (0, "")
    long = run("show", "bo-goc", *ON, "--format", form, "--lang", "vi")
    assert path.read_text(encoding="utf-8") == long.stdout
    assert run("show", "bo-goc", *ON, option, "--lang", "vi").stdout == long.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("bo-goc", "--diff"), "KM-770"),
        (("tinh-thu", "--diff", "tai-lap-5764"), "KM-771"),
        (("tinh-thu", "--diff", "khong-co"), "KM-411"),
        (("tinh-thu", "--diff-on", "hom qua"), "KM-701"),
        (("tinh-thu", "--diff", "--diff-on", "2022-12-31"), "KM-719"),
        (("tinh-thu", "--diff", "--measures"), "KM-719"),
        (("tinh-thu", "--html", "a", "--markdown", "b"), "KM-719"),
        (("tinh-thu", "--html", "a", "--format", "json"), "KM-719"),
        (("tinh-thu", "--html", "a", "--output", "b"), "KM-719"),
        (("--html", "tinh-thu"), "KM-713"),
    ],
)
def test_what_cannot_be_compared_or_combined_is_refused(run, arguments, code):
    """Refused with a code before anything is written."""
    done = run("show", *arguments)

    assert (done.exit_code, done.stdout) == (2, "")
    assert code in done.stderr


def test_without_jinja2_a_page_is_refused_in_words(run, monkeypatch, tmp_path):
    """What to install is said, and no file is begun."""
    monkeypatch.setitem(sys.modules, "jinja2", None)
    path = tmp_path / "trang.html"

    done = run("show", "bo-goc", *ON, "--html", path, "--lang", "vi")

    assert (done.exit_code, path.exists()) == (2, False)
    assert "kieumau[html]" in done.stderr


def test_targets_are_shown_with_their_day_and_basis(run):
    """A province's programme targets, or why they are not known."""
    done = run("show", "ha-tinh", *ON, "--lang", "vi")

    assert "MỤC TIÊU CỦA CHƯƠNG TRÌNH" in done.stdout
    assert "Mục tiêu: ít nhất 30% số đơn vị" in done.stdout
    goals = [
        each["goal"]
        for each in json.loads(run("show", "ha-tinh", *ON, "--format", "json").stdout)["targets"][
            "ha-tinh"
        ]["of"]
    ]
    assert goals[:2] == [{"exactly": 1}, {"more_than": "thi-diem-2023"}]
