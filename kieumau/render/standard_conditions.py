"""Conditions of a standard for readers: canonical lines, one beneath the other where compound."""

from collections.abc import Sequence

from kieumau.language.format import line, spell_constant
from kieumau.language.names import Vocabulary
from kieumau.plugins.composed import ComposedIndicator, Conjunct
from kieumau.render.standard_page import Entry
from kieumau.render.standard_words import Term
from kieumau.rules.conditions import (
    All,
    Any,
    AtLeast,
    Compare,
    Condition,
    MeasureRef,
    Not,
    children,
)
from kieumau.wording import Lang

__all__ = ["condition_entry", "limit_said", "tightened_said"]


def condition_entry(
    conditions: Sequence[Condition], vocabulary: Vocabulary, lang: Lang, label: Term | str
) -> Entry:
    """Return conditions that must all hold as one entry under a label."""
    name = label.fill(lang) if isinstance(label, Term) else label
    whole = conditions[0] if len(conditions) == 1 else All(tuple(conditions))
    said = _entry(whole, vocabulary, lang)
    return Entry(said.said, name, entries=said.entries)


def _entry(condition: Condition, vocabulary: Vocabulary, lang: Lang) -> Entry:
    below = tuple(_entry(each, vocabulary, lang) for each in children(condition))
    match condition:
        case All() | Any() if len(below) == 1:
            return below[0]
        case All():
            return Entry(Term.ALL.fill(lang), listed=True, entries=below)
        case Any():
            return Entry(Term.ANY.fill(lang), listed=True, entries=below)
        case AtLeast(k):
            said = Term.AT_LEAST_K.fill(lang, k=k, n=len(below))
            return Entry(said, listed=True, entries=below)
        case Not() if not below[0].entries:
            return Entry(Term.NOT.fill(lang, condition=below[0].said), listed=True)
        case Not():
            return Entry(Term.NOT_ALL.fill(lang), listed=True, entries=below)
        case _:
            return Entry(line(condition, vocabulary, lang), listed=True)


def tightened_said(
    conjunct: Conjunct, vocabulary: Vocabulary, lang: Lang
) -> tuple[str, str] | None:
    """Return a threshold before and after it was made stricter; None for a further condition."""
    match conjunct.condition:
        case Compare(id_, _, against) if conjunct.before and not isinstance(against, MeasureRef):
            measure = vocabulary[id_]
            before = spell_constant(conjunct.before, measure, lang)
            return before, spell_constant(against, measure, lang)
        case _:
            return None


def limit_said(indicator: ComposedIndicator, vocabulary: Vocabulary, lang: Lang) -> str:
    """Return the strictest threshold a layer may set; empty when there is no limit."""
    limit = indicator.allows.tighten.up_to
    match indicator.conjuncts[0].condition:
        case Compare(id_) if limit is not None:
            return spell_constant(limit, vocabulary[id_], lang)
        case _:
            return ""
