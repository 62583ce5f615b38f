"""The form with a row a ward: a column a measure."""

from attrs import frozen

from kieumau.documents.form_layout import HEAD
from kieumau.documents.rows import column_parts, row_of
from kieumau.documents.workbooks.plan import (
    CellPlan,
    ColumnPlan,
    Look,
    PlanValue,
    RowPlan,
    SheetPlan,
    heading_row,
)
from kieumau.render.facts_form_frame import DATE, HEAD_WORDS, HEADINGS, TEXT, FormFrame, capital
from kieumau.render.facts_form_values import allowed_said, number_format, rule_of, value_shown
from kieumau.render.facts_form_words import FormTerm as Word
from kieumau.render.standard_measures import by_criterion, recorded_said

__all__ = ["WardRows"]

_SPARE = 50


@frozen
class WardRows(FormFrame):
    """A sheet with a row a ward, and empty rows to fill in."""

    def wards(self) -> SheetPlan:
        """Return the sheet."""
        lang = self.lang
        rows = [row_of(each) for each in self.facts]
        used = [each.id for _, measures in by_criterion(self.composed) for each in measures]
        given = [column for row in rows for column in row]
        ids = tuple(dict.fromkeys((*HEAD, *used, *given)))
        columns = tuple(self.ward_column(id_) for id_ in ids)
        keys = RowPlan(tuple(CellPlan(id_, Look.CODE) for id_ in ids), 24)
        filled = (
            RowPlan(
                tuple(
                    CellPlan(
                        self.ward_value(id_, row.get(id_)),
                        column.spare.look,
                        column.spare.number_format,
                        column.spare.rule,
                    )
                    for id_, column in zip(ids, columns, strict=True)
                )
            )
            for row in rows
        )
        return SheetPlan(
            Word.FACTS.fill(lang),
            columns,
            (*self.opening(Word.HOW_WARDS), heading_row(columns), keys, *filled),
            freeze=(HEADINGS + 2, 3),
            protect=True,
            spare_rows=_SPARE,
            repeat_rows=(HEADINGS, HEADINGS),
            repeat_columns=("A", "B"),
            fit=False,
            footer=self.footer(),
        )

    def ward_column(self, id_: str) -> ColumnPlan:
        """Return a column, with what its empty cells are like."""
        lang = self.lang
        measure = self.composed.vocabulary.get(column_parts(id_)[0])
        if measure is None:
            words = {key: name for key, name, _, _ in HEAD_WORDS}
            heading = words[id_].fill(lang) if id_ in words else id_
            text = DATE if id_.startswith("period") else TEXT if id_ in HEAD else ""
            return ColumnPlan(
                26 if id_ == "ward_name" else 12,
                heading,
                spare=CellPlan(None, Look.INPUT_TEXT, text),
            )
        part = column_parts(id_)[1]
        name = capital(measure.name.say(lang)) + (f" ({part.strip('_')})" if part else "")
        note = "\n".join(filter(None, (self.how(measure), recorded_said(measure, lang))))
        plain = part in ("", "__min", "__max")
        return ColumnPlan(
            18,
            f"{name}\n[{allowed_said(measure, lang)}]",
            note,
            spare=CellPlan(
                None,
                Look.COMPUTED if measure.derived else Look.INPUT,
                number_format(measure) if plain else TEXT,
                rule_of(measure, lang) if not part else None,
            ),
        )

    def ward_value(self, id_: str, value: PlanValue) -> PlanValue:
        """Return what stands in a cell for a value of a row."""
        id_, part = column_parts(id_)
        measure = self.composed.vocabulary.get(id_)
        if id_ == "invented" and value is True:
            return Word.YES.fill(self.lang)
        if measure is None or part not in ("", "__min", "__max") or value is None:
            return value
        return value_shown(value, measure, self.lang)
