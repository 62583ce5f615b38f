"""Charts: they stand in a page by themselves, say what they are told, and need no colour."""

import re
import sys

import pytest

from kieumau.errors import MissingExtraError
from kieumau.render.html.charts import Bar, Curve, Guide, Mark, Shade, bars, curves, heat_map

MET = Mark("đạt", "✓", Shade.MET)
NOT_MET = Mark("không đạt", "✗", Shade.NOT_MET)
OPEN = Mark("chưa đủ căn cứ", "?", Shade.OPEN)
HOSTILE = "<script>x()</script>\"'&\x1b[31m\u202e];x()//\n"


def drawn(said: str = "Phường Mẫu") -> dict[str, str]:
    """Return one chart of each sort in which everything is named alike."""
    mark = Mark(said, "✓", Shade.MET)
    line = Curve(said, Shade.MET, [(80, 7), (90, 3)])
    return {
        "bars": bars([Bar(said, [(mark, 3), (NOT_MET, 1)])], alt=said),
        "heat": heat_map([said, "2"], [(said, [mark, NOT_MET])], alt=said),
        "curves": curves(
            [line],
            x=said,
            y=said,
            alt=said,
            lang="vi",
            guides=[Guide(said, 85), Guide(said, 5, level=True)],
        ),
    }


@pytest.mark.parametrize("sort", ["bars", "heat", "curves"])
def test_a_chart_fetches_and_runs_nothing(sort):
    """No address, script, handler or style attribute: the page's policy would forbid them."""
    svg = drawn()[sort]

    assert not re.search(r"<script|<style|<image|<use|href|\sstyle=|\son\w+=|url\(", svg)
    assert "://" not in svg


@pytest.mark.parametrize("sort", ["bars", "heat", "curves"])
def test_what_data_says_cannot_break_out(sort):
    """Markup, quotes, escapes and scripts in a name are said as text, or not at all."""
    svg = drawn(HOSTILE)[sort]

    assert "<script" not in svg
    assert "&lt;script" in svg
    assert "\x1b" not in svg
    assert "\u202e" not in svg
    assert not re.search(r"<[^>]*\son\w+=", svg)


@pytest.mark.parametrize("sort", ["bars", "heat", "curves"])
def test_a_chart_says_what_it_shows_to_those_who_cannot_see_it(sort):
    """Each drawing is one picture with a label; its parts are not read out one by one."""
    svg = drawn("Kết luận của 4 phường")[sort]

    assert svg.count('role="img" aria-label="Kết luận của 4 phường"') == 2
    assert svg.count("aria-label=") == 2


def test_one_drawing_is_for_desks_and_one_for_phones():
    """The page's style shows one of the two, so letters are never made tiny."""
    for svg in drawn().values():
        assert re.findall(r'class="drawn (\w+)"', svg) == ["wide", "narrow"]
        assert re.findall(r'viewBox="-?\d+ 0 (\d+) ', svg) == ["880", "360"]


def test_colours_are_the_pages_own():
    """No colour is fixed but those the page's style names, so that dark and print follow it."""
    for svg in drawn().values():
        shown = set(re.findall(r'(?:fill|stroke)="([^"]+)"', svg))
        assert shown <= {"none", "transparent"} | {
            each for each in shown if each.startswith("var(--")
        }
        assert "var(--met)" in shown


def test_parts_of_a_bar_bear_sign_and_number():
    """Colour only repeats it; a part too short for its words has none, and keeps its place."""
    svg = bars([Bar("Kết luận", [(MET, 600), (OPEN, 1), (NOT_MET, 400)])], alt="")
    wide = svg.split("<svg")[1]

    assert re.findall(r">([✓✗?] \d+)<", wide) == ["✓ 600", "✗ 400"]
    assert {"✓ đạt", "? chưa đủ căn cứ", "✗ không đạt"} <= set(re.findall(r">([^<]+)</text>", wide))
    assert len(re.findall(r'<path d="[^"]+" fill="var[^"]+" stroke="var\(--paper\)"', wide)) == 3


def test_lengths_are_the_counts():
    """A bar of one to three is drawn one to three, on any paper."""
    svg = bars([Bar("", [(MET, 1), (NOT_MET, 3)])], alt="")
    for drawing in svg.split("<svg")[1:]:
        seams = re.findall(r'd="M[\d.]+,[\d.]+h([\d.]+)v[^"]*" fill="var[^"]+" stroke', drawing)
        met, not_met = map(float, seams)
        assert round(not_met / met, 3) == 3


def test_a_cell_bears_its_sign_under_its_column():
    """Each row has a sign for each column, in order."""
    svg = heat_map(["1", "2", "3"], [("A", [MET, OPEN, NOT_MET]), ("B", [MET] * 3)], alt="")
    said = re.findall(r">([^<]+)</text>", svg.split("<svg")[1])

    assert [each for each in said if each in "123AB"] == ["1", "2", "3", "A", "B"]
    assert [each for each in said if each in "✓✗?"] == ["✓", "?", "✗", "✓", "✓", "✓"]


def test_a_long_name_is_cut_and_shown_to_be():
    """A ward's name never pushes the grid off the paper."""
    svg = heat_map(["1"], [("Phường " + "rất " * 40, [MET])], alt="")

    assert re.search(r">Phường (rất )+…?rất…<|>Phường (rất )*r?ấ?t?…<", svg)


def test_curves_are_told_apart_without_colour():
    """Each has a dash of its own and a name; decimals are written as the reader writes them."""
    lines = [
        Curve("đạt", Shade.MET, [(0, 0), (1, 1)]),
        Curve("chưa đủ căn cứ", Shade.OPEN, [(0, 1), (1, 0)], dash=(6, 4)),
    ]
    svg = curves(lines, x="ngưỡng", y="phường", alt="", lang="vi")

    assert 'stroke-dasharray="6,4"' in svg
    assert {"đạt", "chưa đủ căn cứ", "ngưỡng", "phường"} <= set(re.findall(r">([^<]+)</text>", svg))
    assert ">0,2<" in svg
    assert ">0.2<" in curves(lines, x="", y="", alt="", lang="en")


def test_nothing_to_draw_is_drawn_as_nothing():
    """No ward, no row, no curve: no picture, and no error."""
    assert bars([], alt="không có phường") == ""
    assert heat_map([], [], alt="") == ""
    assert curves([], x="", y="", alt="", lang="vi") == ""
    assert bars([Bar("Kết luận", [])], alt="").startswith("<svg")


def test_the_same_chart_has_the_same_bytes():
    """A page can be compared with the one made before."""
    assert drawn() == drawn()


def test_without_its_library_it_says_which_extra_is_missing(monkeypatch):
    """The extra is named, in both languages."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)

    with pytest.raises(MissingExtraError) as refused:
        bars([], alt="")

    assert "kieumau[charts]" in refused.value.say("en")
    assert "Biểu đồ" in refused.value.say("vi")
