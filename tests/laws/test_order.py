"""Law 4: order does not matter. Refinements of one layer commute; repeating one adds nothing."""

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import Case, bases, cases, chained, layered, standard


@st.composite
def reordered(draw):
    """Draw a case, and one whose refinements of each plugin are permuted and repeated."""
    case = draw(bases().flatmap(layered).flatmap(cases))
    plugins = []
    for plugin in case.chain.plugins:
        own = plugin.refinements
        again = draw(st.lists(st.sampled_from(own), max_size=2)) if own else []
        order = draw(st.permutations([*own, *again]))
        plugins.append(evolve(plugin, refinements=tuple(order)))
    chain = chained(*draw(st.permutations(plugins)))
    return case, Case(chain, standard(chain), case.known)


@given(reordered())
def test_order_and_repetition_do_not_change_the_meaning(pair):
    """Permuted and repeated refinements and plugins give the same digest and outcome."""
    one, other = (case.standard for case in pair)
    facts = pair[0].facts

    assert one.digest == other.digest
    assert one.evaluate(facts).outcome == other.evaluate(facts).outcome


@given(reordered())
def test_order_and_repetition_do_not_change_what_is_said(pair):
    """Nor do they change the text digest or one byte of the verdict."""
    one, other = (case.standard for case in pair)
    facts = pair[0].facts

    assert one.text_digest == other.text_digest
    assert one.evaluate(facts) == other.evaluate(facts)
    assert one.evaluate(facts).to_json() == other.evaluate(facts).to_json()
