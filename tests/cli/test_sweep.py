"""``kieumau sweep``: what it prints, writes and refuses, over the invented wards of Tỉnh Mẫu."""

import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import golden
from tests.cli.test_preview import TINH_MAU, WARDS, Page

both = pytest.mark.parametrize("lang", ["vi", "en"])
ONE = ("--threshold", "dan-hai-long=90..99")
TWO = ("--threshold", "dan-hai-long=90..98:4", "--threshold", "xu-ly-vi-pham-via-he=85;90;92,5")
SWEPT = ("sweep", TINH_MAU, "--facts", WARDS)


@both
@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("markdown", "md")])
@pytest.mark.parametrize(("name", "given"), [("sweep", ONE), ("sweep-pairs", TWO)])
def test_a_sweep_says_how_many_wards_meet_at_each_point(run, lang, form, ending, name, given):
    """Word for word: the simulation said, the point in force marked."""
    done = run(*SWEPT, *given, "--format", form, "--lang", lang)

    assert (done.exit_code, done.stderr) == (0, "")
    golden(f"{name}.{lang}.{ending}", done.stdout)


def test_json_and_csv_hold_the_same_in_both_languages(run):
    """Every number; each line of a CSV says what it is."""
    for form in ("json", "csv"):
        vi, en = (run(*SWEPT, *ONE, "--format", form, "--lang", lang) for lang in ("vi", "en"))
        assert vi.stdout == en.stdout
    lines = list(csv.DictReader(vi.stdout.splitlines()))
    found = json.loads(run(*SWEPT, *ONE, "--format", "json").stdout)

    assert found["format"] == "kieumau/sweep/1"
    (group,), (threshold,) = found["groups"], found["thresholds"]
    for line, count, point in zip(lines, group["counts"], threshold["points"], strict=True):
        assert (line["dan-hai-long"], line["in_force"]) == (
            point["at"],
            "true" if point["now"] else "false",
        )
        assert {name: int(line[name]) for name in count} == count
        assert line["notices"].startswith("Mô phỏng, không phải quy định")
    assert sum(line["in_force"] == "true" for line in lines) == 1


def test_csv_of_two_thresholds_has_a_line_for_each_pair(run):
    """Both points in columns of their indicators' names."""
    lines = list(csv.DictReader(run(*SWEPT, *TWO, "--format", "csv").stdout.splitlines()))

    assert [(each["dan-hai-long"], each["xu-ly-vi-pham-via-he"]) for each in lines] == [
        (one, two) for one in ("90", "94", "95", "98") for two in ("85", "90", "92.5")
    ]


@both
@pytest.mark.parametrize("given", [ONE, TWO])
def test_the_page_is_whole_and_stands_alone(run, lang, given, tmp_path):
    """Well formed, nothing fetched, no script; a picture with its label, and every number."""
    file = tmp_path / "p.html"

    done = run(*SWEPT, *given, "--html", file, "--lang", lang)

    page = Page(file.read_text("utf-8"))
    assert (done.exit_code, page.open) == (0, [])
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in page.tags}
    assert not {"src", "style", "onclick"} & {name for _, attrs in page.tags for name in attrs}
    assert page.tags[0] == ("html", {"lang": lang})
    assert all(attrs["aria-label"] for tag, attrs in page.tags if tag == "svg")
    said = " ".join(page.said)
    assert {"vi": "Mô phỏng, không phải quy định", "en": "A simulation, not a rule"}[lang] in said
    assert {"vi": "95% (hiện hành)", "en": "95% (in force)"}[lang] in said


def test_wards_of_several_years_have_a_part_each(run, tmp_path):
    """And a picture of the years together."""
    other, file = tmp_path / "2022.csv", tmp_path / "p.html"
    lines = Path(WARDS).read_text("utf-8").splitlines(keepends=True)
    text = "".join(lines[:11]).replace("2023-", "2022-").replace("/2023", "/2022")
    other.write_text(text, "utf-8")

    done = run(*SWEPT, "--facts", other, *ONE, "--lang", "en", "--html", file)

    assert done.exit_code == 0
    for title in (
        "WARDS AT EACH POINT\n",
        "WARDS AT EACH POINT, 2022",
        "WARDS AT EACH POINT, 2023",
    ):
        assert title in done.stdout
    assert "Wards that meet the criteria, by year" in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((TINH_MAU, "--facts", WARDS), "KM-713"),
        ((TINH_MAU, *ONE), "KM-713"),
        ((TINH_MAU, "--threshold", "khong-co=1..2", "--facts", WARDS), "KM-780"),
        ((TINH_MAU, *ONE, "--facts", "nowhere.csv"), "KM-101"),
        ((TINH_MAU, *ONE, "--facts", "../../examples/wards/phuong-mau-a-dat.yaml"), "KM-505"),
        ((TINH_MAU, *ONE, "--facts", WARDS, "--on", "31/02/2023"), "KM-701"),
        ((TINH_MAU, *ONE, "--facts", WARDS, "--output", WARDS), "KM-720"),
        ((TINH_MAU, *ONE, "--facts", WARDS, "--html", "x", "--output", "./x"), "KM-719"),
    ],
)
def test_what_cannot_be_done_is_refused(run, arguments, code):
    """With a code, and nothing written."""
    before = Path(WARDS).read_bytes()

    done = run("sweep", *arguments)

    assert (done.exit_code, done.stdout) == (2, "")
    assert code in done.stderr
    assert not Path("x").exists()
    assert Path(WARDS).read_bytes() == before
