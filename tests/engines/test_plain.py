"""The plain engine says what the meaning says, for every step of every ward."""

import copy
import pickle
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kieumau.engines.leaves import Leaves
from kieumau.engines.plain import Plain
from kieumau.program.box import Box
from kieumau.program.steps import Count, Leaf, Linear, Member, Negation, Program, Term
from kieumau.rules.conditions import Op
from kieumau.rules.measures import IfZero, Kind, Measure, Sum
from kieumau.rules.periods import MonthDay
from kieumau.wording import Text
from tests.engines.programs import Layers, boxes, exact_boxes, meant, programs, synthetic, wards


@settings(max_examples=200, deadline=None)
@given(programs(), st.lists(boxes, min_size=1, max_size=4))
def test_agrees_with_meaning(program, several):
    """Every step of any program has its meaning's truth in any box."""
    plain = Plain(program)
    for box in several:
        assert plain.run(box) == meant(program, box)


@settings(max_examples=100, deadline=None)
@given(programs(), exact_boxes())
def test_exactness_is_only_a_shorter_way(program, box):
    """An exact box has the same truths when it is not said to be exact."""
    plain = Plain(program)

    assert plain.run(box) == plain.run(Box(box.spans, box.undated, box.days))


@settings(max_examples=50, deadline=None)
@given(programs(), boxes)
def test_leaf_truths_are_the_leaves_of_the_run(program, box):
    """The shared leaf code gives the leaves' truths in the order of the leaves."""
    plain = Plain(program)
    run = dict(zip(program.position, plain.run(box), strict=True))

    assert plain.leaf_truths(box) == tuple(run[leaf.id] for leaf in program.leaves)


def test_truths_are_plain_integers():
    """No Truth leaks out, from exact boxes nor from others: equality and JSON stay simple."""
    program = synthetic(Layers(5, 3, 4))
    (ward,) = wards(program, 1)

    for box in (ward, Box(ward.spans)):
        assert {type(truth) for truth in Plain(program).run(box)} == {int}


@pytest.mark.parametrize("if_zero", IfZero)
@pytest.mark.parametrize("divisor", [None, 0, 3])
@pytest.mark.parametrize("value", [None, 5])
def test_divisors(if_zero, divisor, value):
    """A zero denominator is decided by if_zero even where the numerator is absent."""
    form = Linear((Term(1, "a"), Term(-1, "n")), Op.GE, 0, (Term(1, "n"),))
    program = Program((), (Leaf("x", (form,), if_zero),))
    given_ = {"a": value, "n": divisor}
    spans = {id_: (at, at) for id_, at in given_.items() if at is not None}
    zero = {IfZero.MET: 2, IfZero.NOT_APPLICABLE: 2, IfZero.UNMET: 0, IfZero.UNKNOWN: 1}
    expected = zero[if_zero] if divisor == 0 else 2 if divisor and value else 1

    assert Plain(program).run(Box(spans, exact=True)) == (expected,)


@pytest.mark.parametrize("op", Op)
def test_days_come_from_the_box(op):
    """A day without a year is the day the box says, not a number known when compiling."""
    day = MonthDay(3, 31)
    leaf = Leaf("x", (Linear((Term(1, "d"),), op, day),), dated=True)
    program = Program((), (leaf, Leaf("y", leaf.forms, dated=True)))
    plain = Plain(program)
    at = date(2023, 3, 31).toordinal()
    for value in (at - 1, at, at + 1):
        box = Box({"d": (value, value)}, days={day: at}, exact=True)

        assert plain.run(box) == meant(program, box)


def test_a_form_over_derived_measures_is_left_out_of_exact_boxes():
    """Where every span is of a base measure, a form over a derived one cannot decide."""
    total = Measure("s", Text("s"), Kind.INTEGER, derived=Sum(("a", "b")))
    forms = (
        Linear((Term(1, "a"), Term(1, "b")), Op.GE, 4),
        Linear((Term(1, "s"),), Op.GE, 4),
    )
    plain = Plain(Program((total,), (Leaf("x", forms),)))

    assert plain.run(Box({"a": (4, 4)}, exact=True)) == (1,)
    assert plain.run(Box({"s": (4, 4)})) == (2,)


@pytest.mark.parametrize("size", [0, 1, 2, 5, 40])
def test_counts_of_every_k(size):
    """All, any and k of n agree with the meaning, for every k and even for refused ones."""
    leaves = tuple(Leaf(f"l{at}", (Linear((Term(1, f"m{at}"),), Op.GE, 1),)) for at in range(size))
    counts = tuple(Count(f"c{k}", k, tuple(leaf.id for leaf in leaves)) for k in range(size + 2))
    program = Program((), leaves + counts)
    plain = Plain(program)
    for seed in range(30):
        spans = {
            f"m{at}": (value, value) for at in range(size) if (value := (seed * 7 + at * 5) % 3) < 2
        }
        box = Box(spans, exact=True)

        assert plain.run(box) == meant(program, box)


def test_a_large_program_compiles():
    """3,000 steps, wide counts, long sums and deep chains are no trouble for Python's compiler."""
    program = synthetic(Layers(1500, 1300, 700))
    ids = tuple(program.position)
    long = Linear(tuple(Term(1, f"m{at % 700}") for at in range(3000)), Op.GE, 9)
    chain = [Negation("n0", ids[0])]
    chain += [Negation(f"n{at}", f"n{at - 1}") for at in range(1, 200)]
    wide = (Count("all", len(ids), ids), Count("any", 1, ids), Count("half", len(ids) // 2, ids))
    program = Program(program.measures, (*program.steps, Leaf("long", (long,)), *chain, *wide))
    plain = Plain(program)
    for box in wards(program, 3):
        assert plain.run(box) == meant(program, box)


def test_nothing_a_person_wrote_is_run():
    """Ids that are Python, and choices' positions, reach the source only as numbers."""
    ids = ["__import__('os').abort()", "s0 = 2", '"""', "\\", "{m0}", "None"]
    leaves = tuple(Leaf(id_, (Linear((Term(1, id_),), Op.GE, 1),)) for id_ in ids)
    member = Leaf("c", (Member(ids[0], ()), Member(ids[1], (1,), negated=True)))
    program = Program((), (*leaves, member))
    box = Box(dict.fromkeys(ids, (1, 1)), exact=True)

    assert Plain(program).run(box) == meant(program, box)


def test_pickles_and_copies():
    """A pickled or copied engine gives the same truths, and so does the leaf code."""
    program = synthetic(Layers(10, 6, 8))
    plain = Plain(program)
    (box,) = wards(program, 1)

    for other in (pickle.loads(pickle.dumps(plain)), copy.copy(plain), copy.deepcopy(plain)):  # noqa: S301
        assert other.run(box) == plain.run(box)
    assert pickle.loads(pickle.dumps(Leaves(program))).truths(box) == plain.leaf_truths(box)  # noqa: S301


def test_no_steps():
    """A program in which nothing counts has no truths."""
    assert Plain(Program((), ())).run(Box({}, exact=True)) == ()
