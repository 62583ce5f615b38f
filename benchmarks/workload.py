"""Workload W: one seeded, invented set of criteria in every form the benchmarks need.

60 facts a ward (20 counts, 20 shares with one decimal, 20 yes/no), each absent in 5 % of wards;
22 criteria in 5 groups over 78 tests, among them ranges, ratios, alternatives and "2 of 3".
Everything follows from fixed seeds, so W is the same everywhere and figures can be compared.

    wards, CRITERIA   plain data
    floor_dict        what an engineer would write by hand for one ward: no engine, no library
    write_plugin      W as a kieumau plugin folder
    fact_sets         W's wards as kieumau fact sets
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np

from kieumau.documents.factsets import FactSet
from kieumau.rules.facts import Fact, Ward
from kieumau.rules.periods import Period

COUNTS = tuple(f"n{at:02d}" for at in range(20))
SHARES = tuple(f"n{at:02d}" for at in range(20, 40))
FLAGS = tuple(f"b{at:02d}" for at in range(20))
FACTS = COUNTS + SHARES + FLAGS
RARE = COUNTS[16:18]  # things that should not happen: nearly always 0
DIVISORS = COUNTS[18:20]  # never 0
SHOULD_NOT = FLAGS[3::4]  # flags that ought to be false
WARDS = 3321
PERIOD = Period(date(2023, 1, 1), date(2023, 12, 31))

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


def wards(count: int = WARDS, absent: float = 0.05, seed: int = 7) -> list[Row]:
    """Wards as dictionaries of int, float and bool; None where a fact is absent."""
    chance = np.random.default_rng(seed)
    columns = []
    for fact in FACTS:
        values = draw(fact, chance, count)
        gaps = chance.random(count) < absent
        column = (values.astype(int) if fact in COUNTS else values).tolist()
        columns.append([None if gap else value for value, gap in zip(column, gaps, strict=True)])
    return [dict(zip(FACTS, row, strict=True)) for row in zip(*columns, strict=True)]


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


def floor_source() -> str:
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
    lines.append(f"return outcome, [{', '.join(rows)}]")
    return "\n ".join(["def floor_dict(ward):", *lines])


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


def _compiled() -> Callable[[Row], tuple[Truth, list[Row]]]:
    space: dict[str, Any] = {}
    exec(compile(floor_source(), "<floor>", "exec"), space)
    return space["floor_dict"]


floor_dict = _compiled()
"""A ward's outcome, and a row per criterion with a row per test: value, threshold, status."""


# ------------------------------------------------------------------ as kieumau has it

_INVENTED = {
    "vi": "bịa ra để đo tốc độ, không phải tiêu chí của ai",
    "en": "invented to measure speed; nobody's criteria",
}
_CITATION = {
    "instrument": "van-ban-gia",
    "place": {"vi": "phụ lục (bịa)", "en": "annex (invented)"},
}


def _name(fact: str) -> dict[str, str]:
    if fact in COUNTS:
        return {"vi": f"số việc mẫu {fact}", "en": f"sample count {fact}"}
    if fact in SHARES:
        return {"vi": f"tỷ lệ mẫu {fact}", "en": f"sample share {fact}"}
    return {"vi": f"dấu hiệu mẫu {fact}", "en": f"sample sign {fact}"}


def _ratio_id(test: Test) -> str:
    return "_".join(("r", *test.facts))


def _measures() -> Iterator[dict[str, Any]]:
    for fact in FACTS:
        measure = {"id": fact, "name": _name(fact), "recorded_by": "unit", "collection": _INVENTED}
        if fact in COUNTS:
            top = 3 if fact in RARE else 40 if fact in DIVISORS else 200
            yield measure | {"kind": "integer", "min": 0, "max": top}
        elif fact in SHARES:
            yield measure | {"kind": "percent", "decimals": 1}
        else:
            yield measure | {"kind": "yes/no"}
    for id_, test in {_ratio_id(test): test for test in TESTS if test.kind == "ratio"}.items():
        above, below = test.facts
        yield {
            "id": id_,
            "name": {
                "vi": f"tỷ số mẫu {above} so với {below}",
                "en": f"sample {above} per {below}",
            },
            "kind": "number",
            "decimals": 2,
            "ratio": {"of": above, "to": below},
            "if_zero": "unmet",
        }


