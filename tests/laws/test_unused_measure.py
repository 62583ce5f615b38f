"""A measure nothing asks about changes nothing that is decided."""

from attrs import evolve
from hypothesis import given

from kieumau.rules.facts import Fact
from kieumau.rules.measures import Kind, Ratio
from tests.strategies import cases, chained, exactly, measure, standard

EXTRA = (
    measure("z0", Kind.INTEGER),
    measure("z1", Kind.PERCENT, derived=Ratio("z0", "n0")),
)


@given(cases())
def test_an_unused_measure_changes_no_digest_and_no_finding(case):
    """With measures added to the base, supplied or not, every finding stays what it was."""
    base, *more = case.chain.plugins
    wider = standard(chained(evolve(base, measures=(*base.measures, *EXTRA)), *more))
    before = case.standard.evaluate(case.facts)

    assert wider.digest == case.standard.digest
    for facts in (case.facts, exactly(case.facts, {"z0": 3})):
        after = wider.evaluate(facts)
        assert after.explanation == before.explanation
        assert (after.outcome, after.reason) == (before.outcome, before.reason)
        assert after.missing == before.missing
    assert Fact("z0", 3) not in case.facts.facts
