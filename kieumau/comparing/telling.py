"""Telling: every difference in words, in both languages, and what it comes from."""

from typing import Final

from attrs import field, frozen

from kieumau.authoring.preview.readings import said, tightened
from kieumau.comparing.atoms import Atom, Value
from kieumau.comparing.origins import Origins
from kieumau.comparing.written import Placed, PlacedIndicator, Written
from kieumau.language.format import line, say
from kieumau.plugins.chain import Chain
from kieumau.plugins.composed import Composed, ComposedCriterion, ComposedIndicator
from kieumau.plugins.contract import threshold
from kieumau.render.difference_words import Word
from kieumau.render.phrasebook import Phrase
from kieumau.render.speech import say as speaking
from kieumau.render.values import fact_said
from kieumau.rules.citations import Fidelity
from kieumau.rules.conditions import Condition
from kieumau.rules.criteria import CriteriaSet, Criterion, Indicator, Rule, RuleKind
from kieumau.rules.facts import Evidence, Fact
from kieumau.rules.measures import Measure
from kieumau.rules.periods import Period
from kieumau.rules.refinements import (
    AddCriterion,
    AddIndicator,
    Clarify,
    Refinement,
    Tighten,
    Waive,
)
from kieumau.standard import standard_of
from kieumau.verdicts.difference import Differing, DifferingKind
from kieumau.verdicts.record import AssumedPolicy
from kieumau.wording import LANGUAGES, Text, say_date, say_number

__all__ = ["Pair", "Teller", "evidence_said", "rule_said"]

_SORTS: Final = {
    "fact": DifferingKind.FACT,
    "period": DifferingKind.PERIOD,
    "measure": DifferingKind.MEASURE,
    "set": DifferingKind.SET_RULE,
    "criterion": DifferingKind.CRITERION,
    "indicator": DifferingKind.INDICATOR,
    "assumed": DifferingKind.ASSUMED,
    "standard": DifferingKind.STANDARD,
}
_REFINEMENTS: Final = {
    AddCriterion: DifferingKind.CRITERION,
    AddIndicator: DifferingKind.INDICATOR,
    Clarify: DifferingKind.CLARIFICATION,
    Waive: DifferingKind.WAIVER,
}


@frozen
class Teller:
    """One side's words: its parts are told of by what it was composed of."""

    written: Written
    composed: Composed
    _below: dict[str, Composed] = field(factory=dict, eq=False)

    def value(self, value: Value) -> Text | None:
        """Return what stands on this side of an atom; None for nothing."""
        match value:
            case None:
                return None
            case Fact(id_):
                return said(fact_said(value, self.composed.vocabulary.get(id_)))
            case Period():
                return period_said(value)
            case Measure():
                return _measure(value)
            case CriteriaSet(rule=rule):
                return rule_said(rule, len(self.composed.issued), Phrase.N_CRITERIA)
            case Criterion():
                return _criterion(value)
            case PlacedIndicator(_, indicator):
                return self.indicator(indicator)
            case Placed():
                return self.refinement(value)
            case AssumedPolicy():
                return (Word.COUNT if value is AssumedPolicy.COUNT else Word.SHOW).text
            case Chain():
                return Text(self.composed.id)

    def indicator(self, indicator: Indicator) -> Text:
        """Return what an indicator requires, when it applies and what it is worth."""
        asked = self.condition(indicator.requires)
        if indicator.applies_when is not None:
            asked = Word.WHEN.both(said=asked, when=self.condition(indicator.applies_when))
        if indicator.points is not None:
            asked = Word.WORTH.both(said=asked, n=indicator.points)
        return Word.IS_ASSUMED.both(said=asked) if indicator.fidelity is Fidelity.ASSUMED else asked

    def condition(self, condition: Condition) -> Text:
        """Return a condition on one line."""
        return Text(*(say(condition, self.composed.vocabulary, lang) for lang in LANGUAGES))

    def refinement(self, placed: Placed) -> Text | None:
        """Return what a refinement asks for, says, or releases from."""
        match placed.refinement:
            case AddCriterion(criterion):
                return _criterion(criterion)
            case AddIndicator(_, indicator):
                return self.indicator(indicator)
            case Tighten() as tighten:
                asked = tightened(tighten, self.below(placed.plugin))
                both = (
                    "; ".join(say(each, self.composed.vocabulary, lang) for each in asked)
                    for lang in LANGUAGES
                )
                return Text(*both)
            case Waive(basis=basis, when=when):
                return self.condition(when) if when else basis
            case Clarify(guidance=guidance, evidence=evidence):
                asked_for = "; ".join(f"{each.measure}: {each.needs.value}" for each in evidence)
                return guidance or Text(asked_for or "-")

    def without(self, placed: Placed) -> Text | None:
        """Return the threshold that holds where a tightening is not there."""
        match placed.refinement:
            case Tighten(target=target, also=None):
                found = next((each for each in self.composed.indicators if each.id == target), None)
                now = threshold(found) if found else None
                if now is None:
                    return None
                return Text(*(line(now, self.composed.vocabulary, lang) for lang in LANGUAGES))
        return None

    def below(self, plugin: str) -> Composed:
        """Return what the layers below a plugin compose to."""
        if plugin not in self._below:
            chain = self.written.chain
            layers = dict(zip((each.id for each in chain.plugins), chain.layers, strict=True))
            under = [each for each in chain.plugins if layers[each.id] < layers[plugin]]
            depths = tuple(layers[each.id] for each in under)
            kept = Chain(tuple(under), depths, (under[-1].id,))
            self._below[plugin] = standard_of(kept, self.written.on, self.written.assumed).composed
        return self._below[plugin]

    def title(self, id_: str) -> Text | None:
        """Return the title of an indicator or criterion on this side."""
        named: tuple[ComposedCriterion | ComposedIndicator, ...] = (
            *self.composed.criteria,
            *self.composed.indicators,
        )
        return {each.id: each.title for each in named}.get(id_)


