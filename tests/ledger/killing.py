"""Writers killed with SIGKILL, round after round, and the ledger looked over after each.

In each round several processes append to one ledger and say on a pipe what was acknowledged; at a
moment drawn by chance all are killed at once. Then the ledger must be whole: no half entry, no
fork, and everything that was acknowledged in its place.

    python -m tests.ledger.killing 200 ledger.db
    python -m tests.ledger.killing 200 postgresql://postgres@127.0.0.1/postgres
"""

import json
import os
import random
import select
import signal
import sys
import time
from pathlib import Path

from attrs import define, field

from kieumau import Ledger
from tests.ledger.certified import certificates

WRITERS = 3
LONGEST = 0.2  # seconds from the first entry of a round to the end of its writers
PATIENCE = 60.0


@define
class Tally:
    """What was seen in all rounds."""

    rounds: int = 0
    acknowledged: int = 0
    entries: dict[str, int] = field(factory=dict)
    interrupted: int = 0
    problems: list[str] = field(factory=list)


def write(where: str, out: int, number: int) -> None:
    """Append until killed; say each number and hash once it is acknowledged."""
    chosen = certificates(6)
    with Ledger.open(where, wait=PATIENCE) as ledger:
        turn = number
        while True:
            taken = chosen[turn % 6 : turn % 6 + 1 + turn % 3]
            for entry in ledger.extend(taken):
                os.write(out, f"{entry.seq} {entry.hash}\n".encode())
            turn += 1


def started(where: str) -> dict[int, int]:
    """Return the writers' process ids by the ends of their pipes."""
    found = {}
    for number in range(WRITERS):
        read, out = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(read)
            try:
                write(where, out, number)
            finally:
                os._exit(1)
        os.close(out)
        found[read] = child
    return found


def killed(where: str, chance: random.Random, *, begun: bool = True) -> dict[int, str]:
    """Run one round; return what was acknowledged.

    Unless ``begun``, the end may come before the first entry: while the ledger is being made.
    """
    writers = started(where)
    select.select(list(writers), [], [], PATIENCE if begun else 0)
    time.sleep(chance.random() * LONGEST)
    for child in writers.values():
        os.kill(child, signal.SIGKILL)
    said = b""
    for read, child in writers.items():
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), "a writer ended by itself"
        while data := os.read(read, 1 << 16):
            said += data
        os.close(read)
        said = said[: said.rfind(b"\n") + 1]
    return {int(seq): hash_ for seq, hash_ in map(str.split, said.decode().splitlines())}


def run(where: str, rounds: int, seed: int) -> Tally:
    """Return what so many rounds come to; they end at the first problem.

    Every fifth round over files is one with a ledger of its own, killed from its beginning on.
    """
    chance, tally, known = random.Random(seed), Tally(), dict[int, str]()  # noqa: S311
    certificates(6)  # before the first fork
    while tally.rounds < rounds and not tally.problems:
        fresh = "://" not in where and tally.rounds % 5 == 4
        file = f"{where}-{tally.rounds}.db" if fresh else where
        said = killed(file, chance, begun=not fresh)
        tally.rounds += 1
        tally.acknowledged += len(said)
        journal = Path(f"{file}-journal")
        tally.interrupted += journal.exists() and journal.stat().st_size > 0
        if not fresh and known.keys() & said.keys():
            tally.problems.append("a number was given twice")
        known |= {} if fresh else said
        look_over(file, said if fresh else known, tally)
    return tally


def look_over(where: str, known: dict[int, str], tally: Tally) -> None:
    """Note what does not hold, and how much there is; the next writer's entry must fit too."""
    with Ledger.open(where, wait=PATIENCE) as ledger:
        entry = ledger.append(certificates(1)[0])
        known[entry.seq] = entry.hash
        there = {each.seq: each.hash for each in ledger.entries()}
        report = ledger.verify(entry.hash)
    tally.entries[where] = report.entries
    tally.problems += (each.diagnostic.say() for each in report.problems)
    tally.problems += (f"{seq} was lost" for seq, hash_ in known.items() if there.get(seq) != hash_)


if __name__ == "__main__":
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(10**6)  # noqa: S311
    done = run(sys.argv[2], int(sys.argv[1]), seed)
    figures = {
        "seed": seed,
        "rounds": done.rounds,
        "acknowledged": done.acknowledged,
        "entries": sum(done.entries.values()),
        "interrupted": done.interrupted,
        "problems": done.problems,
    }
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.exit(1 if done.problems else 0)
