"""Ladders judged over small lists: what is counted, over what, and on which day."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kieumau.rules.periods import Validity
from kieumau.rules.registry import Count
from kieumau.rules.targets import Counted, Per
from kieumau.verdicts.rungs import RungStatus, UnitCount, WhyNot
from kieumau.wording import Text
from tests.targets.small import (
    BEGIN,
    DUE,
    END_2023,
    END_2024,
    AtLeastUnits,
    District,
    ExactlyUnits,
    GroupGoal,
    MoreThan,
    counted,
    judged,
    ladder,
    one,
    outcome,
    registered,
    registry,
    share,
    target,
    unit,
    units,
)

RESULTS = ("met", "not_met", "undetermined", None)
TWO = (District("01", Text("Một")), District("02", Text("Hai")))
TIER = {"districts": TWO, "district_level": Validity()}


def two_districts():
    """Return a list of two wards in one district and one in another."""
    first = (unit("a", "00001", district="01"), unit("b", "00002", district="01"))
    return registry(*first, unit("c", "00003", district="02"), **TIER)


def test_a_ward_without_a_verdict_is_unknown_and_not_short():
    """Nothing said of a ward leaves the goal open; that its facts do not suffice, too."""
    three = units(3)
    rung = one(AtLeastUnits(2), registry(*three), [outcome(three[0]), outcome(three[1], None)])

    assert rung.status is RungStatus.UNDETERMINED
    assert rung.meeting == UnitCount(yes=1, no=0, unknown=2)
    assert rung.groups[0].wanting == 1
    assert [each.code for each in rung.groups[0].unknown] == ["00002", "00003"]


def test_it_is_met_though_some_are_unknown():
    """When even the worst case is enough."""
    three = units(3)
    rung = one(AtLeastUnits(1), registry(*three), [outcome(three[0])])

    assert (rung.status, rung.groups[0].wanting) == (RungStatus.MET, None)


def test_it_is_not_met_though_some_are_unknown():
    """When even the best case is too little."""
    three = units(3)
    facts = [outcome(three[0], "not_met"), outcome(three[1], "not_met")]

    assert one(AtLeastUnits(2), registry(*three), facts).status is RungStatus.NOT_MET


@given(st.lists(st.sampled_from(RESULTS), min_size=1, max_size=5), st.integers(1, 100))
def test_a_share_over_a_list_is_settled_as_by_brute_force(results, percent):
    """Every way the open wards may come out, tried."""
    list_ = units(len(results))
    facts = [outcome(u, result) for u, result in zip(list_, results, strict=True)]
    rung = one(share(percent), registry(*list_), facts)
    known = [{"met": [1], "not_met": [0]}.get(result, [0, 1]) for result in results]
    can = {100 * sum(way) >= percent * len(results) for way in product(*known)}

    expected = {
        frozenset({True}): RungStatus.MET,
        frozenset({False}): RungStatus.NOT_MET,
    }.get(frozenset(can), RungStatus.UNDETERMINED)
    assert rung.status is expected


@given(st.permutations(range(6)), st.permutations(range(6)))
def test_order_does_not_matter(facts_order, list_order):
    """Neither of the facts nor of the wards in the list."""
    list_ = units(6)
    facts = [outcome(u, RESULTS[i % 4]) for i, u in enumerate(list_)]
    straight = judged(ladder(target(share(50))), registry(*list_), facts)
    other = judged(
        ladder(target(share(50))),
        registry(*(list_[i] for i in sorted(list_order))),
        [facts[i] for i in facts_order],
    )

    assert straight == other


def test_the_facts_of_the_year_that_end_last_by_the_day_are_used():
    """Not those of another year, nor those that end after the day."""
    (ward,) = units(1)
    early = outcome(ward, "not_met", last=DUE.replace(month=6, day=30))
    late = outcome(ward)
    list_ = registry(ward)

    assert one(AtLeastUnits(1), list_, [early, late]).status is RungStatus.MET
    june = DUE.replace(month=7, day=31)
    assert one(AtLeastUnits(1), list_, [early, late], on=june).status is RungStatus.NOT_MET
    old = outcome(ward, year=2024)
    assert one(AtLeastUnits(1), list_, [old]).status is RungStatus.UNDETERMINED


def test_before_its_day_a_target_shows_progress():
    """Judged as of the day asked for, and said to be not yet due."""
    (ward,) = units(1)
    rung = one(AtLeastUnits(1), registry(ward), [outcome(ward, year=2024)], on=END_2024)

    assert (rung.by, rung.on, rung.due) == (DUE, END_2024, False)
    assert rung.status is RungStatus.MET


def test_each_district_is_judged_apart():
    """One that falls short fails the target; each says how it stands."""
    list_ = two_districts()
    a, _, c = list_.units
    rung = one(
        ExactlyUnits(1),
        list_,
        per=Per.DISTRICT,
        count=Counted.REGISTERED,
        statuses=registered(a.id, complete=("01",)),
    )

    assert [(each.code, each.status) for each in rung.groups] == [
        ("01", RungStatus.MET),
        ("02", RungStatus.UNDETERMINED),
    ]
    assert rung.status is RungStatus.UNDETERMINED
    assert [each.code for each in rung.groups[1].unknown] == [c.code]


def test_a_district_may_have_a_goal_of_its_own():
    """As Thủ Đức: three where the others need one; a district that is not there is named."""
    list_ = two_districts()
    own = GroupGoal("01", Text("Một"), AtLeastUnits(2))
    gone = GroupGoal("09", Text("Chín"), AtLeastUnits(3))
    rung = one(
        AtLeastUnits(1),
        list_,
        per=Per.DISTRICT,
        count=Counted.REGISTERED,
        exceptions=(own, gone),
        statuses=registered("a", "c", complete=("01", "02")),
    )

    assert [each.required.units for each in rung.groups] == [2, 1]
    assert [each.status for each in rung.groups] == [RungStatus.NOT_MET, RungStatus.MET]
    assert rung.status is RungStatus.NOT_MET
    assert [each.vi for each in rung.absent] == ["Chín"]


def test_more_than_before_compares_with_what_may_have_been():
    """Bounds of both: met only above the most there may have been."""
    list_ = registry(*units(4))
    rungs = ladder(
        target(AtLeastUnits(1), "truoc", END_2023, Counted.REGISTERED),
        target(MoreThan("truoc"), "sau", END_2024, Counted.REGISTERED),
    )
    known = registered("phuong-1", complete=("",))
    same = judged(rungs, list_, on=END_2024, statuses=known).rungs[1]
    assert (same.status, same.groups[0].required.most) == (RungStatus.NOT_MET, 1)

    open_ = judged(rungs, list_, on=END_2024, statuses=registered("phuong-1")).rungs[1]
    required = open_.groups[0].required
    assert (open_.status, required.units, required.most) == (RungStatus.UNDETERMINED, 1, 4)


def test_more_than_before_waits_for_what_came_before():
    """While the earlier target is not due there is nothing to compare with."""
    rungs = ladder(
        target(AtLeastUnits(1), "truoc", END_2023), target(MoreThan("truoc"), "sau", END_2024)
    )
    early = judged(rungs, registry(*units(2)), on=END_2023.replace(month=6, day=30)).rungs[1]

    assert (early.status, early.why) == (RungStatus.NOT_JUDGED, WhyNot.EARLIER_NOT_DUE)


def test_both_counts_are_kept():
    """Meeting, recognised and registered stand side by side, whichever the target counts."""
    first, second = units(2)
    rung = one(
        AtLeastUnits(1),
        registry(first, second),
        [outcome(first), outcome(second, "not_met")],
        statuses=registered(second.id),
    )

    assert rung.meeting == UnitCount(1, 1, 0)
    assert rung.registered == UnitCount(1, 0, 1)
    assert rung.recognised == UnitCount(0, 0, 2)


def test_a_registry_that_knows_only_numbers_gives_ceilings():
    """30% of 21 is 7; wards of the facts count, and cannot be checked."""
    wards = units(8)
    rung = one(share(30), counted(21), [outcome(each) for each in wards[:7]])

    assert (rung.total, rung.listed, rung.groups[0].required.units) == (21, False, 7)
    assert rung.status is RungStatus.MET
    assert one(share(30), counted(21)).groups[0].wanting == 7


def test_more_wards_than_there_are_conclude_nothing():
    """Without a list it cannot be told which of them are wards."""
    rung = one(share(30), counted(2), [outcome(each) for each in units(3)])

    assert (rung.status, rung.why) == (RungStatus.UNDETERMINED, WhyNot.TOO_MANY)


def test_districts_that_are_not_known_are_not_none():
    """A number of wards without their districts leaves a target per district open."""
    list_ = counted(21, district_level=Validity())
    rung = one(ExactlyUnits(1), list_, per=Per.DISTRICT)

    assert (rung.status, rung.why) == (RungStatus.UNDETERMINED, WhyNot.DISTRICTS_UNKNOWN)


def test_numbers_by_district_give_each_its_group():
    """Facts say no district, so nothing of them is counted for one."""
    list_ = counted(3, (("01", 2), ("02", 1)), districts=TWO, district_level=Validity())
    rung = one(AtLeastUnits(1), list_, [outcome(units(1)[0])], per=Per.DISTRICT)

    assert [(each.code, each.count.unknown) for each in rung.groups] == [("01", 2), ("02", 1)]
    assert rung.status is RungStatus.UNDETERMINED


def test_a_day_the_registry_does_not_cover_is_not_judged():
    """Not an empty list: nothing is said."""
    list_ = registry(*units(2), covers=Validity(END_2024, None))
    rungs = judged(
        ladder(target(share(30), "som", END_2023), target(share(30), "muon")), list_
    ).rungs

    assert (rungs[0].status, rungs[0].why) == (RungStatus.NOT_JUDGED, WhyNot.NOT_COVERED)
    assert rungs[0].total is None
    assert rungs[1].status is RungStatus.UNDETERMINED


def test_a_fixed_number_says_that_the_list_has_changed():
    """75 of 249 is not 75 of 210."""
    list_ = registry(
        counts=(
            Count(249, Validity(BEGIN, DUE)),
            Count(210, Validity(DUE, None)),
        )
    )
    rung = one(AtLeastUnits(75), list_)

    assert (rung.total, rung.changed.total, rung.changed.day) == (210, 249, BEGIN)
    assert one(share(30), list_).changed is None


@pytest.mark.parametrize("per", Per)
def test_a_list_without_wards_is_not_applicable(per):
    """However easy the goal."""
    rung = one(share(30), counted(0), per=per)

    assert (rung.status, rung.why) == (RungStatus.NOT_APPLICABLE, WhyNot.NO_WARD)
