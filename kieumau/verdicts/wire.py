"""Findings as JSON data and back: a finding's facts are named, they stand once in the verdict."""

from collections.abc import Iterable
from typing import Any

from attrs import evolve

from kieumau.documents.factsets import FactSet
from kieumau.documents.wire import WireError, from_data, to_data
from kieumau.errors import FactsError, Problems
from kieumau.program.reading import read_scalar
from kieumau.rules.facts import Fact, Interval, Reported, Unknown
from kieumau.rules.measures import Measure
from kieumau.verdicts.findings import Finding, Points, Status, Subject

__all__ = ["finding_from_data", "finding_to_data", "typed_facts"]

_OWN = ("status", "observed", "children", "score")


def finding_to_data(finding: Finding) -> dict[str, Any]:
    """Return a finding as plain data: its subject's fields, status, points, facts, children."""
    data: dict[str, Any] = to_data(finding.about)
    data["status"] = finding.status.value
    if finding.score is not None:
        data["score"] = to_data(finding.score)
    if finding.observed:
        data["observed"] = [fact.measure for fact in finding.observed]
    if finding.children:
        data["children"] = [finding_to_data(child) for child in finding.children]
    return data


def finding_from_data(data: dict[str, Any], facts: FactSet) -> Finding:
    """Return the finding plain data holds, over the facts of its verdict.

    Raises
    ------
    WireError
        The data is no finding.
    KeyError
        It observes a fact the verdict does not hold.
    """
    if not isinstance(data, dict):
        raise WireError("finding")
    about = from_data({key: each for key, each in data.items() if key not in _OWN}, Subject)
    found = Finding(
        about,
        Status(data["status"]),
        tuple(facts[measure] for measure in data.get("observed", ())),
        tuple(finding_from_data(child, facts) for child in data.get("children", ())),
    )
    if "score" in data and from_data(data["score"], Points) != found.score:
        raise WireError("score")  # it says other points than its children earn
    return found


def typed_facts(facts: FactSet, measures: Iterable[Measure]) -> FactSet:
    """Return facts whose values JSON kept as text typed again by their measures.

    Raises
    ------
    FactsError
        A value is not of its measure's kind.
    """
    by_id = {measure.id: measure for measure in measures}
    problems = Problems()
    typed = tuple(_typed(fact, by_id[fact.measure], problems) for fact in facts)
    problems.raise_if_any(FactsError)
    return evolve(facts, facts=typed)


def _typed(fact: Fact, measure: Measure, problems: Problems) -> Fact:
    match fact.value:
        case Unknown() | Reported():
            return fact
        case Interval(low, high):
            ends = [read_scalar(end, measure, fact, problems) for end in (low, high)]
            known = [end for end in ends if end is not None]
            return evolve(fact, value=Interval(*known)) if len(known) == len(ends) else fact
        case value:
            read = read_scalar(value, measure, fact, problems)
            return fact if read is None else evolve(fact, value=read)
