"""Whether a goal is reached when of some units it is not known: by worst and best case.

>>> three = Required(GoalKind.AT_LEAST, 3)
>>> [settled(three, UnitCount(yes, 0, 2)).value for yes in (0, 1, 3)]
['not_met', 'undetermined', 'met']
"""

from kieumau.rules.targets import AtLeastShare, AtLeastUnits, ExactlyUnits, Goal, MoreThan
from kieumau.verdicts.rungs import GoalKind, Required, RungStatus, UnitCount

__all__ = ["joint", "required", "settled", "wanting"]

_NOTHING = UnitCount()


def required(goal: Goal, total: int, earlier: UnitCount = _NOTHING) -> Required:
    """Return what a goal asks of a number of units.

    Parameters
    ----------
    earlier
        What an earlier target counted, for ``more_than``.
    """
    match goal:
        case AtLeastShare(percent):
            return Required(GoalKind.AT_LEAST, goal.units(total), percent=percent)
        case AtLeastUnits(units):
            return Required(GoalKind.AT_LEAST, units)
        case ExactlyUnits(units):
            return Required(GoalKind.EXACTLY, units)
        case MoreThan(target):
            return Required(GoalKind.MORE_THAN, earlier.yes, earlier.most, earlier=target)


def settled(asked: Required, count: UnitCount) -> RungStatus:
    """Return how a goal stands: met in the worst case, not met in the best, else undetermined."""
    low, high = count.yes, count.most
    match asked.kind:
        case GoalKind.AT_LEAST:
            met, missed = low >= asked.units, high < asked.units
        case GoalKind.EXACTLY:
            met = low == high == asked.units
            missed = low > asked.units or high < asked.units
        case GoalKind.MORE_THAN:
            most = asked.units if asked.most is None else asked.most
            met, missed = low > most, high <= asked.units
    if met:
        return RungStatus.MET
    return RungStatus.NOT_MET if missed else RungStatus.UNDETERMINED


def wanting(asked: Required, count: UnitCount) -> int | None:
    """Return how many of the unknown units must count; None where the goal is settled."""
    if settled(asked, count) is not RungStatus.UNDETERMINED:
        return None
    least = asked.units + (asked.kind is GoalKind.MORE_THAN)
    return max(0, least - count.yes)


def joint(statuses: list[RungStatus]) -> RungStatus:
    """Return how several goals stand together: met when all are, not met when one is not."""
    if RungStatus.NOT_MET in statuses:
        return RungStatus.NOT_MET
    met = all(each is RungStatus.MET for each in statuses)
    return RungStatus.MET if met else RungStatus.UNDETERMINED
