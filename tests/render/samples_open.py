"""Verdicts that are open, and one whose texts try to break out of every format."""

from datetime import date

from kieumau.rules.citations import Citation, Fidelity, Seen
from kieumau.rules.criteria import Rule, RuleKind
from kieumau.rules.facts import Evidence, Interval, Unknown, Ward
from kieumau.verdicts.findings import FindingKind
from kieumau.verdicts.verdict import (
    MissingFact,
    Outcome,
    PluginRecord,
    Verdict,
    WhyMissing,
)
from kieumau.wording import Text
from tests.render.builders import (
    ANY,
    BASE,
    MET,
    NA,
    NOT_MET,
    NQ_15,
    OPEN,
    PROVINCE,
    base_set,
    criterion,
    fact,
    indicator,
    node,
    part,
    ratio,
    standard,
    test_of,
    verdict_of,
)


def undetermined() -> Verdict:
    """Figures wanted in every way; open applicability and waiver; as if; invented; a base rule."""
    strength = indicator(
        OPEN,
        "Đủ biên chế",
        "Posts filled",
        test_of(
            OPEN,
            "số cán bộ hiện có ≥ biên chế được giao",
            "officers in post ≥ posts assigned",
            ("so_can_bo", "bien_che"),
            fact("so_can_bo", Interval(12, 14)),
            fact("bien_che", Unknown(Text("chưa có quyết định giao", "not yet assigned"))),
        ),
        fidelity=Fidelity.DERIVED,
        seen=Seen.UNSEEN,
    )
    houses = indicator(
        OPEN,
        "Hộ có bình chữa cháy",
        "Households with extinguishers",
        ratio(OPEN, "90", fact("so_ho_co_binh", 1230)),
    )
    asked = indicator(
        OPEN,
        "Camera nơi đông người",
        "Cameras in crowded places",
        test_of(
            OPEN,
            "là phường mới thành lập",
            "is a newly formed ward",
            ("phuong_moi",),
            kind=FindingKind.APPLIES,
        ),
        test_of(
            NOT_MET,
            "có camera hoạt động",
            "has a working camera",
            ("camera",),
            fact("camera", value=False),
        ),
    )
    waiver = node(
        OPEN,
        FindingKind.WAIVER,
        Text("Miễn khi trụ sở đang xây", "Waived while the headquarters are built"),
        part(OPEN, "là phường mới thành lập", "is a newly formed ward", ("phuong_moi",)),
        citations=(NQ_15,),
        plugin="ha-tinh",
    )
    house = test_of(
        NOT_MET,
        "loại trụ sở = đạt chuẩn",
        "class of headquarters = to norm",
        ("tru_so",),
        fact("tru_so", "chua_dat"),
    )
    guarded = node(OPEN, FindingKind.GUARDED, "guarded", house, waiver, rule=ANY)
    issued = node(
        OPEN,
        FindingKind.RULE,
        "as issued",
        strength,
        houses,
        asked,
        rule=Rule(RuleKind.AT_LEAST, 2),
        plugin="tai-lap",
    )
    own = indicator(OPEN, "Trụ sở đạt chuẩn", "Headquarters to norm", guarded, plugin="ha-tinh")
    root = base_set(
        OPEN,
        criterion(OPEN, "Lực lượng, cơ sở vật chất", "Strength and facilities", issued, own),
        criterion(
            NA,
            "Phần không phát sinh",
            "What did not arise",
            indicator(
                NA,
                "Kế hoạch của phường mới",
                "A new ward's plan",
                test_of(
                    NOT_MET,
                    "là phường mới thành lập",
                    "is a newly formed ward",
                    ("phuong_moi",),
                    fact("phuong_moi", value=False),
                    kind=FindingKind.APPLIES,
                ),
                test_of(
                    MET,
                    "ngày ban hành kế hoạch ≤ 31/03",
                    "date of the plan ≤ 31/03",
                    ("ngay_kh",),
                    fact("ngay_kh", date(2023, 2, 15)),
                ),
            ),
        ),
    )
    missing = (
        MissingFact(
            "phuong_moi",
            WhyMissing.NOT_SUPPLIED,
            settles=True,
            indicators=("Cameras in crowded places",),
        ),
        MissingFact(
            "bien_che",
            WhyMissing.DECLARED_UNKNOWN,
            settles=False,
            indicators=("Posts filled",),
            reason=Text("chưa có quyết định giao", "not yet assigned"),
        ),
        MissingFact("so_can_bo", WhyMissing.INEXACT, settles=False, indicators=("Posts filled",)),
        MissingFact(
            "so_ho",
            WhyMissing.NOT_SUPPLIED,
            settles=False,
            indicators=("Households with extinguishers",),
        ),
        MissingFact("tru_so", WhyMissing.NOT_SUPPLIED, settles=False, indicators=()),
        MissingFact("ngay_kh", WhyMissing.NOT_SUPPLIED, settles=False, indicators=()),
        MissingFact("hai_long", WhyMissing.NOT_SUPPLIED, settles=False, indicators=()),
    )
    invented = PluginRecord(
        "ky-anh", "1", Text("Thị xã Kỳ Anh (ví dụ)", "Kỳ Anh town (example)"), 2, invented=True
    )
    return verdict_of(
        Outcome.UNDETERMINED,
        root,
        standard(BASE, PROVINCE, invented),
        missing=missing,
        invented=True,
        as_if=True,
        note=Text("Số liệu tạm tính.", "Provisional figures."),
    )


def nothing() -> Verdict:
    """No criterion arose."""
    empty = ratio(NA, "90", fact("so_ho_co_binh", 0), fact("so_ho", 0))
    root = base_set(
        NA,
        criterion(
            NA, "Phòng cháy", "Fire prevention", indicator(NA, "Hộ có bình", "Extinguishers", empty)
        ),
    )
    return verdict_of(Outcome.UNDETERMINED, root, reason="nothing-assessed")


def hostile() -> Verdict:
    """Texts that try to break out of every format."""
    marks = "<script>alert(1)</script> | *đậm* _x_ [a](javascript:b) `c`"
    evil = f"{marks}\x1b[31m đỏ\x1b]0;t\x07\u202e\n# h"
    about = fact(
        "hai_long", Unknown(Text(evil)), Evidence(evil, evil, "javascript:alert(1)", None, "1. một")
    )
    long = "Chỉ tiêu có tên rất dài " * 12 + "x" * 120
    root = base_set(
        OPEN,
        criterion(
            OPEN,
            evil,
            evil,
            indicator(
                OPEN,
                long,
                long,
                test_of(OPEN, evil, evil, ("hai_long",), about),
                citations=(
                    Citation("unknown-instrument", Text(evil), "https://example.vn/a)b|c", evil),
                ),
            ),
        ),
    )
    missing = (
        MissingFact(
            "hai_long",
            WhyMissing.DECLARED_UNKNOWN,
            settles=True,
            indicators=(long.strip(),),
            reason=Text(evil),
        ),
        MissingFact("khong_co", WhyMissing.NOT_SUPPLIED, settles=False, indicators=("gone",)),
    )
    return verdict_of(
        Outcome.UNDETERMINED,
        root,
        ward=Ward("- 1", f"# {evil}", "42"),
        note=Text("- " + evil),
        missing=missing,
    )
