"""The ladder: every target judged on the list of wards of its own day."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property

from attrs import define, evolve, frozen

from kieumau.rules.registry import District, Registry, Roll, Unit
from kieumau.rules.statuses import Statuses, StatusKind
from kieumau.rules.targets import AtLeastUnits, Counted, Goal, MoreThan, Per, Target, Targets
from kieumau.targets.bounds import joint, required, settled, wanting
from kieumau.targets.matching import Matched, WardOutcome, candidates, match, named
from kieumau.targets.titles import Titles
from kieumau.truth import Truth
from kieumau.verdicts.rungs import (
    GroupJudged,
    ListChange,
    Rung,
    RungStatus,
    UnitCount,
    UnitNamed,
    WardStanding,
    WhyNot,
)
from kieumau.verdicts.targets_report import FactsIssue, Inherit, IssueKind
from kieumau.wording import Text

__all__ = ["Judged", "judge"]


@frozen
class Judged:
    """The rungs of a ladder, and what is the matter with facts."""

    rungs: tuple[Rung, ...]
    issues: tuple[FactsIssue, ...]


def judge(
    targets: Targets,
    registry: Registry,
    statuses: Statuses,
    outcomes: Sequence[WardOutcome],
    on: date,
    inherit: Inherit = Inherit.NONE,
) -> Judged:
    """Judge every target: on its own day, or as of ``on`` where that comes first."""
    ladder = _Ladder(targets, registry, Titles(registry, statuses, inherit), tuple(outcomes), on)
    rungs, issues = [], list[tuple[str, FactsIssue]]()
    used: set[WardOutcome] = set()
    for target in targets.of:
        day = min(target.by, on)
        rungs.append(ladder.rung(target, day))
        if day in registry.covers:
            chosen = candidates(outcomes, day)
            used.update(chosen)
            found = match(registry, registry.on(day), chosen)
            issues += ((target.id, each) for each in found.issues)
    unused = [
        FactsIssue(IssueKind.UNUSED, each.code, each.name, each.period)
        for each in outcomes
        if each not in used
    ]
    return Judged(tuple(rungs), (*_merged(issues), *sorted(unused, key=_place)))


def _merged(issues: Iterable[tuple[str, FactsIssue]]) -> list[FactsIssue]:
    """Return each issue once, with the targets it is for."""
    rungs: dict[FactsIssue, list[str]] = {}
    for rung, issue in issues:
        if rung not in rungs.setdefault(issue, []):
            rungs[issue].append(rung)
    found = [evolve(issue, rungs=tuple(ids)) for issue, ids in rungs.items()]
    return sorted(found, key=_place)


def _place(issue: FactsIssue) -> tuple[str, str, date, date, str]:
    return (issue.code, issue.name, issue.period.first, issue.period.last, issue.kind.value)


@frozen
class _Ladder:
    targets: Targets
    registry: Registry
    titles: Titles
    outcomes: tuple[WardOutcome, ...]
    on: date

    def rung(self, target: Target, day: date) -> Rung:
        bare = Rung(
            target.id,
            target.title,
            target.by,
            day,
            target.count,
            target.per,
            RungStatus.NOT_JUDGED,
            target.fidelity,
            target.citations,
            seen=target.seen,
            note=target.note,
        )
        if day not in self.registry.covers:
            return evolve(bare, why=WhyNot.NOT_COVERED)
        scene = self.scene(day)
        rung = evolve(
            bare,
            total=scene.roll.total,
            listed=scene.roll.units is not None,
            meeting=scene.count(Counted.MEETING),
            recognised=scene.count(Counted.RECOGNISED),
            registered=scene.count(Counted.REGISTERED),
            wards=scene.wards,
            changed=self.changed(target, scene.roll),
            absent=_absent(target, scene.roll),
            source=scene.roll.source,
        )
        if earlier := self.earlier(target):
            why = self.not_yet(earlier)
            if why is not None:
                return evolve(rung, why=why)
        return self.judged(rung, target, scene)

    def scene(self, day: date) -> "_Scene":
        roll = self.registry.on(day)
        matched = match(self.registry, roll, candidates(self.outcomes, day))
        return _Scene(roll, matched, self.titles)

    def earlier(self, target: Target) -> Target | None:
        goals = (target.goal, *(each.goal for each in target.exceptions))
        for goal in goals:
            if isinstance(goal, MoreThan):
                return next((each for each in self.targets.of if each.id == goal.target), None)
        return None

    def not_yet(self, earlier: Target) -> WhyNot | None:
        """Return why an earlier target's count cannot be compared with."""
        if self.on < earlier.by:
            return WhyNot.EARLIER_NOT_DUE
        return None if earlier.by in self.registry.covers else WhyNot.EARLIER_NOT_COVERED

    def judged(self, rung: Rung, target: Target, scene: "_Scene") -> Rung:
        """Return a rung with its goals judged over the province or each district."""
        if scene.roll.total == 0:
            return evolve(rung, status=RungStatus.NOT_APPLICABLE, why=WhyNot.NO_WARD)
        if target.per is Per.PROVINCE:
            group = self.group(target, target.goal, scene, None)
            return evolve(rung, status=group.status, groups=(group,), why=scene.too_many(target))
        if scene.roll.districts is None:
            why = WhyNot.DISTRICTS_UNKNOWN
            return evolve(rung, status=RungStatus.UNDETERMINED, why=why)
        if not scene.roll.districts:
            return evolve(rung, status=RungStatus.NOT_APPLICABLE, why=WhyNot.NO_DISTRICT)
        own = {each.group: each.goal for each in target.exceptions}
        groups = tuple(
            self.group(target, own.get(district.code, target.goal), scene, district)
            for district, _ in scene.roll.districts
        )
        return evolve(rung, status=joint([each.status for each in groups]), groups=groups)

    def group(
        self, target: Target, goal: Goal, scene: "_Scene", district: District | None
    ) -> GroupJudged:
        """Judge one goal over the wards of the province or of one district."""
        code = district.code if district else ""
        count = scene.count(target.count, code)
        before = UnitCount()
        if isinstance(goal, MoreThan):
            earlier = next(each for each in self.targets.of if each.id == goal.target)
            before = self.scene(earlier.by).count(earlier.count, code)
        asked = required(goal, scene.total(code), before)
        status = settled(asked, count)
        if not district and scene.too_many(target):
            status = RungStatus.UNDETERMINED
        return GroupJudged(
            status,
            asked,
            count,
            code,
            district.name if district else None,
            wanting(asked, count) if status is RungStatus.UNDETERMINED else None,
            scene.units(target.count, code, Truth.MET),
            scene.units(target.count, code, Truth.UNKNOWN),
        )

    def changed(self, target: Target, roll: Roll) -> ListChange | None:
        """Return that the list has changed, where a target names a number of wards of its day."""
        start = self.registry.covers.start
        fixed = isinstance(target.goal, AtLeastUnits) and target.per is Per.PROVINCE
        if not fixed or start is None:
            return None
        then = self.registry.on(start).total
        return ListChange(start, then) if then != roll.total else None


