"""Verdicts made by hand, one for every way a rendering can go.

They are built from the frozen classes alone, so that these tests need no engine and no plugin.
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from kieumau.documents.factsets import FactSet
from kieumau.rules.citations import Citation, Fidelity, Instrument, Seen
from kieumau.rules.criteria import ALL, Rule, RuleKind
from kieumau.rules.facts import Evidence, Fact, Interval, Reported, Unknown, Ward
from kieumau.rules.measures import (
    Change as Growth,
    Choice,
    Difference,
    IfZero,
    Kind,
    Measure,
    Ratio,
    RecordedBy,
    Sum,
)
from kieumau.rules.periods import Period, Validity
from kieumau.rules.refinements import EvidenceField, EvidenceNeed
from kieumau.verdicts.findings import Change, Finding, FindingKind, Guidance, Status, Subject
from kieumau.verdicts.verdict import (
    AssumedPolicy,
    MissingFact,
    Outcome,
    PluginRecord,
    StandardRecord,
    Verdict,
    WhyMissing,
)
from kieumau.wording import Text

MET, NOT_MET, OPEN = Status.MET, Status.NOT_MET, Status.UNDETERMINED
NA, WAIVED = Status.NOT_APPLICABLE, Status.WAIVED
ANY = Rule(RuleKind.ANY)

HOUSEHOLDS = Text("hộ", "households")
PERSONS = Text("người", "persons")
CASES = Text("vụ", "cases")

MEASURES = (
    Measure(
        "so_can_bo",
        Text("số cán bộ hiện có", "officers in post"),
        Kind.INTEGER,
        PERSONS,
        recorded_by=RecordedBy.PROVINCE,
        collection=Text("Theo danh sách biên chế cuối kỳ.", "From the roll at the period's end."),
    ),
    Measure(
        "bien_che",
        Text("biên chế được giao", "posts assigned"),
        Kind.INTEGER,
        PERSONS,
        recorded_by=RecordedBy.PROVINCE,
    ),
    Measure("so_ho", Text("số hộ", "households"), Kind.INTEGER, HOUSEHOLDS),
    Measure(
        "so_ho_co_binh",
        Text("số hộ có bình chữa cháy", "households with an extinguisher"),
        Kind.INTEGER,
        HOUSEHOLDS,
        recorded_by=RecordedBy.UNIT,
        caution=Text(
            "Số do đơn vị tự kiểm đếm; nên đối chiếu với khảo sát.",
            "Counted by the unit itself; compare with a survey.",
        ),
    ),
    Measure(
        "ty_le_binh",
        Text("tỷ lệ hộ có bình chữa cháy", "share of households with an extinguisher"),
        Kind.PERCENT,
        Text("%"),
        maximum=Decimal(100),
        decimals=2,
        derived=Ratio("so_ho_co_binh", "so_ho"),
    ),
    Measure(
        "hai_long",
        Text("tỷ lệ người dân hài lòng", "residents satisfied"),
        Kind.PERCENT,
        Text("%"),
        maximum=Decimal(100),
        decimals=2,
        recorded_by=RecordedBy.SURVEY,
    ),
    Measure("vu_truoc", Text("số vụ năm trước", "cases last year"), Kind.INTEGER, CASES),
    Measure("vu_nay", Text("số vụ năm nay", "cases this year"), Kind.INTEGER, CASES),
    Measure(
        "muc_giam",
        Text("mức thay đổi số vụ", "change in cases"),
        Kind.PERCENT,
        Text("%"),
        minimum=Decimal(-100),
        maximum=Decimal(1000),
        decimals=2,
        derived=Growth("vu_truoc", "vu_nay"),
    ),
    Measure("bai_viet", Text("số bài viết", "articles"), Kind.INTEGER, Text("bài", "articles")),
    Measure(
        "buoi",
        Text("số buổi tuyên truyền", "meetings held"),
        Kind.INTEGER,
        Text("buổi", "meetings"),
    ),
    Measure(
        "tuyen_truyen",
        Text("tổng hoạt động tuyên truyền", "outreach in all"),
        Kind.INTEGER,
        Text("hoạt động", "activities"),
        derived=Sum(("bai_viet", "buoi")),
    ),
    Measure(
        "con_thieu",
        Text("số cán bộ còn thiếu", "officers short"),
        Kind.INTEGER,
        PERSONS,
        minimum=Decimal(-1000),
        derived=Difference("bien_che", "so_can_bo"),
    ),
    Measure("hom_thu", Text("có hòm thư góp ý", "has a letter box"), Kind.YES_NO),
    Measure("camera", Text("có camera hoạt động", "has a working camera"), Kind.YES_NO),
    Measure("vi_pham", Text("có vi phạm chưa xử lý", "has unsettled breaches"), Kind.YES_NO),
    Measure("phuong_moi", Text("là phường mới thành lập", "is a newly formed ward"), Kind.YES_NO),
    Measure(
        "tru_so",
        Text("loại trụ sở", "class of headquarters"),
        Kind.CHOICE,
        choices=(
            Choice("dat_chuan", Text("đạt chuẩn", "to norm")),
            Choice("chua_dat", Text("chưa đạt", "below norm")),
        ),
    ),
    Measure("ngay_kh", Text("ngày ban hành kế hoạch", "date of the plan"), Kind.DATE),
)

INSTRUMENTS = (
    Instrument(
        "tt-124",
        Text("Thông tư về khu dân cư an toàn", "Circular on safe residential areas"),
        "124/2021/TT-BCA",
        Text("Bộ Công an", "Ministry of Public Security"),
        date(2021, 12, 28),
        url="https://example.vn/tt-124",
    ),
    Instrument(
        "nq-15",
        Text("Nghị quyết về xây dựng phường kiểu mẫu", "Resolution on model wards"),
        "15-NQ/TU",
        issued=date(2023, 5, 31),
    ),
    Instrument(
        "bao",
        Text("Xây dựng Công an phường kiểu mẫu (báo)", "Building model ward police (newspaper)"),
        url="https://example.vn/bao_(1)",
    ),
)
TT_124 = Citation(
    "tt-124", Text("Điều 5 khoản 4", "Article 5 clause 4"), quote="đạt từ 70% trở lên"
)
NQ_15 = Citation("nq-15", Text("mục II điểm 3", "part II point 3"), "https://example.vn/nq-15#3")
BAO = Citation("bao", Text("đoạn 2", "paragraph 2"))


def fact(measure: str, value: object, evidence: Evidence | None = None) -> Fact:
    """Return a fact."""
    return Fact(measure, value, evidence)


def test_of(
    status: Status, vi: str, en: str, measures: tuple[str, ...], *facts: Fact, **about: object
) -> Finding:
    """Return a single test, as a requirement unless ``kind`` says otherwise."""
    subject = Subject(
        f"step/{vi}",
        about.pop("kind", FindingKind.REQUIREMENT),
        Text(vi, en),
        measures=measures,
        **about,
    )
    return Finding(subject, status, facts)


def node(
    status: Status, kind: FindingKind, title: Text | str, *children: Finding, **about: object
) -> Finding:
    """Return a finding over others."""
    text = title if isinstance(title, Text) else Text(title)
    about.setdefault("rule", ALL)
    return Finding(Subject(about.pop("id", text.en), kind, text, **about), status, (), children)


def indicator(status: Status, vi: str, en: str, *children: Finding, **about: object) -> Finding:
    """Return an indicator resting on the circular, unless it is said otherwise."""
    about.setdefault("plugin", "tai-lap")
    about.setdefault("citations", (TT_124,))
    about.setdefault("fidelity", Fidelity.TEXT)
    return node(status, FindingKind.INDICATOR, Text(vi, en), *children, **about)


def part(status: Status, vi: str, en: str, measures: tuple[str, ...], *facts: Fact) -> Finding:
    """Return a part of a condition."""
    return test_of(status, vi, en, measures, *facts, kind=FindingKind.CONDITION)


def criterion(status: Status, vi: str, en: str, *children: Finding, **about: object) -> Finding:
    """Return a criterion of the base."""
    about.setdefault("plugin", "tai-lap")
    about.setdefault("fidelity", Fidelity.DERIVED)
    return node(status, FindingKind.CRITERION, Text(vi, en), *children, **about)


def base_set(status: Status, *children: Finding, **about: object) -> Finding:
    """Return a set."""
    about.setdefault("plugin", "tai-lap")
    about.setdefault("fidelity", Fidelity.DERIVED)
    about.setdefault("citations", (BAO,))
    return node(status, FindingKind.SET, Text("Bộ tiêu chí mẫu", "Sample set"), *children, **about)


def standard(*plugins: PluginRecord, **changes: object) -> StandardRecord:
    """Return the record of a standard."""
    values: dict[str, object] = {
        "id": "ha-tinh",
        "title": Text("Tiêu chí tỉnh Hà Tĩnh", "Criteria of Hà Tĩnh province"),
        "on": date(2023, 12, 31),
        "valid": Validity(date(2023, 5, 31), date(2025, 3, 1)),
        "digest": "sha256:" + "0123456789abcdef" * 4,
        "text_digest": "fedcba9876543210" * 4,
        "plugins": plugins or (BASE, PROVINCE),
        "library": "0.1.0",
        "reconstruction": True,
        "measures": MEASURES,
        "instruments": INSTRUMENTS,
    }
    return StandardRecord(**(values | changes))


BASE = PluginRecord("tai-lap", "2021.1", Text("Bộ tái lập", "Reconstruction"), 0)
PROVINCE = PluginRecord("ha-tinh", "2023.1", Text("Tỉnh Hà Tĩnh", "Hà Tĩnh province"), 1)
YEAR = Period(date(2023, 1, 1), date(2023, 12, 31))


def verdict_of(
    outcome: Outcome, explanation: Finding, under: StandardRecord | None = None, **changes: object
) -> Verdict:
    """Return a verdict whose facts are those its findings observed."""
    observed = {each.measure: each for test in explanation.tests for each in test.observed}
    facts = FactSet(
        changes.pop("ward", Ward("18073", "Nam Hà", "42")),
        YEAR,
        tuple(observed.values()),
        invented=changes.pop("invented", False),
        note=changes.pop("note", None),
    )
    under = under or standard()
    return Verdict(facts, under, outcome, explanation, produced_by="plain", **changes)


RATIO = ("ty_le_binh", "so_ho_co_binh", "so_ho")


def ratio(status: Status, least: str, *facts: Fact, **about: object) -> Finding:
    """Return the test of the extinguishers' share."""
    return test_of(
        status,
        f"tỷ lệ hộ có bình chữa cháy ≥ {least.replace('.', ',')}%",
        f"share of households with an extinguisher ≥ {least}%",
        RATIO,
        *facts,
        denominator=("so_ho",),
        if_zero=about.pop("if_zero", IfZero.NOT_APPLICABLE),
        **about,
    )


