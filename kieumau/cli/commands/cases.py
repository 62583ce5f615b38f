"""The words of ``kieumau cases``."""

from kieumau.cli.commands.common import DATE, OUTPUT, STANDARD
from kieumau.cli.grammar import Command, Option
from kieumau.wording import Text

__all__ = ["CASES"]

CASES = Command(
    "cases",
    "kieumau.cli.cases",
    Text("Lập các trường hợp ranh giới còn thiếu.", "Write the boundary cases that are missing."),
    Text(
        "Với mỗi ngưỡng, mỗi nhánh điều kiện và mỗi số liệu của bộ mà chưa trường hợp nào thử, "
        "lập một trường hợp ngay dưới, đúng bằng, ngay trên ngưỡng, hoặc thiếu số liệu, kèm kết "
        "quả hiện nay. Đọc lại từng trường hợp rồi hãy giữ.",
        "For each threshold, branch and figure of the plugin that no case tries yet, writes a case "
        "just below, at and just above it, or without the figure, with what the rules come to now. "
        "Read each before keeping it.",
    ),
    (STANDARD,),
    (
        Option(
            "--boundaries",
            "boundary",
            Text("Lập các trường hợp ranh giới.", "Write boundary cases."),
        ),
        Option(
            "--on",
            "on",
            Text(
                "Theo quy định có hiệu lực ngày này; không ghi thì lấy ngày của trường hợp gốc.",
                "As in force on this date; by default that of the case they start from.",
            ),
            DATE,
        ),
        Option(
            "--all-layers",
            "all_layers",
            Text(
                "Lập cho cả các lớp dưới, không chỉ phần của bộ này.",
                "For the layers below too, not only what the plugin itself asks.",
            ),
        ),
        OUTPUT,
        Option(
            "--force",
            "force",
            Text("Ghi đè tệp đã có.", "Write over a file that is there."),
        ),
    ),
    (
        "kieumau cases ./tinh-toi --boundaries",
        "kieumau cases ./tinh-toi --boundaries --output ranh-gioi.yaml",
    ),
)
