"""The words of a standard's own pages (show, list, template), in Vietnamese and English.

Pure data beside `kieumau.render.phrasebook`, whose phrases are used wherever it has one.

>>> Term.UP_TO.fill("vi", limit="95%")
'thắt chặt ngưỡng, nhiều nhất đến 95%'
"""

from enum import unique

from kieumau.render.terms import Terms

__all__ = ["Term"]


@unique
class Term(Terms):
    """A phrase of a standard's own pages."""

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
    SCORE = (
        "đạt ít nhất {k} trong tổng số {total} điểm của {n} {what}",
        "at least {k} of the {total} points of {n} {what}",
    )
    POINTS = ("{n} điểm", "points: {n}")
    GROUP = (
        (
            "từng chỉ tiêu tính vào điểm chung của bộ tiêu chí; quy tắc của nhóm không quyết định "
            "kết luận; phần bổ sung phải đạt"
        ),
        (
            "each indicator counts towards the set's points; the group's rule does not decide; "
            "what is added must be met"
        ),
    )
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

    # --- documents cited
    INSTRUMENTS = ("Văn bản và nguồn", "Documents and sources")
    NUMBERED = ("Số, ký hiệu", "Number")
    ISSUER = ("Nơi ban hành", "Issued by")
    ISSUED = ("Ngày ban hành", "Issued on")
    ADDRESS = ("Địa chỉ", "Address")

    # --- targets
    TARGETS = ("Mục tiêu của chương trình", "Programme targets")
    TARGET_BY = ("Đến hết ngày", "By the end of")
    TARGET_GOAL = ("Mục tiêu", "Target")
    TARGET_SHARE = ("ít nhất {percent}% số đơn vị", "at least {percent}% of the units")
    TARGET_ALL = ("toàn bộ số đơn vị (100%)", "all the units (100%)")
    TARGET_AT_LEAST = ("ít nhất {n} đơn vị", "at least {n} of the units")
    TARGET_EXACTLY = ("đúng {n} đơn vị", "exactly {n} of the units")
    TARGET_MORE = ("nhiều hơn mục tiêu «{target}»", "more than for the target “{target}”")
    TARGET_COUNTS = ("Đơn vị được đếm", "Units counted")
    TARGET_MEETING = ("đạt bộ tiêu chí", "those that meet the criteria")
    TARGET_RECOGNISED = ("có quyết định công nhận", "those recognised by decision")
    TARGET_REGISTERED = ("đã đăng ký", "those registered")
    TARGET_PER = ("Tính trên", "Judged over")
    TARGET_PROVINCE = ("toàn tỉnh", "the whole province")
    TARGET_DISTRICT = ("từng đơn vị cấp huyện", "each district")
    TARGET_EXCEPT = ("Riêng {name}", "Except {name}")
    TARGETS_UNKNOWN = ("Chưa rõ mục tiêu", "Targets not known")
    TARGETS_NOTE = (
        "Mục tiêu tính trên nhiều đơn vị; không quyết định kết luận của một đơn vị.",
        "Targets are about many units; they decide nothing about one.",
    )

    # --- what differs
    DIFF_TITLE = ("{after}: so với {before}", "{after} compared with {before}")
    DIFF_DATES = ("{title}: {before} và {after}", "{title}: {before} and {after}")
    DIFF_SIDE = ("{title} ({id}), theo quy định ngày {on}", "{title} ({id}), as in force on {on}")
    DIFF_BEFORE = ("So với", "Compared with")
    DIFF_AFTER = ("Nội dung xem", "Shown")
    DIFF_COUNTS = ("Số thay đổi", "Changes")
    DIFF_NONE = ("Không có khác biệt nào.", "There is no difference.")
    DIFF_TABLE = ("Bảng tổng hợp", "At a glance")
    DIFF_KIND = ("Thay đổi", "Change")
    WHERE = ("Chỉ tiêu, tiêu chí", "Indicator or criterion")
    OF_CRITERION = ("Thuộc tiêu chí", "Under")
    THRESHOLD = ("Ngưỡng", "Threshold")
    BEFORE = ("Trước", "Before")
    AFTER = ("Sau", "After")
    BASIS_BELOW = ("Căn cứ nền", "Citation below")
    BASIS_BEFORE = ("Căn cứ trước", "Citation before")
    BASIS_AFTER = ("Căn cứ sau", "Citation after")
    BASIS_OF = ("Căn cứ của {plugin}", "Citation of {plugin}")
    ALWAYS_APPLIES = ("luôn áp dụng", "always applies")
    KIND_TIGHTENED = ("Thắt chặt ngưỡng", "Tightened")
    KIND_LOOSENED = ("Nới lỏng ngưỡng", "Loosened")
    KIND_CONDITION_ADDED = ("Đòi thêm điều kiện", "Further conditions")
    KIND_CONDITION_REMOVED = ("Bớt điều kiện", "Conditions left out")
    KIND_CONDITION_CHANGED = ("Thay đổi điều kiện", "Changed conditions")
    KIND_CRITERION_ADDED = ("Bổ sung tiêu chí", "Added criteria")
    KIND_CRITERION_REMOVED = ("Bớt tiêu chí", "Criteria left out")
    KIND_INDICATOR_ADDED = ("Bổ sung chỉ tiêu", "Added indicators")
    KIND_INDICATOR_REMOVED = ("Bớt chỉ tiêu", "Indicators left out")
    KIND_APPLICABILITY_CHANGED = ("Thay đổi trường hợp áp dụng", "Changed applicability")
    KIND_WAIVER_ADDED = ("Cho miễn", "Waived")
    KIND_WAIVER_REMOVED = ("Bớt trường hợp miễn", "Waivers left out")
    KIND_CLARIFIED = ("Hướng dẫn, đòi minh chứng", "Clarified")
    KIND_CLARIFICATION_REMOVED = ("Bớt hướng dẫn, minh chứng", "Guidance left out")
    KIND_PERMISSION_NARROWED = ("Thu hẹp quyền của lớp cụ thể hóa", "Narrowed permissions")
    KIND_PERMISSION_CHANGED = ("Thay đổi quyền của lớp cụ thể hóa", "Changed permissions")
    KIND_RULE_CHANGED = ("Thay đổi quy tắc chung", "Changed rules")
    KIND_POINTS_CHANGED = ("Thay đổi điểm", "Changed points")
    KIND_WORDING_CHANGED = ("Thay đổi căn cứ hoặc cách ghi", "Changed citations or wording")

    # --- the page
    SKIP = ("Đến nội dung", "Skip to content")
    CONTENTS = ("Mục lục", "Contents")
    SEARCH = ("Tìm chỉ tiêu, số liệu, căn cứ", "Search indicators, measures, citations")
    SEARCH_HELP = ("không cần gõ dấu", "marks may be left out")
    BY_LAYER = ("Lớp quy định", "Layer")
    BY_FIDELITY = ("Nguồn của quy định", "Where it comes from")
    EVERY = ("Tất cả", "All")
    CLEAR = ("Bỏ lọc", "Clear")
    FOUND = ("Đang hiện {n} trong {all} mục.", "Showing {n} of {all}.")

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
