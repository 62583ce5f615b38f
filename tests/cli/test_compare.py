"""``kieumau compare``: what it prints, writes, takes and refuses."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import SITE, golden
from tests.cli.test_preview import Page

both = pytest.mark.parametrize("lang", ["vi", "en"])
WARDS = "../../examples/wards"
A, B, D = (f"{WARDS}/phuong-mau-{name}.yaml" for name in ("a-dat", "b-khong-dat", "d-duoc-mien"))


@pytest.fixture
def year(ward, tmp_path):
    """Return the same ward a year later: fewer households with extinguishers, a late plan."""
    text = ward.read_text("utf-8")
    for old, new in (
        ("{from: 2023-01-01, to: 2023-12-31}", "{from: 2024-01-01, to: 2024-12-31}"),
        ("{value: 950,", "{value: 930,"),
        ("15/02/2023", "15/05/2024"),
        ("so_vu: 18", "so_vu: 30"),
    ):
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "nam-nay.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def stricter(tmp_path):
    """Return a later version of the province's plugin, with a threshold raised."""
    folder = tmp_path / "tinh_thu"
    shutil.copytree(SITE / "tinh_thu", folder)
    rules = folder / "rules/2023.yaml"
    rules.write_text(rules.read_text("utf-8").replace("to: 90%", "to: 95%"), "utf-8")
    manifest = folder / "plugin.yaml"
    text = re.sub(r"version: .*", 'version: "3.0"', manifest.read_text("utf-8"), count=1)
    manifest.write_text(text, "utf-8")
    return folder


@both
@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("markdown", "md")])
def test_last_year_and_this_year_under_two_versions(run, ward, year, stricter, lang, form, ending):
    """Facts, a period and a version at once, word for word."""
    given = ("--criteria", "tinh-thu", "--criteria", stricter, "--format", form, "--lang", lang)

    done = run("compare", ward, year, *given)

    assert (done.exit_code, done.stderr) == (0, "")
    golden(f"compare.{lang}.{ending}", done.stdout)


@both
def test_nothing_that_differs_is_said_in_a_line(run, verdict, tmp_path, lang):
    """Two files of one verdict."""
    other = tmp_path / "again.json"
    shutil.copy(verdict, other)

    done = run("compare", verdict, other, "--lang", lang)

    assert done.exit_code == 0
    golden(f"compare-same.{lang}.txt", done.stdout)


def test_a_verdict_file_and_facts_are_compared_alike(run, ward, year, verdict):
    """Verdicts of files, facts judged here, or one of each: one answer."""
    facts = run("compare", ward, year, "--criteria", "tinh-thu", "--format", "json")
    mixed = run("compare", verdict, year, "--criteria", "tinh-thu", "--format", "json")

    assert json.loads(facts.stdout) == json.loads(mixed.stdout)


def test_json_is_the_same_in_both_languages(run, ward, year):
    """Every text in both."""
    vi, en = (
        run(
            "compare", ward, year, "--criteria", "tinh-thu", "--format", "json", "--lang", lang
        ).stdout
        for lang in ("vi", "en")
    )

    assert vi == en
    assert json.loads(vi)["format"] == "kieumau/difference/1"


def test_one_ward_under_two_standards_and_on_two_dates(run):
    """One file; the facts that only one standard knows are left out under the other."""
    standards = run(
        "compare", D, "--criteria", "tai-lap-5764", "--criteria", "../../examples/tinh-mau",
        "--format", "json",
    )  # fmt: skip
    dates = run(
        "compare", A, "--criteria", "ha-tinh", "--on", "2023-12-31", "--on", "2026-06-30",
        "--format", "json",
    )  # fmt: skip
    found = json.loads(standards.stdout)
    number = found["brings"]["sets"][0][0]

    assert (standards.exit_code, dates.exit_code) == (0, 0)
    assert (found["a"]["outcome"], found["b"]["outcome"]) == ("not_met", "met")
    assert found["differences"][number - 1]["kind"] == "waiver"
    assert {each["because"] for each in json.loads(dates.stdout)["differences"]} == {"date"}


@both
def test_the_page_is_whole_and_stands_alone(run, ward, year, lang, tmp_path):
    """Well formed, nothing fetched, no script, every number a link to its row."""
    file = tmp_path / "p.html"
    given = ("--criteria", "tinh-thu", "--html", file, "--lang", lang)
    done = run("compare", ward, year, *given)
    page = Page(file.read_text("utf-8"))

    assert (done.exit_code, page.open) == (0, [])
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in page.tags}
    assert not {"src", "style", "onclick"} & {name for _, attrs in page.tags for name in attrs}
    assert page.tags[0] == ("html", {"lang": lang})
    rows = {f"#{attrs['id']}" for _, attrs in page.tags if attrs.get("id", "").startswith("khac-")}
    links = {attrs["href"] for tag, attrs in page.tags if tag == "a"}
    assert {each for each in links if each.startswith("#khac-")} <= rows
    assert len(rows) > 3


