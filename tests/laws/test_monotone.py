"""Law 1: knowledge is monotone. Learning more of a ward never takes back what was decided."""

from hypothesis import given

from kieumau.program.meaning import evaluate
from kieumau.truth import Truth
from kieumau.verdicts.findings import FindingKind, Status
from kieumau.verdicts.verdict import Outcome
from tests.strategies import learning


@given(learning())
def test_filling_or_narrowing_facts_keeps_every_decided_step(two):
    """A step MET or UNMET stays so when facts are filled in or intervals narrowed."""
    program = two[0].standard.program
    before, after = (evaluate(program, case.box) for case in two)

    for step, was, now in zip(program.position, before, after, strict=True):
        assert was in (Truth.UNKNOWN, now), step


@given(learning())
def test_filling_or_narrowing_facts_keeps_a_settled_outcome(two):
    """MET and NOT_MET stay, but that a set may turn out to have nothing to assess."""
    before, after = (case.standard.evaluate(case.facts) for case in two)

    if before.outcome is not Outcome.UNDETERMINED:
        kept = after.outcome is before.outcome
        assert kept or (before.outcome is Outcome.MET and after.reason == "nothing-assessed")


@given(learning())
def test_a_finding_that_passes_goes_on_passing(two):
    """Status may go from met to not applicable or waived, but not to not met or open."""
    before, after = (case.standard.evaluate(case.facts) for case in two)

    for was, now in zip(before.findings, after.findings, strict=True):
        if was.kind is FindingKind.SET:  # it may turn out to have nothing to assess
            continue
        if was.status is not Status.UNDETERMINED and was.counted:
            assert was.status.passes == now.status.passes, was.id
            assert now.status is not Status.UNDETERMINED, was.id
