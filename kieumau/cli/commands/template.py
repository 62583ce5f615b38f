"""The words of ``kieumau template``."""

from kieumau.cli.commands.common import DATE, OUTPUT, STANDARD
from kieumau.cli.grammar import Command, Option
from kieumau.wording import Text

__all__ = ["TEMPLATE"]

TEMPLATE = Command(
    "template",
    "kieumau.cli.template",
    Text("Lập phiếu số liệu trống để điền.", "Make an empty facts file to fill in."),
    Text(
        "Lập tệp số liệu có đủ mục của bộ tiêu chí, kèm giải thích từng số liệu; mọi giá trị "
        "để trống. Là văn bản YAML, hoặc phiếu Excel khi tên tệp ghi ra có đuôi .xlsx.",
        "Makes a facts file with every measure the criteria use, each explained; all values "
        "empty. YAML, or an Excel form where the output ends in .xlsx.",
    ),
    (STANDARD,),
    (
        Option(
            "--on",
            "on",
            Text(
                "Theo quy định có hiệu lực ngày này; kỳ số liệu là năm chứa ngày đó.",
                "As in force on this date; the period is the year that holds it.",
            ),
            DATE,
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
            Text(
                "Dạng tệp: yaml, hoặc xlsx (phiếu Excel); không ghi thì theo đuôi tệp ghi ra.",
                "Form of the file: yaml, or xlsx (an Excel form); by default as the output ends.",
            ),
            Text("yaml|xlsx"),
            ("yaml", "xlsx"),
        ),
        Option(
            "--layout",
            "layout",
            Text(
                "Phiếu Excel: measures là mỗi số liệu một dòng, cho một phường (mặc định); wards "
                "là mỗi phường một dòng.",
                "The Excel form: measures has a row a measure, for one ward (default); wards has a "
                "row a ward.",
            ),
            Text("measures|wards"),
            ("measures", "wards"),
        ),
        OUTPUT,
    ),
    (
        "kieumau template ha-tinh --on 2023-12-31 --output phuong.yaml",
        "kieumau template ha-tinh --ward 18073 --name 'Phường Nam Hà'",
        "kieumau template ha-tinh --output phieu.xlsx",
        "kieumau template ha-tinh --layout wards --output cac-phuong.xlsx",
    ),
)
