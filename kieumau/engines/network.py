"""The network: a program's composites written out for durable_rules, as data.

durable_rules sees findings and rules in symbols of ours only. A *source* is what can be found
met or unmet: a leaf, or a composite that needs counting. For every use of a source by a
composite there is one fact per truth, and two rules per composite count them: met at k, unmet at
n - k + 1. A negation needs neither: it reads its child's findings the other way round.

Points are counted too: a child worth several has so many facts per truth, once all points are
divided by what divides them all. Of points beyond the threshold no more than it are counted.

The numbers below are what durable_rules 2.0.28 was measured to bear (`docs/dependencies.md`);
beyond most of them it does not fail, it hangs, wraps round or answers wrongly.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from math import gcd
from typing import assert_never

from attrs import frozen

from kieumau.errors import Diagnostic, EngineError
from kieumau.program.steps import Count, Leaf, Negation, Program, Score
from kieumau.wording import Text

__all__ = ["MOST_COMPOSITES", "MOST_FINDINGS", "PRIMING", "Network", "network_of"]

MOST_COMPOSITES = 2000
"""4,096 rules are the limit, two a composite; and 100 groups of 20 stay far below 512 tests."""
MOST_FINDINGS = 20_000
"""Findings true at once, in all uses: each holds about 8 KB, and `count` has 16 bits.

