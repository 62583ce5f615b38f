"""Arguments and options several commands share."""

from kieumau.cli.grammar import Argument, Option
from kieumau.wording import LANGUAGES, Text

__all__ = ["ASSUMED", "DATE", "FILE", "FORMAT", "HTML", "LANG", "ON", "OUTPUT", "STANDARD"]

LANG = Option(
    "--lang",
    "",
    Text("Ngôn ngữ: vi hoặc en.", "Language: vi or en."),
    Text("vi|en"),
    LANGUAGES,
)
STANDARD = Argument(
    "standard",
    Text("BỘ", "STANDARD"),
    Text("Mã bộ đã cài, hoặc thư mục của bộ.", "An installed plugin's id, or a folder."),
)
DATE = Text("NGÀY", "DATE")
FILE = Text("TỆP", "FILE")
OUTPUT = Option(
    "--output",
    "output",
    Text(
        "Ghi vào tệp này: ghi trọn, hoặc không ghi gì.",
        "Write to this file: whole or not at all.",
    ),
    FILE,
    short="-o",
)
HTML = Option(
    "--html",
    "html",
    Text(
        "Ghi thêm một trang HTML vào tệp này (cần phần cài thêm html).",
        "Also write an HTML page to this file (needs the extra html).",
    ),
    FILE,
)
ON = Option(
    "--on",
    "on",
    Text(
        "Theo quy định có hiệu lực ngày này; không ghi thì lấy ngày gần nhất mà nội dung thay đổi.",
        "As in force on this date; by default the latest day on which something changed.",
    ),
    DATE,
)
ASSUMED = Option(
    "--assumed",
    "assumed",
    Text(
        "Chỉ tiêu có ngưỡng giả định: show chỉ nêu tham khảo (mặc định), count có tính.",
        "Indicators with assumed thresholds: show for reference (default), or count.",
    ),
    Text("show|count"),
    ("show", "count"),
    "show",
)
FORMAT = Option(
    "--format",
    "form",
    Text(
        "Dạng kết quả: text (mặc định), markdown hoặc json.",
        "Form of the result: text (default), markdown or json.",
    ),
    Text("text|markdown|json"),
    ("text", "markdown", "json"),
    "text",
)
