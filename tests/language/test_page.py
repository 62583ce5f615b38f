"""The page docs/reference/conditions.md says what is true."""

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from kieumau.errors import Problems
from kieumau.language.lexicon import OPERATORS, SYMBOLS
from kieumau.language.parse import parse
from kieumau.language.stored import Branch, Line

PAGE = Path(__file__).parents[2].joinpath("docs/reference/conditions.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)
EXAMPLES = [line for kind, block in BLOCKS if kind == "text" for line in block.splitlines()]
REFUSED = re.findall(r"^\| (KM-\d{3}) \| `([^`]+)` \|", PAGE, re.MULTILINE)


def stored(node):
    """Return the stored form of a node as YAML gives it."""
    match node:
        case str():
            return Line(node)
        case {"at_least": k, "of": of}:
            return Branch("at_least", tuple(map(stored, of)), k)
        case {"not": of}:
            return Branch("not", (stored(of),))
        case _:
            ((key, of),) = node.items()
            return Branch(key, tuple(map(stored, of)))


@pytest.mark.parametrize("text", EXAMPLES)
def test_each_example_line_is_read(text, vocabulary):
    """Over the measures the page lists."""
    problems = Problems()

    assert parse(Line(text), vocabulary, problems) is not None
    assert problems.errors == ()


def test_the_example_tree_is_read(vocabulary):
    """The YAML block is a whole condition."""
    (block,) = (block for kind, block in BLOCKS if kind == "yaml")
    problems = Problems()
    node = YAML(typ="safe", pure=True).load(block)["requires"]

    assert parse(stored(node), vocabulary, problems) is not None
    assert problems.errors == ()


@pytest.mark.parametrize(("code", "text"), REFUSED)
def test_each_refused_example_is_refused_for_that_reason(code, text, vocabulary):
    """By the code beside it."""
    problems = Problems()

    assert parse(Line(text), vocabulary, problems) is None
    assert [each.code for each in problems.errors] == [code]


def test_the_page_shows_examples_of_everything():
    """Nothing was lost in reading the page."""
    assert len(EXAMPLES) > 20
    assert len(REFUSED) == 27


@pytest.mark.parametrize("operator", OPERATORS, ids=lambda each: each.text)
def test_each_operator_is_in_the_table(operator):
    """Symbols marked as code, phrases as words; `is` before an English one may be left out."""
    table = PAGE.partition("## Operators")[2].partition("## Names")[0]
    phrases = {each.strip() for each in re.split(r"[|,;\n]", table)}

    if operator.text in SYMBOLS:
        assert f"`{operator.text}`" in table
    else:
        assert {operator.text, operator.text.removeprefix("is ")} & phrases


def test_the_page_lists_the_measures_the_examples_are_over(vocabulary):
    """Each id in its table is declared with that name."""
    rows = re.findall(r"^\| `(\w+)` \| (.+?) / (.+?) \|", PAGE, re.MULTILINE)

    assert len(rows) == 11
    for id_, vi, en in rows:
        assert (vocabulary[id_].name.vi, vocabulary[id_].name.en) == (vi, en)
