"""Hand-written NumPy: values and where they are known, a truth as two masks, chunk by chunk."""

import numpy as np
from workload import CRITERIA, FACTS, Test

from peers.peer import Answers, Peer, spell

CHUNK = 16_384  # wards: their columns fit a cache

Columns = dict[str, tuple[np.ndarray, np.ndarray]]
Truth = tuple[np.ndarray, np.ndarray]  # where it is met, and where it is not unmet


def _test(test: Test, table: Columns) -> Truth:
    (x, known), value = table[test.facts[0]], test.value
    match test.kind:
        case "least":
            holds = x >= value
        case "most":
            holds = x <= value
        case "zero":
            holds = x == value
        case "within":
            holds = (x >= value[0]) & (x <= value[1])
        case "flag":
            holds = x if value else ~x
        case _:
            below, known_below = table[test.facts[1]]
            holds, known = x / below >= value, known & known_below
    return holds & known, holds | ~known


def _all(parts: list[Truth]) -> Truth:
    mets, opens = zip(*parts, strict=True)
    return np.logical_and.reduce(mets), np.logical_and.reduce(opens)


def _any(parts: list[Truth]) -> Truth:
    mets, opens = zip(*parts, strict=True)
    return np.logical_or.reduce(mets), np.logical_or.reduce(opens)


def _two_of_three(parts: list[Truth]) -> Truth:
    (a, a_), (b, b_), (c, c_) = parts
    return (a & b) | (c & (a | b)), (a_ & b_) | (c_ & (a_ | b_))


def run(table: Columns) -> np.ndarray:
    """Return a row for the outcome and one for each criterion, of 0, 1 and 2."""
    count = len(table[FACTS[0]][0])
    found = np.empty((len(CRITERIA) + 1, count), np.int8)
    with np.errstate(divide="ignore", invalid="ignore"):
        for start in range(0, count, CHUNK):
            rows = slice(start, start + CHUNK)
            part = {fact: (x[rows], known[rows]) for fact, (x, known) in table.items()}
            _answer(part, found[:, rows])
    return found


def _answer(table: Columns, out: np.ndarray) -> None:
    def test(of: Test) -> Truth:
        return _test(of, table)

    for criterion, row in zip(CRITERIA, out[1:], strict=True):
        met, open_ = spell(criterion.tree, test, _all, _any, _two_of_three)
        np.add(met, open_, out=row, dtype=np.int8)
    np.min(out[1:], axis=0, out=out[0])


def answers(found: np.ndarray) -> Answers:
    return Answers(found[0], list(found[1:]))


PEERS = {
    "a": Peer("NumPy by hand", "hand", "numpy", run, answers, "(a), integers"),
}
