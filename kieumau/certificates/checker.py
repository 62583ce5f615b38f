"""The checker of a certificate's steps: each follows from the figures or from its children.

No engine and no meaning is imported here: only the standard library, and `figures` and
`soundness`, which need no more, over the plain data of ``kieumau/certificate/1``.
``docs/reference/certificate.md`` has the rules.
"""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from operator import ge, gt, le, lt
from typing import Any, NamedTuple, TypeAlias

from kieumau.certificates.figures import UnreadableError, is_outside, read_figures
from kieumau.certificates.soundness import unsound

__all__ = ["NONSENSE", "Fault", "faults"]

Data: TypeAlias = Mapping[str, Any]
Span: TypeAlias = tuple[int, int]
_ZERO = {"met": "met", "not_applicable": "met", "unmet": "unmet", "unknown": "unknown"}
_OPS = {">=": ge, ">": gt, "<=": le, "<": lt}
NONSENSE = object()
"""What it comes to where what the certificate says makes no sense."""
_CONDITION = 4  # a step's id has so many parts or more below its indicator


class Fault(NamedTuple):
    """Something that does not follow: where, what the certificate says, what it comes to."""

    where: str
    said: object
    found: object


def faults(certificate: Data) -> Iterator[Fault]:
    """Yield everything in a certificate that does not follow from its facts and its program."""
    found = [Fault(where, said, NONSENSE) for where, said in unsound(certificate["program"])]
    yield from found
    if found:
        return
    try:
        yield from _Checker(certificate).faults()
    except UnreadableError as error:
        yield Fault(error.where, error.said, NONSENSE)
    except (LookupError, ValueError, TypeError, ArithmeticError):  # no way to here is known
        yield Fault("program", certificate["program"], NONSENSE)


