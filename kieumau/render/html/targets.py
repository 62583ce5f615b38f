"""A targets report as an HTML page: whole without a script, its bars drawn in the page."""

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from kieumau.render.html.page import render_page
from kieumau.render.standard_page import Entry
from kieumau.render.targets_page import basis, judged_by, list_basis, titles, ward_tables
from kieumau.render.targets_speech import STATUS, Speaker
from kieumau.render.targets_words import Word
from kieumau.rules.targets import Counted
from kieumau.verdicts.rungs import GoalKind, GroupJudged, Rung, RungStatus
from kieumau.verdicts.targets_report import TargetsReport
from kieumau.wording import Lang, say_date

__all__ = ["targets_html"]

_KINDS: Final = {
    RungStatus.MET: "met",
    RungStatus.NOT_MET: "not-met",
    RungStatus.UNDETERMINED: "open",
    RungStatus.NOT_APPLICABLE: "na",
    RungStatus.NOT_JUDGED: "na",
}
_WORDS = (
    Word.ABOUT_LIST,
    Word.DUE,
    Word.ISSUES,
    Word.JUDGED_BY,
    Word.KNOWN,
    Word.NOT_ASSESSED,
    Word.RESULT,
    Word.TARGET,
    Word.TARGETS,
)


def targets_html(report: TargetsReport, lang: Lang) -> str:
    """Return a report as an HTML document.

    Raises
    ------
    MissingExtraError
        KM-732: jinja2 is not installed.
    """
    speak = Speaker(report, lang)
    return render_page(
        "targets.html.j2",
        lang,
        title=speak.title,
        headline=speak.headline,
        notices=[each.say(lang) for each in report.notices],
        head=list(speak.head()),
        legend=Word.LEGEND.fill(lang),
        rungs=[_rung(each, speak) for each in report.rungs],
        tables=list(ward_tables(report, speak)),
        issues=list(speak.issues()),
        not_assessed=[
            (speak.left(each), [speak.problem(one) for one in each.problems])
            for each in report.not_assessed
        ],
        titles=list(titles(report, lang)),
        list_basis=list(list_basis(report, lang)),
        judged_by=list(judged_by(report, lang)),
        words={word.name: word.fill(lang) for word in _WORDS},
    )


@frozen
class _Segment:
    """A stretch of a bar, in hundredths of its length."""

    start: str
    width: str
    kind: str


@frozen
class _Group:
    """One goal as the page shows it."""

    name: str
    status: str
    kind: str
    observed: str
    bounds: str
    bar: list[_Segment]
    rows: list[tuple[str, str]]


@frozen
class _Shown:
    """One target as the page shows it."""

    anchor: str
    day: str
    title: str
    status: str
    kind: str
    due: str
    why: str
    groups: list[_Group]
    notes: list[str]
    basis: list[Entry]


def _rung(rung: Rung, speak: Speaker) -> _Shown:
    lang = speak.lang
    notes = list(speak.notes(rung))
    if rung.total is not None:
        notes.append(f"{Word.SIDE.fill(lang)}: {speak.side(rung)}.")
    return _Shown(
        f"muc-tieu-{rung.id}",
        say_date(rung.by),
        rung.title.say(lang),
        speak.status(rung),
        _KINDS[rung.status],
        speak.due(rung),
        speak.why(rung),
        [_group(rung, each, speak) for each in rung.groups],
        notes,
        list(basis(rung, speak.report, lang)),
    )


def _group(rung: Rung, group: GroupJudged, speak: Speaker) -> _Group:
    lang = speak.lang
    rows = []
    bounds = speak.bounds(group.count) if group.count.unknown else ""
    if bounds:
        rows.append((Word.BOUNDS.fill(lang), f"{bounds}. {speak.wanting(group)}".strip()))
    if group.counted:
        rows.append((Word.COUNTED.fill(lang), speak.units(group.counted)))
    if unknown := speak.unknown(group):
        rows.append((Word.UNKNOWN.fill(lang), unknown))
    return _Group(
        group.name.say(lang) if group.name else "",
        STATUS[group.status].fill(lang),
        _KINDS[group.status],
        speak.observed(rung, group),
        bounds,
        list(_segments(group, "not-met" if rung.count is Counted.MEETING else "na")),
        rows,
    )


def _segments(group: GroupJudged, not_counted: str) -> Iterator[_Segment]:
    """Yield the stretches of a bar, their ends rounded so that they meet, and the goal."""
    count, done = group.count, 0
    total = max(count.total, 1)
    for n, kind in ((count.yes, "met"), (count.unknown, "open"), (count.no, not_counted)):
        if n:
            start, end = (round(10000 * each / total) for each in (done, done + n))
            yield _Segment(_hundredths(start), _hundredths(end - start), kind)
        done += n
    more = group.required.kind is GoalKind.MORE_THAN
    goal = group.required.units + more
    if 0 < goal <= total:
        at = round(10000 * goal / total)
        yield _Segment(_hundredths(max(0, at - 60)), _hundredths(60), "need")


def _hundredths(number: int) -> str:
    return f"{number // 100}.{number % 100:02d}"
