"""Literals: exact readers of numbers, percentages, dates and yes/no words.

Apart from the parser because facts are read by the same rules. Every reader takes text, the place
it stands and the problems to add to, and returns the value or None (with a problem added):

- ``read_number(text, place, problems) -> Decimal | None``: no unit, no ``%``;
- ``read_percent(text, place, problems) -> Decimal | None``: points 0-100, ``%`` required;
- ``read_date(text, place, problems) -> date | None``: ``d/m/y`` or ISO, with a year;
- ``read_day(text, place, problems) -> date | MonthDay | None``: the same, or ``d/m``;
- ``read_yes_no(text, place, problems) -> bool | None``;
- ``is_no_date(text) -> bool``: the words for "not done" in place of a date;
- ``looks_like_literal(text) -> bool``: whether a name of that spelling would be one of these.

>>> from kieumau.places import NOWHERE
>>> problems = Problems()
>>> read_number("58,5", NOWHERE, problems), read_number("1 000", NOWHERE, problems)
(Decimal('58.5'), Decimal('1000'))
>>> read_number("1.000", NOWHERE, problems), problems.errors[0].code
(None, 'KM-311')
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from kieumau.errors import Problems
from kieumau.language.fold import clean, fold
from kieumau.places import Place
from kieumau.rules.periods import MonthDay
from kieumau.wording import Lang, Text, say_number

__all__ = [
    "NO_DATE_WORDS",
    "YES_NO_WORDS",
    "is_no_date",
    "looks_like_literal",
    "read_date",
    "read_day",
    "read_number",
    "read_percent",
    "read_yes_no",
    "short",
    "two_ways",
    "write_number",
]

YES_NO_WORDS: Mapping[str, bool] = MappingProxyType(
    {
        "có": True,
        "không": False,
        "đúng": True,
        "sai": False,
        "yes": True,
        "no": False,
        "true": True,
        "false": False,
    }
)
"""The words for yes and no, folded."""

NO_DATE_WORDS: tuple[str, ...] = ("none", "chưa thực hiện", "chưa có", "not done")
"""How a date measure's value says that the thing has not been done, folded."""

_MINUS = "\u2212"
# Bounds are 10^12 and decimals 6: more digits than this cannot be meant, and cost time.
_MOST_DIGITS = 30
_NUMBER = re.compile(r"([+-]?)((?:0|[1-9][0-9]{0,2}(?: [0-9]{3})+|[1-9][0-9]*))(?:[.,]([0-9]+))?")
_TWO_WAYS = re.compile(r"[+-]?([1-9][0-9]{0,2})[.,]([0-9]{3})")
_NUMBER_LIKE = re.compile(r"[+-]?[0-9., ]*[0-9][0-9., ]* ?%?")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}))?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
# 2024 has a 29 February; a day without a year may be that one.
_LEAP_YEAR = 2024
_SHORT = 120


def short(text: str) -> str:
    """Return the text as a message quotes it: cleaned, and cut where it is very long."""
    kept = clean(text)
    return kept if len(kept) <= _SHORT else kept[:_SHORT] + "…"


def two_ways(text: str) -> bool:
    """Return whether a number so written is a thousand to some and a decimal to others.

    Examples
    --------
    >>> two_ways("1.000"), two_ways("0,125"), two_ways("1,2340")
    (True, False, False)
    """
    return _TWO_WAYS.fullmatch(text.replace(_MINUS, "-")) is not None


def write_number(number: Decimal, lang: Lang) -> str:
    """Write a number so that `read_number` reads it back, whatever its decimals.

    Examples
    --------
    >>> write_number(Decimal("1.125"), "en"), write_number(Decimal("90"), "vi")
    ('1.1250', '90')
    """
    said = say_number(number, lang)
    return f"{said}0" if two_ways(said) else said


