"""Findings: what each part of a standard came to for one ward, and on what.

A finding is a *subject* (what it is about: the same for every ward, made once per standard), a
status, the facts observed, and the findings it follows from.
"""

from enum import StrEnum
from typing import NamedTuple

from attrs import frozen

from kieumau.rules.citations import Citation, Fidelity, Seen
from kieumau.rules.criteria import Rule, RuleKind
from kieumau.rules.facts import Evidence, Fact, Interval, Reported, Unknown
from kieumau.rules.measures import IfZero
from kieumau.rules.refinements import EvidenceNeed
from kieumau.wording import Text

__all__ = [
    "Change",
    "Counts",
    "Finding",
    "FindingKind",
    "Guidance",
    "Points",
    "Status",
    "Subject",
]


class Status(StrEnum):
    """How a finding stands."""

    MET = "met"
    NOT_MET = "not_met"
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not_applicable"
    WAIVED = "waived"

    @property
    def passes(self) -> bool:
        """Whether it counts as met in the rule above it."""
        return self in (Status.MET, Status.NOT_APPLICABLE, Status.WAIVED)


class FindingKind(StrEnum):
    """What a finding is about.

    ``rule`` is a rule of the layer below as issued, standing under a node that a refinement added
    to. An indicator's children are at most one ``applies`` and its ``requirement`` conjuncts, each
    perhaps inside a ``guarded`` pair with the ``waiver`` that may release from it; ``condition``
    is a part of any of these.
    """

    SET = "set"
    CRITERION = "criterion"
    RULE = "rule"
    INDICATOR = "indicator"
    APPLIES = "applies"
    REQUIREMENT = "requirement"
    GUARDED = "guarded"
    WAIVER = "waiver"
    CONDITION = "condition"


@frozen
class Change:
    """A threshold a refinement made stricter: what it was and what it became."""

    plugin: str
    before: Text
    after: Text


@frozen
class Guidance:
    """What a refinement said about an indicator without changing its truth."""

    plugin: str
    text: Text | None
    evidence: tuple[EvidenceNeed, ...] = ()
    citations: tuple[Citation, ...] = ()


@frozen
class Subject:
    """What a finding is about; the same for every ward.

    Attributes
    ----------
    id
        The id of the set, criterion or indicator; for everything else the step's id.
    step
        The id of the program's step whose truth this is.
    title
        For conditions, the canonical line.
    rule, negated
        How the children decide it: a rule over them, or the opposite of the only one. None for
        a single test.
    plugin
        Whose layer asks for it.
    counted
        Whether it takes part in the outcome (assumed thresholds do not).
    measures
        For a test: the measures observed, the named ones first, then the parts they derive from.
    against
        For a test of one measure against another: that other, which may be a part of the first.
    if_zero
        For a test of a ratio: what it is when the denominator is zero.
    points
        What it earns when met, under the score rule of its criterion or set.
    """

    id: str
    kind: FindingKind
    title: Text
    step: str = ""
    rule: Rule | None = None
    negated: bool = False
    plugin: str = ""
    citations: tuple[Citation, ...] = ()
    fidelity: Fidelity | None = None
    seen: Seen | None = None
    scope: Text | None = None
    note: Text | None = None
    counted: bool = True
    change: Change | None = None
    guidance: tuple[Guidance, ...] = ()
    measures: tuple[str, ...] = ()
    against: str = ""
    denominator: tuple[str, ...] = ()
    if_zero: IfZero | None = None
    points: int | None = None


@frozen
class Points:
    """How the points under a score rule stand.

    Attributes
    ----------
    reached
        Earned already, whatever is still to come.
    possible
        Earned, or still open.
    total
        Of all that counts.
    threshold
        How many are asked for.
    not_arising, waived
        How many of those reached are earned because something did not arise, or was waived.
    """

    reached: int
    possible: int
    total: int
    threshold: int
    not_arising: int = 0
    waived: int = 0


@frozen
class Counts:
    """How the counted children of a node stand, kept apart."""

    met: int = 0
    not_arising: int = 0
    waived: int = 0
    not_met: int = 0
    undetermined: int = 0

    @property
    def total(self) -> int:
        """How many children count."""
        return self.met + self.not_arising + self.waived + self.not_met + self.undetermined


