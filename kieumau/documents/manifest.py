"""``plugin.yaml``: who issues a plugin, what it refines, its instruments and what it leaves out."""

from datetime import date
from enum import StrEnum

from attrs import field, frozen

from kieumau.documents.fields import Fields
from kieumau.documents.nodes import Node
from kieumau.errors import Problems
from kieumau.places import NOWHERE, Place
from kieumau.rules.citations import Instrument
from kieumau.rules.periods import Validity
from kieumau.wording import Text

__all__ = [
    "Gap",
    "Manifest",
    "PluginKind",
    "ProvinceScope",
    "check_format",
    "read_instrument",
    "read_manifest",
    "read_validity",
]


class PluginKind(StrEnum):
    """A base issues a criteria set; a refinement stands on another plugin."""

    BASE = "base"
    REFINEMENT = "refinement"


@frozen
class ProvinceScope:
    """A province a plugin is for: its official code, while that code stood for it."""

    code: str
    name: Text
    valid: Validity


@frozen
class Gap:
    """Something known of the field that is deliberately not a rule here, and why."""

    item: str
    title: Text
    reason: Text


@frozen
class Manifest:
    """What a plugin says of itself.

    Attributes
    ----------
    refines
        The plugin below; empty for a base.
    provinces
        Where it is for; empty means the whole country.
    reconstruction
        A base put together from public sources; every rendering says so.
    invented
        An example; every rendering says so.
    """

    id: str
    version: str
    kind: PluginKind
    title: Text
    refines: str = ""
    provinces: tuple[ProvinceScope, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    coverage: tuple[Gap, ...] = ()
    reconstruction: bool = False
    invented: bool = False
    place: Place = field(default=NOWHERE, eq=False)
    refines_place: Place = field(default=NOWHERE, eq=False)

    def applies_to(self, province: str, on: date) -> bool:
        """Return whether a province's code on a day is in scope."""
        return not self.provinces or any(
            scope.code == province and on in scope.valid for scope in self.provinces
        )


def check_format(fields: Fields, wanted: str) -> None:
    """Report a file that is of another format or version."""
    found = fields.scalar("format", required=True)
    if found is not None and found.text != wanted:
        fields.problems.add("KM-214", found.place, found=found.text, wanted=wanted)


def read_validity(fields: Fields, default: Validity | None = None) -> Validity:
    """Read ``from`` and ``until``; each left out is the default's."""
    base = default or Validity()
    start = fields.day("from") or base.start
    until = fields.day("until") or base.until
    own = fields.has("from") or fields.has("until")  # else it is reported where it was written
    if own and start and until and until <= start:
        key = "until" if fields.has("until") else "from"
        fields.problems.add(
            "KM-215", fields.place_of(key), start=start.isoformat(), until=until.isoformat()
        )
    return Validity(start, until)


def read_manifest(node: Node, problems: Problems) -> Manifest:
    """Read ``plugin.yaml``."""
    fields = Fields(node, problems)
    check_format(fields, "kieumau/plugin/1")
    kind = fields.choice("kind", PluginKind, required=True) or PluginKind.BASE
    refines = fields.identifier("refines", required=kind is PluginKind.REFINEMENT)
    if refines and kind is PluginKind.BASE:
        problems.add("KM-216", fields.place_of("refines"))
    manifest = Manifest(
        fields.identifier("id"),
        fields.code("version", required=True),
        kind,
        fields.needed_text("title"),
        refines,
        _read_scope(fields.node("scope"), problems),
        tuple(read_instrument(each, problems) for each in fields.items("instruments")),
        tuple(_read_gap(each, problems) for each in fields.items("coverage")),
        fields.flag("reconstruction", default=False),
        fields.flag("invented", default=False),
        fields.place_of("id"),
        fields.place_of("refines"),
    )
    fields.done()
    seen: dict[str, Instrument] = {}
    for each in manifest.instruments:
        first = seen.setdefault(each.id, each)
        if first is not each:
            problems.add("KM-217", each.place, id=each.id, first=str(first.place))
    return manifest


def read_instrument(node: Node, problems: Problems) -> Instrument:
    """Read one document rules rest on."""
    fields = Fields(node, problems)
    instrument = Instrument(
        fields.identifier("id"),
        fields.needed_text("title"),
        fields.code("number"),
        fields.text("issuer"),
        fields.day("issued"),
        read_validity(fields),
        fields.url("url"),
        fields.place_of("id"),
    )
    fields.done()
    return instrument


def _read_scope(node: Node | None, problems: Problems) -> tuple[ProvinceScope, ...]:
    if node is None:
        return ()
    fields = Fields(node, problems)
    found = []
    for each in fields.items("provinces", required=True):
        province = Fields(each, problems)
        scope = ProvinceScope(
            province.code("code", required=True),
            province.needed_text("name"),
            read_validity(province),
        )
        province.done()
        found.append(scope)
    fields.done()
    return tuple(found)


def _read_gap(node: Node, problems: Problems) -> Gap:
    fields = Fields(node, problems)
    gap = Gap(
        fields.code("item", required=True),
        fields.needed_text("title"),
        fields.needed_text("reason"),
    )
    fields.done()
    return gap