def met() -> Verdict:
    """Every indicator met, not arising or waived; no reconstruction, one layer; a rule that leans."""
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
            fact("phuong_moi", True),
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


def not_met() -> Verdict:
    """Tightened, added, negated and nested conditions; evidence; self-reported; assumed but shown."""
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
        part(NOT_MET, "có hòm thư góp ý", "has a letter box", ("hom_thu",), fact("hom_thu", False)),
        node(
            MET,
            FindingKind.CONDITION,
            "at least",
            part(
                MET,
                "có camera hoạt động",
                "has a working camera",
                ("camera",),
                fact("camera", True),
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
        fact("vi_pham", False),
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
            fact("camera", False),
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
                    fact("phuong_moi", False),
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
        MissingFact("phuong_moi", WhyMissing.NOT_SUPPLIED, True, ("Cameras in crowded places",)),
        MissingFact(
            "bien_che",
            WhyMissing.DECLARED_UNKNOWN,
            False,
            ("Posts filled",),
            Text("chưa có quyết định giao", "not yet assigned"),
        ),
        MissingFact("so_can_bo", WhyMissing.INEXACT, False, ("Posts filled",)),
        MissingFact("so_ho", WhyMissing.NOT_SUPPLIED, False, ("Households with extinguishers",)),
        MissingFact("tru_so", WhyMissing.NOT_SUPPLIED, False, ()),
        MissingFact("ngay_kh", WhyMissing.NOT_SUPPLIED, False, ()),
        MissingFact("hai_long", WhyMissing.NOT_SUPPLIED, False, ()),
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


def assumed() -> Verdict:
    """The outcome rests on an assumed threshold, and is met only by counting what did not arise."""
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


def hostile() -> Verdict:
    """Texts that try to break out of every format."""
    evil = "<script>alert(1)</script> | *đậm* _x_ [a](javascript:b) `c`\x1b[31m đỏ\x1b]0;t\x07\u202e\n# h"
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
        MissingFact("hai_long", WhyMissing.DECLARED_UNKNOWN, True, (long.strip(),), Text(evil)),
        MissingFact("khong_co", WhyMissing.NOT_SUPPLIED, False, ("gone",)),
    )
    return verdict_of(
        Outcome.UNDETERMINED,
        root,
        ward=Ward("- 1", f"# {evil}", "42"),
        note=Text("- " + evil),
        missing=missing,
    )


MAKERS: dict[str, Callable[[], Verdict]] = {
    make.__name__: make for make in (met, not_met, undetermined, nothing, assumed, hostile)
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for ``sample`` once for every verdict made here."""
    if "sample" in metafunc.fixturenames:
        metafunc.parametrize(
            "sample", [(name, make()) for name, make in MAKERS.items()], ids=[*MAKERS]
        )
    if "lang" in metafunc.fixturenames:
        metafunc.parametrize("lang", ["vi", "en"])


@pytest.fixture(scope="session")
def verdicts() -> dict[str, Verdict]:
    """Return every verdict made here, by name."""
    return {name: make() for name, make in MAKERS.items()}
