"""The words of ``kieumau list``."""

from kieumau.cli.grammar import Command
from kieumau.wording import Text

__all__ = ["LIST"]

LIST = Command(
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
