"""Arrivals: what facts may still come in, and what stands once they have.

Knowledge only grows while facts arrive: what was absent or declared unknown may be filled in, an
interval may be narrowed, evidence may be added. Anything else corrects what was said before, and
has to be asked for as a correction. Every problem is found before anything is changed.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from attrs import evolve, frozen

from kieumau.documents.factsets import FactSet, read_facts
from kieumau.documents.nodes import MapNode, ScalarNode, from_data
from kieumau.errors import Diagnostic, FactsError, Problems, UsageError
from kieumau.program.binding import Binder, Bound
from kieumau.rules.facts import Fact, Interval, Reported, Unknown
from kieumau.rules.measures import Measure
from kieumau.wording import Text

__all__ = ["Given", "after_arrival", "after_correction"]

Given: TypeAlias = Mapping[str, Any] | Iterable[Fact] | FactSet
"""Facts as callers give them: what stands under ``facts`` in a file, or facts, or a fact set."""

_LOOSE = (Interval, Reported)
_BLANK = Unknown(Text("null"))
"""Stands in for nothing while a name is read."""


@frozen
class _Taken:
    """What was given: facts, and the keys under which nothing stands."""

    facts: tuple[Fact, ...]
    empty: tuple[ScalarNode, ...] = ()
    invented: bool = False


def after_arrival(binder: Binder, held: Bound, given: Given) -> Bound:
    """Return what is known once facts have arrived.

    Raises
    ------
    FactsError
        With every problem. KM-629: a fact would say something else than it did. KM-630: it has
        other evidence than it had.
    UsageError
        KM-633, KM-634: these are no facts of this ward and period.
    """
    problems = Problems()
    taken = _taken(held.facts, given, problems)
    stands = dict(held.facts.by_measure)
    for fact, span in binder.read(taken.facts, problems):
        arrival = _Arrival(binder.vocabulary[fact.measure], held, fact, span, problems)
        stands[fact.measure] = arrival.stands()
    return _bound(binder, _marked(held, taken), stands, problems)


def after_correction(binder: Binder, held: Bound, given: Given) -> Bound:
    """Return what is known once facts have been replaced; null withdraws a fact.

    Raises
    ------
    FactsError
        With every problem.
    UsageError
        KM-633, KM-634: these are no facts of this ward and period.
    """
    problems = Problems()
    taken = _taken(held.facts, given, problems)
    blanks = (Fact(key.text.strip(), _BLANK, place=key.place, key=key.place) for key in taken.empty)
    stands = dict(held.facts.by_measure)
    for fact, _ in binder.read((*taken.facts, *blanks), problems):
        if fact.value is _BLANK:
            stands.pop(fact.measure, None)
        else:
            stands[fact.measure] = fact
    return _bound(binder, _marked(held, taken), stands, problems)


def _marked(held: Bound, taken: _Taken) -> Bound:
    """Return what is held, as invented once any of its facts are."""
    if held.facts.invented or not taken.invented:
        return held
    return evolve(held, facts=evolve(held.facts, invented=True))


def _bound(binder: Binder, held: Bound, stands: dict[str, Fact], problems: Problems) -> Bound:
    """Return what stands once bound, with all the problems there are."""
    if not problems.errors and stands == held.facts.by_measure:
        return held
    bound = held
    try:
        bound = binder.bind(evolve(held.facts, facts=tuple(stands.values())))
    except FactsError as error:
        problems.extend(error.diagnostics)
    problems.raise_if_any(FactsError)
    return bound


def _taken(held: FactSet, given: Given, problems: Problems) -> _Taken:
    match given:
        case FactSet():
            if (given.ward, given.period) != (held.ward, held.period):
                raise UsageError(Diagnostic("KM-633", arguments={"ward": held.ward.name}))
            return _Taken(given.facts, invented=given.invented)
        case Mapping():
            node = from_data(given, problems)
            facts = tuple(fact for fact in read_facts(node, problems) or () if fact is not None)
            return _Taken(facts, tuple(_empty(node)) if isinstance(node, MapNode) else ())
        case str() | bytes():
            pass
        case Iterable():
            facts = tuple(given)
            if all(isinstance(each, Fact) for each in facts):
                return _Taken(facts)
    raise UsageError(Diagnostic("KM-634", arguments={"found": type(given).__name__}))


def _empty(node: MapNode) -> Iterable[ScalarNode]:
    return (key for key, value in node if isinstance(value, ScalarNode) and value.null)


@frozen
class _Arrival:
    """A fact that arrives for a measure, beside what is held."""

    measure: Measure
    held: Bound
    fact: Fact
    span: tuple[int, int] | None
    problems: Problems

    def stands(self) -> Fact:
        """Return the fact that stands from now on."""
        was = self.held.facts.get(self.measure.id)
        if was is None:
            return self.fact
        if self._says_the_same(was):
            return self._with_evidence(was)
        if isinstance(was.value, Unknown) and not isinstance(self.fact.value, Unknown):
            return self.fact
        if not self._within():
            was_said, now_said = (_said(each, self.measure) for each in (was, self.fact))
            self._refuse("KM-629", was=was_said, now=now_said)
            return was
        return self.fact

    def _says_the_same(self, was: Fact) -> bool:
        """Return whether no more is known by it; a value says more than an interval of one."""
        if isinstance(was.value, Unknown) or isinstance(self.fact.value, Unknown):
            return was.value == self.fact.value
        firmer = isinstance(was.value, _LOOSE) and not isinstance(self.fact.value, _LOOSE)
        return not firmer and self.span == self.held.box.spans.get(self.measure.id)

    def _within(self) -> bool:
        """Return whether it narrows what is held down."""
        known = self.held.box.spans.get(self.measure.id)
        if known is None or self.span is None:
            return False
        return known[0] <= self.span[0] and self.span[1] <= known[1]

    def _with_evidence(self, was: Fact) -> Fact:
        """Return what is held, with the evidence that has come for it."""
        if self.fact.evidence is None or self.fact.evidence == was.evidence:
            return was
        if was.evidence is not None:
            self._refuse("KM-630")
            return was
        return evolve(was, evidence=self.fact.evidence)

    def _refuse(self, code: str, **more: Text) -> None:
        arguments: dict[str, str | int | Text] = {"name": self.measure.name, **more}
        self.problems.extend([Diagnostic(code, self.fact.place, arguments)])


def _said(fact: Fact, measure: Measure) -> Text:
    """Return a fact's value in words."""
    from kieumau.sessions.speech import say_fact  # noqa: PLC0415 (only a refusal needs words)

    return Text(say_fact(fact, measure, "vi"), say_fact(fact, measure, "en"))
