"""Values: how a fact is said, and how a derived figure is worked out for the reader, exactly.

A figure that follows from others is computed again here with fractions, from the facts the
finding observed, and shown with its parts: ``1 230/1 400 = 87,86% (làm tròn)``. A rounded figure
keeps as many digits as it takes not to look like the threshold it misses.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product

from attrs import frozen

from kieumau.errors import Problems
from kieumau.language.literals import read_number
from kieumau.places import NOWHERE
from kieumau.program.reading import reported_span
from kieumau.render.phrasebook import Phrase
from kieumau.render.speech import Figure, Slot, joined, say
from kieumau.rules.facts import NO_DATE, Fact, Interval, Reported, Scalar, Unknown
from kieumau.rules.measures import Change, Difference, Kind, Measure, Ratio, Sum

__all__ = [
    "LONGEST",
    "SHORT",
    "Span",
    "Workings",
    "fact_said",
    "measure_name",
    "number_of",
    "shown",
    "span_said",
]

SHORT = 2
_EXACT = 4
LONGEST = 12
_MOST_CORNERS = 1024


@frozen
class Span:
    """Everything a figure may be, both ends included; equal ends are an exact value."""

    low: Fraction
    high: Fraction

    @property
    def exact(self) -> bool:
        """Whether there is only one value."""
        return self.low == self.high


def measure_name(id_: str, measures: Mapping[str, Measure]) -> Slot:
    """Return a measure's name, or its id when the verdict does not hold it."""
    return measures[id_].name if id_ in measures else id_


def number_of(value: object) -> Fraction | None:
    """Return the exact number a value is; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return Fraction(value)


def reported(fact: Fact | None, measure: Measure | None) -> Span | None:
    """Return what a published figure stands for, as the program reads it."""
    if fact is None or measure is None or not isinstance(fact.value, Reported):
        return None
    span = reported_span(fact.value.text, measure, fact, Problems())
    return span and Span(*(Fraction(measure.from_grid(end)) for end in span))


def span_said(span: Span, measure: Measure | None, digits: int, *, bare: bool = False) -> Slot:
    """Return a figure or range with its unit; what needs more decimals is rounded, and says so."""
    percent = measure is not None and measure.kind is Kind.PERCENT and not bare
    unit = None if measure is None or percent or bare else measure.unit
    low, high = (_decimal(shown(end, digits)) for end in (span.low, span.high))
    said: Slot = Figure(high, unit, percent)
    if low != high:
        said = say(_range(low), low=Figure(low), high=said)
    exact = all(shown(end, digits) == end for end in (span.low, span.high))
    return said if exact else say(Phrase.ROUNDED, value=said)


def shown(number: Fraction, digits: int) -> Fraction:
    """Return a number as it is shown: exact up to four decimals, else rounded."""
    if (number * 10**_EXACT).denominator == 1:
        return number
    return round(number, digits)


def _decimal(number: Fraction) -> Decimal:
    """Return a decimal fraction exactly, without asking the context's precision."""
    digits = next(each for each in range(LONGEST + 1) if (number * 10**each).denominator == 1)
    whole = (number * 10**digits).numerator
    return Decimal((whole < 0, tuple(map(int, str(abs(whole)))), -digits))


def fact_said(fact: Fact | None, measure: Measure | None) -> Slot:
    """Return the words for what was supplied for a measure, or that nothing was."""
    if fact is None:
        return say(Phrase.NOT_SUPPLIED)
    match fact.value:
        case Unknown(reason):
            return say(Phrase.DECLARED_UNKNOWN, reason=reason)
        case Interval(low, high):
            return _interval(low, high, measure)
        case Reported(text):
            return _reported(fact, text, measure)
        case value:
            return _scalar(value, measure)


def _scalar(value: Scalar, measure: Measure | None, *, bare: bool = False) -> Slot:
    if isinstance(value, bool):
        return say(Phrase.YES if value else Phrase.NO)
    if isinstance(value, date):
        return value
    if isinstance(value, int | Decimal):
        percent = measure is not None and measure.kind is Kind.PERCENT
        unit = None if measure is None or percent or bare else measure.unit
        return Figure(Decimal(value), unit, percent and not bare)
    if measure and measure.kind is Kind.DATE and value == NO_DATE:
        return say(Phrase.NOT_DONE)
    choices = measure.choices if measure else ()
    return next((choice.name for choice in choices if choice.id == value), value)


def _interval(low: Scalar, high: Scalar, measure: Measure | None) -> Slot:
    if isinstance(low, date) or isinstance(high, date):
        return say(Phrase.DAYS, first=_scalar(low, measure), last=_scalar(high, measure))
    if low == high:
        return _scalar(low, measure)
    below = low if isinstance(low, int | Decimal) else Decimal(0)
    return say(_range(below), low=_scalar(low, measure, bare=True), high=_scalar(high, measure))


