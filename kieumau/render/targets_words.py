"""The words of a targets report, in Vietnamese and English. Pure data.

>>> Word.WANTING.fill("vi", n=1, unknown=3)
'Còn ít nhất 1 trong 3 phường chưa rõ phải được tính thì mới đủ.'
"""

from enum import unique

from kieumau.render.terms import Terms

__all__ = ["Word"]


@unique
class Word(Terms):
    """A phrase of a targets report."""

    # --- the head
    TITLE = ("Mục tiêu của chương trình: {title}", "Programme targets: {title}")
    ON = ("Tính đến hết ngày", "As of the end of")
    LIST = ("Danh sách phường", "List of wards")
    LIST_SAID = (
        "tỉnh có mã {province}, có dữ liệu {covers}",
        "province {province}, known {covers}",
    )
    TITLES = ("Danh hiệu khi sáp nhập", "Titles after mergers")
    INHERIT_NONE = (
        "không chuyển sang phường mới (không tìm thấy quy định nào)",
        "not taken over by the new ward (no rule was found)",
    )
    INHERIT_WHOLE = (
        "theo lựa chọn của người dùng: chuyển sang phường mới nếu phường cũ nhập cả vào đó",
        "the user's choice: taken over where the older ward went into the new one whole",
    )
    INHERIT_PARTIAL = (
        "theo lựa chọn của người dùng: chuyển sang phường mới kể cả khi chỉ nhập một phần",
        "the user's choice: taken over even where only a part went into the new ward",
    )
    HEADLINE = ("{n} mục tiêu: {said}.", "Targets: {n}; {said}.")
    FACTS = ("Số liệu", "Facts")
    FACTS_GIVEN = (
        "{n} bộ số liệu; mỗi mục tiêu dùng kỳ muộn nhất trong năm, kết thúc không sau ngày tính",
        "{n} given; each target uses the latest of its year that ends by its day",
    )
    FACTS_NONE = (
        "không có; chỉ xét theo danh sách phường và các quyết định",
        "none; only the list and the decisions speak",
    )

    # --- statuses
    MET = ("đạt", "met")
    NOT_MET = ("không đạt", "not met")
    UNDETERMINED = ("chưa đủ căn cứ", "undetermined")
    NOT_APPLICABLE = ("không áp dụng", "not applicable")
    NOT_JUDGED = ("chưa xét được", "not judged")
    NOT_YET = ("chưa đạt (chưa đến hạn)", "not yet met (not yet due)")
    NOT_DUE = ("{status} (chưa đến hạn)", "{status} (not yet due)")
    UNITS_MET = ("đạt", "yes")
    UNITS_NOT = ("không", "no")
    UNITS_UNKNOWN = ("chưa rõ", "not known")

    # --- one target
    TARGETS = ("Từng mục tiêu", "The targets")
    DUE = ("Đến hạn", "Due")
    TARGET = ("Mục tiêu", "Target")
    COL_WARDS = ("Số phường", "Wards")
    DUE_THEN = ("{by}; xét theo danh sách phường của ngày đó", "{by}; judged on that day's list")
    DUE_LATER = (
        "{by}; chưa đến hạn, đây là tiến độ tính đến hết {on}",
        "{by}; not yet due, this is the progress by the end of {on}",
    )
    RESULT = ("Kết quả", "Result")
    OBSERVED = (
        "{yes} trên {total} phường theo danh sách ngày {day} {what}; {asked}.",
        "{yes} of {total} wards on the list of {day} {what}; {asked}.",
    )
    OBSERVED_COUNTS = (
        "{yes} trên {total} phường (số phường ngày {day}, chưa có danh sách) {what}; {asked}.",
        "{yes} of {total} wards (their number on {day}; there is no list) {what}; {asked}.",
    )
    MEETING = ("đạt bộ tiêu chí", "meet the criteria")
    RECOGNISED = ("có quyết định công nhận", "are recognised by decision")
    REGISTERED = ("đã đăng ký", "are registered")
    NEED_SHARE = (
        "cần ít nhất {units} ({percent}% của {total}, làm tròn lên)",
        "at least {units} needed ({percent}% of {total}, rounded up)",
    )
    NEED_LEAST = ("cần ít nhất {units}", "at least {units} needed")
    NEED_EXACTLY = ("cần đúng {units}", "exactly {units} needed")
    NEED_MORE = (
        "cần nhiều hơn {units} (số của mục tiêu «{earlier}»)",
        "more than {units} needed (the number of “{earlier}”)",
    )
    NEED_MORE_OPEN = (
        "cần nhiều hơn số của mục tiêu «{earlier}», hiện biết từ {units} đến {most}",
        "more needed than of “{earlier}”, which lies between {units} and {most}",
    )
    BOUNDS = ("Khoảng", "Range")
    BOUNDS_SAID = (
        "xấu nhất {low}, tốt nhất {high}; chưa rõ {unknown}",
        "worst case {low}, best case {high}; not known of {unknown}",
    )
    WANTING = (
        "Còn ít nhất {n} trong {unknown} phường chưa rõ phải được tính thì mới đủ.",
        "At least {n} of the {unknown} not known must count.",
    )
    WANTING_EXACTLY = (
        "Phải có đúng {n} trong {unknown} phường chưa rõ được tính.",
        "Exactly {n} of the {unknown} not known must count.",
    )
    COUNTED = ("Được tính", "Counted")
    UNKNOWN = ("Chưa rõ", "Not known")
    NUMBER_ONLY = ("{n} phường chưa có tên trong danh sách", "{n} wards the registry does not list")
    GROUP = ("{name}: {status}", "{name}: {status}")
    OPEN_GROUPS = ("Nơi còn chưa rõ", "Still open in")
    SIDE = ("Cả ba số", "All three counts")
    SIDE_SAID = (
        "đạt bộ tiêu chí {meeting}; có quyết định công nhận {recognised}; đã đăng ký {registered}",
        "meet the criteria {meeting}; recognised by decision {recognised}; registered {registered}",
    )
    SIDE_ONE = ("{yes} (chưa rõ {unknown})", "{yes} (not known of {unknown})")
    CHANGED = (
        (
            "Mục tiêu là một số cố định; ngày {day} có {then} phường, ngày tính có {now}: danh "
            "sách đã đổi, số này không còn ứng với tỷ lệ cũ."
        ),
        (
            "The target is a fixed number; on {day} there were {then} wards and on the day judged "
            "{now}: the list has changed and the number stands for another share."
        ),
    )
    ABSENT = (
        "Có mức riêng nhưng không có phường nào trong danh sách ngày đó: {names}.",
        "With a goal of their own but no ward on that day's list: {names}.",
    )

    LEGEND = (
        "Mỗi thanh từ trái sang: được tính, chưa rõ, không được tính; vạch đậm là mức cần đạt.",
        "Each bar from the left: counted, not known, not counted; the dark mark is what is needed.",
    )

    # --- why
    NO_WARD = (
        "Ngày đó không có phường nào: không có gì để tính, không phải là đạt.",
        "There was no ward on that day: nothing to count over, which is not the same as met.",
    )
    NO_DISTRICT = (
        "Ngày đó không còn cấp huyện: không có thị xã, thành phố nào để tính, không phải là đạt.",
        (
            "There were no districts any more on that day: nothing to range over, which is not the "
            "same as met."
        ),
    )
    DISTRICTS_UNKNOWN = (
        "Chưa biết phường nào thuộc huyện nào, nên chưa tính được theo từng huyện.",
        "How the wards lie in districts is not known, so it cannot be judged district by district.",
    )
    NOT_COVERED = (
        (
            "Danh sách phường không có dữ liệu của ngày {day}; không biết danh sách không có "
            "nghĩa là không có phường nào."
        ),
        "The registry does not cover {day}; a list not known is not an empty one.",
    )
    EARLIER_NOT_DUE = (
        "So với một mục tiêu trước đó chưa đến hạn.",
        "It is measured against an earlier target that is not yet due.",
    )
    EARLIER_NOT_COVERED = (
        "So với một mục tiêu trước đó mà danh sách phường không có dữ liệu của ngày đến hạn.",
        "It is measured against an earlier target whose day the registry does not cover.",
    )
    TOO_MANY = (
        (
            "Số liệu nêu nhiều phường hơn số phường có ngày đó và không có danh sách để đối "
            "chiếu, nên chưa kết luận."
        ),
        (
            "The facts name more wards than there were, and there is no list to check them "
            "against; so nothing is concluded."
        ),
    )

    # --- the wards
    WARDS = ("Từng phường, danh sách ngày {day}", "The wards, list of {day}")
    WARD = ("Phường", "Ward")
    DISTRICT = ("Cấp huyện", "District")
    PERIOD = ("Kỳ số liệu", "Facts of")
    PERIOD_SAID = ("{first} - {last}", "{first} - {last}")
    COL_MEETING = ("Đạt tiêu chí", "Meets")
    COL_RECOGNISED = ("Được công nhận", "Recognised")
    COL_REGISTERED = ("Đăng ký", "Registered")
    CODED = ("{name} ({code})", "{name} ({code})")
    NO_FACTS = ("không có", "none")

    # --- registrations and recognitions
    KNOWN = ("Đăng ký và công nhận đã biết", "Registrations and recognitions known")
    KNOWN_NONE = (
        "Chưa biết phường nào đăng ký hay được công nhận; chưa biết không có nghĩa là không.",
        "None is known; not known is not the same as none.",
    )
    IS_REGISTERED = ("{unit}: đã đăng ký, {valid}", "{unit}: registered, {valid}")
    IS_RECOGNISED = ("{unit}: được công nhận, {valid}", "{unit}: recognised, {valid}")
    NOT_REGISTERED = ("{unit}: không đăng ký, {valid}", "{unit}: not registered, {valid}")
    NOT_RECOGNISED = ("{unit}: không được công nhận, {valid}", "{unit}: not recognised, {valid}")
    DECISION = ("Quyết định", "Decision")
    DECISION_DATED = ("{number} ngày {day}", "{number} of {day}")
    FOR_YEAR = ("Cho năm", "For the year")
    ALL_REGISTERED = (
        "{where}: danh sách đăng ký được coi là đủ, {valid}",
        "{where}: the registrations are taken as complete, {valid}",
    )
    ALL_RECOGNISED = (
        "{where}: danh sách công nhận được coi là đủ, {valid}",
        "{where}: the recognitions are taken as complete, {valid}",
    )
    WHOLE = ("Toàn tỉnh", "The whole province")

    # --- facts
    ISSUES = ("Số liệu cần xem lại", "Facts to look at")
    ISSUE = ("{name} ({code}), kỳ {period}: {said}", "{name} ({code}), {period}: {said}")
    FOR = ("{said} Mục tiêu: {rungs}.", "{said} Targets: {rungs}.")
    NOT_LISTED = (
        "không có trong danh sách; không tính.",
        "not on the list; not counted.",
    )
    OTHER_NAME = (
        "mã này trong danh sách là {by_code}; không tính.",
        "on the list this code is {by_code}; not counted.",
    )
    OTHER_CODE = (
        "trong danh sách tên này có mã khác: {by_name}; không tính.",
        "on the list this name has another code: {by_name}; not counted.",
    )
    ENDED = (
        "phường này không còn trong danh sách ngày tính; không tính.",
        "this ward is no longer on the list of that day; not counted.",
    )
    ENDED_CODE = (
        "phường này không còn trong danh sách ngày tính, mã đã thuộc {by_code}; không tính.",
        (
            "this ward is no longer on the list of that day and its code is that of {by_code}; not "
            "counted."
        ),
    )
    ENDED_NAME = (
        "phường này không còn trong danh sách ngày tính; {by_name} là phường khác; không tính.",
        "this ward is no longer on the list of that day; {by_name} is another ward; not counted.",
    )
    TWICE = (
        "có hai bộ số liệu cho cùng một kỳ, không biết bộ nào đúng; coi là chưa rõ.",
        "facts are given twice for one period and which hold is not known; taken as not known.",
    )
    OTHER_PROVINCE = (
        "thuộc tỉnh khác với danh sách phường; không tính.",
        "of another province than the list; not counted.",
    )
    BEGAN_LATER = (
        (
            "Kỳ số liệu bắt đầu trước khi có phường; vẫn tính, nhưng cần xem phần trước đó là "
            "của ai: {names}."
        ),
        (
            "The period of the facts begins before there was the ward; counted, but see whose the "
            "earlier part is: {names}."
        ),
    )
    UNUSED = (
        "không thuộc năm của mục tiêu nào, hoặc có kỳ muộn hơn trong năm; không dùng.",
        "of no target's year, or of an earlier period than other facts; not used.",
    )
    NOT_ASSESSED = ("Phường chưa đánh giá được (coi là chưa rõ)", "Not assessed (taken as unknown)")
    PROBLEM = ("{code} {message}. {hint}", "{code} {message}. {hint}")
    PROBLEM_AT = ("{place}: {said}", "{place}: {said}")

    # --- the list and what it was judged by
    ABOUT_LIST = ("Nguồn của danh sách phường", "Where the list of wards is from")
    CONFIDENCE_HIGH = ("độ tin cậy cao", "high confidence")
    CONFIDENCE_MEDIUM = ("độ tin cậy trung bình", "medium confidence")
    CONFIDENCE_LOW = ("độ tin cậy thấp", "low confidence")
    CONFIDENCE = ("Độ tin cậy", "Confidence")
    NOT_ESTABLISHED = ("Chưa xác minh được", "Not established")
    JUDGED_BY = ("Tính theo", "Judged by")
    STANDARD = ("Bộ tiêu chí", "Criteria")
    STANDARD_SAID = (
        "{id}, quy định ngày {on}, dấu vân tay {digest}",
        "{id}, as in force on {on}, digest {digest}",
    )
    LIBRARY = ("Phiên bản kieumau", "kieumau version")
    PLUGIN_SAID = ("{title} ({id}, phiên bản {version})", "{title} ({id}, version {version})")
    PLUGIN = ("Bộ nêu mục tiêu", "Targets from")

    # --- notices
    AS_IF = (
        (
            "Xét giả định theo yêu cầu: ngày này mục tiêu không còn dành cho tỉnh trong danh sách "
            "({scope})."
        ),
        "As if, as asked: on this day the targets are not for the province of the list ({scope}).",
    )
    INHERITED = (
        (
            "Danh hiệu được coi là chuyển sang phường mới theo lựa chọn của người dùng; không có "
            "quy định nào nói như vậy."
        ),
        "Titles are taken as passing to new wards by the user's choice; no rule says so.",
    )
    COUNTS_ONLY = (
        (
            "Chỉ biết số phường, chưa có danh sách từng phường: các phường trong tệp số liệu "
            "không đối chiếu được với danh sách nào."
        ),
        (
            "Only the number of wards is known, not which: the wards in the facts could not be "
            "checked against a list."
        ),
    )
    LEFT = (
        "{n} bộ số liệu không được tính hoặc cần xem lại; nêu ở dưới.",
        "Sets of facts not counted, or to be looked at: {n}; named below.",
    )
