"""Folding: the form in which two spellings of one Vietnamese or English name are equal.

Apart from the rest because names, literals, operators and the document reader all compare words
and must agree on what "the same word" is. Folding never looks words up: tone marks are moved by
rule, in decomposed text.

>>> fold("  Hoà Bình ") == fold("HÒA\u00a0BÌNH"), fold("thuỷ") == fold("thủy")
(True, True)
>>> fold("Tỉ lệ") == fold("tỷ lệ"), fold("sĩ quan") == fold("sỹ quan")
(True, True)
>>> fold("quý"), fold("giữ"), fold("khoản"), fold("Ðạt")
('quý', 'giữ', 'khoản', 'đạt')
"""

import re
import unicodedata
from functools import lru_cache

__all__ = ["bare", "clean", "fold"]

# Characters with no width and no meaning here (UAX #44 Default_Ignorable_Code_Point, the part
# that reaches documents through copy and paste).
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_TONE = "[\u0300\u0301\u0303\u0309\u0323]"
_MARKS = "\u0300-\u036f"
_ENDS = rf"(?![\w{_MARKS}])"
_STARTS = rf"(?<![\w{_MARKS}])"
# Old style writes the tone on the first vowel of an open oa, oe, uy; new style on the second.
# Moving towards the second leaves "quý" alone, where u belongs to the consonant.
_EARLY_TONE = re.compile(rf"(?:(o)({_TONE})([ae])|(u)({_TONE})(y)){_ENDS}")
_FINAL_Y = re.compile(rf"{_STARTS}([hklmst])y({_TONE}?){_ENDS}")
# Eth and the African D are typed and scanned for Đ; they look the same.
_D_STROKE = {ord("ð"): "đ", ord("ɖ"): "đ"}


def clean(text: str) -> str:
    """Return the text composed (NFC), without invisible characters, single-spaced and stripped.

    What is kept otherwise stays as written: literals are read from this form.

    Examples
    --------
    >>> clean(" 1\u00a0000\u200b  Người ")
    '1 000 Người'
    """
    return unicodedata.normalize("NFC", " ".join(_INVISIBLE.sub("", text).split()))


def fold(text: str) -> str:
    """Return the form in which names are compared.

    Folded: composition, case, spaces and zero-width characters, tone placement in oa, oe and uy,
    final i/y after a single h, k, l, m, s or t, and Ð for Đ. Folding a folded text changes nothing.

    Examples
    --------
    >>> fold("KĨ THUẬT"), fold("khoẻ") == fold("khỏe")
    ('kĩ thuật', True)
    """
    return (_kept if len(text) <= _KEPT else _folded)(text)


def _folded(text: str) -> str:
    cased = unicodedata.normalize("NFD", unicodedata.normalize("NFD", clean(text)).casefold())
    placed = _EARLY_TONE.sub(_later, cased.translate(_D_STROKE))
    return unicodedata.normalize("NFC", _FINAL_Y.sub(r"\1i\2", placed))


# Names are folded again in every file and condition that has them; what is long is no name.
_KEPT = 200
_kept = lru_cache(maxsize=8192)(_folded)


def bare(text: str) -> str:
    """Return the folded text without any marks, for guessing what was meant.

    Examples
    --------
    >>> bare("Tỷ lệ đạt chuẩn")
    'ti le dat chuan'
    """
    letters = unicodedata.normalize("NFD", fold(text)).replace("đ", "d").replace("_", " ")
    return "".join(each for each in letters if not unicodedata.combining(each))


def _later(found: re.Match[str]) -> str:
    first, tone, second = (part for part in found.groups() if part is not None)
    return first + second + tone
