"""The plain engine: a program compiled once to straight-line Python, without any library.

The fast way is for exact boxes; any other box is the meaning's own business, so the two can
differ only where `tests/engines` looks hardest.

>>> from kieumau.program.steps import Leaf, Linear, Term
>>> from kieumau.rules.conditions import Op
>>> leaf = Leaf("enough", (Linear((Term(1, "officers"),), Op.GE, 14),))
>>> program = Program((), (leaf, Negation("short", "enough")))
>>> Plain(program).run(Box({"officers": (15, 15)}, exact=True)), Plain(program).run(Box({}))
((2, 0), (1, 1))
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, assert_never

from kieumau.engines.leaves import LeafWriter, Leaves, compile_lines
from kieumau.program.box import Box
from kieumau.program.meaning import evaluate
from kieumau.program.steps import Count, Leaf, Negation, Program, Score

__all__ = ["Plain"]


class Plain:
    """One program as straight-line Python.

    Holds no state between wards: safe in any number of threads. Pickling and copying compile
    again.
    """

    name: Final = "plain"

    def __init__(self, program: Program) -> None:
        writer = LeafWriter(program)
        lines = list(_lines(program, writer))
        results = [f"s{at}" for at in range(len(program.steps))]
        self._program = program
        self._look = compile_lines(writer, lines, results)

    @cached_property
    def _leaves(self) -> Leaves:
        return Leaves(self._program)

    def run(self, box: Box) -> tuple[int, ...]:
        """Return the truth of every step (0, 1 or 2), in the program's order."""
        if box.exact:
            return self._look(box)
        return tuple(map(int, evaluate(self._program, box)))

    def leaf_truths(self, box: Box) -> tuple[int, ...]:
        """Return the truth of every leaf only, in the order of ``program.leaves``."""
        return self._leaves.truths(box)

    def __reduce__(self) -> tuple[type["Plain"], tuple[Program]]:
        return (Plain, (self._program,))


def _lines(program: Program, writer: LeafWriter) -> Iterator[str]:
    position = program.position
    for at, step in enumerate(program.steps):
        match step:
            case Leaf():
                yield from writer.lines(step, f"s{at}")
            case Negation(_, child):
                yield f"s{at} = 2 - s{position[child]}"
            case Count(_, k, children):
                yield f"s{at} = {_count(k, [f's{position[child]}' for child in children])}"
            case Score(_, threshold, children, points):
                names = [f"s{position[child]}" for child in children]
                yield f"s{at} = {_score(threshold, names, points)}"
            case _:
                assert_never(step)


def _count(k: int, names: Sequence[str]) -> str:
    """Return at least k of the names as an expression.

    Wards meet most of what is asked, so *met* is asked first; chained tests stop early and cost
    half of ``min`` and ``max``.
    """
    if not 1 <= k <= len(names):
        return "2" if k < 1 else "0"
    if len(names) == 1:
        return names[0]
    if k == len(names):
        met, open_ = (" and ".join(f"{name}{test}" for name in names) for test in (" > 1", ""))
        return f"2 if {met} else 1 if {open_} else 0"
    if k == 1:
        met, open_ = (" or ".join(f"{name}{test}" for name in names) for test in (" > 1", ""))
        return f"2 if {met} else 1 if {open_} else 0"
    every = f"({', '.join(names)})"
    return f"2 if (x := {every}).count(2) >= {k} else 0 if x.count(0) > {len(names) - k} else 1"


def _score(threshold: int, names: Sequence[str], points: Sequence[int]) -> str:
    """Return that the points of the names reach a threshold as an expression."""
    worth = [(name, int(each)) for name, each in zip(names, points, strict=True) if each]
    met, open_ = (
        f"sum(({''.join(f'{each!r} * ({name}{test}), ' for name, each in worth)}))"
        for test in (" > 1", " > 0")
    )
    return f"2 if {met} >= {int(threshold)!r} else 1 if {open_} >= {int(threshold)!r} else 0"
