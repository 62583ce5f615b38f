"""Spans: what the columns of a frame say of one measure, as the least and greatest it may be.

A measure has a column of values, or two of the ends of intervals, or all three; in one row it has
the one or the other. A test over the least (or greatest) value is then a test over each column
that may hold it, joined with whether it does.
"""

from collections.abc import Iterator, Mapping

from attrs import frozen

from kieumau.engines.columnar.days import Choices, Days, TextDays
from kieumau.engines.columnar.dialect import Dialect, Expr
from kieumau.engines.columnar.sources import At, Source
from kieumau.engines.columnar.truths import Pair, any_of
from kieumau.rules.conditions import Op
from kieumau.rules.measures import Measure

__all__ = ["Spans", "said"]


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

    dialect: Dialect
    measure: Measure
    value: Source | Choices | None
    ends: tuple[Source, Source] | None = None

    @property
    def sources(self) -> tuple[Source | Choices, ...]:
        """Every column it is read from."""
        return tuple(filter(None, (self.value, *(self.ends or ()))))

    @property
    def made(self) -> Mapping[str, Expr]:
        """What must be put beside the frame's columns first, by name."""
        return {name: made for each in self.sources for name, made in each.made.items()}

    @property
    def known(self) -> Expr:
        """Whether anything is known; never null."""
        parts = [self.value.present] if self.value else []
        if self.ends:
            parts.append(self.ends[0].present & self.ends[1].present)
        return any_of(self.dialect, parts)

    @property
    def undated(self) -> Expr | None:
        """Whether it is known that there is no day; None where that cannot be said."""
        return self.value.undated if isinstance(self.value, Days | TextDays) else None

    @property
    def exact(self) -> Source | None:
        """The only column it is read from, where no row has an interval."""
        return self._value if self.ends is None else None

    @property
    def _value(self) -> Source | None:
        return None if isinstance(self.value, Choices) else self.value

    def tested(self, op: Op, at: At) -> Expr:
        """Return whether the measure compares so over the whole of each row's span."""
        if exact := self.exact:
            return exact.test(op, at)
        match op:
            case Op.GE | Op.GT:
                return Pair.of(self.dialect, self._end(0, op, at), self._end(1, op, at)).holds
            case Op.LE | Op.LT:
                return Pair.of(self.dialect, self._end(1, op, at), self._end(0, op, at)).holds
            case Op.EQ:
                return self._equal(at).holds
            case Op.NE:
                return ~self._equal(at).holds

    def _equal(self, at: At) -> Pair:
        only = self._end(0, Op.GE, at) & self._end(1, Op.LE, at)
        among = self._end(0, Op.LE, at) & self._end(1, Op.GE, at)
        return Pair.of(self.dialect, only, among)

    def _end(self, end: int, op: Op, at: At) -> Expr:
        """Return how the least (0) or greatest (1) value compares; null where none is known."""
        found = [each.test(op, at) for each in self._at_end(end)]
        return found[0] if len(found) == 1 else self.dialect.coalesce(*found)

    def _at_end(self, end: int) -> Iterator[Source]:
        if self._value:
            yield self._value
        if self.ends:
            yield self.ends[end]

    def units(self, end: int) -> Expr:
        """Return the least (0) or greatest (1) value; null where nothing is known."""
        found = [each.units for each in self._at_end(end)]
        return found[0] if len(found) == 1 else self.dialect.coalesce(*found)

    def wrong(self) -> Expr | None:
        """Return where a row's facts of the measure are refused; None where none can be."""
        found = [each.present & wrong for each in self.sources if (wrong := each.wrong) is not None]
        if self.ends:
            least, greatest = self.ends
            found.append(least.present != greatest.present)
            found.append(least.present & greatest.present & (least.units > greatest.units))
            found.extend(each.undated for each in self.ends if isinstance(each, TextDays))
            if self.value:
                found.append(said(self.value) & (said(least) | said(greatest)))
        return any_of(self.dialect, found) if found else None

    @property
    def said(self) -> Expr:
        """Whether anything at all is supplied, be it that there is no day."""
        return any_of(self.dialect, map(said, self.sources))


def said(source: Source | Choices) -> Expr:
    """Return whether anything is supplied, be it that there is no day; never null."""
    undated = source.undated if isinstance(source, TextDays) else None
    return source.present if undated is None else source.present | undated
