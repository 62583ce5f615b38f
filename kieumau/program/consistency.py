"""Derived figures supplied beside their parts: both may be given, and then they must agree."""

from collections.abc import Mapping

from kieumau.errors import Problems
from kieumau.language.names import Vocabulary
from kieumau.places import Place
from kieumau.rules.measures import Change, Difference, Kind, Measure, Ratio, Sum
from kieumau.wording import Text

__all__ = ["check_derived"]

_Spans = Mapping[str, tuple[int, int]]
_Terms = list[tuple[int, str]]


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
    low, high = spans[measure.id]
    above, below = _shape(measure, vocabulary)
    own = 10**measure.decimals
    least = _least(
        [(own * c, id_) for c, id_ in above] + [(-high * c, id_) for c, id_ in below], spans
    )
    most = -_least(
        [(-own * c, id_) for c, id_ in above] + [(low * c, id_) for c, id_ in below], spans
    )
    if not below:
        least, most = least - high, most - low
    zero = bool(below) and -_least([(-c, id_) for c, id_ in below], spans) <= 0
    if zero or least > 0 or most < 0:
        problems.add(
            "KM-531",
            place,
            name=measure.name,
            parts=Text(
                ", ".join(vocabulary[part].name.vi for part in measure.parts),
                ", ".join(vocabulary[part].name.en for part in measure.parts),
            ),
        )


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
