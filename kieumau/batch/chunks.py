"""Chunks: some rows of a source at a time, and what stands where a row should."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, Protocol, TypeAlias

import polars as pl
from attrs import frozen

from kieumau.documents.factsets import FactSet
from kieumau.errors import Diagnostic
from kieumau.places import Place

__all__ = [
    "Chunk",
    "OneFile",
    "Position",
    "Record",
    "SetAside",
    "Source",
    "file_identity",
]

_HEAD: Final = 1 << 20

Position: TypeAlias = dict[str, Any]
"""Where a source goes on, as JSON data."""


@frozen
class SetAside:
    """A row that is not judged.

    Attributes
    ----------
    cells
        What stood in it, by column; under no name where it could not be taken apart.
    """

    place: Place
    problems: tuple[Diagnostic, ...]
    cells: Mapping[str, str]


@frozen
class Record:
    """A row that was read on its own, one of a format whose rows are not columns."""

    place: Place
    facts: FactSet
    cells: Mapping[str, str]


@frozen
class Chunk:
    """Some rows, in order.

    Attributes
    ----------
    frame
        Their cells as they stand in the source.
    places
        For each row the line (or row) it stands on.
    file
        The file they stand in.
    broken
        What is no row.
    next
        Where the source goes on after them.
    done
        How much of the source's size is behind them.
    records
        For sources without columns: the rows, instead of a frame.
    """

    frame: pl.DataFrame
    places: pl.Series
    file: str
    broken: tuple[SetAside, ...]
    next: Position
    done: int
    records: tuple[Record, ...] = ()

    @property
    def height(self) -> int:
        """How many rows there are, broken ones too."""
        return self.frame.height + len(self.records) + len(self.broken)

    def place(self, at: int) -> Place:
        """Return where a row stands."""
        if self.records:
            return self.records[at].place
        return Place(self.file, int(self.places[at]), 1)


class Source(Protocol):
    """Where rows come from."""

    @property
    def name(self) -> str:
        """What it is called; no password."""
        ...

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files it reads, which no output may overwrite."""
        ...

    @property
    def columns(self) -> tuple[str, ...]:
        """Their names as they stand, in order; empty for rows without columns."""
        ...

    @property
    def quoted(self) -> bool:
        """Whether texts are a program's, not as people write them in a table."""
        ...

    @property
    def size(self) -> int:
        """How much there is, in whatever `Chunk.done` counts; 0 when it is not known."""
        ...

    def identity(self) -> dict[str, Any]:
        """Return what tells this source from a changed one, as JSON data."""
        ...

    def chunks(self, start: Position | None, rows: int) -> Iterator[Chunk]:
        """Yield the rows from a position on, about so many at a time."""
        ...


@frozen
class OneFile:
    """What sources that are one file have in common."""

    path: Path

    @property
    def name(self) -> str:
        """The file as the user named it."""
        return str(self.path)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The file."""
        return (self.path,)

    def identity(self) -> dict[str, Any]:
        """Return what tells this file from a changed one."""
        return file_identity(self.path)


def file_identity(path: Path) -> dict[str, Any]:
    """Return what tells a file from a changed one: its size, its time, its beginning and end."""
    found = path.stat()
    digest = hashlib.sha256()
    with path.open("rb") as file:
        digest.update(file.read(_HEAD))
        file.seek(max(0, found.st_size - _HEAD))
        digest.update(file.read(_HEAD))
    return {
        "file": str(path.resolve()),
        "size": found.st_size,
        "changed": found.st_mtime_ns,
        "sha256": digest.hexdigest(),
    }
