"""The first screen: who, under what, the outcome and why, notices, and what is wanted."""

from collections.abc import Iterator

from kieumau.render.lines import Line, Role, Section
from kieumau.render.phrasebook import Phrase
from kieumau.render.points import (
    additions,
    lost,
    reached_said,
    rule_said,
    score_said,
    set_rule,
)
from kieumau.render.sources import RECORDED_BY
from kieumau.render.speech import Slot, joined, say
from kieumau.render.tree import counts_said, tally
from kieumau.render.values import fact_said, measure_name
from kieumau.rules.criteria import ALL
from kieumau.rules.measures import Kind, Measure
from kieumau.verdicts.findings import Finding, FindingKind, Status
from kieumau.verdicts.verdict import AssumedPolicy, MissingFact, Outcome, Verdict, WhyMissing
from kieumau.wording import Text

__all__ = ["OUTCOME", "caveats", "head", "notices", "reasons", "title", "wanted", "why"]

OUTCOME = {
    Outcome.MET: Phrase.MET,
    Outcome.NOT_MET: Phrase.NOT_MET,
    Outcome.UNDETERMINED: Phrase.OUTCOME_OPEN,
}
_MOST_NAMED = 5


def title(verdict: Verdict) -> Slot:
    """Return whose assessment it is."""
    ward = verdict.facts.ward
    return say(Phrase.TITLE, ward=ward.name, code=ward.code)


def head(verdict: Verdict) -> tuple[Line, ...]:
    """Return the period, the standard and the note on the figures."""
    period, standard = verdict.facts.period, verdict.standard
    days = say(Phrase.DAYS, first=period.first, last=period.last)
    under = say(Phrase.STANDARD_ON, title=standard.title, on=standard.on)
    lines = [
        Line(Role.IDENTITY, days, say(Phrase.PERIOD)),
        Line(Role.IDENTITY, under, say(Phrase.STANDARD)),
    ]
    if verdict.facts.note:
        lines.append(Line(Role.NOTE, verdict.facts.note, say(Phrase.FACTS_NOTE)))
    return tuple(lines)


def why(verdict: Verdict) -> tuple[Slot, ...]:
    """Return the outcome's reason in a sentence or two, and what it leans or rests on."""
    return (*reasons(verdict), *caveats(verdict))


def reasons(verdict: Verdict) -> tuple[Slot, ...]:
    """Return the outcome's reason in a sentence or two, and whether it leans."""
    counts = tally(verdict.indicators)
    said: list[Slot] = []
    match verdict.outcome:
        case Outcome.MET:
            said.append(_why_met(verdict))
        case Outcome.NOT_MET:
            said += _why_not_met(verdict)
        case Outcome.UNDETERMINED:
            said += _why_open(verdict)
    if verdict.outcome is not Outcome.UNDETERMINED and counts.undetermined:
        said.append(say(Phrase.STILL_OPEN, n=counts.undetermined))
    if any(each.leans for each in (verdict.explanation, set_rule(verdict))):
        said.append(say(Phrase.LEANS_SCORE if set_rule(verdict).score else Phrase.LEANS_SET))
    return tuple(said)


def caveats(verdict: Verdict) -> tuple[Slot, ...]:
    """Return what belongs to the headline itself: that the outcome rests on assumed thresholds."""
    if verdict.assumptions and verdict.standard.assumed is AssumedPolicy.COUNT:
        return (say(Phrase.RESTS_ON_ASSUMED, n=len(verdict.assumptions)),)
    return ()


def _why_met(verdict: Verdict) -> Slot:
    indicators, criteria = tally(verdict.indicators), tally(verdict.criteria)
    if not criteria.total:
        return say(Phrase.WHY_NONE_COUNTED)
    score = set_rule(verdict).score
    return say(
        Phrase.WHY_MET,
        rule=_set_rule(verdict, criteria.total),
        criteria=reached_said(score) if score else counts_said(criteria, Phrase.COUNT_MET),
        n=indicators.total,
        counts=counts_said(indicators, Phrase.COUNT_ON_EVIDENCE),
    )


def _set_rule(verdict: Verdict, total: int) -> Slot:
    """Return what the set asks for; where a layer added to a rule, the rule and the additions."""
    rule = set_rule(verdict)
    issued = rule.counts.total if rule.kind is FindingKind.RULE else total
    said = rule_said(rule.about.rule or ALL, issued, Phrase.N_CRITERIA, rule.score)
    more = sum(each.counts.total for each in additions(verdict))
    added = [say(Phrase.N_CRITERIA, n=total - issued)] if total > issued else []
    added += [say(Phrase.N_INDICATORS, n=more)] if more else []
    return say(Phrase.RULE_AND_ADDED, rule=said, added=joined(*added)) if added else said


def _why_not_met(verdict: Verdict) -> Iterator[Slot]:
    scored = set_rule(verdict)
    among = verdict.criteria
    if scored.score:
        yield say(Phrase.SCORE_IS, score=score_said(scored.score))
        if scored.status is Status.NOT_MET:
            yield say(Phrase.LOST, which=lost(scored))
        among = () if scored is verdict.explanation else verdict.explanation.children
        among = tuple(each for each in among if each is not scored)
    failed = [each for each in among if each.counted and each.status is Status.NOT_MET]
    which = joined(*(_failing(each) for each in failed), between="; ")
    if scored.score and failed:
        yield say(Phrase.FAILED_ADDED, which=which)
    elif failed:
        yield say(Phrase.WHY_NOT_MET, n=len(failed), which=which)


