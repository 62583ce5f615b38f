# ruff: noqa: D103 (the names say it)
"""Every mistake in this folder has its answer beside it, word for word, in both languages.

A mistake is a plugin's folder or a ``*.facts.yaml`` or ``.json`` file; ``KIEUMAU_RECORD=1``
writes the answers anew.
"""

import os
from pathlib import Path

import pytest

import kieumau
from kieumau import Diagnostic, FactSet, KieumauError, Standard
from kieumau.errors import Severity
from kieumau.wording import LANGUAGES, Lang

HERE = Path(__file__).parent
SITE = HERE.parent / "plugins" / "site"
PLUGINS = sorted(path.parent.name for path in HERE.glob("*/plugin.yaml"))
FACTS = sorted(path.name for path in HERE.glob("*.facts.*"))


@pytest.fixture(autouse=True)
def _here(monkeypatch):
    monkeypatch.syspath_prepend(SITE)
    monkeypatch.chdir(HERE)


@pytest.fixture(scope="module")
def standard() -> Standard:
    """Return the base's standard."""
    return kieumau.load(SITE / "goc_mau", on="2023-12-31")


def of_facts(name: str, standard: Standard) -> list[Diagnostic]:
    """Return what is wrong with a facts file of this folder, read and evaluated."""
    try:
        standard.evaluate(FactSet.read(name))
    except KieumauError as error:
        return list(error.diagnostics)
    return []


def compare(diagnostics: list[Diagnostic], expected: Path, lang: Lang) -> None:
    """Hold the answer to the one recorded."""
    answer = "".join(f"{each.say(lang)}\n" for each in diagnostics)
    if os.environ.get("KIEUMAU_RECORD"):
        expected.write_text(answer, encoding="utf-8")
    assert answer, "this is meant to be a mistake"
    assert answer == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PLUGINS)
def test_a_mistake_in_a_plugin_is_answered_so(name):
    found = kieumau.check(Path(name))
    for lang in LANGUAGES:
        compare(found, HERE / name / f"expected.{lang}.txt", lang)


@pytest.mark.parametrize("name", FACTS)
def test_a_mistake_in_facts_is_answered_so(name, standard):
    found = of_facts(name, standard)
    for lang in LANGUAGES:
        compare(found, HERE / f"{name.partition('.')[0]}.{lang}.txt", lang)


def test_the_base_itself_is_sound():
    found = kieumau.check("goc-mau")
    assert {each.severity for each in found} == {Severity.WARNING}
