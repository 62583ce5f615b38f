"""Program JSON and digests: the one door to RFC 8785 canonical JSON.

``kieumau/program/1`` holds what decides and nothing else; its SHA-256 is a standard's ``digest``.
"""

import json
from decimal import Decimal
from hashlib import sha256
from typing import Any

import rfc8785

from kieumau.program.steps import Count, Leaf, Linear, Member, Negation, Program, Score, Step, Term
from kieumau.rules.measures import Change, Difference, IfZero, Measure, Ratio, Sum

__all__ = ["FORMAT", "canonical", "digest", "program_data", "program_json"]

FORMAT = "kieumau/program/1"


def program_data(program: Program) -> dict[str, Any]:
    """Return a program as plain data: numbers as strings, no position that matters but order."""
    return {
        "format": FORMAT,
        "measures": [_measure(measure) for measure in program.measures],
        "root": program.root,
        "steps": sorted((_step(step) for step in program.steps), key=lambda step: step["id"]),
    }


def program_json(program: Program) -> str:
    """Return a program as readable JSON."""
    return json.dumps(program_data(program), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def canonical(data: Any) -> bytes:  # noqa: ANN401 (any JSON value)
    """Return a JSON value's RFC 8785 form."""
    return rfc8785.dumps(data)


def digest(data: Any) -> str:  # noqa: ANN401 (any JSON value)
    """Return the SHA-256, in hexadecimal, of a JSON value's RFC 8785 form."""
    return sha256(canonical(data)).hexdigest()


def _measure(measure: Measure) -> dict[str, Any]:
    data: dict[str, Any] = {"id": measure.id, "kind": measure.kind.value}
    if measure.kind.numeric:
        data["min"] = _number(measure.minimum)
        data["max"] = _number(measure.maximum)
        data["decimals"] = str(measure.decimals)
        data["unit"] = measure.unit.vi if measure.unit else ""
    if measure.choices:
        data["choices"] = [choice.id for choice in measure.choices]
    match measure.derived:
        case Sum(of):
            data["sum"] = list(of)
        case Difference(of, less):
            data["difference"] = {"of": of, "less": less}
        case Ratio(of, to):
            data["ratio"] = {"of": of, "to": to}
        case Change(start, end):
            data["change"] = {"from": start, "to": end}
        case None:
            pass
    if measure.divides:
        data["if_zero"] = measure.if_zero.value
    return data


def _number(number: Decimal) -> str:
    top, bottom = number.as_integer_ratio()
    return str(top) if bottom == 1 else f"{top}/{bottom}"


def _step(step: Step) -> dict[str, Any]:
    match step:
        case Leaf(id_, forms, if_zero, dated):
            data: dict[str, Any] = {"id": id_, "op": "leaf", "forms": [_form(f) for f in forms]}
            if if_zero is not IfZero.UNKNOWN:
                data["if_zero"] = if_zero.value
            if dated:
                data["dated"] = True
            return data
        case Negation(id_, child):
            return {"id": id_, "op": "not", "children": [child]}
        case Count(id_, k, children):
            op = "all" if k == len(children) else "count"
            return {"id": id_, "op": op, "k": str(k), "children": sorted(children)}
        case Score(id_, threshold, children, points):
            worth = {c: str(each) for c, each in zip(children, points, strict=True)}
            return {
                "id": id_,
                "op": "score",
                "threshold": str(threshold),
                "children": sorted(children),
                "points": worth,
            }


def _form(form: Linear | Member) -> dict[str, Any]:
    match form:
        case Member(measure, positions, negated):
            op = "not in" if negated else "in"
            return {"measure": measure, "op": op, "positions": [str(each) for each in positions]}
        case Linear(terms, op_, constant, divisor):
            data: dict[str, Any] = {
                "coefficients": _terms(terms),
                "op": op_.value,
                "constant": str(constant),
            }
            if divisor:
                data["divisor"] = _terms(divisor)
            return data


def _terms(terms: tuple[Term, ...]) -> dict[str, str]:
    return {term.measure: str(term.coefficient) for term in terms}
