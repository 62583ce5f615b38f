"""Truths of a whole frame: each of the three as two booleans that are never null.

``met`` says the truth is MET, ``open`` that it is not UNMET; the number of the two that hold is
the truth's integer. *And*, *or* and *not* are then the library's own on plain booleans, which are
the same everywhere; null, and with it each library's own three-valued logic, is left behind where
columns are read.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import combinations
from math import comb
from operator import add, and_, or_

import narwhals as nw
from attrs import frozen

__all__ = ["Truths", "at_least", "reaches"]

_MOST_WAYS = 6
"""Choices of k out of n up to which trying them all costs less than counting."""


@frozen
class Truths:
    """The truths of one step.

    Attributes
    ----------
    met
        Where it is MET.
    open
        Where it is not UNMET.
    """

    met: nw.Expr
    open: nw.Expr

    @property
    def opposite(self) -> "Truths":
        """The negation."""
        return Truths(~self.open, ~self.met)

    @property
    def integers(self) -> nw.Expr:
        """The truths as 0, 1 and 2."""
        return self.met.cast(nw.Int8) + self.open.cast(nw.Int8)


def at_least(k: int, truths: Sequence[Truths]) -> Truths:
    """Return at least ``k`` of the truths; k is one of them at the least, all at the most."""
    return Truths(
        _at_least(k, [each.met for each in truths]), _at_least(k, [each.open for each in truths])
    )


def _at_least(k: int, parts: Sequence[nw.Expr]) -> nw.Expr:
    if k == len(parts):
        return reduce(and_, parts)
    if k == 1:
        return reduce(or_, parts)
    if comb(len(parts), k) <= _MOST_WAYS:
        return reduce(or_, (reduce(and_, chosen) for chosen in combinations(parts, k)))
    return _total((part, 1) for part in parts) >= k


def reaches(threshold: int, points: Sequence[int], truths: Sequence[Truths]) -> Truths:
    """Return that the points of the truths reach a threshold."""
    worth = list(zip(truths, points, strict=True))
    return Truths(
        _total((each.met, n) for each, n in worth) >= threshold,
        _total((each.open, n) for each, n in worth) >= threshold,
    )


def _total(worth: Iterable[tuple[nw.Expr, int]]) -> nw.Expr:
    return reduce(add, (part.cast(nw.Int32) * n for part, n in worth))
