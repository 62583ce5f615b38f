# ruff: noqa: D103 (the names say it)
"""Facts that are wrong, in every way a hand or a program gets them wrong."""

import math
from collections import UserDict
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import kieumau
from kieumau import Diagnostic, FactsError, FactSet, KieumauError, Standard
from kieumau.rules.facts import Interval

BASE = Path(__file__).parents[1] / "plugins" / "site" / "goc_mau"
WARD = {"code": "00001", "name": "Phường Mẫu", "province": "42"}
PERIOD = {"from": "2023-01-01", "to": "2023-12-31"}


@pytest.fixture(scope="module")
def standard() -> Standard:
    """Return the sample base's standard."""
    return kieumau.load(BASE, on="2023-12-31")


def ward(facts: object, period: object = None, **more: object) -> dict[str, Any]:
    """Return a mapping of the shape of a facts file."""
    return {"ward": WARD, "period": period or PERIOD, "facts": facts, **more}


def problems(standard: Standard, data: Any) -> list[Diagnostic]:
    """Return why the data is refused."""
    with pytest.raises(KieumauError) as error:
        standard.evaluate(FactSet.from_mapping(data))
    return list(error.value.diagnostics)


def value(standard: Standard, measure: str, given: object) -> Any:
    """Return a fact's value as a verdict embeds it."""
    facts = FactSet.from_mapping(ward({measure: given}))
    return standard.evaluate(facts).facts[measure].value


class Many(IntEnum):
    """An enumeration a caller may use for counts."""

    FOURTEEN = 14


class NumpyFloat(float):
    """As numpy 2 prints its floats."""

    def __repr__(self) -> str:
        return f"np.float64({float.__repr__(self)})"