def read_number(text: str, place: Place, problems: Problems) -> Decimal | None:
    """Read an exact number: thousands apart by spaces, decimals by a point or a comma.

    Examples
    --------
    >>> from kieumau.places import NOWHERE
    >>> read_number("-1 000,25", NOWHERE, Problems())
    Decimal('-1000.25')
    """
    plain = clean(text).replace(_MINUS, "-")
    found = _NUMBER.fullmatch(plain)
    if found is None or len(plain) > _MOST_DIGITS:
        problems.add("KM-310", place, text=short(text))
        return None
    if two_ways(plain):
        thousand = say_number(Decimal(re.sub("[.,]", "", plain)), "vi")
        decimal = Decimal(plain.replace(",", "."))
        problems.add(
            "KM-311",
            place,
            text=plain,
            thousand=thousand,
            decimal=Text(write_number(decimal, "vi"), write_number(decimal, "en")),
        )
        return None
    sign, whole, decimals = found.groups()
    number = Decimal(whole.replace(" ", "") + (f".{decimals}" if decimals else ""))
    return -number if sign == "-" and number else number


def read_percent(text: str, place: Place, problems: Problems) -> Decimal | None:
    """Read a percentage in points; the ``%`` is required.

    Examples
    --------
    >>> from kieumau.places import NOWHERE
    >>> read_percent("58,5 %", NOWHERE, Problems())
    Decimal('58.5')
    """
    plain = clean(text)
    if not plain.endswith("%"):
        if read_number(plain, place, problems) is not None:
            problems.add("KM-312", place, text=plain)
        return None
    return read_number(plain.removesuffix("%"), place, problems)


def read_day(text: str, place: Place, problems: Problems) -> date | MonthDay | None:
    """Read a date (day first, or ISO), or a day without its year.

    Examples
    --------
    >>> from kieumau.places import NOWHERE
    >>> read_day("31/03", NOWHERE, Problems()), read_day("2025-12-31", NOWHERE, Problems())
    (MonthDay(month=3, day=31), datetime.date(2025, 12, 31))
    """
    plain = clean(text)
    if slashed := _SLASHED.fullmatch(plain):
        day, month, year = slashed.groups()
    elif iso := _ISO.fullmatch(plain):
        year, month, day = iso.groups()
    else:
        problems.add("KM-315", place, text=short(text))
        return None
    try:
        found = date(int(year or _LEAP_YEAR), int(month), int(day))
    except ValueError:
        problems.add("KM-316", place, text=plain)
        return None
    return found if year else MonthDay(found.month, found.day)


def read_date(text: str, place: Place, problems: Problems) -> date | None:
    """Read a date with its year (day first, or ISO).

    Examples
    --------
    >>> from kieumau.places import NOWHERE
    >>> read_date("5/2/2025", NOWHERE, Problems())
    datetime.date(2025, 2, 5)
    """
    found = read_day(text, place, problems)
    if isinstance(found, MonthDay):
        problems.add("KM-315", place, text=short(text))
        return None
    return found


def read_yes_no(text: str, place: Place, problems: Problems) -> bool | None:
    """Read one of the closed words for yes and no.

    Examples
    --------
    >>> from kieumau.places import NOWHERE
    >>> read_yes_no("Có", NOWHERE, Problems()), read_yes_no("no", NOWHERE, Problems())
    (True, False)
    """
    found = YES_NO_WORDS.get(text)
    if found is None:
        found = YES_NO_WORDS.get(fold(text))
    if found is None:
        problems.add("KM-317", place, text=short(text))
    return found


def is_no_date(text: str) -> bool:
    """Return whether the text says that what the date is of has not been done."""
    return fold(text) in NO_DATE_WORDS


def looks_like_literal(text: str) -> bool:
    """Return whether the text is, or is nearly, a number, percentage, date or yes/no word.

    Examples
    --------
    >>> looks_like_literal("90 %"), looks_like_literal("31/02"), looks_like_literal("số 5")
    (True, True, False)
    """
    plain = clean(text).replace(_MINUS, "-")
    return (
        any(pattern.fullmatch(plain) for pattern in (_NUMBER_LIKE, _SLASHED, _ISO))
        or fold(text) in YES_NO_WORDS
        or is_no_date(text)
    )
