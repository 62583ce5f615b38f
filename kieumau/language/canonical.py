"""The canonical text: one ASCII spelling for each condition, whatever the language or names.

Apart from `format` because it needs no vocabulary; step ids and digests are made from it. Two
conditions have one canonical text exactly when they differ only in the order of children.

>>> from kieumau.rules.conditions import Op
>>> canonical(Compare("ty_le_hai_long", Op.GE, Decimal("90.0")))
'ty_le_hai_long >= 90'
>>> canonical(Any((Holds("b"), Holds("a")))), canonical(Compare("a", Op.LE, MeasureRef("b")))
('any(a; b)', 'a <= @b')
"""

import json
import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import assert_never

from kieumau.rules.conditions import (
    All,
    Any,
    AtLeast,
    Between,
    Compare,
    Condition,
    Constant,
    Holds,
    MeasureRef,
    Not,
    OneOf,
    Test,
)
from kieumau.rules.periods import MonthDay

__all__ = ["canonical"]

_ID = re.compile(r"[a-z0-9_]+")


def canonical(condition: Condition) -> str:
    """Return the condition's ASCII text over ids, its children sorted.

    Examples
    --------
    >>> canonical(Not(OneOf("loai", ("dat", "vuot"), negated=True)))
    'not(loai not in {dat; vuot})'
    >>> canonical(AtLeast(2, (Holds("c"), Holds("a"), Between("n", Decimal(0), Decimal("5.50")))))
    'at_least(2; a; c; n between 0..5.5)'
    """
    match condition:
        case All(of):
            return _node("all", of)
        case Any(of):
            return _node("any", of)
        case AtLeast(k, of):
            return _node("at_least", of, str(k))
        case Not(of):
            return _node("not", (of,))
        case _:
            return _test(condition)


def _test(test: Test) -> str:
    match test:
        case Holds(measure):
            return _id(measure)
        case Compare(measure, op, against):
            return f"{_id(measure)} {op.value} {_constant(against)}"
        case Between(measure, low, high):
            return f"{_id(measure)} between {_constant(low)}..{_constant(high)}"
        case OneOf(measure, choices, negated):
            word = "not in" if negated else "in"
            return f"{_id(measure)} {word} {{{'; '.join(map(_id, choices))}}}"
        case _:
            assert_never(test)


def _node(key: str, children: Iterable[Condition], *first: str) -> str:
    return f"{key}({'; '.join((*first, *sorted(map(canonical, children))))})"


def _id(id_: str) -> str:
    return id_ if _ID.fullmatch(id_) else json.dumps(id_)


def _constant(value: Constant | MeasureRef) -> str:
    match value:
        case MeasureRef(measure):
            return f"@{_id(measure)}"
        case date():
            return value.isoformat()
        case MonthDay():
            return str(value)
        case Decimal():
            plain = format(value, "f")
            whole = plain.rstrip("0").rstrip(".") if "." in plain else plain
            return "0" if whole == "-0" else whole
        case _:
            assert_never(value)
