"""Composition: layers of plugins to the criteria in force on one date.

Conservative by construction: a tighten adds a conjunct, an add stands beside the rule of the
layer below and never enters it, a clarify touches no condition; only a waive can weaken, and it
guards only conjuncts that allow it. Refinements of one layer see the layers below it, never each
other, so their order cannot matter.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from difflib import get_close_matches

from attrs import evolve

from kieumau.documents.wire import to_data
from kieumau.errors import PluginError, Problems
from kieumau.language.canonical import canonical
from kieumau.places import Place
from kieumau.plugins.attainable import check_rules, counts
from kieumau.plugins.chain import Chain
from kieumau.plugins.composed import (
    Clarified,
    Composed,
    ComposedCriterion,
    ComposedIndicator,
    Conjunct,
    Waiver,
)
from kieumau.plugins.contract import narrowed, of_one_sort, threshold, violations
from kieumau.plugins.dates import set_in_force, validity_around
from kieumau.plugins.folder import Plugin
from kieumau.rules.citations import Fidelity, Instrument
from kieumau.rules.conditions import Condition, Constant, MeasureRef, Op, conjuncts
from kieumau.rules.criteria import CriteriaSet, Criterion, Indicator, Rule, RuleKind
from kieumau.rules.periods import Validity
from kieumau.rules.refinements import (
    AddCriterion,
    AddIndicator,
    Clarify,
    Refinement,
    Tighten,
    Waive,
)

__all__ = ["compose"]


def compose(chain: Chain, on: date, *, count_assumed: bool = False) -> Composed:
    """Return what is in force on a date.

    Raises
    ------
    PluginError
        No set or two sets are in force, a refinement breaks the contract, or ids clash; every
        problem found is in it.
    """

    def again(day: date) -> Composed:
        return _compose(chain, day, count_assumed=count_assumed)

    composed = again(on)
    return evolve(composed, valid=validity_around(chain, composed, again))


def _compose(chain: Chain, on: date, *, count_assumed: bool) -> Composed:
    problems = Problems()
    issued = set_in_force(chain, on, problems)
    problems.raise_if_any(PluginError)
    assert issued is not None  # noqa: S101 (else a problem was raised)
    work = _Work(chain, on, problems, count_assumed=count_assumed)
    work.issue(issued)
    for layer in sorted(set(chain.layers) - {0}):
        work.refine(layer)
    check_rules(work.criteria.values(), issued, work.places, problems)
    problems.raise_if_any(PluginError)
    return work.result(issued)


class _Work:
    """The composition in progress: indicators and criteria by id, layer upon layer."""

    def __init__(self, chain: Chain, on: date, problems: Problems, *, count_assumed: bool) -> None:
        self.chain, self.on, self.problems = chain, on, problems
        self.count_assumed = count_assumed
        self.criteria: dict[str, ComposedCriterion] = {}
        self.indicators: dict[str, ComposedIndicator] = {}
        self.places: dict[str, Place] = {}
        self.sources: dict[str, object] = {}
        self.vocabulary, unfit = chain.words
        problems.extend(unfit)
        self.instruments: dict[str, Instrument] = {}
        for plugin in chain.plugins:
            for each in plugin.manifest.instruments:
                first = self.instruments.setdefault(each.id, each)
                if first != each:
                    problems.add("KM-423", each.place, id=each.id, first=str(first.place))

    # --- the base

    def issue(self, issued: CriteriaSet) -> None:
        """Take in the base's set: its criteria and indicators in force."""
        self.set_allows_add = issued.allows.add
        self.claim(issued.id, issued.place, issued)
        for criterion in issued.criteria:
            self.take_criterion(criterion, self.chain.base.id, 0)

    def claim(self, id_: str, place: Place, source: object) -> bool:
        """Reserve an id; the same content again changes nothing, other content is a clash."""
        if id_ not in self.places:
            self.places[id_], self.sources[id_] = place, source
            return True
        if self.sources[id_] != source:
            self.problems.add("KM-424", place, id=id_, first=str(self.places[id_]))
        return False

    def take_criterion(self, criterion: Criterion, plugin: str, layer: int) -> None:
        if self.on not in criterion.valid:
            return
        if not self.claim(criterion.id, criterion.place, criterion):
            return
        taken = [
            self.take_indicator(each, criterion.id, plugin, layer) for each in criterion.indicators
        ]
        in_force = tuple(each for each in taken if each)
        if not in_force:
            return
        self.criteria[criterion.id] = ComposedCriterion(
            criterion.id,
            criterion.title,
            plugin,
            layer,
            criterion.rule,
            criterion.fidelity,
            criterion.citations,
            criterion.note,
            criterion.allows,
            in_force,
            points=criterion.points,
        )

    def take_indicator(
        self, indicator: Indicator, criterion: str, plugin: str, layer: int
    ) -> ComposedIndicator | None:
        if self.on not in indicator.valid:
            return None
        if not self.claim(indicator.id, indicator.place, (criterion, indicator)):
            return None
        own = tuple(
            Conjunct(
                condition,
                plugin,
                layer,
                indicator.citations,
                indicator.fidelity,
                indicator.seen,
                indicator.scope,
                waivable=indicator.allows.waive,
            )
            for condition in conjuncts(indicator.requires)
        )
        composed = ComposedIndicator(
            indicator.id,
            indicator.title,
            criterion,
            plugin,
            layer,
            own,
            indicator.applies_when,
            indicator.fidelity,
            indicator.citations,
            indicator.seen,
            indicator.scope,
            indicator.note,
            indicator.valid,
            indicator.allows,
            self.count_assumed or indicator.fidelity is not Fidelity.ASSUMED,
            points=indicator.points,
        )
        limit = indicator.allows.tighten.up_to
        if limit is not None and not of_one_sort(limit, composed):
            self.problems.add("KM-446", indicator.place, id=indicator.id)
        self.indicators[indicator.id] = composed
        return composed

    # --- the layers above

    def refine(self, layer: int) -> None:
        """Apply everything of one layer to what stands below it."""
        below = dict(self.indicators)
        standing = dict(self.criteria)
        changed: dict[str, ComposedIndicator] = {}
        added: list[tuple[str, ComposedIndicator]] = []
        for plugin, refinement in self.in_force(layer):
            match refinement:
                case AddCriterion(criterion):
                    if not self.set_allows_add:
                        self.problems.add("KM-441", refinement.place, id=criterion.id)
                    self.check_unscored(criterion)
                    self.take_criterion(criterion, plugin.id, layer)
                case AddIndicator():
                    self.add_indicator(refinement, standing, plugin, layer, added)
                case Tighten() | Clarify() | Waive():
                    target = below.get(refinement.target)
                    if target is None:
                        self.no_target(refinement, below, layer)
                    elif not violations(
                        refinement, target, self.instruments, self.vocabulary, self.problems
                    ):
                        now = changed.get(target.id, target)
                        changed[target.id] = _apply(refinement, target, now, plugin.id, layer)
        self.indicators.update(changed)
        for id_, indicator in added:
            node = self.criteria[id_]
            self.criteria[id_] = evolve(node, added=(*node.added, indicator))

    def in_force(self, layer: int) -> Iterator[tuple[Plugin, Refinement]]:
        for plugin, own in zip(self.chain.plugins, self.chain.layers, strict=True):
            if own == layer:
                for refinement in plugin.refinements:
                    if self.on in refinement.valid:
                        yield plugin, refinement

    def add_indicator(
        self,
        refinement: AddIndicator,
        standing: dict[str, ComposedCriterion],
        plugin: Plugin,
        layer: int,
        added: list[tuple[str, ComposedIndicator]],
    ) -> None:
        criterion = standing.get(refinement.to)
        if criterion is None:
            if refinement.to not in self.criteria_below(layer):
                self.problems.add(
                    "KM-442",
                    refinement.place,
                    _near(refinement.to, standing),
                    id=refinement.to,
                    known=", ".join(standing) or "-",
                )
            return
        if not criterion.allows.add:
            self.problems.add("KM-443", refinement.place, id=criterion.id)
        self.check_unscored(refinement.indicator)
        taken = self.take_indicator(refinement.indicator, criterion.id, plugin.id, layer)
        if taken:
            added.append((criterion.id, taken))

    def below(self, layer: int) -> Iterator[Plugin]:
        for plugin, own in zip(self.chain.plugins, self.chain.layers, strict=True):
            if own < layer:
                yield plugin

    def criteria_below(self, layer: int) -> set[str]:
        """Return the ids of every criterion of the layers below, in force or not."""
        plugins = list(self.below(layer))
        issued = {each.id for plugin in plugins for set_ in plugin.sets for each in set_.criteria}
        refinements = (each for plugin in plugins for each in plugin.refinements)
        return issued | {e.criterion.id for e in refinements if isinstance(e, AddCriterion)}

    def no_target(
        self,
        refinement: Tighten | Clarify | Waive,
        below: dict[str, ComposedIndicator],
        layer: int,
    ) -> None:
        """Report a target no layer below knows; one that is merely not in force is passed over."""
        known = (each.id for plugin in self.below(layer) for each in plugin.indicators)
        if refinement.target not in known:
            near = _near(refinement.target, below)
            self.problems.add("KM-444", refinement.place, near, id=refinement.target)

    def check_unscored(self, added: Indicator | Criterion) -> None:
        """Report points on what a layer adds: they would count towards a rule that is not its."""
        if added.points is not None:
            self.problems.add("KM-447", added.place, id=added.id)

    # --- the result

    def result(self, issued: CriteriaSet) -> Composed:
        chain = self.chain
        criteria = [self.settled(each) for each in self.criteria.values()]
        # What a base issued keeps its order; what layers added has none of its own (Law 4).
        criteria.sort(key=lambda e: (e.layer, e.plugin, e.id) if e.layer else (0, "", ""))
        manifests = tuple(
            (plugin.manifest, layer)
            for plugin, layer in zip(chain.plugins, chain.layers, strict=True)
        )
        vocabulary = self.vocabulary
        self.problems.raise_if_any(PluginError)
        return Composed(
            chain.asked[0] if len(chain.asked) == 1 else "+".join(sorted(set(chain.asked))),
            issued.title,
            self.on,
            Validity(),
            issued.rule,
            issued.fidelity,
            issued.citations,
            issued.note,
            issued.allows,
            tuple(each for each in criteria if _under_the_rule(each, issued.rule)),
            tuple(each for each in criteria if not _under_the_rule(each, issued.rule)),
            vocabulary,
            tuple(self.instruments[id_] for id_ in sorted(self.instruments)),
            manifests,
        )

    def settled(self, criterion: ComposedCriterion) -> ComposedCriterion:
        """Return a criterion with its indicators as the layers left them."""
        added = sorted(criterion.added, key=lambda each: (each.layer, each.plugin, each.id))
        return evolve(
            criterion,
            issued=tuple(_ordered(self.indicators[each.id]) for each in criterion.issued),
            added=tuple(_ordered(self.indicators[each.id]) for each in added),
        )


