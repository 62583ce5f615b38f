"""The words of ``kieumau test``."""

from kieumau.cli.grammar import Argument, Command, Option
from kieumau.wording import Text

__all__ = ["TEST"]

TEST = Command(
    "test",
    "kieumau.cli.test",
    Text("Chạy các trường hợp mẫu của bộ.", "Run a plugin's cases."),
    Text(
        "Chạy các trường hợp trong thư mục cases; trường hợp nào sai thì cho biết phần nào khác, "
        "vì sao, và cách sửa. Thoát với mã 0 khi mọi trường hợp đúng, 1 khi có trường hợp sai, "
        "2 khi không đọc được tệp.",
        "Runs the cases in the folder cases; for each that fails it says which part differs, why, "
        "and what to write. Exit code 0 when all pass, 1 when one fails, 2 when a file cannot be "
        "read.",
    ),
    (
        Argument(
            "standards",
            Text("BỘ", "STANDARD"),
            Text("Mã bộ đã cài, hoặc thư mục của bộ.", "An installed plugin's id, or a folder."),
            many=True,
        ),
    ),
    (
        Option(
            "--case",
            "only",
            Text(
                "Chỉ chạy trường hợp này; ghi nhiều lần được.",
                "Run only this case; may be given several times.",
            ),
            Text("MÃ", "ID"),
            many=True,
        ),
        Option(
            "--cover",
            "cover",
            Text(
                "Cho biết chỉ tiêu, nhánh điều kiện và căn cứ nào chưa trường hợp nào thử.",
                "Say which indicators, branches and citations no case has tried.",
            ),
        ),
        Option(
            "--all-layers",
            "all_layers",
            Text(
                "Tính cả các lớp dưới, không chỉ phần của bộ này.",
                "Look at the layers below too, not only at what the plugin itself asks.",
            ),
        ),
        Option(
            "--format",
            "form",
            Text(
                "Dạng kết quả: text (mặc định), json hoặc markdown.",
                "Form of the result: text (default), json or markdown.",
            ),
            Text("text|json|markdown"),
            ("text", "json", "markdown"),
            "text",
        ),
    ),
    (
        "kieumau test ./tinh-toi",
        "kieumau test ./tinh-toi --case hai-long-94",
        "kieumau test ./tinh-toi --cover",
    ),
)