def _range(low: int | Decimal) -> Phrase:
    """Return how a range is said: beside a minus a dash would be read as another."""
    return Phrase.RANGE_BELOW_ZERO if low < 0 else Phrase.RANGE


def _reported(fact: Fact, text: str, measure: Measure | None) -> Slot:
    span = reported(fact, measure)
    said = _published(text, measure)
    if span is None or measure is None or span.exact:
        return say(Phrase.REPORTED_BARE, figure=said)
    low, high = (_scalar(_decimal(end), measure) for end in (span.low, span.high))
    return say(Phrase.REPORTED, figure=said, low=low, high=high)


def _published(text: str, measure: Measure | None) -> Slot:
    """Return a published figure in the reader's language; as it stands where it cannot be read."""
    bare = text.strip()
    for unit in ("%", *((measure.unit.vi, measure.unit.en) if measure and measure.unit else ())):
        bare = bare.removesuffix(unit).strip()
    number = read_number(bare, NOWHERE, Problems())
    return text if number is None else _scalar(number, measure)


@frozen
class Workings:
    """How derived figures follow from the facts of one test."""

    facts: Mapping[str, Fact]
    measures: Mapping[str, Measure]

    def span(self, id_: str) -> Span | None:
        """Return what a numeric measure may be, worked out from its parts where they are known."""
        bases = self._bases(id_)
        if bases is None:
            return None
        known = {base: span for base in bases if (span := self._supplied(base))}
        if sum(not each.exact for each in known.values()) > _MOST_CORNERS.bit_length() - 1:
            return None
        corners = product(*({span.low, span.high} for span in known.values()))
        found = [self._at(id_, dict(zip(known, corner, strict=True))) for corner in corners]
        values = [value for value in found if value is not None]
        return Span(min(values), max(values)) if len(values) == len(found) else None

    def computed(self, id_: str) -> bool:
        """Whether a measure's figure is worked out from its parts."""
        return self._bases(id_) not in (None, (id_,))

    def parts_said(self, id_: str, digits: int) -> Slot:
        """Return the calculation without its result: ``1 230/1 400``."""
        measure = self.measures[id_]
        said = [self._part(part, digits) for part in measure.parts]
        match measure.derived:
            case Sum():
                return joined(*said, between=" + ")
            case Difference():
                return joined(*said, between=" - ")
            case Ratio():
                return joined(*said, between="/")
            case Change():
                start, end = said
                change = joined(end, start, between=" - ")
                return joined("(", change, ")/", start, between="")
            case None:  # pragma: no cover (only a derived figure has a calculation)
                return say(Phrase.NOT_SUPPLIED)

    def leaves(self, id_: str) -> tuple[str, ...]:
        """Return the measures beneath a derived one that are wanted or given, in order."""
        measure = self.measures.get(id_)
        if id_ in self.facts or measure is None or not measure.parts:
            return (id_,)
        return tuple(dict.fromkeys(leaf for part in measure.parts for leaf in self.leaves(part)))

    def _part(self, id_: str, digits: int) -> Slot:
        span = self.span(id_)
        if span is None:  # pragma: no cover (parts are only said when they are known)
            return say(Phrase.NOT_SUPPLIED)
        return span_said(span, self.measures.get(id_), digits, bare=True)

    def _supplied(self, id_: str) -> Span | None:
        fact, measure = self.facts.get(id_), self.measures.get(id_)
        match fact.value if fact else None:
            case Interval(low, high):
                ends = number_of(low), number_of(high)
                return (
                    Span(ends[0], ends[1]) if ends[0] is not None and ends[1] is not None else None
                )
            case Reported():
                return reported(fact, measure)
            case value:
                number = number_of(value)
                return None if number is None else Span(number, number)

    def _bases(self, id_: str) -> tuple[str, ...] | None:
        """Return the supplied numeric measures a figure follows from; None when it is not known."""
        measure = self.measures.get(id_)
        below = (
            [self._bases(part) for part in measure.parts] if measure and measure.parts else [None]
        )
        known = [bases for bases in below if bases is not None]
        if len(known) == len(below):
            return tuple(dict.fromkeys(base for bases in known for base in bases))
        return (id_,) if self._supplied(id_) else None

    def _at(self, id_: str, point: Mapping[str, Fraction]) -> Fraction | None:
        if id_ in point:
            return point[id_]
        measure = self.measures[id_]
        values = [self._at(part, point) for part in measure.parts]
        known = [value for value in values if value is not None]
        if len(known) != len(values):
            return None
        percent = 100 if measure.kind is Kind.PERCENT else 1
        match measure.derived:
            case Sum():
                return sum(known, Fraction(0))
            case Difference():
                return known[0] - known[1]
            case Ratio():
                return percent * known[0] / known[1] if known[1] else None
            case Change():
                return 100 * (known[1] - known[0]) / known[0] if known[0] else None
            case None:  # pragma: no cover (a base measure is a corner of the box)
                return None
