"""Preview: what a plugin would change for real wards, before it is issued."""

from kieumau.authoring.preview.compare import preview
from kieumau.authoring.preview.variants import below_chain

__all__ = ["below_chain", "preview"]
