"""The page of judged targets in a real browser: quiet, as wide as the screen, accessible."""

import subprocess
import sys

import pytest

from tests.browser.test_pages import BROAD

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def document(tmp_path_factory):
    """Return the page as the command writes it."""
    path = tmp_path_factory.mktemp("targets") / "targets.html"
    wards = "examples/wards/ha-tinh-2025-9-phuong.csv"
    command = (sys.executable, "-m", "kieumau", "targets", "ha-tinh", "--lang", "vi")
    subprocess.run(
        (*command, "--facts", wards, "--on", "2025-12-31", "--html", path),
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return path


def test_it_logs_nothing_and_asks_for_nothing(opened, document):
    """No script, no request but for the file itself."""
    found = opened()

    assert (found.logged, found.asked) == ([], [document.as_uri()])


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_it_is_never_wider_than_the_screen(opened, width):
    """Wide tables scroll in their own frame."""
    assert opened(width).page.evaluate(BROAD) <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(opened, scheme):
    """axe-core finds nothing against WCAG 2.1 A and AA; bars have their numbers in words."""
    from axe_playwright_python.sync_playwright import Axe

    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]

    found = Axe().run(opened(color_scheme=scheme).page, options={"runOnly": tags})

    assert [(each["id"], each["nodes"][0]["html"]) for each in found.response["violations"]] == []


def test_it_prints(opened):
    """On A4."""
    page = opened().page

    assert page.pdf(format="A4", prefer_css_page_size=True).startswith(b"%PDF")
