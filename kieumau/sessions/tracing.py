"""Tracing: from what an engine's ward finds, by position, to the events a listener is told."""

from collections.abc import Sequence

from kieumau.engines.live import live
from kieumau.program.binding import Bound
from kieumau.program.steps import Negation, Score
from kieumau.program.support import needed
from kieumau.rules.facts import Ward
from kieumau.sessions.bench import Bench
from kieumau.sessions.events import Derived, Finished, Ground, LeafDecided, Listener, Started
from kieumau.truth import Truth
from kieumau.verdicts.verdict import Verdict

__all__ = ["Tracer", "heard"]


class Tracer:
    """Tells one listener of one ward's runs. Holds nothing but what it is made of."""

    def __init__(self, bench: Bench, ward: Ward, listener: Listener) -> None:
        self._bench, self._ward, self._listener = bench, ward, listener

    def begun(self, *, anew: bool) -> None:
        """Tell that a run begins."""
        bench = self._bench
        self._listener(Started(self._ward, bench.record.id, bench.engine.name, anew))

    def decided(self, step: int, truth: int) -> None:
        """Tell what a leaf found."""
        about, id_ = self._bench.about(step), self._bench.program.steps[step].id
        self._listener(LeafDecided(id_, about.kind, about.title, Truth(truth)))

    def derived(self, step: int, truth: int, because: tuple[int, ...]) -> None:
        """Tell what followed."""
        about, of = self._bench.about(step), self._bench.program.steps[step]
        rule = "not" if isinstance(of, Negation) else "score" if isinstance(of, Score) else "count"
        need, total = needed(self._bench.program, step, truth)
        grounds = tuple(self._ground(each) for each in because)
        self._listener(
            Derived(rule, need, total, of.id, about.kind, about.title, Truth(truth), grounds)
        )

    def finished(self, truths: Sequence[int]) -> None:
        """Tell how the run ended."""
        program = self._bench.program
        root = Truth(truths[program.position[program.root]]) if program.root else Truth.UNKNOWN
        known = sum(truth != Truth.UNKNOWN for truth in truths)
        self._listener(Finished(root, known, len(truths) - known))

    def _ground(self, at: int) -> Ground:
        return Ground(self._bench.program.steps[at].id, self._bench.about(at).title)


def heard(bench: Bench, bound: Bound, listener: Listener) -> Verdict:
    """Return a ward's verdict, a listener being told of everything that leads to it."""
    tracer = Tracer(bench, bound.facts.ward, listener)
    ward = live(bench.engine, bench.program, tracer)
    try:
        truths = ward.learn(bound.box)
        tracer.finished(truths)
    finally:
        ward.close()
    return bench.judged(bound, truths, ward.name)
