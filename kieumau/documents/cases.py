"""``cases/*.yaml``: example wards with the outcome and the statuses each must have."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import PurePosixPath

from attrs import evolve, field, frozen

from kieumau.documents.factsets import FactSet, read_facts, read_period, read_ward
from kieumau.documents.fields import MEASURE_ID, Fields
from kieumau.documents.manifest import check_format
from kieumau.documents.nodes import MapNode, Node, ScalarNode
from kieumau.errors import Diagnostic, KieumauError, Problems
from kieumau.places import NOWHERE, Place
from kieumau.rules.facts import Fact
from kieumau.wording import Text

__all__ = ["Case", "Expectation", "WrittenCase", "read_cases", "resolve_cases"]

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
    place
        Where the outcome is written.
    places
        Where each status is written, by id.
    """

    outcome: str
    findings: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] | None = None
    place: Place = field(default=NOWHERE, eq=False)
    places: Mapping[str, Place] = field(factory=dict, eq=False, hash=False)


@frozen
class Case:
    """One example ward.

    Attributes
    ----------
    sentence
        What must hold, as a sentence a policy officer would say.
    facts
        The ward's facts; None when they stand in ``file``, or cannot be read.
    file
        A facts file of the same plugin, relative to its folder.
    like
        The case whose facts it starts from; empty for none.
    problems
        What is wrong with it as written; such a case cannot be run.
    """

    id: str
    sentence: Text
    expect: Expectation
    facts: FactSet | None = None
    file: str = ""
    on: date | None = None
    count_assumed: bool = False
    place: Place = field(default=NOWHERE, eq=False)
    like: str = ""
    problems: tuple[Diagnostic, ...] = field(default=(), eq=False)


@frozen
class WrittenCase:
    """A case as it stands in its file, before what it starts from is looked up.

    Attributes
    ----------
    blank
        The ward and period of its file, without facts; None when the file names none.
    own
        The facts it writes itself.
    gone
        The measures it writes, whatever it says of them; null takes one away.
    like_place
        Where it names the case it starts from.
    """

    case: Case
    blank: FactSet | None = None
    own: tuple[Fact, ...] = ()
    gone: frozenset[str] = frozenset()
    like_place: Place = field(default=NOWHERE, eq=False)


def read_cases(node: Node, problems: Problems) -> tuple[WrittenCase, ...]:
    """Read a case file; `resolve_cases` then finds what its cases start from (``like``)."""
    fields = Fields(node, problems)
    check_format(fields, "kieumau/cases/1")
    ward_node, period_node = fields.node("ward"), fields.node("period")
    ward = read_ward(ward_node, problems) if ward_node else None
    period = read_period(period_node, problems) if period_node else None
    blank = FactSet(ward, period, ()) if ward and period else None
    cases = tuple(
        _read_case(each, blank, problems) for each in fields.items("cases", required=True)
    )
    fields.done()
    return cases


def resolve_cases(
    written: Iterable[WrittenCase], read_file: Callable[[str], FactSet], problems: Problems
) -> tuple[Case, ...]:
    """Return the cases of one plugin with their facts, in the order written.

    A case may start from any other of the plugin, earlier or later, in whichever file; ids are
    distinct over all of them.

    Parameters
    ----------
    read_file
        Reads a facts file of the plugin; raises `KieumauError`.
    """
    known: dict[str, WrittenCase] = {}
    for each in written:
        first = known.setdefault(each.case.id, each)
        if first is not each:
            place = str(first.case.place)
            problems.add("KM-251", each.case.place, id=each.case.id, first=place)
    resolving = _Resolving(known, read_file)
    cases = tuple(resolving.case(each) for each in known.values())
    for case in cases:
        problems.extend(case.problems)
    return cases


