"""What a peer is, what it answers, and how W's trees are spelt for it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

import numpy as np
from workload import CRITERIA, Needs, Test, floor_truths, wards

OUTCOMES = ("not_met", "undetermined", "met")  # by their truth: 0, 1, 2
IDS = tuple(criterion.id for criterion in CRITERIA)
SEPARATOR = ";"

Spelt = TypeVar("Spelt")


@dataclass(frozen=True)
class Answers:
    """The truths of so many wards: 0 unmet, 1 unknown, 2 met."""

    outcome: np.ndarray
    truths: Sequence[np.ndarray]  # one for each criterion
    decisive: Sequence[str] | None = None

    @property
    def sums(self) -> list[int]:
        counts = np.bincount(self.outcome, minlength=3)
        return [*map(int, counts), *(int(each.sum(dtype=np.int64)) for each in self.truths)]

    def wrong(self) -> int:
        """Return in how many of W's first wards these are not the floor's."""
        found, expected = self.rows(), reference().rows()
        return sum(a != b for a, b in zip(found, expected, strict=True)) + self._wrong_texts()

    def rows(self) -> list[tuple[int, ...]]:
        return list(zip(self.outcome.tolist(), *(t.tolist() for t in self.truths), strict=True))

    def _wrong_texts(self) -> int:
        if self.decisive is None:
            return 0
        expected = map(_decisive, zip(*(t.tolist() for t in self.truths), strict=True))
        return sum(a != b for a, b in zip(self.decisive, expected, strict=True))


def _decisive(truths: Sequence[int]) -> str:
    return SEPARATOR.join(
        IDS[at] for sought in (0, 1) for at, t in enumerate(truths) if t == sought
    )


@dataclass(frozen=True)
class Sums:
    """How many wards came to each outcome, and the sum of each criterion's truths."""

    sums: list[int]

    def wrong(self) -> int:
        return sum(a != b for a, b in zip(self.sums, reference().sums, strict=True))


def reference() -> Answers:
    """What the floor answers on W's first wards."""
    found = [floor_truths(ward) for ward in wards()]
    return of_truths(found)


def of_truths(found: Iterable[tuple[bool | None, Sequence[bool | None]]]) -> Answers:
    """Return the answers of one that gives True, False and None, ward by ward."""
    integer = {False: 0, None: 1, True: 2}
    rows = [[integer[outcome], *(integer[each] for each in tops)] for outcome, tops in found]
    outcome, *truths = np.array(rows, np.int8).T
    return Answers(outcome, truths)


@dataclass(frozen=True)
class Peer:
    """One way of answering W.

    ``form`` is how it takes the wards (see `tables`), ``prepare`` what is done before the timing
    starts, and ``run`` what is timed. ``most`` is the largest table it is given.
    """

    title: str
    group: Literal["hand", "kieumau", "engine", "row", "file"]
    form: str
    run: Callable[[Any], Any]
    answers: Callable[[Any], Answers | Sums]
    gives: str = "(a)"
    prepare: Callable[[Any], Any] = lambda table: table
    most: int = 1_000_000


def spell(
    node: Test | Needs,
    test: Callable[[Test], Spelt],
    every: Callable[[list[Spelt]], Spelt],
    some: Callable[[list[Spelt]], Spelt],
    two_of_three: Callable[[list[Spelt]], Spelt],
) -> Spelt:
    """Return a tree in a peer's own words."""
    if isinstance(node, Test):
        return test(node)
    parts = [spell(part, test, every, some, two_of_three) for part in node.parts]
    if node.all:
        return every(parts)
    if node.k == 1:
        return some(parts)
    assert (node.k, len(parts)) == (2, 3)
    return two_of_three(parts)
