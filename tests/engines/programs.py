"""Random programs and boxes for the engine tests, and a synthetic one of a realistic size."""

import random
from datetime import date
from types import MappingProxyType

from attrs import frozen
from hypothesis import strategies as st

from kieumau.program.box import Box
from kieumau.program.meaning import evaluate
from kieumau.program.steps import (
    Count,
    Leaf,
    Linear,
    Member,
    Negation,
    Program,
    Score,
    Step,
    Term,
)
from kieumau.rules.conditions import Op
from kieumau.rules.measures import IfZero, Kind, Measure, Ratio, Sum
from kieumau.rules.periods import MonthDay
from kieumau.wording import Text

NUMBERS = ("số vụ", "b'\"\\\n", "__import__('os')")
PARTS = ("n", "m[0] or 1/0")  # never negative: what may be divided by
DATES = ("ngày", "d0")
CHOICE = "loại"
SUM, RATIO = "tổng", "tỷ lệ"
DAYS = MappingProxyType({MonthDay(3, 31): 738_245, MonthDay(2, 28): 738_214})
FIRST_DAY = date(2022, 1, 1).toordinal()

MEASURES = (
    *(Measure(id_, Text(id_), Kind.INTEGER) for id_ in (*NUMBERS, *PARTS)),
    *(Measure(id_, Text(id_), Kind.DATE) for id_ in DATES),
    Measure(CHOICE, Text(CHOICE), Kind.CHOICE),
    Measure(SUM, Text(SUM), Kind.INTEGER, derived=Sum((NUMBERS[0], PARTS[0]))),
    Measure(RATIO, Text(RATIO), Kind.PERCENT, derived=Ratio(NUMBERS[0], PARTS[0])),
)

ops = st.sampled_from(Op)
coefficients = st.integers(-3, 3).filter(bool)
constants = st.integers(-12, 12)
if_zeros = st.sampled_from(IfZero)


def terms(ids: tuple[str, ...], most: int = 3) -> st.SearchStrategy[tuple[Term, ...]]:
    """Return sums of one to three of the measures, each at most once."""
    chosen = st.lists(st.sampled_from(ids), min_size=1, max_size=most, unique=True)
    return chosen.flatmap(
        lambda names: st.tuples(*(st.builds(Term, coefficients, st.just(name)) for name in names))
    )


divisors = st.one_of(
    st.just(()),
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=2, unique=True).map(
        lambda ids: tuple(Term(at, id_) for at, id_ in enumerate(ids, 1))
    ),
)
any_divisors = st.one_of(divisors, st.just((Term(1, PARTS[0]), Term(-1, PARTS[1]))), terms(NUMBERS))
derived_divisors = st.one_of(any_divisors, st.just((Term(1, SUM),)))
linear = st.builds(Linear, terms((*NUMBERS, *PARTS)), ops, constants, divisors)
divided = st.builds(Linear, terms((*NUMBERS, *PARTS)), ops, constants, any_divisors)
derived = st.builds(Linear, terms((SUM, RATIO, PARTS[0])), ops, constants, derived_divisors)
choice = st.builds(
    Member, st.just(CHOICE), st.lists(st.integers(0, 3), unique=True).map(tuple), st.booleans()
)
day = st.one_of(st.sampled_from(sorted(DAYS)), st.integers(FIRST_DAY, FIRST_DAY + 400))
dated = st.one_of(
    st.builds(Linear, st.sampled_from(DATES).map(lambda id_: (Term(1, id_),)), ops, day),
    st.builds(Linear, st.just((Term(1, DATES[0]), Term(-1, DATES[1]))), ops, st.integers(-90, 90)),
)
constant = st.builds(Linear, st.just(()), ops, st.integers(-1, 1))


def leaf(id_: str) -> st.SearchStrategy[Leaf]:
    """Return a leaf of any kind."""
    forms = st.one_of(
        st.tuples(linear),
        st.tuples(divided),
        st.tuples(divided, derived),
        st.tuples(derived, divided, derived),
        st.tuples(choice),
        st.tuples(constant),
    )
    plain = st.builds(Leaf, st.just(id_), forms, if_zeros)
    return st.one_of(
        plain, st.builds(Leaf, st.just(id_), st.tuples(dated), dated=st.just(value=True))
    )


@st.composite
def score(draw: st.DrawFn, id_: str, children: tuple[str, ...]) -> Score:
    """Draw a score over children, its points often with a common divisor, some of them 0."""
    unit, room = draw(st.sampled_from([1, 5, 50])), st.sampled_from([0, 1, 2, 3, 6])
    points = tuple(unit * draw(room) for _ in children)
    return Score(id_, draw(st.integers(0, sum(points) + 2)), children, points)


