"""7xx: use of the library and the command line."""

from collections.abc import Mapping
from types import MappingProxyType

from kieumau.messages.message import Message
from kieumau.messages.message import message as _m

__all__ = ["USE"]

USE: Mapping[str, Message] = MappingProxyType(
    {
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
        "KM-707": _m(
            "cần một FactSet, không phải {found}",
            "a FactSet is needed, not {found}",
            "Dùng FactSet.read(tệp) hoặc FactSet.from_mapping(dữ liệu).",
            "Use FactSet.read(path) or FactSet.from_mapping(data).",
        ),
        "KM-711": _m(
            "không có lệnh «{name}»",
            "there is no command «{name}»",
            "Các lệnh: {known}. Xem thêm: kieumau --help.",
            "The commands: {known}. See: kieumau --help.",
        ),
        "KM-712": _m(
            "không có tùy chọn «{name}»",
            "there is no option «{name}»",
            "Xem các tùy chọn: {command} --help.",
            "See the options: {command} --help.",
        ),
        "KM-713": _m(
            "thiếu {name}",
            "{name} is missing",
            "Xem cách dùng: {command} --help.",
            "See how it is used: {command} --help.",
        ),
        "KM-714": _m(
            "tùy chọn «{name}» ghi sai: thiếu giá trị, hoặc có giá trị mà không nhận",
            "the option «{name}» lacks its value, or has one and takes none",
            "Xem các tùy chọn: {command} --help.",
            "See the options: {command} --help.",
        ),
        "KM-715": _m(
            "thừa «{found}»",
            "«{found}» is not expected here",
            "Xem cách dùng: {command} --help. Tên tệp có dấu cách thì đặt trong nháy kép.",
            "See how it is used: {command} --help. Put a file name with spaces in quotes.",
        ),
        "KM-716": _m(
            "«{found}» không dùng được cho {option}",
            "«{found}» is no value of {option}",
            "Chọn một trong: {allowed}.",
            "Choose one of: {allowed}.",
        ),
        "KM-717": _m(
            "lệnh ghi sai: {why}",
            "the command cannot be read: {why}",
            "Xem cách dùng: {command} --help.",
            "See how it is used: {command} --help.",
        ),
        "KM-718": _m(
            "không tự chọn được bộ tiêu chí: số bộ đã cài dành cho tỉnh có mã «{province}» là {n}",
            "no criteria can be picked: the installed plugins for the province «{province}» number {n}",
            "Ghi --criteria và mã bộ hoặc thư mục. Đã cài: {known}.",
            "Write --criteria with an id or a folder. Installed: {known}.",
        ),
        "KM-719": _m(
            "{one} không dùng cùng với {other}",
            "{one} and {other} do not go together",
            "Bỏ một trong hai.",
            "Leave one of them out.",
        ),
        "KM-720": _m(
            "tệp ghi ra trùng với tệp đọc vào",
            "the output is one of the inputs",
            "Ghi tên tệp khác sau --output; không có gì bị thay đổi.",
            "Name another file after --output; nothing was changed.",
        ),
        "KM-721": _m(
            "đây không phải tệp thường nên không ghi đè",
            "this is no ordinary file and is not written over",
            "Ghi tên một tệp, hoặc bỏ --output và dùng dấu > của dòng lệnh.",
            "Name a file, or leave --output out and redirect with >.",
        ),
        "KM-722": _m(
            "đầu vào chuẩn (-) chỉ đọc được một lần",
            "standard input (-) can be read once only",
            "Ghi dấu - một lần.",
            "Write - once.",
        ),
        "KM-723": _m(
            "không ghi được kết quả ra: {why}",
            "the result cannot be written out: {why}",
            "Kết quả có thể chưa đủ; kiểm tra chỗ trống rồi chạy lại.",
            "It may be incomplete; check the free space and run again.",
        ),
        "KM-724": _m(
            "không có bộ tiêu chí nào của «{id}» có ngày hiệu lực để chọn",
            "no criteria set of «{id}» is in force on a date that could be chosen",
            "Ghi --on và một ngày.",
            "Write --on and a date.",
        ),
        "KM-725": _m(
            "kết luận này dùng bộ «{id}», không nạp được ở đây",
            "the verdict was reached under «{id}», which does not load here",
            "Cài bộ đó, hoặc chỉ thư mục của nó bằng --criteria.",
            "Install it, or name its folder with --criteria.",
        ),
        "KM-726": _m(
            "nội dung tính lại như nhau, nhưng tệp không đúng từng byte như kieumau ghi",
            "the content is the same, but the file is not byte for byte what kieumau writes",
            "Tệp đã được định dạng lại, hoặc có khóa lặp mà chương trình khác có thể đọc khác đi.",
            "It was reformatted, or holds a repeated key that other programs may read differently.",
        ),
        "KM-727": _m(
            "kết luận không còn nguyên vẹn: {what} ghi trong tệp là {before}, tính lại là {now}",
            "the verdict is not intact: {what} is {before} in the file and comes to {now}",
            "Bộ tiêu chí vẫn như cũ, nên tệp (kết luận hoặc số liệu trong đó) đã bị sửa.",
            "The standard is as it was, so the file was changed: its verdict, or the facts in it.",
        ),
        "KM-731": _m(
            "lỗi của chính kieumau ({what})",
            "a bug in kieumau itself ({what})",
            "Chạy lại với biến môi trường KIEUMAU_DEBUG=1 rồi gửi toàn bộ nội dung in ra cho nhóm phát triển kieumau.",
            "Run it again with KIEUMAU_DEBUG=1 in the environment and send all it prints to the kieumau authors.",
        ),
        "KM-732": _m(
            "{what} cần phần cài thêm «{extra}», chưa có trên máy này",
            "{what} needs the extra «{extra}», which is not installed here",
            "Cài bằng lệnh: pip install 'kieumau[{extra}]'",
            "Install it: pip install 'kieumau[{extra}]'",
        ),
    }
)
