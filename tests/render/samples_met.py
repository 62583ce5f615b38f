"""Verdicts that are met: on evidence, by what did not arise, by a waiver, in layers."""

from datetime import date
from decimal import Decimal

from kieumau.rules.citations import Fidelity
from kieumau.rules.criteria import Rule, RuleKind
from kieumau.rules.periods import Validity
from kieumau.rules.refinements import EvidenceField, EvidenceNeed
from kieumau.verdicts.findings import FindingKind, Guidance
from kieumau.verdicts.verdict import (
    AssumedPolicy,
    MissingFact,
    Outcome,
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
    TT_124,
    WAIVED,
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


def met() -> Verdict:
    """Return one layer, no reconstruction: met, not arising and waived; a rule that leans."""
    full = ratio(MET, "90", fact("so_ho_co_binh", 1818), fact("so_ho", 1818))
    empty = ratio(NA, "90", fact("so_ho_co_binh", 0), fact("so_ho", 0))
    officers = test_of(
        MET,
        "số cán bộ hiện có ≥ biên chế được giao",
        "officers in post ≥ posts assigned",
        ("so_can_bo", "bien_che"),
        fact("so_can_bo", 14),
        fact("bien_che", 12),
    )
    headquarters = test_of(
        NOT_MET,
        "loại trụ sở thuộc {đạt chuẩn}",
        "class of headquarters in {to norm}",
        ("tru_so",),
        fact("tru_so", "chua_dat"),
    )
    waiver = node(
        MET,
        FindingKind.WAIVER,
        Text("Phường mới thành lập được hoãn 2 năm", "A new ward has 2 years' grace"),
        test_of(
            MET,
            "là phường mới thành lập",
            "is a newly formed ward",
            ("phuong_moi",),
            fact("phuong_moi", value=True),
            kind=FindingKind.CONDITION,
        ),
        citations=(NQ_15,),
        plugin="ha-tinh",
    )
    guarded = node(WAIVED, FindingKind.GUARDED, "guarded", headquarters, waiver, rule=ANY)
    root = base_set(
        MET,
        criterion(
            MET,
            "Phòng cháy",
            "Fire prevention",
            indicator(MET, "Hộ có bình chữa cháy", "Households with extinguishers", full),
            indicator(NA, "Hộ kinh doanh có bình", "Businesses with extinguishers", empty),
            indicator(WAIVED, "Trụ sở đạt chuẩn", "Headquarters to norm", guarded),
            rule=Rule(RuleKind.AT_LEAST, 2),
            citations=(TT_124,),
        ),
        criterion(
            MET,
            "Lực lượng",
            "Strength",
            indicator(
                MET,
                "Đủ biên chế",
                "Posts filled",
                officers,
                note=Text("Chốt cuối kỳ.", "At the period's end."),
            ),
        ),
    )
    return verdict_of(Outcome.MET, root, standard(BASE, reconstruction=False))


def assumed() -> Verdict:
    """Return an outcome that rests on an assumed threshold and on what did not arise."""
    officers = test_of(
        MET,
        "số cán bộ hiện có ≥ 12 người",
        "officers in post ≥ 12 persons",
        ("so_can_bo",),
        fact("so_can_bo", 14),
    )
    empty = ratio(NA, "90", fact("so_ho_co_binh", 0), fact("so_ho", 0))
    root = base_set(
        MET,
        criterion(
            MET,
            "Lực lượng",
            "Strength",
            indicator(MET, "Quân số", "Officers", officers, fidelity=Fidelity.ASSUMED),
        ),
        criterion(
            NA, "Phòng cháy", "Fire prevention", indicator(NA, "Hộ có bình", "Extinguishers", empty)
        ),
        rule=Rule(RuleKind.AT_LEAST, 2),
    )
    return verdict_of(
        Outcome.MET,
        root,
        standard(assumed=AssumedPolicy.COUNT, valid=Validity()),
    )


def layered() -> Verdict:
    """Return rules that stand as issued beside what a layer added, and long lists."""
    satisfied = test_of(
        MET,
        "tỷ lệ người dân hài lòng ≥ 90%",
        "residents satisfied ≥ 90%",
        ("hai_long",),
        fact("hai_long", Decimal("93.5")),
    )
    boxes = test_of(
        MET, "có hòm thư góp ý", "has a letter box", ("hom_thu",), fact("hom_thu", value=True)
    )
    waiver = node(
        NOT_MET,
        FindingKind.WAIVER,
        Text("Miễn cho phường mới", "Waived for new wards"),
        part(
            NOT_MET,
            "là phường mới thành lập",
            "is a newly formed ward",
            ("phuong_moi",),
            fact("phuong_moi", value=False),
        ),
        plugin="ha-tinh",
        citations=(NQ_15,),
    )
    guarded = tuple(
        node(MET, FindingKind.GUARDED, f"guarded {n}", test, waiver, rule=ANY)
        for n, test in enumerate((satisfied, boxes))
    )
    needs = (
        EvidenceNeed("hai_long", EvidenceField.DATE),
        EvidenceNeed("hom_thu", EvidenceField.URL),
    )
    service = criterion(
        MET,
        "Phục vụ nhân dân",
        "Serving the people",
        indicator(
            MET,
            "Người dân hài lòng",
            "Satisfied",
            *guarded,
            guidance=(Guidance("ha-tinh", None, needs),),
        ),
    )
    growth = test_of(
        OPEN,
        "tổng hoạt động tuyên truyền ≥ 10 hoạt động",
        "outreach in all ≥ 10 activities",
        ("tuyen_truyen", "bai_viet", "buoi"),
    )
    open_ = criterion(
        OPEN, "Tuyên truyền", "Outreach", indicator(OPEN, "Tuyên truyền", "Outreach held", growth)
    )
    officers = test_of(
        MET,
        "số cán bộ hiện có ≥ 12 người",
        "officers in post ≥ 12 persons",
        ("so_can_bo",),
        fact("so_can_bo", 14),
    )
    strength = criterion(
        MET, "Lực lượng", "Strength", indicator(MET, "Quân số", "Officers", officers)
    )
    own = criterion(
        MET,
        "Tiêu chí riêng",
        "Own criterion",
        node(
            MET,
            FindingKind.RULE,
            "as issued",
            indicator(MET, "Hòm thư", "Letter box", boxes),
            indicator(OPEN, "Hoạt động", "Activities", growth),
            rule=ANY,
            plugin="tai-lap",
        ),
        indicator(MET, "Quân số theo tỉnh", "Officers by province", officers, plugin="ha-tinh"),
        plugin="ha-tinh",
    )
    issued = node(
        MET,
        FindingKind.RULE,
        "as issued",
        service,
        open_,
        strength,
        rule=Rule(RuleKind.AT_LEAST, 2),
        plugin="tai-lap",
    )
    missing = tuple(
        MissingFact(id_, WhyMissing.NOT_SUPPLIED, settles=n < 2, indicators=("Outreach held",))
        for n, id_ in enumerate(("bai_viet", "buoi", *(f"thieu_{n:02}" for n in range(12))))
    )
    return verdict_of(
        Outcome.MET,
        base_set(MET, issued, own),
        standard(valid=Validity(date(2023, 5, 31))),
        missing=missing,
    )
