"""``kieumau evaluate``: lengths, pages and Word files, and what does not go together."""

import hashlib
import io
import json
import shlex
import zipfile

import docx
import pytest

from kieumau.render.rendering import render
from kieumau.verdicts.verdict import Verdict
from tests.render.test_html_page import Tags


def said(html: str) -> str:
    """Return what a page says."""
    return " ".join(" ".join(Tags(html).said).replace("\u00a0", " ").split())


@pytest.mark.parametrize("detail", [0, 1, 2, 3])
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_length_is_chosen(run, ward, verdict, detail, form):
    """--detail tells as much as `render` does; 3 is what is told without it."""
    found = Verdict.from_json(verdict.read_text(encoding="utf-8"))

    done = run("evaluate", ward, "--detail", detail, "--format", form, "--lang", "vi")

    assert (done.exit_code, done.stdout) == (0, render(found, form, "vi", detail=detail))
    if detail == 3:
        whole = run("evaluate", ward, "--format", form, "--lang", "vi")
        assert whole.stdout == done.stdout


def test_several_wards_at_a_line_each_are_the_summary(run, ward):
    """A line for each ward, the counts, and each notice once: nothing twice."""
    done = run("evaluate", ward, ward, "--detail", "0", "--lang", "en")

    assert done.stdout.startswith("SUMMARY OF 2 WARDS\n")
    assert done.stdout.count("Phường Thử (00001): met") == 2
    assert done.stdout.count("not a decision of recognition") == 1


def test_several_wards_in_paragraphs_end_in_the_summary(run, ward):
    """As the whole text does."""
    done = run("evaluate", ward, ward, "--detail", "1", "--format", "markdown", "--lang", "en")

    assert done.stdout.count("Phường Thử (code 00001), assessed from") == 2
    assert "## Summary of 2 wards" in done.stdout


def test_a_page_is_written_beside_a_line_on_the_screen(run, ward, tmp_path):
    """--html alone leaves the screen to a line for each ward; the page holds everything."""
    page = tmp_path / "bao-cao.html"

    done = run("evaluate", ward, "--html", page, "--lang", "vi")

    assert done.exit_code == 0
    assert done.stdout.startswith("✓ Phường Thử (00001): đạt; ")
    assert done.stdout.count("\n") == 1
    assert done.stderr.endswith(f"Đã ghi {page}.\n")
    assert "Phụ lục: giải trình và căn cứ" in said(page.read_text(encoding="utf-8"))


def test_everything_of_one_run_is_of_one_verdict(run, ward, tmp_path):
    """JSON, page and Word file in one go; both name the digest of that very JSON file."""
    page, word, data = (tmp_path / name for name in ("a.html", "a.docx", "a.json"))

    done = run(
        "evaluate", ward, "--html", page, "--docx", word, "--format", "json", "--output", data
    )

    digest = hashlib.sha256(data.read_bytes()).hexdigest()
    assert (done.exit_code, done.stdout) == (0, "")
    assert digest in page.read_text(encoding="utf-8")
    assert digest in zipfile.ZipFile(word).read("word/document.xml").decode()


def test_the_commands_on_a_page_reach_the_same_verdict(run, ward, tmp_path, monkeypatch):
    """What a report says under «how to check it» is what it takes."""
    page = tmp_path / "a.html"
    run("evaluate", ward, "--html", page, "--lang", "en", "--assumed", "count")
    facts = ward.read_text(encoding="utf-8")
    html = page.read_text(encoding="utf-8")
    command = html.partition("<code><span>kieumau</span> <span>evaluate</span>")[2]
    words = shlex.split(said(command.partition("</code>")[0].replace("</span>", "</span> ")))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.yaml").write_text(facts, encoding="utf-8")

    done = run("evaluate", *words)
    again = run("evaluate", "verdict.json", "--replay", "--criteria", "tinh-thu")

    assert (done.exit_code, again.exit_code) == (0, 0), done.stderr
    assert "--assumed" in words
    assert hashlib.sha256((tmp_path / "verdict.json").read_bytes()).hexdigest() in html


def test_the_forms_go_to_output_too(run, ward, tmp_path):
    """--format html and --format docx are the same files."""
    page, word, other = (tmp_path / name for name in ("a.html", "a.docx", "b.docx"))
    run("evaluate", ward, "--html", page, "--docx", word, "--lang", "en")

    html = run("evaluate", ward, "--format", "html", "--lang", "en").stdout
    done = run("evaluate", ward, "--format", "docx", "-o", other, "--lang", "en")

    assert html == page.read_text(encoding="utf-8")
    assert (done.exit_code, other.read_bytes()) == (0, word.read_bytes())
    title = docx.Document(io.BytesIO(word.read_bytes())).core_properties.title
    assert title == "Assessment: Phường Thử (code 00001)"


