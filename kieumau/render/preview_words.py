"""The words of a preview, in Vietnamese and English. Pure data.

>>> Word.SHORT_BY.fill("vi", gap="1,4 điểm phần trăm")
'còn thiếu 1,4 điểm phần trăm'
"""

from enum import unique

from kieumau.render.terms import Terms

__all__ = ["Word"]


@unique
class Word(Terms):
    """A phrase of a preview."""

    # --- the head
    TITLE = ("Xem trước tác động: {title}", "Preview: {title}")
    TRIED = ("Bộ đem thử", "Tried")
    AGAINST = ("So với", "Compared with")
    LAYER = ("{title} ({id}, phiên bản {version})", "{title} ({id}, version {version})")
    ON = ("Theo quy định có hiệu lực ngày", "As in force on")
    HEADLINE = ("Áp dụng cho {n} phường: {said}.", "Applied to {n} wards: {said}.")
    HEADLINE_ONE = ("Áp dụng cho 1 phường: {said}.", "Applied to 1 ward: {said}.")
    NONE_CHANGES = ("không phường nào đổi kết luận", "no ward comes to another outcome")
    SOME_CHANGE = (
        "{n} phường đổi kết luận: {moves}",
        "{n} come to another outcome: {moves}",
    )
    MOVE = ("{n} từ {before} thành {after}", "{n} from {before} to {after}")
    UNCHANGED = ("Không đổi: {n} phường ({counts})", "Unchanged: {n} ({counts})")
    LEFT_OUT = (
        "Chưa đánh giá được {n} phường; nêu tên và lý do ở cuối, không tính vào các con số trên.",
        "{n} could not be assessed; named with reasons at the end and not counted above.",
    )
    IDLE = (
        "{n} nội dung làm rõ không thể làm đổi kết luận.",
        "Clarifications, which cannot change an outcome: {n}.",
    )
    ELSEWHEN = (
        "{n} nội dung cụ thể hóa không có hiệu lực ngày này nên không được tính.",
        "Refinements not in force on this date, and so not tried: {n}.",
    )

    # --- notices
    RECONSTRUCTION = (
        "Kết quả tính theo bộ tái lập từ nguồn công khai; không phải quyết định công nhận.",
        "Computed under a set reconstructed from public sources; not a decision of recognition.",
    )
    INVENTED_PLUGIN = (
        "«{title}» là ví dụ hư cấu; không do cơ quan nào ban hành.",
        "“{title}” is an invented example; no authority issued it.",
    )
    INVENTED_ALL = (
        "Số liệu là hư cấu, chỉ dùng để minh họa; không phải số liệu của đơn vị có thật.",
        "The figures are invented for illustration; they are not those of real units.",
    )
    INVENTED_SOME = (
        "Số liệu của {n} phường là hư cấu, chỉ dùng để minh họa.",
        "The figures of some wards are invented for illustration ({n}).",
    )
    AS_IF = (
        "Áp dụng thử: kỳ số liệu của {n} phường kết thúc ngoài thời gian có hiệu lực ({valid}).",
        "As if: the facts of some wards end outside the time these rules hold for ({n}; {valid}).",
    )
    COUNTED = (
        "Chỉ tiêu có ngưỡng giả định được tính vào kết luận, theo yêu cầu.",
        "Indicators with assumed thresholds count, as asked.",
    )

    # --- the refinements
    BY_REFINEMENT = ("Đổi do đâu", "What the changes are due to")
    TIGHTEN = ("Thắt chặt", "Tightened")
    ALSO = ("Thêm điều kiện", "Condition added")
    ADD_INDICATOR = ("Bổ sung chỉ tiêu", "Indicator added")
    ADD_CRITERION = ("Bổ sung tiêu chí", "Criterion added")
    WAIVE = ("Miễn", "Waived")
    NUMBERED = ("{number}. {kind}: {title}", "{number}. {kind}: {title}")
    ASKS = ("Nội dung", "What it asks")
    WHEN = ("Được miễn khi", "Waived when")
    ALWAYS = ("mọi trường hợp", "always")
    BASIS = ("Căn cứ", "Citation")
    RULE_ALL = ("đạt cả {n} chỉ tiêu: {titles}", "all {n} indicators: {titles}")
    RULE_AT_LEAST = (
        "đạt ít nhất {k} trong {n} chỉ tiêu: {titles}",
        "at least {k} of {n} indicators: {titles}",
    )
    RULE_POINTS = (
        "đạt ít nhất {k} điểm, tính trên {n} chỉ tiêu: {titles}",
        "at least {k} points over {n} indicators: {titles}",
    )
    CHANGES = (
        "Góp phần làm đổi kết luận của {n} phường.",
        "Wards it has a part in changing: {n}.",
    )
    CHANGES_NONE = (
        "Không làm đổi kết luận của phường nào.",
        "It changes no ward's outcome.",
    )
    SHIFTED = (
        "Riêng mục này đổi kết quả ở {n} phường, kể cả nơi kết luận không đổi.",
        "Wards in which its own result changes, whatever the outcome: {n}.",
    )
    REFINEMENT = ("Nội dung cụ thể hóa", "Refinement")
    CHANGED_WARDS = ("Số phường", "Wards")
    WARD = ("Phường", "Ward")
    OUTCOME = ("Kết luận", "Outcome")
    PART = ("Vai trò", "Part")
    OBSERVED = ("Thực tế", "Observed")
    BECOMES = ("{before} → {after}", "{before} → {after}")
    SOLE = ("là nguyên nhân duy nhất", "the sole cause")
    ENOUGH = ("một mình cũng đủ, cùng với {others}", "enough alone, as are others: {others}")
    JOINT = ("chỉ khi kết hợp với {others}", "only together with {others}")
    JOINT_ANY = ("chỉ khi kết hợp với nội dung khác", "only together with others")
    NUMBER = ("mục {number}", "no. {number}")
    SEEN = ("{required}: {observed}", "{required}: {observed}")
    SEEN_GAP = ("{required}: {observed} ({gap})", "{required}: {observed} ({gap})")
    SHORT_BY = ("còn thiếu {gap}", "short by {gap}")
    OVER_BY = ("vượt {gap}", "over by {gap}")
    ABOUT = ("khoảng {n}", "about {n}")
    AT_THRESHOLD = ("đúng bằng ngưỡng, chưa vượt qua", "exactly at the threshold")
    LATE_BY = ("muộn {n} ngày", "late by days: {n}")
    EARLY_BY = ("sớm {n} ngày", "early by days: {n}")
    POINTS = ("{n} điểm phần trăm", "{n} percentage points")

    # --- the criteria
    BY_CRITERION = ("Từng tiêu chí, trước và sau", "Each criterion, before and after")
    WHOLE = ("Kết luận chung", "The outcome")
    ADDED = ("{title} (bổ sung)", "{title} (added)")
    BEFORE = ("trước", "before")
    AFTER = ("sau", "after")
    LEGEND = ("{marks}; mỗi ô là một phường", "{marks}; each block is one ward")
    LEGEND_SCALED = (
        "{marks}; mỗi thanh dài {width} ô",
        "{marks}; each bar is {width} blocks long",
    )
    STANDS = ("{when}: {counts}", "{when}: {counts}")

    # --- those left out
    NOT_COMPARED = ("Phường chưa đánh giá được", "Wards that could not be assessed")
    CODED = ("{name} ({code})", "{name} ({code})")
