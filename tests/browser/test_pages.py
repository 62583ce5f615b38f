"""The pages in a real browser: quiet, alone, as wide as the screen, searchable, accessible."""

import pytest

from tests.browser.laws import BROAD, violations

pytestmark = pytest.mark.browser


def shown(page) -> list[str]:
    """Return the cards that can be seen."""
    return page.eval_on_selector_all(
        "article.card", "cards => cards.filter(c => c.checkVisibility()).map(c => c.id)"
    )


def test_a_page_logs_nothing_and_asks_for_nothing(opened, document):
    """No console message, no error, no request but for the file itself."""
    found = opened()

    assert found.logged == []
    assert found.asked == [document.as_uri()]


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_screen_has_to_be_scrolled_sideways(opened, width):
    """The page is never wider than the screen."""
    assert opened(width).page.evaluate(BROAD) <= 0


def test_search_needs_no_marks(opened):
    """Typing «hai long» finds «hài lòng», and little else."""
    page = opened().page
    every = shown(page)

    page.fill("input[name=find]", "hai long")

    found = shown(page)
    assert "dan-hai-long" in found
    assert len(found) < len(every)
    assert str(len(found)) in page.inner_text("output")

    page.click("button[type=reset]")
    page.wait_for_function(
        f"() => {len(every)} === [...document.querySelectorAll"
        "('article.card')].filter(c => c.checkVisibility()).length"
    )


def test_search_finds_nothing_where_there_is_nothing(opened):
    """Sections without a card that fits go too."""
    page = opened().page

    page.fill("input[name=find]", "khongcogica")

    assert shown(page) == []
    assert not page.is_visible("section.part")


@pytest.mark.parametrize("document", ["show"], indirect=True)
def test_layers_and_sources_are_picked_by(opened):
    """The filters leave what a layer has a part in, or what comes from a source."""
    page = opened().page

    page.select_option("select[name=layer]", "tinh-mau")
    ours = shown(page)
    page.select_option("select[name=fidelity]", "derived")

    assert {"dan-hai-long", "lich-tiep-cong-dan", "to-lien-gia"} <= set(ours)
    assert "nghi-quyet-ke-hoach" not in ours
    assert set(shown(page)) < set(ours)


def test_a_link_shows_what_it_leads_to_whatever_is_searched(opened):
    """Following an anchor undoes a search that hides it."""
    page = opened().page
    page.fill("input[name=find]", "khongcogica")

    page.evaluate("location.hash = '#dan-hai-long'")

    page.wait_for_selector("#dan-hai-long", state="visible")


def test_without_scripts_everything_can_be_read(opened):
    """Nothing but the search box is hidden, and that only where it would not work."""
    page = opened(java_script_enabled=False).page

    assert not page.is_visible("form.tools")
    assert page.is_visible("#dan-hai-long")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_is_accessible(opened, scheme):
    """axe-core finds nothing against WCAG 2.1 A and AA, contrast included."""
    assert violations(opened(color_scheme=scheme).page) == []


def test_a_page_prints(opened):
    """It prints on A4 without the tools."""
    page = opened().page
    page.emulate_media(media="print")

    assert not page.is_visible("form.tools")
    assert page.pdf(format="A4", prefer_css_page_size=True).startswith(b"%PDF")
