"""``rules/*.yaml``: a base's criteria set, or a refinement's add, tighten, clarify and waive."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches
from types import MappingProxyType

from attrs import frozen

from kieumau.documents.citations import read_citations
from kieumau.documents.conditions import read_condition
from kieumau.documents.fields import Fields
from kieumau.documents.manifest import check_format, read_validity
from kieumau.documents.nodes import MapNode, Node, ScalarNode
from kieumau.documents.points import check_points, read_points, read_score
from kieumau.errors import Problems
from kieumau.language.names import Vocabulary
from kieumau.language.parse import parse_constant
from kieumau.places import Place
from kieumau.rules.citations import Citation, Fidelity, Seen
from kieumau.rules.conditions import Between, Compare, Condition, Constant, MeasureRef
from kieumau.rules.criteria import (
    ALL,
    Allows,
    CriteriaSet,
    Criterion,
    Indicator,
    Narrowing,
    Rule,
    RuleKind,
    Tightening,
)
from kieumau.rules.periods import Validity
from kieumau.rules.refinements import (
    AddCriterion,
    AddIndicator,
    Clarify,
    EvidenceField,
    EvidenceNeed,
    Refinement,
    Tighten,
    Waive,
)
from kieumau.wording import Text

__all__ = ["RuleReader", "threshold_measure"]

_FORMAT = "kieumau/rules/1"
_SIGNS = tuple("<>=≤≥≠!")


def threshold_measure(condition: Condition) -> str:
    """Return the measure a single comparison with a constant tests; empty for anything else."""
    if isinstance(condition, Compare) and not isinstance(condition.against, MeasureRef):
        return condition.measure
    return ""


@frozen
class RuleReader:
    """Reads rule files over one vocabulary.

    Attributes
    ----------
    instruments
        The ids a citation may name.
    requirement_of
        The condition of an indicator of the layers below, by id; None when there is none.
    known
        The ids of those indicators; None where they are not known.
    criteria
        The criteria of the layers below, by id, with the ids of their indicators.
    """

    vocabulary: Vocabulary
    instruments: frozenset[str]
    problems: Problems
    requirement_of: Callable[[str], Condition | None] = lambda _: None
    known: frozenset[str] | None = None
    criteria: Mapping[str, Sequence[str]] = MappingProxyType({})

    def criteria_set(self, node: Node) -> CriteriaSet | None:
        """Read a base's rule file."""
        fields = Fields(node, self.problems)
        check_format(fields, _FORMAT)
        head = fields.node("set", required=True)
        nodes = fields.items("criteria", required=True)
        criteria = tuple(self._criterion(each) for each in nodes)
        fields.done()
        if head is None:
            return None
        inner = Fields(head, self.problems)
        found = CriteriaSet(
            inner.identifier("id"),
            inner.needed_text("title"),
            criteria,
            self._rule(inner.node("rule", required=True)),
            self._citations(inner),
            inner.choice("fidelity", Fidelity, required=True) or Fidelity.ASSUMED,
            inner.text("note"),
            read_validity(inner),
            self._allows_add(inner.node("allows")),
            inner.place_of("id"),
        )
        inner.done()
        scored = found.rule.kind is RuleKind.SCORE
        for each, criterion in zip(nodes, criteria, strict=True):
            check_points(each, criterion, self.problems, scored=scored)
        return found

    def refinements(self, node: Node) -> tuple[Refinement, ...]:
        """Read a refinement's rule file; entries with a problem are left out."""
        fields = Fields(node, self.problems)
        check_format(fields, _FORMAT)
        valid = read_validity(fields)
        readers: dict[str, Callable[[Node, Validity], Refinement]] = {
            "add": self._add,
            "tighten": self._tighten,
            "clarify": self._clarify,
            "waive": self._waive,
        }
        found: list[Refinement] = []
        for key, read in readers.items():
            for each in fields.items(key):
                before = len(self.problems.found)
                entry = read(each, valid)
                if len(self.problems.found) == before:
                    found.append(entry)
        fields.done()
        return tuple(found)

    def _criterion(self, node: Node, valid: Validity | None = None) -> Criterion:
        fields = Fields(node, self.problems)
        validity = read_validity(fields, valid)
        criterion = Criterion(
            fields.identifier("id"),
            fields.needed_text("title"),
            tuple(self._indicator(each) for each in fields.items("indicators", required=True)),
            self._rule(fields.node("rule")),
            self._citations(fields, required=False),
            fields.choice("fidelity", Fidelity) or Fidelity.DERIVED,
            fields.text("note"),
            validity,
            self._allows_add(fields.node("allows")),
            fields.place_of("id"),
            read_points(fields),
        )
        fields.done()
        return criterion

    def _indicator(self, node: Node, valid: Validity | None = None) -> Indicator:
        fields = Fields(node, self.problems)
        requires = self._condition(fields, "requires", required=True, conjunct=True)
        indicator = Indicator(
            fields.identifier("id"),
            fields.needed_text("title"),
            requires or _stand_in(),
            self._citations(fields),
            fields.choice("fidelity", Fidelity, required=True) or Fidelity.ASSUMED,
            self._condition(fields, "applies_when"),
            fields.choice("seen", Seen),
            fields.text("scope"),
            fields.text("note"),
            read_validity(fields, valid),
            self._allows(fields.node("allows"), requires),
            fields.place_of("id"),
            read_points(fields),
        )
        fields.done()
        return indicator

    def _condition(
        self, fields: Fields, key: str, *, required: bool = False, conjunct: bool = False
    ) -> Condition | None:
        node = fields.node(key, required=required)
        if node is None:
            return None
        return read_condition(node, self.vocabulary, self.problems, conjunct=conjunct)

    def _add(self, node: Node, default: Validity) -> Refinement:
        fields = Fields(node, self.problems)
        valid = read_validity(fields, default)
        indicator, criterion = fields.node("indicator"), fields.node("criterion")
        place = fields.place
        target = fields.identifier("to", required=criterion is None)
        fields.done()
        if (indicator is None) == (criterion is None):
            self.problems.add("KM-241", place)
        if criterion is not None:
            whole = self._criterion(criterion, valid)
            check_points(criterion, whole, self.problems, scored=None)
            return AddCriterion(whole, valid, place)
        read = self._indicator(indicator, valid) if indicator else _no_indicator(place)
        return AddIndicator(target, read, valid, place)

    def _target(self, fields: Fields) -> str:
        """Read the id of an indicator of the layers below."""
        id_ = fields.identifier("id")
        if id_ and self.known is not None and id_ not in self.known:
            place = fields.place_of("id")
            if id_ in self.criteria:
                named = ", ".join(self.criteria[id_])
                self.problems.add("KM-219", place, id=id_, indicators=named)
            else:
                self.problems.add("KM-444", place, _near(id_, self.known), id=id_)
        return id_

    def _tighten(self, node: Node, default: Validity) -> Refinement:
        fields = Fields(node, self.problems)
        target = self._target(fields)
        written = fields.scalar("to")
        also = self._condition(fields, "also", conjunct=True)
        if fields.has("to") == fields.has("also"):
            self.problems.add("KM-242", fields.place)
        base = self.requirement_of(target)
        to = self._constant(written, base) if written and base is not None else None
        fidelity = fields.choice("fidelity", Fidelity, required=True)
        if fidelity is Fidelity.ASSUMED:
            self.problems.add("KM-243", fields.place_of("fidelity"), id=target)
        tighten = Tighten(
            target,
            self._citations(fields),
            fidelity or Fidelity.DERIVED,
            to,
            also,
            self._narrowing(fields.node("allows"), base),
            fields.choice("seen", Seen),
            fields.text("scope"),
            fields.text("note"),
            read_validity(fields, default),
            fields.place_of("to" if fields.has("to") else "also"),
        )
        fields.done()
        return tighten

    def _clarify(self, node: Node, default: Validity) -> Refinement:
        fields = Fields(node, self.problems)
        clarify = Clarify(
            self._target(fields),
            self._citations(fields),
            fields.text("guidance"),
            tuple(self._need(each) for each in fields.items("evidence")),
            fields.choice("seen", Seen),
            fields.text("note"),
            read_validity(fields, default),
            fields.place_of("id"),
        )
        fields.done()
        if clarify.guidance is None and not clarify.evidence:
            self.problems.add("KM-244", fields.place)
        return clarify

    def _need(self, node: Node) -> EvidenceNeed:
        fields = Fields(node, self.problems)
        written = fields.scalar("of", required=True)
        measure = written and self.vocabulary.find(written.text)
        if written and measure is None:
            self.problems.add(
                "KM-302",
                written.place,
                self.vocabulary.suggest(written.text),
                text=written.text,
            )
        need = EvidenceNeed(
            measure.id if measure else "?",
            fields.choice("needs", EvidenceField, required=True) or EvidenceField.SOURCE,
            fields.text("note"),
        )
        fields.done()
        return need

    def _waive(self, node: Node, default: Validity) -> Refinement:
        fields = Fields(node, self.problems)
        waive = Waive(
            self._target(fields),
            fields.needed_text("basis"),
            self._citations(fields, required=False),  # KM-433 says more than KM-204
            self._condition(fields, "when"),
            fields.choice("seen", Seen),
            fields.text("note"),
            read_validity(fields, default),
            fields.place_of("id"),
        )
        fields.done()
        return waive

    def _rule(self, node: Node | None) -> Rule:
        match node:
            case None | ScalarNode(text="all"):
                return ALL
            case ScalarNode(text="any"):
                return Rule(RuleKind.ANY)
            case MapNode(entries=((ScalarNode(text="at_least"), ScalarNode(text=text)),)) if (
                text.isascii() and text.isdigit() and int(text[:6]) > 0
            ):
                return Rule(RuleKind.AT_LEAST, int(text[:6]))
            case MapNode(entries=((ScalarNode(text="score"), score),)):
                return read_score(score, self.problems)
        self.problems.add("KM-245", node.place)
        return ALL

    def _citations(self, fields: Fields, *, required: bool = True) -> tuple[Citation, ...]:
        return read_citations(fields, self.instruments, required=required)

    def _allows(self, node: Node | None, requires: Condition | None) -> Allows:
        if node is None:
            return Allows()
        fields = Fields(node, self.problems)
        allows = Allows(
            self._tightening(fields.node("tighten"), requires),
            fields.flag("clarify", default=True),
            fields.flag("waive", default=False),
        )
        fields.done()
        return allows

    def _allows_add(self, node: Node | None) -> Allows:
        """Read what a criterion or set allows: only whether something may be added."""
        if node is None:
            return Allows()
        fields = Fields(node, self.problems)
        allows = Allows(add=fields.flag("add", default=True))
        fields.done()
        return allows

    def _narrowing(self, node: Node | None, requires: Condition | None) -> Narrowing:
        if node is None:
            return Narrowing()
        fields = Fields(node, self.problems)
        tighten = fields.node("tighten")
        clarify, waive = (
            fields.flag(key, default=False) if fields.has(key) else None
            for key in ("clarify", "waive")
        )
        fields.asked += ["clarify", "waive"]
        fields.done()
        narrowed = self._tightening(tighten, requires) if tighten else None
        return Narrowing(narrowed, clarify, waive)

    def _tightening(self, node: Node | None, requires: Condition | None) -> Tightening:
        match node:
            case None | ScalarNode(text="true"):
                return Tightening()
            case ScalarNode(text="false"):
                return Tightening(constant=False)
            case MapNode():
                fields = Fields(node, self.problems)
                limit = fields.scalar("up_to")
                also = fields.flag("also", default=False)
                fields.done()
                up_to = self._constant(limit, requires) if limit and requires else None
                return Tightening(up_to=up_to, also=also)
        self.problems.add("KM-247", node.place)
        return Tightening()

    def _constant(self, written: ScalarNode, requires: Condition) -> Constant | None:
        """Read a threshold of the measure a single comparison tests."""
        measure = self.vocabulary.get(threshold_measure(requires) or "")
        if measure is None:
            self.problems.add("KM-248", written.place)
            return None
        if written.text[:1] in _SIGNS:
            self.problems.add("KM-249", written.place, found=written.text)
            return None
        return parse_constant(written.text, measure, written.place, self.problems)


def _near(word: str, known: frozenset[str]) -> list[str]:
    return get_close_matches(word, sorted(known), 2)


def _stand_in() -> Condition:
    """Return a condition for an indicator whose own could not be read, which is reported."""
    return Between("?", Decimal(0), Decimal(0))


def _no_indicator(place: Place) -> Indicator:
    return Indicator("?", Text("?"), _stand_in(), (), Fidelity.ASSUMED, place=place)
