"""The filed report as a page and as a Word file: the same sheet, nothing lost, nothing broken."""

import base64
import hashlib
import io
import re
import sys
import zipfile

import docx
import pytest
from attrs import evolve
from hypothesis import given

from kieumau.errors import MissingExtraError
from kieumau.render.html.page import style_text
from kieumau.render.html.verdict import verdicts_html
from kieumau.render.layout import Links
from kieumau.render.lines import Section
from kieumau.render.rendering import render
from kieumau.render.sheet import sheet
from kieumau.render.speech import Voice, speak
from kieumau.render.word.verdict import verdict_docx
from kieumau.rules.facts import Ward
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import LANGUAGES, Lang
from tests.effort import share
from tests.render.samples import MAKERS
from tests.render.test_goldens import same_as_golden
from tests.render.test_html_page import Tags
from tests.render.test_told import GOLDEN as TOLD
from tests.strategies import cases

GOLDEN = TOLD.parent / "sheet"
HOSTILE = (
    '</style><script>alert(1)</script>"; } body { display: none } @import "x"; \\" \n{{ 7*7 }}'
)


def words(text: str) -> str:
    """Return text with its spaces, whatever kind, as one."""
    return " ".join(text.replace("\u00a0", " ").split())


def page_words(html: str) -> str:
    """Return all that a page says, from its first heading on."""
    body = Tags(html).said
    return words("".join(body[body.index(next(e for e in body if "{" in e and "root" in e)) + 1 :]))


def word_words(data: bytes) -> str:
    """Return all that a Word file says, in order."""
    document = docx.Document(io.BytesIO(data))
    said = []
    for block in document.iter_inner_content():
        if hasattr(block, "text"):
            said.append(block.text)
            continue
        for row in block.rows:
            seen = []
            for cell in row.cells:
                if cell._tc not in seen:
                    seen.append(cell._tc)
                    said += [each.text for each in cell.paragraphs]
    return words(" ".join(said))


def all_said(verdict: Verdict, lang: Lang):
    """Yield the words of a sheet, slot by slot, without the numbers of addresses."""
    filed, voice = sheet(verdict), Voice(lang)
    opening = filed.report
    slots = [opening.title, *opening.why, *opening.notices, filed.signed, *filed.signing]
    lines = list(opening.head)
    for part in (*filed.parts, *filed.annex):
        slots.append(part.title)
        if isinstance(part, Section):
            lines += part.lines
        else:
            slots += [*part.columns, *(cell for row in part.rows for cell in row.cells)]
    while lines:
        line = lines.pop()
        slots += [line.label, line.said, *line.tags]
        lines += line.lines
    yield from (words(speak(each, voice)) for each in slots)


def unnumbered(said: str) -> str:
    """Return words without the numbers of addresses."""
    return re.sub(r" \[[0-9]+\]", "", said)


def test_both_say_all_of_the_sheet(sample: tuple[str, Verdict], lang: Lang) -> None:
    """No label, line, tag or cell is lost on the way to a page or a Word file."""
    page = unnumbered(page_words(verdicts_html([sample[1]], lang)))
    file = unnumbered(word_words(verdict_docx(sample[1], lang)))

    for said in all_said(sample[1], lang):
        assert said in page
        assert said in file


@given(cases())
@share(6)
def test_a_page_says_all_of_any_verdict(case) -> None:
    """Law: whatever the verdict, its page says the whole sheet, and is well formed."""
    verdict = case.standard.evaluate(case.facts)
    for lang in LANGUAGES:
        page = unnumbered(page_words(verdicts_html([verdict], lang)))
        assert [said for said in all_said(verdict, lang) if said not in page] == []


@pytest.mark.parametrize("name", ["undetermined", "assumed", "not_met"])
def test_the_words_of_a_page(name: str, lang: Lang) -> None:
    """What a page says was read by a person, in order."""
    tags = Tags(verdicts_html([MAKERS[name]()], lang)).said
    said = [words(each) for each in tags if words(each) and ":root" not in each]

    digest = hashlib.sha256(MAKERS[name]().to_json().encode()).hexdigest()
    text = "\n".join(said).replace(digest, "DIGEST").replace(digest[:12], "DIGEST")
    same_as_golden(f"{name}.{lang}.txt", text + "\n", GOLDEN)


def test_nothing_in_data_breaks_out_of_a_page() -> None:
    """A ward's name ends no style, begins no script, and stands in the foot as it is."""
    verdict = MAKERS["hostile"]()
    ward = Ward("0001", HOSTILE, "42")
    verdict = evolve(verdict, facts=evolve(verdict.facts, ward=ward))

    html = verdicts_html([verdict, verdict], "vi")
    tags = Tags(html)

    assert {"script", "img", "iframe", "form"} & {tag for tag, _ in tags.tags} == set()
    assert [tag for tag, _ in tags.tags].count("style") == 1
    assert tags.open == []
    assert "{{ 7*7 }}" in "".join(tags.said)
    assert not re.search(r"<[^>]*\s(style|on[a-z]+)=", html)


def test_text_in_a_style_is_only_text() -> None:
    """Everything but plain letters and digits is written by its number."""
    assert re.fullmatch(r'"([A-Za-z0-9]|\\[0-9a-f]{6})*"', style_text(HOSTILE))
    assert style_text("Nam Hà") == '"Nam\\000020H\\0000e0"'


