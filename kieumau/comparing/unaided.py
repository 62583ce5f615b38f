"""Comparing without the standards: what two verdicts alone say of their differences.

Nothing is evaluated, so no cause is tried: under each changed status stands what differs beneath
it, as a possibility.
"""

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

from kieumau.authoring.preview.readings import said
from kieumau.comparing.atoms import PERIOD, Atom, facts_atoms
from kieumau.comparing.statuses import Judged
from kieumau.comparing.telling import evidence_said, period_said, rule_said
from kieumau.render.difference_words import Word
from kieumau.render.phrasebook import Phrase
from kieumau.render.values import fact_said
from kieumau.rules.facts import Fact
from kieumau.rules.measures import Kind, Measure
from kieumau.rules.periods import Period
from kieumau.verdicts.difference import Because, Cause, Differing, DifferingKind
from kieumau.verdicts.findings import Finding, FindingKind
from kieumau.verdicts.record import AssumedPolicy
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Text, say_date

__all__ = ["Unaided"]


@frozen
class _Seen:
    """A difference, with what it can bear upon.

    Attributes
    ----------
    measures
        Figures it is about.
    rules
        Ids of the indicators or criteria it is about.
    """

    differing: Differing
    measures: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()


@frozen
class Unaided:
    """Two verdicts and what differs in them, told once."""

    a: Verdict
    b: Verdict
    seen: tuple[_Seen, ...]

    @classmethod
    def of(cls, a: Verdict, b: Verdict, judged: Iterable[Judged]) -> "Unaided":
        """Return what differs."""
        every = tuple(judged)
        found = [*_facts(a, b), *_rules(a, b, every), *_identity(a, b)]
        numbered = [
            evolve(each, differing=evolve(each.differing, number=number))
            for number, each in enumerate(found, 1)
        ]
        unaided = cls(a, b, tuple(numbered))
        if any(each.changed and not unaided.near(each) for each in every):
            plain = Differing(
                len(numbered) + 1,
                DifferingKind.RECORD,
                b.standard.id,
                b.standard.title,
                None,
                None,
                Because.RECORD,
                None,
                acts=True,
            )
            unaided = cls(a, b, (*numbered, _Seen(plain)))
        return unaided

    @property
    def differences(self) -> tuple[Differing, ...]:
        """The differences in order."""
        return tuple(each.differing for each in self.seen)

    def causes(self, judged: Judged) -> tuple[Cause, ...]:
        """Return what a changed status may be due to; never nothing."""
        near = self.near(judged) or [self.seen[-1]]
        return tuple(Cause(each.differing.number, None, None) for each in near)

    def near(self, judged: Judged) -> list[_Seen]:
        """Return the differences that stand beneath a criterion or indicator."""
        findings = [each for each in (judged.before, judged.after) if each]
        measures = {id_ for each in findings for test in each.tests for id_ in test.about.measures}
        inside = {judged.id}
        inside |= {
            each.id
            for finding in findings
            for each in finding.walk()
            if each.kind is FindingKind.INDICATOR
        }
        kinds = {each.kind for id_ in measures for each in _measures(self.a, self.b, id_)}
        found = [
            each
            for each in self.seen
            if each.differing.acts
            and (
                each.measures & measures
                or each.rules & inside
                or (each.differing.kind is DifferingKind.PERIOD and Kind.DATE in kinds)
                or each.differing.kind is DifferingKind.ASSUMED
            )
        ]
        rest = (DifferingKind.DIGEST, DifferingKind.LIBRARY, DifferingKind.PERIOD)
        return found or [each for each in self.seen if each.differing.kind in rest]


def _measures(a: Verdict, b: Verdict, id_: str) -> Iterator[Measure]:
    for verdict in (a, b):
        if id_ in verdict.measures:
            yield verdict.measures[id_]


def _facts(a: Verdict, b: Verdict) -> Iterator[_Seen]:
    for atom in facts_atoms(a, b):
        yield _fact(atom, a, b)


