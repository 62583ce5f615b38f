"""The one door to vl-convert: bars, a heat map and curves, drawn as SVG that stands in a page.

A drawing holds no script, fetches nothing and takes its colours from the page's own style, so that
it follows light, dark and print. Each is drawn twice, for desks and for phones, and the page shows
one. Colour never says anything alone: parts of bars and cells bear signs, curves a dash and a name.
Nothing to show is drawn as nothing. Who draws must give the same figures as a table too (``figure``
of ``charts.html.j2`` has the room). Binary floats are for places on paper only: what a chart shows
was counted before.
"""

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import frozen

from kieumau.errors import MissingExtraError
from kieumau.render.speech import clean
from kieumau.wording import Lang, Text

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["Bar", "Curve", "Guide", "Mark", "Shade", "bars", "curves", "heat_map"]

_Spec: TypeAlias = dict[str, Any]
_Number: TypeAlias = int | Decimal


class Shade(StrEnum):
    """A colour of the page's style, by the name of its variable."""

    MET = "met"
    NOT_MET = "not-met"
    OPEN = "open"
    WAIVED = "waived"
    QUIET = "quiet"
    LINK = "link"
    ACCENT = "accent"

    @property
    def colour(self) -> str:
        """The colour as SVG names it."""
        return f"var(--{self.value})"


@frozen
class Mark:
    """How one status is shown: in words, by a sign, in a colour.

    Attributes
    ----------
    sign
        One character, told apart without colour.
    """

    label: str
    sign: str
    shade: Shade


@frozen
class Bar:
    """One bar: how many of each status, in this order."""

    title: str
    counts: Sequence[tuple[Mark, int]]


@frozen
class Curve:
    """One line of a chart of curves; ``step`` holds each value until the next point."""

    label: str
    shade: Shade
    points: Sequence[tuple[_Number, _Number]]
    dash: Sequence[int] = ()
    step: bool = True


@frozen
class Guide:
    """A line across a chart at one value of x, or of y when ``level``."""

    label: str
    at: _Number
    level: bool = False


@frozen
class _Paper:
    """What a drawing is made for; lengths in its own units, a pixel each at full width."""

    name: str
    width: int
    size: int
    letters: int


_PAPERS = (_Paper("wide", 880, 14, 105), _Paper("narrow", 360, 13, 46))
_BAR, _GAP, _LETTER = 24, 12, 0.65
_ROW = 24
_MOST_TICKS = 6
_ROLES = re.compile(r' (?:role="graphics-[a-z]+"|aria-[a-z]+="[^"]*")')
"""What is said of parts; the whole is one picture with one label, and a table beside it."""


def bars(rows: Sequence[Bar], *, alt: str) -> "Markup":
    """Return bars of equal length, one below another, divided as the counts are.

    Raises
    ------
    MissingExtraError
        KM-732: vl-convert is not installed (``kieumau[charts]``).
    """
    ordered = dict.fromkeys(mark for row in rows for mark, _ in row.counts)
    used = {mark for row in rows for mark, n in row.counts if n}
    marks = tuple(mark for mark in ordered if mark in used)
    return _drawn(partial(_bars, rows, marks), alt, _PAPERS if rows else ())


def heat_map(
    columns: Sequence[str], rows: Sequence[tuple[str, Sequence[Mark]]], *, alt: str
) -> "Markup":
    """Return a grid of signs: a line for each row under its columns, whose names must be short.

    Raises
    ------
    MissingExtraError
        KM-732: vl-convert is not installed.
    """
    return _drawn(partial(_heat_map, columns, rows), alt, _PAPERS if rows else (), right=True)


def curves(
    lines: Sequence[Curve],
    *,
    x: str,
    y: str,
    alt: str,
    lang: Lang,
    guides: Sequence[Guide] = (),
) -> "Markup":
    """Return curves over one scale, y from zero.

    Parameters
    ----------
    x, y
        What the axes show, with the unit.

    Raises
    ------
    MissingExtraError
        KM-732: vl-convert is not installed.
    """
    return _drawn(partial(_curves, lines, guides, (x, y)), alt, _PAPERS if lines else (), lang)


def _drawn(
    draw: Callable[[_Paper], _Spec],
    alt: str,
    papers: Sequence[_Paper],
    lang: Lang = "en",
    *,
    right: bool = False,
) -> "Markup":
    """Return a drawing for each paper; the page's style shows the one that fits.

    Words in a font it does not know are measured too wide, which leaves an empty margin: after
    the drawing, or before it when its words stand on the left of it (``right``).
    """
    try:
        import vl_convert  # noqa: PLC0415 (an extra)
        from markupsafe import Markup, escape  # noqa: PLC0415 (comes with jinja2)
    except ImportError:
        raise MissingExtraError("charts", Text("Biểu đồ", "A chart")) from None
    numbers = {"decimal": "," if lang == "vi" else ".", "thousands": " "}
    drawings = []
    for paper in papers:
        spec = {"config": _looks(paper), "background": None, "padding": 2, **draw(paper)}
        svg = vl_convert.vegalite_to_svg(
            spec,
            allowed_base_urls=[],
            format_locale={**numbers, "grouping": [3], "currency": ["", ""]},
        )
        box, rest = svg.partition(' viewBox="0 0 ')[2].split('"', 1)
        width, height = box.split()
        start = int(width) - paper.width if right else 0
        drawings.append(
            f'<svg class="drawn {paper.name}" role="img" aria-label="{escape(clean(alt))}" '
            f'viewBox="{start} 0 {paper.width} {height}"{_ROLES.sub("", rest)}'
        )
    return Markup("".join(drawings))  # noqa: S704 (vl-convert escapes what it is given)


