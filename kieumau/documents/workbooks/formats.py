"""What cells can hold, and the number formats that make of a number a date or a percentage.

>>> is_date("dd/mm/yyyy"), is_date('0.0 "đ"'), is_percent("0.00%"), is_percent('0"%"')
(True, False, True, False)
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType

__all__ = ["BUILT_IN", "LONGEST_TEXT", "day_of", "exact", "is_date", "is_percent"]

_DATES = (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59))
BUILT_IN: Mapping[int, str] = MappingProxyType(
    {9: "0%", 10: "0.00%"} | dict.fromkeys(_DATES, "yyyy-mm-dd")
)
"""The formats known by number that mean a percentage or a date."""

LONGEST_TEXT = 32_767
"""How many characters a cell can hold."""

_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_WORDS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_WHOLE = re.compile(r"-?[0-9]{1,15}")
_SIGNIFICANT = 15
_EPOCH_1900, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_AFTER_THE_GAP = 61  # day 60 of the 1900 system is a 29 February that never was


def _signs(code: str) -> str:
    """Return a format's first section without what it only shows."""
    return _WORDS.sub("", _ELAPSED.sub("h", code)).partition(";")[0].lower()


def is_date(code: str) -> bool:
    """Return whether a format shows a number as a date or a time."""
    signs = _signs(code)
    return "general" not in signs and any(each in signs for each in "dmyhs")


def is_percent(code: str) -> bool:
    """Return whether a format shows a number times 100 with a percent sign."""
    return "%" in _signs(code)


def exact(written: str) -> int | Decimal | None:
    """Return the number a cell holds; None for what is no finite number.

    Workbooks store binary floating point and show 15 significant digits, all of a number that
    anyone typed. More digits are the noise of a calculation (0.1 + 0.2) and are rounded away.

    Examples
    --------
    >>> exact("0.10000000000000001"), exact("0.30000000000000004"), exact("14.0"), exact("nan")
    (Decimal('0.1'), Decimal('0.3'), 14, None)
    """
    if _WHOLE.fullmatch(written):
        return int(written)
    try:
        number = Decimal(format(float(written), f".{_SIGNIFICANT}g"))
    except (ValueError, OverflowError):
        return None
    if not number.is_finite() or abs(number.adjusted()) > 2 * _SIGNIFICANT:
        return None if number else 0
    return int(number) if number == number.to_integral_value() else number


def day_of(serial: int | Decimal, *, since_1904: bool) -> date | None:
    """Return the day a serial number stands for; None with a time of day, or no such day.

    Examples
    --------
    >>> day_of(45291, since_1904=False), day_of(43829, since_1904=True)
    (datetime.date(2023, 12, 31), datetime.date(2023, 12, 31))
    """
    if isinstance(serial, Decimal) or serial < (0 if since_1904 else _AFTER_THE_GAP):
        return None
    try:
        return (_EPOCH_1904 if since_1904 else _EPOCH_1900) + timedelta(days=serial)
    except OverflowError:
        return None
