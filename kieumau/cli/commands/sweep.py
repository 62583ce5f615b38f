"""The words of ``kieumau sweep``."""

from kieumau.cli.commands.common import ASSUMED, FILE, OUTPUT
from kieumau.cli.commands.preview import FACTS, TRIED_ON
from kieumau.cli.grammar import Argument, Command, Option
from kieumau.wording import Text

__all__ = ["SWEEP"]

SWEEP = Command(
    "sweep",
    "kieumau.cli.sweep",
    Text(
        "Mô phỏng: đổi một ngưỡng thì bao nhiêu phường đạt.",
        "Simulate how many wards would meet as a threshold moves.",
    ),
    Text(
        "Cho biết bao nhiêu phường đạt, không đạt, chưa đủ căn cứ khi ngưỡng của một chỉ tiêu thay "
        "đổi; hai chỉ tiêu thì theo từng cặp mức. Đây là mô phỏng, không phải quy định: được thử "
        "cả mức lỏng hơn mức hiện hành.",
        "Says how many wards would meet the criteria, not meet them, or be undetermined as the "
        "threshold of one indicator moves; of two, at each pair. A simulation, not a rule: points "
        "looser than what is in force may be tried.",
    ),
    (
        Argument(
            "standard",
            Text("BỘ", "STANDARD"),
            Text("Thư mục của bộ, hoặc mã bộ đã cài.", "A plugin's folder, or its id."),
        ),
    ),
    (
        Option(
            "--threshold",
            "threshold",
            Text(
                "Mã chỉ tiêu và các mức: ID=80..99, ID=80..99:0.5 (bước), ID=80;85;92,5; ghi được "
                "hai lần.",
                "An indicator's id and the points: ID=80..99, ID=80..99:0.5 (a step), "
                "ID=80;85;92.5; may be given twice.",
            ),
            Text("ID=MỨC", "ID=POINTS"),
            many=True,
        ),
        FACTS,
        TRIED_ON,
        ASSUMED,
        Option(
            "--format",
            "form",
            Text(
                "Dạng kết quả: text (mặc định), markdown, json hoặc csv.",
                "Form of the result: text (default), markdown, json or csv.",
            ),
            Text("text|markdown|json|csv"),
            ("text", "markdown", "json", "csv"),
            "text",
        ),
        Option(
            "--html",
            "html",
            Text(
                "Ghi thêm trang HTML có hình vẽ vào tệp này (cần phần cài thêm html và charts).",
                "Also write an HTML page with charts to this file (needs the extras html, charts).",
            ),
            FILE,
        ),
        OUTPUT,
    ),
    (
        "kieumau sweep ./tinh-toi --threshold dan-hai-long=80..99 --facts phuong.csv",
        "kieumau sweep ./tinh-toi --threshold dan-hai-long=80..99 --facts phuong.csv --html p.html",
    ),
)
