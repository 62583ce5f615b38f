"""The wards that come with the project: the real ones, and the invented ones."""

from pathlib import Path

import pytest

import kieumau
from kieumau.rules.citations import Fidelity

ROOT = Path(__file__).parents[1]
REAL = {
    "kieumau/plugins/ha_tinh/wards/nam-ha-2023.yaml": "ha-tinh",
    "kieumau/plugins/tai_lap_5764/wards/duc-xuan-2023.yaml": "tai-lap-5764",
}
INVENTED = {
    "phuong-mau-a-dat.yaml": ("ha-tinh", "met"),
    "phuong-mau-b-khong-dat.yaml": ("ha-tinh", "not_met"),
    "phuong-mau-c-chua-du.yaml": ("ha-tinh", "undetermined"),
    "phuong-mau-d-duoc-mien.yaml": (str(ROOT / "examples/tinh-mau"), "met"),
}


def evaluated(path, criteria, **options):
    """Return the verdict on a ward's file."""
    return kieumau.evaluate(kieumau.FactSet.read(ROOT / path), criteria, **options)


@pytest.mark.parametrize(("path", "criteria"), REAL.items())
def test_a_real_ward_is_undetermined_on_what_was_published(path, criteria):
    """Little has been published; nothing of it fails, and it is not enough."""
    verdict = evaluated(path, criteria)

    assert verdict.outcome is kieumau.Outcome.UNDETERMINED
    assert not any(
        each.status is kieumau.Status.NOT_MET for each in verdict.indicators if each.counted
    )


@pytest.mark.parametrize(("path", "criteria"), REAL.items())
def test_no_assumed_row_decides_a_real_ward(path, criteria):
    """Assumed thresholds are shown, never counted, and nothing is wanted on their account."""
    verdict = evaluated(path, criteria)
    assumed = {each.id for each in verdict.assumptions}

    assert assumed
    assert not any(each.counted for each in verdict.assumptions)
    assert not any(assumed & set(each.indicators) for each in verdict.missing)
    assert {each.about.fidelity for each in verdict.indicators if each.counted} <= {
        Fidelity.TEXT,
        Fidelity.REPORTED,
        Fidelity.DERIVED,
    }


@pytest.mark.parametrize(("path", "criteria"), REAL.items())
def test_every_published_figure_has_its_source(path, criteria):
    """Each fact says where it was published; nothing is added to what was."""
    facts = kieumau.FactSet.read(ROOT / path)

    assert not facts.invented
    assert all(fact.evidence and fact.evidence.url for fact in facts)
    assert kieumau.evaluate(facts, criteria).facts.ward == facts.ward


def test_what_would_settle_nam_ha():
    """Its extinguishers are declared unknown, with the reason: purchases were counted."""
    verdict = evaluated("kieumau/plugins/ha_tinh/wards/nam-ha-2023.yaml", "ha-tinh")
    wanted = {each.measure: each for each in verdict.missing}

    assert wanted["so_ho_co_binh"].why.value == "declared_unknown"
    assert "đăng ký mua" in wanted["so_ho_co_binh"].reason.vi
    assert verdict.finding("to-lien-gia").status is kieumau.Status.MET
    assert not any(each.settles for each in verdict.missing)
    assert [each.measure for each in verdict.missing][:3] == [
        "so_bien_che_duoc_giao",
        "so_can_bo_hien_co",
        "so_don_vi_dia_ban",
    ]


def test_what_would_settle_duc_xuan():
    """A published 100% is anything that rounds to it, so the exact counts are still wanted."""
    verdict = evaluated("kieumau/plugins/tai_lap_5764/wards/duc-xuan-2023.yaml", "tai-lap-5764")
    wanted = {each.measure: each for each in verdict.missing}

    assert verdict.finding("toi-pham-giam").status is kieumau.Status.MET
    assert verdict.finding("to-lien-gia").status is kieumau.Status.MET
    assert verdict.finding("tiep-nhan-tin-bao").status is kieumau.Status.UNDETERMINED
    assert wanted["ty_le_tin_bao_duoc_tiep_nhan"].why.value == "inexact"


@pytest.mark.parametrize("name", INVENTED)
def test_an_invented_ward_comes_out_as_it_says(name):
    """Invented wards are marked so, and show each outcome, alike on both engines."""
    criteria, outcome = INVENTED[name]
    plain = evaluated(f"examples/wards/{name}", criteria, engine="plain")

    assert plain.facts.invented
    assert plain.outcome.value == outcome
    assert evaluated(f"examples/wards/{name}", criteria) == plain


def test_a_waiver_shows_as_waived_with_its_basis():
    """The invented province releases one ward from the equipment norm."""
    verdict = evaluated(
        "examples/wards/phuong-mau-d-duoc-mien.yaml", ROOT / "examples" / "tinh-mau"
    )
    waived = [each for each in verdict.indicators if each.status is kieumau.Status.WAIVED]

    assert [each.id for each in waived] == ["thiet-bi-dinh-muc"]
    assert "MIỄN" in kieumau.render(verdict, "text", "vi").upper()


@pytest.mark.parametrize("name", ["tai-lap-5764", "ha-tinh", str(ROOT / "examples/tinh-mau")])
def test_the_plugins_that_come_with_it_are_without_errors(name):
    """Files, composition on every date, and cases; only assumed thresholds are warned of."""
    assert {each.code for each in kieumau.check(name)} <= {"KM-811"}
