"""Compilation: composed criteria to a program of linear leaves and ordered steps."""

from collections.abc import Sequence
from typing import assert_never

from attrs import evolve

from kieumau.errors import Diagnostic, PluginError
from kieumau.language.canonical import canonical
from kieumau.language.names import Vocabulary
from kieumau.plugins.composed import Composed, ComposedCriterion, ComposedIndicator, Conjunct
from kieumau.program import ids
from kieumau.program.linear import comparison_forms
from kieumau.program.steps import Count, Leaf, Linear, Member, Negation, Program, Score, Step, Term
from kieumau.rules.conditions import (
    All,
    Any,
    AtLeast,
    Between,
    Compare,
    Condition,
    Holds,
    Not,
    OneOf,
    Op,
)
from kieumau.rules.criteria import Rule, RuleKind
from kieumau.rules.measures import IfZero, Kind

__all__ = ["between_parts", "compile_program", "leaf_of", "waivers_over"]


def compile_program(composed: Composed) -> Program:
    """Return the program of what is composed.

    Raises
    ------
    PluginError
        A test does not fit 64-bit integers.
    """
    return _Compiler(composed).program()


def waivers_over(
    indicator: ComposedIndicator, conjunct: Conjunct
) -> list[tuple[str, Condition | None]]:
    """Return the waivers that may release from a conjunct, as ``(plugin, condition)``."""
    return [
        (each.plugin, each.waive.when)
        for each in indicator.waivers
        if conjunct.waivable and conjunct.layer < each.layer
    ]


def between_parts(test: Between) -> tuple[Compare, Compare]:
    """Return a range as its two comparisons."""
    return (
        Compare(test.measure, Op.GE, test.low, test.place),
        Compare(test.measure, Op.LE, test.high, test.place),
    )


