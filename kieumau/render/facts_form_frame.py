"""What the two layouts of a data-entry form have in common: heads, guide, and what a form knows."""

import json
from collections.abc import Iterator, Mapping
from enum import StrEnum

from attrs import field, frozen

from kieumau.documents.factsets import FactSet
from kieumau.documents.form_layout import FORM_FORMAT, MARK_SHEET, MEASURE_MARK
from kieumau.documents.workbooks.plan import (
    CellPlan,
    ColumnPlan,
    Look,
    RowPlan,
    Rule,
    RuleKind,
    SheetPlan,
    Visibility,
    text_row,
)
from kieumau.plugins.composed import Composed, ComposedIndicator
from kieumau.render.facts_form_words import GUIDE, GUIDE_WARDS
from kieumau.render.facts_form_words import FormTerm as Word
from kieumau.render.standard_measures import derivation_said, evidence_asked, used_by
from kieumau.render.standard_report import Teller, span_said
from kieumau.render.standard_words import Term
from kieumau.rules.measures import Measure
from kieumau.verdicts.record import StandardRecord
from kieumau.wording import Lang, say_date

__all__ = ["DATE", "HEADINGS", "HEAD_WORDS", "TEXT", "FormFrame", "FormLayout", "capital"]

HEADINGS = 5
"""The row of the headings; that of the keys follows."""
TEXT, DATE = "@", "dd/mm/yyyy"


class FormLayout(StrEnum):
    """What a row of the form is."""

    MEASURES = "measures"
    WARDS = "wards"


@frozen
class FormFrame:
    """One standard's form in one language, with the facts to write into it."""

    composed: Composed
    record: StandardRecord
    lang: Lang
    facts: tuple[FactSet, ...]
    choice: Rule = field(init=False)
    users: Mapping[str, tuple[ComposedIndicator, ...]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        yes_no = (Word.YES.fill(self.lang), Word.NO.fill(self.lang))
        object.__setattr__(self, "choice", Rule(RuleKind.LIST, choices=yes_no))
        object.__setattr__(self, "users", used_by(self.composed))

    def opening(self, how: Word) -> Iterator[RowPlan]:
        """Yield the rows above the headings; always the same number of them."""
        lang = self.lang
        yield text_row(Term.T_TITLE.fill(lang, title=self.record.title.say(lang)), Look.TITLE, 24)
        on, valid = say_date(self.composed.on), span_said(self.composed.valid, lang)
        yield text_row(Term.T_ON.fill(lang, on=on, valid=valid), Look.NOTE)
        yield text_row(" ".join(Teller(self.composed, lang).nature(self.record)), Look.NOTE)
        yield text_row(f"{how.fill(lang)} {Word.PERSONAL.fill(lang)}", Look.NOTE)

    def footer(self) -> str:
        """Return what stands at the foot of each printed page."""
        return Word.FOOTER.fill(self.lang, id=self.record.id, on=say_date(self.composed.on))

    def guide(self, layout: FormLayout) -> SheetPlan:
        """Return the sheet that says how to fill the form in."""
        lang = self.lang
        guide = GUIDE if layout is FormLayout.MEASURES else GUIDE_WARDS
        said = (each.say(lang).replace("{id}", self.record.id) for each in guide)
        rows = (
            text_row(Word.GUIDE.fill(lang), Look.TITLE, 28),
            *(text_row(each) for each in said),
        )
        return SheetPlan(
            Word.GUIDE.fill(lang),
            (ColumnPlan(84),),
            rows,
            protect=True,
            landscape=False,
            footer=self.footer(),
        )

    def marks(self, layout: FormLayout, sheet: str) -> SheetPlan:
        """Return the sheet that says what the form is for."""
        record = self.record
        lines: list[tuple[str, ...]] = [
            ("format", FORM_FORMAT),
            ("layout", layout.value),
            ("standard", record.id),
            ("on", self.composed.on.isoformat()),
            ("digest", record.digest),
            ("sheet", sheet),
        ]
        for each in self.composed.vocabulary:
            names = [[c.id, c.name.vi, c.name.en] for c in each.choices]
            choices = json.dumps(names, ensure_ascii=False) if names else ""
            lines.append((MEASURE_MARK, each.id, each.kind.value, choices))
        rows = tuple(RowPlan(tuple(CellPlan(part or None) for part in line)) for line in lines)
        columns = (ColumnPlan(12), ColumnPlan(40), ColumnPlan(12), ColumnPlan(60))
        return SheetPlan(MARK_SHEET, columns, rows, visibility=Visibility.VERY_HIDDEN)

    def how(self, measure: Measure) -> str:
        """Return how a measure is collected, computed and proven, and what to mind."""
        lang, said = self.lang, []
        if measure.collection:
            said.append(measure.collection.say(lang))
        if measure.derived:
            how = derivation_said(measure, self.composed.vocabulary, lang)
            said.append(Word.COMPUTED.fill(lang, how=how))
        if asked := evidence_asked(measure.id, self.users.get(measure.id, ()), lang):
            said.append(Word.ASKED.fill(lang, fields="; ".join(asked)))
        if measure.caution:
            said.append(Word.CAUTION.fill(lang, caution=measure.caution.say(lang)))
        return "\n".join(said)


HEAD_WORDS: tuple[tuple[str, Word, Word | None, Word | None], ...] = (
    ("ward_code", Word.WARD_CODE, Word.WARD_CODE_HOW, Word.CODE_ALLOWED),
    ("ward_name", Word.WARD_NAME, None, None),
    ("province", Word.PROVINCE, Word.PROVINCE_HOW, Word.CODE_ALLOWED),
    ("period_from", Word.PERIOD_FROM, Word.PERIOD_HOW, None),
    ("period_to", Word.PERIOD_TO, Word.PERIOD_HOW, None),
    ("invented", Word.INVENTED, Word.INVENTED_HOW, Word.YES_OR_NO),
    ("note", Word.WHOLE_NOTE, Word.NOTE_HOW, None),
)


def capital(text: str) -> str:
    """Return a text that begins with a capital."""
    return text[:1].upper() + text[1:]
