"""The words of ``kieumau batch``."""

from kieumau.cli.commands.common import ASSUMED, DATE, FILE, FORMAT
from kieumau.cli.grammar import Argument, Command, Option
from kieumau.wording import Text

__all__ = ["BATCH"]

BATCH = Command(
    "batch",
    "kieumau.cli.batch",
    Text("Đánh giá mọi phường trong tệp lớn.", "Judge every ward of a large file."),
    Text(
        "Đọc từng phần một tệp lớn đến đâu cũng được, ghi kết luận của từng phường và nêu tổng "
        "hợp: bao nhiêu phường đạt, không đạt vì chỉ tiêu nào, chưa đủ căn cứ vì thiếu số liệu "
        "nào. Dòng sai để riêng kèm lý do, không bỏ dòng nào.",
        "Reads a file of any size part by part, writes each ward's outcome and says what they come "
        "to: how many are met, not met because of which indicator, undetermined for want of which "
        "figure. Bad rows are set aside with reasons; none is dropped.",
    ),
    (
        Argument(
            "facts",
            Text("SỐ_LIỆU", "FACTS"),
            Text(
                "Tệp .csv, .tsv, .parquet, .xlsx, .json hoặc .jsonl; thư mục tệp Parquet; hoặc địa "
                "chỉ postgresql://...",
                "A .csv, .tsv, .parquet, .xlsx, .json or .jsonl file, a folder of Parquet files, "
                "or an address postgresql://...",
            ),
            required=False,
        ),
    ),
    (
        Option(
            "--criteria",
            "criteria",
            Text(
                "Mã bộ tiêu chí hoặc thư mục; ghi được nhiều lần.",
                "A plugin's id or folder; may be repeated.",
            ),
            Text("MÃ|THƯ_MỤC", "ID|FOLDER"),
            many=True,
        ),
        Option(
            "--output",
            "output",
            Text(
                "Ghi kết luận từng phường vào tệp này: .csv, .parquet, .xlsx hoặc .jsonl. Dòng để "
                "riêng ở tệp .rejects.csv cùng tên.",
                "Write each ward's outcome to this file: .csv, .parquet, .xlsx or .jsonl. Rows set "
                "aside are in .rejects.csv of the same name.",
            ),
            FILE,
            short="-o",
        ),
        Option(
            "--on",
            "on",
            Text(
                "Theo quy định có hiệu lực ngày này; không ghi thì lấy ngày cuối kỳ số liệu của "
                "dòng đầu.",
                "As in force on this date; by default the last day of the first row's period.",
            ),
            DATE,
        ),
        Option(
            "--as-if",
            "as_if",
            Text(
                "Cho phép áp dụng cho kỳ nằm ngoài thời gian hiệu lực; tổng hợp sẽ ghi rõ.",
                "Allow periods outside the time in force; the summary says so.",
            ),
        ),
        ASSUMED,
        Option(
            "--detail",
            "detail",
            Text(
                "Ghi những gì: outcome chỉ kết luận, criteria thêm từng tiêu chí (mặc định), "
                "indicators thêm từng chỉ tiêu.",
                "What is written: the outcome, also each criterion (default), or each indicator.",
            ),
            Text("outcome|criteria|indicators"),
            ("outcome", "criteria", "indicators"),
            "criteria",
        ),
        Option(
            "--keep-facts",
            "keep",
            Text("Ghi cả các cột số liệu.", "Write the columns of the facts, too."),
        ),
        Option(
            "--ignore-unknown",
            "ignore",
            Text(
                "Bỏ qua các cột không phải số liệu của bộ; tổng hợp nêu tên chúng.",
                "Pass over columns that are no measures; the summary names them.",
            ),
        ),
        Option(
            "--resume",
            "resume",
            Text(
                "Làm tiếp lần chạy đã dừng giữa chừng.",
                "Go on with a run that stopped half-way.",
            ),
        ),
        Option(
            "--engine",
            "engine",
            Text(
                "Đọc bằng polars (mặc định) hoặc duckdb (tệp .duckdb, hoặc --query trên tệp "
                "Parquet).",
                "Read with polars (default) or duckdb (.duckdb files, or --query over Parquet).",
            ),
            Text("polars|duckdb"),
            ("polars", "duckdb"),
            "polars",
        ),
        Option(
            "--table",
            "table",
            Text("Bảng cần đọc trong cơ sở dữ liệu.", "The table to read from a database."),
            Text("BẢNG", "TABLE"),
        ),
        Option(
            "--query",
            "query",
            Text(
                "Câu truy vấn trả về mỗi phường một dòng; với tệp Parquet, bảng tên là facts.",
                "A query that returns a row a ward; over Parquet files the table is called facts.",
            ),
            Text("SQL"),
        ),
        FORMAT,
        Option(
            "--html",
            "html",
            Text(
                "Ghi thêm trang tổng hợp có biểu đồ vào tệp này (cần phần cài thêm charts).",
                "Also write a summary page with charts to this file (needs the extra charts).",
            ),
            FILE,
        ),
    ),
    (
        "kieumau batch cac-phuong.csv --criteria ha-tinh -o ket-luan.csv",
        "kieumau batch so-lieu/ --criteria ha-tinh -o ket-luan.parquet --html tong-hop.html",
        "kieumau batch postgresql://localhost/so_lieu --table phuong --criteria ha-tinh -o k.csv",
    ),
)
