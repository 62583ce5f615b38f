"""The dated registry of a province's wards, and what became of each when wards were merged.

Neither a ward's name nor its code says which ward it is: on 1 July 2025 code 18073 went from one
ward to another, and two wards took the names of older ones they share no ground with. So a unit
has an id of its own here and is in the list for a time. A registry that knows only how many wards
there were keeps counts instead of units.
"""

from datetime import date
from enum import StrEnum
from functools import cached_property

from attrs import define, field, frozen

from kieumau.places import NOWHERE, Place
from kieumau.rules.citations import Citation, Fidelity, Instrument, Seen
from kieumau.rules.periods import ALWAYS, Validity
from kieumau.wording import Text

__all__ = [
    "Confidence",
    "Count",
    "District",
    "Lineage",
    "Part",
    "Registry",
    "Roll",
    "Source",
    "Unit",
]


class Confidence(StrEnum):
    """How sure something is: several or official sources, one source, or an inference."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Part(StrEnum):
    """How much of a unit went into another.

    ``area`` and ``people``: land without all of its people, or people without the land;
    ``partial``: a part not described further.
    """

    WHOLE = "whole"
    AREA = "area"
    PEOPLE = "people"
    PARTIAL = "partial"


@frozen
class Source:
    """What an entry of a registry rests on."""

    citations: tuple[Citation, ...] = ()
    fidelity: Fidelity | None = None
    seen: Seen | None = None
    confidence: Confidence | None = None
    note: Text | None = None


@frozen
class District:
    """A district, town or city (cấp huyện), while there was one."""

    code: str
    name: Text
    valid: Validity = ALWAYS
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class Unit:
    """One ward (phường) for as long as it is the same ward.

    Attributes
    ----------
    id
        Its identity; never given to another ward.
    code, name
        What it is called in the list of its time.
    district
        The code of its district; empty where there is none.
    """

    id: str
    code: str
    name: str
    district: str = ""
    valid: Validity = ALWAYS
    source: Source = Source()
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class Lineage:
    """Something a unit was made of.

    Attributes
    ----------
    unit
        The successor's id.
    predecessor
        The id of the earlier unit; empty where it was no ward.
    name
        What an earlier unit that was no ward (a commune) was called.
    """

    unit: str
    predecessor: str = ""
    name: str = ""
    part: Part = Part.WHOLE
    source: Source = Source()
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class Count:
    """How many wards there were for a time, by district too where that is known."""

    total: int
    valid: Validity
    districts: tuple[tuple[str, int], ...] | None = None
    source: Source = Source()
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class Roll:
    """The list of wards on one day.

    Attributes
    ----------
    units
        The wards; None where only their number is known.
    districts
        Each district that has wards, with their number; empty where there is no district any
        more; None where it is not known how the wards lie in them.
    """

    day: date
    total: int
    units: tuple[Unit, ...] | None
    districts: tuple[tuple[District, int], ...] | None
    source: Source = Source()


@define(frozen=True, slots=False)
class Registry:
    """A province's wards over time.

    Attributes
    ----------
    covers
        The time it knows; on any other day it says nothing.
    district_level
        The time there were districts.
    unknown
        What could not be established.
    """

    province: str
    covers: Validity
    units: tuple[Unit, ...] = ()
    lineage: tuple[Lineage, ...] = ()
    districts: tuple[District, ...] = ()
    counts: tuple[Count, ...] = ()
    district_level: Validity = ALWAYS
    source: Source = Source()
    instruments: tuple[Instrument, ...] = ()
    unknown: tuple[Text, ...] = ()
    place: Place = field(default=NOWHERE, eq=False)

    @cached_property
    def by_id(self) -> dict[str, Unit]:
        """The units by their ids."""
        return {each.id: each for each in self.units}

    @cached_property
    def by_code(self) -> dict[str, tuple[Unit, ...]]:
        """The units that ever had a code."""
        found: dict[str, tuple[Unit, ...]] = {}
        for each in self.units:
            found[each.code] = (*found.get(each.code, ()), each)
        return found

    @cached_property
    def origins(self) -> dict[str, tuple[Lineage, ...]]:
        """What each unit was made of."""
        found: dict[str, tuple[Lineage, ...]] = {}
        for each in self.lineage:
            found[each.unit] = (*found.get(each.unit, ()), each)
        return found

    def on(self, day: date) -> Roll:
        """Return the list of a day.

        Raises
        ------
        LookupError
            The registry does not cover the day. That is not an empty list.
        """
        if day not in self.covers:
            raise LookupError(f"{day} is outside {self.covers}")
        units = tuple(each for each in self.units if day in each.valid)
        count = next((each for each in self.counts if day in each.valid), None)
        if not units and count:
            districts = self._counted(count, day)
            return Roll(day, count.total, None, districts, count.source)
        inside: dict[str, int] = {}
        for unit in units:
            if unit.district:
                inside[unit.district] = inside.get(unit.district, 0) + 1
        return Roll(day, len(units), units, self._named(tuple(inside.items())), self.source)

    def _counted(self, count: Count, day: date) -> tuple[tuple[District, int], ...] | None:
        if day not in self.district_level:
            return ()
        return None if count.districts is None else self._named(count.districts)

    def _named(self, counted: tuple[tuple[str, int], ...]) -> tuple[tuple[District, int], ...]:
        known = {each.code: each for each in self.districts}
        return tuple(
            (known.get(code) or District(code, Text(code)), n) for code, n in sorted(counted) if n
        )
