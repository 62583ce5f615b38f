"""Workload W: one seeded, invented set of criteria, and the same by hand.

60 facts a ward (20 counts, 20 shares with one decimal, 20 yes/no), each absent in 5 % of wards;
22 criteria in 5 groups over 78 tests, among them ranges, ratios, alternatives and "2 of 3".
Everything follows from fixed seeds, so W is the same everywhere and figures can be compared.

    wards, CRITERIA   plain data
    columns           the same draws, for tables
    floor_dict        what an engineer would write by hand for one ward: no engine, no library
    floor_truths      the same without the reasons: outcome and criteria alone

What kieumau makes of W is in `as_kieumau.py`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

COUNTS = tuple(f"n{at:02d}" for at in range(20))
SHARES = tuple(f"n{at:02d}" for at in range(20, 40))
FLAGS = tuple(f"b{at:02d}" for at in range(20))
FACTS = COUNTS + SHARES + FLAGS
RARE = COUNTS[16:18]  # things that should not happen: nearly always 0
DIVISORS = COUNTS[18:20]  # never 0
SHOULD_NOT = FLAGS[3::4]  # flags that ought to be false
MOST = (  # every number lies between 0 and this
    dict.fromkeys(COUNTS, 200) | dict.fromkeys(RARE, 3) | dict.fromkeys(DIVISORS, 40)
) | dict.fromkeys(SHARES, 100)
WARDS = 3321

Truth = bool | None
Row = dict[str, Any]


@dataclass(frozen=True)
class Test:
    """One leaf: least, most, zero, within, flag or ratio, and its threshold or two."""

    id: str
    kind: str
    facts: tuple[str, ...]
    value: Any


@dataclass(frozen=True)
class Needs:
    """At least ``k`` of the parts: 1 is *any*, all of them is *all*."""

    k: int
    parts: tuple["Test | Needs", ...]

    @property
    def all(self) -> bool:
        return self.k == len(self.parts)


@dataclass(frozen=True)
class Criterion:
    id: str
    group: str
    tree: Needs

    @property
    def tests(self) -> tuple[Test, ...]:
        return tuple(tests_of(self.tree))


def tests_of(node: Test | Needs) -> Iterator[Test]:
    if isinstance(node, Test):
        yield node
    else:
        for part in node.parts:
            yield from tests_of(part)


# ------------------------------------------------------------------ the seeded draws


def draw(fact: str, chance: np.random.Generator, wards: int) -> np.ndarray:
    """One fact's values for so many wards, none absent."""
    if fact in FLAGS:
        return chance.random(wards) < (0.04 if fact in SHOULD_NOT else 0.96)
    if fact in RARE:
        never = chance.random(wards) < 0.97
        return np.where(never, 0, chance.integers(1, 4, wards)).astype(float)
    if fact in DIVISORS:
        return chance.integers(10, 41, wards).astype(float)
    if fact in COUNTS:
        return chance.integers(20, 201, wards).astype(float)
    return np.round(np.clip(chance.normal(80, 8, wards), 0, 100), 1)


def columns(
    count: int = WARDS, absent: float = 0.05, seed: int = 7
) -> Iterator[tuple[str, np.ndarray, np.ndarray]]:
    """Yield every fact with its values and where it is absent."""
    chance = np.random.default_rng(seed)
    for fact in FACTS:
        values = draw(fact, chance, count)
        gaps = chance.random(count) < absent
        yield fact, values.astype(int) if fact in COUNTS else values, gaps


def wards(count: int = WARDS) -> list[Row]:
    """Wards as dictionaries of int, float and bool; None where a fact is absent."""
    found = [
        [None if gap else value for value, gap in zip(values.tolist(), gaps, strict=True)]
        for _, values, gaps in columns(count)
    ]
    return [dict(zip(FACTS, row, strict=True)) for row in zip(*found, strict=True)]


# The eleven shapes criteria have, in turn. A number is the share of wards a comparison turns
# away (a range: at each end); "two" asks for two of what follows.
COMPARE, FLAG, ZERO, RATIO = ("compare", 0.03), ("flag",), ("zero",), ("ratio",)
WITHIN, LOOSE = ("within", 0.015), ("compare", 0.1)
TWO = ("two", LOOSE, LOOSE, FLAG)
SHAPES: tuple[tuple[Any, ...], ...] = (
    ("all", COMPARE, FLAG),
    ("all", COMPARE, WITHIN, FLAG),
    ("all", COMPARE, ("any", FLAG, ("compare", 0.15))),
    TWO,
    ("all", RATIO, COMPARE, FLAG),
    ("all", ZERO, COMPARE, WITHIN, ("any", ("compare", 0.15), FLAG)),
    ("all", FLAG, ("two", LOOSE, LOOSE, ("within", 0.05))),
    ("all", WITHIN, COMPARE, FLAG, COMPARE),
    ("all", RATIO, FLAG, TWO),
    ("any", LOOSE, FLAG),
    ("all", COMPARE, COMPARE, ZERO, ("any", RATIO, ("within", 0.1))),
)


