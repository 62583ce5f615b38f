"""Pages opened in the machine's own Chromium; what it logs and asks for is kept."""

import os
import shutil

import pytest
from attrs import field, frozen

from kieumau.render.html.standard import page_html
from kieumau.render.standard_diff import compared
from kieumau.render.standard_diff_page import difference_page
from kieumau.render.standard_report import standard_page
from kieumau.standard import load

CHROMIUM = os.environ.get("KIEUMAU_CHROMIUM") or shutil.which("chromium")
ON = "2023-12-31"
MAU = "examples/tinh-mau"


@frozen
class Opened:
    """A page, and everything it logged or asked for."""

    page: object
    logged: list[str] = field(factory=list)
    asked: list[str] = field(factory=list)


@pytest.fixture(scope="session")
def browser():
    """Return a browser; that there is none is a failure of this group, never a pass."""
    from playwright.sync_api import sync_playwright

    if CHROMIUM is None:
        pytest.fail("Chromium is not here: apt-get install chromium, or set KIEUMAU_CHROMIUM")
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session", params=["show", "diff"])
def document(request, tmp_path_factory):
    """Return a page's file: a standard's catalogue, or what it changes of its base."""
    standard = load(MAU, on=ON)
    if request.param == "show":
        said = standard_page(
            standard.composed,
            standard.record,
            "vi",
            measures=True,
            instruments=True,
            coverage=True,
        )
    else:
        base = load("tai-lap-5764", on=ON)
        difference = compared(base.composed, standard.composed)
        said = difference_page(difference, base.record, standard.record, "vi")
    path = tmp_path_factory.mktemp("pages") / f"{request.param}.html"
    path.write_text(page_html(said, "vi"), encoding="utf-8")
    return path


@pytest.fixture
def opened(browser, document):
    """Return a function that opens the page, and close it after."""
    contexts = []

    def open_(width=1280, anchor="", **more) -> Opened:
        context = browser.new_context(viewport={"width": width, "height": 900}, **more)
        contexts.append(context)
        found = Opened(context.new_page())
        found.page.on("console", lambda message: found.logged.append(message.text))
        found.page.on("pageerror", lambda error: found.logged.append(str(error)))
        found.page.on("request", lambda request: found.asked.append(request.url))
        found.page.goto(document.as_uri() + anchor)
        return found

    yield open_
    for context in contexts:
        context.close()
