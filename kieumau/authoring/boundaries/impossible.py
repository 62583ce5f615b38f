"""Proofs that no ward satisfies constraints: elimination over the rationals (Fourier-Motzkin).

Sound, not complete: what is called impossible is so for every ward, also one that supplies
intervals or derived figures; what is not proved may still be impossible.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from math import gcd
from typing import TypeAlias

from kieumau.authoring.boundaries.goals import InSet, Missing, Total, Undated, Way

__all__ = ["impossible", "none_possible"]

_Row: TypeAlias = tuple[Mapping[str, int], int]
"""``sum(coefficients) <= bound``."""

_MOST_WAYS = 3000
_MOST_ROWS = 600


def none_possible(
    ways: Iterable[Way], ends: Mapping[str, tuple[int, int]], limits: Sequence[Total]
) -> bool:
    """Return whether every way is proved impossible; false where there are too many to look at."""
    for number, way in enumerate(islice(ways, _MOST_WAYS + 1)):
        if number == _MOST_WAYS or not impossible(way, ends, limits):
            return False
    return True


def impossible(way: Way, ends: Mapping[str, tuple[int, int]], limits: Sequence[Total]) -> bool:
    """Return whether it is proved that no figures within their bounds satisfy a way.

    Parameters
    ----------
    ends
        The least and greatest value of each measure.
    limits
        What keeps derived figures within their bounds; used where their denominator is not zero.
    """
    totals = [each for each in way if isinstance(each, Total)]
    if _apart(way, totals):
        return True
    guards = {each.terms for each in totals if each.low is not None and each.low >= 1}
    named = {term.measure for each in totals for term in each.terms}
    totals += [
        each
        for each in limits
        if (not each.unless_zero or each.unless_zero in guards)
        and all(term.measure in named for term in each.terms)
    ]
    nonzero = {terms[0].measure for terms in guards if len(terms) == 1}
    if any(_no_whole_number(each) or _too_small(each, nonzero, ends) for each in totals):
        return True
    rows = [row for each in totals for row in _rows(each)]
    measures = sorted({id_ for coefficients, _ in rows for id_ in coefficients})
    for id_ in measures:
        low, high = ends[id_]
        rows += [({id_: 1}, high), ({id_: -1}, -low)]
    return _eliminated(rows, measures)


def _apart(way: Way, totals: list[Total]) -> bool:
    """Return whether two constraints on one measure's sort of value cannot both hold."""
    sets: dict[str, set[int]] = {}
    for each in way:
        if isinstance(each, InSet):
            found = sets.setdefault(each.measure, set(each.positions))
            found &= set(each.positions)
            if not found:
                return True
    dated = {term.measure for each in totals for term in each.terms}
    return any(each.measure in dated for each in way if isinstance(each, Undated | Missing))


def _no_whole_number(total: Total) -> bool:
    """Return whether an equation between whole numbers has no solution for its common divisor."""
    if total.low is None or total.low != total.high or not total.terms:
        return False
    return total.low % gcd(*(term.coefficient for term in total.terms)) != 0


def _too_small(total: Total, nonzero: set[str], ends: Mapping[str, tuple[int, int]]) -> bool:
    """Return whether ``a*x = b*y`` needs a greater whole number than a figure can be.

    66.67% exactly is 6667 of 10 000 or a multiple of it: no ward of 500 has it.
    """
    if total.low != 0 or total.high != 0 or len(total.terms) != 2:  # noqa: PLR2004 (x and y)
        return False
    one, other = total.terms
    shared = gcd(one.coefficient, other.coefficient)
    for term, beside in ((one, other), (other, one)):
        low, high = ends[term.measure]
        least = abs(beside.coefficient) // shared
        if term.measure in nonzero and max(-low, high) < least:
            return True
    return False


def _rows(total: Total) -> Iterator[_Row]:
    coefficients: dict[str, int] = {}
    for term in total.terms:
        coefficients[term.measure] = coefficients.get(term.measure, 0) + term.coefficient
    if total.high is not None:
        yield coefficients, total.high
    if total.low is not None:
        yield {id_: -by for id_, by in coefficients.items()}, -total.low


def _eliminated(rows: list[_Row], measures: list[str]) -> bool:
    """Eliminate one measure after another; return whether what is left cannot be."""
    for id_ in measures:
        above = [row for row in rows if row[0].get(id_, 0) > 0]
        below = [row for row in rows if row[0].get(id_, 0) < 0]
        kept = [row for row in rows if not row[0].get(id_, 0)]
        if len(above) * len(below) + len(kept) > _MOST_ROWS:
            return False
        rows = kept + [_joined(one, other, id_) for one in above for other in below]
        if any(not any(row[0].values()) and row[1] < 0 for row in rows):
            return True
    return any(bound < 0 for _, bound in rows)


def _joined(one: _Row, other: _Row, id_: str) -> _Row:
    p, q = one[0][id_], -other[0][id_]
    both = {
        name: by
        for name in {**one[0], **other[0]}
        if (by := q * one[0].get(name, 0) + p * other[0].get(name, 0))
    }
    return both, q * one[1] + p * other[1]
