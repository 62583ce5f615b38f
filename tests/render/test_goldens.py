"""Whole renderings, compared exactly with files a person has read.

``KIEUMAU_RECORD=1 pytest tests/render`` writes them again; read the diff.
"""

import os
from pathlib import Path

import pytest

from kieumau.render.as_markdown import markdown
from kieumau.render.as_text import summary, text
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Lang

GOLDEN = Path(__file__).parents[1] / "golden" / "render"


def same_as_golden(name: str, said: str, folder: Path = GOLDEN) -> None:
    """Compare with the file, or write it when recording."""
    path = folder / name
    if os.environ.get("KIEUMAU_RECORD"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(said, encoding="utf-8")

    assert said == path.read_text(encoding="utf-8")


def test_text(sample: tuple[str, Verdict], lang: Lang) -> None:
    """The plain text says what it said when it was last read."""
    name, verdict = sample

    same_as_golden(f"{name}.{lang}.txt", text(verdict, lang))


def test_brief_text(sample: tuple[str, Verdict], lang: Lang) -> None:
    """So does the brief text."""
    name, verdict = sample

    same_as_golden(f"{name}.brief.{lang}.txt", text(verdict, lang, brief=True))


def test_markdown(sample: tuple[str, Verdict], lang: Lang) -> None:
    """So does the Markdown."""
    name, verdict = sample

    same_as_golden(f"{name}.{lang}.md", markdown(verdict, lang))


def test_summaries(verdicts: dict[str, Verdict], lang: Lang) -> None:
    """So do the one-line summaries."""
    lines = [summary(verdict, lang) for verdict in verdicts.values()]

    same_as_golden(f"summaries.{lang}.txt", "\n".join(lines) + "\n")


@pytest.mark.skipif(bool(os.environ.get("KIEUMAU_RECORD")), reason="recording")
def test_no_golden_is_left_over(verdicts: dict[str, Verdict]) -> None:
    """Every file belongs to a sample."""
    known = {f"{name}{brief}" for name in verdicts for brief in ("", ".brief")} | {"summaries"}

    assert {
        path.name.rsplit(".", 2)[0]
        for path in GOLDEN.iterdir()
        if not path.name.startswith("standard")
    } <= known
