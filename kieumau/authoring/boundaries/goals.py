"""Goals as constraints: every way in which a step of a program can come to a truth.

Yielded one after another, simplest first; each way is a conjunction of constraints over measures
as the program's integers. What can be said of no ward's facts yields nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeAlias

from attrs import field, frozen

from kieumau.authoring.counting import covers, deciding
from kieumau.program.steps import Count, Leaf, Linear, Member, Negation, Program, Score, Term
from kieumau.rules.conditions import Op
from kieumau.rules.measures import IfZero
from kieumau.rules.periods import MonthDay
from kieumau.truth import Truth

__all__ = ["Constraint", "Goals", "InSet", "Missing", "Total", "Undated", "Way"]


@frozen
class Total:
    """``low <= sum(terms) <= high``; an end that is None is open.

    Attributes
    ----------
    unless_zero
        Where this sum is zero the constraint asks nothing (a share of nothing has no bounds).
    first
        The measure to change first; empty for any.
    """

    terms: tuple[Term, ...]
    low: int | None = None
    high: int | None = None
    unless_zero: tuple[Term, ...] = ()
    first: str = field(default="", eq=False)


@frozen
class InSet:
    """A choice measure standing at one of some positions."""

    measure: str
    positions: tuple[int, ...]


@frozen
class Undated:
    """A date measure known to have no date."""

    measure: str


@frozen
class Missing:
    """A measure not supplied."""

    measure: str


Constraint: TypeAlias = Total | InSet | Undated | Missing
Way: TypeAlias = tuple[Constraint, ...]

_ZERO_IS = {
    IfZero.NOT_APPLICABLE: Truth.MET,
    IfZero.MET: Truth.MET,
    IfZero.UNMET: Truth.UNMET,
}


@frozen
class Goals:
    """The ways of one program in one period.

    Attributes
    ----------
    days
        The day each day without a year stands for.
    choices
        How many positions each choice measure has.
    supplied
        The measures the ward at hand supplies: a test is met through those first.
    """

    program: Program
    days: Mapping[MonthDay, int]
    choices: Mapping[str, int]
    supplied: frozenset[str] = frozenset()

    def step(self, id_: str, truth: Truth) -> Iterator[Way]:
        """Yield the ways a step comes to be met or unmet."""
        step = self.program.steps[self.program.position[id_]]
        match step:
            case Leaf():
                yield from self.leaf(step, truth)
            case Negation(_, child):
                yield from self.step(child, Truth(2 - truth))
            case Count(_, k, children):
                enough = k if truth is Truth.MET else len(children) - k + 1
                for chosen in combinations(children, enough):
                    yield from self.all([(child, truth) for child in chosen])
            case Score(_, threshold, children, points):
                total = sum(points)
                enough = threshold if truth is Truth.MET else total - threshold + 1
                for at in covers(points, max(enough, 0), total):
                    yield from self.all([(children[each], truth) for each in at])

    def all(self, goals: Sequence[tuple[str, Truth]]) -> Iterator[Way]:
        """Yield the ways several steps come to their truths together."""
        if not goals:
            yield ()
            return
        chosen: list[Way] = []
        open_ = [self.step(*goals[0])]
        while open_:  # not by recursion: a set may score a thousand indicators
            way = next(open_[-1], None)
            if way is None:
                open_.pop()
                chosen = chosen[:-1]
            elif len(open_) == len(goals):
                yield tuple(each for part in (*chosen, way) for each in part)
            else:
                chosen = [*chosen, way]
                open_.append(self.step(*goals[len(open_)]))

    def pivotal(self, root: str, id_: str) -> Iterator[Way]:
        """Yield the ways in which the truth of a step alone decides that of a step above it."""
        if root == id_:
            yield ()
            return
        step = self.program.steps[self.program.position[root]]
        if isinstance(step, Negation):
            yield from self.pivotal(step.child, id_)
            return
        if isinstance(step, Leaf):
            return
        for child in step.children:
            if self._beneath(child, id_):
                for beside in self.beside(step, child):
                    for inner in self.pivotal(child, id_):
                        yield from ((*inner, *way) for way in self.all(beside))

    def beside(self, step: Count | Score, child: str) -> Iterator[list[tuple[str, Truth]]]:
        """Yield what the others come to where one child alone decides a step."""
        if isinstance(step, Score):
            yield from self.deciding(step, child)
            return
        at = step.children.index(child)
        others = (*step.children[:at], *step.children[at + 1 :])
        for chosen in combinations(others, step.k - 1):
            yield [(each, Truth.MET if each in chosen else Truth.UNMET) for each in others]

    def deciding(
        self, step: Score, child: str, most: int | None = None
    ) -> Iterator[list[tuple[str, Truth]]]:
        """Yield what others come to where one child of a score alone decides it.

        Parameters
        ----------
        most
            How many to yield for each choice of what is unmet; None for all.
        """
        at = step.children.index(child)
        for met, unmet in deciding(step.points, at, step.threshold, most):
            yield [
                *((step.children[each], Truth.UNMET) for each in unmet),
                *((step.children[each], Truth.MET) for each in met),
            ]

    def measures(self, id_: str) -> tuple[str, ...]:
        """Return every measure the tests beneath a step may read, each once."""
        step = self.program.steps[self.program.position[id_]]
        found: dict[str, None] = {}
        if isinstance(step, Leaf):
            for form in step.forms:
                if isinstance(form, Member):
                    found[form.measure] = None
                else:
                    found.update((term.measure, None) for term in (*form.terms, *form.divisor))
        else:
            below = (step.child,) if isinstance(step, Negation) else step.children
            for child in below:
                found.update(dict.fromkeys(self.measures(child)))
        return tuple(found)

    def _beneath(self, root: str, id_: str) -> bool:
        if root == id_:
            return True
        step = self.program.steps[self.program.position[root]]
        if isinstance(step, Leaf):
            return False
        below = (step.child,) if isinstance(step, Negation) else step.children
        return any(self._beneath(child, id_) for child in below)

    def leaf(self, leaf: Leaf, truth: Truth) -> Iterator[Way]:
        """Yield the ways of a test: through what is supplied, then through its parts."""
        for form in self.forms(leaf):
            yield from self.form(form, truth)
        for form in self.forms(leaf):
            zero = _ZERO_IS.get(leaf.if_zero) is truth
            if zero and isinstance(form, Linear) and form.divisor:
                yield (Total(form.divisor, 0, 0),)
        if leaf.dated and truth is Truth.UNMET:
            measures = dict.fromkeys(
                term.measure
                for form in leaf.forms
                if isinstance(form, Linear)
                for term in form.terms
            )
            yield from ((Undated(measure),) for measure in measures)

    def forms(self, leaf: Leaf) -> list[Linear | Member]:
        """Return a test's forms, those over supplied measures first."""

        def strange(form: Linear | Member) -> bool:
            if isinstance(form, Member):
                return False
            return any(t.measure not in self.supplied for t in (*form.terms, *form.divisor))

        return sorted(leaf.forms, key=strange)

    def form(self, form: Linear | Member, truth: Truth) -> Iterator[Way]:
        """Yield the ways of one form, its denominator not zero."""
        if isinstance(form, Member):
            inside = (truth is Truth.MET) != form.negated
            every = range(self.choices.get(form.measure, 0))
            positions = tuple(at for at in every if (at in form.positions) is inside)
            if positions:
                yield (InSet(form.measure, positions),)
            return
        constant = form.constant
        at = self.days[constant] if isinstance(constant, MonthDay) else constant
        guard = (Total(form.divisor, 1),) if form.divisor else ()
        below = {term.measure for term in form.divisor}
        above = (t.measure for t in form.terms if t.coefficient > 0 and t.measure not in below)
        first = next(above, "")
        for low, high in _spans(form.op, at, truth):
            if form.terms:
                yield (*guard, Total(form.terms, low, high, first=first))
            elif (low is None or low <= 0) and (high is None or high >= 0):
                yield guard


def _spans(op: Op, at: int, truth: Truth) -> tuple[tuple[int | None, int | None], ...]:
    """Return between which whole numbers a sum must lie for a comparison to come out so."""
    below, above = (None, at - 1), (at + 1, None)
    met = {
        Op.GE: ((at, None),),
        Op.GT: (above,),
        Op.LE: ((None, at),),
        Op.LT: (below,),
        Op.EQ: ((at, at),),
        Op.NE: (below, above),
    }
    opposite = {
        Op.GE: Op.LT,
        Op.GT: Op.LE,
        Op.LE: Op.GT,
        Op.LT: Op.GE,
        Op.EQ: Op.NE,
        Op.NE: Op.EQ,
    }
    return met[op if truth is Truth.MET else opposite[op]]
