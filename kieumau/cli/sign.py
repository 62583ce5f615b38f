"""``kieumau sign``: certificates signed with a key of the user's, and keys to sign with."""

import os
from getpass import getpass
from pathlib import Path

from kieumau.certificates.certificate import Certificate, canonical_text
from kieumau.certificates.reading import Written
from kieumau.certificates.signing import Password, new_key, read_private_key, signed
from kieumau.certificates.verifying import verify_written
from kieumau.cli.asking import may_ask
from kieumau.cli.outputs import deliver, refuse_output
from kieumau.cli.terminal import Terminal
from kieumau.cli.verify import read_certificate_file
from kieumau.documents.files import write_bytes
from kieumau.errors import Diagnostic, DocumentError, UsageError
from kieumau.places import Place
from kieumau.wording import Count, Text

__all__ = ["run"]

_REPLACED = Text(
    "Đã có chữ ký từ trước trong {n} chứng thư; chữ ký mới thay chữ ký cũ.",
    "{n:certificate was|certificates were} signed before; the new signature replaces the old.",
)
_PASSWORD = Text("Mật khẩu của khóa", "Password of the key")


def run(
    terminal: Terminal,
    *,
    certificates: str | None,
    key: str | None,
    new: str | None,
    output: str | None,
) -> int:
    """Sign the certificates of a file, or make a key to sign with."""
    if new is not None:
        _apart(("--new-key", new), ("--key", key), ("--output", output))
        return _new_key(terminal, Path(new))
    for name, given in ((Text("CHỨNG_THƯ", "CERTIFICATE"), certificates), (Text("--key"), key)):
        if given is None:
            arguments: dict[str, str | int | Text] = {"name": name, "command": "kieumau sign"}
            raise UsageError(Diagnostic("KM-713", arguments=arguments))
    assert certificates is not None  # noqa: S101 (refused above)
    assert key is not None  # noqa: S101
    refuse_output(output, [Path(key)])
    read = read_certificate_file(certificates)
    whole = [_sound(each, certificates) for each in read]
    private = read_private_key(Path(key), _password(terminal))
    deliver(terminal, "".join(f"{signed(each, private).text}\n" for each in whole), output)
    if replaced := sum(each.signed for each in whole):
        terminal.note(_REPLACED.filled(n=Count(replaced)))
    return 0


def _sound(written: Written, name: str) -> Certificate:
    """Return a certificate that holds together; nothing else is signed."""
    if not verify_written(written, replay=False).holds:
        raise UsageError(Diagnostic("KM-696", written.place, {"file": name}))
    return Certificate(canonical_text(written.data))


def _new_key(terminal: Terminal, path: Path) -> int:
    """Write a private key only its owner may read, and the public key beside it."""
    public = path.with_suffix(f".pub{path.suffix}")
    for each in (path, public):
        if each.exists():
            raise UsageError(Diagnostic("KM-697", Place(str(each))))
    private_pem, public_pem = new_key()
    _write_secret(path, private_pem)
    try:
        write_bytes(public, public_pem)
    except BaseException:
        path.unlink(missing_ok=True)  # made just now; alone it would be in the way
        raise
    vi = f"Đã ghi khóa bí mật {path} (giữ kín) và khóa công khai {public} (đưa cho người kiểm tra)."
    en = f"Wrote the private key {path} (keep it secret) and the public key {public} (give it out)."
    terminal.note(Text(vi, en))
    return 0


def _write_secret(path: Path, data: bytes) -> None:
    """Write a file that was never readable to others, not even while it was written."""
    made = False
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        made = True
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
    except BaseException as error:
        if made:
            path.unlink(missing_ok=True)
        if isinstance(error, OSError):
            why = error.strerror or str(error)
            raise DocumentError(Diagnostic("KM-121", Place(str(path)), {"why": why})) from None
        raise


def _password(terminal: Terminal) -> Password | None:
    if not may_ask():
        return None
    return lambda: getpass(f"{_PASSWORD.say(terminal.lang)}: ").encode()


def _apart(first: tuple[str, str], *others: tuple[str, str | None]) -> None:
    for name, given in others:
        if given is not None:
            arguments: dict[str, str | int | Text] = {"one": first[0], "other": name}
            raise UsageError(Diagnostic("KM-719", arguments=arguments))
