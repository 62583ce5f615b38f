"""How much of the profile's effort a law is given: less where each example is long."""

from hypothesis import settings

__all__ = ["share"]


def share(parts: int) -> settings:
    """Return settings, to decorate a law with, of the profile's examples divided by ``parts``."""
    return settings(max_examples=max(5, settings().max_examples // parts))
