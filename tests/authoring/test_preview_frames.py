"""Preview in frames: the same as one ward after another, for whatever wards there are."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kieumau.authoring.preview import compare, preview
from kieumau.authoring.preview.standings import Framed, judged
from kieumau.documents.factsets import FactSet
from kieumau.engines import frames
from kieumau.errors import FactsError, MissingExtraError
from kieumau.plugins.chain import read_chain
from kieumau.rules.facts import Fact, Interval, Reported
from kieumau.wording import Text
from tests.effort import share
from tests.strategies import ON, bases, cases, layered

NEVER = 10**9
layers = bases().flatmap(layered)
WARDS = FactSet.read_all("examples/wards/tinh-mau-24-phuong.csv")
CHAIN = read_chain(["examples/tinh-mau"])


def drawn_wards(chain):
    """Return a chain with several wards."""
    return st.lists(cases(chain), min_size=1, max_size=5)


@given(layers.flatmap(drawn_wards))
@share(8)
def test_in_a_frame_it_is_the_same(drawn):
    """Over standards of every kind, wards of every kind: every word of the preview."""
    chain, wards = drawn[0].chain, [each.facts for each in drawn]

    assert preview(chain, ON, wards, frame_from=0) == preview(chain, ON, wards, frame_from=NEVER)


def odd_wards():
    """Return wards with figures a frame has no one column for, and one that is wrong."""
    rounded = [
        evolve(
            each,
            facts=tuple(
                Fact("ty_le_nguoi_dan_hai_long", Reported("95%"))
                if fact.measure == "so_phieu_hai_long"
                else fact
                for fact in each
            ),
        )
        for each in WARDS[:4]
    ]
    wide = [
        evolve(each, facts=(*(f for f in each if f.measure != "so_ho"), Fact("so_ho", spread)))
        for each, spread in zip(WARDS[4:6], (Interval(1, 9000), Interval(5000, 6000)), strict=True)
    ]
    wrong = evolve(WARDS[6], facts=(*WARDS[6], Fact("so_ho_khong_co", 1)))
    away = evolve(WARDS[7], ward=evolve(WARDS[7].ward, province="99"))
    return [*rounded, wrong, *wide, away, *WARDS[8:]]


def test_odd_figures_and_wrong_wards_are_no_different():
    """What is wrong is listed with its reasons, whichever way the others went."""
    wards = odd_wards()
    files = [f"phuong-{at}.yaml" for at in range(len(wards))]

    framed, apart = (preview(CHAIN, ON, wards, files=files, frame_from=each) for each in (0, NEVER))

    assert framed == apart
    assert framed.changed
    assert [each.ward.code for each in framed.not_compared] == ["99007", "99008"]


def test_where_every_ward_is_wrong_the_reasons_are_the_answer():
    """In a frame of no row."""
    wrong = [evolve(each, facts=(Fact("khong_co", 1),)) for each in WARDS]

    with pytest.raises(FactsError, match="KM-511"):
        preview(CHAIN, ON, wrong, frame_from=0)


def test_wards_that_do_not_change_are_never_evaluated_alone(monkeypatch):
    """Else frames would save nothing."""
    alone = []

    def noted(standard, facts):
        alone.append(facts)
        return judged(standard, facts)

    monkeypatch.setattr(compare, "judged", noted)

    found = preview(CHAIN, ON, WARDS, frame_from=0)

    assert len(alone) == len(found.changed) < len(WARDS)


def test_without_the_extra_it_is_the_same(monkeypatch):
    """One ward after another."""

    def missing(_module):
        raise MissingExtraError("frames", Text("bảng"))

    expected = preview(CHAIN, ON, WARDS, frame_from=0)
    monkeypatch.setattr(frames, "columnar", missing)

    assert Framed.of(compare.standard_of(CHAIN, ON), WARDS) is None
    assert preview(CHAIN, ON, WARDS, frame_from=0) == expected
