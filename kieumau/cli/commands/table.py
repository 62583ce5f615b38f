"""The words of ``kieumau table``."""

from kieumau.cli.commands.common import OUTPUT, STANDARD
from kieumau.cli.grammar import Command, Option
from kieumau.wording import Text

__all__ = ["TABLE"]

TABLE = Command(
    "table",
    "kieumau.cli.table",
    Text(
        "Lập sổ tính Excel của một bộ để đọc và sửa.", "Make an Excel workbook of a plugin to edit."
    ),
    Text(
        "Ghi bộ thành sổ tính: tiêu chí, số liệu, căn cứ, trường hợp, mỗi mục một dòng, có danh "
        "sách chọn và lời nhắc. Sửa xong thì nhập lại bằng kieumau import (cần kieumau[excel]).",
        "Writes a plugin as a workbook: criteria, measures, instruments, cases, an entry a row, "
        "with lists and messages. When edited, kieumau import brings it back (needs "
        "kieumau[excel]).",
    ),
    (STANDARD,),
    (
        OUTPUT,
        Option(
            "--force",
            "force",
            Text("Ghi đè tệp đã có.", "Write over a file that is there."),
        ),
    ),
    (
        "kieumau table ./tinh-toi --output bo.xlsx",
        "kieumau table ha-tinh --output ha-tinh.xlsx --lang en",
    ),
)
