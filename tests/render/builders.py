"""What the sample verdicts are built with: the frozen classes alone, no engine and no plugin."""

from datetime import date
from decimal import Decimal

from kieumau.documents.factsets import FactSet
from kieumau.rules.citations import Citation, Fidelity, Instrument
from kieumau.rules.criteria import ALL, Rule, RuleKind
from kieumau.rules.facts import Evidence, Fact, Ward
from kieumau.rules.measures import (
    Change as Growth,
)
from kieumau.rules.measures import (
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
from kieumau.verdicts.findings import Finding, FindingKind, Status, Subject
from kieumau.verdicts.verdict import (
    Outcome,
    PluginRecord,
    StandardRecord,
    Verdict,
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
