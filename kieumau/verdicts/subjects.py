"""Subjects by step: what each step of a program is about, in the words of the criteria."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from attrs import evolve

from kieumau.program.steps import Leaf, Negation, Program, Step
from kieumau.verdicts.findings import FindingKind, Subject
from kieumau.verdicts.template import Node
from kieumau.wording import Text

__all__ = ["subjects"]

_ONE_END = Text("một đầu của: {title}", "one end of: {title}")
_NOT = Text("không phải: {title}", "not: {title}")
_TOGETHER = Text("các yêu cầu của: {title}", "what is required of: {title}")


def subjects(root: Node, program: Program) -> Mapping[str, Subject]:
    """Return what each step is about.

    A step no finding shows has a title made of one that is: an end of a range, what an indicator
    requires where it applies, its not applying.
    """
    found: dict[str, Subject] = {}
    for node in _walk(root):
        if node.at >= 0:
            found.setdefault(node.subject.step, node.subject)
    for step in reversed(program.steps):  # parents first
        about = found.setdefault(step.id, evolve(root.subject, id=step.id, step=step.id))
        for child in _children(step):
            if child not in found:
                found[child] = _part(program.steps[program.position[child]], about, found)
    return MappingProxyType(found)


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


def _children(step: Step) -> tuple[str, ...]:
    if isinstance(step, Leaf):
        return ()
    return (step.child,) if isinstance(step, Negation) else step.children


def _part(step: Step, above: Subject, found: Mapping[str, Subject]) -> Subject:
    """Return what a step is about that only stands for a part of the one above."""
    form = _ONE_END if isinstance(step, Leaf) else _TOGETHER
    of = above
    if isinstance(step, Negation):
        form, of = _NOT, found.get(step.child, above)
    return Subject(
        step.id,
        FindingKind.CONDITION,
        form.filled(title=of.title),
        step.id,
        plugin=above.plugin,
        counted=above.counted,
    )
