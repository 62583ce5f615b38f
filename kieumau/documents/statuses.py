"""``statuses.yaml``: which units were registered, which recognised, by which decision."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from difflib import get_close_matches
from itertools import pairwise

from attrs import frozen

from kieumau.documents.fields import Fields
from kieumau.documents.manifest import check_format, read_validity
from kieumau.documents.nodes import Node
from kieumau.documents.registry import read_own_instruments, read_source
from kieumau.documents.registry_checks import overlap
from kieumau.errors import Problems
from kieumau.rules.periods import Validity
from kieumau.rules.registry import Registry, Source
from kieumau.rules.statuses import CompleteList, Decision, Statuses, StatusKind, UnitStatus

__all__ = ["FORMAT", "read_statuses"]

FORMAT = "kieumau/statuses/1"


def read_statuses(
    node: Node, registry: Registry | None, instruments: AbstractSet[str], problems: Problems
) -> Statuses:
    """Read a file of statuses over the units of a registry.

    Parameters
    ----------
    registry
        Whose units it may name; None where that could not be read.
    instruments
        The ids it may cite besides its own.
    """
    fields = Fields(node, problems)
    check_format(fields, FORMAT)
    own = read_own_instruments(fields, problems)
    citable = instruments | {each.id for each in own}
    reader = _Reader(citable, read_source(fields, citable, Source()), problems)
    statuses = Statuses(
        tuple(map(reader.status, fields.items("statuses"))),
        tuple(map(reader.complete, fields.items("complete"))),
        own,
    )
    fields.done()
    if registry is not None and not problems.errors:
        _check(statuses, registry, problems)
    return statuses


def _check(statuses: Statuses, registry: Registry, problems: Problems) -> None:
    known = registry.by_id
    for each in statuses.of:
        unit = known.get(each.unit)
        if unit is None:
            near = get_close_matches(each.unit, sorted(known), 2)
            problems.add("KM-291", each.place, near, id=each.unit)
        elif each.valid.start is None or each.valid.start not in unit.valid:
            said = unit.valid.said()
            problems.add("KM-294", each.place, id=each.unit, valid=said)
    districts = {each.code for each in registry.districts}
    for claim in statuses.complete:
        if claim.district and claim.district not in districts:
            near = get_close_matches(claim.district, sorted(districts), 2)
            problems.add(
                "KM-285", claim.place, near, id=claim.status.value, district=claim.district
            )
    _once(statuses.of, problems)


def _once(statuses: Iterable[UnitStatus], problems: Problems) -> None:
    """Report two entries that say of one unit and one time whether it has a status."""
    ordered = sorted(statuses, key=lambda each: (each.unit, each.status, str(each.valid.start)))
    for one, other in pairwise(ordered):
        same = (one.unit, one.status) == (other.unit, other.status)
        if same and overlap(one.valid, other.valid):
            problems.add("KM-295", other.place, id=other.unit, first=str(one.place))


@frozen
class _Reader:
    """Reads the entries of one file of statuses."""

    citable: AbstractSet[str]
    default: Source
    problems: Problems

    def status(self, node: Node) -> UnitStatus:
        fields = Fields(node, self.problems)
        status = UnitStatus(
            fields.identifier("unit"),
            fields.choice("status", StatusKind, required=True) or StatusKind.REGISTERED,
            self.valid(fields),
            fields.flag("held", default=True),
            fields.whole("year", default=0) or None,
            self.decision(fields),
            read_source(fields, self.citable, self.default),
            fields.place,
        )
        fields.done()
        recognised = status.status is StatusKind.RECOGNISED and status.held
        if recognised and status.decision is None:
            self.problems.add("KM-293", fields.place, id=status.unit)
        return status

    def valid(self, fields: Fields) -> Validity:
        fields.day("from", required=True)
        return read_validity(fields)

    def decision(self, fields: Fields) -> Decision | None:
        number, issued = fields.string("decision"), fields.day("decision_date")
        return Decision(number, issued) if number else None

    def complete(self, node: Node) -> CompleteList:
        fields = Fields(node, self.problems)
        claim = CompleteList(
            fields.choice("status", StatusKind, required=True) or StatusKind.REGISTERED,
            self.valid(fields),
            fields.code("district"),
            read_source(fields, self.citable, self.default),
            fields.place,
        )
        fields.done()
        return claim
