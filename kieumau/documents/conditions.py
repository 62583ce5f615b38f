"""Conditions in documents: nodes to the stored form the language reads."""

from difflib import get_close_matches

from kieumau.documents.fields import cut_off
from kieumau.documents.nodes import ListNode, MapNode, Node, ScalarNode
from kieumau.errors import Problems
from kieumau.language.names import Vocabulary
from kieumau.language.parse import parse
from kieumau.language.stored import Branch, Line, Stored
from kieumau.rules.conditions import Condition
from kieumau.rules.measures import Kind

__all__ = ["read_condition"]

_BRANCHES = ("all", "any", "not", "at_least")


def read_condition(
    node: Node, vocabulary: Vocabulary, problems: Problems, *, conjunct: bool
) -> Condition | None:
    """Read a condition; every problem in it is noted.

    Parameters
    ----------
    conjunct
        Whether it stands as a conjunct of an indicator, where a ratio may fall away.
    """
    before = len(problems.found)
    _bare_in_flow(node, vocabulary, problems)
    stored = _stored(node, problems)
    if stored is None or len(problems.found) > before:
        return None
    return parse(stored, vocabulary, problems, conjunct=conjunct)


def _stored(node: Node, problems: Problems) -> Stored | None:
    match node:
        case ScalarNode(null=True):
            problems.add("KM-231", node.place)
            return None
        case ScalarNode(text):
            return Line(text, node.place)
        case ListNode():
            problems.add("KM-232", node.place)
            return None
        case MapNode():
            return _branch(node, problems)


def _branch(node: MapNode, problems: Problems) -> Branch | None:
    keys = [key.text for key, _ in node]
    kind = next((key for key in keys if key in _BRANCHES), "")
    allowed = {kind, "of"} if kind == "at_least" else {kind}
    strangers = [key for key, _ in node if key.text not in allowed]
    if not keys:
        problems.add("KM-231", node.place)
    if not kind or strangers:
        for key, value in node if not kind else [(k, k) for k in strangers]:
            said = key.text
            if cut_off(key, value):
                said = f"{{{said}}}"
            elif value is not key and isinstance(value, ScalarNode):
                said = f"{said}: {value.text}"
            near = get_close_matches(key.text, _BRANCHES, 1)
            problems.add("KM-233", key.place, near, key=key.text, corrected=f"'{said}'")
        return None
    inner = node.get("of" if kind == "at_least" else kind)
    k = 0
    if kind == "at_least":
        count = node.get("at_least")
        text = count.text if isinstance(count, ScalarNode) else ""
        if not (text.isascii() and text.isdigit()) or inner is None:
            problems.add("KM-234", node.place)
            return None
        k = int(text[:6])
    if kind == "not":
        child = _stored(inner, problems) if inner else None
        return Branch("not", (child,), 0, node.place) if child else None
    if not isinstance(inner, ListNode):
        problems.add("KM-235", inner.place if inner else node.place, key=kind)
        return None
    children = [_stored(item, problems) for item in inner.items]
    known = tuple(child for child in children if child is not None)
    if len(known) < len(children):
        return None
    return Branch(
        "all" if kind == "all" else "any" if kind == "any" else "at_least", known, k, node.place
    )


def _bare_in_flow(node: Node, vocabulary: Vocabulary, problems: Problems) -> None:
    """Refuse unquoted tests inside ``[...]``: there a comma would cut them in two unseen."""
    match node:
        case ScalarNode(flow=True, text=text):
            named = vocabulary.find(text)
            if named is None or named.kind is not Kind.YES_NO:
                problems.add("KM-236", node.place, line=text, corrected=f"'{text}'")
        case ListNode(items):
            for item in items:
                _bare_in_flow(item, vocabulary, problems)
        case MapNode():
            for key, value in node:
                if key.text != "at_least":
                    _bare_in_flow(value, vocabulary, problems)
