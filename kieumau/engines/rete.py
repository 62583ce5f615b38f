"""The rete engine: durable_rules forward-chains what the leaves found. Its only door.

The leaves are decided by the shared leaf code; what they found is asserted as symbols, and
durable_rules derives the composites (`kieumau.engines.network`). What it never derives is
UNKNOWN: the least fixpoint is Kleene's logic.

durable_rules is driven through its C module. Its Python layer starts threads and is several
times slower; the module itself forgives nothing, so the order of calls here is the order that was
measured to be safe: prime a rule set before its first ward, one live ward under one name, no
empty batch, no handle used after its ward is deleted, every code looked at.
"""

import json
import threading
import weakref
from collections.abc import Callable
from functools import cache, cached_property
from typing import Final, NoReturn, Protocol, TypeAlias, cast

from kieumau.engines.leaves import Leaves
from kieumau.engines.network import PRIMING, Network, network_of
from kieumau.errors import Diagnostic, EngineError
from kieumau.program.box import Box
from kieumau.program.steps import Program

__all__ = ["Driver", "Fired", "Rete", "ReteFor", "driver", "failed", "findings_in"]

Fired: TypeAlias = Callable[[int, int, str], None]
"""Told of each firing, in order: the composite's step position, its truth (0 or 2), the message.

The message names the findings that made the rule fire; `findings_in` reads it.
"""

_WARD = "w"
_NO_STATE = "309"
_MET = 2


class Driver(Protocol):
    """The part of durable_rules' C module that is used, as its sources define it."""

    error: type[Exception]

    def create_ruleset(self, name: str, rules: str, /) -> int:
        """Return the handle of a new rule set; a failed one leaks its handle."""

    def delete_ruleset(self, rules: int, /) -> None:
        """Free a rule set, but not its live wards."""

    def assert_fact(self, rules: int, fact: str, /) -> tuple[int, int]:
        """Assert one fact; return a code, 0 when all went well, and the ward's handle."""

    def assert_facts(self, rules: int, facts: str, /) -> tuple[int, int]:
        """Assert a JSON array of facts; an empty one returns 0 and a handle of garbage."""

    def start_action_for_state(self, rules: int, state: int, /) -> tuple[str, str] | None:
        """Return the ward's state and the first firing; None when no rule fires."""

    def complete_and_start_action(self, rules: int, state: int, /) -> str | None:
        """Finish the firing under way; return the next; None when no rule fires."""

    def delete_state(self, rules: int, sid: str, /) -> None:
        """Free a ward; error 309 when there is none of that name."""


def driver() -> Driver:
    """Return durable_rules' C module.

    Raises
    ------
    EngineError
        KM-601: it is not installed, or was built in a way this Python cannot load.
    """
    try:
        import durable_rules_engine  # noqa: PLC0415 (kieumau must import where this does not)
    except ImportError as error:
        raise EngineError(Diagnostic("KM-601", arguments={"reason": str(error)})) from error
    return cast(Driver, durable_rules_engine)