class _Resolving:
    """Facts of cases by id, worked out once each; None where they cannot be."""

    def __init__(
        self, written: Mapping[str, WrittenCase], read_file: Callable[[str], FactSet]
    ) -> None:
        self.written, self.read_file = written, read_file
        self.facts: dict[str, FactSet | None] = {}
        self.noted: dict[str, tuple[Diagnostic, ...]] = {}

    def case(self, written: WrittenCase) -> Case:
        facts = self.facts_of(written)
        case, noted = written.case, self.noted.get(written.case.id, ())
        return evolve(case, facts=None if case.file else facts, problems=(*case.problems, *noted))

    def facts_of(self, written: WrittenCase) -> FactSet | None:
        """Follow ``like`` to a case that stands by itself, then work back up."""
        path: list[WrittenCase] = []
        at: WrittenCase | None = written
        while at is not None and at.case.id not in self.facts:
            if at in path:
                self.circle(path[path.index(at) :])
                break
            path.append(at)
            at = self.below(at)
        for each in reversed(path):
            if each.case.id not in self.facts:
                self.facts[each.case.id] = self.worked_out(each)
        return self.facts[written.case.id]

    def below(self, written: WrittenCase) -> WrittenCase | None:
        like = written.case.like
        if not like or written.case.file:
            return None
        if like not in self.written:
            near = get_close_matches(like, list(self.written), 3)
            self.note(written, "KM-252", written.like_place, near, id=like)
        return self.written.get(like)

    def worked_out(self, written: WrittenCase) -> FactSet | None:
        case = written.case
        if case.file:
            try:
                return self.read_file(case.file)
            except KieumauError:  # whoever runs the case says so
                return None
        if case.like:
            start = self.facts.get(case.like)
            if start is None:
                if case.like in self.written:
                    self.note(written, "KM-256", written.like_place, id=case.like)
                return None
        elif written.blank is None:
            self.note(written, "KM-253", case.place)
            return None
        else:
            start = written.blank
        kept = (fact for fact in start.facts if fact.measure not in written.gone)
        return evolve(start, facts=(*kept, *written.own))

    def circle(self, path: list[WrittenCase]) -> None:
        said = " → ".join(each.case.id for each in (*path, path[0]))
        for each in path:
            self.facts[each.case.id] = None
            self.note(each, "KM-255", each.like_place, circle=said)

    def note(
        self,
        written: WrittenCase,
        code: str,
        place: Place,
        near: Iterable[str] = (),
        **arguments: str,
    ) -> None:
        found = Diagnostic(code, place, arguments, tuple(near))
        self.noted[written.case.id] = (*self.noted.get(written.case.id, ()), found)


def _read_case(node: Node, blank: FactSet | None, problems: Problems) -> WrittenCase:
    noted = Problems()
    fields = Fields(node, noted)
    id_ = fields.identifier("id")
    sentence = fields.needed_text("sentence")
    like = fields.scalar("like")
    own = fields.node("facts")
    assumed = fields.scalar("assumed")
    if assumed and assumed.text not in ("show", "count"):
        fields.one_of(assumed, ("show", "count"))
    expect = _read_expectation(fields.node("expect", required=True), noted)
    case = Case(
        id_,
        sentence,
        expect,
        file=own.text if isinstance(own, ScalarNode) else "",
        on=fields.day("on"),
        count_assumed=assumed is not None and assumed.text == "count",
        place=fields.place_of("id"),
        like=like.text if like else "",
    )
    fields.done()
    facts: tuple[Fact, ...] = ()
    if case.file:
        if not _inside(case.file):
            noted.add("KM-254", fields.place_of("facts"), file=case.file)
        if like is not None:
            noted.add("KM-257", like.place)
    elif own is not None:
        facts = tuple(fact for fact in read_facts(own, noted) or () if fact)
    gone = {key.text.strip() for key, _ in own} if isinstance(own, MapNode) else set()
    problems.extend(noted.found)
    case = evolve(case, problems=tuple(noted.found))
    return WrittenCase(case, blank, facts, frozenset(gone), like.place if like else NOWHERE)


def _inside(file: str) -> bool:
    """Return whether a path stays in the plugin's folder, whatever the system."""
    path = PurePosixPath(file.replace("\\", "/"))
    return not path.is_absolute() and ".." not in path.parts and ":" not in file


def _read_expectation(node: Node | None, problems: Problems) -> Expectation:
    if node is None:
        return Expectation("undetermined")
    fields = Fields(node, problems)
    outcome = fields.scalar("outcome", required=True)
    if outcome and outcome.text not in _OUTCOMES:
        fields.one_of(outcome, _OUTCOMES)
    findings = fields.node("findings")
    statuses, places = [], {}
    if findings is not None and not isinstance(findings, MapNode):
        problems.add("KM-202", findings.place)
    for key, value in findings if isinstance(findings, MapNode) else ():
        if not isinstance(value, ScalarNode) or value.text not in _STATUSES:
            fields.one_of(ScalarNode(getattr(value, "text", ""), value.place), _STATUSES)
        else:
            statuses.append((key.text, value.text))
            places[key.text] = value.place
    missing = [_measure_id(each, problems) for each in fields.items("missing")]
    expectation = Expectation(
        outcome.text if outcome else "undetermined",
        tuple(statuses),
        tuple(missing) if fields.has("missing") else None,
        outcome.place if outcome else fields.place,
        places,
    )
    fields.done()
    return expectation


def _measure_id(node: Node, problems: Problems) -> str:
    text = node.text if isinstance(node, ScalarNode) else ""
    if not MEASURE_ID.fullmatch(text):
        problems.add("KM-206", node.place, found=text)
    return text
