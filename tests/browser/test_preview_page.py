"""The preview's page in a real browser: quiet, as wide as the screen, accessible, printable."""

import pytest

from tests.browser.laws import PageLaws, written

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def document(tmp_path_factory):
    """Return the page as the command writes it."""
    path = tmp_path_factory.mktemp("preview") / "preview.html"
    facts = "examples/wards/tinh-mau-24-phuong.csv"
    return written(path, "preview", "examples/tinh-mau", "--facts", facts)


class TestPage(PageLaws):
    """What holds of every page."""