def test_names_are_text_and_not_markup(run, ward, year, tmp_path):
    """Whatever a file holds is shown as it is written."""
    file = tmp_path / "p.html"
    year.write_text(year.read_text("utf-8").replace("Phường Thử", "<b>Phường</b> & 2"), "utf-8")

    assert run("compare", ward, year, "--criteria", "tinh-thu", "--html", file).exit_code == 0
    assert "&lt;b&gt;Phường&lt;/b&gt; &amp; 2" in file.read_text("utf-8")


def test_a_plugin_that_is_not_installed_is_found_where_it_is_said_to_be(
    run, ward, year, stricter, tmp_path
):
    """By default by its id; a folder of another plugin is not taken for it."""
    a, b = tmp_path / "a.json", tmp_path / "b.json"
    shutil.move(stricter, stricter.with_name("bo-khac"))
    folder = stricter.with_name("bo-khac")
    manifest = folder / "plugin.yaml"
    manifest.write_text(
        manifest.read_text("utf-8").replace("id: tinh-thu", "id: tinh-nay"), "utf-8"
    )
    run("evaluate", ward, "--criteria", "tinh-thu", "--format", "json", "--output", a)
    run("evaluate", year, "--criteria", folder, "--format", "json", "--output", b)

    lost = json.loads(run("compare", a, b, "--format", "json").stdout)
    found = json.loads(run("compare", a, b, "--criteria", folder, "--format", "json").stdout)

    assert (lost["untried"], lost["brings"]) == ("not_loaded", None)
    assert "tinh-nay" in lost["why_untried"][0]["en"]
    assert found["untried"] is None
    assert found["brings"]["exact"] is True


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), "KM-713"),
        ((A,), "KM-791"),
        ((A, "--criteria", "ha-tinh"), "KM-791"),
        ((A, B), "KM-713"),
        ((A, B, "--criteria", "a", "--criteria", "b", "--criteria", "c"), "KM-792"),
        ((A, "--criteria", "ha-tinh", *("--on", "2023-12-31") * 3), "KM-792"),
        ((A, B, "--criteria", "ha-tinh", "--on", "31/02/2023"), "KM-701"),
        ((A, "nowhere.yaml", "--criteria", "ha-tinh"), "KM-101"),
        ((A, "nowhere.json", "--criteria", "ha-tinh"), "KM-101"),
        ((A, f"{WARDS}/tinh-mau-24-phuong.csv", "--criteria", "ha-tinh"), "KM-979"),
        ((A, B, "--criteria", "khong-co"), "KM-411"),
        ((A, B, "--criteria", "ha-tinh", "--output", A), "KM-720"),
        ((A, B, "--criteria", "ha-tinh", "--html", B), "KM-720"),
        ((A, B, "--criteria", "ha-tinh", "--html", "x", "--output", "./x"), "KM-719"),
        ((A, "phuong.yaml", "--criteria", "ha-tinh"), "KM-505"),
    ],
)
def test_what_cannot_be_done_is_refused(run, arguments, code):
    """With a code, and nothing written."""
    before = Path(A).read_bytes()

    done = run("compare", *arguments)

    assert (done.exit_code, done.stdout) == (2, "")
    assert code in done.stderr
    assert not Path("x").exists()
    assert Path(A).read_bytes() == before


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"format": "kieumau/verdict/2"}', "KM-703"),
        ('{"format": "kieumau/verdict/1"}', "KM-703"),
        ('{"format": ', "KM-12"),
        ('[{"format": "kieumau/verdict/1"}, {"format": "kieumau/verdict/1"}]', "KM-979"),
    ],
)
def test_a_broken_verdict_is_refused(run, verdict, tmp_path, text, code):
    """Never half read."""
    file = tmp_path / "v.json"
    file.write_text(text, "utf-8")

    done = run("compare", verdict, file, "--criteria", "tinh-thu")

    assert (done.exit_code, done.stdout) == (2, "")
    assert code in done.stderr
    assert str(file) in done.stderr


@pytest.mark.parametrize(
    ("more", "code"),
    [(("--on", "2023-12-31"), "KM-719"), (("--assumed", "count"), "KM-719")],
)
def test_what_only_facts_would_heed_is_refused_for_verdicts(run, verdict, tmp_path, more, code):
    """A verdict has its date and its choice already."""
    other = tmp_path / "again.json"
    shutil.copy(verdict, other)

    done = run("compare", verdict, other, *more)

    assert (done.exit_code, done.stdout) == (2, "")
    assert code in done.stderr


def test_one_verdict_is_not_compared_with_itself_by_mistake(run, verdict):
    """Two standards cannot change what a file says."""
    done = run("compare", verdict, "--criteria", "tinh-thu", "--criteria", "bo-goc")

    assert (done.exit_code, done.stdout) == (2, "")
    assert "KM-791" in done.stderr


def test_where_one_file_cannot_be_written_none_is(run, ward, year, tmp_path):
    """What stood in the other is still there."""
    kept = tmp_path / "kept.txt"
    kept.write_text("kept", "utf-8")

    files = ("-o", kept, "--html", tmp_path / "nowhere" / "x.html")
    done = run("compare", ward, year, "--criteria", "tinh-thu", *files)

    assert done.exit_code == 2
    assert "KM-121" in done.stderr
    assert kept.read_text("utf-8") == "kept"