def _looks(paper: _Paper) -> _Spec:
    """Return the page's own style as a chart's configuration."""
    words = {"labelFontSize": paper.size, "titleFontSize": paper.size}
    ink = {"labelColor": "var(--ink)", "titleColor": "var(--ink)"}
    return {
        "aria": False,
        "font": "var(--text)",
        "view": {"stroke": None},
        "axis": {
            **words,
            **ink,
            "titleFontWeight": "normal",
            "gridColor": "var(--line)",
            "domainColor": "var(--quiet)",
            "tickColor": "var(--quiet)",
        },
        "legend": {**words, **ink, "title": None, "labelLimit": paper.width, "symbolSize": 160},
        "text": {"fontSize": paper.size, "fill": "var(--ink)"},
    }


def _bars(rows: Sequence[Bar], marks: Sequence[Mark], paper: _Paper) -> _Spec:
    parts: list[_Spec] = []
    titles: list[_Spec] = []
    down = 0
    for row in rows:
        for line in _wrapped(row.title, paper):
            down += paper.size + 4
            titles.append({"text": line, "y": down - 5})
        parts += _segments(row, down, paper)
        down += _BAR + _GAP
    scale = _colours(marks)
    legend = {"orient": "top", "symbolType": "square", **_legend_columns(marks, paper)}
    across: _Spec = {"field": "x", "type": "quantitative", "axis": None}
    across["scale"] = {"domain": [0, paper.width], "nice": False}
    upright: _Spec = {"field": "y", "type": "quantitative", "axis": None}
    upright["scale"] = {"domain": [0, max(down, 1)], "reverse": True, "nice": False}
    shade = {"field": "mark", "type": "nominal", "scale": scale, "legend": legend}
    seam = {"type": "rect", "stroke": "var(--paper)", "strokeWidth": 1}
    return {
        "width": paper.width - 4,
        "height": max(down, 1),
        "layer": [
            {
                "data": {"values": parts},
                "mark": seam,
                "encoding": {
                    "x": across,
                    "x2": {"field": "x2"},
                    "y": upright,
                    "y2": {"field": "y2"},
                    "color": shade,
                },
            },
            {
                "data": {"values": [each for each in parts if each["said"]]},
                "mark": {"type": "text", "fill": "var(--paper)", "fontWeight": "bold"},
                "encoding": {
                    "x": {**across, "field": "middle"},
                    "y": {**upright, "field": "centre"},
                    "text": {"field": "said"},
                },
            },
            {
                "data": {"values": titles},
                "mark": {"type": "text", "align": "left", "baseline": "alphabetic"},
                "encoding": {
                    "x": {"value": 0},
                    "y": upright,
                    "text": {"field": "text"},
                },
            },
        ],
    }


def _segments(row: Bar, top: int, paper: _Paper) -> Iterator[_Spec]:
    """Yield the parts of a bar in the paper's units; one too short for its words has none."""
    total, done = sum(n for _, n in row.counts), 0
    for mark, n in row.counts:
        if n:
            start, end = (paper.width * each / total for each in (done, done + n))
            said = f"{mark.sign} {n}"
            fits = len(said) * paper.size * _LETTER < end - start
            yield {
                "x": start,
                "x2": end,
                "middle": (start + end) / 2,
                "y": top,
                "y2": top + _BAR,
                "centre": top + _BAR / 2,
                "mark": _named(mark),
                "said": said if fits else "",
            }
        done += n


def _heat_map(
    columns: Sequence[str], rows: Sequence[tuple[str, Sequence[Mark]]], paper: _Paper
) -> _Spec:
    marks = tuple(dict.fromkeys(mark for _, cells in rows for mark in cells))
    names = [_short(name, paper) for name, _ in rows]
    cells = [
        {"x": at, "y": down, "mark": _named(mark), "sign": mark.sign}
        for down, (_, found) in enumerate(rows)
        for at, mark in enumerate(found)
    ]
    longest = max((len(each) for each in names), default=0)
    left = int(longest * paper.size * _LETTER) + 12
    across: _Spec = {"field": "x", "type": "ordinal", "sort": None}
    across["axis"] = {**_labels(columns), "orient": "top", "labelAngle": 0}
    upright: _Spec = {"field": "y", "type": "ordinal", "sort": None}
    upright["axis"] = _labels(names)
    legend = {"orient": "top", "symbolType": "square", **_legend_columns(marks, paper)}
    return {
        "width": paper.width - left - 6,
        "height": {"step": _ROW},
        "data": {"values": cells},
        "encoding": {"x": across, "y": upright},
        "layer": [
            {
                "mark": {"type": "rect", "stroke": "var(--paper)", "strokeWidth": 1},
                "encoding": {
                    "color": {
                        "field": "mark",
                        "type": "nominal",
                        "scale": _colours(marks),
                        "legend": legend,
                    }
                },
            },
            {
                "mark": {"type": "text", "fill": "var(--paper)", "fontWeight": "bold"},
                "encoding": {"text": {"field": "sign"}},
            },
        ],
    }