class _Compiler:
    """The steps so far, each once, children before parents."""

    def __init__(self, composed: Composed) -> None:
        self.composed = composed
        self.vocabulary = composed.vocabulary
        self.steps: dict[str, Step] = {}
        self.texts: dict[str, str] = {}

    def program(self) -> Program:
        composed = self.composed
        issued = [pair for each in composed.issued for pair in self.under_the_set(each)]
        groups = [each for each in composed.issued if composed.groups(each)]
        added = [self.beside(each) for each in groups]
        added += [self.criterion(each, each.added) for each in composed.added]
        root = self.ruled(ids.SET, ids.SET_ISSUED, composed.rule, issued, _kept(added))
        used = {
            id_ for step in self.steps.values() if isinstance(step, Leaf) for id_ in _measures(step)
        }
        measures = tuple(measure for id_ in sorted(used) if (measure := self.vocabulary.get(id_)))
        return Program(measures, tuple(self.steps.values()), root)

    def put(self, step: Step) -> str:
        self.steps.setdefault(step.id, step)
        return step.id

    def ruled(
        self,
        id_: str,
        issued_id: str,
        rule: Rule,
        issued: Sequence[tuple[str, int]],
        added: Sequence[str],
    ) -> str:
        """Put a node: its rule over what was issued (with its points), and everything added."""
        children = (*(child for child, _ in issued), *added)
        if not children:
            return ""
        if not added:
            return self.put(_by_rule(id_, rule, issued))
        if rule.kind is not RuleKind.ALL and issued:
            inner = self.put(_by_rule(issued_id, rule, issued))
            return self.put(Count(id_, 1 + len(added), (inner, *added)))
        return self.put(Count(id_, len(children), children))

    def under_the_set(self, criterion: ComposedCriterion) -> list[tuple[str, int]]:
        """Put an issued criterion; return what the set's rule reads of it, with its points."""
        groups = self.composed.groups(criterion)
        own = self.criterion(criterion, () if groups else criterion.added)
        if groups:
            return self.counting(criterion.issued)
        return [(own, criterion.points or 0)] if own else []

    def beside(self, criterion: ComposedCriterion) -> str:
        """Put what layers added to a mere group: it earns nothing, so the set itself asks it."""
        added = [id_ for id_, _ in self.counting(criterion.added)]
        return self.put(Count(ids.added_step(criterion), len(added), tuple(added))) if added else ""

    def criterion(self, criterion: ComposedCriterion, added: Sequence[ComposedIndicator]) -> str:
        return self.ruled(
            ids.criterion_step(criterion),
            ids.issued_step(criterion),
            criterion.rule,
            self.counting(criterion.issued),
            [id_ for id_, _ in self.counting(added)],
        )

    def counting(self, indicators: Sequence[ComposedIndicator]) -> list[tuple[str, int]]:
        """Put indicators; return the steps of those that count, with their points."""
        put = [(each, self.indicator(each)) for each in indicators]
        return [(id_, each.points or 0) for each, id_ in put if each.counted]

    def indicator(self, indicator: ComposedIndicator) -> str:
        conjuncts = tuple(
            dict.fromkeys(self.conjunct(indicator, each) for each in indicator.conjuncts)
        )
        own = ids.indicator_step(indicator)
        if indicator.applies_when is None:
            return self.put(Count(own, len(conjuncts), conjuncts))
        plugin = indicator.plugin
        applies = self.condition(indicator, "applies", plugin, indicator.applies_when)
        not_applies = self.put(Negation(ids.not_applies_step(indicator), applies))
        requires = self.put(Count(ids.requires_step(indicator), len(conjuncts), conjuncts))
        return self.put(Count(own, 1, (not_applies, requires)))

    def conjunct(self, indicator: ComposedIndicator, conjunct: Conjunct) -> str:
        own = self.condition(indicator, "requires", conjunct.plugin, conjunct.condition)
        waivers = tuple(
            dict.fromkeys(
                self.waiver(indicator, plugin, when)
                for plugin, when in waivers_over(indicator, conjunct)
            )
        )
        if not waivers:
            return own
        id_ = ids.guarded_step(indicator, conjunct.plugin, conjunct.condition)
        return self.put(Count(id_, 1, (own, *waivers)))

    def waiver(self, indicator: ComposedIndicator, plugin: str, when: Condition | None) -> str:
        if when is not None:
            return self.condition(indicator, "waives", plugin, when)
        always = Linear((), Op.GE, 0)
        return self.put(Leaf(ids.waiver_step(indicator, plugin, None), (always,)))

    def condition(
        self, indicator: ComposedIndicator, part: str, plugin: str, condition: Condition
    ) -> str:
        id_ = ids.condition_step(indicator, part, plugin, condition)
        text = canonical(condition)
        if self.texts.setdefault(id_, text) != text:
            raise PluginError(Diagnostic("KM-622", condition.place, {"id": id_}))
        if id_ in self.steps:
            return id_

        def inner(child: Condition) -> str:
            return self.condition(indicator, part, plugin, child)

        match condition:
            case All(of):
                return self.put(Count(id_, len(of), tuple(inner(child) for child in of)))
            case Any(of):
                return self.put(Count(id_, 1, tuple(inner(child) for child in of)))
            case AtLeast(k, of):
                return self.put(Count(id_, k, tuple(inner(child) for child in of)))
            case Not(of):
                return self.put(Negation(id_, inner(of)))
            case Between():
                low, high = between_parts(condition)
                return self.put(Count(id_, 2, (inner(low), inner(high))))
            case _:
                return self.put(evolve(leaf_of(condition, self.vocabulary), id=id_))


def leaf_of(test: Compare | OneOf | Holds, vocabulary: Vocabulary) -> Leaf:
    """Return a test as a leaf, still without an id."""
    match test:
        case Holds(measure):
            return Leaf("", (Linear((Term(1, measure),), Op.GE, 1),))
        case OneOf(measure, choices, negated):
            found = vocabulary.get(measure)
            order = [choice.id for choice in found.choices] if found else []
            positions = tuple(sorted(order.index(choice) for choice in choices))
            return Leaf("", (Member(measure, positions, negated),))
        case Compare(measure):
            found = vocabulary.get(measure)
            divides = found is not None and found.divides
            return Leaf(
                "",
                comparison_forms(test, vocabulary),
                found.if_zero if found and divides else IfZero.UNKNOWN,
                found is not None and found.kind is Kind.DATE,
            )
        case _:
            assert_never(test)


def _by_rule(id_: str, rule: Rule, children: Sequence[tuple[str, int]]) -> Count | Score:
    """Return the step of a rule over children, each with its points."""
    below = tuple(child for child, _ in children)
    if rule.kind is RuleKind.SCORE:
        return Score(id_, rule.k, below, tuple(points for _, points in children))
    return Count(id_, rule.needed(len(below)), below)


def _kept(ids_: Sequence[str]) -> list[str]:
    return [id_ for id_ in ids_ if id_]


def _measures(leaf: Leaf) -> set[str]:
    found: set[str] = set()
    for form in leaf.forms:
        if isinstance(form, Member):
            found.add(form.measure)
        else:
            found.update(term.measure for term in (*form.terms, *form.divisor))
    return found
