"""2xx: fields of documents."""

from collections.abc import Mapping
from types import MappingProxyType

from kieumau.messages.message import Message
from kieumau.messages.message import message as _m

__all__ = ["FIELDS"]

FIELDS: Mapping[str, Message] = MappingProxyType(
    {
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
            "thiếu mục «{key}»",
            "the field «{key}» is missing",
            "Thêm một dòng «{key}: ...», thụt lề như các mục cùng cấp.",
            "Add a line «{key}: ...», indented like the fields beside it.",
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
            "Câu chữ có dấu phẩy thì đặt trong nháy kép; số thì bỏ dấu phẩy ngăn phần nghìn (1818).",
            "Put a text with commas in double quotes; write a number without them (1818).",
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
        "KM-249": _m(
            "ngưỡng «{found}» không ghi phép so sánh",
            "the threshold «{found}» takes no operator",
            "Chỉ ghi giá trị, ví dụ: to: 95%; phép so sánh là của chỉ tiêu lớp dưới.",
            "Write the value alone, e.g. to: 95%; the operator is that of the indicator below.",
        ),
        "KM-251": _m(
            "trường hợp «{id}» ghi hai lần (lần đầu ở {first})",
            "the case «{id}» is written twice (first at {first})",
            "Đổi mã của một trường hợp.",
            "Rename one.",
        ),
        "KM-252": _m(
            "không có trường hợp «{id}» để dựa theo",
            "there is no case «{id}» to start from",
            "«like» ghi mã một trường hợp của cùng plugin, ở tệp nào trong thư mục cases cũng được.",
            "«like» names a case of the same plugin, in any file of its folder cases.",
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
        "KM-255": _m(
            "các trường hợp dựa vòng tròn lên nhau: {circle}",
            "these cases start from each other in a circle: {circle}",
            "Viết đủ số liệu cho một trường hợp trong vòng và bỏ like của trường hợp đó.",
            "Give one of them its own facts and drop its like.",
        ),
        "KM-256": _m(
            "không đọc được số liệu của trường hợp «{id}» mà trường hợp này dựa theo",
            "the facts of the case «{id}» this one starts from cannot be read",
            "Sửa trường hợp đó trước.",
            "Mend that case first.",
        ),
        "KM-257": _m(
            "like không dùng cùng với một tệp số liệu",
            "like and a facts file do not go together",
            "Bỏ like, hoặc ghi số liệu thay đổi ngay tại facts.",
            "Drop like, or write the changed facts under facts themselves.",
        ),
        "KM-271": _m(
            "mục tiêu cần đúng một trong at_least, exactly, more_than",
            "a target needs exactly one of at_least, exactly, more_than",
            "Ghi một trong ba, ví dụ: at_least: 30%",
            "Write one of the three, e.g. at_least: 30%",
        ),
        "KM-272": _m(
            "«{found}» không phải tỷ lệ hay số đơn vị của mục tiêu",
            "«{found}» is neither a share nor a number of units",
            "Ghi số nguyên từ 1 trở lên (at_least: 75, exactly: 1), hoặc tỷ lệ từ 1% đến 100% (at_least: 30%).",
            "Write a whole number from 1 up (at_least: 75, exactly: 1), or a share from 1% to 100% (at_least: 30%).",
        ),
        "KM-273": _m(
            "except chỉ dùng khi mục tiêu tính theo từng huyện (per: district)",
            "except stands only where the target is judged per: district",
            "Thêm per: district, hoặc bỏ except.",
            "Add per: district, or drop except.",
        ),
        "KM-274": _m(
            "more_than phải nêu mã một mục tiêu có ngày đến hạn sớm hơn; «{id}» không phải",
            "more_than names a target due earlier; «{id}» is none",
            "Ghi mã (id) của mục tiêu trước đó trong cùng tệp.",
            "Write the id of an earlier target of the same file.",
        ),
        "KM-275": _m(
            "mục tiêu «{id}» ghi hai lần (lần đầu ở {first})",
            "the target «{id}» is written twice (first at {first})",
            "Đổi mã của một mục tiêu.",
            "Rename one.",
        ),
        "KM-276": _m(
            "targets: unknown cần nêu lý do",
            "targets: unknown needs a reason",
            "Thêm reason: vì sao chưa biết mục tiêu (ví dụ: chưa thấy toàn văn Đề án).",
            "Add reason: why the targets are not known (e.g. the scheme's text was not seen).",
        ),
        "KM-277": _m(
            "reason chỉ đi với targets: unknown",
            "reason goes only with targets: unknown",
            "Bỏ reason, hoặc ghi từng điều vào note của mục tiêu.",
            "Drop reason, or put what it says into a target's note.",
        ),
        "KM-278": _m(
            "nhóm «{group}» ghi hai lần trong except",
            "the group «{group}» stands twice in except",
            "Giữ lại một dòng.",
            "Keep one.",
        ),
    }
)
