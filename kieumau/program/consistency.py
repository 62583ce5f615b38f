"""Derived figures and their parts.

Supplied beside each other they must agree, and what the parts give must lie within the derived
measure's own bounds.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from math import ceil, floor
from typing import TypeAlias

from attrs import frozen

from kieumau.documents.factsets import FactSet
from kieumau.errors import Problems
from kieumau.language.names import Vocabulary
from kieumau.places import NOWHERE, Place
from kieumau.rules.measures import Change, Difference, Kind, Measure, Ratio, Sum
from kieumau.wording import Text, number_text

__all__ = ["Consistency", "may_leave_bounds"]

_Spans: TypeAlias = Mapping[str, tuple[int, int]]
_Terms: TypeAlias = list[tuple[int, str]]
_Ends: TypeAlias = tuple[tuple[int, str, int], ...]
_MOST = Decimal(10**12)


class Consistency:
    """How one derived measure hangs together with its parts.

    Apart from any ward's facts: worked out once, it is asked for every ward.

    Attributes
    ----------
    above, below
        Numerator and denominator as integer terms over one scale; nothing below where nothing is
        divided.
    unit
        What one unit of a figure without a denominator is on that scale; 0 with one.
    """

    def __init__(self, measure: Measure, vocabulary: Vocabulary) -> None:
        parts = [vocabulary[part] for part in measure.parts]
        names = [part.name for part in parts]
        own = 10**measure.decimals
        self.measure = measure
        self._parts = measure.parts
        self._denominator = measure.denominator
        self._names = Text(", ".join(n.vi for n in names), ", ".join(n.en for n in names))
        self.above, self.below = _shape(measure, vocabulary)
        self.unit = 0 if self.below else 10 ** max((p.decimals for p in parts), default=0)
        self._bounds = self._band(ceil(measure.minimum * own), floor(measure.maximum * own))

    def check_derived(self, place: Place, spans: _Spans, problems: Problems) -> None:
        """Note a derived figure that no values of its parts could give."""
        if any(part not in spans for part in self._parts):
            return
        if not self._band(*spans[self.measure.id]).possible(spans):
            problems.add("KM-531", place, name=self.measure.name, parts=self._names)

    def check_bounds(self, facts: FactSet, spans: _Spans, problems: Problems) -> None:
        """Note parts that give a derived figure beyond its bounds, such as 600 of 500."""
        for part in self._parts:
            if part not in spans:
                return
        if self._denominator and spans[self._denominator][0] <= 0:
            return
        if not self._bounds.possible(spans):
            measure, fact = self.measure, facts.get(self._parts[0])
            problems.add(
                "KM-532",
                fact.place if fact else NOWHERE,
                name=measure.name,
                parts=self._names,
                low=number_text(measure.minimum),
                high=number_text(measure.maximum),
            )

    def _band(self, low: int, high: int) -> "_Band":
        """Return what parts give a figure between two, in units of the measure's last decimal."""
        own, above, below = 10**self.measure.decimals, self.above, self.below
        least = [(own * c, id_) for c, id_ in above] + [(-high * c, id_) for c, id_ in below]
        most = [(own * c, id_) for c, id_ in above] + [(-low * c, id_) for c, id_ in below]
        unit = self.unit
        return _Band(_ends(least, 0), _ends(most, 1), high * unit, low * unit, _ends(below, 1))


@frozen
class _Band:
    """What spans of the parts must satisfy to give a figure between two, low and high.

    With ``v`` between them, ``v = n / d`` is possible exactly when some point has ``n <= high * d``
    and some point has ``low * d <= n``: between them lies one with both, the spans being connected.
    """

    least: _Ends
    most: _Ends
    high: int
    low: int
    divisor: _Ends

    def possible(self, spans: _Spans) -> bool:
        """Return whether the parts can give such a figure."""
        if _sum(self.least, spans) > self.high or _sum(self.most, spans) < self.low:
            return False
        return not self.divisor or _sum(self.divisor, spans) > 0


def may_leave_bounds(measure: Measure, vocabulary: Vocabulary) -> bool:
    """Return whether parts within their own bounds could give a figure beyond the measure's."""
    parts = [vocabulary[part] for part in measure.parts]
    if not parts or measure.divides:
        low = min((part.minimum for part in parts), default=Decimal(0))
        free = measure.maximum >= _MOST and measure.minimum <= (0 if low >= 0 else -_MOST)
        return bool(parts) and not (free and isinstance(measure.derived, Ratio))
    if isinstance(measure.derived, Difference):
        one, other = parts
        ends = (one.minimum - other.maximum, one.maximum - other.minimum)
    else:
        zero = Decimal(0)
        ends = (sum((p.minimum for p in parts), zero), sum((p.maximum for p in parts), zero))
    return ends[0] < measure.minimum or ends[1] > measure.maximum


def _shape(measure: Measure, vocabulary: Vocabulary) -> tuple[_Terms, _Terms]:
    """Return numerator and denominator in grid units, over one common scale; no denominator: []."""
    above: _Terms = []
    below: _Terms = []
    match measure.derived:
        case Sum(of):
            above = [(1, part) for part in of]
        case Difference(of, less):
            above = [(1, of), (-1, less)]
        case Ratio(of, to):
            above, below = [(100 if measure.kind is Kind.PERCENT else 1, of)], [(1, to)]
        case Change(start, end):
            above, below = [(100, end), (-100, start)], [(1, start)]
        case None:
            pass
    most = max((_decimals(part, vocabulary) for part in measure.parts), default=0)

    def scaled(terms: _Terms) -> _Terms:
        return [(c * 10 ** (most - _decimals(id_, vocabulary)), id_) for c, id_ in terms]

    return scaled(above), scaled(below)


def _decimals(id_: str, vocabulary: Vocabulary) -> int:
    found = vocabulary.get(id_)
    return found.decimals if found else 0


def _ends(terms: Iterable[tuple[int, str]], end: int) -> _Ends:
    """Return which end of each span makes a sum least (0) or greatest (1), terms put together."""
    total: dict[str, int] = {}
    for coefficient, id_ in terms:
        total[id_] = total.get(id_, 0) + coefficient
    return tuple((c, id_, end if c > 0 else 1 - end) for id_, c in total.items())


def _sum(ends: _Ends, spans: _Spans) -> int:
    total = 0
    for coefficient, id_, end in ends:
        total += coefficient * spans[id_][end]
    return total