class Rete:
    """One program as one durable_rules rule set, for the one thread that made it.

    Mutable: it holds a live rule set. Not safe in other threads, not to be pickled or copied:
    that is what `ReteFor` is for. The rule set is deleted when the object is.

    Parameters
    ----------
    program
        What to run.
    network
        The program's network where it is known already.
    leaves
        The program's leaves where they are compiled already.
    fired
        Told of every composite as it is derived.

    Raises
    ------
    EngineError
        KM-601 without durable_rules, KM-602 beyond its limits, KM-603 when it fails.
    """

    name: Final = "rete"

    def __init__(
        self,
        program: Program,
        network: Network | None = None,
        leaves: Leaves | None = None,
        fired: Fired | None = None,
    ) -> None:
        self._network = network or network_of(program)
        self._leaves = leaves or Leaves(program)
        self._fired = fired
        self._owner = threading.get_ident()
        self._alive = False
        self._busy = False
        self._driver = driver()
        self._rules = _primed(self._driver, self._network.rules)
        # Any thread may drop it: the C module keeps nothing per thread and never lets the GIL go.
        # Not at exit: a daemon thread may still be inside a ward, and memory goes back anyway.
        self._closing = weakref.finalize(self, _close, self._driver, self._rules)
        self._closing.atexit = False

    def run(self, box: Box) -> tuple[int, ...]:
        """Return the truth of every step (0, 1 or 2), in the program's order.

        Raises
        ------
        EngineError
            KM-603 when durable_rules fails, KM-604 in another thread, KM-605 when called from
            within itself. The next ward is answered as if nothing had happened.
        """
        self._refuse()
        leaves = self._leaves.truths(box)
        truths = [*leaves, _MET, *([1] * len(self._network.composites))]
        try:
            self._busy = True
            self._begin(truths, self._fired)
            self._end()
        except self._driver.error as error:
            raise failed(error) from error
        finally:
            self._busy = False
        return self._steps(truths)

    def _refuse(self) -> None:
        """Refuse to run in another thread, or within a run."""
        if threading.get_ident() != self._owner:
            raise EngineError(Diagnostic("KM-604"))
        if self._busy:
            raise EngineError(Diagnostic("KM-605"))

    def _steps(self, truths: list[int]) -> tuple[int, ...]:
        """Return the truth of every step, from those of the sources."""
        steps = self._network.steps
        return tuple([2 - truths[at] if negated else truths[at] for at, negated in steps])

    def _begin(self, truths: list[int], fired: Fired | None) -> None:
        """Begin a ward and let durable_rules derive its composites; fill their truths in."""
        facts = self._network.facts
        if self._alive:  # an earlier ward was interrupted, or failed
            _delete_ward(self._driver, self._rules)
        self._alive = True
        self._chain(truths, [facts[truth][source] for source, truth in enumerate(truths)], fired)

    def _end(self) -> None:
        """Delete the ward under way."""
        _delete_ward(self._driver, self._rules)
        self._alive = False

    def _chain(self, truths: list[int], wave: list[str], fired: Fired | None) -> None:
        """Assert findings, and what follows from them, until nothing more does."""
        network, rules, engine = self._network, self._rules, self._driver
        facts, first = network.facts, network.first
        while batch := ",".join(filter(None, wave)):
            code, state = engine.assert_facts(rules, f"[{batch}]")
            if code:
                raise failed(code)
            wave = []
            started = engine.start_action_for_state(rules, state)
            message = started and started[1]
            while message:  # {"r17":[{"m":...}, ...]}: the rule's name comes first
                rule = int(message[3 : message.index('"', 3)])
                source, truth = first + rule // 2, _MET * (rule % 2)
                if truths[source] == 1:  # surplus findings make a rule fire again
                    truths[source] = truth
                    wave.append(facts[truth][source])
                    if fired is not None:
                        fired(network.composites[rule // 2], truth, message)
                message = engine.complete_and_start_action(rules, state)

    def __reduce__(self) -> NoReturn:
        raise EngineError(Diagnostic("KM-604"))


class ReteFor:
    """One program as one rule set per thread, each made when its thread first asks.

    Safe in any number of threads. Pickles and copies carry the program, never a rule set. After
    a fork the child's rule sets are copies of its own.

    Raises
    ------
    EngineError
        As `Rete` does: KM-602 at once, the rest when a ward is run.
    """

    name: Final = "rete"

    def __init__(self, program: Program) -> None:
        self._program = program
        self._network = network_of(program)
        self._threads = threading.local()

    @cached_property
    def _leaves(self) -> Leaves:
        return Leaves(self._program)

    @property
    def compiled(self) -> tuple[Network, Leaves]:
        """The program's network and leaves, which every rule set made of it can share."""
        return self._network, self._leaves

    def run(self, box: Box) -> tuple[int, ...]:
        """Return the truth of every step (0, 1 or 2), in the program's order.

        Raises
        ------
        EngineError
            KM-601 without durable_rules, KM-603 when it fails, KM-605 when called from within
            itself.
        """
        rete: Rete | None = getattr(self._threads, "rete", None)
        if rete is None:
            rete = self._threads.rete = Rete(self._program, self._network, self._leaves)
        return rete.run(box)

    def __reduce__(self) -> tuple[type["ReteFor"], tuple[Program]]:
        return (ReteFor, (self._program,))


@cache
def _keep_memory() -> None:
    """Make glibc keep freed memory: once per process.

    A ward's state is 2 MB, freed after every ward. Where it lies at the top of the heap glibc
    gives it back each time and the next ward faults it in again: measured 2.1 ms a ward against
    0.9 ms, and 440 page faults against none. Freeing one large block raises glibc's own
    threshold for giving back to 32 MB; the block is never touched, so it costs nothing.
    """
    bytes(16 << 20)


def _primed(engine: Driver, network: str) -> int:
    """Return a new rule set in which one action has run to completion and its ward is gone.

    Deleting a ward in which no action ever ran frees memory that was never set; the slot a
    first ward leaves behind is set, and every later ward takes that slot.
    """
    _keep_memory()
    try:
        rules = engine.create_ruleset("kieumau", network)
        code, state = engine.assert_fact(rules, PRIMING)
        if code:
            raise failed(code)
        engine.start_action_for_state(rules, state)
        engine.complete_and_start_action(rules, state)
        _delete_ward(engine, rules)
    except engine.error as error:
        raise failed(error) from error
    return rules


def _delete_ward(engine: Driver, rules: int) -> None:
    """Delete the live ward, if there is one."""
    try:
        engine.delete_state(rules, _WARD)
    except engine.error as error:
        if _NO_STATE not in str(error):
            raise


def _close(engine: Driver, rules: int) -> None:
    """Delete the live ward and then the rule set; the other way round leaks the ward."""
    _delete_ward(engine, rules)
    engine.delete_ruleset(rules)


def findings_in(message: str) -> tuple[str, ...]:
    """Return the ids of the facts that made a rule fire, in the order they were asserted."""
    (frames,) = json.loads(message).values()
    several = frames if isinstance(frames, list) else [frames]  # a count of one stands alone
    return tuple(frame["m"]["id"] for frame in reversed(several))  # the latest comes first


def failed(what: Exception | int) -> EngineError:
    """Return what to say when durable_rules fails."""
    return EngineError(Diagnostic("KM-603", arguments={"what": str(what)}))
