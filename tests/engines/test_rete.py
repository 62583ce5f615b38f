"""The rete engine says what the meaning says, whatever happens to it."""

import copy
import gc
import pickle
import signal
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kieumau.engines import network as network_module
from kieumau.engines import rete as rete_module
from kieumau.engines.network import MOST_COMPOSITES, MOST_FINDINGS, network_of
from kieumau.engines.plain import Plain
from kieumau.engines.rete import Driver, Rete, ReteFor, driver
from kieumau.errors import EngineError
from kieumau.program.box import Box
from kieumau.program.steps import Count, Leaf, Linear, Negation, Program, Score, Term
from kieumau.rules.conditions import Op
from tests.engines.programs import Layers, boxes, meant, programs, synthetic, wards

pytestmark = pytest.mark.usefixtures("durable_rules")
fixtures_are_fine = [HealthCheck.function_scoped_fixture]


def yes_no(count: int) -> tuple[Leaf, ...]:
    """Return leaves that are met where their measure is 1."""
    return tuple(Leaf(f"l{at}", (Linear((Term(1, f"m{at}"),), Op.EQ, 1),)) for at in range(count))


def truth_box(truths: str) -> Box:
    """Return the box in which those leaves have those truths, one digit each."""
    known = {f"m{at}": int(truth) // 2 for at, truth in enumerate(truths) if truth != "1"}
    return Box({id_: (value, value) for id_, value in known.items()}, exact=True)


@settings(max_examples=200, deadline=None, suppress_health_check=fixtures_are_fine)
@given(programs(), st.lists(boxes, min_size=1, max_size=4))
def test_agrees_with_meaning(program, several):
    """Every step of any program has its meaning's truth in any box, ward after ward."""
    rete = Rete(program)
    for box in several:
        assert rete.run(box) == meant(program, box)


@pytest.mark.parametrize("children", [0, 1, 2, 3, 5])
def test_counts_of_every_k(children):
    """Met at k, unmet at n - k + 1, else unknown: for all truths, and even for refused k."""
    leaves = yes_no(children)
    ids = tuple(leaf.id for leaf in leaves)
    counts = tuple(Count(f"c{k}", k, ids) for k in range(children + 2))
    program = Program((), leaves + counts)
    rete = Rete(program)
    for number in range(3**children):
        truths = "".join(str(number // 3**at % 3) for at in range(children))

        assert rete.run(truth_box(truths)) == meant(program, truth_box(truths))


def test_negations_constants_and_single_children():
    """Steps that need no rule of their own still have a truth, and pass theirs on."""
    always = Leaf("always", (Linear((), Op.GE, 0),))
    steps = (
        *yes_no(2),
        always,
        Negation("not l0", "l0"),
        Negation("not not l0", "not l0"),
        Count("one", 1, ("not l0",)),
        Count("l0 and always", 2, ("l0", "always")),
        Count("neither nor", 2, ("l0", "one")),
        Negation("not neither nor", "neither nor"),
        Count("root", 2, ("not neither nor", "l1", "l0 and always")),
    )
    program = Program((), steps)
    rete = Rete(program)
    for truths in ("00", "01", "02", "10", "11", "12", "20", "21", "22"):
        assert rete.run(truth_box(truths)) == meant(program, truth_box(truths))


def test_no_composites_and_no_steps():
    """Programs without anything to derive run too."""
    assert Rete(Program((), ())).run(Box({})) == ()
    assert Rete(Program((), yes_no(1))).run(truth_box("2")) == (2,)


def test_shared_children():
    """A step may be a child of many, and of one parent both as itself and as its opposite."""
    steps = (
        *yes_no(3),
        Negation("n", "l0"),
        Count("both", 2, ("l0", "n")),
        Count("either", 1, ("l0", "n")),
        *(Count(f"c{at}", 2, ("l0", "n", "l1", "l2", "either")) for at in range(300)),
    )
    program = Program((), steps)
    rete = Rete(program)
    for truths in ("000", "111", "222", "012", "201", "120"):
        assert rete.run(truth_box(truths)) == meant(program, truth_box(truths))


def test_fan_out_of_300():
    """Joins would stop at 16 children; counting does not."""
    leaves = yes_no(300)
    ids = tuple(leaf.id for leaf in leaves)
    counts = tuple(Count(f"c{k}", k, ids) for k in (1, 2, 16, 17, 150, 299, 300))
    program = Program((), leaves + counts)
    rete = Rete(program)
    for truths in ("2" * 300, "0" * 300, "2" * 16 + "0" * 284, "2" * 299 + "1", "20" * 150):
        assert rete.run(truth_box(truths)) == meant(program, truth_box(truths))


@pytest.mark.parametrize("composites", [600, MOST_COMPOSITES])
def test_many_composites(composites):
    """600 composites would hang the engine if they stood at one level; 2,000 are the most."""
    program = synthetic(Layers(80, composites))
    program = Program(program.measures, program.steps[: 80 + composites])
    rete, plain = Rete(program), Plain(program)
    for box in wards(program, 2):
        assert rete.run(box) == plain.run(box)


def test_a_chain_of_composites():
    """What is derived last may depend on what was derived 400 waves before."""
    pairs = [Count("c0", 2, ("l0", "l1"))]
    for at in range(1, 400):
        pairs += [Negation(f"n{at}", pairs[-1].id), Count(f"c{at}", 1, (f"n{at}", "l1"))]
    program = Program((), (*yes_no(2), *pairs))
    rete = Rete(program)
    for truths in ("22", "20", "02", "12", "11", "10"):
        assert rete.run(truth_box(truths)) == meant(program, truth_box(truths))


def test_too_many_composites():
    """Beyond what was measured to work the program is refused, with what to do."""
    leaves = yes_no(2)
    counts = tuple(Count(f"c{at}", 1, ("l0", "l1")) for at in range(MOST_COMPOSITES + 1))
    with pytest.raises(EngineError, match=r"KM-602.*2001 composites.*\n.*plain"):
        Rete(Program((), leaves + counts))


def test_too_many_findings():
    """A ward whose facts would fill memory, or wrap a 16-bit count, is refused."""
    leaves = yes_no(MOST_FINDINGS // 10 + 1)
    ids = tuple(leaf.id for leaf in leaves)
    with pytest.raises(EngineError, match=r"KM-602.*20010 findings"):
        ReteFor(Program((), leaves + tuple(Count(f"c{at}", 3, ids) for at in range(10))))


@pytest.mark.parametrize(
    ("threshold", "points", "children"),
    [
        (80, (30, 25, 30, 15), 20),  # by 5: 16 of 6, 5, 6 and 3
        (81, (30, 25, 30, 15), 20),  # 17 of 20: rounded up, 81 is not 80
        (100, (500, 50, 50), 4),  # by 50: 2 of 2 (10 would count no more), 1 and 1
        (1, (7, 0, 7), 2),  # what earns nothing is not counted
    ],
)
def test_points_are_counted_by_the_least_numbers(threshold, points, children):
    """Divided by what divides them all, and none more than the threshold, they count alike."""
    leaves = yes_no(len(points))
    score = Score("s", threshold, tuple(leaf.id for leaf in leaves), points)
    program = Program((), (*leaves, score))
    network = network_of(program)
    rete = Rete(program, network)

    assert "".join(network.facts[0]).count('"id"') == children
    for truths in map("".join, product("012", repeat=len(points))):
        box = truth_box(truths)
        assert rete.run(box) == Plain(program).run(box) == meant(program, box)


def test_too_many_points():
    """Points nothing divides are refused before they are written out."""
    leaves = yes_no(3)
    ids = tuple(leaf.id for leaf in leaves)
    score = Score("s", 999_983, ids, (499_979, 500_009, 999_983))
    with pytest.raises(EngineError, match=r"KM-602.*1999971 findings"):
        ReteFor(Program((), (*leaves, score)))


def test_the_hash_is_the_engines():
    """Two words durable_rules 2.0.28 was seen to take for one have one hash."""
    assert network_module._hash("costarring") == network_module._hash("liquid")
    assert network_module._hash("") == 0x811C9DC5


def test_colliding_symbols_are_salted(monkeypatch):
    """Symbols with one hash get another salt, the same every time, and answers stay right."""
    real = network_module._hash
    program = synthetic(Layers(20, 12, 15))
    before = network_of(program)

    def colliding(symbol: str) -> int:
        findings_collide = symbol.startswith("e") and not symbol.startswith("e2_")
        return 7 if findings_collide else real(symbol)

    monkeypatch.setattr(network_module, "_hash", colliding)
    after = network_of(program)

    assert "p2_0" in after.rules
    assert "p2_0" not in before.rules
    assert network_of(program) == after
    for box in wards(program, 5):
        assert Rete(program, after).run(box) == meant(program, box)


def test_no_word_of_a_user_reaches_the_engine():
    """Rules and facts are ASCII symbols only."""
    id_ = 'lá " \\'
    program = Program((), (*yes_no(1), Negation(id_, "l0"), Count("nút", 1, ("l0", id_))))
    network = network_of(program)
    told = network.rules + "".join(sum(network.facts, ()))

    assert told.isascii()
    assert "\\" not in told


def broken(real: Driver, call: str, what: object) -> SimpleNamespace:
    """Return durable_rules with one call that fails: returns a code, or raises."""

    def fail(*_: object) -> object:
        if isinstance(what, BaseException):
            raise what
        return what

    names = [name for name in dir(real) if not name.startswith("__")]
    return SimpleNamespace(**{name: getattr(real, name) for name in names} | {call: fail})


@contextmanager
def failing(rete: Rete, call: str, what: object) -> Iterator[None]:
    """Let one call to durable_rules fail for a while."""
    real = rete._driver
    rete._driver = broken(real, call, what)
    try:
        yield
    finally:
        rete._driver = real


@pytest.mark.parametrize("call", ["create_ruleset", "assert_fact"])
@pytest.mark.parametrize("raises", [True, False])
def test_a_rule_set_that_cannot_be_made(monkeypatch, call, raises):
    """Failing to build or to prime a rule set is an EngineError; the next one is made."""
    real = driver()
    what = real.error("error code: 112") if raises or call == "create_ruleset" else (112, 1)
    program = Program((), yes_no(1))
    with monkeypatch.context() as patch:
        patch.setattr(rete_module, "driver", lambda: broken(real, call, what))
        with pytest.raises(EngineError, match=r"KM-603.*112"):
            Rete(program)

    assert Rete(program).run(truth_box("2")) == (2,)


@pytest.mark.parametrize("code", [1, 2, 304])
def test_a_code_is_an_error(code):
    """A fact not handled, observed or too many is never passed over; the next ward is right."""
    program = synthetic(Layers(20, 12, 15))
    rete = Rete(program)
    first, second, third = wards(program, 3)
    rete.run(first)
    with failing(rete, "assert_facts", (code, 1)), pytest.raises(EngineError, match=r"KM-603"):
        rete.run(second)

    assert rete.run(third) == meant(program, third)


@pytest.mark.parametrize("call", ["assert_facts", "start_action_for_state", "delete_state"])
def test_an_exception_is_an_error(call):
    """What the C module raises comes out as an EngineError; the next ward is right."""
    program = synthetic(Layers(20, 12, 15))
    rete = Rete(program)
    first, second = wards(program, 2)
    error = rete._driver.error("Could not do it, error code: 305")
    with failing(rete, call, error), pytest.raises(EngineError, match=r"KM-603.*305"):
        rete.run(first)

    assert rete.run(second) == meant(program, second)


@pytest.mark.parametrize(
    "call", ["assert_facts", "start_action_for_state", "complete_and_start_action", "delete_state"]
)
def test_an_interrupt_leaves_nothing_behind(call):
    """After a KeyboardInterrupt at any call, in any number of wards, the next ward is right."""
    program = synthetic(Layers(20, 12, 15))
    rete = Rete(program)
    for first, second in zip(wards(program, 9), wards(program, 9, seed=8), strict=True):
        with failing(rete, call, KeyboardInterrupt()), pytest.raises(KeyboardInterrupt):
            rete.run(first)

        assert rete.run(second) == meant(program, second)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no interval timer here")
def test_a_storm_of_interrupts():
    """Interrupts at any moment lose only the ward they hit."""
    program = synthetic(Layers(40, 20))
    rete = Rete(program)
    several = wards(program, 10)
    expected = [meant(program, box) for box in several]
    interrupted = 0
    earlier = signal.signal(signal.SIGALRM, signal.default_int_handler)
    try:
        for at in range(400):
            try:
                signal.setitimer(signal.ITIMER_REAL, 0.00002 + at % 40 * 0.00002)
                answer = rete.run(several[at % 10])
                signal.setitimer(signal.ITIMER_REAL, 0)
            except KeyboardInterrupt:
                interrupted += 1
            else:
                assert answer == expected[at % 10]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, earlier)

    assert interrupted
    assert rete.run(several[0]) == expected[0]


def test_calling_it_from_within_itself():
    """A second ward inside the first would wipe it: it is refused, and both ways go on."""
    program = synthetic(Layers(20, 12, 15))
    (box,) = wards(program, 1, absent=0)
    refused = []

    def again(_: int, __: int, ___: str) -> None:
        with pytest.raises(EngineError, match=r"KM-605") as caught:
            rete.run(box)
        refused.append(caught.value)

    rete = Rete(program, fired=again)

    assert rete.run(box) == meant(program, box)
    assert refused


def test_each_firing_is_heard_once_and_children_first():
    """Firings are told in order, each with the truth the run returns."""
    program = synthetic(Layers(20, 12, 15))
    heard: list[tuple[int, int]] = []
    rete = Rete(program, fired=lambda step, truth, _: heard.append((step, truth)))
    for box in wards(program, 20):
        heard.clear()
        run = rete.run(box)
        known = {step for step, truth in enumerate(run) if truth != 1 and step >= 20}

        assert sorted(heard) == [(step, run[step]) for step in sorted(known)]
        seen = set(range(20))
        for step, _ in heard:
            children = {program.position[id_] for id_ in program.steps[step].children}
            settled = [run[child] == run[step] for child in children & seen]

            assert any(settled)
            seen.add(step)


def test_a_rete_belongs_to_its_thread():
    """In another thread a Rete refuses, rather than mix two wards."""
    rete = Rete(Program((), yes_no(1)))
    caught: list[EngineError] = []

    def run() -> None:
        try:
            rete.run(Box({}))
        except EngineError as error:
            caught.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()

    assert [error.diagnostics[0].code for error in caught] == ["KM-604"]


def test_eight_threads():
    """One ReteFor serves eight threads at once, and every answer is right."""
    program = synthetic(Layers(40, 20))
    engine = ReteFor(program)
    several = wards(program, 40)
    expected = [meant(program, box) for box in several]
    wrong: list[int] = []

    def run(first: int) -> None:
        for at in range(len(several)):
            number = (at + first) % len(several)
            if engine.run(several[number]) != expected[number]:
                wrong.append(number)

    threads = [threading.Thread(target=run, args=(5 * at,)) for at in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert not wrong


def test_a_thread_that_ends_gives_its_rule_set_back(monkeypatch):
    """Rule sets go with their thread, and with the engine: ward first, then rule set."""
    closed: list[int] = []
    real = rete_module._close
    monkeypatch.setattr(rete_module, "_close", lambda *a: (closed.append(a[1]), real(*a)))
    program = synthetic(Layers(10, 6, 8))
    engine = ReteFor(program)
    (box,) = wards(program, 1)
    thread = threading.Thread(target=engine.run, args=(box,))
    thread.start()
    thread.join()
    gc.collect()

    assert len(closed) == 1
    engine.run(box)
    gone = weakref.ref(engine._threads.rete)
    del engine
    gc.collect()

    assert gone() is None
    assert len(closed) == 2


def test_pickles_and_copies():
    """Copies carry the program and make rule sets of their own; a bare Rete refuses."""
    program = synthetic(Layers(20, 12, 15))
    engine = ReteFor(program)
    (box,) = wards(program, 1)
    expected = engine.run(box)

    for other in (pickle.loads(pickle.dumps(engine)), copy.copy(engine), copy.deepcopy(engine)):  # noqa: S301
        assert other.run(box) == expected
    for refused in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(EngineError, match=r"KM-604"):
            refused(Rete(program))
