"""Trying: two sides taken apart, and every difference tried on the ward's own facts."""

from collections.abc import Sequence

from attrs import frozen

from kieumau.comparing.atoms import Atom, atoms_of
from kieumau.comparing.bench import Bench
from kieumau.comparing.causes import Causes
from kieumau.comparing.mixing import Mixer
from kieumau.comparing.origins import Origins
from kieumau.comparing.reasons import Reach
from kieumau.comparing.search import Found, smallest
from kieumau.comparing.statuses import Judged
from kieumau.comparing.telling import Pair, Teller
from kieumau.comparing.written import Written, keyed
from kieumau.plugins.chain import Chain, read_chain
from kieumau.render.difference_words import Word
from kieumau.standard import Reference, Standard, standard_of
from kieumau.verdicts.difference import (
    Because,
    Cause,
    Differing,
    DifferingKind,
    Smallest,
    Untried,
)
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Text

__all__ = ["Loaded", "Told", "Trying"]


@frozen
class Told:
    """What was found of the differences and of what they cause."""

    differences: tuple[Differing, ...] = ()
    causes: tuple[tuple[Cause, ...], ...] = ()
    brings: Smallest | None = None
    undoes: Smallest | None = None
    untried: Untried | None = None
    why: tuple[Text, ...] = ()


@frozen
class Loaded:
    """A verdict with the standard it was reached under, loaded again."""

    verdict: Verdict
    standard: Standard
    written: Written

    @classmethod
    def found(
        cls, verdict: Verdict, references: Reference | Sequence[Reference] | None
    ) -> "Loaded":
        """Return a verdict with the standard its plugins give.

        Raises
        ------
        KieumauError
            It does not load.
        """
        if references is None:
            references = verdict.standard.id.split("+")
        elif isinstance(references, str) or not isinstance(references, Sequence):
            references = [references]
        return cls.of(verdict, read_chain(references))

    @classmethod
    def of(cls, verdict: Verdict, chain: Chain) -> "Loaded":
        """Return a verdict with the standard a chain gives."""
        on, assumed = verdict.standard.on, verdict.standard.assumed
        return cls(verdict, standard_of(chain, on, assumed), Written.of(chain, on, assumed))


@frozen
class Trying:
    """Two sides taken apart: what differs, and the benches to try it on."""

    a: Loaded
    b: Loaded
    atoms: tuple[Atom, ...]
    front: Bench
    back: Bench

    @classmethod
    def of(cls, a: Loaded, b: Loaded) -> "Trying":
        """Return two sides taken apart."""
        before, after = keyed(a.written, b.written), keyed(b.written, a.written)
        atoms = atoms_of(a.verdict, b.verdict, before, after)
        turned = tuple(each.turned for each in atoms)
        there = Mixer(a.written, b.written, before, after)
        back = Mixer(b.written, a.written, after, before)
        return cls(
            a,
            b,
            atoms,
            Bench.between(a.verdict, b.verdict, there, atoms),
            Bench.between(b.verdict, a.verdict, back, turned),
        )

    def lost(self) -> list[Text]:
        """Return which sides are not reached again by applying none or all of the differences."""
        none = frozenset[int]()
        reached = {
            "A": _replays(self.front, none, self.a.verdict)
            and _replays(self.back, self.back.every, self.a.verdict),
            "B": _replays(self.back, none, self.b.verdict)
            and _replays(self.front, self.front.every, self.b.verdict),
        }
        return [Word.NOT_REPLAYED.both(side=label) for label, found in reached.items() if not found]

    def told(self, every: Sequence[Judged], most: int) -> "Told":
        """Return every difference in words, and what was found by trying them."""
        a, b, atoms = self.a, self.b, self.atoms
        one, other = (Teller(each.written, each.standard.composed) for each in (a, b))
        pair = Pair(one, other, Origins(a.written, b.written))
        differences = [pair.differing(number, atom) for number, atom in enumerate(atoms, 1)]
        differences += _wording(a.verdict, b.verdict, atoms)
        numbers = tuple(number for number, atom in enumerate(atoms, 1) if atom.acts)
        causes = Causes(self.front, self.back, Reach(self.front), numbers)
        return Told(
            tuple(differences),
            tuple(
                causes.of(each.id, each.homes, *each.statuses) if each.changed else ()
                for each in every
            ),
            self.smallest(self.front, numbers, most),
            self.smallest(self.back, numbers, most),
        )

    def smallest(self, bench: Bench, numbers: Sequence[int], most: int) -> Smallest | None:
        """Return what alone brings the other outcome; None where there is no other."""
        if self.a.verdict.outcome is self.b.verdict.outcome:
            return None
        wanted = (self.b if bench is self.front else self.a).verdict.outcome
        found = smallest(bench, Reach(bench), wanted, most)
        return _smallest(found, numbers, bench.tried)


def _smallest(found: Found, numbers: Sequence[int], tried: int) -> Smallest:
    sets = tuple(tuple(numbers[at] for at in sorted(each)) for each in found.sets)
    return Smallest(sets, found.exact, found.below, found.more, tried)


def _replays(bench: Bench, applied: frozenset[int], verdict: Verdict) -> bool:
    """Return whether a bench's end comes to what the verdict says."""
    trial = bench.trial(applied)
    judged_then = {each.id: each.status for each in (*verdict.criteria, *verdict.indicators)}
    return (
        trial is not None
        and (trial.outcome, trial.reason) == (verdict.outcome, verdict.reason)
        and trial.statuses == judged_then
    )


def _wording(a: Verdict, b: Verdict, atoms: Sequence[Atom]) -> list[Differing]:
    """Return that the standards differ in words only, and the versions of the tool."""
    one, other = a.standard, b.standard
    found: list[Differing] = []

    def add(kind: DifferingKind, before: str, after: str, why: Because) -> None:
        number = len(atoms) + len(found) + 1
        sides = (Text(before), Text(after))
        found.append(Differing(number, kind, other.id, other.title, *sides, why, None, acts=False))

    of_rules = any(atom.key[0] not in ("fact", "period") for atom in atoms)
    if one.text_digest != other.text_digest and not of_rules:
        add(DifferingKind.DIGEST, one.text_digest, other.text_digest, Because.RULES)
    if one.library != other.library:
        add(DifferingKind.LIBRARY, one.library, other.library, Because.LIBRARY)
    return found
