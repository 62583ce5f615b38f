"""Live wards: an engine that goes on from what it has derived when more becomes known.

This is forward chaining proper: only what leaves newly found is asserted, and durable_rules
derives what follows. Knowledge is monotone, so nothing asserted ever has to be withdrawn while
facts only arrive; a correction may take findings back, and then the ward is begun anew.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final, Protocol

from kieumau.engines.engine import Engine
from kieumau.engines.leaves import Leaves
from kieumau.engines.network import Network
from kieumau.engines.rete import Fired, Rete, ReteFor, failed, findings_in
from kieumau.program.box import Box
from kieumau.program.steps import Leaf, Program
from kieumau.program.support import sufficient

__all__ = ["Ear", "Live", "LivePlain", "LiveRete", "TakenBackError", "live"]

_UNKNOWN, _MET = 1, 2


class Ear(Protocol):
    """Hears what a live ward finds, by positions of steps, as it is found."""

    def begun(self, *, anew: bool) -> None:
        """Hear that a run begins, from nothing or from what was known."""

    def decided(self, step: int, truth: int) -> None:
        """Hear what a leaf has newly found."""

    def derived(self, step: int, truth: int, because: tuple[int, ...]) -> None:
        """Hear what follows for a composite, and from which children."""


class TakenBackError(Exception):
    """What leaves had found would be taken back; the positions of their steps."""

    def __init__(self, steps: tuple[int, ...]) -> None:
        super().__init__(steps)
        self.steps = steps


class Live(Protocol):
    """One ward under one program. Mutable; for the thread that made it."""

    @property
    def name(self) -> str:
        """Which engine this is."""
        ...

    def learn(self, box: Box, keeping: Sequence[int] = ()) -> tuple[int, ...]:
        """Return the truth of every step for what is known now.

        After an error the ward is begun anew when next it learns.

        Raises
        ------
        TakenBackError
            What a leaf had found in ``keeping``, truths of an earlier time, would no longer be
            so. Nothing has been derived, and nobody has been told of anything.
        EngineError
            KM-603, KM-604, KM-605: as `Rete.run`.
        """
        ...

    def close(self) -> None:
        """Give back what the engine holds; the ward cannot be used again."""


def live(engine: Engine, program: Program, ear: Ear | None = None) -> Live:
    """Return a ward without facts under the engine of that program."""
    if isinstance(engine, ReteFor):
        return LiveRete(program, *engine.compiled, ear)
    return LivePlain(program, engine, ear)


class LiveRete(Rete):
    """A ward that stays in its rule set, for the thread that made it."""

    def __init__(
        self, program: Program, network: Network, leaves: Leaves, ear: Ear | None = None
    ) -> None:
        super().__init__(program, network, leaves)
        self._leaf_steps = _leaf_steps(program)
        self._telling = _Telling(program, network, ear) if ear else None
        self._truths: list[int] | None = None  # of the sources, as the rule set knows them

    def learn(self, box: Box, keeping: Sequence[int] = ()) -> tuple[int, ...]:
        """Assert what leaves have newly found; let durable_rules derive what follows."""
        self._refuse()
        leaves = self._leaves.truths(box)
        _refuse_loss(self._leaf_steps, keeping, leaves)
        try:
            self._busy = True
            return self._steps(self._learned(leaves))
        except self._driver.error as error:
            raise failed(error) from error
        finally:
            self._busy = False

    def close(self) -> None:
        """Delete the ward and the rule set."""
        self._closing()

    def _learned(self, leaves: tuple[int, ...]) -> list[int]:
        """Return the truth of every source."""
        was, self._truths = self._truths, None  # whatever stops this begins the ward anew
        anew = was is None or any(map(_taken_back, was, leaves))
        rest = [_MET, *([_UNKNOWN] * len(self._network.composites))]
        truths = [*leaves, *(rest if was is None or anew else was[len(leaves) :])]
        fired = self._told(leaves, () if was is None or anew else was)
        if was is None or anew:
            self._begin(truths, fired)
        else:
            self._go_on(truths, was, fired)
        self._truths = truths
        return truths

    def _go_on(self, truths: list[int], was: list[int], fired: Fired | None) -> None:
        """Assert what leaves found of which nothing was known."""
        facts, first = self._network.facts, self._network.first
        new = [at for at in range(first) if truths[at] != was[at]]
        self._chain(truths, [facts[truths[at]][at] for at in new], fired)

    def _told(self, leaves: tuple[int, ...], was: Sequence[int]) -> Fired | None:
        """Tell of the leaves; return what is told of the composites."""
        if self._telling is None:
            return None
        self._telling.begun(leaves, was)
        return self._telling.fired


class LivePlain:
    """A ward that is worked out again whenever more becomes known: there is nothing to keep."""

    name: Final = "plain"

    def __init__(self, program: Program, engine: Engine, ear: Ear | None = None) -> None:
        self._program, self._engine, self._ear = program, engine, ear
        self._leaf_steps = _leaf_steps(program)
        self._truths: tuple[int, ...] | None = None

    def learn(self, box: Box, keeping: Sequence[int] = ()) -> tuple[int, ...]:
        """Work out every step."""
        truths = self._engine.run(box)
        _refuse_loss(self._leaf_steps, keeping, [truths[at] for at in self._leaf_steps])
        if self._ear is not None:
            was, self._truths = self._truths, None
            self._tell(self._ear, truths, was)
        self._truths = truths
        return truths

    def close(self) -> None:
        """Do nothing: nothing is held."""

    def _tell(self, ear: Ear, truths: tuple[int, ...], was: tuple[int, ...] | None) -> None:
        """Tell of what is new, in the program's order."""
        anew = was is None or any(map(_taken_back, was, truths))
        known = [_UNKNOWN] * len(truths) if was is None or anew else was
        ear.begun(anew=anew)
        for at, step in enumerate(self._program.steps):
            if truths[at] == known[at]:
                continue
            if isinstance(step, Leaf):
                ear.decided(at, truths[at])
            else:
                ear.derived(at, truths[at], sufficient(self._program, at, truths))