class _Author:
    """Turns shapes into criteria: facts in a shuffled round, thresholds from a large sample."""

    def __init__(self) -> None:
        sample = {f: draw(f, np.random.default_rng(100 + at), 20_000) for at, f in enumerate(FACTS)}
        self.sample = sample
        chance = np.random.default_rng(42)
        numbers = [each for each in COUNTS + SHARES if each not in RARE + DIVISORS]
        self.numbers = _round(chance.permutation(numbers))
        self.flags = _round(chance.permutation(FLAGS))
        self.upward = False

    def criteria(self, count: int = 22, groups: int = 5) -> Iterator[Criterion]:
        for at in range(count):
            self.at, self.id, self.used = at, f"c{at + 1:02d}", 0
            tree = self.node(SHAPES[at % len(SHAPES)])
            assert isinstance(tree, Needs)
            yield Criterion(self.id, f"g{at * groups // count + 1}", tree)

    def node(self, shape: tuple[Any, ...]) -> Test | Needs:
        kind, *rest = shape
        if kind in ("all", "any", "two"):
            parts = tuple(self.node(each) for each in rest)
            return Needs({"all": len(parts), "any": 1, "two": 2}[kind], parts)
        return getattr(self, f"_{kind}")(*rest)

    def _test(self, kind: str, facts: tuple[str, ...], value: object) -> Test:
        self.used += 1
        return Test(f"{self.id}.{self.used}", kind, facts, value)

    def _compare(self, refused: float) -> Test:
        """Floors and ceilings in turn."""
        fact, self.upward = next(self.numbers), not self.upward
        if self.upward:
            return self._test("least", (fact,), self.quantile(fact, refused))
        return self._test("most", (fact,), self.quantile(fact, 1 - refused))

    def _within(self, refused: float) -> Test:
        fact = next(self.numbers)
        ends = self.quantile(fact, refused), self.quantile(fact, 1 - refused)
        return self._test("within", (fact,), ends)

    def _flag(self) -> Test:
        fact = next(self.flags)
        return self._test("flag", (fact,), fact not in SHOULD_NOT)

    def _zero(self) -> Test:
        return self._test("zero", (RARE[self.at % 2],), 0)

    def _ratio(self) -> Test:
        above, below = COUNTS[self.at % 16], DIVISORS[1 - self.at % 2]
        ratios = self.sample[above] / self.sample[below]
        return self._test("ratio", (above, below), round(float(np.quantile(ratios, 0.03)), 2))

    def quantile(self, fact: str, share: float) -> float:
        return round(float(np.quantile(self.sample[fact], share)), 1 if fact in SHARES else None)


def _round(names: np.ndarray) -> Iterator[str]:
    while True:
        yield from map(str, names)


CRITERIA = tuple(_Author().criteria())
TESTS = tuple(test for criterion in CRITERIA for test in criterion.tests)


# ------------------------------------------------------------------ the floor


def _floor_test(test: Test) -> str:
    x, value = test.facts[0], test.value
    gap = " or ".join(f"{fact} is None" for fact in test.facts)
    decided = {
        "least": f"{x} >= {value!r}",
        "most": f"{x} <= {value!r}",
        "zero": f"{x} == {value!r}",
        "flag": f"{x} is {value!r}",
        "within": f"{value[0]!r} <= {x} <= {value[1]!r}" if test.kind == "within" else "",
        "ratio": f"{x} / {test.facts[-1]} >= {value!r}",
    }
    return f"None if {gap} else {decided[test.kind]}"


def _floor_needs(needs: Needs, names: list[str]) -> str:
    def some(truth: str) -> str:
        return " or ".join(f"{name} is {truth}" for name in names)

    def how_many(test: str) -> str:
        return " + ".join(f"({name} {test})" for name in names)

    if needs.all:
        return f"False if {some('False')} else None if {some('None')} else True"
    if needs.k == 1:
        return f"True if {some('True')} else None if {some('None')} else False"
    met, open_ = how_many("is True"), how_many("is not False")
    return f"True if {met} >= {needs.k} else None if {open_} >= {needs.k} else False"


def floor_source(*, reasons: bool) -> str:
    """One function, no loops, no calls: facts into locals, truths into locals, rows returned."""
    lines = [f"{fact} = ward['{fact}']" for fact in sorted({f for t in TESTS for f in t.facts})]

    def write(node: Test | Needs) -> str:
        if isinstance(node, Test):
            name, said = f"t_{node.id.replace('.', '_')}", _floor_test(node)
        else:
            said = _floor_needs(node, [write(part) for part in node.parts])
            name = f"k{len(lines)}"
        lines.append(f"{name} = {said}")
        return name

    tops = [write(criterion.tree) for criterion in CRITERIA]
    lines.append(f"tops = ({', '.join(tops)})")
    lines.append("outcome = False if False in tops else None if None in tops else True")
    rows = [_floor_row(criterion, top) for criterion, top in zip(CRITERIA, tops, strict=True)]
    lines.append(f"return outcome, [{', '.join(rows)}]" if reasons else "return outcome, tops")
    return "\n ".join(["def floor(ward):", *lines])


def _floor_row(criterion: Criterion, name: str) -> str:
    seen = ", ".join(
        f"{{'id': {test.id!r}, 'value': {_observed(test)}, 'threshold': {test.value!r}, "
        f"'status': t_{test.id.replace('.', '_')}}}"
        for test in criterion.tests
    )
    head = f"'id': {criterion.id!r}, 'group': {criterion.group!r}, 'status': {name}"
    return f"{{{head}, 'tests': [{seen}]}}"


def _observed(test: Test) -> str:
    return f"({', '.join(test.facts)})" if len(test.facts) > 1 else test.facts[0]


def _compiled(*, reasons: bool) -> Callable[[Row], tuple[Truth, Any]]:
    space: dict[str, Any] = {}
    exec(compile(floor_source(reasons=reasons), "<floor>", "exec"), space)
    return space["floor"]


floor_dict = _compiled(reasons=True)
"""A ward's outcome, and a row per criterion with a row per test: value, threshold, status."""

floor_truths = _compiled(reasons=False)
"""A ward's outcome, and the truths of the criteria in order."""
