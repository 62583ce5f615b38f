"""Refinements (cụ thể hóa): what a plugin does to the layer below, as data.

Applying them is `kieumau.plugins.compose`.
"""

from enum import StrEnum
from typing import TypeAlias

from attrs import field, frozen

from kieumau.places import NOWHERE, Place
from kieumau.rules.citations import Citation, Fidelity, Seen
from kieumau.rules.conditions import Condition, Constant
from kieumau.rules.criteria import Criterion, Indicator, Narrowing
from kieumau.rules.periods import ALWAYS, Validity
from kieumau.wording import Text

__all__ = [
    "AddCriterion",
    "AddIndicator",
    "Clarify",
    "EvidenceField",
    "EvidenceNeed",
    "Refinement",
    "Tighten",
    "Waive",
]


class EvidenceField(StrEnum):
    """The parts of a fact's evidence a rule may ask for."""

    SOURCE = "source"
    DOCUMENT = "document"
    URL = "url"
    DATE = "date"


@frozen
class EvidenceNeed:
    """A measure whose fact must carry a kind of evidence; never changes truth."""

    measure: str
    needs: EvidenceField
    note: Text | None = None


@frozen
class AddIndicator:
    """An indicator of one's own in a criterion of the layer below."""

    to: str
    indicator: Indicator
    valid: Validity = ALWAYS
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class AddCriterion:
    """A criterion of one's own in the set."""

    criterion: Criterion
    valid: Validity = ALWAYS
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class Tighten:
    """A stricter constant (``to``) or a further condition (``also``) on an indicator."""

    target: str
    citations: tuple[Citation, ...]
    fidelity: Fidelity
    to: Constant | None = None
    also: Condition | None = None
    narrows: Narrowing = Narrowing()
    seen: Seen | None = None
    scope: Text | None = None
    note: Text | None = None
    valid: Validity = ALWAYS
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class Clarify:
    """Guidance and evidence requirements; never changes truth."""

    target: str
    citations: tuple[Citation, ...]
    guidance: Text | None = None
    evidence: tuple[EvidenceNeed, ...] = ()
    seen: Seen | None = None
    note: Text | None = None
    valid: Validity = ALWAYS
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class Waive:
    """A release from an indicator, with its legal basis, perhaps only under a condition."""

    target: str
    basis: Text
    citations: tuple[Citation, ...]
    when: Condition | None = None
    seen: Seen | None = None
    note: Text | None = None
    valid: Validity = ALWAYS
    place: Place = field(default=NOWHERE, eq=False)


Refinement: TypeAlias = AddIndicator | AddCriterion | Tighten | Clarify | Waive
