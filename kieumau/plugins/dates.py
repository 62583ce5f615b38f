"""Dates: which set is in force, on which days anything changes, and how long nothing does."""

from collections.abc import Callable
from datetime import date, timedelta

from attrs import evolve

from kieumau.errors import PluginError, Problems
from kieumau.places import Place
from kieumau.plugins.chain import Chain
from kieumau.plugins.composed import Composed
from kieumau.rules.criteria import CriteriaSet
from kieumau.rules.periods import Validity
from kieumau.rules.refinements import AddCriterion
from kieumau.wording import Text, say_date

__all__ = ["boundaries", "set_in_force", "validity_around"]


def set_in_force(chain: Chain, on: date, problems: Problems) -> CriteriaSet | None:
    """Return the one set in force on a date; none or two are a problem that lists the dates."""
    base = chain.base
    found = [each for each in base.sets if on in each.valid]
    if len(found) == 1:
        return found[0]
    dates = Text(
        "; ".join(f"{each.id} {each.valid.said().vi}" for each in base.sets) or "-",
        "; ".join(f"{each.id} {each.valid.said().en}" for each in base.sets) or "-",
    )
    place = found[1].place if found else Place(base.shown)
    code = "KM-422" if found else "KM-421"
    problems.add(code, place, on=say_date(on), dates=dates, id=base.id)
    return None


def boundaries(chain: Chain) -> tuple[date, ...]:
    """Return every day on which something of a chain starts or stops being in force."""
    edges: set[date] = set()
    for plugin in chain.plugins:
        for scope in plugin.manifest.provinces:
            edges.update(scope.valid.edges())
        for issued in plugin.sets:
            edges.update(issued.valid.edges())
            edges.update(edge for each in issued.criteria for edge in each.valid.edges())
        for refinement in plugin.refinements:
            edges.update(refinement.valid.edges())
            if isinstance(refinement, AddCriterion):
                edges.update(refinement.criterion.valid.edges())
        edges.update(edge for each in plugin.indicators for edge in each.valid.edges())
    return tuple(sorted(edges))


def validity_around(
    chain: Chain, composed: Composed, compose_on: Callable[[date], Composed]
) -> Validity:
    """Return the largest time around its date on which the same is composed.

    Not every day something stops is felt: an indicator may outlive its criterion.
    """
    scopes = (scope for plugin in chain.plugins for scope in plugin.manifest.provinces)
    hard = {edge for scope in scopes for edge in scope.valid.edges()}

    def felt(edge: date, day: date) -> bool:
        if edge in hard:
            return True
        try:
            other = compose_on(day)
        except PluginError:
            return True
        return evolve(other, on=composed.on) != composed

    edges = boundaries(chain)
    before = (edge for edge in reversed(edges) if edge <= composed.on)
    after = (edge for edge in edges if edge > composed.on)
    return Validity(
        next((edge for edge in before if felt(edge, edge - timedelta(1))), None),
        next((edge for edge in after if felt(edge, edge)), None),
    )
