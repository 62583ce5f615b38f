"""The box: what is known of each measure, as integers, once facts are bound to a program."""

from collections.abc import Mapping

from attrs import field, frozen

from kieumau.rules.periods import MonthDay

__all__ = ["Box"]


@frozen
class Box:
    """What is known of the measures.

    Attributes
    ----------
    spans
        ``(low, high)`` by measure id, both included, in the program's integers; equal ends are an
        exact value. A measure not supplied or declared unknown is absent.
    undated
        Date measures known to have no date.
    days
        The one day of the period, as an ordinal, each day without a year stands for.
    exact
        Whether every span is a single value of a base measure and no date is none: the case
        engines may take a shorter way through.
    """

    spans: Mapping[str, tuple[int, int]]
    undated: frozenset[str] = frozenset()
    days: Mapping[MonthDay, int] = field(factory=dict)
    exact: bool = False
