"""Contradictions: derived figures that their parts could not give, row by row.

As `kieumau.program.consistency`, which says why one comparison of sums at either end is enough.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from math import ceil, floor
from operator import add
from typing import TypeAlias

from attrs import frozen

from kieumau.engines.columnar.dialect import Dialect, Expr
from kieumau.engines.columnar.spans import Spans
from kieumau.engines.columnar.truths import all_of
from kieumau.errors import Diagnostic, EngineError
from kieumau.program.consistency import Consistency
from kieumau.rules.measures import Measure

__all__ = ["Contradictions"]

_LIMIT = 2**63
_Value: TypeAlias = int | Expr


@frozen
class Contradictions:
    """Finds rows whose facts contradict each other."""

    dialect: Dialect
    spans: Mapping[str, Spans]
    units: Callable[[Spans, int], Expr]

    def supplied(self, each: Consistency) -> Expr:
        """Return where a derived figure is supplied that the parts beside it could not give.

        Raises
        ------
        EngineError
            KM-613: 64 bits do not hold the comparison.
        """
        own = self.spans[each.measure.id]
        if self._most(each, _size(each.measure)) >= _LIMIT:
            raise EngineError(Diagnostic("KM-613", arguments={"column": each.measure.id}))
        known = own.known & self._known(each)
        low, high = self.units(own, 0), self.units(own, 1)
        return known & ~self._possible(each, low, high)

    def beyond(self, each: Consistency) -> Expr:
        """Return where the parts give a figure beyond its bounds, and it is not supplied."""
        measure = each.measure
        known = self._known(each)
        if measure.id in self.spans:
            known = known & ~self.spans[measure.id].known
        if measure.denominator:
            known = known & (self.units(self.spans[measure.denominator], 0) > 0)
        scale = 10**measure.decimals
        low, high = ceil(measure.minimum * scale), floor(measure.maximum * scale)
        # Bounds too wide for 64 bits are no rule's, only a guard against slips: floats will do.
        wide = self._most(each, _size(measure)) >= _LIMIT
        return known & ~self._possible(each, low, high, wide=wide)

    def _known(self, each: Consistency) -> Expr:
        """Return where all the parts of a derived figure are known."""
        return all_of(self.dialect, (self.spans[part].known for part in each.measure.parts))

    def _possible(
        self, each: Consistency, low: _Value, high: _Value, *, wide: bool = False
    ) -> Expr:
        least = self._sum(each, high, 0, wide=wide) <= high * each.unit
        most = self._sum(each, low, 1, wide=wide) >= low * each.unit
        if not each.below:
            return least & most
        ends = [c * self.units(self.spans[id_], 1 if c > 0 else 0) for c, id_ in each.below]
        return least & most & (reduce(add, ends) > 0)

    def _sum(self, each: Consistency, factor: _Value, end: int, *, wide: bool) -> Expr:
        """Return the least (0) or greatest (1) of numerator less ``factor`` times denominator."""
        own = 10**each.measure.decimals
        return reduce(
            add,
            (
                self._part(
                    self.spans[id_],
                    own * above - factor * below if below else own * above,
                    end,
                    wide,
                )
                for id_, above, below in _merged(each)
            ),
        )

    def _part(self, span: Spans, coefficient: _Value, end: int, wide: bool) -> Expr:  # noqa: FBT001 (handed on)
        first, last = (self.units(span, side) for side in (end, 1 - end))
        if wide:
            first, last = first.cast(self.dialect.Float64), last.cast(self.dialect.Float64)
        if isinstance(coefficient, int):
            return (first if coefficient > 0 else last) * (
                float(coefficient) if wide else coefficient
            )
        if span.exact:
            return coefficient * first
        return (
            self.dialect.when(coefficient > 0)
            .then(coefficient * first)
            .otherwise(coefficient * last)
        )

    def _most(self, each: Consistency, factor: int) -> int:
        own = int(10**each.measure.decimals)
        parts = ((self.spans[id_].measure, a, b) for id_, a, b in _merged(each))
        total = sum((own * abs(a) + factor * abs(b)) * _size(part) for part, a, b in parts)
        return max(total, factor * each.unit)


def _merged(each: Consistency) -> Iterator[tuple[str, int, int]]:
    """Yield each part with its coefficients above and below."""
    above: dict[str, int] = {}
    below: dict[str, int] = {}
    for terms, into in ((each.above, above), (each.below, below)):
        for coefficient, id_ in terms:
            into[id_] = into.get(id_, 0) + coefficient
    for id_ in dict.fromkeys((*above, *below)):
        yield id_, above.get(id_, 0), below.get(id_, 0)


def _size(measure: Measure) -> int:
    return ceil(max(abs(measure.minimum), abs(measure.maximum)) * int(10**measure.decimals))
