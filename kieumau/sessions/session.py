"""Sessions: one ward whose facts arrive through the year.

A session never forgets and never guesses: at any time its verdict is the one that its facts so
far come to. It is changed by its own thread alone, for a rule set of durable_rules bears no other;
it can be read from any.
"""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import NoReturn, Protocol, Self

from kieumau.documents.factsets import FactSet
from kieumau.engines.engine import EngineName
from kieumau.engines.live import TakenBackError, live
from kieumau.errors import Diagnostic, FactsError, UsageError
from kieumau.program.binding import Bound
from kieumau.sessions.arrivals import Given, after_arrival, after_correction
from kieumau.sessions.bench import Bench
from kieumau.sessions.events import Listener
from kieumau.sessions.progress import Progress, Standing, progress
from kieumau.sessions.saving import Readable, Writable, keep, kept
from kieumau.sessions.tracing import Tracer
from kieumau.truth import Truth
from kieumau.verdicts.record import StandardRecord
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Text

__all__ = ["Opens", "Session"]


class Opens(Protocol):
    """A standard, as far as `Session.load` needs it."""

    @property
    def record(self) -> StandardRecord:
        """What is kept of it."""
        ...

    def session(
        self,
        ward: FactSet,
        *,
        engine: EngineName = "auto",
        as_if: bool = False,
        listener: Listener | None = None,
    ) -> "Session":
        """Open a session."""
        ...