class _Telling:
    """Tells an ear what happens in a rule set, and of steps that need no rule of their own.

    A negation, or a count of one, has its child's source; it is told of right after it.
    """

    def __init__(self, program: Program, network: Network, ear: Ear) -> None:
        self._program, self._network, self._ear = program, network, ear
        self._leaf_steps = _leaf_steps(program)
        own = {*self._leaf_steps, *network.composites}
        self._passing = defaultdict[int, list[int]](list)
        for at, (source, _) in enumerate(network.steps):
            if at not in own:
                self._passing[source].append(at)
        self._truths = [_UNKNOWN] * len(program.steps)

    def begun(self, leaves: Sequence[int], was: Sequence[int]) -> None:
        """Tell what the leaves newly found; nothing was known before where ``was`` is empty."""
        self._ear.begun(anew=not was)
        if not was:
            self._truths = [_UNKNOWN] * len(self._program.steps)
        for source, (at, truth) in enumerate(zip(self._leaf_steps, leaves, strict=True)):
            if truth != (was[source] if was else _UNKNOWN):
                self._truths[at] = truth
                self._ear.decided(at, truth)
                self._pass_on(source, truth)
        if not was:
            self._pass_on(len(leaves), _MET)  # what is always so

    def fired(self, step: int, truth: int, message: str, /) -> None:
        """Tell of one firing."""
        children = dict.fromkeys(map(self._network.child, findings_in(message)))
        self._truths[step] = truth
        self._ear.derived(step, truth, tuple(children))
        self._pass_on(self._network.steps[step][0], truth)

    def _pass_on(self, source: int, truth: int) -> None:
        for at in self._passing.get(source, ()):
            self._truths[at] = 2 - truth if self._network.steps[at][1] else truth
            because = sufficient(self._program, at, self._truths)
            self._ear.derived(at, self._truths[at], because)


def _leaf_steps(program: Program) -> tuple[int, ...]:
    return tuple(at for at, step in enumerate(program.steps) if isinstance(step, Leaf))


def _refuse_loss(steps: Sequence[int], keeping: Sequence[int], leaves: Sequence[int]) -> None:
    if keeping:
        pairs = zip(steps, leaves, strict=True)
        if lost := tuple(at for at, truth in pairs if _taken_back(keeping[at], truth)):
            raise TakenBackError(lost)


def _taken_back(was: int, now: int) -> bool:
    return was not in (_UNKNOWN, now)
