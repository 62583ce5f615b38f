"""What a preview says: which wards come to another outcome under a plugin, and because of what.

Nouns only, in both languages; `kieumau.authoring.preview` works them out, and the formats beside
this module say them.
"""

from datetime import date
from enum import StrEnum

from attrs import frozen

from kieumau.verdicts.findings import Status
from kieumau.verdicts.record import AssumedPolicy, Outcome
from kieumau.wording import Text

__all__ = [
    "Cause",
    "ChangedWard",
    "Comparison",
    "Layer",
    "NotCompared",
    "Preview",
    "Problem",
    "Reading",
    "RefinementKind",
    "RefinementSaid",
    "Share",
    "Tally",
    "WardNamed",
]


class RefinementKind(StrEnum):
    """What a refinement does that can change an outcome."""

    TIGHTEN = "tighten"
    ALSO = "also"
    ADD_INDICATOR = "add_indicator"
    ADD_CRITERION = "add_criterion"
    WAIVE = "waive"


class Share(StrEnum):
    """What part a refinement has in a ward's change.

    ``sole``: alone it brings the whole change, and without it there is none. ``enough``: alone it
    brings the whole change, but so would others. ``joint``: it takes part only with others.
    """

    SOLE = "sole"
    ENOUGH = "enough"
    JOINT = "joint"


@frozen
class WardNamed:
    """A ward as a preview names it."""

    code: str
    name: str
    province: str


@frozen
class Layer:
    """A plugin, or the layer below it."""

    id: str
    title: Text
    version: str


@frozen
class RefinementSaid:
    """One refinement in words.

    Attributes
    ----------
    number
        From 1, in the order written; how causes name it.
    target
        The id of the indicator or criterion it is about.
    title
        That indicator's or criterion's title.
    said
        What it asks for, or when it waives.
    basis
        Its citations; empty where it has none.
    place
        Where it is written.
    shifted
        In how many wards its target comes to another status, whatever the outcome.
    """

    number: int
    kind: RefinementKind
    target: str
    title: Text
    said: Text
    basis: Text | None
    place: str
    shifted: int


@frozen
class Reading:
    """What was observed for one condition of a refinement.

    Attributes
    ----------
    gap
        How far a figure is from its threshold, where that is one exact number.
    """

    required: Text
    observed: Text
    status: Status
    gap: Text | None


@frozen
class Cause:
    """One refinement's part in a ward's change, with what was observed for it."""

    refinement: int
    share: Share
    readings: tuple[Reading, ...]


@frozen
class ChangedWard:
    """A ward that comes to another outcome."""

    ward: WardNamed
    before: Outcome
    after: Outcome
    causes: tuple[Cause, ...]


@frozen
class Problem:
    """Why a ward could not be compared."""

    code: str
    place: str
    message: Text
    hint: Text


@frozen
class NotCompared:
    """A ward one of the standards could not be applied to."""

    ward: WardNamed
    problems: tuple[Problem, ...]


@frozen
class Tally:
    """How many wards stand how."""

    met: int
    not_met: int
    undetermined: int
    not_applicable: int
    waived: int

    @property
    def total(self) -> int:
        """How many wards there are."""
        return self.met + self.not_met + self.undetermined + self.not_applicable + self.waived

    def of(self, status: Status) -> int:
        """Return how many stand so."""
        found: int = getattr(self, status.value)
        return found


@frozen
class Comparison:
    """How the wards stand before and after: the set as a whole, or one criterion.

    Attributes
    ----------
    before
        None for a criterion that the plugin adds.
    """

    id: str
    title: Text
    before: Tally | None
    after: Tally


@frozen
class Preview:
    """What a plugin would change.

    Attributes
    ----------
    plugin, below
        What is tried, and the layer below it.
    outcome
        The outcomes of all the wards compared.
    unchanged
        The outcomes of those that come to the same.
    elsewhen
        How many refinements are not in force on the date.
    clarified
        How many only clarify and can change nothing.
    notices
        What must be read with it.
    """

    plugin: Layer
    below: Layer
    on: date
    assumed: AssumedPolicy
    wards: int
    outcome: Comparison
    unchanged: Tally
    changed: tuple[ChangedWard, ...]
    not_compared: tuple[NotCompared, ...]
    refinements: tuple[RefinementSaid, ...]
    criteria: tuple[Comparison, ...]
    elsewhen: int
    clarified: int
    notices: tuple[Text, ...]

    @property
    def compared(self) -> int:
        """How many wards both standards could be applied to."""
        return self.outcome.after.total
