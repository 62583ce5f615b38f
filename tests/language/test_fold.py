"""Folding: what is one word and what is two."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kieumau.language.fold import bare, clean, fold

VIETNAMESE = st.text(
    st.sampled_from(
        "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
        "bcdđghklmnpqrstvx ABCDĐGHKLMNPQRSTVX\u00a0\u200bÐ0189_-"
    ),
    max_size=30,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("HOÁ", "hóa"),
        ("khoẻ", "khỏe"),
        ("thuỷ", "thủy"),
        ("uỷ ban", "ủy ban"),
        ("quý", "qúy"),
        ("tỉ lệ", "tỷ lệ"),
        ("sĩ quan", "sỹ quan"),
        ("kĩ thuật", "kỹ thuật"),
        ("lí do", "lý do"),
        ("mĩ", "mỹ"),
        ("hi", "hy"),
        ("kì-hạn", "kỳ-hạn"),
        ("Ðạt", "đạt"),
        ("số\u00a0 hộ", "SỐ HỘ "),
        ("số\u200b hộ\ufeff", "số hộ"),
    ],
)
def test_spellings_of_one_word_fold_together(one, other):
    """Tone placement, i/y, case, spaces and Đ make no difference."""
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("má", "mà"),
        ("hoàn", "hàon"),
        ("ca", "că"),
        ("thi", "thy"),
        ("tai", "tay"),
        ("quy", "qui"),
        ("ty_le", "ti_le"),
        ("da", "đa"),
        ("o", "ơ"),
        ("số hộ", "sốhộ"),
    ],
)
def test_different_words_stay_apart(one, other):
    """Other tones, vowels, consonants and word boundaries do make a difference."""
    assert fold(one) != fold(other)


def test_a_tone_that_is_not_of_oa_oe_uy_stays_where_it_is():
    """`giữ`, `của`, `khoản` and `quyền` hold no open oa, oe or uy."""
    for word in ("giữ", "của", "khoản", "quyền", "già"):
        assert fold(word) == word


def test_a_dotted_capital_i_folds_to_i_with_a_dot():
    """Turkish İ is not i, and folding it twice changes nothing."""
    assert fold("İ") == "i\u0307" == fold(fold("İ"))


def test_a_combining_mark_alone_is_kept():
    """A stray mark is no word, and no crash."""
    assert fold("\u0301") == "\u0301"
    assert fold("a \u0301") == "a \u0301"


def test_clean_keeps_case_and_digits():
    """Literals are read from cleaned, not folded, text."""
    assert clean("\u200b1\u202f000  Người") == "1 000 Người"


def test_bare_drops_every_mark():
    """Guessing ignores what people leave out when they type fast."""
    assert bare("Tỷ lệ_Đạt") == "ti le dat"


@given(st.text(max_size=40) | VIETNAMESE)
@example("Ŋ\u0345\u0301")
def test_folding_twice_is_folding_once(text):
    """Folding is idempotent."""
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=30) | VIETNAMESE)
def test_decomposed_text_folds_alike(text):
    """NFC and NFD are one."""
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(VIETNAMESE)
def test_case_and_spaces_do_not_matter(text):
    """Capitals, no-break spaces and zero-width characters fold away."""
    assert fold(text.upper()) == fold(text)
    assert fold("\u2003" + text.replace(" ", "\u00a0 \u200b") + "\ufeff") == fold(text)


@given(VIETNAMESE, VIETNAMESE)
def test_words_fold_one_by_one(one, other):
    """A line may be folded word by word: what the reader of lines relies on."""
    assert fold(f"{one} {other}") == f"{fold(one)} {fold(other)}".strip()
