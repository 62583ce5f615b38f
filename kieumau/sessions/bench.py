"""The bench: what a session, or a trace, needs of the standard it works under."""

from collections.abc import Callable, Mapping, Sequence

from attrs import frozen

from kieumau.documents.factsets import FactSet
from kieumau.engines.engine import Engine
from kieumau.errors import Diagnostic, UsageError
from kieumau.program.binding import Binder, Bound
from kieumau.program.steps import Program
from kieumau.rules.facts import Ward
from kieumau.rules.periods import Period
from kieumau.verdicts.findings import Subject
from kieumau.verdicts.record import StandardRecord
from kieumau.verdicts.verdict import Verdict

__all__ = ["Bench", "beginning"]


@frozen
class Bench:
    """A standard with an engine chosen. Immutable; safe in any thread.

    Attributes
    ----------
    subjects
        What each step is about, by its id.
    judged
        Makes a verdict of bound facts, the truth of every step and the engine's name.
    """

    program: Program
    record: StandardRecord
    binder: Binder
    subjects: Mapping[str, Subject]
    engine: Engine
    judged: Callable[[Bound, Sequence[int], str], Verdict]

    def about(self, at: int) -> Subject:
        """Return what the step at a position is about."""
        return self.subjects[self.program.steps[at].id]


def beginning(ward: Ward | FactSet, period: Period | None) -> FactSet:
    """Return the facts a session begins with: those given, or none of a ward and period.

    Raises
    ------
    UsageError
        KM-632: neither was given.
    """
    if isinstance(ward, FactSet) and period is None:
        return ward
    if isinstance(ward, Ward) and isinstance(period, Period):
        return FactSet(ward, period, ())
    found = f"{type(ward).__name__}, {type(period).__name__}"
    raise UsageError(Diagnostic("KM-632", arguments={"found": found}))
