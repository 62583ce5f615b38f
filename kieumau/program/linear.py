"""Tests as linear comparisons with integer coefficients over measures in units of last decimals."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import gcd, lcm
from typing import TypeAlias

from kieumau.errors import Diagnostic, PluginError
from kieumau.language.names import Vocabulary
from kieumau.places import Place
from kieumau.program.steps import Linear, Term
from kieumau.rules.conditions import Compare, MeasureRef, Op
from kieumau.rules.measures import Change, Difference, Kind, Measure, Ratio, Sum
from kieumau.rules.periods import MonthDay

__all__ = ["comparison_forms"]

Sum_: TypeAlias = Mapping[str, Fraction]
"""A linear expression: a coefficient per measure, in the measures' own units."""

_MOST_FORMS = 256
_MOST_WAYS = 4096
"""Ways to write a test out, equal ones not yet merged: each level of derivation multiplies them."""
_LIMIT = 2**63
_LAST_DAY = date.max.toordinal()


def comparison_forms(test: Compare, vocabulary: Vocabulary) -> tuple[Linear, ...]:
    """Return a comparison over base measures first, then over the derived ones it may be given by.

    Raises
    ------
    PluginError
        The numbers would not fit 64-bit integers, or the test is not linear.
    """
    measure = vocabulary.get(test.measure)
    assert measure is not None  # noqa: S101 (conditions name declared measures only)
    if _ways(test, measure, vocabulary) > _MOST_WAYS:
        raise PluginError(Diagnostic("KM-623", test.place, {"name": measure.name}))
    if isinstance(test.against, MeasureRef):
        pairs = product(
            _expansions(test.measure, vocabulary), _expansions(test.against.measure, vocabulary)
        )
        forms = [
            _linear(_minus(one, two), test.op, Fraction(0), (), vocabulary, test.place)
            for one, two in pairs
        ]
    elif isinstance(test.against, MonthDay):
        forms = [Linear((Term(1, measure.id),), test.op, test.against)]
    elif isinstance(test.against, date):
        forms = [Linear((Term(1, measure.id),), test.op, test.against.toordinal())]
    else:
        constant = Fraction(test.against)
        forms = [
            _linear(terms, test.op, at, divisor, vocabulary, test.place)
            for terms, at, divisor in _against(measure, constant, vocabulary)
        ]
    distinct = tuple(dict.fromkeys(forms))
    if len(distinct) > _MOST_FORMS:
        raise PluginError(Diagnostic("KM-623", test.place, {"name": measure.name}))
    return distinct


def _ways(test: Compare, measure: Measure, vocabulary: Vocabulary) -> int:
    """Return in how many ways a test can be written out, counted no further than is too many."""
    known: dict[str, int] = {}
    other = (test.against.measure,) if isinstance(test.against, MeasureRef) else ()
    found = 1
    for id_ in (*(measure.parts if measure.divides else (measure.id,)), *other):
        found *= _ways_of(id_, vocabulary, known, _MOST_FORMS)
    return found


def _ways_of(id_: str, vocabulary: Vocabulary, known: dict[str, int], depth: int) -> int:
    """Return in how many ways a linear measure can be written out; deeper than that, too many."""
    measure = vocabulary.get(id_)
    if measure is None or not measure.parts:
        return 1
    if depth == 0:
        return _MOST_WAYS + 1
    if id_ not in known:
        found = 1
        for part in measure.parts:
            found = min(found * _ways_of(part, vocabulary, known, depth - 1), _MOST_WAYS + 1)
        known[id_] = found + 1
    return known[id_]


