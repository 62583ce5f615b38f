"""What differs between two standards of one base: changes as data, each with what it rests on.

A base and a province on one date, two provinces, or one standard on two dates; the words are in
`kieumau.render.standard_diff_page`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

from attrs import frozen

from kieumau.plugins.composed import (
    Clarified,
    Composed,
    ComposedCriterion,
    ComposedIndicator,
    Conjunct,
    Waiver,
)
from kieumau.plugins.contract import stricter
from kieumau.rules.citations import Citation
from kieumau.rules.conditions import Compare, Condition, MeasureRef, Op
from kieumau.wording import Text

__all__ = ["Change", "ChangeKind", "Difference", "Part", "compared"]


class ChangeKind(StrEnum):
    """What a change is, in the order they are told in."""

    TIGHTENED = "tightened"
    LOOSENED = "loosened"
    CONDITION_ADDED = "condition_added"
    CONDITION_REMOVED = "condition_removed"
    CONDITION_CHANGED = "condition_changed"
    CRITERION_ADDED = "criterion_added"
    CRITERION_REMOVED = "criterion_removed"
    INDICATOR_ADDED = "indicator_added"
    INDICATOR_REMOVED = "indicator_removed"
    APPLICABILITY_CHANGED = "applicability_changed"
    WAIVER_ADDED = "waiver_added"
    WAIVER_REMOVED = "waiver_removed"
    CLARIFIED = "clarified"
    CLARIFICATION_REMOVED = "clarification_removed"
    PERMISSION_CHANGED = "permission_changed"
    RULE_CHANGED = "rule_changed"
    POINTS_CHANGED = "points_changed"
    WORDING_CHANGED = "wording_changed"


Part: TypeAlias = (
    Conjunct | Waiver | Clarified | ComposedIndicator | ComposedCriterion | Composed | None
)
"""What stands on one side of a change."""

_T = TypeVar("_T")

_ORDERED = (Op.GE, Op.GT, Op.LE, Op.LT)


@frozen
class Change:
    """One difference.

    Attributes
    ----------
    criterion, indicator
        The ids of what changed; the set itself has neither.
    plugin
        The layer whose part it is.
    rests
        What the thing that changed rests on in the standard compared with (căn cứ nền).
    basis
        What the change itself rests on (căn cứ của thay đổi).
    """

    kind: ChangeKind
    criterion: str
    indicator: str
    title: Text
    plugin: str
    before: Part
    after: Part
    rests: tuple[Citation, ...] = ()
    basis: tuple[Citation, ...] = ()


@frozen
class Difference:
    """Two standards and what differs, in one order whatever the order of their files."""

    before: Composed
    after: Composed
    changes: tuple[Change, ...]

    @property
    def layered(self) -> bool:
        """Whether the one stands on the other, on one date: so it can only add to it."""
        below = {each.id for each, _ in self.before.plugins}
        above = {each.id for each, _ in self.after.plugins}
        return self.before.on == self.after.on and below < above

    @property
    def counts(self) -> Mapping[ChangeKind, int]:
        """How many changes there are of each kind that occurs."""
        found = Counter(each.kind for each in self.changes)
        return {kind: found[kind] for kind in ChangeKind if found[kind]}


def compared(before: Composed, after: Composed) -> Difference:
    """Return what differs from one standard to another.

    Changes stand by kind; within a kind in the order of the later standard, then what only the
    earlier one has.
    """
    changes = list(_own_changes(before, after, _About(after.title, after.plugins[0][0].id)))
    old = {each.id: each for each in before.criteria}
    new = {each.id: each for each in after.criteria}
    for id_ in _in_order(new, old):
        changes += _criterion_changes(old.get(id_), new.get(id_), before.citations)
    order = list(ChangeKind)
    return Difference(
        before, after, tuple(sorted(changes, key=lambda change: order.index(change.kind)))
    )


def _in_order(new: Iterable[str], old: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*new, *old)))


# --- criteria and the set


@frozen
class _About:
    """What changes are about: an indicator, a criterion, or (neither) the set."""

    title: Text
    plugin: str
    criterion: str = ""
    indicator: str = ""

    def change(
        self,
        kind: ChangeKind,
        before: Part,
        after: Part,
        rests: tuple[Citation, ...],
        basis: tuple[Citation, ...],
        plugin: str = "",
    ) -> Change:
        """Return one change of it, by the layer it stands in unless another is named."""
        return Change(
            kind,
            self.criterion,
            self.indicator,
            self.title,
            plugin or self.plugin,
            before,
            after,
            rests,
            basis,
        )


def _criterion_changes(
    before: ComposedCriterion | None,
    after: ComposedCriterion | None,
    of_set: tuple[Citation, ...],
) -> Iterator[Change]:
    """Yield what differs of one criterion; a new one rests on the set's basis."""
    match before, after:
        case None, ComposedCriterion():
            about = _About(after.title, after.plugin, after.id)
            kind = ChangeKind.CRITERION_ADDED
            yield about.change(kind, None, after, of_set, after.citations)
        case ComposedCriterion(), None:
            about = _About(before.title, before.plugin, before.id)
            yield about.change(ChangeKind.CRITERION_REMOVED, before, None, before.citations, ())
        case ComposedCriterion(), ComposedCriterion():
            about = _About(after.title, after.plugin, after.id)
            yield from _own_changes(before, after, about)
            if before.points != after.points:
                kind = ChangeKind.POINTS_CHANGED
                yield about.change(kind, before, after, before.citations, after.citations)
            old = {each.id: each for each in before.indicators}
            new = {each.id: each for each in after.indicators}
            for id_ in _in_order(new, old):
                yield from _indicator_changes(old.get(id_), new.get(id_), before)


