"""Sources: one column of a frame as the program's integers, exactly.

A column is read by its own type. Integers and decimals become whole numbers of the measure's last
decimal. A float stands for its shortest decimal; up to 15 digits that is the one decimal nearest
to it, and what would need more is refused. Comparing it with the float nearest to a threshold of
as many digits is then exact: no two such decimals share a float (IEEE 754 binary64). Dates are
keys in the order of days, choices are looked up.

A test is null where nothing was supplied. Nothing depends on how a library orders NaN: it lies
within no bounds.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import ceil, floor
from operator import eq, ge, gt, le, lt, ne
from types import MappingProxyType
from typing import Any, Protocol, TypeAlias

from attrs import frozen

from kieumau.engines.columnar.dialect import NARWHALS, Dialect, Expr
from kieumau.rules.conditions import Op
from kieumau.rules.measures import Measure

__all__ = [
    "OPERATOR",
    "At",
    "Fixed",
    "Flag",
    "Floating",
    "OneColumn",
    "Source",
    "Whole",
    "compared",
]

At: TypeAlias = int | Expr
"""What a source is compared with: an integer, or for days an expression."""

OPERATOR: Mapping[Op, Callable[[Any, Any], Any]] = MappingProxyType(
    {Op.EQ: eq, Op.NE: ne, Op.LT: lt, Op.LE: le, Op.GT: gt, Op.GE: ge}
)
_DIGITS = 15
"""How many digits every decimal of a float's size keeps (DBL_DIG)."""


class Source(Protocol):
    """One column, as whole numbers of its measure's last decimal.

    Tests and units are null where nothing was supplied, and may be anything where it is ``wrong``.
    """

    @property
    def made(self) -> Mapping[str, Expr]:
        """What must be put beside the frame's columns first, by name."""
        ...

    @property
    def present(self) -> Expr:
        """Whether a value was supplied; never null."""
        ...

    @property
    def wrong(self) -> Expr | None:
        """Whether a supplied value is refused; None where none can be."""
        ...

    def test(self, op: Op, at: At) -> Expr:
        """Return how the value compares."""
        ...

    @property
    def units(self) -> Expr:
        """The value as a 64-bit integer."""
        ...


def compared(op: Op, value: Expr, at: Expr | float) -> Expr:
    """Return how a value compares."""
    found: Expr = OPERATOR[op](value, at)
    return found


def _limits(measure: Measure) -> tuple[int, int]:
    """Return a measure's bounds in units of its last decimal."""
    scale = 10**measure.decimals
    return ceil(measure.minimum * scale), floor(measure.maximum * scale)


@frozen
class OneColumn:
    """A source that can be read as it is."""

    dialect: Dialect
    name: str

    @property
    def _column(self) -> Expr:
        return self.dialect.col(self.name)

    @property
    def made(self) -> Mapping[str, Expr]:
        """Nothing."""
        return {}

    @property
    def present(self) -> Expr:
        """Whether a value was supplied; NaN is one, and wrong."""
        return ~self.dialect.col(self.name).is_null()


