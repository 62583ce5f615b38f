"""The words of ``kieumau targets``."""

from kieumau.cli.commands.common import ASSUMED, DATE, FILE, FORMAT, HTML, OUTPUT, STANDARD
from kieumau.cli.grammar import Command, Option
from kieumau.wording import Text

__all__ = ["TARGETS"]

TARGETS = Command(
    "targets",
    "kieumau.cli.targets",
    Text("Xét mục tiêu của chương trình.", "Judge a programme's targets."),
    Text(
        "Xét từng mục tiêu (đến ngày nào phải có bao nhiêu phường) theo danh sách phường của đúng "
        "ngày đến hạn, hoặc của ngày --on nếu chưa đến hạn. Phường chưa rõ không bị coi là không "
        "đạt: kết luận chỉ nêu điều đúng trong mọi trường hợp.",
        "Judges each target (how many wards by which day) on the list of wards of its due date, "
        "or of --on where that is not yet due. A ward nothing is known of is not taken as failing: "
        "only what holds in every case is concluded.",
    ),
    (STANDARD,),
    (
        Option(
            "--on",
            "on",
            Text("Xét đến hết ngày này (bắt buộc).", "Judge as of this day (needed)."),
            DATE,
        ),
        Option(
            "--facts",
            "facts",
            Text(
                "Tệp số liệu của các phường: CSV, Excel, JSON, JSON Lines hoặc YAML; ghi được "
                "nhiều lần. Không ghi thì chỉ xét theo danh sách và các quyết định.",
                "A file of wards' facts: CSV, Excel, JSON, JSON Lines or YAML; may be repeated. "
                "Without any, only the list and the decisions speak.",
            ),
            FILE,
            many=True,
        ),
        Option(
            "--registry",
            "registry",
            Text(
                "Danh sách phường dùng thay cho danh sách của bộ (YAML, JSON hoặc CSV).",
                "A list of wards to use instead of the plugin's (YAML, JSON or CSV).",
            ),
            FILE,
        ),
        Option(
            "--statuses",
            "statuses",
            Text(
                "Các phường đăng ký, được công nhận, dùng thay cho tệp của bộ (YAML, JSON, CSV).",
                "Registrations and recognitions to use instead of the plugin's (YAML, JSON, CSV).",
            ),
            FILE,
        ),
        Option(
            "--inherit",
            "inherit",
            Text(
                "Danh hiệu của phường cũ có chuyển sang phường mới không: none (mặc định), whole "
                "(nhập cả), partial (kể cả một phần).",
                "Whether a new ward has the titles of older ones: none (default), whole (of those "
                "that went in whole), partial (of parts too).",
            ),
            Text("none|whole|partial"),
            ("none", "whole", "partial"),
            "none",
        ),
        Option(
            "--as-if",
            "as_if",
            Text(
                "Xét cả khi ngày đó bộ không còn dành cho tỉnh; báo cáo sẽ nói rõ.",
                "Judge even on a day the plugin is not for its province any more; the report "
                "says so.",
            ),
        ),
        ASSUMED,
        FORMAT,
        HTML,
        OUTPUT,
    ),
    (
        "kieumau targets ha-tinh --on 2025-12-31",
        "kieumau targets ha-tinh --facts cac-phuong.csv --on 2025-12-31 --html muc-tieu.html",
    ),
)
