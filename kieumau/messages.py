"""What every diagnostic says, in Vietnamese and English, by its stable code.

Pure data, in the order of the codes: 1xx files and syntax, 2xx fields, 3xx conditions and names,
4xx plugins, contract and time, 5xx facts, 6xx programs and engines, 7xx use. The file is long
because every code has its four sentences here and nowhere else.
"""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from kieumau.wording import Text

__all__ = ["DID_YOU_MEAN", "MESSAGES", "Message"]

DID_YOU_MEAN = Text("Có phải ý bạn là {suggestions}?", "Did you mean {suggestions}?")


@frozen
class Message:
    """What is wrong and what to do; both are templates over a diagnostic's arguments."""

    message: Text
    hint: Text


def _m(vi: str, en: str, do_vi: str, do_en: str) -> Message:
    return Message(Text(vi, en), Text(do_vi, do_en))


MESSAGES: Mapping[str, Message] = MappingProxyType(
    {
        # --- 1xx files and syntax
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
            "dòng này thụt vào {found} dấu cách, không thẳng hàng với dòng nào ở trên",
            "this line is indented by {found} spaces and stands under no line above",
            "Thụt vào đúng {wanted} dấu cách, thẳng với dòng {line}.",
            "Indent it by {wanted} spaces, as line {line} is.",
        ),
        "KM-123": _m(
            "có ký tự không nhìn thấy được ({mark})",
            "there is a character that cannot be seen ({mark})",
            "Xóa đoạn chữ quanh đây rồi gõ lại bằng tay; ký tự này thường theo vào khi sao chép.",
            "Delete the words around it and type them again; it comes with copying and pasting.",
        ),
        # --- 2xx fields
        "KM-201": _m(
            "không có mục «{key}» ở đây",
            "there is no field «{key}» here",
            "Các mục dùng được: {allowed}.",
            "The fields are: {allowed}.",
        ),
        "KM-202": _m(
            "ở đây cần các cặp «khóa: giá trị»",
            "«key: value» pairs are needed here",
            "Viết mỗi mục một dòng, ví dụ: id: luc-luong.",
            "Write one field a line, e.g. id: luc-luong.",
        ),
        "KM-203": _m(
            "ở đây cần một câu chữ, hoặc hai câu theo vi và en",
            "a text is needed here, or two under vi and en",
            "Ví dụ: title: Lực lượng.",
            "For example: title: The force.",
        ),
        "KM-204": _m(
            "thiếu mục «{key}»", "the field «{key}» is missing", "Bổ sung mục này.", "Add it."
        ),
        "KM-205": _m(
            "mục «{key}» cần đúng một giá trị",
            "the field «{key}» needs a single value",
            "Ghi một giá trị trên cùng dòng.",
            "Write one value on the same line.",
        ),
        "KM-206": _m(
            "«{found}» không phải mã số liệu hợp lệ",
            "«{found}» is not a measure's id",
            "Mã số liệu chỉ gồm a-z, 0-9 và _, bắt đầu bằng chữ, ví dụ so_can_bo.",
            "Measure ids are a-z, 0-9 and _, beginning with a letter, e.g. so_can_bo.",
        ),
        "KM-207": _m(
            "«{found}» không phải mã hợp lệ",
            "«{found}» is not an id",
            "Mã chỉ gồm a-z, 0-9 và dấu gạch nối, ví dụ luc-luong.",
            "Ids are a-z, 0-9 and hyphens, e.g. luc-luong.",
        ),
        "KM-208": _m(
            "«{found}» không phải một ngày có thật",
            "«{found}» is not a date that exists",
            "Ghi ngày/tháng/năm (31/12/2023) hoặc năm-tháng-ngày (2023-12-31).",
            "Write day/month/year (31/12/2023) or year-month-day (2023-12-31).",
        ),
        "KM-209": _m(
            "«{found}» không phải số nguyên",
            "«{found}» is not a whole number",
            "Ghi số nguyên.",
            "Write a whole number.",
        ),
        "KM-210": _m(
            "«{found}» không phải địa chỉ http(s)",
            "«{found}» is not an http(s) address",
            "Ghi đủ địa chỉ, bắt đầu bằng https://.",
            "Write the whole address, beginning with https://.",
        ),
        "KM-211": _m(
            "chữ tự do chứa «{found}», giống số định danh, số điện thoại hay thư điện tử của cá nhân",
            "free text holds «{found}», which looks like a person's number or e-mail address",
            "Xóa đi: chỉ nhận số liệu tổng hợp về đơn vị, không nhận dữ liệu cá nhân.",
            "Remove it: only aggregate figures about a unit are taken, never personal data.",
        ),
        "KM-212": _m(
            "«{found}» không phải một trong các giá trị cho phép",
            "«{found}» is not one of the values allowed",
            "Các giá trị: {allowed}.",
            "They are: {allowed}.",
        ),
        "KM-213": _m(
            "mục «{key}» cần một danh sách",
            "the field «{key}» needs a list",
            "Viết mỗi phần tử một dòng, bắt đầu bằng dấu gạch: - ...",
            "Write one item a line, each beginning with a dash: - ...",
        ),
        "KM-214": _m(
            "định dạng «{found}», cần «{wanted}»",
            "the format is «{found}», «{wanted}» is needed",
            "Ghi dòng đầu: format: {wanted}. Tệp của phiên bản mới hơn cần kieumau mới hơn.",
            "Begin the file with format: {wanted}. A file of a newer version needs a newer kieumau.",
        ),
        "KM-215": _m(
            "hết hiệu lực ({until}) không sau ngày bắt đầu ({start})",
            "it ends ({until}) no later than it starts ({start})",
            "Ngày «until» là ngày đầu tiên không còn hiệu lực.",
            "«until» is the first day no longer in force.",
        ),
        "KM-216": _m(
            "bộ gốc (kind: base) không có «refines»",
            "a base has no «refines»",
            "Xóa dòng này, hoặc ghi kind: refinement.",
            "Remove the line, or write kind: refinement.",
        ),
        "KM-217": _m(
            "văn bản «{id}» khai báo hai lần (lần đầu ở {first})",
            "the instrument «{id}» is declared twice (first at {first})",
            "Giữ lại một lần.",
            "Keep one.",
        ),
        "KM-218": _m(
            "dấu phẩy trong ngoặc {{...}} cắt rời «{words}»",
            "a comma inside {{...}} cuts off «{words}»",
            "Đặt câu chữ trong nháy kép, hoặc viết vi: và en: mỗi dòng một câu.",
            "Put the text in double quotes, or write vi: and en: on lines of their own.",
        ),
        "KM-221": _m(
            "số liệu «{id}» khai báo hai lần (lần đầu ở {first})",
            "the measure «{id}» is declared twice (first at {first})",
            "Giữ lại một lần hoặc đổi mã.",
            "Keep one, or rename it.",
        ),
        "KM-222": _m(
            "số liệu loại {kind} không có mục «{key}»",
            "a measure of kind {kind} has no «{key}»",
            "Xóa mục này hoặc đổi kind.",
            "Remove the field or change the kind.",
        ),
        "KM-223": _m(
            "giới hạn ngược: min {low} lớn hơn max {high}",
            "the bounds are reversed: min {low} is above max {high}",
            "Đổi lại min và max.",
            "Swap min and max.",
        ),
        "KM-224": _m(
            "giới hạn vượt quá {most}",
            "a bound is beyond {most}",
            "Dùng đơn vị lớn hơn hoặc giới hạn nhỏ hơn.",
            "Use a larger unit or smaller bounds.",
        ),
        "KM-225": _m(
            "số chữ số thập phân phải từ 0 đến {most}",
            "decimals must be from 0 to {most}",
            "Sửa «decimals».",
            "Change «decimals».",
        ),
        "KM-226": _m(
            "giới hạn có nhiều hơn {decimals} chữ số thập phân",
            "a bound has more than {decimals} decimals",
            "Làm tròn giới hạn hoặc tăng «decimals».",
            "Round the bound or raise «decimals».",
        ),
        "KM-227": _m(
            "hai lựa chọn cùng một mã",
            "two choices have one id",
            "Đổi mã của một lựa chọn.",
            "Rename one.",
        ),
        "KM-228": _m(
            "số liệu dẫn xuất chỉ theo một cách và phải là loại số ({keys})",
            "a derived measure is derived in one way and is numeric ({keys})",
            "Giữ một trong sum, difference, ratio, change với kind integer, number hoặc percent.",
            "Keep one of sum, difference, ratio, change, with kind integer, number or percent.",
        ),
        "KM-229": _m(
            "«sum» cần ít nhất hai mã số liệu khác nhau",
            "«sum» needs at least two different measure ids",
            "Ví dụ: sum: [so_nam, so_nu].",
            "For example: sum: [so_nam, so_nu].",
        ),
        "KM-231": _m(
            "điều kiện để trống",
            "the condition is empty",
            "Viết một điều kiện, ví dụ: có hòm thư góp ý.",
            "Write a condition.",
        ),
        "KM-232": _m(
            "danh sách điều kiện phải nằm dưới all, any hoặc at_least",
            "a list of conditions must stand under all, any or at_least",
            "Thêm một dòng «all:» phía trên danh sách.",
            "Add a line «all:» above the list.",
        ),
        "KM-233": _m(
            "không hiểu «{key}» trong điều kiện; chỉ có all, any, not, at_least",
            "«{key}» means nothing in a condition; there are all, any, not, at_least",
            "Nếu đây là một dòng điều kiện, đặt cả dòng trong dấu nháy đơn: {corrected}",
            "If it is one line, put the line in single quotes: {corrected}",
        ),
        "KM-234": _m(
            "at_least cần một số nguyên và danh sách «of»",
            "at_least needs a whole number and a list «of»",
            "Ví dụ: at_least: 2 rồi of: và các dòng bắt đầu bằng dấu gạch.",
            "Write at_least: 2, then of: and lines beginning with a dash.",
        ),
        "KM-235": _m(
            "«{key}» cần một danh sách điều kiện",
            "«{key}» needs a list of conditions",
            "Viết mỗi điều kiện một dòng, bắt đầu bằng dấu gạch.",
            "Write one condition a line, each beginning with a dash.",
        ),
        "KM-236": _m(
            "trong ngoặc vuông chỉ được để trần tên số liệu có/không; «{line}» có thể bị dấu phẩy cắt đôi",
            "inside brackets only yes/no names may stand unquoted; a comma would cut «{line}» in two",
            "Đặt trong dấu nháy đơn ({corrected}) hoặc viết mỗi điều kiện một dòng.",
            "Put it in single quotes ({corrected}) or write one condition a line.",
        ),
        "KM-241": _m(
            "«add» cần đúng một trong indicator (kèm to) hoặc criterion",
            "«add» needs exactly one of indicator (with to) or criterion",
            "Ghi to: mã tiêu chí và indicator:, hoặc criterion:.",
            "Write to: a criterion's id and indicator:, or criterion:.",
        ),
        "KM-242": _m(
            "«tighten» cần đúng một trong to (ngưỡng chặt hơn) hoặc also (điều kiện thêm)",
            "«tighten» needs exactly one of to (a stricter threshold) or also (a further condition)",
            "Tách thành hai mục tighten nếu cần cả hai.",
            "Write two tighten entries for both.",
        ),
        "KM-243": _m(
            "không được thắt chặt «{id}» bằng ngưỡng giả định",
            "«{id}» cannot be tightened by an assumed threshold",
            "Thêm (add) một chỉ tiêu riêng với fidelity: assumed.",
            "Add an indicator of your own with fidelity: assumed.",
        ),
        "KM-244": _m(
            "«clarify» cần guidance hoặc evidence",
            "«clarify» needs guidance or evidence",
            "Ghi lời hướng dẫn hoặc minh chứng cần có.",
            "Write the guidance or the evidence needed.",
        ),
        "KM-245": _m(
            "không hiểu quy tắc gộp",
            "the rule cannot be read",
            "Dùng all, any hoặc {{at_least: 2}}.",
            "Use all, any or {{at_least: 2}}.",
        ),
        "KM-246": _m(
            "không có văn bản «{id}» trong instruments",
            "there is no instrument «{id}»",
            "Khai báo văn bản trong plugin.yaml hoặc sửa mã.",
            "Declare it in plugin.yaml or mend the id.",
        ),
        "KM-247": _m(
            "không hiểu «tighten» trong allows",
            "«tighten» in allows cannot be read",
            "Dùng true, false, {{up_to: 95%}} hoặc {{also: true}}.",
            "Use true, false, {{up_to: 95%}} or {{also: true}}.",
        ),
        "KM-248": _m(
            "ngưỡng chỉ đặt được khi chỉ tiêu là một phép so sánh duy nhất với hằng số",
            "a threshold stands only where the indicator is one comparison with a constant",
            "Dùng also: ĐIỀU KIỆN thay cho to.",
            "Use also: CONDITION instead of to.",
        ),
        "KM-251": _m(
            "trường hợp «{id}» ghi hai lần (lần đầu ở {first})",
            "the case «{id}» is written twice (first at {first})",
            "Đổi mã của một trường hợp.",
            "Rename one.",
        ),
        "KM-252": _m(
            "không có trường hợp «{id}» phía trên để dựa theo",
            "there is no case «{id}» above to start from",
            "«like» chỉ dùng trường hợp đã viết ở trên, trong cùng tệp.",
            "«like» names a case written above, in the same file.",
        ),
        "KM-253": _m(
            "trường hợp không có phường và kỳ số liệu",
            "the case has no ward and period",
            "Ghi ward và period ở đầu tệp.",
            "Write ward and period at the head of the file.",
        ),
        "KM-254": _m(
            "tệp «{file}» nằm ngoài thư mục của plugin",
            "the file «{file}» lies outside the plugin's folder",
            "Đặt tệp trong thư mục wards của plugin, ví dụ: facts: wards/ten-phuong.yaml.",
            "Put it into the plugin's folder wards, e.g. facts: wards/a-ward.yaml.",
        ),
        # --- 3xx conditions and names
        "KM-301": _m(
            "không hiểu điều kiện «{line}»: không có phép so sánh nào và đây không phải tên số liệu có/không",
            "cannot read the condition «{line}»: it holds no operator and is no yes/no measure's name",
            "Viết «tên số liệu», phép so sánh rồi giá trị, ví dụ: tỷ lệ người dân hài lòng ≥ 90%.",
            "Write a measure's name, an operator and a value, e.g. residents satisfied ≥ 90%.",
        ),
        "KM-302": _m(
            "không có số liệu nào tên «{text}»",
            "no measure is called «{text}»",
            "Dùng đúng tên hoặc mã đã khai trong measures.yaml.",
            "Use a name or id declared in measures.yaml.",
        ),
        "KM-303": _m(
            "điều kiện «{line}» có hai cách hiểu: {first} hoặc {second}",
            "the condition «{line}» can be read in two ways: {first} or {second}",
            "Đặt tên số liệu trong dấu «» hoặc dùng mã của nó.",
            "Put the measure's name in guillemets «» or use its id.",
        ),
        "KM-304": _m(
            "dòng dài {length} ký tự, nhiều nhất là {most}",
            "the line has {length} characters; the most is {most}",
            "Mỗi dòng chỉ viết một phép so sánh; nối nhiều dòng bằng all, any, at_least.",
            "Write one comparison to a line; join lines by all, any, at_least.",
        ),
        "KM-305": _m(
            "dấu «» không khép kín trong «{line}»",
            "the guillemets «» are not closed in «{line}»",
            "Mỗi tên số liệu đặt trong một cặp «».",
            "Each name stands in one pair of «».",
        ),
        "KM-306": _m(
            "điều kiện «{line}» có nhiều hơn một phép so sánh",
            "the condition «{line}» holds more than one operator",
            "Tách thành hai dòng dưới all, hoặc viết khoảng: số vụ trong khoảng 0..5.",
            "Split it into two lines under all, or write a range: number of cases between 0..5.",
        ),
        "KM-307": _m(
            "không hiểu phép so sánh «{operator}»",
            "no operator is written «{operator}»",
            "Các phép so sánh có trong docs/reference/conditions.md.",
            "The operators are listed in docs/reference/conditions.md.",
        ),
        "KM-308": _m(
            "phép so sánh «{operator}» không dùng được cho số liệu «{name}» ({kind})",
            "the operator «{operator}» does not fit the measure «{name}» ({kind})",
            "Dùng chẳng hạn: {fitting}.",
            "Use for instance: {fitting}.",
        ),
        "KM-309": _m(
            "«{name}» đứng một mình, nhưng không phải số liệu có/không ({kind})",
            "«{name}» stands alone, but is no yes/no measure ({kind})",
            "Viết thêm phép so sánh và giá trị.",
            "Add an operator and a value.",
        ),
        "KM-310": _m(
            "«{text}» không phải một số",
            "«{text}» is not a number",
            "Viết bằng chữ số 0-9: 58,5 hoặc 58.5; phần nghìn cách nhau bằng dấu cách: 1 000 000.",
            "Write digits 0-9: 58.5 or 58,5; thousands apart by a space: 1 000 000.",
        ),
        "KM-311": _m(
            "«{text}» có hai cách đọc: {thousand} hoặc {decimal}",
            "«{text}» can be read in two ways: {thousand} or {decimal}",
            "Viết «{thousand}» hoặc «{decimal}».",
            "Write «{thousand}» or «{decimal}».",
        ),
        "KM-312": _m(
            "«{text}» thiếu dấu %",
            "«{text}» lacks its % sign",
            "Số liệu phần trăm viết: {text}%.",
            "A percentage is written: {text}%.",
        ),
        "KM-313": _m(
            "đơn vị «{unit}» không phải của «{name}»",
            "the unit «{unit}» is not that of «{name}»",
            "Đơn vị đã khai: {expected}.",
            "The declared unit: {expected}.",
        ),
        "KM-314": _m(
            "«{text}»: «{name}» không phải số liệu phần trăm",
            "«{text}»: «{name}» is not a percentage",
            "Bỏ dấu %, hoặc dùng số liệu tỷ lệ tương ứng.",
            "Leave the % out, or use the corresponding ratio.",
        ),
        "KM-315": _m(
            "«{text}» không phải một ngày",
            "«{text}» is not a date",
            "Viết ngày/tháng/năm (31/12/2025), ngày/tháng nếu được phép (31/03), hoặc 2025-12-31.",
            "Write day/month/year (31/12/2025), day/month where allowed (31/03), or 2025-12-31.",
        ),
        "KM-316": _m(
            "không có ngày «{text}»",
            "there is no day «{text}»",
            "Ngày đứng trước tháng: 31/12/2025.",
            "The day comes before the month: 31/12/2025.",
        ),
        "KM-317": _m(
            "«{text}» không phải có hoặc không",
            "«{text}» is neither yes nor no",
            "Viết: có, không, đúng, sai, yes, no, true hoặc false.",
            "Write: yes, no, true, false, có, không, đúng or sai.",
        ),
        "KM-318": _m(
            "«{text}» không phải một lựa chọn của «{name}»",
            "«{text}» is not a choice of «{name}»",
            "Dùng đúng nhãn hoặc mã của lựa chọn đã khai.",
            "Use the label or id of a declared choice.",
        ),
        "KM-319": _m(
            "không hiểu tập lựa chọn «{text}»",
            "cannot read the set of choices «{text}»",
            "Viết: thuộc {{a; b}} hoặc không thuộc {{a; b}}; với một lựa chọn: = a.",
            "Write: in {{a; b}} or not in {{a; b}}; for one choice: = a.",
        ),
        "KM-320": _m(
            "không hiểu khoảng «{text}»",
            "cannot read the range «{text}»",
            "Viết: trong khoảng 0..5 hoặc từ 0 đến 5.",
            "Write: between 0..5 or between 0 and 5.",
        ),
        "KM-321": _m(
            "khoảng {low}..{high} không đi từ thấp đến cao",
            "the range {low}..{high} does not run from low to high",
            "Viết đầu thấp trước; hai đầu cùng có năm hoặc cùng không có năm.",
            "Write the lower end first; both ends have a year or neither has.",
        ),
        "KM-322": _m(
            "{number} có nhiều chữ số thập phân hơn «{name}» ({decimals})",
            "{number} has more decimals than «{name}» ({decimals})",
            "Bớt chữ số thập phân, hoặc khai decimals lớn hơn (tối đa 6).",
            "Use fewer decimals, or declare more (at most 6).",
        ),
        "KM-323": _m(
            "{number} nằm ngoài giới hạn của «{name}» ({low} đến {high}), nên phép thử không bao giờ đổi",
            "{number} is outside the bounds of «{name}» ({low} to {high}), so the test could never change",
            "Sửa số, hoặc sửa min và max của số liệu.",
            "Mend the number, or the measure's min and max.",
        ),
        "KM-324": _m(
            "«{name}» được so sánh với chính nó",
            "«{name}» is compared with itself",
            "So sánh với một số liệu khác hoặc một giá trị.",
            "Compare with another measure or a value.",
        ),
        "KM-325": _m(
            "không so sánh được «{left}» với «{right}»: khác loại hoặc khác đơn vị",
            "«{left}» and «{right}» cannot be compared: their kinds or units differ",
            "Chỉ so sánh ngày với ngày, số với số cùng đơn vị.",
            "Compare dates with dates, and numbers with numbers of the same unit.",
        ),
        "KM-326": _m(
            "«{name}» là tỷ lệ hoặc mức thay đổi, chỉ so sánh được với hằng số",
            "«{name}» is a ratio or change, which compares with constants only",
            "So sánh với một con số, hoặc so sánh tử số và mẫu số riêng.",
            "Compare it with a number, or compare numerators and denominators apart.",
        ),
        "KM-327": _m(
            "«{name}» có thể có mẫu số bằng 0 mà điều kiện này không tự rơi ra được",
            "«{name}» may have a zero denominator, and this test cannot fall away where it stands",
            "Khai if_zero: met, unmet hoặc unknown cho số liệu này.",
            "Declare if_zero: met, unmet or unknown for the measure.",
        ),
        "KM-328": _m(
            "phép thử ngày «{name}» đứng dưới not",
            "a date test of «{name}» stands under not",
            "Viết phép so sánh ngược lại (≤ thành >), vì «chưa thực hiện» không đạt cả hai.",
            "Write the opposite operator (≤ becomes >): a thing not done meets neither.",
        ),
        "KM-329": _m(
            "điều kiện lồng nhau quá {most} tầng",
            "conditions are nested more than {most} deep",
            "Tách thành nhiều chỉ tiêu.",
            "Split it into several indicators.",
        ),
        "KM-330": _m(
            "«{key}» không dùng được với {count} điều kiện con",
            "«{key}» cannot stand over {count} conditions",
            "all và any cần ít nhất một, not đúng một, at_least từ 1 đến số điều kiện con.",
            "all and any need at least one, not exactly one, at_least from 1 to the number of conditions.",
        ),
        "KM-331": _m(
            "lặp lại: {text}",
            "repeated: {text}",
            "Mỗi điều kiện hoặc lựa chọn chỉ viết một lần.",
            "Write each condition or choice once.",
        ),
        "KM-332": _m(
            "không có giá trị nào sau «{operator}»",
            "nothing stands after «{operator}»",
            "Viết giá trị, hoặc tên một số liệu khác.",
            "Write a value, or another measure's name.",
        ),
        "KM-333": _m(
            "ký tự «{seen}» trong «{line}» chỉ giống ký hiệu cần dùng",
            "the character «{seen}» in «{line}» only looks like the one needed",
            "Viết «{meant}».",
            "Write «{meant}».",
        ),
        "KM-334": _m(
            "«{name}» ({kind}) không có hằng số để đặt",
            "«{name}» ({kind}) has no constant to set",
            "Chỉ số và ngày có hằng số; với loại khác dùng also.",
            "Only numbers and dates have one; use also for other kinds.",
        ),
        "KM-335": _m(
            "tên «{name}» trùng với «{other}» ({first})",
            "the name «{name}» is the same as «{other}» ({first})",
            "Hai tên chỉ khác chữ hoa, dấu cách, vị trí dấu thanh hoặc i/y là một; đổi một tên.",
            "Names that differ only in case, spaces, tone placement or i/y are one; change one of them.",
        ),
        "KM-336": _m(
            "tên hoặc đơn vị «{name}» chứa ký tự không được dùng: {mark}",
            "the name or unit «{name}» holds what it may not: {mark}",
            "Không dùng ký hiệu so sánh, ngoặc, nháy kép, dấu .. hay ; đơn vị không bắt đầu bằng chữ số hay dấu số.",
            "Use no operator symbols, brackets, quotes, .. or ; and begin no unit with a digit or a number's mark.",
        ),
        "KM-337": _m(
            "tên «{name}» có thể bị đọc thành một giá trị",
            "the name «{name}» could be read as a value",
            "Đặt tên không phải số, ngày, hay các từ có, không, none.",
            "Choose a name that is no number, date, or word such as yes, no, none.",
        ),
        "KM-338": _m(
            "tên «{name}» trống hoặc dài quá {most} ký tự",
            "the name «{name}» is empty or longer than {most} characters",
            "Viết một tên ngắn.",
            "Write a short name.",
        ),
        "KM-339": _m(
            "số liệu «{id}» được khai hai lần với nội dung khác nhau (lần đầu: {first})",
            "the measure «{id}» is declared twice with different content (first: {first})",
            "Giữ một bản, hoặc đổi mã.",
            "Keep one, or change the id.",
        ),
        # --- 60x engines
        # --- 4xx plugins, contract and time
        "KM-401": _m(
            "plugin không có tệp quy tắc nào",
            "the plugin has no rule file",
            "Thêm ít nhất một tệp .yaml trong thư mục rules.",
            "Add at least one .yaml file to the folder rules.",
        ),
        "KM-403": _m(
            "«{id}» không thể dẫn xuất từ «{part}»",
            "«{id}» cannot be derived from «{part}»",
            "Thành phần phải là số liệu loại số, không phải tỷ lệ, và không vòng về chính nó.",
            "A part is numeric, no ratio itself, and not derived from the measure it is a part of.",
        ),
        "KM-404": _m(
            "mẫu số «{part}» của «{id}» có thể âm",
            "the denominator «{part}» of «{id}» can be negative",
            "Khai báo min: 0 cho mẫu số.",
            "Declare min: 0 for the denominator.",
        ),
        "KM-411": _m(
            "chưa cài plugin «{id}»",
            "the plugin «{id}» is not installed",
            "Đang có: {known}. Thư mục thì ghi đường dẫn, ví dụ ./{id}.",
            "Installed: {known}. For a folder write its path, e.g. ./{id}.",
        ),
        "KM-412": _m(
            "hai nơi cùng cung cấp plugin «{id}»: {packages}",
            "two places bring the plugin «{id}»: {packages}",
            "Gỡ bớt một gói hoặc đổi mã.",
            "Uninstall one or rename it.",
        ),
        "KM-413": _m(
            "gói «{package}» của plugin «{id}» không có thư mục dữ liệu",
            "the package «{package}» of the plugin «{id}» has no folder",
            "Cài lại gói.",
            "Install it again.",
        ),
        "KM-414": _m(
            "không có thư mục plugin này",
            "there is no such plugin folder",
            "Kiểm tra lại đường dẫn.",
            "Check the path.",
        ),
        "KM-415": _m(
            "«{id}» cụ thể hóa «{below}», nhưng «{below}» chưa được cài",
            "«{id}» refines «{below}», which is not installed",
            "Cài plugin đó, hoặc nạp cả thư mục của nó.",
            "Install it, or load its folder too.",
        ),
        "KM-416": _m(
            "các plugin cụ thể hóa vòng quanh: {circle}",
            "plugins refine each other in a circle: {circle}",
            "Sửa «refines» của một plugin.",
            "Change one plugin's «refines».",
        ),
        "KM-417": _m(
            "gói «{id}» chứa plugin «{found}»",
            "the package for «{id}» holds the plugin «{found}»",
            "Tên điểm vào phải trùng mã trong plugin.yaml.",
            "The entry point's name must be the id in plugin.yaml.",
        ),
        "KM-418": _m(
            "các plugin có bộ gốc khác nhau: {bases}",
            "the plugins stand on different bases: {bases}",
            "Nạp các plugin trên cùng một bộ gốc.",
            "Load plugins of one base.",
        ),
        "KM-421": _m(
            "không có bộ tiêu chí nào có hiệu lực ngày {on}",
            "no criteria set is in force on {on}",
            "Các bộ của «{id}»: {dates}.",
            "The sets of «{id}»: {dates}.",
        ),
        "KM-422": _m(
            "hai bộ tiêu chí cùng có hiệu lực ngày {on}",
            "two criteria sets are in force on {on}",
            "Sửa from/until để không chồng nhau: {dates}.",
            "Change from/until so that they do not overlap: {dates}.",
        ),
        "KM-423": _m(
            "văn bản «{id}» có hai nội dung khác nhau (nơi kia: {first})",
            "the instrument «{id}» has two different contents (the other at {first})",
            "Đổi mã của một văn bản.",
            "Rename one.",
        ),
        "KM-424": _m(
            "mã «{id}» đã dùng cho nội dung khác (ở {first})",
            "the id «{id}» stands for something else (at {first})",
            "Đổi mã ở một trong hai nơi.",
            "Rename it in one of the two places.",
        ),
        "KM-431": _m(
            "«{id}» không cho phép hướng dẫn thêm (căn cứ: {basis})",
            "«{id}» may not be clarified (basis: {basis})",
            "Bỏ mục clarify này.",
            "Remove this clarify.",
        ),
        "KM-432": _m(
            "«{id}» không cho phép miễn (căn cứ: {basis})",
            "«{id}» may not be waived (basis: {basis})",
            "Lớp dưới phải ghi allows: {{waive: true}}.",
            "The layer below must say allows: {{waive: true}}.",
        ),
        "KM-433": _m(
            "miễn «{id}» mà không có căn cứ",
            "«{id}» is waived without a citation",
            "Ghi citation: văn bản cho phép miễn.",
            "Write citation: the document that allows it.",
        ),
        "KM-434": _m(
            "«{id}» dựa trên ngưỡng giả định nên không thể thắt chặt",
            "«{id}» rests on an assumed threshold and cannot be tightened",
            "Thêm (add) một chỉ tiêu riêng có căn cứ.",
            "Add an indicator of your own, with its citation.",
        ),
        "KM-435": _m(
            "«{id}» không cho phép thêm điều kiện (căn cứ: {basis})",
            "«{id}» allows no further condition (basis: {basis})",
            "Thêm (add) một chỉ tiêu riêng, hoặc lớp dưới ghi allows: {{tighten: {{also: true}}}}.",
            "Add an indicator of your own, or let the layer below say allows: {{tighten: {{also: true}}}}.",
        ),
        "KM-436": _m(
            "lớp này chỉ được thu hẹp quyền cụ thể hóa «{id}», không được mở rộng (căn cứ: {basis})",
            "a layer may narrow what may be done to «{id}», never widen it (basis: {basis})",
            "Bỏ phần mở rộng trong allows.",
            "Remove what widens it from allows.",
        ),
        "KM-437": _m(
            "«{id}» không phải một phép so sánh duy nhất với ngưỡng, nên không có «to»",
            "«{id}» is not one comparison with a threshold, so «to» has no meaning",
            "Dùng also: ĐIỀU KIỆN nếu được phép.",
            "Use also: CONDITION where it is allowed.",
        ),
        "KM-438": _m(
            "«{id}» không cho phép đổi ngưỡng (căn cứ: {basis})",
            "«{id}» allows no other threshold (basis: {basis})",
            "Thêm (add) một chỉ tiêu riêng.",
            "Add an indicator of your own.",
        ),
        "KM-439": _m(
            "ngưỡng {to} của «{id}» không chặt hơn lớp dưới ({now}; căn cứ: {basis})",
            "the threshold {to} of «{id}» is not stricter than the layer below ({now}; basis: {basis})",
            "Đặt ngưỡng chặt hơn hẳn, hoặc bỏ mục này.",
            "Make it strictly stricter, or remove the entry.",
        ),
        "KM-440": _m(
            "ngưỡng {to} của «{id}» vượt mức được phép {up_to} (căn cứ: {basis})",
            "the threshold {to} of «{id}» goes beyond the limit {up_to} (basis: {basis})",
            "Đặt ngưỡng không quá mức đó.",
            "Stay within the limit.",
        ),
        "KM-441": _m(
            "bộ tiêu chí không cho phép thêm tiêu chí «{id}»",
            "the set allows no criterion «{id}» to be added",
            "Lớp dưới phải ghi allows: {{add: true}}.",
            "The layer below must say allows: {{add: true}}.",
        ),
        "KM-442": _m(
            "không lớp nào bên dưới có tiêu chí «{id}»",
            "no layer below has a criterion «{id}»",
            "Ghi mã một tiêu chí của lớp dưới.",
            "Name a criterion of the layer below.",
        ),
        "KM-443": _m(
            "tiêu chí «{id}» không cho phép thêm chỉ tiêu",
            "the criterion «{id}» allows no indicator to be added",
            "Thêm một tiêu chí riêng.",
            "Add a criterion of your own.",
        ),
        "KM-444": _m(
            "không lớp nào bên dưới có chỉ tiêu «{id}»",
            "no layer below has an indicator «{id}»",
            "Ghi mã một chỉ tiêu của lớp dưới.",
            "Name an indicator of the layer below.",
        ),
        "KM-445": _m(
            "«{id}» cần ít nhất {k} nhưng chỉ có {n} được tính",
            "«{id}» needs at least {k}, but only {n} count",
            "Giảm at_least hoặc thêm chỉ tiêu.",
            "Lower at_least or add indicators.",
        ),
        "KM-451": _m(
            "trường hợp «{case}»: kết luận là {found}, mong đợi {wanted}",
            "case «{case}»: the outcome is {found}, expected {wanted}",
            "Sửa quy tắc, hoặc sửa expect nếu trường hợp viết sai.",
            "Mend the rule, or expect if the case is wrong.",
        ),
        "KM-452": _m(
            "trường hợp «{case}»: «{id}» là {found}, mong đợi {wanted}",
            "case «{case}»: «{id}» is {found}, expected {wanted}",
            "Sửa quy tắc, hoặc sửa expect nếu trường hợp viết sai.",
            "Mend the rule, or expect if the case is wrong.",
        ),
        "KM-453": _m(
            "trường hợp «{case}»: không có tiêu chí hay chỉ tiêu «{id}» vào ngày đó",
            "case «{case}»: there is no criterion or indicator «{id}» on that date",
            "Kiểm tra mã và ngày hiệu lực.",
            "Check the id and the dates in force.",
        ),
        "KM-454": _m(
            "trường hợp «{case}»: số liệu còn thiếu là {found}, mong đợi {wanted}",
            "case «{case}»: the missing facts are {found}, expected {wanted}",
            "Sửa expect.missing, theo đúng thứ tự.",
            "Mend expect.missing; the order matters.",
        ),
        # --- 5xx facts
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
            "kỳ số liệu kết thúc {last}, ngoài thời gian {valid} mà bộ này có hiệu lực",
            "the period ends on {last}, outside {valid}, for which this standard holds",
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
            "Kiểm tra lại con số và đơn vị.",
            "Check the figure and its unit.",
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
            "Ghi một trong các lựa chọn đã khai báo.",
            "Write one of the declared choices.",
        ),
        "KM-524": _m(
            "«{name}» là loại {kind}, không nhận «{value}»",
            "«{name}» is of kind {kind} and cannot be «{value}»",
            "Ghi giá trị đúng loại.",
            "Write a value of that kind.",
        ),
        "KM-531": _m(
            "«{name}» được ghi trực tiếp nhưng không khớp với các thành phần ({parts})",
            "«{name}» is given directly but does not agree with its parts ({parts})",
            "Bỏ một trong hai, hoặc ghi reported nếu là số làm tròn.",
            "Remove one of the two, or write reported for a rounded figure.",
        ),
        "KM-601": _m(
            "không nạp được durable_rules: {reason}",
            "durable_rules does not import: {reason}",
            """Cài bằng «pip install 'kieumau[rete]'»; với Python 3.13 trở lên, dựng lại với CPPFLAGS='-O2 -DPyEval_CallObject(f,a)=PyObject_CallObject(f,a)' (docs/dependencies.md). Hoặc dùng engine="plain": kết quả như nhau.""",
            """Install it with "pip install 'kieumau[rete]'"; on Python 3.13 or later build it with CPPFLAGS='-O2 -DPyEval_CallObject(f,a)=PyObject_CallObject(f,a)' (docs/dependencies.md). Or use engine="plain": the results are the same.""",
        ),
        "KM-602": _m(
            "bộ tiêu chí có {found} {what}, durable_rules chỉ chạy được đến {most}",
            "the standard has {found} {what}, durable_rules bears {most}",
            """Dùng engine="plain": kết quả như nhau, không có giới hạn này.""",
            """Use engine="plain": the results are the same, without this limit.""",
        ),
        "KM-603": _m(
            "durable_rules báo lỗi khi chạy một đơn vị ({what}); kết quả đã bị bỏ",
            "durable_rules failed while running a ward ({what}); its answer was thrown away",
            """Đánh giá lại với engine="plain"; nếu lỗi lặp lại, báo cho chúng tôi kèm mã này.""",
            """Evaluate again with engine="plain"; if it fails repeatedly, report it with this code.""",
        ),
        "KM-604": _m(
            "đối tượng Rete chỉ dùng được trong luồng đã tạo ra nó",
            "a Rete belongs to the thread that made it",
            "Dùng ReteFor: mỗi luồng có một Rete riêng, sao chép và lưu được.",
            "Use ReteFor: it gives each thread a Rete of its own, and can be copied and pickled.",
        ),
        "KM-605": _m(
            "Rete bị gọi trong khi chính nó đang chạy một đơn vị",
            "a Rete was called while it is running a ward",
            "Không đánh giá trong trình xử lý tín hiệu hay hàm hủy; hãy làm sau khi lần gọi trước kết thúc.",
            "Do not evaluate in a signal handler or a finaliser; do it after the call under way returns.",
        ),
        "KM-606": _m(
            "không có cách chạy «{name}»",
            "there is no engine «{name}»",
            "Chọn auto, rete hoặc plain.",
            "Choose auto, rete or plain.",
        ),
        # --- 62x compilation
        "KM-621": _m(
            "phép thử trên {measures} vượt quá số nguyên 64 bit",
            "a test over {measures} does not fit 64-bit integers",
            "Giảm max hoặc decimals của các số liệu này.",
            "Lower max or decimals of these measures.",
        ),
        "KM-622": _m(
            "hai điều kiện khác nhau cùng mã bước «{id}»",
            "two different conditions have one step id «{id}»",
            "Viết khác đi một trong hai điều kiện.",
            "Write one of them differently.",
        ),
        # --- 7xx use
        "KM-701": _m(
            "«{found}» không phải ngày",
            "«{found}» is not a date",
            "Ghi ngày dạng 2023-12-31 hoặc 31/12/2023.",
            "Write a date like 2023-12-31 or 31/12/2023.",
        ),
        "KM-702": _m(
            "không có «{id}» trong kết luận này",
            "there is no «{id}» in this verdict",
            "Xem mã bằng verdict.findings.",
            "See the ids with verdict.findings.",
        ),
        "KM-703": _m(
            "đây không phải kết luận dạng kieumau/verdict/1",
            "this is no kieumau/verdict/1",
            "Dùng tệp do kieumau evaluate --format json ghi ra.",
            "Use a file that kieumau evaluate --format json wrote.",
        ),
        "KM-704": _m(
            "không tính lại được như cũ: {what} khác ({before} → {now})",
            "the replay differs: {what} ({before} → {now})",
            "Cài đúng phiên bản plugin và kieumau ghi trong kết luận.",
            "Install the versions of kieumau and the plugins the verdict names.",
        ),
        "KM-705": _m(
            "cần ít nhất một plugin",
            "at least one plugin is needed",
            'Ví dụ: kieumau.load("ha-tinh", on="2023-12-31").',
            'For example: kieumau.load("ha-tinh", on="2023-12-31").',
        ),
        "KM-706": _m(
            "«{found}» không phải một trong: {allowed}",
            "«{found}» is not one of: {allowed}",
            "Chọn một giá trị trong số đó.",
            "Choose one of them.",
        ),
    }
)
