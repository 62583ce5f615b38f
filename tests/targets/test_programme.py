"""`kieumau.judge_targets`: the bundled ladders, lists of one's own, and what is refused."""

import json
from datetime import date
from pathlib import Path

import pytest

import kieumau
from kieumau.rules.targets import AtLeastShare, AtLeastUnits
from kieumau.verdicts.rungs import RungStatus

ROOT = Path(__file__).parents[2]
WARDS = ROOT / "examples/wards/ha-tinh-2025-9-phuong.csv"
MORE = ROOT / "examples/wards/ha-tinh-2025-9-phuong-bo-sung.csv"
DUE = "2025-12-31"


def report(wards=WARDS, **more):
    """Return Hà Tĩnh's ladder judged over the invented set."""
    return kieumau.judge_targets("ha-tinh", kieumau.FactSet.read_all(wards), on=DUE, **more)


def codes(caught):
    """Return the codes of an error."""
    return [each.code for each in caught.value.diagnostics]


def test_the_invented_nine_wards_leave_the_30_percent_open():
    """Two meet, three do not, of four it is not known: one of these must."""
    rung = report().rung("dat-30-2025")

    assert (rung.meeting.yes, rung.meeting.no, rung.meeting.unknown) == (2, 3, 4)
    assert (rung.status, rung.groups[0].wanting) == (RungStatus.UNDETERMINED, 1)
    assert "18781" in {each.code for each in rung.groups[0].unknown}  # gave no facts at all


def test_one_more_ward_settles_it():
    """The other set differs in one ward's survey."""
    assert report(MORE).rung("dat-30-2025").status is RungStatus.MET


@pytest.mark.parametrize("path", [WARDS, MORE])
def test_the_invented_set_is_marked_so(path):
    """Real wards, real codes, invented figures: every set says so, and so does the report."""
    facts = kieumau.FactSet.read_all(path)
    listed = {(each.code, each.name) for each in _nine()}

    assert all(each.invented for each in facts)
    assert {(each.ward.code, each.ward.name) for each in facts} < listed
    assert any("invented" in each.en for each in report(path).notices)


def _nine():
    from kieumau.plugins.chain import read_chain

    return read_chain(["ha-tinh"]).own.registry.on(date(2025, 12, 31)).units


def test_every_report_says_what_it_rests_on():
    """The sentence of the verdicts' renderings, and that assumed thresholds do not count."""
    said = [each.en for each in report().notices]

    assert said[0] == (
        "Computed under a set reconstructed from public sources; not a decision of recognition."
    )
    assert any("assumed threshold" in each for each in said)


def test_a_ward_that_cannot_be_assessed_is_named_and_unknown(tmp_path):
    """Its problems are listed; it is neither dropped nor taken as failing."""
    text = WARDS.read_text("utf-8")
    (tmp_path / "w.csv").write_text(text.replace("được công nhận", "rất tốt", 1), "utf-8")
    found = report(tmp_path / "w.csv")
    rung = found.rung("dat-30-2025")

    assert [each.code for each in found.not_assessed] == ["18073"]
    assert found.not_assessed[0].problems[0].place.endswith("tinh_trang_do_thi_van_minh")
    assert (rung.meeting.yes, rung.meeting.unknown) == (1, 5)


def test_facts_of_which_none_can_be_assessed_are_refused(tmp_path):
    """A column no measure has is said once, and nothing is judged."""
    text = WARDS.read_text("utf-8")
    (tmp_path / "w.csv").write_text(text.replace("so_vu_bao_che", "so_vu_bao_chee", 1), "utf-8")

    with pytest.raises(kieumau.FactsError) as caught:
        report(tmp_path / "w.csv")
    assert codes(caught) == ["KM-511"]


@pytest.mark.parametrize(
    ("plugin", "on", "total", "needed"),
    [
        ("hung-yen", "2023-12-31", 14, 7),
        ("hung-yen", "2025-06-30", 13, 7),
        ("phu-yen", "2025-06-30", 18, 6),
        ("phu-yen", "2024-12-31", 21, 7),
    ],
)
def test_shares_are_worked_out_where_only_numbers_are_known(plugin, on, total, needed):
    """50% of 14 is 7; 30% of 21 is 7."""
    found = kieumau.judge_targets(plugin, on=on)
    rung = next(each for each in found.rungs if each.groups[0].required.percent not in (None, 100))

    assert (rung.total, rung.groups[0].required.units, rung.listed) == (total, needed, False)


