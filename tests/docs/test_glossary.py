"""The glossary's classes are those of the code."""

import pkgutil
import re
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

import kieumau

PAGE = Path(__file__).parents[2].joinpath("docs/glossary.md").read_text("utf-8")
ROWS = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]*) \| ([^|]+) \|$", PAGE, re.MULTILINE)
CLASSES = sorted({each for row in ROWS for each in re.findall(r"`([\w.]+)`", row[2])})


@cache
def names():
    """Return everything the library's modules define, by name."""
    floors = ("rules", "documents", "plugins", "program", "verdicts")
    found = vars(kieumau).copy()
    for floor in floors:
        folder = Path(kieumau.__file__).parent / floor
        for module in pkgutil.iter_modules([str(folder)]):
            found |= vars(import_module(f"kieumau.{floor}.{module.name}"))
    return found


@pytest.mark.parametrize("name", CLASSES)
def test_each_class_named_exists(name):
    """A class, an alias, or a value of an enumeration."""
    owner, _, member = name.partition(".")

    assert owner in names()
    assert not member or hasattr(names()[owner], member)


def test_no_word_stands_twice():
    """In either language, one row a word."""
    rows = [row for row in ROWS if row[0] not in ("tiếng Việt", "---")]

    assert len(rows) > 40
    assert len({row[0] for row in rows}) == len(rows)