A composite never counts more than it has uses, so no count comes near 65,536."""
PRIMING = '{"id":"x","sid":"w","prime":1}'

_FINDINGS = Text("phát hiện cùng lúc", "findings at once")
_GROUP = 20
_RESERVED_NAMES = ("id", "sid", "prime", "$s", "$and", "$forward")
_RESERVED_IDS = ("x", "sid-w")


@frozen
class Network:
    """What durable_rules is told, and how its answers are read back. Immutable; any thread.

    Attributes
    ----------
    rules
        The rule set, as JSON. Rule ``r<2i>`` finds composite i unmet, ``r<2i+1>`` met.
    facts
        The facts a source's finding amounts to, as JSON text, by truth and then by source: no
        text where no composite uses the source. UNKNOWN never has a fact.
    first
        The source of the first composite. Before it stand the leaves and one that is always met.
    composites
        The position in the program of the step that each composite is.
    steps
        Each step's source, and whether the step is its opposite.
    uses
        The position of the child's step behind each use of a source, in the order in which the
        facts are numbered: two facts a use.
    salt
        What stands in every symbol.
    """

    rules: str
    facts: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    first: int
    composites: tuple[int, ...]
    steps: tuple[tuple[int, bool], ...]
    uses: tuple[int, ...]
    salt: str

    def child(self, fact: str) -> int:
        """Return the position of the child's step that a fact, by its id, says something of."""
        return self.uses[int(fact[1 + len(self.salt) :]) // 2]


@frozen
class _Signed:
    """A source, or its opposite."""

    source: int
    negated: bool = False


@frozen
class _Composite:
    """A count of k; each child is there as often as it counts, as a source and as a step."""

    step: int
    k: int
    children: tuple[_Signed, ...]
    ids: tuple[str, ...]


def network_of(program: Program) -> Network:
    """Return the program's network.

    Raises
    ------
    EngineError
        KM-602: more composites, or more uses of findings, than durable_rules bears.
    """
    signed, composites = _resolve(program)
    first = len(program.leaves) + 1
    _check(len(composites), MOST_COMPOSITES, Text("nút kết hợp", "composites"))
    uses = sum(len(composite.children) for composite in composites)
    _check(uses, MOST_FINDINGS, _FINDINGS)
    salt = _salt(len(composites), uses)
    return Network(
        json.dumps(dict(_rules(composites, salt))),
        _facts(composites, first + len(composites), salt),
        first,
        tuple(composite.step for composite in composites),
        tuple((each.source, each.negated) for each in signed),
        tuple(program.position[id_] for composite in composites for id_ in composite.ids),
        salt,
    )


def _check(found: int, most: int, what: Text) -> None:
    if found > most:
        raise EngineError(
            Diagnostic("KM-602", arguments={"what": what, "found": found, "most": most})
        )


def _resolve(program: Program) -> tuple[Sequence[_Signed], Sequence[_Composite]]:
    """Return each step as a source or its opposite, and the composites that need counting."""
    always = _Signed(len(program.leaves))
    signed: dict[str, _Signed] = {}
    composites: list[_Composite] = []
    leaves = count()
    for at, step in enumerate(program.steps):
        match step:
            case Leaf():
                found = _Signed(next(leaves))
            case Negation(_, child):
                found = _opposite(signed[child])
            case Count(_, k, children) if not 1 <= k <= len(children):
                found = always if k < 1 else _opposite(always)
            case Count(_, _, (child,)):
                found = signed[child]
            case Count(_, k, children):
                composites.append(_composite(at, k, children, signed))
                found = _Signed(always.source + len(composites))
            case Score():
                k, worth = _reduced(step)
                total = sum(worth.values())
                if not 1 <= k <= total:
                    found = always if k < 1 else _opposite(always)
                elif len(worth) == 1:
                    found = signed[next(iter(worth))]
                else:
                    _check(total, MOST_FINDINGS, _FINDINGS)  # before so many are written out
                    counted = tuple(each for child, n in worth.items() for each in [child] * n)
                    composites.append(_composite(at, k, counted, signed))
                    found = _Signed(always.source + len(composites))
            case _:
                assert_never(step)
        signed[step.id] = found
    return tuple(signed.values()), composites


def _composite(
    step: int, k: int, children: tuple[str, ...], signed: Mapping[str, _Signed]
) -> _Composite:
    return _Composite(step, k, tuple(signed[child] for child in children), children)


def _reduced(score: Score) -> tuple[int, dict[str, int]]:
    """Return the least numbers that count like a score's threshold and points.

    Divided by what divides all points, a sum of points reaches the threshold exactly where it
    reaches the threshold's quotient rounded up; a child worth more than that is worth just that.
    """
    worth = {child: n for child, n in zip(score.children, score.points, strict=True) if n}
    unit = gcd(*worth.values()) or 1
    k = -(-score.threshold // unit)
    return k, {child: min(n // unit, max(k, 0)) for child, n in worth.items()}


def _opposite(signed: _Signed) -> _Signed:
    return _Signed(signed.source, not signed.negated)


def _rules(composites: Sequence[_Composite], salt: str) -> Iterator[tuple[str, object]]:
    """Yield the rules: one that primes the set, and two a composite.

    Tests stand in two levels because 512 at one level hang the engine.
    """
    yield "prime", {"all": [{"m": {"prime": 1}}]}
    for at, composite in enumerate(composites):
        unmet = len(composite.children) - composite.k + 1
        for met, need in ((0, unmet), (1, composite.k)):
            tests = [{_group(at, salt): 1}, {_child_of(at, salt): met}]
            yield f"r{2 * at + met}", {"all": [{"m": {"$and": tests}}], "count": need}


def _facts(
    composites: Sequence[_Composite], sources: int, salt: str
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the facts by truth and source: a child's truth tells its parent one thing."""
    met: list[list[str]] = [[] for _ in range(sources)]
    unmet: list[list[str]] = [[] for _ in range(sources)]
    numbers = count()
    for at, composite in enumerate(composites):
        group, child_of = _group(at, salt), _child_of(at, salt)
        for child in composite.children:
            for told in (0, 1):
                found = unmet if bool(told) is child.negated else met
                id_ = _finding(next(numbers), salt)
                fact = f'{{"id":"{id_}","sid":"w","{group}":1,"{child_of}":{told}}}'
                found[child.source].append(fact)
    return _joined(unmet), ("",) * sources, _joined(met)


def _joined(facts: Sequence[Sequence[str]]) -> tuple[str, ...]:
    return tuple(map(",".join, facts))


def _group(composite: int, salt: str) -> str:
    return f"g{salt}{composite // _GROUP}"


def _child_of(composite: int, salt: str) -> str:
    return f"p{salt}{composite}"


def _finding(number: int, salt: str) -> str:
    return f"e{salt}{number}"


def _salt(composites: int, uses: int) -> str:
    """Return what to put into every symbol so that no two have the same hash.

    durable_rules tells names apart, and ids apart, by a 32-bit hash alone: two with one hash
    are one to it. The first salt is empty and nearly always serves.
    """

    def distinct(salt: str) -> bool:
        groups = range(0, composites, _GROUP)
        names = [*_RESERVED_NAMES, *(_group(at, salt) for at in groups)]
        names += (_child_of(at, salt) for at in range(composites))
        ids = [*_RESERVED_IDS, *(_finding(number, salt) for number in range(2 * uses))]
        return all(len({*map(_hash, each)}) == len(each) for each in (names, ids))

    salts = (f"{number}_" if number else "" for number in count())
    return next(salt for salt in salts if distinct(salt))


def _hash(symbol: str) -> int:
    """Return FNV-1a in 32 bits, the hash durable_rules takes of names and ids."""
    value = 0x811C9DC5
    for byte in symbol.encode("ascii"):
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value
