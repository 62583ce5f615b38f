"""The workbook of a plugin: its entries as rows, how to edit them, and what it was made of."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from kieumau.authoring.workbook.guide import GUIDE
from kieumau.documents.rule_sheets.cells import show
from kieumau.documents.rule_sheets.columns import CellKind, Column, SheetSpec, sheets
from kieumau.documents.rule_sheets.entries import Documents, Entry, entries_of, get
from kieumau.documents.rule_sheets.layout import (
    KEY,
    MARK_SHEET,
    REMOVE,
    REMOVED,
    Origin,
    origin_rows,
)
from kieumau.documents.workbooks.plan import (
    CellPlan,
    ColumnPlan,
    Look,
    PlanValue,
    RowPlan,
    Rule,
    RuleKind,
    SheetPlan,
    Visibility,
    heading_row,
    text_row,
)
from kieumau.wording import Lang, Text

__all__ = ["GUIDE_SHEET", "field_value", "most_citations", "rules_workbook"]

GUIDE_SHEET = Text("Hướng dẫn", "How to")
_SPARE = 15
_HIGH = 390.0
_LINE = 13.5
_ONE_PAGE = 300  # characters of a page's width that can still be read
_HEAD = 3
_REFUSED = Text("Chọn một giá trị trong danh sách.", "Choose one of the list.")


def most_citations(documents: Documents) -> int:
    """Return how many citations the entry with most of them has; at least two."""
    counts = [2]
    for entry in entries_of(documents):
        inner = entry.item.get("indicator") or entry.item.get("criterion") or entry.item
        cited = inner.get("citation") if isinstance(inner, dict) else None
        counts.append(len(cited) if isinstance(cited, list) else 1)
    return max(counts)


def rules_workbook(
    origin: Origin, documents: Documents, title: Text, below: Mapping[str, str]
) -> list[SheetPlan]:
    """Return the sheets of a plugin's workbook."""
    entries = list(entries_of(documents))
    lang = origin.lang
    made = [
        _sheet(spec, [each for each in entries if each.sheet == spec.id], title, below, lang)
        for spec in sheets(origin.citations)
    ]
    return [*made, _guide(lang), _mark(origin)]


def field_value(column: Column, entry: Entry, lang: Lang) -> PlanValue:
    """Return what stands in an entry's cell."""
    if column.id == "kind" and entry.sheet == "criteria":
        return column.label(entry.kind, lang)
    if column.id == "to" and entry.kind == "indicator":
        return entry.parent
    way = column.ways.get(entry.kind)
    return None if way is None else show(column, get(entry.item, way), lang)


def _sheet(
    spec: SheetSpec,
    entries: Sequence[Entry],
    title: Text,
    below: Mapping[str, str],
    lang: Lang,
) -> SheetPlan:
    columns = (
        ColumnPlan(4, KEY.say(lang), hidden=True, spare=CellPlan(look=Look.CODE)),
        *(_column(each, spec, lang) for each in spec.columns),
        _removal(lang),
    )
    rows = [_row(entry, spec, columns, below, lang) for entry in entries]
    at = next(n for n, each in enumerate(spec.columns) if each.id == "id")
    fit = sum(each.width for each in columns) <= _ONE_PAGE
    return SheetPlan(
        spec.name.say(lang),
        columns,
        (
            _shifted(text_row(title.say(lang), Look.TITLE, 26)),
            _shifted(text_row(spec.about.say(lang), Look.NOTE)),
            heading_row(columns, 44),
            *rows,
        ),
        freeze=(_HEAD + 1, at + 3),
        protect=True,
        spare_rows=_SPARE,
        repeat_rows=(_HEAD, _HEAD),
        repeat_columns=None if fit else ("A", "C"),
        fit=fit,
        footer=f"{title.say(lang)} · {spec.name.say(lang)}",
    )


def _shifted(row: RowPlan) -> RowPlan:
    """Return a row whose text stands beside the hidden column of keys."""
    return evolve(row, cells=(CellPlan(), *row.cells))


