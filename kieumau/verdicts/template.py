"""The template of explanations: what a standard's findings will be about, made once.

A template mirrors the composed criteria; each node knows its subject and the position of its step
in the program. Filling it in for a ward is `kieumau.verdicts.explain`.
"""

from collections.abc import Iterator

from attrs import evolve, frozen

from kieumau.language.format import say
from kieumau.language.names import Vocabulary
from kieumau.language.spell import spell_constant
from kieumau.plugins.composed import (
    Composed,
    ComposedCriterion,
    ComposedIndicator,
    Conjunct,
    Waiver,
)
from kieumau.program import ids
from kieumau.program.compile import between_parts, waivers_over
from kieumau.program.steps import Leaf, Linear, Program
from kieumau.rules.conditions import (
    All,
    Any,
    AtLeast,
    Between,
    Compare,
    Condition,
    MeasureRef,
    Not,
    children,
    measures_in,
)
from kieumau.rules.criteria import ALL, Rule, RuleKind
from kieumau.rules.measures import IfZero
from kieumau.verdicts.findings import Change, FindingKind, Guidance, Subject
from kieumau.wording import Text

__all__ = ["Node", "template"]


@frozen
class Node:
    """One finding to be.

    Attributes
    ----------
    at
        The position of its step; -1 where nothing beneath it counts.
    falls
        The leaf to ask whether it fell away, for tests that may.
    """

    subject: Subject
    at: int
    children: tuple["Node", ...] = ()
    falls: Leaf | None = None


def template(composed: Composed, program: Program) -> Node:
    """Return the template of a standard's explanations."""
    return _Builder(composed, program).set_()


