"""What sessions say: events and progress as lines, facts as words; Vietnamese and English."""

from collections.abc import Iterator, Mapping
from enum import unique

from kieumau.render.opening import OUTCOME
from kieumau.render.phrasebook import Phrase
from kieumau.render.speech import Voice, clean, speak
from kieumau.render.terms import Terms
from kieumau.render.values import fact_said
from kieumau.rules.facts import Fact
from kieumau.rules.measures import Measure
from kieumau.sessions.events import Derived, Event, Finished, LeafDecided, Started
from kieumau.sessions.progress import Move, Progress
from kieumau.truth import Truth
from kieumau.verdicts.findings import FindingKind, Status
from kieumau.wording import Count, Lang

__all__ = ["say_event", "say_fact", "say_progress"]

_STATUS = {
    Status.MET: Phrase.MET,
    Status.NOT_MET: Phrase.NOT_MET,
    Status.UNDETERMINED: Phrase.OPEN,
    Status.NOT_APPLICABLE: Phrase.NOT_ARISING,
    Status.WAIVED: Phrase.WAIVED,
}


@unique
class _Term(Terms):
    SET = ("Bộ tiêu chí", "Set")
    CRITERION = ("Tiêu chí", "Criterion")
    INDICATOR = ("Chỉ tiêu", "Indicator")
    RULE = ("Quy tắc gốc", "Rule as issued")
    APPLIES = ("Khi nào áp dụng", "Applies when")
    REQUIREMENT = ("Yêu cầu", "Requirement")
    GUARDED = ("Yêu cầu, trừ khi được miễn", "Requirement unless waived")
    WAIVER = ("Căn cứ miễn", "Waiver")
    CONDITION = ("Điều kiện", "Condition")

    TRUE = ("đúng", "met")
    FALSE = ("sai", "unmet")
    UNKNOWN = ("chưa rõ", "unknown")

    STARTED = (
        "{ward} ({code}), bộ «{standard}», bộ máy {engine}: suy luận từ đầu",
        "{ward} ({code}), standard “{standard}”, engine {engine}: from the beginning",
    )
    GOES_ON = (
        "{ward} ({code}), bộ «{standard}», bộ máy {engine}: suy luận tiếp",
        "{ward} ({code}), standard “{standard}”, engine {engine}: going on",
    )
    DECIDED = ("{truth}: {kind} «{title}»", "{truth}: {kind} “{title}”")
    DERIVED = (
        "{truth}: {kind} «{title}», vì {rule}: {because}",
        "{truth}: {kind} “{title}”, because {rule}: {because}",
    )
    ALWAYS = (
        "{truth}: {kind} «{title}», trong mọi trường hợp",
        "{truth}: {kind} “{title}”, whatever the facts",
    )
    GROUND = ("«{title}»", "“{title}”")
    BY_COUNT = ("{need}/{of} phần {truth}", "{need} of {of} {truth}")
    BY_SCORE = ("{need}/{of} điểm ứng với phần {truth}", "{need} of {of:point|points} {truth}")
    BY_NOT = ("điều ngược lại {truth}", "the opposite is {truth}")
    FINISHED = (
        "kết quả chung: {truth}; {decided} bước đã rõ, {open} bước chưa rõ",
        "as a whole: {truth}; {decided:step|steps} decided, {open} open",
    )

    NOTHING_NEW = ("Không có gì mới.", "Nothing new.")
    NO_MOVE = (
        "Chưa có tiêu chí, chỉ tiêu nào đổi trạng thái.",
        "No criterion or indicator has changed.",
    )
    MOVE = (
        "{kind} «{title}»: {before} → {after} (do: {because})",
        "{kind} “{title}”: {before} → {after} (from: {because})",
    )
    OUTCOME = ("Kết luận: {after}", "Outcome: {after}")
    OUTCOME_MOVED = ("Kết luận: {before} → {after}", "Outcome: {before} → {after}")