def _absent(target: Target, roll: Roll) -> tuple[Text, ...]:
    """Return the districts with a goal of their own that have no ward on that day."""
    if not roll.districts:
        return ()
    there = {district.code for district, _ in roll.districts}
    return tuple(each.name for each in target.exceptions if each.group not in there)


@define(frozen=True, slots=False)
class _Scene:
    """The list of one day with what is known of each ward."""

    roll: Roll
    matched: Matched
    titles: Titles

    @cached_property
    def wards(self) -> tuple[WardStanding, ...]:
        if self.roll.units is None:
            found = sorted(self.matched.of.values(), key=lambda each: each.code)
            return tuple(
                WardStanding(
                    UnitNamed("", each.code, each.name),
                    each.truth,
                    Truth.UNKNOWN,
                    Truth.UNKNOWN,
                    period=each.period,
                )
                for each in found
            )
        return tuple(map(self.standing, self.roll.units))

    def standing(self, unit: Unit) -> WardStanding:
        facts = self.matched.of.get(unit.id)
        recognised, registered = (
            self.titles.held(unit, kind, self.roll.day)
            for kind in (StatusKind.RECOGNISED, StatusKind.REGISTERED)
        )
        return WardStanding(
            named(unit),
            facts.truth if facts else Truth.UNKNOWN,
            recognised,
            registered,
            unit.district,
            facts.period if facts else None,
        )

    def units(self, counted: Counted, district: str, truth: Truth) -> tuple[UnitNamed, ...]:
        """Return the wards for which it is so."""
        return tuple(
            each.unit
            for each in self.wards
            if (not district or each.district == district) and getattr(each, counted.value) is truth
        )

    def count(self, counted: Counted, district: str = "") -> UnitCount:
        """Return how many wards count; those that are only a number are unknown."""
        yes, no = (len(self.units(counted, district, truth)) for truth in (Truth.MET, Truth.UNMET))
        return UnitCount(yes, no, max(0, self.total(district) - yes - no))

    def total(self, district: str) -> int:
        """Return how many wards there are in a district or altogether."""
        inside = self.roll.districts or ()
        return next((n for each, n in inside if each.code == district), self.roll.total)

    def too_many(self, target: Target) -> WhyNot | None:
        """Return that facts name more wards than there are, where no list tells which are."""
        known = [each for each in self.wards if each.meeting is not Truth.UNKNOWN]
        over = self.roll.units is None and len(self.wards) > self.roll.total
        counted = target.count is Counted.MEETING and bool(known)
        return WhyNot.TOO_MANY if over and counted else None
