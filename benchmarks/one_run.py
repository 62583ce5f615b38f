"""One measurement in a process of its own: python benchmarks/one_run.py PEER FOLDER WARDS.

Prints seconds (on the clock, and of the processors), resident MB and the sums of the answers as
JSON. The table is read and the rules are compiled before the clock starts; a run over a small table
goes before, so that what a library does once is not counted. With ``--memory`` there is one run, in
a process whose allocators give back at once what is freed: otherwise what reading the table left
behind would hide what the run takes.
"""

import argparse
import gc
import json
import sys
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

import tables
from machine import forget_peak, give_back, peak, resident
from peers import peer
from peers.peer import Peer
from workload import WARDS

RUNS, LONG = 5, 3.0  # runs at the most, and the seconds after which there is no other


GIVE_BACK = {  # to the allocators of polars, of Arrow, and of the rest
    "_RJEM_MALLOC_CONF": "dirty_decay_ms:0,muzzy_decay_ms:0",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_TRIM_THRESHOLD_": "0",
}


def table_path(folder: Path, wards: int) -> Path:
    return folder / f"w-{wards}.parquet"


def measure(of: Peer, folder: Path, wards: int, runs: int) -> dict[str, Any]:
    read = getattr(tables, of.form)
    of.answers(of.run(of.prepare(read(table_path(folder, WARDS)))))
    prepared = of.prepare(read(table_path(folder, wards)))
    gc.collect()
    gc.freeze()  # the table is not this run's garbage
    give_back()
    before = peak()
    forget_peak()
    base, took, worked, found = resident(), [], [], None
    while len(took) < runs and sum(took) < LONG:
        found = None  # the answers before are let go first
        start, work = perf_counter(), process_time()
        found = of.run(prepared)
        took.append(perf_counter() - start)
        worked.append(process_time() - work)
    most = peak()
    answers = of.answers(found)
    return {
        "seconds": median(took),
        "processor": median(worked),
        "base": base,
        "peak": most,
        "whole": max(before, most),
        "sums": answers.sums,
        "wrong": answers.wrong() if wards == WARDS else 0,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("peer")
    parser.add_argument("folder", type=Path)
    parser.add_argument("wards", type=int)
    parser.add_argument("--memory", action="store_true")
    asked = parser.parse_args()
    runs = 1 if asked.memory else RUNS
    json.dump(measure(peer(asked.peer), asked.folder, asked.wards, runs), sys.stdout)


if __name__ == "__main__":
    main()
