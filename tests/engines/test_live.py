"""A live ward goes on from what it has derived, and is never wrong about what it knows."""

import gc
import weakref

import pytest
from attrs import field, frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kieumau.engines.live import LivePlain, LiveRete, TakenBackError, live
from kieumau.engines.plain import Plain
from kieumau.engines.rete import ReteFor
from kieumau.program.box import Box
from kieumau.program.steps import Count, Leaf, Linear, Negation, Program, Score, Term
from kieumau.program.support import needed, sufficient, supporting
from kieumau.rules.conditions import Op
from tests.engines.programs import Layers, boxes, meant, programs, synthetic, wards

pytestmark = pytest.mark.usefixtures("durable_rules")
fixtures_are_fine = [HealthCheck.function_scoped_fixture]


@frozen
class Heard:
    """An ear that notes all it hears."""

    begun_anew: list[bool] = field(factory=list)
    told: list[tuple[int, int, tuple[int, ...]]] = field(factory=list)

    def begun(self, *, anew: bool) -> None:
        """Note a beginning."""
        self.begun_anew.append(anew)

    def decided(self, step: int, truth: int) -> None:
        """Note a leaf."""
        self.told.append((step, truth, ()))

    def derived(self, step: int, truth: int, because: tuple[int, ...]) -> None:
        """Note a composite."""
        self.told.append((step, truth, because))


class StopError(Exception):
    """What an ear raises."""


def both(program, *, ear=True):
    """Return a live ward of each engine, each with an ear of its own."""
    ears = Heard(), Heard()
    engines = Plain(program), ReteFor(program)
    pairs = zip(engines, ears, strict=True)
    return [(live(engine, program, own if ear else None), own) for engine, own in pairs]


