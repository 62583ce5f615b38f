"""What the warnings look at: a sound plugin, composed on every date, and what its cases came to."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from attrs import define, field

from kieumau.authoring.cases import CaseResult
from kieumau.authoring.warnings.bounds import Beforehand, beforehand
from kieumau.errors import Argument, Diagnostic, Severity
from kieumau.places import Place
from kieumau.plugins.chain import Chain
from kieumau.plugins.composed import ComposedIndicator, Conjunct
from kieumau.plugins.folder import Plugin
from kieumau.program.binding import Binder
from kieumau.program.box import Box
from kieumau.rules.refinements import AddCriterion
from kieumau.standard import Standard, standard_of
from kieumau.verdicts.verdict import Verdict

__all__ = ["Seen", "View", "warn"]


def warn(
    code: str, place: Place, suggestions: Iterable[str] = (), **arguments: Argument
) -> Diagnostic:
    """Return one warning."""
    return Diagnostic(code, place, arguments, tuple(suggestions), Severity.WARNING)


@define(frozen=True, slots=False)
class Seen:
    """A case once run: its verdict, and the standard in force then."""

    verdict: Verdict
    standard: Standard
    _binder: Binder

    @cached_property
    def box(self) -> Box:
        """The case's facts as the program's integers."""
        return self._binder.bind(self.verdict.facts).box


@define(frozen=True, slots=False)
class View:
    """One plugin under its own layers.

    Attributes
    ----------
    chain
        The plugin and the layers it stands on, no others.
    plugin
        The plugin being checked: every warning's place is in it.
    standards
        What is in force, once for every stretch of time in which nothing changes.
    results
        What each of its cases came to.
    also_using
        Plugins that may use its measures: those checked together with it.
    """

    chain: Chain
    plugin: Plugin
    standards: tuple[Standard, ...]
    results: tuple[CaseResult, ...]
    also_using: tuple[Plugin, ...] = ()
    _later: dict[date, Standard] = field(factory=dict, init=False, eq=False, repr=False)
    _proved: dict[int, Beforehand] = field(factory=dict, init=False, eq=False, repr=False)

    @cached_property
    def cases(self) -> tuple[Seen, ...]:
        """The cases that came to a verdict."""
        binders: dict[int, Binder] = {}
        found = []
        for result in self.results:
            if result.verdict is None:
                continue
            standard = self.standard_on(result.verdict.standard.on)
            if id(standard) not in binders:
                binders[id(standard)] = Binder(standard.composed.vocabulary, standard.program)
            found.append(Seen(result.verdict, standard, binders[id(standard)]))
        return tuple(found)

    def standard_on(self, day: date) -> Standard:
        """Return what is in force on a day."""
        for standard in (*self.standards, *self._later.values()):
            if day in standard.valid:
                return standard
        return self._later.setdefault(day, standard_of(self.chain, day))

    def proved(self, standard: Standard) -> Beforehand:
        """Return what is decided under one of the standards before any ward is seen."""
        if id(standard) not in self._proved:
            self._proved[id(standard)] = beforehand(standard)
        return self._proved[id(standard)]

    @cached_property
    def places(self) -> dict[str, Place]:
        """Where the plugin writes each indicator of its own."""
        return {each.id: each.place for each in self.plugin.indicators}

    @property
    def added_criteria(self) -> Iterator[AddCriterion]:
        """The criteria it adds."""
        return (each for each in self.plugin.refinements if isinstance(each, AddCriterion))

    @cached_property
    def touched(self) -> tuple[tuple[Standard, ComposedIndicator, tuple[Conjunct, ...]], ...]:
        """Every indicator the plugin asks something of, in each standard, with what it asks."""
        return tuple(
            (standard, indicator, own)
            for standard in self.standards
            for indicator in standard.composed.indicators
            if (own := tuple(c for c in indicator.conjuncts if c.plugin == self.plugin.id))
        )
