"""The page of each diagnostic, taken apart: its words, a wrong example and a right one, both run.

An example changes one thing of a small sound plugin (`tests/plugins/site/goc_mau`, and an empty
refinement of it). The second word after the fence says which: a whole file, or an entry of one.
"""

import json
import os
import re
import shlex
import shutil
import subprocess
import textwrap
from pathlib import Path

from attrs import frozen
from click.testing import CliRunner

import kieumau
from kieumau.cli.language import language
from kieumau.cli.parser import command_line
from kieumau.errors import Diagnostic, KieumauError
from kieumau.messages import MESSAGES
from tests.docs.workbook_pages import workbook_codes

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs/reference/diagnostics"
SITE = ROOT / "tests/plugins/site"
WRONG, RIGHT = "## Sai · Wrong", "## Đúng · Right"
WORDS = ("<!-- words -->\n", "<!-- /words -->\n")
_FENCE = re.compile(r"^```(\w+) ?([\w./-]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NOT_RUN = re.compile(r"<!-- not run: (.+?) -->")

MANIFEST = """\
format: kieumau/plugin/1
id: tinh-toi
version: "1"
kind: refinement
refines: goc-mau
title: Tỉnh tôi (giả định)
invented: true
instruments:
  - {id: nq-tinh, title: Nghị quyết của tỉnh (giả định), from: 2023-01-01}
"""
CASES = """\
format: kieumau/cases/1
ward: {code: "00001", name: Phường Mẫu, province: "42"}
period: {from: 2023-01-01, to: 2023-12-31}
cases:
  - id: thu
    sentence: Phường thử.
    facts: {so_can_bo: 14}
    expect: {outcome: undetermined}
"""
TIGHTEN = """\
tighten:
  - id: du-can-bo
    to: 10
    citation: {instrument: nq-tinh}
    fidelity: text
"""
FACTS = """\
format: kieumau/facts/1
ward: {code: "00001", name: Phường Mẫu, province: "42"}
period: {from: 2023-01-01, to: 2023-12-31}
facts:
"""
REFINEMENT_ENTRIES = ("add", "tighten", "clarify", "waive")
"""Entries of a refinement's rules file."""
BASE_ENTRIES = {
    "measure": ("measures.yaml", "measures:\n", 2),
    "indicator": ("rules/goc.yaml", "    indicators:\n", 6),
    "criterion": ("rules/goc.yaml", "criteria:\n", 2),
    "instrument": ("plugin.yaml", "instruments:\n", 2),
}
"""Entries put first into a list of the base: its file, the line above, the indentation."""


@frozen
class Example:
    """One side of a page: blocks as ``(language, what, text)``, and why it is not run."""

    blocks: tuple[tuple[str, str, str], ...]
    reason: str = ""


@frozen
class Page:
    """A diagnostic's page."""

    code: str
    text: str
    wrong: Example
    right: Example


def read_page(path):
    """Return a page; its parts must be there, in order."""
    text = path.read_text("utf-8")
    head, _, rest = text.partition(WRONG)
    wrong, _, right = rest.partition(RIGHT)
    assert head.startswith(f"# {path.stem}\n"), "the heading is the code"
    assert wrong, f"no «{WRONG}»"
    return Page(path.stem, text, _example(wrong), _example(right))


def _example(text):
    reason = _NOT_RUN.search(text)
    found = tuple((each[1], each[2], each[3]) for each in _FENCE.finditer(text))
    return Example(found, reason[1] if reason else "")


def words(code):
    """Return what a page says of the message itself, written from the messages."""
    said = MESSAGES[code]
    return (
        f"{WORDS[0]}- **{said.message.vi}**\n  {said.hint.vi}\n"
        f"- **{said.message.en}**\n  {said.hint.en}\n{WORDS[1]}"
    )


def filled(page, code):
    """Return a page's text with the words as they are now."""
    head, _, rest = page.partition(WORDS[0])
    _, _, tail = rest.partition(WORDS[1])
    return f"{head}{words(code)}{tail}"


def codes(example, home):
    """Return the codes an example gives, run in a folder of its own."""
    blocks = {what or language: text for language, what, text in example.blocks}
    commands = [text for language, _, text in example.blocks if language == "console"]
    if blocks.keys() != {"python"}:
        _write(blocks, home)
    if "python" in blocks:
        return _python(blocks["python"], home)
    if "bo.xlsx" in blocks:
        return workbook_codes(blocks["bo.xlsx"], home)
    if commands:
        return _console(commands, home)
    if any(each in blocks for each in ("facts", "facts.yaml", "facts.json", "facts.csv")):
        return _facts(next(home.glob("facts.*")))
    return {each.code for each in kieumau.check(home / "bo")}


def _write(blocks, home):
    """Write the plugin ``bo`` (a base or a refinement) and any facts the blocks speak of."""
    refines = any(each in blocks for each in (*REFINEMENT_ENTRIES, "manifest", "rules.yaml"))
    manifest = blocks.get("plugin.yaml", "")
    if "kind: base" in manifest or not (refines or manifest):
        shutil.copytree(SITE / "goc_mau", home / "bo")
        for what, (file, above, indent) in BASE_ENTRIES.items():
            if what in blocks:
                path = home / "bo" / file
                entry = textwrap.indent(blocks[what], " " * indent)
                path.write_text(path.read_text("utf-8").replace(above, above + entry, 1), "utf-8")
        if "requires" in blocks:
            path = home / "bo/rules/goc.yaml"
            own = f"requires: {blocks['requires'].strip()}"
            if re.match(r"[a-z_]+:|- ", blocks["requires"]):
                own = "requires:\n" + textwrap.indent(blocks["requires"], " " * 10).rstrip()
            old = "requires: số cán bộ hiện có ≥ 5"
            text = path.read_text("utf-8")
            text = text.replace("        allows: {tighten: {up_to: 20}}\n", "", 1)
            path.write_text(text.replace(old, own, 1), "utf-8")
        if "case" in blocks:
            path = home / "bo/cases/dat.yaml"
            own = textwrap.indent(blocks["case"], "  ")
            path.write_text(path.read_text("utf-8") + own, "utf-8")
    else:
        (home / "bo/rules").mkdir(parents=True)
        own = MANIFEST + blocks.get("manifest", "")
        (home / "bo/plugin.yaml").write_text(own, "utf-8")
        entries = [
            f"{each}:\n{textwrap.indent(blocks[each], '  ')}"
            for each in REFINEMENT_ENTRIES
            if each in blocks
        ]
        rules = "".join(entries) or TIGHTEN
        text = f"format: kieumau/rules/1\nfrom: 2023-01-01\n{rules}"
        (home / "bo/rules/2023.yaml").write_text(text, "utf-8")
        if "case" in blocks:
            (home / "bo/cases").mkdir()
            cases = CASES + textwrap.indent(blocks["case"], "  ")
            (home / "bo/cases/nam-2023.yaml").write_text(cases, "utf-8")
    if "facts" in blocks:
        own = FACTS + textwrap.indent(blocks["facts"], "  ")
        (home / "facts.yaml").write_text(own, "utf-8")
    renamed = {"rules.yaml": "rules/2023.yaml", "cases.yaml": "cases/dat.yaml"}
    for what, text in blocks.items():
        if "." in what:
            beside = what.startswith(("facts.", "wards.", "khac/"))
            path = home / what if beside else home / "bo" / renamed.get(what, what)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")


def _facts(path):
    try:
        standard = kieumau.load(SITE / "goc_mau", on="2023-12-31")
        standard.evaluate(kieumau.FactSet.read(path))
    except KieumauError as error:
        return {each.code for each in error.diagnostics}
    return set()


def _console(commands, home):
    """Run the commands of transcripts; what they say on both streams names the codes.

    Our own commands run in this process, which is many times as fast.
    """
    said, before = "", Path.cwd()
    os.chdir(home)
    try:
        for line in "".join(commands).splitlines():
            if line.startswith("$ "):
                program, *given = shlex.split(line[2:])
                said += _ours(given) if program == "kieumau" else _theirs(program, given)
    finally:
        os.chdir(before)
    return set(re.findall(r"KM-\d{3}", said))


def _ours(given):
    ended = CliRunner().invoke(command_line(language(given, os.environ)), given)
    assert ended.exception is None or isinstance(ended.exception, SystemExit)
    return ended.output


def _theirs(program, given):
    ended = subprocess.run([program, *given], capture_output=True, encoding="utf-8", check=True)
    return ended.stdout + ended.stderr


def _python(text, home):
    """Run Python that meets the problem; a warning's diagnostics may be left in ``found``."""
    space = {"kieumau": kieumau, "home": home, "json": json, "Diagnostic": Diagnostic}
    before = Path.cwd()
    os.chdir(home)
    try:
        exec(compile(text, "<page>", "exec"), space)  # noqa: S102 (the page's own example)
    except KieumauError as error:
        return {each.code for each in error.diagnostics}
    finally:
        os.chdir(before)
    return {each.code for each in space.get("found", ())}
