"""The page docs/reference/api.md names what there is, no more and no less."""

import inspect
import re
from enum import EnumMeta
from pathlib import Path
from typing import get_type_hints

import attrs
import pytest

import kieumau

PAGE = Path(__file__).parents[2].joinpath("docs/reference/api.md").read_text("utf-8")
HEADINGS = re.findall(r"^### `(\w+)`$", PAGE, re.MULTILINE)
SIGNATURES = re.findall(r"^`(\w+)\((.*)\)`$", PAGE, re.MULTILINE)
MEMBERS = sorted(set(re.findall(r"`([A-Z]\w+)\.(\w+)(\([^`]*\))?`", PAGE)))


def members(kind):
    """Return what a class has: attributes, methods, and fields of attrs classes."""
    own = {name for name in (*dir(kind), *vars(kind)) if not name.startswith("_")}
    if attrs.has(kind):
        own |= {each.name for each in attrs.fields(kind) if not each.name.startswith("_")}
    if issubclass(kind, tuple):
        own -= {"count", "index"}
    return own | ({"diagnostics"} if issubclass(kind, kieumau.KieumauError) else set())


def parameters(call):
    """Return a call's parameters as the page writes them, without self and private ones."""
    marks = {inspect.Parameter.VAR_POSITIONAL: "*"}
    found = inspect.signature(call).parameters.values()
    return [
        marks.get(each.kind, "") + each.name
        for each in found
        if each.name not in ("self", "cls") and not each.name.startswith("_")
    ]


def test_each_public_name_has_its_heading_once():
    """Everything in __all__, and nothing else."""
    assert sorted(HEADINGS) == sorted(kieumau.__all__)


@pytest.mark.parametrize(("name", "written"), SIGNATURES, ids=lambda each: each)
def test_each_signature_has_the_parameters_of_the_call(name, written):
    """In order, by name."""
    assert [each for each in written.split(", ") if each] == parameters(getattr(kieumau, name))


@pytest.mark.parametrize(("kind", "name", "written"), MEMBERS, ids=lambda each: each)
def test_each_member_named_is_there(kind, name, written):
    """A method with the parameters written, or an attribute."""
    owner = getattr(kieumau, kind)

    assert name in members(owner)
    if written:
        names = [each for each in written[1:-1].split(", ") if each]
        assert names == parameters(getattr(owner, name))


@pytest.mark.parametrize(
    "kind",
    [kieumau.FactSet, kieumau.Standard, kieumau.Verdict, kieumau.Finding, kieumau.PluginInfo],
    ids=lambda kind: kind.__name__,
)
def test_each_member_there_is_is_named(kind):
    """Of the classes people use most nothing public is left out."""
    inherited = {"by_measure"}  # how FactSet.get finds facts
    named = {name for owner, name, _ in MEMBERS if owner == kind.__name__}

    assert members(kind) - inherited <= named


@pytest.mark.parametrize(
    "call",
    [
        kieumau.compare,
        kieumau.evaluate,
        kieumau.judge_targets,
        kieumau.load,
        kieumau.verify,
        kieumau.Ledger.append,
        kieumau.Ledger.entry,
        kieumau.Ledger.head,
        kieumau.Ledger.verify,
        kieumau.Session.assert_facts,
        kieumau.Session.correct,
        kieumau.Session.verdict,
        kieumau.Standard.evaluate,
        kieumau.Standard.session,
    ],
    ids=lambda call: call.__qualname__,
)
def test_what_a_call_returns_has_a_public_name(call):
    """So that who embeds it can write its type down."""
    returned = get_type_hints(call)["return"]

    assert getattr(kieumau, returned.__name__) is returned


@pytest.mark.parametrize("name", [n for n in kieumau.__all__ if n in ("Outcome", "Status")])
def test_each_value_of_an_enumeration_is_named(name):
    """Outcomes and statuses are all on the page."""
    kind = getattr(kieumau, name)
    section = PAGE.partition(f"### `{name}`")[2].partition("###")[0]

    assert isinstance(kind, EnumMeta)
    for each in kind:
        assert f"`{each.name}`" in section
