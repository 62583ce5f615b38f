"""The words of a sweep, in Vietnamese and English. Pure data.

>>> Word.AT_NOW.fill("vi", said="95%")
'95% (hiện hành)'
"""

from enum import unique

from kieumau.render.terms import Terms

__all__ = ["Word"]


@unique
class Word(Terms):
    """A phrase of a sweep."""

    TITLE = ("Mô phỏng ngưỡng: {title}", "Thresholds simulated: {title}")
    HEADLINE = (
        "Với mức hiện hành, {met} trong {n} phường đạt; ở các mức đã thử: từ {least} đến {most}.",
        "As in force, {met} of {n} wards meet the criteria; at the points tried {least} to {most}.",
    )
    LAYER = ("{title} ({id}, phiên bản {version})", "{title} ({id}, version {version})")
    RULES = ("Bộ đem thử", "Tried")
    ON = ("Theo quy định có hiệu lực ngày", "As in force on")
    MOVED = ("Ngưỡng thay đổi", "Threshold moved")
    MOVED_SAID = ("{title} ({id}): {test}", "{title} ({id}): {test}")
    BASIS = ("Căn cứ của mức hiện hành", "Citation of the one in force")
    LEFT_OUT = (
        "Chưa đánh giá được {n} phường; nêu tên và lý do ở cuối, không tính vào các con số.",
        "{n} could not be assessed; named with reasons at the end and not counted.",
    )

    # --- notices
    SIMULATION = (
        "Mô phỏng, không phải quy định: các mức khác mức hiện hành chưa được cơ quan nào ban hành.",
        "A simulation, not a rule: no authority issued the points other than the one in force.",
    )
    LOOSER = (
        "Có mức lỏng hơn yêu cầu hiện hành: bộ cụ thể hóa không được nới lỏng như vậy.",
        "Some points ask for less than is in force: no refinement may loosen it so.",
    )
    NOT_COUNTED = (
        "«{title}» chỉ nêu tham khảo, không tính vào kết luận: đổi ngưỡng không đổi con số nào.",
        "“{title}” is shown for reference and does not count: moving it changes no number.",
    )

    # --- the table
    TABLE = ("Số phường theo từng mức", "Wards at each point")
    TABLE_OF = ("Số phường theo từng mức, năm {year}", "Wards at each point, {year}")
    GRID = (
        "Số phường đạt theo từng cặp mức",
        "Wards that meet the criteria at each pair",
    )
    GRID_OF = (
        "Số phường đạt theo từng cặp mức, năm {year}",
        "Wards that meet the criteria at each pair, {year}",
    )
    AT = ("Mức", "Point")
    AT_NOW = ("{said} (hiện hành)", "{said} (in force)")
    MET = ("Đạt", "Met")
    NOT_MET = ("Không đạt", "Not met")
    UNDETERMINED = ("Chưa đủ căn cứ", "Undetermined")
    SHARE = ("Tỷ lệ đạt", "Share met")
    ALL_OF = ("{n} phường", "{n} wards")
    DOWN_ACROSS = (
        "Hàng: {down}. Cột: {across}. Mỗi ô: số phường đạt trong {n}.",
        "Down: {down}. Across: {across}. Each cell: wards that meet the criteria, of {n}.",
    )
    SCALED = ("mỗi thanh dài {width} ô", "each bar is {width} blocks long")
    LEGEND = ("█ đạt, ░ không đạt, ▒ chưa đủ căn cứ", "█ met, ░ not met, ▒ undetermined")

    # --- the page
    CURVE = ("Số phường khi ngưỡng thay đổi", "Wards as the threshold moves")
    CURVE_ALT = (
        "Đường: số phường đạt từ {first} ở mức {low} đến {last} ở mức {high}.",
        "Curves: from {first} wards that meet the criteria at {low} to {last} at {high}.",
    )
    BY_YEAR = ("Số phường đạt theo năm", "Wards that meet the criteria, by year")
    YEAR = ("năm {year}", "{year}")
    WARDS = ("Số phường", "Wards")
    FIGURES = ("Các con số", "The figures")
    NOW = ("hiện hành: {said}", "in force: {said}")
    HEAT = (
        "Số phường đạt ở từng cặp mức (* hiện hành)",
        "Wards that meet the criteria at each pair (* in force)",
    )
    HEAT_ALT = (
        "Ô: số phường đạt; hàng {down}, cột {across}.",
        "Cells: wards that meet the criteria; down {down}, across {across}.",
    )
    THINNED = (
        "Hình chỉ vẽ một phần các mức; bảng số liệu có đủ.",
        "The picture shows only some of the points; the table has them all.",
    )
    CODED = ("{name} ({code})", "{name} ({code})")
    NOT_COMPARED = ("Phường chưa đánh giá được", "Wards that could not be assessed")
