"""A summary page of a batch in a real browser: quiet, as wide as the screen, accessible."""

import subprocess
import sys

import pytest

from tests.browser.test_pages import BROAD

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def document(tmp_path_factory):
    """Return the page as the command writes it."""
    path = tmp_path_factory.mktemp("batch") / "summary.html"
    wards = "examples/wards/tinh-mau-24-phuong.csv"
    command = (sys.executable, "-m", "kieumau", "batch", wards, "--lang", "vi")
    given = ("--criteria", "examples/tinh-mau", "-o", path.with_name("out.csv"), "--html", path)
    subprocess.run((*command, *given), check=True, stdout=subprocess.DEVNULL)
    return path


def test_it_logs_nothing_and_asks_for_nothing(opened, document):
    """No script, no request but for the file itself."""
    found = opened()

    assert (found.logged, found.asked) == ([], [document.as_uri()])


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_it_is_never_wider_than_the_screen(opened, width):
    """Tables stack on a telephone."""
    assert opened(width).page.evaluate(BROAD) <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(opened, scheme):
    """axe-core finds nothing against WCAG 2.1 A and AA; bars have their numbers in words."""
    from axe_playwright_python.sync_playwright import Axe

    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]

    found = Axe().run(opened(color_scheme=scheme).page, options={"runOnly": tags})

    assert [(each["id"], each["nodes"][0]["html"]) for each in found.response["violations"]] == []


@pytest.mark.parametrize(("width", "shown"), [(390, "narrow"), (1280, "wide")])
def test_each_screen_has_its_own_drawings(opened, width, shown):
    """Letters are as large on a telephone as on a desk."""
    page = opened(width).page
    drawings = page.locator("svg.drawn:visible")

    assert drawings.count() == 3
    for at in range(3):
        drawing = drawings.nth(at)
        assert drawing.get_attribute("class") == f"drawn {shown}"
        drawn, unit = drawing.bounding_box()["width"], drawing.get_attribute("viewBox").split()[2]
        assert 13 * drawn / int(unit) >= 11


def test_figures_are_shown_when_asked(opened):
    """Every chart has its table, folded away until it is wanted."""
    page = opened().page
    for each in page.locator("details").all():
        assert not each.locator("table").is_visible()
        each.locator("summary").click()
        assert each.locator("table").is_visible()


def test_it_prints(opened):
    """On A4."""
    page = opened().page

    assert page.pdf(format="A4", prefer_css_page_size=True).startswith(b"%PDF")
