"""A sweep's every point is the plugin with that threshold written into it, over every ward."""

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from kieumau.engines.sweeping import sweep_counts
from kieumau.program.compile import compile_program
from kieumau.program.swept import threshold_of
from kieumau.rules.conditions import Compare, Holds, Op
from kieumau.rules.criteria import Allows, Tightening
from kieumau.rules.facts import Interval
from kieumau.rules.measures import Kind
from kieumau.rules.refinements import Tighten
from kieumau.standard import Standard
from kieumau.verdicts.record import Outcome
from tests.effort import share
from tests.engines.frames import LIBRARIES, polars_frame, rows_of
from tests.strategies import (
    CITED,
    Fidelity,
    asking,
    cases,
    chains,
    grouping,
    issuing,
    knowing,
    measure,
    refining,
    standard,
)

RISING = (Op.GE, Op.GT)


def written(of, threshold, at):
    """Return a standard with a threshold in place of its own, and of those that are stricter."""
    rising = threshold.test.op in RISING

    def strict(test):
        return (test.against if rising else -test.against, test.op in (Op.GT, Op.LT))

    new = evolve(threshold.test, against=at)

    def placed(conjunct):
        test = conjunct.condition
        swept = conjunct in threshold.ladder and strict(test) >= min(
            strict(new), strict(threshold.test)
        )
        return evolve(conjunct, condition=new) if swept else conjunct

    def indicator(each):
        if each.id != threshold.indicator.id:
            return each
        return evolve(each, conjuncts=tuple(map(placed, each.conjuncts)))

    def criterion(each):
        return evolve(
            each,
            issued=tuple(map(indicator, each.issued)),
            added=tuple(map(indicator, each.added)),
        )

    composed = evolve(
        of.composed,
        issued=tuple(map(criterion, of.composed.issued)),
        added=tuple(map(criterion, of.composed.added)),
    )
    return Standard(composed, compile_program(composed), of.assumed)


def tally(of, wards):
    """Return how many wards' verdicts are met, and not met."""
    found = [of.evaluate(each, engine="plain", as_if=True).outcome for each in wards]
    return found.count(Outcome.MET), found.count(Outcome.NOT_MET)


def swept(of, wards, dials, library="polars"):
    """Return the same of every point of a sweep."""
    frame = LIBRARIES[library](polars_frame(of, rows_of(of, wards)))
    found = sweep_counts(of._asked, of.composed, frame, dials, "unknown", as_if=True)
    assert (found.rows, found.refused) == (len(wards), 0)
    return list(zip(found.met, found.not_met, strict=True))


def near(threshold):
    """Draw a threshold near the one there is."""
    return st.integers(-4, 4).map(lambda by: threshold.now + by)


@st.composite
def sweeps(draw):
    """Draw a standard with something to sweep, wards, and one or two thresholds with points."""
    drawn = draw(chains().flatmap(lambda chain: st.lists(cases(chain), min_size=1, max_size=5)))
    of = drawn[0].standard
    found = [each for i in of.composed.indicators if (each := threshold_of(i))]
    assume(found)
    chosen = draw(st.lists(st.sampled_from(found), min_size=1, max_size=2, unique_by=id))
    points = [draw(st.lists(near(each), min_size=1, max_size=4, unique=True)) for each in chosen]
    return of, [each.facts for each in drawn], list(zip(chosen, points, strict=True))


@given(sweeps())
@share(8)
def test_every_point_is_the_threshold_written_into_the_plugin(drawn):
    """Composed and compiled anew, and each ward evaluated alone; of two, at every pair."""
    of, wards, dials = drawn
    (first, ones), (second, twos) = dials[0], dials[-1]

    found = swept(of, wards, dials)

    if len(dials) == 1:
        assert found == [tally(written(of, first, at), wards) for at in ones]
    else:
        assert found == [
            tally(written(written(of, first, one), second, two), wards)
            for one in ones
            for two in twos
        ]


