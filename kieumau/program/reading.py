"""Reading one supplied value by its measure's kind, exactly."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from kieumau.errors import Problems
from kieumau.language.literals import (
    is_no_date,
    read_date,
    read_number,
    read_yes_no,
)
from kieumau.language.names import Vocabulary
from kieumau.language.values import kind_name
from kieumau.rules.facts import NO_DATE, Fact, Scalar
from kieumau.rules.measures import Kind, Measure
from kieumau.wording import Text, say_number

__all__ = ["read_scalar", "reported_span", "to_grid"]


_ISO_LENGTH = len("2023-12-31")


def read_scalar(value: Scalar, measure: Measure, fact: Fact, problems: Problems) -> Scalar | None:
    """Return a value typed by its measure: int or Decimal, bool, date (or none), choice id."""
    match measure.kind:
        case Kind.YES_NO:
            if isinstance(value, bool):
                return value
            if isinstance(value, str):
                return read_yes_no(value, fact.place, problems)
        case Kind.DATE:
            if isinstance(value, date) and not isinstance(value, datetime):
                return value
            if isinstance(value, str):
                return _date(value, fact, problems)
        case Kind.CHOICE:
            return _choice(value, measure, fact, problems)
        case _:
            return _number(value, measure, fact, problems)
    _wrong_kind(value, measure, fact, problems)
    return None


def to_grid(value: Scalar, measure: Measure, fact: Fact, problems: Problems) -> int | None:
    """Return a typed value as the program's integer; out of bounds or too fine is refused."""
    match value:
        case bool():
            return int(value)
        case date():
            return value.toordinal()
        case str():
            return [choice.id for choice in measure.choices].index(value)
        case _:
            number = Decimal(value)
    if not measure.minimum <= number <= measure.maximum:
        problems.add(
            "KM-521",
            fact.place,
            name=measure.name,
            value=_both(number),
            low=_both(measure.minimum),
            high=_both(measure.maximum),
        )
        return None
    units = measure.grid(number)
    if units is None:
        problems.add(
            "KM-522",
            fact.place,
            name=measure.name,
            value=_both(number),
            decimals=measure.decimals,
        )
    return units


def reported_span(
    text: str, measure: Measure, fact: Fact, problems: Problems
) -> tuple[int, int] | None:
    """Return what a rounded published figure stands for: half its last digit, within bounds.

    Whole figures of an integer measure stand for themselves: no other count rounds to them.
    """
    if not measure.kind.numeric:
        kind = kind_name(measure.kind)
        problems.add("KM-512", fact.place, name=measure.name, kind=kind)
        return None
    number = _number(text, measure, fact, problems)
    if number is None:
        return None
    exact = Decimal(number)
    exponent = exact.as_tuple().exponent
    assert isinstance(exponent, int)  # noqa: S101 (readers refuse NaN and infinity)
    half = Fraction(1, 2) * Fraction(10) ** min(exponent, 0)
    low = max(Fraction(exact) - half, Fraction(measure.minimum))
    high = min(Fraction(exact) + half, Fraction(measure.maximum))
    scale = 10**measure.decimals
    first, last = ceil(low * scale), floor(high * scale)
    if first > last:
        problems.add(
            "KM-521",
            fact.place,
            name=measure.name,
            value=_both(exact),
            low=_both(measure.minimum),
            high=_both(measure.maximum),
        )
        return None
    return first, last


def _number(
    value: Scalar, measure: Measure, fact: Fact, problems: Problems
) -> int | Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        _wrong_kind(value, measure, fact, problems)
        return None
    if not isinstance(value, str):
        return value
    text = value.strip()
    for unit in _units(measure):
        if text.endswith(unit):
            text = text.removesuffix(unit).rstrip()
            break
    found = read_number(text, fact.place, problems)
    if (
        found is not None
        and found == found.to_integral_value()
        and "," not in text
        and "." not in text
    ):
        return int(found)
    return found


def _date(text: str, fact: Fact, problems: Problems) -> Scalar | None:
    try:
        return date.fromisoformat(text) if len(text) == _ISO_LENGTH else _other_date(text, fact, problems)
    except ValueError:
        return _other_date(text, fact, problems)


def _other_date(text: str, fact: Fact, problems: Problems) -> Scalar | None:
    return NO_DATE if is_no_date(text) else read_date(text, fact.place, problems)


def _units(measure: Measure) -> tuple[str, ...]:
    return (measure.unit.vi, measure.unit.en) if measure.unit else ()


def _choice(value: Scalar, measure: Measure, fact: Fact, problems: Problems) -> str | None:
    text = str(value)
    found = None if isinstance(value, bool) else Vocabulary((measure,)).choice(measure.id, text)
    if found is None:
        near = Vocabulary((measure,)).suggest_choice(measure.id, text)
        problems.add("KM-523", fact.place, near, name=measure.name, value=text)
        return None
    return value if value == found.id and isinstance(value, str) else found.id


def _wrong_kind(value: Scalar, measure: Measure, fact: Fact, problems: Problems) -> None:
    kind = kind_name(measure.kind)
    problems.add("KM-524", fact.place, name=measure.name, kind=kind, value=str(value))


def _both(number: Decimal) -> Text:
    return Text(say_number(number, "vi"), say_number(number, "en"))