class Session:
    """One ward under one standard, its facts arriving bit by bit. Made by `Standard.session`.

    Mutable. Facts are asserted and corrected by the thread that opened it only, and not after a
    fork; reading (`facts`, `verdict`, `save`) is safe in any. Not to be pickled or copied. Closed
    at the end of a ``with`` block, or when it is dropped; it can still be read then.
    """

    def __init__(
        self, bench: Bench, bound: Bound, listener: Listener | None, *, as_if: bool
    ) -> None:
        self._bench, self._as_if = bench, as_if
        self._owner = (os.getpid(), threading.get_ident())
        self._busy = self._closed = False
        self._tracer = Tracer(bench, bound.facts.ward, listener) if listener is not None else None
        self._live = live(bench.engine, bench.program, self._tracer)
        self._standing = self._learned(bound)

    @property
    def facts(self) -> FactSet:
        """The facts so far, values typed by their measures."""
        return self._standing.bound.facts

    @property
    def standard(self) -> StandardRecord:
        """The standard as it is on record."""
        return self._bench.record

    @property
    def engine(self) -> str:
        """The name of the engine that derives: ``rete`` or ``plain``."""
        return self._live.name

    @property
    def closed(self) -> bool:
        """Whether nothing more can arrive."""
        return self._closed

    def verdict(self) -> Verdict:
        """Return what `Standard.evaluate` would of the facts so far."""
        return self._standing.verdict

    def assert_facts(self, facts: Given) -> Progress:
        """Take facts that have arrived: all of them, or none where anything is refused.

        An absent or declared-unknown fact may be filled in, an interval narrowed, evidence added
        where there was none. The same fact again changes nothing, and null says nothing.

        Parameters
        ----------
        facts
            What stands under ``facts`` in a file, or `Fact` values, or a fact set of this ward
            and period.

        Returns
        -------
        Progress
            What became met or unmet, and from which of these facts.

        Raises
        ------
        FactsError
            With every problem. KM-629, KM-630: a fact says something else than it did, which
            needs `correct`. KM-635: facts contradict one another through several derived figures.
        UsageError
            KM-624 to KM-628: the session cannot be changed here or now. KM-633, KM-634: these are
            no facts of this ward and period.
        EngineError
            KM-603: durable_rules failed; nothing has changed.
        """
        with self._changing() as was:
            bound = after_arrival(self._bench.binder, was.bound, facts)
            return self._moved(was, bound, keeping=was.truths)

    def correct(self, facts: Given) -> Progress:
        """Replace facts by others, whatever they said; null takes a fact out.

        What had been derived is not trusted: where a test lost its truth, everything is derived
        anew. All of the facts are taken, or none where anything is refused.

        Returns
        -------
        Progress
            What was withdrawn and what has become met or unmet.

        Raises
        ------
        FactsError
            With every problem of the facts as they would be.
        UsageError, EngineError
            As `assert_facts`.
        """
        with self._changing() as was:
            bound = after_correction(self._bench.binder, was.bound, facts)
            return self._moved(was, bound)

    def save(self, path: Writable) -> None:
        """Keep the facts and the standard's digest, as ``kieumau/session/1``.

        Parameters
        ----------
        path
            A path, written whole or left as it was, or a file open for writing text.

        Raises
        ------
        DocumentError
            KM-121: the file cannot be written.
        """
        keep(path, self._bench.record, self.facts, as_if=self._as_if)

    @classmethod
    def load(
        cls,
        path: Readable,
        standard: Opens,
        *,
        engine: EngineName = "auto",
        listener: Listener | None = None,
    ) -> "Session":
        """Open a session that was kept.

        Raises
        ------
        DocumentError
            KM-631: it was kept under a standard of another meaning. KM-214: it is of another
            format or version. Or it cannot be read.
        KieumauError
            As `Standard.session`.
        """
        found = kept(path, standard.record)
        return standard.session(found.facts, engine=engine, as_if=found.as_if, listener=listener)

    def close(self) -> None:
        """Give back what the engine holds; nothing more can arrive. Closing twice does no harm.

        Raises
        ------
        UsageError
            KM-624, KM-628: another thread has it, or it is telling its listener.
        """
        if self._owner[0] == os.getpid():  # after a fork it is a copy that nobody else has
            self._refuse_strangers()
        self._closed = True
        self._live.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        facts = self.facts
        return f"<Session {facts.ward.code}, {facts.period.last}: {len(facts.facts)} facts>"

    def __reduce__(self) -> NoReturn:
        raise UsageError(Diagnostic("KM-627"))

    def _learned(self, bound: Bound, keeping: tuple[int, ...] = ()) -> Standing:
        """Let the engine derive what follows, and the listener hear it."""
        truths = self._live.learn(bound.box, keeping)
        if self._tracer is not None:
            self._tracer.finished(truths)
        return Standing(bound, truths, self._bench.judged(bound, truths, self._live.name))

    def _moved(self, was: Standing, bound: Bound, keeping: tuple[int, ...] = ()) -> Progress:
        """Stand on other facts, once everything about them is done; return what changed."""
        if bound.facts == was.bound.facts:
            return progress(self._bench, was, was)
        try:
            now = self._learned(bound, keeping)
        except TakenBackError as error:
            raise self._contradiction(error, was) from None
        made = progress(self._bench, was, now)
        self._standing = now
        return made

    def _contradiction(self, error: TakenBackError, was: Standing) -> FactsError:
        """Return what to say of facts that hang together in pairs, but not all of them."""
        found = []
        for at in error.steps:
            truth = Truth(was.truths[at])
            said = Text("đúng", "met") if truth is Truth.MET else Text("sai", "unmet")
            arguments: dict[str, str | int | Text] = {
                "title": self._bench.about(at).title,
                "was": said,
            }
            found.append(Diagnostic("KM-635", arguments=arguments))
        return FactsError(*found)

    @contextmanager
    def _changing(self) -> Iterator[Standing]:
        """Hold the session while it is changed; whatever is raised leaves it as it was."""
        if self._owner[0] != os.getpid():
            raise UsageError(Diagnostic("KM-625"))
        self._refuse_strangers()
        if self._closed:
            raise UsageError(Diagnostic("KM-626"))
        self._busy = True
        try:
            yield self._standing
        finally:
            self._busy = False

    def _refuse_strangers(self) -> None:
        """Refuse another thread, and a listener in the middle of being told."""
        if self._owner[1] != threading.get_ident():
            raise UsageError(Diagnostic("KM-624"))
        if self._busy:
            raise UsageError(Diagnostic("KM-628"))
