"""Both sides of a change at a glance: a line each, for tables and summaries."""

from collections.abc import Iterable, Sequence
from typing import Final

from kieumau.documents.wire import to_data
from kieumau.language.format import spell_constant
from kieumau.plugins.composed import (
    Clarified,
    Composed,
    ComposedCriterion,
    ComposedIndicator,
    Conjunct,
    Waiver,
)
from kieumau.render.standard_conditions import condition_entry, tightened_said
from kieumau.render.standard_diff import Change, ChangeKind, Difference, Part
from kieumau.render.standard_page import Entry
from kieumau.render.standard_report import Teller
from kieumau.render.standard_words import Term
from kieumau.rules.conditions import Compare, Condition, MeasureRef
from kieumau.wording import LANGUAGES

__all__ = ["THRESHOLDS", "difference_data", "glances"]

THRESHOLDS: Final = (ChangeKind.TIGHTENED, ChangeKind.LOOSENED)
_NOTHING = "–"


def glances(change: Change, before: Teller, after: Teller) -> tuple[str, str]:
    """Return what was and what is, a line each; a dash where there is nothing."""
    if change.kind in THRESHOLDS and isinstance(change.after, Conjunct):
        return _thresholds(change.before, change.after, before, after)
    if change.kind is ChangeKind.WORDING_CHANGED:
        return _wordings(change, before, after)
    sides = ((change.before, before), (change.after, after))
    was, now = (_side(change.kind, part, teller) or _NOTHING for part, teller in sides)
    return was, now


def difference_data(difference: Difference) -> dict[str, object]:
    """Return what differs as plain data, each change with a line in both languages."""
    tellers = {
        lang: (Teller(difference.before, lang), Teller(difference.after, lang))
        for lang in LANGUAGES
    }
    return {
        "counts": {kind.value: n for kind, n in difference.counts.items()},
        "changes": [
            {
                "kind": change.kind.value,
                "criterion": change.criterion,
                "indicator": change.indicator,
                "title": to_data(change.title),
                "plugin": change.plugin,
                "before": _data(change.before),
                "after": _data(change.after),
                "said": {
                    lang: dict(zip(("before", "after"), glances(change, *both), strict=True))
                    for lang, both in tellers.items()
                },
                "rests": to_data(change.rests),
                "basis": to_data(change.basis),
            }
            for change in difference.changes
        ],
    }


def _data(part: Part) -> object:
    """Return one side as data; of the set only what is its own."""
    if not isinstance(part, Composed):
        return to_data(part)
    own = {name: getattr(part, name) for name in ("title", "rule", "allows", "fidelity", "note")}
    return {name: to_data(value) for name, value in own.items()}


def _thresholds(old: Part, new: Conjunct, before: Teller, after: Teller) -> tuple[str, str]:
    if isinstance(old, Conjunct):
        return _constant(old, before), _constant(new, after)
    said = tightened_said(new, after.composed.vocabulary, after.lang)
    return said or (_NOTHING, _constant(new, after))


def _constant(conjunct: Conjunct, teller: Teller) -> str:
    vocabulary = teller.composed.vocabulary
    match conjunct.condition:
        case Compare(id_, _, against) if not isinstance(against, MeasureRef):
            return spell_constant(against, vocabulary[id_], teller.lang)
        case _:
            return _flat([conjunct.condition], teller)


def _side(kind: ChangeKind, part: Part, teller: Teller) -> str:
    match kind, part:
        case ChangeKind.RULE_CHANGED, Composed():
            return teller.set_rule()
        case ChangeKind.PERMISSION_CHANGED, Composed():
            return teller.may_add(part.allows, Term.ADD_CRITERION)
        case ChangeKind.PERMISSION_CHANGED, ComposedCriterion():
            return teller.may_add(part.allows, Term.ADD_INDICATOR)
        case ChangeKind.POINTS_CHANGED, ComposedCriterion() | ComposedIndicator():
            points = part.points
            return "" if points is None else Term.POINTS.fill(teller.lang, n=points)
        case _, ComposedCriterion():
            return teller.criterion_rule(part)
        case ChangeKind.PERMISSION_CHANGED, ComposedIndicator():
            return teller.may(part)
        case ChangeKind.APPLICABILITY_CHANGED, ComposedIndicator():
            when = part.applies_when
            return _flat([when], teller) if when else Term.ALWAYS_APPLIES.fill(teller.lang)
        case _, ComposedIndicator():
            return _flat([each.condition for each in part.conjuncts], teller)
        case _, Conjunct():
            return _flat([part.condition], teller)
        case _, Waiver():
            return _joined((teller.waiver(part).entries[0].said, part.waive.basis.say(teller.lang)))
        case _, Clarified():
            return _clarified(part, teller)
        case _:
            return ""


def _clarified(part: Clarified, teller: Teller) -> str:
    said = teller.clarified(part)
    needs = part.clarify.evidence
    asked = (each for each in said.entries[: len(needs)])
    return _joined((said.said, *(f"{each.label}: {each.said}" for each in asked)))


def _flat(conditions: Sequence[Condition], teller: Teller) -> str:
    return _line(condition_entry(conditions, teller.composed.vocabulary, teller.lang, ""))


def _line(entry: Entry) -> str:
    """Return a condition on one line; what stands beneath it in brackets."""
    below = "; ".join(map(_line, entry.entries))
    return f"{entry.said} ({below})" if below else entry.said


def _wordings(change: Change, before: Teller, after: Teller) -> tuple[str, str]:
    """Return only what is worded differently."""
    pairs = zip(_worded(change.before, before), _worded(change.after, after), strict=True)
    differing = [(was or _NOTHING, now or _NOTHING) for was, now in pairs if was != now]
    return _joined(was for was, _ in differing), _joined(now for _, now in differing)


def _worded(part: Part, teller: Teller) -> tuple[str, ...]:
    """Return title, citations, source, note, and whether it counts."""
    lang = teller.lang
    match part:
        case Conjunct():
            title, counts, seen, scope = "", "", part.seen, part.scope
        case ComposedIndicator():
            title, counts = part.title.say(lang), teller.counts(part)
            seen, scope = part.seen, part.scope
        case ComposedCriterion() | Composed():
            title, counts, seen, scope = part.title.say(lang), "", None, None
        case _:
            return ("",) * 5
    cited = _joined(each.said for each in teller.citations(part.citations))
    source = _joined(each.said for each in teller.source(part.fidelity, seen, scope))
    note = part.note.say(lang) if part.note else ""
    return title, cited, source, note, counts


def _joined(said: Iterable[str]) -> str:
    """Return sentences as one line."""
    return "; ".join(each.removesuffix(".") for each in said if each)
