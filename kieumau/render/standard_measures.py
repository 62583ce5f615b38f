"""Measures in words, and which indicators use them."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from kieumau.language.names import Vocabulary
from kieumau.plugins.composed import Composed, ComposedCriterion, ComposedIndicator
from kieumau.render.sources import FIELDS, RECORDED_BY
from kieumau.render.standard_page import Entry
from kieumau.render.standard_words import Term
from kieumau.rules.conditions import Condition, measures_in
from kieumau.rules.measures import (
    Change,
    Difference,
    IfZero,
    Kind,
    Measure,
    Ratio,
    Reporting,
    Sum,
)
from kieumau.wording import Lang, say_number

__all__ = [
    "by_criterion",
    "derivation_said",
    "evidence_asked",
    "kind_said",
    "measure_entry",
    "named_by",
    "recorded_said",
    "used_by",
    "with_parts",
]

_UNBOUNDED = Decimal(10**12)


def named_by(indicator: ComposedIndicator) -> tuple[str, ...]:
    """Return the measures an indicator's conditions name, in reading order, each once."""
    conditions: list[Condition] = [each.condition for each in indicator.conjuncts]
    if indicator.applies_when:
        conditions.insert(0, indicator.applies_when)
    conditions += [each.waive.when for each in indicator.waivers if each.waive.when]
    named = (id_ for condition in conditions for id_ in measures_in(condition))
    return tuple(dict.fromkeys(named))


def with_parts(ids: Iterable[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return measures with what they derive from, parts before the whole, each once."""
    found: dict[str, None] = {}
    for id_ in ids:
        measure = vocabulary.get(id_)
        found.update(dict.fromkeys(with_parts(measure.parts if measure else (), vocabulary)))
        found[id_] = None
    return tuple(found)


def used_by(composed: Composed) -> Mapping[str, tuple[ComposedIndicator, ...]]:
    """Return the indicators that need each measure, directly or through what derives from it."""
    uses: dict[str, list[ComposedIndicator]] = {}
    for indicator in composed.indicators:
        for id_ in with_parts(named_by(indicator), composed.vocabulary):
            uses.setdefault(id_, []).append(indicator)
    return {id_: tuple(indicators) for id_, indicators in uses.items()}


def by_criterion(composed: Composed) -> Iterator[tuple[ComposedCriterion, tuple[Measure, ...]]]:
    """Yield each criterion with the measures it is the first to need, parts before the whole."""
    seen: set[str] = set()
    for criterion in composed.criteria:
        named = [id_ for each in criterion.indicators for id_ in named_by(each)]
        fresh = [id_ for id_ in with_parts(named, composed.vocabulary) if id_ not in seen]
        seen.update(fresh)
        yield criterion, tuple(composed.vocabulary[id_] for id_ in fresh)


def evidence_asked(id_: str, users: Iterable[ComposedIndicator], lang: Lang) -> tuple[str, ...]:
    """Return the evidence that layers ask a measure's fact to carry, each once."""
    needs = (
        FIELDS[need.needs].text.say(lang)
        for user in users
        for clarified in user.clarified
        for need in clarified.clarify.evidence
        if need.measure == id_
    )
    return tuple(dict.fromkeys(needs))


def measure_entry(measure: Measure, composed: Composed, users: str, lang: Lang) -> Entry:
    """Return everything said of one measure."""
    said = [Entry(kind_said(measure, lang), Term.KIND.fill(lang))]
    if measure.derived:
        how = derivation_said(measure, composed.vocabulary, lang)
        said.append(Entry(how, Term.DERIVED.fill(lang)))
    if measure.collection:
        said.append(Entry(measure.collection.say(lang), Term.COLLECTION.fill(lang)))
    if measure.recorded_by:
        said.append(Entry(recorded_said(measure, lang), Term.RECORDED_BY.fill(lang)))
    if measure.caution:
        said.append(Entry(measure.caution.say(lang), Term.CAUTION.fill(lang)))
    said.append(Entry(users or Term.UNUSED.fill(lang), Term.USED_BY.fill(lang)))
    return Entry(measure.name.say(lang), key=measure.id, heading=True, entries=tuple(said))


def recorded_said(measure: Measure, lang: Lang) -> str:
    """Return who writes the figure down; empty when that is not said."""
    return RECORDED_BY[measure.recorded_by].text.say(lang) if measure.recorded_by else ""


def kind_said(measure: Measure, lang: Lang) -> str:
    """Return the kind of a measure's values with unit, bounds and the span they are about."""
    match measure.kind:
        case Kind.INTEGER:
            said = [Term.INTEGER.fill(lang)]
        case Kind.NUMBER:
            said = [Term.NUMBER.fill(lang)]
        case Kind.PERCENT:
            said = [Term.PERCENT.fill(lang)]
        case Kind.YES_NO:
            said = [Term.YES_NO.fill(lang)]
        case Kind.CHOICE:
            choices = "; ".join(each.name.say(lang) for each in measure.choices)
            said = [Term.CHOICE.fill(lang, choices=choices)]
        case Kind.DATE:
            said = [Term.DATE.fill(lang)]
    if measure.kind.numeric:
        said += _numeric(measure, lang)
    match measure.reporting:
        case Reporting.QUARTER:
            said.append(Term.QUARTER.fill(lang))
        case Reporting.MONTH:
            said.append(Term.MONTH.fill(lang))
        case Reporting.POINT:
            said.append(Term.POINT.fill(lang))
        case Reporting.YEAR:
            pass
    return "; ".join(said)


def _numeric(measure: Measure, lang: Lang) -> list[str]:
    said = []
    if measure.unit and measure.kind is not Kind.PERCENT:
        said.append(Term.UNIT.fill(lang, unit=measure.unit.say(lang)))
    low, high = say_number(measure.minimum, lang), say_number(measure.maximum, lang)
    if abs(measure.maximum) < _UNBOUNDED:
        said.append(Term.WITHIN.fill(lang, low=low, high=high))
    elif measure.minimum != 0:
        said.append(Term.FROM.fill(lang, low=low))
    if measure.decimals:
        said.append(Term.DECIMALS.fill(lang, n=measure.decimals))
    return said


def derivation_said(measure: Measure, vocabulary: Vocabulary, lang: Lang) -> str:
    """Return how a measure follows from others, in words."""

    def name(id_: str) -> str:
        found = vocabulary.get(id_)
        return f"«{found.name.say(lang) if found else id_}»"

    match measure.derived:
        case Sum(of):
            return Term.SUM.fill(lang, of=", ".join(map(name, of)))
        case Difference(of, less):
            return Term.DIFFERENCE.fill(lang, of=name(of), less=name(less))
        case Ratio(of, to):
            term = Term.RATIO_PERCENT if measure.kind is Kind.PERCENT else Term.RATIO
            return f"{term.fill(lang, of=name(of), to=name(to))}; {_if_zero(measure, lang)}"
        case Change(start, end):
            said = Term.CHANGE.fill(lang, start=name(start), end=name(end))
            return f"{said}; {_if_zero(measure, lang)}"
        case None:
            return ""


def _if_zero(measure: Measure, lang: Lang) -> str:
    match measure.if_zero:
        case IfZero.NOT_APPLICABLE:
            return Term.ZERO_FALLS.fill(lang)
        case IfZero.UNKNOWN:
            return Term.ZERO_OPEN.fill(lang)
        case IfZero.MET:
            return Term.ZERO_MET.fill(lang)
        case IfZero.UNMET:
            return Term.ZERO_UNMET.fill(lang)
