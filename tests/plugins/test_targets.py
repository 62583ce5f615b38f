"""Programme targets: what a targets file says, and what it may not."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kieumau.documents.targets import read_targets
from kieumau.documents.yaml_events import read_yaml
from kieumau.errors import Problems
from kieumau.plugins.chain import read_chain
from kieumau.rules.targets import (
    AtLeastShare,
    AtLeastUnits,
    Counted,
    ExactlyUnits,
    GroupGoal,
    MoreThan,
    Per,
)
from kieumau.wording import Text

HEAD = "format: kieumau/targets/1\n"
REST = "{count: meeting, citation: {instrument: nq}, fidelity: text, title: Mục tiêu"


def read(text):
    """Return the targets of a file and the codes of what is wrong with it."""
    problems = Problems()
    found = read_targets(read_yaml(HEAD + text, "targets.yaml"), frozenset({"nq"}), problems)
    return found, [each.code for each in problems.errors]


def one(goal):
    """Return the one target with that goal, and what is wrong."""
    found, codes = read(f"targets:\n  - {REST}, id: a, by: 2025-12-31, {goal}}}\n")
    return found.of[0], codes


@pytest.mark.parametrize(
    ("written", "goal"),
    [
        ("at_least: 30%", AtLeastShare(Decimal(30))),
        ("at_least: 75", AtLeastUnits(75)),
        ("exactly: 1", ExactlyUnits(1)),
    ],
)
def test_a_goal_is_a_share_or_a_number_of_units(written, goal):
    """Each in its own words."""
    target, codes = one(written)

    assert (target.goal, target.by, target.count, codes) == (
        goal,
        date(2025, 12, 31),
        Counted.MEETING,
        [],
    )


@pytest.mark.parametrize(
    "written", ["at_least: 0", "at_least: 130%", "exactly: 30%", "at_least: x"]
)
def test_a_goal_that_is_neither_is_refused(written):
    """No units, more than all, a share that would have to be exact, words."""
    assert one(written)[1] == ["KM-272"]


@pytest.mark.parametrize("written", ["at_least: 1, exactly: 1", "note: không có"])
def test_a_target_has_one_goal(written):
    """Neither two nor none."""
    assert one(written)[1] == ["KM-271"]


def test_a_goal_may_be_more_than_an_earlier_target():
    """Earlier by its day, wherever it stands; a later one or none is refused."""
    late = f"  - {REST}, id: b, by: 2024-12-31, more_than: a}}\n"
    early = f"  - {REST}, id: a, by: 2023-12-31, exactly: 1}}\n"

    found, codes = read("targets:\n" + late + early)
    assert ([each.id for each in found.of], codes) == (["a", "b"], [])
    assert found.of[1].goal == MoreThan("a")
    assert read("targets:\n" + late)[1] == ["KM-274"]
    assert read("targets:\n" + late + early.replace("2023", "2025"))[1] == ["KM-274"]


def test_a_district_may_have_a_goal_of_its_own():
    """Only where the target is judged per district, and once each."""
    own = "except: [{group: '769', name: Thủ Đức, at_least: 3}]"

    target, codes = one(f"at_least: 1, per: district, {own}")
    assert (target.per, target.exceptions, codes) == (
        Per.DISTRICT,
        (GroupGoal("769", Text("Thủ Đức", "Thủ Đức"), AtLeastUnits(3)),),
        [],
    )
    assert one(f"at_least: 1, {own}")[1] == ["KM-273"]
    twice = own.replace("3}", "3}, {group: '769', name: Thủ Đức, at_least: 4}")
    assert one(f"at_least: 1, per: district, {twice}")[1] == ["KM-278"]


def test_two_targets_of_one_id_are_refused():
    """With the place of the first."""
    target = f"  - {REST}, id: a, by: 2023-12-31, exactly: 1}}\n"

    assert read("targets:\n" + target + target)[1] == ["KM-275"]


def test_unknown_targets_are_said_with_a_reason():
    """Unknown is not the same as none."""
    found, codes = read("targets: unknown\nreason: {vi: Chưa thấy, en: Not seen}\n")

    assert (found.of, found.unknown, codes) == ((), Text("Chưa thấy", "Not seen"), [])
    assert read("targets: unknown\n")[1] == ["KM-276"]
    assert read("targets: []\nreason: Chưa thấy\n")[1] == ["KM-277"]


@given(st.integers(1, 100), st.integers(0, 4000))
def test_a_share_is_rounded_up_to_whole_units(percent, units):
    """In integers: 30 % of 249 is 75."""
    share = AtLeastShare(Decimal(percent))

    assert share.units(units) == (percent * units + 99) // 100


@pytest.mark.parametrize(
    ("plugin", "ladder"),
    [
        ("ha-tinh", ["2023-12-31", "2024-12-31", "2025-12-31", "2030-12-31"]),
        ("hung-yen", ["2025-12-31", "2028-12-31"]),
        ("tp-ho-chi-minh", ["2023-12-31", "2025-12-31", "2030-12-31"]),
    ],
)
def test_the_bundled_provinces_have_their_ladders(plugin, ladder):
    """As their documents or the press give them, none of it assumed."""
    top = read_chain([plugin]).plugins[-1]

    assert [each.by.isoformat() for each in top.targets.of] == ladder
    assert {each.fidelity.value for each in top.targets.of} <= {"text", "reported", "derived"}
