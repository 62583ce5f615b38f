"""Coverage: what of a plugin's own layer its cases have seen, and what no case has."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Literal, TypeAlias

from attrs import field, frozen

from kieumau.authoring.boundaries.base import blank_ward
from kieumau.authoring.boundaries.points import unreachable
from kieumau.authoring.boundaries.reach import Reach
from kieumau.authoring.boundaries.wards import Judge
from kieumau.authoring.branches import Item, Part, Scope, items_of, seen_in
from kieumau.authoring.cases import CaseResult, Standards
from kieumau.documents.factsets import FactSet
from kieumau.errors import FactsError, KieumauError
from kieumau.plugins.chain import Chain
from kieumau.plugins.dates import boundaries
from kieumau.standard import Standard

__all__ = ["Coverage", "Group", "coverage"]

Group: TypeAlias = Literal["indicators", "branches", "citations"]
GROUPS: tuple[Group, ...] = ("indicators", "branches", "citations")


@frozen
class Coverage:
    """What cases see of a plugin.

    Attributes
    ----------
    items
        Everything there is to see, on any date, in the order of the standard.
    seen
        What some case sees.
    unreachable
        What no case can ever see: proved.
    on
        The date on which an item not seen could be.
    """

    items: tuple[Item, ...]
    seen: frozenset[Item]
    unreachable: frozenset[Item] = frozenset()
    on: dict[Item, date] = field(factory=dict, eq=False)

    @property
    def reachable(self) -> tuple[Item, ...]:
        """What cases could see."""
        return tuple(each for each in self.items if each not in self.unreachable)

    @property
    def unseen(self) -> tuple[Item, ...]:
        """What no case sees though some could."""
        return tuple(each for each in self.reachable if each not in self.seen)

    @property
    def complete(self) -> bool:
        """Whether cases see everything they can."""
        return not self.unseen

    def counts(self, group: Group) -> tuple[int, int]:
        """Return how many of a group are seen, and how many could be."""
        of = [each for each in self.reachable if group_of(each) == group]
        return sum(each in self.seen for each in of), len(of)


def group_of(item: Item) -> Group:
    """Return which group an item is counted in."""
    if item.part is Part.INDICATOR:
        return "indicators"
    return "citations" if item.part is Part.CITATION else "branches"


def coverage(
    chain: Chain,
    results: Sequence[CaseResult],
    standards: Standards | None = None,
    *,
    all_layers: bool = False,
) -> Coverage:
    """Return what the results of a plugin's cases see of it.

    Parameters
    ----------
    all_layers
        Look at the layers below too, not only at what the plugin itself adds and refines.
    """
    standards = standards or Standards(chain)
    scope = Scope("" if all_layers else chain.own.id)
    known = _standards(chain, results, standards)
    found: dict[Item, Standard] = {}
    for standard in known:
        for item in items_of(standard.composed, standard.program, scope):
            found[item] = standard
    seen = frozenset(_seen(tuple(found), results))
    left: dict[int, Reach | None] = {}
    gone: set[Item] = set()
    supplied = [each.verdict.facts for each in results if each.verdict]
    for item, standard in found.items():
        if item in seen:
            continue
        if id(standard) not in left:
            left[id(standard)] = _reach(standard, supplied)
        reach = left[id(standard)]
        if reach is not None and unreachable(reach, item):
            gone.add(item)
    dates = {item: standard.on for item, standard in found.items() if item not in seen}
    return Coverage(tuple(found), seen, frozenset(gone), dates)


def _reach(standard: Standard, supplied: Sequence[FactSet]) -> Reach | None:
    """Return what proves things of a standard; None where no ward of its time can be."""
    try:
        return Reach(Judge(standard), blank_ward(standard, supplied))
    except FactsError:  # a period so short that a day without a year is not in it
        return None


def _standards(
    chain: Chain, results: Iterable[CaseResult], standards: Standards
) -> tuple[Standard, ...]:
    """Return the standards of every time in which something differs, each once."""
    days = [day for day in boundaries(chain) if any(day in each.valid for each in chain.base.sets)]
    found: dict[int, Standard] = {}
    for day in days:
        try:
            standard = standards.on(day)
        except KieumauError:  # checking says what is wrong on that day
            continue
        found.setdefault(id(standard), standard)
    for result in results:
        if result.standard is not None:
            found.setdefault(id(result.standard), result.standard)
    return tuple(found.values())


def _seen(items: Sequence[Item], results: Iterable[CaseResult]) -> Iterator[Item]:
    judges: dict[int, Judge] = {}
    left = list(items)
    for result in results:
        standard, verdict = result.standard, result.verdict
        if standard is None or verdict is None or not left:
            continue
        if id(standard) not in judges:
            judges[id(standard)] = Judge(standard)
        judge = judges[id(standard)]
        _, truths = judge.steps(verdict.facts)
        statuses = {each.id: each.status.value for each in verdict.indicators}
        seen = set(seen_in(left, truths, judge.standard.program, statuses))
        if seen:
            yield from seen
            left = [item for item in left if item not in seen]
