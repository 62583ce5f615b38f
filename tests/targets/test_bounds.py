"""The laws of bounds: what is concluded of a goal holds whatever the unknown wards come to."""

from fractions import Fraction
from itertools import product
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kieumau.rules.targets import AtLeastShare, AtLeastUnits, ExactlyUnits, MoreThan
from kieumau.targets.bounds import joint, required, settled, wanting
from kieumau.verdicts.rungs import RungStatus, UnitCount

MET, NOT_MET, OPEN = RungStatus.MET, RungStatus.NOT_MET, RungStatus.UNDETERMINED
counts = st.builds(UnitCount, *(st.integers(0, 6) for _ in range(3)))
goals = st.one_of(
    st.builds(AtLeastShare, st.decimals(1, 100, places=0)),
    st.builds(AtLeastUnits, st.integers(1, 12)),
    st.builds(ExactlyUnits, st.integers(1, 12)),
    st.builds(MoreThan, st.just("truoc")),
)


def completions(count):
    """Yield every way the unknown can come out, as how many count in the end."""
    for answers in product((0, 1), repeat=count.unknown):
        yield count.yes + sum(answers)


def reached(goal, yes, total, earlier):
    """Return whether a goal is reached when everything is known: the definition, in plain words."""
    match goal:
        case AtLeastShare(percent):
            return Fraction(yes) >= Fraction(percent) * total / 100
        case AtLeastUnits(units):
            return yes >= units
        case ExactlyUnits(units):
            return yes == units
        case MoreThan():
            return yes > earlier


@given(goals, counts, counts)
def test_a_goal_is_settled_exactly_when_every_completion_agrees(goal, count, earlier):
    """Met, or not met, in all of them; undetermined if and only if both can still happen."""
    can = {
        reached(goal, yes, count.total, then)
        for yes in completions(count)
        for then in completions(earlier)
    }
    expected = OPEN if len(can) == 2 else MET if can == {True} else NOT_MET

    assert settled(required(goal, count.total, earlier), count) is expected


@given(goals, counts, counts, st.data())
def test_what_is_settled_stays_settled_when_more_is_known(goal, count, earlier, data):
    """An unknown ward that becomes known never turns met into not met, or back."""
    before = settled(required(goal, count.total, earlier), count)
    if count.unknown == 0:
        return
    learnt = data.draw(st.integers(1, count.unknown))
    good = data.draw(st.integers(0, learnt))
    fuller = UnitCount(count.yes + good, count.no + learnt - good, count.unknown - learnt)

    after = settled(required(goal, fuller.total, earlier), fuller)

    assert before in (OPEN, after)


@given(goals, counts, counts)
def test_so_many_at_least_must_count_and_no_fewer_would_do(goal, count, earlier):
    """The number said is the least of the unknown with which the goal can be reached."""
    asked = required(goal, count.total, earlier)
    said = wanting(asked, count)
    enough = [
        more
        for more in range(count.unknown + 1)
        if any(reached(goal, count.yes + more, count.total, then) for then in completions(earlier))
    ]

    open_ = settled(asked, count) is OPEN
    assert (said is not None) == open_
    if open_:
        assert said == min(enough)


@given(st.decimals(1, 100, places=0), st.integers(0, 4000))
def test_a_share_is_the_least_whole_number_that_reaches_it(percent, total):
    """The ceiling, in integers; HCMC's 30% of 249 is 75."""
    units = AtLeastShare(percent).units(total)

    assert units == ceil(Fraction(percent) * total / 100)
    assert 100 * units >= percent * total > 100 * (units - 1) or total == units == 0


@pytest.mark.parametrize(("of", "units"), [(249, 75), (21, 7), (25, 8), (9, 3), (0, 0), (1, 1)])
def test_thirty_percent_of_the_lists_that_mattered(of, units):
    """Hà Tĩnh's three lists and Ho Chi Minh City's."""
    assert AtLeastShare(30).units(of) == units


@given(st.lists(st.sampled_from([MET, NOT_MET, OPEN]), min_size=1))
def test_goals_stand_together_as_all_of_them(statuses):
    """One that is not met decides, else one that is open keeps it open; order does not matter."""
    order = [NOT_MET, OPEN, MET]

    assert joint(statuses) is min(statuses, key=order.index)
    assert joint(statuses) is joint(statuses[::-1])