@st.composite
def programs(draw: st.DrawFn, most_leaves: int = 8, most_composites: int = 8) -> Program:
    """Draw a program: a DAG in which any step may be a child of any number of later ones."""
    steps: list[Step] = [draw(leaf("'''lá\"0"))]
    for at in range(draw(st.integers(0, most_leaves + most_composites))):
        ids = [step.id for step in steps]
        match draw(st.sampled_from(["leaf", "count", "score", "not"])):
            case "leaf":
                steps.append(draw(leaf(f"lá {at}")))
            case "not":
                steps.append(Negation(f"not {at}\n", draw(st.sampled_from(ids))))
            case "score":
                children = draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
                steps.append(draw(score(f"điểm {at}", tuple(children))))
            case _:
                children = draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
                k = draw(st.integers(1, len(children)))
                steps.append(Count(f"nút {at}", k, tuple(children)))
    return Program(MEASURES, tuple(steps), steps[-1].id)


def _values(id_: str) -> st.SearchStrategy[int]:
    if id_ in DATES:
        return st.one_of(
            st.integers(FIRST_DAY, FIRST_DAY + 400), st.sampled_from(sorted(DAYS.values()))
        )
    return st.integers(0, 4) if id_ in PARTS or id_ == CHOICE else st.integers(-4, 5)


@st.composite
def exact_boxes(draw: st.DrawFn) -> Box:
    """Draw a box of single values of base measures; some are absent."""
    base = (*NUMBERS, *PARTS, *DATES, CHOICE)
    known = base if draw(st.booleans()) else draw(st.lists(st.sampled_from(base), unique=True))
    values = {id_: draw(_values(id_)) for id_ in known}
    return Box({id_: (at, at) for id_, at in values.items()}, days=DAYS, exact=True)


@st.composite
def open_boxes(draw: st.DrawFn) -> Box:
    """Draw a box with intervals, derived measures supplied directly, and dates that are none."""
    spans: dict[str, tuple[int, int]] = {}
    undated = set()
    for measure in MEASURES:
        if draw(st.booleans()):
            low = draw(_values(measure.id))
            width = 0 if measure.id == CHOICE else draw(st.sampled_from([0, 0, 1, 5]))
            spans[measure.id] = (low, low + width)
        elif measure.id in DATES and draw(st.booleans()):
            undated.add(measure.id)
    return Box(spans, frozenset(undated), DAYS)


boxes = st.one_of(exact_boxes(), open_boxes())


def meant(program: Program, box: Box) -> tuple[int, ...]:
    """Return what the meaning says, as plain integers."""
    return tuple(map(int, evaluate(program, box)))


@frozen
class Layers:
    """The sizes of a synthetic program."""

    leaves: int
    composites: int
    measures: int = 60
    seed: int = 1


def synthetic(size: Layers) -> Program:
    """Return a program of that size: half alternatives, a fifth ratios, composites in layers."""
    chance = random.Random(size.seed)  # noqa: S311 (nothing secret)
    ids = [f"m{at}" for at in range(size.measures)]
    steps: list[Step] = []
    for at in range(size.leaves):
        if at % 5:
            forms = (Linear((Term(1, ids[at % len(ids)]),), Op.GE, chance.randrange(60)),)
        else:
            parts = (Term(100, chance.choice(ids)), Term(-90, chance.choice(ids)))
            forms = (Linear(parts, Op.GE, 0, (Term(1, chance.choice(ids)),)),)
        steps.append(Leaf(f"l{at}", forms, IfZero.NOT_APPLICABLE))
    for at in range(size.composites):
        latest = [step.id for step in steps[-size.leaves :]]
        children = tuple(chance.sample(latest, min(len(latest), chance.choice([2, 2, 3, 3, 4, 6]))))
        k = chance.choice([1, len(children), len(children), min(2, len(children))])
        steps.append(Count(f"c{at}", k, children))
    measures = tuple(Measure(id_, Text(id_), Kind.INTEGER) for id_ in ids)
    return Program(measures, tuple(steps), steps[-1].id)


def wards(program: Program, many: int, absent: float = 0.1, seed: int = 2) -> list[Box]:
    """Return random exact boxes for a synthetic program."""
    chance = random.Random(seed)  # noqa: S311 (nothing secret)
    return [
        Box(
            {
                measure.id: (value, value)
                for measure in program.measures
                if chance.random() >= absent
                for value in (chance.randrange(100),)
            },
            exact=True,
        )
        for _ in range(many)
    ]