def growing(program, count=6, seed=3):
    """Return boxes each of which knows more than the one before."""
    (full,) = wards(program, 1, absent=0, seed=seed)
    ids = list(full.spans)
    ends = [len(ids) * at // count for at in range(count + 1)]
    return [Box({id_: full.spans[id_] for id_ in ids[:end]}, exact=True) for end in ends]


@settings(max_examples=100, deadline=None, suppress_health_check=fixtures_are_fine)
@given(programs(), st.lists(boxes, min_size=1, max_size=5))
def test_agrees_with_meaning_whatever_it_learns_next(program, several):
    """Boxes in any order, more or less or other than before: every step is as the meaning says."""
    for ward, _ in both(program, ear=False):
        for box in several:
            assert ward.learn(box) == meant(program, box)


@settings(max_examples=60, deadline=None, suppress_health_check=fixtures_are_fine)
@given(programs(), st.lists(boxes, min_size=1, max_size=4))
def test_an_ear_hears_the_same_of_both_engines(program, several):
    """Each run tells what is newly known, once, after what it rests on; it begins anew alike."""
    wards_ = both(program)
    for box in several:
        told = []
        for ward, ear in wards_:
            ear.told.clear()
            truths = ward.learn(box)
            known = {step for step, truth in enumerate(truths) if truth != 1}
            new = {step for step, _, _ in ear.told}

            assert len(new) == len(ear.told)
            assert all(truths[step] == truth for step, truth, _ in ear.told)
            assert new == known or not ear.begun_anew[-1]
            seen = known - new
            for step, _, because in ear.told:
                assert set(because) <= seen
                assert set(because) <= set(supporting(program, step, truths))
                if not isinstance(program.steps[step], Leaf):
                    assert enough(program, step, truths, because)
                seen.add(step)
            told.append((new, tuple(ear.begun_anew)))
        assert told[0] == told[1]


def enough(program, at, truths, because):
    """Return whether what a rule fired on is enough for it to fire."""
    need, _ = needed(program, at, truths[at])
    step = program.steps[at]
    worth = dict.fromkeys(range(len(program.steps)), 1)
    if isinstance(step, Score):
        pairs = zip(step.children, step.points, strict=True)
        worth = {program.position[id_]: points for id_, points in pairs}
    return sum(worth[child] for child in because) >= need


def test_only_the_first_run_begins_anew_while_knowledge_grows():
    """And each finding is heard once over all of them."""
    program = synthetic(Layers(60, 30))
    for ward, ear in both(program):
        for box in growing(program):
            truths = ward.learn(box)

            assert truths == meant(program, box)
        assert ear.begun_anew == [True] + [False] * 6
        known = [step for step, truth in enumerate(truths) if truth != 1]
        assert sorted(step for step, _, _ in ear.told) == known


def test_what_is_to_be_kept_is_not_taken_back():
    """A loss among leaves is refused before anything is derived or told; then all goes on."""
    leaves = tuple(Leaf(f"l{at}", (Linear((Term(1, f"m{at}"),), Op.EQ, 1),)) for at in range(2))
    program = Program((), (*leaves, Count("both", 2, ("l0", "l1"))))
    one, other = Box({"m0": (1, 1)}, exact=True), Box({"m0": (0, 0), "m1": (1, 1)}, exact=True)
    for ward, ear in both(program):
        kept = ward.learn(one)
        heard = list(ear.told)
        with pytest.raises(TakenBackError) as error:
            ward.learn(other, kept)

        assert error.value.steps == (0,)
        assert ear.told == heard
        assert ward.learn(Box({"m0": (1, 1), "m1": (1, 1)}, exact=True), kept) == (2, 2, 2)
        assert ward.learn(other) == (0, 2, 0)


@pytest.mark.parametrize("kind", [LivePlain, LiveRete])
def test_an_ear_that_raises_at_any_moment(kind):
    """The next time everything is derived anew, and rightly."""
    program = synthetic(Layers(20, 12, 15))
    several, stopped = growing(program, 3), []

    class Raising(Heard):
        """Raises at one moment."""

        left = -1

        def derived(self, *_):
            """Raise when it is time."""
            Raising.left -= 1
            if not Raising.left:
                raise StopError

    for at in range(1, 14):
        engine = ReteFor(program) if kind is LiveRete else Plain(program)
        ward = live(engine, program, Raising())
        assert isinstance(ward, kind)
        Raising.left = -1
        ward.learn(several[1])
        Raising.left = at
        try:
            ward.learn(several[2])
        except StopError:
            stopped.append(at)
            assert ward.learn(several[1]) == meant(program, several[1])
        Raising.left = -1
        assert ward.learn(several[3]) == meant(program, several[3])
    assert stopped


def test_a_dropped_ward_is_freed_at_once():
    """Nothing holds it in a circle: the rule set goes with the last name for it."""
    program = synthetic(Layers(20, 12, 15))
    gc.disable()
    try:
        ward = live(ReteFor(program), program, Heard())
        ward.learn(growing(program)[-1])
        gone = weakref.ref(ward)
        del ward
        assert gone() is None
    finally:
        gc.enable()


def test_closing_twice():
    """The rule set is given back once."""
    program = synthetic(Layers(20, 12, 15))
    for ward, _ in both(program):
        ward.learn(growing(program)[-1])
        ward.close()
        ward.close()


def test_what_is_needed_and_what_suffices():
    """Counts by children, scores by points, a negation by its only child; constants by nothing."""
    leaves = tuple(Leaf(id_, ()) for id_ in "abc")
    steps = (
        *leaves,
        Count("two", 2, ("a", "b", "c")),
        Negation("not", "c"),
        Score("points", 6, ("a", "b", "c"), (1, 5, 0)),
        Count("always", 0, ("a",)),
    )
    program = Program((), steps)
    truths = (2, 2, 0, 2, 2, 2, 2)

    assert [needed(program, at, 2) for at in (0, 3, 4, 5)] == [(0, 0), (2, 3), (1, 1), (6, 6)]
    assert [needed(program, at, 0) for at in (3, 5)] == [(2, 3), (1, 6)]
    assert supporting(program, 5, truths) == (0, 1)
    assert sufficient(program, 4, truths) == (2,)
    assert sufficient(program, 6, truths) == ()
    assert sufficient(program, 0, truths) == ()