def test_one_page_holds_several_wards(run, ward, tmp_path):
    """With a list of contents."""
    page = tmp_path / "a.html"

    done = run("evaluate", ward, ward, "--html", page, "--lang", "en")

    text = page.read_text(encoding="utf-8")
    assert done.stdout.startswith("SUMMARY OF 2 WARDS")
    assert "Assessment sheets of 2 wards Contents" in said(text)
    assert text.count('<article class="sheet"') == 2


@pytest.mark.parametrize("how", [("--docx", "x.docx"), ("--format", "docx", "-o", "x.docx")])
def test_a_word_file_is_one_wards(run, ward, tmp_path, monkeypatch, how):
    """Several wards are refused with what to do, and nothing is written."""
    copy = tmp_path / "w.yaml"
    copy.write_text(ward.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    done = run("evaluate", copy, copy, "--html", "x.html", *how, "--lang", "en")

    assert (done.exit_code, done.stdout) == (2, "")
    assert "KM-740 a Word file is one ward's, and there are 2" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["w.yaml"]


@pytest.mark.parametrize(
    "options",
    [
        ("--brief", "--detail", "1"),
        ("--brief", "--format", "html"),
        ("--detail", "1", "--format", "json"),
        ("--detail", "1", "--format", "html"),
        ("--html", "same", "--docx", "same"),
        ("--html", "same", "--format", "json", "-o", "./same"),
        ("--replay", "--html", "a.html"),
        ("--replay", "--docx", "a.docx"),
        ("--replay", "--detail", "0"),
    ],
)
def test_what_does_not_go_together_is_refused(run, ward, options):
    """An option that would do nothing is a mistake, not a silence."""
    done = run("evaluate", ward, *options)

    assert (done.exit_code, done.stdout, "KM-719" in done.stderr) == (2, "", True)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--detail", "4"), "KM-716"),
        (("--detail", "-1"), "KM-716"),
        (("--format", "pdf"), "KM-716"),
        (("--format", "docx"), "KM-713"),
        (("--html",), "KM-714"),
    ],
)
def test_bad_values_are_refused(run, ward, options, code):
    """With what they may be."""
    done = run("evaluate", ward, *options)

    assert (done.exit_code, code in done.stderr) == (2, True)


@pytest.mark.parametrize("option", ["--html", "--docx"])
def test_a_report_never_overwrites_the_facts(run, ward, tmp_path, option):
    """Whatever the option, an input is not an output."""
    facts = tmp_path / "w.yaml"
    facts.write_text(ward.read_text(encoding="utf-8"), encoding="utf-8")
    before = facts.read_bytes()

    done = run("evaluate", facts, option, facts)

    assert (done.exit_code, "KM-720" in done.stderr) == (2, True)
    assert facts.read_bytes() == before


@pytest.mark.parametrize("option", ["--html", "--docx"])
def test_a_report_that_cannot_be_written_leaves_nothing(run, ward, tmp_path, option):
    """Not even the other files of the run."""
    done = run(
        "evaluate", ward, option, tmp_path / "khong-co" / "a", "--format", "json",
        "-o", tmp_path / "a.json",
    )  # fmt: skip
    folder = run("evaluate", ward, option, tmp_path)

    assert (done.exit_code, folder.exit_code) == (2, 2)
    assert (done.stdout, folder.stdout) == ("", "")
    assert "KM-121" in done.stderr
    assert "KM-121" in folder.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("option", "module", "extra"), [("--html", "jinja2", "html"), ("--docx", "docx", "word")]
)
def test_an_extra_that_is_missing_is_named(run, ward, tmp_path, monkeypatch, option, module, extra):
    """With the command that installs it; nothing is written."""
    monkeypatch.setitem(__import__("sys").modules, module, None)

    done = run("evaluate", ward, option, tmp_path / "a")

    assert (done.exit_code, "KM-732" in done.stderr) == (2, True)
    assert f"kieumau[{extra}]" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_json_is_whole_whatever_is_written_beside(run, ward, tmp_path):
    """An explicit form keeps standard output to itself."""
    done = run("evaluate", ward, "--format", "json", "--html", tmp_path / "a.html")

    assert json.loads(done.stdout)["format"] == "kieumau/verdict/1"


def test_a_very_long_name_is_no_bug(run, ward, tmp_path):
    """Word's title holds 255 characters; the page says the whole name."""
    name, path, word = "Phường " + "x" * 1000, tmp_path / "dai.yaml", tmp_path / "a.docx"
    text = ward.read_text("utf-8")
    path.write_text(text.replace("name: ", f"name: {name} ", 1), "utf-8")
    assert name in path.read_text("utf-8")

    done = run("evaluate", path, "--criteria", "tinh-thu", "--docx", word, "--lang", "en")

    assert done.exit_code == 0, done.stderr
    document = docx.Document(io.BytesIO(word.read_bytes()))
    assert len(document.core_properties.title) == 255
    assert any(name in each.text for each in document.paragraphs)
