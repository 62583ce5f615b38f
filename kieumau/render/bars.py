"""Bars of blocks, for text: one shape a status, so that a bar is read without colour."""

from collections.abc import Mapping
from types import MappingProxyType

from kieumau.verdicts.findings import Status

__all__ = ["BLOCKS", "WIDEST", "bar"]

BLOCKS: Mapping[Status, str] = MappingProxyType(
    {
        Status.MET: "█",
        Status.NOT_MET: "░",
        Status.UNDETERMINED: "▒",
        Status.NOT_APPLICABLE: "·",
        Status.WAIVED: "○",
    }
)
WIDEST = 40
"""The blocks of a bar whose blocks are no single wards."""


def bar(counts: Mapping[Status, int], *, scaled: bool = False) -> str:
    """Return a bar: a block a ward; of many wards, blocks in proportion, none seen left out.

    >>> bar({Status.MET: 2, Status.NOT_MET: 1}), bar({Status.MET: 1}, scaled=True) == 40 * "█"
    ('██░', True)
    """
    shown = [counts.get(status, 0) for status in BLOCKS]
    total = sum(shown)
    if total and (scaled or total > WIDEST):
        shares = [max(1, n * WIDEST // total) if n else 0 for n in shown]
        shares[shown.index(max(shown))] += WIDEST - sum(shares)
        shown = shares
    return "".join(block * n for block, n in zip(BLOCKS.values(), shown, strict=True))
