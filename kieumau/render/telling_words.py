"""The words of the shorter explanations: a line, a paragraph, the path that decides.

Templates as in the phrasebook; where a Vietnamese sentence is the same for one, two and many, the
English ones differ.
"""

from enum import unique

from kieumau.render.terms import Terms

__all__ = ["Telling"]


@unique
class Telling(Terms):
    """One phrase in both languages."""

    # --- one line: how the criteria stand
    ALL_MET = ("cả {n} tiêu chí đều đạt", "all {n:criterion|criteria} are met")
    BOTH_MET = ("cả 2 tiêu chí đều đạt", "both criteria are met")
    ONLY_MET = ("tiêu chí duy nhất đạt", "the only criterion is met")
    STAND = ("{n} tiêu chí: {counts}", "{n:criterion|criteria}: {counts}")
    IN_ALL = (
        "{criteria} ({n} chỉ tiêu: {counts})",
        "{criteria} ({n:indicator|indicators}: {counts})",
    )
    IN_ALL_MET = (
        "{criteria}, tất cả {n} chỉ tiêu đều đạt trên số liệu",
        "{criteria}, all on evidence ({n:indicator|indicators})",
    )
    NONE_COUNTS = ("không có chỉ tiêu nào được tính", "no indicator counts")
    SOME_FAIL = (
        "{n} trên {of} tiêu chí không đạt",
        "{n} of {of:criterion is|criteria are} not met",
    )
    ONE_FAILS = ("{n} trên {of} tiêu chí không đạt", "{n} of {of} criteria is not met")
    ONLY_FAILS = ("tiêu chí duy nhất không đạt", "the only criterion is not met")
    ADDED_FAIL = ("{n} phần bổ sung không đạt", "{n:addition is|additions are} not met")
    BECAUSE = ("{what}, do chỉ tiêu «{indicator}»", "{what}, because of “{indicator}”")
    BECAUSE_FIRST = (
        "{what}, trước hết do chỉ tiêu «{indicator}»",
        "{what}, first because of “{indicator}”",
    )
    LOST_MOST = (
        "{score}; mất nhiều điểm nhất ở «{title}» ({n} điểm)",
        "{score}; most lost on “{title}” ({n:point|points})",
    )
    SCORE_SO_FAR = (
        "đã có {reached}/{total} điểm, còn có thể đạt tới {possible}, cần ít nhất {needed}",
        (
            "{reached} of {total:point|points} so far, up to {possible} possible, at least "
            "{needed} needed"
        ),
    )
    NOTHING_AROSE = (
        "không tiêu chí nào phát sinh nên chưa có gì để đánh giá",
        "no criterion applied, so nothing was assessed",
    )
    STILL_OPEN = (
        "còn {n} chỉ tiêu chưa xác định",
        "{n:indicator is|indicators are} undetermined",
    )
    OPEN_FROM = ("{what}, trước hết là «{indicator}»", "{what}, first “{indicator}”")
    OPEN_ONE = ("{what}: «{indicator}»", "{what}: “{indicator}”")
    FAIL_SO_FAR = ("{n} chỉ tiêu không đạt", "{n:indicator is|indicators are} not met")
    TO_SUPPLY = ("cần bổ sung {n} số liệu", "{n:figure|figures} to be supplied")
    ONE_SETTLES = (
        "chỉ cần số liệu «{name}» là đủ để kết luận",
        "“{name}” alone settles it",
    )
    ANY_SETTLES = (
        "chỉ cần 1 trong {n} số liệu là đủ để kết luận",
        "any 1 of {n:figure|figures} settles it",
    )

    # --- a paragraph
    LEAD = (
        "{ward} (mã {code}), đánh giá kỳ từ {first} đến {last} theo «{standard}»: {outcome}.",
        "{ward} (code {code}), assessed from {first} to {last} under “{standard}”: {outcome}.",
    )
    FROM_TEST = (
        "Chỉ tiêu «{indicator}» yêu cầu {condition}; thực tế: {observed}.",
        "“{indicator}” asks for {condition}; observed: {observed}.",
    )
    FROM_STRICTER = (
        "Chỉ tiêu «{indicator}» yêu cầu {condition} ({stricter}); thực tế: {observed}.",
        "“{indicator}” asks for {condition} ({stricter}); observed: {observed}.",
    )
    FROM_ABSENT = (
        "Chỉ tiêu «{indicator}» yêu cầu không được xảy ra: {condition}; thực tế: {observed}.",
        "“{indicator}” rules this out: {condition}; observed: {observed}.",
    )
    FROM_PART = (
        "Chỉ tiêu «{indicator}» có nhiều điều kiện, trong đó {condition}; thực tế: {observed}.",
        "“{indicator}” has several conditions, among them {condition}; observed: {observed}.",
    )
    FROM_MANY = (
        "Trước hết là chỉ tiêu «{indicator}», có nhiều điều kiện.",
        "First of all “{indicator}”, which has several conditions.",
    )
    FROM_APPLIES = (
        "Chưa rõ chỉ tiêu «{indicator}» có áp dụng hay không.",
        "It is not yet known whether “{indicator}” applies.",
    )
    FROM_WAIVER = (
        "Chưa rõ chỉ tiêu «{indicator}» có được miễn hay không.",
        "It is not yet known whether “{indicator}” is waived.",
    )
    NOT_JUDGED = (
        "Được tính đạt mà không xét trên số liệu: {which}.",
        "Counted as met without being judged on figures: {which}.",
    )
    NOT_JUDGED_ONE = ("«{title}» ({status})", "“{title}” ({status})")
    SETTLED_BY_ONE = (
        "Chỉ cần số liệu «{name}» là đủ để kết luận, dù giá trị là bao nhiêu.",
        "The figure “{name}” alone settles the outcome, whatever its value.",
    )
    SETTLED_BY_ANY = (
        "Chỉ cần 1 trong {n} số liệu sau là đủ để kết luận, dù giá trị là bao nhiêu: {names}.",
        "Any 1 of {n:figure|figures} settles the outcome, whatever its value: {names}.",
    )
    SUPPLY = ("Cần bổ sung {n} số liệu: {names}.", "{n:figure|figures} to be supplied: {names}.")
    AND_MORE = ("và {n} số liệu khác", "and {n:other|others}")
    SELF_REPORTED = (
        "Số liệu do đơn vị tự khai: {names}.",
        "Figures reported by the unit itself: {names}.",
    )

    # --- the path
    PATH = ("Những điểm quyết định kết luận", "What decides the outcome")