@given(sweeps())
@share(8)
def test_no_more_wards_meet_a_stricter_threshold(drawn):
    """Nor do fewer fail it."""
    of, wards, ((threshold, points), *_) = drawn
    ordered = sorted(points, reverse=not threshold.rising)

    found = swept(of, wards, [(threshold, ordered)])

    met, not_met = zip(*found, strict=True)
    assert list(met) == sorted(met, reverse=True)
    assert list(not_met) == sorted(not_met)


FREE = Allows(tighten=Tightening(also=True))
MEASURES = (
    measure("p0", Kind.PERCENT, maximum=Decimal(100), decimals=1),
    measure("n0", maximum=Decimal(100)),
    measure("y0", Kind.YES_NO),
)
BASE = issuing(
    MEASURES,
    grouping("c", asking("share", Compare("p0", Op.GE, Decimal(80)), allows=FREE)),
    grouping("d", asking("number", Compare("n0", Op.LE, Decimal(50)), allows=FREE)),
    grouping("e", asking("said", Holds("y0"))),
)
SHARES = st.decimals(0, 100, places=1)
WARDS = st.lists(
    st.builds(
        lambda **values: knowing(**{k: v for k, v in values.items() if v is not None}),
        p0=st.none() | SHARES | st.tuples(SHARES, SHARES).map(lambda p: Interval(*sorted(p))),
        n0=st.none() | st.integers(0, 100),
        y0=st.sampled_from([True, True, False, None]),
    ),
    min_size=1,
    max_size=8,
)


@given(wards=WARDS, above=st.decimals("80.1", 100, places=1), below=st.integers(0, 49))
@share(2)
def test_a_stricter_point_is_what_a_refinement_to_it_gives(wards, above, below):
    """``tighten: {to: ...}``, whichever way is stricter."""
    of = standard(BASE)
    share, number, _ = map(threshold_of, of.composed.indicators)

    for threshold, at in ((share, above), (number, Decimal(below))):
        tighten = Tighten(threshold.indicator.id, CITED, Fidelity.TEXT, to=at)
        refined = standard(refining(BASE, tighten))

        assert swept(of, wards, [(threshold, [at])]) == [tally(refined, wards)]


@pytest.mark.parametrize("library", LIBRARIES)
def test_every_library_counts_the_same(library):
    """Those undetermined and refused among them."""
    wards = [
        knowing(p0=Decimal(share), n0=number, y0=True)
        for share, number in ((79, 50), (80, 51), (90, 50), (95, 10))
    ]
    wards.append(knowing(p0=Interval(Decimal(85), Decimal(92)), n0=1, y0=True))
    of = standard(BASE)
    share, number, _ = map(threshold_of, of.composed.indicators)
    at, ups = [Decimal(each) for each in (75, 80, 90, 95, 96)], [Decimal(50), Decimal(51)]

    assert swept(of, wards, [(share, at)], library) == [(4, 1), (3, 2), (2, 2), (1, 4), (0, 5)]
    assert swept(of, wards, [(number, ups), (share, at[:2])], library) == [
        (4, 1),
        (3, 2),
        (5, 0),
        (4, 1),
    ]


def test_published_thresholds_above_and_below_give_way():
    """A point looser than a layer below it stands there too; a stricter one only at the top."""
    chain = refining(BASE, Tighten("share", CITED, Fidelity.TEXT, to=Decimal(90)))
    of = standard(chain)
    share = next(found for each in of.composed.indicators if (found := threshold_of(each)))
    ward = [knowing(p0=Decimal(82), n0=0, y0=True)]

    assert (share.now, len(share.ladder)) == (90, 2)
    assert swept(of, ward, [(share, [Decimal(each) for each in (75, 82, 83, 95)])]) == [
        (1, 0),
        (1, 0),
        (0, 1),
        (0, 1),
    ]
