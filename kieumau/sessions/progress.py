"""Progress: what a session came to know when facts arrived or were corrected, and from which."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from kieumau.program.binding import Bound
from kieumau.program.steps import Leaf, Linear, Program
from kieumau.program.support import supporting
from kieumau.rules.facts import Fact
from kieumau.sessions.bench import Bench
from kieumau.truth import Truth
from kieumau.verdicts.findings import Finding, FindingKind, Status, Subject
from kieumau.verdicts.record import Outcome, StandardRecord
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Lang, Text

__all__ = ["Move", "Progress", "Standing", "Turn", "progress"]

_SHOWN = (FindingKind.SET, FindingKind.CRITERION, FindingKind.INDICATOR)
_UNKNOWN = Truth.UNKNOWN


@frozen
class _Told:
    """Something that changed, in the words of the criteria."""

    about: Subject

    @property
    def title(self) -> Text:
        """Its title, or for a condition its canonical line."""
        return self.about.title

    @property
    def kind(self) -> FindingKind:
        """What kind of thing it is."""
        return self.about.kind


@frozen
class Turn(_Told):
    """A step that became MET or UNMET, or that no longer is.

    Attributes
    ----------
    about
        What it is about; `title` and `kind` are its own.
    truth
        What it became; in what was withdrawn, what it was.
    because
        The measures whose facts, of those that have just come, it follows from.
    """

    truth: Truth
    because: tuple[str, ...]

    @property
    def step(self) -> str:
        """The step's id."""
        return self.about.step


@frozen
class Move(_Told):
    """The set, a criterion or an indicator whose status changed, with what changed it."""

    before: Status
    after: Status
    because: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of the set, criterion or indicator."""
        return self.about.id


@frozen
class Progress:
    """What changed. The same whichever engine ran; everything in the program's order.

    Attributes
    ----------
    facts
        The facts that are new, or say more than before; after a correction also those replaced.
    gone
        The facts a correction took out.
    became
        The steps that became MET or UNMET.
    withdrawn
        The steps that lost the truth they had; only a correction withdraws any.
    findings
        The set, the criteria and the indicators whose status changed.
    before, outcome
        What the ward came to before, and what it comes to now.
    standard
        The standard it is under.
    invented
        Whether the ward's facts are marked as invented.
    """

    facts: tuple[Fact, ...]
    gone: tuple[Fact, ...]
    became: tuple[Turn, ...]
    withdrawn: tuple[Turn, ...]
    findings: tuple[Move, ...]
    before: Outcome
    outcome: Outcome
    standard: StandardRecord = field(repr=False)
    invented: bool = False

    def __bool__(self) -> bool:
        """Return whether anything is known that was not: a fact, or evidence for one."""
        return bool(self.facts or self.gone)

    @property
    def criteria(self) -> tuple[Move, ...]:
        """The criteria whose status changed."""
        return tuple(each for each in self.findings if each.kind is FindingKind.CRITERION)

    @property
    def indicators(self) -> tuple[Move, ...]:
        """The indicators whose status changed."""
        return tuple(each for each in self.findings if each.kind is FindingKind.INDICATOR)

    def say(self, lang: Lang = "vi") -> str:
        """Return it in words, a line each: what changed, and the outcome."""
        from kieumau.sessions.speech import say_progress  # noqa: PLC0415 (for who reads them)

        return say_progress(self, lang)


@frozen
class Standing:
    """How a session stands at one moment."""

    bound: Bound
    truths: tuple[int, ...]
    verdict: Verdict


def progress(bench: Bench, was: Standing, now: Standing) -> Progress:
    """Return what one standing has that another had not."""
    before, after = was.bound.facts.by_measure, now.bound.facts.by_measure
    new = tuple(fact for id_, fact in after.items() if before.get(id_) != fact)
    gone = tuple(fact for id_, fact in before.items() if id_ not in after)
    told = {fact.measure for fact in (*new, *gone)}
    measures = tuple(each.id for each in bench.record.measures if each.id in told)
    causes = _Causes(bench.program, measures, was.truths, now.truths)
    became, withdrawn = causes.by(now.truths), causes.by(was.truths)
    return Progress(
        new,
        gone,
        _turns(bench, became, now.truths),
        _turns(bench, withdrawn, was.truths),
        tuple(_moves(bench, was.verdict, now.verdict, withdrawn | became, measures)),
        was.verdict.outcome,
        now.verdict.outcome,
        bench.record,
        now.bound.facts.invented,
    )


def _turns(
    bench: Bench, causes: Mapping[int, tuple[str, ...]], truths: Sequence[int]
) -> tuple[Turn, ...]:
    return tuple(
        Turn(bench.about(at), Truth(truths[at]), because) for at, because in causes.items()
    )


def _moves(
    bench: Bench,
    was: Verdict,
    now: Verdict,
    causes: Mapping[int, tuple[str, ...]],
    measures: tuple[str, ...],
) -> Iterator[Move]:
    """Yield the changes of status; one without a change of truth rests on what its tests saw."""
    for before, after in zip(was.findings, now.findings, strict=True):
        if after.kind in _SHOWN and before.status is not after.status:
            at = bench.program.position.get(after.about.step)
            because = causes.get(at, ()) if at is not None else ()
            yield Move(after.about, before.status, after.status, because or _seen(after, measures))


def _seen(finding: Finding, measures: tuple[str, ...]) -> tuple[str, ...]:
    seen = {id_ for test in finding.tests for id_ in test.about.measures}
    return tuple(id_ for id_ in measures if id_ in seen)


@frozen
class _Causes:
    """Which of the measures just told of the changed steps follow from."""

    program: Program
    measures: tuple[str, ...]
    was: tuple[int, ...]
    now: tuple[int, ...]

    def by(self, truths: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """Return each changed step that is known in ``truths``, with the measures behind it.

        Only children that changed too, and that the truth rests on, count: what was so before
        is not what changed it.
        """
        found: dict[int, tuple[str, ...]] = {}
        for at, step in enumerate(self.program.steps):
            if self.was[at] == self.now[at] or truths[at] == _UNKNOWN:
                continue
            if isinstance(step, Leaf):
                read = set(_read(step))
            else:
                children = supporting(self.program, at, truths)
                read = {id_ for child in children for id_ in found.get(child, ())}
            found[at] = tuple(id_ for id_ in self.measures if id_ in read)
        return found


def _read(leaf: Leaf) -> Iterator[str]:
    for form in leaf.forms:
        if isinstance(form, Linear):
            yield from (term.measure for term in (*form.terms, *form.divisor))
        else:
            yield form.measure
