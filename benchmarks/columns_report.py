"""The Markdown report of `columns.py`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log
from statistics import median
from typing import Any

from machine import load, machine, spread
from peers.peer import Peer
from workload import CRITERIA, FACTS, TESTS, WARDS

Results = dict[tuple[str, int], list[dict[str, Any]]]
"""By peer and number of wards: what each round found."""

LIBRARIES = ("kieumau", "narwhals", "polars", "numpy", "pandas", "pyarrow", "duckdb")
ENGINES = ("zen-engine", "OpenFisca-Core")
GOAL_SIZE, SHARE, TIMES, LINEAR, MOST_MB = 1_000_000, 0.9, 50, 1.1, 2048
FLOOR = ("python_loop.truths", "python_loop.explained")
AGAINST = (  # outputs, kieumau's peer, the peer by hand, what it leaves out
    ("(a)", "kieumau_frames.lazy_a", "polars_by_hand.a", "no checks"),
    ("(a)", "kieumau_frames.lazy_a", "polars_by_hand.a_checked", "the same checks"),
    ("(b)", "kieumau_frames.lazy_b", "polars_by_hand.b_concatenated", "concat_str, no checks"),
    ("(b)", "kieumau_frames.lazy_b", "polars_by_hand.b", "look-up tables, no checks"),
    ("(b)", "kieumau_frames.lazy_b", "polars_by_hand.b_checked", "look-up tables, the same checks"),
)
STREAMED = ("from_parquet.kieumau_counts", "from_parquet.kieumau_file")

WHAT = f"""\
{len(FACTS)} facts a ward, 5 % absent, {len(CRITERIA)} criteria over {len(TESTS)} tests, all
invented (`benchmarks/workload.py`). A figure is the median of the rounds [least..most]; a round's
figure is the median of up to five runs in a fresh process, after a run on a small table. Reading
the table and compiling the rules are not in it; building a query is.

- **(a)** is the outcome as text and 22 truths as 8-bit integers; **(b)** is (a) and the text of
  what is decisive; **all** is the input, (b) and what is refused. NumPy, OpenFisca-Core and the
  loops give integers or objects instead.
- *by hand* is W spelt out in a library's own terms, for W and nothing else. In polars: nullable
  booleans, which are three-valued already, what is read twice a column first.
- kieumau always **checks**: a number out of bounds, NaN, too many decimals, a period outside the
  standard's validity; such a row is refused and has no answers. Its truths depend on the checks, so
  selecting fewer columns of a lazy frame saves the texts, not the checks. The rows *checked* by
  hand have the same bounds and decimals, and no answers in a wrong row: the difference is what
  checking costs. kieumau is exact; by hand, a ratio is divided in floats.
- OpenFisca-Core has no unknown (a second variable per fact says what is known) and single floats;
  zen-engine has none either (0, 0.5 and 1 stand for the truths). What goes one ward at a time is
  not run above 100,000 wards, and `evaluate` on 3,321: their rates do not depend on the number.
