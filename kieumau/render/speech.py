"""Speech: from typed slots to words in one language.

A rendering is made of slots: phrases of the phrasebook, texts from data, numbers, days, links.
Everything from data is cleaned here, so that no fact can carry a terminal escape, a hidden
direction mark or a line break into any format; a `Voice` adds what its format must escape.

>>> speak(say(Phrase.N_INDICATORS, n=3), Voice("vi"))
'3 chỉ tiêu'
>>> speak(Figure(Decimal("58.5"), percent=True), Voice("vi"))
'58,5%'
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias

from attrs import frozen

from kieumau.render.phrasebook import Phrase
from kieumau.render.terms import Terms
from kieumau.wording import Count, Lang, Text, nfc, say_date, say_number

__all__ = [
    "NOTHING",
    "Digest",
    "Figure",
    "Joined",
    "Link",
    "Said",
    "Slot",
    "Voice",
    "clean",
    "joined",
    "safe_url",
    "say",
    "speak",
]

_TERMINAL = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])")
_URL = re.compile(r"https?://[^\s<>\"'`\\|()\[\]{}\x00-\x1f]+")


def clean(text: str) -> str:
    r"""Return text from data on one line, in NFC, without control, format or escape characters.

    >>> clean("Phường\x1b[31m đỏ\n\u202egnod")
    'Phường đỏ gnod'
    """
    bare = _TERMINAL.sub("", text)
    kept = "".join(
        " " if char.isspace() else char
        for char in bare
        if char.isspace() or not unicodedata.category(char).startswith("C")
    )
    return nfc(" ".join(kept.split()))


def safe_url(url: str) -> str:
    """Return a web address as it may be linked to; empty when it is no plain http(s) address.

    >>> safe_url("https://example.vn/a_(b)"), safe_url("javascript:alert(1)")
    ('https://example.vn/a_%28b%29', '')
    """
    encoded = clean(url).replace("(", "%28").replace(")", "%29").replace("|", "%7C")
    return encoded if _URL.fullmatch(encoded) else ""


@frozen
class Figure:
    """An exact number to be written as it is, with its unit."""

    number: Decimal
    unit: Text | None = None
    percent: bool = False


@frozen
class Joined:
    """Slots in a row."""

    items: "tuple[Slot, ...]"
    between: str = ", "


@frozen
class Link:
    """Something said that leads to a web address."""

    said: "Slot"
    url: str


@frozen
class Digest:
    """A fingerprint; formats for the eye may shorten it."""

    value: str


@frozen
class Said:
    """A phrase with its slots filled."""

    phrase: Phrase | Terms
    slots: "tuple[tuple[str, Slot], ...]" = ()


Slot: TypeAlias = Said | Text | str | int | date | Figure | Joined | Link | Digest
"""What can be said; a plain string is data, the same in both languages."""

NOTHING: Final = Joined(())


def say(phrase: Phrase | Terms, **slots: Slot) -> Said:
    """Return a phrase with its slots filled."""
    return Said(phrase, tuple(slots.items()))


def joined(*items: Slot, between: str = ", ") -> Slot:
    """Return the slots in a row, without those that say nothing; one alone stands for itself."""
    said = tuple(item for item in items if item not in (NOTHING, ""))
    return said[0] if len(said) == 1 else Joined(said, between)


def _same(text: str) -> str:
    return text


def _words_only(said: str, _url: str) -> str:
    return said


@frozen
class Voice:
    """A language, with how one format escapes data, writes links and fingerprints."""

    lang: Lang
    escape: Callable[[str], str] = _same
    link: Callable[[str, str], str] = _words_only
    digest: Callable[[str], str] = _same


def speak(slot: Slot, voice: Voice) -> str:
    """Return the words for a slot."""
    match slot:
        case Said(phrase, slots):
            filled = {name: _fill(each, voice) for name, each in slots}
            return phrase.text.say(voice.lang).format(**filled)
        case Text():
            return voice.escape(clean(slot.say(voice.lang)))
        case Figure(number, unit, percent):
            suffix = "%" if percent else ""
            unit_said = f" {speak(unit, voice)}" if unit else ""
            return say_number(number, voice.lang) + suffix + unit_said
        case Joined(items, between):
            return between.join(speak(item, voice) for item in items)
        case Link(said, url):
            address = safe_url(url)
            words = speak(said, voice)
            return voice.link(words, address) if address else words
        case Digest(value):
            return voice.escape(voice.digest(clean(value)))
        case date():
            return say_date(slot)
        case int():
            return say_number(slot, voice.lang)
        case str():
            return voice.escape(clean(slot))


def _fill(slot: Slot, voice: Voice) -> str | Count:
    return Count(slot) if isinstance(slot, int) else speak(slot, voice)
