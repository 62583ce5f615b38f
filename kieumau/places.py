"""Places: where in a file something a person wrote stands."""

from attrs import frozen

__all__ = ["NOWHERE", "Place"]


@frozen(order=True)
class Place:
    """A spot in a document.

    Attributes
    ----------
    file
        The file's name as the user gave it; empty for values built in Python.
    line, column
        Counted from 1; 0 when unknown.
    path
        The way from the document's root, e.g. ``criteria[3].requires``; in a table with a line,
        the column's name.
    sheet
        In a workbook, the sheet; ``line`` and ``column`` are then the row and column of a cell.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    path: str = ""
    sheet: str = ""

    def __str__(self) -> str:
        if self.sheet:
            return f"{self.file or '<workbook>'}:{self.sheet}!{_letters(self.column)}{self.line}"
        if self.line:
            return f"{self.file or '<text>'}:{self.line}:{self.path or self.column}"
        return ":".join(part for part in (self.file, self.path) if part)


def _letters(column: int) -> str:
    """Return a column's letters as spreadsheets write them: 28 is AB."""
    letters = ""
    while column > 0:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


NOWHERE = Place()
