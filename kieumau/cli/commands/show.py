"""The words of ``kieumau show``."""

from kieumau.cli.commands.common import ON, OUTPUT, STANDARD
from kieumau.cli.grammar import Command, Option
from kieumau.wording import Text

__all__ = ["SHOW"]

SHOW = Command(
    "show",
    "kieumau.cli.show",
    Text("Xem nội dung một bộ tiêu chí.", "Show a standard."),
    Text(
        "Nêu từng tiêu chí, chỉ tiêu với điều kiện, căn cứ, nguồn, lớp quy định và thời gian hiệu "
        "lực, theo quy định có hiệu lực một ngày.",
        "Shows each criterion and indicator with condition, citation, source, layer and dates, "
        "as in force on a date.",
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
        OUTPUT,
    ),
    ("kieumau show ha-tinh --on 2023-12-31 --measures", "kieumau show ./tinh-toi"),
)
