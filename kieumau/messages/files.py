"""1xx: files and their syntax."""

from collections.abc import Mapping
from types import MappingProxyType

from kieumau.messages.message import Message
from kieumau.messages.message import message as _m

__all__ = ["FILES"]

FILES: Mapping[str, Message] = MappingProxyType(
    {
        "KM-101": _m(
            "không có tệp này",
            "there is no such file",
            "Kiểm tra lại đường dẫn và tên tệp.",
            "Check the path and the file's name.",
        ),
        "KM-102": _m(
            "không đọc được tệp: {why}",
            "the file cannot be read: {why}",
            "Kiểm tra quyền đọc tệp.",
            "Check that you may read it.",
        ),
        "KM-103": _m(
            "đây là một thư mục, không phải tệp",
            "this is a folder, not a file",
            "Ghi tên tệp trong thư mục đó.",
            "Name a file in that folder.",
        ),
        "KM-104": _m(
            "tệp quá lớn: {size} byte, tối đa {most}",
            "the file is too large: {size} bytes, at most {most}",
            "Có thể đã chọn nhầm tệp; tệp quy tắc và số liệu của một phường nhỏ hơn nhiều.",
            "Is it the right file? Rule files and one ward's facts are far smaller.",
        ),
        "KM-105": _m(
            "tệp không phải mã UTF-8 (byte {byte})",
            "the file is not UTF-8 (byte {byte})",
            "Lưu lại tệp với bảng mã UTF-8.",
            "Save the file again as UTF-8.",
        ),
        "KM-106": _m(
            "lồng nhau quá sâu (tối đa {most} tầng)",
            "nested too deep (at most {most} levels)",
            "Viết lại phẳng hơn.",
            "Write it flatter.",
        ),
        "KM-107": _m(
            "«{found}» không phải số mà một số liệu có thể nhận",
            "«{found}» is not a number a measure can have",
            "Ghi số hữu hạn, không có số mũ; số liệu chưa biết thì ghi unknown kèm lý do.",
            "Write a finite number without an exponent; for a figure not known write unknown with a reason.",
        ),
        "KM-108": _m(
            "không nhận giá trị kiểu {found}",
            "a value of type {found} cannot be taken",
            "Dùng chữ, số, có/không, ngày, danh sách hoặc bảng khóa - giá trị.",
            "Use text, numbers, booleans, dates, lists or mappings.",
        ),
        "KM-109": _m(
            "dữ liệu quá nhiều (hơn {most} giá trị), hoặc tự chứa chính nó",
            "there is too much data (more than {most} values), or it holds itself",
            "Chỉ đưa vào số liệu của một phường.",
            "Give the facts of one ward only.",
        ),
        "KM-110": _m(
            "không phải YAML hợp lệ: {why}",
            "not valid YAML: {why}",
            "Xem lại thụt lề, dấu hai chấm và dấu ngoặc quanh chỗ này.",
            "Look at the indentation, colons and brackets around this place.",
        ),
        "KM-111": _m(
            "YAML không đọc được dòng «{line}»",
            "YAML cannot read the line «{line}»",
            "Đặt phần nội dung trong dấu nháy đơn, viết lại dòng này thành: {corrected}",
            "Put what it says in single quotes; write the line as: {corrected}",
        ),
        "KM-112": _m(
            "có ký tự tab ở chỗ YAML không cho phép",
            "a tab stands where YAML does not allow one",
            "Xóa tab, thụt lề bằng dấu cách (phím Space), mỗi cấp hai dấu cách.",
            "Remove the tab and indent with spaces, two to a level.",
        ),
        "KM-113": _m(
            "tệp có nhiều tài liệu (dấu ---)",
            "the file holds several documents (---)",
            "Tách mỗi tài liệu thành một tệp.",
            "Put each in a file of its own.",
        ),
        "KM-114": _m(
            "không dùng chỉ thị YAML (%YAML, %TAG)",
            "YAML directives (%YAML, %TAG) are not allowed",
            "Xóa dòng bắt đầu bằng %.",
            "Remove the line that begins with %.",
        ),
        "KM-115": _m(
            "không dùng neo và tham chiếu YAML (& và *)",
            "YAML anchors and aliases (& and *) are not allowed",
            "Viết lại nội dung; nếu đây là chữ, đặt cả dòng trong dấu nháy đơn.",
            "Write the content out; if it is text, put the line in single quotes.",
        ),
        "KM-116": _m(
            "không dùng nhãn YAML «{tag}»",
            "the YAML tag «{tag}» is not allowed",
            "Xóa nhãn; nếu đây là chữ, đặt cả dòng trong dấu nháy đơn.",
            "Remove it; if it is text, put the line in single quotes.",
        ),
        "KM-117": _m(
            "khóa phải là một từ hay cụm từ",
            "a key must be a single value",
            "Đặt dòng trong dấu nháy đơn nếu đây là chữ.",
            "Put the line in single quotes if it is text.",
        ),
        "KM-118": _m(
            "không dùng khóa gộp YAML (<<)",
            "YAML merge keys (<<) are not allowed",
            "Viết lại nội dung ở đây.",
            "Write the content out here.",
        ),
        "KM-119": _m(
            "khóa «{key}» ghi hai lần (lần đầu «{first}» ở dòng {line})",
            "the key «{key}» is written twice (first «{first}» on line {line})",
            "Giữ lại một lần.",
            "Keep one.",
        ),
        "KM-120": _m(
            "không phải JSON hợp lệ: {why}",
            "not valid JSON: {why}",
            "Xem lại dấu phẩy, ngoặc và nháy kép quanh chỗ này.",
            "Look at the commas, brackets and quotes around this place.",
        ),
        "KM-121": _m(
            "không ghi được tệp: {why}",
            "the file cannot be written: {why}",
            "Không có gì bị thay đổi. Kiểm tra thư mục, quyền ghi và chỗ trống.",
            "Nothing was changed. Check the folder, permissions and free space.",
        ),
        "KM-122": _m(
            "dòng này thụt vào {found} dấu cách, không thẳng hàng với các dòng cùng cấp ở trên",
            "this line is indented by {found} spaces and does not stand under the lines it belongs with",
            "Thụt vào đúng {wanted} dấu cách, thẳng với dòng {line}.",
            "Indent it by {wanted} spaces, as line {line} is.",
        ),
        "KM-123": _m(
            "có ký tự không nhìn thấy được ({mark})",
            "there is a character that cannot be seen ({mark})",
            "Xóa đoạn chữ quanh đây rồi gõ lại bằng tay; ký tự này thường theo vào khi sao chép.",
            "Delete the words around it and type them again; it comes with copying and pasting.",
        ),
        "KM-124": _m(
            "«{words}» thiếu tên số liệu phía trước, và YAML không cho bắt đầu bằng dấu >",
            "«{words}» lacks a measure's name before it, and YAML lets nothing begin with >",
            "Sau requires: viết tên số liệu rồi mới đến {words}; sau to: chỉ ghi giá trị.",
            "After requires: write the measure's name, then {words}; after to: only the value.",
        ),
        "KM-125": _m(
            "sau khóa phải là dấu hai chấm thường và một dấu cách, trong «{line}»",
            "after the key must stand a plain colon and a space, in «{line}»",
            "Viết: {corrected}",
            "Write: {corrected}",
        ),
        "KM-126": _m(
            "thiếu dấu hai chấm trong «{line}»",
            "the colon is missing in «{line}»",
            "Viết: {corrected}",
            "Write: {corrected}",
        ),
        "KM-127": _m(
            "thiếu dấu cách sau dấu gạch đầu dòng trong «{line}»",
            "a space is missing after the dash in «{line}»",
            "Viết: {corrected}",
            "Write: {corrected}",
        ),
        "KM-128": _m(
            "dòng này thụt vào {found} dấu cách, còn dòng {line} cùng cấp với nó thụt {wanted}",
            "this line is indented by {found} spaces, line {line} beside it by {wanted}",
            "Thụt vào đúng {wanted} dấu cách (mỗi cấp hai dấu cách), cùng với các dòng bên trong nó.",
            "Indent it by {wanted} spaces (two to a level), with the lines inside it.",
        ),
    }
)
