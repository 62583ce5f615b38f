"""The vocabulary the examples are over: the one docs/reference/conditions.md describes."""

from decimal import Decimal

import pytest

from kieumau.errors import Problems
from kieumau.language.names import Vocabulary
from kieumau.rules.measures import Choice, IfZero, Kind, Measure, Ratio
from kieumau.wording import Text

HUNDRED = Decimal(100)
CASES = Text("vụ", "cases")
CHOICES = (
    Choice("dat_chuan", Text("đạt chuẩn", "to norm")),
    Choice("vuot_chuan", Text("vượt chuẩn", "above norm")),
    Choice("chua_dat", Text("chưa đạt", "below norm")),
)


def _measure(id_, vi, en, kind, **more):
    return Measure(id_, Text(vi, en), kind, **more)


MEASURES = (
    _measure(
        "ty_le_hai_long",
        "tỷ lệ người dân hài lòng",
        "residents satisfied",
        Kind.PERCENT,
        maximum=HUNDRED,
        decimals=2,
    ),
    _measure("so_vu", "số vụ", "number of cases", Kind.INTEGER, unit=CASES, maximum=Decimal(5000)),
    _measure("so_vu_nam_truoc", "số vụ năm trước", "cases last year", Kind.INTEGER, unit=CASES),
    _measure("so_ho", "số hộ", "households", Kind.INTEGER),
    _measure(
        "so_ho_co_binh",
        "số hộ có tối thiểu một bình chữa cháy",
        "households with at least one extinguisher",
        Kind.INTEGER,
    ),
    _measure(
        "ty_le_ho_co_binh",
        "tỷ lệ hộ có bình chữa cháy",
        "share of households with an extinguisher",
        Kind.PERCENT,
        maximum=HUNDRED,
        decimals=2,
        derived=Ratio("so_ho_co_binh", "so_ho"),
    ),
    _measure(
        "ty_le_phieu_dat",
        "tỷ lệ phiếu đạt",
        "share of forms passed",
        Kind.PERCENT,
        maximum=HUNDRED,
        derived=Ratio("so_vu", "so_ho"),
        if_zero=IfZero.UNKNOWN,
    ),
    _measure("co_hom_thu", "có hòm thư góp ý", "has a letter box", Kind.YES_NO),
    _measure("co_camera", "có camera hoạt động", "has working cameras", Kind.YES_NO),
    _measure("loai_tru_so", "loại trụ sở", "class of headquarters", Kind.CHOICE, choices=CHOICES),
    _measure("ngay_ke_hoach", "ngày ban hành kế hoạch", "date of the plan", Kind.DATE),
    _measure("ngay_bao_cao", "ngày nộp báo cáo", "date of the report", Kind.DATE),
)


@pytest.fixture(scope="session")
def vocabulary():
    """Return the documented vocabulary."""
    problems = Problems()
    found = Vocabulary.of(MEASURES, problems)
    assert problems.errors == ()
    return found
