"""Files: reading text whole, and writing it whole or not at all."""

import os
import tempfile
from pathlib import Path

from kieumau.documents.json_nodes import read_json
from kieumau.documents.nodes import Node
from kieumau.documents.yaml_events import read_yaml
from kieumau.errors import Diagnostic, DocumentError
from kieumau.places import Place

__all__ = ["MOST_BYTES", "read_document", "read_text", "write_bytes", "write_text"]

MOST_BYTES = 4 * 1024 * 1024
"""No rule file or ward is near this; a guard against the wrong file."""
_MOST_YAML = 1024 * 1024  # some seconds' reading


def read_text(path: Path, shown: str = "", most: int = MOST_BYTES) -> str:
    """Return a file's text: UTF-8, a byte-order mark and Windows line ends folded away.

    Raises
    ------
    DocumentError
        Missing, a folder, unreadable, too large, or not UTF-8.
    """
    name = shown or str(path)
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise _cannot("KM-103", name)
        if size > most:
            raise _cannot("KM-104", name, size=size, most=most)
        with path.open("rb") as file:
            data = file.read(most + 1)
        if len(data) > most:  # a device has no size until it is read
            raise _cannot("KM-104", name, size=len(data), most=most)
    except FileNotFoundError:
        raise _cannot("KM-101", name) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", "") or str(error)
        raise _cannot("KM-102", name, why=why) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        raise DocumentError(
            Diagnostic("KM-105", Place(name, line, column), {"byte": f"0x{data[error.start]:02X}"})
        ) from None
    return text.replace("\r\n", "\n")


def read_document(path: Path, shown: str = "") -> Node:
    """Return a YAML or JSON file as nodes; the ending decides which."""
    name = shown or str(path)
    if path.suffix.lower() == ".json":
        return read_json(read_text(path, name), name)
    return read_yaml(read_text(path, name, _MOST_YAML), name)


def write_text(path: Path, text: str) -> None:
    """Write a text file whole or leave what was there.

    Raises
    ------
    DocumentError
        The file cannot be written.
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file whole or leave what was there: to a temporary file beside it, then renamed.

    Raises
    ------
    DocumentError
        The file cannot be written.
    """
    temporary = ""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as out:
            temporary = out.name
            out.write(data)
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise _cannot("KM-121", str(path), why=error.strerror or str(error)) from None


def _cannot(code: str, name: str, **arguments: str | int) -> DocumentError:
    return DocumentError(Diagnostic(code, Place(name), arguments))
