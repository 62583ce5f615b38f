"""What a verdict keeps beside its findings: the standard as it was, and what is missing."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from kieumau.rules.citations import Instrument
from kieumau.rules.measures import Measure
from kieumau.rules.periods import Validity
from kieumau.wording import Text

__all__ = [
    "AssumedPolicy",
    "MissingFact",
    "Outcome",
    "PluginRecord",
    "StandardRecord",
    "WhyMissing",
]


class Outcome(StrEnum):
    """What a ward comes to: đạt, không đạt, chưa đủ căn cứ."""

    MET = "met"
    NOT_MET = "not_met"
    UNDETERMINED = "undetermined"


class AssumedPolicy(StrEnum):
    """Whether indicators with an assumed threshold are only shown, or count."""

    SHOW = "show"
    COUNT = "count"


class WhyMissing(StrEnum):
    """What is the matter with a fact that is wanted."""

    NOT_SUPPLIED = "not_supplied"
    DECLARED_UNKNOWN = "declared_unknown"
    INEXACT = "inexact"


@frozen
class PluginRecord:
    """A plugin a standard was composed of, bottom layer first."""

    id: str
    version: str
    title: Text
    layer: int
    invented: bool = False


@frozen
class StandardRecord:
    """The standard a verdict was reached under, as it was then.

    Attributes
    ----------
    digest, text_digest
        SHA-256 of the meaning (the program), and of the meaning with titles, citations and
        fidelity, each in RFC 8785 canonical form.
    valid
        The largest time around ``on`` in which nothing composed changes.
    reconstruction
        Whether the base is put together from public sources and is not an official set.
    """

    id: str
    title: Text
    on: date
    valid: Validity
    digest: str
    text_digest: str
    plugins: tuple[PluginRecord, ...]
    library: str
    reconstruction: bool
    measures: tuple[Measure, ...]
    instruments: tuple[Instrument, ...]
    assumed: AssumedPolicy = AssumedPolicy.SHOW

    @property
    def invented(self) -> bool:
        """Whether any plugin in it is an invented example."""
        return any(plugin.invented for plugin in self.plugins)


@frozen
class MissingFact:
    """A figure that is wanted and not (exactly) known.

    Attributes
    ----------
    settles
        Whether this fact alone, whatever its value, would settle the outcome.
    indicators
        The undetermined indicators it occurs in.
    reason
        Why, when it was declared unknown.
    """

    measure: str
    why: WhyMissing
    settles: bool
    indicators: tuple[str, ...]
    reason: Text | None = None