@frozen
class Pair:
    """The two tellers, and where differences come from."""

    a: Teller
    b: Teller
    origins: Origins

    def differing(self, number: int, atom: Atom) -> Differing:
        """Return an atom in words."""
        kind = _kind(atom)
        before, after = self.a.value(atom.before), self.b.value(atom.after)
        if kind is DifferingKind.EVIDENCE:
            before, after = (evidence_said(each) for each in (atom.before, atom.after))
        elif isinstance(atom.before, Placed) and atom.after is None:
            after = self.b.without(atom.before)
        elif isinstance(atom.after, Placed) and atom.before is None:
            before = self.a.without(atom.after)
        because, source = self.origins.of(atom)
        return Differing(
            number,
            kind,
            self.about(atom),
            self.title(atom),
            before,
            after,
            because,
            source,
            atom.acts,
        )

    def about(self, atom: Atom) -> str:
        """Return the id of what an atom is about."""
        if atom.key[0] in ("set", "standard", "assumed"):
            return self.b.composed.id
        if atom.key[0] == "period":
            return ""
        return atom.key[2] if atom.key[0] == "refinement" else atom.key[1]

    def title(self, atom: Atom) -> Text:
        """Return the title of what an atom is about."""
        id_ = self.about(atom)
        sort = atom.key[0]
        if sort == "period":
            return Word.PERIOD.text
        if sort in ("set", "standard", "assumed"):
            return self.b.composed.title
        if sort in ("fact", "measure"):
            found = self.b.composed.vocabulary.get(id_) or self.a.composed.vocabulary.get(id_)
            return found.name if found else Text(id_)
        return self.b.title(id_) or self.a.title(id_) or _own_title(atom) or Text(id_)


def _own_title(atom: Atom) -> Text | None:
    part = atom.after or atom.before
    if isinstance(part, PlacedIndicator):
        return part.indicator.title
    return part.title if isinstance(part, Criterion) else None


def _kind(atom: Atom) -> DifferingKind:
    if atom.key[0] == "fact" and not atom.acts:
        return DifferingKind.EVIDENCE
    placed = atom.after or atom.before
    if not isinstance(placed, Placed):
        return _SORTS[atom.key[0]]
    refinement: Refinement = placed.refinement
    if isinstance(refinement, Tighten):
        plain = refinement.also is None
        return DifferingKind.THRESHOLD if plain else DifferingKind.CONDITION
    return _REFINEMENTS[type(refinement)]


def evidence_said(fact: object) -> Text | None:
    """Return what a fact rests on, in a line; None for nothing."""
    evidence = fact.evidence if isinstance(fact, Fact) else None
    if not isinstance(evidence, Evidence):
        return None
    day = say_date(evidence.date) if evidence.date else ""
    parts = (evidence.source, evidence.document, day, evidence.url, evidence.note)
    return Text("; ".join(each for each in parts if each) or "-")


def period_said(period: Period) -> Text:
    """Return a period's days."""
    return said(speaking(Phrase.DAYS, first=period.first, last=period.last))


def rule_said(rule: Rule, n: int, noun: Phrase) -> Text:
    """Return what a rule asks of what stands under it."""
    counted = said(speaking(noun, n=n))
    if rule.kind is RuleKind.SCORE:
        return Word.RULE_POINTS.both(k=rule.k)
    if rule.needed(n) == n:
        return Word.RULE_ALL.both(n=counted)
    return Word.RULE_AT_LEAST.both(k=rule.needed(n), n=counted)


def _criterion(criterion: Criterion) -> Text:
    rule = rule_said(criterion.rule, len(criterion.indicators), Phrase.N_INDICATORS)
    if not criterion.indicators:
        rule = _bare_rule(criterion.rule)
    return Word.WORTH.both(said=rule, n=criterion.points) if criterion.points else rule


def _bare_rule(rule: Rule) -> Text:
    """Return a rule whose children are differences of their own."""
    match rule.kind:
        case RuleKind.ALL:
            return Word.EVERY.text
        case RuleKind.SCORE:
            return Word.RULE_POINTS.both(k=rule.k)
        case _:
            return Word.RULE_BARE.both(k=rule.k or 1)


def _measure(measure: Measure) -> Text:
    ends = (
        Text(*(say_number(each, lang) for lang in LANGUAGES))
        for each in (measure.minimum, measure.maximum)
    )
    low, high = ends
    bounds = Word.BOUNDS.both(low=low, high=high)
    if measure.parts:
        bounds = Word.DERIVED.both(said=bounds, parts=", ".join(measure.parts))
    return bounds
