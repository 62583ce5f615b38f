"""The comparison's page in a real browser: quiet, as wide as the screen, accessible, printable."""

import subprocess
import sys

import pytest

from tests.browser.test_pages import BROAD

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def document(tmp_path_factory):
    """Return the page as the command writes it."""
    path = tmp_path_factory.mktemp("compare") / "compare.html"
    wards = [f"examples/wards/phuong-mau-{name}.yaml" for name in ("a-dat", "b-khong-dat")]
    command = (sys.executable, "-m", "kieumau", "compare", *wards, "--criteria", "ha-tinh")
    more = ("--lang", "vi", "--html", path)
    subprocess.run((*command, *more), check=True, stdout=subprocess.DEVNULL)
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
    """axe-core finds nothing against WCAG 2.1 A and AA; statuses are words."""
    from axe_playwright_python.sync_playwright import Axe

    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]

    found = Axe().run(opened(color_scheme=scheme).page, options={"runOnly": tags})

    assert [(each["id"], each["nodes"][0]["html"]) for each in found.response["violations"]] == []


def test_it_prints(opened):
    """On A4."""
    page = opened().page

    assert page.pdf(format="A4", prefer_css_page_size=True).startswith(b"%PDF")


def test_each_number_leads_to_its_row(opened):
    """Links from causes and sets go to the table of differences."""
    page = opened().page

    page.locator("a[href='#khac-4']").first.click()

    assert page.locator("tr:target th").inner_text().startswith("4. ")


def test_the_sides_stand_beside_each_other_and_on_a_telephone_below(opened):
    """Two columns where there is room, one where there is not."""
    tops = "() => [...document.querySelectorAll('.pair > section')].map(e => e.offsetTop)"
    wide, narrow = (opened(width).page.evaluate(tops) for width in (1280, 390))

    assert wide[0] == wide[1]
    assert narrow[0] < narrow[1]
