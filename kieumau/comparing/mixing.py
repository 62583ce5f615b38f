"""Mixed standards: A's parts with some of B's in their place, composed by the usual rules."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from attrs import evolve, field, frozen

from kieumau.comparing.atoms import Atom
from kieumau.comparing.written import Key, Part, Placed, PlacedIndicator, Written
from kieumau.documents.manifest import Manifest, PluginKind, ProvinceScope
from kieumau.language.names import Vocabulary
from kieumau.plugins.chain import Chain
from kieumau.plugins.compose import compose
from kieumau.plugins.composed import Composed
from kieumau.plugins.folder import Plugin
from kieumau.rules.citations import Instrument
from kieumau.rules.criteria import CriteriaSet, Criterion
from kieumau.rules.measures import Measure
from kieumau.rules.periods import ALWAYS, Validity
from kieumau.rules.refinements import AddCriterion, AddIndicator, Clarify, Refinement
from kieumau.verdicts.record import AssumedPolicy
from kieumau.wording import Text

__all__ = ["Mixer"]

_ON: Final = date(2000, 1, 1)
_NEVER: Final = Validity(_ON, _ON)
_NAME: Final = "mixed"


@frozen
class Mixer:
    """Two sides' parts, and the standards that any choice among their differences gives.

    Attributes
    ----------
    before, after
        What A and B consist of.
    """

    a: Written
    b: Written
    before: Mapping[Key, Part]
    after: Mapping[Key, Part]
    _base: Plugin = field(init=False)
    _layers: tuple[tuple[Plugin, int], ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        sets = tuple(_dormant_sets((self.a, self.b)))
        instruments = tuple(_instruments((self.a, self.b)))
        # A scope that is never felt: the search for the time around the date ends at once.
        scope = ProvinceScope("00", Text(_NAME), _NEVER)
        manifest = Manifest(
            self.a.chain.base.id,
            "1",
            PluginKind.BASE,
            Text(_NAME),
            provinces=(scope,),
            instruments=instruments,
        )
        object.__setattr__(self, "_base", Plugin(manifest, Path(), _NAME, sets=sets))
        object.__setattr__(self, "_layers", tuple(_layers((self.a, self.b))))

    def composed(self, applied: Iterable[Atom]) -> Composed:
        """Return A's standard with B's part of some differences.

        Raises
        ------
        PluginError
            Such parts do not stand together.
        """
        parts = dict(self.before)
        if ("standard",) not in parts:
            for key, part in self.after.items():
                if key[0] == "measure":
                    parts.setdefault(key, part)
        whole = self.a
        for atom in applied:
            if atom.key == ("standard",):
                whole = self.b
            if atom.after is None:
                parts.pop(atom.key, None)
            elif atom.key in self.after:
                parts[atom.key] = self.after[atom.key]
        count = parts["assumed",] is AssumedPolicy.COUNT
        if ("standard",) in parts:
            return compose(whole.chain, whole.on, count_assumed=count)
        chain = self._chain(parts)
        measures = tuple(each for each in parts.values() if isinstance(each, Measure))
        vars(chain)["words"] = (Vocabulary(measures), ())  # a cached property: ids are the names
        return compose(chain, _ON, count_assumed=count)

    def _chain(self, parts: Mapping[Key, Part]) -> Chain:
        live = parts["set",]
        assert isinstance(live, CriteriaSet)  # noqa: S101 (the key says so)
        sets = (evolve(live, id=self.a.issued.id, criteria=tuple(_criteria(parts))),)
        own: dict[str, list[Refinement]] = {}
        for part in parts.values():
            if isinstance(part, Placed) and not isinstance(part.refinement, Clarify):
                own.setdefault(part.plugin, []).append(part.refinement)
        above = [
            evolve(plugin, refinements=(*own.get(plugin.id, ()), *plugin.refinements))
            for plugin, _ in self._layers
        ]
        base = evolve(self._base, sets=(*sets, *self._base.sets))
        return Chain((base, *above), (0, *(layer for _, layer in self._layers)), (_NAME,))


def _criteria(parts: Mapping[Key, Part]) -> Iterator[Criterion]:
    """Yield the criteria chosen, each with the indicators chosen for it."""
    for part in parts.values():
        if isinstance(part, Criterion):
            chosen = (
                each.indicator
                for each in parts.values()
                if isinstance(each, PlacedIndicator) and each.criterion == part.id
            )
            yield evolve(part, indicators=part.indicators + tuple(chosen))


def _dormant_sets(sides: Iterable[Written]) -> Iterator[CriteriaSet]:
    """Yield everything the bases ever issue, never in force: refinements may name it."""
    for side in sides:
        for each in side.chain.base.sets:
            yield evolve(each, criteria=tuple(map(_undated, each.criteria)), valid=_NEVER)


def _layers(sides: tuple[Written, Written]) -> Iterator[tuple[Plugin, int]]:
    """Yield the plugins above the base, with what they ever add, never in force."""
    found: dict[str, tuple[int, list[Refinement], Plugin]] = {}
    for side in sides:
        for plugin, layer in zip(side.chain.plugins, side.chain.layers, strict=True):
            if layer:
                _, dormant, _ = found.setdefault(plugin.id, (layer, [], plugin))
                dormant += map(_asleep, plugin.refinements)
    for layer, dormant, plugin in sorted(found.values(), key=lambda each: (each[0], each[2].id)):
        manifest = Manifest(plugin.id, "1", PluginKind.REFINEMENT, Text(_NAME))
        added = tuple(each for each in dormant if isinstance(each, AddCriterion | AddIndicator))
        yield Plugin(manifest, Path(), _NAME, refinements=added), layer


def _asleep(refinement: Refinement) -> Refinement:
    match refinement:
        case AddCriterion(criterion):
            return AddCriterion(_undated(criterion), _NEVER)
        case AddIndicator(to, indicator):
            return AddIndicator(to, evolve(indicator, valid=ALWAYS), _NEVER)
        case _:
            return refinement


def _undated(criterion: Criterion) -> Criterion:
    inside = tuple(evolve(each, valid=ALWAYS) for each in criterion.indicators)
    return evolve(criterion, indicators=inside, valid=ALWAYS)


def _instruments(sides: Iterable[Written]) -> Iterator[Instrument]:
    seen: set[str] = set()
    for side in sides:
        for plugin in side.chain.plugins:
            for each in plugin.manifest.instruments:
                if each.id not in seen:
                    seen.add(each.id)
                    yield each
