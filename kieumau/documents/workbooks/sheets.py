"""One sheet's cells as stored: type, style, value and formula, still uninterpreted."""

import re

from attrs import define, field

from kieumau.documents.workbooks.formats import LONGEST_TEXT
from kieumau.documents.workbooks.package import MOST_CELLS, Attributes, Package, whole_number
from kieumau.documents.workbooks.parts import TextRun
from kieumau.errors import Diagnostic, DocumentError
from kieumau.places import Place

__all__ = ["RawCell", "RawSheet", "read_sheet"]

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_MOST_MERGES = 10_000
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384  # what a sheet can hold


@define
class RawCell:
    """A cell as stored."""

    kind: str = ""
    style: int = 0
    value: str = ""
    formula: str | None = None

    @property
    def computed(self) -> bool:
        """Whether a formula gave the value."""
        return self.formula is not None


@define
class RawSheet:
    """A sheet as stored; cells with nothing in them are left out, whatever the sheet's size."""

    cells: dict[tuple[int, int], RawCell] = field(factory=dict)
    merges: tuple[tuple[int, int, int, int], ...] = ()


def read_sheet(package: Package, part: str, most: int = MOST_CELLS) -> RawSheet:
    """Return the cells of a sheet that hold anything.

    Raises
    ------
    DocumentError
        The part is missing or damaged, or holds too many cells.
    """
    taking = _Taking(package.name, part, most)
    package.parse(part, (taking.start, taking.end, taking.words))
    return RawSheet(taking.cells, tuple(taking.merges))


class _Taking:
    """One pass over a sheet's XML."""

    def __init__(self, file: str, part: str, most: int) -> None:
        self.file, self.part, self.most = file, part, most
        self.cells: dict[tuple[int, int], RawCell] = {}
        self.merges: list[tuple[int, int, int, int]] = []
        self.row = self.column = 0
        self.cell: RawCell | None = None
        self.run = TextRun()
        self.within = ""

    def start(self, tag: str, said: Attributes) -> None:
        if self.cell is not None:
            if tag in ("v", "f"):
                self.within = tag
                if tag == "f":
                    self.cell.formula = ""
            elif tag == "is":
                self.within = tag
            else:
                self.run.start(tag)
        elif tag == "c":
            self.open_cell(said)
        elif tag == "row":
            number = whole_number(said.get("r", ""))
            self.row = self.row + 1 if number is None else number
            self.column = 0
        elif tag == "mergeCell" and len(self.merges) < _MOST_MERGES:
            self.merge(said.get("ref", ""))

    def open_cell(self, said: Attributes) -> None:
        place = _position(said.get("r", ""))
        if place is None:
            place = (self.row, self.column + 1)
        self.row, self.column = place
        if not (1 <= self.row <= _MOST_ROWS and self.column <= _MOST_COLUMNS):
            raise DocumentError(Diagnostic("KM-958", Place(self.file), {"part": self.part}))
        self.cell = RawCell(said.get("t", "n"), whole_number(said.get("s", "")) or 0)

    def end(self, tag: str) -> None:
        if self.cell is None:
            return
        if tag == "c":
            self.close_cell(self.cell)
        elif tag == self.within:
            self.within = ""
        else:
            self.run.end(tag)

    def close_cell(self, cell: RawCell) -> None:
        if cell.kind == "inlineStr":
            cell.value = self.run.take()
        self.refuse_long(cell)
        self.cell, self.within = None, ""
        if not cell.value and cell.formula is None:
            return
        if len(self.cells) >= self.most:
            raise DocumentError(Diagnostic("KM-966", Place(self.file), {"most": MOST_CELLS}))
        self.cells[self.row, self.column] = cell

    def refuse_long(self, cell: RawCell) -> None:
        """Refuse what no cell can hold, before much of it is gathered."""
        if max(len(cell.value), len(cell.formula or "")) > LONGEST_TEXT:
            place = Place(self.file, self.row, self.column)
            raise DocumentError(Diagnostic("KM-967", place, {"most": LONGEST_TEXT}))

    def words(self, words: str) -> None:
        if self.cell is None:
            return
        self.refuse_long(self.cell)
        if self.within == "v":
            self.cell.value += words
        elif self.within == "f":
            self.cell.formula = (self.cell.formula or "") + words
        else:
            self.run.words(words)

    def merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        one, other = _position(first), _position(last or first)
        if one and other and one != other:
            self.merges.append((*one, *other))


def _position(reference: str) -> tuple[int, int] | None:
    """Return the row and column of ``B7``; None when it is no such name."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column
