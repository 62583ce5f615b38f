"""What the reform of 2025 does to programme targets: each trap, on Hà Tĩnh's own wards."""

from datetime import date
from pathlib import Path

import pytest

import kieumau
from kieumau.plugins.chain import read_chain
from kieumau.rules.periods import Period
from kieumau.rules.statuses import Decision, Statuses, StatusKind, UnitStatus
from kieumau.rules.targets import AtLeastUnits, Counted, ExactlyUnits, Per
from kieumau.targets.matching import WardOutcome
from kieumau.verdicts.record import Outcome
from kieumau.verdicts.rungs import RungStatus, WhyNot
from kieumau.verdicts.targets_report import Inherit, IssueKind
from tests.targets.small import (
    DUE,
    Validity,
    judged,
    ladder,
    outcome,
    registry,
    share,
    target,
    unit,
)

ROOT = Path(__file__).parents[2]
CHAIN = read_chain(["ha-tinh"])
WARDS, TARGETS, STATUSES = CHAIN.own.registry, CHAIN.own.targets, CHAIN.own.statuses
JUNE, JULY = date(2025, 6, 30), date(2025, 7, 1)


def met(code, name, last=DUE, first=None):
    """Return a ward that meets the criteria in a year."""
    period = Period(first or last.replace(month=1, day=1), last)
    return WardOutcome(code, name, "42", period, Outcome.MET)


def issues(*outcomes, on=DUE):
    """Return what is the matter with facts for one target due at the end of 2025."""
    found = judged(ladder(target(share(30), by=on)), WARDS, outcomes, on=on)
    return found.rungs[0], {each.kind: each for each in found.issues}


@pytest.mark.parametrize(
    ("code", "name"), [("18094", "Trần Phú"), ("18085", "Hà Huy Tập"), ("18070", "Trần Phú")]
)
def test_trap_1_a_name_is_no_identity(code, name):
    """The new wards of those names hold nothing of the old ones; the old facts count for nobody."""
    rung, found = issues(met(code, name, last=JUNE))

    assert rung.meeting.yes == 0
    (issue,) = found.values()
    assert issue.kind is (IssueKind.OTHER_CODE if code == "18070" else IssueKind.ENDED)
    assert issue.by_name.name == name
    assert issue.by_name.code != code


def test_trap_2_a_code_is_no_identity():
    """18073 was Nam Hà and is Thành Sen; 18652 was a commune."""
    rung, found = issues(met("18073", "Nam Hà", last=JUNE), met("18652", "Tân Lâm Hương"))

    assert rung.meeting.yes == 0
    assert found[IssueKind.ENDED].by_code.name == "Thành Sen"
    assert found[IssueKind.OTHER_NAME].by_code.name == "Hà Huy Tập"


def test_trap_2_one_code_is_three_wards():
    """18100 was a commune, then Thạch Hạ, then Trần Phú; each is a unit of its own."""
    ids = [each.id for each in WARDS.by_code["18100"]]

    assert sorted(ids) == ["thach-ha", "tran-phu"]
    assert {each.code for each in WARDS.units if each.name == "Trần Phú"} == {
        "18070",
        "18094",
        "18100",
    }


def test_trap_3_nothing_to_range_over_is_not_met():
    """“Each town and city picks one” has no town or city after 1 July 2025."""
    pilot = target(ExactlyUnits(1), by=DUE, count=Counted.REGISTERED, per=Per.DISTRICT)
    late = judged(ladder(pilot), WARDS, on=DUE).rungs[0]
    assert (late.status, late.why) == (RungStatus.NOT_APPLICABLE, WhyNot.NO_DISTRICT)

    own = judged(TARGETS, WARDS, on=DUE, statuses=STATUSES).rungs[0]
    assert (own.id, own.on) == ("thi-diem-2023", date(2023, 12, 31))
    assert [each.name.vi for each in own.groups] == [
        "Thành phố Hà Tĩnh",
        "Thị xã Hồng Lĩnh",
        "Thị xã Kỳ Anh",
    ]
    assert own.status is RungStatus.UNDETERMINED
    assert [each.status for each in own.groups] == [
        RungStatus.MET,
        RungStatus.UNDETERMINED,
        RungStatus.UNDETERMINED,
    ]


