"""Events: what an engine tells while it runs, one frozen value each, from a closed set.

A listener is anything that can be called with an event, such as a list's ``append``. Events name
steps by id and by title; which engine ran is said when the run begins. Both engines tell the same
decisions; rete in the order in which durable_rules fired, plain in the program's.
"""

from typing import Any, ClassVar, Protocol, TypeAlias, cast

from attrs import frozen

from kieumau.documents.wire import to_data
from kieumau.rules.facts import Ward
from kieumau.truth import Truth
from kieumau.verdicts.findings import FindingKind
from kieumau.wording import Lang, Text

__all__ = [
    "Derived",
    "Event",
    "Finished",
    "Ground",
    "LeafDecided",
    "Listener",
    "Started",
]


@frozen
class _Told:
    """What every event can do."""

    _name: ClassVar[str]

    def say(self, lang: Lang = "vi") -> str:
        """Return the event as one line of words."""
        from kieumau.sessions.speech import say_event  # noqa: PLC0415 (for who reads them)

        return say_event(cast("Event", self), lang)  # the set is closed

    def to_data(self) -> dict[str, Any]:
        """Return the event as plain JSON data; ``event`` says which of the four it is."""
        return {"event": self._name, **to_data(self)}


@frozen
class Started(_Told):
    """A run begins.

    Attributes
    ----------
    standard
        The standard's id.
    engine
        ``rete`` or ``plain``.
    anew
        Whether nothing of this ward was known before; otherwise only what is new follows.
    """

    _name = "started"

    ward: Ward
    standard: str
    engine: str
    anew: bool


@frozen
class LeafDecided(_Told):
    """A single test has been decided by the facts: MET or UNMET."""

    _name = "leaf_decided"

    step: str
    kind: FindingKind
    title: Text
    truth: Truth


@frozen
class Ground:
    """A step another one follows from."""

    step: str
    title: Text


@frozen
class Derived(_Told):
    """A rule has derived that a step is MET or UNMET.

    Attributes
    ----------
    rule
        ``count``, ``score`` or ``not``.
    need, of
        The rule needs so many children (points, for a score) of that truth, out of so many.
    because
        The findings that made it fire. Which of several that would do may differ by engine.
    """

    _name = "derived"

    rule: str
    need: int
    of: int
    step: str
    kind: FindingKind
    title: Text
    truth: Truth
    because: tuple[Ground, ...]


@frozen
class Finished(_Told):
    """The run is over.

    Attributes
    ----------
    truth
        That of the whole set; UNKNOWN where it is open, or nothing counts.
    decided, open
        How many steps are MET or UNMET, and how many are UNKNOWN.
    """

    _name = "finished"

    truth: Truth
    decided: int
    open: int


Event: TypeAlias = Started | LeafDecided | Derived | Finished
"""The closed set: a match over these four is complete."""


class Listener(Protocol):
    """Told of every event of a run, as it happens, in the thread that runs.

    What it raises ends the run: a session is then as it was before. It may evaluate other wards,
    but must not use the session that is telling it.
    """

    def __call__(self, event: Event, /) -> object:
        """Take an event; what is returned is ignored."""
        ...
