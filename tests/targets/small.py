"""Small registries, statuses and ladders made in memory, for tests of judging."""

from datetime import date
from decimal import Decimal

from kieumau.rules.citations import Citation, Fidelity
from kieumau.rules.periods import Period, Validity
from kieumau.rules.registry import Count, District, Lineage, Part, Registry, Unit
from kieumau.rules.statuses import CompleteList, Statuses, StatusKind, UnitStatus
from kieumau.rules.targets import (
    AtLeastShare,
    AtLeastUnits,
    Counted,
    ExactlyUnits,
    GroupGoal,
    MoreThan,
    Per,
    Target,
    Targets,
)
from kieumau.targets.judge import judge
from kieumau.targets.matching import WardOutcome
from kieumau.verdicts.record import Outcome
from kieumau.verdicts.targets_report import Inherit
from kieumau.wording import Text

BEGIN, MERGED = date(2023, 1, 1), date(2025, 7, 1)
END_2023, END_2024, END_2025 = date(2023, 12, 31), date(2024, 12, 31), date(2025, 12, 31)
DUE = END_2025
PROVINCE = "42"

ALWAYS = Validity(BEGIN, None)


def unit(id_, code, name="", *, district="", start=BEGIN, until=None):
    """Return a ward; its name is its id unless another is given."""
    return Unit(id_, code, name or id_, district, Validity(start, until))


def units(n, district=""):
    """Return so many wards."""
    return tuple(unit(f"phuong-{i}", f"{i:05d}", district=district) for i in range(1, n + 1))


def registry(*of, **more):
    """Return a registry of these wards, without districts unless given."""
    more.setdefault("covers", ALWAYS)
    more.setdefault("district_level", Validity(None, BEGIN))
    return Registry(PROVINCE, units=tuple(of), **more)


def counted(total, by_district=None, **more):
    """Return a registry that knows only how many wards there are."""
    return registry(counts=(Count(total, ALWAYS, by_district),), **more)


def outcome(of, result="met", year=2025, last=None, name=None, code=None):
    """Return what a ward came to in a year."""
    period = Period(date(year, 1, 1), last or date(year, 12, 31))
    outcome_ = None if result is None else Outcome(result)
    return WardOutcome(code or of.code, name or of.name, PROVINCE, period, outcome_)


def target(goal, id_="a", by=DUE, count=Counted.MEETING, per=Per.PROVINCE, exceptions=()):
    """Return one target."""
    return Target(
        id_,
        Text(f"Mục tiêu {id_} (giả định)", f"Target {id_} (invented)"),
        by,
        count,
        goal,
        (Citation("nq"),),
        Fidelity.TEXT,
        per,
        tuple(exceptions),
    )


def ladder(*targets):
    """Return a ladder of targets, by day."""
    return Targets(tuple(sorted(targets, key=lambda each: (each.by, each.id))))


def share(percent):
    """Return a goal: at least that share."""
    return AtLeastShare(Decimal(percent))


def registered(*ids, start=BEGIN, held=True, complete=(), kind=StatusKind.REGISTERED):
    """Return statuses of these units; ``complete`` names districts whose list is complete."""
    valid = Validity(start, None)
    return Statuses(
        tuple(UnitStatus(id_, kind, valid, held) for id_ in ids),
        tuple(CompleteList(kind, valid, district) for district in complete),
    )


def judged(targets, list_, outcomes=(), on=DUE, statuses=None, inherit=Inherit.NONE):
    """Return a ladder judged."""
    return judge(targets, list_, statuses or Statuses(), tuple(outcomes), on, inherit)


def one(goal, list_, outcomes=(), on=DUE, statuses=None, inherit=Inherit.NONE, **more):
    """Return the one rung of a ladder of one target."""
    return judged(ladder(target(goal, **more)), list_, outcomes, on, statuses, inherit).rungs[0]


__all__ = [
    "BEGIN",
    "DUE",
    "END_2023",
    "END_2024",
    "END_2025",
    "MERGED",
    "AtLeastUnits",
    "District",
    "ExactlyUnits",
    "GroupGoal",
    "Lineage",
    "MoreThan",
    "Part",
    "counted",
    "judged",
    "ladder",
    "one",
    "outcome",
    "registered",
    "registry",
    "share",
    "target",
    "unit",
    "units",
]
