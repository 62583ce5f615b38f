"""zen-engine (GoRules): all of W as one compiled expression, evaluated ward by ward.

It has no unknown: a truth is spelt 0, 0.5 or 1, *all* as the least of them, *any* as the greatest,
*2 of 3* as the middle one, and every test asks first whether its fact is null.
"""

from collections.abc import Callable
from typing import Any

import zen
from workload import CRITERIA, Row, Test

from peers.peer import Answers, Peer, of_truths, spell

TRUTHS = {0: False, 0.5: None, 1: True}


def _test(test: Test) -> str:
    x, value = test.facts[0], test.value
    gap = " or ".join(f"{fact} == null" for fact in test.facts)
    holds = {
        "least": f"{x} >= {value}",
        "most": f"{x} <= {value}",
        "zero": f"{x} == {value}",
        "flag": f"{x} == {str(value).lower()}",
        "within": f"{x} >= {value[0]} and {x} <= {value[1]}" if test.kind == "within" else "",
        "ratio": f"{x} / {test.facts[-1]} >= {value}",
    }[test.kind]
    return f"(({gap}) ? 0.5 : (({holds}) ? 1 : 0))"


def _of(function: str) -> Callable[[list[str]], str]:
    return lambda parts: f"{function}([{', '.join(parts)}])"


def _prepared(table: list[Row]) -> tuple[Any, list[Row]]:
    words = _test, _of("min"), _of("max"), _of("median")
    tops = (spell(criterion.tree, *words) for criterion in CRITERIA)
    return zen.compile_expression(f"[{', '.join(tops)}]"), table


def run(prepared: tuple[Any, list[Row]]) -> list[tuple[float, list[float]]]:
    expression, table = prepared
    found = map(expression.evaluate, table)
    return [(min(tops), tops) for tops in found]


def answers(found: list[tuple[float, list[float]]]) -> Answers:
    return of_truths((TRUTHS[outcome], [TRUTHS[top] for top in tops]) for outcome, tops in found)


PEERS = {
    "expression": Peer(
        "zen-engine, one compiled expression",
        "row",
        "rows",
        run,
        answers,
        "(a), objects",
        prepare=_prepared,
        most=100_000,
    )
}
