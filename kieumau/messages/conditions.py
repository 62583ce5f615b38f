"""3xx: conditions and names."""

from collections.abc import Mapping
from types import MappingProxyType

from kieumau.messages.message import Message
from kieumau.messages.message import message as _m

__all__ = ["CONDITIONS"]

CONDITIONS: Mapping[str, Message] = MappingProxyType(
    {
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
            "Các phép so sánh dùng được ở đây: {operators}.",
            "The operators that fit here: {operators}.",
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
    }
)
