"""Binding: a ward's facts read by the measures' own kinds, and turned into the program's integers.

Whatever is wrong with the facts is found here, every problem at once, before anything is decided:
an unknown measure, a wrong kind, a value out of bounds, a derived figure that contradicts its
parts. What is bound is the same for every engine.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from attrs import evolve, frozen

from kieumau.documents.factsets import FactSet
from kieumau.errors import FactsError, Problems, Severity
from kieumau.language.literals import short
from kieumau.language.names import Vocabulary
from kieumau.language.values import kind_name
from kieumau.places import Place
from kieumau.program.box import Box
from kieumau.program.consistency import Consistency, may_leave_bounds
from kieumau.program.reading import read_scalar, reported_span, to_grid
from kieumau.program.steps import Leaf, Linear, Program
from kieumau.rules.facts import NO_DATE, Fact, Interval, Reported, Unknown
from kieumau.rules.measures import Kind, Measure
from kieumau.rules.periods import MonthDay

__all__ = ["Binder", "Bound", "OnUnknown"]

OnUnknown = Literal["error", "ignore"]
_Usual: TypeAlias = tuple[type, int, int, int, Mapping[Any, tuple[int, int]]]
"""The type, bounds and scale (0: none) by which most values are read at once, or each span."""

_MOST_NEAR = 20  # guesses take time, and nobody reads more of them


@frozen
class Bound:
    """Facts once bound.

    Attributes
    ----------
    facts
        The facts by measure id, values typed: what a verdict embeds.
    box
        The same as integers: what engines read.
    ignored
        The keys that are no measure and were passed over, at the caller's wish.
    """

    facts: FactSet
    box: Box
    ignored: tuple[str, ...] = ()


class Binder:
    """Binds fact sets to one program over one vocabulary. Immutable once made; thread-safe."""

    def __init__(self, vocabulary: Vocabulary, program: Program) -> None:
        self.vocabulary = vocabulary
        self._usual = {each.id: _usual(each) for each in vocabulary if each.derived is None}
        self._derived = tuple(
            Consistency(each, vocabulary) for each in vocabulary if each.derived is not None
        )
        self._bounded = tuple(
            each for each in self._derived if may_leave_bounds(each.measure, vocabulary)
        )
        self._days = tuple(
            dict.fromkeys(
                form.constant
                for step in program.steps
                if isinstance(step, Leaf)
                for form in step.forms
                if isinstance(form, Linear) and isinstance(form.constant, MonthDay)
            )
        )

    def bind(self, facts: FactSet, on_unknown: OnUnknown = "error") -> Bound:
        """Return the facts bound.

        Raises
        ------
        FactsError
            With every problem of the facts, each at its place.
        """
        problems = Problems()
        spans, odd = self._usual_facts(facts)
        if not odd:
            self._check_bounds(facts, spans, problems)
            days = self._month_days(facts, problems) if self._days else {}
            problems.raise_if_any(FactsError)
            return Bound(facts, Box(spans, frozenset(), days, exact=True))
        undated: list[str] = []
        resolved = [fact for fact in facts if fact.measure in spans]
        exact = True
        for fact in odd:
            read = self._read(fact, on_unknown, problems)
            if read is None:
                continue
            known, span = read
            resolved.append(known)
            if known.value == NO_DATE and self.vocabulary[known.measure].kind is Kind.DATE:
                undated.append(known.measure)
                exact = False
            elif span is not None:
                spans[known.measure] = span
                derived = self.vocabulary[known.measure].derived is not None
                exact = exact and not derived and span[0] == span[1]
        self._check_twice(resolved, problems)
        for each in self._derived:
            id_ = each.measure.id
            if id_ in spans:
                place = next(known.place for known in resolved if known.measure == id_)
                each.check_derived(place, spans, problems)
        self._check_bounds(facts, spans, problems)
        days = self._month_days(facts, problems) if self._days else {}
        problems.raise_if_any(FactsError)
        same = all(facts.get(fact.measure) is fact for fact in resolved)
        same = same and len(resolved) == len(facts.facts)
        bound = facts if same else evolve(facts, facts=tuple(resolved))
        ignored = tuple(sorted(fact.measure for fact in odd if self._measure(fact) is None))
        return Bound(bound, Box(spans, frozenset(undated), days, exact), ignored)

    def read(
        self, facts: Iterable[Fact], problems: Problems
    ) -> tuple[tuple[Fact, tuple[int, int] | None], ...]:
        """Return facts with the ids and typed values of their measures, each with its span.

        One that cannot be read, or is given twice, is a problem; nothing is asked of how they
        hang together. There is no span for what is unknown, and for a date that is none.
        """
        read = [each for fact in facts if (each := self._read(fact, "error", problems))]
        self._check_twice([fact for fact, _ in read], problems)
        return tuple(read)

    def _near(self, key: str) -> tuple[str, ...]:
        """Return what a key perhaps meant: ids for what was written as one, names for a name."""
        near = self.vocabulary.suggest(key)
        if not (key.isascii() and key.isidentifier()):
            return near
        found = (self.vocabulary.find(each) for each in near)
        return tuple(dict.fromkeys(each.id for each in found if each))

    def _measure(self, fact: Fact) -> Measure | None:
        return self.vocabulary.get(fact.measure) or self.vocabulary.find(fact.measure)

    def _check_bounds(
        self, facts: FactSet, spans: dict[str, tuple[int, int]], problems: Problems
    ) -> None:
        """Note parts whose ratio, sum or difference lies beyond its bounds."""
        for each in self._bounded:
            if each.measure.id not in spans:
                each.check_bounds(facts, spans, problems)

    def _usual_facts(self, facts: FactSet) -> tuple[dict[str, tuple[int, int]], list[Fact]]:
        """Return the spans of plain values of base measures, and the facts that need reading.

        Most facts are numbers, yes or no, days and choices as declared, within bounds; this is
        their short way through.
        """
        usual = self._usual
        spans: dict[str, tuple[int, int]] = {}
        odd: list[Fact] = []
        for fact in facts.facts:
            measure = fact.measure
            value: Any = fact.value  # told apart by exact type, which is what is fast
            found = usual.get(measure)
            if found is not None:
                kind, low, high, scale, named = found
                sort = type(value)
                if sort is int and scale:
                    units = value * scale
                    if low <= units <= high:
                        spans[measure] = (units, units)
                        continue
                elif sort is kind:
                    if named:
                        if value in named:
                            spans[measure] = named[value]
                            continue
                    elif kind is date:
                        units = value.toordinal()
                        spans[measure] = (units, units)
                        continue
                    elif value.is_finite():
                        units = int(value * scale)
                        if low <= units <= high and Decimal(units) / scale == value:
                            spans[measure] = (units, units)
                            continue
            odd.append(fact)
        return spans, odd

    def _read(
        self, fact: Fact, on_unknown: OnUnknown, problems: Problems
    ) -> tuple[Fact, tuple[int, int] | None] | None:
        """Return a fact with its measure's id and typed value, and its span."""
        measure = self._measure(fact)
        if measure is None:
            severity = Severity.ERROR if on_unknown == "error" else Severity.WARNING
            near = self._near(fact.measure) if len(problems.found) < _MOST_NEAR else ()
            problems.add("KM-511", fact.key or fact.place, near, severity, name=short(fact.measure))
            return None
        match fact.value:
            case Unknown():
                return evolve(fact, measure=measure.id), None
            case Reported(text):
                span = reported_span(text, measure, fact, problems)
                return span and (evolve(fact, measure=measure.id), span)
            case Interval(low, high):
                return self._interval(fact, measure, low, high, problems)
            case value:
                typed = read_scalar(value, measure, fact, problems)
                if typed is None:
                    return None
                known = fact
                if fact.measure != measure.id or typed is not value:
                    known = evolve(fact, measure=measure.id, value=typed)
                if typed == NO_DATE and measure.kind is Kind.DATE:
                    return known, None
                units = to_grid(typed, measure, fact, problems)
                return None if units is None else (known, (units, units))

    def _interval(
        self, fact: Fact, measure: Measure, low: object, high: object, problems: Problems
    ) -> tuple[Fact, tuple[int, int]] | None:
        if not (measure.kind.numeric or measure.kind is Kind.DATE):
            kind = kind_name(measure.kind)
            problems.add("KM-512", fact.place, name=measure.name, kind=kind)
            return None
        ends = [read_scalar(end, measure, fact, problems) for end in (low, high)]  # type: ignore[arg-type]
        if any(end is None or end == NO_DATE for end in ends):
            if NO_DATE in ends:
                problems.add("KM-512", fact.place, name=measure.name, kind=kind_name(measure.kind))
            return None
        units = [to_grid(end, measure, fact, problems) for end in ends if end is not None]
        if None in units:
            return None
        first, last = (each for each in units if each is not None)
        if first > last:
            problems.add("KM-513", fact.place, name=measure.name, low=str(low), high=str(high))
            return None
        known = evolve(
            fact, measure=measure.id, value=Interval(*(e for e in ends if e is not None))
        )
        return known, (first, last)

    def _check_twice(self, resolved: list[Fact], problems: Problems) -> None:
        if len({fact.measure for fact in resolved}) == len(resolved):
            return
        seen: dict[str, Fact] = {}
        for fact in sorted(resolved, key=lambda each: (each.place.line, each.place.column)):
            first = seen.setdefault(fact.measure, fact)
            if first is not fact:
                name = self.vocabulary[fact.measure].name
                problems.add("KM-514", fact.place, name=name, first=str(first.place))

    def _month_days(self, facts: FactSet, problems: Problems) -> dict[MonthDay, int]:
        days, period = {}, facts.period
        place = Place(next((fact.place.file for fact in facts), ""), path="period")
        for day in self._days:
            found = period.days_named(day)
            if len(found) != 1:
                problems.add(
                    "KM-515",
                    place,
                    day=f"{day.day:02d}/{day.month:02d}",
                    first=period.first.isoformat(),
                    last=period.last.isoformat(),
                    times=len(found),
                )
            else:
                days[day] = found[0].toordinal()
        return days


def _usual(measure: Measure) -> _Usual:
    match measure.kind:
        case Kind.YES_NO:
            return bool, 0, 1, 0, {False: (0, 0), True: (1, 1)}
        case Kind.CHOICE:
            return str, 0, 0, 0, {each.id: (at, at) for at, each in enumerate(measure.choices)}
        case Kind.DATE:
            return date, 0, 0, 0, {}
        case _:
            scale = 10**measure.decimals
            kind = int if measure.kind is Kind.INTEGER else Decimal
            return kind, int(measure.minimum * scale), int(measure.maximum * scale), scale, {}
