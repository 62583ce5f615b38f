"""A workbook back into its plugin's files: what would change, checked before it is written."""

import copy
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from difflib import unified_diff
from os import PathLike
from pathlib import Path

from attrs import evolve, frozen

from kieumau.authoring.check import check
from kieumau.authoring.workbook.files import (
    copy_others,
    decoded,
    documents_of,
    folder_files,
)
from kieumau.authoring.workbook.reading import Placed, put_rows
from kieumau.documents.files import real_path
from kieumau.documents.nodes import ListNode, MapNode, Node
from kieumau.documents.rule_sheets.columns import Way
from kieumau.documents.rule_sheets.entries import Documents, Entry, entries_of
from kieumau.documents.rule_sheets.layout import Origin, read_origin
from kieumau.documents.workbooks.reading import read_workbook
from kieumau.documents.yaml_edit import edit_yaml
from kieumau.documents.yaml_emit import block_lines
from kieumau.documents.yaml_events import read_yaml
from kieumau.documents.yaml_spans import Data
from kieumau.errors import Diagnostic, DocumentError, Problems, Severity
from kieumau.places import Place

__all__ = ["Import", "read_import"]

_BOM = b"\xef\xbb\xbf"


@frozen
class Import:
    """What a workbook would change.

    Attributes
    ----------
    before, after
        The files that change, by their paths within the folder; one that is not there before is
        new.
    notes
        What was passed over.
    errors
        What is wrong with the plugin as it would be; it is then not to be written.
    """

    folder: Path
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    notes: tuple[Diagnostic, ...] = ()
    errors: tuple[Diagnostic, ...] = ()

    def diff(self) -> Iterator[str]:
        """Yield the lines of a unified diff, without line ends."""
        for name, data in self.after.items():
            old = decoded(self.before[name]).splitlines() if name in self.before else []
            source = f"a/{name}" if name in self.before else "/dev/null"
            new = decoded(data).splitlines()
            yield from unified_diff(old, new, source, f"b/{name}", lineterm="")


def read_import(
    workbook: str | PathLike[str],
    folder: str | PathLike[str],
    below: Sequence[str] = (),
    *,
    force: bool = False,
) -> Import:
    """Read a workbook and work out what it changes in a plugin's folder; nothing is written.

    Parameters
    ----------
    folder
        The plugin's; one that is not there is made of the workbook alone.
    below
        Folders of the layers it stands on, where they are not installed.
    force
        Whether to go on though the folder has changed since the workbook was made: what the
        workbook says then counts.

    Raises
    ------
    DocumentError
        The workbook is wrong; problems name sheet and cell.
    """
    path = Path(folder)
    book = read_workbook(workbook, strict=False)
    origin = read_origin(book)
    present = folder_files(path) if path.is_dir() else {}
    problems = Problems()
    if present and not force:
        _refuse_changed(origin, present, str(folder), problems)
    problems.raise_if_any(DocumentError)
    documents = documents_of(origin.files, str(folder), problems)
    said = copy.deepcopy(documents)
    placed = put_rows(book, origin, said, problems)
    problems.raise_if_any(DocumentError)
    files = {**origin.files, **present}
    after = {name: files[name] for name in origin.files if name not in present}
    for name, document in said.items():
        made = _edited(files.get(name), document, f"{folder}/{name}")
        if made != present.get(name):
            after[name] = made
    errors: tuple[Diagnostic, ...] = ()
    if after:
        errors = _checked(path, {**files, **after}, said, placed, below)
    notes = tuple(each for each in problems.all if each.severity is Severity.WARNING)
    return Import(path, present, after, notes, errors)


def _refuse_changed(
    origin: Origin, present: Mapping[str, bytes], shown: str, problems: Problems
) -> None:
    for name in sorted({*origin.files, *present}):
        if origin.files.get(name) != present.get(name):
            problems.add("KM-922", Place(f"{shown}/{name}"))


