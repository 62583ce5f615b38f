"""The phrase table: every command with its help, in Vietnamese and English."""

from kieumau.cli.grammar import Argument, Command, Option
from kieumau.wording import Text

__all__ = ["ABOUT", "COMMANDS", "LANG"]

ABOUT = Text(
    "kieumau đánh giá Công an phường theo bộ tiêu chí và giải thích vì sao.",
    "kieumau judges whether a ward police unit meets its criteria, and explains why.",
)
LANG = Option(
    "--lang",
    "",
    Text("Ngôn ngữ: vi hoặc en.", "Language: vi or en."),
    Text("vi|en"),
    ("vi", "en"),
)
_STANDARD = Argument(
    "standard",
    Text("BỘ", "STANDARD"),
    Text("Mã bộ đã cài, hoặc thư mục của bộ.", "An installed plugin's id, or a folder."),
)
_DATE = Text("NGÀY", "DATE")
_FILE = Text("TỆP", "FILE")
_OUTPUT = Option(
    "--output",
    "output",
    Text(
        "Ghi vào tệp này: ghi trọn, hoặc không ghi gì.",
        "Write to this file: whole or not at all.",
    ),
    _FILE,
)
_ON = Option(
    "--on",
    "on",
    Text(
        "Theo quy định có hiệu lực ngày này; không ghi thì lấy ngày gần nhất mà nội dung thay đổi.",
        "As in force on this date; by default the latest day on which something changed.",
    ),
    _DATE,
)
_EVALUATE = Command(
    "evaluate",
    "kieumau.cli.evaluate",
    Text("Đánh giá một hay nhiều phường.", "Evaluate one or several wards."),
    Text(
        "Đọc số liệu, áp dụng bộ tiêu chí và nêu kết luận: đạt, không đạt hoặc chưa đủ căn cứ, "
        "kèm lý do, căn cứ và số liệu cần bổ sung. Nhiều phường thì thêm phần tổng hợp ở cuối.",
        "Reads the facts, applies the criteria and gives the outcome: met, not met or "
        "undetermined, with reasons, citations and what is missing. Several wards end in a "
        "summary.",
    ),
    (
        Argument(
            "facts",
            Text("SỐ_LIỆU", "FACTS"),
            Text(
                "Tệp số liệu của phường (YAML hoặc JSON); dấu - là đọc từ đầu vào chuẩn.",
                "A ward's facts file (YAML or JSON); - reads standard input.",
            ),
            required=False,
            many=True,
        ),
    ),
    (
        Option(
            "--criteria",
            "criteria",
            Text(
                "Mã bộ tiêu chí hoặc thư mục; ghi được nhiều lần. Không ghi thì lấy bộ đã cài duy "
                "nhất dành cho tỉnh của phường.",
                "A plugin's id or folder; may be repeated. By default the one installed plugin "
                "that is for the ward's province.",
            ),
            Text("MÃ|THƯ_MỤC", "ID|FOLDER"),
            many=True,
        ),
        Option(
            "--on",
            "on",
            Text(
                "Theo quy định có hiệu lực ngày này; không ghi thì lấy ngày cuối kỳ số liệu.",
                "As in force on this date; by default the last day of the facts' period.",
            ),
            _DATE,
        ),
        Option(
            "--as-if",
            "as_if",
            Text(
                "Cho phép áp dụng cho kỳ nằm ngoài thời gian hiệu lực; kết luận sẽ ghi rõ.",
                "Allow a period outside the time in force; the verdict says so.",
            ),
        ),
        Option(
            "--assumed",
            "assumed",
            Text(
                "Chỉ tiêu có ngưỡng giả định: show chỉ nêu tham khảo (mặc định), count có tính.",
                "Indicators with assumed thresholds: show for reference (default), or count.",
            ),
            Text("show|count"),
            ("show", "count"),
            "show",
        ),
        Option(
            "--format",
            "form",
            Text(
                "Dạng kết quả: text (mặc định), markdown hoặc json.",
                "Form of the result: text (default), markdown or json.",
            ),
            Text("text|markdown|json"),
            ("text", "markdown", "json"),
            "text",
        ),
        Option(
            "--brief",
            "brief",
            Text(
                "Bản ngắn của dạng text: bỏ căn cứ, minh chứng và nguồn.",
                "Short text: without citations, evidence and sources.",
            ),
        ),
        Option(
            "--engine",
            "engine",
            Text(
                "Bộ máy suy luận: auto (mặc định), rete hoặc plain; kết luận như nhau.",
                "Inference engine: auto (default), rete or plain; the verdict is the same.",
            ),
            Text("auto|rete|plain"),
            ("auto", "rete", "plain"),
            "auto",
        ),
        _OUTPUT,
        Option(
            "--replay",
            "replay",
            Text(
                "Tệp là kết luận JSON: tính lại và so từng byte; thoát với mã 1 khi khác.",
                "The files are JSON verdicts: reach each again, byte for byte; 1 if one differs.",
            ),
        ),
    ),
    (
        "kieumau evaluate phuong.yaml --criteria ha-tinh",
        "kieumau evaluate a.yaml b.yaml --format json --output ket-luan.json",
        "kieumau evaluate ket-luan.json --replay",
    ),
)
_LIST = Command(
    "list",
    "kieumau.cli.listing",
    Text("Liệt kê các bộ tiêu chí đã cài.", "List the installed plugins."),
    Text(
        "Nêu mã, phiên bản, phạm vi, thời gian hiệu lực và tính chất của từng bộ, và bộ máy suy "
        "luận chạy ở đây.",
        "Shows each plugin's id, version, scope, dates in force and nature, and which engine "
        "runs here.",
    ),
    (),
    (),
    ("kieumau list",),
)
_SHOW = Command(
    "show",
    "kieumau.cli.show",
    Text("Xem nội dung một bộ tiêu chí.", "Show a standard."),
    Text(
        "Nêu từng tiêu chí, chỉ tiêu với điều kiện, căn cứ, nguồn, lớp quy định và thời gian hiệu "
        "lực, theo quy định có hiệu lực một ngày.",
        "Shows each criterion and indicator with condition, citation, source, layer and dates, "
        "as in force on a date.",
    ),
    (_STANDARD,),
    (
        _ON,
        Option(
            "--measures",
            "measures",
            Text("Kèm danh mục số liệu.", "With the measures."),
        ),
        Option(
            "--coverage",
            "coverage",
            Text(
                "Kèm những gì không có trong bộ, và vì sao.",
                "With what is left out, and why.",
            ),
        ),
        Option(
            "--format",
            "form",
            Text(
                "Dạng kết quả: text (mặc định), markdown hoặc json.",
                "Form of the result: text (default), markdown or json.",
            ),
            Text("text|markdown|json"),
            ("text", "markdown", "json"),
            "text",
        ),
        _OUTPUT,
    ),
    ("kieumau show ha-tinh --on 2023-12-31 --measures", "kieumau show ./tinh-toi"),
)
_CHECK = Command(
    "check",
    "kieumau.cli.check",
    Text("Kiểm tra một bộ tiêu chí đang soạn.", "Check a plugin being written."),
    Text(
        "Đọc mọi tệp, ghép với các lớp dưới vào mọi ngày có thay đổi và chạy các trường hợp mẫu. "
        "Thoát với mã 0 khi không có lỗi, 1 khi có lỗi.",
        "Reads every file, composes it on every date on which something changes and runs its "
        "cases. Exit code 0 without errors, 1 with.",
    ),
    (_STANDARD,),
    (
        Option(
            "--format",
            "form",
            Text(
                "Dạng kết quả: text (mặc định) hoặc json.",
                "Form of the result: text (default) or json.",
            ),
            Text("text|json"),
            ("text", "json"),
            "text",
        ),
    ),
    ("kieumau check ./tinh-toi",),
)
_TEMPLATE = Command(
    "template",
    "kieumau.cli.template",
    Text("Lập phiếu số liệu trống để điền.", "Make an empty facts file to fill in."),
    Text(
        "In ra một tệp số liệu có đủ mục của bộ tiêu chí, kèm giải thích từng số liệu; mọi giá trị "
        "để trống.",
        "Prints a facts file with every measure the criteria use, each explained; all values "
        "empty.",
    ),
    (_STANDARD,),
    (
        Option(
            "--on",
            "on",
            Text(
                "Theo quy định có hiệu lực ngày này; kỳ số liệu là năm chứa ngày đó.",
                "As in force on this date; the period is the year that holds it.",
            ),
            _DATE,
        ),
        Option("--ward", "ward", Text("Mã phường.", "The ward's code."), Text("MÃ", "CODE")),
        Option("--name", "name", Text("Tên phường.", "The ward's name."), Text("TÊN", "NAME")),
        Option(
            "--province",
            "province",
            Text(
                "Mã tỉnh; không ghi thì lấy tỉnh của bộ.",
                "The province's code; by default the plugin's.",
            ),
            Text("MÃ", "CODE"),
        ),
        Option(
            "--format",
            "form",
            Text("Dạng tệp: yaml.", "Form of the file: yaml."),
            Text("yaml"),
            ("yaml",),
            "yaml",
        ),
        _OUTPUT,
    ),
    (
        "kieumau template ha-tinh --on 2023-12-31 --output phuong.yaml",
        "kieumau template ha-tinh --ward 18073 --name 'Phường Nam Hà'",
    ),
)
_SCHEMA = Command(
    "schema",
    "kieumau.cli.schema",
    Text("In lược đồ JSON của số liệu.", "Print a JSON Schema."),
    Text(
        "In lược đồ JSON (2020-12) của tệp số liệu, chung cho mọi bộ hoặc riêng một bộ.",
        "Prints the JSON Schema (2020-12) of facts files, of any standard or of one.",
    ),
    (
        Argument(
            "what",
            Text("LOẠI", "KIND"),
            Text("facts (số liệu) hoặc verdict (kết luận).", "facts or verdict."),
        ),
    ),
    (
        Option(
            "--criteria",
            "criteria",
            Text("Mã bộ tiêu chí hoặc thư mục.", "A plugin's id or folder."),
            Text("MÃ|THƯ_MỤC", "ID|FOLDER"),
        ),
        _OUTPUT,
    ),
    ("kieumau schema facts --criteria ha-tinh",),
)
COMMANDS: tuple[Command, ...] = (_EVALUATE, _LIST, _SHOW, _CHECK, _TEMPLATE, _SCHEMA)
"""In the order of the help page."""
