"""The words of ``kieumau ledger`` and its commands."""

from kieumau.cli.commands.common import OUTPUT
from kieumau.cli.grammar import Argument, Command, Option
from kieumau.wording import Text

__all__ = ["LEDGER"]

_WHERE = Argument(
    "where",
    Text("SỔ_CÁI", "LEDGER"),
    Text(
        "Tệp SQLite, bản trích .jsonl, hoặc địa chỉ postgresql://người_dùng@máy/tên.",
        "A SQLite file, an export (.jsonl), or an address postgresql://user@host/name.",
    ),
)
_VERIFY = Command(
    "verify",
    "kieumau.cli.ledger.verify",
    Text("Kiểm tra sổ cái còn nguyên vẹn không.", "Verify that a ledger is whole."),
    Text(
        "Đọc cả sổ cái: số thứ tự, mã băm nối các mục, từng chứng thư. Mục bị xóa, sửa, chèn hoặc "
        "đổi chỗ đều bị phát hiện; phần cuối bị cắt chỉ phát hiện được khi có --head. Thoát với "
        "mã 0 khi mọi thứ đúng, 1 khi có chỗ sai, 2 khi không đọc được.",
        "Reads the whole ledger: the numbers, the hashes that tie the entries together, each "
        "certificate. Whatever was taken out, changed, put in or moved is found; what was cut off "
        "at the end only with --head. Exit code 0 when all holds, 1 when something does not, 2 "
        "when it cannot be read.",
    ),
    (_WHERE,),
    (
        Option(
            "--head",
            "head",
            Text(
                "Mã băm cuối đã ghi lại trước đây: phải còn trong sổ cái.",
                "A head written down earlier: it must still be in the ledger.",
            ),
            Text("MÃ_BĂM", "HASH"),
        ),
        Option(
            "--deep",
            "deep",
            Text(
                "Kiểm tra cả từng bước trong mỗi chứng thư.",
                "Check each step of each certificate too.",
            ),
        ),
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
        OUTPUT,
    ),
    ("kieumau ledger verify so-cai.db --head MÃ_BĂM",),
)
_SHOW = Command(
    "show",
    "kieumau.cli.ledger.show",
    Text("Xem các mục của sổ cái.", "Show a ledger's entries."),
    Text(
        "Liệt kê các mục: số thứ tự, phường, kỳ, bộ tiêu chí, kết luận, lúc ghi, mã băm. Không "
        "kiểm tra gì; để kiểm tra dùng kieumau ledger verify.",
        "Lists the entries: number, ward, period, standard, outcome, when recorded, digest. "
        "Nothing is checked; for that there is kieumau ledger verify.",
    ),
    (_WHERE,),
    (
        Option(
            "--seq",
            "seq",
            Text("Chỉ mục có số thứ tự này, đầy đủ.", "Only the entry with this number, in full."),
            Text("SỐ", "NUMBER"),
        ),
        Option(
            "--ward",
            "ward",
            Text("Chỉ các mục của phường có mã này.", "Only the entries of this ward's code."),
            Text("MÃ", "CODE"),
        ),
        Option(
            "--format",
            "form",
            Text(
                "Dạng kết quả: text (mặc định), markdown, json hoặc certificate (các chứng thư, "
                "mỗi dòng một chứng thư).",
                "Form of the result: text (default), markdown, json or certificate (the "
                "certificates, one a line).",
            ),
            Text("text|markdown|json|certificate"),
            ("text", "markdown", "json", "certificate"),
            "text",
        ),
        OUTPUT,
    ),
    (
        "kieumau ledger show so-cai.db --ward 99902",
        "kieumau ledger show so-cai.db --seq 3 --format certificate --output chung-thu.json",
    ),
)
_EXPORT = Command(
    "export",
    "kieumau.cli.ledger.export",
    Text("Trích sổ cái ra tệp văn bản.", "Export a ledger as a text file."),
    Text(
        "Ghi mỗi mục một dòng JSON dạng chuẩn, đủ để người khác kiểm tra mà không cần kieumau; "
        "kieumau ledger verify đọc được tệp này.",
        "Writes each entry as a line of canonical JSON: all that others need to check it without "
        "kieumau. kieumau ledger verify reads that file too.",
    ),
    (_WHERE,),
    (OUTPUT,),
    ("kieumau ledger export so-cai.db --output so-cai.jsonl",),
)
LEDGER = Command(
    "ledger",
    "",
    Text("Sổ cái các chứng thư.", "The ledger of certificates."),
    Text(
        "Sổ cái chỉ được ghi thêm: kieumau evaluate --ledger ghi vào đó chứng thư của từng kết "
        "luận, mỗi mục nối với mục trước bằng mã băm.",
        "A ledger is only ever appended to: kieumau evaluate --ledger records the certificate of "
        "each verdict in it, every entry tied to the one before by a hash.",
    ),
    commands=(_VERIFY, _SHOW, _EXPORT),
)
