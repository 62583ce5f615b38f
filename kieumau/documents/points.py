"""Points in rule files: what each child of a score rule is worth, and that some rule reads it."""

from kieumau.documents.fields import Fields
from kieumau.documents.nodes import ListNode, Node, ScalarNode
from kieumau.errors import Problems
from kieumau.rules.criteria import MOST_POINTS, MOST_SCORE, Criterion, Rule, RuleKind

__all__ = ["check_points", "read_points", "read_score"]

_SHOWN = 20


def read_score(node: Node, problems: Problems) -> Rule:
    """Return the rule of ``{score: 80}``, from what stands after the colon."""
    written = node.text if isinstance(node, ScalarNode) else "..."
    threshold = _whole(written, MOST_SCORE)
    if not threshold:
        problems.add("KM-261", node.place, found=written[:_SHOWN], most=MOST_SCORE)
    return Rule(RuleKind.SCORE, threshold or 1)


def read_points(fields: Fields) -> int | None:
    """Return what an indicator or criterion is worth; None where it does not say."""
    written = fields.scalar("points")
    if written is None:
        return None
    points = _whole(written.text, MOST_POINTS)
    if points is None:
        found = written.text[:_SHOWN]
        fields.problems.add("KM-262", written.place, found=found, most=MOST_POINTS)
    return points


def check_points(
    node: Node, criterion: Criterion, problems: Problems, *, scored: bool | None
) -> None:
    """Note points that no score rule reads, and those one would read and that are not written.

    Parameters
    ----------
    scored
        Whether the rule of the criterion's set counts points; None where it stands beside it.
    """
    fields = Fields(node, Problems())
    whole, own = _says_points(node), criterion.rule.kind is RuleKind.SCORE
    if whole and scored is False:
        problems.add("KM-266", fields.place_of("points"), id=criterion.id)
    inside = fields.node("indicators")
    items = inside.items if isinstance(inside, ListNode) else ()
    one_by_one = own or (scored is True and not whole)
    if one_by_one and not own and not any(map(_says_points, items)):
        problems.add("KM-265", criterion.place, id=criterion.id)
        return
    for item, indicator in zip(items, criterion.indicators, strict=True):
        says = _says_points(item)
        if says and not one_by_one:
            place = Fields(item, Problems()).place_of("points")
            problems.add("KM-263", place, id=indicator.id)
        elif one_by_one and not says:
            problems.add("KM-264", indicator.place, id=indicator.id)


def _whole(text: str, most: int) -> int | None:
    """Return a plain whole number from 0 to ``most``; None for anything else."""
    plain = text.isascii() and text.isdigit() and len(text) <= len(str(most))
    return int(text) if plain and int(text) <= most else None


def _says_points(node: Node) -> bool:
    """Return whether a criterion or indicator says points at all, readable or not."""
    return Fields(node, Problems()).node("points") is not None
