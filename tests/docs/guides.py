"""Guides that are followed step by step in an empty folder, as their reader would.

A page marked ``<!-- guide -->`` is run from top to bottom in a folder of its own:

- ``<!-- needs: examples/tinh-mau -->`` copies a file or folder of the repository there first;
- a ``console`` block holds commands (``$ ...``) with the output each gives;
- a block whose second word is ``write:FILE`` is written to that file;
- ``in:FILE`` must stand in the file as shown;
- ``old:FILE`` must stand in it once, and the next block, ``new``, takes its place;
- ``cells:FILE`` sets cells of a workbook, a line each: ``Sheet!B7 = what is typed``.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from attrs import frozen

from tests.docs.pages import ROOT

MARK = "<!-- guide -->"
_NEEDS = re.compile(r"^<!-- needs: (\S+) -->$", re.MULTILINE)
_STEP = re.compile(r"^```(\w+)[ ]?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@frozen
class Step:
    """One fenced block of a guide: its language, what is to be done, and where its text stands."""

    language: str
    what: str
    text: str
    start: int
    end: int


def guides():
    """Return the pages that are guides."""
    return sorted(path for path in (ROOT / "docs").rglob("*.md") if MARK in path.read_text("utf-8"))


def steps(page):
    """Return the steps of a guide, in order."""
    return [
        Step(each[1], each[2], each[3], each.start(3), each.end(3))
        for each in _STEP.finditer(page.read_text("utf-8"))
    ]


def prepare(page, home):
    """Copy what a guide needs into its folder."""
    for name in _NEEDS.findall(page.read_text("utf-8")):
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, home / source.name)


def follow(step, after, home):
    """Do a step that is about files; ``after`` is the step below it."""
    what, _, file = step.what.partition(":")
    path = home / file
    if what == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(step.text, "utf-8")
    elif what == "in":
        assert step.text in path.read_text("utf-8"), step.text
    elif what == "old":
        text = path.read_text("utf-8")
        assert text.count(step.text) == 1, f"{step.text!r} stands {text.count(step.text)} times"
        assert after.what == "new", "what is replaced has its new text below"
        path.write_text(text.replace(step.text, after.text), "utf-8")
    elif what == "cells":
        type_cells(path, step.text)
    else:
        assert what in ("", "new"), f"no such step: {step.what}"


def type_cells(path, text):
    """Type into cells of a workbook as Excel takes it: numbers as such, save in text cells."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    for line in text.splitlines():
        place, _, typed = line.partition(" = ")
        sheet, _, cell = place.partition("!")
        target = book[sheet][cell]
        number = re.fullmatch(r"(\d+(?:\.\d+)?)(%?)", typed)
        if number is None or target.number_format == "@":
            target.value = typed
        elif number[2]:
            target.value, target.number_format = float(number[1]) / 100, "0.##%"
        else:
            target.value = float(number[1])
    book.save(path)


def run(command, home, lang):
    """Run a command line in a guide's folder; return its output and exit code."""
    bin_ = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    plain = {"NO_COLOR": "1", "COLUMNS": "80", "PYTHONIOENCODING": "utf-8", "PATH": bin_}
    locale = {"LC_ALL": "C.UTF-8", "KIEUMAU_LANG": lang}
    done = subprocess.run(
        ["bash", "-c", command],  # noqa: S607
        cwd=home,
        env={**os.environ, **plain, **locale},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout.decode("utf-8").rstrip("\n").splitlines(), done.returncode
