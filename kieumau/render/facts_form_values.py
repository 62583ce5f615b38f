"""How a measure's values look in a form: format, drop-down, bounds, and what is shown for each."""

from datetime import date
from decimal import Decimal

from kieumau.documents.workbooks.formats import exact
from kieumau.documents.workbooks.plan import PlanValue, Rule, RuleKind
from kieumau.render.facts_form_words import FormTerm as Word
from kieumau.rules.facts import NO_DATE, Scalar
from kieumau.rules.measures import Kind, Measure, Reporting
from kieumau.wording import Lang, Text, say_number

__all__ = ["allowed_said", "number_format", "rule_of", "two_languages", "value_shown"]

_UNBOUNDED = Decimal(10**12)
_FIRST_DAY = date(1900, 3, 1)
_SPANS = {
    Reporting.QUARTER: Word.QUARTER,
    Reporting.MONTH: Word.MONTH,
    Reporting.POINT: Word.POINT,
}


def number_format(measure: Measure) -> str:
    """Return how the cells of a measure's values are formatted.

    A percentage is a percentage to the spreadsheet program too: what is typed, what is shown and
    what is read are then the same.
    """
    decimals = f".{'0' * measure.decimals}" if measure.decimals else ""
    match measure.kind:
        case Kind.INTEGER:
            return "#,##0"
        case Kind.NUMBER:
            return f"#,##0{decimals}"
        case Kind.PERCENT:
            return f"0{decimals}%"
        case Kind.DATE:
            return "dd/mm/yyyy"
        case _:
            return "General"


def allowed_said(measure: Measure, lang: Lang) -> str:
    """Return what may be written, briefly."""
    match measure.kind:
        case Kind.YES_NO:
            said = Word.YES_OR_NO.fill(lang)
        case Kind.CHOICE:
            said = " / ".join(each.name.say(lang) for each in measure.choices)
        case Kind.DATE:
            said = Word.A_DATE.fill(lang)
        case _:
            said = _bounds(measure, lang)
    span = _SPANS.get(measure.reporting)
    return f"{said}; {span.fill(lang)}" if span else said


def _bounds(measure: Measure, lang: Lang) -> str:
    sign = "%" if measure.kind is Kind.PERCENT else ""
    low, high = (
        f"{say_number(end, lang)}{sign}".replace(" ", "\u00a0")  # one number, one line
        for end in (measure.minimum, measure.maximum)
    )
    whole = measure.kind is Kind.INTEGER
    if measure.maximum >= _UNBOUNDED:
        said = (Word.WHOLE_FROM if whole else Word.AT_LEAST).fill(lang, low=low)
    else:
        said = (Word.WHOLE_BETWEEN if whole else Word.BETWEEN).fill(lang, low=low, high=high)
    return Word.DECIMALS.fill(lang, said=said, n=measure.decimals) if measure.decimals else said


def rule_of(measure: Measure, lang: Lang) -> Rule:
    """Return what may be typed as a measure's value."""
    allowed = allowed_said(measure, lang)
    title, error = measure.name.say(lang), Word.WRONG.fill(lang, allowed=allowed)
    match measure.kind:
        case Kind.YES_NO:
            words = (Word.YES.fill(lang), Word.NO.fill(lang))
            return Rule(RuleKind.LIST, choices=words, title=title, message=allowed, error=error)
        case Kind.CHOICE:
            choices = tuple(each.name.say(lang) for each in measure.choices)
            return Rule(RuleKind.LIST, choices=choices, title=title, message=allowed, error=error)
        case Kind.DATE:
            error = Word.WRONG_DATE.fill(lang)
            return Rule(RuleKind.DATE, _FIRST_DAY, None, (), title, allowed, error, strict=False)
        case Kind.INTEGER:
            kind, low, high = RuleKind.WHOLE, measure.minimum, measure.maximum
        case Kind.PERCENT:
            kind, low, high = RuleKind.DECIMAL, measure.minimum / 100, measure.maximum / 100
        case Kind.NUMBER:
            kind, low, high = RuleKind.DECIMAL, measure.minimum, measure.maximum
    return Rule(kind, low, high, (), title, allowed, error)


def value_shown(value: Scalar, measure: Measure, lang: Lang) -> PlanValue:
    """Return what stands in a cell for a value; it is read back the same."""
    if isinstance(value, bool) and measure.kind is Kind.YES_NO:
        return (Word.YES if value else Word.NO).fill(lang)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        if measure.kind is not Kind.PERCENT:
            return value
        share = Decimal(value) / 100
        return share if exact(repr(float(share))) == share else f"{Decimal(value):f}%"
    if measure.kind is Kind.DATE and value == NO_DATE:
        return Word.NOT_DONE.fill(lang)
    if measure.kind is Kind.CHOICE:
        names = (each.name.say(lang) for each in measure.choices if each.id == value)
        return next(names, value)
    return value


def two_languages(text: Text) -> str:
    """Return a text in one cell; two different languages each in a line of its own."""
    return text.vi if text.vi == text.en else f"vi: {text.vi}\nen: {text.en}"
