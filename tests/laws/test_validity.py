"""Time: a standard is one thing on every day it says it is valid, and changes at its edges."""

from datetime import date, timedelta

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kieumau.errors import PluginError
from kieumau.plugins.dates import boundaries
from kieumau.rules.criteria import ALL
from kieumau.rules.periods import ALWAYS
from kieumau.rules.refinements import AddCriterion, AddIndicator
from tests.strategies import cases, chained, standard

FAR = (date(2000, 1, 1), date(2040, 1, 1))


def content(chain, on):
    """Return what holds on a day; None where nothing composes."""
    try:
        made = standard(chain, on)
    except PluginError:
        return None
    return made.digest, made.text_digest


@given(cases(), st.data())
def test_every_day_inside_gives_the_same_standard(case, data):
    """On any day it is valid the digests, the validity and the verdict are the same."""
    valid = case.standard.valid
    first = valid.start or FAR[0]
    last = (valid.until or FAR[1]) - timedelta(days=1)
    edge_or_between = st.sampled_from([first, last]) | st.dates(first, last)
    other = standard(case.chain, data.draw(edge_or_between))

    assert other.valid == valid
    assert (other.digest, other.text_digest) == (
        case.standard.digest,
        case.standard.text_digest,
    )
    assert other.evaluate(case.facts).explanation == (
        case.standard.evaluate(case.facts).explanation
    )


@given(cases())
def test_validity_ends_only_where_something_starts_or_stops(case):
    """Each end is a day on which what is composed changes; on no day inside does it."""
    valid, edges = case.standard.valid, boundaries(case.chain)
    here = content(case.chain, case.standard.on)

    assert set(valid.edges()) <= set(edges)
    assert {content(case.chain, day) for day in edges if day in valid} <= {here}
    assert valid.start is None or content(case.chain, valid.start - timedelta(days=1)) != here
    assert valid.until is None or content(case.chain, valid.until) != here


@given(cases())
def test_where_an_indicator_starts_or_stops_the_standard_changes(case):
    """With dates on indicators only, another standard or none holds beyond either edge."""
    chain = chained(*map(only_indicators_dated, case.chain.plugins))
    made = standard(chain)
    if made.valid.until:
        assert content(chain, made.valid.until) != content(chain, made.on)
    if made.valid.start:
        assert content(chain, made.valid.start - timedelta(days=1)) != content(chain, made.on)


def only_indicators_dated(plugin):
    """Return a plugin with nothing dated but the indicators of its base and of what it adds."""
    sets = (
        evolve(
            issued,
            valid=ALWAYS,
            rule=ALL,
            criteria=tuple(evolve(each, valid=ALWAYS, rule=ALL) for each in issued.criteria),
        )
        for issued in plugin.sets
    )
    added = (
        evolve(each, valid=ALWAYS, criterion=evolve(each.criterion, valid=ALWAYS, rule=ALL))
        if isinstance(each, AddCriterion)
        else evolve(each, valid=ALWAYS)
        for each in plugin.refinements
        if isinstance(each, AddCriterion | AddIndicator)
    )
    return evolve(plugin, sets=tuple(sets), refinements=tuple(added))