@frozen
class Whole(OneColumn):
    """A column of integers."""

    measure: Measure

    @property
    def wrong(self) -> Expr:
        """Whether a value lies beyond its measure's bounds."""
        low, high = ceil(self.measure.minimum), floor(self.measure.maximum)
        return (self._column < low) | (self._column > high)

    def test(self, op: Op, at: At) -> Expr:
        """Return how the value compares: the threshold is brought down to whole numbers."""
        assert isinstance(at, int)  # noqa: S101 (days have sources of their own)
        scale = 10**self.measure.decimals
        column = self._column
        match op:
            case Op.GE | Op.LT:
                return compared(op, column, -(-at // scale))
            case Op.LE | Op.GT:
                return compared(op, column, at // scale)
            case _ if at % scale:
                return self.dialect.when(self.present).then(self.dialect.lit(op is Op.NE))
            case _:
                return compared(op, column, at // scale)

    @property
    def units(self) -> Expr:
        """The value, null where it is wrong: beyond its bounds a product might overflow."""
        inside = self.dialect.when(~self.wrong).then(self._column).cast(self.dialect.Int64)
        return inside * 10**self.measure.decimals if self.measure.decimals else inside


@frozen
class Floating(OneColumn):
    """A column of binary floats.

    Attributes
    ----------
    narrow
        Whether they are less than doubles; each then stands for the double it is.
    """

    measure: Measure
    narrow: bool = False

    @property
    def _column(self) -> Expr:
        column = self.dialect.col(self.name)
        return column.cast(self.dialect.Float64) if self.narrow else column

    @property
    def wrong(self) -> Expr:
        """Whether a value is NaN, out of bounds, or has more digits than are allowed or kept."""
        return ~(self._inside & (self._rounded == self._column))

    @property
    def _rounded(self) -> Expr:
        """The double nearest to a value rounded to the measure's decimals.

        To be exact to the last bit it must be divided. Polars' division by a number multiplies by
        the reciprocal, but its rounding divides; DuckDB and Spark divide.
        """
        decimals = self.measure.decimals
        if not decimals or self.dialect is not NARWHALS:
            return self._column.round(decimals)
        return (self._column * float(10**decimals)).round(0) / float(10**decimals)

    @property
    def _inside(self) -> Expr:
        low, high = (self._float(each) for each in self._kept())
        return (self._column >= low) & (self._column <= high)

    def _kept(self) -> tuple[int, int]:
        most = 10**_DIGITS - 1
        low, high = _limits(self.measure)
        return max(low, -most), min(high, most)

    def _float(self, units: int) -> float:
        return float(Fraction(units, 10**self.measure.decimals))

    def test(self, op: Op, at: At) -> Expr:
        """Return how the value compares, threshold and value both being images of decimals."""
        assert isinstance(at, int)  # noqa: S101 (days have sources of their own)
        low, high = self._kept()
        at = min(max(at, low - 1), high + 1)  # beyond the bounds all thresholds are alike
        return compared(op, self._column, self._float(at))

    @property
    def units(self) -> Expr:
        """The value in units, null where it is wrong."""
        inside = self.dialect.when(self._inside).then(self._column)
        return (inside * float(10**self.measure.decimals)).round(0).cast(self.dialect.Int64)


@frozen
class Fixed(OneColumn):
    """A column of decimals, of a type with ``scale`` digits after the point."""

    measure: Measure
    scale: int
    units_name: str

    @property
    def made(self) -> Mapping[str, Expr]:
        """The value in units, null where it is not within 15 digits."""
        column, decimals = self._column.cast(self.dialect.Float64), self.measure.decimals
        most = float(10 ** (_DIGITS - decimals))
        inside = self.dialect.when((column > -most) & (column < most)).then(column)
        return {self.units_name: (inside * float(10**decimals)).round(0).cast(self.dialect.Int64)}

    @property
    def wrong(self) -> Expr:
        """Whether a value is out of bounds or has more decimals than are allowed."""
        low, high = _limits(self.measure)
        units = self.dialect.col(self.units_name)
        wrong = units.is_null() | (units < low) | (units > high)
        if self.scale > self.measure.decimals:
            column = self._column
            wrong = wrong | (column.round(self.measure.decimals) != column)
        return wrong

    def test(self, op: Op, at: At) -> Expr:
        """Return how the value compares."""
        return compared(op, self.dialect.col(self.units_name), at)

    @property
    def units(self) -> Expr:
        """The value, null where it is out of bounds."""
        low, high = _limits(self.measure)
        units = self.dialect.col(self.units_name)
        return self.dialect.when((units >= low) & (units <= high)).then(units)


@frozen
class Flag(OneColumn):
    """A column of yes and no: 1 and 0."""

    @property
    def wrong(self) -> None:
        """Nothing can be."""
        return

    def test(self, op: Op, at: At) -> Expr:
        """Return how the value compares, found out for both of its values."""
        no, yes = OPERATOR[op](0, at), OPERATOR[op](1, at)
        if no == yes:
            return self.dialect.when(self.present).then(self.dialect.lit(bool(yes)))
        return self._column if yes else ~self._column

    @property
    def units(self) -> Expr:
        """The value as 0 or 1."""
        return self._column.cast(self.dialect.Int64)
