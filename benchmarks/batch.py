"""Time `kieumau batch` on files of many wards: python benchmarks/batch.py [-o benchmarks/BATCH.md].

Whole processes, from a file to a file: rows a second, and the most memory the process held. The
summaries of all runs of a size must agree, or there is no report.
"""

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import median
from time import perf_counter

import tables
from as_kieumau import write_plugin
from machine import kept, load, machine, run, source, spread

SIZES = (100_000, 1_000_000)
KINDS = ("parquet", "csv")
OUTCOMES = ("rows", "met", "not_met", "undetermined")
HERE = Path(__file__).parent
CODE = """
import atexit, json, sys, time
_, here, used, *sys.argv[1:] = sys.argv
sys.path.insert(0, here)
from machine import peak
atexit.register(lambda: json.dump([peak(), time.process_time()], open(used, "w")))
from kieumau.cli import main
main()
"""
LIBRARIES = ("kieumau", "narwhals", "polars", "pyarrow")


@dataclass(frozen=True)
class Run:
    seconds: float
    processor: float
    peak: float
    counts: tuple[int, ...]


def batch(folder: Path, facts: Path) -> Run:
    """Run the command in a process that leaves behind the most memory it held."""
    output, used = folder / f"out{facts.suffix}", folder / "used.json"
    command = [sys.executable, "-c", CODE, str(HERE), str(used), "batch", str(facts)]
    command += ["--criteria", str(folder / "plugin"), "-o", str(output), "--format", "json"]
    start = perf_counter()
    done = run(command)
    seconds = perf_counter() - start
    if done.returncode:
        sys.exit(f"{facts.name}: {done.stderr}")
    output.unlink()
    summary, (peak, processor) = json.loads(done.stdout), json.loads(used.read_text("ascii"))
    return Run(seconds, processor, peak, tuple(summary[name] for name in OUTCOMES))


def rounds(folder: Path, times: int) -> dict[tuple[str, int], list[Run]]:
    write_plugin(folder / "plugin")
    files = {(kind, wards): folder / f"w-{wards}.{kind}" for wards in SIZES for kind in KINDS}
    for (_, wards), path in files.items():
        tables.write(path, wards, named=True)
    found: dict[tuple[str, int], list[Run]] = defaultdict(list)
    digest, counts = source(), {}
    for _ in range(times):
        for (kind, wards), path in files.items():
            one = batch(folder, path)
            found[kind, wards].append(one)
            if counts.setdefault(wards, one.counts) != one.counts or one.counts[0] != wards:
                sys.exit(f"{path.name}: {one.counts}, not {counts[wards]}: no report")
            if source() != digest:
                sys.exit("the library's source changed during this run: run it again")
    return found


def report(found: dict[tuple[str, int], list[Run]], before: str) -> None:
    print(f"# kieumau batch: workload W\n\n{machine(LIBRARIES)}  ")
    print(f"source {source()}, load before {before}, after {load()} (this run's own included)\n")
    print(
        "Whole processes, from a file of facts to a file of the same kind with each ward's outcome "
        "and 22 criteria; medians [least..most].\n"
    )
    print("| file | wards | s | wards/s | processor s | peak MB | time grows by the power |")
    print("|---|---|---|---|---|---|---|")
    for (kind, wards), runs in found.items():
        seconds = [each.seconds for each in runs]
        power = ""
        if wards == SIZES[-1]:
            fewer = median(each.seconds for each in found[kind, SIZES[0]])
            power = f"{log(median(seconds) / fewer) / log(wards / SIZES[0]):.2f}"
        print(
            f"| {kind} | {wards:,} | {spread(seconds, 1)} | {wards / median(seconds):,.0f} "
            f"| {spread([each.processor for each in runs], 1)} "
            f"| {max(each.peak for each in runs):.0f} | {power} |"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-o", "--output", type=Path, help="also write the report to a file")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    before = load()
    with tempfile.TemporaryDirectory() as folder:
        found = rounds(Path(folder), asked.rounds)
    with kept(asked.output):
        report(found, before)


if __name__ == "__main__":
    main()
