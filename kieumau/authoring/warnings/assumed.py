"""Thresholds that stand in for ones nobody has seen yet."""

from collections.abc import Iterator

from kieumau.authoring.warnings.view import View, warn
from kieumau.errors import Diagnostic
from kieumau.rules.citations import Fidelity

__all__ = ["assumed_thresholds"]


def assumed_thresholds(view: View) -> Iterator[Diagnostic]:
    """Yield each indicator of the plugin whose threshold is ``assumed``."""
    for each in view.plugin.indicators:
        if each.fidelity is Fidelity.ASSUMED:
            yield warn("KM-811", each.place, id=each.id)
