"""Writing workbooks from plans: the one door to openpyxl. The same plans give the same bytes.

Texts are always stored as texts, with the mark that keeps them so when they are edited: one that
begins with ``=``, ``+``, ``-`` or ``@`` never becomes a formula.
"""

import re
from collections.abc import Iterator, Sequence
from copy import copy
from datetime import date, datetime
from decimal import Decimal
from importlib.util import find_spec
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, cast

from kieumau.documents.archives import undated
from kieumau.documents.workbooks.formats import LONGEST_TEXT, exact
from kieumau.documents.workbooks.looks import STYLES
from kieumau.documents.workbooks.plan import (
    CellPlan,
    Look,
    PlanValue,
    RowPlan,
    Rule,
    RuleKind,
    SheetPlan,
    Visibility,
)
from kieumau.errors import MissingExtraError
from kieumau.wording import Text

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.styles.cell_style import StyleArray
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = [
    "DATE_FORMAT",
    "LISTS_SHEET",
    "WRITTEN",
    "needs_excel",
    "plain",
    "timeless",
    "workbook_bytes",
]

DATE_FORMAT = "dd/mm/yyyy"
WRITTEN = datetime(2000, 1, 1)  # noqa: DTZ001 (workbooks know no zones, and it is no real time)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE_LIKE = re.compile("_(?=x[0-9A-Fa-f]+_)")  # LibreOffice takes _xa_ for one, too
_FORMULA_LIKE = ("=", "+", "-", "@", "\t", "\r")
_FIRST_DAY = date(1900, 3, 1)
LISTS_SHEET = "kieumau_lists"
"""The very hidden sheet of the choices too long to stand in a rule."""
_MOST_LIST = 255
_LINE = 13.5


def needs_excel() -> None:
    """Refuse to go on where openpyxl is not installed.

    Raises
    ------
    MissingExtraError
        KM-732.
    """
    if find_spec("openpyxl") is None:
        raise MissingExtraError("excel", Text("Ghi sổ tính Excel", "Writing Excel workbooks"))


def workbook_bytes(sheets: Sequence[SheetPlan], title: str = "") -> bytes:
    """Return an Excel workbook with these sheets, in order.

    Raises
    ------
    MissingExtraError
        KM-732: openpyxl is not installed.
    """
    needs_excel()
    from openpyxl import Workbook  # noqa: PLC0415 (an extra, and slow to import)

    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    lists, styles = _Lists(), _Styles()
    for plan in sheets:
        _Sheet(book.create_sheet(plan.name), plan, lists, styles).write()
    lists.write(book)
    shown = (at for at, plan in enumerate(sheets) if plan.visibility is Visibility.VISIBLE)
    book.active = next(shown, 0)
    book.properties.creator = "kieumau"
    book.properties.title = plain(title)
    book.properties.created = WRITTEN
    out = BytesIO()
    book.save(out)
    return timeless(out.getvalue())


def timeless(data: bytes) -> bytes:
    """Return a workbook without the time at which it was made."""
    return undated(data, {"docProps/core.xml": _undated_properties})


def _undated_properties(part: bytes) -> bytes:
    return _MODIFIED.sub(rb"\g<1>2000-01-01T00:00:00Z", part)


def plain(text: str) -> str:
    """Return a text as a workbook can hold it: nothing in it is taken for an escape."""
    return _ESCAPE_LIKE.sub("_x005F_", _ILLEGAL.sub("", text))[:LONGEST_TEXT]


class _Lists:
    """The choices that are too long to stand in a rule, on a sheet of their own."""

    def __init__(self) -> None:
        self.columns: dict[tuple[str, ...], int] = {}

    def formula(self, choices: tuple[str, ...]) -> str:
        """Return what a rule says for the choices."""
        inline = ",".join(choices)
        if len(inline) <= _MOST_LIST and not any("," in each or '"' in each for each in choices):
            return f'"{inline}"'
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 (an extra)

        column = get_column_letter(self.columns.setdefault(choices, len(self.columns) + 1))
        return f"{LISTS_SHEET}!${column}$1:${column}${len(choices)}"

    def write(self, book: "Workbook") -> None:
        if not self.columns:
            return
        sheet = book.create_sheet(LISTS_SHEET)
        sheet.sheet_state = Visibility.VERY_HIDDEN.value
        for choices, column in self.columns.items():
            for row, each in enumerate(choices, 1):
                _put(cast("Cell", sheet.cell(row, column)), each)


