"""What holds of every page kieumau writes, in a real browser; each module brings its document."""

import subprocess
import sys

import pytest

__all__ = ["BROAD", "PageLaws", "violations", "written"]

BROAD = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice")


def written(path, command, *arguments):
    """Have a command write its page to a file, in Vietnamese; return the file."""
    given = (sys.executable, "-m", "kieumau", command, *arguments, "--lang", "vi", "--html", path)
    subprocess.run(given, check=True, stdout=subprocess.DEVNULL)
    return path


def violations(page, *more):
    """Return what axe-core finds against WCAG 2.1 A and AA, or further tags: rule and element."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"runOnly": [*TAGS, *more]})
    return [(each["id"], each["nodes"][0]["html"]) for each in found.response["violations"]]


class PageLaws:
    """Quiet, as wide as the screen, accessible, printable."""

    def test_it_logs_nothing_and_asks_for_nothing(self, opened, document):
        """No script, no request but for the file itself."""
        found = opened()

        assert (found.logged, found.asked) == ([], [document.as_uri()])

    @pytest.mark.parametrize("width", [320, 390, 1280])
    def test_it_is_never_wider_than_the_screen(self, opened, width):
        """Wide tables stack on a telephone, or scroll in their own frame."""
        assert opened(width).page.evaluate(BROAD) <= 0

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_it_is_accessible(self, opened, scheme):
        """Statuses are words; bars have their numbers in words."""
        assert violations(opened(color_scheme=scheme).page) == []

    def test_it_prints(self, opened):
        """On A4."""
        page = opened().page

        assert page.pdf(format="A4", prefer_css_page_size=True).startswith(b"%PDF")
