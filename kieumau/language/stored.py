"""The stored form of a condition: lines of text and the branches over them, with places.

What the document reader hands to `kieumau.language.parse`, and what `kieumau.language.format`
hands back. Nothing here is understood yet.

>>> Branch("any", (Line("số vụ = 0"), Line("số hộ > 5"))).children[0].text
'số vụ = 0'
"""

from typing import Literal, TypeAlias

from attrs import field, frozen

from kieumau.places import NOWHERE, Place

__all__ = ["Branch", "BranchKey", "Line", "Stored"]

BranchKey: TypeAlias = Literal["all", "any", "not", "at_least"]


@frozen
class Line:
    """One line: a test as written."""

    text: str
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class Branch:
    """A node over others; ``k`` only for ``at_least``, one child only for ``not``."""

    key: BranchKey
    children: tuple["Stored", ...]
    k: int = 0
    place: Place = field(default=NOWHERE, eq=False)


Stored: TypeAlias = Line | Branch
