"""Measures a plugin declares and nobody uses."""

from collections.abc import Iterable, Iterator

from kieumau.authoring.warnings.view import View, warn
from kieumau.errors import Diagnostic
from kieumau.plugins.folder import Plugin
from kieumau.rules.conditions import Condition, measures_in
from kieumau.rules.refinements import Clarify, Tighten, Waive

__all__ = ["unused_measures"]


def unused_measures(view: View) -> Iterator[Diagnostic]:
    """Yield measures in no condition, no evidence asked for and no derived measure that is used.

    What a refinement checked together with the plugin uses counts too.
    """
    plugins = (*view.chain.plugins, *view.also_using)
    parts = {each.id: each.parts for plugin in plugins for each in plugin.measures}
    used: set[str] = set()
    ahead = [id_ for plugin in plugins for id_ in _named(plugin)]
    while ahead:
        id_ = ahead.pop()
        if id_ not in used:
            used.add(id_)
            ahead += parts.get(id_, ())
    for measure in view.plugin.measures:
        if measure.id not in used:
            yield warn("KM-805", measure.place, id=measure.id, name=measure.name)


def _named(plugin: Plugin) -> Iterator[str]:
    for condition in _conditions(plugin):
        yield from measures_in(condition)
    for refinement in plugin.refinements:
        if isinstance(refinement, Clarify):
            yield from (need.measure for need in refinement.evidence)


def _conditions(plugin: Plugin) -> Iterable[Condition]:
    for indicator in plugin.indicators:
        yield indicator.requires
        if indicator.applies_when is not None:
            yield indicator.applies_when
    for refinement in plugin.refinements:
        match refinement:
            case Tighten(also=condition) | Waive(when=condition) if condition is not None:
                yield condition
