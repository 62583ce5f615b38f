"""Every block of the pages is what it says: Python runs, files are read, transcripts come out."""

import doctest
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from kieumau.documents.cases import read_cases
from kieumau.documents.factsets import FactSet
from kieumau.documents.manifest import read_manifest
from kieumau.documents.measures import read_measures
from kieumau.documents.registry import read_registry
from kieumau.documents.schemas import facts_schema
from kieumau.documents.statuses import read_statuses
from kieumau.documents.targets import read_targets
from kieumau.documents.yaml_events import read_yaml
from kieumau.errors import Problems
from tests.docs.guides import guides
from tests.docs.pages import PAGES, ROOT, blocks, marks, name
from tests.docs.transcripts import agrees, commands

BLOCKS = [block for page in PAGES if page not in guides() for block in blocks(page)]
RUN = [block for block in BLOCKS if not block.reason]
PYTHON = [
    pytest.param(
        page, marks=pytest.mark.spark if "<!-- spark -->" in page.read_text("utf-8") else ()
    )
    for page in sorted({block.page for block in RUN if block.language == "python"})
]
FILES = [b for b in RUN if b.language == "yaml" and b.text.startswith("format: kieumau/")]
TRANSCRIPTS = [
    b
    for b in RUN
    if b.language in ("console", "sh") and re.search(r"^\$ kieumau\b", b.text, re.MULTILINE)
]
INSTRUMENTS = frozenset({"nq-15-2023"})
"""What the targets shown cite."""
READERS = {
    "kieumau/plugin/1": read_manifest,
    "kieumau/measures/1": read_measures,
    "kieumau/cases/1": read_cases,
    "kieumau/targets/1": lambda node, problems: read_targets(node, INSTRUMENTS, problems),
    "kieumau/registry/1": lambda node, problems: read_registry(node, INSTRUMENTS, problems),
    "kieumau/statuses/1": lambda node, problems: read_statuses(node, None, INSTRUMENTS, problems),
}


def at(block):
    """Return a block's name: page and line."""
    return block if isinstance(block, str) else f"{name(block.page)}:{block.line}"


@pytest.mark.parametrize("page", PYTHON, ids=name)
def test_the_python_of_each_page_runs(page, monkeypatch):
    """Its blocks in order, in one namespace, from the root of the repository."""
    monkeypatch.chdir(ROOT)
    space = {"__name__": "page"}
    for block in blocks(page):
        if block.language != "python" or block.reason:
            continue
        if ">>> " in block.text:
            test = doctest.DocTestParser().get_doctest(
                block.text, space, at(block), str(page), block.line
            )
            runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
            runner.run(test, clear_globs=False)
            space |= test.globs
            assert runner.failures == 0
        else:
            lines = "\n" * (block.line - 1)
            exec(compile(lines + block.text, str(page), "exec"), space)  # noqa: S102


@pytest.mark.parametrize("block", FILES, ids=at)
def test_each_file_shown_is_read(block, tmp_path):
    """By the reader of its format; rules, which need their measures, as plain YAML."""
    form = block.text.partition("\n")[0].removeprefix("format: ").split()[0]
    problems = Problems()

    if form == "kieumau/facts/1":
        path = tmp_path / "facts.yaml"
        path.write_text(block.text, "utf-8")
        facts = FactSet.read(path)
        assert list(Draft202012Validator(facts_schema()).iter_errors(facts.to_mapping())) == []
    else:
        node = read_yaml(block.text, at(block))
        assert form in (*READERS, "kieumau/rules/1")
        if form in READERS:
            READERS[form](node, problems)
    assert [each.say() for each in problems.errors] == []


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Return a folder that looks like the repository's root, and keeps what is written into it."""
    made = tmp_path_factory.mktemp("goc")
    for each in ("docs", "examples", "kieumau", "README.md"):
        (made / each).symlink_to(ROOT / each)
    return made


@cache
def run(command, home):
    """Run a command of a transcript; return its output and exit code."""
    here = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    plain = {"NO_COLOR": "1", "COLUMNS": "80", "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", command],  # noqa: S607
        cwd=home,
        env={**os.environ, **here, **plain},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout.decode("utf-8").rstrip("\n").splitlines(), done.returncode


@pytest.mark.parametrize("block", TRANSCRIPTS, ids=at)
def test_each_transcript_comes_out(block, home):
    """Output as shown, to the letter; `$ echo $?` shows the exit code of the command above."""
    code = 0
    for command, shown in commands(block.text):
        while shown and not shown[-1].strip():
            shown.pop()
        if command == "echo $?":
            assert shown == [str(code)]
        elif command.split()[0] == "kieumau":
            found, code = run(command, home)
            assert agrees(shown, found), "\n".join(found)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_each_mark_has_a_reason_and_a_block(page):
    """A block that is not run says why, and no mark is left over."""
    reasons = [block.reason for block in blocks(page) if block.reason]

    assert [each.strip() for each in marks(page)] == reasons


def test_the_pages_show_something():
    """Nothing was lost in reading the pages."""
    assert len(PYTHON) >= 4
    assert len(FILES) >= 6


@pytest.mark.parametrize(
    ("shown", "found", "same"),
    [
        (["a", "..."], ["a", "b", "c"], True),
        (["...", "c"], ["a", "b", "c"], True),
        (["a", "...", "c"], ["a", "c"], True),
        (["a"], ["a", "b"], False),
        (["..."], [], True),
        (["b", "..."], ["a", "b"], False),
    ],
)
def test_three_points_stand_for_any_lines(shown, found, same):
    """And for nothing else."""
    assert agrees(shown, found) is same