def _spelled(value: float, fact: str) -> str:
    text = repr(value).replace(".", ",")
    return f"{text}%" if fact in SHARES else text


def _requires(node: Test | Needs) -> str | dict[str, Any]:
    if isinstance(node, Needs):
        parts = [_requires(part) for part in node.parts]
        if node.all:
            return {"all": parts}
        return {"any": parts} if node.k == 1 else {"at_least": node.k, "of": parts}
    fact, value = node.facts[0], node.value
    name = _name(fact)["vi"]
    match node.kind:
        case "within":
            low, high = (_spelled(each, fact) for each in value)
            return f"{name} trong khoảng {low}..{high}"
        case "flag":
            return f"{name} = {'có' if value else 'không'}"
        case "ratio":
            above, below = node.facts
            return f"tỷ số mẫu {above} so với {below} ≥ {_spelled(value, '')}"
        case _:
            sign = {"least": "≥", "most": "≤", "zero": "="}[node.kind]
            return f"{name} {sign} {_spelled(value, fact)}"


def _criterion(criterion: Criterion) -> dict[str, Any]:
    number, group = criterion.id[1:], criterion.group[1:]
    title = {
        "vi": f"Tiêu chí mẫu {number}, nhóm {group} (bịa)",
        "en": f"Sample criterion {number}, group {group} (invented)",
    }
    said = {"title": title, "fidelity": "text", "citation": _CITATION}
    return said | {
        "id": criterion.id,
        "rule": "all",
        "indicators": [
            said
            | {
                "id": f"{criterion.id}-i",
                "seen": "unseen",
                "note": _INVENTED,
                "requires": _requires(criterion.tree),
            }
        ],
    }


def write_plugin(folder: Path) -> None:
    """Write W as a base plugin: a criterion of W is a criterion with one indicator."""
    title = {"vi": "Tải đo W (bịa)", "en": "Workload W (invented)"}
    manifest = {
        "format": "kieumau/plugin/1",
        "id": "workload-w",
        "version": "1",
        "kind": "base",
        "title": title,
        "invented": True,
        "instruments": [
            {
                "id": "van-ban-gia",
                "title": {"vi": "Văn bản bịa cho tải đo W", "en": "Invented text for workload W"},
                "issuer": _INVENTED,
                "from": "2023-01-01",
            }
        ],
    }
    rules = {
        "format": "kieumau/rules/1",
        "set": {
            "id": "w",
            "title": title,
            "from": "2023-01-01",
            "rule": "all",
            "fidelity": "text",
            "citation": _CITATION,
        },
        "criteria": [_criterion(each) for each in CRITERIA],
    }
    (folder / "rules").mkdir(parents=True, exist_ok=True)
    measures = {"format": "kieumau/measures/1", "measures": list(_measures())}
    files = {"plugin": manifest, "measures": measures, "rules/w": rules}
    for name, content in files.items():
        text = json.dumps(content, ensure_ascii=False, indent=1)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def fact_sets(count: int = WARDS) -> list[FactSet]:
    """W's wards as fact sets; a share is the decimal its float is shown as."""
    return [
        FactSet(
            Ward(f"{at:05d}", f"Phường mẫu {at}", "00"),
            PERIOD,
            tuple(
                Fact(name, Decimal(repr(value)) if isinstance(value, float) else value)
                for name, value in ward.items()
                if value is not None
            ),
            invented=True,
        )
        for at, ward in enumerate(wards(count))
    ]
