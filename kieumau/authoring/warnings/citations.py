"""Citations of instruments that are not in force while the rule is.

An instrument without dates says nothing: those who wrote it down had not seen them.
"""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from kieumau.authoring.warnings.view import View, warn
from kieumau.errors import Diagnostic
from kieumau.rules.citations import Citation
from kieumau.rules.periods import ALWAYS, Validity
from kieumau.rules.refinements import AddCriterion, AddIndicator, Clarify, Tighten, Waive

__all__ = ["citations_not_in_force"]


@frozen
class _Ruled:
    """A rule's citations and the times that must all hold for it to be in force."""

    id: str
    citations: tuple[Citation, ...]
    times: tuple[Validity, ...]


def citations_not_in_force(view: View) -> Iterator[Diagnostic]:
    """Yield each citation whose instrument leaves out a part of the time its rule is in force."""
    instruments = {
        each.id: each for plugin in view.chain.plugins for each in plugin.manifest.instruments
    }
    for ruled in _rules(view):
        for citation in ruled.citations:
            instrument = instruments.get(citation.instrument)
            if instrument is None:
                continue
            for issued in view.chain.base.sets:
                outside = _outside(_meet(issued.valid, *ruled.times), instrument.valid)
                if outside is not None:
                    yield warn(
                        "KM-809",
                        citation.place,
                        id=ruled.id,
                        instrument=instrument.number or instrument.id,
                        force=instrument.valid.said(),
                        outside=outside.said(),
                    )
                    break


def _rules(view: View) -> Iterator[_Ruled]:
    criteria = {
        each.id: each
        for plugin in view.chain.plugins
        for each in (
            *(criterion for issued in plugin.sets for criterion in issued.criteria),
            *(r.criterion for r in plugin.refinements if isinstance(r, AddCriterion)),
        )
    }
    homes = {
        indicator.id: (indicator.valid, criterion.valid)
        for criterion in criteria.values()
        for indicator in criterion.indicators
    }
    homes |= {
        refinement.indicator.id: (
            refinement.indicator.valid,
            criteria[refinement.to].valid if refinement.to in criteria else ALWAYS,
        )
        for plugin in view.chain.plugins
        for refinement in plugin.refinements
        if isinstance(refinement, AddIndicator)
    }
    own = [criterion for issued in view.plugin.sets for criterion in issued.criteria]
    own += [each.criterion for each in view.added_criteria]
    for issued in view.plugin.sets:
        yield _Ruled(issued.id, issued.citations, (issued.valid,))
    for criterion in own:
        yield _Ruled(criterion.id, criterion.citations, (criterion.valid,))
    for indicator in view.plugin.indicators:
        yield _Ruled(indicator.id, indicator.citations, homes.get(indicator.id, ()))
    for each in view.plugin.refinements:
        if isinstance(each, Tighten | Clarify | Waive):
            times = (each.valid, *homes.get(each.target, ()))
            yield _Ruled(each.target, each.citations, times)


def _meet(*times: Validity) -> Validity | None:
    """Return the time within all of them; None where there is none."""
    start = max((each.start for each in times if each.start), default=None)
    until = min((each.until for each in times if each.until), default=None)
    return None if start and until and start >= until else Validity(start, until)


def _outside(rule: Validity | None, force: Validity) -> Validity | None:
    """Return the first part of a rule's time that an instrument's leaves out."""
    if rule is None:
        return None
    if force.start and (rule.start or date.min) < force.start:
        return Validity(rule.start, min(force.start, rule.until or force.start))
    if force.until and (rule.until is None or rule.until > force.until):
        return Validity(max(force.until, rule.start or force.until), rule.until)
    return None
