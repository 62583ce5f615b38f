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
            "Các lệnh: {known}. Xem thêm: {command} --help.",
            "The commands: {known}. See: {command} --help.",
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
        "KM-728": _m(
            "tệp này là sổ cái; không bao giờ ghi đè lên sổ cái",
            "this is a ledger, which is never written over",
            "Ghi tên tệp khác; muốn ghi thêm vào sổ cái thì dùng --ledger.",
            "Name another file; to record in the ledger there is --ledger.",
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
        "KM-740": _m(
            "tệp Word chỉ chứa một phường, ở đây có {n}",
            "a Word file is one ward's, and there are {n}",
            "Chạy lệnh cho từng phường; hoặc dùng --html, một tệp chứa được nhiều phường.",
            "Run the command for each ward; or use --html, where one file holds several.",
        ),
        "KM-741": _m(
            "«{found}» không dùng làm tên tỉnh được",
            "«{found}» cannot be a province's name",
            "Ghi tên tỉnh, thành phố bằng chữ, dài không quá 100 ký tự, ví dụ: «Tỉnh Mẫu».",
            "Write the province's name in letters, 100 at most, for example: «Tỉnh Mẫu».",
        ),
        "KM-742": _m(
            "mã «{id}» không dùng được: {why}",
            "the id «{id}» cannot be used: {why}",
            "Đặt mã khác sau --id, ví dụ: --id tinh-mau.",
            "Give another after --id, for example: --id tinh-mau.",
        ),
        "KM-743": _m(
            "«{found}» không phải mã tỉnh",
            "«{found}» is no province's code",
            "Mã tỉnh gồm hai chữ số, ví dụ 42; chưa biết thì ghi 00.",
            "The code has two digits, for example 42; write 00 while it is not known.",
        ),
        "KM-744": _m(
            "«{id}» không dùng cho tỉnh có mã «{code}»",
            "«{id}» is not for the province «{code}»",
            "Bộ đó dành cho tỉnh có mã: {known}.",
            "It is for: {known}.",
        ),
        "KM-745": _m(
            "không dựng được trường hợp nào của «{id}» để bắt đầu",
            "no case of «{id}» could be made to start from",
            "Viết một trường hợp có đủ số liệu và đạt mọi chỉ tiêu trong thư mục cases, rồi chạy lại.",
            "Write one case with every figure in order into the folder cases, then run it again.",
        ),
        "KM-746": _m(
            "cần nói lập loại trường hợp nào",
            "say which cases to write",
            "Ghi thêm --boundaries.",
            "Add --boundaries.",
        ),
        "KM-747": _m(
            "tệp này đã có nên không ghi đè",
            "this file is there already and is not written over",
            "Ghi tên khác sau --output, hoặc thêm --force để ghi đè.",
            "Name another file after --output, or add --force to write over it.",
        ),
        "KM-748": _m(
            "tệp trường hợp phải có đuôi .yaml",
            "a case file has the ending .yaml",
            "Ví dụ: --output ranh-gioi.yaml (ghi vào thư mục cases của bộ).",
            "For example: --output boundaries.yaml (in the plugin's folder cases).",
        ),
        "KM-749": _m(
            "không có trường hợp nào mang mã «{id}»",
            "there is no case «{id}»",
            "Xem mã các trường hợp trong thư mục cases, hoặc chạy kieumau test không kèm --case.",
            "See the ids in the folder cases, or run kieumau test without --case.",
        ),
        "KM-750": _m(
            "«{id}» là bộ gốc, không có lớp dưới để so sánh",
            "«{id}» is a base: there is no layer below to compare with",
            "Xem trước dành cho bộ cụ thể hóa; với bộ gốc hãy dùng: kieumau evaluate.",
            "A preview is for plugins that refine another; for a base use: kieumau evaluate.",
        ),
        "KM-755": _m(
            "chưa ghi kết luận nào, kể cả của {sound} trên {all} phường có số liệu không lỗi",
            "no verdict was written, not even for the {sound} of {all} wards whose facts are sound",
            "Sửa các lỗi nêu trên, hoặc bỏ các tệp đó ra, rồi chạy lại.",
            "Mend what is wrong above, or leave those files out, and run it again.",
        ),
        "KM-760": _m(
            "đã có tệp hoặc thư mục không rỗng ở đây, nên không ghi gì",
            "there is a file here, or a folder that is not empty; nothing was written",
            "Chọn thư mục khác bằng --path, hoặc chuyển thư mục cũ đi nơi khác.",
            "Choose another folder with --path, or move the old one away.",
        ),
        "KM-761": _m(
            "không tạo được thư mục này: {why}",
            "this folder cannot be made: {why}",
            "Kiểm tra quyền ghi và thư mục chứa nó, hoặc chọn nơi khác bằng --path.",
            "Check that the folder around it exists and may be written, or choose another with --path.",
        ),
        "KM-762": _m(
            "ngày {on}, «{id}» không có hiệu lực",
            "on {on} «{id}» is not in force",
            "Chọn một ngày trong thời gian: {dates}.",
            "Choose a day within: {dates}.",
        ),
        "KM-763": _m(
            "«{id}» không cho phép cụ thể hóa điều gì",
            "«{id}» allows nothing to be refined",
            "Chọn bộ khác bằng --refines; xem các bộ đã cài: kieumau list.",
            "Choose another with --refines; see those installed: kieumau list.",
        ),
        "KM-764": _m(
            "bộ khung dựng trên «{id}» chưa qua được kiểm tra nên không ghi ra: {why}",
            "the folder made over «{id}» does not pass its own check and was not written: {why}",
            "Chạy kieumau check {id}; nếu bộ đó không có lỗi, gửi thông báo này cho nhóm phát triển kieumau.",
            "Run kieumau check {id}; if it has no errors, send this message to the kieumau authors.",
        ),
        "KM-765": _m(
            "tên sổ tính phải có đuôi .xlsx",
            "a workbook's name must end in .xlsx",
            "Ghi chẳng hạn --output bo.xlsx.",
            "Write for instance --output rules.xlsx.",
        ),
        "KM-766": _m(
            "đã có tệp này, nên không ghi gì",
            "this file is there already; nothing was written",
            "Chọn tên khác, hoặc thêm --force để ghi đè.",
            "Choose another name, or add --force to write over it.",
        ),
        "KM-767": _m(
            "nơi nhập vào phải là một thư mục",
            "a workbook is imported into a folder",
            "Ghi thư mục của bộ sau tên sổ tính; thư mục chưa có thì được tạo.",
            "Name the plugin's folder after the workbook; one that is not there is made.",
        ),
        "KM-768": _m(
            "phiếu này lập cho bộ «{made}» (quy định ngày {on}), nay đánh giá theo «{now}» có nội dung khác",
            "the form was made for «{made}» (as of {on}) and is evaluated under «{now}», which differs",
            "Số liệu vẫn được đọc theo mã; kiểm tra xem có số liệu nào của bộ này chưa có trong phiếu.",
            "Figures are read by their ids; see whether the form lacks some that these criteria need.",
        ),
        "KM-769": _m(
            "sổ tính Excel phải ghi ra một tệp",
            "an Excel workbook must be written to a file",
            "Thêm --output phieu.xlsx.",
            "Add --output form.xlsx.",
        ),
        "KM-770": _m(
            "«{id}» là bộ gốc, không có lớp nào bên dưới để so sánh",
            "«{id}» is a base: there is no layer below to compare it with",
            "Ghi một bộ cùng gốc sau --diff, hoặc ghi --diff-on và một ngày.",
            "Name a standard of the same base after --diff, or a date after --diff-on.",
        ),
        "KM-771": _m(
            "«{one}» (gốc «{base}») và «{other}» (gốc «{base_other}») không cùng bộ gốc",
            "«{one}» (base «{base}») and «{other}» (base «{base_other}») have no base in common",
            "Chỉ so sánh được hai bộ đứng trên cùng một bộ gốc.",
            "Only standards of one base can be compared.",
        ),
        "KM-772": _m(
            "«{id}» không nêu mục tiêu nào, nên không có gì để xét",
            "«{id}» states no targets: there is nothing to judge",
            "Thêm targets.yaml vào bộ đó, hoặc chọn bộ khác; xem: kieumau show {id}.",
            "Add targets.yaml to it, or choose another plugin; see: kieumau show {id}.",
        ),
        "KM-773": _m(
            "chưa rõ mục tiêu của «{id}»: {why}",
            "the targets of «{id}» are not known: {why}",
            "Chưa rõ mục tiêu không có nghĩa là không có; ghi mục tiêu vào targets.yaml khi đã biết.",
            "Not known is not the same as none; write them into targets.yaml once they are.",
        ),
        "KM-774": _m(
            "«{id}» không có danh sách phường, nên không biết tính trên bao nhiêu phường",
            "«{id}» has no registry of wards: over how many wards is not known",
            "Thêm registry.yaml vào bộ đó, hoặc dùng --registry với tệp danh sách của bạn (YAML hoặc CSV).",
            "Add registry.yaml to it, or give --registry a list of your own (YAML or CSV).",
        ),
        "KM-775": _m(
            "ngày {on} nằm ngoài thời gian danh sách phường có dữ liệu ({covers})",
            "{on} lies outside what the registry of wards covers ({covers})",
            "Chọn --on trong thời gian đó, hoặc dùng --registry với danh sách của ngày cần xét; không biết danh sách không có nghĩa là không có phường nào.",
            "Choose --on within that time, or give --registry the list of that day; a list not known is not an empty one.",
        ),
        "KM-776": _m(
            "ngày {on} «{id}» không còn dành cho tỉnh có mã {province} ({scope})",
            "on {on} «{id}» is not for the province with code {province} ({scope})",
            "Chọn --on trong thời gian đó; hoặc thêm --as-if để xét như thể mục tiêu vẫn áp dụng, báo cáo sẽ nói rõ.",
            "Choose --on within that time; or add --as-if to judge as if the targets still applied, which the report says.",
        ),
        "KM-777": _m(
            "danh sách phường là của tỉnh có mã {province}, «{id}» dành cho {provinces}",
            "the registry is of the province with code {province}, «{id}» is for {provinces}",
            "Dùng danh sách phường của tỉnh đó.",
            "Use the registry of that province.",
        ),
        "KM-790": _m(
            "cần một kết luận (Verdict), không phải {found}",
            "a Verdict is needed, not {found}",
            "Dùng standard.evaluate(số_liệu) hoặc Verdict.from_json(văn_bản).",
            "Use standard.evaluate(facts) or Verdict.from_json(text).",
        ),
        "KM-791": _m(
            "chỉ có một bên, chưa có gì để so sánh",
            "there is one side only, and nothing to compare it with",
            "Ghi thêm một tệp, hoặc hai lần --criteria, hoặc hai lần --on.",
            "Name a second file, or give --criteria twice, or --on twice.",
        ),
        "KM-792": _m(
            "so sánh đúng hai bên, nhưng {name} được ghi {n} lần",
            "two sides are compared, but {name} is given {n} times",
            "Ghi một lần cho cả hai bên, hoặc hai lần: lần đầu cho A, lần sau cho B.",
            "Give it once for both sides, or twice: first A's, then B's.",
        ),
    }
)