def test_as_if_the_plugin_s_wards_are_assessed_all_the_same():
    """On a day it is not for the province, if asked: by the layer below, as it has no rules."""
    text = {"ward_code": "1", "ward_name": "Phường Mẫu (giả định)", "province": "33"}
    text |= {"period_from": "2025-01-01", "period_to": "2025-12-31", "invented": True}
    facts = kieumau.FactSet.from_row({**text, "so_ho": 1200})

    found = kieumau.judge_targets("hung-yen", [facts], on=DUE, as_if=True)

    assert found.not_assessed == ()
    assert [each.unit.code for each in found.rungs[0].wards] == ["1"]
    assert any("not which" in each.en for each in found.notices)


def test_ho_chi_minh_city_s_fixed_number_is_said_to_stand_for_another_list():
    """75 of 249, of which 210 were left."""
    rung = kieumau.judge_targets("tp-ho-chi-minh", on="2025-06-30").rung("dat-30-2025")

    assert rung.groups[0].required.units == 75
    assert (rung.changed.total, rung.total) == (249, 210)
    assert AtLeastShare(30).units(249) == 75


def test_phu_yen_has_its_ladder():
    """One pilot in the province, then a roll-out, 30% and 100%; to 30 June 2025."""
    found = kieumau.judge_targets("phu-yen", on="2025-06-30")
    pilot = found.rung("thi-diem-2023")

    assert [each.id for each in found.rungs] == [
        "thi-diem-2023",
        "nhan-rong-2024",
        "dat-30-2025",
        "dat-100-2030",
    ]
    assert (pilot.total, pilot.groups[0].required.units, pilot.per.value) == (21, 1, "province")


def test_a_list_and_statuses_of_one_s_own(tmp_path):
    """As CSV: the list the province keeps, and the decisions it has."""
    (tmp_path / "p.csv").write_text(
        "id,code,name,province,from\n"
        "p1,18073,Thành Sen,42,2025-07-01\n"
        "p2,18100,Trần Phú,42,2025-07-01\n",
        "utf-8",
    )
    (tmp_path / "t.csv").write_text(
        "unit;status;from;decision;decision_date;year\n"
        "p1;recognised;2025-12-01;01/QĐ-MAU;01/12/2025;2025\n",
        "utf-8",
    )
    found = report(registry=tmp_path / "p.csv", statuses=tmp_path / "t.csv")
    rung = found.rung("dat-30-2025")

    assert (rung.total, rung.status, rung.recognised.yes) == (2, RungStatus.MET, 1)
    assert found.rung("thi-diem-2023").status is RungStatus.NOT_JUDGED
    assert {each.kind.value for each in found.issues} >= {"not_listed", "began_later"}


def test_another_s_list_does_not_bring_the_plugin_s_statuses(tmp_path):
    """They are about identities of the plugin's own list."""
    (tmp_path / "p.csv").write_text(
        "id,code,name,province,from\nnam-ha,18073,Nam Hà,42,2023-01-01\n", "utf-8"
    )
    found = kieumau.judge_targets("ha-tinh", on=DUE, registry=tmp_path / "p.csv")

    assert found.titles == ()


@pytest.mark.parametrize(
    ("plugin", "more", "code"),
    [
        ("tai-lap-5764", {}, "KM-772"),
        (ROOT / "tests/packages/kieumau-sample-province/kieumau_sample_province", {}, "KM-773"),
        ("ha-tinh", {"on": "2030-12-31"}, "KM-775"),
        ("ha-tinh", {"on": "2023-01-01"}, "KM-775"),
        ("phu-yen", {"on": "2025-07-01"}, "KM-775"),
        ("hung-yen", {}, "KM-776"),
        ("ha-tinh", {"inherit": "population"}, "KM-706"),
        ("ha-tinh", {"on": "hôm nay"}, "KM-701"),
        ("ha-tinh", {"assumed": "perhaps"}, "KM-706"),
        ("ha-tinh", {"facts": [{}]}, "KM-707"),
    ],
)
def test_what_cannot_be_judged_is_refused(plugin, more, code):
    """With the code of why; population-weighted titles have no data to stand on."""
    with pytest.raises(kieumau.KieumauError) as caught:
        kieumau.judge_targets(plugin, **{"on": DUE, **more})

    assert codes(caught) == [code]


def test_the_same_report_gives_the_same_bytes():
    """Whatever the order of the facts."""
    facts = kieumau.FactSet.read_all(WARDS)
    there = kieumau.judge_targets("ha-tinh", facts, on=DUE)
    back = kieumau.judge_targets("ha-tinh", reversed(facts), on=DUE)

    assert there.to_json() == back.to_json() == kieumau.render(there, "json")
    assert json.loads(there.to_json())["format"] == "kieumau/targets-report/1"


def test_a_fixed_goal_is_not_a_share():
    """The bundled goal of the city is the number its decision names."""
    from kieumau.plugins.chain import read_chain

    goals = {each.id: each.goal for each in read_chain(["tp-ho-chi-minh"]).own.targets.of}
    assert goals["dat-30-2025"] == AtLeastUnits(75)
