"""The words of a batch's summary, in Vietnamese and English. Pure data.

>>> Said.UNMET.fill("vi", n="212", title="Người dân hài lòng")
'212 không đạt vì chỉ tiêu «Người dân hài lòng»'
"""

from enum import unique

from kieumau.render.terms import Terms

__all__ = ["Said"]


@unique
class Said(Terms):
    """A phrase of a batch's summary."""

    # --- the head
    TITLE = ("Tổng hợp đánh giá: {title}", "Summary: {title}")
    LAYER = ("{title} ({id}, phiên bản {version})", "{title} ({id}, version {version})")
    STANDARD = ("Bộ tiêu chí", "Criteria")
    ON = ("Theo quy định có hiệu lực ngày", "As in force on")
    SOURCE = ("Số liệu", "Facts")
    PERIOD = ("Kỳ số liệu", "Period")
    FROM_TO = ("{first} đến {last}", "{first} to {last}")
    OUTPUT = ("Kết quả từng phường", "Each ward's outcome")
    ROWS = ("Số dòng", "Rows")
    COUNTED = (
        "{rows}: đánh giá {judged}, để riêng {aside}",
        "{rows}: {judged} judged, {aside} set aside",
    )

    # --- the outcome
    OUTCOMES = ("Kết luận", "Outcomes")
    SHARE = ("{n} {what} ({share}%)", "{n} {what} ({share}%)")
    NONE = ("Không có phường nào được đánh giá.", "No ward was judged.")

    # --- why
    WHY = ("Vì sao", "Why")
    UNMET = ("{n} không đạt vì chỉ tiêu «{title}»", "{n} not met because of “{title}”")
    MISSING = (
        "{n} chưa đủ căn cứ vì thiếu số liệu «{title}»",
        "{n} undetermined for want of “{title}”",
    )
    INEXACT = (
        "{n} chưa đủ căn cứ ở chỉ tiêu «{title}» dù không thiếu số liệu",
        "{n} undetermined at “{title}” although no figure is missing",
    )
    INEXACT_NOTE = (
        "Không thiếu số liệu mà chưa đủ căn cứ: số tạm tính, số làm tròn, hoặc mẫu số bằng 0.",
        "Undetermined with nothing missing: provisional or rounded figures, or a zero denominator.",
    )
    ALONE = ("trong đó {n} chỉ vì lý do này", "the only reason for {n}")
    SEVERAL = (
        "Một phường có nhiều lý do được tính ở từng lý do.",
        "A ward with several reasons is counted at each.",
    )
    MORE = (
        "Còn {n} lý do khác; xem --format json.",
        "More reasons: {n}; see --format json.",
    )

    # --- the criteria
    CRITERIA = ("Từng tiêu chí", "Each criterion")
    LEGEND = (
        "{marks}; mỗi thanh dài {width} ô. Nội dung không phát sinh tính vào đạt.",
        "{marks}; each bar is {width} blocks long. What does not arise counts as met.",
    )
    STANDS = ("{bar} {counts}", "{bar} {counts}")

    # --- set aside
    ASIDE = ("Dòng để riêng", "Rows set aside")
    ASIDE_IN = (
        "Ghi nguyên dòng và lý do vào {path}; sửa rồi đánh giá lại tệp đó.",
        "Each with its reasons in {path}: mend them and judge that file.",
    )
    REFUSED = ("{n} dòng: {code}", "{code}: {n}")
    EXAMPLE = ("{place}: {said}", "{place}: {said}")
    IGNORED = (
        "Bỏ qua các cột không phải số liệu của bộ: {columns}",
        "Columns passed over, being no measures: {columns}",
    )

    # --- the page
    WARD = ("Phường", "Ward")
    CRITERION = ("Tiêu chí", "Criterion")
    HEAT = ("Từng phường, từng tiêu chí", "Each ward, each criterion")
    WORST = (
        "Chỉ vẽ {n} phường có nhiều tiêu chí không đạt nhất, trong {all}; đủ cả ở tệp kết quả.",
        "Drawn for the {n} wards that fail most criteria, of {all}; the output file has all.",
    )
    NUMBERED = ("{number}. {title}", "{number}. {title}")
    BY_OUTCOME = ("Số phường theo kết luận", "Wards by outcome")
    BY_CRITERION = ("Số phường theo tiêu chí", "Wards by criterion")
    GRID = ("Kết quả của phường ở mỗi tiêu chí", "How wards stand at each criterion")
    FIGURES = ("Số liệu của hình", "The figures")
    REASON = ("Lý do", "Reason")
    WARDS = ("Số phường", "Wards")
    SOLE = ("Chỉ vì lý do này", "The only reason")
    ALT = ("{title}. {counts}.", "{title}. {counts}.")
    PLACE = ("Chỗ ghi", "Place")
    WRONG = ("Sai ở đâu", "What is wrong")
    CODE = ("Mã", "Code")
