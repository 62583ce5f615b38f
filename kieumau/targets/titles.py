"""Whether a unit was registered or recognised on a day, and what of it passes to a new unit."""

from datetime import date, timedelta

from attrs import frozen

from kieumau.rules.registry import Lineage, Part, Registry, Unit
from kieumau.rules.statuses import Statuses, StatusKind
from kieumau.truth import Truth, any_of
from kieumau.verdicts.rungs import UnitNamed
from kieumau.verdicts.targets_report import Inherit, ListKnown, TitleKnown

__all__ = ["Titles", "known_lists", "known_titles"]

_DAY = timedelta(days=1)


@frozen
class Titles:
    """The statuses of a registry's units, with the choice of what new units take over."""

    registry: Registry
    statuses: Statuses
    inherit: Inherit = Inherit.NONE

    def held(self, unit: Unit, kind: StatusKind, day: date) -> Truth:
        """Return whether a unit had a status on a day.

        What is written of the unit itself decides. Else it has what it takes over, and lacks
        the status only where a list that claims to be complete does not name it.
        """
        for each in self.statuses.of:
            if each.unit == unit.id and each.status is kind and day in each.valid:
                return Truth.MET if each.held else Truth.UNMET
        own = Truth.UNMET if self._listed_in_full(unit, kind, day) else Truth.UNKNOWN
        return any_of([own, *self._taken_over(unit, kind)])

    def _listed_in_full(self, unit: Unit, kind: StatusKind, day: date) -> bool:
        return any(
            claim.status is kind
            and day in claim.valid
            and (not claim.district or claim.district == unit.district)
            for claim in self.statuses.complete
        )

    def _taken_over(self, unit: Unit, kind: StatusKind) -> list[Truth]:
        """Return what the units this one was made of had on their last day."""
        found = []
        for link in self.registry.origins.get(unit.id, ()):
            before = self.registry.by_id.get(link.predecessor)
            begins = unit.valid.start
            if before and begins and self._passes(link):
                found.append(self.held(before, kind, begins - _DAY))
        return found

    def _passes(self, link: Lineage) -> bool:
        if self.inherit is Inherit.WHOLE:
            return link.part is Part.WHOLE
        return self.inherit is Inherit.PARTIAL


def known_titles(registry: Registry, statuses: Statuses) -> tuple[TitleKnown, ...]:
    """Return what is known of each unit's statuses, for readers."""
    found = []
    for each in statuses.of:
        unit = registry.by_id[each.unit]
        name = UnitNamed(unit.id, unit.code, unit.name)
        found.append(
            TitleKnown(
                name, each.status, each.valid, each.held, each.year, each.decision, each.source
            )
        )
    return tuple(sorted(found, key=lambda each: (each.status, each.unit.id, str(each.valid.start))))


def known_lists(registry: Registry, statuses: Statuses) -> tuple[ListKnown, ...]:
    """Return which lists of statuses claim to be complete, for readers."""
    names = {each.code: each.name for each in registry.districts}
    return tuple(
        ListKnown(each.status, each.valid, names.get(each.district), each.source)
        for each in statuses.complete
    )
