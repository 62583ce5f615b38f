"""The generated tables and schemas are those of the code and of the plugins."""

import json
import os
import re
from pathlib import Path

import pytest

from kieumau.certificates.schema import certificate_schema
from kieumau.documents.schemas import facts_schema
from kieumau.documents.verdict_schema import verdict_schema
from kieumau.messages import MESSAGES
from tests.docs.tables import filled, issued, plugin

ROOT = Path(__file__).parents[2]
RECORD = os.environ.get("KIEUMAU_RECORD") == "1"
PAGES = [
    path
    for path in sorted((ROOT / "docs").rglob("*.md"))
    if "<!-- table: " in path.read_text("utf-8")
]
SCHEMAS = {
    "certificate.schema.json": certificate_schema,
    "facts.schema.json": facts_schema,
    "verdict.schema.json": verdict_schema,
}
CODE = re.compile(r"KM-\d{3}")


def sources():
    """Return the text of every module but the messages themselves."""
    files = (ROOT / "kieumau").rglob("*.py")
    return "\n".join(e.read_text("utf-8") for e in files if e.parent.name != "messages")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_each_table_is_current(page):
    """A page's tables say what the code and the plugins say; `make record` writes them anew."""
    text = page.read_text("utf-8")
    if RECORD:
        page.write_text(filled(text), "utf-8")
        return

    assert text == filled(text)


def test_the_pages_with_tables_are_found():
    """Coverage and diagnostics have tables."""
    assert {"coverage.md", "diagnostics.md"} <= {page.name for page in PAGES}


@pytest.mark.parametrize("id_", ["tai-lap-5764", "ha-tinh"])
def test_each_indicator_is_on_the_coverage_page_with_its_fidelity(id_):
    """No rule of a bundled plugin is passed over, and none looks firmer than it is."""
    page = (ROOT / "docs/explanation/coverage.md").read_text("utf-8")
    rows = dict(re.findall(r"\| `([a-z0-9-]+)` \| [^|]+ \| `(\w+)`", page))

    found = {each.id: each.fidelity.value for _, each in issued(plugin(id_))}

    assert found
    assert found.items() <= rows.items()


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_committed_schema_is_current(name):
    """The files programs of other languages read are what the functions return."""
    path = ROOT / "docs/reference" / name
    text = json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=2) + "\n"
    if RECORD:
        path.write_text(text, "utf-8")
        return

    assert path.read_text("utf-8") == text


def test_each_code_used_has_a_message():
    """No module names a code without words."""
    assert set(CODE.findall(sources())) <= set(MESSAGES)


def test_each_message_is_used():
    """No words stand for a problem nobody reports."""
    assert set(MESSAGES) <= set(re.findall(r'"(KM-\d{3})"', sources()))
