"""The words of a comparison of two verdicts, in Vietnamese and English. Pure data.

>>> Word.SET_ALONE.fill("vi", numbers="3")
'Chỉ riêng khác biệt 3 đã đủ.'
"""

from enum import unique

from kieumau.render.terms import Terms

__all__ = ["Word"]


@unique
class Word(Terms):
    """A phrase of a comparison."""

    # --- the head
    TITLE = ("So sánh hai kết luận", "Two verdicts compared")
    A = ("Bên A", "A")
    B = ("Bên B", "B")
    SIDE = (
        "{ward} ({code}), kỳ {days}, theo {title} ({id}), quy định ngày {on}",
        "{ward} ({code}), {days}, under {title} ({id}) as of {on}",
    )
    SIDE_OUTCOME = ("Kết luận bên {side}", "Outcome of {side}")
    NOTHING_ASSESSED = (
        "{outcome} (không tiêu chí nào phát sinh)",
        "{outcome} (nothing was assessed)",
    )
    DIGEST = ("Mã băm quy tắc bên {side}", "Digest of the rules of {side}")
    PLUGINS = ("Các bộ của bên {side}", "Plugins of {side}")
    PLUGIN = ("{id} {version}", "{id} {version}")
    CHANGED = (
        "Kết luận đổi: {before} → {after}.",
        "The outcome changes: {before} → {after}.",
    )
    UNCHANGED = ("Kết luận như nhau: {outcome}.", "The outcomes are the same: {outcome}.")
    BENEATH = (
        "Bên dưới có {statuses} kết quả khác nhau, {differences} khác biệt về số liệu và quy tắc.",
        "Beneath them statuses differ ({statuses}), and facts or rules ({differences}).",
    )
    EMPTY = ("Hai kết luận không khác nhau điểm nào.", "Nothing differs between the two.")
    PERIODS = (
        "Cùng một phường, hai kỳ số liệu.",
        "One ward, two periods.",
    )

    # --- notices
    WARDS_DIFFER = (
        "Đây là hai phường khác nhau: khác biệt không phải là thay đổi của một phường.",
        "These are two different wards: what differs is no change of one ward.",
    )
    AS_IF = (
        "Bên {side} áp dụng thử: kỳ số liệu kết thúc ngoài thời gian có hiệu lực ({valid}).",
        "{side} applies rules as if: its period ends outside the time they hold for ({valid}).",
    )
    UNTRIED = (
        "Chưa thử được nguyên nhân nào: các khác biệt dưới đây chỉ đọc từ hai kết luận. {why}",
        "No cause could be tried: what differs below is read off the two verdicts. {why}",
    )
    NOT_LOADED = (
        "Không mở được bộ của bên {side}: {why}.",
        "The standard of {side} does not load: {why}.",
    )
    OTHER_DIGEST = (
        "Bộ «{id}» đã cài không còn là bộ mà bên {side} dùng (mã băm khác).",
        "«{id}» as installed is not what {side} used (another digest).",
    )
    NOT_REPLAYED = (
        "Tính lại bên {side} không ra kết luận đã ghi.",
        "{side}, reached again, is not what was written.",
    )

    # --- what alone brings the change
    SMALLEST = ("Nguyên nhân đủ làm đổi kết luận", "What alone changes the outcome")
    BRINGS = (
        "Từ A thành B ({before} → {after}): riêng phần này của B đã đủ.",
        "From A to B ({before} → {after}): these of B alone bring it.",
    )
    UNDOES = (
        "Từ B trở lại A ({before} → {after}): chỉ cần trả phần này về như A.",
        "From B back to A ({before} → {after}): these taken back alone undo it.",
    )
    EACH_ALONE = ("Riêng từng khác biệt sau đã đủ:", "Each of these alone:")
    SET_ALONE = ("Chỉ riêng khác biệt {numbers} đã đủ.", "Difference {numbers} alone.")
    SET_JOINT = (
        "Cùng lúc {n} khác biệt: {numbers}.",
        "Together ({n}): {numbers}.",
    )
    AND = ("{first} và {last}", "{first} and {last}")
    EXACT_ONE = (
        "Một khác biệt là đủ ({tried} lần tính).",
        "One difference will do ({tried} evaluations).",
    )
    EXACT = (
        "Ít nhất là {n}: mọi nhóm nhỏ hơn đã được xét, không nhóm nào đủ ({tried} lần tính).",
        "No fewer will do than {n}: every smaller set was ruled out ({tried} evaluations).",
    )
    CUT = (
        "Dừng sau {tried} lần tính: nhóm này đủ, không bớt được gì, nhưng có thể còn nhóm nhỏ hơn.",
        "Cut after {tried} evaluations: none of this set can be left out, but a smaller may exist.",
    )
    CUT_BELOW = (
        "Mọi nhóm dưới {below} khác biệt đã được xét.",
        "Every set of fewer than {below} was ruled out.",
    )
    MORE = ("Còn những nhóm khác cùng số khác biệt.", "There are other sets of that size.")

    # --- the criteria
    CRITERIA = ("Tiêu chí và chỉ tiêu đổi kết quả", "Criteria and indicators that change")
    BENEATH_ONLY = (
        "Cùng kết quả, khác số liệu hoặc điều kiện bên dưới",
        "The same status, other figures or conditions beneath",
    )
    WHAT = ("Nội dung", "What")
    OUTCOME = ("Kết luận", "Outcome")
    OBSERVED = ("Thực tế", "Observed")
    IDENTITY = ("Để kiểm tra lại", "To check it")
    SAME = (
        "Không khác nhau: {n} tiêu chí và chỉ tiêu.",
        "Criteria and indicators that do not differ: {n}.",
    )
    BECOMES = ("{before} → {after}", "{before} → {after}")
    STAYS = ("{status} ở cả hai", "{status} in both")
    ABSENT = ("không có", "not there")
    NOT_COUNTED = ("{said} (chỉ nêu tham khảo)", "{said} (shown only)")
    TEST = ("Bên {side}: {required}: {observed}", "{side}: {required}: {observed}")
    NO_TEST = ("Bên {side}: không có điều kiện này", "{side}: no such condition")
    CAUSE = ("Do", "Because of")
    CAUSE_SAID = ("khác biệt {number} ({what}): {part}", "difference {number} ({what}): {part}")
    SOLE = ("là nguyên nhân duy nhất", "the sole cause")
    ENOUGH = ("một mình đã đủ làm đổi", "enough alone")
    NEEDED = ("thiếu nó thì không đổi", "without it there is no change")
    JOINT = ("chỉ khi kết hợp với khác biệt khác", "only together with others")
    POSSIBLE = ("có thể; chưa thử được", "possibly; not tried")

    # --- what differs
    DIFFERENCES = ("Những gì khác nhau", "What differs")
    NUMBERED = ("{number}. {what}", "{number}. {what}")
    KIND_OF = ("{kind}: {title}", "{kind}: {title}")
    SAME_WORDS = (
        "khác lời văn hoặc căn cứ, cùng nội dung",
        "other wording or citations, the same content",
    )
    INERT = ("không thể làm đổi kết quả", "cannot change a status")
    SOURCE = ("Vì", "Why")
    NOT_SUPPLIED = ("chưa có số liệu", "not supplied")

    # --- kinds
    FACT = ("Số liệu", "Figure")
    EVIDENCE = ("Minh chứng", "Evidence")
    PERIOD = ("Kỳ số liệu", "Period")
    MEASURE = ("Định nghĩa số liệu", "Definition of a figure")
    SET_RULE = ("Quy tắc của cả bộ", "Rule of the set")
    CRITERION = ("Tiêu chí", "Criterion")
    INDICATOR = ("Chỉ tiêu", "Indicator")
    THRESHOLD = ("Ngưỡng thắt chặt", "Tightened threshold")
    CONDITION = ("Điều kiện", "Condition")
    WAIVER = ("Miễn", "Waiver")
    CLARIFICATION = ("Làm rõ", "Clarification")
    ASSUMED = ("Chỉ tiêu có ngưỡng giả định", "Assumed thresholds")
    STANDARD = ("Cả bộ tiêu chí", "The whole standard")
    LIBRARY = ("Phiên bản kieumau", "Version of kieumau")
    RULES_DIGEST = ("Mã băm quy tắc", "Digest of the rules")
    RECORD = ("Điều tệp tự ghi", "What the files say")

    # --- what a difference comes from
    BY_FACTS = ("số liệu của phường", "the ward's figures")
    BY_PERIOD = ("kỳ số liệu", "the period")
    BY_PLUGIN = ("chỉ một bên có bộ {source}", "only one side has {source}")
    BY_VERSION = ("bộ {source}", "{source}")
    BY_CONTENT = (
        "bộ {source} có nội dung khác dù cùng phiên bản",
        "{source}, other content under one version",
    )
    BY_DATE = ("ngày áp dụng {source}", "the date {source}")
    BY_CHOICE = ("cách tính ngưỡng giả định", "whether assumed thresholds count")
    BY_BASE = ("hai bộ không cùng gốc: {source}", "standards of different bases: {source}")
    BY_LIBRARY = ("phiên bản công cụ", "the version of the tool")
    BY_RULES = (
        "quy tắc khác nhau ở chỗ kết luận không ghi",
        "rules that differ where the verdicts do not show it",
    )
    BY_RECORD = (
        "hai tệp ghi khác nhau; không có gì trong tệp giải thích",
        "the files say so; nothing in them explains it",
    )
    VERSIONED = ("«{id}» (phiên bản {version})", "«{id}» (version {version})")
    VERSIONS = ("«{id}»: phiên bản {before} → {after}", "«{id}»: version {before} → {after}")

    # --- parts in words
    RULE_ALL = ("đạt cả {n}", "all of {n}")
    RULE_AT_LEAST = ("đạt ít nhất {k} trong {n}", "at least {k} of {n}")
    RULE_POINTS = ("đạt ít nhất {k} điểm", "at least {k} points")
    RULE_BARE = ("đạt ít nhất {k}", "at least {k}")
    EVERY = ("đạt tất cả", "all of them")
    WHEN = ("{said}, khi {when}", "{said}, when {when}")
    WORTH = ("{said} ({n} điểm)", "{said} ({n} points)")
    IS_ASSUMED = ("{said} (ngưỡng giả định)", "{said} (assumed)")
    SHOW = ("chỉ nêu tham khảo", "shown for reference")
    COUNT = ("được tính", "counted")
    BOUNDS = ("{low} đến {high}", "{low} to {high}")
    DERIVED = ("{said}; tính từ {parts}", "{said}; from {parts}")
    MET = ("đạt", "met")
    NOT_MET = ("không đạt", "not met")
