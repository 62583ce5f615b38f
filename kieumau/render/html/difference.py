"""A comparison as an HTML page: A and B side by side, whole without a script."""

from attrs import frozen

from kieumau.render.difference_speech import Speaker
from kieumau.render.difference_words import Word
from kieumau.render.html.page import render_page
from kieumau.verdicts.difference import Compared, Difference, Differing, Side, Smallest
from kieumau.verdicts.findings import Status
from kieumau.wording import Lang

__all__ = ["difference_html"]

_CLASSES = {
    Status.MET: "met",
    Status.NOT_MET: "not-met",
    Status.UNDETERMINED: "open",
    Status.NOT_APPLICABLE: "na",
    Status.WAIVED: "waived",
}
_WORDS = (
    Word.A,
    Word.B,
    Word.BENEATH_ONLY,
    Word.CAUSE,
    Word.CRITERIA,
    Word.DIFFERENCES,
    Word.IDENTITY,
    Word.OBSERVED,
    Word.OUTCOME,
    Word.SMALLEST,
    Word.SOURCE,
    Word.WHAT,
)


def difference_html(difference: Difference, lang: Lang) -> str:
    """Return a comparison as an HTML document.

    Raises
    ------
    MissingExtraError
        KM-732: jinja2 is not installed.
    """
    speak = Speaker(difference, lang)
    headline, *more = speak.summary()
    compared = [_compared(each, speak) for each in difference.compared]
    return render_page(
        "difference.html.j2",
        lang,
        title=Word.TITLE.fill(lang),
        headline=headline,
        more=more,
        notices=[each.say(lang) for each in difference.notices],
        sides=[_side(each, speak) for each in (difference.a, difference.b)],
        smallest=[_direction(*each, speak) for each in speak.smallest()],
        changed=[each for each in compared if each.changed],
        beneath=[each for each in compared if not each.changed],
        same=Word.SAME.fill(lang, n=difference.same),
        differences=[_differing(each, speak) for each in difference.differences],
        identity=[
            pair
            for side, letter in ((difference.a, "A"), (difference.b, "B"))
            for pair in speak.identity(side, letter)
        ],
        words={word.name: word.fill(lang) for word in _WORDS},
    )


@frozen
class _Row:
    """One criterion or indicator: its statuses, its tests and its causes."""

    title: str
    key: str
    criterion: bool
    changed: bool
    before: tuple[str, str]
    after: tuple[str, str]
    tests: list[str]
    causes: list[tuple[int, str]]


@frozen
class _Told:
    """One difference: its number, what it is, and both sides."""

    number: int
    title: str
    before: str
    after: str
    because: str
    acts: bool


def _side(side: Side, speak: Speaker) -> tuple[str, tuple[str, str]]:
    outcome = speak.outcome(side.outcome, side.reason)
    return speak.side(side), (_CLASSES[Status(side.outcome.value)], outcome)


def _direction(
    sentence: str, smallest: Smallest, speak: Speaker
) -> tuple[str, list[tuple[str, list[_Told]]], str]:
    found = speak.difference
    sets = [
        (said, [_differing(found.differing(number), speak) for number in numbers])
        for said, numbers in speak.sets(smallest)
    ]
    return sentence, sets, speak.proof(smallest)


def _compared(compared: Compared, speak: Speaker) -> _Row:
    title = compared.title.say(speak.lang)
    return _Row(
        title if compared.counted else Word.NOT_COUNTED.fill(speak.lang, said=title),
        compared.id,
        not compared.criterion,
        compared.changed,
        _status(compared.before, speak),
        _status(compared.after, speak),
        list(speak.tests(compared)),
        [(each.difference, speak.cause(each)) for each in compared.causes],
    )


def _status(status: Status | None, speak: Speaker) -> tuple[str, str]:
    return (_CLASSES[status] if status else "na", speak.status(status))


def _differing(differing: Differing, speak: Speaker) -> _Told:
    before, after = speak.sides(differing)
    return _Told(
        differing.number,
        speak.numbered(differing),
        before,
        after,
        speak.because(differing),
        differing.acts,
    )
