"""The words of ``kieumau new``."""

from kieumau.cli.commands.common import DATE
from kieumau.cli.grammar import Argument, Command, Option
from kieumau.wording import Text

__all__ = ["NEW"]

NEW = Command(
    "new",
    "kieumau.cli.new",
    Text("Dựng bộ khung cho một tỉnh.", "Make a plugin for a province."),
    Text(
        "Tạo một thư mục có đủ các tệp, mỗi loại quy tắc một mục mẫu kèm giải thích, cùng các "
        "trường hợp mẫu; kiểm tra không có lỗi ngay từ đầu. Trên cửa sổ dòng lệnh, điều gì chưa "
        "ghi thì được hỏi.",
        "Makes a folder with every file, an explained example of each kind of rule, and cases; it "
        "passes its checks from the start. In a terminal it asks for what was not given.",
    ),
    (
        Argument(
            "province_name",
            Text("TÊN_TỈNH", "PROVINCE"),
            Text(
                'Tên tỉnh, thành phố, ví dụ "Tỉnh Mẫu"; tên có dấu cách thì đặt trong nháy kép.',
                'The province\'s name, such as "Tỉnh Mẫu"; put a name with spaces in quotes.',
            ),
            required=False,
        ),
    ),
    (
        Option(
            "--path",
            "path",
            Text(
                "Thư mục sẽ tạo; không ghi thì là mã của bộ, trong thư mục hiện tại.",
                "The folder to make; by default the id, in the current folder.",
            ),
            Text("THƯ_MỤC", "FOLDER"),
        ),
        Option(
            "--refines",
            "refines",
            Text(
                "Mã bộ được cụ thể hóa; không ghi thì là tai-lap-5764.",
                "The id of the plugin to refine; by default tai-lap-5764.",
            ),
            Text("MÃ", "ID"),
        ),
        Option(
            "--id",
            "id_",
            Text(
                "Mã của bộ; không ghi thì lấy tên tỉnh bỏ dấu.",
                "The plugin's id; by default the name without marks.",
            ),
            Text("MÃ", "ID"),
        ),
        Option(
            "--name",
            "name",
            Text(
                "Tên đầy đủ của tỉnh, khi đối số là mã.",
                "The province's full name, where the argument is an id.",
            ),
            Text("TÊN", "NAME"),
        ),
        Option(
            "--province",
            "province",
            Text(
                "Mã tỉnh chính thức, hai chữ số; không ghi thì là 00 (giả định).",
                "The province's official code, two digits; by default 00 (invented).",
            ),
            Text("MÃ", "CODE"),
        ),
        Option(
            "--from",
            "day",
            Text(
                "Ngày bắt đầu có hiệu lực; không ghi thì chọn ngày từ đó bộ nền không còn đổi.",
                "First day in force; by default one from which the base changes no more.",
            ),
            DATE,
        ),
        Option(
            "--package",
            "package",
            Text(
                "Làm thành gói Python cài được, kèm kiểm thử.",
                "Make an installable Python package, with its test.",
            ),
        ),
        Option(
            "--yes",
            "yes",
            Text(
                "Không hỏi gì: điều chưa ghi thì lấy giá trị mặc định.",
                "Ask nothing: take the defaults for what was not given.",
            ),
        ),
    ),
    (
        'kieumau new "Tỉnh Mẫu"',
        'kieumau new "Tỉnh Mẫu" --province 42 --from 2026-01-01 --package',
    ),
)
