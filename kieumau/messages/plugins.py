"""4xx: plugins, the delegation contract, time and cases."""

from collections.abc import Mapping
from types import MappingProxyType

from kieumau.messages.message import Message
from kieumau.messages.message import message as _m

__all__ = ["PLUGINS"]

PLUGINS: Mapping[str, Message] = MappingProxyType(
    {
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
        "KM-405": _m(
            "«{id}» có ít chữ số thập phân hơn thành phần «{part}»",
            "«{id}» has fewer decimals than its part «{part}»",
            "Ghi decimals: {decimals} cho «{id}».",
            "Write decimals: {decimals} for «{id}».",
        ),
        "KM-406": _m(
            "kieumau không đọc «{name}»",
            "«{name}» is not read",
            "Trong gói chỉ đọc plugin, measures, targets, registry, statuses (.yaml hoặc .json) và các "
            "tệp nằm ngay trong rules, cases, wards.",
            "Of a plugin are read plugin, measures, targets, registry and statuses (.yaml or "
            ".json), and the files right inside rules, cases and wards.",
        ),
        "KM-407": _m(
            "tệp quy tắc không có mục nào",
            "the rule file holds no entry",
            "Ghi ít nhất một trong add, tighten, clarify, waive; hoặc xóa tệp.",
            "Write at least one of add, tighten, clarify, waive; or remove the file.",
        ),
        "KM-411": _m(
            "chưa cài bộ tiêu chí nào có mã «{id}»",
            "the plugin «{id}» is not installed",
            "Đang có: {known}. Nếu là thư mục thì xem lại tên thư mục và nơi đang mở cửa sổ lệnh, hoặc ghi cả đường dẫn, ví dụ ./{id}.",
            "Installed: {known}. If it is a folder, see that its name is right and that you are where it is, or write its path, e.g. ./{id}.",
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
            "Cài bộ đó, hoặc để thư mục của nó cạnh thư mục này (cùng nằm trong một thư mục), tên thư mục là mã của bộ.",
            "Install it, or keep its folder beside this one (both in one folder), named after its id.",
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
            "Bỏ mục waive này; chỉ miễn được nơi lớp dưới ghi allows: {{waive: true}}.",
            "Remove this waive; only what the layer below marks allows: {{waive: true}} may be waived.",
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
            "với «{id}», {to} không chặt hơn lớp dưới: {now} (căn cứ: {basis})",
            "for «{id}», {to} is not stricter than the layer below: {now} (basis: {basis})",
            "Đặt ngưỡng chặt hơn hẳn, hoặc bỏ mục này.",
            "Make it strictly stricter, or remove the entry.",
        ),
        "KM-440": _m(
            "với «{id}», {to} vượt mức được phép: {up_to} (căn cứ: {basis})",
            "for «{id}», {to} goes beyond what is allowed: {up_to} (basis: {basis})",
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
            "Ghi mã một tiêu chí của lớp dưới: {known}.",
            "Name a criterion of the layer below: {known}.",
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
        "KM-446": _m(
            "giới hạn up_to của «{id}» không cùng loại với ngưỡng đang có",
            "the up_to of «{id}» is not of the sort its threshold is",
            "Ghi ngày đủ năm nếu ngưỡng có năm; không ghi năm nếu ngưỡng không có năm.",
            "Write the day with a year where the threshold has one, without where it has none.",
        ),
        "KM-447": _m(
            "«{id}» là phần bổ sung nên không có điểm",
            "«{id}» is an addition and carries no points",
            "Bỏ points: phần bổ sung đứng ngoài thang điểm của lớp dưới và bắt buộc phải đạt.",
            "Drop points: what a layer adds stands beside the points of the layer below and must be met.",
        ),
        "KM-448": _m(
            "«{id}» cần ít nhất {k} điểm nhưng các phần được tính chỉ có tất cả {most} điểm",
            "«{id}» needs at least {k} points, but all that counts is worth {most}",
            "Giảm score hoặc tăng points; chỉ tiêu có ngưỡng giả định (assumed) không được tính điểm.",
            "Lower score or raise points; indicators with an assumed threshold earn none.",
        ),
        "KM-451": _m(
            "trường hợp «{case}»: kết luận là {found}, mong đợi {wanted}",
            "case «{case}»: the outcome is {found}, expected {wanted}",
            "Xem vì sao bằng kieumau test. Sửa quy tắc, hoặc sửa expect nếu trường hợp viết sai.",
            "See why with kieumau test. Mend the rule, or expect if the case is wrong.",
        ),
        "KM-452": _m(
            "trường hợp «{case}»: «{id}» là {found}, mong đợi {wanted}",
            "case «{case}»: «{id}» is {found}, expected {wanted}",
            "Xem vì sao bằng kieumau test. Sửa quy tắc, hoặc sửa expect nếu trường hợp viết sai.",
            "See why with kieumau test. Mend the rule, or expect if the case is wrong.",
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
    }
)
