"""Every sample verdict, one for every way a rendering can go."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kieumau.verdicts.verdict import Verdict
from tests.render.samples_met import assumed, layered, met
from tests.render.samples_not_met import not_met
from tests.render.samples_open import hostile, nothing, undetermined

MAKERS: Mapping[str, Callable[[], Verdict]] = MappingProxyType(
    {
        make.__name__: make
        for make in (met, not_met, undetermined, nothing, assumed, layered, hostile)
    }
)
