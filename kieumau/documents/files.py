"""Files: reading text whole, and writing it whole or not at all."""

import errno
import os
import stat
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from kieumau.documents.json_nodes import read_json
from kieumau.documents.nodes import Node
from kieumau.documents.yaml_events import read_yaml
from kieumau.errors import Diagnostic, DocumentError
from kieumau.places import Place

__all__ = [
    "MOST_BYTES",
    "read_document",
    "read_text",
    "real_path",
    "write_all",
    "write_bytes",
    "write_lines",
    "write_text",
]

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
    write_all({path: data})


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write a text file as its lines come, whole or leave what was there.

    Raises
    ------
    DocumentError
        The file cannot be written.
    """
    write_all({path: (line.encode("utf-8") for line in lines)})


def write_all(files: Mapping[Path, bytes | Iterable[bytes]]) -> None:
    """Write several files, all or none: all to temporary files beside them, then all renamed.

    Raises
    ------
    DocumentError
        One cannot be written.
    """
    staged: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    done: dict[Path, bytes | None] = {}
    for path in files:
        _refuse_device(path)
    path = Path()
    try:
        for path, data in files.items():
            several = len(files) > 1
            before[path] = path.read_bytes() if several and path.is_file() else None
            with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as out:
                staged[path] = Path(out.name)
                out.writelines([data] if isinstance(data, bytes) else data)
            staged[path].chmod(_mode(path))
        for path in files:
            staged[path].replace(path)
            done[path] = before[path]
    except BaseException as error:
        for each in staged.values():
            each.unlink(missing_ok=True)
        _put_back(done)
        if isinstance(error, OSError):
            raise _cannot("KM-121", str(path), why=error.strerror or str(error)) from None
        raise


def _refuse_device(path: Path) -> None:
    """Refuse what a file must not take the place of: a device, a pipe, a socket."""
    try:
        kind = path.stat().st_mode
    except OSError:  # not there; what else may be wrong is said when it is written
        return
    except ValueError as error:  # a name that no file can have
        raise _cannot("KM-121", str(path), why=str(error)) from None
    if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
        raise _cannot("KM-721", str(path))


def real_path(path: str | os.PathLike[str]) -> Path:
    """Return where a path leads once its links are followed; links in a circle are left."""
    try:
        return Path(os.path.realpath(path))
    except ValueError:  # a name that no file can have, which is said when it is used
        return Path(path)


def _mode(path: Path) -> int:
    """Return the permissions a file is to have: its own, or those of a new file."""
    if path.is_file():
        if not os.access(path, os.W_OK):  # renaming would not ask
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _put_back(files: Mapping[Path, bytes | None]) -> None:
    for path, data in files.items():
        if data is None:
            path.unlink(missing_ok=True)
        else:
            write_bytes(path, data)


def _cannot(code: str, name: str, **arguments: str | int) -> DocumentError:
    return DocumentError(Diagnostic(code, Place(name), arguments))
