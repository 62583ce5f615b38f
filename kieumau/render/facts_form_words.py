"""The words of data-entry forms, in Vietnamese and English. Pure data.

>>> FormTerm.VALUE.fill("vi")
'GIÁ TRỊ'
"""

from enum import unique

from kieumau.render.terms import Terms
from kieumau.wording import Text

__all__ = ["GUIDE", "GUIDE_WARDS", "FormTerm"]


@unique
class FormTerm(Terms):
    """A phrase of a form."""

    # --- sheets and their heads
    FACTS = ("Số liệu", "Facts")
    GUIDE = ("Hướng dẫn", "Guide")
    HOW_MEASURES = (
        "Điền các ô vàng; chưa có số liệu thì để trống. Cách điền: xem trang «Hướng dẫn».",
        "Fill in the yellow cells; leave empty what is not known. See the sheet «Guide».",
    )
    HOW_WARDS = (
        "Mỗi phường một dòng; chưa có số liệu thì để trống. Cách điền: xem trang «Hướng dẫn».",
        "A row for each ward; leave empty what is not known. See the sheet «Guide».",
    )
    FOOTER = ("Phiếu số liệu - {id} - {on}", "Facts form - {id} - {on}")

    # --- columns
    NUMBER = ("TT", "No.")
    NAME = ("Tên số liệu", "Figure")
    UNIT = ("Đơn vị", "Unit")
    COLLECTION = ("Cách thu thập", "How it is collected")
    RECORDED_BY = ("Nơi ghi nhận", "Recorded by")
    ALLOWED = ("Giá trị cho phép", "Allowed values")
    VALUE = ("GIÁ TRỊ", "VALUE")
    ROUNDED = ("Đã làm tròn?", "Rounded?")
    LOW = ("Tạm tính: từ", "Provisional: from")
    HIGH = ("Tạm tính: đến", "Provisional: to")
    UNKNOWN = ("Chưa rõ: ghi lý do", "Not known: say why")
    SOURCE = ("Minh chứng: nguồn", "Evidence: source")
    DOCUMENT = ("Văn bản (số, ký hiệu)", "Document (number)")
    URL = ("Đường dẫn", "Web address")
    DATE = ("Ngày của minh chứng", "Date of evidence")
    NOTE = ("Ghi chú", "Note")
    ID = ("Mã", "Id")

    # --- the head's lines
    WARD = ("Phường và kỳ số liệu", "Ward and period")
    WARD_CODE = ("Mã phường", "Ward code")
    WARD_NAME = ("Tên phường", "Ward name")
    PROVINCE = ("Mã tỉnh, thành phố", "Province code")
    PERIOD_FROM = ("Kỳ số liệu: từ ngày", "Period: from")
    PERIOD_TO = ("Kỳ số liệu: đến ngày", "Period: to")
    INVENTED = ("Số liệu giả định?", "Invented figures?")
    WHOLE_NOTE = ("Ghi chú chung", "General note")
    CODE_ALLOWED = ("giữ đủ các số 0 ở đầu", "keep leading zeros")
    WARD_CODE_HOW = ("mã đơn vị hành chính cấp xã", "the ward's official code")
    PROVINCE_HOW = ("mã tỉnh tại ngày cuối kỳ", "the province's code on the last day")
    PERIOD_HOW = ("cả hai ngày đều tính", "both days included")
    INVENTED_HOW = (
        "chọn «có» nếu đây là ví dụ, để trống nếu là số liệu thật",
        "«yes» for an example, empty for real figures",
    )
    NOTE_HOW = ("tùy ý", "optional")

    # --- values
    YES = ("có", "yes")
    NO = ("không", "no")
    NOT_DONE = ("chưa thực hiện", "not done")
    YES_OR_NO = ("có / không", "yes / no")
    WHOLE_BETWEEN = ("số nguyên, {low} đến {high}", "whole number, {low} to {high}")
    BETWEEN = ("{low} đến {high}", "{low} to {high}")
    WHOLE_FROM = ("số nguyên, từ {low}", "whole number, from {low}")
    AT_LEAST = ("từ {low}", "from {low}")
    DECIMALS = ("{said}; tối đa {n} số lẻ", "{said}; up to {n} decimals")
    A_DATE = ("ngày/tháng/năm, hoặc «chưa thực hiện»", "day/month/year, or «not done»")
    QUARTER = ("số của quý", "for the quarter")
    MONTH = ("số của tháng", "for the month")
    POINT = ("tại ngày cuối kỳ", "at the period's end")
    COMPUTED = (
        "Tự tính: {how}. Chỉ ghi khi không có các số đó, kèm minh chứng.",
        "Computed: {how}. Supply it only without those figures, with evidence.",
    )
    ASKED = ("Minh chứng phải có: {fields}.", "Evidence required: {fields}.")
    CAUTION = ("Lưu ý: {caution}", "Caution: {caution}")
    WRONG = ("Giá trị cho phép: {allowed}.", "Allowed values: {allowed}.")
    WRONG_DATE = (
        "Ghi ngày dạng ngày/tháng/năm, hoặc «chưa thực hiện». Giữ giá trị vừa ghi?",
        "Write a date as day/month/year, or «not done». Keep what was typed?",
    )
    PERSONAL = (
        "Số liệu tổng hợp, không có dữ liệu cá nhân.",
        "Aggregate figures only; no personal data.",
    )


