"""The words of a standard's own pages (show, list, template), in Vietnamese and English.

Pure data beside `kieumau.render.phrasebook`, whose phrases are used wherever it has one.

>>> Term.UP_TO.fill("vi", limit="95%")
'thắt chặt ngưỡng, nhiều nhất đến 95%'
"""

from enum import Enum, unique

from kieumau.wording import Lang, Text

__all__ = ["Term"]


@unique
class Term(Enum):
    """One phrase in both languages; a template names its slots, the same in both."""

    def __init__(self, vi: str, en: str) -> None:
        self.text = Text(vi, en)

    def fill(self, lang: Lang, **slots: str | int) -> str:
        """Return the phrase with its slots filled."""
        return self.text.say(lang).format(**slots)

    # --- the head
    ON = ("Quy định có hiệu lực ngày", "As in force on")
    UNCHANGED = ("Nội dung không đổi", "Unchanged")
    LAYERS = ("Gồm các lớp", "Composed of")
    LAYER = ("{title} ({id}, phiên bản {version})", "{title} ({id}, version {version})")
    RULE = ("Quy tắc chung", "Rule")
    DIGESTS = ("Mã băm (SHA-256)", "Digests (SHA-256)")
    DIGEST = ("quy tắc", "rules")
    TEXT_DIGEST = ("toàn văn", "with wording")
    RECONSTRUCTION = (
        "Bộ tái lập từ nguồn công khai; không phải văn bản do cơ quan có thẩm quyền ban hành.",
        "Reconstructed from public sources; not a document any authority issued.",
    )
    SHOWN = (
        "Có {n} chỉ tiêu dùng ngưỡng giả định: chỉ để tham khảo, không tính vào kết luận.",
        "Indicators with an assumed threshold, for reference only and not counted: {n}.",
    )

    # --- criteria
    CRITERIA = ("Tiêu chí và chỉ tiêu", "Criteria and indicators")
    ALL_OF = ("đạt cả {n} {what}", "all {n} {what}")
    AT_LEAST = ("đạt ít nhất {k} trong {n} {what}", "at least {k} of {n} {what}")
    OF_CRITERIA = ("tiêu chí", "criteria")
    OF_INDICATORS = ("chỉ tiêu", "indicators")
    ONE_CRITERION = ("đạt 1 tiêu chí", "its one criterion")
    ONE_INDICATOR = ("đạt 1 chỉ tiêu", "its one indicator")
    AND_ADDED = (
        "{rule}, và cả {n} {what} bổ sung",
        "{rule}, and all {n} {what} added",
    )
    AND_ONE_ADDED = ("{rule}, và 1 {what} bổ sung", "{rule}, and the one added")
    AND_SHOWN = ("{rule}; {n} {what} khác chỉ tham khảo", "{rule}; {n} more for reference only")
    NONE_COUNT = (
        "chưa có {what} nào được tính; {n} {what} chỉ tham khảo",
        "no {what} count; {n} for reference only",
    )
    REQUIRES = ("Yêu cầu", "Requires")
    ALL = ("tất cả điều kiện sau", "all of these")
    ANY = ("ít nhất một trong các điều kiện sau", "any of these")
    AT_LEAST_K = ("ít nhất {k} trong {n} điều kiện sau", "at least {k} of these {n}")
    NOT = ("không được xảy ra: {condition}", "must not hold: {condition}")
    NOT_ALL = ("điều sau không được xảy ra", "this must not hold")
    NOT_COUNTED = ("chỉ tham khảo, không tính", "for reference, does not count")
    COUNTED = ("ngưỡng giả định, được tính", "assumed threshold, counts")
    TIGHTENED = (
        "{plugin} thắt chặt ngưỡng: {before} → {after}",
        "{plugin} tightens: {before} → {after}",
    )
    ALSO = ("{plugin} đòi thêm: {condition}", "{plugin} asks also: {condition}")
    WAIVER = ("{plugin} cho miễn", "{plugin} waives")
    WAIVED_WHEN = ("khi {condition}", "when {condition}")
    IN_FORCE = ("Hiệu lực của chỉ tiêu", "In force")
    ALLOWS = ("Lớp cụ thể hóa được phép", "A refinement may")
    TIGHTEN = ("thắt chặt ngưỡng", "tighten the threshold")
    UP_TO = ("thắt chặt ngưỡng, nhiều nhất đến {limit}", "tighten the threshold, up to {limit}")
    ADD_CONDITION = ("thêm điều kiện", "add a condition")
    CLARIFY = ("hướng dẫn và đòi minh chứng", "give guidance and ask for evidence")
    WAIVE = ("miễn khi có căn cứ", "waive with a legal basis")
    ADD_INDICATOR = ("thêm chỉ tiêu", "add indicators")
    ADD_CRITERION = ("thêm tiêu chí", "add criteria")
    NOTHING = ("không thay đổi gì", "change nothing")

    # --- measures
    MEASURES = ("Số liệu", "Measures")
    KIND = ("Loại", "Kind")
    INTEGER = ("số nguyên", "whole number")
    NUMBER = ("số", "number")
    PERCENT = ("tỷ lệ phần trăm", "percentage")
    YES_NO = ("có hoặc không", "yes or no")
    CHOICE = ("một trong: {choices}", "one of: {choices}")
    DATE = (
        "ngày (ngày/tháng/năm), hoặc none nếu chưa thực hiện",
        "date (day/month/year), or none if not done",
    )
    WITHIN = ("từ {low} đến {high}", "from {low} to {high}")
    FROM = ("từ {low}", "from {low}")
    DECIMALS = ("tối đa {n} chữ số thập phân", "up to {n} decimals")
    UNIT = ("đơn vị: {unit}", "unit: {unit}")
    QUARTER = ("số của quý", "for the quarter")
    MONTH = ("số của tháng", "for the month")
    POINT = ("tại ngày cuối kỳ", "as at the last day of the period")
    DERIVED = ("Cách tính", "Derived as")
    SUM = ("tổng của {of}", "the sum of {of}")
    DIFFERENCE = ("{of} trừ {less}", "{of} less {less}")
    RATIO = ("{of} chia cho {to}", "{of} divided by {to}")
    RATIO_PERCENT = ("{of} chia cho {to}, nhân 100", "{of} divided by {to}, times 100")
    CHANGE = (
        "mức thay đổi từ {start} đến {end}, theo phần trăm",
        "the change from {start} to {end}, in percent",
    )
    ZERO_FALLS = ("mẫu số bằng 0 thì không phát sinh", "not applicable when divided by 0")
    ZERO_OPEN = ("mẫu số bằng 0 thì chưa xác định", "undetermined when divided by 0")
    ZERO_MET = ("mẫu số bằng 0 thì tính là đạt", "counts as met when divided by 0")
    ZERO_UNMET = ("mẫu số bằng 0 thì tính là không đạt", "counts as not met when divided by 0")
    COLLECTION = ("Cách thu thập", "How it is collected")
    RECORDED_BY = ("Nơi ghi nhận", "Recorded by")
    CAUTION = ("Lưu ý", "Caution")
    USED_BY = ("Dùng cho", "Used by")
    UNUSED = ("không chỉ tiêu nào vào ngày này", "no indicator on this date")

    # --- coverage, links
    COVERAGE = ("Những gì không có trong bộ, và vì sao", "What is left out, and why")
    LINKS = ("Đường dẫn", "Links")

    # --- list
    INSTALLED = ("Bộ tiêu chí đã cài", "Installed plugins")
    NONE_INSTALLED = ("chưa cài bộ nào", "none")
    BASE = ("bộ gốc", "base")
    REFINES = ("cụ thể hóa {below}", "refines {below}")
    VERSION = ("Phiên bản", "Version")
    SCOPE = ("Phạm vi", "Scope")
    WHOLE_COUNTRY = ("cả nước", "the whole country")
    PROVINCE = ("{name} (mã {code})", "{name} (code {code})")
    IN_FORCE_SET = ("Hiệu lực", "In force")
    MARKS = ("Tính chất", "Nature")
    IS_RECONSTRUCTION = (
        "tái lập từ nguồn công khai, không phải văn bản được ban hành",
        "reconstructed from public sources, not an issued document",
    )
    IS_INVENTED = (
        "ví dụ hư cấu, không do cơ quan nào ban hành",
        "invented example, issued by no authority",
    )
    PACKAGE = ("Gói", "Package")
    BROKEN = ("không đọc được", "cannot be read")
    ENGINE = ("Bộ máy suy luận", "Inference engine")

    # --- template
    T_TITLE = ("Phiếu số liệu: {title}", "Facts for: {title}")
    T_ON = (
        "Theo quy định có hiệu lực ngày {on}; kỳ số liệu phải kết thúc trong thời gian: {valid}.",
        "As in force on {on}; the period must end within: {valid}.",
    )
    T_HOW_1 = (
        "Ghi giá trị sau dấu hai chấm; để trống là chưa cung cấp.",
        "Write the value after the colon; left empty means not supplied.",
    )
    T_HOW_2 = (
        (
            'Chưa biết: {{unknown: "lý do"}}. Số tạm tính: {{between: [58, 60]}}. '
            'Số công bố đã làm tròn: {{reported: "92%"}}.'
        ),
        (
            'Not known: {{unknown: "why"}}. Provisional: {{between: [58, 60]}}. '
            'Published and rounded: {{reported: "92%"}}.'
        ),
    )
    T_HOW_3 = (
        (
            'Kèm minh chứng: {{value: 14, evidence: {{source: "...", document: "...", '
            "date: 31/12/2023}}}}."
        ),
        (
            'With evidence: {{value: 14, evidence: {{source: "...", document: "...", '
            "date: 31/12/2023}}}}."
        ),
    )
    T_HOW_4 = (
        "Chỉ ghi số liệu tổng hợp của đơn vị, không ghi dữ liệu cá nhân.",
        "Only aggregate figures of the unit; never personal data.",
    )
    T_DERIVED = (
        "Tự tính: {how}. Chỉ ghi trực tiếp (bỏ dấu # đầu dòng) khi không có các số trên.",
        "Computed: {how}. Supply it directly (remove the #) only without those figures.",
    )
    T_WARD = ("mã đơn vị hành chính cấp xã", "the ward's official code")
    T_NAME = ("tên phường", "the ward's name")
    T_PROVINCE = ("mã tỉnh tại ngày cuối kỳ", "the province's code on the last day")
    T_PERIOD = ("cả hai ngày đều tính", "both days included")
    T_ASKS = ("Minh chứng phải có", "Evidence required")
    T_WARD_EMPTY = ("Phường ...", "Ward ...")
