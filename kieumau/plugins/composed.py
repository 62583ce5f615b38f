"""Composed criteria: what holds on one date, each part with the layer that asked for it."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from kieumau.documents.manifest import Manifest
from kieumau.language.names import Vocabulary
from kieumau.rules.citations import Citation, Fidelity, Instrument, Seen
from kieumau.rules.conditions import Condition, Constant
from kieumau.rules.criteria import Allows, Rule, RuleKind
from kieumau.rules.periods import Validity
from kieumau.rules.refinements import Clarify, Waive
from kieumau.wording import Text

__all__ = [
    "Clarified",
    "Composed",
    "ComposedCriterion",
    "ComposedIndicator",
    "Conjunct",
    "Waiver",
]


@frozen
class Conjunct:
    """One condition an indicator requires, and who asks for it.

    Attributes
    ----------
    before
        The threshold of the layers below, when this one makes it stricter.
    waivable
        Whether a layer above may release from it.
    """

    condition: Condition
    plugin: str
    layer: int
    citations: tuple[Citation, ...]
    fidelity: Fidelity
    seen: Seen | None = None
    scope: Text | None = None
    note: Text | None = None
    before: Constant | None = None
    waivable: bool = False


@frozen
class Waiver:
    """A release from the waivable conjuncts of the layers below ``layer``."""

    waive: Waive
    plugin: str
    layer: int


@frozen
class Clarified:
    """What a layer said about an indicator without changing its truth."""

    clarify: Clarify
    plugin: str
    layer: int


@frozen
class ComposedIndicator:
    """An indicator with everything layers did to it.

    Attributes
    ----------
    conjuncts
        Ordered by layer, plugin id and canonical text; the first is the indicator's own.
    allows
        What a further layer may still do.
    counted
        Whether it takes part in the outcome.
    """

    id: str
    title: Text
    criterion: str
    plugin: str
    layer: int
    conjuncts: tuple[Conjunct, ...]
    applies_when: Condition | None
    fidelity: Fidelity
    citations: tuple[Citation, ...]
    seen: Seen | None
    scope: Text | None
    note: Text | None
    valid: Validity
    allows: Allows
    counted: bool
    waivers: tuple[Waiver, ...] = ()
    clarified: tuple[Clarified, ...] = ()
    points: int | None = None


@frozen
class ComposedCriterion:
    """A criterion: the indicators under its rule as issued, and those layers added."""

    id: str
    title: Text
    plugin: str
    layer: int
    rule: Rule
    fidelity: Fidelity
    citations: tuple[Citation, ...]
    note: Text | None
    allows: Allows
    issued: tuple[ComposedIndicator, ...]
    added: tuple[ComposedIndicator, ...] = ()
    points: int | None = None

    @property
    def indicators(self) -> tuple[ComposedIndicator, ...]:
        """All its indicators."""
        return self.issued + self.added

    @property
    def worth(self) -> int:
        """The points of its issued indicators that count."""
        return sum(each.points or 0 for each in self.issued if each.counted)


@frozen
class Composed:
    """What is in force on one date.

    Attributes
    ----------
    valid
        The largest time around ``on`` on which nothing composed changes.
    plugins
        The plugins it is composed of with their layer, bottom first.
    """

    id: str
    title: Text
    on: date
    valid: Validity
    rule: Rule
    fidelity: Fidelity
    citations: tuple[Citation, ...]
    note: Text | None
    allows: Allows
    issued: tuple[ComposedCriterion, ...]
    added: tuple[ComposedCriterion, ...]
    vocabulary: Vocabulary
    instruments: tuple[Instrument, ...]
    plugins: tuple[tuple[Manifest, int], ...]

    @property
    def criteria(self) -> tuple[ComposedCriterion, ...]:
        """All the criteria."""
        return self.issued + self.added

    def groups(self, criterion: ComposedCriterion) -> bool:
        """Return whether an issued criterion is a mere group: the set scores its indicators."""
        return self.rule.kind is RuleKind.SCORE and criterion.points is None

    @property
    def worth(self) -> int:
        """The points the set's rule may count, of criteria and of groups' indicators."""
        return sum(
            each.worth if self.groups(each) else each.points or 0
            for each in self.issued
            if any(indicator.counted for indicator in each.issued)
        )

    @property
    def indicators(self) -> Iterator[ComposedIndicator]:
        """All the indicators, in order."""
        for criterion in self.criteria:
            yield from criterion.indicators
