"""A verdict told at lengths: in a line, in a paragraph, along the path that decides, in full.

The shorter is made from the same parts as the longer, so that none contradicts another.
"""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from kieumau.render.decisive import deciding, deciding_indicators, turning_point
from kieumau.render.lines import ESSENTIAL, Line, Report, Role, Section
from kieumau.render.opening import OUTCOME, caveats, notices, reasons, wanted
from kieumau.render.phrasebook import Phrase
from kieumau.render.points import lost_most, score_said, set_rule
from kieumau.render.report import report
from kieumau.render.speech import Slot, joined, say
from kieumau.render.telling_words import Telling
from kieumau.render.tree import STATUS, counts_said, criteria_lines, tally
from kieumau.render.values import measure_name
from kieumau.verdicts.findings import Finding, Status
from kieumau.verdicts.verdict import Outcome, Verdict

__all__ = ["one_line", "paragraph", "path_report", "sentences"]

_MOST_NAMED = 5
_ON_PATH = ESSENTIAL | {Role.CITATION, Role.LAYER}


# --- one line


def one_line(verdict: Verdict) -> Slot:
    """Return the ward, the outcome and its chief reason, without a full stop."""
    ward = verdict.facts.ward
    match verdict.outcome:
        case Outcome.MET:
            reason = _met(verdict)
        case Outcome.NOT_MET:
            reason = _not_met(verdict)
        case Outcome.UNDETERMINED:
            reason = _open(verdict)
    outcome = say(OUTCOME[verdict.outcome])
    return say(Phrase.SUMMARY, ward=ward.name, code=ward.code, outcome=outcome, counts=reason)


def _met(verdict: Verdict) -> Slot:
    criteria, indicators = tally(verdict.criteria), tally(verdict.indicators)
    if not criteria.total:
        return say(Telling.NONE_COUNTS)
    score = set_rule(verdict).score
    if score:
        stand = score_said(score)
    elif criteria.met < criteria.total:
        counts = counts_said(criteria, Phrase.COUNT_MET)
        stand = say(Telling.STAND, n=criteria.total, counts=counts)
    else:
        few = {1: say(Telling.ONLY_MET), 2: say(Telling.BOTH_MET)}
        stand = few.get(criteria.total, say(Telling.ALL_MET, n=criteria.total))
    if indicators.met == indicators.total > 1:
        return say(Telling.IN_ALL_MET, criteria=stand, n=indicators.total)
    counts = counts_said(indicators, Phrase.COUNT_ON_EVIDENCE)
    return say(Telling.IN_ALL, criteria=stand, n=indicators.total, counts=counts)


def _not_met(verdict: Verdict) -> Slot:
    first = deciding_indicators(verdict)
    scored = set_rule(verdict)
    if scored.score is None:
        return _because(_failing(verdict), first)
    said = score_said(scored.score)
    if scored.status is not Status.NOT_MET:
        added = [each for each in verdict.explanation.decisive if each is not scored]
        return joined(said, _because(say(Telling.ADDED_FAIL, n=len(added)), first), between="; ")
    most = lost_most(scored)
    if most is None:
        return said
    return say(Telling.LOST_MOST, score=said, title=most.title, n=most.about.points or 0)


def _failing(verdict: Verdict) -> Slot:
    counts = tally(verdict.criteria)
    if counts.total == 1:
        return say(Telling.ONLY_FAILS)
    if counts.not_met == 1:
        return say(Telling.ONE_FAILS, n=1, of=counts.total)
    return say(Telling.SOME_FAIL, n=counts.not_met, of=counts.total)


def _because(what: Slot, indicators: Sequence[Finding]) -> Slot:
    """Return what fails, and the indicator it fails by; the first of several."""
    if not indicators:
        return what
    phrase = Telling.BECAUSE if len(indicators) == 1 else Telling.BECAUSE_FIRST
    return say(phrase, what=what, indicator=indicators[0].title)


def _open(verdict: Verdict) -> Slot:
    counts, score = tally(verdict.indicators), set_rule(verdict).score
    if not counts.total:
        return say(Telling.NONE_COUNTS)
    if verdict.reason == "nothing-assessed":
        return say(Telling.NOTHING_AROSE)
    said: list[Slot] = []
    if score:
        slots = {"reached": score.reached, "total": score.total, "needed": score.threshold}
        said.append(say(Telling.SCORE_SO_FAR, possible=score.possible, **slots))
    still, first = say(Telling.STILL_OPEN, n=counts.undetermined), deciding_indicators(verdict)
    if first:
        phrase = Telling.OPEN_ONE if counts.undetermined == 1 else Telling.OPEN_FROM
        still = say(phrase, what=still, indicator=first[0].title)
    said.append(still)
    if counts.not_met:
        said.append(say(Telling.FAIL_SO_FAR, n=counts.not_met))
    said += _settled(verdict)
    return joined(*said, between="; ")


