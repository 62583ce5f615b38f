"""What a batch's summary says, piece by piece, in one language: what every format shares."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from attrs import frozen

from kieumau.render.batch_data import BatchSummary, CriterionCount, Reason
from kieumau.render.batch_words import Said
from kieumau.render.opening import OUTCOME
from kieumau.render.tree import STATUS
from kieumau.verdicts.findings import Status
from kieumau.verdicts.record import Outcome
from kieumau.wording import Lang, say_date, say_number

__all__ = ["MOST_REASONS", "BatchSpeaker"]

MOST_REASONS = 12
"""Named one by one; the others are counted, and are all in the JSON."""
_TENTH = Decimal("0.1")


@frozen
class BatchSpeaker:
    """One summary in one language."""

    summary: BatchSummary
    lang: Lang

    @property
    def title(self) -> str:
        """What the whole is called."""
        return Said.TITLE.fill(self.lang, title=self.summary.standard.title.say(self.lang))

    def standard(self) -> str:
        """Return the criteria's title, id and version."""
        layer = self.summary.standard
        title = layer.title.say(self.lang)
        return Said.LAYER.fill(self.lang, title=title, id=layer.id, version=layer.version)

    def head(self) -> Iterator[tuple[str, str]]:
        """Yield the labels of the head and what stands after each."""
        summary, lang = self.summary, self.lang
        yield Said.STANDARD.fill(lang), self.standard()
        yield Said.ON.fill(lang), say_date(summary.on)
        yield Said.SOURCE.fill(lang), summary.source
        if summary.judged:
            first, last = summary.period
            yield Said.PERIOD.fill(lang), Said.FROM_TO.fill(lang, first=first, last=last)
        counts = {"rows": summary.rows, "judged": summary.judged, "aside": summary.set_aside}
        said = {name: self.number(n) for name, n in counts.items()}
        yield Said.ROWS.fill(lang), Said.COUNTED.fill(lang, **said)
        yield Said.OUTPUT.fill(lang), summary.output

    def number(self, n: int) -> str:
        """Return a count as the language writes it."""
        return say_number(n, self.lang)

    def outcomes(self) -> Iterator[tuple[Outcome, int, str]]:
        """Yield how many wards come to each outcome, and that in words."""
        summary = self.summary
        counts = (summary.met, summary.not_met, summary.undetermined)
        for outcome, n in zip(Outcome, counts, strict=True):
            yield outcome, n, self._share(n, OUTCOME[outcome].text.say(self.lang))

    def _share(self, n: int, what: str) -> str:
        share = (Decimal(100 * n) / max(self.summary.judged, 1)).quantize(_TENTH, ROUND_HALF_UP)
        said = say_number(share, self.lang)
        return Said.SHARE.fill(self.lang, n=self.number(n), what=what, share=said)

    def reasons(self) -> Iterator[tuple[Said, Reason]]:
        """Yield every reason with the phrase that says it, those of most wards first."""
        summary = self.summary
        for word, found in (
            (Said.UNMET, summary.unmet),
            (Said.MISSING, summary.missing),
            (Said.INEXACT, summary.inexact),
        ):
            yield from ((word, each) for each in found)

    def reason(self, word: Said, reason: Reason) -> str:
        """Return one reason in words."""
        lang, title = self.lang, reason.title.say(self.lang)
        said = word.fill(lang, n=self.number(reason.wards), title=title)
        if not reason.alone:
            return f"{said}."
        alone = Said.ALONE.fill(lang, n=self.number(reason.alone))
        return f"{said} ({alone})."

    def status(self, status: Status) -> str:
        """Return what a status is called."""
        return STATUS[status].text.say(self.lang)

    def counts(self, criterion: CriterionCount) -> str:
        """Return how many wards stand how at a criterion, those none stands at left out."""
        return ", ".join(
            f"{self.number(n)} {self.status(status)}" for status, n in stands(criterion) if n
        )


def stands(criterion: CriterionCount) -> Iterator[tuple[Status, int]]:
    """Yield how many wards stand how, in the order of bars."""
    yield Status.MET, criterion.met
    yield Status.UNDETERMINED, criterion.undetermined
    yield Status.NOT_MET, criterion.not_met