class _Sheet:
    """One sheet being written."""

    def __init__(
        self, sheet: "Worksheet", plan: SheetPlan, lists: _Lists, styles: "_Styles"
    ) -> None:
        self.sheet, self.plan, self.lists, self.styles = sheet, plan, lists, styles
        self.rules: dict[Rule, list[str]] = {}
        self.needed: list[str] = []

    def write(self) -> None:
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 (an extra)

        sheet, plan = self.sheet, self.plan
        sheet.sheet_state = plan.visibility.value
        for at, column in enumerate(plan.columns, 1):
            dimension = sheet.column_dimensions[get_column_letter(at)]
            dimension.width, dimension.hidden = column.width, column.hidden
        for number, row in enumerate(self.rows(), 1):
            self.row(number, row)
        self.apply_rules()
        self.mark_needed()
        if plan.freeze:
            top, left = plan.freeze
            sheet.freeze_panes = f"{get_column_letter(left)}{top}"
        self.print_setup()
        if plan.protect:
            self.protect()

    def rows(self) -> Iterator[RowPlan]:
        yield from self.plan.rows
        spare = RowPlan(tuple(column.spare for column in self.plan.columns))
        for _ in range(self.plan.spare_rows):
            yield spare

    def row(self, number: int, row: RowPlan) -> None:
        dimension = self.sheet.row_dimensions[number]
        dimension.hidden = row.hidden
        dimension.height = row.height or self.height(row)
        for column, plan in enumerate(row.cells, 1):
            if plan != CellPlan():
                self.cell(cast("Cell", self.sheet.cell(number, column)), plan)

    def height(self, row: RowPlan) -> float | None:
        """Return how high wrapped text makes a row; programs do not agree on fitting it."""
        lines = 1
        for plan, column in zip(row.cells, self.plan.columns, strict=False):
            style = STYLES[plan.look]
            if isinstance(plan.value, str) and style.wrapped and not column.hidden:
                room = max(column.width - 2, 1) * (1 if style.bold else 1.2)
                needed = sum(max(1, ceil(len(e) / room)) for e in plan.value.split("\n"))
                lines = max(lines, needed)
        return lines * _LINE + 4 if lines > 1 else None

    def cell(self, cell: "Cell", plan: CellPlan) -> None:
        _put(cell, plan.value)
        dated = isinstance(plan.value, date) and cell.is_date
        self.styles.dress(cell, plan.look, plan.number_format or (DATE_FORMAT if dated else ""))
        if isinstance(plan.value, str) and plan.value.startswith(_FORMULA_LIKE):
            cell.quotePrefix = True  # after the look, which has its own
        if plan.note:
            from openpyxl.comments import Comment  # noqa: PLC0415 (an extra)

            lines = sum(ceil(len(each) / 40) or 1 for each in plan.note.split("\n"))
            cell.comment = Comment(plain(plan.note), "kieumau", height=20 + 18 * lines, width=320)
        if plan.rule:
            self.rules.setdefault(plan.rule, []).append(cell.coordinate)
        if plan.needed:
            self.needed.append(cell.coordinate)

    def apply_rules(self) -> None:
        from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 (an extra)

        for rule, cells in self.rules.items():
            said = DataValidation(
                type=None if rule.kind is RuleKind.ANY else rule.kind.value,  # type: ignore[arg-type]
                allow_blank=True,
                showDropDown=False,
                errorStyle="stop" if rule.strict else "warning",
            )
            if rule.kind is RuleKind.LIST:
                said.formula1 = self.lists.formula(tuple(plain(each) for each in rule.choices))
            elif rule.kind is not RuleKind.ANY:
                _bounds(said, rule)
            if rule.title or rule.message:
                said.showInputMessage = True
                said.promptTitle, said.prompt = plain(rule.title)[:32], plain(rule.message)[:255]
            said.showErrorMessage = rule.kind is not RuleKind.ANY
            said.error = plain(rule.error)[:255] or None
            for cell in _ranges(cells):
                said.add(cell)
            self.sheet.add_data_validation(said)

    def mark_needed(self) -> None:
        if not self.needed:
            return
        from openpyxl.formatting.rule import FormulaRule  # noqa: PLC0415 (an extra)
        from openpyxl.styles import PatternFill  # noqa: PLC0415 (an extra)

        fill = PatternFill("solid", start_color="FFFFD9A0", end_color="FFFFD9A0")
        cells = _ranges(self.needed)
        first = re.split("[: ]", cells[0])[0]
        rule = FormulaRule(formula=[f"LEN(TRIM({first}))=0"], fill=fill)  # type: ignore[no-untyped-call]
        self.sheet.conditional_formatting.add(" ".join(cells), rule)

    def print_setup(self) -> None:
        from openpyxl.worksheet.header_footer import (  # noqa: PLC0415 (an extra)
            HeaderFooterItem,
            _HeaderFooterPart,
        )
        from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 (an extra)

        sheet, plan = self.sheet, self.plan
        sheet.page_setup.orientation = "landscape" if plan.landscape else "portrait"
        sheet.page_setup.paperSize = 9  # A4
        if plan.fit:
            sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
            sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        margins = sheet.page_margins
        margins.left = margins.right = 0.4
        margins.top, margins.bottom, margins.footer = 0.5, 0.8, 0.4
        sheet.oddFooter = HeaderFooterItem(
            left=_HeaderFooterPart(plain(plan.footer).replace("&", "&&")),
            right=_HeaderFooterPart("&P/&N"),
        )
        if plan.repeat_rows:
            sheet.print_title_rows = "{}:{}".format(*plan.repeat_rows)
        if plan.repeat_columns:
            sheet.print_title_cols = "{}:{}".format(*plan.repeat_columns)

    def protect(self) -> None:
        """Lock all but open cells, without a password; sizes may still be changed."""
        protection = self.sheet.protection
        protection.sheet = True
        protection.formatColumns = protection.formatRows = False


