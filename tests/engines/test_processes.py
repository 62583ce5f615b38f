"""What only a process of its own can show: memory, forks, and durable_rules not importing."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def in_process(script: str) -> str:
    """Run a script in a new interpreter at the root; return what it printed."""
    lines = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{script}"
    done = subprocess.run(
        [sys.executable, "-c", lines], capture_output=True, text=True, check=False, cwd=ROOT
    )

    assert done.returncode == 0, done.stderr
    return done.stdout


SMALL = """
from tests.engines.programs import Layers, synthetic, wards
from kieumau.engines.rete import Rete, ReteFor
program = synthetic(Layers(20, 10, 15))
boxes = wards(program, 50)
"""

MEMORY = (
    SMALL
    + """
def kilobytes():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4

def run(rete, many):
    for at in range(many):
        rete.run(boxes[at % 50])

rete = Rete(program)
run(rete, 1000)
before = kilobytes()
run(rete, 5000)
print(kilobytes() - before)
def interrupt(*_):
    raise KeyboardInterrupt

def make_and_drop(many):
    for _ in range(many):
        run(Rete(program), 2)
        try:
            run(Rete(program, fired=interrupt), 1)
        except KeyboardInterrupt:
            pass

make_and_drop(30)
before = kilobytes()
make_and_drop(80)
print(kilobytes() - before)
"""
)


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="resident size is read in /proc")
@pytest.mark.usefixtures("durable_rules")
def test_memory_is_flat():
    """5,000 wards, and rule sets dropped after a ward or in one, leave a process no larger."""
    wards, rule_sets = map(int, in_process(MEMORY).split())

    assert wards < 1500
    assert rule_sets < 3000


SESSIONS = """
from datetime import date
import kieumau
standard = kieumau.load("tests/plugins/site/goc_mau", on="2023-12-31")
ward = kieumau.Ward("00001", "Phường Mẫu", "42")
year = kieumau.Period(date(2023, 1, 1), date(2023, 12, 31))

def kilobytes():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4

def open_and_drop(many):
    for at in range(many):
        listener = [].append if at % 3 else None
        session = standard.session(ward, year, engine=ENGINE, listener=listener)
        session.assert_facts({"so_can_bo": 7, "so_phieu": 100})
        session.assert_facts({"so_phieu_hai_long": 90})
        session.correct({"so_can_bo": 3})
        if at % 2:
            session.close()

open_and_drop(200)
before = kilobytes()
open_and_drop(1000)
print(kilobytes() - before)
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="resident size is read in /proc")
@pytest.mark.parametrize("engine", ["rete", "plain"])
@pytest.mark.usefixtures("durable_rules")
def test_a_thousand_sessions_leave_nothing_behind(engine):
    """Closed or dropped, told to a listener or not; each rule set with its ward is about 2 MB."""
    assert int(in_process(f"ENGINE = {engine!r}\n{SESSIONS}")) < 6000


SPARSE = (
    SMALL
    + """
for _ in range(20):
    rete = Rete(program)
    assert set(rete.run(boxes[0].__class__({}, exact=True))) <= {1, 2}
    rete.run(boxes[1])
print("done")
"""
)


@pytest.mark.usefixtures("durable_rules")
def test_a_first_ward_in_which_nothing_fires():
    """Deleting a ward no action ever ran in crashes a rule set that was not primed."""
    assert in_process(SPARSE) == "done\n"


FORK = (
    SMALL
    + """
import os
engine = ReteFor(program)
expected = [engine.run(box) for box in boxes]
child = os.fork()
right = [engine.run(box) for box in boxes] == expected
if not child:
    os._exit(0 if right else 1)
_, status = os.waitpid(child, 0)
print(right, os.waitstatus_to_exitcode(status))
"""
)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")
@pytest.mark.usefixtures("durable_rules")
def test_fork():
    """Parent and child go on after a fork, each with rule sets of its own."""
    assert in_process(FORK) == "True 0\n"


SPAWN = (
    SMALL
    + """
import multiprocessing
engine = ReteFor(program)
with multiprocessing.get_context("spawn").Pool(1) as pool:
    print(pool.map(engine.run, boxes) == [engine.run(box) for box in boxes])
"""
)


@pytest.mark.usefixtures("durable_rules")
def test_spawn():
    """An engine sent to a spawned process runs there."""
    assert in_process(SPAWN) == "True\n"


DAEMON = (
    SMALL
    + """
import threading, time
engine = ReteFor(program)
def forever():
    while True:
        for box in boxes:
            engine.run(box)
for _ in range(3):
    threading.Thread(target=forever, daemon=True).start()
time.sleep(0.2)
"""
)


@pytest.mark.usefixtures("durable_rules")
def test_leaving_while_daemon_threads_run():
    """A process may end in the middle of wards without a crash."""
    assert not in_process(DAEMON)


BLOCKED = """
sys.modules["durable_rules_engine"] = None
from kieumau.engines.choose import availability, choose
from kieumau.errors import EngineError
from kieumau.program.steps import Program
found, chosen = availability(), choose(Program((), ()), "auto")
print(found.available, chosen.engine.name, chosen.why == found.why, sep="|")
print(chosen.why.en)
print(chosen.why.vi)
try:
    choose(Program((), ()), "rete")
except EngineError as error:
    print(error.diagnostics[0].code, error.diagnostics[0].hint())
"""


def test_without_durable_rules():
    """Where it does not import, auto is plain with the reason and the cure; rete is refused."""
    first, why_en, why_vi, refused = in_process(BLOCKED).splitlines()

    assert first == "False|plain|False"
    assert why_en.startswith("plain: durable_rules does not import: ")
    assert why_vi.startswith("plain: không nạp được durable_rules: ")
    for words in ("CPPFLAGS='-O2 -DPyEval_CallObject(f,a)=PyObject_CallObject(f,a)'", "plain"):
        assert words in why_en
        assert words in why_vi
        assert words in refused
    assert refused.startswith("KM-601 ")
