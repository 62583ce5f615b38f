"""Recording: what verdicts keep of the standard they are reached under."""

from kieumau.documents.wire import to_data
from kieumau.plugins.composed import Composed
from kieumau.program.digest import digest
from kieumau.verdicts.record import AssumedPolicy, PluginRecord, StandardRecord

__all__ = ["record_of", "text_digest"]


def record_of(
    composed: Composed, digest: str, text_digest: str, assumed: AssumedPolicy
) -> StandardRecord:
    """Return what verdicts keep of a standard."""
    from importlib.metadata import version  # noqa: PLC0415 (slow to import)

    base = composed.plugins[0][0]
    top = next((m for m, _ in composed.plugins if m.id == composed.id), base)
    return StandardRecord(
        composed.id,
        top.title,
        composed.on,
        composed.valid,
        digest,
        text_digest,
        tuple(
            PluginRecord(each.id, each.version, each.title, layer, each.invented)
            for each, layer in composed.plugins
        ),
        version("kieumau"),
        base.reconstruction,
        composed.vocabulary.measures,
        composed.instruments,
        assumed,
    )


def text_digest(composed: Composed, meaning: str) -> str:
    """Return the SHA-256 of a standard's meaning with titles, citations and fidelity."""
    text = to_data(
        [
            [manifest.title for manifest, _ in composed.plugins],
            composed.title,
            composed.note,
            composed.citations,
            composed.fidelity,
            composed.criteria,
            composed.instruments,
            composed.vocabulary.measures,
        ]
    )
    return digest({"program": meaning, "text": text})
