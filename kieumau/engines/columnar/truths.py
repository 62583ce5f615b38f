"""Truths of a whole frame: a boolean that is null where a step is unknown.

Libraries differ over null in comparisons, and some over null in *and* and *or*; the types this
engine brings every column to (`kieumau.engines.columnar.doors`) are those whose *and*, *or* and
*not* are Kleene's. `tests/engines` holds every library to the meaning, step by step.

Where least and greatest values of spans are compared apart, a truth is first a `Pair`.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import combinations
from math import comb
from operator import add, and_, or_

from attrs import frozen

from kieumau.engines.columnar.dialect import Dialect, Expr

__all__ = ["Pair", "all_of", "any_of", "at_least", "every_row", "integers", "no_row", "reaches"]

_MOST_WAYS = 6
"""Choices of k out of n up to which trying them all costs less than counting."""


def every_row(dialect: Dialect) -> Expr:
    """Return true in every row."""
    return dialect.lit(True)  # noqa: FBT003 (an expression)


def no_row(dialect: Dialect) -> Expr:
    """Return false in every row."""
    return dialect.lit(False)  # noqa: FBT003 (an expression)


def all_of(dialect: Dialect, parts: Iterable[Expr]) -> Expr:
    """Return that every part holds; of no parts, that is so."""
    of = tuple(parts)
    return reduce(and_, of) if of else every_row(dialect)


def any_of(dialect: Dialect, parts: Iterable[Expr]) -> Expr:
    """Return that some part holds; of no parts, none does."""
    of = tuple(parts)
    return reduce(or_, of) if of else no_row(dialect)


@frozen
class Pair:
    """A truth as two booleans that are never null.

    Attributes
    ----------
    met
        Where it is MET.
    open
        Where it is not UNMET.
    """

    dialect: Dialect
    met: Expr
    open: Expr

    @classmethod
    def of(cls, dialect: Dialect, met: Expr, open_: Expr) -> "Pair":
        """Return the pair of what holds surely and what may hold; null means that neither is known.

        One side of a comparison is known where the other is.
        """
        return cls(dialect, met.fill_null(value=False), open_.fill_null(value=True))

    @property
    def holds(self) -> Expr:
        """The truth as one boolean, null where it is unknown."""
        return self.dialect.when(self.met | ~self.open).then(self.met)


def integers(dialect: Dialect, holds: Expr) -> Expr:
    """Return truths as 0, 1 and 2."""
    unmet, unknown, met = (dialect.lit(each, dialect.Int8) for each in (0, 1, 2))
    return dialect.when(holds).then(met).when(holds.is_null()).then(unknown).otherwise(unmet)


def at_least(dialect: Dialect, k: int, parts: Sequence[Expr]) -> Expr:
    """Return at least ``k`` of the truths; k is one of them at the least, all at the most."""
    if k == len(parts):
        return all_of(dialect, parts)
    if k == 1:
        return any_of(dialect, parts)
    if comb(len(parts), k) <= _MOST_WAYS:
        return any_of(dialect, (all_of(dialect, chosen) for chosen in combinations(parts, k)))
    return _reaching(dialect, k, [(part, 1) for part in parts])


def reaches(dialect: Dialect, threshold: int, points: Sequence[int], parts: Sequence[Expr]) -> Expr:
    """Return that the points of the truths reach a threshold."""
    return _reaching(dialect, threshold, list(zip(parts, points, strict=True)))


def _reaching(dialect: Dialect, threshold: int, worth: Sequence[tuple[Expr, int]]) -> Expr:
    def total(*, unknown: bool) -> Expr:
        return reduce(
            add, (part.fill_null(value=unknown).cast(dialect.Int32) * n for part, n in worth)
        )

    return Pair(dialect, total(unknown=False) >= threshold, total(unknown=True) >= threshold).holds
