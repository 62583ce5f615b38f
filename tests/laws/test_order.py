"""Law 4: order does not matter. Refinements of one layer commute; repeating one adds nothing."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import Case, bases, cases, chained, layered, standard


@st.composite
def reordered(draw):
    """Draw a case, and its chain with the refinements of each plugin permuted and repeated."""
    case = draw(bases().flatmap(layered).flatmap(cases))
    plugins = []
    for plugin in case.chain.plugins:
        again = draw(st.lists(st.sampled_from(plugin.refinements), max_size=2)) if (
            plugin.refinements
        ) else []
        order = draw(st.permutations([*plugin.refinements, *again]))
        plugins.append(evolve(plugin, refinements=tuple(order)))
    return case, chained(*draw(st.permutations(plugins)))


@given(reordered())
def test_order_and_repetition_change_no_digest_and_no_verdict(pair):
    """Permuted and repeated refinements and plugins give the same digests and verdict."""
    case, chain = pair
    other = standard(chain)

    assert other.digest == case.standard.digest
    assert other.text_digest == case.standard.text_digest
    assert other.evaluate(case.facts) == case.standard.evaluate(case.facts)
    assert other.evaluate(case.facts).to_json() == case.standard.evaluate(case.facts).to_json()
    assert isinstance(case, Case)
