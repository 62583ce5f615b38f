"""A summary page of a batch in a real browser: quiet, as wide as the screen, accessible."""

import pytest

from tests.browser.laws import PageLaws, written

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def document(tmp_path_factory):
    """Return the page as the command writes it."""
    path = tmp_path_factory.mktemp("batch") / "summary.html"
    wards, output = "examples/wards/tinh-mau-24-phuong.csv", path.with_name("out.csv")
    return written(path, "batch", wards, "--criteria", "examples/tinh-mau", "-o", output)


class TestPage(PageLaws):
    """What holds of every page."""


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
