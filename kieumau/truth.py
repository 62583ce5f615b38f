"""Truth: the three ordered values every step of a verdict has.

Kleene's strong three-valued logic, as integers, so that *and* is ``min``, *or* is ``max`` and
*not* is ``2 - x`` in every engine (S. C. Kleene, Introduction to Metamathematics, 1952, § 64).

>>> all_of([Truth.MET, Truth.UNKNOWN]), any_of([Truth.UNMET, Truth.UNKNOWN])
(<Truth.UNKNOWN: 1>, <Truth.UNKNOWN: 1>)
>>> negation(Truth.UNKNOWN), at_least(1, [Truth.MET, Truth.UNKNOWN])
(<Truth.UNKNOWN: 1>, <Truth.MET: 2>)
"""

from collections.abc import Iterable, Sequence
from enum import IntEnum

__all__ = ["Truth", "all_of", "any_of", "at_least", "negation", "reaches"]


class Truth(IntEnum):
    """How a step stands: the order is the order of knowledge in favour."""

    UNMET = 0
    UNKNOWN = 1
    MET = 2


def all_of(truths: Iterable[Truth]) -> Truth:
    """Return the conjunction: the least of the truths (MET of none)."""
    return min(truths, default=Truth.MET)


def any_of(truths: Iterable[Truth]) -> Truth:
    """Return the disjunction: the greatest of the truths (UNMET of none)."""
    return max(truths, default=Truth.UNMET)


def negation(truth: Truth) -> Truth:
    """Return the opposite; unknown stays unknown."""
    return Truth(2 - truth)


def at_least(k: int, truths: Sequence[Truth]) -> Truth:
    """Return MET when k are met, UNMET when n-k+1 are unmet, else UNKNOWN.

    ``all`` is k = n and ``any`` is k = 1.
    """
    if sum(truth is Truth.MET for truth in truths) >= k:
        return Truth.MET
    if sum(truth is Truth.UNMET for truth in truths) > len(truths) - k:
        return Truth.UNMET
    return Truth.UNKNOWN


def reaches(threshold: int, points: Sequence[int], truths: Sequence[Truth]) -> Truth:
    """Return MET when the points of what is met reach the threshold.

    UNMET when they could not even with the points of all that is still unknown, else UNKNOWN.

    >>> reaches(80, [50, 30, 20], [Truth.MET, Truth.UNKNOWN, Truth.UNMET])
    <Truth.UNKNOWN: 1>
    """
    earned = list(zip(points, truths, strict=True))
    if sum(worth for worth, truth in earned if truth is Truth.MET) >= threshold:
        return Truth.MET
    if sum(worth for worth, truth in earned if truth is not Truth.UNMET) < threshold:
        return Truth.UNMET
    return Truth.UNKNOWN