def _column(column: Column, spec: SheetSpec, lang: Lang) -> ColumnPlan:
    rule = _rule(column, spec, lang)
    look = Look.FIXED if column.id == "below" else Look.INPUT_TEXT
    spare = CellPlan(look=look, rule=rule)
    return ColumnPlan(column.width, column.heading.say(lang), spare=spare)


def _removal(lang: Lang) -> ColumnPlan:
    message = Text(
        "Chọn «bỏ» để xóa mục này khi nhập lại.", "Choose «remove» to delete the entry on import."
    )
    rule = Rule(
        RuleKind.LIST,
        choices=(REMOVED.say(lang),),
        title=REMOVE.say(lang),
        message=message.say(lang),
        error=_REFUSED.say(lang),
    )
    return ColumnPlan(10, REMOVE.say(lang), spare=CellPlan(look=Look.INPUT_TEXT, rule=rule))


def _rule(column: Column, spec: SheetSpec, lang: Lang) -> Rule | None:
    heading, message = column.heading.say(lang), column.message.say(lang)
    if column.kind is CellKind.CHOICE:
        named = column.choices
        if column.id == "kind" and spec.id == "criteria":
            named = tuple(each for each in named if each[0] != "set")
        return Rule(
            RuleKind.LIST,
            choices=tuple(text.say(lang) for _, text in named),
            title=heading,
            message=message,
            error=_REFUSED.say(lang),
        )
    return Rule(title=heading, message=message) if message else None


def _row(
    entry: Entry,
    spec: SheetSpec,
    columns: Sequence[ColumnPlan],
    below: Mapping[str, str],
    lang: Lang,
) -> RowPlan:
    cells = [CellPlan(entry.key, Look.CODE)]
    for column, plan in zip(spec.columns, columns[1:], strict=False):
        value = field_value(column, entry, lang)
        fixed = column.id in ("kind", "below") or (column.id == "id" and value is not None)
        if column.id == "below" and entry.kind in ("tighten", "clarify", "waive"):
            value = below.get(str(entry.item.get("id")))
        fixed = fixed or (column.id == "to" and entry.kind == "indicator")
        fixed = fixed or (entry.kind not in column.ways)
        look = Look.FIXED if fixed else Look.INPUT_TEXT
        cells.append(CellPlan(value, look, rule=None if fixed else plan.spare.rule))
    removal = columns[-1].spare
    cells.append(removal if entry.container is not None else CellPlan(look=Look.FIXED))
    return RowPlan(tuple(cells), _height(cells, columns))


def _height(cells: Sequence[CellPlan], columns: Sequence[ColumnPlan]) -> float:
    """Return how high a row must be; a spreadsheet program allows no more than 409 points."""
    most = 1
    for cell, column in zip(cells, columns, strict=False):
        if isinstance(cell.value, str) and not column.hidden:
            room = max(column.width - 3, 1) * 1.1
            most = max(most, sum(int(len(e) / room) + 1 for e in cell.value.split("\n")))
    return min(most * _LINE + 6, _HIGH)


def _guide(lang: Lang) -> SheetPlan:
    return SheetPlan(
        GUIDE_SHEET.say(lang),
        (ColumnPlan(84),),
        tuple(_guide_rows(lang)),
        protect=True,
        landscape=False,
    )


def _guide_rows(lang: Lang) -> Iterator[RowPlan]:
    for at, (heading, *lines) in enumerate(GUIDE):
        yield text_row(heading.say(lang), Look.TITLE if not at else Look.GROUP, 26)
        for line in lines:
            yield text_row(line.say(lang))
        yield text_row("")


def _mark(origin: Origin) -> SheetPlan:
    rows = tuple(RowPlan(tuple(CellPlan(each) for each in row), 15) for row in origin_rows(origin))
    return SheetPlan(
        MARK_SHEET, (ColumnPlan(12),), rows, visibility=Visibility.VERY_HIDDEN, protect=True
    )
