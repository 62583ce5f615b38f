"""The parts of a workbook that cells refer to: sheets, shared texts and number formats."""

import re

from attrs import define, field, frozen

from kieumau.documents.workbooks.formats import BUILT_IN
from kieumau.documents.workbooks.package import Attributes, Package, pass_over, whole_number

__all__ = ["Contents", "SheetPart", "TextRun", "read_contents"]

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_TRUE = ("1", "true")


@frozen
class SheetPart:
    """A sheet as the workbook lists it."""

    name: str
    hidden: bool
    part: str


@define
class Contents:
    """What the sheets share: their list, texts, the number format of each style, the epoch."""

    sheets: list[SheetPart] = field(factory=list)
    texts: list[str] = field(factory=list)
    formats: list[str] = field(factory=list)
    since_1904: bool = False


class TextRun:
    """Gathers a text with formatted runs as plain text; readings printed above it are left out."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.open = self.aside = False

    def start(self, tag: str) -> None:
        """Take the start of an element within the text."""
        self.aside = self.aside or tag == "rPh"
        self.open = tag == "t" and not self.aside

    def end(self, tag: str) -> None:
        """Take the end of one."""
        self.open = False
        if tag == "rPh":
            self.aside = False

    def words(self, words: str) -> None:
        """Take characters."""
        if self.open:
            self.said.append(words)

    def take(self) -> str:
        """Return the text and start another."""
        text = unescaped("".join(self.said))
        self.said.clear()
        return text


def unescaped(text: str) -> str:
    """Return a text with its ``_xHHHH_`` escapes undone.

    Examples
    --------
    >>> unescaped("a_x0041_b"), unescaped("_x005F_x0041_")
    ('aAb', '_x0041_')
    """
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def read_contents(package: Package) -> Contents:
    """Return what the sheets of a workbook share.

    Raises
    ------
    DocumentError
        A part is missing or damaged.
    """
    main = package.main_part()
    relations = package.relations(main)
    contents = Contents()

    def start(tag: str, said: Attributes) -> None:
        if tag == "workbookPr":
            contents.since_1904 = said.get("date1904", "") in _TRUE
        elif tag == "sheet":
            kind, part = relations.get(said.get("id", ""), ("", ""))
            if kind.endswith("/worksheet"):
                hidden = said.get("state", "visible") != "visible"
                contents.sheets.append(SheetPart(said.get("name", ""), hidden, part))

    package.parse(main, (start, pass_over, pass_over))
    for kind, part in relations.values():
        if part not in package.names:
            continue
        if kind.endswith("/sharedStrings"):
            contents.texts = _texts(package, part)
        elif kind.endswith("/styles"):
            contents.formats = _formats(package, part)
    return contents


def _texts(package: Package, part: str) -> list[str]:
    texts: list[str] = []
    run = TextRun()

    def end(tag: str) -> None:
        run.end(tag)
        if tag == "si":
            texts.append(run.take())

    package.parse(part, (lambda tag, _: run.start(tag), end, run.words))
    return texts


def _formats(package: Package, part: str) -> list[str]:
    """Return the number format of every cell style, in order."""
    custom: dict[int, str] = {}
    numbers: list[int] = []
    within: list[str] = []

    def start(tag: str, said: Attributes) -> None:
        if tag == "numFmt":
            custom[whole_number(said.get("numFmtId", "")) or 0] = said.get("formatCode", "")
        elif tag == "xf" and "cellXfs" in within:
            numbers.append(whole_number(said.get("numFmtId", "")) or 0)
        within.append(tag)

    def end(_: str) -> None:
        within.pop()

    package.parse(part, (start, end, pass_over))
    return [custom.get(each) or BUILT_IN.get(each, "General") for each in numbers]
