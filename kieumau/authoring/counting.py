"""Which parts of a score reach a number of points: exact counting over whole points.

Sets of sums are the bits of a whole number: bit n is set where some parts make n points. Searches
follow only branches that such a set shows to end well, so each answer costs little however many
parts there are.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, islice

__all__ = ["covers", "deciding", "idle", "making", "nearest"]


def nearest(
    points: Sequence[int], threshold: int, most: int
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the totals next below a threshold that some points make, and those from it upwards.

    >>> nearest([50, 30, 20], 75, 2)
    ((70, 50), (80, 100))
    """
    made = 1
    for each in points:
        made |= made << each
    low, high = made & (1 << threshold) - 1, made >> threshold
    below, above = list[int](), list[int]()
    while low and len(below) < most:
        below.append(low.bit_length() - 1)
        low ^= 1 << below[-1]
    while high and len(above) < most:
        bit = (high & -high).bit_length() - 1
        above.append(threshold + bit)
        high ^= 1 << bit
    return tuple(below), tuple(above)


def covers(points: Sequence[int], low: int, high: int) -> Iterator[tuple[int, ...]]:
    """Yield the positions of points that make ``low`` to ``high``, none of them dispensable.

    Greatest points first. Every selection between the two ends holds one of those yielded.

    >>> list(covers([50, 30, 20], 40, 60))
    [(0,), (1, 2)]
    """
    yield from _selections(points, low, high, minimal=True)


def making(points: Sequence[int], total: int) -> Iterator[tuple[int, ...]]:
    """Yield every selection of points above 0 that makes exactly a total, greatest first.

    >>> list(making([50, 30, 20], 50))
    [(0,), (1, 2)]
    """
    yield from _selections(points, total, total, minimal=False)


def _selections(
    points: Sequence[int], low: int, high: int, *, minimal: bool
) -> Iterator[tuple[int, ...]]:
    order = sorted(
        (at for at, each in enumerate(points) if each), key=lambda at: points[at], reverse=True
    )
    mask = (1 << max(high, 0) + 1) - 1
    worth = (points[at] for at in reversed(order))
    after = [*accumulate(worth, lambda made, each: made | made << each & mask, initial=1)]
    after.reverse()  # what the points from each one on make
    ahead: list[tuple[int, int, tuple[int, ...]]] = [(0, 0, ())]
    while ahead:
        at, total, chosen = ahead.pop()
        if not _any_between(after[at], low - total, high - total):
            continue
        if total >= low and (minimal or at == len(order)):
            yield tuple(sorted(chosen))
        elif at < len(order):
            without = (at + 1, total, chosen)
            taken = (at + 1, total + points[order[at]], (*chosen, order[at]))
            ahead += (without, taken) if total < low else (taken, without)


def deciding(
    points: Sequence[int], at: int, threshold: int, most: int | None = None
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Yield what of the others is met and what unmet where one part alone decides the score.

    With its points the threshold is then reached, without them it cannot be, whatever becomes of
    the rest. Every state of the others in which it decides holds a pair yielded.

    Parameters
    ----------
    most
        How many to yield for each choice of what is unmet; None for all.
    """
    others = [*points[:at], 0, *points[at + 1 :]]
    total, own = sum(others), points[at]
    for unmet in covers(others, max(0, total - threshold + 1), total - threshold + own):
        rest = [0 if each in unmet else worth for each, worth in enumerate(others)]
        met = covers(rest, max(0, threshold - own), sum(rest))
        yield from ((each, unmet) for each in islice(met, most))


def idle(points: Sequence[int], threshold: int) -> tuple[int, ...]:
    """Return the parts whose points never decide: the others reach the threshold, or miss it.

    >>> idle([60, 20, 5], 80)  # 60 and 20 are needed, and enough
    (2,)
    """
    mask = (1 << threshold) - 1
    found: list[int] = []
    ahead = [(0, len(points), 1)]
    while ahead:
        low, high, without = ahead.pop()
        if high - low == 1:
            if not _any_between(without, threshold - points[low], threshold - 1):
                found.append(low)
            continue
        middle = (low + high) // 2
        for start, end, others in (
            (low, middle, points[middle:high]),
            (middle, high, points[low:middle]),
        ):
            made = without
            for each in others:
                made |= made << each & mask
            ahead.append((start, end, made))
    return tuple(sorted(found))


def _any_between(bits: int, low: int, high: int) -> bool:
    low = max(low, 0)
    return low <= high and bool(bits >> low & (1 << high - low + 1) - 1)
