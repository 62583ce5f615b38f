"""Refinements in words: what each asks for, of what, and on what basis."""

from collections.abc import Sequence

from kieumau.authoring.preview.causes import target_of
from kieumau.authoring.preview.readings import tightened
from kieumau.language.format import line, say, spell_constant
from kieumau.plugins.composed import Composed
from kieumau.plugins.contract import threshold
from kieumau.render.preview_data import RefinementKind, RefinementSaid
from kieumau.render.preview_words import Word
from kieumau.rules.citations import Citation
from kieumau.rules.conditions import All, Any, Condition
from kieumau.rules.criteria import Criterion, RuleKind
from kieumau.rules.refinements import (
    AddCriterion,
    AddIndicator,
    Clarify,
    Refinement,
    Tighten,
    Waive,
)
from kieumau.wording import LANGUAGES, Lang, Text

__all__ = ["in_words"]


def in_words(
    number: int, refinement: Refinement, below: Composed, full: Composed, shifted: int
) -> RefinementSaid:
    """Return one refinement in words."""
    titles = {each.id: each.title for each in full.criteria}
    titles |= {each.id: each.title for each in full.indicators}
    target = target_of(refinement)
    kind, said, citations = _kind_of(refinement, below, full)
    return RefinementSaid(
        number,
        kind,
        target,
        titles.get(target, Text(target)),
        said,
        _basis(citations, full),
        str(refinement.place),
        shifted,
    )


def _kind_of(
    refinement: Refinement, below: Composed, full: Composed
) -> tuple[RefinementKind, Text, Sequence[Citation]]:
    match refinement:
        case AddCriterion(criterion):
            return RefinementKind.ADD_CRITERION, _rule(criterion), criterion.citations
        case AddIndicator(indicator=indicator):
            requires = _condition(indicator.requires, full)
            return RefinementKind.ADD_INDICATOR, requires, indicator.citations
        case Tighten(also=None):
            return RefinementKind.TIGHTEN, _threshold(refinement, below, full), refinement.citations
        case Tighten():
            asked = Text(
                *(
                    "; ".join(
                        say(each, full.vocabulary, lang) for each in tightened(refinement, below)
                    )
                    for lang in LANGUAGES
                )
            )
            return RefinementKind.ALSO, asked, refinement.citations
        case Waive(when=when):
            said = _condition(when, full) if when else Word.ALWAYS.text
            return RefinementKind.WAIVE, said, refinement.citations
        case Clarify():  # pragma: no cover (it can change nothing and is not tried)
            raise TypeError(refinement)


def _condition(condition: Condition, composed: Composed) -> Text:
    vi, en = (say(condition, composed.vocabulary, lang) for lang in LANGUAGES)
    bracketed = isinstance(condition, All | Any) and len(condition.of) > 1
    return Text(vi[1:-1], en[1:-1]) if bracketed else Text(vi, en)


def _threshold(refinement: Tighten, below: Composed, full: Composed) -> Text:
    """Return a threshold before and after: ``tỷ lệ người dân hài lòng ≥ 90% → 95%``."""
    target = next((each for each in below.indicators if each.id == refinement.target), None)
    before = threshold(target) if target else None
    if before is None or refinement.to is None:
        return Text("?")
    measure = full.vocabulary[before.measure]
    vi, en = (
        f"{line(before, full.vocabulary, lang)} → {spell_constant(refinement.to, measure, lang)}"
        for lang in LANGUAGES
    )
    return Text(vi, en)


def _rule(criterion: Criterion) -> Text:
    rule, n = criterion.rule, len(criterion.indicators)
    vi, en = (
        "; ".join(each.title.say(lang) for each in criterion.indicators) for lang in LANGUAGES
    )
    titles = Text(vi, en)
    if rule.kind is RuleKind.SCORE:
        return Word.RULE_POINTS.both(k=rule.k, n=n, titles=titles)
    if rule.needed(n) == n:
        return Word.RULE_ALL.both(n=n, titles=titles)
    return Word.RULE_AT_LEAST.both(k=rule.needed(n), n=n, titles=titles)


def _basis(citations: Sequence[Citation], composed: Composed) -> Text | None:
    known = {each.id: each for each in composed.instruments}

    def cited(citation: Citation, lang: Lang) -> str:
        instrument = known.get(citation.instrument)
        name = citation.instrument
        if instrument:
            name = instrument.number or instrument.title.say(lang)
        return f"{name}, {citation.at.say(lang)}" if citation.at else name

    if not citations:
        return None
    return Text(*("; ".join(cited(each, lang) for each in citations) for lang in LANGUAGES))
