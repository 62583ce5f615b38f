"""A preview as an HTML page: whole without a script, its bars drawn in the page."""

from collections.abc import Iterator

from attrs import frozen

from kieumau.render.html.page import STATUS_CLASSES, render_page
from kieumau.render.preview_data import Comparison, Preview, RefinementSaid, Tally
from kieumau.render.preview_speech import Speaker
from kieumau.render.preview_words import Word
from kieumau.verdicts.findings import Status
from kieumau.verdicts.record import Outcome
from kieumau.wording import Lang, say_date

__all__ = ["preview_html"]

_WORDS = (
    Word.AFTER,
    Word.AGAINST,
    Word.BASIS,
    Word.BEFORE,
    Word.BY_CRITERION,
    Word.BY_REFINEMENT,
    Word.CHANGED_WARDS,
    Word.NOT_COMPARED,
    Word.OBSERVED,
    Word.ON,
    Word.OUTCOME,
    Word.PART,
    Word.REFINEMENT,
    Word.TRIED,
    Word.WARD,
)


def preview_html(preview: Preview, lang: Lang) -> str:
    """Return a preview as an HTML document.

    Raises
    ------
    MissingExtraError
        KM-732: jinja2 is not installed.
    """
    speak = Speaker(preview, lang)
    headline, *more = speak.summary()
    return render_page(
        "preview.html.j2",
        lang,
        title=speak.title,
        tried=speak.layer(preview.plugin),
        against=speak.layer(preview.below),
        on=say_date(preview.on),
        headline=headline,
        more=more,
        notices=[each.say(lang) for each in preview.notices],
        refinements=[_refinement(each, speak) for each in preview.refinements],
        charts=list(_charts(speak)),
        not_compared=[
            (speak.ward(each.ward), [speak.problem(one) for one in each.problems])
            for each in preview.not_compared
        ],
        words={word.name: word.fill(lang) for word in _WORDS},
    )


@frozen
class _Row:
    """One ward a refinement changes."""

    ward: str
    before: tuple[str, str]
    after: tuple[str, str]
    part: str
    readings: list[str]


@frozen
class _Refined:
    """One refinement as the page shows it."""

    number: int
    anchor: str
    title: str
    label: str
    said: str
    basis: str
    effect: str
    rows: list[_Row]


@frozen
class _Segment:
    """A stretch of a bar, in hundredths of its length."""

    start: str
    width: str
    kind: str


@frozen
class _Bar:
    """One bar with its words."""

    when: str
    counts: str
    segments: list[_Segment]


def _refinement(refinement: RefinementSaid, speak: Speaker) -> _Refined:
    lang = speak.lang
    return _Refined(
        refinement.number,
        f"muc-{refinement.number}",
        speak.numbered(refinement),
        speak.asks(refinement),
        refinement.said.say(lang),
        refinement.basis.say(lang) if refinement.basis else "",
        speak.effect(refinement),
        [
            _Row(
                speak.ward(ward.ward),
                _status(ward.before, speak),
                _status(ward.after, speak),
                speak.part(ward, cause),
                [speak.reading(each) for each in cause.readings],
            )
            for ward, cause in speak.affected(refinement)
        ],
    )


def _status(outcome: Outcome, speak: Speaker) -> tuple[str, str]:
    return STATUS_CLASSES[Status(outcome.value)], speak.outcome(outcome)


def _charts(speak: Speaker) -> Iterator[tuple[str, list[_Bar]]]:
    """Yield the title and the bars of the outcome, then of each criterion."""
    preview, lang = speak.preview, speak.lang
    yield Word.WHOLE.fill(lang), _bars(preview.outcome, speak, outcomes=True)
    for each in preview.criteria:
        title = each.title.say(lang)
        added = Word.ADDED.fill(lang, title=title)
        yield title if each.before else added, _bars(each, speak, outcomes=False)


def _bars(compared: Comparison, speak: Speaker, *, outcomes: bool) -> list[_Bar]:
    shown = ((Word.BEFORE, compared.before), (Word.AFTER, compared.after))
    return [
        _Bar(word.fill(speak.lang), speak.counts(tally, outcomes=outcomes), list(_segments(tally)))
        for word, tally in shown
        if tally
    ]


def _segments(tally: Tally) -> Iterator[_Segment]:
    """Yield the stretches of a bar, their ends rounded so that they meet."""
    done = 0
    for status, kind in STATUS_CLASSES.items():
        n = tally.of(status)
        if n:
            start, end = (round(10000 * each / tally.total) for each in (done, done + n))
            yield _Segment(_hundredths(start), _hundredths(end - start), kind)
        done += n


def _hundredths(number: int) -> str:
    return f"{number // 100}.{number % 100:02d}"