@pytest.mark.parametrize(
    ("day", "total", "needed"),
    [(date(2024, 12, 31), 21, 7), (JUNE, 25, 8), (JULY, 9, 3), (DUE, 9, 3)],
)
def test_trap_4_the_denominator_moves(day, total, needed):
    """7 of 21, 8 of 25, 3 of 9: the list is that of the day, and the day is said."""
    rung = judged(ladder(target(share(30), by=day)), WARDS, on=day).rungs[0]

    assert (rung.on, rung.total, rung.groups[0].required.units) == (day, total, needed)


def recognised(*ids, start=date(2024, 4, 1)):
    """Return that units were recognised, by an invented decision."""
    decision = Decision("01/QĐ-MAU", start)
    return Statuses(
        tuple(
            UnitStatus(
                id_, StatusKind.RECOGNISED, Validity(start, None), year=2023, decision=decision
            )
            for id_ in ids
        )
    )


@pytest.mark.parametrize(
    ("inherit", "yes"),
    [
        (Inherit.NONE, set()),
        (Inherit.WHOLE, {"thanh-sen"}),
        (Inherit.PARTIAL, {"thanh-sen", "ha-huy-tap"}),
    ],
)
def test_trap_5_a_title_is_not_inherited_unless_asked(inherit, yes):
    """Nam Hà went into Thành Sen whole, Đại Nài into two wards in part; no rule says more."""
    goal = target(AtLeastUnits(1), count=Counted.RECOGNISED)
    rung = judged(
        ladder(goal), WARDS, statuses=recognised("nam-ha", "dai-nai"), inherit=inherit
    ).rungs[0]

    assert {each.id for each in rung.groups[0].counted} == yes


def test_trap_5_partial_alone_needs_partial():
    """Đại Nài's title alone passes to nobody as a whole."""
    goal = ladder(target(AtLeastUnits(1), count=Counted.RECOGNISED))
    held = recognised("dai-nai")

    whole = judged(goal, WARDS, statuses=held, inherit=Inherit.WHOLE).rungs[0]
    assert whole.recognised.yes == 0
    partial = judged(goal, WARDS, statuses=held, inherit=Inherit.PARTIAL).rungs[0]
    assert {each.id for each in partial.groups[0].counted} == {"thanh-sen", "ha-huy-tap"}


def test_trap_5_titles_pass_through_two_mergers():
    """Nguyễn Du into Bắc Hà on 1 January 2025, Bắc Hà into Thành Sen on 1 July."""
    goal = ladder(target(AtLeastUnits(1), count=Counted.RECOGNISED))
    rung = judged(goal, WARDS, statuses=recognised("nguyen-du"), inherit=Inherit.WHOLE).rungs[0]

    assert {each.id for each in rung.groups[0].counted} == {"thanh-sen"}


def test_trap_5_what_is_written_of_the_new_ward_decides():
    """A decision about it stands above what it would take over."""
    no = UnitStatus("thanh-sen", StatusKind.RECOGNISED, Validity(JULY, None), held=False)
    held = Statuses((*recognised("nam-ha").of, no))
    goal = ladder(target(AtLeastUnits(1), count=Counted.RECOGNISED))

    rung = judged(goal, WARDS, statuses=held, inherit=Inherit.PARTIAL).rungs[0]

    assert rung.recognised.yes == 0


def test_trap_6_a_period_that_begins_before_the_ward_is_said():
    """It counts, and the reader is told to see whose the earlier part is."""
    rung, found = issues(met("18073", "Thành Sen"))
    assert rung.meeting.yes == 1
    assert found[IssueKind.BEGAN_LATER].by_code.id == "thanh-sen"

    rung, found = issues(met("18073", "Thành Sen", first=JULY))
    assert (rung.meeting.yes, found) == (1, {})


