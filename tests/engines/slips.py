"""Rows with something wrong in them, or nearly: each a change of one ward's row."""

import math
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from kieumau.documents.rows import column_parts
from kieumau.rules.measures import Kind, Measure
from kieumau.standard import Standard
from tests.engines.frames import Row

__all__ = ["slips"]

_TEXT_DAYS = (
    *("2023-02-29", "2024-02-29", "1900-02-29", "2000-02-29", "2023-13-01", "2023-00-10"),
    *("0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "2023-04-31", "2023-1-5"),
    *("2023-06-15T00:00:00", "none"),
)
_SPACED_DAYS = (" none ", "chưa thực hiện", "not done", "  ", "", " 2023-06-15 ", "2023-06-15 x")
_DAYS = (date.min, date.max, date(2024, 2, 29), date(2023, 6, 15))
_MOMENTS = tuple(
    datetime(2023, 6, 15) + after  # noqa: DTZ001 (a column without a zone)
    for after in (timedelta(), timedelta(hours=12), timedelta(seconds=1), timedelta(microseconds=1))
)
_CHOICES = ("k9", "", "  ", "none", "0")
_PERIODS = {
    "period_from": (None, date.min, date(2023, 12, 31), date(2024, 1, 1), date(2020, 3, 1)),
    "period_to": (None, date(2022, 12, 31), date(2023, 1, 1), date(2025, 6, 30), date.max),
    "province": (None, "", "  ", "42", "99", " 42 "),
}
"""Which days and provinces may be refused; what of them is depends on the standard."""


def slips(standard: Standard, row: Row, style: str, dice: Random, most: int = 3) -> Row:
    """Return a row with one to some of its cells changed to what may be refused."""
    found = dict(row)
    for _ in range(dice.randint(1, most)):
        if dice.random() < 0.15:
            name = dice.choice(list(_PERIODS))
            found[name] = dice.choice(_PERIODS[name])
        else:
            _slip(found, dice.choice(standard.measures), style, dice)
    return found


def _slip(row: dict[str, Any], measure: Measure, style: str, dice: Random) -> None:
    id_, odd = measure.id, _odd(measure, style, dice)
    columns = [name for name in row if column_parts(name)[0] == id_]
    ranged = measure.kind.numeric or measure.kind is Kind.DATE
    match dice.randrange(8):
        case 0 if ranged:
            row[f"{id_}__{dice.choice(['min', 'max'])}"] = odd
        case 1 if ranged:
            ends = odd, _odd(measure, style, dice)
            row.update(zip((f"{id_}__min", f"{id_}__max"), ends, strict=True))
            if dice.random() < 0.7:
                row[id_] = None
        case 2:
            row[f"{id_}__reason"] = dice.choice(["chưa rõ", " ", "không"])
        case 3 if columns:
            row[dice.choice(columns)] = None
        case _:
            row[id_] = odd


def _odd(measure: Measure, style: str, dice: Random) -> Any:
    return dice.choice(_values(measure, style))


def _values(measure: Measure, style: str) -> Sequence[Any]:
    match measure.kind:
        case Kind.YES_NO:
            return (None, True, False)
        case Kind.CHOICE:
            choice = measure.choices[0]
            return (*_CHOICES, f" {choice.id} ", choice.name.vi, choice.name.en)
        case Kind.DATE if style == "texts":
            return (*_TEXT_DAYS, *_SPACED_DAYS)
        case Kind.DATE:
            return (*_DAYS, *_MOMENTS) if style != "plain" else _DAYS
        case _:
            return _numbers(measure, style)


def _numbers(measure: Measure, style: str) -> Sequence[Any]:
    low, high = measure.minimum, measure.maximum
    step = Decimal(1).scaleb(-measure.decimals)
    near = [low, high, low - step, high + step, low + step, Decimal(0), (low + high) // 2]
    if style == "narrow" and measure.kind is Kind.INTEGER:
        return [each for each in (*near, -128, 127) if each == int(each) and -128 <= each < 128]
    if style == "plain" and measure.kind is Kind.INTEGER:
        return [*map(int, near), 2**63 - 1, -(2**63), 10**12 + 1]
    if style == "decimals":
        fine = Decimal("0.000001")
        return [*near, *(each + fine for each in near), high - fine, Decimal("999999999999.999999")]
    floats = [*map(float, near), float(low + step / 2), -0.0, 5e-324, 1e15 + 0.5, 1e300]
    beside = [math.nextafter(each, to) for each in floats for to in (-math.inf, math.inf)]
    return [*floats, *beside, math.nan, math.inf, -math.inf]
