"""The one door to python-docx: plans of paragraphs and tables to a Word file.

Set as Vietnamese offices set their papers: A4, Times New Roman, a wide left margin. The same plans
give the same bytes; nothing of the moment is in a file.
"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Literal, TypeAlias

from attrs import frozen

from kieumau.documents.archives import undated
from kieumau.errors import MissingExtraError
from kieumau.wording import Lang, Text

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

__all__ = ["Block", "PageBreak", "ParagraphPlan", "RowPlan", "Run", "TablePlan", "word_bytes"]

_FONT = "Times New Roman"
_SIZE = 13
_SMALL = 12
_LONGEST_TITLE = 255  # of a document's properties
_WRITTEN = datetime(2000, 1, 1)  # noqa: DTZ001 (the format knows no zones, and it is no real time)
_LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}
_WIDTH = 16.5
_STEP = 0.6

Look: TypeAlias = Literal["plain", "kind", "title", "outcome", "notice", "code", "place", "centre"]


@frozen
class Run:
    """A stretch of text."""

    text: str
    bold: bool = False
    italic: bool = False


@frozen
class ParagraphPlan:
    """A paragraph; a heading where it has a level.

    Attributes
    ----------
    depth
        How many steps it is set in.
    """

    runs: tuple[Run, ...]
    level: int = 0
    look: Look = "plain"
    depth: int = 0


@frozen
class RowPlan:
    """A row of cells, each of paragraphs; one cell alone is as wide as the table."""

    cells: tuple[tuple[ParagraphPlan, ...], ...]


@frozen
class TablePlan:
    """A table whose first row is repeated on every page, and whose rows are never broken.

    Attributes
    ----------
    widths
        Of its columns, as shares of the page.
    ruled
        Whether its lines are drawn.
    """

    widths: tuple[int, ...]
    rows: tuple[RowPlan, ...]
    headed: bool = True
    ruled: bool = True


@frozen
class PageBreak:
    """The next block begins a page."""


Block: TypeAlias = ParagraphPlan | TablePlan | PageBreak


def word_bytes(blocks: Sequence[Block], *, title: str, foot: str, lang: Lang) -> bytes:
    """Return a Word file with these blocks, and at the foot of each page its number.

    Raises
    ------
    MissingExtraError
        KM-732: python-docx is not installed (``kieumau[word]``).
    """
    try:
        from docx import Document as new_document  # noqa: N813, PLC0415 (an extra)
    except ImportError:
        raise MissingExtraError("word", Text("Tệp Word", "A Word file")) from None
    document = new_document()
    _set_up(document, title, foot, lang)
    for block in blocks:
        match block:
            case ParagraphPlan():
                style = f"Heading {block.level}" if block.level else None
                _fill(document.add_paragraph(style=style), block)
            case TablePlan():
                _table(document, block)
            case PageBreak():
                document.add_page_break()  # type: ignore[no-untyped-call]
    out = BytesIO()
    document.save(out)
    return undated(out.getvalue())


# --- the page


def _set_up(document: "Document", title: str, foot: str, lang: Lang) -> None:
    from docx.shared import Cm, Pt  # noqa: PLC0415 (an extra)

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.top_margin = page.bottom_margin = Cm(2)
    page.left_margin, page.right_margin = Cm(3), Cm(1.5)
    styles = document.styles
    _typeface(styles["Normal"], _SIZE, lang)
    styles["Normal"].paragraph_format.space_after = Pt(4)
    for level, size in ((1, 15), (2, 14), (3, 13), (4, 13), (5, 13), (6, 13)):
        heading = styles[f"Heading {level}"]
        _typeface(heading, size, lang)
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(10), Pt(4)
        heading.paragraph_format.keep_with_next = True
    properties = document.core_properties
    properties.author = properties.last_modified_by = "kieumau"
    properties.comments, properties.language = "", _LANGUAGES[lang]
    properties.title = title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1] + "…"
    properties.created = properties.modified = _WRITTEN
    properties.revision = 1
    _footer(document, foot)


def _typeface(style: "ParagraphStyle", size: int, lang: Lang) -> None:
    """Set a style in one typeface for every script, in ink, in a language."""
    from docx.oxml.ns import qn  # noqa: PLC0415 (an extra)
    from docx.oxml.parser import OxmlElement  # noqa: PLC0415 (an extra)
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 (an extra)

    font = style.font
    font.name, font.size, font.color.rgb = _FONT, Pt(size), RGBColor(0, 0, 0)
    font.italic = False
    if style.name != "Normal":
        font.bold = True
    given = style.element.get_or_add_rPr()
    fonts = given.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), _FONT)
        fonts.attrib.pop(qn(f"w:{script}Theme" if script != "cs" else "w:cstheme"), None)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LANGUAGES[lang])
    given.append(language)


def _footer(document: "Document", foot: str) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT  # noqa: PLC0415 (an extra)
    from docx.shared import Cm, Pt  # noqa: PLC0415 (an extra)

    document.styles["Footer"].paragraph_format.tab_stops.clear_all()
    line = document.sections[0].footer.paragraphs[0]
    line.paragraph_format.tab_stops.add_tab_stop(Cm(_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(f"{foot}\t")
    for field, after in (("PAGE", "/"), ("NUMPAGES", "")):
        _field(line, field)
        if after:
            line.add_run(after)
    for run in line.runs:
        run.font.size = Pt(10)


def _field(line: "Paragraph", name: str) -> None:
    """Add a field that Word fills in, such as the number of the page."""
    from docx.oxml.ns import qn  # noqa: PLC0415 (an extra)
    from docx.oxml.parser import OxmlElement  # noqa: PLC0415 (an extra)

    for kind in ("begin", "", "separate", "text", "end"):
        run = line.add_run()
        if kind == "text":
            run.text = "1"
            continue
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = name
        run._r.append(element)  # noqa: SLF001 (the library has no call for fields)


# --- paragraphs


def _fill(paragraph: "Paragraph", plan: ParagraphPlan, size: int | None = None) -> None:
    """Put what is planned into a paragraph."""
    from docx.shared import Cm, Pt  # noqa: PLC0415 (an extra)

    for each in plan.runs:
        run = paragraph.add_run(each.text)
        run.bold, run.italic = each.bold or None, each.italic or None
        if plan.look == "code":
            run.font.name = "Courier New"
        points = {"outcome": 15, "kind": 13, "title": 15, "code": 10}.get(plan.look, size)
        if points and not plan.level:
            run.font.size = Pt(points)
    if plan.depth:
        paragraph.paragraph_format.left_indent = Cm(_STEP * plan.depth)
    if size:
        paragraph.paragraph_format.space_after = Pt(2)
    _align(paragraph, plan.look)
    if plan.look in ("outcome", "notice"):
        _border(
            paragraph, ("left",) if plan.look == "notice" else ("top", "left", "bottom", "right")
        )


def _align(paragraph: "Paragraph", look: Look) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 (an extra)

    if look in ("kind", "title", "outcome", "centre"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if look == "place":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _border(paragraph: "Paragraph", sides: Sequence[str]) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415 (an extra)
    from docx.oxml.parser import OxmlElement  # noqa: PLC0415 (an extra)

    borders = OxmlElement("w:pBdr")
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "8"), ("space", "4"), ("color", "000000")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001 (no call for borders)
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


# --- tables


def _table(document: "Document", plan: TablePlan) -> None:
    from docx.shared import Cm, Pt  # noqa: PLC0415 (an extra)

    table = document.add_table(len(plan.rows), len(plan.widths))
    if plan.ruled:
        table.style = "Table Grid"
    table.autofit = False
    whole = sum(plan.widths)
    widths = [Cm(_WIDTH * share / whole) for share in plan.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for at, row in enumerate(plan.rows):
        cells = table.rows[at].cells
        if len(row.cells) == 1:
            cells = (cells[0].merge(cells[-1]),)
        for cell, paragraphs, width in zip(cells, row.cells, widths, strict=False):
            if len(row.cells) > 1:
                cell.width = width
            _cell(cell, paragraphs, bold=plan.headed and not at)
        _keep(table, at, headed=plan.headed)
    after = document.add_paragraph()
    after.paragraph_format.space_after = Pt(0)
    after.paragraph_format.line_spacing = Pt(8)


def _cell(cell: "_Cell", paragraphs: Sequence[ParagraphPlan], *, bold: bool) -> None:
    for at, each in enumerate(paragraphs):
        paragraph = cell.paragraphs[0] if not at else cell.add_paragraph()
        _fill(paragraph, each, _SMALL)
        if bold:
            paragraph.paragraph_format.keep_with_next = True
            for run in paragraph.runs:
                run.bold = True


def _keep(table: "Table", at: int, *, headed: bool) -> None:
    """Keep a row whole; the first, where it is a heading, is said again on every page."""
    from docx.oxml.parser import OxmlElement  # noqa: PLC0415 (an extra)

    given = table.rows[at]._tr.get_or_add_trPr()  # noqa: SLF001 (the library has no call for it)
    given.append(OxmlElement("w:cantSplit"))
    if headed and not at:
        given.append(OxmlElement("w:tblHeader"))
