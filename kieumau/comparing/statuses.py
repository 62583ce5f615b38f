"""Statuses: the criteria and indicators of two verdicts side by side, read off the verdicts."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from kieumau.authoring.preview.readings import said
from kieumau.render.observed import observed
from kieumau.verdicts.difference import TestPair
from kieumau.verdicts.findings import Finding, Status
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Text

__all__ = ["Judged", "judged"]


@frozen
class Judged:
    """One criterion or indicator as A and as B have it; None for what one does not have.

    Attributes
    ----------
    criterion
        The id of the criterion it stands under in B, else in A; empty for a criterion.
    homes
        The criteria it stands under on either side.
    """

    id: str
    criterion: str
    homes: frozenset[str]
    before: Finding | None
    after: Finding | None
    tests: tuple[TestPair, ...]

    @property
    def statuses(self) -> tuple[Status | None, Status | None]:
        """The status on each side."""
        return (
            self.before.status if self.before else None,
            self.after.status if self.after else None,
        )

    @property
    def changed(self) -> bool:
        """Whether its status is another."""
        one, other = self.statuses
        return one is not other

    @property
    def same(self) -> bool:
        """Whether nothing of it differs."""
        return not (self.changed or self.tests)

    @property
    def title(self) -> Text:
        """Its title in B, else in A."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 (one side has it)
        return found.title

    @property
    def counted(self) -> bool:
        """Whether it counts on either side."""
        return any(each is not None and each.counted for each in (self.before, self.after))


def judged(a: Verdict, b: Verdict) -> tuple[Judged, ...]:
    """Return every criterion with its indicators, in B's order, then what only A has."""
    before, after = _by_criterion(a), _by_criterion(b)
    found: list[Judged] = []
    told: set[str] = set()
    one, other = _findings(a), _findings(b)
    for criterion in dict.fromkeys((*after, *before)):
        if criterion in one or criterion in other:
            pair = one.get(criterion), other.get(criterion)
            found.append(Judged(criterion, "", frozenset(), *pair, ()))
        for id_ in dict.fromkeys((*after.get(criterion, ()), *before.get(criterion, ()))):
            if id_ in told:
                continue  # it stands under another criterion in A
            told.add(id_)
            pair = one.get(id_), other.get(id_)
            homes = frozenset(_home(each) for each in pair if each)
            tests = tuple(_tests(pair[0], pair[1], a, b))
            found.append(Judged(id_, criterion, homes, *pair, tests))
    return tuple(found)


def _findings(verdict: Verdict) -> Mapping[str, Finding]:
    return {each.id: each for each in (*verdict.criteria, *verdict.indicators)}


def _by_criterion(verdict: Verdict) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {each.id: [] for each in verdict.criteria}
    for each in verdict.indicators:
        found.setdefault(_home(each), []).append(each.id)
    return found


def _home(indicator: Finding) -> str:
    return indicator.about.step.partition("/")[0]


def _tests(
    before: Finding | None, after: Finding | None, a: Verdict, b: Verdict
) -> Iterator[TestPair]:
    """Yield the tests that differ: the same step on both sides, then those of the same figures."""
    one = {each.about.step: each for each in before.tests} if before else {}
    other = {each.about.step: each for each in after.tests} if after else {}
    lone = [each for step, each in one.items() if step not in other]
    pairs: list[tuple[Finding | None, Finding | None]] = []
    for step, new in other.items():
        like = (each for each in lone if each.about.measures == new.about.measures)
        old = one.get(step) or next(like, None)
        if old in lone:
            lone.remove(old)
        pairs.append((old, new))
    for old, last in (*pairs, *((each, None) for each in lone)):
        pair = _pair(old, last, a, b)
        if pair is not None:
            yield pair


def _pair(old: Finding | None, new: Finding | None, a: Verdict, b: Verdict) -> TestPair | None:
    """Return two tests side by side; None where nothing differs."""
    sides = []
    for test, verdict in ((old, a), (new, b)):
        seen = said(observed(test, verdict)) if test else None
        sides.append((test.title if test else None, seen, test.status if test else None))
    if sides[0] == sides[1]:
        return None
    (required, seen, status), (required_new, seen_new, status_new) = sides
    return TestPair(required, required_new, seen, seen_new, status, status_new)
