"""The pages hang together, and name nothing of the machine they were written on."""

import re

import pytest

from tests.docs.pages import PAGES, ROOT, anchors, links, name


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_each_link_of_a_page_leads_somewhere(page):
    """To a file that exists, and to a heading that does."""
    for target in links(page):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        found = (page.parent / path).resolve() if path else page

        assert found.exists(), target
        if anchor:
            assert anchor in anchors(found), target


def test_each_page_is_in_the_index():
    """Whatever stands in docs can be found from docs/README.md."""
    index = ROOT / "docs/README.md"
    linked = {(index.parent / each.partition("#")[0]).resolve() for each in links(index)}

    assert {page for page in PAGES if page.is_relative_to(index.parent)} - linked == {index}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_page_names_a_machine(page):
    """Paths are relative to the repository."""
    assert not re.search(r"(?<![\w.])/(work|home|tmp|root|Users)/", page.read_text("utf-8"))


def test_decisions_have_their_four_parts_and_fit_a_page():
    """Context, decision, consequences, revisit when; numbered without a gap."""
    pages = sorted((ROOT / "docs/decisions").glob("*.md"))

    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        text = page.read_text("utf-8")
        parts = re.findall(r"^\*\*(.+?)[.*]", text, re.MULTILINE)
        assert [part.split(" the ")[0] for part in parts][:3] == [
            "Context",
            "Decision",
            "Consequences",
        ], page.name
        assert parts[3].startswith("Revisit when"), page.name
        assert text.startswith(f"# {int(page.name[:4])}. "), page.name
        assert len(text.splitlines()) <= 60, page.name
