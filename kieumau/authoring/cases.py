"""Running a plugin's cases: what each comes to, and how that differs from what it expects."""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from pathlib import Path

from attrs import evolve, field, frozen

from kieumau.documents.cases import Case
from kieumau.documents.factsets import FactSet
from kieumau.errors import Diagnostic, KieumauError, Problems
from kieumau.places import Place
from kieumau.plugins.chain import Chain
from kieumau.plugins.folder import read_plugin_cases
from kieumau.render.case_report import STATUS_WORDS, outcome_said
from kieumau.rules.facts import Fact
from kieumau.standard import Standard, standard_of
from kieumau.verdicts.findings import Finding
from kieumau.verdicts.record import AssumedPolicy
from kieumau.verdicts.verdict import Verdict

__all__ = ["CaseResult", "Standards", "placed", "run_case", "run_cases"]


@frozen
class CaseResult:
    """What a case came to.

    Attributes
    ----------
    verdict
        None when it could not be evaluated; ``differences`` then say why.
    differences
        How the verdict differs from what the case expects; empty when it does not.
    standard
        What it was evaluated against.
    """

    case: Case
    verdict: Verdict | None
    differences: tuple[Diagnostic, ...]
    standard: Standard | None = field(default=None, eq=False, repr=False)

    @property
    def passed(self) -> bool:
        """Whether it came to what it expects."""
        return not self.differences


class Standards:
    """The standards of one chain, each composed and compiled once.

    Dates between which nothing changes share a standard.
    """

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self._made: list[Standard] = []
        self._on: dict[tuple[date, AssumedPolicy], Standard] = {}
        self._typed: dict[int, tuple[Fact, Fact]] = {}
        self._places: dict[int, dict[str, int]] = {}

    def on(self, day: date, policy: AssumedPolicy = AssumedPolicy.SHOW) -> Standard:
        """Return the standard in force on a day.

        Raises
        ------
        PluginError
            There is none, or it does not compose.
        """
        found = self._on.get((day, policy))
        if found is None:
            made = (each for each in self._made if each.assumed is policy and day in each.valid)
            found = next(made, None) or standard_of(self.chain, day, policy)
            if found not in self._made:
                self._made.append(found)
            self._on[day, policy] = found
        return found

    def evaluate(self, facts: FactSet, standard: Standard) -> Verdict:
        """Evaluate a case; facts it shares with an earlier one are not read again.

        Cases that start from one another share their facts' very objects.
        """
        typed = self._typed
        read = [typed[at][1] if (at := id(fact)) in typed else fact for fact in facts.facts]
        given = evolve(facts, facts=tuple(read))
        verdict = standard.evaluate(given, engine="plain")
        if verdict.facts is not given:
            for fact in facts.facts:
                known = verdict.facts.get(fact.measure)
                if known is not None and known is not fact:
                    typed[id(fact)] = (fact, known)
        return verdict

    def finding(self, id_: str, verdict: Verdict, standard: Standard) -> Finding | None:
        """Return a finding by id; every verdict of a standard has them in the same order."""
        at = self._places.setdefault(id(standard), {})
        if not at:
            at.update((each.id, n) for n, each in enumerate(verdict.findings))
        return verdict.findings[at[id_]] if id_ in at else None


def run_cases(
    chain: Chain, problems: Problems, only: Collection[str] = (), standards: Standards | None = None
) -> Iterator[CaseResult]:
    """Yield what each case of the plugin asked for comes to.

    Parameters
    ----------
    problems
        Where what is wrong in the case files is noted; what is wrong with a single case is in its
        result too.
    only
        The ids of the cases to run; empty for all.
    standards
        Those already made of this chain.
    """
    plugin = chain.own
    standards = standards or Standards(chain)
    for case in read_plugin_cases(plugin, problems):
        if not only or case.id in only:
            yield run_case(case, plugin.path, standards)


def run_case(case: Case, folder: Path, standards: Standards) -> CaseResult:
    """Return what one case comes to; whatever is wrong with it is its difference."""
    if case.problems:
        return CaseResult(case, None, case.problems)
    try:
        facts = case.facts or FactSet.read(folder / case.file)
        policy = AssumedPolicy.COUNT if case.count_assumed else AssumedPolicy.SHOW
        standard = standards.on(case.on or facts.period.last, policy)
        verdict = standards.evaluate(facts, standard)
    except KieumauError as error:
        return CaseResult(case, None, placed(error, case.place))

    def found(id_: str) -> Finding | None:
        return standards.finding(id_, verdict, standard)

    return CaseResult(case, verdict, tuple(_differences(case, verdict, found)), standard)


def placed(error: KieumauError, place: Place) -> tuple[Diagnostic, ...]:
    """Return an error's diagnostics, those without a place at the case."""
    return tuple(
        each if str(each.place) else evolve(each, place=place) for each in error.diagnostics
    )


def _differences(
    case: Case, verdict: Verdict, finding: Callable[[str], Finding | None]
) -> Iterator[Diagnostic]:
    expect = case.expect
    if verdict.outcome.value != expect.outcome:
        yield _differs("KM-451", case, expect.place, expect.outcome, verdict.outcome.value)
    for id_, status in expect.findings:
        place, at = expect.places.get(id_, expect.place), finding(id_)
        if at is None:
            yield Diagnostic("KM-453", _at(place, case), {"case": case.id, "id": id_})
        elif at.status.value != status:
            yield _differs("KM-452", case, place, status, at.status.value, id=id_)
    if expect.missing is not None:
        missing = tuple(each.measure for each in verdict.missing)
        if missing != expect.missing:
            wanted, found = (", ".join(ids) or "-" for ids in (expect.missing, missing))
            yield _differs("KM-454", case, expect.place, wanted, found)


def _differs(
    code: str, case: Case, place: Place, expected: str, came: str, **more: str
) -> Diagnostic:
    """Return a difference: as case files write it, and in words."""
    wanted, found = (
        outcome_said(each) if each in STATUS_WORDS else each for each in (expected, came)
    )
    said = {"wanted": wanted, "found": found, "expected": expected, "came": came}
    return Diagnostic(code, _at(place, case), {"case": case.id, **more, **said})


def _at(place: Place, case: Case) -> Place:
    return place if str(place) else case.place
