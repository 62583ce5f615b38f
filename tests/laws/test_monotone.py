"""Law 1: knowledge is monotone. Learning more of a ward never takes back what was decided."""

from hypothesis import given
from hypothesis import strategies as st

from kieumau.program.meaning import evaluate
from kieumau.truth import Truth
from kieumau.verdicts.findings import Status
from kieumau.verdicts.verdict import Outcome
from tests.strategies import cases, fuller

known_less_and_more = cases().flatmap(
    lambda case: st.tuples(st.just(case), fuller(case.known))
)


@given(known_less_and_more)
def test_filling_or_narrowing_facts_keeps_every_decided_step(pair):
    """A step MET or UNMET stays so when facts are filled in or intervals narrowed."""
    case, more = pair
    before = evaluate(case.standard.program, case.box)
    after = evaluate(case.standard.program, case.bound(more))

    for step, was, now in zip(case.standard.program.position, before, after, strict=True):
        assert was in (Truth.UNKNOWN, now), (step, more)


@given(known_less_and_more)
def test_filling_or_narrowing_facts_keeps_a_settled_outcome(pair):
    """MET and NOT_MET stay, but that a set may turn out to have nothing to assess."""
    case, more = pair
    before, after = case.standard.evaluate(case.facts), case.standard.evaluate(more)

    if before.outcome is not Outcome.UNDETERMINED:
        kept = after.outcome is before.outcome
        assert kept or (before.outcome is Outcome.MET and after.reason == "nothing-assessed")


@given(known_less_and_more)
def test_a_finding_that_passes_goes_on_passing(pair):
    """Status may go from met to not applicable or waived, but not to not met or open."""
    case, more = pair
    before, after = case.standard.evaluate(case.facts), case.standard.evaluate(more)

    for was, now in zip(before.findings, after.findings, strict=True):
        if was.status is not Status.UNDETERMINED and was.counted:
            assert was.status.passes == now.status.passes, was.id
            assert now.status is not Status.UNDETERMINED, was.id
