"""The door to jinja2: pages stand alone, and nothing in a value breaks into one."""

import base64
import hashlib
import re
import sys
from html.parser import HTMLParser
from importlib.resources import files

import jinja2
import pytest
from hypothesis import given

from kieumau.errors import MissingExtraError
from kieumau.render.html.page import render_page
from kieumau.render.html.standard import page_html
from kieumau.render.standard_page import Entry, Facet, Page, Part, Table
from kieumau.render.standard_report import standard_page
from tests.effort import share
from tests.strategies import chains, standard

HOSTILE = "<img src=x onerror=alert(1)>\"'&\x1b[31m\u202e{{ 7*7 }}</style><script>x()</script>"
WHERE = "kieumau.render.html"
FILES = sorted(each.name for each in files(WHERE).iterdir())
TEMPLATES = [name for name in FILES if name.endswith(".j2")]


class Tags(HTMLParser):
    """The tags of a page with their attributes, and whether each is closed."""

    VOID = ("meta", "input", "br", "hr", "img", "link", "rect")

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.said: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        """Hold it to be the one opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data):
        """Note what is said."""
        self.said.append(data)


def page(said: str) -> Page:
    """Return a page that says one thing wherever something can be said."""
    facets = (Facet("layer", said, said), Facet("layer", "b", said), Facet("fidelity", said, said))
    plain, named = Entry(said, entries=(Entry(said, said),)), Entry(said, said, url=said)
    inner = Entry(said, key="a", heading=True, tag=said, facets=facets, entries=(plain, named))
    outer = Entry(said, key=said, heading=True, entries=(Entry(said, listed=True), inner))
    table = Table((said,), ((said,),))
    return Page(said, (named,), (said,), (Part(said, (outer, plain), table),), said)


def lines(entries):
    """Yield what is said of entries and beneath them, in reading order."""
    for each in entries:
        yield from filter(None, [each.said])
        yield from lines(each.entries)


def test_whatever_is_said_is_only_said():
    """Markup, quotes, escapes and template marks in data come out as the text they are."""
    tags = Tags(page_html(page(HOSTILE), "vi"))

    assert {tag for tag, _ in tags.tags} & {"img", "iframe", "object"} == set()
    assert [tag for tag, _ in tags.tags].count("script") == 1
    assert not [name for _, given in tags.tags for name in given if name.startswith("on")]
    assert not [char for text in tags.said for char in text if char in "\x1b\u202e"]
    assert "{{ 7*7 }}" in "".join(tags.said)
    assert tags.open == []


def test_an_address_that_is_no_web_address_is_not_linked():
    """Only http and https lead anywhere."""
    entries = (Entry("a", "b", "javascript:alert(1)"), Entry("c", "d", "https://example.vn/e"))

    html = page_html(Page("t", entries, (), (), ""), "en")

    assert "javascript" not in html
    assert '<a href="https://example.vn/e">c</a>' in html


def test_a_page_asks_the_network_for_nothing():
    """No tag and no style fetches, and the policy forbids it."""
    html = page_html(page("x"), "vi")

    assert not re.search(r"<(link|img|iframe|base)\b|\bsrc=|@import|url\(", html)
    assert "default-src &#39;none&#39;" in html


@pytest.mark.parametrize(("tag", "directive"), [("style", "style-src"), ("script", "script-src")])
def test_the_policy_names_what_is_inside_by_its_hash(tag, directive):
    """The browser runs this style and this script, and no other."""
    html = page_html(page("x"), "vi")
    inside = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()

    assert f"{directive} &#39;sha256-{digest}&#39;" in html


@pytest.mark.parametrize("name", TEMPLATES)
def test_templates_hold_nothing_the_policy_forbids(name):
    """No style= and no on...= attribute, which would silently do nothing; attributes are quoted."""
    text = (files(WHERE) / name).read_text(encoding="utf-8")

    assert not re.search(r"<[^>]*\s(style|on[a-z]+)=", text)
    assert not re.search(r"=\{\{", text)


def test_the_same_page_is_the_same_bytes():
    """Nothing of the moment is in a page."""
    assert page_html(page("x"), "vi") == page_html(page("x"), "vi")


def test_a_value_a_template_lacks_is_an_error():
    """A page with a hole in it is never written."""
    with pytest.raises(jinja2.UndefinedError):
        render_page("standard.html.j2", "vi", title="x")


def test_without_jinja2_it_says_what_to_install(monkeypatch):
    """The extra is named, in both languages."""
    monkeypatch.setitem(sys.modules, "jinja2", None)

    with pytest.raises(MissingExtraError) as refused:
        render_page("standard.html.j2", "vi")

    assert "kieumau[html]" in refused.value.say("vi")


def test_every_entry_can_be_linked_to_and_every_link_leads_somewhere():
    """Anchors are unique, also where two things have one id; every #link has its target."""
    cards = tuple(Entry("x", key="a", heading=True) for _ in range(3))
    tags = Tags(page_html(Page("t", (), (), (Part("p", cards), Part("q", cards)), ""), "vi")).tags
    ids = [given["id"] for _, given in tags if "id" in given]
    links = {given["href"][1:] for tag, given in tags if tag == "a"}

    assert len(ids) == len(set(ids))
    assert {"a", "a.2", "a.6"} <= set(ids)
    assert links <= set(ids)


@given(chains())
@share(4)
def test_the_page_says_all_that_the_other_forms_say(chain):
    """Law: every title, label and line of a standard's page is on it, in order."""
    made = standard(chain)
    said = standard_page(made.composed, made.record, "vi", measures=True, instruments=True)

    rest = " ".join("".join(Tags(page_html(said, "vi")).said).split("Mục lục", 1)[1].split())

    for part in said.parts:
        for each in lines(part.entries):
            _, found, rest = rest.partition(" ".join(each.split()))
            assert found, each


def test_only_the_search_box_needs_the_script():
    """Nothing to read is hidden where scripts do not run."""
    tags = Tags(page_html(page("x"), "vi")).tags

    assert [tag for tag, given in tags if "hidden" in given] == ["form"]