def _labels(names: Sequence[str]) -> _Spec:
    """Return an axis that says these instead of its numbers."""
    return {
        "title": None,
        "domain": False,
        "labelLimit": 0,
        "ticks": False,
        "labelExpr": f"{_list(names)}[datum.value]",
    }


def _list(names: Iterable[str]) -> str:
    """Return texts as a list Vega reads; quoted as JSON is, so that nothing in them is run."""
    import json  # noqa: PLC0415 (only charts need it)

    return json.dumps([clean(each) for each in names], ensure_ascii=True)


def _curves(
    lines: Sequence[Curve], guides: Sequence[Guide], titles: tuple[str, str], paper: _Paper
) -> _Spec:
    names = [clean(each.label) for each in lines]
    x, y = (_axis(title, field) for title, field in zip(titles, "xy", strict=True))
    y["scale"] = {"zero": True}
    series = {"field": "line", "type": "nominal"}
    legend = {
        "orient": "top",
        "direction": "vertical",
        "offset": 44,
        "symbolType": "stroke",
        "symbolSize": 900,
        "symbolStrokeWidth": 3,
    }
    colour = {"domain": names, "range": [each.shade.colour for each in lines]}
    dash = {"domain": names, "range": [list(each.dash) or [1, 0] for each in lines]}
    layers: list[_Spec] = [
        {
            "data": {"values": list(_points(each))},
            "mark": {
                "type": "line",
                "strokeWidth": 2.5,
                "interpolate": "step-after" if each.step else "linear",
            },
            "encoding": {
                "x": x,
                "y": y,
                "color": {**series, "scale": colour, "legend": legend},
                "strokeDash": {**series, "scale": dash, "legend": legend},
            },
        }
        for each in lines
    ]
    return {
        "width": paper.width - 70,
        "height": 300,
        "layer": [*layers, *(each for guide in guides for each in _guide(guide, x, y, lines))],
    }


def _axis(title: str, field: str) -> _Spec:
    at_top = {"titleAngle": 0, "titleAlign": "left", "titleX": 0, "titleY": -28}
    return {
        "field": field,
        "type": "quantitative",
        "title": clean(title),
        "scale": {"zero": False, "nice": False},
        "axis": {"tickCount": _MOST_TICKS, **(at_top if field == "y" else {"grid": False})},
    }


def _points(line: Curve) -> Iterator[Mapping[str, float | str]]:
    for x, y in line.points:
        yield {"x": float(x), "y": float(y), "line": clean(line.label)}


def _guide(guide: Guide, x: _Spec, y: _Spec, lines: Sequence[Curve]) -> Iterator[_Spec]:
    """Yield a thin line with its name, which stands on the side where there is room."""
    places = [float(at) for line in lines for at, _ in line.points] or [0]
    late = not guide.level and 2 * guide.at > min(places) + max(places)
    data = {"values": [{"at": float(guide.at), "text": clean(guide.label)}]}
    along, scale = ("y", y) if guide.level else ("x", x)
    placed = {along: {**scale, "field": "at"}}
    rule = {"type": "rule", "stroke": "var(--quiet)", "strokeDash": [2, 3], "strokeWidth": 1.5}
    yield {"data": data, "mark": rule, "encoding": placed}
    words = {
        "type": "text",
        "align": "right" if late else "left",
        "dx": -4 if late else 4,
        "dy": -8,
    }
    start = {"x": {"value": 0}} if guide.level else {"y": {"value": 0}}
    yield {"data": data, "mark": words, "encoding": {**placed, **start, "text": {"field": "text"}}}


def _wrapped(title: str, paper: _Paper) -> list[str]:
    return textwrap.wrap(clean(title), paper.letters, break_long_words=True)


def _short(name: str, paper: _Paper) -> str:
    """Return as much of a row's name as there is room for."""
    most, said = paper.letters // 5 * 2, clean(name)
    return said if len(said) <= most else said[: most - 1].rstrip() + "…"


def _named(mark: Mark) -> str:
    return clean(f"{mark.sign} {mark.label}")


def _colours(marks: Sequence[Mark]) -> _Spec:
    return {"domain": [_named(each) for each in marks], "range": [m.shade.colour for m in marks]}


def _legend_columns(marks: Sequence[Mark], paper: _Paper) -> _Spec:
    """Return how a legend is laid out: in one line where that fits."""
    length = sum(len(_named(each)) + 4 for each in marks) * paper.size * _LETTER
    return {"columns": len(marks) if length < paper.width / 2 else 1}
