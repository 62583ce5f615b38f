"""What the sheets of a plugin's workbook have besides their columns, and the hidden sheet."""

import base64
import hashlib
import zlib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from attrs import frozen

from kieumau.documents.rule_sheets.columns import Column, SheetSpec
from kieumau.documents.workbooks.reading import Sheet, Workbook
from kieumau.errors import Diagnostic, DocumentError, Problems
from kieumau.language.fold import fold
from kieumau.places import Place
from kieumau.wording import Lang, Text

__all__ = [
    "FORMAT",
    "KEY",
    "MARK_SHEET",
    "REMOVE",
    "REMOVED",
    "Origin",
    "Table",
    "origin_rows",
    "read_origin",
    "read_table",
]

FORMAT = "kieumau/workbook/1"
MARK_SHEET = "kieumau"
KEY = Text("Khóa dòng", "Row key")
REMOVE = Text("Bỏ mục này?", "Remove?")
REMOVED = Text("bỏ", "remove")
_CHUNK = 30_000
_TOP = 12
_DATA = 4  # the column at which a file's bytes begin
_MOST = 16 * 1024 * 1024


@frozen
class Origin:
    """What a workbook was made of.

    Attributes
    ----------
    lang
        The language of its headings and labels.
    citations
        How many citations a row has columns for.
    files
        The plugin's files as they were, by their paths within its folder.
    """

    plugin: str
    lang: Lang
    citations: int
    files: Mapping[str, bytes]


def origin_rows(origin: Origin) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the hidden sheet."""
    yield ("format", FORMAT)
    yield ("plugin", origin.plugin)
    yield ("lang", origin.lang)
    yield ("citations", str(origin.citations))
    for name, data in origin.files.items():
        packed = base64.b64encode(zlib.compress(data, 9)).decode("ascii")
        chunks = [packed[at : at + _CHUNK] for at in range(0, len(packed), _CHUNK)]
        yield ("file", name, hashlib.sha256(data).hexdigest(), *chunks)


def read_origin(book: Workbook) -> Origin:
    """Return what a workbook was made of.

    Raises
    ------
    DocumentError
        It is no workbook of rules, of a newer format, or its hidden sheet was changed.
    """
    sheet = book.get(MARK_SHEET)
    said: dict[str, str] = {}
    files: dict[str, bytes] = {}
    if sheet is None or sheet.text(1, 1) != "format":
        raise DocumentError(Diagnostic("KM-900", Place(book.file)))
    if (found := sheet.text(1, 2)) != FORMAT:
        arguments = {"found": found, "known": FORMAT}
        raise DocumentError(Diagnostic("KM-901", sheet.place(1, 2), arguments))
    for row in (each for each in sheet.filled if each > 1):
        name, value = sheet.text(row, 1), sheet.text(row, 2)
        if name == "file":
            files[value] = _unpacked(sheet, row)
        else:
            said[name] = value
    lang: Lang = "en" if said.get("lang") == "en" else "vi"
    count = said.get("citations", "")
    citations = int(count) if count.isascii() and count.isdigit() and len(count) < len("100") else 2
    return Origin(said.get("plugin", ""), lang, citations, files)


def _unpacked(sheet: Sheet, row: int) -> bytes:
    name = sheet.text(row, 2)
    inside = (
        not name.startswith(("/", "."))
        and ".." not in name
        and "\\" not in name
        and ":" not in name
    )
    packed = "".join(sheet.text(row, column) for column in sheet.filled[row] if column >= _DATA)
    try:
        data = zlib.decompressobj().decompress(base64.b64decode(packed, validate=True), _MOST)
    except (ValueError, zlib.error):
        data = b"\0"
    if not inside or hashlib.sha256(data).hexdigest() != sheet.text(row, 3):
        raise DocumentError(Diagnostic("KM-903", sheet.place(row, 2), {"name": name}))
    return data


@frozen
class Table:
    """A sheet with its headings found.

    Attributes
    ----------
    first
        The first row below the headings.
    columns
        Where each column is, by its id; the key of a row and its removal are ``key``, ``remove``.
    """

    sheet: Sheet
    spec: SheetSpec
    first: int
    columns: Mapping[str, int]

    def rows(self) -> Iterator[int]:
        """Yield the rows that say anything, beyond the key and what is only to be read."""
        said = {at for id_, at in self.columns.items() if id_ != "below"}
        for row, columns in self.sheet.filled.items():
            if row >= self.first and not said.isdisjoint(columns):
                yield row


def read_table(
    sheet: Sheet, spec: SheetSpec, problems: Problems, *, needed: bool = True
) -> Table | None:
    """Find the headings of a sheet; None, with what is wrong noted, where they are not whole.

    Parameters
    ----------
    needed
        Whether every column must be there; else only the id's.
    """
    wanted = _headings(spec)
    best, row = 0, 0
    for each in range(1, min(sheet.rows, _TOP) + 1):
        texts = (fold(sheet.text(each, column)) for column in sheet.filled.get(each, ()))
        hits = sum(text in wanted for text in texts if text)
        if hits > best:
            best, row = hits, each
    if not row:
        problems.add("KM-904", sheet.place(1, 1), name=sheet.name)
        return None
    columns: dict[str, int] = {}
    strangers: dict[str, int] = {}
    for column in sheet.filled[row]:
        text = sheet.text(row, column)
        id_ = wanted.get(fold(text))
        if id_ and id_ in columns:
            problems.add("KM-909", sheet.place(row, column), name=text)
        elif id_:
            columns[id_] = column
        elif text:
            strangers[text] = column
    before = len(problems.errors)
    required = [each for each in spec.columns if each.id != "below"]
    wanted_columns = required if needed else [spec.column("id")]
    missing = [each for each in wanted_columns if each.id not in columns]
    alone = len(missing) == len(strangers) == 1  # then the one is the other, renamed
    for wants in missing:
        _missing(wants, sheet, row, strangers, problems, near=list(strangers) if alone else [])
    if len(problems.errors) > before:
        return None
    sheet.refuse_merges(problems, row)
    return Table(sheet, spec, row + 1, columns)


def _headings(spec: SheetSpec) -> dict[str, str]:
    found = {fold(each): "key" for each in (KEY.vi, KEY.en)}
    found |= {fold(each): "remove" for each in (REMOVE.vi, REMOVE.en)}
    for column in spec.columns:
        found |= {fold(each): column.id for each in (column.heading.vi, column.heading.en)}
    return found


def _missing(
    column: Column,
    sheet: Sheet,
    row: int,
    strangers: Mapping[str, int],
    problems: Problems,
    *,
    near: list[str],
) -> None:
    """Note a column that is gone, at the heading that was perhaps its own."""
    heading = column.heading
    near = near or get_close_matches(heading.vi, strangers, 1, 0.5)
    near = near or get_close_matches(heading.en, strangers, 1, 0.5)
    if near:
        place = sheet.place(row, strangers[near[0]])
        problems.add("KM-906", place, [heading.vi], found=near[0], column=heading)
    else:
        problems.add("KM-905", sheet.place(row, 1), column=heading)
