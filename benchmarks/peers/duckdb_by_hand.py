"""Hand-written SQL for DuckDB: its booleans are three-valued already. Read as an Arrow table."""

from typing import Any

import polars as pl
from workload import CRITERIA, Test

from peers.peer import IDS, OUTCOMES, SEPARATOR, Answers, Peer, spell
from peers.polars_by_hand import answers as answers_of

UNMET, UNKNOWN, MET = OUTCOMES


def _test(test: Test) -> str:
    x, value = test.facts[0], test.value
    match test.kind:
        case "least":
            return f"{x} >= {value}"
        case "most":
            return f"{x} <= {value}"
        case "zero":
            return f"{x} = {value}"
        case "within":
            return f"{x} BETWEEN {value[0]} AND {value[1]}"
        case "flag":
            return x if value else f"NOT {x}"
        case _:
            return f"{x} / {test.facts[1]} >= {value}"


def _all(parts: list[str]) -> str:
    return " AND ".join(f"({part})" for part in parts)


def _any(parts: list[str]) -> str:
    return " OR ".join(f"({part})" for part in parts)


def _two_of_three(parts: list[str]) -> str:
    a, b, c = (f"({part})" for part in parts)
    return f"({a} AND {b}) OR ({a} AND {c}) OR ({b} AND {c})"


def _chosen(column: str, met: object, unknown: object, unmet: object) -> str:
    return f"CASE WHEN {column} THEN {met} WHEN {column} IS NULL THEN {unknown} ELSE {unmet} END"


def sql(source: str, *, decisive: bool) -> str:
    """Return the query over a table or a function that gives one."""
    tops = ", ".join(
        f"{each.id}: {spell(each.tree, _test, _all, _any, _two_of_three)}" for each in CRITERIA
    )
    truths = ", ".join(f"{id_}: ({_chosen(id_, 2, 1, 0)})::TINYINT" for id_ in IDS)
    words = (f"'{each}'" for each in (MET, UNKNOWN, UNMET))
    given = f"outcome: {_chosen('met', *words)}, {truths}"
    if decisive:
        unmet = [f"CASE WHEN NOT {id_} THEN '{id_}' END" for id_ in IDS]
        unknown = [f"CASE WHEN {id_} IS NULL THEN '{id_}' END" for id_ in IDS]
        given += f", decisive: concat_ws('{SEPARATOR}', {', '.join([*unmet, *unknown])})"
    return (
        f"WITH tops AS (SELECT {tops} FROM {source}), "
        f"whole AS (SELECT *, met: {_all(list(IDS))} FROM tops) SELECT {given} FROM whole"
    )


def answers(found: Any) -> Answers:
    return answers_of(pl.from_arrow(found))


def _peer(gives: str, *, decisive: bool) -> Peer:
    def run(table: Any) -> Any:
        return table.query("wards_", sql("wards_", decisive=decisive)).to_arrow_table()

    return Peer("DuckDB SQL by hand", "hand", "duckdb", run, answers, gives)


PEERS = {
    "a": _peer("(a)", decisive=False),
    "b": _peer("(b)", decisive=True),
}
