"""The page of judged targets in a real browser: quiet, as wide as the screen, accessible."""

import pytest

from tests.browser.laws import PageLaws, written

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def document(tmp_path_factory):
    """Return the page as the command writes it."""
    path = tmp_path_factory.mktemp("targets") / "targets.html"
    facts = "examples/wards/ha-tinh-2025-9-phuong.csv"
    return written(path, "targets", "ha-tinh", "--facts", facts, "--on", "2025-12-31")


class TestPage(PageLaws):
    """What holds of every page."""
