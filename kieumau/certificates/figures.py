"""What facts say as integers: what a checker starts from, read without anything of kieumau.

Only the standard library, over the plain data of ``kieumau/certificate/1``; a date's integer is its
proleptic ordinal, a choice's its position, a number's its units of the last decimal.

>>> shares = {"id": "p", "kind": "percent", "min": "0", "max": "100", "decimals": "2"}
>>> figure(shares, {"reported": "58,5%"}), figure(shares, "90.25"), figure(shares, None)
((5845, 5855), (9025, 9025), None)
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Any, NamedTuple, TypeAlias

__all__ = ["Figures", "UnreadableError", "figure", "is_outside", "read_figures"]

Data: TypeAlias = Mapping[str, Any]
Span: TypeAlias = tuple[int, int]
_REPORTED = re.compile(r"([+\-\u2212]?)(\d+(?: \d{3})*)(?:[.,](\d+))?(?![\d.,])", re.ASCII)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PLAIN = re.compile(r"-?\d{1,40}(\.\d{1,40})?", re.ASCII)
_MINUS = "\u2212"
_DERIVED = ("sum", "difference", "ratio", "change")
_NUMERIC = ("integer", "number", "percent")


class UnreadableError(ValueError):
    """Something that is not what it must be: where it stands, and what stands there."""

    def __init__(self, where: str, said: object) -> None:
        super().__init__(where)
        self.where = where
        self.said = said


class Figures(NamedTuple):
    """What is known of the measures a program reads, and the days without a year it tests.

    Attributes
    ----------
    spans
        The least and the greatest integer by measure; a measure nothing is known of is absent.
    undated
        The dates known to be none, sorted.
    days
        The ordinal each ``--MM-DD`` stands for in the facts' period.
    """

    spans: dict[str, Span]
    undated: list[str]
    days: dict[str, int]


def read_figures(program: Data, facts: Data) -> Figures:
    """Return the figures of a fact set under a program.

    Raises
    ------
    UnreadableError
        A fact is not of its measure's kind, or a day does not fall once into the period.
    """
    spans, undated = dict[str, Span](), list[str]()
    for measure in program["measures"]:
        id_, fact = measure["id"], facts["facts"].get(measure["id"])
        try:
            found = figure(measure, fact)
        except (LookupError, ValueError, TypeError, ArithmeticError):
            raise UnreadableError(f"facts.facts.{id_}", fact) from None
        if isinstance(found, tuple):
            spans[id_] = found
        elif found:
            undated.append(id_)
    first, last = (_day(facts["period"][end], f"facts.period.{end}") for end in ("from", "to"))
    days = dict[str, int]()
    for constant in (f.get("constant", "") for s in program["steps"] for f in s.get("forms", ())):
        if constant.startswith("--") and constant not in days:
            named = list(_named(constant, first, last))
            if len(named) != 1:
                raise UnreadableError("facts.period", facts["period"])
            (days[constant],) = named
    return Figures(spans, sorted(undated), days)


def _day(text: str, where: str = "") -> date:
    """Return a day written ``YYYY-MM-DD``."""
    try:
        if _ISO.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:  # no such day
        pass
    raise UnreadableError(where, text)


def is_outside(period: Data, valid: Data) -> bool:
    """Return whether a period ends outside a time, of which either end may be open.

    >>> is_outside({"to": "2025-03-01"}, {"until": "2025-03-01"})
    True
    """
    last = _day(period["to"], "facts.period.to")
    ends = {key: _day(valid[key], f"standard.valid.{key}") for key in valid}
    return last < ends.get("start", last) or ("until" in ends and ends["until"] <= last)


def _named(constant: str, first: date, last: date) -> Iterator[int]:
    """Yield the ordinals of a day without a year that lie in a period."""
    for year in range(first.year, last.year + 1):
        try:
            found = _day(f"{year:04d}{constant[1:]}")
        except ValueError:  # no 29 February that year
            continue
        if first <= found <= last:
            yield found.toordinal()


def figure(measure: Data, fact: Any) -> Span | str | None:  # noqa: ANN401 (JSON data)
    """Return what a fact says of its measure: a span, "none" for no date, or nothing."""
    shape = fact if isinstance(fact, dict) else {"value": fact}
    if fact is None or "unknown" in shape:
        return None
    kind = measure["kind"]
    if kind not in _NUMERIC and ("reported" in shape or ("between" in shape and kind != "date")):
        raise ValueError(shape)
    if shape.get("value") == "none" and kind == "date":
        return "none"
    if "reported" in shape:
        low, high = _reported(measure, shape["reported"])
    else:
        both = shape.get("between", [shape.get("value")] * 2)
        low, high = (_units(measure, each) for each in both)
    if low > high:  # it ends before it begins, or nothing within bounds is rounded to this
        raise ValueError(shape)
    return low, high


def _units(measure: Data, value: Any) -> int:  # noqa: ANN401 (JSON data)
    """Return one value as an integer: in units of the last decimal, a position, an ordinal."""
    kind = measure["kind"]
    if isinstance(value, bool) is not (kind == "yes/no"):
        raise ValueError(value)
    if kind == "yes/no":
        return int(value)
    if kind == "choice":
        return int(measure["choices"].index(value))
    if kind == "date":
        return _day(value).toordinal()
    if not _PLAIN.fullmatch(str(value)):
        raise ValueError(value)
    number = Fraction(value)
    units = number * 10 ** int(measure["decimals"])
    least, most = Fraction(measure["min"]), Fraction(measure["max"])
    if units.denominator > 1 or not least <= number <= most:
        raise ValueError(value)
    return int(units)


def _reported(measure: Data, text: str) -> Span:
    """Return what a rounded figure stands for: half its last digit, within bounds."""
    found = _REPORTED.match(text)
    if not found:
        raise ValueError(text)
    sign, whole, decimals = found.groups("")
    scale = 10 ** int(measure["decimals"])
    number = Fraction(f"{'-' * (sign in ('-', _MINUS))}{whole.replace(' ', '')}.{decimals or 0}")
    half = Fraction(1, 2 * 10 ** len(decimals))
    low = max(number - half, Fraction(measure["min"])) * scale
    high = min(number + half, Fraction(measure["max"])) * scale
    least, most = ceil(low), floor(high)
    if measure["kind"] != "integer" and not measure.keys().isdisjoint(_DERIVED):
        least, most = floor(low), ceil(high)
    return least, most