def test_trap_6_one_commune_is_split_three_ways():
    """Its area to one ward, its people to others: the parts are kept apart."""
    parts = {each.unit: each.part.value for each in WARDS.lineage if each.name == "xã Kỳ Lợi"}

    assert parts == {"vung-ang": "area", "song-tri": "people", "hoanh-son": "people"}


def test_trap_7_the_two_dates_of_the_reform_are_kept_apart():
    """District police ended on 1 March, districts on 1 July: targets per district go by that."""
    pilot = ladder(target(ExactlyUnits(1), by=JUNE, count=Counted.REGISTERED, per=Per.DISTRICT))

    rung = judged(pilot, WARDS, on=JUNE).rungs[0]

    assert [each.count.total for each in rung.groups] == [12, 5, 8]


@pytest.mark.parametrize("plugin", ["hung-yen", "tp-ho-chi-minh"])
def test_trap_8_a_merged_province_is_an_explicit_choice(plugin):
    """Refused after the scope's end, unless asked for; then the report says so."""
    with pytest.raises(kieumau.UsageError) as caught:
        kieumau.judge_targets(plugin, on=DUE)
    assert [each.code for each in caught.value.diagnostics] == ["KM-776"]

    report = kieumau.judge_targets(plugin, on=DUE, as_if=True)
    assert report.as_if
    assert any("As if" in each.en for each in report.notices)
    assert not kieumau.judge_targets(plugin, on=JUNE, as_if=True).as_if


def test_trap_8_a_province_that_is_gone_has_no_list():
    """Phú Yên went into Đắk Lắk: of a later day its registry says nothing, as if or not."""
    with pytest.raises(kieumau.UsageError) as caught:
        kieumau.judge_targets("phu-yen", on=DUE, as_if=True)

    assert [each.code for each in caught.value.diagnostics] == ["KM-775"]


def test_trap_9_a_result_names_the_criteria_the_list_and_the_ladder():
    """Each has its own dates; with all three the result can be worked out again."""
    facts = kieumau.FactSet.read_all(ROOT / "examples/wards/ha-tinh-2025-9-phuong.csv")
    report = kieumau.judge_targets("ha-tinh", facts, on=DUE)

    assert report.plugin.version == "2023.1"
    assert [each.on for each in report.standards] == [DUE]
    assert report.standards[0].digest == kieumau.load("ha-tinh", on=DUE).digest
    assert DUE in report.registry.covers
    assert all(each.on <= DUE and each.total for each in report.rungs)


def test_one_ward_twice_is_nobody_s():
    """Which of two sets of facts holds is not known."""
    found = judged(
        ladder(target(share(30))),
        WARDS,
        [met("18073", "Thành Sen"), met("18073", "Thành Sen", first=JULY)],
    )

    assert found.rungs[0].meeting.yes == 0
    assert {each.kind for each in found.issues} == {IssueKind.TWICE}


def test_facts_of_another_province_are_not_counted():
    """Even where code and name would fit."""
    stranger = WardOutcome("18073", "Thành Sen", "40", Period(JULY, DUE), Outcome.MET)
    rung, found = issues(stranger)

    assert rung.meeting.yes == 0
    assert set(found) == {IssueKind.OTHER_PROVINCE}


def test_facts_no_target_uses_are_named():
    """Of a year in which nothing is due."""
    rung, found = issues(met("18073", "Nam Hà", last=date(2022, 12, 31)))

    assert rung.meeting.yes == 0
    assert set(found) == {IssueKind.UNUSED}


def test_a_name_is_taken_with_or_without_the_word_for_ward():
    """«Phường Thành Sen» is «Thành Sen»."""
    rung, found = issues(met("18073", "Phường Thành Sen", first=JULY))

    assert (rung.meeting.yes, found) == (1, {})


def test_two_wards_of_one_name_are_told_apart_by_their_codes():
    """“Phường 1” of two districts are both in the list."""
    one, two = unit("quan-1", "00001", "1"), unit("quan-3", "00002", "1")
    found = judged(ladder(target(share(100))), registry(one, two), [outcome(one), outcome(two)])

    assert (found.rungs[0].status, found.issues) == (RungStatus.MET, ())