"""


def report(
    peers: dict[str, Peer],
    outcomes: Sequence[int],
    timed: Results,
    held: Results,
    streamed: Results,
    digest: str,
    before: str,
) -> None:
    unmet, undetermined, met = outcomes
    print(f"# Whole frames: workload W\n\n{machine((*LIBRARIES, *ENGINES))}  ")
    print(f"source {digest}, load before {before}, after {load()} (this run's own included)\n")
    print(WHAT)
    print(
        f"**Correct**: {len(peers)} peers answer {WARDS:,} wards as the floor does, outcome and "
        f"{len(CRITERIA)} criteria (not met {unmet:,}, undetermined {undetermined:,}, met "
        f"{met:,}); what is decisive too, where they give it. At every other size all peers come "
        "to the same counts of outcomes and sums of truths.\n"
    )
    for wards in sorted({wards for _, wards in timed}):
        _in_memory(peers, timed, held, wards)
    for wards in sorted({wards for _, wards in streamed}):
        _from_parquet(peers, streamed, wards)
    _against(timed)
    _growth(peers, timed, held, streamed)
    _goals(peers, timed, streamed)


def _seconds(found: Results, name: str, wards: int, key: str = "seconds") -> list[float]:
    return [each[key] for each in found.get((name, wards), [])]


def _rate(seconds: float, wards: int) -> str:
    rate = wards / seconds
    return f"{rate / 1e6:.2f} M" if rate >= 1e6 else f"{rate:,.0f}"


def _ratio(found: Results, above: str, below: str, wards: int, key: str = "seconds") -> list[float]:
    """How many times as long one takes as the other, round by round."""
    one, other = (_seconds(found, name, wards, key) for name in (above, below))
    return [a / b for a, b in zip(one, other, strict=True)]


def _title(peer: Peer) -> str:
    return f"{peer.title}, {peer.gives}"


def _ms(seconds: Sequence[float]) -> str:
    found = [each * 1e3 for each in seconds]
    return spread(found, 0 if median(found) >= 100 else 1)


def _in_memory(peers: dict[str, Peer], timed: Results, held: Results, wards: int) -> None:
    hand = "polars_by_hand.a"
    print(f"## {wards:,} wards in memory\n")
    print("| | gives | ms | wards/s | × polars by hand (a) | processor ms | MB before | peak MB |")
    print("|---|---|---|---|---|---|---|---|")
    for name, peer in peers.items():
        if not (seconds := _seconds(timed, name, wards)):
            continue
        ratio = f"{median(_ratio(timed, name, hand, wards)):.2f}"
        memory = held[name, wards][0]
        print(
            f"| {peer.title} | {peer.gives} | {_ms(seconds)} | {_rate(median(seconds), wards)} "
            f"| {ratio} | {_ms(_seconds(timed, name, wards, 'processor'))} "
            f"| {memory['base']:.0f} | {memory['peak']:.0f} |"
        )
    print(
        "\nMB before: the process with its libraries and the table; peak: the most it held during "
        "one run (a run of its own, whose allocators keep nothing that is free).\n"
    )


def _from_parquet(peers: dict[str, Peer], streamed: Results, wards: int) -> None:
    print(f"## {wards:,} wards from Parquet, streaming\n")
    print("| | gives | s | wards/s | processor s | peak MB of the whole process |")
    print("|---|---|---|---|---|---|")
    for name, peer in peers.items():
        if seconds := _seconds(streamed, name, wards):
            print(
                f"| {peer.title} | {peer.gives} | {spread(seconds, 2)} "
                f"| {_rate(median(seconds), wards)} "
                f"| {spread(_seconds(streamed, name, wards, 'processor'), 2)} "
                f"| {_peak(streamed, name, wards):.0f} |"
            )
    print()


def _peak(streamed: Results, name: str, wards: int) -> float:
    return max(each["whole"] for each in streamed[name, wards])


# ------------------------------------------------------------------ what follows


def _against(timed: Results) -> None:
    print("## kieumau on polars against polars by hand\n")
    print(
        "Speed as a share of the other's, on equal columns: 1 is as fast. By the clock, and by "
        "what the processors were busy, which other work on the machine changes less.\n"
    )
    sizes = sorted({wards for _, wards in timed})
    heads = [f"{wards:,}{by}" for wards in sizes for by in ("", ", processor")]
    print(f"| columns | by hand | {' | '.join(heads)} |\n|---|---|{'---|' * len(heads)}")
    for outputs, ours, by_hand, how in AGAINST:
        shares = [
            spread(_ratio(timed, by_hand, ours, wards, key), 2)
            for wards in sizes
            for key in ("seconds", "processor")
        ]
        print(f"| {outputs} | {how} | {' | '.join(shares)} |")
    print()


def _exponents(found: Results, name: str, key: str) -> Iterator[str]:
    """Yield by what power a figure grows from each size to the next: 1 is linear."""
    sizes = sorted(wards for of, wards in found if of == name)
    for small, large in pairwise(sizes):
        yield f"{exponent(found, name, key, small, large):.2f}"


def exponent(found: Results, name: str, key: str, small: int, large: int) -> float:
    low, high = (median(each[key] for each in found[name, wards]) for wards in (small, large))
    return log(high / low) / log(large / small)


def _growth(peers: dict[str, Peer], timed: Results, held: Results, streamed: Results) -> None:
    print("## Growth\n\nThe power of the number of wards by which a figure grows: 1 is linear.\n")
    for found, memory, key in ((timed, held, "peak"), (streamed, streamed, "whole")):
        sizes = sorted({wards for _, wards in found})
        steps = [f"{a:,} to {b:,}" for a, b in pairwise(sizes)]
        if not steps:
            continue
        heads = [*(f"time, {step}" for step in steps), *(f"memory, {step}" for step in steps)]
        print(f"| | {' | '.join(heads)} |\n|---|{'---|' * len(heads)}")
        for name, peer in peers.items():
            times = list(_exponents(found, name, "seconds"))
            if len(times) == len(steps):
                powers = [*times, *_exponents(memory, name, key)]
                print(f"| {_title(peer)} | {' | '.join(powers)} |")
        print()
    print("Below 1 a fixed cost still weighs: building the query, and the process itself.\n")


# ------------------------------------------------------------------ goals


def _said(*, met: bool) -> str:
    return "met" if met else "**missed**"


def _goals(peers: dict[str, Peer], timed: Results, streamed: Results) -> None:
    print("## Goals\n\n| goal | found | |\n|---|---|---|")
    for goal, found, met in (
        *_goal_shares(timed),
        *_goal_rows(peers, timed),
        *_goal_linear(peers, timed, streamed),
        *_goal_memory(peers, streamed),
    ):
        print(f"| {goal} | {found} | {_said(met=met)} |")


def _goal_shares(timed: Results) -> Iterator[tuple[str, str, bool]]:
    for outputs, ours, by_hand, how in AGAINST:
        if not (shares := _ratio(timed, by_hand, ours, GOAL_SIZE)):
            return
        goal = f"polars {outputs} at least {SHARE} × by hand ({how}), {GOAL_SIZE:,} wards"
        yield goal, f"{median(shares):.2f}", median(shares) >= SHARE


def _goal_rows(peers: dict[str, Peer], timed: Results) -> Iterator[tuple[str, str, bool]]:
    rates = {
        name: wards / median(_seconds(timed, name, wards))
        for name, wards in timed
        if peers[name].group == "row" and name not in FLOOR
    }
    ours = _seconds(timed, "kieumau_frames.lazy", GOAL_SIZE)
    if ours:
        fastest = max(rates, key=lambda name: rates[name])
        times = GOAL_SIZE / median(ours) / rates[fastest]
        loop = {n: s for (name, n), s in timed.items() if name == FLOOR[0]}
        floor = max(n / median(each["seconds"] for each in found) for n, found in loop.items())
        goal = f"polars, everything, at least {TIMES} × the fastest engine one ward at a time"
        more = f"{GOAL_SIZE / median(ours) / floor:.0f} × the Python loop, which is no engine"
        found = f"{times:.0f} × {peers[fastest].title} ({rates[fastest]:,.0f} wards/s); {more}"
        yield goal, found, times >= TIMES


def _goal_linear(
    peers: dict[str, Peer], timed: Results, streamed: Results
) -> Iterator[tuple[str, str, bool]]:
    names = {"kieumau_frames.lazy": timed} | dict.fromkeys(STREAMED, streamed)
    for name, found in names.items():
        sizes = sorted(wards for of, wards in found if of == name)[-2:]
        if len(sizes) == 2:
            power = exponent(found, name, "seconds", *sizes)
            steps = f"{sizes[0]:,} to {sizes[1]:,} wards"
            goal = f"linear time, {steps} ({_title(peers[name])}): power at most {LINEAR}"
            yield goal, f"{power:.2f}", power <= LINEAR


def _goal_memory(peers: dict[str, Peer], streamed: Results) -> Iterator[tuple[str, str, bool]]:
    largest = max((wards for _, wards in streamed), default=0)
    for name in STREAMED:
        if (name, largest) in streamed:
            most = _peak(streamed, name, largest)
            goal = f"{largest:,} wards streamed in under {MOST_MB:,} MB ({_title(peers[name])})"
            yield goal, f"{most:.0f} MB", most < MOST_MB
