"""The leaf code both engines share: a program's leaves as straight-line Python, and its answers.

An exact box (every span one value of a base measure) lets a leaf be one comparison of integers,
so its source is written once per program and compiled. Any other box goes to the meaning.

Nothing a person wrote enters the source: measures and days are named by position, and only
integers, the six operators and the words below are written out.

>>> from kieumau.program.steps import Leaf, Linear, Term
>>> from kieumau.rules.conditions import Op
>>> enough = Leaf("enough", (Linear((Term(1, "officers"),), Op.GE, 14),))
>>> Leaves(Program((), (enough,))).truths(Box({"officers": (15, 15)}, exact=True))
(2,)
"""

from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import TypeAlias, cast

from kieumau.program.box import Box
from kieumau.program.meaning import leaf_truth
from kieumau.program.steps import Leaf, Linear, Member, Program, Term
from kieumau.rules.conditions import Op
from kieumau.rules.measures import IfZero
from kieumau.rules.periods import MonthDay

__all__ = ["LeafWriter", "Leaves", "Look", "compile_lines"]

Look: TypeAlias = Callable[[Box], tuple[int, ...]]
"""Compiled lines: given an exact box, the truths."""

_PYTHON = {Op.EQ: "==", Op.NE: "!=", Op.LT: "<", Op.LE: "<=", Op.GT: ">", Op.GE: ">="}
_ZERO = {IfZero.NOT_APPLICABLE: 2, IfZero.MET: 2, IfZero.UNMET: 0, IfZero.UNKNOWN: 1}
_UNKNOWN = "1"
_LONG_SUM = 20


class LeafWriter:
    """Writes leaves as lines, noting which measures and days they read.

    Mutable and short-lived: one writer per compilation, never shared.
    """

    def __init__(self, program: Program) -> None:
        self._derived = {measure.id for measure in program.measures if measure.derived}
        self.leaves: list[Leaf] = []
        self.measures: dict[str, int] = {}
        self.days: dict[MonthDay, int] = {}

    def lines(self, leaf: Leaf, name: str) -> Iterator[str]:
        """Yield lines that put the leaf's truth into the variable ``name``."""
        forms = [self._form(form, leaf) for form in self._deciding(leaf)]
        yield f"{name} = {forms[0] if forms else _UNKNOWN}"
        for form in forms[1:]:
            yield f"if {name} == {_UNKNOWN}: {name} = {form}"

    def _deciding(self, leaf: Leaf) -> Iterator[Linear | Member]:
        """Yield the forms an exact box can decide: those that need no derived measure.

        A form over a derived measure still falls to its divisor when that is zero, unless a
        form before it has had the same say.
        """
        divisors: set[tuple[Term, ...]] = set()
        for form in leaf.forms:
            read = (form.measure,) if isinstance(form, Member) else _ids(form.terms)
            divisor = () if isinstance(form, Member) else form.divisor
            if not self._derived.isdisjoint(_ids(divisor)):
                continue
            if self._derived.isdisjoint(read) or (divisor and divisor not in divisors):
                yield form
                divisors.add(divisor)

    def _form(self, form: Linear | Member, leaf: Leaf) -> str:
        if isinstance(form, Member):
            inside, outside = (0, 2) if form.negated else (2, 0)
            value = self._value(form.measure)
            test = f"{inside} if {value} in {tuple(map(int, form.positions))!r} else {outside}"
            return self._if_known((form.measure,), test)
        constant = form.constant
        at = self._day(constant) if isinstance(constant, MonthDay) else repr(int(constant))
        test = f"2 if {self._sum(form.terms)} {_PYTHON[form.op]} {at} else 0"
        test = self._if_known(_ids(form.terms), test)
        if not form.divisor:
            return test
        below = self._sum(form.divisor)
        rest = f"{_ZERO[leaf.if_zero]} if {below} == 0 else {self._meant(leaf)}"
        return self._if_known(_ids(form.divisor), f"({test}) if {below} > 0 else {rest}")

    def _meant(self, leaf: Leaf) -> str:
        """Leave it to the meaning: a difference may be below zero where its measure may not."""
        if leaf not in self.leaves[-1:]:
            self.leaves.append(leaf)
        return f"meant(leaves[{len(self.leaves) - 1}], box)"

    def _if_known(self, ids: Iterable[str], test: str) -> str:
        absent = " or ".join(f"{self._span(id_)} is None" for id_ in dict.fromkeys(ids))
        return f"{_UNKNOWN} if {absent} else {test}" if absent else test

    def _sum(self, terms: tuple[Term, ...]) -> str:
        parts = [
            self._value(term.measure)
            if term.coefficient == 1
            else f"{int(term.coefficient)!r} * {self._value(term.measure)}"
            for term in terms
        ]
        if len(parts) > _LONG_SUM:  # a chain of + is as deep as it is long, and parsers recurse
            return f"sum(({', '.join(parts)}))"
        return f"({' + '.join(parts) or '0'})"

    def _span(self, id_: str) -> str:
        return f"m{self.measures.setdefault(id_, len(self.measures))}"

    def _value(self, id_: str) -> str:
        return f"{self._span(id_)}[0]"

    def _day(self, day: MonthDay) -> str:
        return f"d{self.days.setdefault(day, len(self.days))}"


def compile_lines(writer: LeafWriter, lines: Iterable[str], results: Iterable[str]) -> Look:
    """Compile lines written with ``writer`` into a function that returns ``results``."""
    body = list(lines)  # first: writing the lines is what numbers the measures and days
    measures, days = tuple(writer.measures), tuple(writer.days)
    space: dict[str, object] = {"measures": measures, "days": days}
    space |= {"leaves": tuple(writer.leaves), "meant": lambda *read: int(leaf_truth(*read))}
    read = []
    if measures:
        names = "".join(f"m{at}, " for at in range(len(measures)))
        read = [f"{names}= map(box.spans.get, measures)"]
    if len(measures) > 1:  # most wards supply all, and this is a third of the cost of the above
        space["every"] = itemgetter(*measures)
        read = [f"try: {names}= every(box.spans)", f"except KeyError: {read[0]}"]
    read += [f"d{at} = box.days.get(days[{at}])" for at in range(len(days))]
    returned = f"return ({''.join(f'{result}, ' for result in results)})"
    source = "\n ".join(["def look(box):", *read, *body, returned])
    exec(compile(source, "<kieumau leaves>", "exec"), space)  # noqa: S102 (no word of a user is in it)
    return cast(Look, space["look"])


class Leaves:
    """The leaves of one program, compiled once.

    Immutable after construction: safe in any number of threads. Pickling and copying compile
    again.
    """

    def __init__(self, program: Program) -> None:
        writer = LeafWriter(program)
        names = [f"s{at}" for at in range(len(program.leaves))]
        named = zip(program.leaves, names, strict=True)
        lines = [line for leaf, name in named for line in writer.lines(leaf, name)]
        self._program = program
        self._look = compile_lines(writer, lines, names)

    def truths(self, box: Box) -> tuple[int, ...]:
        """Return the truth of every leaf (0, 1 or 2), in the order of ``program.leaves``."""
        if box.exact:
            return self._look(box)
        return tuple(int(leaf_truth(leaf, box)) for leaf in self._program.leaves)

    def __reduce__(self) -> tuple[type["Leaves"], tuple[Program]]:
        return (Leaves, (self._program,))


def _ids(terms: tuple[Term, ...]) -> tuple[str, ...]:
    return tuple(term.measure for term in terms)
