"""``kieumau targets``: what it prints, writes and refuses, over Hà Tĩnh's nine wards."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import golden
from tests.cli.test_preview import Page

WARDS = "../../examples/wards/ha-tinh-2025-9-phuong.csv"
JUDGED = ("targets", "ha-tinh", "--facts", WARDS, "--on", "2025-12-31")
both = pytest.mark.parametrize("lang", ["vi", "en"])


@both
@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("markdown", "md")])
def test_a_ladder_is_said_word_for_word(run, lang, form, ending):
    """The example of the guide."""
    done = run(*JUDGED, "--format", form, "--lang", lang)

    assert (done.exit_code, done.stderr) == (0, "")
    golden(f"targets.{lang}.{ending}", done.stdout)


@both
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("bare", ("ha-tinh", "--on", "2024-06-30", "--inherit", "whole")),
        ("as-if", ("hung-yen", "--on", "2025-12-31", "--as-if")),
        ("city", ("tp-ho-chi-minh", "--on", "2025-06-30")),
    ],
)
def test_ladders_of_other_kinds_are_said_word_for_word(run, lang, name, arguments):
    """Without facts; after a merger, as asked; by numbers alone, with a fixed goal."""
    done = run("targets", *arguments, "--lang", lang)

    assert (done.exit_code, done.stderr) == (0, "")
    golden(f"targets-{name}.{lang}.txt", done.stdout)


def test_json_holds_the_same_in_both_languages(run):
    """Every text in both, so the language asked for changes nothing."""
    vi, en = (run(*JUDGED, "--format", "json", "--lang", lang).stdout for lang in ("vi", "en"))
    found = json.loads(vi)

    assert vi == en
    assert found["format"] == "kieumau/targets-report/1"
    assert [each["status"] for each in found["rungs"]] == [
        "undetermined",
        "undetermined",
        "undetermined",
        "not_met",
    ]
    assert "reconstructed" in found["notices"][0]["en"]


@both
def test_the_page_is_whole_and_stands_alone(run, lang, tmp_path):
    """Well formed, nothing fetched, no script; a bar for each goal, with its numbers in words."""
    file = tmp_path / "m.html"
    done = run(*JUDGED, "--html", file, "--lang", lang)
    page = Page(file.read_text("utf-8"))

    assert (done.exit_code, page.open) == (0, [])
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in page.tags}
    assert not {"src", "style", "onclick"} & {name for _, attrs in page.tags for name in attrs}
    assert page.tags[0] == ("html", {"lang": lang})
    text = re.sub(r"\s+", " ", done.stdout)
    said = [each for each in page.said if re.match(r"\d+ (trên|of) ", each)]
    assert len(said) == 6  # three towns, then three goals over the province
    assert all(each in text for each in said)
    bars = [attrs["aria-label"] for tag, attrs in page.tags if tag == "svg"]
    assert all(label.startswith(each) for label, each in zip(bars, said, strict=True))


def test_names_are_text_and_not_markup(run, tmp_path):
    """Whatever a table holds is shown as it is written."""
    file, table = tmp_path / "m.html", tmp_path / "w.csv"
    text = Path(WARDS).read_text("utf-8")
    table.write_text(text.replace("Thành Sen", "<b>Sen</b> &", 1), "utf-8")

    done = run("targets", "ha-tinh", "--facts", table, "--on", "2025-12-31", "--html", file)

    assert done.exit_code == 0
    assert "&lt;b&gt;Sen&lt;/b&gt; &amp;" in file.read_text("utf-8")
    assert "<b>Sen" not in file.read_text("utf-8")


def test_a_list_of_one_s_own(run, tmp_path):
    """Instead of the plugin's."""
    (tmp_path / "p.csv").write_text(
        "id,code,name,province,from\np,18073,Thành Sen,42,2025-07-01\n", "utf-8"
    )
    options = ("--registry", tmp_path / "p.csv", "--format", "json")
    found = json.loads(run(*JUDGED, *options).stdout)

    assert [each.get("total") for each in found["rungs"]] == [None, None, 1, 1]
    assert found["rungs"][2]["status"] == "met"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("ha-tinh",), "KM-713"),
        (("ha-tinh", "--on", "hôm nay"), "KM-701"),
        (("ha-tinh", "--on", "2030-12-31"), "KM-775"),
        (("tai-lap-5764", "--on", "2025-12-31"), "KM-772"),
        (("hung-yen", "--on", "2025-12-31"), "KM-776"),
        (("ha-tinh", "--on", "2025-12-31", "--inherit", "dân số"), "KM-716"),
        (("ha-tinh", "--on", "2025-12-31", "--registry", "khong-co.csv"), "KM-101"),
        (("ha-tinh", "--on", "2025-12-31", "--facts", "khong-co.csv"), "KM-101"),
        (("ha-tinh", "--on", "2025-12-31", "--html", "a", "-o", "a"), "KM-719"),
    ],
)
def test_what_cannot_be_done_is_refused(run, arguments, code):
    """With a code and exit 2; nothing on standard output."""
    done = run("targets", *arguments)

    assert (done.exit_code, done.stdout) == (2, "")
    assert code in done.stderr


def test_no_file_is_written_when_something_is_wrong(run, tmp_path):
    """Nor is one that is read written over."""
    out = tmp_path / "m.txt"
    assert run("targets", "ha-tinh", "--on", "2030-12-31", "-o", out).exit_code == 2
    assert not out.exists()

    table = tmp_path / "w.csv"
    table.write_bytes(Path(WARDS).read_bytes())
    done = run("targets", "ha-tinh", "--on", "2025-12-31", "--facts", table, "-o", table)
    assert (done.exit_code, "KM-720" in done.stderr) == (2, True)
    assert table.read_bytes() == Path(WARDS).read_bytes()


def test_the_answer_is_a_report_and_no_yes_or_no(run):
    """Exit 0 whether targets are met or not."""
    assert run(*JUDGED).exit_code == 0
