"""Reading one supplied value by its measure's kind, exactly."""

import re
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from kieumau.documents.nodes import MOST_DIGITS, sane
from kieumau.errors import Problems
from kieumau.language.fold import clean
from kieumau.language.literals import is_no_date, read_date, read_number, read_yes_no, short
from kieumau.language.names import Vocabulary
from kieumau.language.values import kind_name, read_constant
from kieumau.rules.facts import NO_DATE, Fact, Scalar
from kieumau.rules.measures import Kind, Measure
from kieumau.wording import Text, number_text

__all__ = ["read_scalar", "reported_span", "to_grid"]

_NUMBER = Text("một con số, ví dụ: 14", "a number, e.g. 14")
_EXAMPLES = {
    Kind.INTEGER: _NUMBER,
    Kind.NUMBER: _NUMBER,
    Kind.PERCENT: Text("một tỷ lệ, ví dụ: 95%", "a percentage, e.g. 95%"),
    Kind.YES_NO: Text("có hoặc không", "yes or no"),
    Kind.CHOICE: Text("một lựa chọn", "a choice"),
    Kind.DATE: Text(
        "một ngày, ví dụ: 31/12/2023, hoặc none nếu chưa thực hiện",
        "a date, e.g. 31/12/2023, or none where it is not done",
    ),
}


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
        _outside(number, measure, fact, problems)
        return None
    units = measure.grid(number)
    if units is None:
        _too_fine(number, measure, fact, problems)
    return units


def reported_span(
    text: str, measure: Measure, fact: Fact, problems: Problems
) -> tuple[int, int] | None:
    """Return what a rounded published figure stands for: half its last digit, within bounds.

    Whole figures of an integer measure stand for themselves: no other count rounds to them. A
    derived figure may lie between the steps of its own decimals, so its span is widened to them.
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
    if (
        measure.derived is not None and measure.kind is not Kind.INTEGER
    ):  # its values fall between the decimals: none it stands for may be lost
        first, last = floor(low * scale), ceil(high * scale)
    if first > last:
        if measure.minimum <= exact <= measure.maximum:
            _too_fine(exact, measure, fact, problems)
        else:
            _outside(exact, measure, fact, problems)
        return None
    return first, last


def _number(
    value: Scalar, measure: Measure, fact: Fact, problems: Problems
) -> int | Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        _wrong_kind(value, measure, fact, problems)
        return None
    if not isinstance(value, str):
        if sane(Decimal(value)):
            return value
        problems.add("KM-107", fact.place, found=str(Decimal(value))[:MOST_DIGITS])
        return None
    text = clean(value)
    # Facts may leave the % out; what follows a number in "1:30" or "31/12" is no unit.
    bare = measure.kind is Kind.PERCENT and text[-1:].isdigit()
    bare = bare or re.search("[0-9] ?[/:]", text) is not None
    found = (
        read_number(text, fact.place, problems)
        if bare
        else read_constant(text, measure, fact.place, problems)
    )
    if not isinstance(found, Decimal):
        return None
    return int(found) if found.as_tuple().exponent == 0 else found


def _date(text: str, fact: Fact, problems: Problems) -> Scalar | None:
    # The ISO form is what programs write, by the thousand: it needs no folding.
    if len(text) == len("2023-12-31") and text[4] == text[7] == "-" and text.isascii():
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    return NO_DATE if is_no_date(text) else read_date(text, fact.place, problems)


def _choice(value: Scalar, measure: Measure, fact: Fact, problems: Problems) -> str | None:
    text = str(Decimal(value)) if type(value) is int else str(value)
    for each in measure.choices:  # as declared: most are, and need no folding
        if text in (each.id, each.name.vi, each.name.en) and not isinstance(value, bool):
            return each.id
    found = None if isinstance(value, bool) else Vocabulary((measure,)).choice(measure.id, text)
    if found is None:
        near = Vocabulary((measure,)).suggest_choice(measure.id, text)
        choices = Text(
            "; ".join(each.name.vi for each in measure.choices),
            "; ".join(each.name.en for each in measure.choices),
        )
        problems.add(
            "KM-523", fact.place, near, name=measure.name, value=short(text), choices=choices
        )
        return None
    return value if value == found.id and isinstance(value, str) else found.id


def _wrong_kind(value: Scalar, measure: Measure, fact: Fact, problems: Problems) -> None:
    problems.add(
        "KM-524",
        fact.place,
        name=measure.name,
        kind=kind_name(measure.kind),
        value=short(str(value)),
        example=_EXAMPLES[measure.kind],
    )


def _outside(number: Decimal, measure: Measure, fact: Fact, problems: Problems) -> None:
    problems.add(
        "KM-521",
        fact.place,
        name=measure.name,
        value=number_text(number),
        low=number_text(measure.minimum),
        high=number_text(measure.maximum),
    )


def _too_fine(number: Decimal, measure: Measure, fact: Fact, problems: Problems) -> None:
    problems.add(
        "KM-522",
        fact.place,
        name=measure.name,
        value=number_text(number),
        decimals=measure.decimals,
    )