def _failing(criterion: Finding) -> Slot:
    """Return a criterion with the first of its indicators that are not met."""
    names: list[Slot] = [
        each.title
        for each in criterion.walk()
        if each.kind is FindingKind.INDICATOR and each.counted and each.status is Status.NOT_MET
    ]
    if not names:
        return say(Phrase.FAILING_BARE, criterion=criterion.title)
    if len(names) > _MOST_NAMED:
        names[_MOST_NAMED:] = [say(Phrase.AND_MORE, n=len(names) - _MOST_NAMED)]
    return say(Phrase.FAILING, criterion=criterion.title, indicators=joined(*names, between="; "))


def _why_open(verdict: Verdict) -> Iterator[Slot]:
    counts, score = tally(verdict.indicators), set_rule(verdict).score
    if not counts.total:
        yield say(Phrase.WHY_NONE_COUNTED)
    elif verdict.reason == "nothing-assessed":
        yield say(Phrase.WHY_NOTHING)
    else:
        if score:
            yield say(Phrase.SCORE_IS, score=score_said(score))
        if counts.not_met:
            yield say(Phrase.WHY_OPEN_FAILED, n=counts.undetermined, failed=counts.not_met)
        else:
            yield say(Phrase.WHY_OPEN, n=counts.undetermined)


def notices(verdict: Verdict) -> tuple[Slot, ...]:
    """Return what every rendering must say beside the outcome."""
    standard, said = verdict.standard, list[Slot]()
    if standard.reconstruction:
        said.append(say(Phrase.RECONSTRUCTION))
    if verdict.facts.invented:
        said.append(say(Phrase.INVENTED_FACTS))
    said += (
        say(Phrase.INVENTED_PLUGIN, plugin=each.title) for each in standard.plugins if each.invented
    )
    if verdict.as_if:
        said.append(say(Phrase.AS_IF, valid=standard.valid.said()))
    if verdict.ignored:
        names = Text(", ".join(verdict.ignored))
        said.append(say(Phrase.IGNORED, n=len(verdict.ignored), names=names))
    if verdict.assumptions and standard.assumed is AssumedPolicy.SHOW:
        said.append(say(Phrase.ASSUMED_SHOWN, n=len(verdict.assumptions)))
    return tuple(said)


def wanted(verdict: Verdict) -> Iterator[Section]:
    """Yield what would settle the outcome, the facts that do so alone first."""
    if not verdict.missing:
        return
    lines: list[Line] = []
    decided = verdict.outcome is not Outcome.UNDETERMINED
    alone = [each for each in verdict.missing if each.settles and not decided]
    others = [each for each in verdict.missing if each not in alone]
    if alone:
        lines.append(
            Line(Role.LEAD, say(Phrase.SETTLES_ONE if len(alone) == 1 else Phrase.SETTLES_ANY))
        )
        lines += (_missing(each, verdict) for each in alone)
    if others:
        scored = any(each.score for each in verdict.findings)
        together = Phrase.WANTED_SCORED if scored else Phrase.WANTED_TOGETHER
        lead = Phrase.WANTED_ALSO if alone else together
        lines.append(Line(Role.LEAD, say(Phrase.WANTED_IDLE if decided else lead)))
        lines += (_missing(each, verdict) for each in others)
    heading = Phrase.WANTED_OPEN if decided else Phrase.WANTED
    yield Section(say(heading), tuple(lines), essential=True)


def _missing(missing: MissingFact, verdict: Verdict) -> Line:
    measure = verdict.measures.get(missing.measure)
    name = measure_name(missing.measure, verdict.measures)
    lines: list[Line] = []
    if measure and measure.collection:
        lines.append(Line(Role.HOW, measure.collection, say(Phrase.COLLECTION)))
    if measure and measure.recorded_by:
        lines.append(Line(Role.HOW, say(RECORDED_BY[measure.recorded_by]), say(Phrase.RECORDED_BY)))
    wanting = joined(
        *(_indicator_title(each, verdict) for each in missing.indicators), between="; "
    )
    if missing.indicators:
        lines.append(Line(Role.HOW, wanting, say(Phrase.WANTED_BY)))
    said = say(Phrase.WANTED_AS, name=name, answer=_answer(measure)) if measure else name
    return Line(Role.MISSING, said, tags=(_why_missing(missing, verdict),), lines=tuple(lines))


def _indicator_title(id_: str, verdict: Verdict) -> Slot:
    return next((each.title for each in verdict.indicators if each.id == id_), id_)


def _why_missing(missing: MissingFact, verdict: Verdict) -> Slot:
    match missing.why:
        case WhyMissing.NOT_SUPPLIED:
            return say(Phrase.NOT_SUPPLIED)
        case WhyMissing.DECLARED_UNKNOWN:
            if missing.reason is None:
                return say(Phrase.UNKNOWN_BARE)
            return say(Phrase.DECLARED_UNKNOWN, reason=missing.reason)
        case WhyMissing.INEXACT:
            fact = verdict.facts.get(missing.measure)
            if fact is None:
                return say(Phrase.INEXACT)
            said = fact_said(fact, verdict.measures.get(missing.measure))
            return say(Phrase.INEXACT_AS, value=said)


def _answer(measure: Measure) -> Slot:
    """Return what kind of answer is asked for: its unit, or the choices."""
    match measure.kind:
        case Kind.YES_NO:
            return say(Phrase.ANSWER_YES_NO)
        case Kind.DATE:
            return say(Phrase.ANSWER_DATE)
        case Kind.PERCENT:
            return say(Phrase.ANSWER_PERCENT)
        case Kind.CHOICE:
            choices = joined(*(choice.name for choice in measure.choices), between="; ")
            return say(Phrase.ANSWER_CHOICE, choices=choices)
        case _:
            return measure.unit or say(Phrase.ANSWER_NUMBER)
