"""How much is told of a verdict; apart from the words, which not all who evaluate want."""

from typing import Final, Literal, TypeAlias

__all__ = ["DETAILS", "Detail"]

Detail: TypeAlias = Literal[0, 1, 2, 3]
"""How much is told: 0 a line, 1 a paragraph, 2 the path that decides, 3 everything."""
DETAILS: Final[tuple[Detail, ...]] = (0, 1, 2, 3)
