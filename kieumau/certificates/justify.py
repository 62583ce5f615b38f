"""Justifications: for every step of a program its truth and the rule that gives it, as plain data.

A justification is local: it follows from the figures or from the truths of the step's children,
so a reader can check any one of them alone. The format is ``docs/reference/certificate.md``.
"""

from collections.abc import Iterable, Mapping
from typing import Any, assert_never

from kieumau.program.box import Box
from kieumau.program.meaning import evaluate, form_truth, measures_of, sum_over, without_zero
from kieumau.program.steps import Count, Leaf, Linear, Member, Negation, Program, Score, Step
from kieumau.rules.measures import IfZero
from kieumau.rules.periods import MonthDay
from kieumau.truth import Truth

__all__ = ["figures", "justifications"]


def figures(program: Program, box: Box) -> dict[str, Any]:
    """Return what is known of the measures a program reads: spans, dates that are none, days."""
    read = {measure.id for measure in program.measures}
    return {
        "spans": {id_: _pair(span) for id_, span in box.spans.items() if id_ in read},
        "undated": sorted(box.undated & read),
        "days": {str(day): str(at) for day, at in box.days.items()},
    }


def justifications(program: Program, box: Box) -> dict[str, Any]:
    """Return each step's truth and what justifies it, by step id."""
    truths = dict(
        zip((step.id for step in program.steps), evaluate(program, box), strict=True),
    )
    return {step.id: _justified(step, truths, box) for step in program.steps}


def _justified(step: Step, truths: Mapping[str, Truth], box: Box) -> dict[str, Any]:
    found: dict[str, Any] = {"truth": _word(truths[step.id])}
    match step:
        case Leaf():
            return found | _leaf(step, box)
        case Negation(_, child):
            return found | {"child": _word(truths[child])}
        case Count(_, k, children):
            below = [truths[child] for child in children]
            counts = {"met": below.count(Truth.MET), "unmet": below.count(Truth.UNMET)}
            return found | _written({"k": k, "of": len(below), **counts})
        case Score(_, threshold, children, points):
            worth = [(truths[c], each) for c, each in zip(children, points, strict=True)]
            reached = sum(each for truth, each in worth if truth is Truth.MET)
            possible = sum(each for truth, each in worth if truth is not Truth.UNMET)
            counts = {"threshold": threshold, "reached": reached, "possible": possible}
            return found | _written(counts)
        case _:
            assert_never(step)


def _leaf(leaf: Leaf, box: Box) -> dict[str, Any]:
    """Return the forms looked at, up to the one that decides; or the date that is none."""
    undated = sorted(id_ for id_ in measures_of(leaf) if id_ in box.undated)
    if leaf.dated and undated:
        return {"undated": undated[0]}
    looked = []
    for form in leaf.forms:
        truth = form_truth(form, leaf.if_zero, box)
        looked.append({"truth": _word(truth), **_form(form, leaf.if_zero, box)})
        if truth is not Truth.UNKNOWN:
            break
    return {"forms": looked}


def _form(form: Linear | Member, if_zero: IfZero, box: Box) -> dict[str, Any]:
    if isinstance(form, Member):
        known = box.spans.get(form.measure)
        return {"position": str(known[0])} if known else {"absent": [form.measure]}
    found: dict[str, Any] = {}
    compared = box
    if form.divisor:
        divisor = sum_over(form.divisor, box)
        if divisor is None:
            return {"absent": _absent((form.terms, form.divisor), box)}
        found["divisor"] = _pair(divisor)
        if divisor[1] == 0:
            return found | {"if_zero": if_zero.value}
        if divisor[0] <= 0:
            compared = without_zero(form.divisor, box)
            found["if_zero"] = if_zero.value
    total = sum_over(form.terms, compared)
    if total is None:
        return found | {"absent": _absent((form.terms,), box)}
    at = box.days[form.constant] if isinstance(form.constant, MonthDay) else form.constant
    return found | {"sum": _pair(total), "op": form.op.value, "constant": str(at)}


def _absent(sums: Iterable[Iterable[Any]], box: Box) -> list[str]:
    return sorted({term.measure for terms in sums for term in terms} - box.spans.keys())


def _pair(span: tuple[int, int]) -> list[str]:
    return [str(end) for end in span]


def _word(truth: Truth) -> str:
    return truth.name.lower()


def _written(counts: Mapping[str, int]) -> dict[str, str]:
    return {name: str(count) for name, count in counts.items()}