@pytest.mark.parametrize(
    ("measure", "given", "code", "hint"),
    [
        ("so_can_bo", 501, "KM-521", "min, max"),
        ("so_can_bo", -1, "KM-521", "min, max"),
        ("so_can_bo", "14,5", "KM-522", "reported"),
        ("so_can_bo", 14.5, "KM-522", "reported"),
        ("dien_tich", "0,125", "KM-522", "reported"),
        ("so_phieu", "1.000", "KM-311", "1 000"),
        ("so_phieu", "1,000", "KM-311", "1 000"),
        ("so_phieu", "1_000", "KM-310", "1 000 000"),
        ("so_phieu", "1e5", "KM-310", "chữ số"),
        ("so_phieu", "010", "KM-310", "chữ số"),
        ("so_phieu", "0x1F", "KM-313", "không có đơn vị"),
        ("so_phieu", "1:30", "KM-310", "chữ số"),
        ("so_phieu", "１４", "KM-310", "0-9"),
        ("so_phieu", "²", "KM-310", "0-9"),
        ("so_phieu", "١٤", "KM-310", "0-9"),
        ("so_phieu", "mười bốn", "KM-310", "chữ số"),
        ("so_phieu", "", "KM-310", "chữ số"),
        ("so_phieu", "~", "KM-310", "chữ số"),
        ("so_phieu", ".inf", "KM-310", "chữ số"),
        ("so_phieu", "nan", "KM-310", "chữ số"),
        ("so_phieu", "\u221214", "KM-521", "min, max"),
        ("so_phieu", "1" * 5000, "KM-310", "chữ số"),
        ("so_phieu", "14\n15", "KM-310", "chữ số"),
        ("so_phieu", True, "KM-524", "ví dụ: 14"),
        ("so_phieu", date(2023, 1, 1), "KM-524", "ví dụ: 14"),
        ("so_phieu", math.nan, "KM-107", "unknown"),
        ("so_phieu", math.inf, "KM-107", "unknown"),
        ("so_phieu", -math.inf, "KM-107", "unknown"),
        ("so_phieu", Decimal("sNaN"), "KM-107", "unknown"),
        ("so_phieu", Decimal("Infinity"), "KM-107", "unknown"),
        ("so_phieu", 1e300, "KM-107", "unknown"),
        ("so_phieu", 5e-324, "KM-107", "unknown"),
        ("so_phieu", 10**400, "KM-107", "unknown"),
        ("so_phieu", 10**6000, "KM-107", "unknown"),
        ("so_phieu", Decimal("1e999999"), "KM-107", "unknown"),
        ("so_phieu", Decimal("1e-999999"), "KM-107", "unknown"),
        ("so_phieu", Fraction(1, 2), "KM-108", "danh sách"),
        ("so_phieu", 1j, "KM-108", "danh sách"),
        ("so_phieu", {1, 2}, "KM-108", "danh sách"),
        ("so_phieu", {"value": frozenset({frozenset({1})})}, "KM-108", "danh sách"),
        ("so_phieu", object(), "KM-108", "danh sách"),
        ("so_phieu", b"14", "KM-108", "danh sách"),
        ("so_phieu", [14], "KM-202", "mỗi mục một dòng"),
        ("so_phieu", [], "KM-202", "mỗi mục một dòng"),
        ("so_phieu", {}, "KM-502", "một trong bốn"),
        ("so_phieu", {"value": 1, "unknown": "x"}, "KM-502", "một trong bốn"),
        ("so_phieu", {"value": None}, "KM-502", "một trong bốn"),
        ("so_phieu", {"value": [1]}, "KM-205", "một giá trị"),
        ("so_phieu", {"valu": 1}, "KM-201", "value"),
        ("so_phieu", {1: 2}, "KM-117", "nháy đơn"),
        ("so_phieu", {"between": 5}, "KM-503", "[58, 60]"),
        ("so_phieu", {"between": [1]}, "KM-503", "[58, 60]"),
        ("so_phieu", {"between": [1, 2, 3]}, "KM-503", "[58, 60]"),
        ("so_phieu", {"between": [1, [2]]}, "KM-503", "[58, 60]"),
        ("so_phieu", {"between": [60, 58]}, "KM-513", "hai đầu"),
        ("so_phieu", {"between": [58, "31/12/2023"]}, "KM-310", "chữ số"),
        ("so_phieu", {"between": [58, True]}, "KM-524", "14"),
        ("so_phieu", {"between": [58, 10**9]}, "KM-521", "min, max"),
        ("so_phieu", {"unknown": ""}, "KM-203", "title"),
        ("so_phieu", {"unknown": []}, "KM-203", "title"),
        ("so_phieu", {"unknown": True}, "KM-506", "khảo sát"),
        ("so_phieu", {"unknown": {"fr": "x"}}, "KM-201", "vi"),
        ("so_phieu", {"reported": [1]}, "KM-205", "một giá trị"),
        ("so_phieu", {"reported": "58,4"}, "KM-522", "reported"),
        ("so_can_bo", {"reported": "501"}, "KM-521", "min, max"),
        ("so_can_bo", "14 hộ", "KM-313", "người"),
        ("so_can_bo", "14%", "KM-314", "%"),
        ("so_phieu", "14 phiếu", "KM-313", "không có đơn vị"),
        ("ty_le_hai_long", "95 người", "KM-313", "%"),
        ("ty_le_hai_long", "101%", "KM-521", "min, max"),
        ("ty_le_hai_long", "95%%", "KM-313", "%"),
        ("co_hom_thu", 1, "KM-524", "có hoặc không"),
        ("co_hom_thu", 0, "KM-524", "có hoặc không"),
        ("co_hom_thu", "co", "KM-317", "không"),
        ("co_hom_thu", "1", "KM-317", "không"),
        ("co_hom_thu", {"between": [False, True]}, "KM-512", "unknown"),
        ("co_hom_thu", {"reported": "có"}, "KM-512", "unknown"),
        ("loai_tru_so", 1, "KM-523", "đạt chuẩn; chưa đạt"),
        ("loai_tru_so", True, "KM-523", "đạt chuẩn; chưa đạt"),
        ("loai_tru_so", "đạt chuẩn; chưa đạt", "KM-523", "đạt chuẩn"),
        ("loai_tru_so", {"between": ["đạt chuẩn", "chưa đạt"]}, "KM-512", "unknown"),
        ("loai_tru_so", {"reported": "đạt chuẩn"}, "KM-512", "unknown"),
        ("ngay_ke_hoach", "31/02/2023", "KM-316", "31/12"),
        ("ngay_ke_hoach", "15/02", "KM-315", "31/12"),
        ("ngay_ke_hoach", "2023-W01-1", "KM-315", "31/12"),
        ("ngay_ke_hoach", "02-15-2023", "KM-315", "31/12"),
        ("ngay_ke_hoach", 20230215, "KM-524", "none"),
        ("ngay_ke_hoach", "không", "KM-315", "31/12"),
        ("ngay_ke_hoach", datetime(2023, 2, 15, 8, tzinfo=UTC), "KM-108", "ngày"),
        ("ngay_ke_hoach", {"reported": "15/02/2023"}, "KM-512", "unknown"),
        ("ngay_ke_hoach", {"between": ["none", "15/02/2023"]}, "KM-512", "unknown"),
        ("ngay_ke_hoach", {"between": ["16/02/2023", "15/02/2023"]}, "KM-513", "hai đầu"),
        ("so_phieu_hai_lòng_x", 1, "KM-511", "số phiếu hài lòng"),
        ("__proto__", 1, "KM-511", "kieumau show"),
        ("", 1, "KM-511", "kieumau show"),
        ("số \u202ephiếu", 1, "KM-123", "gõ lại"),
        ("so_phieu", "\x1b[31m14", "KM-123", "gõ lại"),
        ("so_phieu", "\ud800", "KM-123", "gõ lại"),
    ],
    ids=lambda given: ascii(given)[:40] if isinstance(given, str | float | dict) else "",
)
def test_a_value_no_measure_can_have_is_refused(standard, measure, given, code, hint):
    found = problems(standard, ward({measure: given}))
    assert code in [each.code for each in found]
    problem = next(each for each in found if each.code == code)
    said = problem.hint("vi")
    assert hint in said
    assert problem.place.path.startswith("facts")
    assert len(problem.say("vi")) < 1500
    assert problem.say("en") != said


