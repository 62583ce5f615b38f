"""The comparison's page in a real browser: quiet, as wide as the screen, accessible, printable."""

import pytest

from tests.browser.laws import PageLaws, written

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def document(tmp_path_factory):
    """Return the page as the command writes it."""
    wards = [f"examples/wards/phuong-mau-{name}.yaml" for name in ("a-dat", "b-khong-dat")]
    path = tmp_path_factory.mktemp("compare") / "compare.html"
    return written(path, "compare", *wards, "--criteria", "ha-tinh")


class TestPage(PageLaws):
    """What holds of every page."""


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
