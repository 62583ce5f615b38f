"""What a sweep says: how many wards come to what at each point of a threshold, or of two.

Nouns only, in both languages; `kieumau.authoring.sweep` works them out, and the formats beside
this module say them.
"""

from datetime import date
from decimal import Decimal
from itertools import product

from attrs import frozen

from kieumau.render.preview_data import Layer, NotCompared
from kieumau.verdicts.record import AssumedPolicy
from kieumau.wording import Text

__all__ = ["Count", "Group", "Point", "Sweep", "SweptThreshold"]


@frozen
class Point:
    """One value of a threshold.

    Attributes
    ----------
    said
        The value with its unit.
    now
        Whether it is the one in force.
    looser
        Whether it asks for less than the one in force.
    """

    at: Decimal
    said: Text
    now: bool
    looser: bool


@frozen
class SweptThreshold:
    """A threshold that is moved.

    Attributes
    ----------
    measure
        The name of what is compared, with its unit where it has one.
    test
        The comparison in force, in words.
    basis
        Its citations; None where it has none.
    counted
        Whether its indicator takes part in the outcome.
    """

    indicator: str
    title: Text
    measure: Text
    test: Text
    basis: Text | None
    counted: bool
    points: tuple[Point, ...]


@frozen
class Count:
    """How many wards come to what at one point."""

    met: int
    not_met: int
    undetermined: int


@frozen
class Group:
    """The wards of one year, or all of them.

    Attributes
    ----------
    year
        In which their periods end; None for all.
    counts
        At every point; of two thresholds at every pair, the second moving faster.
    """

    year: int | None
    wards: int
    counts: tuple[Count, ...]


@frozen
class Sweep:
    """What moving a threshold would bring.

    Attributes
    ----------
    wards
        How many were given.
    thresholds
        One or two.
    groups
        All the wards, then each year's where there are several.
    notices
        What must be read with it.
    """

    plugin: Layer
    on: date
    assumed: AssumedPolicy
    wards: int
    thresholds: tuple[SweptThreshold, ...]
    groups: tuple[Group, ...]
    not_compared: tuple[NotCompared, ...]
    notices: tuple[Text, ...]

    @property
    def pairs(self) -> tuple[tuple[Point, ...], ...]:
        """The points the counts of a group are at, in their order."""
        return tuple(product(*(each.points for each in self.thresholds)))

    @property
    def compared(self) -> int:
        """How many wards were counted."""
        return self.groups[0].wards