@pytest.mark.parametrize(
    ("measure", "given", "wanted"),
    [
        ("so_can_bo", "14 người", 14),
        ("so_can_bo", "14 NGƯỜI", 14),
        ("so_can_bo", "14 persons", 14),
        ("so_can_bo", 14.0, 14),
        ("so_can_bo", Decimal("14.00"), 14),
        ("so_can_bo", Many.FOURTEEN, 14),
        ("so_phieu", "1 818", 1818),
        ("so_phieu", "1\u00a0818", 1818),
        ("so_phieu", "1\u200b818", 1818),
        ("dien_tich", NumpyFloat(150.25), Decimal("150.25")),
        ("dien_tich", 0.1, Decimal("0.1")),
        ("dien_tich", "150,5 m²", Decimal("150.5")),
        ("ty_le_hai_long", "95%", 95),
        ("ty_le_hai_long", "95 %", 95),
        ("ty_le_hai_long", 95, 95),
        ("ty_le_hai_long", "95", 95),
        ("ty_le_hai_long", 0.95, Decimal("0.95")),
        ("co_hom_thu", "Có", True),
        ("co_hom_thu", "no", False),
        ("loai_tru_so", "To norm", "dat_chuan"),
        ("loai_tru_so", "ĐẠT  CHUẨN", "dat_chuan"),
        ("ngay_ke_hoach", "5/2/2023", date(2023, 2, 5)),
        ("ngay_ke_hoach", datetime(2023, 2, 5), date(2023, 2, 5)),  # noqa: DTZ001
        ("ngay_ke_hoach", "Chưa thực hiện", "none"),
        ("ngay_ke_hoach", "not done", "none"),
        ("so_phieu", {"between": ["58", 60]}, Interval(58, 60)),
    ],
)
def test_a_value_written_in_another_way_is_the_same_value(standard, measure, given, wanted):
    found = value(standard, measure, given)
    assert found == wanted
    assert type(found) is type(wanted)


def test_a_measure_twice_is_refused_however_it_is_spelled(standard):
    for twice in ("số cán bộ hiện có", "Số  Cán Bộ hiện có", "officers in post"):
        (found,) = problems(standard, ward({"so_can_bo": 14, twice: 14}))
        assert found.code == "KM-514"
    (found,) = problems(standard, ward({"số cán bộ hiện có": 14, "SỐ CÁN BỘ HIỆN CÓ": 15}))
    assert found.code == "KM-514"
    assert found.place.path.casefold() == "facts.số cán bộ hiện có"


@pytest.mark.parametrize(
    ("share", "fits"),
    [
        ("90%", True),
        ("90,00%", True),
        ("90,01%", False),
        ({"reported": "90%"}, True),
        ({"reported": "91%"}, False),
        ({"between": [89, "90%"]}, True),
        ({"between": [91, 92]}, False),
    ],
)
def test_a_share_agrees_with_its_parts_or_is_refused(standard, share, fits):
    parts = {"so_phieu": 100, "so_phieu_hai_long": 90}
    data = ward({**parts, "tỷ lệ người dân hài lòng": share})
    if fits:
        assert standard.evaluate(FactSet.from_mapping(data))
        return
    (found,) = problems(standard, data)
    assert found.code == "KM-531"
    assert "số phiếu thu về" in found.message("vi")
    assert found.place.path.startswith("facts.tỷ lệ")


def test_a_share_of_nothing_cannot_be_given(standard):
    data = ward({"so_phieu": 0, "so_phieu_hai_long": 0, "ty_le_hai_long": 90})
    assert [each.code for each in problems(standard, data)] == ["KM-531"]


