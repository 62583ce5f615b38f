"""The ward every boundary case starts from: one that meets everything, found or made."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import islice

from attrs import frozen

from kieumau.authoring.boundaries.goals import Way
from kieumau.authoring.boundaries.reach import Reach
from kieumau.authoring.boundaries.solve import Point
from kieumau.authoring.boundaries.wards import Judge, with_changes
from kieumau.authoring.cases import CaseResult
from kieumau.documents.factsets import FactSet
from kieumau.program import ids
from kieumau.rules.facts import Ward
from kieumau.rules.periods import Period
from kieumau.standard import Standard
from kieumau.truth import Truth
from kieumau.verdicts.record import AssumedPolicy, Outcome
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Text

__all__ = ["Base", "blank_ward", "chosen", "made"]

_MOST_WAYS = 40
_WARD = ("00000", "Phường mẫu (giả định)")
_ANYWHERE = "00"


@frozen
class Base:
    """Where boundary cases start.

    Attributes
    ----------
    id
        The case's id.
    new
        Whether it was made, and must be written too.
    unmet
        The indicators it does not meet, for whoever made it could not.
    """

    id: str
    facts: FactSet
    new: bool = False
    unmet: tuple[Text, ...] = ()


def chosen(results: Sequence[CaseResult]) -> CaseResult | None:
    """Return the first case in which every indicator is met, else in which none fails."""
    fit = [each for each in results if each.verdict and _plain(each)]
    for test in (_all_met, _all_pass):
        for each in fit:
            if each.verdict is not None and test(each.verdict):
                return each
    return None


def _plain(result: CaseResult) -> bool:
    standard = result.standard
    return standard is not None and standard.assumed is AssumedPolicy.SHOW


def _all_met(verdict: Verdict) -> bool:
    met = all(each.status.value == "met" for each in verdict.indicators)
    return met and verdict.outcome is Outcome.MET


def _all_pass(verdict: Verdict) -> bool:
    passing = all(each.status.passes for each in verdict.indicators)
    return passing and verdict.outcome is Outcome.MET


def made(standard: Standard, judge: Judge, facts: Iterable[FactSet]) -> Base:
    """Return a ward that meets as many indicators as a search can satisfy together.

    Its ward and period are those of the first of ``facts`` that fits the standard's time, else
    an invented ward in the year of its date.
    """
    blank = blank_ward(standard, facts)
    reach = Reach(judge, blank)
    quick = _made(standard, reach, blank, lambda _: True)
    if judge.seen(quick.facts) is not None:
        return quick
    # Figures of one indicator contradict those of another: slower, each is tried with the rest.
    return _made(standard, reach, blank, lambda ward: judge.seen(ward) is not None)


def _made(
    standard: Standard, reach: Reach, blank: FactSet, fits: Callable[[FactSet], bool]
) -> Base:
    point, accepted = reach.point, tuple[Way, ...]()
    unmet: list[Text] = []
    for indicator in standard.composed.indicators:
        ways = (
            *islice(reach.met(indicator), _MOST_WAYS),
            *islice(reach.goals.step(ids.indicator_step(indicator), Truth.MET), _MOST_WAYS),
        )
        for way in ways:
            wanted = (*(each for one in accepted for each in one), *way)
            found = reach.solver.solve(point, wanted)
            if found is not None and fits(_ward(blank, found, reach)):
                point, accepted = found, (*accepted, way)
                break
        else:
            unmet.append(indicator.title)
    name = "phuong-nen" if unmet else "du-moi-chi-tieu"
    return Base(name, _ward(blank, point, reach), new=True, unmet=tuple(unmet))


def _ward(blank: FactSet, point: Point, reach: Reach) -> FactSet:
    return with_changes(blank, {}, point, (), reach.vocabulary)[0]


def blank_ward(standard: Standard, facts: Iterable[FactSet]) -> FactSet:
    """Return a ward without facts: that of the first fitting the standard's time, else invented."""
    start = next((each for each in facts if each.period.last in standard.valid), None)
    if start is not None:
        return FactSet(start.ward, start.period, ())
    return FactSet(Ward(*_WARD, _province(standard)), _year(standard), ())


def _province(standard: Standard) -> str:
    """Return the code of the only province the standard is for on its date."""
    codes = {
        scope.code
        for manifest, _ in standard.composed.plugins
        for scope in manifest.provinces
        if standard.on in scope.valid
    }
    return min(codes) if codes else _ANYWHERE


def _year(standard: Standard) -> Period:
    """Return the year that holds the standard's date, ended early where it is not valid so long."""
    year, until = standard.on.year, standard.valid.until
    last = date(year, 12, 31)
    if last not in standard.valid and until is not None:
        last = until - timedelta(days=1)
    return Period(date(year, 1, 1), last)
