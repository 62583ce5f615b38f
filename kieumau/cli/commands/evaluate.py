"""The words of ``kieumau evaluate``."""

from kieumau.cli.commands.common import ASSUMED, DATE, FILE, OUTPUT
from kieumau.cli.grammar import Argument, Command, Option
from kieumau.wording import Text

__all__ = ["EVALUATE"]

EVALUATE = Command(
    "evaluate",
    "kieumau.cli.evaluate",
    Text("Đánh giá một hay nhiều phường.", "Evaluate one or several wards."),
    Text(
        "Đọc số liệu, áp dụng bộ tiêu chí và nêu kết luận: đạt, không đạt hoặc chưa đủ căn cứ, "
        "kèm lý do, căn cứ và số liệu cần bổ sung. Nhiều phường thì thêm phần tổng hợp ở cuối.",
        "Reads the facts, applies the criteria and gives the outcome: met, not met or "
        "undetermined, with reasons, citations and what is missing. Several wards end in a "
        "summary.",
    ),
    (
        Argument(
            "facts",
            Text("SỐ_LIỆU", "FACTS"),
            Text(
                "Tệp số liệu của phường (YAML hoặc JSON); dấu - là đọc từ đầu vào chuẩn.",
                "A ward's facts file (YAML or JSON); - reads standard input.",
            ),
            required=False,
            many=True,
        ),
    ),
    (
        Option(
            "--criteria",
            "criteria",
            Text(
                "Mã bộ tiêu chí hoặc thư mục; ghi được nhiều lần. Không ghi thì lấy bộ đã cài duy "
                "nhất dành cho tỉnh của phường.",
                "A plugin's id or folder; may be repeated. By default the one installed plugin "
                "that is for the ward's province.",
            ),
            Text("MÃ|THƯ_MỤC", "ID|FOLDER"),
            many=True,
        ),
        Option(
            "--on",
            "on",
            Text(
                "Theo quy định có hiệu lực ngày này; không ghi thì lấy ngày cuối kỳ số liệu.",
                "As in force on this date; by default the last day of the facts' period.",
            ),
            DATE,
        ),
        Option(
            "--as-if",
            "as_if",
            Text(
                "Cho phép áp dụng cho kỳ nằm ngoài thời gian hiệu lực; kết luận sẽ ghi rõ.",
                "Allow a period outside the time in force; the verdict says so.",
            ),
        ),
        ASSUMED,
        Option(
            "--format",
            "form",
            Text(
                "Dạng kết quả: text (mặc định), markdown, html, docx (Word), json hoặc certificate "
                "(chứng thư để người khác kiểm tra, mỗi phường một dòng).",
                "Form of the result: text (default), markdown, html, docx (Word), json or "
                "certificate (for others to verify, a line a ward).",
            ),
            Text("text|markdown|html|docx|json|certificate"),
            ("text", "markdown", "html", "docx", "json", "certificate"),
        ),
        Option(
            "--detail",
            "detail",
            Text(
                "Độ dài của text và markdown: 0 một dòng, 1 một đoạn, 2 những điểm quyết định, "
                "3 toàn bộ (mặc định).",
                "Length of text and Markdown: 0 a line, 1 a paragraph, 2 what decides, "
                "3 everything (default).",
            ),
            Text("0|1|2|3"),
            ("0", "1", "2", "3"),
        ),
        Option(
            "--brief",
            "brief",
            Text(
                "Toàn bộ nội dung dạng text, bỏ căn cứ, minh chứng và nguồn.",
                "All of the text but citations, evidence and sources.",
            ),
        ),
        Option(
            "--html",
            "html",
            Text(
                "Ghi thêm báo cáo HTML vào tệp này, để đọc và in ký (cần phần cài thêm html); "
                "không ghi --format thì màn hình chỉ còn mỗi phường một dòng.",
                "Also write an HTML report to this file, to read and to print for signing (needs "
                "the extra html); without --format the screen gets a line for each ward.",
            ),
            FILE,
        ),
        Option(
            "--docx",
            "docx",
            Text(
                "Ghi thêm báo cáo Word của một phường vào tệp này (cần phần cài thêm word).",
                "Also write a Word report of one ward to this file (needs the extra word).",
            ),
            FILE,
        ),
        Option(
            "--engine",
            "engine",
            Text(
                "Bộ máy suy luận: auto (mặc định), rete hoặc plain; kết luận như nhau.",
                "Inference engine: auto (default), rete or plain; the verdict is the same.",
            ),
            Text("auto|rete|plain"),
            ("auto", "rete", "plain"),
            "auto",
        ),
        OUTPUT,
        Option(
            "--ledger",
            "ledger",
            Text(
                "Sau khi nêu kết luận, ghi chứng thư của mọi phường vào sổ cái này (tệp SQLite "
                "hoặc postgresql://...); tất cả hoặc không mục nào.",
                "Once the verdicts are shown, record the certificates of all wards in this ledger "
                "(a SQLite file or postgresql://...), all or none.",
            ),
            Text("SỔ_CÁI", "LEDGER"),
        ),
        Option(
            "--replay",
            "replay",
            Text(
                "Tệp là kết luận JSON: tính lại và so từng byte; thoát với mã 1 khi khác.",
                "The files are JSON verdicts: reach each again, byte for byte; 1 if one differs.",
            ),
        ),
        Option(
            "--trace",
            "trace",
            Text(
                "Ghi ra đầu ra lỗi từng bước suy luận theo thứ tự; với --format json thì mỗi dòng "
                "một sự kiện JSON.",
                "Write every inference, in order, to standard error; with --format json a JSON "
                "event a line.",
            ),
        ),
    ),
    (
        "kieumau evaluate phuong.yaml --criteria ha-tinh",
        "kieumau evaluate phuong.yaml --detail 1",
        "kieumau evaluate a.yaml b.yaml --format json --output ket-luan.json",
        "kieumau evaluate a.yaml b.yaml --html bao-cao.html",
        "kieumau evaluate phuong.yaml --format certificate --output chung-thu.json",
        "kieumau evaluate phuong.yaml --ledger so-cai.db",
        "kieumau evaluate ket-luan.json --replay",
    ),
)
