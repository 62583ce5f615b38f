"""``citation:`` wherever it stands: the instruments a rule rests on, and the place in each."""

from collections.abc import Set as AbstractSet
from difflib import get_close_matches

from kieumau.documents.fields import Fields
from kieumau.documents.nodes import ListNode, Node
from kieumau.errors import Problems
from kieumau.rules.citations import Citation

__all__ = ["read_citations"]


def read_citations(
    fields: Fields, instruments: AbstractSet[str], *, required: bool = True
) -> tuple[Citation, ...]:
    """Read one citation or a list of them; ``instruments`` are the ids they may name."""
    node = fields.node("citation", required=required)
    nodes = node.items if isinstance(node, ListNode) else (node,) if node else ()
    if node and required and not nodes:
        fields.problems.add("KM-204", node.place, key="citation")
    return tuple(_read_citation(each, instruments, fields.problems) for each in nodes)


def _read_citation(node: Node, instruments: AbstractSet[str], problems: Problems) -> Citation:
    fields = Fields(node, problems)
    instrument = fields.identifier("instrument")
    if instrument and instrument not in instruments:
        near = get_close_matches(instrument, sorted(instruments), 2)
        problems.add("KM-246", fields.place_of("instrument"), near, id=instrument)
    citation = Citation(
        instrument,
        fields.text("place"),
        fields.url("url"),
        fields.string("quote"),
        fields.place,
    )
    fields.done()
    return citation
