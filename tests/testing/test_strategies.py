"""The strategies give only valid things, and the laws hold for what they give."""

from hypothesis import given, settings
from hypothesis import strategies as st

import kieumau
from kieumau.authoring.boundaries.wards import Judge
from kieumau.plugins.chain import read_chain
from kieumau.standard import standard_of
from kieumau.testing.standards import ON
from kieumau.testing.strategies import fact_sets, refinements, standards

TINH_MAU = kieumau.load("examples/tinh-mau", on="2023-12-31")
BASE = read_chain(["tai-lap-5764"])
FEW = settings(max_examples=25, deadline=None)


@given(fact_sets(TINH_MAU))
@FEW
def test_every_fact_set_of_a_real_standard_evaluates(facts):
    """No contradiction, nothing out of bounds, no wrong time or province."""
    verdict = TINH_MAU.evaluate(facts, engine="plain")

    assert verdict.facts.invented
    assert len(verdict.indicators) == len(tuple(TINH_MAU.composed.indicators))


@given(st.data())
@FEW
def test_every_standard_composes_and_its_wards_evaluate(data):
    """Whatever is drawn stands by itself."""
    standard = data.draw(standards())

    verdict = standard.evaluate(data.draw(fact_sets(standard)), engine="plain")

    assert verdict.standard.on == ON


@given(st.data())
@FEW
def test_knowledge_is_monotone(data):
    """Law 1: what is settled stays settled when a figure is taken away, or becomes open."""
    standard = data.draw(standards())
    facts = data.draw(fact_sets(standard))
    judge = Judge(standard)
    known = judge.steps(facts)[1]
    for fact in facts:
        rest = kieumau.FactSet(
            facts.ward, facts.period, tuple(each for each in facts if each is not fact)
        )
        for before, after in zip(judge.steps(rest)[1], known, strict=True):
            assert before in (1, after)


@given(st.data())
@FEW
def test_a_refinement_is_conservative(data):
    """Law 3: no step of the layer below is truer under a refinement without waivers."""
    chain = data.draw(refinements(BASE))
    below, above = standard_of(BASE, ON), standard_of(chain, ON)
    facts = data.draw(fact_sets(below))
    waived = {each.criterion for each in above.composed.indicators if each.waivers}
    base, refined = Judge(below), Judge(above)
    truths = dict(zip(base.position, base.steps(facts)[1], strict=True))
    after = dict(zip(refined.position, refined.steps(facts)[1], strict=True))
    firm = [each.id for each in below.criteria if each.id not in waived]
    for step in (*firm, *(() if waived else ("@set",))):
        assert after[step] <= truths[step]


def test_the_strategies_reach_each_outcome():
    """They are no use when every ward comes out the same."""
    found = set()

    @given(st.data())
    @settings(max_examples=60, deadline=None, database=None)
    def look(data):
        standard = data.draw(standards())
        found.add(standard.evaluate(data.draw(fact_sets(standard)), engine="plain").outcome)

    look()

    assert len(found) == 3
