"""A verdict that is not met, with every kind of condition in it."""

from datetime import date

from kieumau.rules.citations import Fidelity, Seen
from kieumau.rules.criteria import Rule, RuleKind
from kieumau.rules.facts import Evidence, Interval, Reported
from kieumau.rules.measures import IfZero
from kieumau.rules.refinements import EvidenceField, EvidenceNeed
from kieumau.verdicts.findings import Change, Finding, FindingKind, Guidance
from kieumau.verdicts.verdict import (
    MissingFact,
    Outcome,
    Verdict,
    WhyMissing,
)
from kieumau.wording import Text
from tests.render.builders import (
    ANY,
    BAO,
    MET,
    NOT_MET,
    NQ_15,
    OPEN,
    base_set,
    criterion,
    fact,
    indicator,
    node,
    part,
    ratio,
    test_of,
    verdict_of,
)


def not_met() -> Verdict:
    """Return tightened, added, negated and nested conditions, evidence, and cautions."""
    supplied = (
        fact(
            "so_ho_co_binh",
            1230,
            Evidence("Báo cáo năm 2023", "12/BC-CAP", "https://example.vn/bc", date(2024, 1, 5)),
        ),
        fact("so_ho", 1400),
    )
    tightened = ratio(
        NOT_MET,
        "95",
        *supplied,
        plugin="ha-tinh",
        citations=(NQ_15,),
        fidelity=Fidelity.TEXT,
        seen=Seen.QUOTED,
        change=Change("ha-tinh", Text("90%"), Text("95%")),
    )
    also = test_of(
        MET,
        "số bài viết ≥ 2 bài",
        "articles ≥ 2 articles",
        ("bai_viet",),
        fact("bai_viet", 4),
        plugin="ha-tinh",
        citations=(NQ_15,),
        fidelity=Fidelity.DERIVED,
    )
    guidance = Guidance(
        "ha-tinh",
        Text("Đếm theo sổ theo dõi.", "Counted from the register."),
        (
            EvidenceNeed("so_ho_co_binh", EvidenceField.DOCUMENT),
            EvidenceNeed("so_ho", EvidenceField.SOURCE, Text("của Ủy ban nhân dân", "by the ward")),
        ),
        (NQ_15,),
    )
    fire = criterion(
        NOT_MET,
        "Phòng cháy, chữa cháy",
        "Fire prevention",
        indicator(
            NOT_MET,
            "Hộ có bình chữa cháy",
            "Households with extinguishers",
            ratio(NOT_MET, "90", *supplied, plugin="tai-lap"),
            tightened,
            also,
            seen=Seen.SUMMARY,
            scope=Text(
                "đặt cho xã, phường, không phải Công an phường", "set for communes, not ward police"
            ),
            guidance=(guidance,),
        ),
        indicator(
            NOT_MET,
            "Kế hoạch trong quý I",
            "Plan in the first quarter",
            test_of(
                NOT_MET,
                "ngày ban hành kế hoạch ≤ 31/03",
                "date of the plan ≤ 31/03",
                ("ngay_kh",),
                fact("ngay_kh", "none"),
            ),
            fidelity=Fidelity.REPORTED,
            citations=(BAO,),
        ),
    )
    return verdict_of(
        Outcome.NOT_MET,
        base_set(NOT_MET, fire, _service(), _added()),
        missing=(
            MissingFact("hai_long", WhyMissing.INEXACT, settles=False, indicators=("Satisfied",)),
        ),
    )


def _service() -> Finding:
    either = node(
        MET,
        FindingKind.REQUIREMENT,
        "(…)",
        part(
            NOT_MET,
            "có hòm thư góp ý",
            "has a letter box",
            ("hom_thu",),
            fact("hom_thu", value=False),
        ),
        node(
            MET,
            FindingKind.CONDITION,
            "at least",
            part(
                MET,
                "có camera hoạt động",
                "has a working camera",
                ("camera",),
                fact("camera", value=True),
            ),
            part(
                MET,
                "tổng hoạt động tuyên truyền ≥ 10 hoạt động",
                "outreach in all ≥ 10 activities",
                ("tuyen_truyen", "bai_viet", "buoi"),
                fact("bai_viet", 4),
                fact("buoi", 8),
            ),
            part(
                NOT_MET,
                "số cán bộ còn thiếu ≤ 0 người",
                "officers short ≤ 0 persons",
                ("con_thieu", "bien_che", "so_can_bo"),
                fact("bien_che", 16),
                fact("so_can_bo", 14),
            ),
            rule=Rule(RuleKind.AT_LEAST, 2),
        ),
        rule=ANY,
    )
    breaches = part(
        NOT_MET,
        "có vi phạm chưa xử lý",
        "has unsettled breaches",
        ("vi_pham",),
        fact("vi_pham", value=False),
    )
    none_of = node(
        NOT_MET,
        FindingKind.REQUIREMENT,
        "not",
        node(
            MET,
            FindingKind.CONDITION,
            "any",
            part(
                MET,
                "số vụ năm nay > 50 vụ",
                "cases this year > 50 cases",
                ("vu_nay",),
                fact("vu_nay", Interval(58, 60)),
            ),
            breaches,
            rule=ANY,
        ),
        rule=None,
        negated=True,
    )
    return criterion(
        NOT_MET,
        "Phục vụ nhân dân",
        "Serving the people",
        indicator(MET, "Tiếp nhận ý kiến", "Hearing the people", either),
        indicator(
            MET,
            "Không có vi phạm tồn đọng",
            "No breaches outstanding",
            node(MET, FindingKind.REQUIREMENT, "not", breaches, rule=None, negated=True),
        ),
        indicator(NOT_MET, "Trật tự", "Order", none_of),
        indicator(
            OPEN,
            "Người dân hài lòng",
            "Satisfied",
            test_of(
                OPEN,
                "tỷ lệ người dân hài lòng ≥ 99,9%",
                "residents satisfied ≥ 99.9%",
                ("hai_long",),
                fact(
                    "hai_long",
                    Reported("100%"),
                    Evidence(url="https://example.vn/kq", note="làm tròn"),
                ),
            ),
        ),
    )


def _added() -> Finding:
    return criterion(
        MET,
        "Tiêu chí riêng của tỉnh",
        "The province's own criterion",
        indicator(
            NOT_MET,
            "Giảm số vụ (giả định)",
            "Fewer cases (assumed)",
            test_of(
                NOT_MET,
                "mức thay đổi số vụ ≤ -5%",
                "change in cases ≤ -5%",
                ("muc_giam", "vu_truoc", "vu_nay"),
                fact("vu_truoc", 40),
                fact("vu_nay", 39),
                denominator=("vu_truoc",),
                if_zero=IfZero.UNKNOWN,
            ),
            fidelity=Fidelity.ASSUMED,
            citations=(),
            counted=False,
            plugin="ha-tinh",
        ),
        indicator(
            MET,
            "Quân số",
            "Officers",
            test_of(
                MET,
                "số cán bộ hiện có ≥ 12 người",
                "officers in post ≥ 12 persons",
                ("so_can_bo",),
                fact("so_can_bo", 14),
            ),
            plugin="ha-tinh",
            citations=(NQ_15,),
        ),
        plugin="ha-tinh",
        citations=(NQ_15,),
    )