class _Checker:
    def __init__(self, certificate: Data) -> None:
        self.certificate = certificate
        self.steps: dict[str, Data] = {each["id"]: each for each in certificate["program"]["steps"]}
        self.claims: dict[str, Data] = certificate["steps"]
        figures = read_figures(certificate["program"], certificate["facts"])
        self.spans, self.undated, self.days = figures

    def faults(self) -> Iterator[Fault]:
        said, program = self.certificate, self.certificate["program"]
        spans = {id_: [str(end) for end in span] for id_, span in self.spans.items()}
        days = {named: str(at) for named, at in self.days.items()}
        figures = (("spans", spans), ("undated", self.undated), ("days", days))
        yield from (Fault(name, said[name], each) for name, each in figures if said[name] != each)
        outside = is_outside(said["facts"]["period"], said["standard"]["valid"])
        if said["as_if"] is not outside:
            yield Fault("as_if", said["as_if"], outside)
        ids = [each["id"] for each in program["steps"]]
        if sorted(self.claims) != sorted(ids):
            yield Fault("steps", sorted(self.claims), sorted(ids))
            return
        try:
            below = {id_: step.get("children", ()) for id_, step in self.steps.items()}
            order = tuple(TopologicalSorter(below).static_order())
        except CycleError as error:
            yield Fault("program.steps", error.args[1], NONSENSE)
            return
        for id_ in order:
            due = self.due(self.steps[id_])
            if self.claims[id_] != due:
                yield Fault(f"steps.{id_}", self.claims[id_], due)
        outcome = self.outcome(program["root"], order)
        for name, came_to in zip(("outcome", "reason"), outcome, strict=True):
            if said[name] != came_to:
                yield Fault(name, said[name], came_to)

    def truth(self, id_: str) -> str:
        return str(self.claims[id_]["truth"])

    def due(self, step: Data) -> Data:
        """Return the justification a step must have, given those of its children."""
        if step["op"] == "leaf":
            return self.leaf(step)
        below = [self.truth(child) for child in step["children"]]
        if step["op"] == "not":
            (child,) = below
            return {"truth": {"met": "unmet", "unmet": "met"}.get(child, "unknown"), "child": child}
        if step["op"] == "score":
            worth = [int(step["points"][child]) for child in step["children"]]
            paired, least = list(zip(worth, below, strict=True)), int(step["threshold"])
            reached = sum(each for each, truth in paired if truth == "met")
            possible = sum(each for each, truth in paired if truth != "unmet")
            said = {"threshold": str(least), "reached": str(reached), "possible": str(possible)}
            return {"truth": _truth(reached >= least, possible < least), **said}
        k, n, met, unmet = int(step["k"]), len(below), below.count("met"), below.count("unmet")
        said = {"k": str(k), "of": str(n), "met": str(met), "unmet": str(unmet)}
        return {"truth": _truth(met >= k, unmet > n - k), **said}

    def leaf(self, step: Data) -> Data:
        forms = step["forms"]
        read = {id_ for form in forms for id_ in form.get("coefficients", [form.get("measure")])}
        if step.get("dated") and read.intersection(self.undated):
            return {"truth": "unmet", "undated": min(read.intersection(self.undated))}
        looked: list[Data] = []
        for form in forms:
            looked.append(self.form(form, step.get("if_zero", "unknown")))
            if looked[-1]["truth"] != "unknown":
                break
        return {"truth": looked[-1]["truth"], "forms": looked}

    def form(self, form: Data, if_zero: str) -> Data:
        if "measure" in form:
            if form["measure"] not in self.spans:
                return {"truth": "unknown", "absent": [form["measure"]]}
            position = str(self.spans[form["measure"]][0])
            among = (position in form["positions"]) is (form["op"] == "in")
            return {"truth": "met" if among else "unmet", "position": position}
        terms, divisor, apart = form["coefficients"], form.get("divisor", {}), {}
        said: dict[str, Any] = {}
        if divisor:
            absent = sorted({*terms, *divisor} - {*self.spans})
            if not divisor.keys() <= self.spans.keys():
                return {"truth": "unknown", "absent": absent}
            low, high = self.sum(divisor, {})
            said["divisor"] = [str(low), str(high)]
            if low <= 0:
                said["if_zero"] = if_zero
            if high == 0:
                return {"truth": _ZERO[if_zero], **said}
            if low <= 0 and len(divisor) == 1:
                apart = {id_: (1, self.spans[id_][1]) for id_ in divisor}
        if absent := sorted({*terms} - {*self.spans}):
            return {"truth": "unknown", **said, "absent": absent}
        total = self.sum(terms, apart)
        at = self.days[form["constant"]] if form["constant"] in self.days else int(form["constant"])
        truth = _compared(total, form["op"], at)
        if "if_zero" in said and truth != _ZERO[if_zero]:
            truth = "unknown"
        said |= {"sum": [str(end) for end in total], "op": form["op"], "constant": str(at)}
        return {"truth": truth, **said}

    def sum(self, terms: Data, apart: Mapping[str, Span]) -> Span:
        ends = [
            sorted(int(by) * end for end in apart.get(id_, self.spans[id_]))
            for id_, by in terms.items()
        ]
        return sum(low for low, _ in ends), sum(high for _, high in ends)

    def outcome(self, root: str, order: tuple[str, ...]) -> tuple[str, str]:
        away: dict[str, bool] = {}
        for id_ in order:
            away[id_] = self.truth(id_) == "met" and self.away(id_, away)
        if not root or away[root]:
            return "undetermined", "nothing-assessed"
        return {"met": "met", "unmet": "not_met"}.get(self.truth(root), "undetermined"), ""

    def away(self, id_: str, away: Mapping[str, bool]) -> bool:
        """Return whether a step that is met is so only because nothing arose."""
        parts, children = id_.split("/"), self.steps[id_].get("children", ())
        if len(parts) >= _CONDITION:
            if parts[2] == "guarded":
                own = "/".join((*parts[:2], "requires", *parts[3:]))
                return away[children[children.index(own)]]
            return any(self.fell_away(self.steps[each]) for each in (id_, *children))
        apart = [each for each in children if each.endswith("/applies/@not")]
        if any(self.truth(each) == "met" for each in apart):
            return True
        rest = [away[each] for each in children if each not in apart]
        return bool(rest) and all(rest)

    def fell_away(self, step: Data) -> bool:
        divisors = [form.get("divisor", {}) for form in step.get("forms", ())]
        known = [each for each in divisors if each and each.keys() <= self.spans.keys()]
        zero = any(self.sum(each, {}) == (0, 0) for each in known)
        return step.get("if_zero") == "not_applicable" and zero


def _truth(met: bool, unmet: bool) -> str:  # noqa: FBT001 (read by position, next to each other)
    return "met" if met else "unmet" if unmet else "unknown"


def _compared(total: Span, op: str, at: int) -> str:
    """Return a comparison's truth over every sum between two."""
    low, high = total
    if op in ("=", "!="):
        same, apart = low == at == high, not low <= at <= high
        return _truth(same, apart) if op == "=" else _truth(apart, same)
    test = _OPS[op]
    ends = (test(low, at), test(high, at))
    return _truth(all(ends), not any(ends))
