"""Time kieumau over whole frames, against what one would use or write instead.

    python benchmarks/columns.py [-o benchmarks/REPORT.md] [--rounds 5]

Every peer answers workload W: all are first held to the floor on 3,321 wards, and nothing is timed
unless every outcome and criterion agrees. Each measurement is a process of its own (`one_run.py`),
in rounds that go through all peers, so that a busy minute strikes all of them. Prints a Markdown
report. Stops if the library's source changes meanwhile: figures hold for one source.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tables
from columns_report import Results, report
from machine import kept, load, source
from one_run import GIVE_BACK, table_path
from peers import every
from peers.peer import Peer
from workload import WARDS

SIZES = (WARDS, 100_000, 1_000_000)
FILES = (100_000, 1_000_000, 10_000_000)
FILE_ROUNDS = 3
DISK = 5  # times the tables: what is written beside them, and room to spare
ROW_BYTES = 60  # about what a ward takes in Parquet

Measurement = dict[str, Any]


@dataclass
class Bench:
    """Measures, and sees that the answers agree and the source stays the same."""

    folder: Path
    peers: dict[str, Peer]
    digest: str = field(default_factory=source)
    sums: dict[int, list[int]] = field(default_factory=dict)

    def table(self, wards: int) -> None:
        path = table_path(self.folder, wards)
        if not path.exists():
            _say(f"writing {wards:,} wards")
            tables.write(path, wards)

    def one(self, name: str, wards: int, *, memory: bool = False) -> Measurement:
        if source() != self.digest:
            sys.exit("the library's source changed during this run: run it again")
        script = Path(__file__).with_name("one_run.py")
        command = [sys.executable, str(script), name, str(self.folder), str(wards)]
        done = subprocess.run(  # noqa: S603
            [*command, *(["--memory"] if memory else [])],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | (GIVE_BACK if memory else {}),
        )
        if done.returncode:
            sys.exit(f"{name}, {wards:,} wards: failed\n{done.stderr}")
        found: Measurement = json.loads(done.stdout)
        self._agree(name, wards, found)
        return found

    def _agree(self, name: str, wards: int, found: Measurement) -> None:
        expected = self.sums.setdefault(wards, found["sums"])
        if found["wrong"] or found["sums"] != expected:
            sys.exit(f"{name} is wrong about W, {wards:,} wards: no report")

    def check(self) -> list[int]:
        """Hold every peer to the floor, ward by ward; return how many came to each outcome."""
        self.table(WARDS)
        for name in self.peers:
            _say(f"checking {name}")
            self.one(name, WARDS)
        return self.sums[WARDS][:3]

    def rounds(self, sizes: tuple[int, ...], rounds: int, of: Callable[[Peer], bool]) -> Results:
        """Go round all sizes and peers, each round from another peer on."""
        found: Results = defaultdict(list)
        names = [name for name, peer in self.peers.items() if of(peer)]
        for at in range(rounds):
            turned = names[at % len(names) :] + names[: at % len(names)]
            for wards in sizes:
                self.table(wards)
                for name in turned:
                    if wards <= self.peers[name].most:
                        _say(f"round {at + 1} of {rounds}: {name}, {wards:,} wards")
                        found[name, wards].append(self.one(name, wards))
        return found

    def memory(self, sizes: tuple[int, ...], of: Callable[[Peer], bool]) -> Results:
        found: Results = defaultdict(list)
        for wards in sizes:
            for name, peer in self.peers.items():
                if of(peer) and wards <= peer.most:
                    _say(f"memory: {name}, {wards:,} wards")
                    found[name, wards].append(self.one(name, wards, memory=True))
        return found


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


@contextmanager
def _room(parent: Path | None, wards: int) -> Iterator[Path]:
    """Yield a folder for the tables, removed afterwards; stop if they would not fit."""
    with tempfile.TemporaryDirectory(dir=parent) as folder:
        free, wanted = shutil.disk_usage(folder).free, DISK * ROW_BYTES * wards
        if free < wanted:
            short = f"{free / 1e9:.1f} GB free, {wanted / 1e9:.1f} GB needed"
            sys.exit(f"{folder}: {short}; --folder takes another")
        yield Path(folder)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("-o", "--output", type=Path, help="also write the report to a file")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--most", type=int, default=FILES[-1], help="no table larger than this")
    parser.add_argument("--folder", type=Path, help="where the tables are written meanwhile")
    asked = parser.parse_args()
    sizes, files = ([n for n in of if n <= asked.most] for of in (SIZES, FILES))
    with _room(asked.folder, max(sizes + files)) as folder:
        before, bench = load(), Bench(folder, dict(every()))
        outcomes = bench.check()
        timed = bench.rounds(tuple(sizes), asked.rounds, lambda peer: peer.group != "file")
        held = bench.memory(tuple(sizes), lambda peer: peer.group != "file")
        streamed = bench.rounds(
            tuple(files), min(asked.rounds, FILE_ROUNDS), lambda peer: peer.group == "file"
        )
    with kept(asked.output):
        report(bench.peers, outcomes, timed, held, streamed, bench.digest, before)


if __name__ == "__main__":
    main()
