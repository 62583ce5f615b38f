"""The sheets of a plugin's workbook: which entries are rows, which of their fields are columns.

Data, and long for that: a column is its heading, its hint and the places of its field, in one
list.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from attrs import evolve, frozen

from kieumau.wording import Lang, Text

__all__ = [
    "CASES",
    "CRITERIA",
    "INSTRUMENTS",
    "KINDS",
    "MEASURES",
    "CellKind",
    "Column",
    "SheetSpec",
    "Way",
    "sheets",
]

_NO_WORDS = Text("")
Way: TypeAlias = tuple[str | int, ...]
"""Where a field stands within its entry: ``("indicator", "title", "vi")``."""


class CellKind(StrEnum):
    """How a field is written in a cell."""

    TEXT = "text"
    LINE = "line"
    DATE = "date"
    NUMBER = "number"
    CHOICE = "choice"
    CONDITION = "condition"
    RULE = "rule"
    DERIVATION = "derivation"
    YAML = "yaml"
    FACTS = "facts"
    STATUSES = "statuses"
    IDS = "ids"


@frozen
class Column:
    """A column.

    Attributes
    ----------
    ways
        Where its field stands in an entry of each kind; kinds not named have no such field.
    message
        Said beside a selected cell.
    choices
        The values of a drop-down and how each is called.
    """

    id: str
    heading: Text
    ways: Mapping[str, Way]
    kind: CellKind = CellKind.TEXT
    width: float = 16
    message: Text = Text("")
    choices: tuple[tuple[str, Text], ...] = ()

    def label(self, value: str, lang: Lang) -> str | None:
        """Return what a value is called; None when it is no choice."""
        return next((text.say(lang) for name, text in self.choices if name == value), None)


@frozen
class SheetSpec:
    """A sheet: its name and columns; ``kinds`` are those of its entries, the first the usual."""

    id: str
    name: Text
    about: Text
    columns: tuple[Column, ...]
    kinds: tuple[str, ...]

    def column(self, id_: str) -> Column:
        """Return the column of an id."""
        return next(each for each in self.columns if each.id == id_)


def _same(*way: str | int, kinds: tuple[str, ...]) -> Mapping[str, Way]:
    return MappingProxyType(dict.fromkeys(kinds, way))


KINDS: tuple[tuple[str, Text], ...] = (
    ("set", Text("bộ tiêu chí", "set")),
    ("criterion", Text("tiêu chí", "criterion")),
    ("indicator", Text("chỉ tiêu", "indicator")),
    ("add-criterion", Text("bổ sung tiêu chí", "added criterion")),
    ("add-indicator", Text("bổ sung chỉ tiêu", "added indicator")),
    ("tighten", Text("thắt chặt", "tighten")),
    ("clarify", Text("làm rõ", "clarify")),
    ("waive", Text("miễn", "waive")),
)
"""The kinds of entries of the first sheet, and what each is called."""

_RULES = tuple(name for name, _ in KINDS)
_INDICATORS = ("indicator", "add-indicator")
_WHOLES = ("set", "criterion", "add-criterion")
_ISSUED = (*_WHOLES, *_INDICATORS)
_CHANGES = ("tighten", "clarify", "waive")
_INNER = MappingProxyType({"add-criterion": "criterion", "add-indicator": "indicator"})


def _in(*way: str | int, kinds: tuple[str, ...] = _RULES) -> Mapping[str, Way]:
    """Return where a field stands: within ``indicator:`` or ``criterion:`` for what is added."""
    return MappingProxyType(
        {kind: (_INNER[kind], *way) if kind in _INNER else way for kind in kinds}
    )


_FIDELITY = (
    ("text", Text("theo văn bản", "stated in the text")),
    ("reported", Text("theo báo chí", "stated by the press")),
    ("derived", Text("suy ra từ văn bản", "derived from the text")),
    ("assumed", Text("giả định", "assumed")),
)
_SEEN = (
    ("quoted", Text("đã thấy nguyên văn", "seen word for word")),
    ("summary", Text("chỉ thấy bản tóm tắt", "seen in summary")),
    ("unseen", Text("chưa thấy", "not seen")),
)
_PERIODS = (
    ("year", Text("cả năm", "year")),
    ("quarter", Text("quý", "quarter")),
    ("month", Text("tháng", "month")),
    ("point", Text("thời điểm cuối kỳ", "end of the period")),
)
_MEASURE_KINDS = (
    ("integer", Text("số nguyên", "integer")),
    ("number", Text("số", "number")),
    ("percent", Text("tỷ lệ %", "percent")),
    ("yes/no", Text("có/không", "yes/no")),
    ("choice", Text("lựa chọn", "choice")),
    ("date", Text("ngày", "date")),
)
_IF_ZERO = (
    ("not_applicable", Text("không phát sinh", "does not arise")),
    ("unknown", Text("chưa rõ", "unknown")),
    ("met", Text("đạt", "met")),
    ("unmet", Text("không đạt", "not met")),
)
_RECORDED = (
    ("unit", Text("đơn vị tự khai", "the unit itself")),
    ("province", Text("cấp tỉnh", "the province")),
    ("ward", Text("phường", "the ward")),
    ("survey", Text("khảo sát", "a survey")),
    ("system", Text("hệ thống", "a system")),
)
_OUTCOMES = (
    ("met", Text("đạt", "met")),
    ("not_met", Text("không đạt", "not met")),
    ("undetermined", Text("chưa đủ căn cứ", "undetermined")),
)
_STATUSES = (
    *_OUTCOMES,
    ("not_applicable", Text("không phát sinh", "not applicable")),
    ("waived", Text("được miễn", "waived")),
)
_ASSUMED = (
    ("show", Text("chỉ nêu để tham khảo", "show only")),
    ("count", Text("tính cả", "count")),
)
_CONDITION_HELP = Text(
    "Viết như câu văn: tỷ lệ hài lòng ≥ 95%. Nhiều điều kiện thì dòng đầu ghi «tất cả:», «có một:» "
    "hoặc «ít nhất 2:», rồi mỗi điều kiện một dòng, bắt đầu bằng gạch ngang.",
    "Written as a sentence: share satisfied ≥ 95%. Several: first a line «all:», «any:» or "
    "«at least 2:», then one a line, each after a dash.",
)
_DATE_HELP = Text("Ghi ngày/tháng/năm: 31/12/2025.", "Day/month/year: 31/12/2025.")


def _citation(n: int) -> tuple[Column, ...]:
    at: Way = ("citation", n)
    of = Text(f"Căn cứ {n + 1}: ", f"Citation {n + 1}: ")

    def column(id_: str, vi: str, en: str, width: float, *way: str) -> Column:
        heading = Text(of.vi + vi, of.en + en)
        return Column(f"citation{n + 1}.{id_}", heading, _in(*at, *way), width=width)

    return (
        column("instrument", "văn bản", "instrument", 16, "instrument"),
        column("place.vi", "vị trí", "place (vi)", 22, "place", "vi"),
        column("place.en", "vị trí (tiếng Anh)", "place (en)", 22, "place", "en"),
        column("quote", "trích dẫn", "quote", 30, "quote"),
        column("url", "địa chỉ", "address", 20, "url"),
    )


_CITATIONS = 2
CRITERIA = SheetSpec(
    "criteria",
    Text("Tiêu chí", "Criteria"),
    Text(
        "Mỗi dòng là một tiêu chí, một chỉ tiêu, hoặc một điều sửa đổi đối với lớp dưới.",
        "A row is a criterion, an indicator, or one change to the layer below.",
    ),
    (
        Column(
            "kind",
            Text("Loại mục", "Kind"),
            {},
            CellKind.CHOICE,
            13,
            Text("Mục này làm gì; mục đã có thì không đổi loại.", "What the entry does."),
            KINDS,
        ),
        Column(
            "id",
            Text("Mã", "Id"),
            _in("id"),
            width=18,
            message=Text(
                "Chữ thường không dấu, số và gạch ngang. Thắt chặt, làm rõ, miễn: mã chỉ tiêu của "
                "lớp dưới.",
                "Lower case, digits, hyphens. A change: the id of the indicator below.",
            ),
        ),
        Column(
            "to",
            Text("Thuộc tiêu chí", "In criterion"),
            {"add-indicator": ("to",)},
            width=16,
            message=Text("Mã của tiêu chí chứa chỉ tiêu này.", "The id of its criterion."),
        ),
        Column("title.vi", Text("Tên", "Title (vi)"), _in("title", "vi", kinds=_ISSUED), width=32),
        Column(
            "title.en",
            Text("Tên (tiếng Anh)", "Title (en)"),
            _in("title", "en", kinds=_ISSUED),
            width=24,
        ),
        Column(
            "requires",
            Text("Nội dung quy định", "Requires"),
            {**_in("requires", kinds=_INDICATORS), "tighten": ("also",)},
            CellKind.CONDITION,
            36,
            _CONDITION_HELP,
        ),
        Column(
            "threshold",
            Text("Ngưỡng mới", "New threshold"),
            {"tighten": ("to",)},
            CellKind.LINE,
            12,
            Text("Chỉ mục thắt chặt: ngưỡng chặt hơn, ví dụ 95%.", "A tighten: stricter, as 95%."),
        ),
        Column(
            "below",
            Text("Quy định của lớp dưới (chỉ để đọc)", "The layer below (to read)"),
            {},
            width=30,
        ),
        Column(
            "applies",
            Text("Áp dụng khi", "Applies when"),
            {**_in("applies_when", kinds=_INDICATORS), "waive": ("when",)},
            CellKind.CONDITION,
            22,
            _CONDITION_HELP,
        ),
        Column(
            "said.vi",
            Text("Hướng dẫn hoặc lý do miễn", "Guidance or basis (vi)"),
            {"clarify": ("guidance", "vi"), "waive": ("basis", "vi")},
            width=30,
        ),
        Column(
            "said.en",
            Text("Hướng dẫn hoặc lý do miễn (tiếng Anh)", "Guidance or basis (en)"),
            {"clarify": ("guidance", "en"), "waive": ("basis", "en")},
            width=24,
        ),
        Column(
            "evidence",
            Text("Minh chứng phải có", "Evidence"),
            {"clarify": ("evidence",)},
            CellKind.YAML,
            22,
        ),
        Column(
            "rule",
            Text("Quy tắc", "Rule"),
            _in("rule", kinds=_WHOLES),
            CellKind.RULE,
            14,
            Text(
                "tất cả, có một, ít nhất 2, hoặc đủ điểm 80.",
                "all, any, at least 2, or score 80.",
            ),
        ),
        Column(
            "points",
            Text("Điểm", "Points"),
            _in("points", kinds=("criterion", "add-criterion", *_INDICATORS)),
            CellKind.NUMBER,
            8,
        ),
        *(column for n in range(_CITATIONS) for column in _citation(n)),
        Column(
            "fidelity",
            Text("Nguồn của quy định", "Fidelity"),
            _in("fidelity", kinds=(*_ISSUED, "tighten")),
            CellKind.CHOICE,
            15,
            Text("Con số hoặc quy tắc này lấy từ đâu.", "Where this rule comes from."),
            _FIDELITY,
        ),
        Column(
            "seen",
            Text("Đã thấy", "Seen"),
            _in("seen", kinds=(*_INDICATORS, *_CHANGES)),
            CellKind.CHOICE,
            15,
            Text("Đã thấy chỗ được dẫn đến mức nào.", "How much of the place was seen."),
            _SEEN,
        ),
        Column(
            "scope.vi",
            Text("Phạm vi gốc", "Scope (vi)"),
            _in("scope", "vi", kinds=(*_INDICATORS, "tighten")),
            width=22,
        ),
        Column(
            "scope.en",
            Text("Phạm vi gốc (tiếng Anh)", "Scope (en)"),
            _in("scope", "en", kinds=(*_INDICATORS, "tighten")),
            width=20,
        ),
        Column("note.vi", Text("Ghi chú", "Note (vi)"), _in("note", "vi"), width=26),
        Column("note.en", Text("Ghi chú (tiếng Anh)", "Note (en)"), _in("note", "en"), width=22),
        Column(
            "from",
            Text("Hiệu lực từ", "In force from"),
            _in("from"),
            CellKind.DATE,
            13,
            _DATE_HELP,
        ),
        Column(
            "until",
            Text("Hết hiệu lực từ", "No longer from"),
            _in("until"),
            CellKind.DATE,
            13,
            _DATE_HELP,
        ),
        Column(
            "allows",
            Text("Cho phép cấp dưới", "Allows"),
            _in("allows", kinds=(*_ISSUED, "tighten")),
            CellKind.YAML,
            22,
        ),
    ),
    _RULES,
)


def _measure(
    id_: str,
    vi: str,
    en: str,
    *way: str,
    kind: CellKind = CellKind.TEXT,
    width: float = 16,
    message: Text = _NO_WORDS,
    choices: tuple[tuple[str, Text], ...] = (),
) -> Column:
    ways = _same(*(way or (id_,)), kinds=("measure",))
    return Column(id_, Text(vi, en), ways, kind, width, message, choices)


MEASURES = SheetSpec(
    "measures",
    Text("Số liệu", "Measures"),
    Text(
        "Mỗi dòng là một số liệu mà bộ này khai thêm; số liệu của lớp dưới dùng lại được ngay.",
        "A row is a measure this plugin adds; those of the layers below need not be repeated.",
    ),
    (
        _measure(
            "id",
            "Mã",
            "Id",
            width=24,
            message=Text(
                "Chữ thường không dấu, số và gạch dưới.", "Lower case, digits, underscores."
            ),
        ),
        _measure("name.vi", "Tên", "Name (vi)", "name", "vi", width=34),
        _measure("name.en", "Tên (tiếng Anh)", "Name (en)", "name", "en", width=28),
        _measure("kind", "Loại", "Kind", kind=CellKind.CHOICE, width=12, choices=_MEASURE_KINDS),
        _measure("unit.vi", "Đơn vị", "Unit (vi)", "unit", "vi", width=11),
        _measure("unit.en", "Đơn vị (tiếng Anh)", "Unit (en)", "unit", "en", width=12),
        _measure("min", "Nhỏ nhất", "Least", kind=CellKind.NUMBER, width=10),
        _measure("max", "Lớn nhất", "Most", kind=CellKind.NUMBER, width=12),
        _measure("decimals", "Số lẻ", "Decimals", kind=CellKind.NUMBER, width=9),
        _measure("period", "Kỳ", "Period", kind=CellKind.CHOICE, width=14, choices=_PERIODS),
        Column(
            "derivation",
            Text("Công thức", "Derivation"),
            {"measure": ()},
            CellKind.DERIVATION,
            30,
            Text(
                "Theo mã số liệu: a / b; a + b; a - b; hoặc a → b (tăng giảm từ a đến b).",
                "By ids: a / b; a + b; a - b; or a → b (change from a to b).",
            ),
        ),
        _measure(
            "if_zero",
            "Khi mẫu số bằng 0",
            "If zero",
            kind=CellKind.CHOICE,
            width=15,
            choices=_IF_ZERO,
        ),
        _measure("choices", "Các lựa chọn", "Choices", kind=CellKind.YAML, width=24),
        _measure("collection.vi", "Cách thu thập", "Collection (vi)", "collection", "vi", width=34),
        _measure(
            "collection.en",
            "Cách thu thập (tiếng Anh)",
            "Collection (en)",
            "collection",
            "en",
            width=28,
        ),
        _measure(
            "recorded_by",
            "Ai ghi nhận",
            "Recorded by",
            kind=CellKind.CHOICE,
            width=15,
            choices=_RECORDED,
        ),
        _measure("caution.vi", "Lưu ý", "Caution (vi)", "caution", "vi", width=28),
        _measure("caution.en", "Lưu ý (tiếng Anh)", "Caution (en)", "caution", "en", width=24),
    ),
    ("measure",),
)


def _instrument(
    id_: str, vi: str, en: str, *way: str, kind: CellKind = CellKind.TEXT, width: float = 16
) -> Column:
    message = _DATE_HELP if kind is CellKind.DATE else Text("")
    ways = _same(*(way or (id_,)), kinds=("instrument",))
    return Column(id_, Text(vi, en), ways, kind, width, message)


INSTRUMENTS = SheetSpec(
    "instruments",
    Text("Căn cứ", "Instruments"),
    Text("Mỗi dòng là một văn bản được dẫn làm căn cứ.", "A row is a document that is cited."),
    (
        _instrument("id", "Mã", "Id", width=20),
        _instrument("number", "Số, ký hiệu", "Number", width=20),
        _instrument("title.vi", "Tên văn bản", "Title (vi)", "title", "vi", width=44),
        _instrument("title.en", "Tên văn bản (tiếng Anh)", "Title (en)", "title", "en", width=36),
        _instrument("issuer.vi", "Cơ quan ban hành", "Issuer (vi)", "issuer", "vi", width=26),
        _instrument(
            "issuer.en", "Cơ quan ban hành (tiếng Anh)", "Issuer (en)", "issuer", "en", width=24
        ),
        _instrument("issued", "Ngày ban hành", "Issued", kind=CellKind.DATE, width=13),
        _instrument("from", "Hiệu lực từ", "In force from", kind=CellKind.DATE, width=13),
        _instrument("until", "Hết hiệu lực từ", "No longer from", kind=CellKind.DATE, width=13),
        _instrument("url", "Địa chỉ", "Address", width=36),
    ),
    ("instrument",),
)


def _case(
    id_: str,
    vi: str,
    en: str,
    *way: str,
    kind: CellKind = CellKind.TEXT,
    width: float = 16,
    message: Text = _NO_WORDS,
    choices: tuple[tuple[str, Text], ...] = (),
) -> Column:
    ways = _same(*(way or (id_,)), kinds=("case",))
    return Column(id_, Text(vi, en), ways, kind, width, message, choices)


CASES = SheetSpec(
    "cases",
    Text("Trường hợp", "Cases"),
    Text(
        "Mỗi dòng là một phường mẫu với kết luận phải có.",
        "A row is an example ward with the outcome it must have.",
    ),
    (
        _case("id", "Mã", "Id", width=22),
        _case("sentence.vi", "Câu mô tả", "Sentence (vi)", "sentence", "vi", width=42),
        _case("sentence.en", "Câu mô tả (tiếng Anh)", "Sentence (en)", "sentence", "en", width=34),
        _case(
            "like",
            "Giống như",
            "Like",
            width=20,
            message=Text(
                "Mã của trường hợp lấy làm nền; để trống nếu ghi đủ số liệu.",
                "The case it starts from; empty where all the facts are given.",
            ),
        ),
        _case(
            "facts",
            "Số liệu (chỉ ghi phần khác)",
            "Facts (what differs)",
            kind=CellKind.FACTS,
            width=48,
            message=Text(
                "Mỗi số liệu một dòng: mã = giá trị. Ghi «bỏ» thay giá trị khi chưa có số liệu.",
                "One a line: id = value. «none given» in place of a value takes it away.",
            ),
        ),
        _case(
            "outcome",
            "Kết luận mong đợi",
            "Expected outcome",
            "expect",
            "outcome",
            kind=CellKind.CHOICE,
            width=16,
            choices=_OUTCOMES,
        ),
        _case(
            "findings",
            "Trạng thái mong đợi",
            "Expected findings",
            "expect",
            "findings",
            kind=CellKind.STATUSES,
            width=34,
            message=Text(
                "Mỗi mục một dòng: mã = đạt, không đạt, chưa đủ căn cứ, không phát sinh hoặc "
                "được miễn.",
                "One a line: id = met, not met, undetermined, not applicable, waived.",
            ),
            choices=_STATUSES,
        ),
        _case(
            "missing",
            "Số liệu còn thiếu",
            "Missing facts",
            "expect",
            "missing",
            kind=CellKind.IDS,
            width=22,
        ),
        _case(
            "on", "Theo quy định ngày", "As of", kind=CellKind.DATE, width=13, message=_DATE_HELP
        ),
        _case(
            "assumed",
            "Chỉ tiêu giả định",
            "Assumed indicators",
            kind=CellKind.CHOICE,
            width=16,
            choices=_ASSUMED,
        ),
    ),
    ("case",),
)


def sheets(citations: int = _CITATIONS) -> tuple[SheetSpec, ...]:
    """Return the sheets, with columns for that many citations of a rule (two or more).

    What is read most stands first: further citations and English words follow at the end.
    """
    more = tuple(column for n in range(_CITATIONS, citations) for column in _citation(n))
    columns = sorted((*CRITERIA.columns, *more), key=_rank)
    others = (evolve(each, columns=tuple(sorted(each.columns, key=_rank))) for each in _OTHERS)
    return (evolve(CRITERIA, columns=tuple(columns)), *others)


_OTHERS = (MEASURES, INSTRUMENTS, CASES)


def _rank(column: Column) -> int:
    further = column.id.startswith("citation") and not column.id.startswith("citation1.")
    return 2 * column.id.endswith(".en") + further
