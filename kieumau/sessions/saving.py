"""Keeping a session: its facts, and the digest of the standard they were checked against."""

import os
from pathlib import Path
from typing import Any, Final, Protocol, TypeAlias

from attrs import frozen

from kieumau.documents.factsets import FactSet, read_fact_set
from kieumau.documents.fields import Fields
from kieumau.documents.files import read_text, real_path, write_text
from kieumau.documents.json_nodes import read_json
from kieumau.documents.manifest import check_format
from kieumau.documents.nodes import Node
from kieumau.documents.wire import to_json
from kieumau.errors import DocumentError, Problems
from kieumau.verdicts.record import StandardRecord

__all__ = ["FORMAT", "Kept", "Readable", "Reads", "Writable", "Writes", "keep", "kept"]

FORMAT: Final = "kieumau/session/1"


class Reads(Protocol):
    """A file open for reading text."""

    def read(self) -> str:
        """Return all of it."""
        ...


class Writes(Protocol):
    """A file open for writing text."""

    def write(self, text: str, /) -> object:
        """Write a text."""
        ...


Readable: TypeAlias = str | os.PathLike[str] | Reads
Writable: TypeAlias = str | os.PathLike[str] | Writes


@frozen
class Kept:
    """What a file keeps of a session."""

    facts: FactSet
    as_if: bool


def keep(path: Writable, record: StandardRecord, facts: FactSet, *, as_if: bool) -> None:
    """Write a session: a path is written whole or left as it was.

    Raises
    ------
    DocumentError
        KM-121: the file cannot be written.
    """
    data: dict[str, Any] = {
        "format": FORMAT,
        "standard": {"id": record.id, "on": record.on.isoformat(), "digest": record.digest},
        "as_if": as_if,
        "facts": facts.to_mapping(),
    }
    text = to_json(data)
    if isinstance(path, str | os.PathLike):
        write_text(real_path(path), text)
    else:
        path.write(text)


def kept(path: Readable, record: StandardRecord) -> Kept:
    """Return what a file keeps of a session under that standard.

    Raises
    ------
    DocumentError
        It cannot be read or is no session (KM-214: or one of another version); KM-631: it was
        kept under a standard of another meaning.
    """
    problems = Problems()
    found = _read(_node(path), record, problems)
    problems.raise_if_any(DocumentError)
    assert found is not None  # noqa: S101 (no problem, so it was read)
    return found


def _node(path: Readable) -> Node:
    if isinstance(path, str | os.PathLike):
        return read_json(read_text(Path(path)), str(path))
    return read_json(path.read(), str(getattr(path, "name", "")))


def _read(node: Node, record: StandardRecord, problems: Problems) -> Kept | None:
    fields = Fields(node, problems)
    check_format(fields, FORMAT)
    if problems.errors:  # of another kind or version: nothing else in it means what it seems to
        return None
    standard = fields.node("standard", required=True)
    as_if = fields.flag("as_if", default=False)
    facts = fields.node("facts", required=True)
    fields.done()
    if standard is not None:
        _check_standard(standard, record, problems)
    read = read_fact_set(facts, problems) if facts is not None and not problems.errors else None
    return None if read is None else Kept(read, as_if)


def _check_standard(node: Node, record: StandardRecord, problems: Problems) -> None:
    fields = Fields(node, problems)
    id_, on = fields.string("id", required=True), fields.string("on", required=True)
    digest = fields.string("digest", required=True)
    fields.done()
    if digest and digest != record.digest:
        problems.add(
            "KM-631",
            fields.place_of("digest"),
            id=id_,
            on=on,
            kept=digest[:8],
            now=record.id,
            digest=record.digest[:8],
        )
