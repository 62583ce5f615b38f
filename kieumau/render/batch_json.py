"""A batch's summary as JSON, ``kieumau/batch/1``: every text in both languages, all of it."""

from kieumau.documents.wire import to_data, to_json
from kieumau.render.batch_data import BatchSummary

__all__ = ["FORMAT", "batch_json"]

FORMAT = "kieumau/batch/1"


def batch_json(summary: BatchSummary) -> str:
    """Return a summary as JSON: the same summary, the same bytes."""
    return to_json({"format": FORMAT, **to_data(summary)})
