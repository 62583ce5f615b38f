"""Refinements no case tries, and plugins without any case.

A tighten or an addition is tried by a case that decides it, met or not; a waiver by a case in
which it shows as waived. What only clarifies decides nothing and needs no case.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from attrs import frozen

from kieumau.authoring.warnings.view import View, warn
from kieumau.errors import Diagnostic
from kieumau.plugins.composed import ComposedIndicator
from kieumau.program import ids
from kieumau.rules.conditions import Compare, Condition, conjuncts
from kieumau.rules.refinements import AddCriterion, AddIndicator, Tighten, Waive
from kieumau.verdicts.findings import Finding, Status

__all__ = ["not_exercised"]


def not_exercised(view: View) -> Iterator[Diagnostic]:
    """Yield each refinement no case tries; for a plugin without cases, only that."""
    untried = list(_wanted(view))
    if not view.results:
        if untried or view.plugin.sets:  # a plugin that only explains decides nothing
            yield warn("KM-808", view.plugin.manifest.place, id=view.plugin.id)
        return
    for seen in view.cases:
        if not untried:
            return
        run = _Run(
            {each.id: each for each in seen.standard.composed.indicators},
            {finding.about.step: finding for finding in seen.verdict.findings},
        )
        untried = [(warning, tried) for warning, tried in untried if not tried(run)]
    yield from (warning for warning, _ in untried)


@frozen
class _Run:
    """One case: the indicators in force, and the finding of every step."""

    indicators: Mapping[str, ComposedIndicator]
    steps: Mapping[str, Finding]


def _wanted(view: View) -> Iterator[tuple[Diagnostic, Callable[[_Run], bool]]]:
    """Yield what is to be said of each refinement, and whether a case makes it unnecessary."""
    for refinement in view.plugin.refinements:
        match refinement:
            case AddIndicator(indicator=added):
                warning = warn("KM-806", view.places[added.id], id=added.id)
                yield warning, partial(_decided, added.id)
            case AddCriterion(criterion=criterion):
                for each in criterion.indicators:
                    yield warn("KM-806", each.place, id=each.id), partial(_decided, each.id)
            case Tighten():
                warning = warn("KM-813", refinement.place, id=refinement.target)
                yield warning, partial(_tried, refinement, view.plugin.id)
            case Waive():
                warning = warn("KM-807", refinement.place, id=refinement.target)
                yield warning, partial(_waived, refinement, view.plugin.id)
            case _:
                pass


def _decided(id_: str, run: _Run) -> bool:
    indicator = run.indicators.get(id_)
    found = run.steps.get(ids.indicator_step(indicator)) if indicator else None
    return found is not None and found.status is not Status.UNDETERMINED


def _tried(tighten: Tighten, plugin: str, run: _Run) -> bool:
    """Return whether every condition the tighten adds is decided in this case."""
    indicator = run.indicators.get(tighten.target)
    if indicator is None:
        return False
    own = [
        each
        for each in indicator.conjuncts
        if each.plugin == plugin and _comes_of(each.condition, tighten)
    ]
    found = [
        run.steps.get(ids.condition_step(indicator, "requires", each.plugin, each.condition))
        for each in own
    ]
    return bool(found) and all(
        each is not None and each.status is not Status.UNDETERMINED for each in found
    )


def _comes_of(condition: Condition, tighten: Tighten) -> bool:
    if tighten.also is None:
        return isinstance(condition, Compare) and condition.against == tighten.to
    return condition in conjuncts(tighten.also)


def _waived(waive: Waive, plugin: str, run: _Run) -> bool:
    indicator = run.indicators.get(waive.target)
    if indicator is None:
        return False
    whole = run.steps.get(ids.indicator_step(indicator))
    release = run.steps.get(ids.waiver_step(indicator, plugin, waive.when))
    return (
        whole is not None
        and release is not None
        and any(each.status is Status.WAIVED for each in (whole, *whole.children))
        and release.status.passes
    )
