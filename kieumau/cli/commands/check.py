"""The words of ``kieumau check``."""

from kieumau.cli.commands.common import STANDARD
from kieumau.cli.grammar import Command, Option
from kieumau.wording import Text

__all__ = ["CHECK"]

CHECK = Command(
    "check",
    "kieumau.cli.check",
    Text("Kiểm tra một bộ tiêu chí đang soạn.", "Check a plugin being written."),
    Text(
        "Đọc mọi tệp, ghép với các lớp dưới vào mọi ngày có thay đổi và chạy các trường hợp mẫu. "
        "Thoát với mã 0 khi không có lỗi, 1 khi có lỗi.",
        "Reads every file, composes it on every date on which something changes and runs its "
        "cases. Exit code 0 without errors, 1 with.",
    ),
    (STANDARD,),
    (
        Option(
            "--format",
            "form",
            Text(
                "Dạng kết quả: text (mặc định) hoặc json.",
                "Form of the result: text (default) or json.",
            ),
            Text("text|json"),
            ("text", "json"),
            "text",
        ),
    ),
    ("kieumau check ./tinh-toi",),
)
