"""``kieumau verify``: what of a certificate holds, and what does not."""

from importlib.resources import files
from pathlib import Path
from typing import Literal

from kieumau.certificates.reading import Written, read_certificates
from kieumau.certificates.verifying import verify_written
from kieumau.cli.outputs import deliver, refuse_output
from kieumau.cli.terminal import Terminal
from kieumau.cli.verifications import FORMAT, verification_data, verification_lines
from kieumau.documents.files import read_text
from kieumau.documents.wire import to_json
from kieumau.errors import Diagnostic, DocumentError, UsageError
from kieumau.ledger.marks import is_ledger_file
from kieumau.places import Place
from kieumau.wording import Text

__all__ = ["read_certificate_file", "run"]

_MOST_BYTES = 64 * 1024 * 1024
_CHECKER = "check_certificate.py"
_LEDGER = Text(
    "đây là sổ cái, kiểm tra bằng kieumau ledger verify",
    "it is a ledger, which kieumau ledger verify checks",
)


def run(
    terminal: Terminal,
    *,
    certificates: tuple[str, ...],
    standard: tuple[str, ...],
    no_replay: bool,
    public_key: str | None,
    form: Literal["text", "json"],
    print_checker: bool,
    output: str | None,
) -> int:
    """Verify certificates: 0 when all that was asked for holds of each, else 1."""
    if print_checker:
        refuse_output(output)
        deliver(
            terminal, files("kieumau.certificates").joinpath(_CHECKER).read_text("utf-8"), output
        )
        return 0
    if not certificates:
        arguments: dict[str, str | int | Text] = {
            "name": Text("CHỨNG_THƯ", "CERTIFICATE"),
            "command": "kieumau verify",
        }
        raise UsageError(Diagnostic("KM-713", arguments=arguments))
    if standard and no_replay:
        both: dict[str, str | int | Text] = {"one": "--standard", "other": "--no-replay"}
        raise UsageError(Diagnostic("KM-719", arguments=both))
    refuse_output(output, map(Path, (*certificates, *standard, *filter(None, [public_key]))))
    read = [(name, each) for name in certificates for each in read_certificate_file(name)]
    found = [
        (name, verify_written(each, standard or None, replay=not no_replay, public_key=public_key))
        for name, each in read
    ]
    if form == "json":
        said = [verification_data(*each) for each in found]
        deliver(terminal, to_json({"format": FORMAT, "certificates": said}), output)
    else:
        lines = verification_lines([each for _, each in found], terminal.lang)
        deliver(terminal, "".join(f"{line}\n" for line in lines), output)
    return 0 if all(each.holds for _, each in found) else 1


def read_certificate_file(name: str) -> tuple[Written, ...]:
    """Return the certificates of a file.

    Raises
    ------
    DocumentError
        It cannot be read, or something in it is no certificate.
    """
    if is_ledger_file(Path(name)):
        raise DocumentError(Diagnostic("KM-680", Place(name), {"why": _LEDGER}))
    return read_certificates(read_text(Path(name), most=_MOST_BYTES), name)
