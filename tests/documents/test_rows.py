"""A fact set as a row of a table, and back."""

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given

from kieumau import FactsError, FactSet
from kieumau.documents.rows import OF_THE_WARD, PARTS
from kieumau.rules.facts import Fact, Interval, Reported, Unknown, Ward
from kieumau.rules.periods import Period
from kieumau.wording import Text
from tests.strategies import cases

WARD = Ward("00001", "Phường Mẫu (giả định)", "42")
YEAR = Period(date(2023, 1, 1), date(2023, 12, 31))
HEAD = {
    "ward_code": "00001",
    "ward_name": "Phường Mẫu (giả định)",
    "province": "42",
    "period_from": date(2023, 1, 1),
    "period_to": date(2023, 12, 31),
}


def facts(*given, **more):
    """Return the fact set of these facts."""
    return FactSet(WARD, YEAR, tuple(Fact(*each) for each in given), **more)


def codes(row):
    """Return what is wrong with a row, and in which column."""
    with pytest.raises(FactsError) as caught:
        FactSet.from_row(row)
    return [(each.code, each.place.path) for each in caught.value.diagnostics]


def test_a_row_has_a_column_for_each_thing():
    """Values as they are, an interval in two columns, reasons in their own."""
    row = facts(
        ("so_ho", 1818),
        ("dien_tich", Decimal("1.125")),
        ("co_hom_thu", False),
        ("ngay_ke_hoach", date(2023, 3, 31)),
        ("ngay_nghi_quyet", "none"),
        ("so_vu", Interval(58, 60)),
        ("ty_le", Reported("58,5%")),
        ("so_phieu", Unknown(Text("chưa khảo sát", "no survey yet"))),
        ("so_to", Unknown(Text("chưa đếm"))),
        invented=True,
    ).to_row()

    assert row == HEAD | {
        "invented": True,
        "so_ho": 1818,
        "dien_tich": Decimal("1.125"),
        "co_hom_thu": False,
        "ngay_ke_hoach": date(2023, 3, 31),
        "ngay_nghi_quyet": "none",
        "so_vu__min": 58,
        "so_vu__max": 60,
        "ty_le__reported": "58,5%",
        "so_phieu__reason": "chưa khảo sát",
        "so_phieu__reason_en": "no survey yet",
        "so_to__reason": "chưa đếm",
    }


@given(case=cases())
def test_a_row_gives_back_all_but_the_evidence_and_the_note(case):
    """Over every kind of fact: from_row(to_row(f)) is f."""
    bare = tuple(evolve(fact, evidence=None) for fact in case.facts)

    assert FactSet.from_row(case.facts.to_row()) == evolve(case.facts, facts=bare, note=None)


def test_evidence_and_the_note_have_no_column():
    """What is left out is left out on purpose."""
    row = FactSet.from_mapping(
        facts(("so_ho", 1)).to_mapping()
        | {"note": "ghi chú", "facts": {"so_ho": {"value": 1, "evidence": "sổ của phường"}}}
    ).to_row()

    assert row == HEAD | {"so_ho": 1}


@pytest.mark.parametrize("empty", [None, "", "  ", "\u00a0"], ids=repr)
def test_an_empty_cell_is_not_supplied(empty):
    """So is a blank one; an empty interval is none."""
    read = FactSet.from_row(HEAD | {"so_ho": empty, "so_vu__min": empty, "so_vu__max": empty})

    assert read == facts()


def test_floats_are_taken_by_their_shortest_decimal():
    """As everywhere: 58.1 is 58.1, and 14.0 is 14."""
    read = FactSet.from_row(HEAD | {"a": 58.1, "b": 14.0, "c": True})

    assert [fact.value for fact in read] == [Decimal("58.1"), 14, True]


@pytest.mark.parametrize("value", [float("nan"), Decimal("NaN")], ids=repr)
def test_nan_is_refused_and_none_advised(value):
    """A data frame's NaN may be missing or wrong; nobody guesses."""
    assert codes(HEAD | {"so_ho": value}) == [("KM-534", "so_ho")]


@pytest.mark.parametrize("value", [float("inf"), Decimal("-Infinity"), {1}], ids=repr)
def test_what_is_no_figure_is_refused_at_its_column(value):
    """With the codes of any other reading."""
    assert [column for _, column in codes(HEAD | {"so_ho": value})] == ["so_ho"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"so_vu__min": 58}, [("KM-536", "so_vu__min")]),
        ({"so_vu__max": 58}, [("KM-536", "so_vu__max")]),
        ({"so_vu": 1, "so_vu__reason": "chưa đếm"}, [("KM-537", "so_vu")]),
        ({"so_vu": 1, "so_vu__min": 1, "so_vu__max": 2}, [("KM-537", "so_vu")]),
        ({"so_vu__min": 1, "so_vu__reason": "chưa đếm"}, [("KM-537", "so_vu__min")]),
        ({"so_vu__reason": "gọi 0912 345 678"}, [("KM-211", "so_vu__reason")]),
        ({"so_vu": [1]}, [("KM-202", "so_vu")]),
        ({"ward_code": 1}, [("KM-535", "ward_code")]),
        ({"province": 1}, [("KM-535", "province")]),
        ({"province": None}, [("KM-538", "")]),
        ({"period_from": "31/02/2023"}, [("KM-208", "period_from")]),
        ({"period_to": "31/12/2022"}, [("KM-501", "period_from")]),
        ({"invented": "maybe"}, [("KM-212", "invented")]),
    ],
)
def test_what_is_wrong_is_said_of_its_column(cells, expected):
    """One problem each."""
    assert codes(HEAD | cells) == expected


def test_all_problems_of_a_row_are_reported_at_once():
    """Of the ward, the period and the figures."""
    row = HEAD | {"ward_code": None, "period_from": "x", "a": float("nan"), "b__min": 1}

    assert sorted(code for code, _ in codes(row)) == ["KM-208", "KM-534", "KM-536", "KM-538"]


@pytest.mark.parametrize("name", [*OF_THE_WARD, *(f"so_ho{part}" for part in PARTS)])
def test_a_measure_named_as_a_column_of_its_own_has_no_row(name):
    """It could not be told apart when read back."""
    with pytest.raises(FactsError, match="KM-533"):
        facts((name, 1)).to_row()