_Ruled = TypeVar("_Ruled", Composed, ComposedCriterion)


def _own_changes(before: _Ruled, after: _Ruled, about: _About) -> Iterator[Change]:
    """Yield what differs of a set or criterion itself, apart from what stands under it."""
    for kind, differs in (
        (ChangeKind.RULE_CHANGED, before.rule != after.rule),
        (ChangeKind.PERMISSION_CHANGED, before.allows != after.allows),
        (ChangeKind.WORDING_CHANGED, _worded(before) != _worded(after)),
    ):
        if differs:
            yield about.change(kind, before, after, before.citations, after.citations)


def _worded(of: Composed | ComposedCriterion | ComposedIndicator) -> object:
    return (of.title, of.citations, of.fidelity, of.note)


# --- indicators


def _indicator_changes(
    before: ComposedIndicator | None, after: ComposedIndicator | None, under: ComposedCriterion
) -> Iterator[Change]:
    """Yield what differs of one indicator; a new one rests on its criterion's basis."""
    match before, after:
        case None, ComposedIndicator():
            about = _about(after)
            kind = ChangeKind.INDICATOR_ADDED
            yield about.change(kind, None, after, under.citations, after.citations)
        case ComposedIndicator(), None:
            about = _about(before)
            kind = ChangeKind.INDICATOR_REMOVED
            yield about.change(kind, before, None, before.citations, ())
        case ComposedIndicator(), ComposedIndicator():
            yield from _condition_changes(before, after)
            yield from _standing_beside(before, after)
            yield from _as_a_whole(before, after)


def _about(indicator: ComposedIndicator) -> _About:
    return _About(indicator.title, indicator.plugin, indicator.criterion, indicator.id)


def _standing_beside(before: ComposedIndicator, after: ComposedIndicator) -> Iterator[Change]:
    """Yield the waivers and clarifications one side has and the other has not."""
    about, rests = _about(after), before.citations
    waivers = _apart(before.waivers, after.waivers)
    for waiver in waivers.new:
        kind, basis = ChangeKind.WAIVER_ADDED, waiver.waive.citations
        yield about.change(kind, None, waiver, rests, basis, waiver.plugin)
    for waiver in waivers.gone:
        kind, rests_on = ChangeKind.WAIVER_REMOVED, waiver.waive.citations
        yield about.change(kind, waiver, None, rests_on, (), waiver.plugin)
    clarified = _apart(before.clarified, after.clarified)
    for each in clarified.new:
        kind, basis = ChangeKind.CLARIFIED, each.clarify.citations
        yield about.change(kind, None, each, rests, basis, each.plugin)
    for each in clarified.gone:
        kind, rests_on = ChangeKind.CLARIFICATION_REMOVED, each.clarify.citations
        yield about.change(kind, each, None, rests_on, (), each.plugin)


