"""Origins: what a difference comes from: a plugin, its version, the date, or the facts."""

from collections.abc import Iterator

from attrs import evolve, frozen

from kieumau.comparing.atoms import Atom
from kieumau.comparing.written import Part, Placed, PlacedIndicator, Written
from kieumau.plugins.folder import Plugin
from kieumau.render.difference_words import Word
from kieumau.rules.periods import ALWAYS
from kieumau.rules.refinements import AddIndicator
from kieumau.verdicts.difference import Because
from kieumau.wording import Text, say_date

__all__ = ["Origins"]


@frozen
class Origins:
    """Two sides, asked where their differences come from."""

    a: Written
    b: Written

    def of(self, atom: Atom) -> tuple[Because, Text | None]:
        """Return what an atom comes from, and that plugin or those dates in words."""
        match atom.key[0]:
            case "fact":
                return Because.FACTS, None
            case "period":
                return Because.PERIOD, None
            case "assumed":
                return Because.CHOICE, None
            case "standard":
                ids = (side.chain.base.id for side in (self.a, self.b))
                before, after = ids
                return Because.BASE, Word.BECOMES.both(before=f"«{before}»", after=f"«{after}»")
        return self.of_plugin(self.plugin(atom), atom)

    def of_plugin(self, id_: str, atom: Atom) -> tuple[Because, Text]:
        """Return what a difference in a plugin's parts comes from."""
        one, other = _plugin(self.a, id_), _plugin(self.b, id_)
        known = one or other
        assert known is not None  # noqa: S101 (the atom is a part of it)
        version = known.manifest.version
        if one is None or other is None:
            return Because.PLUGIN, Word.VERSIONED.both(id=id_, version=version)
        versions = (one.manifest.version, other.manifest.version)
        dated = self.a.on != self.b.on
        if dated and (versions[0] == versions[1] or self.written_in_both(atom)):
            days = Word.BECOMES.both(before=say_date(self.a.on), after=say_date(self.b.on))
            return Because.DATE, days
        if versions[0] != versions[1]:
            said = Word.VERSIONS.both(id=id_, before=versions[0], after=versions[1])
            return Because.VERSION, said
        return Because.CONTENT, Word.VERSIONED.both(id=id_, version=version)

    def plugin(self, atom: Atom) -> str:
        """Return the id of the plugin a part is of."""
        if atom.key[0] == "refinement":
            return atom.key[1]
        if atom.key[0] == "measure":
            for side in (self.b, self.a):
                for plugin in side.chain.plugins:
                    if any(each.id == atom.key[1] for each in plugin.measures):
                        return plugin.id
        return self.b.chain.base.id

    def written_in_both(self, atom: Atom) -> bool:
        """Return whether each side's plugins hold what the other has, if for another time."""
        pairs = ((atom.before, self.b), (atom.after, self.a))
        return all(part is None or part in list(_ever(side)) for part, side in pairs)


def _plugin(side: Written, id_: str) -> Plugin | None:
    return next((each for each in side.chain.plugins if each.id == id_), None)


def _ever(side: Written) -> Iterator[Part]:
    """Yield the parts a side's plugins hold for any time."""
    for issued in side.chain.base.sets:
        yield evolve(issued, id="", criteria=(), valid=ALWAYS)
        for criterion in issued.criteria:
            inside = tuple(evolve(each, valid=ALWAYS) for each in criterion.indicators)
            yield evolve(criterion, indicators=(), valid=ALWAYS)
            yield evolve(criterion, indicators=inside, valid=ALWAYS)
            yield from (PlacedIndicator(criterion.id, each) for each in inside)
    for plugin in side.chain.plugins[1:]:
        for each in plugin.refinements:
            undated = evolve(each, valid=ALWAYS)
            if isinstance(undated, AddIndicator):
                undated = evolve(undated, indicator=evolve(undated.indicator, valid=ALWAYS))
            yield Placed(plugin.id, undated)
