"""The words of ``kieumau show``."""

from kieumau.cli.commands.common import DATE, FILE, ON, OUTPUT, STANDARD
from kieumau.cli.grammar import Command, Option
from kieumau.wording import Text

__all__ = ["SHOW"]

SHOW = Command(
    "show",
    "kieumau.cli.show",
    Text("Xem nội dung một bộ tiêu chí.", "Show a standard."),
    Text(
        "Nêu từng tiêu chí, chỉ tiêu với điều kiện, căn cứ, nguồn, lớp quy định và thời gian hiệu "
        "lực, theo quy định có hiệu lực một ngày; hoặc so với bộ khác, ngày khác.",
        "Shows each criterion and indicator with condition, citation, source, layer and dates, "
        "as in force on a date; or what differs from another standard or date.",
    ),
    (STANDARD,),
    (
        ON,
        Option(
            "--measures",
            "measures",
            Text("Kèm danh mục số liệu.", "With the measures."),
        ),
        Option(
            "--instruments",
            "instruments",
            Text("Kèm danh mục văn bản được dẫn.", "With the documents cited."),
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
            "--diff",
            "diff",
            Text(
                "So với bộ này (cùng bộ gốc); không ghi bộ nào thì so với lớp ngay bên dưới.",
                "Compare with this standard (of one base); by default with the layer below.",
            ),
            STANDARD.shown,
            bare="",
        ),
        Option(
            "--diff-on",
            "diff_on",
            Text(
                "So quy định của hai ngày: ngày này và ngày ở --on.",
                "Compare two dates: this one and the one of --on.",
            ),
            DATE,
        ),
        Option(
            "--format",
            "form",
            Text(
                "Dạng kết quả: text (mặc định), markdown, html hoặc json.",
                "Form of the result: text (default), markdown, html or json.",
            ),
            Text("text|markdown|html|json"),
            ("text", "markdown", "html", "json"),
        ),
        Option(
            "--html",
            "html",
            Text(
                "Viết tắt của --format html --output TỆP: trang có ô tìm kiếm, in được; luôn kèm "
                "số liệu, văn bản và những gì không có trong bộ.",
                "Short for --format html --output FILE: a page to search and print; always with "
                "measures, documents and what is left out.",
            ),
            FILE,
            bare="-",
        ),
        Option(
            "--markdown",
            "markdown",
            Text(
                "Viết tắt của --format markdown --output TỆP.",
                "Short for --format markdown --output FILE.",
            ),
            FILE,
            bare="-",
        ),
        OUTPUT,
    ),
    (
        "kieumau show ha-tinh --on 2023-12-31 --measures",
        "kieumau show ./tinh-toi --html tinh-toi.html",
        "kieumau show ha-tinh --diff",
    ),
)
