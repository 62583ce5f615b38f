"""What cases can see of a standard: statuses of indicators, branches, and citations.

An *item* is one such thing in one state ("the second alternative, not met"); a case *sees* the
items that are so in its verdict. Coverage counts the items seen, and boundary cases are written
for those that are not.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from attrs import field, frozen

from kieumau.authoring.scores import Scored, ScoreRule, decides, scores_of
from kieumau.language.format import say
from kieumau.language.names import Vocabulary
from kieumau.places import NOWHERE, Place
from kieumau.plugins.composed import Composed, ComposedIndicator, Conjunct
from kieumau.program import ids
from kieumau.program.compile import between_parts, waivers_over
from kieumau.program.steps import Leaf, Program, Score
from kieumau.rules.citations import Citation
from kieumau.rules.conditions import Between, Condition, children
from kieumau.rules.measures import IfZero
from kieumau.truth import Truth
from kieumau.verdicts.findings import Status
from kieumau.wording import Text

__all__ = [
    "Branch",
    "Item",
    "Part",
    "Scope",
    "branches_of",
    "items_of",
    "may_fall_away",
    "seen_in",
    "statuses_of",
]

STATES = (Truth.MET, Truth.UNMET, Truth.UNKNOWN)


class Part(StrEnum):
    """What an item is about."""

    INDICATOR = "indicator"
    APPLIES = "applies"
    REQUIREMENT = "requirement"
    CONDITION = "condition"
    WAIVER = "waiver"
    CITATION = "citation"
    SCORE = "score"
    SCORED = "scored"


@frozen
class Branch:
    """A part of an indicator's conditions: a conjunct, an alternative, a range's end, a waiver.

    Attributes
    ----------
    step
        The program's step whose truth it is.
    condition
        None for a waiver without a condition.
    """

    indicator: ComposedIndicator = field(repr=False)
    part: Part
    step: str
    plugin: str
    title: Text
    condition: Condition | None = field(eq=False)
    citations: tuple[Citation, ...] = field(default=(), eq=False)
    place: Place = field(default=NOWHERE, eq=False)


@frozen
class Item:
    """One thing in one state.

    Attributes
    ----------
    id
        The indicator's id, the branch's step, or the citation as ``instrument, place``. Of points
        the score's step, followed by ``/@points/`` and the step of what earns them.
    state
        A status of an indicator; of anything else ``met``, ``unmet`` or ``unknown``. Points are
        seen where they alone decide the score, in the state of what earns them.
    indicator
        The indicator it is in; of a score and its points the criterion or the set.
    steps
        The steps of which one must be in that state; none for an indicator.
    """

    part: Part
    id: str
    state: str
    indicator: str = field(eq=False)
    title: Text = field(eq=False)
    plugin: str = field(eq=False)
    place: Place = field(eq=False)
    steps: tuple[str, ...] = field(default=(), eq=False)
    rule: ScoreRule | None = field(default=None, eq=False, repr=False)
    child: Scored | None = field(default=None, eq=False, repr=False)


@frozen
class Scope:
    """Whose parts are looked at: those of one plugin, or of every layer (``plugin`` empty)."""

    plugin: str = ""

    def holds(self, plugin: str) -> bool:
        """Return whether that plugin's parts are looked at."""
        return self.plugin in ("", plugin)

    def touches(self, indicator: ComposedIndicator) -> bool:
        """Return whether anything of an indicator is looked at."""
        return (
            self.holds(indicator.plugin)
            or any(self.holds(each.plugin) for each in indicator.conjuncts)
            or any(self.holds(each.plugin) for each in indicator.waivers)
        )


def branches_of(
    indicator: ComposedIndicator, vocabulary: Vocabulary, scope: Scope
) -> tuple[Branch, ...]:
    """Return the branches of one indicator, parents first, each step once."""
    found: dict[str, Branch] = {}
    for branch in _branches(indicator, vocabulary):
        if scope.holds(branch.plugin):
            found.setdefault(branch.step, branch)
    return tuple(found.values())


def _branches(indicator: ComposedIndicator, vocabulary: Vocabulary) -> Iterator[Branch]:
    if indicator.applies_when is not None:
        root = (indicator.applies_when, "applies", indicator.plugin, Part.APPLIES)
        yield from _below(indicator, *root, indicator.citations, vocabulary)
    for each in indicator.conjuncts:
        root = (each.condition, "requires", each.plugin, Part.REQUIREMENT)
        yield from _below(indicator, *root, each.citations, vocabulary)
    for waiver in indicator.waivers:
        when, plugin = waiver.waive.when, waiver.plugin
        if not any(_guards(indicator, each, plugin, when) for each in indicator.conjuncts):
            continue
        if when is None:
            yield Branch(
                indicator,
                Part.WAIVER,
                ids.waiver_step(indicator, plugin, None),
                plugin,
                waiver.waive.basis,
                None,
                waiver.waive.citations,
                waiver.waive.place,
            )
        else:
            root = (when, "waives", plugin, Part.WAIVER)
            yield from _below(indicator, *root, waiver.waive.citations, vocabulary)


def _guards(
    indicator: ComposedIndicator, conjunct: Conjunct, plugin: str, when: Condition | None
) -> bool:
    return (plugin, when) in waivers_over(indicator, conjunct)


