"""What a preview says, piece by piece, in one language: the sentences every format shares."""

from collections import Counter
from collections.abc import Iterator

from attrs import frozen

from kieumau.render.opening import OUTCOME
from kieumau.render.preview_data import (
    Cause,
    ChangedWard,
    Layer,
    Preview,
    Problem,
    Reading,
    RefinementKind,
    RefinementSaid,
    Share,
    Tally,
    WardNamed,
)
from kieumau.render.preview_words import Word
from kieumau.render.tree import STATUS
from kieumau.verdicts.findings import Status
from kieumau.verdicts.record import Outcome
from kieumau.wording import Lang

__all__ = ["Speaker"]

_KINDS = {
    RefinementKind.TIGHTEN: Word.TIGHTEN,
    RefinementKind.ALSO: Word.ALSO,
    RefinementKind.ADD_INDICATOR: Word.ADD_INDICATOR,
    RefinementKind.ADD_CRITERION: Word.ADD_CRITERION,
    RefinementKind.WAIVE: Word.WAIVE,
}


@frozen
class Speaker:
    """One preview in one language."""

    preview: Preview
    lang: Lang

    @property
    def title(self) -> str:
        """What the whole is called."""
        return Word.TITLE.fill(self.lang, title=self.preview.plugin.title.say(self.lang))

    def layer(self, layer: Layer) -> str:
        """Return a plugin's title, id and version."""
        title = layer.title.say(self.lang)
        return Word.LAYER.fill(self.lang, title=title, id=layer.id, version=layer.version)

    def summary(self) -> Iterator[str]:
        """Yield the headline and what must be known to read it."""
        preview, lang = self.preview, self.lang
        yield self.headline()
        if preview.unchanged.total:
            counts = self.counts(preview.unchanged, outcomes=True)
            yield Word.UNCHANGED.fill(lang, n=preview.unchanged.total, counts=counts)
        if preview.not_compared:
            yield Word.LEFT_OUT.fill(lang, n=len(preview.not_compared))
        if preview.clarified:
            yield Word.IDLE.fill(lang, n=preview.clarified)
        if preview.elsewhen:
            yield Word.ELSEWHEN.fill(lang, n=preview.elsewhen)

    def headline(self) -> str:
        """Return how many wards change, and from what to what."""
        lang, changed = self.lang, self.preview.changed
        said = Word.NONE_CHANGES.fill(lang)
        if changed:
            moves = Counter((each.before, each.after) for each in changed).most_common()
            shown = ", ".join(
                Word.MOVE.fill(lang, n=n, before=self.outcome(before), after=self.outcome(after))
                for (before, after), n in moves
            )
            said = Word.SOME_CHANGE.fill(lang, n=len(changed), moves=shown)
        n = self.preview.compared
        return (Word.HEADLINE_ONE if n == 1 else Word.HEADLINE).fill(lang, n=n, said=said)

    def ward(self, ward: WardNamed) -> str:
        """Return a ward's name and code."""
        return Word.CODED.fill(self.lang, name=ward.name, code=ward.code)

    def outcome(self, outcome: Outcome) -> str:
        """Return what an outcome is called."""
        return OUTCOME[outcome].text.say(self.lang)

    def status(self, status: Status) -> str:
        """Return what a status is called."""
        return STATUS[status].text.say(self.lang)

    def becomes(self, ward: ChangedWard) -> str:
        """Return a ward's outcome before and after."""
        before, after = self.outcome(ward.before), self.outcome(ward.after)
        return Word.BECOMES.fill(self.lang, before=before, after=after)

    def counts(self, tally: Tally, *, outcomes: bool = False) -> str:
        """Return how many wards stand how, those none stands at left out."""
        said = {status: self.status(status) for status in Status}
        if outcomes:
            said |= {Status(each.value): self.outcome(each) for each in Outcome}
        return ", ".join(f"{tally.of(each)} {said[each]}" for each in Status if tally.of(each))

    def kind(self, refinement: RefinementSaid) -> str:
        """Return what a refinement does."""
        return _KINDS[refinement.kind].fill(self.lang)

    def numbered(self, refinement: RefinementSaid) -> str:
        """Return a refinement's number, what it does, and to what."""
        title = refinement.title.say(self.lang)
        kind = self.kind(refinement)
        return Word.NUMBERED.fill(self.lang, number=refinement.number, kind=kind, title=title)

    def asks(self, refinement: RefinementSaid) -> str:
        """Return the label of what a refinement asks for."""
        waives = refinement.kind is RefinementKind.WAIVE
        return (Word.WHEN if waives else Word.ASKS).fill(self.lang)

    def affected(self, refinement: RefinementSaid) -> Iterator[tuple[ChangedWard, Cause]]:
        """Yield the wards a refinement has a part in changing."""
        for ward in self.preview.changed:
            for cause in ward.causes:
                if cause.refinement == refinement.number:
                    yield ward, cause

    def effect(self, refinement: RefinementSaid) -> str:
        """Return in how many wards a refinement changes something."""
        lang, n = self.lang, len(list(self.affected(refinement)))
        said = Word.CHANGES.fill(lang, n=n) if n else Word.CHANGES_NONE.fill(lang)
        if refinement.shifted <= n:
            return said
        return f"{said} {Word.SHIFTED.fill(lang, n=refinement.shifted)}"

    def part(self, ward: ChangedWard, cause: Cause) -> str:
        """Return what part a refinement has in a ward's change."""
        numbers = [each.refinement for each in ward.causes if each is not cause]
        others = ", ".join(Word.NUMBER.fill(self.lang, number=each) for each in numbers)
        match cause.share:
            case Share.SOLE:
                return Word.SOLE.fill(self.lang)
            case Share.ENOUGH:
                return Word.ENOUGH.fill(self.lang, others=others)
            case Share.JOINT if others:
                return Word.JOINT.fill(self.lang, others=others)
            case Share.JOINT:
                return Word.JOINT_ANY.fill(self.lang)

    def reading(self, reading: Reading) -> str:
        """Return what was observed, against what is required, and how far off it is."""
        lang = self.lang
        required, observed = reading.required.say(lang), reading.observed.say(lang)
        if reading.gap is None:
            return Word.SEEN.fill(lang, required=required, observed=observed)
        gap = reading.gap.say(lang)
        return Word.SEEN_GAP.fill(lang, required=required, observed=observed, gap=gap)

    def problem(self, problem: Problem) -> str:
        """Return why a ward could not be assessed."""
        said = f"{problem.code} {problem.message.say(self.lang)}"
        return f"{problem.place}: {said}" if problem.place else said
