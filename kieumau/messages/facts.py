"""5xx: facts."""

from collections.abc import Mapping
from types import MappingProxyType

from kieumau.messages.message import Message
from kieumau.messages.message import message as _m

__all__ = ["FACTS"]

FACTS: Mapping[str, Message] = MappingProxyType(
    {
        "KM-501": _m(
            "kỳ số liệu ngược: từ {first} đến {last}",
            "the period is reversed: from {first} to {last}",
            "Đổi lại from và to.",
            "Swap from and to.",
        ),
        "KM-502": _m(
            "dữ kiện «{measure}» cần đúng một trong value, between, reported, unknown",
            "the fact «{measure}» needs exactly one of value, between, reported, unknown",
            "Ghi giá trị ngay sau dấu hai chấm, hoặc một trong bốn mục đó.",
            "Write the value after the colon, or one of the four.",
        ),
        "KM-503": _m(
            "«between» cần hai giá trị",
            "«between» needs two values",
            "Ví dụ: between: [58, 60].",
            "For example: between: [58, 60].",
        ),
        "KM-504": _m(
            "kỳ số liệu kết thúc {last}, ngoài thời gian bộ này có hiệu lực ({valid})",
            "the period ends on {last}, outside the time this standard holds for ({valid})",
            "Nạp bộ có hiệu lực ngày đó, hoặc cố ý áp dụng bằng as_if (--as-if).",
            "Load the standard of that date, or apply this one on purpose with as_if (--as-if).",
        ),
        "KM-505": _m(
            "phường thuộc tỉnh có mã «{province}», còn «{plugin}» chỉ áp dụng cho: {provinces}",
            "the ward is of the province «{province}», but «{plugin}» is for: {provinces}",
            "Chọn bộ tiêu chí của tỉnh đó, hoặc sửa ward.province.",
            "Choose that province's criteria, or mend ward.province.",
        ),
        "KM-506": _m(
            "«unknown» cần lý do vì sao chưa biết",
            "«unknown» needs the reason why it is not known",
            "Ví dụ: unknown: chưa có kết quả khảo sát.",
            "For example: unknown: the survey is not out yet.",
        ),
        "KM-507": _m(
            "tệp này là một kết luận, không phải số liệu",
            "this file is a verdict, not facts",
            "Tính lại nó bằng: kieumau evaluate TỆP --replay.",
            "To reach it again: kieumau evaluate FILE --replay.",
        ),
        "KM-511": _m(
            "không có số liệu «{name}»",
            "there is no measure «{name}»",
            "Xem danh mục bằng: kieumau show BỘ --measures.",
            "See the list with: kieumau show ID --measures.",
        ),
        "KM-512": _m(
            "«{name}» là loại {kind}, không ghi khoảng hay số làm tròn được",
            "«{name}» is of kind {kind} and takes no interval or rounded figure",
            "Ghi giá trị, hoặc unknown kèm lý do.",
            "Write a value, or unknown with a reason.",
        ),
        "KM-513": _m(
            "khoảng ngược của «{name}»: {low} lớn hơn {high}",
            "the interval of «{name}» is reversed: {low} is above {high}",
            "Đổi lại hai đầu.",
            "Swap the ends.",
        ),
        "KM-514": _m(
            "«{name}» ghi hai lần (lần đầu ở {first})",
            "«{name}» is given twice (first at {first})",
            "Giữ lại một lần.",
            "Keep one.",
        ),
        "KM-515": _m(
            "ngày {day} rơi {times} lần vào kỳ từ {first} đến {last}; phải đúng một lần",
            "the day {day} falls {times} times into the period from {first} to {last}; it must be once",
            "Đánh giá theo một năm trọn, hoặc ghi ngày đủ năm trong quy tắc.",
            "Evaluate one whole year, or write the year in the rule.",
        ),
        "KM-521": _m(
            "«{name}» = {value} ngoài giới hạn {low}..{high}",
            "«{name}» = {value} is outside {low}..{high}",
            "Kiểm tra lại con số và đơn vị; nếu con số đúng, sửa min, max của số liệu này.",
            "Check the figure and its unit; if it is right, mend the measure's min and max.",
        ),
        "KM-522": _m(
            "«{name}» = {value} có nhiều hơn {decimals} chữ số thập phân",
            "«{name}» = {value} has more than {decimals} decimals",
            "Ghi đúng số chữ số, hoặc reported nếu là số làm tròn.",
            "Write fewer decimals, or reported for a rounded figure.",
        ),
        "KM-523": _m(
            "«{value}» không phải lựa chọn của «{name}»",
            "«{value}» is not a choice of «{name}»",
            "Ghi một trong các lựa chọn: {choices}.",
            "Write one of the choices: {choices}.",
        ),
        "KM-524": _m(
            "«{name}» là loại {kind}, không nhận «{value}»",
            "«{name}» is of kind {kind} and cannot be «{value}»",
            "Ghi {example}.",
            "Write {example}.",
        ),
        "KM-531": _m(
            "«{name}» được ghi trực tiếp nhưng không khớp với các thành phần ({parts})",
            "«{name}» is given directly but does not agree with its parts ({parts})",
            "Bỏ một trong hai, hoặc ghi reported nếu là số làm tròn.",
            "Remove one of the two, or write reported for a rounded figure.",
        ),
        "KM-532": _m(
            "từ {parts} tính ra «{name}» ngoài giới hạn {low}..{high}",
            "from {parts} follows «{name}» outside {low}..{high}",
            "Kiểm tra lại các thành phần; có thể đã ghi nhầm tử số và mẫu số.",
            "Check the parts; numerator and denominator may be swapped.",
        ),
    }
)
