"""The words of ``kieumau sign``."""

from kieumau.cli.commands.common import FILE, OUTPUT
from kieumau.cli.grammar import Argument, Command, Option
from kieumau.wording import Text

__all__ = ["SIGN"]

SIGN = Command(
    "sign",
    "kieumau.cli.sign",
    Text("Ký một chứng thư.", "Sign a certificate."),
    Text(
        "Ký chứng thư bằng khóa bí mật Ed25519 (cần kieumau[sign]); chứng thư không tự khớp thì "
        "không ký. Người giữ khóa công khai kiểm tra bằng kieumau verify --public-key.",
        "Signs certificates with an Ed25519 private key (needs kieumau[sign]); what does not hold "
        "together is not signed. Whoever has the public key verifies it with kieumau verify "
        "--public-key.",
    ),
    (
        Argument(
            "certificates",
            Text("CHỨNG_THƯ", "CERTIFICATE"),
            Text(
                "Tệp chứng thư; mỗi dòng một chứng thư, ký từng chứng thư.",
                "A file of certificates, one a line; each is signed.",
            ),
            required=False,
        ),
    ),
    (
        Option(
            "--key",
            "key",
            Text("Khóa bí mật (PEM).", "The private key (PEM)."),
            FILE,
        ),
        Option(
            "--new-key",
            "new",
            Text(
                "Tạo khóa mới: khóa bí mật vào tệp này, khóa công khai vào tệp .pub bên cạnh.",
                "Make a new key: the private into this file, the public into a .pub beside it.",
            ),
            FILE,
        ),
        OUTPUT,
    ),
    (
        "kieumau sign --new-key khoa.pem",
        "kieumau sign chung-thu.json --key khoa.pem --output chung-thu-da-ky.json",
    ),
)
