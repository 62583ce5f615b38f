"""A verdict's report in a real browser: quiet, alone, keyboard only, accessible, fit to print."""

import subprocess

import pytest

from tests.browser.laws import BROAD, violations, written

PDFTOTEXT = "pdftotext"
pytestmark = pytest.mark.browser
WARDS = [f"examples/wards/phuong-mau-{each}.yaml" for each in ("b-khong-dat", "c-chua-du")]
UNFOLD = "document.querySelectorAll('details').forEach(each => { each.open = true })"


@pytest.fixture(scope="session", params=["one", "several"])
def document(request, tmp_path_factory):
    """Return the page as the command writes it, of one ward or of two."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    wards = WARDS if request.param == "several" else WARDS[:1]
    return written(path, "evaluate", *wards, "--criteria", "ha-tinh")


def printed(page, path) -> str:
    """Return the words of the page on paper."""
    path.write_bytes(page.pdf(prefer_css_page_size=True))
    done = subprocess.run((PDFTOTEXT, "-layout", path, "-"), check=True, capture_output=True)
    return done.stdout.decode()


def test_it_logs_nothing_and_asks_for_nothing(opened, document):
    """No script, no request but for the file itself."""
    found = opened()

    assert (found.logged, found.asked) == ([], [document.as_uri()])


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_it_is_never_wider_than_the_screen(opened, width):
    """Folded and unfolded; tables stack on a telephone."""
    page = opened(width).page
    folded = page.evaluate(BROAD)
    page.evaluate(UNFOLD)

    assert (folded, page.evaluate(BROAD)) == (0, 0)


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_it_is_accessible(opened, scheme, width):
    """axe-core finds nothing against WCAG 2.2 A and AA, with everything unfolded."""
    page = opened(width, color_scheme=scheme).page
    page.evaluate(UNFOLD)

    assert violations(page, "wcag22aa") == []


def test_the_keyboard_alone_reads_it(opened):
    """Tab comes to the skip link, then to links and folds; Enter folds, and focus is seen."""
    page = opened(java_script_enabled=True).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")

    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    else:
        pytest.fail("no fold is reached by Tab")
    shown = "getComputedStyle(document.activeElement)"
    assert page.evaluate(f"{shown}.outlineStyle") == "solid"
    assert page.evaluate(f"parseFloat({shown}.outlineWidth)") >= 2
    before = page.evaluate("document.activeElement.parentElement.open")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open") is not before


def test_what_decides_is_unfolded_and_the_rest_is_folded(opened):
    """Criteria not met are seen to the figure; what is met waits until it is asked for."""
    page = opened(java_script_enabled=False).page

    assert page.is_visible("#phuong-1\\.dan-hai-long >> text=441/500 = 88,2%")
    assert not page.is_visible("#phuong-1\\.thiet-bi >> dl >> nth=0")


def test_a_link_from_the_overview_leads_to_the_criterion(opened):
    """Every criterion at a glance is a link to where it is explained."""
    page = opened().page
    targets = page.eval_on_selector_all(
        "table.glance a",
        "links => links.map(a => document.getElementById(a.hash.slice(1)) !== null)",
    )

    assert targets
    assert all(targets)


@pytest.mark.parametrize("document", ["one"], indirect=True)
def test_paper_shows_what_is_folded(opened, tmp_path):
    """Printed, every fold is open, pages are numbered and named, and there is where to sign."""
    page = opened(java_script_enabled=False).page
    said = printed(page, tmp_path / "a.pdf")

    assert "số hạng mục thiết bị" in said.partition("PHỤ LỤC")[2], "a criterion folded on screen"
    pages = said.split("\f")[:-1]
    for number, each in enumerate(pages, 1):
        assert f"{number}/{len(pages)}" in each
        assert "Phường Mẫu B (giả định) – 99902; " in each
    assert "Đại diện Công an phường" in said.partition("PHỤ LỤC")[0]
    assert "Cán bộ thẩm định" in said
    assert "[1]" in said
    assert "https://" in said


@pytest.mark.parametrize("document", ["several"], indirect=True)
def test_each_sheet_has_its_own_foot(opened, tmp_path):
    """A loose page tells whose it is; each ward begins a page of its own."""
    said = printed(opened().page, tmp_path / "a.pdf").split("\f")

    feet = [each.rstrip().rsplit("\n", 1)[-1] for each in said[:-1]]
    assert "Phường Mẫu" not in feet[0], "the list of contents is no ward's"
    named = [foot.split("–")[0].strip() for foot in feet[1:]]
    assert sorted(set(named)) == ["Phường Mẫu B (giả định)", "Phường Mẫu C (giả định)"]
    assert named == sorted(named)