_EMPTY = Text(
    "3. Chưa có số liệu thì để trống. Không ghi số 0 thay cho chỗ chưa có số liệu: số 0 là một số "
    "liệu.",
    "3. Leave empty what you have no figure for. Do not write 0 there: 0 is a figure.",
)
_VALUES = Text(
    "4. Số: chỉ gõ con số, không gõ đơn vị. Tỷ lệ: gõ cả dấu %, ví dụ 95%. Ngày: ngày/tháng/năm, "
    "ví dụ 31/12/2023; việc chưa làm thì ghi «chưa thực hiện». Ô có danh sách thì chọn trong danh "
    "sách.",
    "4. Numbers: the figure without its unit. Percentages: with the sign, as 95%. Dates: "
    "day/month/year, as 31/12/2023; «not done» for what has not been done. Choose from the list "
    "where there is one.",
)
_NO_PERSONS = Text(
    "{n}. Chỉ ghi số liệu tổng hợp của đơn vị. Không ghi họ tên, số giấy tờ tùy thân, số điện "
    "thoại, thư điện tử hay địa chỉ của bất kỳ ai.",
    "{n}. Only aggregate figures of the unit. No name, identity number, telephone number, e-mail "
    "or address of anyone.",
)
_THEN = Text(
    "{n}. Điền bằng Excel hay LibreOffice đều được; lưu dạng .xlsx. Đánh giá bằng lệnh: "
    "kieumau evaluate TỆP.xlsx --criteria {id}",
    "{n}. Excel and LibreOffice both do; save as .xlsx. Evaluate with: "
    "kieumau evaluate FILE.xlsx --criteria {id}",
)


def _numbered(text: Text, n: int) -> Text:
    return Text(text.vi.replace("{n}", str(n)), text.en.replace("{n}", str(n)))


