"""Every warning about a plugin, family after family."""

from collections.abc import Iterator

from kieumau.authoring.warnings.assumed import assumed_thresholds
from kieumau.authoring.warnings.citations import citations_not_in_force
from kieumau.authoring.warnings.decided import decided_beforehand
from kieumau.authoring.warnings.exercised import not_exercised
from kieumau.authoring.warnings.inert import inert
from kieumau.authoring.warnings.points import idle_points
from kieumau.authoring.warnings.thresholds import boundaries_not_reached
from kieumau.authoring.warnings.unused import unused_measures
from kieumau.authoring.warnings.view import View
from kieumau.errors import Diagnostic

__all__ = ["survey"]

_CAUSES = (decided_beforehand, inert)
_OTHERS = (
    idle_points,
    unused_measures,
    not_exercised,
    citations_not_in_force,
    boundaries_not_reached,
    assumed_thresholds,
)
_WANTS_A_CASE = frozenset({"KM-806", "KM-810", "KM-813"})


def survey(view: View) -> Iterator[Diagnostic]:
    """Yield the warnings; one may come up for several dates and is then yielded for each.

    What is decided or idle as it stands is first to be mended: no case is asked for it.
    """
    causes = [warning for family in _CAUSES for warning in family(view)]
    yield from causes
    places = {each.place for each in causes}
    for family in _OTHERS:
        for warning in family(view):
            if warning.code not in _WANTS_A_CASE or warning.place not in places:
                yield warning
