"""``cases/*.yaml``: example wards with the outcome and the statuses each must have."""

from datetime import date
from pathlib import PurePosixPath

from attrs import evolve, field, frozen

from kieumau.documents.factsets import FactSet, read_facts, read_period, read_ward
from kieumau.documents.fields import MEASURE_ID, Fields
from kieumau.documents.manifest import check_format
from kieumau.documents.nodes import MapNode, Node, ScalarNode
from kieumau.errors import Problems
from kieumau.places import NOWHERE, Place
from kieumau.rules.facts import Fact
from kieumau.wording import Text

__all__ = ["Case", "Expectation", "read_cases"]

_OUTCOMES = ("met", "not_met", "undetermined")
_STATUSES = (*_OUTCOMES, "not_applicable", "waived")


@frozen
class Expectation:
    """What a case must come to.

    Attributes
    ----------
    findings
        The status of criteria and indicators, by id; those not named may be anything.
    missing
        The ids of the missing facts, in order; None when the case does not say.
    """

    outcome: str
    findings: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] | None = None


@frozen
class Case:
    """One example ward.

    Attributes
    ----------
    sentence
        What must hold, as a sentence a policy officer would say.
    facts
        The ward's facts; None when they stand in ``file``.
    file
        A facts file of the same plugin, relative to its folder.
    """

    id: str
    sentence: Text
    expect: Expectation
    facts: FactSet | None = None
    file: str = ""
    on: date | None = None
    count_assumed: bool = False
    place: Place = field(default=NOWHERE, eq=False)


def read_cases(node: Node, problems: Problems) -> tuple[Case, ...]:
    """Read a case file; a case may start from the facts of an earlier one (``like``)."""
    fields = Fields(node, problems)
    check_format(fields, "kieumau/cases/1")
    ward_node, period_node = fields.node("ward"), fields.node("period")
    ward = read_ward(ward_node, problems) if ward_node else None
    period = read_period(period_node, problems) if period_node else None
    blank = FactSet(ward, period, ()) if ward and period else None
    cases: dict[str, Case] = {}
    for each in fields.items("cases", required=True):
        case = _read_case(each, cases, blank, problems)
        if case.id in cases:
            problems.add("KM-251", case.place, id=case.id, first=str(cases[case.id].place))
        cases.setdefault(case.id, case)
    fields.done()
    return tuple(cases.values())


def _read_case(
    node: Node, earlier: dict[str, Case], blank: FactSet | None, problems: Problems
) -> Case:
    fields = Fields(node, problems)
    id_ = fields.identifier("id")
    sentence = fields.needed_text("sentence")
    like = fields.scalar("like")
    own = fields.node("facts")
    assumed = fields.scalar("assumed")
    if assumed and assumed.text not in ("show", "count"):
        fields.one_of(assumed, ("show", "count"))
    expect = _read_expectation(fields.node("expect", required=True), problems)
    case = Case(
        id_,
        sentence,
        expect,
        file=own.text if isinstance(own, ScalarNode) else "",
        on=fields.day("on"),
        count_assumed=assumed is not None and assumed.text == "count",
        place=fields.place_of("id"),
    )
    fields.done()
    if case.file:
        if not _inside(case.file):
            problems.add("KM-254", fields.place_of("facts"), file=case.file)
        return case
    start = blank
    if like is not None:
        if like.text not in earlier or earlier[like.text].facts is None:
            problems.add("KM-252", like.place, list(earlier)[:3], id=like.text)
        else:
            start = earlier[like.text].facts
    if start is None:
        problems.add("KM-253", fields.place)
        return case
    return evolve(case, facts=_changed(start, own, problems))


def _inside(file: str) -> bool:
    """Return whether a path stays in the plugin's folder, whatever the system."""
    path = PurePosixPath(file.replace("\\", "/"))
    return not path.is_absolute() and ".." not in path.parts and ":" not in file


def _changed(start: FactSet, own: Node | None, problems: Problems) -> FactSet:
    """Return the facts with those of this case put in, and those it writes as null taken away."""
    if own is None:
        return start
    read = read_facts(own, problems) or ()
    gone = {key.text.strip() for key, _ in own} if isinstance(own, MapNode) else set()
    kept: dict[str, Fact] = {f.measure: f for f in start.facts if f.measure not in gone}
    return evolve(start, facts=(*kept.values(), *(f for f in read if f)))


def _read_expectation(node: Node | None, problems: Problems) -> Expectation:
    if node is None:
        return Expectation("undetermined")
    fields = Fields(node, problems)
    outcome = fields.scalar("outcome", required=True)
    if outcome and outcome.text not in _OUTCOMES:
        fields.one_of(outcome, _OUTCOMES)
    findings = fields.node("findings")
    statuses = []
    if findings is not None and not isinstance(findings, MapNode):
        problems.add("KM-202", findings.place)
    for key, value in findings if isinstance(findings, MapNode) else ():
        if not isinstance(value, ScalarNode) or value.text not in _STATUSES:
            fields.one_of(ScalarNode(getattr(value, "text", ""), value.place), _STATUSES)
        else:
            statuses.append((key.text, value.text))
    missing = [_measure_id(each, problems) for each in fields.items("missing")]
    expectation = Expectation(
        outcome.text if outcome else "undetermined",
        tuple(statuses),
        tuple(missing) if fields.has("missing") else None,
    )
    fields.done()
    return expectation


def _measure_id(node: Node, problems: Problems) -> str:
    text = node.text if isinstance(node, ScalarNode) else ""
    if not MEASURE_ID.fullmatch(text):
        problems.add("KM-206", node.place, found=text)
    return text
