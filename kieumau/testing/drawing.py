"""The one door to hypothesis: choices drawn as plain functions, which shrink to the first."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Concatenate, ParamSpec, TypeVar

from attrs import frozen

from kieumau.errors import MissingExtraError
from kieumau.wording import Text

try:
    from hypothesis import strategies as st
    from hypothesis.strategies import SearchStrategy
except ModuleNotFoundError as error:
    raise MissingExtraError(
        "testing", Text("các chiến lược sinh dữ liệu thử", "the hypothesis strategies")
    ) from error

__all__ = ["Draw", "SearchStrategy", "strategy"]

T = TypeVar("T")
P = ParamSpec("P")

_upto = cache(lambda most: st.integers(0, most))


@frozen
class Draw:
    """Draws small choices; much faster than a strategy for each."""

    draw: st.DrawFn

    def between(self, low: int, high: int) -> int:
        """Return a whole number between two; it shrinks to the lower."""
        found: int = low + self.draw(_upto(high - low)) if high > low else low
        return found

    def of(self, choices: Sequence[T]) -> T:
        """Return one of some; it shrinks to the first."""
        return choices[self.between(0, len(choices) - 1)]

    def once_in(self, n: int) -> bool:
        """Return true once in ``n``; it shrinks to false."""
        return self.between(0, n - 1) == n - 1


def strategy(
    make: Callable[Concatenate[Draw, P], T],
) -> Callable[P, SearchStrategy[T]]:
    """Return the strategy a function of draws stands for."""

    @st.composite
    def drawn(draw: st.DrawFn, /, *args: P.args, **more: P.kwargs) -> T:
        return make(Draw(draw), *args, **more)

    return drawn
