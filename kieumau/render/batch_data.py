"""What a batch comes to: how many wards stand how, and because of what.

Nouns only, in both languages; `kieumau.batch` counts them, and the formats beside this module say
them.
"""

from datetime import date

from attrs import frozen

from kieumau.render.preview_data import Layer, WardNamed
from kieumau.verdicts.record import AssumedPolicy
from kieumau.wording import Text

__all__ = ["BatchSummary", "CriterionCount", "Reason", "Refused", "ShownWard"]


@frozen
class CriterionCount:
    """How many wards stand how at one criterion; what does not arise counts as met."""

    id: str
    title: Text
    not_met: int
    undetermined: int
    met: int


@frozen
class Reason:
    """One reason wards share.

    Attributes
    ----------
    id
        The indicator's or the measure's.
    wards
        How many it is a reason for.
    alone
        For how many of them it is the only one.
    """

    id: str
    title: Text
    wards: int
    alone: int


@frozen
class Refused:
    """Rows set aside for one reason, with what is said of a few.

    Attributes
    ----------
    examples
        Places and what is wrong there.
    """

    code: str
    rows: int
    examples: tuple[tuple[str, Text], ...]


@frozen
class ShownWard:
    """A ward of the heat map, with a truth per criterion: 0 unmet, 1 unknown, 2 met."""

    ward: WardNamed
    truths: tuple[int, ...]


@frozen
class BatchSummary:
    """What all the rows of a source come to.

    Attributes
    ----------
    source
        Where the rows come from.
    rows
        How many there are: those judged and those set aside.
    unmet
        Why wards are not met: the indicators that fail.
    missing
        Why wards are undetermined: the measures that are not supplied.
    inexact
        Indicators that stay open although what they read is there: provisional or rounded.
    shown
        Wards for the heat map: all, or those that fail most.
    ignored
        Columns passed over, as asked.
    notices
        What must be read with it.
    """

    source: str
    output: str
    set_aside_in: str
    standard: Layer
    on: date
    assumed: AssumedPolicy
    period: tuple[str, str]
    rows: int
    judged: int
    met: int
    not_met: int
    undetermined: int
    criteria: tuple[CriterionCount, ...]
    unmet: tuple[Reason, ...]
    missing: tuple[Reason, ...]
    inexact: tuple[Reason, ...]
    refused: tuple[Refused, ...]
    shown: tuple[ShownWard, ...]
    ignored: tuple[str, ...]
    notices: tuple[Text, ...]

    @property
    def set_aside(self) -> int:
        """How many rows are not judged."""
        return self.rows - self.judged
