"""Time what authors wait for on a large plugin: python benchmarks/authoring.py.

Writes an invented base of 500 indicators in 20 criteria (five kinds, measures of their own, ten
dates on which something changes) with few cases and with 1,000, and times ``kieumau check`` and
``kieumau test`` as whole processes, in turn. Prints a Markdown table: medians, and the least in
brackets. ``--profile`` shows where the time of a check goes instead.
"""

import argparse
import cProfile
import os
import pstats
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

import kieumau

INDICATORS, FEW, CASES, CRITERIA, DATES = 500, 10, 1_000, 20, 10
GOALS = {("check", FEW): 2.0, ("check", CASES): None, ("test", CASES): 5.0}  # seconds, all in all
KINDS = 5


def write_plugin(folder: Path, indicators: int = INDICATORS, cases: int = CASES) -> Path:
    """Write the plugin; its cases start from the first, which comes to every threshold."""
    (folder / "rules").mkdir(parents=True)
    (folder / "plugin.yaml").write_text(MANIFEST, "utf-8")
    numbers = range(indicators)
    measures = "".join(_measures(n) for n in numbers)
    (folder / "measures.yaml").write_text(
        f"format: kieumau/measures/1\nmeasures:\n{measures}", "utf-8"
    )
    size = -(-indicators // CRITERIA)
    criteria = "".join(
        CRITERION.format(n=n // size) + "".join(_indicator(each) for each in numbers[n : n + size])
        for n in range(0, indicators, size)
    )
    (folder / "rules" / "bo.yaml").write_text(SET + criteria, "utf-8")
    if cases:
        (folder / "cases").mkdir()
        facts = "".join(_facts(n) for n in numbers)
        text = FIRST_CASE.format(facts=facts) + "".join(
            _case(n, indicators) for n in range(1, cases)
        )
        (folder / "cases" / "2023.yaml").write_text(text, "utf-8")
    return folder


def _measures(n: int) -> str:
    name = f"số liệu mẫu thứ {n}"
    match n % KINDS:
        case 0:
            return f"  - {{id: m{n}, name: {name}, kind: integer, max: 1000}}\n"
        case 1:
            return f"  - {{id: m{n}, name: {name}, kind: yes/no}}\n"
        case 2:
            return f"  - {{id: m{n}, name: {name}, kind: date}}\n"
        case 3:
            return (
                f"  - {{id: m{n}, name: {name}, kind: choice, choices: "
                f"[{{id: a, name: hạng a}}, {{id: b, name: hạng b}}]}}\n"
            )
        case _:
            return (
                f"  - {{id: m{n}_tu, name: tử số {name}, kind: integer, max: 100000}}\n"
                f"  - {{id: m{n}_mau, name: mẫu số {name}, kind: integer, max: 100000}}\n"
                f"  - {{id: m{n}, name: tỷ lệ {name}, kind: percent, "
                f"ratio: {{of: m{n}_tu, to: m{n}_mau}}, if_zero: unknown}}\n"
            )


def _indicator(n: int) -> str:
    name = f"số liệu mẫu thứ {n}"
    requires = (
        f"{name} ≥ {5 + n % 7}",
        name,
        f"{name} ≤ 31/03",
        f"{name} = hạng a",
        f"tỷ lệ {name} ≥ 90%",
    )[n % KINDS]
    starts = f"        from: {date(2013 + n % DATES, 1, 1).isoformat()}\n"
    return INDICATOR.format(n=n, requires=requires) + starts


def _facts(n: int) -> str:
    match n % KINDS:
        case 4:
            return f"      m{n}_tu: 450\n      m{n}_mau: 500\n"
        case kind:
            value = (5 + n % 7, "có", "31/03/2023", "hạng a")[kind]
            return f"      m{n}: {value}\n"


def _case(n: int, indicators: int) -> str:
    """Return a case that fails one indicator."""
    at = n % indicators
    facts = (f"m{at}: 1", f"m{at}: không", f"m{at}: none", f"m{at}: hạng b", f"m{at}_tu: 449")
    return (
        f"  - {{id: truong-hop-{n}, sentence: Trường hợp giả định thứ {n}., like: dat, "
        f"facts: {{{facts[at % KINDS]}}}, "
        f"expect: {{outcome: not_met, findings: {{chi-tieu-{at}: not_met}}}}}}\n"
    )


MANIFEST = """\
format: kieumau/plugin/1
id: bo-lon
version: "1"
kind: base
title: Bộ lớn (giả định)
invented: true
instruments:
  - {id: qd, number: 01/GĐ, title: Quyết định giả định}
"""
SET = """\
format: kieumau/rules/1
set:
  id: bo
  title: Bộ lớn (giả định)
  from: 2012-01-01
  rule: all
  fidelity: derived
  citation: {instrument: qd}
criteria:
"""
CRITERION = """\
  - id: nhom-{n}
    title: Nhóm {n}
    indicators:
"""
INDICATOR = """\
      - id: chi-tieu-{n}
        title: {{vi: Chỉ tiêu {n}, en: Indicator {n}}}
        requires: {requires}
        citation: {{instrument: qd, place: {{vi: Điều {n}, en: Article {n}}}}}
        fidelity: text
"""
FIRST_CASE = """\
format: kieumau/cases/1
ward: {{code: "00001", name: Phường giả định, province: "00"}}
period: {{from: 2023-01-01, to: 2023-12-31}}
cases:
  - id: dat
    sentence: Phường đúng mọi ngưỡng thì đạt.
    facts:
{facts}    expect: {{outcome: met}}
"""


def seconds(command: str, folder: Path) -> tuple[float, float]:
    """Return the time a whole command took: on the clock, and of the processor."""
    start, before = perf_counter(), os.times()
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "kieumau", command, str(folder)],
        check=False,
        capture_output=True,
        text=True,
    )
    clock, after = perf_counter() - start, os.times()
    assert done.returncode == 0, done.stdout + done.stderr
    used = after.children_user + after.children_system
    return clock, used - before.children_user - before.children_system


def report(parent: Path, indicators: int, rounds: int) -> None:
    sizes = {cases for _, cases in GOALS}
    folders = {n: write_plugin(parent / f"bo-{n}", indicators, n) for n in sizes}
    took: dict[tuple[str, int], list[tuple[float, float]]] = {each: [] for each in GOALS}
    for _ in range(rounds):
        for (command, cases), found in took.items():
            found.append(seconds(command, folders[cases]))
    print(f"# Authoring: {indicators} indicators, {DATES} dates, {rounds} rounds\n")
    print("| command | cases | seconds | of the processor | goal |\n|---|---|---|---|---|")
    for each, found in took.items():
        clock, processor = zip(*found, strict=True)
        goal = GOALS[each]
        met = "" if goal is None else "met" if median(clock) <= goal else "**missed**"
        said = f"{goal:g} s: {met}" if goal else ""
        print(
            f"| `kieumau {each[0]}` | {each[1]:,} | {median(clock):.2f} [{min(clock):.2f}] "
            f"| {median(processor):.2f} [{min(processor):.2f}] | {said} |"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--indicators", type=int, default=INDICATORS)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--profile", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as parent:
        if given.profile:
            folder = write_plugin(Path(parent) / "bo", given.indicators, FEW)
            profile = cProfile.Profile()
            profile.runcall(kieumau.check, folder)
            pstats.Stats(profile).sort_stats("cumulative").print_stats(60)
        else:
            report(Path(parent), given.indicators, given.rounds)


if __name__ == "__main__":
    main()
