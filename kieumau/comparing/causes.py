"""Causes: which differences a changed status is due to, each tried alone and taken back alone."""

from collections.abc import Callable

from attrs import frozen

from kieumau.comparing.bench import Applied, Bench, Trial
from kieumau.comparing.reasons import Reach
from kieumau.comparing.search import reduced
from kieumau.verdicts.difference import Cause
from kieumau.verdicts.findings import Status

__all__ = ["Causes"]


@frozen
class Causes:
    """The two benches of a comparison: A with B's parts, and B with A's.

    Attributes
    ----------
    numbers
        The number under which each atom is told.
    """

    front: Bench
    back: Bench
    reach: Reach
    numbers: tuple[int, ...]

    def of(
        self, id_: str, homes: frozenset[str], before: Status | None, after: Status | None
    ) -> tuple[Cause, ...]:
        """Return what the changed status of an indicator or criterion is due to; never nothing.

        Parameters
        ----------
        homes
            The criteria it stands under on either side; for a criterion none.
        """
        near: Applied = self.reach.about(id_) if not homes else frozenset()
        for home in homes:
            near |= self.reach.about(home, id_)
        brings, brought = _alone(self.front, near, _comes_to(id_, after))
        undoes, undone = _alone(self.back, near, _comes_to(id_, before))
        return tuple(
            Cause(self.numbers[at], at in brings, at in undoes)
            for at in sorted(brings | undoes | brought | undone)
        )


def _comes_to(id_: str, status: Status | None) -> Callable[[Trial], bool]:
    return lambda trial: trial.statuses.get(id_) is status


def _alone(bench: Bench, near: Applied, there: Callable[[Trial], bool]) -> tuple[Applied, Applied]:
    """Return the atoms that do it alone, and where none does, some that do it together."""

    def does(applied: Applied) -> bool:
        trial = bench.trial(applied)
        return trial is not None and there(trial)

    alone = frozenset(at for at in near if does(frozenset({at})))
    if alone:
        return alone, frozenset()
    return alone, reduced(near if does(near) else bench.every, does)
