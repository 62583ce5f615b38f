"""The words of ``kieumau schema``."""

from kieumau.cli.commands.common import OUTPUT
from kieumau.cli.grammar import Argument, Command, Option
from kieumau.wording import Text

__all__ = ["SCHEMA"]

SCHEMA = Command(
    "schema",
    "kieumau.cli.schema",
    Text("In lược đồ JSON của một loại tệp.", "Print a JSON Schema."),
    Text(
        "In lược đồ JSON (2020-12) của các tệp người soạn viết (để trình soạn thảo gợi ý và báo "
        "lỗi khi gõ), của tệp số liệu hoặc của kết luận; chung cho mọi bộ hoặc riêng một bộ.",
        "Prints the JSON Schema (2020-12) of the files authors write (for completion and early "
        "warnings in an editor), of facts files or of verdicts; of any standard or of one.",
    ),
    (
        Argument(
            "what",
            Text("LOẠI", "KIND"),
            Text(
                "plugin, measures, rules, cases, targets, registry (danh sách phường), statuses "
                "(đăng ký, công nhận), facts (số liệu), verdict (kết luận), certificate "
                "(chứng thư), targets-report hoặc difference (so sánh).",
                "plugin, measures, rules, cases, targets, registry, statuses, facts, verdict, "
                "certificate, targets-report or difference.",
            ),
        ),
    ),
    (
        Option(
            "--criteria",
            "criteria",
            Text(
                "Mã bộ tiêu chí hoặc thư mục, để gợi ý mã, số liệu, văn bản của bộ đó.",
                "A plugin's id or folder, whose ids, measures and documents are to be offered.",
            ),
            Text("MÃ|THƯ_MỤC", "ID|FOLDER"),
        ),
        OUTPUT,
    ),
    (
        "kieumau schema facts --criteria ha-tinh",
        "kieumau schema rules --criteria tai-lap-5764 --output .kieumau/rules.schema.json",
    ),
)
