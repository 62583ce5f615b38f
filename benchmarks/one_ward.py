"""Time kieumau one ward at a time against hand-written Python: python benchmarks/one_ward.py.

Prints a Markdown report; nothing is timed unless every ward is answered as the floor answers it.
"""

import argparse
import cProfile
import json
import pstats
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from as_kieumau import fact_sets, standard
from machine import kept, load, machine, resident, run, source, spread
from workload import CRITERIA, WARDS, Row, Truth, floor_dict, wards

import kieumau

ENGINES = ("plain", "rete")
GOALS = {"plain, read": 3, "rete, read": 15}
TIMED = 500  # wards a timing goes round
FLOOR_SECONDS, SECONDS = 0.1, 0.4  # least time on the clock, whole passes
MEMORY = (1_000, 20_000)
FLAT_MB = 2.0
OPTIONAL = (
    *("narwhals", "polars", "pandas", "pyarrow", "numpy", "openpyxl", "jinja2", "docx", "z3"),
    *("psycopg", "cryptography"),
)
LIBRARIES = ("kieumau", "durable_rules", "attrs", "cattrs", "numpy")
BUNDLED = Path(kieumau.__file__).parent / "plugins/ha_tinh/wards/nam-ha-2023.yaml"
COMMAND = ("evaluate", str(BUNDLED), "--criteria", "ha-tinh")
TRUTHS = {kieumau.Status.MET: True, kieumau.Status.NOT_MET: False}
OUTCOMES = {kieumau.Outcome.MET: True, kieumau.Outcome.NOT_MET: False}


# ------------------------------------------------------------------ correctness


def leaves(finding: kieumau.Finding) -> Iterator[kieumau.Finding]:
    """W's leaves: tests, and negated tests as one."""
    if finding.about.negated or finding.about.measures:
        yield finding
    else:
        for child in finding.children:
            yield from leaves(child)


def answer(verdict: kieumau.Verdict) -> tuple[Truth, list[tuple[str, Truth, list[Truth]]]]:
    rows = [
        (each.id, TRUTHS.get(each.status), [TRUTHS.get(leaf.status) for leaf in leaves(each)])
        for each in verdict.criteria
    ]
    return OUTCOMES.get(verdict.outcome), rows


def wanted(ward: Row) -> tuple[Truth, list[tuple[str, Truth, list[Truth]]]]:
    outcome, rows = floor_dict(ward)
    return outcome, [
        (row["id"], row["status"], [test["status"] for test in row["tests"]]) for row in rows
    ]


def check(of: kieumau.Standard) -> Counter[Truth]:
    """Stop unless both engines answer every ward as the floor does, leaf by leaf."""
    mix: Counter[Truth] = Counter()
    for ward, facts in zip(wards(), fact_sets(), strict=True):
        expected = wanted(ward)
        mix[expected[0]] += 1
        verdicts = [of.evaluate(facts, engine=engine) for engine in ENGINES]
        for engine, verdict in zip(ENGINES, verdicts, strict=True):
            if answer(verdict) != expected:
                sys.exit(f"{engine} is wrong about {facts.ward.name}: nothing was timed")
        if verdicts[0] != verdicts[1]:
            sys.exit(f"the engines' verdicts differ on {facts.ward.name}: nothing was timed")
    return mix


# ------------------------------------------------------------------ time


def read(verdict: kieumau.Verdict) -> None:
    """Touch what a reader would of every finding."""
    for finding in verdict.findings:
        finding.id  # noqa: B018 (reading is the point)
        finding.status  # noqa: B018
        finding.title.vi  # noqa: B018
        for fact in finding.observed:
            fact.value  # noqa: B018


def tasks(of: kieumau.Standard) -> dict[str, Callable[[Any], object]]:
    def evaluation(engine: Any) -> Callable[[Any], object]:
        return lambda facts: of.evaluate(facts, engine=engine)

    def reading(engine: Any) -> Callable[[Any], object]:
        return lambda facts: read(of.evaluate(facts, engine=engine))

    found: dict[str, Callable[[Any], object]] = {}
    for engine in ENGINES:
        found |= {f"{engine}, read": reading(engine), f"{engine}, not read": evaluation(engine)}
    return found


def microseconds(task: Callable[[Any], object], subjects: Sequence[Any], seconds: float) -> float:
    passes, start = 0, perf_counter()
    while (spent := perf_counter() - start) < seconds:
        for each in subjects:
            task(each)
        passes += 1
    return spent / passes / len(subjects) * 1e6


def time(of: kieumau.Standard, rounds: int) -> tuple[list[float], dict[str, list[list[float]]]]:
    """Return the floor's times, and each task's beside its ratio to the floor run just before."""
    rows, facts = wards(TIMED), fact_sets(TIMED)
    running = tasks(of)
    floors: list[float] = []
    took: dict[str, list[list[float]]] = {name: [] for name in running}
    for _ in range(rounds):
        for name, task in running.items():
            floor = microseconds(floor_dict, rows, FLOOR_SECONDS)
            each = microseconds(task, facts, SECONDS)
            floors.append(floor)
            took[name].append([each, each / floor])
    return floors, took