def _put(cell: "Cell", value: PlanValue) -> None:
    """Put a value: text as text, and a number that would not come back the same as text too."""
    match value:
        case None:
            return
        case bool():
            cell.value = value
        case str():
            cell.value = plain(value)
            cell.data_type = "s"
        case int() | Decimal():
            if exact(repr(float(value))) == value:
                cell.value = value
            else:
                cell.value = format(Decimal(value), "f")
                cell.data_type = "s"
        case date():
            if value < _FIRST_DAY:
                cell.value = value.strftime("%d/%m/") + f"{value.year:04d}"
                cell.data_type = "s"
            else:
                cell.value = value


def _bounds(said: object, rule: Rule) -> None:
    low, high = (None if each is None else _limit(each) for each in (rule.low, rule.high))
    one, other = (low, None) if high is None else (high, None) if low is None else (low, high)
    name = "between" if other else "greaterThanOrEqual" if high is None else "lessThanOrEqual"
    said.operator, said.formula1, said.formula2 = name, one or "0", other  # type: ignore[attr-defined]


def _limit(bound: Decimal | date) -> str:
    if isinstance(bound, date):
        return f"DATE({bound.year},{bound.month},{bound.day})"
    return format(bound, "f")


class _Styles:
    """The looks of one workbook, each made once: making one takes longer than writing a cell."""

    def __init__(self) -> None:
        self.made: dict[tuple[Look, str], StyleArray] = {}

    def dress(self, cell: "Cell", look: Look, number_format: str) -> None:
        """Give a cell its look and its number format."""
        key = (look, number_format)
        if key not in self.made:
            _make(cell, look)
            if number_format:
                cell.number_format = number_format
            self.made[key] = copy(cell._style)  # type: ignore[attr-defined]  # noqa: SLF001 (its own way)
        cell._style = copy(self.made[key])  # type: ignore[attr-defined]  # noqa: SLF001


def _make(cell: "Cell", look: Look) -> None:
    """Make a look on a cell."""
    from openpyxl.styles import (  # noqa: PLC0415 (an extra)
        Alignment,
        Border,
        Font,
        PatternFill,
        Protection,
        Side,
    )

    style = STYLES[look]
    cell.font = Font(
        name="Times New Roman",
        size=style.size,
        bold=style.bold,
        italic=style.italic,
        color=style.color,
    )
    if style.fill:
        cell.fill = PatternFill("solid", start_color=style.fill, end_color=style.fill)
    cell.alignment = Alignment(
        horizontal=style.align,
        vertical="center",
        wrap_text=style.wrapped,
        indent=1 if style.framed and style.align == "left" else 0,
    )
    if style.framed:
        side = Side(style="thin", color="FFBFBFBF")
        cell.border = Border(left=side, right=side, top=side, bottom=side)
    cell.protection = Protection(locked=not look.open)


def _ranges(cells: Sequence[str]) -> list[str]:
    """Return cells as ranges, runs down a column together."""
    runs: list[tuple[str, int, int]] = []
    split = [re.fullmatch("([A-Z]+)([0-9]+)", each) for each in cells]
    for letters, row in sorted((found[1], int(found[2])) for found in split if found):
        if runs and runs[-1][0] == letters and runs[-1][2] == row - 1:
            runs[-1] = (letters, runs[-1][1], row)
        else:
            runs.append((letters, row, row))
    return [f"{letters}{a}" if a == b else f"{letters}{a}:{letters}{b}" for letters, a, b in runs]
