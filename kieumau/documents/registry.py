"""``registry.yaml``: a province's wards over time, what each was made of, or how many."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from attrs import evolve, frozen

from kieumau.documents.citations import read_citations
from kieumau.documents.fields import Fields, as_text
from kieumau.documents.manifest import check_format, read_instrument, read_validity
from kieumau.documents.nodes import MapNode, Node
from kieumau.documents.registry_checks import check_registry
from kieumau.errors import Problems
from kieumau.rules.citations import Fidelity, Instrument, Seen
from kieumau.rules.periods import ALWAYS, Validity
from kieumau.rules.registry import (
    Confidence,
    Count,
    District,
    Lineage,
    Part,
    Registry,
    Source,
    Unit,
)
from kieumau.wording import Text

__all__ = ["FORMAT", "read_own_instruments", "read_registry", "read_source"]

FORMAT = "kieumau/registry/1"


def read_registry(node: Node, instruments: AbstractSet[str], problems: Problems) -> Registry:
    """Read a registry file; ``instruments`` are the ids it may cite besides its own."""
    fields = Fields(node, problems)
    check_format(fields, FORMAT)
    own = read_own_instruments(fields, problems)
    citable = instruments | {each.id for each in own}
    default = read_source(fields, citable, Source())
    reader = _Reader(citable, default, problems)
    registry = Registry(
        fields.code("province", required=True),
        _span(fields, "covers", problems, required=True),
        tuple(map(reader.unit, fields.items("units"))),
        tuple(map(reader.lineage, fields.items("lineage"))),
        tuple(map(reader.district, fields.items("districts"))),
        tuple(map(reader.count, fields.items("counts"))),
        _span(fields, "district_level", problems),
        default,
        own,
        tuple(_texts(fields.items("unknown"), problems)),
        fields.place,
    )
    fields.done()
    check_registry(registry, problems)
    ordered = sorted(registry.units, key=lambda each: (each.code, each.id))
    return evolve(registry, units=tuple(ordered))


def read_own_instruments(fields: Fields, problems: Problems) -> tuple[Instrument, ...]:
    """Read the documents a registry or a list of statuses names for itself."""
    found = tuple(read_instrument(each, problems) for each in fields.items("instruments"))
    seen: dict[str, Instrument] = {}
    for each in found:
        first = seen.setdefault(each.id, each)
        if first is not each:
            problems.add("KM-217", each.place, id=each.id, first=str(first.place))
    return found


def read_source(fields: Fields, citable: AbstractSet[str], default: Source) -> Source:
    """Read what an entry rests on; what it leaves out is that of the whole file."""
    return Source(
        read_citations(fields, citable, required=False) or default.citations,
        fields.choice("fidelity", Fidelity) or default.fidelity,
        fields.choice("seen", Seen) or default.seen,
        fields.choice("confidence", Confidence) or default.confidence,
        fields.text("note"),
    )


def _span(fields: Fields, key: str, problems: Problems, *, required: bool = False) -> Validity:
    node = fields.node(key, required=required)
    if node is None:
        return ALWAYS
    inner = Fields(node, problems)
    found = read_validity(inner)
    inner.done()
    return found


def _texts(nodes: Sequence[Node], problems: Problems) -> list[Text]:
    return [text for node in nodes if (text := as_text(node, problems))]


@frozen
class _Reader:
    """Reads the entries of one registry."""

    citable: AbstractSet[str]
    default: Source
    problems: Problems

    def source(self, fields: Fields) -> Source:
        return read_source(fields, self.citable, self.default)

    def unit(self, node: Node) -> Unit:
        fields = Fields(node, self.problems)
        unit = Unit(
            fields.identifier("id"),
            fields.code("code", required=True),
            fields.string("name", required=True),
            fields.code("district"),
            read_validity(fields),
            self.source(fields),
            fields.place,
        )
        fields.done()
        return unit

    def district(self, node: Node) -> District:
        fields = Fields(node, self.problems)
        district = District(
            fields.code("code", required=True),
            fields.needed_text("name"),
            read_validity(fields),
            fields.place,
        )
        fields.done()
        return district

    def lineage(self, node: Node) -> Lineage:
        fields = Fields(node, self.problems)
        lineage = Lineage(
            fields.identifier("unit"),
            fields.identifier("predecessor", required=False),
            fields.string("name"),
            fields.choice("part", Part) or Part.WHOLE,
            self.source(fields),
            fields.place,
        )
        fields.done()
        if bool(lineage.predecessor) is bool(lineage.name) and isinstance(node, MapNode):
            self.problems.add("KM-292", fields.place)
        return lineage

    def count(self, node: Node) -> Count:
        fields = Fields(node, self.problems)
        valid = read_validity(fields)
        fields.scalar("total", required=True)
        total = fields.whole("total", default=0)
        inside = fields.node("districts")
        districts = None if inside is None else self.shares(inside)
        count = Count(total, valid, districts, self.source(fields), fields.place)
        fields.done()
        if districts is not None and sum(n for _, n in districts) != total:
            said = sum(n for _, n in districts)
            self.problems.add("KM-288", fields.place, total=total, sum=said)
        return count

    def shares(self, node: Node) -> tuple[tuple[str, int], ...]:
        """Read how many wards lie in each district, by the districts' codes."""
        fields = Fields(node, self.problems)
        found = tuple((code, fields.whole(code, default=0)) for code in fields.keys)
        fields.done()
        return found
