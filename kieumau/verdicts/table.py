"""The table of a standard's verdicts, read off the template its explanations are made from."""

from collections.abc import Iterator

from kieumau.program.columns import (
    NEVER,
    Column,
    FellAway,
    Formula,
    Met,
    Open,
    Table,
    Unmet,
    every,
    some,
)
from kieumau.program.steps import Count, Score, Step
from kieumau.rules.criteria import RuleKind
from kieumau.verdicts.findings import FindingKind
from kieumau.verdicts.template import Node

__all__ = ["table"]

_THROUGH = (FindingKind.CRITERION, FindingKind.RULE)


def table(root: Node) -> Table:
    """Return the columns of the standard a template is of."""
    nodes = tuple(_walk(root))
    criteria = [each for each in nodes if each.subject.kind is FindingKind.CRITERION]
    extra = {step.id: step for each in criteria if each.at < 0 for step in _shown(each)}
    under = dict(_above(root, ()))
    shown = [each for each in criteria if each.at >= 0 or each.subject.step in extra]
    indicators = [each for each in nodes if each.subject.kind is FindingKind.INDICATOR]
    return Table(
        tuple(_column(each, under[each.subject.id]) for each in shown),
        tuple(_column(each, under[each.subject.id]) for each in indicators),
        tuple(extra.values()),
        every(_away(child) for child in root.children if child.subject.counted),
    )


def _column(node: Node, under: tuple[str, ...]) -> Column:
    subject = node.subject
    away, waived = _away(node), _waived(node)
    return Column(subject.id, subject.step, subject.counted, under, away, waived)


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


def _above(node: Node, under: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each criterion's and indicator's id with the steps of the rules above it.

    A criterion without points under a score rule is a mere group: its own rule decides nothing.
    """
    scored = node.subject.rule is not None and node.subject.rule.kind is RuleKind.SCORE
    for child in node.children:
        kind = child.subject.kind
        if kind is FindingKind.INDICATOR or kind in _THROUGH:
            yield child.subject.id, under
        if kind in _THROUGH:
            group = scored and kind is FindingKind.CRITERION and child.subject.points is None
            yield from _above(child, under if group else (*under, child.subject.step))


def _shown(node: Node) -> Iterator[Step]:
    """Yield the step of a criterion none of whose indicators count: what it would come to."""
    subject, children = node.subject, [child.subject for child in node.children]
    steps = tuple(child.step for child in children)
    if not steps:
        return
    if subject.rule and subject.rule.kind is RuleKind.SCORE:
        points = tuple(child.points or 0 for child in children)
        yield Score(subject.step, subject.rule.k, steps, points)
    else:
        k = subject.rule.needed(len(steps)) if subject.rule else len(steps)
        yield Count(subject.step, k, steps)


def _away(node: Node) -> Formula:
    """Return when a node that is met is not applicable (see `kieumau.verdicts.explain`)."""
    kind, children = node.subject.kind, node.children
    if node.falls is not None:
        return FellAway(node.subject.step, node.falls.id)
    if kind is FindingKind.GUARDED:
        return _away(children[0])
    if kind is FindingKind.INDICATOR:
        applies = children[0] if children[0].subject.kind is FindingKind.APPLIES else None
        required = children[1:] if applies else children
        away = every(_away(child) for child in required)
        return some([Unmet(applies.subject.step), away]) if applies else away
    if kind in _THROUGH:
        return every(_away(child) for child in _heard(node))
    return NEVER


def _waived(node: Node) -> Formula:
    """Return when a node that is met, and is not `_away`, is waived."""
    kind, children, step = node.subject.kind, node.children, node.subject.step
    if kind is FindingKind.GUARDED:
        return every([Met(step), Open(children[0].subject.step)])
    if kind is FindingKind.INDICATOR:
        required = [each for each in children if each.subject.kind is not FindingKind.APPLIES]
        waived = some(_waived(child) for child in required)
        return every([Met(step), waived])
    if kind in _THROUGH:
        if all(_waived(child) == NEVER for child in _heard(node)):
            return NEVER
        return every(some([_away(child), _waived(child)]) for child in _heard(node))
    return NEVER


def _heard(node: Node) -> list[Node]:
    """Return the children a criterion's status follows from: all, where none of them counts."""
    return [child for child in node.children if child.subject.counted or node.at < 0]
