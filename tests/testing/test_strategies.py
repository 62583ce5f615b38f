"""The strategies give only valid things, and the laws hold for what they give."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kieumau
from kieumau.authoring.boundaries.wards import Judge
from kieumau.engines.choose import availability
from kieumau.plugins.chain import read_chain
from kieumau.program.steps import Score
from kieumau.rules.facts import Reported
from kieumau.standard import standard_of
from kieumau.testing.drawing import strategy
from kieumau.testing.standards import ON, base
from kieumau.testing.strategies import fact_sets, refinements, standards

TINH_MAU = kieumau.load("examples/tinh-mau", on="2023-12-31")
BASE = read_chain(["tai-lap-5764"])
FEW = settings(max_examples=25, deadline=None)
bases = strategy(base)


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


@given(st.data())
@settings(FEW, suppress_health_check=[HealthCheck.too_slow])
def test_a_refinement_of_what_is_drawn_is_conservative(data):
    """Law 3 for scored sets too: criteria no waiver is in, and a set without waivers."""
    chain = data.draw(bases())
    below, above = standard_of(chain, ON), standard_of(data.draw(refinements(chain)), ON)
    facts = data.draw(fact_sets(below))
    waived = {each.criterion for each in above.composed.indicators if each.waivers}
    drawn, refined = Judge(below), Judge(above)
    truths = dict(zip(drawn.position, drawn.steps(facts)[1], strict=True))
    after = dict(zip(refined.position, refined.steps(facts)[1], strict=True))
    firm = [each.id for each in below.criteria if each.id not in waived]

    for step in (*firm, *(() if waived else ("@set",))):
        assert after[step] <= truths[step]


@pytest.mark.skipif(not availability().available, reason="durable_rules does not import")
@given(st.data())
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_both_engines_agree_on_what_is_drawn(data):
    """Law 2: scores, derived figures given as such and published ones are no exception."""
    standard = data.draw(standards())
    facts = data.draw(fact_sets(standard))

    plain, rete = (standard.evaluate(facts, engine=each) for each in ("plain", "rete"))

    assert plain == rete


def test_scores_and_figures_of_every_shape_are_drawn():
    """Of criteria and of sets; derived figures with and without their parts; published ones."""
    found = set()

    @given(st.data())
    @settings(max_examples=120, deadline=None, database=None, derandomize=True)
    def look(data):
        standard = data.draw(standards())
        scored = [each for each in standard.program.steps if isinstance(each, Score)]
        found.update("set" if each.id == "@set" else "criterion" for each in scored)
        facts = data.draw(fact_sets(standard))
        given_ = {each.measure for each in facts}
        for measure in standard.measures:
            if measure.derived is not None and measure.id in given_:
                found.add("beside its parts" if given_ >= {*measure.parts} else "alone")
        found.update("published" for each in facts if isinstance(each.value, Reported))

    look()

    assert found == {"set", "criterion", "beside its parts", "alone", "published"}


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
