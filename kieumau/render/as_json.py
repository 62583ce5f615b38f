"""A verdict as JSON: the contract ``kieumau/verdict/1``, the same whatever the language."""

from kieumau.verdicts.verdict import Verdict

__all__ = ["json_text"]


def json_text(verdict: Verdict) -> str:
    """Return a verdict as JSON text."""
    return verdict.to_json()
