"""Merged ranges: which of them hide cells that hold something."""

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from typing import TypeAlias

__all__ = ["Merge", "hiding"]

Merge: TypeAlias = tuple[int, int, int, int]
"""First row, first column, last row, last column."""


def hiding(merges: Iterable[Merge], cells: Iterable[tuple[int, int]]) -> Iterator[Merge]:
    """Yield the merged ranges in which a cell other than the first holds something.

    One pass downwards with the ranges open at each row by their first column: no number of
    ranges and cells makes it long. Of ranges that overlap, which none do in a sound file, one
    is found.

    Examples
    --------
    >>> list(hiding([(1, 1, 2, 3), (5, 1, 6, 1)], [(1, 1), (2, 2), (5, 1)]))
    [(1, 1, 2, 3)]
    """
    waiting = sorted(merges, reverse=True)
    if not waiting:
        return
    ending: list[tuple[int, Merge]] = []
    opened: list[tuple[int, Merge]] = []
    found: set[Merge] = set()
    for row, column in sorted(cells):
        while waiting and waiting[-1][0] <= row:
            merge = waiting.pop()
            insort(opened, (merge[1], merge))
            heappush(ending, (merge[2], merge))
        while ending and ending[0][0] < row:
            merge = heappop(ending)[1]
            opened.remove((merge[1], merge))
        hidden = _around(opened, row, column)
        if hidden and hidden not in found:
            found.add(hidden)
            yield hidden


def _around(opened: Sequence[tuple[int, Merge]], row: int, column: int) -> Merge | None:
    """Return the open range that holds a cell which is not its first."""
    at = bisect_right(opened, column, key=lambda each: each[0])
    merge = opened[at - 1][1] if at else None
    inside = merge and column <= merge[3] and (row, column) != merge[:2]
    return merge if inside else None
