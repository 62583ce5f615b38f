"""The delegation contract: what a refinement may do to the layers below, and what is stricter."""

from datetime import date
from decimal import Decimal

from attrs import evolve

from kieumau.errors import Problems
from kieumau.language.names import Vocabulary
from kieumau.language.spell import spell_both
from kieumau.plugins.composed import ComposedIndicator
from kieumau.rules.citations import Citation, Fidelity, Instrument
from kieumau.rules.conditions import Compare, Constant, MeasureRef, Op
from kieumau.rules.criteria import Allows, Narrowing, Tightening
from kieumau.rules.periods import MonthDay
from kieumau.rules.refinements import Clarify, Tighten, Waive
from kieumau.wording import Text

__all__ = ["cite", "narrowed", "of_one_sort", "stricter", "threshold", "violations"]

_RISING, _FALLING = (Op.GE, Op.GT), (Op.LE, Op.LT)


def threshold(indicator: ComposedIndicator) -> Compare | None:
    """Return the strictest single comparison asked for so far, where the indicator is one.

    None where the indicator's own condition is not one ordered comparison with a constant.
    """
    own = indicator.conjuncts[0].condition
    if len([c for c in indicator.conjuncts if c.layer == indicator.layer]) != 1:
        return None
    if not isinstance(own, Compare) or isinstance(own.against, MeasureRef):
        return None
    if own.op not in _RISING + _FALLING:
        return None
    strictest = own
    for conjunct in indicator.conjuncts[1:]:
        found = conjunct.condition
        if (
            conjunct.before is not None
            and isinstance(found, Compare)
            and not isinstance(found.against, MeasureRef)
            and stricter(found.against, _constant(strictest), own.op)
        ):
            strictest = found
    return strictest


def stricter(new: Constant, old: Constant, op: Op) -> bool:
    """Return whether a comparison with ``new`` allows less than with ``old``.

    Constants of different sorts (a day with and one without a year) are not comparable: False.
    """
    match new, old:
        case (Decimal(), Decimal()) | (MonthDay(), MonthDay()) | (date(), date()):
            rises = new > old  # type: ignore[operator]
            return rises if op in _RISING else new != old and not rises
        case _:
            return False


def narrowed(allows: Allows, by: Narrowing, op: Op) -> Allows:
    """Return what is still allowed once a layer restricted it further, in whatever order."""
    return evolve(
        allows,
        tighten=_meet(allows.tighten, by.tighten, op) if by.tighten else allows.tighten,
        clarify=allows.clarify if by.clarify is None else allows.clarify and by.clarify,
        waive=allows.waive if by.waive is None else allows.waive and by.waive,
    )


def _meet(one: Tightening, other: Tightening, op: Op) -> Tightening:
    limits = [limit for limit in (one.up_to, other.up_to) if limit is not None]
    up_to = limits[0] if limits else None
    if len(limits) == 2 and stricter(limits[0], limits[1], op):  # noqa: PLR2004 (one of two)
        up_to = limits[1]
    return Tightening(one.constant and other.constant, up_to, one.also and other.also)


def violations(
    refinement: Tighten | Clarify | Waive,
    target: ComposedIndicator,
    instruments: dict[str, Instrument],
    vocabulary: Vocabulary,
    problems: Problems,
) -> bool:
    """Note how a refinement breaks the contract of the layers below; return whether it does."""
    before = len(problems.found)
    basis = cite(target.citations, instruments)
    match refinement:
        case Clarify():
            if not target.allows.clarify:
                problems.add("KM-431", refinement.place, id=target.id, basis=basis)
        case Waive():
            if not any(conjunct.waivable for conjunct in target.conjuncts):
                problems.add("KM-432", refinement.place, id=target.id, basis=basis)
            if not refinement.citations:
                problems.add("KM-433", refinement.place, id=target.id)
        case Tighten():
            if target.fidelity is Fidelity.ASSUMED:
                problems.add("KM-434", refinement.place, id=target.id)
            elif refinement.also is not None:
                if not target.allows.tighten.also:
                    problems.add("KM-435", refinement.place, id=target.id, basis=basis)
            else:
                _check_constant(refinement, target, basis, vocabulary, problems)
            by = refinement.narrows.tighten
            limit = by.up_to if by else None
            if limit is not None and not of_one_sort(limit, target):
                problems.add("KM-446", refinement.place, id=target.id)
            elif _widens(target.allows, refinement.narrows, target):
                problems.add("KM-436", refinement.place, id=target.id, basis=basis)
    return len(problems.found) > before


def cite(citations: tuple[Citation, ...], instruments: dict[str, Instrument]) -> Text:
    """Return citations as one short text in both languages."""

    def said(citation: Citation, lang: str) -> str:
        instrument = instruments.get(citation.instrument)
        name = (instrument.number if instrument else "") or citation.instrument
        at = (citation.at.vi if lang == "vi" else citation.at.en) if citation.at else ""
        return f"{name}, {at}" if at else name

    return Text(
        "; ".join(said(each, "vi") for each in citations) or "-",
        "; ".join(said(each, "en") for each in citations) or "-",
    )


def _check_constant(
    refinement: Tighten,
    target: ComposedIndicator,
    basis: Text,
    vocabulary: Vocabulary,
    problems: Problems,
) -> None:
    now = threshold(target)
    allowed = target.allows.tighten
    if now is None:
        problems.add("KM-437", refinement.place, id=target.id)
        return
    if not allowed.constant:
        problems.add("KM-438", refinement.place, id=target.id, basis=basis)
        return
    if refinement.to is None:
        return
    to = spell_both(evolve(now, against=refinement.to), vocabulary)
    if not stricter(refinement.to, _constant(now), now.op):
        problems.add(
            "KM-439",
            refinement.place,
            id=target.id,
            to=to,
            now=spell_both(now, vocabulary),
            basis=basis,
        )
    elif allowed.up_to is not None and stricter(refinement.to, allowed.up_to, now.op):
        problems.add(
            "KM-440",
            refinement.place,
            id=target.id,
            to=to,
            up_to=spell_both(evolve(now, against=allowed.up_to), vocabulary),
            basis=basis,
        )


def _constant(compare: Compare) -> Constant:
    assert not isinstance(compare.against, MeasureRef)  # noqa: S101 (thresholds are constants)
    return compare.against


def of_one_sort(limit: Constant, target: ComposedIndicator) -> bool:
    """Return whether a limit can be compared with the threshold an indicator has, if it has one."""
    now = threshold(target)
    return now is None or type(limit) is type(now.against)


def _widens(allows: Allows, by: Narrowing, target: ComposedIndicator) -> bool:
    return bool(
        (by.clarify and not allows.clarify)
        or (by.waive and not allows.waive)
        or (by.tighten and _tightening_widens(allows.tighten, by.tighten, target))
    )


def _tightening_widens(old: Tightening, new: Tightening, target: ComposedIndicator) -> bool:
    if (new.constant and not old.constant) or (new.also and not old.also):
        return True
    if old.up_to is None or not new.constant:
        return False
    now = threshold(target)
    return new.up_to is None or (now is not None and stricter(new.up_to, old.up_to, now.op))