def _settled(verdict: Verdict) -> Iterator[Slot]:
    alone = [each.measure for each in verdict.missing if each.settles]
    if len(alone) == 1:
        yield say(Telling.ONE_SETTLES, name=measure_name(alone[0], verdict.measures))
    elif alone:
        yield say(Telling.ANY_SETTLES, n=len(alone))
    elif verdict.missing:
        yield say(Telling.TO_SUPPLY, n=len(verdict.missing))


# --- a paragraph


def paragraph(verdict: Verdict) -> tuple[Slot, ...]:
    """Return the sentences of a paragraph: who, what, why, what is wanted, what to beware of."""
    ward, period = verdict.facts.ward, verdict.facts.period
    lead = say(
        Telling.LEAD,
        ward=ward.name,
        code=ward.code,
        first=period.first,
        last=period.last,
        standard=verdict.standard.title,
        outcome=say(OUTCOME[verdict.outcome]),
    )
    return (
        lead,
        *sentences(verdict),
        *_supply(verdict),
        *_self_reported(verdict),
        *caveats(verdict),
        *notices(verdict),
    )


def sentences(verdict: Verdict) -> tuple[Slot, ...]:
    """Return why the outcome is what it is, down to the test it turns on."""
    turning = turning_point(verdict)
    return (*reasons(verdict), *((turning,) if turning else ()), *_not_judged(verdict))


def _not_judged(verdict: Verdict) -> Iterator[Slot]:
    """Yield which indicators count towards a good outcome and were not judged on figures."""
    if verdict.outcome is not Outcome.MET:
        return
    which = [
        say(Telling.NOT_JUDGED_ONE, title=each.title, status=say(STATUS[each.status]))
        for each in verdict.indicators
        if each.counted and each.status in (Status.NOT_APPLICABLE, Status.WAIVED)
    ]
    if which:
        more = say(Phrase.AND_MORE, n=len(which) - _MOST_NAMED)
        yield say(Telling.NOT_JUDGED, which=_few(which, more))


def _supply(verdict: Verdict) -> Iterator[Slot]:
    if verdict.outcome is not Outcome.UNDETERMINED or not verdict.missing:
        return
    alone = [each.measure for each in verdict.missing if each.settles]
    ids = alone or [each.measure for each in verdict.missing]
    if len(alone) == 1:
        yield say(Telling.SETTLED_BY_ONE, name=measure_name(alone[0], verdict.measures))
        return
    phrase = Telling.SETTLED_BY_ANY if alone else Telling.SUPPLY
    yield say(phrase, n=len(ids), names=_named(ids, verdict))


def _self_reported(verdict: Verdict) -> Iterator[Slot]:
    if ids := verdict.self_reported(verdict.explanation):
        yield say(Telling.SELF_REPORTED, names=_named(ids, verdict))


def _named(ids: Sequence[str], verdict: Verdict) -> Slot:
    names = [measure_name(each, verdict.measures) for each in ids]
    return _few(names, say(Telling.AND_MORE, n=len(ids) - _MOST_NAMED))


def _few(said: Sequence[Slot], more: Slot) -> Slot:
    """Return the first few of a list, and how many more there are."""
    rest = (more,) if len(said) > _MOST_NAMED else ()
    return joined(*said[:_MOST_NAMED], *rest, between="; ")


# --- the path


def path_report(verdict: Verdict) -> Report:
    """Return the report with only what decides, each part with its citation."""
    ids = frozenset(each.id for each in deciding(verdict))
    sections = list[Section]()
    if verdict.outcome is Outcome.UNDETERMINED:
        sections += wanted(verdict)
    if lines := tuple(_on_path(criteria_lines(verdict), ids)):
        sections.append(Section(say(Telling.PATH), lines, marked=True))
    return evolve(report(verdict), sections=tuple(sections))


def _on_path(lines: Iterable[Line], ids: frozenset[str]) -> Iterator[Line]:
    for line in lines:
        kept = line.on_path(ids) if line.role in ESSENTIAL else None
        if kept is not None:
            yield kept.of_roles(_ON_PATH)
