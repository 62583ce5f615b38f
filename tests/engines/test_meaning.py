"""The meaning itself, held to brute force over small boxes, and to law 1."""

from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from kieumau.program.box import Box
from kieumau.program.meaning import evaluate, leaf_truth
from kieumau.program.steps import Count, Leaf, Linear, Negation, Program, Step, Term
from kieumau.rules.conditions import Op
from kieumau.rules.measures import IfZero
from kieumau.truth import Truth, reaches
from tests.engines.programs import (
    CHOICE,
    DATES,
    DAYS,
    MEASURES,
    NUMBERS,
    PARTS,
    RATIO,
    SUM,
    choice,
    constant,
    constants,
    dated,
    if_zeros,
    linear,
    ops,
    score,
    terms,
)

HOLDS = {
    Op.EQ: lambda left, right: left == right,
    Op.NE: lambda left, right: left != right,
    Op.LT: lambda left, right: left < right,
    Op.LE: lambda left, right: left <= right,
    Op.GT: lambda left, right: left > right,
    Op.GE: lambda left, right: left >= right,
}
ZERO = {IfZero.MET: 2, IfZero.NOT_APPLICABLE: 2, IfZero.UNMET: 0, IfZero.UNKNOWN: 1}
ids = (*NUMBERS, *PARTS)


def spans(low: int) -> st.SearchStrategy[tuple[int, int]]:
    """Return small intervals from ``low`` up."""
    ends = st.tuples(st.integers(low, 3), st.integers(low, 3))
    return ends.map(lambda pair: (min(pair), max(pair)))


full_boxes = st.fixed_dictionaries(
    {id_: spans(-3) for id_ in NUMBERS} | {id_: spans(0) for id_ in PARTS}
)


def truths_over(form: Linear, box: dict[str, tuple[int, int]]) -> set[int]:
    """Return the truths the comparison takes over the real box, by walking a grid of halves.

    The sum is continuous, so between its values on the grid it takes every other: where the
    constant lies among them, the point that hits it exactly is a point of the box too.
    """
    assert isinstance(form.constant, int)
    read = [term.measure for term in form.terms]
    axes = [
        [Fraction(half, 2) for half in range(2 * low, 2 * high + 1)]
        for low, high in (box[id_] for id_ in read)
    ]
    sums = {
        sum((term.coefficient * at for term, at in zip(form.terms, point, strict=True)), Fraction())
        for point in product(*axes)
    }
    if min(sums) < form.constant < max(sums):
        sums.add(Fraction(form.constant))
    return {2 if HOLDS[form.op](value, form.constant) else 0 for value in sums}


def one_truth(truths: set[int]) -> int:
    """Return the one truth there is; UNKNOWN where there are more."""
    return truths.pop() if len(truths) == 1 else 1


@settings(max_examples=250, deadline=None)
@given(st.builds(Linear, terms(ids), ops, constants), full_boxes)
def test_a_comparison_is_met_where_it_holds_everywhere(form, box):
    """MET iff every point of the box satisfies it, UNMET iff none does."""
    found = leaf_truth(Leaf("x", (form,)), Box(box))

    assert found == one_truth(truths_over(form, box))


@settings(max_examples=250, deadline=None)
@given(
    st.builds(Linear, terms(ids), ops, constants, st.just((Term(1, PARTS[0]),))),
    if_zeros,
    full_boxes,
)
def test_a_divisor_of_one_measure_is_decided_exactly(form, if_zero, box):
    """Where the denominator may be zero, both what if_zero says and the rest must agree.

    A denominator is zero or at least one unit of its last decimal.
    """
    low, high = box[PARTS[0]]
    truths = {ZERO[if_zero]} if low == 0 else set()
    if high > 0:
        truths |= truths_over(form, {**box, PARTS[0]: (max(low, 1), high)})

    assert leaf_truth(Leaf("x", (form,), if_zero), Box(box)) == one_truth(truths)


@settings(max_examples=200, deadline=None)
@given(
    st.builds(Linear, terms(ids), ops, constants, st.just((Term(1, PARTS[0]), Term(2, PARTS[1])))),
    if_zeros,
    full_boxes,
)
def test_a_divisor_of_several_measures_is_never_wrong(form, if_zero, box):
    """What is MET or UNMET holds, or fails, at every whole point of the box."""
    found = leaf_truth(Leaf("x", (form,), if_zero), Box(box))
    wholes = {id_: range(low, high + 1) for id_, (low, high) in box.items()}
    for point in product(*(wholes[id_] for id_ in ids)):
        at = {id_: (value, value) for id_, value in zip(ids, point, strict=True)}
        zero = at[PARTS[0]] == at[PARTS[1]] == (0, 0)
        there = {ZERO[if_zero]} if zero else truths_over(form, at)

        assert found == 1 or there == {found}


