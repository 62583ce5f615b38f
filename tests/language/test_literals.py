"""Literals: what is a number, a percentage, a date, a yes or a no, and what is refused."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kieumau.errors import Problems
from kieumau.language import literals
from kieumau.places import NOWHERE, Place
from kieumau.rules.periods import MonthDay

HERE = Place("facts.yaml", 3, 7)


def refusal(reader, text):
    """Return the code a reader refuses a text with, checking that it says where."""
    problems = Problems()
    found = reader(text, HERE, problems)

    assert found is None
    assert [each.place for each in problems.errors] == [HERE]
    return problems.errors[0].code


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", "0"),
        ("-0", "0"),
        ("14", "14"),
        ("+5", "5"),
        ("58,5", "58.5"),
        ("58.5", "58.5"),
        ("0.125", "0.125"),
        ("1 000", "1000"),
        ("1\u00a0000\u202f000", "1000000"),
        ("12 345,678", "12345.678"),
        ("1234.567", "1234.567"),
        ("1,2340", "1.234"),
        ("-5", "-5"),
        ("\u22125", "-5"),
        (" 7 ", "7"),
    ],
)
def test_numbers_are_read_exactly(text, number):
    """Point or comma, thousands by spaces, a sign."""
    found = literals.read_number(text, NOWHERE, Problems())

    assert found == Decimal(number)
    assert not str(found).startswith("-0")


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "abc", "NaN", "inf", "-Infinity", "1e400", "1E3", "1_000", "007", "00,5"),
        *("5.", ".5", "1.000.000", "1,000.5", "10 00", "1 0000", "0 000", "５", "٣", "5²", "½"),
        *("- 5", "--5", "5%", "0x10", "1 000 00", "9" * 31, "Ⅷ", "1.2.3", "1'000"),
    ],
)
def test_what_is_no_number_is_refused(text):
    """Exponents, underscores, leading zeros, other digits, NaN and infinity are not read."""
    assert refusal(literals.read_number, text) == "KM-310"


@pytest.mark.parametrize("text", ["1.000", "1,000", "12.345", "-999,999", "1.250"])
def test_a_number_with_two_readings_is_refused(text):
    """One separator and three digits: a thousand to some, a decimal to others."""
    assert refusal(literals.read_number, text) == "KM-311"


def test_the_refusal_shows_both_readings_in_a_form_that_can_be_written():
    """What the message offers reads back as what it says."""
    problems = Problems()
    literals.read_number("1.250", NOWHERE, problems)
    said = problems.errors[0].arguments

    assert literals.read_number(said["thousand"], NOWHERE, Problems()) == 1250
    assert literals.read_number(said["decimal"].vi, NOWHERE, Problems()) == Decimal("1.25")


@given(
    st.decimals(
        min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=6
    ),
    st.sampled_from(["vi", "en"]),
)
def test_what_is_written_is_read_back(number, lang):
    """`read_number` undoes `write_number` in both languages."""
    written = literals.write_number(number, lang)

    assert literals.read_number(written, NOWHERE, Problems()) == number


def test_a_percentage_needs_its_sign():
    """`58,5 %` is read in points, `58,5` is refused."""
    assert literals.read_percent("58,5 %", NOWHERE, Problems()) == Decimal("58.5")
    assert refusal(literals.read_percent, "58,5") == "KM-312"
    assert refusal(literals.read_percent, "abc") == "KM-310"
    assert refusal(literals.read_percent, "5%%") == "KM-310"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31/12/2025", date(2025, 12, 31)),
        ("5/2/2025", date(2025, 2, 5)),
        ("2025-12-31", date(2025, 12, 31)),
        ("29/02/2024", date(2024, 2, 29)),
    ],
)
def test_dates_are_day_first_or_iso(text, day):
    """Both ways give the same day."""
    assert literals.read_date(text, NOWHERE, Problems()) == day
    assert literals.read_day(text, NOWHERE, Problems()) == day


def test_a_day_without_a_year_is_no_date_of_a_fact():
    """Conditions may say 31/03 and 29/02; facts may not."""
    assert literals.read_day("31/03", NOWHERE, Problems()) == MonthDay(3, 31)
    assert literals.read_day("29/02", NOWHERE, Problems()) == MonthDay(2, 29)
    assert refusal(literals.read_date, "31/03") == "KM-315"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31/02/2025", "KM-316"),
        ("29/02/2025", "KM-316"),
        ("30/02", "KM-316"),
        ("13/13/2025", "KM-316"),
        ("0000-01-01", "KM-316"),
        ("31/12/25", "KM-315"),
        ("31-12-2025", "KM-315"),
        ("31.12.2025", "KM-315"),
        ("2025-1-1", "KM-315"),
        ("３1/12/2025", "KM-315"),
        ("mai", "KM-315"),
    ],
)
def test_days_that_are_not_are_refused(text, code):
    """A day the calendar lacks, and every other way of writing."""
    assert refusal(literals.read_day, text) == code


@pytest.mark.parametrize("word", literals.YES_NO_WORDS)
def test_each_yes_no_word_is_read_whatever_its_case(word):
    """The list is closed, case is not."""
    expected = literals.YES_NO_WORDS[word]

    assert literals.read_yes_no(word.upper(), NOWHERE, Problems()) is expected


def test_other_words_are_neither_yes_nor_no():
    """Not 1, not `y`, not `co`."""
    for text in ("1", "0", "y", "co", "x", ""):
        assert refusal(literals.read_yes_no, text) == "KM-317"


def test_words_for_not_done():
    """`none` and its Vietnamese say that nothing was done; `không` does not."""
    assert literals.is_no_date("None")
    assert literals.is_no_date("Chưa thực hiện")
    assert not literals.is_no_date("không")


def test_literals_are_known_when_seen():
    """What no name may equal, and what a name may well be."""
    for text in ("5", "1.000", "90%", "31/02", "2025-13-01", "Có", "none", "-1"):
        assert literals.looks_like_literal(text)
    for text in ("số 5", "5 năm", "có hòm thư", "quý 1/2025 x"):
        assert not literals.looks_like_literal(text)


@given(st.text(max_size=40) | st.text("0123456789.,%/- +\u2212\u00a0", max_size=20))
def test_readers_never_raise(text):
    """Any text gives a value or a problem, not both and not neither."""
    for reader in (
        literals.read_number,
        literals.read_percent,
        literals.read_date,
        literals.read_day,
        literals.read_yes_no,
    ):
        problems = Problems()
        found = reader(text, HERE, problems)

        assert (found is None) == bool(problems.errors)