def _under_the_rule(criterion: ComposedCriterion, rule: Rule) -> bool:
    """Return whether a criterion stands under the base's rule for the set.

    One that counts only through what a layer added to it would help to meet *any* and *at
    least*: there it stands beside the rule, as everything added does (Law 3).
    """
    helps = any(each.counted for each in criterion.added) and not counts(criterion)
    return criterion.layer == 0 and (rule.kind is RuleKind.ALL or not helps)


def _apply(
    refinement: Tighten | Clarify | Waive,
    below: ComposedIndicator,
    now: ComposedIndicator,
    plugin: str,
    layer: int,
) -> ComposedIndicator:
    """Return an indicator with one refinement applied; ``below`` is as the layers below left it."""
    match refinement:
        case Clarify():
            return evolve(now, clarified=(*now.clarified, Clarified(refinement, plugin, layer)))
        case Waive():
            return evolve(now, waivers=(*now.waivers, Waiver(refinement, plugin, layer)))
        case Tighten():
            strictest = threshold(below)
            op = strictest.op if strictest else Op.GE
            allows = narrowed(below.allows, refinement.narrows, op)
            now = evolve(now, allows=narrowed(now.allows, refinement.narrows, op))
            new: list[Condition] = []
            before: Constant | None = None
            if refinement.to is not None and strictest:
                new = [evolve(strictest, against=refinement.to, place=refinement.place)]
                before = None if isinstance(strictest.against, MeasureRef) else strictest.against
            elif refinement.also is not None:
                new = list(conjuncts(refinement.also))
            asked = tuple(
                Conjunct(
                    condition,
                    plugin,
                    layer,
                    refinement.citations,
                    refinement.fidelity,
                    refinement.seen,
                    refinement.scope,
                    refinement.note,
                    before,
                    allows.waive,
                )
                for condition in new
            )
            return evolve(now, conjuncts=(*now.conjuncts, *asked))


