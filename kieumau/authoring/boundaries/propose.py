"""Proposing: the boundary cases a plugin lacks, each with what the engine makes of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from attrs import field, frozen

from kieumau.authoring.boundaries.base import Base, chosen, made
from kieumau.authoring.boundaries.points import (
    Attempt,
    given_in_full,
    reached,
    thresholds,
    unreachable,
)
from kieumau.authoring.boundaries.points_words import rule_of
from kieumau.authoring.boundaries.probes import Probe, Side, Why, probes_of
from kieumau.authoring.boundaries.reach import Found, Reach
from kieumau.authoring.boundaries.wards import Judge, Seen
from kieumau.authoring.branches import Item, Part, Scope, branches_of, items_of, seen_in
from kieumau.authoring.cases import CaseResult, Standards, run_cases
from kieumau.authoring.scores import scores_of
from kieumau.documents.factsets import FactSet
from kieumau.errors import Diagnostic, FactsError, PluginError, Problems
from kieumau.plugins.chain import Chain
from kieumau.plugins.dates import boundaries
from kieumau.rules.facts import Scalar
from kieumau.standard import Standard
from kieumau.verdicts.record import AssumedPolicy

__all__ = ["Proposal", "Proposed", "latest_day", "propose"]

_ANY_DAY = date(2000, 12, 31)
_MOST_WAYS = 24  # that a probe lists


@frozen
class Proposed:
    """One boundary case.

    Attributes
    ----------
    why
        The probe or item it is for.
    changes
        How its facts differ from the base's; None takes one away.
    """

    id: str
    why: Why
    changes: Mapping[str, Scalar | None]
    seen: Seen


@frozen
class Proposal:
    """The cases that are missing.

    Attributes
    ----------
    impossible
        What is proved to be out of any ward's reach.
    unfound
        What no ward was found for, though none is proved impossible.
    """

    standard: Standard = field(repr=False)
    base: Base
    cases: tuple[Proposed, ...]
    impossible: tuple[Why, ...] = ()
    unfound: tuple[Why, ...] = ()


def latest_day(chain: Chain) -> date:
    """Return the latest day on which something changes while a set and every scope is in force."""
    days = [day for day in boundaries(chain) if _in_force(chain, day)]
    if not days:  # where nothing has a date any day is as good
        return next((each.valid.start for each in chain.base.sets if each.valid.start), _ANY_DAY)
    return days[-1]


def _in_force(chain: Chain, day: date) -> bool:
    scopes = (each.manifest.provinces for each in chain.plugins)
    somewhere = all(not each or any(day in scope.valid for scope in each) for each in scopes)
    return somewhere and any(day in each.valid for each in chain.base.sets)


def propose(
    chain: Chain, on: date | None = None, *, all_layers: bool = False, instead_of: str = ""
) -> Proposal:
    """Return the boundary cases that no case of the plugin asked for tries yet.

    Parameters
    ----------
    on
        The date of the rules; by default that of the case chosen as base, else the latest.

    instead_of
        A case file that will be written over: its cases do not count.

    Raises
    ------
    PluginError
        The case files are wrong, or no ward can be made to start from.
    """
    problems, standards = Problems(), Standards(chain)
    results = tuple(
        each
        for each in run_cases(chain, problems, (), standards)
        if not (instead_of and Path(each.case.place.file).resolve() == Path(instead_of).resolve())
    )
    problems.raise_if_any(PluginError)
    plugin = chain.own
    standard, base = _start(results, standards, on)
    scope = Scope("" if all_layers else plugin.id)
    items = tuple(items_of(standard.composed, standard.program, scope))
    if not items:  # it only has targets, or words
        return Proposal(standard, Base(base.id, base.facts), ())
    judge = Judge(standard)
    if judge.seen(base.facts) is None:
        raise PluginError(Diagnostic("KM-745", plugin.manifest.place, {"id": plugin.id}))
    reach = Reach(judge, base.facts)
    work = _Work(reach, judge, items)
    for result in results:
        work.take(result)
    if base.new:
        work.base(base.facts)
    taken = {each.case.id for each in results} | {base.id}
    _try_all(work, standard, scope)
    work.made.sort(  # points are read last, as what everything comes to
        key=lambda each: rule_of(each[0]) is not None
    )
    cases = tuple(_named(work.made, taken))
    return Proposal(standard, base, cases, tuple(work.impossible), tuple(work.still_unfound()))


def _try_all(work: "_Work", standard: Standard, scope: Scope) -> None:
    """Try every part of a standard in turn; points first, so that cases say what they are about."""
    composed, reach = standard.composed, work.reach
    for rule in reversed(tuple(scores_of(composed, standard.program))):  # the set before its parts
        if scope.holds(rule.plugin):
            for attempts in thresholds(rule, reach):
                work.points(attempts)
        for attempt in given_in_full(rule, reach, scope):
            work.points((attempt,))
    for indicator in composed.indicators:
        if not scope.touches(indicator):
            continue
        branches = branches_of(indicator, composed.vocabulary, scope)
        for probe in probes_of(indicator, branches, reach.goals, reach.vocabulary):
            work.probe(probe)
        for item in work.items:
            if item.indicator == indicator.id and item.part is not Part.CITATION:
                work.item(item)
    for item in work.items:
        work.item(item)


def _start(
    results: tuple[CaseResult, ...], standards: Standards, on: date | None
) -> tuple[Standard, Base]:
    """Return the standard to try, and the ward to start from."""
    if on is not None:
        valid = standards.on(on).valid
        results = tuple(r for r in results if r.verdict and r.standard and r.standard.on in valid)
    found = chosen(results)
    if found is not None and found.verdict is not None and found.standard is not None:
        return found.standard, Base(found.case.id, found.verdict.facts)
    standard = standards.on(on or latest_day(standards.chain))
    supplied = [each.verdict.facts for each in results if each.verdict]
    try:
        base = made(standard, Judge(standard), supplied)
    except FactsError as error:  # a period so short that a day without a year is not in it
        plugin = standards.chain.own
        reason = Diagnostic("KM-745", plugin.manifest.place, {"id": plugin.id})
        raise PluginError(reason, *error.diagnostics) from None
    taken = {each.case.id for each in results}
    id_ = next(_free(base.id, taken))
    return standard, Base(id_, base.facts, new=True, unmet=base.unmet)


def _free(id_: str, taken: Iterable[str]) -> Iterator[str]:
    if id_ not in taken:
        yield id_
    number = 2
    while True:
        if f"{id_}-{number}" not in taken:
            yield f"{id_}-{number}"
        number += 1


class _Work:
    """The wards so far, the items they see, and what is still wanted."""

    def __init__(self, reach: Reach, judge: Judge, items: tuple[Item, ...]) -> None:
        self.reach, self.judge, self.items = reach, judge, items
        self.wards: list[Seen] = []
        self.seen: set[Item] = set()
        self.made: list[tuple[Why, Found]] = []
        self.impossible: list[Why] = []
        self.unfound: list[Why] = []
        self._judges: dict[int, Judge] = {id(judge.standard): judge}

    def take(self, result: CaseResult) -> None:
        """Take in a case there is already."""
        standard, verdict = result.standard, result.verdict
        if standard is None or verdict is None:
            return
        if id(standard) not in self._judges:
            self._judges[id(standard)] = Judge(standard)
        judge = self._judges[id(standard)]
        seen = judge.seen(verdict.facts, verdict)
        if seen is None:
            return
        self.note(seen, judge)
        if judge is self.judge and standard.assumed is AssumedPolicy.SHOW:
            self.wards.append(seen)

    def base(self, facts: FactSet) -> None:
        seen = self.judge.seen(facts)
        assert seen is not None  # noqa: S101 (it was judged before)
        self.wards.append(seen)
        self.note(seen, self.judge)

    def note(self, seen: Seen, judge: Judge) -> None:
        left = [item for item in self.items if item not in self.seen]
        program = judge.standard.program
        self.seen.update(seen_in(left, seen.truths, program, seen.statuses))

    def add(self, why: Why, found: Found) -> None:
        self.made.append((why, found))
        self.wards.append(found.seen)
        self.note(found.seen, self.judge)

    def probe(self, probe: Probe) -> None:
        if any(probe.wanted(seen) for seen in self.wards):
            return
        found = self.reach.find(self.reach.tried(probe), probe.wanted)
        if found is not None:
            self.add(probe, found)
        elif _all_ways(probe) and self.reach.proved(probe.ways):
            self.impossible.append(probe)
        else:
            self.unfound.append(probe)

    def points(self, attempts: Sequence[Attempt]) -> None:
        """Try the first of some numbers of points that a ward is found for."""
        for attempt in attempts:
            if any(attempt.probe.wanted(seen) for seen in self.wards):
                return
            found = attempt.found(self.reach)
            if found is not None:
                self.add(attempt.probe, found)
                return
        for attempt in attempts[:1]:
            gone = attempt.impossible(self.reach)
            (self.impossible if gone else self.unfound).append(attempt.probe)

    def still_unfound(self) -> Iterator[Why]:
        """Yield what was looked for in vain and no ward made for something else came to."""
        for why in self.unfound:
            if isinstance(why, Item):
                met = why in self.seen
            else:
                met = any(why.wanted(seen) for seen in self.wards)
            if not met:
                yield why

    def item(self, item: Item) -> None:
        if item in self.seen or item in self.impossible or item in self.unfound:
            return
        found = reached(self.reach, item)
        if found is not None:
            self.add(item, found)
        elif unreachable(self.reach, item):
            self.impossible.append(item)
        else:
            self.unfound.append(item)


def _all_ways(probe: Probe) -> bool:
    """Return whether a probe's ways are all there are, not a choice of them."""
    return probe.side is not Side.EXACTLY and len(probe.ways) < _MOST_WAYS


