"""The words of ``kieumau verify``."""

from kieumau.cli.commands.common import FILE, OUTPUT
from kieumau.cli.grammar import Argument, Command, Option
from kieumau.wording import Text

__all__ = ["VERIFY"]

VERIFY = Command(
    "verify",
    "kieumau.cli.verify",
    Text("Kiểm tra một chứng thư.", "Verify a certificate."),
    Text(
        "Kiểm tra chứng thư theo ba cách và nói rõ cách nào đúng: mã băm; từng bước, không dùng bộ "
        "máy suy luận; tính lại bằng bộ tiêu chí đã cài. Có --public-key thì kiểm tra cả chữ ký. "
        "Thoát với mã 0 khi mọi mục cần kiểm tra đều đúng, 1 khi có mục không đúng hoặc không "
        "kiểm tra được, 2 khi tệp không phải chứng thư.",
        "Verifies a certificate in three ways and says which held: its digest; each step, without "
        "an engine; a replay against the standard as installed. With --public-key its signature "
        "too. Exit code 0 when all that was asked for holds, 1 when something does not or cannot "
        "be told, 2 when it is no certificate.",
    ),
    (
        Argument(
            "certificates",
            Text("CHỨNG_THƯ", "CERTIFICATE"),
            Text(
                "Tệp do kieumau evaluate --format certificate ghi; mỗi dòng một chứng thư.",
                "A file kieumau evaluate --format certificate wrote; one certificate a line.",
            ),
            required=False,
            many=True,
        ),
    ),
    (
        Option(
            "--standard",
            "standard",
            Text(
                "Tính lại bằng bộ này (mã hoặc thư mục); ghi được nhiều lần. Không ghi thì dùng "
                "bộ đã cài mà chứng thư nêu.",
                "Replay against this plugin, an id or a folder; may be repeated. By default the "
                "installed plugins the certificate names.",
            ),
            Text("MÃ|THƯ_MỤC", "ID|FOLDER"),
            many=True,
        ),
        Option(
            "--no-replay",
            "no_replay",
            Text(
                "Không tính lại: chỉ mã băm và từng bước.", "No replay: the digest and steps only."
            ),
        ),
        Option(
            "--public-key",
            "public_key",
            Text(
                "Chữ ký phải là của khóa công khai này (PEM; cần kieumau[sign]).",
                "The signature must be of this public key (PEM; needs kieumau[sign]).",
            ),
            FILE,
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
        Option(
            "--print-checker",
            "print_checker",
            Text(
                "In chương trình kiểm tra độc lập: một tệp Python, không cần kieumau.",
                "Print the standalone checker: one Python file, which needs no kieumau.",
            ),
        ),
        OUTPUT,
    ),
    (
        "kieumau verify chung-thu.json",
        "kieumau verify chung-thu.json --no-replay --public-key khoa.pub.pem",
        "kieumau verify --print-checker --output check_certificate.py",
    ),
)
