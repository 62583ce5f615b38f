"""Missing facts: what a verdict says is wanted is what would settle it."""

from hypothesis import given
from hypothesis import strategies as st

from kieumau.errors import FactsError
from kieumau.rules.measures import IfZero, Kind
from kieumau.verdicts.findings import Status
from kieumau.verdicts.verdict import Outcome
from tests.strategies import cases, exact_value, exactly

UNKNOWN_WHEN_ZERO = "a denominator is zero and the measure says that this is unknown"


def held_open(verdict):
    """Return whether some counted test is open for good: its denominator is zero."""
    return any(
        test.about.if_zero is IfZero.UNKNOWN and test.status is Status.UNDETERMINED
        for indicator in verdict.indicators
        if indicator.counted
        for test in indicator.tests
    )


@given(cases())
def test_an_undetermined_verdict_says_what_is_missing(case):
    """Something is wanted, but where nothing was assessed or a zero holds it open for good."""
    verdict = case.standard.evaluate(case.facts)

    if verdict.outcome is Outcome.UNDETERMINED and not verdict.reason:
        assert verdict.missing or held_open(verdict), UNKNOWN_WHEN_ZERO


@given(cases())
def test_what_is_missing_is_not_exactly_known(case):
    """A wanted fact was not supplied, or not exactly; and an indicator that wants it is open."""
    verdict = case.standard.evaluate(case.facts)

    exact = case.standard._binder.bind(case.facts).box.spans
    for wanted in verdict.missing:
        assert wanted.measure not in exact or len(set(exact[wanted.measure])) == 2
        for indicator in wanted.indicators:
            assert verdict.finding(indicator).status is Status.UNDETERMINED


@given(cases())
def test_supplying_every_missing_fact_settles_the_verdict(case):
    """With all that is wanted known exactly nothing counted is open, but through a zero."""
    verdict = case.standard.evaluate(case.facts)
    for _ in case.known.measures:  # a fact may make others wanted: a derived one, its parts
        if not verdict.missing:
            break
        values = {
            each.id: value
            for each in case.known.measures
            if each.id in {wanted.measure for wanted in verdict.missing}
            and each.id in case.known.world
            and (value := exact_value(each, case.known.world[each.id])) is not None
        }
        if not values:
            return  # a derived figure finer than its decimals: it cannot be known exactly
        verdict = case.standard.evaluate(exactly(verdict.facts, values))

    if not held_open(verdict):
        assert verdict.outcome is not Outcome.UNDETERMINED or verdict.reason


def values_of(measure):
    """Return values over all a measure may be: its ends, and the small ones tests turn on."""
    match measure.kind:
        case Kind.YES_NO:
            return [True, False]
        case Kind.CHOICE:
            return [choice.id for choice in measure.choices]
        case Kind.DATE:
            return ["none", "2023-01-01", "2023-03-31", "2024-06-01"]
        case _:
            least = max(measure.minimum, -7)
            near = [least + step for step in range(14) if least + step <= measure.maximum]
            return [measure.minimum, measure.maximum, *near]


@given(cases(), st.data())
def test_a_fact_that_settles_settles_whatever_its_value(case, data):
    """A fact said to settle the outcome alone does so for every value the facts allow it."""
    verdict = case.standard.evaluate(case.facts)
    for wanted in verdict.missing:
        if wanted.settles:
            measure = case.standard.composed.vocabulary[wanted.measure]
            for value in data.draw(st.permutations(values_of(measure)))[:8]:
                try:
                    after = case.standard.evaluate(exactly(case.facts, {measure.id: value}))
                except FactsError:
                    continue  # a value that contradicts the others
                settled = after.outcome is not Outcome.UNDETERMINED
                assert settled or after.reason, (measure.id, value)
