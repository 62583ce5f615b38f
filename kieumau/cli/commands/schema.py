"""The words of ``kieumau schema``."""

from kieumau.cli.commands.common import OUTPUT
from kieumau.cli.grammar import Argument, Command, Option
from kieumau.wording import Text

__all__ = ["SCHEMA"]

SCHEMA = Command(
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
        OUTPUT,
    ),
    ("kieumau schema facts --criteria ha-tinh",),
)
