"""Whether a program is one at all: what a checker takes for granted of the rules it decides by.

Only the standard library, over the plain data of ``kieumau/program/1``. kieumau writes no program
that is unsound; who made one had something in mind.

>>> leaf = {"id": "a", "op": "leaf", "forms": [{"measure": "b", "op": "in", "positions": []}]}
>>> list(unsound({"measures": [], "root": "a", "steps": [leaf]}))
[('program.steps.a', 'b')]
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

__all__ = ["unsound"]

Data: TypeAlias = Mapping[str, Any]
_NEEDED = {"yes/no": (), "date": (), "choice": ("choices",)}
_NUMERIC = ("min", "max", "decimals")


def unsound(program: Data) -> Iterator[tuple[str, object]]:
    """Yield where a program makes no sense, and what stands there."""
    measures = {each["id"]: each for each in program["measures"]}
    steps = {each["id"]: each for each in program["steps"]}
    for name, ids in (("measures", measures), ("steps", steps)):
        if len(ids) < len(program[name]):
            yield f"program.{name}", _twice(each["id"] for each in program[name])
    for measure in measures.values():
        missing = [key for key in _NEEDED.get(measure["kind"], _NUMERIC) if key not in measure]
        if missing or _twice(measure.get("choices", ())):
            yield f"program.measures.{measure['id']}", dict(measure)
    if program["root"] and program["root"] not in steps:
        yield "program.root", program["root"]
    for step in steps.values():
        for said in _leaf(step, measures) if step["op"] == "leaf" else _above(step, steps):
            yield f"program.steps.{step['id']}", said


def _leaf(step: Data, measures: Data) -> Iterator[object]:
    """Yield what makes no sense in a test: a measure that is none, or not of its kind."""
    read = dict[tuple[str, bool], str]()
    for form in step["forms"]:
        chosen = [form["measure"]] if "measure" in form else []
        compared = (*form.get("coefficients", ()), *form.get("divisor", ()))
        if form.get("divisor") == {}:
            yield dict(form)
        for id_ in (*chosen, *compared):
            read[id_, bool(chosen)] = measures.get(id_, {}).get("kind", "")
    for (id_, chosen_), kind in read.items():
        if not kind or (kind == "choice") is not chosen_:
            yield id_
    if ("date" in read.values()) is not step.get("dated", False):
        yield {"dated": step.get("dated", False)}


def _above(step: Data, steps: Data) -> Iterator[object]:
    """Yield what makes no sense in a step over others: who they are, how many, their points."""
    children = step["children"]
    yield from (child for child in children if child not in steps)
    if step["op"] == "all" and step["k"] != str(len(children)):
        yield {"k": step["k"]}
    if step["op"] == "score" and {*step["points"]} != {*children}:
        yield {"points": step["points"]}


def _twice(ids: Iterable[str]) -> list[str]:
    """Return the ids that stand there more than once, sorted."""
    return sorted(id_ for id_, times in Counter(ids).items() if times > 1)
