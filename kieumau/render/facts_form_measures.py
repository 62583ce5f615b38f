"""The form with a row a measure: one ward."""

from collections.abc import Iterator

from attrs import frozen

from kieumau.documents.form_layout import FORM_KEYS, HEAD
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
from kieumau.render.facts_form_values import (
    allowed_said,
    number_format,
    rule_of,
    two_languages,
    value_shown,
)
from kieumau.render.facts_form_words import FormTerm as Word
from kieumau.render.standard_measures import by_criterion, recorded_said
from kieumau.rules.facts import Evidence, Fact, Interval, Reported, Unknown, Ward
from kieumau.rules.measures import Kind, Measure
from kieumau.rules.periods import Period
from kieumau.wording import Text

__all__ = ["MeasureRows"]


@frozen
class MeasureRows(FormFrame):
    """A sheet with a row a measure; what is known of ward and period is written in."""

    ward: Ward | None
    period: Period | None

    def measures(self) -> SheetPlan:
        """Return the sheet."""
        lang = self.lang
        columns = (
            ColumnPlan(5, Word.NUMBER.fill(lang)),
            ColumnPlan(36, Word.NAME.fill(lang)),
            ColumnPlan(10, Word.UNIT.fill(lang)),
            ColumnPlan(38, Word.COLLECTION.fill(lang)),
            ColumnPlan(14, Word.RECORDED_BY.fill(lang)),
            ColumnPlan(20, Word.ALLOWED.fill(lang)),
            ColumnPlan(16, Word.VALUE.fill(lang)),
            ColumnPlan(8, Word.ROUNDED.fill(lang)),
            ColumnPlan(11, Word.LOW.fill(lang)),
            ColumnPlan(11, Word.HIGH.fill(lang)),
            ColumnPlan(20, Word.UNKNOWN.fill(lang)),
            ColumnPlan(18, Word.SOURCE.fill(lang)),
            ColumnPlan(16, Word.DOCUMENT.fill(lang)),
            ColumnPlan(12, Word.URL.fill(lang)),
            ColumnPlan(12, Word.DATE.fill(lang)),
            ColumnPlan(16, Word.NOTE.fill(lang)),
            ColumnPlan(18, Word.ID.fill(lang), hidden=True),
        )
        first = len(columns) - len(FORM_KEYS)
        keys = RowPlan(
            (*(CellPlan() for _ in range(first)), *(CellPlan(key, Look.CODE) for key in FORM_KEYS)),
            hidden=True,
        )
        rows = (
            *self.opening(Word.HOW_MEASURES),
            heading_row(columns, 44),
            keys,
            self.group(Word.WARD.fill(lang), len(columns)),
            *self.head(),
            *self.lines(len(columns)),
        )
        return SheetPlan(
            Word.FACTS.fill(lang),
            columns,
            rows,
            freeze=(HEADINGS + 2, 3),
            protect=True,
            repeat_rows=(HEADINGS, HEADINGS),
            footer=self.footer(),
        )

    def group(self, title: str, width: int) -> RowPlan:
        """Return the row above a group of lines."""
        cells = (CellPlan(title, Look.GROUP), *(CellPlan(None, Look.GROUP),) * (width - 1))
        return RowPlan(cells, 20)

    def head(self) -> Iterator[RowPlan]:
        """Yield the lines about the ward and the period."""
        lang, given = self.lang, self.facts[0] if self.facts else None
        ward, period = (given.ward, given.period) if given else (self.ward, self.period)
        known: dict[str, PlanValue] = {}
        if ward:
            known |= zip(HEAD, (ward.code, ward.name, ward.province), strict=False)
        if period:
            known |= {"period_from": period.first, "period_to": period.last}
        if given and given.invented:
            known["invented"] = Word.YES.fill(lang)
        if given and given.note:
            known["note"] = two_languages(given.note)
        for key, name, how, allowed in HEAD_WORDS:
            rule = self.choice if key == "invented" else None
            text = DATE if key.startswith("period") else TEXT
            value = CellPlan(known.get(key) or None, Look.INPUT, text, rule, needed=key in HEAD)
            yield RowPlan(
                (
                    CellPlan(None, Look.FIXED),
                    CellPlan(name.fill(lang), Look.FIXED),
                    CellPlan(None, Look.FIXED),
                    CellPlan(how.fill(lang) if how else None, Look.FIXED),
                    CellPlan(None, Look.FIXED),
                    CellPlan(allowed.fill(lang) if allowed else None, Look.FIXED),
                    value,
                    *(CellPlan(),) * (len(FORM_KEYS) - 2),
                    CellPlan(key, Look.CODE),
                )
            )

    def lines(self, width: int) -> Iterator[RowPlan]:
        """Yield the measures under their criteria."""
        given = self.facts[0] if self.facts else None
        left = {fact.measure: fact for fact in given} if given else {}
        number = 0
        for criterion, measures in by_criterion(self.composed):
            if measures:
                yield self.group(criterion.title.say(self.lang), width)
            for measure in measures:
                number += 1
                yield self.line(number, measure, left.pop(measure.id, None))
        for fact in left.values():  # of measures no indicator uses
            number += 1
            found = self.composed.vocabulary.get(fact.measure)
            measure = found or Measure(fact.measure, Text(fact.measure), Kind.NUMBER)
            yield self.line(number, measure, fact)

    def line(self, number: int, measure: Measure, fact: Fact | None) -> RowPlan:
        """Return a measure's line: what it is, and the cells to fill in."""
        lang = self.lang
        unit = "%" if measure.kind is Kind.PERCENT else measure.unit and measure.unit.say(lang)
        return RowPlan(
            (
                CellPlan(number, Look.NUMBER),
                CellPlan(capital(measure.name.say(lang)), Look.FIXED),
                CellPlan(unit or None, Look.FIXED),
                CellPlan(self.how(measure) or None, Look.FIXED),
                CellPlan(recorded_said(measure, lang) or None, Look.FIXED),
                CellPlan(allowed_said(measure, lang), Look.FIXED),
                *self.filled(measure, fact),
            )
        )

    def filled(self, measure: Measure, fact: Fact | None) -> tuple[CellPlan, ...]:
        """Return the cells to fill in, with what is known in them."""
        lang = self.lang
        evidence = (fact and fact.evidence) or Evidence()
        value, low, high, rounded, unknown = self.spread(measure, fact)
        shape, ends = number_format(measure), Look.INPUT_TEXT
        spans = measure.kind.numeric or measure.kind is Kind.DATE
        return (
            CellPlan(
                value,
                Look.COMPUTED if measure.derived else Look.INPUT,
                shape,
                rule_of(measure, lang),
            ),
            CellPlan(rounded, ends, rule=self.choice if measure.kind.numeric else None)
            if measure.kind.numeric
            else CellPlan(rounded, Look.FIXED),
            CellPlan(low, ends if spans else Look.FIXED, shape),
            CellPlan(high, ends if spans else Look.FIXED, shape),
            CellPlan(unknown, ends, TEXT),
            CellPlan(evidence.source or None, ends, TEXT),
            CellPlan(evidence.document or None, ends, TEXT),
            CellPlan(evidence.url or None, ends, TEXT),
            CellPlan(evidence.date, ends, DATE),
            CellPlan(evidence.note or None, ends, TEXT),
            CellPlan(measure.id, Look.CODE),
        )

    def spread(self, measure: Measure, fact: Fact | None) -> tuple[PlanValue, ...]:
        """Return value, low, high, rounded and reason as a fact gives them."""
        lang = self.lang
        match fact.value if fact else None:
            case None:
                return (None, None, None, None, None)
            case Interval(low, high):
                ends = (value_shown(each, measure, lang) for each in (low, high))
                return (None, *ends, None, None)
            case Reported(text):
                return (text, None, None, Word.YES.fill(lang), None)
            case Unknown(reason):
                return (None, None, None, None, two_languages(reason))
            case value:
                return (value_shown(value, measure, lang), None, None, None, None)
