"""Every code has a page: its words, a wrong example that gives it and a right one that does not."""

import os

import pytest

from kieumau.messages import MESSAGES
from tests.docs.diagnostic_pages import PAGES, SITE, codes, filled, read_page

RECORD = os.environ.get("KIEUMAU_RECORD") == "1"
FOUND = sorted(path for path in PAGES.glob("KM-*.md"))


@pytest.fixture(autouse=True)
def _base_is_installed(monkeypatch):
    monkeypatch.syspath_prepend(SITE)


def test_each_code_has_its_page():
    """No code without one, no page without its code."""
    assert [path.stem for path in FOUND] == sorted(MESSAGES)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_a_page_has_the_words_of_its_code(path):
    """As the program says them; `make record` writes them anew."""
    text = path.read_text("utf-8")
    if RECORD:
        path.write_text(filled(text, path.stem), "utf-8")
        return

    assert text == filled(text, path.stem)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_the_wrong_example_gives_the_code_and_the_right_one_does_not(path, tmp_path):
    """Both are run; what cannot be run says why."""
    page = read_page(path)
    assert page.wrong.blocks or page.wrong.reason
    assert page.right.blocks or page.right.reason

    if not page.wrong.reason:
        (tmp_path / "wrong").mkdir()
        assert page.code in codes(page.wrong, tmp_path / "wrong")
    if not page.right.reason:
        (tmp_path / "right").mkdir()
        found = codes(page.right, tmp_path / "right")
        assert page.code not in found
        assert not {each for each in found if not each.startswith("KM-8")}  # warnings may stand


def test_few_examples_cannot_be_run():
    """Only what needs a broken machine or a library's absence."""
    pages = [read_page(path) for path in FOUND]

    assert sum(bool(page.wrong.reason) for page in pages) <= len(pages) // 8