def _edited(data: bytes | None, document: Data, shown: str) -> bytes:
    """Return a file's bytes, changed only where it says something else."""
    if data is None:
        return "\n".join((*block_lines(document, 0), "")).encode()
    changed = edit_yaml(decoded(data), document, shown).encode()
    return (_BOM if data.startswith(_BOM) else b"") + changed


def _checked(
    folder: Path,
    files: Mapping[str, bytes],
    documents: Documents,
    placed: Mapping[int, Placed],
    below: Sequence[str],
) -> tuple[Diagnostic, ...]:
    """Check the plugin as it would be, in a folder of its own; problems name the cells."""
    with tempfile.TemporaryDirectory(prefix="kieumau-") as scratch:
        copied = Path(scratch, real_path(folder).name or "plugin")
        try:
            copy_others(folder, copied, files)
            for name, data in files.items():
                path = copied / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
        except OSError as error:
            arguments = {"why": error.strerror or str(error)}
            raise DocumentError(Diagnostic("KM-121", Place(scratch), arguments)) from None
        found = [each for each in check(copied, *below) if each.severity is Severity.ERROR]
        cells = _Cells(files, documents, placed)
        return tuple(_named(each, cells, str(copied), str(folder)) for each in found)


def _named(each: Diagnostic, cells: "_Cells", copied: str, shown: str) -> Diagnostic:
    """Return a diagnostic at the cell it comes from, or else in the folder asked for."""
    inner = each.place.file.removeprefix(f"{copied}/")
    place = cells.at(evolve(each.place, file=inner))
    if place is None:  # the line is not one of the file as it is
        place = Place(each.place.file.replace(copied, shown))
    arguments = {
        name: value.replace(copied, shown) if isinstance(value, str) else value
        for name, value in each.arguments.items()
    }
    return evolve(each, place=place, arguments=arguments)


class _Cells:
    """Which cell each place of the files comes from."""

    def __init__(
        self, files: Mapping[str, bytes], documents: Documents, placed: Mapping[int, Placed]
    ) -> None:
        self.spots: dict[str, list[tuple[int, int, Placed | None, str]]] = {}
        nodes: dict[str, Node] = {}
        for entry in entries_of(documents):
            if entry.file not in nodes:
                nodes[entry.file] = read_yaml(decoded(files[entry.file]), entry.file)
            node = _follow(nodes[entry.file], entry.key.partition("#")[2])
            if isinstance(node, MapNode):
                self.spots.setdefault(entry.file, []).extend(
                    _spots(entry, node, placed.get(id(entry.item)))
                )
        for spots in self.spots.values():
            spots.sort(key=lambda each: each[:2])

    def at(self, place: Place) -> Place | None:
        found: tuple[Placed | None, str] | None = None
        for line, column, placed, id_ in self.spots.get(place.file, ()):
            if (line, column) <= (place.line, place.column):
                found = (placed, id_)
        if found is None or found[0] is None:
            return None
        return found[0].place(found[1])


def _spots(
    entry: Entry, node: MapNode, placed: Placed | None
) -> Iterator[tuple[int, int, Placed | None, str]]:
    yield node.place.line, node.place.column, placed, "id"
    if placed is None:
        return
    for column in placed.table.spec.columns:
        way = column.ways.get(entry.kind)
        inner = _inside(node, way) if way else None
        if inner is not None:
            yield inner.place.line, inner.place.column, placed, column.id


def _inside(node: Node | None, way: Way) -> Node | None:
    for at, step in enumerate(way):
        if isinstance(step, int):
            if isinstance(node, ListNode):
                node = node.items[step] if step < len(node.items) else None
            elif step:
                return None
        elif isinstance(node, MapNode):
            node = node.get(step)
        else:
            return node if way[at:] == ("vi",) else None
    return node


def _follow(node: Node | None, key: str) -> Node | None:
    """Return the node a row's key names: ``add[1].criterion.indicators[0]``."""
    for step in key.split("."):
        name, _, index = step.rstrip("]").partition("[")
        node = node.get(name) if isinstance(node, MapNode) else None
        if index:
            node = node.items[int(index)] if isinstance(node, ListNode) else None
    return node
