"""The package of a workbook: opening the zip, and refusing what is no workbook or is hostile.

Every part is parsed by expat with document types refused, so there are no entities to expand and
nothing outside the file is ever looked at.
"""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import NoReturn
from xml.parsers import expat

from attrs import define, field

from kieumau.errors import Diagnostic, DocumentError
from kieumau.places import Place

__all__ = [
    "MOST_CELLS",
    "Attributes",
    "Handlers",
    "Package",
    "open_package",
    "pass_over",
    "whole_number",
]

MOST_CELLS = 1_000_000
"""More than every ward of the country with every figure; a guard against hostile files."""
_MOST_FILE = 32 * 1024 * 1024
_MOST_UNPACKED = 96 * 1024 * 1024
_CHUNK = 1024 * 1024
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OFFICE_DOCUMENT = "/officeDocument"
_NUMBER = re.compile("[0-9]{1,9}")

Attributes = Mapping[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Words = Callable[[str], None]
Handlers = tuple[Start, End, Words]


class _DoctypeError(Exception):
    """A part declares a document type."""


@define
class Package:
    """An open workbook: its parts by name, each parsed on request."""

    name: str
    zip: zipfile.ZipFile
    left: int = _MOST_UNPACKED
    names: frozenset[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.names = frozenset(self.zip.namelist())

    def close(self) -> None:
        """Close the file."""
        self.zip.close()

    def parse(self, part: str, handlers: Handlers) -> None:
        """Parse one part; names come without their namespace.

        Raises
        ------
        DocumentError
            The part is missing, damaged, too large, no XML, or declares a document type.
        """
        start, end, words = handlers
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True

        def started(tag: str, attributes: dict[str, str]) -> None:
            plain = {_local(key): value for key, value in attributes.items()}
            start(_local(tag), plain)

        def refused(*_: object) -> None:
            raise _DoctypeError

        parser.StartElementHandler = started
        parser.EndElementHandler = lambda tag: end(_local(tag))
        parser.CharacterDataHandler = words
        parser.StartDoctypeDeclHandler = refused
        try:
            for chunk in self._chunks(part):
                parser.Parse(chunk, False)  # noqa: FBT003 (no keyword form)
            parser.Parse(b"", True)  # noqa: FBT003 (no keyword form)
        except _DoctypeError:
            _refuse("KM-957", self.name, part=part)
        except expat.ExpatError:
            _refuse("KM-958", self.name, part=part)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the parts a part speaks of, by relation id: what for, and the part's name."""
        folder, _, base = part.rpartition("/")
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, said: Attributes) -> None:
            if tag == "Relationship" and said.get("TargetMode") != "External":
                target = said.get("Target", "")
                way = target[1:] if target.startswith("/") else normpath(join(folder, target))
                found[said.get("Id", "")] = (said.get("Type", ""), way)

        own = join(folder, "_rels", f"{base}.rels")
        if own in self.names:
            self.parse(own, (start, pass_over, pass_over))
        return found

    def main_part(self) -> str:
        """Return the name of the part that lists the sheets."""
        for kind, target in self.relations("").values():
            if kind.endswith(_OFFICE_DOCUMENT) and target in self.names:
                return target
        return _refuse("KM-950", self.name)

    def _chunks(self, part: str) -> Iterator[bytes]:
        """Yield a part piece by piece, so that a bomb is never unpacked whole."""
        try:
            with self.zip.open(part) as file:
                while chunk := file.read(_CHUNK):
                    self.left -= len(chunk)
                    if self.left < 0:
                        _refuse("KM-956", self.name, most=_MOST_UNPACKED // 1024**2)
                    yield chunk
        except KeyError:
            _refuse("KM-958", self.name, part=part)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
            _refuse("KM-955", self.name)
        except (RuntimeError, NotImplementedError):  # an encrypted or oddly packed entry
            _refuse("KM-952", self.name)


def pass_over(*_: object) -> None:
    """Take what is not wanted, and do nothing."""


def whole_number(text: str) -> int | None:
    """Return a number as packages write it; None for anything else, however it looks.

    >>> whole_number("12"), whole_number("²"), whole_number("9" * 5000)
    (12, None, None)
    """
    return int(text) if _NUMBER.fullmatch(text) else None


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def open_package(path: Path, name: str) -> Package:
    """Return the workbook in a file, still unread.

    Raises
    ------
    DocumentError
        Missing, unreadable, too large, or something else than a workbook; it says what.
    """
    try:
        if path.is_dir():
            _refuse("KM-103", name)
        with path.open("rb") as file:
            head = file.read(len(_OLD))
            size = file.seek(0, 2)
            if size > _MOST_FILE:
                _refuse("KM-104", name, size=size, most=_MOST_FILE)
            file.seek(0)
            if head == _OLD:
                _refuse("KM-952" if _ENCRYPTED in file.read() else "KM-951", name)
        if not head.startswith(b"PK"):
            _refuse("KM-950", name)
        package = Package(name, zipfile.ZipFile(path))
    except FileNotFoundError:
        _refuse("KM-101", name)
    except (zipfile.BadZipFile, NotImplementedError):
        _refuse("KM-955", name)
    except (OSError, ValueError) as error:
        _refuse("KM-102", name, why=getattr(error, "strerror", "") or str(error))
    try:
        _refuse_others(package)
    except DocumentError:
        package.close()
        raise
    return package


def _refuse_others(package: Package) -> None:
    """Refuse packages that are something else than a workbook."""
    if "mimetype" in package.names and "content.xml" in package.names:
        _refuse("KM-954", package.name)
    if "xl/workbook.bin" in package.names:
        _refuse("KM-953", package.name)
    if not any(dirname(each) == "xl" for each in package.names):
        _refuse("KM-950", package.name)


def _refuse(code: str, name: str, **arguments: str | int) -> NoReturn:
    raise DocumentError(Diagnostic(code, Place(name), arguments))
