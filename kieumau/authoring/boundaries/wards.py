"""Wards as the solver sees them, and back: facts to whole numbers and whole numbers to facts."""

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal

from attrs import evolve, frozen

from kieumau.authoring.boundaries.solve import Point
from kieumau.documents.factsets import FactSet
from kieumau.engines.plain import Plain
from kieumau.errors import FactsError
from kieumau.language.names import Vocabulary
from kieumau.program.binding import Binder
from kieumau.program.box import Box
from kieumau.rules.facts import NO_DATE, Fact, Scalar
from kieumau.rules.measures import Kind, Measure
from kieumau.standard import Standard
from kieumau.verdicts.verdict import Verdict

__all__ = ["Judge", "Seen", "fact_value", "point_of", "with_changes"]


@frozen
class Seen:
    """One ward: what it comes to, and the truth of every step.

    Attributes
    ----------
    statuses
        Those of the criteria and the indicators.
    """

    facts: FactSet
    box: Box
    truths: tuple[int, ...]
    statuses: Mapping[str, str]
    outcome: str


class Judge:
    """Judges many wards by one standard, with every step's truth."""

    def __init__(self, standard: Standard) -> None:
        self.standard = standard
        self.position = standard.program.position
        self._binder = Binder(standard.composed.vocabulary, standard.program)
        self._engine = Plain(standard.program)

    def steps(self, facts: FactSet) -> tuple[Box, tuple[int, ...]]:
        """Return a ward's figures as whole numbers, and the truth of every step.

        Raises
        ------
        FactsError
            The facts contradict each other or the vocabulary.
        """
        box = self._binder.bind(facts).box
        return box, self._engine.run(box)

    def seen(self, facts: FactSet, verdict: Verdict | None = None) -> Seen | None:
        """Return what a ward comes to; None where the standard does not take its facts."""
        try:
            verdict = verdict or self.standard.evaluate(facts, engine="plain")
            box, truths = self.steps(facts)
        except FactsError:
            return None
        findings = (*verdict.criteria, *verdict.indicators)
        statuses = {each.id: each.status.value for each in findings}
        return Seen(facts, box, truths, statuses, verdict.outcome.value)


def point_of(box: Box) -> dict[str, int | None]:
    """Return what is exactly known in a box; provisional figures are left out."""
    point: dict[str, int | None] = {
        id_: low for id_, (low, high) in box.spans.items() if low == high
    }
    point.update(dict.fromkeys(box.undated))
    return point


def with_changes(
    facts: FactSet, before: Point, after: Point, without: Collection[str], vocabulary: Vocabulary
) -> tuple[FactSet, dict[str, Scalar | None]]:
    """Return facts with a point's changes put in, and those changes: None takes one away."""
    kept = {fact.measure: fact for fact in facts}
    changes: dict[str, Scalar | None] = {}
    for id_ in sorted({*before, *after, *without}):
        if id_ in after and (id_ not in before or before[id_] != after[id_]):
            value = fact_value(vocabulary[id_], after[id_])
            changes[id_] = value
            kept[id_] = Fact(id_, value)
        elif id_ in kept and id_ not in after and (id_ in before or id_ in without):
            changes[id_] = None
            del kept[id_]
    return evolve(facts, facts=tuple(kept.values())), changes


def fact_value(measure: Measure, value: int | None) -> Scalar:
    """Return a program's whole number as the value a ward supplies.

    >>> from kieumau.wording import Text
    >>> fact_value(Measure("ty_le", Text("tỷ lệ"), Kind.PERCENT, decimals=2), 9490)
    Decimal('94.90')
    """
    if value is None:
        return NO_DATE
    match measure.kind:
        case Kind.YES_NO:
            return bool(value)
        case Kind.CHOICE:
            return measure.choices[value].id
        case Kind.DATE:
            return date.fromordinal(value)
        case Kind.INTEGER:
            return value
        case _:
            return Decimal(measure.from_grid(value))
