"""Wording: the two languages, texts in both, and how numbers and dates are written in each.

>>> Text("đạt", "met").say("en")
'met'
>>> Text("{n} tệp", "{n:file|files}").filled(n=Count(2))
Text(vi='2 tệp', en='2 files')
>>> say_number(Decimal("1234567.50"), "vi"), say_number(Decimal("1234567.5"), "en")
('1 234 567,5', '1 234 567.5')
"""

import unicodedata
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from attrs import field, frozen

__all__ = ["LANGUAGES", "Count", "Lang", "Text", "nfc", "number_text", "say_date", "say_number"]

Lang: TypeAlias = Literal["vi", "en"]
LANGUAGES: tuple[Lang, Lang] = ("vi", "en")


def nfc(text: str) -> str:
    """Return the text in Unicode's composed form (UAX #15), the only form kept."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


@frozen
class Text:
    """The same words in Vietnamese and English; ``en`` defaults to ``vi``."""

    vi: str = field(converter=nfc)
    en: str = field(default="", converter=nfc)

    def __attrs_post_init__(self) -> None:
        if not self.en:
            object.__setattr__(self, "en", self.vi)

    def say(self, lang: Lang) -> str:
        """Return the words in that language."""
        return self.vi if lang == "vi" else self.en

    def filled(self, **slots: "str | int | Text") -> "Text":
        """Return the words with their slots filled; a text in one is said in each language."""

        def said(lang: Lang) -> str:
            known = {k: v.say(lang) if isinstance(v, Text) else v for k, v in slots.items()}
            return self.say(lang).format(**known)

        return Text(said("vi"), said("en"))


class Count(int):
    """A count that brings its English noun: ``{n:criterion|criteria}``."""

    def __format__(self, nouns: str) -> str:
        one, _, many = nouns.partition("|")
        noun = one if self == 1 else many
        number = say_number(int(self), "en")
        return f"{number} {noun}" if noun else number


def say_number(number: Decimal | int, lang: Lang) -> str:
    """Write an exact number: thousands apart by a space, decimals by comma (vi) or point (en).

    A space, because ``1.000`` means a thousand in one language and one in the other.
    """
    plain = format(Decimal(number), "f")
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    sign, digits = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
    whole, _, decimals = digits.partition(".")
    grouped = format(int(whole), ",").replace(",", " ")
    point = "," if lang == "vi" else "."
    return sign + grouped + (point + decimals if decimals else "")


def number_text(number: Decimal | int) -> Text:
    """Return an exact number as a text in both languages."""
    return Text(say_number(number, "vi"), say_number(number, "en"))


def say_date(day: date) -> str:
    """Write a day as Vietnamese offices do, in both languages: ``31/12/2025``."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"
