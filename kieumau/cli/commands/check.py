"""The words of ``kieumau check``."""

from kieumau.cli.grammar import Argument, Command, Option
from kieumau.wording import Text

__all__ = ["CHECK"]

CHECK = Command(
    "check",
    "kieumau.cli.check",
    Text("Kiểm tra một bộ tiêu chí đang soạn.", "Check a plugin being written."),
    Text(
        "Đọc mọi tệp, ghép với các lớp dưới vào mọi ngày có thay đổi và chạy các trường hợp mẫu; "
        "khi không có lỗi thì nêu các cảnh báo. Thoát với mã 0 khi không có lỗi, 1 khi có lỗi "
        "(với --strict: cả khi có cảnh báo), 2 khi không có bộ đó.",
        "Reads every file, composes it on every date on which something changes and runs its "
        "cases; once there are no errors, says what it warns of. Exit code 0 without errors, 1 "
        "with (under --strict also with warnings), 2 where there is no such plugin.",
    ),
    (
        Argument(
            "standards",
            Text("BỘ", "STANDARD"),
            Text(
                "Mã bộ đã cài, hoặc thư mục của bộ; có thể ghi cả thư mục của bộ nền chưa cài.",
                "An installed plugin's id, or a folder; the folder of a base that is not "
                "installed may stand beside it.",
            ),
            many=True,
        ),
    ),
    (
        Option(
            "--format",
            "form",
            Text(
                "Dạng kết quả: text (mặc định), json hoặc sarif (cho trình soạn thảo và CI).",
                "Form of the result: text (default), json or sarif (for editors and CI).",
            ),
            Text("text|json|sarif"),
            ("text", "json", "sarif"),
            "text",
        ),
        Option(
            "--strict",
            "strict",
            Text("Coi cảnh báo như lỗi.", "Fail on warnings too."),
        ),
        Option(
            "--watch",
            "watch",
            Text(
                "Kiểm tra lại mỗi khi lưu tệp, cho đến khi nhấn Ctrl-C (cần kieumau[watch]).",
                "Check again on every save, until Ctrl-C (needs kieumau[watch]).",
            ),
        ),
    ),
    ("kieumau check ./tinh-toi", "kieumau check ./bo-nen ./tinh-toi --strict"),
)