def _fact(atom: Atom, a: Verdict, b: Verdict) -> _Seen:
    """Return a difference of facts or period in words."""
    if atom.key == PERIOD:
        days = (period_said(each) for each in (atom.before, atom.after) if isinstance(each, Period))
        before, after = days
        kind, because, title = DifferingKind.PERIOD, Because.PERIOD, Word.PERIOD.text
        return _Seen(Differing(0, kind, "", title, before, after, because, None, acts=True))
    id_ = atom.key[1]
    kind = DifferingKind.FACT if atom.acts else DifferingKind.EVIDENCE
    one, other = (
        _value(fact, verdict) if atom.acts else evidence_said(fact)
        for fact, verdict in ((atom.before, a), (atom.after, b))
    )
    title = b.measures[id_].name
    told = Differing(0, kind, id_, title, one, other, Because.FACTS, None, atom.acts)
    return _Seen(told, measures=frozenset({id_}))


def _value(fact: object, verdict: Verdict) -> Text | None:
    if not isinstance(fact, Fact):
        return None
    return said(fact_said(fact, verdict.measures.get(fact.measure)))


def _rules(a: Verdict, b: Verdict, judged: Iterable[Judged]) -> Iterator[_Seen]:
    """Yield what differs in what criteria and indicators ask for."""
    origin = _origin(a, b)
    for each in judged:
        kind = DifferingKind.INDICATOR if each.homes else DifferingKind.CRITERION
        one, other = (_asked(finding) for finding in (each.before, each.after))
        if one != other:
            because, source = origin
            told = Differing(0, kind, each.id, each.title, one, other, because, source, acts=True)
            yield _Seen(told, rules=frozenset({each.id, *each.homes}))


def _asked(finding: Finding | None) -> Text | None:
    """Return what an indicator requires, or a criterion's rule; None for what is not there."""
    if finding is None:
        return None
    if finding.kind is FindingKind.CRITERION:
        rule, n = finding.about.rule, finding.counts.total
        return rule_said(rule, n, Phrase.N_INDICATORS) if rule else Text("-")
    parts = [each.title for each in finding.children]
    vi, en = ("; ".join(part.say(lang) for part in parts) for lang in ("vi", "en"))
    asked = Text(vi or "-", en or "-")
    return asked if finding.counted else Word.NOT_COUNTED.both(said=asked)


def _origin(a: Verdict, b: Verdict) -> tuple[Because, Text | None]:
    """Return what differing rules come from, as far as the verdicts say."""
    one = {each.id: each.version for each in a.standard.plugins}
    other = {each.id: each.version for each in b.standard.plugins}
    lone = sorted(one.keys() ^ other.keys())
    if lone:
        known = {**one, **other}
        named = (Word.VERSIONED.both(id=id_, version=known[id_]) for id_ in lone)
        return Because.PLUGIN, _listed(named)
    moved = [id_ for id_ in one if one[id_] != other[id_]]
    if moved:
        named = (Word.VERSIONS.both(id=i, before=one[i], after=other[i]) for i in moved)
        return Because.VERSION, _listed(named)
    if a.standard.on != b.standard.on:
        days = {"before": say_date(a.standard.on), "after": say_date(b.standard.on)}
        return Because.DATE, Word.BECOMES.both(**days)
    return Because.RULES, None


def _listed(texts: Iterable[Text]) -> Text:
    every = list(texts)
    return Text("; ".join(each.vi for each in every), "; ".join(each.en for each in every))


def _identity(a: Verdict, b: Verdict) -> Iterator[_Seen]:
    """Yield what the verdicts say of the standards as wholes."""
    one, other = a.standard, b.standard

    def seen(
        kind: DifferingKind, before: Text, after: Text, why: Because, source: Text | None = None
    ) -> _Seen:
        told = Differing(0, kind, other.id, other.title, before, after, why, source, acts=True)
        return _Seen(told)

    if one.assumed is not other.assumed:
        before, after = (
            (Word.COUNT if each is AssumedPolicy.COUNT else Word.SHOW).text
            for each in (one.assumed, other.assumed)
        )
        yield seen(DifferingKind.ASSUMED, before, after, Because.CHOICE)
    if one.digest != other.digest:
        because, source = _origin(a, b)
        yield seen(DifferingKind.DIGEST, Text(one.digest), Text(other.digest), because, source)
    if one.library != other.library:
        libraries = Text(one.library), Text(other.library)
        yield seen(DifferingKind.LIBRARY, *libraries, Because.LIBRARY)
