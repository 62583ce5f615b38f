"""Choosing what a new plugin refines first: one target for each kind the base allows."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from attrs import evolve, frozen

from kieumau.authoring.scaffold.values import Changes, making, sides
from kieumau.authoring.scaffold.wards import Start, changed, tried
from kieumau.language.names import Vocabulary
from kieumau.plugins.composed import Composed, ComposedCriterion, ComposedIndicator
from kieumau.plugins.contract import stricter, threshold
from kieumau.rules.citations import Fidelity
from kieumau.rules.conditions import Compare, Op, measures_in
from kieumau.rules.measures import Kind
from kieumau.standard import Standard
from kieumau.verdicts.findings import Status

__all__ = ["Chosen", "Clarified", "Tightened", "Waived", "choose"]

_STEP = Decimal(5)


@frozen
class Tightened:
    """An indicator to tighten, from what to what, and facts on both sides of the new threshold."""

    target: ComposedIndicator
    before: Compare
    after: Compare
    met: Changes
    missed: Changes


@frozen
class Clarified:
    """An indicator to clarify, and the measure whose fact needs a document."""

    target: ComposedIndicator
    measure: str


@frozen
class Waived:
    """An indicator to waive, and facts that fail it."""

    target: ComposedIndicator
    missed: Changes


@frozen
class Chosen:
    """What is refined; None where the base allows nothing of the kind.

    Attributes
    ----------
    criterion
        Where an indicator is added.
    """

    criterion: ComposedCriterion | None
    tighten: Tightened | None
    clarify: Clarified | None
    waive: Waived | None

    @property
    def nothing(self) -> bool:
        """Whether the base allows no refinement at all."""
        return not (self.criterion or self.tighten or self.clarify or self.waive)


def choose(standard: Standard, later: tuple[Composed, ...], start: Start) -> Chosen:
    """Choose over a base on a date; targets must stay as they are on the later dates too."""
    composed = standard.composed
    lasting = [each for each in composed.indicators if _lasts(each, later)]
    tighten = _tighten(standard, lasting, start)
    waive = _waive(standard, lasting, start)
    used = {each.target.id for each in (tighten, waive) if each}
    criteria = [{each.id for each in other.criteria} for other in later]
    return Chosen(
        next(
            (
                each
                for each in reversed(composed.criteria)
                if each.allows.add and all(each.id in ids for ids in criteria)
            ),
            None,
        ),
        tighten,
        _clarify(lasting, composed.vocabulary, used),
        waive,
    )


def _lasts(indicator: ComposedIndicator, later: tuple[Composed, ...]) -> bool:
    def same(other: ComposedIndicator) -> bool:
        return (other.id, other.conjuncts, other.allows, other.criterion) == (
            indicator.id,
            indicator.conjuncts,
            indicator.allows,
            indicator.criterion,
        )

    return all(any(same(each) for each in composed.indicators) for composed in later)


def _status(standard: Standard, start: Start, changes: Changes, id_: str) -> Status | None:
    verdict = tried(standard, changed(start.facts, changes))
    return verdict.finding(id_).status if verdict else None


def _tighten(
    standard: Standard, indicators: list[ComposedIndicator], start: Start
) -> Tightened | None:
    """Return the first indicator with a stricter threshold that a case can show, shares first."""
    vocabulary = standard.composed.vocabulary
    found = [(each, now) for each in indicators if (now := _may_tighten(each))]
    for target, now in sorted(
        found, key=lambda e: vocabulary[e[1].measure].kind is not Kind.PERCENT
    ):
        to = _stricter(target, now, vocabulary)
        if to is None:
            continue
        after = evolve(now, against=to)
        for met, missed in sides(after, vocabulary, start.values):
            seen = {_status(standard, start, each, target.id) for each in (met, missed)}
            if seen == {Status.MET}:  # the base is content on both sides of the new threshold
                return Tightened(target, now, after, met, missed)
    return None


def _may_tighten(indicator: ComposedIndicator) -> Compare | None:
    if not indicator.counted or indicator.fidelity is Fidelity.ASSUMED:
        return None
    return threshold(indicator) if indicator.allows.tighten.constant else None


def _stricter(target: ComposedIndicator, now: Compare, vocabulary: Vocabulary) -> Decimal | None:
    """Return a somewhat stricter threshold, short of any limit; None where there is no room."""
    measure, limit = vocabulary[now.measure], target.allows.tighten.up_to
    old = now.against
    if not isinstance(old, Decimal) or not isinstance(limit, Decimal | None):
        return None
    rising = now.op in (Op.GE, Op.GT)
    end = measure.maximum if rising else measure.minimum
    if limit is not None:
        end = min(end, limit) if rising else max(end, limit)
    step = _STEP if measure.kind is Kind.PERCENT else Decimal(1)
    half = (old + end) / 2
    if rising:
        to = min(old + step, half.to_integral_value(ROUND_FLOOR))
    else:
        to = max(old - step, half.to_integral_value(ROUND_CEILING))
    if limit is not None and not stricter(to, old, now.op):
        to = limit
    return to if stricter(to, old, now.op) else None


def _clarify(
    indicators: list[ComposedIndicator], vocabulary: Vocabulary, used: set[str]
) -> Clarified | None:
    may = [each for each in indicators if each.allows.clarify]
    for target in sorted(may, key=lambda each: (not each.counted, each.id in used)):
        measure = vocabulary[next(measures_in(target.conjuncts[0].condition))]
        return Clarified(target, (*measure.parts, measure.id)[0])
    return None


def _waive(standard: Standard, indicators: list[ComposedIndicator], start: Start) -> Waived | None:
    may = [each for each in indicators if any(part.waivable for part in each.conjuncts)]
    for target in sorted(may, key=lambda each: not each.counted):
        for missed in _failing(target, standard, start):
            if _status(standard, start, missed, target.id) is Status.NOT_MET:
                return Waived(target, missed)
    return None


def _failing(target: ComposedIndicator, standard: Standard, start: Start) -> Iterator[Changes]:
    vocabulary, year = standard.composed.vocabulary, start.facts.period.last.year
    for part in target.conjuncts:
        if not part.waivable:
            continue
        condition = part.condition
        if isinstance(condition, Compare):
            yield from (missed for _, missed in sides(condition, vocabulary, start.values))
        yield making(condition, vocabulary, year, holds=False)