class Finding(NamedTuple):
    """How one subject stands for one ward.

    A tuple, not an attrs class like the other nouns: a verdict has hundreds of findings, and a
    tuple is made five times as fast.

    Attributes
    ----------
    observed
        For a test: the facts supplied for its measures, in the subject's order.
    children
        The findings it follows from.
    """

    about: Subject
    status: Status
    observed: tuple[Fact, ...] = ()
    children: tuple["Finding", ...] = ()

    @property
    def id(self) -> str:
        """The id of the set, criterion, indicator or step."""
        return self.about.id

    @property
    def kind(self) -> FindingKind:
        """What it is about."""
        return self.about.kind

    @property
    def title(self) -> Text:
        """Its title, or for a condition its canonical line."""
        return self.about.title

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What it rests on in law."""
        return self.about.citations

    @property
    def counted(self) -> bool:
        """Whether it takes part in the outcome."""
        return self.about.counted

    def __repr__(self) -> str:
        return f"<Finding {self.id}: {self.status.value}>"

    def walk(self) -> tuple["Finding", ...]:
        """Return this finding and all beneath it, parents first."""
        found: list[Finding] = []
        _gather(self, found)
        return tuple(found)

    @property
    def tests(self) -> tuple["Finding", ...]:
        """The single tests beneath it (itself, if it is one)."""
        return tuple(each for each in self.walk() if each.about.measures)

    @property
    def decisive(self) -> tuple["Finding", ...]:
        """The findings this status follows from: children, or what earns points beneath them.

        Of a finding not met, those not met; of an undetermined one, those still open; of one that
        is met, those that are met.
        """
        if self.about.negated:
            return self.children
        among = self.children if self.score is None else self.earning
        if self.status is Status.NOT_MET:
            return tuple(c for c in among if c.counted and c.status is Status.NOT_MET)
        if self.status is Status.UNDETERMINED:
            return tuple(c for c in among if c.counted and c.status is Status.UNDETERMINED)
        return tuple(c for c in among if c.counted and c.status.passes)

    @property
    def earning(self) -> tuple["Finding", ...]:
        """The findings whose points are added up here, where points decide it.

        A criterion without points of its own under a scored set is a group: its indicators earn.
        """
        if self.about.rule is None or self.about.rule.kind is not RuleKind.SCORE:
            return ()
        found: list[Finding] = []
        for child in self.children:
            group = child.about.points is None and child.kind is FindingKind.CRITERION
            found += child.children if group else (child,)
        return tuple(each for each in found if each.counted and each.about.points is not None)

    @property
    def score(self) -> Points | None:
        """How the points stand, where points decide it."""
        rule, total = self.about.rule, dict.fromkeys(Status, 0)
        if rule is None or rule.kind is not RuleKind.SCORE:
            return None
        for each in self.earning:
            total[each.status] += each.about.points or 0
        reached = sum(points for status, points in total.items() if status.passes)
        return Points(
            reached,
            reached + total[Status.UNDETERMINED],
            sum(total.values()),
            rule.k,
            total[Status.NOT_APPLICABLE],
            total[Status.WAIVED],
        )

    @property
    def counts(self) -> Counts:
        """How the counted children stand: met on evidence, not arising and waived apart."""
        statuses = [child.status for child in self.children if child.counted]
        return Counts(
            statuses.count(Status.MET),
            statuses.count(Status.NOT_APPLICABLE),
            statuses.count(Status.WAIVED),
            statuses.count(Status.NOT_MET),
            statuses.count(Status.UNDETERMINED),
        )

    @property
    def leans(self) -> bool:
        """Whether a rule is met only through children that did not arise or were waived."""
        if self.status is not Status.MET or not self.about.rule or not self.children:
            return False
        if self.about.rule.kind is RuleKind.ALL:
            return False
        if score := self.score:
            return score.reached - score.not_arising - score.waived < score.threshold
        counts = self.counts
        return counts.met < self.about.rule.needed(counts.total)

    @property
    def applicability_open(self) -> bool:
        """Whether it is not yet known that an indicator applies at all."""
        return any(
            child.kind is FindingKind.APPLIES and child.status is Status.UNDETERMINED
            for child in self.children
        )

    @property
    def evidence(self) -> tuple[tuple[str, Evidence], ...]:
        """The evidence of the facts observed beneath it, by measure id, each measure once."""
        found = {fact.measure: fact.evidence for test in self.tests for fact in test.observed}
        return tuple((measure, each) for measure, each in found.items() if each)

    @property
    def evidence_missing(self) -> tuple[EvidenceNeed, ...]:
        """What guidance asks of the supplied facts and they do not carry."""
        facts = {fact.measure: fact for test in self.tests for fact in test.observed}
        needs = dict.fromkeys(need for said in self.about.guidance for need in said.evidence)
        return tuple(
            need
            for need in needs
            if (fact := facts.get(need.measure))
            and not isinstance(fact.value, Unknown)
            and not (fact.evidence and getattr(fact.evidence, need.needs.value))
        )

    @property
    def inexact(self) -> tuple[Fact, ...]:
        """The facts observed here that are intervals, rounded or declared unknown."""
        kinds = Interval | Reported | Unknown
        return tuple(fact for fact in self.observed if isinstance(fact.value, kinds))


def _gather(finding: Finding, found: list[Finding]) -> None:
    found.append(finding)
    for child in finding.children:
        if child.children:
            _gather(child, found)
        else:
            found.append(child)
