"""Every guide works when followed to the letter, from an empty folder."""

import os

import pytest

from tests.docs.guides import follow, guides, prepare, run, steps
from tests.docs.pages import name
from tests.docs.transcripts import agrees, commands

RECORD = os.environ.get("KIEUMAU_RECORD") == "1"


@pytest.mark.parametrize("page", guides(), ids=name)
def test_a_guide_works_as_it_says(page, tmp_path):
    """Its files are written, its commands run, and their output is the output shown."""
    lang = "vi" if "vi" in page.parts else "en"
    prepare(page, tmp_path)
    text, found = page.read_text("utf-8"), steps(page)
    changes = []
    for step, after in zip(found, [*found[1:], None], strict=True):
        if step.language == "console":
            new = _followed(step, tmp_path, lang)
            changes.append((step.start, step.end, new))
        else:
            follow(step, after, tmp_path)
    if RECORD:
        for start, end, new in reversed(changes):
            text = text[:start] + new + text[end:]
        page.write_text(text, "utf-8")


def _followed(step, home, lang):
    """Run a transcript; return it as it came out, three points kept where they stand for it."""
    lines, code = [], 0
    for command, shown in commands(step.text):
        while shown and not shown[-1].strip():
            shown.pop()
        found, code = ([str(code)], 0) if command == "echo $?" else run(command, home, lang)
        agreed = agrees(shown, found)
        assert agreed or (RECORD and "..." not in shown), f"$ {command}\n" + "\n".join(found)
        lines += [f"$ {command}", *(shown if agreed else found)]
    return "".join(f"{line}\n" for line in lines)
