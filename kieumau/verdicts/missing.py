"""Which facts are wanted: what would settle a verdict that is not settled."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from kieumau.errors import Problems
from kieumau.program.reading import reported_span
from kieumau.rules.facts import Fact, Interval, Reported, Unknown
from kieumau.rules.measures import IfZero, Measure
from kieumau.verdicts.findings import Finding, FindingKind, Status
from kieumau.verdicts.record import MissingFact, WhyMissing

__all__ = ["missing_facts"]


def missing_facts(explanation: Finding, measures: Mapping[str, Measure]) -> tuple[MissingFact, ...]:
    """Return the facts wanted by undetermined counted indicators, most telling first.

    A fact settles the outcome alone when, whatever its value, every open test that matters would
    be decided: so when it is the only one all of them want.
    """
    wanted: dict[str, dict[str, None]] = {}
    alone = explanation.status is Status.UNDETERMINED
    facts: dict[str, Fact] = {}
    for indicator in explanation.walk():
        if (
            indicator.status is Status.UNDETERMINED
            and indicator.kind is FindingKind.INDICATOR
            and indicator.counted
        ):
            for test in _open_tests(indicator):
                known = {fact.measure: fact for fact in test.observed}
                facts.update(known)
                alone = alone and _settles(test, known, measures)
                for id_ in _wanted(test, known, measures):
                    wanted.setdefault(id_, {})[indicator.id] = None
    alone = alone and len(wanted) == 1
    found = [
        _missing(id_, facts.get(id_), tuple(indicators), settles=alone)
        for id_, indicators in wanted.items()
    ]
    found.sort(key=lambda each: (not each.settles, -len(each.indicators), each.measure))
    return tuple(found)


def _settles(test: Finding, known: Mapping[str, Fact], measures: Mapping[str, Measure]) -> bool:
    """Return whether a test is sure to be decided once everything it wants is known.

    Not where a denominator may be zero and the test is then unknown for good.
    """
    if test.about.if_zero is not IfZero.UNKNOWN:
        return True
    return any(
        measures[id_].minimum > 0
        or ((fact := known.get(id_)) is not None and _above_zero(fact.value))
        for id_ in test.about.denominator
    )


def _above_zero(value: object) -> bool:
    return isinstance(value, int | Decimal) and value > 0


def _open_tests(finding: Finding) -> Iterator[Finding]:
    """Yield the undetermined tests an undetermined finding rests on."""
    if finding.status is not Status.UNDETERMINED:
        return
    if finding.about.measures:
        yield finding
    for child in finding.children:
        yield from _open_tests(child)


def _wanted(
    test: Finding, known: Mapping[str, Fact], measures: Mapping[str, Measure]
) -> Iterator[str]:
    """Yield the measures that would decide a test: a derived one only where it was supplied.

    A measure the test itself names is wanted whatever is known of a figure it is a part of.
    """
    about = test.about
    parts = {part for id_ in about.measures for part in measures[id_].parts}
    ahead = [id_ for id_ in about.measures if id_ not in parts or id_ == about.against]
    while ahead:
        id_ = ahead.pop(0)
        fact = known.get(id_)
        inexact = fact is not None and _inexact(fact, measures[id_])
        if inexact or not measures[id_].parts:
            if inexact or fact is None or isinstance(fact.value, Unknown):
                yield id_
        elif fact is None or isinstance(fact.value, Unknown):
            ahead += measures[id_].parts


def _inexact(fact: Fact, measure: Measure) -> bool:
    """Return whether a fact leaves more than one value: not ``3..3``, nor a count of "14"."""
    match fact.value:
        case Interval(low, high):
            return low != high
        case Reported(text):
            span = reported_span(text, measure, fact, Problems())
            return span is None or span[0] != span[1]
        case _:
            return False


def _missing(
    id_: str, fact: Fact | None, indicators: tuple[str, ...], *, settles: bool
) -> MissingFact:
    if fact is None:
        return MissingFact(id_, WhyMissing.NOT_SUPPLIED, settles, indicators)
    if isinstance(fact.value, Unknown):
        reason = fact.value.reason
        return MissingFact(id_, WhyMissing.DECLARED_UNKNOWN, settles, indicators, reason)
    return MissingFact(id_, WhyMissing.INEXACT, settles, indicators)