def _ordered(indicator: ComposedIndicator) -> ComposedIndicator:
    """Return an indicator with everything added to it in the one order that does not matter."""
    own = [c for c in indicator.conjuncts if c.layer == indicator.layer]
    if len(own) == len(indicator.conjuncts) and not (indicator.waivers or indicator.clarified):
        return indicator
    more = {
        (c.layer, c.plugin, canonical(c.condition), str(to_data(c))): c
        for c in indicator.conjuncts
        if c.layer > indicator.layer
    }
    waivers = {(w.layer, w.plugin, _waiver_key(w.waive)): w for w in indicator.waivers}
    clarified = {(c.layer, c.plugin, _clarify_key(c.clarify)): c for c in indicator.clarified}
    return evolve(
        indicator,
        conjuncts=(*own, *(more[key] for key in sorted(more))),
        waivers=tuple(waivers[key] for key in sorted(waivers)),
        clarified=tuple(clarified[key] for key in sorted(clarified)),
    )


def _waiver_key(waive: Waive) -> str:
    return f"{canonical(waive.when) if waive.when else ''}|{waive.basis.vi}|{to_data(waive)}"


def _clarify_key(clarify: Clarify) -> str:
    guidance = clarify.guidance.vi if clarify.guidance else ""
    needs = ",".join(sorted(f"{need.measure}:{need.needs}" for need in clarify.evidence))
    return f"{guidance}|{needs}|{to_data(clarify)}"


def _near(word: str, known: Iterable[str]) -> list[str]:
    return get_close_matches(word, list(known), 2)
