"""What a comparison says, piece by piece, in one language: the sentences every format shares."""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from kieumau.render.difference_words import Word
from kieumau.render.opening import OUTCOME
from kieumau.render.phrasebook import Phrase
from kieumau.render.tree import STATUS
from kieumau.verdicts.difference import (
    Because,
    Cause,
    Compared,
    Difference,
    Differing,
    DifferingKind,
    Side,
    Smallest,
    TestPair,
    Wards,
)
from kieumau.verdicts.findings import Status
from kieumau.verdicts.record import Outcome
from kieumau.wording import Lang, Text, say_date

__all__ = ["Speaker"]

_KINDS: Final = {
    kind: Word[kind.name] if kind is not DifferingKind.DIGEST else Word.RULES_DIGEST
    for kind in DifferingKind
}
_BECAUSE: Final = {because: Word[f"BY_{because.name}"] for because in Because}


@frozen
class Speaker:
    """One comparison in one language."""

    difference: Difference
    lang: Lang

    @property
    def labels(self) -> tuple[str, str]:
        """What the two sides are called."""
        return Word.A.fill(self.lang), Word.B.fill(self.lang)

    # --- the sides

    def side(self, side: Side) -> str:
        """Return whose figures a side is, of what time, and under what."""
        lang, period = self.lang, side.period
        days = Phrase.DAYS.text.say(lang).format(
            first=say_date(period.first), last=say_date(period.last)
        )
        return Word.SIDE.fill(
            lang,
            ward=side.ward,
            code=side.code,
            days=days,
            title=side.title.say(lang),
            id=side.standard,
            on=say_date(side.on),
        )

    def outcome(self, outcome: Outcome, reason: str = "") -> str:
        """Return what an outcome is called."""
        said = OUTCOME[outcome].text.say(self.lang)
        return Word.NOTHING_ASSESSED.fill(self.lang, outcome=said) if reason else said

    def summary(self) -> Iterator[str]:
        """Yield the headline and what must be known to read it."""
        found, lang = self.difference, self.lang
        before, after = (self.outcome(each.outcome, each.reason) for each in (found.a, found.b))
        if found.changed:
            yield Word.CHANGED.fill(lang, before=before, after=after)
        elif found.empty:
            yield Word.EMPTY.fill(lang)
        else:
            yield Word.UNCHANGED.fill(lang, outcome=before)
        if not found.empty:
            statuses = sum(each.changed for each in found.compared)
            n = len(found.differences)
            yield Word.BENEATH.fill(lang, statuses=statuses, differences=n)
        if found.wards is Wards.PERIODS:
            yield Word.PERIODS.fill(lang)

    def identity(self, side: Side, label: str) -> Iterator[tuple[str, str]]:
        """Yield what names the standard of A or B exactly."""
        lang = self.lang
        plugins = ", ".join(
            Word.PLUGIN.fill(lang, id=each.id, version=each.version) for each in side.plugins
        )
        yield Word.PLUGINS.fill(lang, side=label), f"{plugins}; kieumau {side.library}"
        yield Word.DIGEST.fill(lang, side=label), side.digest

    # --- what alone brings the change

    def smallest(self) -> Iterator[tuple[str, Smallest]]:
        """Yield each direction's sentence with its sets."""
        found = self.difference
        before, after = self.outcome(found.a.outcome), self.outcome(found.b.outcome)
        if found.brings:
            yield Word.BRINGS.fill(self.lang, before=before, after=after), found.brings
        if found.undoes:
            yield Word.UNDOES.fill(self.lang, before=after, after=before), found.undoes

    def sets(self, smallest: Smallest) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Yield each set in words with its numbers; single differences in one breath."""
        if smallest.size == 1 and len(smallest.sets) > 1:
            together = tuple(number for each in smallest.sets for number in each)
            yield Word.EACH_ALONE.fill(self.lang), together
            return
        for each in smallest.sets:
            yield self.set_said(each), each

    def set_said(self, numbers: Sequence[int]) -> str:
        """Return which differences one set has."""
        if len(numbers) == 1:
            return Word.SET_ALONE.fill(self.lang, numbers=numbers[0])
        *first, last = map(str, numbers)
        said = Word.AND.fill(self.lang, first=", ".join(first), last=last)
        return Word.SET_JOINT.fill(self.lang, n=len(numbers), numbers=said)

    def proof(self, smallest: Smallest) -> str:
        """Return how sure it is that no smaller set does it."""
        lang, tried = self.lang, smallest.tried
        if smallest.exact and smallest.size == 1:
            said = Word.EXACT_ONE.fill(lang, tried=tried)
        elif smallest.exact:
            said = Word.EXACT.fill(lang, n=smallest.size, tried=tried)
        else:
            below = Word.CUT_BELOW.fill(lang, below=smallest.below)
            said = f"{Word.CUT.fill(lang, tried=tried)} {below}"
        return f"{said} {Word.MORE.fill(lang)}" if smallest.more else said

    # --- criteria and indicators

    def status(self, status: Status | None) -> str:
        """Return what a status is called."""
        return STATUS[status].text.say(self.lang) if status else Word.ABSENT.fill(self.lang)

    def becomes(self, compared: Compared) -> str:
        """Return a status before and after."""
        before, after = self.status(compared.before), self.status(compared.after)
        if compared.changed:
            said = Word.BECOMES.fill(self.lang, before=before, after=after)
        else:
            said = Word.STAYS.fill(self.lang, status=before)
        return said if compared.counted else Word.NOT_COUNTED.fill(self.lang, said=said)

    def tests(self, compared: Compared) -> Iterator[str]:
        """Yield the tests of an indicator; a side that has none of it is not spoken of."""
        for pair in compared.tests:
            if compared.before is None and pair.required_after:
                yield self.seen(pair.required_after, pair.observed_after)
            elif compared.after is None and pair.required_before:
                yield self.seen(pair.required_before, pair.observed_before)
            else:
                yield from self.test(pair)

    def seen(self, required: Text, observed: Text | None) -> str:
        """Return one test of one side."""
        return f"{required.say(self.lang)}: {self.text(observed)}"

    def test(self, pair: TestPair) -> Iterator[str]:
        """Yield one test as A and as B have it; on one line where both ask the same."""
        lang = self.lang
        seen = [self.text(each) for each in (pair.observed_before, pair.observed_after)]
        if pair.required_before == pair.required_after and pair.required_after:
            required = pair.required_after.say(lang)
            both = Word.BECOMES.fill(lang, before=seen[0], after=seen[1])
            yield f"{required}: {seen[0] if seen[0] == seen[1] else both}"
            return
        sides = (pair.required_before, pair.required_after)
        for label, asked, found in zip(("A", "B"), sides, seen, strict=True):
            if asked is None:
                yield Word.NO_TEST.fill(lang, side=label)
            else:
                yield Word.TEST.fill(lang, side=label, required=asked.say(lang), observed=found)

    def cause(self, cause: Cause) -> str:
        """Return one cause with its part in a change."""
        differing = self.difference.differing(cause.difference)
        return Word.CAUSE_SAID.fill(
            self.lang,
            number=cause.difference,
            what=self.what(differing),
            part=self.part(cause),
        )

    def part(self, cause: Cause) -> str:
        """Return what part a difference has in a change."""
        match cause.brings, cause.undoes:
            case (True, True):
                word = Word.SOLE
            case (True, _):
                word = Word.ENOUGH
            case (_, True):
                word = Word.NEEDED
            case (False, False):
                word = Word.JOINT
            case _:
                word = Word.POSSIBLE
        return word.fill(self.lang)

    # --- differences

    def text(self, text: Text | None) -> str:
        """Return a text, or that it is not there."""
        return text.say(self.lang) if text else Word.ABSENT.fill(self.lang)

    def numbered(self, differing: Differing) -> str:
        """Return a difference's number, sort and title."""
        return Word.NUMBERED.fill(self.lang, number=differing.number, what=self.what(differing))

    def what(self, differing: Differing) -> str:
        """Return a difference's sort and title; a period is its own."""
        kind = _KINDS[differing.kind].fill(self.lang)
        if differing.kind is DifferingKind.PERIOD:
            return kind
        return Word.KIND_OF.fill(self.lang, kind=kind, title=differing.title.say(self.lang))

    def sides(self, differing: Differing) -> tuple[str, str]:
        """Return what A and what B say."""
        if differing.kind is DifferingKind.FACT:
            lacking = Word.NOT_SUPPLIED.text
            return self.text(differing.before or lacking), self.text(differing.after or lacking)
        return self.text(differing.before), self.text(differing.after)

    def both(self, differing: Differing) -> str:
        """Return what A and what B say on one line."""
        before, after = self.sides(differing)
        if before != after:
            return Word.BECOMES.fill(self.lang, before=before, after=after)
        return before if differing.acts else Word.SAME_WORDS.fill(self.lang)

    def because(self, differing: Differing) -> str:
        """Return what a difference comes from."""
        source = differing.source.say(self.lang) if differing.source else ""
        said = _BECAUSE[differing.because].fill(self.lang, source=source)
        return said if differing.acts else f"{said}; {Word.INERT.fill(self.lang)}"
