"""The phrasebook: complete in both languages, and safe to stand in any format."""

import re
from string import Formatter

import pytest

from kieumau.render.phrasebook import Phrase
from kieumau.render.sheet_words import SheetTerm
from kieumau.render.speech import Voice, say, speak
from kieumau.render.telling_words import Telling

SAME = {
    Phrase.ANSWER_PERCENT: "a sign",
    Phrase.WANTED_AS: "punctuation only",
    Phrase.RANGE: "punctuation only",
    Phrase.NAMED: "punctuation only",
    Phrase.COMPUTED: "punctuation only",
    Phrase.NUMBERED: "punctuation only",
    Phrase.LIBRARY: "a name",
    Phrase.SUMMARY: "punctuation only",
    SheetTerm.N_OUTCOME: "order only",
}


PHRASES = (*Phrase, *Telling, *SheetTerm)
phrases = pytest.mark.parametrize("phrase", PHRASES, ids=str)


def slots(template: str) -> list[str]:
    """Return the names of a template's slots."""
    return sorted({name for _, name, _, _ in Formatter().parse(template) if name})


@phrases
def test_every_phrase_has_both_languages(phrase: Phrase | Telling | SheetTerm) -> None:
    """No phrase is empty, left in the other language, or short of a slot."""
    vi, en = phrase.text.vi, phrase.text.en

    assert vi.strip() == vi != ""
    assert en.strip() == en != ""
    assert slots(vi) == slots(en)
    assert (vi == en) <= (phrase in SAME)


def test_whitelist_is_needed() -> None:
    """Nothing is whitelisted that does not need it."""
    needless = [each for each in SAME if each.text.vi != each.text.en]

    assert needless == []


@phrases
def test_phrases_need_no_escaping(phrase: Phrase | Telling | SheetTerm) -> None:
    """The house's own words hold nothing Markdown or HTML would take for a mark."""
    for words in (phrase.text.vi, phrase.text.en):
        bare = re.sub(r"\{[a-z_]+(:[^}]*)?\}", "", words)

        assert not re.search(r"[\\`*_\[\]#|~$<>&]", bare)


def test_vietnamese_template_has_no_english_nouns() -> None:
    """Only English picks between nouns."""
    assert [each.name for each in PHRASES if re.search(r"\{\w+:", each.text.vi)] == []


@pytest.mark.parametrize(
    ("n", "vi", "en"),
    [
        (1, "1 chỉ tiêu", "1 indicator"),
        (3, "3 chỉ tiêu", "3 indicators"),
        (1200, "1 200 chỉ tiêu", "1 200 indicators"),
    ],
)
def test_counts_bring_their_noun(n: int, vi: str, en: str) -> None:
    """A count is written with the noun that goes with it."""
    said = say(Phrase.N_INDICATORS, n=n)

    assert (speak(said, Voice("vi")), speak(said, Voice("en"))) == (vi, en)
