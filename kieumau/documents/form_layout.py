"""What a data-entry form is made of: the names its writer and its reader agree on."""

from typing import Final

__all__ = ["FORM_FORMAT", "FORM_KEYS", "HEAD", "KEY_ID", "KEY_VALUE", "MARK_SHEET", "MEASURE_MARK"]

FORM_FORMAT: Final = "kieumau/form/1"
MARK_SHEET: Final = "kieumau"
"""The very hidden sheet that says which standard a form is for, and each measure's kind."""

MEASURE_MARK: Final = "measure"
"""Begins the hidden sheet's line of a measure: id, kind, choices."""

KEY_ID: Final = "id"
KEY_VALUE: Final = "value"
FORM_KEYS: Final = (
    KEY_VALUE,
    "rounded",
    "low",
    "high",
    "unknown",
    "source",
    "document",
    "url",
    "date",
    "note",
    KEY_ID,
)
"""The columns of a form with a row a measure, as the hidden row under the headings names them."""

HEAD: Final = ("ward_code", "ward_name", "province", "period_from", "period_to")
"""The lines every form has before its measures; ``invented`` and ``note`` may follow."""
