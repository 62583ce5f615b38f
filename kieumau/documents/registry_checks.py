"""What a registry must keep to: one ward per code and day, lineage in order, lists without gaps."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from difflib import get_close_matches
from itertools import pairwise

from kieumau.errors import Problems
from kieumau.rules.periods import Validity
from kieumau.rules.registry import Count, Part, Registry, Unit
from kieumau.wording import say_date

__all__ = ["check_registry", "overlap"]

_DAY = timedelta(days=1)


def check_registry(registry: Registry, problems: Problems) -> None:
    """Report everything that keeps a registry from saying one thing about each day."""
    _ids(registry, problems)
    _codes(registry, problems)
    _lineage(registry, problems)
    _districts(registry, problems)
    _counts(registry.counts, problems)
    if not problems.errors:
        _lists(registry, problems)


def overlap(one: Validity, other: Validity) -> bool:
    """Return whether two times have a day in common."""
    return _before(one.start, other.until) and _before(other.start, one.until)


def _before(start: date | None, until: date | None) -> bool:
    return start is None or until is None or start < until


def _within(inner: Validity, outer: Validity) -> bool:
    begins = outer.start is None or (inner.start is not None and outer.start <= inner.start)
    ends = outer.until is None or (inner.until is not None and inner.until <= outer.until)
    return begins and ends


def _cut(span: Validity, covers: Validity) -> Validity:
    """Return the part of a time a registry covers."""
    starts = [day for day in (span.start, covers.start) if day]
    ends = [day for day in (span.until, covers.until) if day]
    return Validity(max(starts, default=None), min(ends, default=None))


def _ids(registry: Registry, problems: Problems) -> None:
    seen: dict[str, Unit] = {}
    for each in registry.units:
        first = seen.setdefault(each.id, each)
        if each.id and first is not each:
            problems.add("KM-280", each.place, id=each.id, first=str(first.place))


def _codes(registry: Registry, problems: Problems) -> None:
    for code, units in registry.by_code.items():
        ordered = sorted(units, key=lambda each: each.valid.start or date.min)
        for one, other in pairwise(ordered):
            if code and overlap(one.valid, other.valid):
                problems.add("KM-281", other.place, ward=code, one=one.id, other=other.id)


def _lineage(registry: Registry, problems: Problems) -> None:
    known = registry.by_id
    for each in registry.lineage:
        for id_ in filter(None, (each.unit, each.predecessor)):
            if id_ not in known:
                near = get_close_matches(id_, sorted(known), 2)
                problems.add("KM-282", each.place, near, id=id_)
        unit, before = known.get(each.unit), known.get(each.predecessor)
        if unit and before and unit is not before and not _in_order(before, unit, each.part):
            problems.add("KM-283", each.place, unit=unit.id, predecessor=before.id)
    _circles(registry, problems)


def _in_order(before: Unit, unit: Unit, part: Part) -> bool:
    """Return whether one unit can have gone into another; a part may leave the rest behind."""
    begins, ended = unit.valid.start, before.valid.until
    if begins is None or (before.valid.start is not None and before.valid.start >= begins):
        return False
    return ended == begins if part is Part.WHOLE else ended is None or ended >= begins


def _circles(registry: Registry, problems: Problems) -> None:
    for each in registry.lineage:
        seen: set[str] = set()
        ahead = [each.predecessor]
        while ahead:
            id_ = ahead.pop()
            if id_ == each.unit:
                problems.add("KM-284", each.place, unit=each.unit)
                break
            if id_ and id_ not in seen:
                seen.add(id_)
                ahead += [one.predecessor for one in registry.origins.get(id_, ())]


def _districts(registry: Registry, problems: Problems) -> None:
    known = {each.code: each for each in registry.districts}
    for unit in registry.units:
        tier = _cut(registry.district_level, registry.covers)
        stands = _cut(unit.valid, registry.covers)
        if not unit.district:
            if overlap(stands, tier):
                problems.add("KM-286", unit.place, id=unit.id)
            continue
        found = known.get(unit.district)
        whole = found is not None and _within(stands, _cut(found.valid, registry.covers))
        if not whole or not _within(stands, tier):
            near = get_close_matches(unit.district, sorted(known), 2)
            problems.add("KM-285", unit.place, near, id=unit.id, district=unit.district)
    for count in registry.counts:
        for code, _ in count.districts or ():
            if code not in known:
                problems.add("KM-285", count.place, id=str(count.total), district=code)


def _counts(counts: Iterable[Count], problems: Problems) -> None:
    ordered = sorted(counts, key=lambda each: each.valid.start or date.min)
    for one, other in pairwise(ordered):
        if overlap(one.valid, other.valid):
            problems.add("KM-287", other.place, first=str(one.place))


def _lists(registry: Registry, problems: Problems) -> None:
    """Compare units with counts, and find covered days nothing is known of."""
    for day in _edges(registry):
        units = [each for each in registry.units if day in each.valid]
        count = next((each for each in registry.counts if day in each.valid), None)
        said = say_date(day)
        if count is None:
            if not units:
                problems.add("KM-290", registry.place, day=said)
        elif units and not _agrees(units, count):
            problems.add("KM-289", count.place, day=said, listed=len(units), counted=count.total)


def _agrees(units: list[Unit], count: Count) -> bool:
    inside = Counter(each.district for each in units if each.district)
    stated = count.districts
    return len(units) == count.total and (stated is None or dict(inside) == dict(stated))


def _edges(registry: Registry) -> Iterator[date]:
    """Yield the first day of each stretch on which the list is the same."""
    covers = registry.covers
    spans = [each.valid for each in registry.units] + [each.valid for each in registry.counts]
    days = {day for span in spans for day in span.edges() if day in covers}
    first = covers.start or min((day - _DAY for day in days), default=date.min)
    yield from sorted({first, *days})
