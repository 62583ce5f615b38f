"""Time: a standard is one thing on every day it says it is valid, and changes at its edges."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kieumau.errors import PluginError
from kieumau.plugins.compose import boundaries
from tests.strategies import Case, cases, standard

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
    """Each edge is a day on which a part of the chain starts or stops, and none lies inside."""
    valid, edges = case.standard.valid, boundaries(case.chain)

    assert set(valid.edges()) <= set(edges)
    assert not [day for day in edges if day in valid and day != valid.start]
    assert isinstance(case, Case)


@given(cases())
def test_at_its_edges_a_standard_changes(case):
    """The day before it starts and the day it ends, another standard or none is in force."""
    valid = case.standard.valid
    now = content(case.chain, case.standard.on)
    if valid.until:
        assert content(case.chain, valid.until) != now
    if valid.start:
        assert content(case.chain, valid.start - timedelta(days=1)) != now
