"""A ward to begin the cases with: one that meets the whole base, where one can be found."""

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import evolve, frozen

from kieumau.authoring.scaffold.values import Changes, making
from kieumau.documents.factsets import FactSet
from kieumau.documents.fields import read_day
from kieumau.errors import KieumauError, Problems
from kieumau.plugins.chain import Chain
from kieumau.plugins.folder import read_plugin_cases
from kieumau.rules.facts import Fact, FactValue, Ward
from kieumau.rules.measures import Kind
from kieumau.rules.periods import Period
from kieumau.standard import Standard
from kieumau.verdicts.findings import Status
from kieumau.verdicts.record import Outcome
from kieumau.verdicts.verdict import Verdict

__all__ = ["Start", "changed", "start", "tried"]


@frozen
class Start:
    """Facts to begin with.

    Attributes
    ----------
    whole
        Whether they meet everything; else they are none, and cases speak of single indicators.
    """

    facts: FactSet
    whole: bool

    @property
    def values(self) -> Mapping[str, FactValue]:
        """The facts by measure."""
        return {fact.measure: fact.value for fact in self.facts}


def changed(facts: FactSet, changes: Changes) -> FactSet:
    """Return facts with some put in and some taken away."""
    kept = [fact for fact in facts if fact.measure not in changes]
    new = [Fact(measure, value) for measure, value in changes.items() if value is not None]
    return evolve(facts, facts=(*kept, *new))


def tried(standard: Standard, facts: FactSet) -> Verdict | None:
    """Return what facts come to; None where they are refused."""
    try:
        return standard.evaluate(facts, engine="plain")
    except KieumauError:
        return None


def start(chain: Chain, standard: Standard, ward: Ward, period: Period) -> Start:
    """Return a ward that meets the base: an example of its own authors, else one made up."""
    none = FactSet(ward, period, ())
    fallback = None
    for facts in (*_examples(chain, standard, none), _made_up(standard, none)):
        verdict = tried(standard, facts)
        if verdict is None or verdict.outcome is not Outcome.MET:
            continue
        if all(each.status is not Status.WAIVED for each in verdict.findings):
            return Start(facts, whole=True)
        fallback = fallback or Start(facts, whole=True)
    return fallback or Start(none, whole=False)


def _examples(chain: Chain, standard: Standard, none: FactSet) -> Iterator[FactSet]:
    """Yield the facts of the base's cases that are to meet the set, moved into the period."""
    for plugin in reversed(chain.plugins):
        cases = [
            case.facts
            for case in read_plugin_cases(plugin, Problems())
            if case.facts and case.expect.outcome == "met" and not case.count_assumed
        ]
        for facts in sorted(cases, key=lambda each: each.period.last, reverse=True):
            years = none.period.last.year - facts.period.last.year
            moved = (evolve(each, value=_moved(each, standard, years)) for each in facts)
            yield evolve(none, facts=tuple(moved))


def _moved(fact: Fact, standard: Standard, years: int) -> FactValue:
    """Return a fact's value, a date some years later or earlier."""
    measure = standard.composed.vocabulary.get(fact.measure)
    if measure is None or measure.kind is not Kind.DATE:
        return fact.value
    value = fact.value
    day = value if isinstance(value, date) else read_day(value) if isinstance(value, str) else None
    if day is None:
        return value
    return day.replace(year=day.year + years, day=min(day.day, 28) if day.month == 2 else day.day)  # noqa: PLR2004 (February)


def _made_up(standard: Standard, none: FactSet) -> FactSet:
    """Return facts that make each condition hold by itself; together they may not fit."""
    composed = standard.composed
    facts: Changes = {}
    for indicator in composed.indicators:
        conditions = [each.condition for each in indicator.conjuncts]
        if indicator.applies_when is not None:
            conditions.append(indicator.applies_when)
        for condition in conditions:
            facts |= making(condition, composed.vocabulary, none.period.last.year, holds=True)
    return changed(none, facts)
