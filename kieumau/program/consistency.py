"""Derived figures and their parts.

Supplied beside each other they must agree, and what the parts give must lie within the derived
measure's own bounds.
"""

from collections.abc import Mapping
from decimal import Decimal
from math import ceil, floor

from kieumau.errors import Problems
from kieumau.language.names import Vocabulary
from kieumau.places import Place
from kieumau.rules.measures import Change, Difference, Kind, Measure, Ratio, Sum
from kieumau.wording import Text, number_text

__all__ = ["check_bounds", "check_derived", "may_leave_bounds"]

_Spans = Mapping[str, tuple[int, int]]
_Terms = list[tuple[int, str]]
_MOST = Decimal(10**12)


def check_derived(
    measure: Measure, place: Place, spans: _Spans, vocabulary: Vocabulary, problems: Problems
) -> None:
    """Note a derived figure that no values of its parts could give.

    With ``v`` between ``low`` and ``high``, ``v = n / d`` is possible within the parts' spans
    exactly when some point has ``low * d <= n`` and some point has ``n <= high * d``: between
    them lies one with both, the spans being connected.
    """
    parts = [spans.get(part) for part in measure.parts]
    if any(part is None for part in parts):
        return
    if not _possible(measure, spans[measure.id], spans, vocabulary):
        problems.add("KM-531", place, name=measure.name, parts=_names(measure, vocabulary))


def check_bounds(
    measure: Measure, place: Place, spans: _Spans, vocabulary: Vocabulary, problems: Problems
) -> None:
    """Note parts that give a derived figure beyond its bounds, such as 600 of 500."""
    if any(part not in spans for part in measure.parts):
        return
    divisor = spans.get(measure.denominator)
    if divisor is not None and divisor[0] <= 0:
        return
    own = 10**measure.decimals
    bounds = (ceil(measure.minimum * own), floor(measure.maximum * own))
    if not _possible(measure, bounds, spans, vocabulary):
        problems.add(
            "KM-532",
            place,
            name=measure.name,
            parts=_names(measure, vocabulary),
            low=number_text(measure.minimum),
            high=number_text(measure.maximum),
        )


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


def _possible(
    measure: Measure, span: tuple[int, int], spans: _Spans, vocabulary: Vocabulary
) -> bool:
    """Return whether the parts can give a figure within a span of the derived measure's grid."""
    low, high = span
    above, below = _shape(measure, vocabulary)
    own = 10**measure.decimals
    least = _least(
        [(own * c, id_) for c, id_ in above] + [(-high * c, id_) for c, id_ in below], spans
    )
    most = -_least(
        [(-own * c, id_) for c, id_ in above] + [(low * c, id_) for c, id_ in below], spans
    )
    if not below:
        unit = 10 ** max(_decimals(part, vocabulary) for part in measure.parts)
        least, most = least - high * unit, most - low * unit
    zero = bool(below) and -_least([(-c, id_) for c, id_ in below], spans) <= 0
    return not (zero or least > 0 or most < 0)


def _names(measure: Measure, vocabulary: Vocabulary) -> Text:
    names = [vocabulary[part].name for part in measure.parts]
    return Text(", ".join(name.vi for name in names), ", ".join(name.en for name in names))


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


def _least(terms: _Terms, spans: _Spans) -> int:
    """Return the least value of a sum over the spans, each measure's terms taken together."""
    total: dict[str, int] = {}
    for coefficient, id_ in terms:
        total[id_] = total.get(id_, 0) + coefficient
    return sum(min(c * spans[id_][0], c * spans[id_][1]) for id_, c in total.items())
