"""Points that decide nothing: whatever else is met, the score is reached or missed without them.

Proved by counting over the points of everything else, not by looking at what wards can report.
"""

from collections.abc import Iterator

from kieumau.authoring.scores import scores_of
from kieumau.authoring.warnings.view import View, warn
from kieumau.errors import Diagnostic

__all__ = ["idle_points"]


def idle_points(view: View) -> Iterator[Diagnostic]:
    """Yield what carries points that decide on no date; what says 0 is meant to."""
    found: dict[tuple[str, str], Diagnostic | None] = {}
    criteria = (criterion for issued in view.plugin.sets for criterion in issued.criteria)
    written = {**{each.id: each.place for each in criteria}, **view.places}
    for standard in view.standards:
        for rule in scores_of(standard.composed, standard.program):
            if rule.plugin != view.plugin.id:
                continue
            without = rule.idle
            for child in rule.children:
                key = (rule.step.id, child.step)
                if child not in without:
                    found[key] = None
                elif child.points and key not in found:
                    found[key] = warn(
                        "KM-814",
                        written.get(child.id, child.place),
                        id=child.id,
                        points=child.points,
                        threshold=rule.step.threshold,
                    )
    yield from (warning for warning in found.values() if warning is not None)
