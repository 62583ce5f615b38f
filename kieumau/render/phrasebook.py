"""The phrasebook: everything a rendering says of its own accord, in Vietnamese and English.

Pure data. A template names its slots, the same in both languages. ``{n:one|many}`` writes a count
with the English noun that goes with it; Vietnamese nouns have one form and stand as they are.

>>> Phrase.NOT_MET.text.say("vi"), Phrase.N_CRITERIA.text.say("en")
('không đạt', '{n:criterion|criteria}')
"""

from enum import Enum, unique

from kieumau.wording import Text

__all__ = ["Phrase"]


@unique
class Phrase(Enum):
    """One phrase in both languages; leaving one out is an error on import."""

    def __init__(self, vi: str, en: str) -> None:
        self.text = Text(vi, en)

    # --- how things stand
    MET = ("đạt", "met")
    NOT_MET = ("không đạt", "not met")
    OUTCOME_OPEN = ("chưa đủ căn cứ", "undetermined")
    OPEN = ("chưa xác định", "undetermined")
    NOT_ARISING = ("không phát sinh", "not applicable")
    WAIVED = ("được miễn", "waived")
    HOLDS = ("đúng", "true")
    HOLDS_NOT = ("không đúng", "false")
    HOLDS_UNKNOWN = ("chưa rõ", "not known")
    SHOWN_ONLY = ("chỉ tham khảo, không tính", "for reference, does not count")
    APPLIES_OPEN = (
        "chưa rõ có áp dụng hay không",
        "not yet known whether it applies",
    )

    # --- the head
    TITLE = ("Kết quả đánh giá: {ward} (mã {code})", "Assessment: {ward} (code {code})")
    PERIOD = ("Kỳ đánh giá", "Period")
    DAYS = ("từ {first} đến {last}", "from {first} to {last}")
    STANDARD = ("Bộ tiêu chí", "Standard")
    STANDARD_ON = ("{title}, theo quy định có hiệu lực ngày {on}", "{title}, as in force on {on}")
    FACTS_NOTE = ("Ghi chú về số liệu", "Note on the figures")
    CONCLUSION = ("Kết luận", "Outcome")

    # --- why
    WHY_MET = (
        "Bộ tiêu chí yêu cầu {rule}; kết quả: {criteria}. Trong {n} chỉ tiêu được tính: {counts}.",
        (
            "The set asks for {rule}; result: {criteria}. Of {n:indicator|indicators} that "
            "count: {counts}."
        ),
    )
    WHY_NOT_MET = (
        "Không đạt {n} tiêu chí: {which}.",
        "{n:criterion is|criteria are} not met: {which}.",
    )
    FAILING = (
        "«{criterion}» (chỉ tiêu không đạt: {indicators})",
        "“{criterion}” (indicators not met: {indicators})",
    )
    FAILING_BARE = ("«{criterion}»", "“{criterion}”")
    AND_MORE = ("và {n} chỉ tiêu khác", "and {n:other|others}")
    WHY_OPEN = (
        "Còn {n} chỉ tiêu chưa xác định; không có chỉ tiêu nào không đạt.",
        "{n:indicator is|indicators are} still undetermined; none fails so far.",
    )
    WHY_OPEN_FAILED = (
        (
            "Còn {n} chỉ tiêu chưa xác định; có {failed} chỉ tiêu không đạt nhưng chưa đủ để "
            "kết luận không đạt."
        ),
        (
            "{n:indicator is|indicators are} still undetermined; {failed:indicator "
            "is|indicators are} not met, which does not yet decide the outcome."
        ),
    )
    WHY_NOTHING = (
        "Tất cả các tiêu chí đều không phát sinh nên chưa có gì để đánh giá.",
        "No criterion applied, so nothing was assessed.",
    )
    WHY_NONE_COUNTED = (
        "Không có chỉ tiêu nào được tính vào kết luận.",
        "No indicator counts towards the outcome.",
    )
    STILL_OPEN = (
        "Còn {n} chỉ tiêu chưa xác định nhưng không làm thay đổi kết luận.",
        "{n:indicator is|indicators are} still undetermined, which cannot change the outcome.",
    )
    LEANS_SET = (
        (
            "Số tiêu chí đạt trên số liệu chưa đủ mức yêu cầu; chỉ đủ khi tính cả tiêu chí "
            "không phát sinh."
        ),
        (
            "The criteria met on evidence fall short of the number required; it is reached "
            "only by counting criteria that did not apply."
        ),
    )
    LEANS = (
        "Chỉ đủ mức yêu cầu khi tính cả phần không phát sinh hoặc được miễn.",
        "The number required is reached only by counting what did not apply or was waived.",
    )
    RESTS_ON_ASSUMED = (
        "Kết luận này dựa cả vào {n} chỉ tiêu có ngưỡng giả định.",
        "This outcome rests on {n:indicator|indicators} with assumed thresholds.",
    )

    # --- notices
    RECONSTRUCTION = (
        "Kết quả tính theo bộ tái lập từ nguồn công khai; không phải quyết định công nhận.",
        "Computed under a set reconstructed from public sources; not a decision of recognition.",
    )
    INVENTED_FACTS = (
        "Số liệu là hư cấu, chỉ dùng để minh họa; không phải số liệu của đơn vị có thật.",
        "The figures are invented for illustration; they are not those of a real unit.",
    )
    INVENTED_PLUGIN = (
        "«{plugin}» là ví dụ hư cấu; không do cơ quan nào ban hành.",
        "“{plugin}” is an invented example; no authority issued it.",
    )
    AS_IF = (
        (
            "Tính giả định: bộ tiêu chí được áp dụng ngoài thời gian có hiệu lực ({valid}) "
            "theo yêu cầu của người dùng."
        ),
        (
            "As if: at the user's request the standard was applied outside the time it is "
            "valid for ({valid})."
        ),
    )
    IGNORED = (
        "Đã bỏ qua theo yêu cầu {n} số liệu không có trong bộ tiêu chí: {names}.",
        "Passed over at the user's request, being no measure of the standard: {names} ({n}).",
    )
    ASSUMED_SHOWN = (
        (
            "Có {n} chỉ tiêu dùng ngưỡng giả định; các chỉ tiêu này chỉ để tham khảo, không "
            "tính vào kết luận."
        ),
        (
            "{n:indicator|indicators} with assumed thresholds: shown for reference, not "
            "counted towards the outcome."
        ),
    )

    # --- counts and rules
    N_CRITERIA = ("{n} tiêu chí", "{n:criterion|criteria}")
    N_INDICATORS = ("{n} chỉ tiêu", "{n:indicator|indicators}")
    N_CONDITIONS = ("{n} điều kiện sau", "{n:condition below|conditions below}")
    COUNT_MET = ("{n} đạt", "{n} met")
    COUNT_ON_EVIDENCE = ("{n} đạt trên số liệu", "{n} met on evidence")
    COUNT_NOT_ARISING = ("{n} không phát sinh", "{n} not applicable")
    COUNT_WAIVED = ("{n} được miễn", "{n} waived")
    COUNT_NOT_MET = ("{n} không đạt", "{n} not met")
    COUNT_OPEN = ("{n} chưa xác định", "{n} undetermined")
    COUNT_SHOWN = ("{n} chỉ tham khảo", "{n} for reference only")
    RULE_ONE = ("đạt {what}", "{what} to be met")
    RULE_ALL = ("đạt cả {what}", "{what}, all to be met")
    RULE_AT_LEAST = ("đạt ít nhất {k} trong {what}", "at least {k} of {what} to be met")
    RULE_SCORE = (
        "đạt ít nhất {k} trong tổng số {total} điểm của {what}",
        "at least {k} of the {total:point|points} of {what} to be reached",
    )
    RULE_AND_ADDED = (
        "{rule} theo quy định gốc, cùng {added} bổ sung",
        "{rule} as first issued, and {added} added since",
    )
    RULE_RESULT = ("{rule}; kết quả: {counts}", "{rule}; result: {counts}")
    RESULT = ("Kết quả", "Result")
    RULE = ("Yêu cầu chung", "Rule")
    UNLESS_SAID = (
        "Nơi không ghi «Quy định tại» là theo: {plugin}.",
        "Where nobody is named, it is asked for by: {plugin}.",
    )
    BASE_RULE = (
        "Theo quy định gốc ({plugin}): {rule}",
        "As first issued ({plugin}): {rule}",
    )

    ADDED_TO = ("Bổ sung cho tiêu chí «{criterion}»: {rule}", "Added to “{criterion}”: {rule}")
    ADDED_TO_BARE = ("Bổ sung cho tiêu chí «{criterion}»", "Added to “{criterion}”")

    # --- points
    POINTS = ("Điểm", "Points")
    SCORE_MET = (
        "đạt {reached}/{total} điểm, cần ít nhất {needed}",
        "{reached} of {total:point|points} reached, at least {needed} needed",
    )
    SCORE_MET_OPEN = (
        "đạt {reached}/{total} điểm, cần ít nhất {needed}; còn có thể đạt tới {possible}",
        (
            "{reached} of {total:point|points} reached, at least {needed} needed; up to "
            "{possible} still possible"
        ),
    )
    SCORE_SHORT = (
        "chỉ đạt {reached}/{total} điểm, cần ít nhất {needed}",
        "only {reached} of {total:point|points} reached, at least {needed} needed",
    )
    SCORE_SHORT_OPEN = (
        (
            "mới đạt {reached}/{total} điểm, nhiều nhất chỉ có thể tới {possible}, cần ít nhất "
            "{needed}"
        ),
        (
            "{reached} of {total:point|points} reached and at most {possible} possible, at "
            "least {needed} needed"
        ),
    )
    SCORE_OPEN = (
        (
            "chưa đủ căn cứ (đã có {reached}/{total} điểm, còn có thể đạt tới {possible}, cần ít "
            "nhất {needed})"
        ),
        (
            "undetermined ({reached} of {total:point|points} reached, up to {possible} still "
            "possible, at least {needed} needed)"
        ),
    )
    SCORE_IS = ("Kết quả tính điểm: {score}.", "Points: {score}.")
    GROUP_POINTS = (
        (
            "đã có {reached}/{total} điểm, tính từng chỉ tiêu vào điểm chung của bộ tiêu chí; "
            "riêng quy tắc của nhóm không quyết định kết luận"
        ),
        (
            "{reached} of {total:point|points}, each indicator counting towards the set's own; "
            "the group's rule does not decide the outcome"
        ),
    )
    GIVEN = ("Trong đó", "Of these")
    GIVEN_NOT_ARISING = (
        "{n} điểm tính đủ vì không phát sinh",
        "{n:point|points} in full for what did not apply",
    )
    GIVEN_WAIVED = (
        "{n} điểm tính đủ vì được miễn",
        "{n:point|points} in full for what was waived",
    )
    EARNED = ("được {n} điểm", "{n:point|points}")
    EARNED_NONE = ("được 0/{n} điểm", "0 of {n:point|points}")
    EARNED_OPEN = ("{n} điểm chưa tính được", "{n:point|points} still open")
    EARNED_NOT_ARISING = (
        "tính đủ {n} điểm vì không phát sinh",
        "{n:point|points} in full, as it does not apply",
    )
    EARNED_WAIVED = ("tính đủ {n} điểm vì được miễn", "{n:point|points} in full, as it is waived")
    EARNED_OF = ("{reached}/{total} điểm", "{reached} of {total:point|points}")
    EARNED_NOTHING = ("{n} điểm không được tính", "{n:point|points} that do not count")
    LOST = ("Phần mất điểm: {which}.", "Points lost on: {which}.")
    LOST_ONE = ("«{title}» ({n} điểm)", "“{title}” ({n:point|points})")
    LEANS_SCORE = (
        (
            "Số điểm đạt trên số liệu chưa đủ mức yêu cầu; chỉ đủ khi tính cả điểm của phần "
            "không phát sinh hoặc được miễn."
        ),
        (
            "The points earned on evidence fall short of the number required; it is reached "
            "only by counting those of what did not apply or was waived."
        ),
    )
    FAILED_ADDED = (
        "Không đạt phần bổ sung: {which}.",
        "Additions that are not met: {which}.",
    )

    # --- what would settle it
    WANTED = ("Số liệu cần bổ sung", "What would settle it")
    WANTED_OPEN = ("Số liệu còn thiếu", "Figures still missing")
    SETTLES_ONE = (
        "Chỉ cần có số liệu sau là đủ để kết luận, dù giá trị là bao nhiêu:",
        "This figure alone settles the outcome, whatever its value:",
    )
    SETTLES_ANY = (
        "Chỉ cần có một trong các số liệu sau là đủ để kết luận, dù giá trị là bao nhiêu:",
        "Any one of these figures settles the outcome, whatever its value:",
    )
    WANTED_ALSO = (
        "Các số liệu khác còn thiếu hoặc chưa chính xác:",
        "Other figures that are missing or inexact:",
    )
    WANTED_TOGETHER = (
        "Không số liệu nào một mình đủ để kết luận; các số liệu sau còn thiếu hoặc chưa chính xác:",
        "No single figure is sure to settle the outcome; these are missing or inexact:",
    )
    WANTED_SCORED = (
        "Các số liệu sau còn thiếu hoặc chưa chính xác; phần điểm của chúng còn để ngỏ kết luận:",
        "These are missing or inexact; the points they bear on leave the outcome open:",
    )
    WANTED_IDLE = (
        "Bổ sung các số liệu này không làm thay đổi kết luận:",
        "Supplying these cannot change the outcome:",
    )
    WANTED_MORE = (
        "và {n} số liệu khác (có trong bản đầy đủ)",
        "and {n:other|others} (in the full text)",
    )
    WANTED_AS = ("{name} ({answer})", "{name} ({answer})")
    ANSWER_YES_NO = ("có hoặc không", "yes or no")
    ANSWER_DATE = ("ngày", "date")
    ANSWER_PERCENT = ("%", "%")
    ANSWER_NUMBER = ("số", "number")
    ANSWER_CHOICE = ("một trong: {choices}", "one of: {choices}")
    COLLECTION = ("Cách thu thập", "How it is collected")
    RECORDED_BY = ("Nơi ghi nhận", "Recorded by")
    BY_UNIT = ("Công an phường (tự khai)", "the police unit itself (self-reported)")
    BY_PROVINCE = ("Công an tỉnh, thành phố", "the provincial police")
    BY_WARD = ("Ủy ban nhân dân phường", "the ward's People's Committee")
    BY_SURVEY = ("khảo sát", "a survey")
    BY_SYSTEM = ("hệ thống thông tin", "an information system")
    WANTED_BY = ("Chỉ tiêu cần đến", "Wanted by")

    # --- values
    YES = ("có", "yes")
    NO = ("không", "no")
    NOT_DONE = ("chưa thực hiện", "not done")
    NOT_SUPPLIED = ("chưa cung cấp", "not supplied")
    NONE_SUPPLIED = ("chưa cung cấp: {names}", "not supplied: {names}")
    DECLARED_UNKNOWN = ("chưa biết (lý do: {reason})", "not known (reason: {reason})")
    UNKNOWN_BARE = ("chưa biết", "declared unknown")
    INEXACT = ("chưa chính xác", "inexact")
    INEXACT_AS = ("chưa chính xác: {value}", "inexact: {value}")
    RANGE = ("{low}–{high}", "{low}–{high}")
    RANGE_BELOW_ZERO = ("từ {low} đến {high}", "from {low} to {high}")
    REPORTED = (
        "khoảng {figure} (số công bố, từ {low} đến {high})",
        "about {figure} (published figure, from {low} to {high})",
    )
    REPORTED_BARE = ("khoảng {figure} (số công bố)", "about {figure} (published figure)")
    NAMED = ("{name}: {value}", "{name}: {value}")
    COMPUTED = ("{parts} = {value}", "{parts} = {value}")
    ROUNDED = ("{value} (làm tròn)", "{value} (rounded)")
    ZERO_FALLS = (
        "{measure} bằng 0 nên không phát sinh",
        "{measure} is 0, so this does not apply",
    )
    ZERO_OPEN = (
        "{measure} bằng 0 nên chưa xác định được",
        "{measure} is 0, so this stays undetermined",
    )
    ZERO_MET = ("{measure} bằng 0, được tính là đạt", "{measure} is 0, which counts as met")
    ZERO_UNMET = (
        "{measure} bằng 0, được tính là không đạt",
        "{measure} is 0, which counts as not met",
    )

    # --- the tree
    OVERVIEW = ("Tổng hợp", "At a glance")
    CRITERIA = ("Kết quả theo từng tiêu chí", "Results by criterion")
    REQUIRED = ("Yêu cầu", "Required")
    OBSERVED = ("Thực tế", "Observed")
    OBSERVED_AS = ("thực tế: {value}", "observed: {value}")
    APPLIES_WHEN = ("Áp dụng khi", "Applies when")
    ABSENT = ("không được xảy ra: {condition}", "must not hold: {condition}")
    NONE_OF = ("điều kiện sau không được xảy ra", "the condition below must not hold")
    TIGHTENED = (
        "thắt chặt bởi {plugin}: {before} → {after}",
        "tightened by {plugin}: {before} → {after}",
    )
    ADDED = ("điều kiện bổ sung bởi {plugin}", "condition added by {plugin}")
    WAIVER = ("Căn cứ miễn", "Waiver")
    WAIVER_OPEN = ("chưa rõ có được miễn hay không", "not yet known whether it is waived")
    WAIVER_IDLE = ("không thuộc trường hợp được miễn", "the waiver does not apply here")
    WAIVED_WHEN = ("Được miễn khi", "Waived when")
    CITATION = ("Căn cứ", "Citation")
    QUOTE = ("Trích", "Quoted")
    FIDELITY = ("Nguồn của quy định", "Where it comes from")
    FROM_TEXT = ("theo văn bản công khai", "the public document")
    FROM_PRESS = ("theo báo chí", "press reports")
    FROM_DERIVED = (
        "cụ thể hóa từ nội dung không nêu con số",
        "put into operation from a sentence without a number",
    )
    FROM_ASSUMED = ("ngưỡng do người soạn giả định", "a threshold assumed by the authors")
    SEEN_QUOTED = ("đã xem nguyên văn", "the wording was seen")
    SEEN_SUMMARY = ("chỉ xem bản tóm lược", "only a summary was seen")
    SEEN_NOT = ("chưa xem văn bản", "the document was not seen")
    SCOPE = ("chuyển dùng: {scope}", "transferred: {scope}")
    LAYER = ("Quy định tại", "Asked for by")
    GUIDANCE = ("Hướng dẫn của {plugin}", "Guidance by {plugin}")
    NEEDS = ("Minh chứng phải có", "Evidence required")
    NEED = ("«{measure}» kèm {field}", "“{measure}” with {field}")
    LACKS = ("Minh chứng còn thiếu", "Evidence missing")
    LACK = ("«{measure}» chưa kèm {field}", "“{measure}” lacks {field}")
    FIELD_SOURCE = ("nguồn", "a source")
    FIELD_DOCUMENT = ("văn bản", "a document")
    FIELD_URL = ("đường dẫn", "an address")
    FIELD_DATE = ("ngày", "a date")
    FIGURE = ("Số liệu", "Figure")
    SOURCE = ("nguồn: {source}", "source: {source}")
    DOCUMENT = ("văn bản: {document}", "document: {document}")
    DATED = ("ngày {day}", "dated {day}")
    LINK = ("đường dẫn", "link")
    CAUTION = ("Tự khai", "Self-reported")
    NOTE = ("Ghi chú", "Note")

    # --- the end
    UNSUPPORTED = ("Minh chứng cần bổ sung", "Evidence asked for and not supplied")
    ASSUMPTIONS = ("Chỉ tiêu có ngưỡng giả định", "Indicators with assumed thresholds")
    COUNTED = ("được tính vào kết luận", "counts towards the outcome")
    SOURCES = ("Văn bản và nguồn viện dẫn", "Documents and sources cited")
    NUMBERED = ("{number}: {title}", "{number}: {title}")
    ISSUED = ("ban hành ngày {day}", "issued {day}")
    IDENTITY = ("Thông tin để kiểm tra lại", "For checking this result")
    STANDARD_ID = ("Mã bộ tiêu chí", "Standard id")
    COMPOSED_OF = ("Các lớp quy định", "Composed of")
    VERSION = ("{title} ({id}, phiên bản {version})", "{title} ({id}, version {version})")
    RULES_ON = ("Ngày áp dụng", "In force on")
    VALID = ("Nội dung không đổi trong thời gian", "Unchanged")
    DIGEST = ("Mã băm nội dung quy tắc (SHA-256)", "Digest of the rules (SHA-256)")
    TEXT_DIGEST = ("Mã băm toàn văn (SHA-256)", "Digest with wording (SHA-256)")
    PRODUCED_BY = ("Tính bằng", "Computed with")
    LIBRARY = ("kieumau {version}", "kieumau {version}")
    ENGINE = ("kieumau {version}, bộ máy {engine}", "kieumau {version}, engine {engine}")
    LINKS = ("Đường dẫn", "Links")

    # --- one line
    SUMMARY = ("{ward} ({code}): {outcome}; {counts}", "{ward} ({code}): {outcome}; {counts}")
