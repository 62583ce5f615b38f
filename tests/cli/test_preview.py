"""``kieumau preview``: what it prints, writes and refuses, over the invented wards of Tỉnh Mẫu."""

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kieumau import FactSet
from tests.cli.conftest import golden

TINH_MAU = "../../examples/tinh-mau"
WARDS = "../../examples/wards/tinh-mau-24-phuong.csv"
both = pytest.mark.parametrize("lang", ["vi", "en"])
VOID = {"meta", "rect"}


class Page(HTMLParser):
    """Collects the tags of a page, those left open, and its text."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.said = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        """Keep a tag, open until it is closed."""
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """Keep a tag that closes itself."""
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        """Close the tag opened last; another is not well formed."""
        assert self.open.pop() == tag

    def handle_data(self, data):
        """Keep the text."""
        self.said.append(data.strip())


@both
@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("markdown", "md")])
def test_a_preview_says_who_changes_and_why(run, lang, form, ending):
    """The example of the guide, word for word."""
    done = run("preview", TINH_MAU, "--facts", WARDS, "--format", form, "--lang", lang)

    assert (done.exit_code, done.stderr) == (0, "")
    golden(f"preview.{lang}.{ending}", done.stdout)


def test_json_holds_the_same_in_both_languages(run):
    """Every text in both, so the language asked for changes nothing."""
    vi, en = (
        run("preview", TINH_MAU, "--facts", WARDS, "--format", "json", "--lang", lang).stdout
        for lang in ("vi", "en")
    )
    found = json.loads(vi)

    assert vi == en
    assert found["format"] == "kieumau/preview/1"
    assert found["wards"] == sum(found["outcome"]["after"].values()) == 24
    assert len(found["changed"]) + sum(found["unchanged"].values()) == 24
    assert {each["after"] for each in found["changed"]} == {"met", "not_met", "undetermined"}


@both
def test_the_page_is_whole_and_stands_alone(run, lang, tmp_path):
    """Well formed, nothing fetched, no script, the same words as the text."""
    file = tmp_path / "p.html"
    done = run("preview", TINH_MAU, "--facts", WARDS, "--html", file, "--lang", lang)
    page = Page(file.read_text("utf-8"))

    assert (done.exit_code, page.open) == (0, [])
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in page.tags}
    assert not {"src", "style", "onclick"} & {name for _, attrs in page.tags for name in attrs}
    assert page.tags[0] == ("html", {"lang": lang})
    text = re.sub(r"\s+", " ", done.stdout)
    for said in page.said:
        if "Phường Mẫu" in said:
            assert said in text
    bars = [attrs["aria-label"] for tag, attrs in page.tags if tag == "svg"]
    assert len(bars) == 15  # eight before and after, but the one that is added
    assert bars[0].startswith(("trước: 15 ", "before: 15 "))


def test_names_are_text_and_not_markup(run, tmp_path):
    """Whatever a table holds is shown as it is written."""
    file, table = tmp_path / "p.html", tmp_path / "w.csv"
    text = Path(WARDS).read_text("utf-8")
    table.write_text(text.replace("Phường Mẫu 02", "<b>Phường</b> & 02"), "utf-8")

    assert run("preview", TINH_MAU, "--facts", table, "--html", file).exit_code == 0
    assert "&lt;b&gt;Phường&lt;/b&gt; &amp; 02" in file.read_text("utf-8")


def test_tables_of_every_kind_give_the_same(run, tmp_path):
    """CSV, JSON and JSON Lines of one set of wards."""
    wards = [ward.to_mapping() for ward in FactSet.read_all(WARDS)]
    lines = "".join(json.dumps(each) + "\n" for each in wards)
    (tmp_path / "w.json").write_text(json.dumps(wards), "utf-8")
    (tmp_path / "w.jsonl").write_text(lines, "utf-8")
    said = [
        run("preview", TINH_MAU, "--facts", each, "--lang", "vi").stdout
        for each in (WARDS, tmp_path / "w.json", tmp_path / "w.jsonl")
    ]

    assert said[0] == said[1] == said[2]


def test_evaluate_reads_tables_too(run):
    """A verdict a line of the table."""
    given = ("evaluate", WARDS, "--criteria", TINH_MAU, "--format", "json")
    verdicts = json.loads(run(*given).stdout)

    assert [each["facts"]["ward"]["code"] for each in verdicts] == [
        ward.ward.code for ward in FactSet.read_all(WARDS)
    ]


@pytest.mark.parametrize("command", ["evaluate", "preview"])
def test_a_column_that_names_no_measure_is_reported_once(run, command, tmp_path):
    """Not once for each of the wards, with what was perhaps meant."""
    table = tmp_path / "w.csv"
    table.write_text(Path(WARDS).read_text("utf-8").replace("so_camera_", "so_cam_"), "utf-8")
    given = {
        "evaluate": ("evaluate", table, "--criteria", TINH_MAU),
        "preview": ("preview", TINH_MAU, "--facts", table),
    }

    done = run(*given[command])

    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.count("KM-511") == 2  # so_cam_da_lap, so_cam_hoat_dong
    assert f"{table}:2:so_cam_da_lap" in done.stderr
    assert "«so_camera_da_lap»" in done.stderr


def test_a_ward_that_cannot_be_assessed_is_named_with_its_place(run):
    """Beside those that can; the command still answers."""
    other = "../../examples/wards/phuong-mau-a-dat.yaml"

    done = run("preview", TINH_MAU, "--facts", WARDS, "--facts", other, "--lang", "vi")

    assert done.exit_code == 0
    assert "Chưa đánh giá được 1 phường" in done.stdout
    assert f"- {other}: KM-505" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((TINH_MAU,), "KM-713"),
        (("bo-goc", "--facts", WARDS), "KM-750"),
        ((TINH_MAU, "--facts", "nowhere.csv"), "KM-101"),
        ((TINH_MAU, "--facts", "../../examples/wards/phuong-mau-a-dat.yaml"), "KM-505"),
        ((TINH_MAU, "--facts", WARDS, "--on", "31/02/2023"), "KM-701"),
        ((TINH_MAU, "--facts", WARDS, "--output", WARDS), "KM-720"),
        ((TINH_MAU, "--facts", WARDS, "--html", WARDS), "KM-720"),
        ((TINH_MAU, "--facts", WARDS, "--html", "x", "--output", "./x"), "KM-719"),
    ],
)
def test_what_cannot_be_done_is_refused(run, arguments, code):
    """With a code, and nothing written."""
    before = Path(WARDS).read_bytes()

    done = run("preview", *arguments)

    assert (done.exit_code, done.stdout) == (2, "")
    assert code in done.stderr
    assert not Path("x").exists()
    assert Path(WARDS).read_bytes() == before


def test_without_a_date_the_end_of_the_period_is_taken(run):
    """Without a word about it."""
    done = run("preview", TINH_MAU, "--facts", WARDS, "--format", "json")

    assert (json.loads(done.stdout)["on"], done.stderr) == ("2023-12-31", "")


def test_rules_not_yet_in_force_are_tried_as_of_their_first_day(run, tmp_path):
    """Both the day and the trying are said."""
    plugin = tmp_path / "tinh-mau"
    shutil.copytree(TINH_MAU, plugin)
    rules = plugin / "rules/2023.yaml"
    rules.write_text(rules.read_text("utf-8").replace("from: 2023-01-01", "from: 2027-01-01"))

    done = run("preview", plugin, "--facts", WARDS, "--lang", "vi")

    assert done.exit_code == 0
    assert "01/01/2027 (lần thay đổi gần nhất)" in done.stderr
    assert "Áp dụng thử: kỳ số liệu của 24 phường" in done.stdout


def test_the_invented_wards_say_so():
    """In every name and in every row."""
    for ward in FactSet.read_all(WARDS):
        assert ward.invented
        assert ward.ward.name.endswith("(giả định)")
