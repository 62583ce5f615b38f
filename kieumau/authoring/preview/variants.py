"""Variants: a plugin with some of its refinements, each composed once and used for every ward."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from attrs import evolve, field, frozen

from kieumau.authoring.preview.standings import Framed, judged
from kieumau.documents.factsets import FactSet
from kieumau.errors import Diagnostic, UsageError
from kieumau.plugins.chain import Chain
from kieumau.rules.refinements import Clarify, Refinement
from kieumau.standard import Standard, standard_of
from kieumau.verdicts.record import AssumedPolicy, Outcome
from kieumau.verdicts.verdict import Verdict

__all__ = ["Chosen", "Trials", "Variants", "below_chain"]

Chosen: TypeAlias = frozenset[int]
"""Refinements, by their position."""


def below_chain(chain: Chain) -> Chain:
    """Return the chain without its topmost plugin.

    Raises
    ------
    UsageError
        KM-750: it is a base, which nothing lies below.
    """
    below = chain.below
    if below is None:
        base = chain.base
        raise UsageError(Diagnostic("KM-750", base.manifest.place, {"id": base.id}))
    return below


@frozen
class Variants:
    """The standards a chain gives with any choice of its topmost plugin's refinements.

    Attributes
    ----------
    refinements
        Those of the topmost plugin that are in force and can change truth, in the order written.
    """

    chain: Chain
    on: date
    assumed: AssumedPolicy
    refinements: tuple[Refinement, ...] = field(init=False)
    _made: dict[frozenset[int], Standard] = field(factory=dict, init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        effective = tuple(
            each
            for each in self.chain.plugins[-1].refinements
            if self.on in each.valid and not isinstance(each, Clarify)
        )
        object.__setattr__(self, "refinements", effective)

    def standard(self, chosen: Iterable[int]) -> Standard:
        """Return the standard with only those refinements, by their position."""
        key = frozenset(chosen)
        if key not in self._made:
            *below, top = self.chain.plugins
            kept = tuple(self.refinements[at] for at in sorted(key))
            plugins = (*below, evolve(top, refinements=kept))
            chain = Chain(plugins, self.chain.layers, self.chain.asked)
            self._made[key] = standard_of(chain, self.on, self.assumed)
        return self._made[key]

    def verdict(self, facts: FactSet, chosen: Iterable[int]) -> Verdict:
        """Return a ward's verdict with only those refinements."""
        return judged(self.standard(chosen), facts)


@frozen
class Trials:
    """What wards come to under variants, each tried once.

    Attributes
    ----------
    framed
        The same wards as a frame, if there is one.
    frame_from
        For how many of them a variant is tried in the frame.
    """

    variants: Variants
    wards: Sequence[FactSet]
    framed: Framed | None
    frame_from: int
    _known: dict[tuple[int, Chosen], Outcome] = field(factory=dict, init=False, repr=False)

    def outcome(self, ward: int, chosen: Chosen) -> Outcome:
        """Return what a ward comes to with only those refinements."""
        key = (ward, chosen)
        if key not in self._known:
            self._known[key] = self.variants.verdict(self.wards[ward], chosen).outcome
        return self._known[key]

    def foresee(self, asked: Mapping[Chosen, set[int]]) -> None:
        """Try variants on the wards that will be asked for, in one frame where there are many."""
        for chosen, wards in asked.items():
            new = {each for each in wards if (each, chosen) not in self._known}
            if self.framed and len(new) >= self.frame_from:
                standard = self.variants.standard(chosen)
                found = self.framed.only(new).standings(standard, "outcome")
                self._known.update({(at, chosen): each.outcome for at, each in found.items()})
