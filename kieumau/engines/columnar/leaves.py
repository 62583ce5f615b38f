"""Leaves over a frame: each form as the meaning has it (`kieumau.program.meaning`)."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import reduce
from operator import add
from types import MappingProxyType

from attrs import frozen

from kieumau.engines.columnar.days import Choices, day_key
from kieumau.engines.columnar.dialect import Dialect, Expr
from kieumau.engines.columnar.sources import OPERATOR, At, compared
from kieumau.engines.columnar.spans import Spans
from kieumau.engines.columnar.truths import Pair, all_of, any_of
from kieumau.program.steps import Leaf, Linear, Member, Term
from kieumau.rules.conditions import Op
from kieumau.rules.measures import IfZero, Kind
from kieumau.rules.periods import MonthDay
from kieumau.truth import Truth

__all__ = ["LeafReader"]

_ZERO: Mapping[IfZero, Truth] = MappingProxyType(
    {
        IfZero.NOT_APPLICABLE: Truth.MET,
        IfZero.MET: Truth.MET,
        IfZero.UNMET: Truth.UNMET,
        IfZero.UNKNOWN: Truth.UNKNOWN,
    }
)
_TURNED: Mapping[Op, Op] = MappingProxyType(
    {Op.GE: Op.LE, Op.LE: Op.GE, Op.GT: Op.LT, Op.LT: Op.GT, Op.EQ: Op.EQ, Op.NE: Op.NE}
)


@frozen
class LeafReader:
    """Reads leaves off a frame.

    Attributes
    ----------
    dialect
        The one of the frame.
    spans
        What the frame says of each measure it says anything of.
    month_day
        Gives the key of the one day of the row's period that a day without a year stands for;
        None where the frame has no periods.
    units
        Gives the least (0) or greatest (1) value of a measure.
    unknown
        Null in every row.
    """

    dialect: Dialect
    spans: Mapping[str, Spans]
    unknown: Expr
    month_day: Callable[[MonthDay], Expr | None]
    units: Callable[[Spans, int], Expr]

    def holds(self, leaf: Leaf) -> Expr:
        """Return whether a leaf holds: as its first form that is known, null where none is."""
        forms = [
            found for form in leaf.forms if (found := self._form(form, leaf.if_zero)) is not None
        ]
        found = (
            forms[0]
            if len(forms) == 1
            else self.dialect.coalesce(*forms)
            if forms
            else self.unknown
        )
        undated = [
            said
            for id_ in dict.fromkeys(_measures(leaf))
            if leaf.dated and id_ in self.spans and (said := self.spans[id_].undated) is not None
        ]
        return found & ~any_of(self.dialect, undated) if undated else found

    def fell_away(self, leaf: Leaf) -> Expr:
        """Return where the denominator of a leaf is known to be zero."""
        divisors = dict.fromkeys(
            form.divisor for form in leaf.forms if isinstance(form, Linear) and form.divisor
        )
        found = any_of(
            self.dialect,
            (self._compare(divisor, Op.EQ, 0) for divisor in divisors if self._there(divisor)),
        )
        return found.fill_null(value=False)

    def _form(self, form: Linear | Member, if_zero: IfZero) -> Expr | None:
        """Return whether one form holds; None where the frame cannot say anything of it."""
        if isinstance(form, Member):
            span = self.spans.get(form.measure)
            if span is None or not isinstance(span.value, Choices):
                return None
            inside = span.value.among(form.positions)
            return ~inside if form.negated else inside
        if form.divisor:
            return self._divided(form, _ZERO[if_zero]) if self._there(form.divisor) else None
        return self._compared(form)

    def _compared(self, form: Linear, raised: str = "") -> Expr | None:
        if not self._there(form.terms):
            return None
        at = self._threshold(form)
        return None if at is None else self._compare(form.terms, form.op, at, raised)

    def _divided(self, form: Linear, zero: Truth) -> Expr:
        """Return a comparison with its denominator guarded."""
        divisor, compared = form.divisor, self._compared(form)
        compared = self.unknown if compared is None else compared
        alone = len(divisor) == 1
        exact = alone and self.spans[divisor[0].measure].exact is not None
        positive = self._compare(divisor, Op.GT, 0).fill_null(value=False)
        found = self.dialect.when(positive).then(compared)
        is_zero = self._compare(divisor, Op.LE, 0).fill_null(value=False)
        if not alone:  # a difference may lie below zero
            is_zero = is_zero & self._compare(divisor, Op.GE, 0).fill_null(value=True)
        if zero is not Truth.UNKNOWN:
            holds = self.dialect.lit(zero is Truth.MET)
            found = found.when(is_zero).then(holds)
            if not exact:
                apart = self._compared(form, divisor[0].measure if alone else "")
                apart = self.unknown if apart is None else apart
                same = apart if zero is Truth.MET else ~apart
                mixed = self._known(divisor) & ~is_zero & same.fill_null(value=False)
                found = found.when(mixed).then(holds)
        return found

    def _compare(self, terms: tuple[Term, ...], op: Op, at: At, raised: str = "") -> Expr:
        """Return how a sum compares; of ``raised``, only what is not zero is looked at."""
        if not terms:
            return self.dialect.lit(bool(OPERATOR[op](0, at)))
        if len(terms) == 1 and not raised:
            (term,) = terms
            span, at_one = self.spans[term.measure], _for_one(term.coefficient, op, at)
            if at_one is not None:
                return span.tested(*at_one)
        return self._summed(terms, op, at, raised)

    def _summed(self, terms: tuple[Term, ...], op: Op, at: At, raised: str) -> Expr:
        low = self._sum(terms, 0, raised)
        if not raised and all(self.spans[term.measure].exact for term in terms):
            return compared(op, low, at)
        high = self._sum(terms, 1, raised)
        match op:
            case Op.GE | Op.GT:
                return Pair.of(self.dialect, compared(op, low, at), compared(op, high, at)).holds
            case Op.LE | Op.LT:
                return Pair.of(self.dialect, compared(op, high, at), compared(op, low, at)).holds
            case Op.EQ | Op.NE:
                only, among = (low == at) & (high == at), (low <= at) & (high >= at)
                equal = Pair.of(self.dialect, only, among).holds
                return equal if op is Op.EQ else ~equal

    def _sum(self, terms: Iterable[Term], end: int, raised: str) -> Expr:
        parts = []
        for term in terms:
            side = end if term.coefficient > 0 else 1 - end
            units = self.units(self.spans[term.measure], side)
            if term.measure == raised and side == 0:
                units = (
                    self.dialect.when(units < 1)
                    .then(self.dialect.lit(1, self.dialect.Int64))
                    .otherwise(units)
                )
            parts.append(units if term.coefficient == 1 else units * term.coefficient)
        return reduce(add, parts)

    def _there(self, terms: Iterable[Term]) -> bool:
        return all(term.measure in self.spans for term in terms)

    def _known(self, terms: Iterable[Term]) -> Expr:
        return all_of(self.dialect, (self.spans[term.measure].known for term in terms))

    def _threshold(self, form: Linear) -> At | None:
        if isinstance(form.constant, MonthDay):
            return self.month_day(form.constant)
        day = len(form.terms) == 1 and self.spans[form.terms[0].measure].measure.kind is Kind.DATE
        return day_key(date.fromordinal(form.constant)) if day else form.constant


def _for_one(coefficient: int, op: Op, at: At) -> tuple[Op, At] | None:
    """Return ``coefficient * x OP at`` as a comparison of x; None where x would be no integer.

    >>> _for_one(2, Op.GE, 5), _for_one(-1, Op.LE, 3)
    ((<Op.GE: '>='>, 3), (<Op.GE: '>='>, -3))
    """
    if coefficient < 0:
        op, coefficient, at = _TURNED[op], -coefficient, -at
    if coefficient == 1 or not isinstance(at, int):
        return op, at
    if op in (Op.GE, Op.LT):
        return op, -(-at // coefficient)
    if op in (Op.GT, Op.LE):
        return op, at // coefficient
    return None if at % coefficient else (op, at // coefficient)


def _measures(leaf: Leaf) -> Iterable[str]:
    for form in leaf.forms:
        if isinstance(form, Linear):
            yield from (term.measure for term in form.terms)
        else:
            yield form.measure
