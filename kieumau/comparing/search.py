"""The search: the smallest sets of differences that alone bring the other side's outcome.

Sets of one difference are tried, then of two, and so on; of each size only those that reasons
leave open (`kieumau.comparing.reasons`). Nothing is guessed: a set is named when it was evaluated,
and a size is done when no set of it is left.
"""

from collections.abc import Callable, Iterator
from typing import Final

from attrs import define, field, frozen

from kieumau.comparing.bench import Applied, Bench
from kieumau.comparing.reasons import Reach
from kieumau.verdicts.record import Outcome

__all__ = ["MOST_TRIALS", "Found", "reduced", "smallest"]

MOST_TRIALS: Final = 3000
"""How many combinations are evaluated before the search is cut."""
MOST_SETS: Final = 6
"""How many sets of the smallest size are named."""


@frozen
class Found:
    """The sets found, as positions of atoms.

    Attributes
    ----------
    below
        Every smaller set than this was tried.
    exact
        Whether no smaller set does it.
    more
        Whether there are others of that size.
    """

    sets: tuple[Applied, ...]
    exact: bool
    below: int
    more: bool


class _CutShort(Exception):  # noqa: N818 (an end, not an error)
    """The search has tried as many as it may."""


def smallest(bench: Bench, reach: Reach, wanted: Outcome, most: int = MOST_TRIALS) -> Found:
    """Return the smallest sets of atoms with that outcome; all the atoms together have it."""

    def does(applied: Applied) -> bool:
        trial = bench.trial(applied)
        return trial is not None and trial.outcome is wanted

    enough = reduced(bench.every, does)
    search = _Search(bench, reach, wanted, bench.tried + most)
    size = 0
    try:
        while True:
            size += 1
            found = search.of_size(size)
            if found:
                named = tuple(sorted(found[:MOST_SETS], key=sorted))
                return Found(named, exact=True, below=size, more=len(found) > MOST_SETS)
    except _CutShort:
        pass
    exact = len(enough) == size
    return Found((enough,), exact=exact, below=size, more=exact)


def reduced(start: Applied, does: Callable[[Applied], bool]) -> Applied:
    """Return a part of a set that does it, of which nothing can be left out one by one."""
    kept = start
    for at in sorted(start, reverse=True):
        if does(kept - {at}):
            kept -= {at}
    return kept


@define
class _Search:
    bench: Bench
    reach: Reach
    wanted: Outcome
    most: int
    found: list[Applied] = field(factory=list)

    def of_size(self, size: int) -> list[Applied]:
        """Return sets of a size with the outcome, one more than are named at the most.

        Raises
        ------
        _CutShort
            Too many were tried, and none was found.
        """
        self.found = []
        try:
            for each in self.grown(frozenset(), frozenset(), size):
                self.found.append(each)
                if len(self.found) > MOST_SETS:
                    break
        except _CutShort:
            if not self.found:
                raise
            self.found += [self.found[-1]] * (MOST_SETS + 1 - len(self.found))
        return self.found

    def grown(self, applied: Applied, barred: Applied, room: int) -> Iterator[Applied]:
        """Yield the sets with the outcome that hold ``applied``, none barred, and ``room`` more."""
        trial = self.bench.trial(applied)
        if self.bench.tried > self.most:
            raise _CutShort
        if trial is not None and trial.outcome is self.wanted:
            yield applied  # of the smaller sizes none had it, so there is no room left
            return
        if not room:
            return
        for at in sorted(self.reach.clause(trial, applied, self.wanted) - barred):
            yield from self.grown(applied | {at}, barred, room - 1)
            barred |= {at}
