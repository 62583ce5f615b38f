"""What the sheet «Hướng dẫn» of a plugin's workbook says."""

from kieumau.wording import Text

__all__ = ["GUIDE"]

GUIDE: tuple[tuple[Text, ...], ...] = (
    (
        Text("Cách sửa sổ tính này", "How to edit this workbook"),
        Text(
            "Sổ tính này là bản để đọc và sửa của một bộ tiêu chí. Sửa xong, lưu lại dạng .xlsx "
            "rồi "
            "chạy: kieumau import TỆP.xlsx THƯ-MỤC. Chương trình in ra từng chỗ thay đổi trước "
            "khi ghi; "
            "thêm --dry-run để chỉ xem, không ghi gì.",
            "This workbook is a plugin to read and edit. When done, save it as .xlsx and run: "
            "kieumau "
            "import FILE.xlsx FOLDER. Every change is printed before it is written; with --dry-run "
            "nothing is written.",
        ),
        Text(
            "Chỗ nào không sửa thì tệp gốc giữ nguyên từng chữ, kể cả lời chú thích của người "
            "soạn.",
            "What you do not change stays in the files letter by letter, comments included.",
        ),
    ),
    (
        Text("Sửa một mục", "To change an entry"),
        Text(
            "Gõ vào các ô nền vàng nhạt. Ô nền xám là mã hoặc phần chỉ để đọc, đã khóa (không "
            "có mật khẩu). "
            "Ô có mũi tên thì chọn trong danh sách. Chọn một ô để xem lời nhắc cách ghi.",
            "Type into the pale yellow cells. Grey ones are ids or only to be read, and locked "
            "(without a password). Cells with an arrow have a list. Select a cell to see how to "
            "fill it in.",
        ),
        Text(
            "Ngày ghi 31/12/2025; tỷ lệ ghi cả dấu: 58,5%.",
            "Dates as 31/12/2025; percentages with their sign: 58.5%.",
        ),
    ),
    (
        Text("Thêm một mục", "To add an entry"),
        Text(
            "Điền một dòng trống ở cuối trang tính: chọn «Loại mục», ghi mã mới, rồi các ô cần "
            "thiết. "
            "Mục mới vào cùng tệp với mục cùng loại đứng ngay trên nó.",
            "Fill in an empty row at the end: choose the kind, give a new id, then what it "
            "needs. It "
            "goes into the file of the entry of its kind above it.",
        ),
        Text(
            "Bổ sung chỉ tiêu: ghi mã tiêu chí của lớp dưới vào «Thuộc tiêu chí». Thắt chặt, làm "
            "rõ, miễn: "
            "«Mã» là mã chỉ tiêu của lớp dưới.",
            "An added indicator names the criterion below it goes into. A tighten, clarify or "
            "waive "
            "has the id of the indicator below.",
        ),
    ),
    (
        Text("Bỏ một mục", "To remove an entry"),
        Text(
            "Chọn «bỏ» ở cột cuối. Lời chú thích đứng ngay trên mục đó trong tệp cũng đi theo.",
            "Choose «remove» in the last column. Comments directly above it in the file go with "
            "it.",
        ),
    ),
    (
        Text("Điều kiện có nhiều vế", "Conditions of several parts"),
        Text(
            "Dòng đầu là «tất cả:», «có một:», «ít nhất 2:» hoặc «không phải:»; các dòng sau "
            "lùi vào hai dấu cách và "
            "bắt đầu bằng gạch ngang. Ví dụ:\ncó một:\n  - tỷ lệ tuyến phố thông thoáng ≥ 80%\n "
            " - có tuyến phố văn "
            "minh kiểu mẫu",
            "First «all:», «any:», «at least 2:» or «not:»; then lines indented by two spaces "
            "after a "
            "dash. For example:\nany:\n  - share of clear streets ≥ 80%\n  - has a model street",
        ),
    ),
    (
        Text("Không nên", "Do not"),
        Text(
            "Đổi tên hoặc xóa cột, gộp ô, đổi tên trang tính, để công thức chưa tính. Trang "
            "tính thêm vào được bỏ qua.",
            "Rename or delete columns, merge cells, rename sheets, leave formulas without values. "
            "Sheets you add are passed over.",
        ),
    ),
)
