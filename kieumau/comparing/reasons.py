"""Reasons: of which differences at least one must be applied before an outcome can change.

Where one combination does not have the outcome wanted, some steps keep it from it. Every larger
combination that has it must change one of them, so it holds one of the differences that reach
there: this is what keeps the search for the smallest sets small and yet exact.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, assert_never

from attrs import define, field, frozen

from kieumau.comparing.atoms import PERIOD, Atom, Effect
from kieumau.comparing.bench import Applied, Bench, Trial
from kieumau.comparing.written import Placed, PlacedIndicator
from kieumau.program import ids
from kieumau.program.steps import Count, Leaf, Linear, Negation, Score, Step
from kieumau.rules.citations import Fidelity
from kieumau.rules.criteria import CriteriaSet, Criterion, RuleKind
from kieumau.rules.measures import IfZero
from kieumau.rules.periods import MonthDay
from kieumau.rules.refinements import AddCriterion, AddIndicator, Tighten, Waive
from kieumau.verdicts.findings import Status
from kieumau.verdicts.record import Outcome

__all__ = ["Reach"]

_NONE: Final[Applied] = frozenset()


@frozen
class _Scope:
    """Which steps an atom can make or unmake, beside the tests that read what it changes.

    Attributes
    ----------
    everywhere
        The whole standard may be another.
    of_set
        What stands under the set may be another.
    """

    everywhere: bool = False
    of_set: bool = False
    criteria: frozenset[str] = frozenset()
    indicators: frozenset[str] = frozenset()


@define
class Reach:
    """Where the atoms of a bench reach."""

    bench: Bench
    _scopes: tuple[_Scope, ...] = field(init=False)
    _facts: Mapping[str, int] = field(init=False)
    _measures: Mapping[str, int] = field(init=False)
    _period: Applied = field(init=False)

    def __attrs_post_init__(self) -> None:
        atoms = list(enumerate(self.bench.atoms))
        scoped = _Scopes(self.bench)
        self._scopes = tuple(scoped.of(atom) for _, atom in atoms)
        self._facts = {atom.key[1]: at for at, atom in atoms if atom.key[0] == "fact"}
        self._measures = {atom.key[1]: at for at, atom in atoms if atom.key[0] == "measure"}
        self._period = frozenset(at for at, atom in atoms if atom.key == PERIOD)

    def clause(self, trial: Trial | None, applied: Applied, wanted: Outcome) -> Applied:
        """Return atoms not applied, one of which every larger combination with the outcome holds.

        Parameters
        ----------
        trial
            What the atoms applied come to, which is another outcome; None where they do not
            stand together.
        """
        left = self.bench.every - applied
        if trial is None or not trial.program.root or trial.reason:
            return left
        steps = {step.id: step for step in trial.program.steps}
        asking = _Asking(self, steps, trial.truths, left)
        root, now = trial.program.root, trial.truths[trial.program.root]
        match wanted:
            case Outcome.MET:
                return asking.needs(root, 2, up=True)
            case Outcome.NOT_MET:
                return asking.needs(root, 0, up=False)
            case Outcome.UNDETERMINED if now == 0:
                return asking.needs(root, 1, up=True)
            case Outcome.UNDETERMINED:
                return asking.needs(root, 1, up=False) | asking.not_assessed(trial.statuses)
        assert_never(wanted)

    def about(self, criterion: str, indicator: str = "") -> Applied:
        """Return the atoms that can change an indicator's status, or a criterion's.

        An indicator goes with its criterion, so what makes or unmakes that counts too.
        """
        prefix = f"{criterion}/{indicator}" if indicator else criterion
        found = self.structure(criterion) | self.structure(prefix)
        for applied in (_NONE, self.bench.every):
            trial = self.bench.trial(applied)
            found |= self.beneath(prefix, trial.program.steps if trial else ())
        return found

    def beneath(self, prefix: str, steps: Iterable[Step]) -> Applied:
        """Return the atoms that reach any step beneath one, or read by its tests."""
        found = set[int]()
        for step in steps:
            if step.id.startswith(f"{prefix}/"):
                found |= self.leaf(step) if isinstance(step, Leaf) else self.structure(step.id)
        return frozenset(found)

    def structure(self, step: str) -> Applied:
        """Return the atoms that can change what a step is made of."""
        criterion, _, rest = step.partition("/")
        indicator = rest.partition("/")[0]
        if rest.count("/"):
            return _NONE  # what stands deeper is named by what it says
        return frozenset(
            at
            for at, scope in enumerate(self._scopes)
            if scope.everywhere
            or (criterion == ids.SET and scope.of_set)
            or (criterion in scope.criteria and (not indicator or indicator.startswith("@")))
            or indicator in scope.indicators
        )

    def leaf(self, leaf: Leaf) -> Applied:
        """Return the atoms a test reads."""
        read = set[str]()
        dated = False
        for form in leaf.forms:
            if isinstance(form, Linear):
                read.update(term.measure for term in (*form.terms, *form.divisor))
                dated = dated or isinstance(form.constant, MonthDay)
            else:
                read.add(form.measure)
        known = (self._facts, self._measures)
        found = {at for each in known for id_ in read if (at := each.get(id_)) is not None}
        return frozenset(found) | (self._period if dated else _NONE)

    def effect(self, at: int) -> Effect:
        """Return which way an atom moves truths."""
        return self.bench.atoms[at].effect


@frozen
class _Asking:
    """One combination's program, asked what keeps its steps where they are."""

    reach: Reach
    steps: Mapping[str, Step]
    truths: Mapping[str, int]
    left: Applied

    def needs(self, id_: str, level: int, *, up: bool) -> Applied:
        """Return what must change before a step is at least (``up``) or at most at a level."""
        step = self.steps[id_]
        against = Effect.LOWERS if up else Effect.RAISES
        structure = self.reach.structure(id_) & self.left
        own = frozenset(at for at in structure if self.reach.effect(at) is not against)
        match step:
            case Leaf():
                return own | (self.reach.leaf(step) & self.left)
            case Negation(_, child):
                return own | self.needs(child, 2 - level, up=not up)
            case Count(_, k, children):
                wanted = k if up else len(children) - k + 1
                weights = [1] * len(children)
            case Score(_, threshold, children, points):
                wanted = threshold if up else sum(points) - threshold + 1
                weights = list(points)
            case _:
                assert_never(step)
        there = [
            (self.truths[each] >= level) if up else (self.truths[each] <= level)
            for each in children
        ]
        short = wanted - sum(w for w, at in zip(weights, there, strict=True) if at)
        return own | self.some(
            [
                (weight, self.needs(child, level, up=up))
                for child, weight, at in zip(children, weights, there, strict=True)
                if not at and weight
            ],
            short,
        )

    def some(self, missing: Iterable[tuple[int, Applied]], short: int) -> Applied:
        """Return what must change before children worth ``short`` come along.

        Children worth less than that may be left out of account together: others must come too.
        Those that most could change are.
        """
        asked = sorted(missing, key=lambda each: -len(each[1]))
        if sum(weight for weight, _ in asked) < short:
            return _NONE  # they cannot, whatever changes beneath them
        spare, found = short - 1, set[int]()
        for weight, need in asked:
            if weight <= spare:
                spare -= weight
            else:
                found |= need
        return frozenset(found)

    def not_assessed(self, statuses: Mapping[str, Status]) -> Applied:
        """Return what must change before nothing at all is assessed.

        Then every indicator that is met on evidence must have fallen away or be gone; one of
        them, whichever, must.
        """
        at_stake = [
            self.falling(step.id)
            for step in self.steps.values()
            if step.id.count("/") == 1 and statuses.get(step.id.partition("/")[2]) is Status.MET
        ]
        return min(at_stake, key=len) if at_stake else self.left

    def falling(self, indicator: str) -> Applied:
        """Return what can make an indicator that is met on evidence not apply, or be gone."""
        criterion = indicator.partition("/")[0]
        beneath = [each for each in self.steps.values() if each.id.startswith(f"{indicator}/")]
        found = self.reach.structure(ids.SET) | self.reach.structure(criterion)
        found |= self.reach.structure(indicator)
        if any(
            each.id.startswith(f"{indicator}/applies/")
            or (isinstance(each, Leaf) and each.if_zero is IfZero.NOT_APPLICABLE)
            for each in beneath
        ):
            found |= self.reach.beneath(indicator, beneath)
        return found & self.left