def test_unknown_keys_can_be_passed_over_on_purpose(standard):
    facts = FactSet.from_mapping(ward({"so_can_bo": 14, "la": 1}))
    assert standard.evaluate(facts, on_unknown="ignore")
    with pytest.raises(FactsError):
        standard.evaluate(facts)


def test_every_problem_is_told_at_once(standard):
    found = problems(standard, ward({"so_can_bo": 501, "la": 1, "co_hom_thu": 2}))
    assert {each.code for each in found} == {"KM-521", "KM-511", "KM-524"}


def test_many_unknown_measures_take_no_long_guessing(standard):
    import time

    began = time.perf_counter()
    found = problems(standard, ward({f"so_can_bo_{at}": 1 for at in range(5000)}))
    assert len(found) == 5000
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    ("period", "code"),
    [
        ({"from": "2023-12-31", "to": "2023-01-01"}, "KM-501"),
        ({"from": "2023-02-29", "to": "2023-12-31"}, "KM-208"),
        ({"from": "2023", "to": "2023-12-31"}, "KM-208"),
        ({"from": "2023-01-01"}, "KM-204"),
        ({"from": "2023-01-01", "to": None}, "KM-204"),
        ({"from": ["2023-01-01"], "to": "2023-12-31"}, "KM-205"),
        ({"from": "2023-01-01", "until": "2023-12-31"}, "KM-201"),
        ("2023", "KM-202"),
        (["2023-01-01", "2023-12-31"], "KM-202"),
        ({"from": "2023-01-01", "to": "2023-02-28"}, "KM-515"),
        ({"from": "2022-04-01", "to": "2023-12-31"}, None),
        ({"from": "2022-03-31", "to": "2023-12-31"}, "KM-515"),
        ({"from": "2022-01-01", "to": "2022-12-31"}, "KM-504"),
        ({"from": datetime(2023, 1, 1), "to": date(2023, 12, 31)}, None),  # noqa: DTZ001
        ({"from": datetime(2023, 1, 1, 5), "to": date(2023, 12, 31)}, "KM-108"),  # noqa: DTZ001
    ],
)
def test_periods(standard, period, code):
    data = ward({"so_can_bo": 14}, period)
    if code is None:
        assert standard.evaluate(FactSet.from_mapping(data))
    else:
        assert code in [each.code for each in problems(standard, data)]


def test_the_29_of_february_falls_into_leap_years_only(tmp_path):
    import shutil

    shutil.copytree(BASE, tmp_path / "b")
    rules = tmp_path / "b" / "rules" / "goc.yaml"
    rules.write_text(rules.read_text("utf-8").replace("31/03", "29/02"), encoding="utf-8")
    leaping = kieumau.load(tmp_path / "b", on="2024-12-31")
    leap = {"from": "2024-01-01", "to": "2024-12-31"}
    assert leaping.evaluate(FactSet.from_mapping(ward({}, leap)))
    (found,) = problems(leaping, ward({}))
    assert found.code == "KM-515"
    assert "0" in found.message()


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (None, ["KM-202"]),
        ([], ["KM-202"]),
        ("x", ["KM-202"]),
        (5, ["KM-202"]),
        ({}, ["KM-204", "KM-204", "KM-204"]),
        ({"ward": None, "period": None, "facts": None}, ["KM-204"] * 3),
        (ward([]), ["KM-202"]),
        (ward("x"), ["KM-202"]),
        (ward({}, ward="Nam Hà"), ["KM-202"]),
        (ward({}, ward={}), ["KM-204"] * 3),
        (ward({}, ward={**WARD, "code": ""}), ["KM-204"]),
        (ward({}, ward={**WARD, "name": "  "}), ["KM-204"]),
        (ward({}, ward={**WARD, "province": None}), ["KM-204"]),
        (ward({}, ward={**WARD, "code": ["1"]}), ["KM-205"]),
        (ward({}, ward={**WARD, "xã": "1"}), ["KM-201"]),
        (ward({}, invented="maybe"), ["KM-212"]),
        (ward({}, invented=1), ["KM-212"]),
        (ward({}, note=""), ["KM-203"]),
        (ward({}, note=[]), ["KM-203"]),
        (ward({}, note={"vi": ["x"]}), ["KM-203", "KM-205"]),
        (ward({}, format="kieumau/facts/2"), ["KM-214"]),
        (ward({}, fact={}), ["KM-201"]),
        ({1: 2}, ["KM-117", "KM-204", "KM-204", "KM-204"]),
    ],
)
def test_wrong_shapes(standard, data, codes):
    assert sorted(each.code for each in problems(standard, data)) == sorted(codes)