def _as_a_whole(before: ComposedIndicator, after: ComposedIndicator) -> Iterator[Change]:
    """Yield what differs of an indicator as a whole: when it applies, what is allowed, words."""
    about = _about(after)
    for kind, differs in (
        (ChangeKind.APPLICABILITY_CHANGED, before.applies_when != after.applies_when),
        (ChangeKind.POINTS_CHANGED, before.points != after.points),
        (ChangeKind.WORDING_CHANGED, _worded_indicator(before) != _worded_indicator(after)),
    ):
        if differs:
            yield about.change(kind, before, after, before.citations, after.citations)
    if before.allows != after.allows:
        kind, by = ChangeKind.PERMISSION_CHANGED, _restricting(before, after)
        basis = by.citations if by else after.citations
        plugin = by.plugin if by else ""
        yield about.change(kind, before, after, before.citations, basis, plugin)


def _worded_indicator(of: ComposedIndicator) -> object:
    return (_worded(of), of.seen, of.scope, of.counted)


def _restricting(before: ComposedIndicator, after: ComposedIndicator) -> Conjunct | None:
    """Return the part of the layer that restricts what may be done: only a tighten can."""
    new = [each for each in _apart(before.conjuncts, after.conjuncts).new if each.layer]
    return new[-1] if new else None


@frozen
class _Apart(Generic[_T]):
    """What only one side has."""

    new: list[_T]
    gone: list[_T]


def _apart(before: tuple[_T, ...], after: tuple[_T, ...]) -> _Apart[_T]:
    new = [each for each in after if each not in before]
    return _Apart(new, [each for each in before if each not in after])


# --- conditions


def _condition_changes(before: ComposedIndicator, after: ComposedIndicator) -> Iterator[Change]:
    about, apart = _about(after), _apart(before.conjuncts, after.conjuncts)
    for new in apart.new:
        old = next((each for each in apart.gone if _one_test(each, new)), None)
        if old is None:
            stricter_now = new.before is not None
            kind = ChangeKind.TIGHTENED if stricter_now else ChangeKind.CONDITION_ADDED
            rests = _carrying(new, before)
            yield about.change(kind, None, new, rests, new.citations, new.plugin)
            continue
        apart.gone.remove(old)
        if old.condition != new.condition:
            kind = _direction(old.condition, new.condition)
            yield about.change(kind, old, new, old.citations, new.citations, new.plugin)
        elif new.layer != after.layer:  # else it is told of the indicator as a whole
            kind = ChangeKind.WORDING_CHANGED
            yield about.change(kind, old, new, old.citations, new.citations, new.plugin)
    for old in apart.gone:
        kind = ChangeKind.CONDITION_REMOVED
        yield about.change(kind, old, None, old.citations, (), old.plugin)


def _carrying(new: Conjunct, indicator: ComposedIndicator) -> tuple[Citation, ...]:
    """Return what the threshold a layer makes stricter rests on."""
    for each in reversed(indicator.conjuncts):
        match each.condition:
            case Compare(_, _, against) if against == new.before:
                return each.citations
    return indicator.citations


def _one_test(old: Conjunct, new: Conjunct) -> bool:
    """Return whether one condition took another's place: a test of one measure the same way."""
    return _tested(old.condition) == _tested(new.condition)


def _tested(condition: Condition) -> object:
    match condition:
        case Compare(measure, op):
            return (measure, op)
        case _:
            return condition


def _direction(old: Condition, new: Condition) -> ChangeKind:
    """Return what became of a threshold."""
    match old, new:
        case Compare(_, op, was), Compare(_, _, now):
            if isinstance(was, MeasureRef) or isinstance(now, MeasureRef) or op not in _ORDERED:
                return ChangeKind.CONDITION_CHANGED
            if stricter(now, was, op):
                return ChangeKind.TIGHTENED
            if stricter(was, now, op):
                return ChangeKind.LOOSENED
    return ChangeKind.CONDITION_CHANGED