GUIDE: tuple[Text, ...] = (
    Text(
        "1. Chỉ điền các ô vàng và các ô màu xám đậm ở trang «Số liệu»; các ô khác đã khóa (không "
        "đặt mật khẩu) để phiếu luôn đọc lại được.",
        "1. Fill in the yellow and the darker grey cells of the sheet «Facts»; the others are "
        "locked (without a password) so that the form can always be read back.",
    ),
    Text(
        "2. Điền đủ mã phường, tên phường, mã tỉnh và kỳ số liệu. Giữ các số 0 ở đầu mã.",
        "2. Give the ward's code and name, the province's code and the period. Keep the zeros a "
        "code begins with.",
    ),
    _EMPTY,
    _VALUES,
    Text(
        "5. Đã tìm hiểu mà vẫn chưa rõ: để trống cột «GIÁ TRỊ», ghi lý do ở cột «Chưa rõ: ghi lý "
        "do». Không ghi cả hai.",
        "5. What is not known although it was looked for: leave «VALUE» empty and give the reason "
        "under «Not known: say why». Never both.",
    ),
    Text(
        "6. Số tạm tính: để trống cột «GIÁ TRỊ», ghi hai đầu của khoảng ở hai cột «Tạm tính».",
        "6. Provisional figures: leave «VALUE» empty and give both ends under «Provisional».",
    ),
    Text(
        "7. Số lấy từ báo cáo và đã làm tròn: ghi vào cột «GIÁ TRỊ» rồi chọn «có» ở cột «Đã làm "
        "tròn?». Khi đó 92% nghĩa là từ 91,5% đến 92,5%.",
        "7. Figures published rounded: write them under «VALUE» and choose «yes» under «Rounded?». "
        "Then 92% stands for anything from 91.5% to 92.5%.",
    ),
    Text(
        "8. Ô giá trị màu xám là số phần mềm tự tính từ các số khác. Chỉ ghi trực tiếp khi không "
        "có các số đó, và ghi kèm minh chứng.",
        "8. A grey value cell is computed from other figures. Fill it in only without those "
        "figures, and with evidence.",
    ),
    Text(
        "9. Minh chứng (nguồn, văn bản, đường dẫn, ngày) giúp người thẩm định kiểm tra; minh chứng "
        "không làm thay đổi kết luận.",
        "9. Evidence (source, document, web address, date) lets others check; it never changes the "
        "outcome.",
    ),
    _numbered(_NO_PERSONS, 10),
    _numbered(_THEN, 11),
)
"""How a form with a row a measure is filled in, a paragraph each."""

GUIDE_WARDS: tuple[Text, ...] = (
    Text(
        "1. Mỗi phường một dòng ở trang «Số liệu», điền từ dòng trống đầu tiên. Tên cột và dòng mã "
        "ngay dưới đã khóa (không đặt mật khẩu) để phiếu luôn đọc lại được.",
        "1. A row for each ward of the sheet «Facts», from the first empty row. The headings and "
        "the ids under them are locked (without a password) so that the form can always be read "
        "back.",
    ),
    Text(
        "2. Mỗi dòng điền đủ mã phường, tên phường, mã tỉnh và kỳ số liệu. Giữ các số 0 ở đầu mã.",
        "2. In each row give the ward's code and name, the province's code and the period. Keep "
        "the zeros a code begins with.",
    ),
    _EMPTY,
    _VALUES,
    Text(
        "5. Cột màu xám là số phần mềm tự tính từ các số khác; chỉ ghi trực tiếp khi không có các "
        "số đó. Cách thu thập từng số liệu nằm trong ghi chú ở tên cột.",
        "5. Grey columns are computed from others; fill them in only without those. How each "
        "figure is collected stands in the comment on its heading.",
    ),
    Text(
        "6. Chưa rõ, số tạm tính, số đã làm tròn: bỏ khóa trang rồi thêm cột, ở dòng mã ghi mã số "
        "liệu kèm __reason (lý do chưa rõ), __min và __max (hai đầu của khoảng) hoặc __reported "
        "(số đã làm tròn). Cần ghi minh chứng thì dùng phiếu mỗi số liệu một dòng.",
        "6. Not known, provisional, rounded: unprotect the sheet and add columns; in the row of "
        "ids write the measure's id and __reason (why it is not known), __min and __max (both "
        "ends), or __reported (a rounded figure). For evidence use the form with a row a measure.",
    ),
    _numbered(_NO_PERSONS, 7),
    _numbered(_THEN, 8),
)
"""How a form with a row a ward is filled in, a paragraph each."""