def _named(made_: Iterable[tuple[Why, Found]], taken: set[str]) -> Iterator[Proposed]:
    for why, found in made_:
        id_ = next(_free(_slug(why), taken))
        taken.add(id_)
        yield Proposed(id_, why, found.changes, found.seen)


_STATES = {
    "met": "dat",
    "unmet": "khong-dat",
    "unknown": "chua-ro",
    "not_met": "khong-dat",
    "undetermined": "chua-du-can-cu",
    "not_applicable": "khong-phat-sinh",
    "waived": "duoc-mien",
}


_ALONE = {"met": "nho", "unmet": "vi", "unknown": "cho"}
"""Reached thanks to some points, missed for want of them, or waiting for them."""


def _slug(why: Why) -> str:
    if isinstance(why, Item) and why.rule is not None:
        if why.child is None:
            return f"{why.rule.id}-diem-{_STATES[why.state]}"
        return f"{why.rule.id}-{_ALONE[why.state]}-{why.child.id}"
    if isinstance(why, Item):
        part = "mien-" if why.part is Part.WAIVER else "" if why.part is Part.INDICATOR else "ve-"
        return f"{why.indicator}-{part}{_STATES[why.state]}"
    name = why.name.replace("_", "-").strip("-")
    about = why.indicator.id if isinstance(why, Probe) else why.rule.id
    return "-".join(part for part in (about, why.side.value, name) if part)
