"""Data-entry forms: a standard's measures as a workbook to fill in, a row a measure or a ward.

What is planned here is read back by `kieumau.documents.facts_forms`; facts already known may be
written in.
"""

from collections.abc import Sequence

from kieumau.documents.factsets import FactSet
from kieumau.documents.workbooks.plan import SheetPlan
from kieumau.plugins.composed import Composed
from kieumau.render.facts_form_frame import FormLayout
from kieumau.render.facts_form_measures import MeasureRows
from kieumau.render.facts_form_wards import WardRows
from kieumau.rules.facts import Ward
from kieumau.rules.periods import Period
from kieumau.verdicts.record import StandardRecord
from kieumau.wording import Lang

__all__ = ["FormLayout", "facts_form"]


def facts_form(
    composed: Composed,
    record: StandardRecord,
    layout: FormLayout,
    lang: Lang,
    *,
    ward: Ward | None = None,
    period: Period | None = None,
    facts: Sequence[FactSet] = (),
) -> tuple[SheetPlan, ...]:
    """Return the sheets of a form.

    Parameters
    ----------
    ward, period
        Written into an empty form; whatever is empty in them is left to be filled in.
    facts
        Written into the form: one fact set in a row a measure, any number in a row a ward.
        A row a ward has no place for evidence and notes.
    """
    if layout is FormLayout.MEASURES:
        lines = MeasureRows(composed, record, lang, tuple(facts), ward, period)
        return (main := lines.measures(), lines.guide(layout), lines.marks(layout, main.name))
    rows = WardRows(composed, record, lang, tuple(facts))
    return (main := rows.wards(), rows.guide(layout), rows.marks(layout, main.name))
