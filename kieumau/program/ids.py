"""Step ids: stable names of what a standard decides, never a position in a list.

A condition's id is ``criterion/indicator/part/plugin/hash`` with the first eight hexadecimal
digits of the SHA-256 of its canonical text, so the same condition of the same layer keeps its id
whatever is added around it.
"""

from hashlib import sha256

from kieumau.language.canonical import canonical
from kieumau.plugins.composed import ComposedCriterion, ComposedIndicator
from kieumau.rules.conditions import Condition

__all__ = [
    "SET",
    "SET_ISSUED",
    "added_step",
    "condition_step",
    "criterion_step",
    "guarded_step",
    "indicator_step",
    "issued_step",
    "not_applies_step",
    "requires_step",
    "waiver_step",
]

SET = "@set"
SET_ISSUED = "@set/@issued"
"""The base's rule over its criteria, where a refinement added to the set."""


def criterion_step(criterion: ComposedCriterion) -> str:
    """Return the step of a criterion."""
    return criterion.id


def issued_step(criterion: ComposedCriterion) -> str:
    """Return the step of a criterion's rule as issued, where a refinement added to it."""
    return f"{criterion.id}/@issued"


def added_step(criterion: ComposedCriterion) -> str:
    """Return the step of all that layers added to a criterion whose indicators the set scores."""
    return f"{criterion.id}/@added"


def indicator_step(indicator: ComposedIndicator) -> str:
    """Return the step of an indicator."""
    return f"{indicator.criterion}/{indicator.id}"


def requires_step(indicator: ComposedIndicator) -> str:
    """Return the step of all an indicator requires, where it applies only sometimes."""
    return f"{indicator_step(indicator)}/requires"


def not_applies_step(indicator: ComposedIndicator) -> str:
    """Return the step of an indicator's not applying."""
    return f"{indicator_step(indicator)}/applies/@not"


def condition_step(
    indicator: ComposedIndicator, part: str, plugin: str, condition: Condition
) -> str:
    """Return the step of a condition in a part (``applies``, ``requires``, ``waives``)."""
    text = canonical(condition)
    digest = sha256(text.encode()).hexdigest()[:8]
    return f"{indicator_step(indicator)}/{part}/{plugin}/{digest}"


def guarded_step(indicator: ComposedIndicator, plugin: str, condition: Condition) -> str:
    """Return the step of a conjunct or one of the waivers that may release from it."""
    return condition_step(indicator, "guarded", plugin, condition)


def waiver_step(indicator: ComposedIndicator, plugin: str, condition: Condition | None) -> str:
    """Return the step of a waiver; one without a condition always holds."""
    if condition is None:
        return f"{indicator_step(indicator)}/waives/{plugin}/always"
    return condition_step(indicator, "waives", plugin, condition)
