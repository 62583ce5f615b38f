"""Checks: what a test with one reading must still satisfy to mean something.

Apart from reading, because a refusal here must not make another reading the only one left.

>>> problems = Problems()
>>> satisfied = Measure("ty_le", Text("tỷ lệ"), Kind.PERCENT, maximum=Decimal(100))
>>> check_constant(Decimal("120"), satisfied, NOWHERE, problems)
False
>>> problems.errors[0].code
'KM-323'
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from kieumau.errors import Problems
from kieumau.language.canonical import canonical
from kieumau.language.literals import write_number
from kieumau.language.names import Vocabulary
from kieumau.language.spell import spell_both, spell_constant
from kieumau.places import NOWHERE, Place
from kieumau.rules.conditions import (
    Between,
    Compare,
    Condition,
    Constant,
    Holds,
    MeasureRef,
    OneOf,
    Test,
    children,
)
from kieumau.rules.measures import MOST_DECIMALS, IfZero, Kind, Measure
from kieumau.rules.periods import MonthDay
from kieumau.wording import Text

__all__ = ["check_constant", "check_distinct", "check_no_dates", "check_test"]


def check_test(test: Test, vocabulary: Vocabulary, problems: Problems, *, conjunct: bool) -> bool:
    """Return whether the test can stand where it stands; add a problem for each reason not."""
    measure = vocabulary[test.measure]
    before = len(problems.found)
    match test:
        case Compare(_, _, against, place):
            if isinstance(against, MeasureRef):
                _check_pair(measure, vocabulary[against.measure], place, problems)
            else:
                check_constant(against, measure, place, problems)
        case Between(_, low, high, place):
            sound = [check_constant(each, measure, place, problems) for each in (low, high)]
            if all(sound):
                _check_range(measure, test, problems)
        case _:
            pass
    if measure.divides and measure.if_zero is IfZero.NOT_APPLICABLE and not conjunct:
        problems.add("KM-327", test.place, name=measure.name)
    return len(problems.found) == before


def check_constant(constant: Constant, measure: Measure, place: Place, problems: Problems) -> bool:
    """Return whether the measure can take the constant: decimals and bounds."""
    if not isinstance(constant, Decimal):
        return True
    decimals = measure.decimals if measure.derived is None else MOST_DECIMALS
    if not _fits(constant, decimals):
        problems.add(
            "KM-322", place, number=_both(constant, measure), name=measure.name, decimals=decimals
        )
        return False
    if not measure.minimum <= constant <= measure.maximum:
        problems.add(
            "KM-323",
            place,
            number=_both(constant, measure),
            name=measure.name,
            low=_both(measure.minimum, measure),
            high=_both(measure.maximum, measure),
        )
        return False
    return True


def check_distinct(
    conditions: tuple[Condition, ...], vocabulary: Vocabulary, place: Place, problems: Problems
) -> bool:
    """Return whether the children of a node all differ, whatever their order inside."""
    seen: set[str] = set()
    sound = True
    for condition in conditions:
        text = canonical(condition)
        if text in seen:
            where = condition.place if condition.place != NOWHERE else place
            problems.add("KM-331", where, text=_said(condition, vocabulary))
            sound = False
        seen.add(text)
    return sound


def check_no_dates(condition: Condition, vocabulary: Vocabulary, problems: Problems) -> bool:
    """Return whether no date test stands beneath a ``not``."""
    dates = [each for each in _tests(condition) if vocabulary[each.measure].kind is Kind.DATE]
    for each in dates:
        problems.add("KM-328", each.place, name=vocabulary[each.measure].name)
    return not dates


def _tests(condition: Condition) -> Iterator[Test]:
    match condition:
        case Compare() | Between() | OneOf() | Holds():
            yield condition
        case _:
            for child in children(condition):
                yield from _tests(child)


def _said(condition: Condition, vocabulary: Vocabulary) -> Text:
    said = [spell_both(each, vocabulary) for each in _tests(condition)]
    return Text(", ".join(each.vi for each in said), ", ".join(each.en for each in said))


def _check_pair(left: Measure, right: Measure, place: Place, problems: Problems) -> None:
    if left.id == right.id:
        problems.add("KM-324", place, name=left.name)
        return
    for each in (left, right):
        if each.divides:
            problems.add("KM-326", place, name=each.name)


def _check_range(measure: Measure, test: Between, problems: Problems) -> None:
    match test.low, test.high:
        case (Decimal() as low, Decimal() as high):
            ordered = low <= high
        case (date() as low, date() as high):
            ordered = low <= high
        case (MonthDay() as low, MonthDay() as high):
            ordered = low <= high
        case _:
            ordered = False
    if not ordered:
        low_said, high_said = _both(test.low, measure), _both(test.high, measure)
        problems.add("KM-321", test.place, low=low_said, high=high_said)


def _fits(number: Decimal, decimals: int) -> bool:
    exponent = number.as_tuple().exponent
    digits = format(number, "f").partition(".")[2].rstrip("0")
    return isinstance(exponent, int) and len(digits) <= decimals


def _both(value: Constant, measure: Measure) -> Text:
    if isinstance(value, Decimal) and measure.kind is not Kind.PERCENT:
        return Text(write_number(value, "vi"), write_number(value, "en"))
    return Text(spell_constant(value, measure, "vi"), spell_constant(value, measure, "en"))
