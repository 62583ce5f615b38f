"""A programme's targets for readers: how many units, by which day, on what basis."""

from collections.abc import Iterator, Mapping
from typing import Final

from kieumau.documents.wire import to_data
from kieumau.render.standard_page import Entry
from kieumau.render.standard_words import Term
from kieumau.rules.targets import (
    AtLeastShare,
    AtLeastUnits,
    Counted,
    ExactlyUnits,
    Goal,
    MoreThan,
    Per,
    Target,
    Targets,
)
from kieumau.wording import Lang, say_date, say_number

__all__ = ["target_entry", "targets_data"]

_WHOLE = 100
_COUNTED: Final[Mapping[Counted, Term]] = {
    Counted.MEETING: Term.TARGET_MEETING,
    Counted.RECOGNISED: Term.TARGET_RECOGNISED,
    Counted.REGISTERED: Term.TARGET_REGISTERED,
}
_PER: Final[Mapping[Per, Term]] = {
    Per.PROVINCE: Term.TARGET_PROVINCE,
    Per.DISTRICT: Term.TARGET_DISTRICT,
}


def target_entry(target: Target, among: Targets, basis: tuple[Entry, ...], lang: Lang) -> Entry:
    """Return everything said of one target.

    Parameters
    ----------
    among
        The targets it is one of; it may speak of another.
    basis
        What is said of its citations, source and note.
    """
    said = tuple(_said(target, among, lang))
    return Entry(target.title.say(lang), key=target.id, heading=True, entries=(*said, *basis))


def targets_data(targets: Targets) -> dict[str, object]:
    """Return targets as plain data, each goal with the word that says which kind it is."""
    if targets.unknown:
        return {"unknown": to_data(targets.unknown)}
    return {"of": [_data(each) for each in targets.of]}


def _data(target: Target) -> dict[str, object]:
    exceptions = [
        {"group": each.group, "name": to_data(each.name), "goal": _goal_data(each.goal)}
        for each in target.exceptions
    ]
    return {**to_data(target), "goal": _goal_data(target.goal), "exceptions": exceptions}


def _goal_data(goal: Goal) -> dict[str, object]:
    match goal:
        case AtLeastShare(percent):
            return {"at_least_percent": to_data(percent)}
        case AtLeastUnits(units):
            return {"at_least": units}
        case ExactlyUnits(units):
            return {"exactly": units}
        case MoreThan(target):
            return {"more_than": target}


def _said(target: Target, among: Targets, lang: Lang) -> Iterator[Entry]:
    yield Entry(say_date(target.by), Term.TARGET_BY.fill(lang))
    yield Entry(_goal(target.goal, among, lang), Term.TARGET_GOAL.fill(lang))
    for each in target.exceptions:
        label = Term.TARGET_EXCEPT.fill(lang, name=each.name.say(lang))
        yield Entry(_goal(each.goal, among, lang), label)
    yield Entry(_COUNTED[target.count].fill(lang), Term.TARGET_COUNTS.fill(lang))
    yield Entry(_PER[target.per].fill(lang), Term.TARGET_PER.fill(lang))


def _goal(goal: Goal, among: Targets, lang: Lang) -> str:
    match goal:
        case AtLeastShare(percent) if percent == _WHOLE:
            return Term.TARGET_ALL.fill(lang)
        case AtLeastShare(percent):
            return Term.TARGET_SHARE.fill(lang, percent=say_number(percent, lang))
        case AtLeastUnits(units):
            return Term.TARGET_AT_LEAST.fill(lang, n=units)
        case ExactlyUnits(units):
            return Term.TARGET_EXACTLY.fill(lang, n=units)
        case MoreThan(earlier):
            titles = (each.title.say(lang) for each in among.of if each.id == earlier)
            return Term.TARGET_MORE.fill(lang, target=next(titles, earlier))
