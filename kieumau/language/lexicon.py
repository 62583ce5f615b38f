"""The lexicon: the closed tables of operator symbols and words, Vietnamese and English.

Apart from the parser because the reference page and the tests list it. An operator here is only
a candidate: which one a line means is settled by the one-reading rule, never by its length.

>>> [each.text for each in operators(("tối", "thiểu"))], operators(("hơn",))
(['tối thiểu'], ())
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from attrs import frozen

from kieumau.language.fold import fold
from kieumau.rules.conditions import Op
from kieumau.rules.measures import Kind

__all__ = [
    "LONGEST",
    "LOOK_ALIKES",
    "OPERATORS",
    "SYMBOLS",
    "Operator",
    "Relation",
    "Sense",
    "operators",
]


class Relation(StrEnum):
    """What a word can ask beside the six comparisons."""

    IN = "in"
    NOT_IN = "not in"
    BETWEEN = "between"


Sense: TypeAlias = Op | Relation


@frozen
class Operator:
    """One symbol or phrase.

    Attributes
    ----------
    text
        As the tables show it.
    words
        Its words, folded, as they stand before the value.
    kinds
        The kinds of measure it fits.
    joint
        For a range: the words between its ends; ``..`` otherwise.
    closing
        The words that must follow the value (``từ ... trở lên``).
    """

    text: str
    words: tuple[str, ...]
    sense: Sense
    kinds: frozenset[Kind]
    joint: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()


_NUMERIC = frozenset({Kind.INTEGER, Kind.NUMBER, Kind.PERCENT})
_DATE = frozenset({Kind.DATE})
_CHOICE = frozenset({Kind.CHOICE})
_ORDERED = _NUMERIC | _DATE
_EVERY = frozenset(Kind)

SYMBOLS: Mapping[str, Op] = MappingProxyType(
    {
        "=": Op.EQ,
        "≠": Op.NE,
        "!=": Op.NE,
        "<>": Op.NE,
        "<": Op.LT,
        "≤": Op.LE,
        "<=": Op.LE,
        ">": Op.GT,
        "≥": Op.GE,
        ">=": Op.GE,
    }
)

LOOK_ALIKES: Mapping[str, str] = MappingProxyType(
    {
        "\uff1d": "=",
        "\uff1c": "<",
        "\uff1e": ">",
        "≦": "≤",
        "⩽": "≤",
        "≧": "≥",
        "⩾": "≥",
        "≮": "≥",
        "≯": "≤",
        "≰": ">",
        "≱": "<",
        "\uff05": "%",
        "\ufe6a": "%",
        "\u066a": "%",
        "\uff5b": "{",
        "\uff5d": "}",
        "\uff1b": ";",
        "…": "..",
        "\u2025": "..",
    }
)
"""Characters that look like ours and are not; refused, with what to write."""

_ANY_KIND: Mapping[Op, tuple[str, ...]] = MappingProxyType(
    {
        Op.EQ: ("bằng", "là", "đúng bằng", "equals", "equal to", "is", "is equal to"),
        Op.NE: (
            *("khác", "khác với", "không bằng", "không phải là", "không là"),
            *("is not", "not equal to", "is not equal to", "other than", "differs from"),
        ),
    }
)
_NUMBERS_VI: Mapping[Op, tuple[str, ...]] = MappingProxyType(
    {
        Op.LT: ("dưới", "ít hơn", "nhỏ hơn", "thấp hơn"),
        Op.LE: (
            *("tối đa", "nhiều nhất", "không vượt quá", "không trên"),
            *("không nhiều hơn", "không lớn hơn", "không cao hơn"),
        ),
        Op.GT: ("trên", "nhiều hơn", "lớn hơn", "cao hơn", "vượt quá"),
        Op.GE: (
            *("tối thiểu", "ít nhất", "không dưới"),
            *("không ít hơn", "không nhỏ hơn", "không thấp hơn"),
        ),
    }
)
_NUMBERS_EN: Mapping[Op, tuple[str, ...]] = MappingProxyType(
    {
        Op.LT: ("less than", "fewer than", "lower than", "below"),
        Op.LE: ("at most", "no more than", "not more than", "not above"),
        Op.GT: ("more than", "greater than", "higher than", "above"),
        Op.GE: ("at least", "no less than", "not less than", "no fewer than", "not below"),
    }
)
_DATES_VI: Mapping[Op, tuple[str, ...]] = MappingProxyType(
    {
        Op.LT: ("trước", "sớm hơn"),
        Op.LE: ("không muộn hơn", "không chậm hơn", "chậm nhất", "chậm nhất là", "muộn nhất"),
        Op.GT: ("sau", "muộn hơn"),
        Op.GE: ("không sớm hơn", "sớm nhất"),
    }
)
_DATES_EN: Mapping[Op, tuple[str, ...]] = MappingProxyType(
    {
        Op.LT: ("before", "earlier than"),
        Op.LE: ("no later than", "not later than", "on or before"),
        Op.GT: ("after", "later than"),
        Op.GE: ("no earlier than", "not earlier than", "on or after"),
    }
)


def _phrase(
    text: str, sense: Sense, kinds: frozenset[Kind], joint: str = "", closing: str = ""
) -> Operator:
    shown = " … ".join(part for part in (text, joint, closing) if part)
    parts = (tuple(fold(part).split()) for part in (joint, closing))
    return Operator(shown, tuple(fold(text).split()), sense, kinds, *parts)


def _phrases(
    table: Mapping[Op, tuple[str, ...]], kinds: frozenset[Kind], *, with_is: bool = False
) -> Iterable[Operator]:
    for op, texts in table.items():
        for text in texts:
            yield _phrase(text, op, kinds)
            if with_is:
                yield _phrase(f"is {text}", op, kinds)


OPERATORS: Final[tuple[Operator, ...]] = (
    *(
        Operator(symbol, (symbol,), op, _EVERY if op in (Op.EQ, Op.NE) else _ORDERED)
        for symbol, op in SYMBOLS.items()
    ),
    *_phrases(_ANY_KIND, _EVERY),
    *_phrases(_NUMBERS_VI, _NUMERIC),
    *_phrases(_NUMBERS_EN, _NUMERIC, with_is=True),
    *_phrases(_DATES_VI, _DATE),
    *_phrases(_DATES_EN, _DATE, with_is=True),
    _phrase("không quá", Op.LE, _ORDERED),
    _phrase("từ", Op.GE, _ORDERED, closing="trở lên"),
    _phrase("từ", Op.LE, _ORDERED, closing="trở xuống"),
    _phrase("từ", Relation.BETWEEN, _ORDERED, joint="đến"),
    _phrase("between", Relation.BETWEEN, _ORDERED, joint="and"),
    *(
        _phrase(text, Relation.BETWEEN, _ORDERED)
        for text in ("trong khoảng", "nằm trong khoảng", "between", "in", "is between", "is in")
    ),
    *(_phrase(text, Relation.IN, _CHOICE) for text in ("thuộc", "in", "is in", "is one of")),
    *(
        _phrase(text, Relation.NOT_IN, _CHOICE)
        for text in ("không thuộc", "not in", "is not in", "is not one of")
    ),
)
"""Every operator, symbols first."""

_BY_WORDS: Final[Mapping[tuple[str, ...], tuple[Operator, ...]]] = MappingProxyType(
    {
        words: tuple(each for each in OPERATORS if each.words == words)
        for words in dict.fromkeys(each.words for each in OPERATORS)
    }
)

LONGEST: Final = max(len(words) for words in _BY_WORDS)
"""How many words the longest operator has."""


def operators(words: tuple[str, ...]) -> tuple[Operator, ...]:
    """Return the operators spelled by exactly these folded words."""
    return _BY_WORDS.get(words, ())