class _Builder:
    """Walks the composed criteria beside the program's step ids."""

    def __init__(self, composed: Composed, program: Program) -> None:
        self.composed = composed
        self.vocabulary: Vocabulary = composed.vocabulary
        self.program = program
        self.position = program.position
        self.base = composed.plugins[0][0].id

    def set_(self) -> Node:
        composed = self.composed
        subject = Subject(
            composed.id,
            FindingKind.SET,
            composed.title,
            ids.SET,
            plugin=self.base,
            citations=composed.citations,
            fidelity=composed.fidelity,
            note=composed.note,
        )
        groups = [each for each in composed.issued if composed.groups(each)]
        issued = tuple(
            self.criterion(each, () if each in groups else each.added) for each in composed.issued
        )
        added = tuple(self.beside(each) for each in groups if each.added)
        added += tuple(self.criterion(each, each.added) for each in composed.added)
        return self.ruled(subject, ids.SET_ISSUED, composed.rule, issued, added)

    def beside(self, criterion: ComposedCriterion) -> Node:
        """Return what layers added to a mere group, which the set itself asks for."""
        step = ids.added_step(criterion)
        at = self.position.get(step, -1)
        subject = Subject(
            step,
            FindingKind.RULE,
            criterion.title,
            step,
            ALL,
            plugin=criterion.plugin,
            counted=at >= 0,
        )
        return Node(subject, at, tuple(self.indicator(each) for each in criterion.added))

    def ruled(
        self,
        subject: Subject,
        issued_step: str,
        rule: Rule,
        issued: tuple[Node, ...],
        added: tuple[Node, ...],
    ) -> Node:
        """Return a node over what was issued and added, the issued rule apart where it must be."""
        at = self.position.get(subject.step, -1)
        if rule.kind is not RuleKind.ALL and issued_step in self.position:
            inner = evolve(
                subject,
                id=issued_step,
                step=issued_step,
                kind=FindingKind.RULE,
                rule=rule,
                points=None,
            )
            part = Node(inner, self.position[issued_step], issued)
            return Node(evolve(subject, rule=ALL), at, (part, *added))
        whole = ALL if added and any(node.subject.counted for node in added) else rule
        counted = at >= 0
        return Node(evolve(subject, rule=whole, counted=counted), at, (*issued, *added))

    def criterion(
        self, criterion: ComposedCriterion, beside: tuple[ComposedIndicator, ...]
    ) -> Node:
        subject = Subject(
            criterion.id,
            FindingKind.CRITERION,
            criterion.title,
            ids.criterion_step(criterion),
            plugin=criterion.plugin,
            citations=criterion.citations,
            fidelity=criterion.fidelity,
            note=criterion.note,
            points=criterion.points,
        )
        issued = tuple(self.indicator(each) for each in criterion.issued)
        added = tuple(self.indicator(each) for each in beside)
        return self.ruled(subject, ids.issued_step(criterion), criterion.rule, issued, added)

    def indicator(self, indicator: ComposedIndicator) -> Node:
        step = ids.indicator_step(indicator)
        subject = Subject(
            indicator.id,
            FindingKind.INDICATOR,
            indicator.title,
            step,
            ALL,
            plugin=indicator.plugin,
            citations=indicator.citations,
            fidelity=indicator.fidelity,
            seen=indicator.seen,
            scope=indicator.scope,
            note=indicator.note,
            counted=indicator.counted,
            guidance=tuple(
                Guidance(
                    each.plugin,
                    each.clarify.guidance,
                    each.clarify.evidence,
                    each.clarify.citations,
                )
                for each in indicator.clarified
            ),
            points=indicator.points,
        )
        nodes = [self.applies(indicator)] if indicator.applies_when else []
        nodes += [self.conjunct(indicator, each) for each in indicator.conjuncts]
        unique = {node.subject.step: node for node in reversed(nodes)}
        kept = tuple(node for node in nodes if unique[node.subject.step] is node)
        return Node(subject, self.position[step], kept)

    def applies(self, indicator: ComposedIndicator) -> Node:
        assert indicator.applies_when is not None  # noqa: S101 (asked for only then)
        return self.condition(
            indicator, "applies", indicator.plugin, indicator.applies_when, FindingKind.APPLIES
        )

    def conjunct(self, indicator: ComposedIndicator, conjunct: Conjunct) -> Node:
        own = self.condition(
            indicator, "requires", conjunct.plugin, conjunct.condition, FindingKind.REQUIREMENT
        )
        subject = evolve(
            own.subject,
            citations=conjunct.citations,
            fidelity=conjunct.fidelity,
            seen=conjunct.seen,
            scope=conjunct.scope,
            note=conjunct.note,
            change=self.change(conjunct),
        )
        own = Node(subject, own.at, own.children, own.falls)
        over = waivers_over(indicator, conjunct)
        if not over:
            return own
        step = ids.guarded_step(indicator, conjunct.plugin, conjunct.condition)
        waivers = [
            self.waiver(indicator, each)
            for each in indicator.waivers
            if (each.plugin, each.waive.when) in over
        ]
        guarded = Subject(
            step,
            FindingKind.GUARDED,
            subject.title,
            step,
            Rule(RuleKind.ANY),
            plugin=conjunct.plugin,
        )
        return Node(guarded, self.position[step], (own, *waivers))

    def change(self, conjunct: Conjunct) -> Change | None:
        test = conjunct.condition
        if conjunct.before is None or not isinstance(test, Compare):
            return None
        if isinstance(test.against, MeasureRef):
            return None
        measure = self.vocabulary[test.measure]
        before, after = (
            Text(spell_constant(value, measure, "vi"), spell_constant(value, measure, "en"))
            for value in (conjunct.before, test.against)
        )
        return Change(conjunct.plugin, before, after)

    def waiver(self, indicator: ComposedIndicator, waiver: Waiver) -> Node:
        plugin, waive, when = waiver.plugin, waiver.waive, waiver.waive.when
        step = ids.waiver_step(indicator, plugin, when)
        inner: tuple[Node, ...] = ()
        if when is not None:
            inner = (self.condition(indicator, "waives", plugin, when, FindingKind.CONDITION),)
        subject = Subject(
            step,
            FindingKind.WAIVER,
            waive.basis,
            step,
            ALL,
            plugin=plugin,
            citations=waive.citations,
            note=waive.note,
        )
        return Node(subject, self.position[step], inner)

    def condition(
        self,
        indicator: ComposedIndicator,
        part: str,
        plugin: str,
        condition: Condition,
        kind: FindingKind,
    ) -> Node:
        step = ids.condition_step(indicator, part, plugin, condition)
        title = Text(*(say(condition, self.vocabulary, lang) for lang in ("vi", "en")))
        leaf = self.leaf(indicator, part, plugin, condition)
        measures = tuple(self.observed(condition)) if not children(condition) else ()
        subject = Subject(
            step,
            kind,
            title,
            step,
            _rule(condition),
            isinstance(condition, Not),
            plugin,
            measures=measures,
            against=_against(condition),
            denominator=_divisor(leaf),
            if_zero=leaf.if_zero if leaf and _divisor(leaf) else None,
        )
        inner = tuple(
            self.condition(indicator, part, plugin, child, FindingKind.CONDITION)
            for child in children(condition)
        )
        falls = leaf if leaf and leaf.if_zero is IfZero.NOT_APPLICABLE else None
        return Node(subject, self.position[step], inner, falls)

    def leaf(
        self, indicator: ComposedIndicator, part: str, plugin: str, condition: Condition
    ) -> Leaf | None:
        """Return the leaf of a test; of a range, its first."""
        if children(condition):
            return None
        test = between_parts(condition)[0] if isinstance(condition, Between) else condition
        step = ids.condition_step(indicator, part, plugin, test)
        found = self.program.steps[self.position[step]]
        return found if isinstance(found, Leaf) else None

    def observed(self, condition: Condition) -> Iterator[str]:
        """Yield the measures a test observes, each once: the declared ones, then their parts."""
        ahead = list(dict.fromkeys(measures_in(condition)))
        seen: set[str] = set()
        while ahead:
            id_ = ahead.pop(0)
            if id_ not in seen:
                seen.add(id_)
                yield id_
                ahead += self.vocabulary[id_].parts


def _rule(condition: Condition) -> Rule | None:
    match condition:
        case All():
            return ALL
        case Any():
            return Rule(RuleKind.ANY)
        case AtLeast(k):
            return Rule(RuleKind.AT_LEAST, k)
        case _:
            return None


def _against(condition: Condition) -> str:
    if isinstance(condition, Compare) and isinstance(condition.against, MeasureRef):
        return condition.against.measure
    return ""


def _divisor(leaf: Leaf | None) -> tuple[str, ...]:
    for form in leaf.forms if leaf else ():
        if isinstance(form, Linear) and form.divisor:
            return tuple(term.measure for term in form.divisor)
    return ()
