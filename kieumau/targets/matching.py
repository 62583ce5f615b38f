"""Which ward of the list the facts are about: by who it is on the day, not by name or code alone.

Facts name a ward by code and name. Both must be those of one unit that is in the list on the
target's day and was the same unit when the facts' period ended. Everything else is reported and
counts for no ward.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from attrs import frozen

from kieumau.language.fold import fold
from kieumau.rules.periods import Period
from kieumau.rules.registry import Registry, Roll, Unit
from kieumau.truth import Truth
from kieumau.verdicts.record import Outcome
from kieumau.verdicts.rungs import UnitNamed
from kieumau.verdicts.targets_report import FactsIssue, IssueKind

__all__ = ["Matched", "WardOutcome", "candidates", "match", "named"]

_PREFIX = fold("phường ") + " "
_TRUTH = {
    Outcome.MET: Truth.MET,
    Outcome.NOT_MET: Truth.UNMET,
    Outcome.UNDETERMINED: Truth.UNKNOWN,
}


@frozen
class WardOutcome:
    """What a ward came to for a period; None where its facts could not be assessed."""

    code: str
    name: str
    province: str
    period: Period
    outcome: Outcome | None

    @property
    def key(self) -> tuple[str, str]:
        """What tells wards apart as they are written: province and code."""
        return (self.province, self.code)

    @property
    def truth(self) -> Truth:
        """Whether it meets the criteria."""
        return Truth.UNKNOWN if self.outcome is None else _TRUTH[self.outcome]


@frozen
class Matched:
    """What the facts say of the wards of a list.

    Attributes
    ----------
    of
        The facts of each unit, by its id; by code where the list names no units.
    """

    of: dict[str, WardOutcome]
    issues: tuple[FactsIssue, ...]


def named(unit: Unit) -> UnitNamed:
    """Return a unit as reports name it."""
    return UnitNamed(unit.id, unit.code, unit.name)


def candidates(outcomes: Iterable[WardOutcome], day: date) -> list[WardOutcome]:
    """Return the facts a target may use: of its year, ending on or before the day, the latest."""
    latest: dict[tuple[str, str], date] = {}
    fitting = [
        each for each in outcomes if each.period.last <= day and each.period.last.year == day.year
    ]
    for each in fitting:
        latest[each.key] = max(each.period.last, latest.get(each.key, each.period.last))
    return [each for each in fitting if each.period.last == latest[each.key]]


def match(registry: Registry, roll: Roll, outcomes: Sequence[WardOutcome]) -> Matched:
    """Return which facts are whose, and what is the matter with those that are nobody's."""
    found: dict[str, WardOutcome] = {}
    issues: list[FactsIssue] = []
    times = Counter(each.key for each in outcomes)
    listed = _Listed.of(registry, roll.units or ())
    for each in outcomes:
        if times[each.key] > 1:  # which of them holds cannot be known
            issues.append(_issue(IssueKind.TWICE, each))
        elif each.province != registry.province:
            issues.append(_issue(IssueKind.OTHER_PROVINCE, each))
        elif roll.units is None:
            found[each.code] = each
        else:
            unit, issue = listed.whose(each)
            issues += [issue] if issue else []
            if unit is not None:
                found[unit.id] = each
    return Matched(found, tuple(issues))


@frozen
class _Listed:
    """The units of one day by code and by name; several may have one name."""

    registry: Registry
    by_code: dict[str, Unit]
    by_name: dict[str, Unit]

    @classmethod
    def of(cls, registry: Registry, units: Sequence[Unit]) -> "_Listed":
        names: dict[str, Unit] = {}
        for each in units:
            names.setdefault(_bare(each.name), each)
        return cls(registry, {each.code: each for each in units}, names)

    def whose(self, found: WardOutcome) -> tuple[Unit | None, FactsIssue | None]:
        """Return the unit facts are about, and what must be said of it."""
        by_code, name = self.by_code.get(found.code), _bare(found.name)
        then = self.then(found)
        if by_code is not None and _bare(by_code.name) == name and then in (by_code, None):
            begins = by_code.valid.start
            late = begins is not None and found.period.first < begins
            return by_code, _issue(IssueKind.BEGAN_LATER, found, by_code) if late else None
        by_name = self.by_name.get(name)
        if then is not None and then is not self.by_code.get(then.code):
            return None, _issue(IssueKind.ENDED, found, by_code, by_name)
        if by_code is not None:
            return None, _issue(IssueKind.OTHER_NAME, found, by_code, by_name)
        kind = IssueKind.OTHER_CODE if by_name else IssueKind.NOT_LISTED
        return None, _issue(kind, found, None, by_name)

    def then(self, found: WardOutcome) -> Unit | None:
        """Return the unit that had the facts' code and name when their period ended."""
        for each in self.registry.by_code.get(found.code, ()):
            if found.period.last in each.valid and _bare(each.name) == _bare(found.name):
                return each
        return None


def _bare(name: str) -> str:
    """Return a ward's name as names are compared, with or without the word for ward."""
    return fold(name).removeprefix(_PREFIX)


def _issue(
    kind: IssueKind,
    found: WardOutcome,
    by_code: Unit | None = None,
    by_name: Unit | None = None,
) -> FactsIssue:
    return FactsIssue(
        kind,
        found.code,
        found.name,
        found.period,
        named(by_code) if by_code else None,
        named(by_name) if by_name else None,
    )