class _Scopes:
    """Works out which steps each atom can make or unmake."""

    def __init__(self, bench: Bench) -> None:
        before, after = bench.mixer.before, bench.mixer.after
        self.before, self.after = before, after
        self.criteria: dict[str, set[str]] = {}
        for part in (*before.values(), *after.values()):
            for criterion, indicator in _homes(part):
                self.criteria.setdefault(indicator, set()).add(criterion)
        rules = [each for each in (before.get(("set",)), after.get(("set",))) if each]
        self.scored = any(
            isinstance(each, CriteriaSet) and each.rule.kind is RuleKind.SCORE for each in rules
        )
        self.firm = set() if self.scored else set(self._firm())

    def of(self, atom: Atom) -> _Scope:
        """Return where one atom reaches."""
        sort = atom.key[0]
        if sort in ("fact", "period", "measure"):
            return _Scope()
        if sort in ("standard", "assumed") or (sort == "set" and self.scored):
            return _Scope(everywhere=True)
        if sort == "set":
            return _Scope(of_set=True)
        inside = [pair for part in (atom.before, atom.after) if part for pair in _homes(part)]
        criteria = {criterion for criterion, _ in inside}
        indicators = {indicator for _, indicator in inside}
        for part in (atom.before, atom.after):
            if isinstance(part, Placed) and isinstance(part.refinement, Tighten | Waive):
                return _Scope(indicators=frozenset({part.refinement.target}))
        if sort == "criterion":
            criteria.add(atom.key[1])
        of_set = sort == "criterion" or not criteria <= self.firm
        return _Scope(of_set=of_set, criteria=frozenset(criteria), indicators=frozenset(indicators))

    def _firm(self) -> Iterator[str]:
        """Yield the criteria that stand under the set whatever is applied.

        They are the same on both sides, and so is an indicator in them that counts.
        """
        for key, part in self.before.items():
            if isinstance(part, PlacedIndicator) and self.after.get(key) == part:
                shell = ("criterion", part.criterion)
                same = shell in self.before and self.before[shell] == self.after.get(shell)
                if same and part.indicator.fidelity is not Fidelity.ASSUMED:
                    yield part.criterion


def _homes(part: object) -> Iterator[tuple[str, str]]:
    """Yield the criterion and id of every indicator a part holds."""
    match part:
        case PlacedIndicator(criterion, indicator):
            yield criterion, indicator.id
        case Criterion(id_):
            yield from ((id_, each.id) for each in part.indicators)
        case Placed(_, AddIndicator(to, indicator)):
            yield to, indicator.id
        case Placed(_, AddCriterion(criterion)):
            yield from ((criterion.id, each.id) for each in criterion.indicators)
