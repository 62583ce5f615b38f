"""The cases of a new plugin: each kind of refinement seen at work, with outcomes really reached."""

import json
from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from kieumau.authoring.scaffold.choosing import Chosen
from kieumau.authoring.scaffold.pages import Names, scalar
from kieumau.authoring.scaffold.values import Changes
from kieumau.authoring.scaffold.wards import Start, changed, tried
from kieumau.documents.factsets import FactSet
from kieumau.documents.fields import read_day
from kieumau.language.names import Vocabulary
from kieumau.standard import Standard
from kieumau.verdicts.findings import Status
from kieumau.verdicts.record import Outcome
from kieumau.wording import Text

__all__ = ["case_lines"]

_FIRST = "du-moi-chi-tieu"
_ENOUGH, _TOO_FEW = 2, 1
_MET, _UNMET = Status.MET, Status.NOT_MET
_UNKNOWN, _WAIVED = Status.UNDETERMINED, Status.WAIVED


@frozen
class _Trial:
    """A case to be: how it differs from the first, and the status it is written to show."""

    id: str
    sentence: Text
    changes: Changes
    shows: tuple[tuple[str, Status], ...]
    missing: bool = False


def case_lines(standard: Standard, start: Start, chosen: Chosen, names: Names) -> str:
    """Return the entries of the case file; a case that does not show what it should is left out."""
    first, *others = _trials(start, chosen, names)
    base = changed(start.facts, first.changes)
    lines = [*_lines(standard, first, base, base, whole=True)]
    for trial in others:
        facts = changed(base, trial.changes)
        lines += _lines(standard, trial, facts, base, whole=False)
    return "\n".join(lines)


def _trials(start: Start, chosen: Chosen, names: Names) -> Iterator[_Trial]:
    yield _first(start, chosen, names)
    if each := chosen.tighten:
        title, target = each.target.title, each.target.id
        yield _Trial(
            f"chua-dat-muc-cua-tinh-{target}",
            Text(
                f"Sát ngưỡng của tỉnh mà chưa tới, dù đạt bộ nền, thì không đạt: {title.vi}.",
                f"Just short of the province's threshold, though not of the base's: {title.en}.",
            ),
            each.missed,
            ((target, _UNMET),),
        )
    if chosen.criterion:
        yield _Trial(
            f"thieu-{names.indicator}",
            Text(
                "Ít hơn một lần so với số tỉnh yêu cầu thì chỉ tiêu tỉnh bổ sung không đạt.",
                "One fewer than the province asks for fails the indicator it added.",
            ),
            {names.dialogues: _TOO_FEW},
            ((names.indicator, _UNMET),),
        )
        yield _Trial(
            f"chua-co-so-lieu-{names.indicator}",
            Text(
                "Chưa có số liệu của chỉ tiêu bổ sung thì chưa đủ căn cứ.",
                "Without the figure of the added indicator it cannot be decided.",
            ),
            {names.dialogues: None},
            ((names.indicator, _UNKNOWN),),
            missing=start.whole,
        )
    elif each := chosen.tighten:
        yield _Trial(
            f"chua-co-so-lieu-{each.target.id}",
            Text(
                "Chưa có số liệu của chỉ tiêu tỉnh thắt chặt thì chưa đủ căn cứ.",
                "Without the figures of the tightened indicator it cannot be decided.",
            ),
            dict.fromkeys(each.met),
            ((each.target.id, _UNKNOWN),),
        )
    yield from _waivers(chosen, names)


def _first(start: Start, chosen: Chosen, names: Names) -> _Trial:
    changes: Changes = {}
    shows: list[tuple[str, Status]] = []
    if chosen.tighten:
        changes |= chosen.tighten.met
        shows.append((chosen.tighten.target.id, _MET))
    if chosen.criterion:
        changes[names.dialogues] = _ENOUGH
        shows.append((names.indicator, _MET))
    if chosen.waive:
        changes[names.new_ward] = False
    said = Text(
        "Phường đủ mọi số liệu, vừa đúng các ngưỡng của tỉnh, thì đạt.",
        "A ward with every figure in order, just at the province's thresholds, meets the set.",
    )
    if not start.whole:
        said = Text(
            "Phường vừa đúng các ngưỡng của tỉnh; những số liệu khác chưa có.",
            "A ward just at the province's thresholds; other figures are not there yet.",
        )
    known = () if start.whole else tuple(shows)
    targets = [each.target.id for each in (chosen.clarify, chosen.waive) if each]
    shows += [(id_, _MET) for id_ in targets if start.whole and (id_, _MET) not in shows]
    return _Trial(_FIRST, said, changes, known or tuple(shows))


def _waivers(chosen: Chosen, names: Names) -> Iterator[_Trial]:
    if waive := chosen.waive:
        target, title = waive.target.id, waive.target.title
        yield _Trial(
            f"duoc-mien-{target}",
            Text(
                f"Phường mới thành lập thì được miễn: {title.vi}.",
                f"A ward founded in the year is exempt: {title.en}.",
            ),
            {**waive.missed, names.new_ward: True},
            ((target, _WAIVED),),
        )
        yield _Trial(
            f"khong-duoc-mien-{target}",
            Text(
                f"Không phải phường mới thành lập thì không được miễn: {title.vi}.",
                f"A ward that is not new is not exempt: {title.en}.",
            ),
            waive.missed,
            ((target, _UNMET),),
        )


def _lines(
    standard: Standard, trial: _Trial, facts: FactSet, base: FactSet, *, whole: bool
) -> list[str]:
    """Return one case; nothing where the standard does not come to what it is to show."""
    verdict = tried(standard, facts)
    found = {each.id: each.status for each in verdict.findings} if verdict else {}
    shows = [(id_, status) for id_, status in trial.shows if found.get(id_) is status]
    if verdict is None or (len(shows) < len(trial.shows) and not whole):
        return []
    lines = [
        f"  - id: {trial.id}",
        "    sentence:",
        f"      vi: {json.dumps(trial.sentence.vi, ensure_ascii=False)}",
        f"      en: {json.dumps(trial.sentence.en, ensure_ascii=False)}",
    ]
    vocabulary = standard.composed.vocabulary
    if whole:
        supplied = [measure.id for measure in vocabulary if measure.id in facts]
        lines += ["    facts:", *_facts(facts, supplied, vocabulary)]
    else:
        differing = [id_ for id_ in trial.changes if base.get(id_) != facts.get(id_)]
        lines += [f"    like: {_FIRST}", "    facts:", *_facts(facts, differing, vocabulary)]
    lines += ["    expect:", f"      outcome: {verdict.outcome.value}"]
    if shows:
        lines += ["      findings:", *(f"        {id_}: {status.value}" for id_, status in shows)]
    if trial.missing and verdict.outcome is Outcome.UNDETERMINED:
        lines.append(f"      missing: [{', '.join(each.measure for each in verdict.missing)}]")
    return lines


def _facts(facts: FactSet, ids: list[str], vocabulary: Vocabulary) -> Iterator[str]:
    written = facts.to_mapping()["facts"]
    for id_ in ids:
        yield f"      {id_}: {_value(written.get(id_))}  # {vocabulary[id_].name.vi}"


def _value(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "có" if value else "không"
        case str():
            return value if read_day(value) else scalar(value)
        case int() | Decimal():
            return str(value)
        case _:
            return json.dumps(value, ensure_ascii=False)
