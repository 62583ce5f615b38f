"""Days as callers give them: dates, or texts."""

from datetime import date, datetime
from typing import TypeAlias

from kieumau.documents.fields import read_day
from kieumau.errors import Diagnostic, UsageError

__all__ = ["Day", "as_day"]

Day: TypeAlias = date | str
"""A date, or one written ``2023-12-31`` or ``31/12/2023``."""


def as_day(on: Day) -> date:
    """Return the date a day stands for.

    Raises
    ------
    UsageError
        KM-701: it is no date.
    """
    if isinstance(on, date) and not isinstance(on, datetime):
        return on
    found = read_day(on) if isinstance(on, str) else None
    if found is None:
        raise UsageError(Diagnostic("KM-701", arguments={"found": str(on)}))
    return found