def test_data_that_holds_itself_comes_to_an_end(standard):
    data: dict[str, Any] = ward({})
    data["facts"]["so_can_bo"] = data
    assert "KM-106" in [each.code for each in problems(standard, data)]
    for at in range(3):
        data["facts"][f"m{at}"] = data
    assert "KM-106" in [each.code for each in problems(standard, data)]
    doubled: list[Any] = []
    for _ in range(30):
        doubled = [doubled, doubled]
    assert "KM-109" in [each.code for each in problems(standard, ward({"so_can_bo": doubled}))]


def test_deep_data_is_refused_without_running_out_of_stack(standard):
    deep: list[Any] = []
    for _ in range(10_000):
        deep = [deep]
    assert "KM-106" in [each.code for each in problems(standard, ward({"x": deep}))]


def test_any_mapping_is_a_mapping(standard):
    facts = FactSet.from_mapping(UserDict(ward(UserDict({"so_can_bo": 14}))))
    assert standard.evaluate(facts).facts["so_can_bo"].value == 14


def test_a_ward_of_another_province_is_refused():
    elsewhere = FactSet.from_mapping(ward({}, ward={**WARD, "province": "01"}))
    with pytest.raises(FactsError) as error:
        kieumau.evaluate(elsewhere, "ha-tinh")
    (found,) = (each for each in error.value.diagnostics if each.code == "KM-505")
    assert "42" in found.message("vi")


IDENTITY = [
    "số 123456789",
    "CCCD 012345678901",
    "CCCD 012 345 678 901",
    "ĐT +84 912 345 678",
    "ĐT 0912345678",
    "ĐT 0912.345.678",
    "ĐT 0912-345-678",
    "ĐT 09 12 34 56 78",
    "ĐT (0912) 345 678",
    "ĐT ０９１２３４５６７８",
    "ĐT 0912\u200b345678",
    "a.b@congan.gov.vn",
]
HARMLESS = [
    "từ 01/01/2023 đến 31/12/2023",
    "Quyết định 5764/QĐ-BCA-V05 ngày 13.07.2021",
    "99 545 hộ, 1 234 567 đồng",
    "https://baohatinh.vn/bai-viet-123456789012.html",
    "2021-2025; 58,45-58,55; 20231231",
]


def places(text: str) -> list[dict[str, Any]]:
    """Return facts with the text in each place where words are free."""
    return [
        ward({}, ward={**WARD, "name": text}),
        ward({}, ward={**WARD, "code": text}),
        ward({}, note=text),
        ward({}, note={"vi": "x", "en": text}),
        ward({"so_can_bo": {"unknown": text}}),
        ward({"so_can_bo": {"unknown": {"vi": text, "en": "x"}}}),
        ward({"so_can_bo": {"value": 1, "evidence": text}}),
        *(
            ward({"so_can_bo": {"value": 1, "evidence": {key: text}}})
            for key in ("source", "document", "note")
        ),
    ]


@pytest.mark.parametrize("text", IDENTITY)
def test_data_about_persons_is_refused_wherever_words_are_free(text):
    given = [*places(text), ward({"so_can_bo": text}), ward({"so_can_bo": {"reported": text}})]
    for data in given:
        with pytest.raises(FactsError) as error:
            FactSet.from_mapping(data)
        (found,) = error.value.diagnostics
        assert found.code == "KM-211"
        assert found.place.path


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_no_data_about_persons_is_taken(text):
    for data in places(text):
        assert FactSet.from_mapping(data)


def test_a_verdict_is_no_facts_file(tmp_path):
    """Who evaluates a verdict is told how to replay it."""
    path = tmp_path / "v.json"
    path.write_text('{"format": "kieumau/verdict/1"}', encoding="utf-8")

    with pytest.raises(kieumau.DocumentError) as refused:
        kieumau.FactSet.read(path)

    assert [each.code for each in refused.value.diagnostics] == ["KM-507"]


def test_arguments_of_another_sort_are_refused():
    """A path where facts belong, or an unknown policy, is a usage error, not a traceback."""
    standard = kieumau.load("tai-lap-5764", on="2023-12-31")
    nothing = {"from": "2023-01-01", "to": "2023-12-31"}
    ward = {"code": "1", "name": "x", "province": "42"}
    facts = kieumau.FactSet.from_mapping({"ward": ward, "period": nothing, "facts": {}})

    with pytest.raises(kieumau.UsageError, match="KM-707"):
        kieumau.evaluate("ward.yaml", "tai-lap-5764")
    with pytest.raises(kieumau.UsageError, match="KM-707"):
        standard.evaluate({})
    with pytest.raises(kieumau.UsageError, match="KM-706"):
        standard.evaluate(facts, on_unknown="x")