def _below(
    indicator: ComposedIndicator,
    condition: Condition,
    where: str,
    plugin: str,
    part: Part,
    citations: tuple[Citation, ...],
    vocabulary: Vocabulary,
) -> Iterator[Branch]:
    yield Branch(
        indicator,
        part,
        ids.condition_step(indicator, where, plugin, condition),
        plugin,
        Text(say(condition, vocabulary, "vi"), say(condition, vocabulary, "en")),
        condition,
        citations,
        condition.place,
    )
    inner = between_parts(condition) if isinstance(condition, Between) else children(condition)
    for child in inner:
        yield from _below(indicator, child, where, plugin, Part.CONDITION, (), vocabulary)


def items_of(composed: Composed, program: Program, scope: Scope) -> Iterator[Item]:
    """Yield everything cases could see, in the order of the standard."""
    cited: dict[str, dict[str, Branch]] = {}
    for indicator in composed.indicators:
        if not scope.touches(indicator):
            continue
        place = indicator.conjuncts[0].condition.place
        for status in statuses_of(indicator, program):
            yield Item(
                Part.INDICATOR,
                indicator.id,
                status.value,
                indicator.id,
                indicator.title,
                indicator.plugin,
                place,
            )
        for branch in branches_of(indicator, composed.vocabulary, scope):
            for state in STATES:
                yield _item(branch.part, branch.step, state, branch, (branch.step,))
            for citation in branch.citations:
                cited.setdefault(_cited(citation, composed), {})[branch.step] = branch
    for rule in scores_of(composed, program):
        if scope.holds(rule.plugin):
            yield from _of_score(rule)
    for said, branches in cited.items():
        for state in STATES:
            yield _item(Part.CITATION, said, state, next(iter(branches.values())), tuple(branches))


def _of_score(rule: ScoreRule) -> Iterator[Item]:
    """Yield a score in each state, and each child whose points decide it, in each of its own."""
    id_ = rule.step.id
    for state in STATES:
        name = state.name.lower()
        where = (rule.id, rule.title, rule.plugin, rule.place)
        yield Item(Part.SCORE, id_, name, *where, (id_,), rule)
    for child in rule.children:
        if child.points:  # nothing is asked of what was given none
            for state in STATES:
                where = (rule.id, child.title, rule.plugin, child.place)
                points, name = f"{id_}/@points/{child.step}", state.name.lower()
                yield Item(Part.SCORED, points, name, *where, (child.step,), rule, child)


def _item(part: Part, id_: str, state: Truth, branch: Branch, steps: tuple[str, ...]) -> Item:
    title = Text(id_) if part is Part.CITATION else branch.title
    name, indicator = state.name.lower(), branch.indicator.id
    return Item(part, id_, name, indicator, title, branch.plugin, branch.place, steps)


def _cited(citation: Citation, composed: Composed) -> str:
    known = {each.id: each for each in composed.instruments}
    instrument = known.get(citation.instrument)
    name = (instrument.number if instrument else "") or citation.instrument
    return f"{name}, {citation.at.vi}" if citation.at else name


def statuses_of(indicator: ComposedIndicator, program: Program) -> tuple[Status, ...]:
    """Return the statuses an indicator could come to, by how it is written."""
    found = [Status.MET, Status.NOT_MET, Status.UNDETERMINED]
    if indicator.applies_when is not None or may_fall_away(indicator, program):
        found.append(Status.NOT_APPLICABLE)
    if any(waivers_over(indicator, each) for each in indicator.conjuncts):
        found.append(Status.WAIVED)
    return tuple(found)


def may_fall_away(indicator: ComposedIndicator, program: Program) -> bool:
    """Return whether every conjunct is a test that falls away over a zero denominator."""
    return all(_falls(indicator, each, program) for each in indicator.conjuncts)


def _falls(indicator: ComposedIndicator, conjunct: Conjunct, program: Program) -> bool:
    condition = conjunct.condition
    test = between_parts(condition)[0] if isinstance(condition, Between) else condition
    id_ = ids.condition_step(indicator, "requires", conjunct.plugin, test)
    step = program.steps[program.position[id_]]
    return isinstance(step, Leaf) and step.if_zero is IfZero.NOT_APPLICABLE


def seen_in(
    items: Iterable[Item],
    truths: Sequence[int],
    program: Program,
    statuses: Mapping[str, str],
) -> Iterator[Item]:
    """Yield the items one case sees, by the truths of its steps and its indicators' statuses."""
    names, position = ("unmet", "unknown", "met"), program.position

    def alone(item: Item) -> bool:
        if item.rule is None or item.child is None:
            return True
        at = position.get(item.rule.step.id)
        score = None if at is None else program.steps[at]  # on another date it may count others
        if not isinstance(score, Score) or item.child.step not in score.children:
            return False
        return decides(score, item.child.step, lambda step: truths[position[step]])

    for item in items:
        if item.part is Part.INDICATOR:
            if statuses.get(item.id) == item.state:
                yield item
        elif any(
            names[truths[position[step]]] == item.state for step in item.steps if step in position
        ) and alone(item):
            yield item
