"""What one side's standard consists of on its date, part by part, each named by a key.

Two sides' parts stand beside each other under their keys; a standard between the two is any choice
of parts. Nothing in a chosen part has a date any more: what is in force was settled by the date,
so a difference of dates becomes differences of parts.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final, TypeAlias

from attrs import evolve, frozen

from kieumau.plugins.chain import Chain
from kieumau.rules.criteria import CriteriaSet, Criterion, Indicator
from kieumau.rules.measures import Measure
from kieumau.rules.periods import ALWAYS
from kieumau.rules.refinements import (
    AddCriterion,
    AddIndicator,
    Clarify,
    Refinement,
    Tighten,
    Waive,
)
from kieumau.verdicts.record import AssumedPolicy
from kieumau.wording import Text

__all__ = ["Key", "Part", "Placed", "PlacedIndicator", "Written", "in_order", "keyed"]

Key: TypeAlias = tuple[str, ...]
"""A sort of part, and the ids that name it among its sort."""

_ORDER: Final = ("standard", "assumed", "measure", "set", "criterion", "indicator", "refinement")


@frozen
class PlacedIndicator:
    """A base's indicator and the criterion it stands under."""

    criterion: str
    indicator: Indicator


@frozen
class Placed:
    """A refinement and the plugin it is of."""

    plugin: str
    refinement: Refinement


Part: TypeAlias = (
    AssumedPolicy | Measure | CriteriaSet | Criterion | PlacedIndicator | Placed | Chain
)
"""One part: a criteria set without its criteria, a criterion with or without its indicators."""


@frozen
class Written:
    """One side: a chain, the date and the policy, and what is in force then.

    Attributes
    ----------
    issued
        The base's set in force.
    """

    chain: Chain
    on: date
    assumed: AssumedPolicy
    issued: CriteriaSet

    @classmethod
    def of(cls, chain: Chain, on: date, assumed: AssumedPolicy) -> "Written":
        """Return a side whose standard composes on the date."""
        return cls(chain, on, assumed, next(each for each in chain.base.sets if on in each.valid))

    @property
    def criteria(self) -> Mapping[str, Criterion]:
        """The base's criteria in force, with their indicators in force."""
        found = (_in_force(each, self.on) for each in self.issued.criteria)
        return {each.id: each for each in found if each}

    @property
    def refinements(self) -> Iterator[Placed]:
        """Everything of the layers above that is in force."""
        for plugin in self.chain.plugins[1:]:
            for each in plugin.refinements:
                if self.on in each.valid and (kept := _dated(each, self.on)):
                    yield Placed(plugin.id, kept)

    def aligned(self, other: "Written") -> bool:
        """Return whether the two can be taken apart side by side: one base, the same layers."""
        own, theirs = _layers(self.chain), _layers(other.chain)
        shared = own.keys() & theirs.keys()
        return self.chain.base.id == other.chain.base.id and all(
            own[each] == theirs[each] for each in shared
        )


def keyed(side: Written, other: Written) -> dict[Key, Part]:
    """Return a side's parts by key, as fine as the other side allows."""
    found: dict[Key, Part] = {("assumed",): side.assumed}
    if not side.aligned(other):
        return {**found, ("standard",): side.chain}
    theirs = other.criteria
    found |= {("measure", each.id): _bare(each) for each in _measures(side.chain)}
    found["set",] = evolve(side.issued, id="", criteria=(), valid=ALWAYS)
    for id_, criterion in side.criteria.items():
        if id_ not in theirs:
            found["criterion", id_] = criterion
            continue
        found["criterion", id_] = evolve(criterion, indicators=())
        for each in criterion.indicators:
            found["indicator", each.id] = PlacedIndicator(id_, each)
    return found | _refinements(side.refinements)


def in_order(keys: Iterable[Key]) -> list[Key]:
    """Return keys sort by sort, sorted within each."""
    return sorted(keys, key=lambda key: (_ORDER.index(key[0]), key))


def _refinements(placed: Iterable[Placed]) -> dict[Key, Part]:
    """Return refinements by plugin, sort and target; several of one sort are numbered."""
    found: dict[Key, Part] = {}
    for each in placed:
        sort, target = _sort(each.refinement)
        number = 1
        while (key := ("refinement", each.plugin, target, sort, str(number))) in found:
            number += 1
        found[key] = each
    return found


def _sort(refinement: Refinement) -> tuple[str, str]:
    match refinement:
        case AddCriterion(criterion):
            return "add_criterion", criterion.id
        case AddIndicator(_, indicator):
            return "add_indicator", indicator.id
        case Tighten(target, also=None):
            return "tighten", target
        case Tighten(target):
            return "also", target
        case Clarify(target):
            return "clarify", target
        case Waive(target):
            return "waive", target


def _in_force(criterion: Criterion, on: date) -> Criterion | None:
    """Return a criterion with what is in force of it; None where nothing is."""
    if on not in criterion.valid:
        return None
    kept = tuple(evolve(each, valid=ALWAYS) for each in criterion.indicators if on in each.valid)
    return evolve(criterion, indicators=kept, valid=ALWAYS) if kept else None


def _dated(refinement: Refinement, on: date) -> Refinement | None:
    """Return a refinement in force without dates; None where nothing in it is."""
    match refinement:
        case AddCriterion(criterion):
            kept = _in_force(criterion, on)
            return AddCriterion(kept, place=refinement.place) if kept else None
        case AddIndicator(_, indicator):
            if on not in indicator.valid:
                return None
            return evolve(refinement, indicator=evolve(indicator, valid=ALWAYS), valid=ALWAYS)
        case _:
            return evolve(refinement, valid=ALWAYS)


def _layers(chain: Chain) -> dict[str, int]:
    return {plugin.id: layer for plugin, layer in zip(chain.plugins, chain.layers, strict=True)}


def _measures(chain: Chain) -> Iterator[Measure]:
    for plugin in chain.plugins:
        yield from plugin.measures


def _bare(measure: Measure) -> Measure:
    """Return a measure as far as it means something: without names and notes.

    Two plugins may call different measures by names that fold together; between standards only
    ids count.
    """
    return Measure(
        measure.id,
        Text(measure.id),
        measure.kind,
        measure.unit,
        measure.minimum,
        measure.maximum,
        measure.decimals,
        tuple(evolve(each, name=Text(each.id)) for each in measure.choices),
        measure.derived,
        measure.if_zero,
    )
