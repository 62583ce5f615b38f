"""The bench: A with some of its differences to B applied, evaluated by the meaning itself."""

from collections.abc import Iterable, Mapping

from attrs import define, evolve, field, frozen

from kieumau.comparing.atoms import PERIOD, Atom, carried
from kieumau.comparing.mixing import Mixer
from kieumau.documents.factsets import FactSet
from kieumau.engines.plain import Plain
from kieumau.errors import FactsError, PluginError
from kieumau.language.names import Vocabulary
from kieumau.plugins.composed import Composed
from kieumau.program.binding import Binder
from kieumau.program.compile import compile_program
from kieumau.program.steps import Program
from kieumau.rules.facts import Fact
from kieumau.rules.measures import Measure
from kieumau.rules.periods import Period
from kieumau.verdicts.explain import Filler, explainer, outcome_of
from kieumau.verdicts.findings import FindingKind, Status
from kieumau.verdicts.record import Outcome
from kieumau.verdicts.template import template
from kieumau.verdicts.verdict import Verdict

__all__ = ["Applied", "Bench", "Trial"]

Applied = frozenset[int]
"""The positions of the atoms applied."""

_JUDGED = (FindingKind.CRITERION, FindingKind.INDICATOR)


@frozen
class Trial:
    """What one combination comes to.

    Attributes
    ----------
    truths
        Of every step of its program.
    statuses
        Of every criterion and indicator it has.
    """

    program: Program
    truths: Mapping[str, int]
    outcome: Outcome
    reason: str
    statuses: Mapping[str, Status]


@frozen
class _Rules:
    """One mixed standard, ready for facts; it reads only what its program asks for."""

    program: Program
    engine: Plain
    explain: Filler
    binder: Binder

    @classmethod
    def of(cls, composed: Composed) -> "_Rules":
        program = compile_program(composed)
        asked = Vocabulary(tuple(_closure(program.measures, composed.vocabulary)))
        explain = explainer(template(composed, program))
        return cls(program, Plain(program), explain, Binder(asked, program))

    def trial(self, facts: FactSet) -> Trial:
        """Evaluate facts.

        Raises
        ------
        FactsError
            They contradict each other.
        """
        known = tuple(each for each in facts if each.measure in self.binder.vocabulary)
        bound = self.binder.bind(evolve(facts, facts=known))
        truths = self.engine.run(bound.box)
        explanation, findings = self.explain(truths, bound.box, bound.facts.by_measure.get)
        outcome, reason = outcome_of(explanation)
        return Trial(
            self.program,
            dict(zip((step.id for step in self.program.steps), truths, strict=True)),
            outcome,
            reason,
            {each.id: each.status for each in findings if each.kind in _JUDGED},
        )


@define
class Bench:
    """Two sides and their atoms; every combination is evaluated once.

    Mutable only in what it remembers.

    Attributes
    ----------
    atoms
        Those that can change a truth.
    """

    mixer: Mixer
    facts: FactSet
    taken_along: tuple[Fact, ...]
    atoms: tuple[Atom, ...]
    _rules: dict[Applied, _Rules | None] = field(factory=dict)
    _trials: dict[Applied, Trial | None] = field(factory=dict)

    @classmethod
    def between(cls, a: Verdict, b: Verdict, mixer: Mixer, atoms: Iterable[Atom]) -> "Bench":
        """Return the bench of two verdicts."""
        both = {each.id for each in a.standard.measures} & {each.id for each in b.standard.measures}
        along = carried(a.facts, b.facts, frozenset(both))
        return cls(mixer, a.facts, along, tuple(each for each in atoms if each.acts))

    @property
    def every(self) -> Applied:
        """All the atoms: what makes A into B."""
        return frozenset(range(len(self.atoms)))

    @property
    def tried(self) -> int:
        """How many combinations were evaluated so far."""
        return len(self._trials)

    def trial(self, applied: Applied) -> Trial | None:
        """Return what a combination comes to; None where its parts do not stand together."""
        if applied not in self._trials:
            self._trials[applied] = self._evaluated(applied)
        return self._trials[applied]

    def _evaluated(self, applied: Applied) -> Trial | None:
        rules = self._mixed(frozenset(at for at in applied if not _of_facts(self.atoms[at])))
        if rules is None:
            return None
        try:
            return rules.trial(self._ward(applied))
        except FactsError:
            return None

    def _mixed(self, applied: Applied) -> _Rules | None:
        if applied not in self._rules:
            try:
                composed = self.mixer.composed(self.atoms[at] for at in sorted(applied))
                self._rules[applied] = _Rules.of(composed)
            except PluginError:
                self._rules[applied] = None
        return self._rules[applied]

    def _ward(self, applied: Applied) -> FactSet:
        facts: dict[str, Fact] = {each.measure: each for each in (*self.facts, *self.taken_along)}
        period = self.facts.period
        for at in applied:
            atom = self.atoms[at]
            if atom.key == PERIOD:
                assert isinstance(atom.after, Period)  # noqa: S101 (the key says so)
                period = atom.after
            elif atom.key[0] == "fact":
                facts.pop(atom.key[1], None)
                if isinstance(atom.after, Fact):
                    facts[atom.key[1]] = atom.after
        return evolve(self.facts, period=period, facts=tuple(facts.values()))


def _of_facts(atom: Atom) -> bool:
    return atom.key[0] in ("fact", "period")


def _closure(measures: Iterable[Measure], vocabulary: Vocabulary) -> Iterable[Measure]:
    """Return measures with everything they derive from."""
    found: dict[str, Measure] = {}
    ahead = list(measures)
    while ahead:
        each = ahead.pop()
        if each.id not in found:
            found[each.id] = each
            ahead += [vocabulary[part] for part in each.parts]
    return [found[id_] for id_ in sorted(found)]
