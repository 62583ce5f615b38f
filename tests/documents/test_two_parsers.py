"""The C parser and the Python parser read every accepted document alike."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kieumau.documents import yaml_events
from kieumau.documents.nodes import unseen
from kieumau.documents.yaml_events import read_yaml
from kieumau.errors import DocumentError

ROOT = Path(__file__).parents[2]
BUNDLED = sorted(
    path for folder in ("kieumau/plugins", "examples") for path in (ROOT / folder).rglob("*.yaml")
)
SIGNS = list("ab12 :-#,[]{}'\"\n\t>|&*!%@`?~.\\éộ≥=_<")
pieces = st.sampled_from([*SIGNS, "\n  ", "- ", ": ", "\u2028", "\x85", "\u00a0"])


@pytest.fixture(scope="module", autouse=True)
def _has_c_parser():
    if yaml_events.CParser is None:
        pytest.skip("ruamel.yaml.clib has no wheel for this platform")


def by_python(text):
    """Return what the Python parser alone makes of a text."""
    kept, yaml_events.CParser = yaml_events.CParser, None
    try:
        return read_yaml(text, "f")
    except DocumentError as error:
        return error
    finally:
        yaml_events.CParser = kept


def assert_alike(text):
    """Hold the C parser's nodes to the Python parser's, wherever it gives any."""
    if unseen(text):
        return
    swift = yaml_events._swiftly(text, "f")
    if swift is not None:
        assert by_python(text) == swift


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_bundled_documents_are_read_swiftly_and_alike(path):
    """Every bundled document takes the swift way, with the same text at the same places."""
    text = path.read_text(encoding="utf-8")

    assert yaml_events._swiftly(text, "f") == by_python(text)


@given(st.lists(pieces, max_size=30).map("".join))
def test_any_text_is_read_alike_or_left_to_python(text):
    """No text is accepted swiftly and understood otherwise."""
    assert_alike(text)


@given(st.randoms(use_true_random=False))
def test_damaged_documents_are_read_alike_or_left_to_python(rng: random.Random):
    """No damage to a real document is accepted swiftly and understood otherwise."""
    lines = rng.choice(BUNDLED).read_text(encoding="utf-8").split("\n")
    start = rng.randrange(len(lines))
    text = "\n".join(lines[max(0, start - 6) : start + 6])
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice([*SIGNS, ""]) + text[at + rng.randint(0, 1) :]

    assert_alike(text)
