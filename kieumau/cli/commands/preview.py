"""The words of ``kieumau preview``."""

from kieumau.cli.commands.common import ASSUMED, DATE, FILE, FORMAT, HTML, OUTPUT
from kieumau.cli.grammar import Argument, Command, Option
from kieumau.wording import Text

__all__ = ["FACTS", "PREVIEW", "TRIED_ON"]

FACTS = Option(
    "--facts",
    "facts",
    Text(
        "Tệp số liệu của một hay nhiều phường: CSV, Excel, JSON, JSON Lines hoặc YAML; "
        "ghi được nhiều lần.",
        "A file of one or several wards: CSV, Excel, JSON, JSON Lines or YAML; may be repeated.",
    ),
    FILE,
    many=True,
)
TRIED_ON = Option(
    "--on",
    "on",
    Text(
        "Theo quy định có hiệu lực ngày này; không ghi thì lấy ngày cuối kỳ số liệu, hoặc "
        "ngày gần nhất mà nội dung thay đổi nếu khi đó bộ chưa có hiệu lực.",
        "As in force on this date; by default the last day of the facts' period, or the "
        "latest change where nothing of the plugin is in force then.",
    ),
    DATE,
)
PREVIEW = Command(
    "preview",
    "kieumau.cli.preview",
    Text("Xem trước tác động của bộ đang soạn.", "Preview what a plugin would change."),
    Text(
        "Đánh giá từng phường theo bộ đang soạn và theo lớp dưới của nó; nêu phường nào đổi kết "
        "luận, do nội dung cụ thể hóa nào, và từng tiêu chí trước và sau.",
        "Assesses each ward under the plugin and under the layer below it, and says which wards "
        "come to another outcome, because of which refinement, and each criterion before and "
        "after.",
    ),
    (
        Argument(
            "standard",
            Text("BỘ", "STANDARD"),
            Text("Thư mục của bộ đang soạn, hoặc mã bộ đã cài.", "A plugin's folder, or its id."),
        ),
    ),
    (
        FACTS,
        TRIED_ON,
        ASSUMED,
        FORMAT,
        HTML,
        OUTPUT,
    ),
    (
        "kieumau preview ./tinh-toi --facts cac-phuong.csv",
        "kieumau preview ./tinh-toi --facts cac-phuong.xlsx --html xem-truoc.html",
    ),
)
