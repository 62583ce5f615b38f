"""A batch's summary as an HTML page: whole without a script, its charts beside their figures."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import frozen

from kieumau.render.batch_data import BatchSummary
from kieumau.render.batch_speech import BatchSpeaker, stands
from kieumau.render.batch_words import Said
from kieumau.render.html.charts import Bar, Mark, Shade, bars, heat_map
from kieumau.render.html.page import render_page
from kieumau.render.opening import OUTCOME
from kieumau.verdicts.findings import Status
from kieumau.wording import Lang

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["batch_html"]

_WORDS = (
    Said.ASIDE,
    Said.CODE,
    Said.CRITERIA,
    Said.FIGURES,
    Said.HEAT,
    Said.ROWS,
    Said.NONE,
    Said.OUTCOMES,
    Said.REASON,
    Said.SEVERAL,
    Said.SOLE,
    Said.WARDS,
    Said.WHY,
    Said.WRONG,
)
_SIGNS: Mapping[Status, tuple[str, Shade]] = MappingProxyType(
    {
        Status.MET: ("✓", Shade.MET),
        Status.UNDETERMINED: ("?", Shade.OPEN),
        Status.NOT_MET: ("✗", Shade.NOT_MET),
    }
)
_TRUTHS = (Status.NOT_MET, Status.UNDETERMINED, Status.MET)


@frozen
class _Figure:
    """A chart with the same figures as a table."""

    title: str
    drawing: "Markup"
    heads: list[str]
    rows: list[list[str]]


def batch_html(summary: BatchSummary, lang: Lang) -> str:
    """Return a summary as an HTML document.

    Raises
    ------
    MissingExtraError
        KM-732: jinja2 or vl-convert is not installed.
    """
    page = _Page(summary, lang, BatchSpeaker(summary, lang))
    speak = page.speak
    all_shown = len(summary.shown) == summary.judged
    worst = {"n": speak.number(len(summary.shown)), "all": speak.number(summary.judged)}
    return render_page(
        "batch.html.j2",
        lang,
        title=speak.title,
        notices=[each.say(lang) for each in summary.notices],
        head=list(speak.head()),
        headline="; ".join(said for _, _, said in speak.outcomes()) + ".",
        outcome=page.outcome(),
        criteria=page.criteria(),
        heat=page.heat(),
        numbered=[each.title.say(lang) for each in summary.criteria],
        worst="" if all_shown else Said.WORST.fill(lang, **worst),
        reasons=list(page.reasons()),
        refused=list(page.refused()),
        aside=Said.ASIDE_IN.fill(lang, path=summary.set_aside_in),
        ignored=Said.IGNORED.fill(lang, columns=", ".join(summary.ignored))
        if summary.ignored
        else "",
        words={word.name: word.fill(lang) for word in _WORDS},
    )


@frozen
class _Page:
    summary: BatchSummary
    lang: Lang
    speak: BatchSpeaker

    def mark(self, status: Status, label: str = "") -> Mark:
        """Return how a status is shown in charts."""
        return Mark(label or self.speak.status(status), *_SIGNS[status])

    def outcome(self) -> _Figure:
        found = list(self.speak.outcomes())
        ordered = [found[0], found[2], found[1]]  # met, undetermined, not met: as all bars
        counts = [
            (self.mark(Status(outcome.value), OUTCOME[outcome].text.say(self.lang)), n)
            for outcome, n, _ in ordered
        ]
        title = Said.BY_OUTCOME.fill(self.lang)
        rows = [[mark.label, self.speak.number(n)] for mark, n in counts]
        shown = [Bar("", counts)] if self.summary.judged else []
        return _Figure(title, bars(shown, alt=self._alt(title, rows)), self._heads(), rows)

    def _heads(self) -> list[str]:
        return [Said.OUTCOMES.fill(self.lang), Said.WARDS.fill(self.lang)]

    def _alt(self, title: str, rows: list[list[str]]) -> str:
        counts = ", ".join(" ".join(reversed(row)) for row in rows)
        return Said.ALT.fill(self.lang, title=title, counts=counts)

    def criteria(self) -> _Figure:
        lang, speak = self.lang, self.speak
        title = Said.BY_CRITERION.fill(lang)
        shown = [
            Bar(each.title.say(lang), [(self.mark(status), n) for status, n in stands(each)])
            for each in self.summary.criteria
            if self.summary.judged
        ]
        heads = [Said.CRITERION.fill(lang), *(self.mark(each).label for each in _SIGNS)]
        rows = [[bar.title, *(speak.number(n) for _, n in bar.counts)] for bar in shown]
        alt = "; ".join(
            f"{each.title.say(lang)}: {speak.counts(each)}" for each in self.summary.criteria
        )
        alt = Said.ALT.fill(lang, title=title, counts=alt)
        return _Figure(title, bars(shown, alt=alt), heads, rows)

    def heat(self) -> _Figure:
        lang, summary = self.lang, self.summary
        columns = [str(number) for number, _ in enumerate(summary.criteria, 1)]
        rows = [
            (each.ward.name, [self.mark(_TRUTHS[truth]) for truth in each.truths])
            for each in summary.shown
        ]
        title = Said.GRID.fill(lang)
        alt = Said.ALT.fill(lang, title=title, counts=f"{len(rows)} × {len(columns)}")
        table = [
            [f"{each.ward.name} ({each.ward.code})", *(mark.label for mark in marks)]
            for each, (_, marks) in zip(summary.shown, rows, strict=True)
        ]
        heads = [Said.WARD.fill(lang), *columns]
        return _Figure(title, heat_map(columns, rows, alt=alt), heads, table)

    def reasons(self) -> Iterator[tuple[str, str, str]]:
        for word, each in self.speak.reasons():
            n, alone = (self.speak.number(count) for count in (each.wards, each.alone))
            said = word.fill(self.lang, n=n, title=each.title.say(self.lang))
            yield said, n, alone

    def refused(self) -> Iterator[tuple[str, str, list[str]]]:
        for each in self.summary.refused:
            examples = [f"{place}: {said.say(self.lang)}" for place, said in each.examples]
            yield each.code, self.speak.number(each.rows), examples
