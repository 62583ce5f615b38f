"""The plain text on screens of any width, and its coloured twin."""

import re
from io import StringIO

import pytest
from rich.console import Console

from kieumau.render.as_text import rich_text, summary, text
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Lang

SENTENCE = {
    "vi": "Kết quả tính theo bộ tái lập từ nguồn công khai; không phải quyết định công nhận.",
    "en": "Computed under a set reconstructed from public sources; not a decision of recognition.",
}


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_rows_keep_to_the_width(sample: tuple[str, Verdict], lang: Lang, width: int) -> None:
    """Long titles wrap; only web addresses and the notice, which must stay whole, may stand out."""
    rows = text(sample[1], lang, width=width).splitlines()
    wide = [row for row in rows if len(row) > width and "https://" not in row]

    assert [row for row in wide if row != f"! {SENTENCE[lang]}"] == []


def test_the_same_words_at_any_width(sample: tuple[str, Verdict], lang: Lang) -> None:
    """Wrapping loses and adds nothing."""

    def words(width: int) -> str:
        return re.sub(r"[\s-]", "", text(sample[1], lang, width=width))

    assert words(40) == words(200)


def test_numbers_are_not_broken(verdicts: dict[str, Verdict]) -> None:
    """A thousand stays on one row at any width, and so does an operator with its number."""
    for width in range(30, 90):
        said = text(verdicts["not_met"], "vi", width=width)

        assert not re.search(r"1$\s+(230|400)", said, re.MULTILINE)
        assert not re.search(r"[≥≤→]$", said, re.MULTILINE)


def test_first_screen_answers(sample: tuple[str, Verdict], lang: Lang) -> None:
    """Ward, outcome, why and notices stand within the first 24 rows."""
    name, verdict = sample
    first = "\n".join(text(verdict, lang).splitlines()[:24])

    assert {"vi": "KẾT LUẬN: ", "en": "OUTCOME: "}[lang] in first
    assert (SENTENCE[lang] in first) == (name != "met")


def test_brief_says_less_in_the_same_order(sample: tuple[str, Verdict], lang: Lang) -> None:
    """The brief text drops sources and evidence and keeps the outcome, notices and conditions."""
    full, brief = text(sample[1], lang), text(sample[1], lang, brief=True)

    assert len(brief) < len(full)
    assert "https://" not in brief
    assert (SENTENCE[lang] in brief) == (SENTENCE[lang] in full)


def test_coloured_text_has_the_same_words(sample: tuple[str, Verdict], lang: Lang) -> None:
    """Without colour the terminal's rendering is the plain text."""
    out = StringIO()
    Console(file=out, width=80, color_system=None).print(rich_text(sample[1], lang))

    assert re.sub(r"\s+", "", out.getvalue()) == re.sub(r"\s+", "", text(sample[1], lang))


def test_coloured_text_is_coloured(verdicts: dict[str, Verdict]) -> None:
    """A criterion not met is red and its title bold."""
    out = StringIO()
    console = Console(file=out, width=80, force_terminal=True, color_system="standard")
    console.print(rich_text(verdicts["not_met"], "vi", brief=True))

    assert "\x1b[1;31m✗ \x1b[0m\x1b[1mPhòng cháy, chữa cháy\x1b[0m" in out.getvalue()


def test_summary_is_one_line(sample: tuple[str, Verdict], lang: Lang) -> None:
    """A summary is one line; its notices can be left to the table it stands in."""
    said, bare = summary(sample[1], lang), summary(sample[1], lang, notice=False)

    assert "\n" not in said
    assert said.startswith(bare)
    assert SENTENCE[lang] not in bare
