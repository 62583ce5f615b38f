"""A preview as JSON, ``kieumau/preview/1``: every text in both languages, nothing left out."""

from kieumau.documents.wire import to_data, to_json
from kieumau.render.preview_data import Preview

__all__ = ["FORMAT", "preview_json"]

FORMAT = "kieumau/preview/1"


def preview_json(preview: Preview) -> str:
    """Return a preview as JSON: the same preview, the same bytes."""
    return to_json({"format": FORMAT, **to_data(preview)})
