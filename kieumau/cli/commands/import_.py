"""The words of ``kieumau import``."""

from kieumau.cli.commands.common import FILE
from kieumau.cli.grammar import Argument, Command, Option
from kieumau.wording import Text

__all__ = ["IMPORT"]

_FOLDER = Text("THƯ-MỤC", "FOLDER")

IMPORT = Command(
    "import",
    "kieumau.cli.import_",
    Text("Nhập sổ tính đã sửa vào thư mục của bộ.", "Bring an edited workbook back into a folder."),
    Text(
        "In ra từng chỗ thay đổi của các tệp YAML rồi ghi: ghi đủ, hoặc không ghi gì. Chỗ không "
        "sửa "
        "giữ nguyên từng chữ, cả chú thích. Bộ sau khi sửa được kiểm tra trước; có lỗi thì không "
        "ghi, và nêu rõ trang tính và ô. Không ghi khi thư mục đã thay đổi sau khi lập sổ tính, "
        "trừ "
        "khi có --force. Thư mục chưa có thì được tạo từ sổ tính. Thoát với mã 1 khi bộ sau khi "
        "sửa có lỗi.",
        "Prints every change of the YAML files, then writes all of them or none. What did not "
        "change stays letter by letter, comments included. The plugin as it would be is checked "
        "first; with errors nothing is written, and they name sheet and cell. Nothing is written "
        "where the folder has changed since the workbook was made, without --force. A folder that "
        "is not there is made of the workbook. Exit code 1 where the result would have errors.",
    ),
    (
        Argument("workbook", FILE, Text("Sổ tính đã sửa (.xlsx).", "The edited workbook (.xlsx).")),
        Argument("folder", _FOLDER, Text("Thư mục của bộ.", "The plugin's folder.")),
    ),
    (
        Option(
            "--dry-run",
            "dry",
            Text("Chỉ in chỗ thay đổi, không ghi gì.", "Print the changes and write nothing."),
        ),
        Option(
            "--force",
            "force",
            Text(
                "Ghi cả khi thư mục đã thay đổi sau khi lập sổ tính: lấy theo sổ tính.",
                "Write though the folder has changed since the workbook was made: the workbook "
                "counts.",
            ),
        ),
        Option(
            "--below",
            "below",
            Text(
                "Thư mục của bộ nền chưa cài; ghi được nhiều lần.",
                "The folder of a base that is not installed; may be repeated.",
            ),
            _FOLDER,
            many=True,
        ),
    ),
    (
        "kieumau import bo.xlsx ./tinh-toi --dry-run",
        "kieumau import bo.xlsx ./tinh-toi",
    ),
)
