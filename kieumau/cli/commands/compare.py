"""The words of ``kieumau compare``."""

from kieumau.cli.commands.common import ASSUMED, DATE, FORMAT, HTML, OUTPUT
from kieumau.cli.grammar import Argument, Command, Option
from kieumau.wording import Text

__all__ = ["COMPARE"]

COMPARE = Command(
    "compare",
    "kieumau.cli.compare",
    Text("So sánh hai kết luận và nêu nguyên nhân.", "Compare two verdicts, and say why."),
    Text(
        "So sánh hai kết luận; hoặc một phường theo hai bộ, hai ngày, hai bộ số liệu. Nêu kết "
        "luận, tiêu chí và chỉ tiêu nào đổi, do số liệu, ngưỡng, bộ, phiên bản hay ngày nào, và "
        "nhóm khác biệt nhỏ nhất tự nó đủ làm đổi kết luận.",
        "Compares two verdicts; or one ward under two standards, two dates, two sets of facts. "
        "Says which outcome, criteria and indicators change, because of which fact, threshold, "
        "plugin, version or date, and the smallest set of differences that alone changes the "
        "outcome.",
    ),
    (
        Argument(
            "one",
            Text("A", "A"),
            Text(
                "Kết luận JSON (kieumau evaluate --format json), hoặc tệp số liệu của một phường.",
                "A verdict (kieumau evaluate --format json), or a facts file of one ward.",
            ),
        ),
        Argument(
            "other",
            Text("B", "B"),
            Text(
                "Cũng vậy; không ghi thì cùng tệp, với --criteria hoặc --on ghi hai lần.",
                "The same; left out, it is the same file, with --criteria or --on given twice.",
            ),
            required=False,
        ),
    ),
    (
        Option(
            "--criteria",
            "criteria",
            Text(
                "Mã bộ hoặc thư mục: một lần cho cả hai bên, hoặc hai lần cho A rồi B. Với tệp kết "
                "luận: nơi tìm bộ chưa cài.",
                "A plugin's id or folder: once for both sides, or twice, A's then B's. For "
                "verdicts: where a plugin is that is not installed.",
            ),
            Text("MÃ|THƯ_MỤC", "ID|FOLDER"),
            many=True,
        ),
        Option(
            "--on",
            "on",
            Text(
                "Theo quy định có hiệu lực ngày này, cho tệp số liệu: một lần cho cả hai bên, hoặc "
                "hai lần; không ghi thì lấy ngày cuối kỳ số liệu.",
                "As in force on this date, for facts files: once for both sides, or twice; by "
                "default the last day of the facts' period.",
            ),
            DATE,
            many=True,
        ),
        ASSUMED,
        FORMAT,
        HTML,
        OUTPUT,
    ),
    (
        "kieumau compare cu.json moi.json",
        "kieumau compare phuong.yaml --criteria tai-lap-5764 --criteria ha-tinh",
        "kieumau compare nam-truoc.yaml nam-nay.yaml --criteria ha-tinh",
    ),
)