def test_a_page_needs_no_script_and_no_network(lang: Lang) -> None:
    """Its style is named by its hash, and nothing else may run or be fetched."""
    html = verdicts_html([MAKERS["not_met"]()], lang)
    inside = re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()

    assert f"style-src &#39;sha256-{digest}&#39;" in html
    assert "script" not in re.search(r'content="(default-src[^"]*)"', html)[1]
    assert not re.search(r"<(link|img|iframe|base|script)\b|\bsrc=|@import|url\(", html)


def test_every_link_inside_leads_somewhere() -> None:
    """Also where several wards have the same criteria: anchors are unique."""
    verdicts = [make() for make in MAKERS.values()]
    tags = Tags(verdicts_html(verdicts, "vi")).tags
    ids = [given["id"] for _, given in tags if "id" in given]
    inside = {given["href"][1:] for t, given in tags if t == "a" and given["href"][0] == "#"}

    assert len(ids) == len(set(ids))
    assert inside <= set(ids)
    assert {f"phuong-{n}" for n in range(1, len(verdicts) + 1)} <= inside


def test_what_decides_is_unfolded(verdicts: dict[str, Verdict]) -> None:
    """What stands against the outcome is open, the rest is folded; of what is met all is folded."""
    tags = Tags(verdicts_html([verdicts["not_met"]], "vi")).tags
    folds = {g.get("id", ""): "open" in g for tag, g in tags if tag == "details"}

    assert folds["phuong-1.Fire prevention"]
    assert folds["phuong-1.Households with extinguishers"]
    assert not folds["phuong-1.Officers"]
    met = Tags(verdicts_html([verdicts["met"]], "vi")).tags
    assert not [given for tag, given in met if tag == "details" and "open" in given]


def test_one_ward_has_no_list_of_contents(verdicts: dict[str, Verdict]) -> None:
    """Several have one, with a line for each and how many came to what."""
    one = verdicts_html([verdicts["met"]], "en")
    two = page_words(verdicts_html([verdicts["met"], verdicts["not_met"]], "en"))

    assert "<nav" not in one
    assert one == render(verdicts["met"], "html", "en")
    assert "In all: 1 met, 1 not met." in two
    assert "2 of 3 criteria are not met, first because of" in two


def test_the_same_verdict_is_the_same_bytes(sample: tuple[str, Verdict], lang: Lang) -> None:
    """Nothing of the moment is in either; the Word file's parts are undated."""
    again = MAKERS[sample[0]]()

    assert verdicts_html([sample[1]], lang) == verdicts_html([again], lang)
    assert verdict_docx(sample[1], lang) == verdict_docx(again, lang)
    parts = zipfile.ZipFile(io.BytesIO(verdict_docx(again, lang))).infolist()
    assert {each.date_time for each in parts} == {(1980, 1, 1, 0, 0, 0)}


def test_a_word_file_is_set_as_offices_set_theirs(verdicts: dict[str, Verdict]) -> None:
    """A4, Times New Roman 13, headings as headings, heads of tables repeated, rows kept whole."""
    document = docx.Document(io.BytesIO(verdict_docx(verdicts["not_met"], "vi")))
    page, normal = document.sections[0], document.styles["Normal"]
    rows = [table.rows[at] for table in document.tables for at in range(len(table.rows))]
    heads = [table.rows[0]._tr.xml for table in document.tables]

    assert (round(page.page_width.cm, 1), round(page.page_height.cm, 1)) == (21.0, 29.7)
    assert (normal.font.name, normal.font.size.pt) == ("Times New Roman", 13)
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == [
        "Kết quả đánh giá: Nam Hà (mã 18073)"
    ]
    assert {p.style.name for p in document.paragraphs} >= {"Heading 2", "Heading 3"}
    assert all("w:cantSplit" in row._tr.xml for row in rows)
    assert [("w:tblHeader" in head) for head in heads].count(False) == 1, "the signatures"
    headings = [style for style in document.styles if style.name.startswith("Heading ")]
    assert all(each.paragraph_format.keep_with_next for each in headings[:6])
    foot = page.footer.paragraphs[0]._p.xml
    assert re.findall(r"<w:instrText[^>]*>([A-Z]+)<", foot) == ["PAGE", "NUMPAGES"]
    assert document.core_properties.language == "vi-VN"
    assert document.core_properties.created.year == 2000


def test_signatures_are_asked_of_offices_only(lang: Lang) -> None:
    """Roles, a blank for place and date; the digest of what is signed for."""
    verdict = MAKERS["met"]()
    said = word_words(verdict_docx(verdict, lang))
    digest = hashlib.sha256(verdict.to_json().encode()).hexdigest()

    roles = {
        "vi": ("Đại diện Công an phường", "Cán bộ thẩm định", "(Ký, ghi rõ họ tên)"),
        "en": ("For the ward police", "Assessing officer", "(Signature and full name)"),
    }
    assert [each for each in roles[lang] if each not in said] == []
    assert digest in said


@pytest.mark.parametrize(
    ("module", "extra", "make"),
    [
        ("jinja2", "kieumau[html]", lambda verdict: verdicts_html([verdict], "vi")),
        ("docx", "kieumau[word]", lambda verdict: verdict_docx(verdict, "vi")),
    ],
)
def test_what_is_not_installed_is_named(monkeypatch, module, extra, make) -> None:
    """The extra to install, in both languages."""
    monkeypatch.setitem(sys.modules, module, None)

    with pytest.raises(MissingExtraError) as refused:
        make(MAKERS["met"]())

    assert extra in refused.value.say("vi")
    assert extra in refused.value.say("en")


def test_addresses_are_numbered_once() -> None:
    """One address has one number, however often it is met."""
    links = Links()

    assert [links("a", "x"), links("b", "y"), links("c", "x")] == ["a [1]", "b [2]", "c [1]"]