def profile(of: kieumau.Standard) -> None:
    facts = fact_sets(1000)
    of.evaluate(facts[0], engine="plain")
    watch = cProfile.Profile()
    watch.enable()
    for each in facts:
        read(of.evaluate(each, engine="plain"))
    watch.disable()
    print(f"{len(facts)} wards, plain, read (a profiler slows small calls down most)")
    pstats.Stats(watch).strip_dirs().sort_stats("tottime").print_stats(25)


# ------------------------------------------------------------------ memory, start


def memory(engine: Any) -> None:
    """Print this process's MB after so many evaluations (in a process of its own)."""
    of, facts, found = standard(), fact_sets(1000), []
    for at in range(MEMORY[-1]):
        of.evaluate(facts[at % len(facts)], engine=engine)
        if at + 1 in MEMORY:
            found.append(resident())
    print(json.dumps(found))


def memories() -> dict[str, list[float]]:
    """Both engines at once: nothing is timed here."""
    command = [sys.executable, __file__, "--memory"]
    running = {
        engine: subprocess.Popen([*command, engine], stdout=subprocess.PIPE, text=True)  # noqa: S603
        for engine in ENGINES
    }
    return {engine: json.loads(each.communicate()[0]) for engine, each in running.items()}


def starting(times: int = 9) -> tuple[list[float], list[str]]:
    """Return the ms `import kieumau` takes in fresh processes, and what it should not load."""
    code = (
        "from time import perf_counter as t; a = t(); import kieumau; b = t(); import sys, json; "
        f"print(json.dumps([(b - a) * 1e3, [m for m in {OPTIONAL!r} if m in sys.modules]]))"
    )
    found = [json.loads(run([sys.executable, "-c", code]).stdout) for _ in range(times)]
    return [each[0] for each in found], sorted({name for each in found for name in each[1]})


def command_line(times: int = 7) -> str:
    """Return how long the command takes from start to end, or why that is not known."""
    command = [sys.executable, "-c", "from kieumau.cli import main; main()", *COMMAND]
    took = []
    for _ in range(times):
        start = perf_counter()
        done = run(command)
        took.append((perf_counter() - start) * 1e3)
        if done.returncode:
            return f"not measured: {(done.stderr.strip().splitlines() or ['it failed'])[-1]}"
    return f"median {median(took):.0f} ms of {times} [{min(took):.0f}..{max(took):.0f}]"


# ------------------------------------------------------------------ the report


def report(rounds: int) -> None:
    print(f"# One ward at a time: workload W\n\n{machine(LIBRARIES)}  ")
    before = source()
    print(f"source {before}, load before {load()}\n")
    of = standard()
    mix = check(of)
    first = of.evaluate(fact_sets(1)[0], engine="plain")
    print(
        f"**Correct**: outcome, {len(CRITERIA)} criteria and all leaves as the floor on {WARDS} "
        f"wards, both engines, their verdicts equal (not met {mix[False]}, undetermined "
        f"{mix[None]}, met {mix[True]}). A verdict has {len(list(first.findings))} findings.\n"
    )
    floors, took = time(of, rounds)
    print(f"Medians of {rounds} interleaved rounds [least..most].\n")
    print("| per ward | µs | × floor | goal |\n|---|---|---|---|")
    print(f"| floor: rows as dicts | {spread(floors)} | 1 | |")
    for name, found in took.items():
        times, ratios = zip(*found, strict=True)
        goal = GOALS.get(name)
        verdict = f"≤ {goal}: {'met' if median(ratios) <= goal else '**missed**'}" if goal else ""
        print(f"| {name} | {spread(times)} | {spread(ratios, 1)} | {verdict} |")
    print(f"\n| resident MB after | {MEMORY[0]:,} | {MEMORY[1]:,} | flat |\n|---|---|---|---|")
    for engine, (early, late) in memories().items():
        flat = "yes" if late - early < FLAT_MB else "**no**"
        print(f"| {engine} | {early:.1f} | {late:.1f} | {flat} ({late - early:+.1f}) |")
    times, loaded = starting()
    print(f"\n- `import kieumau`: {spread(times)} ms, {len(times)} fresh processes; ", end="")
    print(f"optional modules loaded: {', '.join(loaded) or 'none'}")
    print(f"- `kieumau evaluate` of {BUNDLED.name}: {command_line()}")
    print(f"- load after {load()}: others used the machine too; trust ratios, not µs")
    if source() != before:
        print("- **the source changed during this run: run it again**")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("-o", "--output", type=Path, help="also write the report to a file")
    parser.add_argument("--profile", action="store_true", help="where plain's time goes")
    parser.add_argument("--memory", choices=ENGINES, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.memory:
        memory(asked.memory)
    elif asked.profile:
        profile(standard())
    else:
        with kept(asked.output):
            report(asked.rounds)


if __name__ == "__main__":
    main()
