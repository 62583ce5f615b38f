"""Spans: what the columns of a frame say of one measure, as the least and greatest it may be.

A measure has a column of values, or two of the ends of intervals, or all three; in one row it has
the one or the other. A test over the least (or greatest) value is then a test over each column
that may hold it, joined with whether it does.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import reduce
from operator import and_, or_

import narwhals as nw
from attrs import frozen

from kieumau.engines.columnar.days import Days, TextDays
from kieumau.engines.columnar.sources import At, Source, every_row, no_row
from kieumau.engines.columnar.truths import Truths
from kieumau.rules.conditions import Op
from kieumau.rules.measures import Measure

__all__ = ["Spans", "all_of", "any_of"]


def all_of(parts: Iterable[nw.Expr]) -> nw.Expr:
    """Return that every part holds; of no parts, that is so."""
    of = tuple(parts)
    return reduce(and_, of) if of else every_row()


def any_of(parts: Iterable[nw.Expr]) -> nw.Expr:
    """Return that some part holds; of no parts, none does."""
    of = tuple(parts)
    return reduce(or_, of) if of else no_row()


@frozen
class Spans:
    """One measure in a frame.

    Attributes
    ----------
    value
        The column of values, if there is one.
    ends
        The columns of least and greatest values, if there are any.
    """

    measure: Measure
    value: Source | None
    ends: tuple[Source, Source] | None = None

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every column it is read from."""
        return tuple(filter(None, (self.value, *(self.ends or ()))))

    @property
    def made(self) -> Mapping[str, nw.Expr]:
        """What must be put beside the frame's columns first, by name."""
        return {name: made for each in self.sources for name, made in each.made.items()}

    @property
    def known(self) -> nw.Expr:
        """Whether anything is known; never null."""
        parts = [self.value.present] if self.value else []
        if self.ends:
            parts.append(self.ends[0].present & self.ends[1].present)
        return any_of(parts)

    @property
    def undated(self) -> nw.Expr | None:
        """Whether it is known that there is no day; None where that cannot be said."""
        return self.value.undated if isinstance(self.value, Days | TextDays) else None

    @property
    def exact(self) -> Source | None:
        """The only column it is read from, where no row has an interval."""
        return None if self.ends else self.value

    def tested(self, op: Op, at: At) -> Truths:
        """Return how the measure compares, over the whole of each row's span."""
        if exact := self.exact:
            test = exact.test(op, at)
            return Truths(exact.present & test, ~exact.present | test)
        unknown = ~self.known
        match op:
            case Op.GE | Op.GT:
                return Truths(self._least(op, at), unknown | self._greatest(op, at))
            case Op.LE | Op.LT:
                return Truths(self._greatest(op, at), unknown | self._least(op, at))
            case Op.EQ:
                only = self._least(Op.GE, at) & self._greatest(Op.LE, at)
                among = self._least(Op.LE, at) & self._greatest(Op.GE, at)
                return Truths(only, unknown | among)
            case Op.NE:
                beyond = self._least(Op.GT, at) | self._greatest(Op.LT, at)
                only = self._least(Op.GE, at) & self._greatest(Op.LE, at)
                return Truths(beyond, unknown | ~only)

    def _least(self, op: Op, at: At) -> nw.Expr:
        return any_of(each.present & each.test(op, at) for each in self._at_end(0))

    def _greatest(self, op: Op, at: At) -> nw.Expr:
        return any_of(each.present & each.test(op, at) for each in self._at_end(1))

    def _at_end(self, end: int) -> Iterator[Source]:
        if self.value:
            yield self.value
        if self.ends:
            yield self.ends[end]

    def units(self, end: int) -> nw.Expr:
        """Return the least (0) or greatest (1) value; null where nothing is known."""
        found = [nw.when(each.present).then(each.units) for each in self._at_end(end)]
        return found[0] if len(found) == 1 else nw.coalesce(*found)

    def wrong(self) -> nw.Expr | None:
        """Return where a row's facts of the measure are refused; None where none can be."""
        found = [
            each.present & wrong
            for each in self.sources
            if (wrong := each.wrong) is not None
        ]
        if self.ends:
            least, greatest = self.ends
            found.append(least.present != greatest.present)
            found.append(least.present & greatest.present & (least.units > greatest.units))
            if self.value:
                either = least.present | greatest.present
                found.append(self._said & either)
        return any_of(found) if found else None

    @property
    def _said(self) -> nw.Expr:
        assert self.value is not None  # noqa: S101 (asked for only then)
        undated = self.undated
        return self.value.present if undated is None else self.value.present | undated


Finder = Callable[[str], Spans | None]
"""Finds what a frame says of a measure; None where it says nothing of it."""
