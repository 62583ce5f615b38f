"""Bars of text: a block a ward, or blocks in proportion."""

from collections.abc import Sequence

__all__ = ["WIDEST", "bar"]

WIDEST = 40
"""Of how many wards each has a block of its own."""


def bar(counts: Sequence[tuple[str, int]]) -> str:
    """Return a bar: a block a ward; of many wards, blocks in proportion, none seen left out.

    >>> bar([("█", 3), ("░", 1)]), bar([("█", 300), ("░", 1)]) == "█" * 39 + "░"
    ('███░', True)
    """
    total = sum(n for _, n in counts)
    shares = [n for _, n in counts]
    if total > WIDEST:
        shares = [max(1, n * WIDEST // total) if n else 0 for n in shares]
        largest = max(range(len(counts)), key=lambda at: counts[at][1])
        shares[largest] += WIDEST - sum(shares)
    return "".join(block * n for (block, _), n in zip(counts, shares, strict=True))
