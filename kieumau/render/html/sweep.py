"""A sweep as an HTML page: curves of one threshold, a grid of two, and the figures beside them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from kieumau.render.html.charts import Curve, Guide, Mark, Shade, curves, heat_map
from kieumau.render.html.page import render_page
from kieumau.render.sweep_data import Group, Point, Sweep
from kieumau.render.sweep_speech import Speaker
from kieumau.render.sweep_words import Word
from kieumau.wording import Lang, say_number

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["sweep_html"]

_WORDS = (
    Word.BASIS,
    Word.FIGURES,
    Word.MOVED,
    Word.NOT_COMPARED,
    Word.ON,
    Word.RULES,
    Word.THINNED,
)
_BANDS = (
    ("○", Shade.NOT_MET),
    ("◔", Shade.NOT_MET),
    ("◑", Shade.OPEN),
    ("◕", Shade.MET),
    ("●", Shade.MET),
)
_LINES = (
    (Word.MET, Shade.MET, ()),
    (Word.UNDETERMINED, Shade.OPEN, (2, 4)),
    (Word.NOT_MET, Shade.NOT_MET, (8, 4)),
)
_DASHES = ((), (8, 4), (2, 4), (8, 4, 2, 4), (14, 4))
"""As many years as can be told apart."""
_MOST_ACROSS, _MOST_DOWN = 7, 40


def sweep_html(sweep: Sweep, lang: Lang) -> str:
    """Return a sweep as an HTML document.

    Raises
    ------
    MissingExtraError
        KM-732: jinja2 or vl-convert is not installed.
    """
    speak = Speaker(sweep, lang)
    pictures = _Pictures(sweep, lang, speak)
    return render_page(
        "sweep.html.j2",
        lang,
        title=speak.title,
        headline=speak.headline,
        left_out=speak.left_out,
        notices=[each.say(lang) for each in sweep.notices],
        standing=speak.rules,
        on=speak.on,
        moved=[
            {"said": speak.moved(each), "basis": each.basis.say(lang) if each.basis else ""}
            for each in sweep.thresholds
        ],
        figures=list(pictures.figures()),
        not_compared=[
            (speak.ward(each), [speak.problem(one) for one in each.problems])
            for each in sweep.not_compared
        ],
        words={word.name: word.fill(lang) for word in _WORDS},
    )


@frozen
class _Figure:
    """One picture with its figures.

    Attributes
    ----------
    thinned
        Whether it shows only some of the points.
    """

    title: str
    said: str
    caption: str
    drawing: "Markup"
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    thinned: bool = False


@frozen
class _Pictures:
    sweep: Sweep
    lang: Lang
    speak: Speaker

    def figures(self) -> Iterator[_Figure]:
        grid = len(self.sweep.thresholds) > 1
        for group in self.sweep.groups:
            yield self.heat(group) if grid else self.curve(group)
        if not grid and 1 < len(self.sweep.groups) <= len(_DASHES) + 1:
            yield self.years()

    def curve(self, group: Group) -> _Figure:
        """Return the curves of one threshold over some wards."""
        points = self.sweep.thresholds[0].points
        by_word = {
            Word.MET: [each.met for each in group.counts],
            Word.UNDETERMINED: [each.undetermined for each in group.counts],
            Word.NOT_MET: [each.not_met for each in group.counts],
        }
        lines = [
            self.line(word.fill(self.lang), by_word[word], shade, dash)
            for word, shade, dash in _LINES
        ]
        alt = Word.CURVE_ALT.fill(
            self.lang,
            first=group.counts[0].met,
            low=points[0].said.say(self.lang),
            last=group.counts[-1].met,
            high=points[-1].said.say(self.lang),
        )
        return _Figure(
            self.speak.table_title(group),
            Word.ALL_OF.fill(self.lang, n=say_number(group.wards, self.lang)),
            Word.CURVE.fill(self.lang),
            self.drawn(lines, alt),
            self.speak.columns(),
            list(self.speak.rows(group)),
        )

    def years(self) -> _Figure:
        """Return the curves of the years together."""
        every, *groups = self.sweep.groups
        names = [Word.YEAR.fill(self.lang, year=group.year or 0) for group in groups]
        met = [[each.met for each in group.counts] for group in groups]
        shades = (Shade.LINK, Shade.MET, Shade.OPEN, Shade.WAIVED, Shade.NOT_MET)
        lines = [
            self.line(name, numbers, shade, dash)
            for name, numbers, shade, dash in zip(names, met, shades, _DASHES, strict=False)
        ]
        points = self.sweep.thresholds[0].points
        title = Word.BY_YEAR.fill(self.lang)
        rows = [
            [self.speak.point(point), *(say_number(each[at], self.lang) for each in met)]
            for at, point in enumerate(points)
        ]
        said = Word.ALL_OF.fill(self.lang, n=say_number(every.wards, self.lang))
        heads = [Word.AT.fill(self.lang), *names]
        return _Figure(title, said, title, self.drawn(lines, title), heads, rows)

    def line(self, label: str, numbers: Sequence[int], shade: Shade, dash: Sequence[int]) -> Curve:
        points = [each.at for each in self.sweep.thresholds[0].points]
        return Curve(label, shade, list(zip(points, numbers, strict=True)), dash, step=False)

    def drawn(self, lines: Sequence[Curve], alt: str) -> "Markup":
        (threshold,) = self.sweep.thresholds
        now = next(each for each in threshold.points if each.now)
        guide = Guide(Word.NOW.fill(self.lang, said=now.said.say(self.lang)), now.at)
        return curves(
            lines,
            x=threshold.measure.say(self.lang),
            y=Word.WARDS.fill(self.lang),
            alt=alt,
            lang=self.lang,
            guides=[guide],
        )

    def heat(self, group: Group) -> _Figure:
        """Return a grid of how many wards meet the criteria at each pair, in at most five bands."""
        down, across = (each.points for each in self.sweep.thresholds)
        rows, columns = _thin(down, _MOST_DOWN), _thin(across, _MOST_ACROSS)
        lines = list(self.speak.lines(group))
        met = [each.met for each in group.counts]
        least, most = min(met), max(met)
        size = -(-(most - least + 1) // len(_BANDS))
        marks = [self.band(n, least + n * size, size) for n in range(len(_BANDS))]
        cells = [
            (
                self.mark(down[row]),
                [marks[(lines[row][at].met - least) // size] for at in columns],
            )
            for row in rows
        ]
        names = [each.measure.say(self.lang) for each in self.sweep.thresholds]
        alt = Word.HEAT_ALT.fill(self.lang, down=names[0], across=names[1])
        return _Figure(
            self.speak.table_title(group),
            self.speak.axes(group),
            Word.HEAT.fill(self.lang),
            heat_map([self.mark(across[at]) for at in columns], cells, alt=alt),
            self.speak.columns(),
            list(self.speak.rows(group)),
            len(rows) < len(down) or len(columns) < len(across),
        )

    def band(self, n: int, low: int, size: int) -> Mark:
        """Return the mark of some numbers of wards."""
        sign, shade = _BANDS[n]
        return Mark(str(low) if size == 1 else f"{low}–{low + size - 1}", sign, shade)

    def mark(self, point: Point) -> str:
        """Return a point as a picture names it: short, the one in force with a star."""
        said = point.said.say(self.lang)
        return f"{said}*" if point.now else said


def _thin(points: Sequence[Point], most: int) -> list[int]:
    """Return some of many points, by position: evenly apart, the one in force among them."""
    if len(points) <= most:
        return list(range(len(points)))
    kept = {at * (len(points) - 1) // (most - 2) for at in range(most - 1)}
    return sorted(kept | {at for at, each in enumerate(points) if each.now})