@st.composite
def leaves(draw: st.DrawFn, id_: str) -> Leaf:
    """Draw a leaf whose forms mean the same: the later ones over a measure derived."""
    op, at, if_zero = draw(ops), draw(st.integers(-3, 3)), draw(if_zeros)
    numerator, denominator = NUMBERS[0], PARTS[0]
    added = (Term(1, numerator), Term(1, denominator))
    divided = (Term(100, numerator), Term(-50 * at, denominator))
    below = (Term(1, denominator),)
    kind = draw(st.sampled_from(["linear", "sum", "ratio", "choice", "dated", "constant"]))
    match kind:
        case "sum":
            forms = (Linear(added, op, at), Linear((Term(1, SUM),), op, at))
        case "ratio":
            forms = (
                Linear(divided, op, 0, below),
                Linear((Term(1, RATIO),), op, 50 * at),
            )
        case _:
            form = {"linear": linear, "choice": choice, "dated": dated, "constant": constant}[kind]
            forms = (draw(form),)
    return Leaf(id_, forms, if_zero, dated=kind == "dated")


@st.composite
def consistent_programs(draw: st.DrawFn) -> Program:
    """Draw a program of such leaves under counts and negations (never of dates)."""
    steps: list[Step] = [draw(leaves(f"l{at}")) for at in range(draw(st.integers(1, 6)))]
    for at in range(draw(st.integers(0, 5))):
        of = [step.id for step in steps]
        sane = [step.id for step in steps if not (isinstance(step, Leaf) and step.dated)]
        if sane and draw(st.booleans()):
            steps.append(Negation(f"n{at}", draw(st.sampled_from(sane))))
        children = draw(st.lists(st.sampled_from(of), min_size=1, max_size=4, unique=True))
        if draw(st.booleans()):
            steps.append(draw(score(f"s{at}", tuple(children))))
        else:
            steps.append(Count(f"c{at}", draw(st.integers(1, len(children))), tuple(children)))
    return Program(MEASURES, tuple(steps), steps[-1].id)


@st.composite
def known_less_and_more(draw: st.DrawFn) -> tuple[Box, Box]:
    """Draw two boxes around one ward; the second fills or narrows the first."""
    world = {id_: Fraction(draw(st.integers(0, 4))) for id_ in ids}
    world |= {id_: Fraction(draw(st.sampled_from(sorted(DAYS.values())))) for id_ in DATES}
    world[CHOICE] = Fraction(draw(st.integers(0, 3)))
    world[SUM] = world[NUMBERS[0]] + world[PARTS[0]]
    if world[PARTS[0]]:
        world[RATIO] = 100 * world[NUMBERS[0]] / world[PARTS[0]]
    none = {id_ for id_ in DATES if draw(st.integers(0, 3)) == 0}
    less: dict[str, tuple[int, int]] = {}
    more: dict[str, tuple[int, int]] = {}
    undated_less, undated_more = set(), set()
    for id_, value in world.items():
        knowing = draw(st.integers(0, 2))  # in neither, in the second, in both
        if id_ in none:
            undated_less |= {id_} if knowing > 1 else set()
            undated_more |= {id_} if knowing else set()
            continue
        low, high = value.__floor__(), value.__ceil__()
        slack = st.just(0) if id_ == CHOICE else st.sampled_from([0, 0, 1, 3])
        least = 0 if id_ in PARTS else -(10**9)
        for box in (more, less)[:knowing]:
            low, high = max(least, low - draw(slack)), high + draw(slack)
            box[id_] = (low, high)
    return Box(less, frozenset(undated_less), DAYS), Box(more, frozenset(undated_more), DAYS)


@settings(max_examples=250, deadline=None)
@given(consistent_programs(), known_less_and_more())
def test_knowledge_is_monotone(program, two):
    """Law 1: filling an absent measure or narrowing an interval never changes a known step."""
    less, more = (evaluate(program, box) for box in two)
    for before, after in zip(less, more, strict=True):
        assert before in (1, after)


@given(st.data())
def test_points_are_decided_by_every_way_the_unknown_may_come_out(data):
    """MET iff all completions of the unknown children reach the threshold, UNMET iff none does."""
    points = data.draw(st.lists(st.sampled_from([0, 1, 2, 5, 30]), max_size=6))
    truths = data.draw(st.lists(st.sampled_from(Truth), min_size=len(points), max_size=len(points)))
    threshold = data.draw(st.integers(0, sum(points) + 1))
    open_ = [(0, 2) if truth is Truth.UNKNOWN else (truth,) for truth in truths]
    sums = [sum(n for n, at in zip(points, way, strict=True) if at) for way in product(*open_)]

    found = {2 if each >= threshold else 0 for each in sums}
    assert reaches(threshold, points, truths) == one_truth(found)
