"""What a good engineer would write in polars for W's criteria and no others.

Nullable booleans, on which ``&`` and ``|`` are already three-valued; what is read twice is a column
first; a truth becomes an integer last. Four outputs: (a) the outcome as text and 22 truths, (b)
these and the text of what is decisive, and both again with every number held to its bounds and its
decimals, a ward with a wrong one having no answers.
"""

from collections.abc import Callable
from functools import reduce
from operator import add, and_, or_

import numpy as np
import polars as pl
from workload import COUNTS, CRITERIA, MOST, SHARES, Test

from peers.peer import IDS, OUTCOMES, SEPARATOR, Answers, Peer, spell

MASKED = 11  # criteria to a look-up table: 2,048 texts
GOOD = "good"  # 0, and null in a ward with a wrong number


def _all(parts: list[pl.Expr]) -> pl.Expr:
    return reduce(and_, parts)


def _any(parts: list[pl.Expr]) -> pl.Expr:
    return reduce(or_, parts)


def _two_of_three(parts: list[pl.Expr]) -> pl.Expr:
    a, b, c = parts
    return (a & b) | (a & c) | (b & c)


def _test(test: Test) -> pl.Expr:
    x, value = pl.col(test.facts[0]), test.value
    match test.kind:
        case "least":
            return x >= value
        case "most":
            return x <= value
        case "zero":
            return x == value
        case "within":
            return x.is_between(*value)
        case "flag":
            return x if value else ~x
        case _:
            return x / pl.col(test.facts[1]) >= value


def _truth(id_: str) -> pl.Expr:
    met, two, one, zero = pl.col(id_), *(pl.lit(each, pl.Int8) for each in (2, 1, 0))
    return pl.when(met).then(two).when(met.is_null()).then(one).otherwise(zero)


def _outcome() -> pl.Expr:
    met, (unmet, unknown, said) = pl.col("outcome"), map(pl.lit, OUTCOMES)
    return pl.when(met).then(said).when(met.is_null()).then(unknown).otherwise(unmet)


def _wrong() -> pl.Expr:
    """A ward with a number out of its bounds, NaN, or with more decimals than it may have."""
    beyond = [(pl.col(fact) < 0) | (pl.col(fact) > MOST[fact]) for fact in COUNTS]
    shares = (pl.col(fact) for fact in SHARES)
    off = [~(x.is_between(0, MOST[x.meta.output_name()]) & (x.round(1) == x)) for x in shares]
    return _any([*beyond, *off]).fill_null(value=False)


def _mask(ids: tuple[str, ...], truth: int) -> pl.Expr:
    bits = ((pl.lit(1 << at, pl.UInt16), id_) for at, id_ in enumerate(ids))
    zero = pl.lit(0, pl.UInt16)
    return reduce(
        add, [pl.when(pl.col(id_) == truth).then(bit).otherwise(zero) for bit, id_ in bits]
    )


def _texts(ids: tuple[str, ...]) -> pl.Series:
    """The text for every set of these criteria; none for the empty set."""
    sets = range(1 << len(ids))
    chosen = ([id_ for at, id_ in enumerate(ids) if each >> at & 1] for each in sets)
    return pl.Series([SEPARATOR.join(each) or None for each in chosen], dtype=pl.String)


def looked_up() -> pl.Expr:
    """What is decisive, by look-up tables: four texts to a ward instead of 44."""
    parts = [IDS[at : at + MASKED] for at in range(0, len(IDS), MASKED)]
    texts = [
        pl.lit(_texts(ids)).gather(_mask(ids, truth).cast(pl.UInt32))
        for truth in (0, 1)
        for ids in parts
    ]
    return pl.concat_str(texts, separator=SEPARATOR, ignore_nulls=True)


def _concatenated() -> pl.Expr:
    """What is decisive, as one would first write it."""
    texts = [pl.when(pl.col(id_) == truth).then(pl.lit(id_)) for truth in (0, 1) for id_ in IDS]
    return pl.concat_str(texts, separator=SEPARATOR, ignore_nulls=True)


def plan(
    table: pl.LazyFrame, decisive: pl.Expr | None = None, *, checked: bool = False
) -> pl.LazyFrame:
    """Return the outcome and the truths, with what is decisive if that is asked for."""
    tops = {each.id: spell(each.tree, _test, _all, _any, _two_of_three) for each in CRITERIA}
    found = table.with_columns(**tops, **({"wrong": _wrong()} if checked else {}))
    found = found.with_columns(outcome=_all([pl.col(id_) for id_ in IDS]))
    given = {"outcome": _outcome()} | {id_: _truth(id_) for id_ in IDS}
    if checked:
        good = pl.when(~pl.col("wrong")).then(pl.lit(0, pl.Int8))
        found = found.with_columns(good.alias(GOOD))
        given = {id_: each + pl.col(GOOD) for id_, each in given.items() if id_ != "outcome"}
        given = {"outcome": pl.when(~pl.col("wrong")).then(_outcome())} | given
    found = found.with_columns(**given)
    if decisive is None:
        return found.select("outcome", *IDS)
    if checked:
        decisive = pl.when(~pl.col("wrong")).then(decisive)
    return found.with_columns(decisive=decisive).select("outcome", *IDS, "decisive")


def answers(found: pl.DataFrame) -> Answers:
    """Return the answers of a table of these columns."""
    return read(found, "outcome", IDS, "decisive")


def read(found: pl.DataFrame, outcome: str, truths: tuple[str, ...], decisive: str) -> Answers:
    integers = found[outcome].replace_strict(list(OUTCOMES), [0, 1, 2], return_dtype=pl.Int8)
    texts = found[decisive].to_list() if decisive in found.columns else None
    return Answers(integers.to_numpy(), [np.asarray(found[each]) for each in truths], texts)


def _peer(
    how: str, decisive: Callable[[], pl.Expr] | None = None, *, checked: bool = False
) -> Peer:
    def prepare(table: pl.LazyFrame) -> tuple[pl.LazyFrame, pl.Expr | None]:
        return table, decisive() if decisive else None

    def run(prepared: tuple[pl.LazyFrame, pl.Expr | None]) -> pl.DataFrame:
        return plan(*prepared, checked=checked).collect()

    title, gives = f"polars by hand{how}", "(b)" if decisive else "(a)"
    return Peer(title, "hand", "polars_lazy", run, answers, gives, prepare)


PEERS = {
    "a": _peer(""),
    "a_checked": _peer(", checked", checked=True),
    "b": _peer(", look-up tables", looked_up),
    "b_checked": _peer(", look-up tables, checked", looked_up, checked=True),
    "b_concatenated": _peer(", concat_str", _concatenated),
}
