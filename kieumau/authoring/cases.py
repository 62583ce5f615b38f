"""Running a plugin's cases: what each comes to, and how that differs from what it expects."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from attrs import frozen

from kieumau.documents.cases import Case
from kieumau.documents.factsets import FactSet
from kieumau.errors import Diagnostic, KieumauError, Problems
from kieumau.places import Place
from kieumau.plugins.chain import Chain
from kieumau.plugins.folder import Plugin, read_plugin_cases
from kieumau.standard import Standard, standard_of
from kieumau.verdicts.record import AssumedPolicy
from kieumau.verdicts.verdict import Verdict

__all__ = ["CaseResult", "run_cases"]


@frozen
class CaseResult:
    """What a case came to.

    Attributes
    ----------
    differences
        How the verdict differs from what the case expects; empty when it does not.
    """

    case: Case
    verdict: Verdict | None
    differences: tuple[Diagnostic, ...]


def run_cases(chain: Chain, problems: Problems) -> Iterator[CaseResult]:
    """Yield what each case of the plugin asked for comes to."""
    plugin = next(each for each in chain.plugins if each.id == chain.asked[0])
    standards: dict[tuple[date, AssumedPolicy], Standard] = {}
    for case in read_plugin_cases(plugin, problems):
        try:
            facts = case.facts or FactSet.read(_facts_file(plugin, case))
            policy = AssumedPolicy.COUNT if case.count_assumed else AssumedPolicy.SHOW
            key = (case.on or facts.period.last, policy)
            if key not in standards:
                standards[key] = standard_of(chain, *key)
            verdict = standards[key].evaluate(facts)
        except KieumauError as error:
            yield CaseResult(case, None, _placed(error, case.place))
        else:
            yield CaseResult(case, verdict, tuple(_differences(case, verdict)))


def _facts_file(plugin: Plugin, case: Case) -> Path:
    return plugin.path / case.file


def _placed(error: KieumauError, place: Place) -> tuple[Diagnostic, ...]:
    """Return an error's diagnostics, those without a place at the case."""
    return tuple(
        each
        if str(each.place)
        else Diagnostic(each.code, place, each.arguments, each.suggestions, each.severity)
        for each in error.diagnostics
    )


def _differences(case: Case, verdict: Verdict) -> Iterator[Diagnostic]:
    expect = case.expect
    if verdict.outcome.value != expect.outcome:
        yield _differs("KM-451", case, wanted=expect.outcome, found=verdict.outcome.value)
    known = {finding.id: finding.status.value for finding in verdict.findings}
    for id_, status in expect.findings:
        if id_ not in known:
            yield _differs("KM-453", case, id=id_)
        elif known[id_] != status:
            yield _differs("KM-452", case, id=id_, wanted=status, found=known[id_])
    found = tuple(each.measure for each in verdict.missing)
    if expect.missing is not None and found != expect.missing:
        wanted = ", ".join(expect.missing) or "-"
        yield _differs("KM-454", case, wanted=wanted, found=", ".join(found) or "-")


def _differs(code: str, case: Case, **arguments: str) -> Diagnostic:
    return Diagnostic(code, case.place, {"case": case.id, **arguments})
