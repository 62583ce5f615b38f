"""Support: the children a composite's truth follows from.

>>> from kieumau.program.steps import Count, Leaf
>>> leaves = tuple(Leaf(id_, ()) for id_ in "abc")
>>> program = Program((), (*leaves, Count("two", 2, ("a", "b", "c"))))
>>> supporting(program, 3, (2, 2, 2, 2)), sufficient(program, 3, (2, 2, 2, 2))
((0, 1, 2), (0, 1))
"""

from collections.abc import Iterator, Sequence
from typing import assert_never

from kieumau.program.steps import Count, Leaf, Negation, Program, Score

__all__ = ["needed", "sufficient", "supporting"]

_MET = 2


def supporting(program: Program, at: int, truths: Sequence[int]) -> tuple[int, ...]:
    """Return the positions of all the children that a known step's truth rests on."""
    return tuple(child for child, _ in _supporting(program, at, truths))


def sufficient(program: Program, at: int, truths: Sequence[int]) -> tuple[int, ...]:
    """Return the first of those children that are enough for the step's truth."""
    found, (need, _) = [], needed(program, at, truths[at])
    for child, worth in _supporting(program, at, truths):
        if need <= 0:
            break
        found.append(child)
        need -= worth
    return tuple(found)


def needed(program: Program, at: int, truth: int) -> tuple[int, int]:
    """Return how much of its children a step needs to have a truth, and of how much in all.

    Children are counted, under a score their points are; for a leaf there are none.
    """
    match program.steps[at]:
        case Leaf():
            return 0, 0
        case Negation():
            return 1, 1
        case Count(_, k, children):
            total = len(children)
        case Score(_, k, _, points):
            total = sum(points)
        case step:
            assert_never(step)
    return (k if truth == _MET else total - k + 1), total


def _supporting(program: Program, at: int, truths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield each child that the truth rests on, and what it is worth."""
    position, truth = program.position, truths[at]
    match program.steps[at]:
        case Leaf():
            return
        case Negation(_, child):
            yield position[child], 1
        case Count(_, _, children):
            for child in children:
                if truths[position[child]] == truth:
                    yield position[child], 1
        case Score(_, _, children, points):
            for child, worth in zip(children, points, strict=True):
                if worth and truths[position[child]] == truth:
                    yield position[child], worth
        case step:
            assert_never(step)