def _against(
    measure: Measure, constant: Fraction, vocabulary: Vocabulary
) -> Iterator[tuple[Sum_, Fraction, tuple[tuple[str, Fraction], ...]]]:
    """Yield ``measure OP constant`` as terms, constant and divisor, expanded ever less."""
    nothing = Fraction(0)
    match measure.derived:
        case Ratio(of, to):
            scale = Fraction(100 if measure.kind is Kind.PERCENT else 1)
            for above, below in product(_expansions(of, vocabulary), _expansions(to, vocabulary)):
                terms = _minus(_times(above, scale), _times(below, constant))
                yield terms, nothing, tuple(below.items())
            yield {measure.id: Fraction(1)}, constant, ()
        case Change(start, end):
            for new, old in product(_expansions(end, vocabulary), _expansions(start, vocabulary)):
                terms = _minus(_times(new, Fraction(100)), _times(old, 100 + constant))
                yield terms, nothing, tuple(old.items())
            yield {measure.id: Fraction(1)}, constant, ()
        case _:
            for terms in _expansions(measure.id, vocabulary):
                yield terms, constant, ()


def _expansions(id_: str, vocabulary: Vocabulary) -> Iterator[Sum_]:
    """Yield a linear measure in terms of base measures first, of itself last."""
    measure = vocabulary.get(id_)
    match measure.derived if measure else None:
        case Sum(of):
            for parts in product(*(tuple(_expansions(part, vocabulary)) for part in of)):
                total: Sum_ = {}
                for part in parts:
                    total = _minus(total, _times(part, Fraction(-1)))
                yield total
        case Difference(of, less):
            for one, other in product(_expansions(of, vocabulary), _expansions(less, vocabulary)):
                yield _minus(one, other)
        case _:
            pass
    yield {id_: Fraction(1)}


def _times(terms: Sum_, by: Fraction) -> Sum_:
    return {id_: by * coefficient for id_, coefficient in terms.items()}


def _minus(one: Sum_, other: Sum_) -> Sum_:
    ids = sorted({*one, *other})
    found = {id_: one.get(id_, Fraction(0)) - other.get(id_, Fraction(0)) for id_ in ids}
    return {id_: coefficient for id_, coefficient in found.items() if coefficient}


def _linear(
    terms: Sum_,
    op: Op,
    constant: Fraction,
    divisor: tuple[tuple[str, Fraction], ...],
    vocabulary: Vocabulary,
    place: Place,
) -> Linear:
    """Return the comparison with integer coefficients over scaled measures, reduced."""
    scaled, at = _integers(terms, constant, vocabulary)
    below, _ = _integers(dict(divisor), Fraction(0), vocabulary)
    size = abs(at) + sum(abs(t.coefficient) * _most(t.measure, vocabulary) for t in scaled)
    size = max(size, sum(abs(t.coefficient) * _most(t.measure, vocabulary) for t in below))
    if size >= _LIMIT:
        names = ", ".join(term.measure for term in scaled)
        raise PluginError(Diagnostic("KM-621", place, {"measures": names}))
    return Linear(scaled, op, at, below)


def _integers(
    terms: Sum_, constant: Fraction, vocabulary: Vocabulary
) -> tuple[tuple[Term, ...], int]:
    scaled = {
        id_: coefficient / 10 ** _decimals(id_, vocabulary) for id_, coefficient in terms.items()
    }
    common = lcm(constant.denominator, *(each.denominator for each in scaled.values()))
    whole = {id_: int(each * common) for id_, each in scaled.items()}
    at = int(constant * common)
    shared = gcd(at, *whole.values()) or 1
    ordered = tuple(Term(whole[id_] // shared, id_) for id_ in sorted(whole))
    return ordered, at // shared


def _decimals(id_: str, vocabulary: Vocabulary) -> int:
    measure = vocabulary.get(id_)
    return measure.decimals if measure else 0


def _most(id_: str, vocabulary: Vocabulary) -> int:
    measure = vocabulary.get(id_)
    assert measure is not None  # noqa: S101 (terms name declared measures only)
    if measure.kind is Kind.DATE:
        return _LAST_DAY
    bound = max(abs(measure.minimum), abs(measure.maximum))
    return int(Decimal(bound).scaleb(measure.decimals))
