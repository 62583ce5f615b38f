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
        "KM-533": _m(
            "số liệu «{name}» trùng tên với một cột riêng của bảng",
            "the measure «{name}» has the name of one of a row's own columns",
            "Dùng FactSet.to_mapping, hoặc đổi id của số liệu này.",
            "Use FactSet.to_mapping, or give the measure another id.",
        ),
        "KM-534": _m(
            "cột «{column}» có giá trị NaN: không rõ là thiếu số liệu hay tính sai",
            "the column «{column}» holds NaN: a figure that is missing, or one that went wrong?",
            "Số liệu chưa cung cấp thì để None (ô trống); chưa biết thì ghi lý do vào cột {column}__reason.",
            "For a figure not supplied give None (an empty cell); for one not known its reason in {column}__reason.",
        ),
        "KM-535": _m(
            "cột «{column}» là số ({found}); mã có thể đã mất số 0 ở đầu",
            "the column «{column}» is a number ({found}); the code may have lost its leading zeros",
            'Đưa vào dạng chữ, ví dụ: "00001".',
            'Give it as text, for example "00001".',
        ),
        "KM-536": _m(
            "khoảng của «{name}» mới có một đầu: thiếu cột {wanted}",
            "the interval of «{name}» has one end only: the column {wanted} is missing or empty",
            "Điền cả hai đầu, hoặc ghi một giá trị vào cột {name}.",
            "Fill in both ends, or write one value in the column {name}.",
        ),
        "KM-537": _m(
            "«{name}» được ghi nhiều cách cùng lúc (các cột: {columns})",
            "«{name}» is given in several ways at once (columns: {columns})",
            "Chỉ để một: giá trị, khoảng (__min và __max), số đã làm tròn (__reported) hoặc lý do chưa biết (__reason).",
            "Keep one: the value, an interval (__min and __max), a rounded figure (__reported) or the reason why it is not known (__reason).",
        ),
        "KM-538": _m(
            "dòng này thiếu {column}",
            "this row lacks {column}",
            "Điền ô ở cột {column}.",
            "Fill in the cell in the column {column}.",
        ),
        "KM-539": _m(
            "bảng không phải mã UTF-8 ({found})",
            "the table is not UTF-8 ({found})",
            "Trong Excel chọn Lưu thành (Save As), kiểu «CSV UTF-8 (Comma delimited)»; bảng gõ bằng phông TCVN3 hoặc VNI thì chuyển mã sang Unicode trước.",
            "In Excel choose Save As and the type «CSV UTF-8 (Comma delimited)»; convert text typed in TCVN3 or VNI fonts to Unicode first.",
        ),
        "KM-540": _m(
            "không nhận ra dòng tiêu đề: cần các cột {columns}, ngăn cách bằng dấu phẩy, dấu chấm phẩy hoặc tab",
            "the header line is not recognised: it needs the columns {columns}, apart by commas, semicolons or tabs",
            "Dòng đầu của tệp là tên các cột; các cột khác là id của số liệu.",
            "The first line names the columns; the others are ids of measures.",
        ),
        "KM-541": _m(
            "không có phường nào trong tệp",
            "there is no ward in the file",
            "Mỗi phường một dòng dưới dòng tiêu đề.",
            "Write a line for each ward under the header.",
        ),
        "KM-542": _m(
            "dòng này có {found} ô, dòng tiêu đề có {wanted}",
            "this line has {found} cells, the header has {wanted}",
            "Ô có dấu ngăn cách ở trong (ví dụ 58,5 khi ngăn bằng dấu phẩy) phải đặt trong nháy kép; ô trống vẫn giữ dấu ngăn cách.",
            "Put a cell that holds the separator (58,5 between commas) in double quotes; keep the separators of empty cells.",
        ),
        "KM-543": _m(
            "cột «{column}» có hai lần (lần đầu là cột thứ {first})",
            "the column «{column}» is there twice (first as column {first})",
            "Giữ lại một cột.",
            "Keep one.",
        ),
        "KM-544": _m(
            "cột thứ {number} có số liệu nhưng không có tên",
            "column {number} holds values but has no name",
            "Ghi tên cột ở dòng tiêu đề, hoặc xóa cột này.",
            "Name it in the header, or remove it.",
        ),
        "KM-545": _m(
            "cột «{column}» không rõ là phần nào của số liệu «{name}»",
            "the column «{column}» is no known part of the measure «{name}»",
            "Sau tên số liệu chỉ có thể là: {allowed}.",
            "After a measure's name may stand: {allowed}.",
        ),
        "KM-546": _m(
            "thiếu cột «{column}»",
            "the column «{column}» is missing",
            "Thêm cột này vào dòng tiêu đề.",
            "Add it to the header.",
        ),
        "KM-547": _m(
            "không đọc được tệp loại «{ending}»",
            "files of the type «{ending}» cannot be read",
            "Lưu thành một trong: {allowed}.",
            "Save it as one of: {allowed}.",
        ),
        "KM-548": _m(
            "dấu nháy kép sai chỗ: {why}",
            "a double quote is out of place: {why}",
            'Ô có dấu nháy kép viết trong nháy kép, mỗi dấu ở trong viết hai lần: "khu ""Mẫu""".',
            'Write a cell that holds quotes in quotes and double those inside: "the ""Mẫu"" area".',
        ),
        "KM-549": _m(
            "phường «{ward}» có hai dòng cùng kỳ (dòng đầu ở {first})",
            "the ward «{ward}» has two rows for the same period (first at {first})",
            "Giữ lại một dòng, hoặc sửa mã phường hay kỳ số liệu.",
            "Keep one, or mend its code or period.",
        ),
    }
)
