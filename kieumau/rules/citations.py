"""Instruments and citations: the documents rules rest on, and the place in each."""

from datetime import date
from enum import StrEnum

from attrs import field, frozen

from kieumau.places import NOWHERE, Place
from kieumau.rules.periods import ALWAYS, Validity
from kieumau.wording import Text

__all__ = ["Citation", "Fidelity", "Instrument", "Seen"]


class Fidelity(StrEnum):
    """Where a threshold comes from.

    ``text``: stated in the cited public document. ``reported``: stated by the press.
    ``derived``: puts a sentence without a number into operation. ``assumed``: a placeholder.
    """

    TEXT = "text"
    REPORTED = "reported"
    DERIVED = "derived"
    ASSUMED = "assumed"


class Seen(StrEnum):
    """How much of the cited place the author saw."""

    QUOTED = "quoted"
    SUMMARY = "summary"
    UNSEEN = "unseen"


@frozen
class Instrument:
    """A document (văn bản): a decision, circular, resolution or a press report."""

    id: str
    title: Text
    number: str = ""
    issuer: Text | None = None
    issued: date | None = None
    valid: Validity = ALWAYS
    url: str = ""
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class Citation:
    """A place in an instrument (căn cứ): phần, mục, điều, khoản, điểm."""

    instrument: str
    at: Text | None = None
    url: str = ""
    quote: str = ""
    place: Place = field(default=NOWHERE, eq=False)