_TRUTH = {Truth.UNMET: _Term.FALSE, Truth.UNKNOWN: _Term.UNKNOWN, Truth.MET: _Term.TRUE}
_KIND = {kind: _Term[kind.name] for kind in FindingKind}
_RULE = {"count": _Term.BY_COUNT, "score": _Term.BY_SCORE, "not": _Term.BY_NOT}


def say_event(event: Event, lang: Lang) -> str:
    """Return an event as one line."""
    match event:
        case Started(ward, standard, engine, anew):
            term = _Term.STARTED if anew else _Term.GOES_ON
            return term.fill(
                lang,
                ward=clean(ward.name),
                code=clean(ward.code),
                standard=standard,
                engine=engine,
            )
        case LeafDecided(_, kind, title, truth):
            return _Term.DECIDED.fill(lang, **_step(kind, title.say(lang), truth, lang))
        case Derived():
            return _derived(event, lang)
        case Finished(truth, decided, open_):
            said = _TRUTH[truth].fill(lang)
            return _Term.FINISHED.fill(lang, truth=said, decided=Count(decided), open=open_)


def say_fact(fact: Fact, measure: Measure, lang: Lang) -> str:
    """Return what was supplied for a measure."""
    return speak(fact_said(fact, measure), Voice(lang))


def say_progress(made: Progress, lang: Lang) -> str:
    """Return what came in and what changed, a line each, and the outcome."""
    return "".join(f"{line}\n" for line in _progress(made, lang))


def _progress(made: Progress, lang: Lang) -> Iterator[str]:
    measures = {each.id: each for each in made.standard.measures}
    for fact in made.facts:
        yield _named(measures[fact.measure], say_fact(fact, measures[fact.measure], lang), lang)
    for fact in made.gone:
        yield _named(measures[fact.measure], Phrase.NOT_SUPPLIED.text.say(lang), lang)
    moves = (*made.criteria, *made.indicators)
    if not moves:
        yield (_Term.NO_MOVE if made else _Term.NOTHING_NEW).fill(lang)
    for move in moves:
        yield _moved(move, measures, lang)
    before, after = (OUTCOME[each].text.say(lang) for each in (made.before, made.outcome))
    term = _Term.OUTCOME if before == after else _Term.OUTCOME_MOVED
    yield term.fill(lang, before=before, after=after)
    if made.standard.reconstruction:
        yield Phrase.RECONSTRUCTION.text.say(lang)
    if made.invented:
        yield Phrase.INVENTED_FACTS.text.say(lang)


def _named(measure: Measure, said: str, lang: Lang) -> str:
    return f"{clean(measure.name.say(lang))}: {said}"


def _moved(move: Move, measures: Mapping[str, Measure], lang: Lang) -> str:
    line = _Term.MOVE.fill(
        lang,
        kind=_KIND[move.kind].fill(lang),
        title=clean(move.title.say(lang)),
        before=_STATUS[move.before].text.say(lang),
        after=_STATUS[move.after].text.say(lang),
        because=", ".join(clean(measures[id_].name.say(lang)) for id_ in move.because),
    )
    return line if move.about.counted else f"{line} [{Phrase.SHOWN_ONLY.text.say(lang)}]"


def _derived(event: Derived, lang: Lang) -> str:
    step = _step(event.kind, event.title.say(lang), event.truth, lang)
    if not event.because:
        return _Term.ALWAYS.fill(lang, **step)
    needed = Truth(2 - event.truth) if event.rule == "not" else event.truth
    rule = _RULE[event.rule].fill(
        lang, need=event.need, of=Count(event.of), truth=_TRUTH[needed].fill(lang)
    )
    grounds = dict.fromkeys(clean(each.title.say(lang)) for each in event.because)
    because = ", ".join(_Term.GROUND.fill(lang, title=title) for title in grounds)
    return _Term.DERIVED.fill(lang, **step, rule=rule, because=because)


def _step(kind: FindingKind, title: str, truth: Truth, lang: Lang) -> dict[str, str]:
    said = _TRUTH[truth].fill(lang)
    return {"truth": said, "kind": _KIND[kind].fill(lang), "title": clean(title)}
