"""Counting over points agrees with trying every combination; points that never decide are said."""

from itertools import combinations, product
from shutil import copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kieumau
from kieumau.authoring.counting import covers, deciding, idle, making, nearest
from kieumau.truth import Truth, reaches

POINTS = st.lists(st.integers(0, 6), min_size=1, max_size=6).filter(any)


@st.composite
def scores(draw):
    """Draw points, and a threshold that they reach together."""
    points = draw(POINTS)
    return points, draw(st.integers(1, sum(points)))


def selections(points):
    """Return every selection of positions."""
    sizes = range(len(points) + 1)
    return [each for n in sizes for each in combinations(range(len(points)), n)]


def total(points, chosen):
    """Return what some positions are worth."""
    return sum(points[at] for at in chosen)


@given(POINTS, st.integers(0, 20), st.integers(0, 20))
def test_covers_are_the_least_selections(points, low, width):
    """Between the ends, and short of the lower one without any of their parts."""
    found = list(covers(points, low, low + width))

    assert sorted(found) == [
        each
        for each in sorted(selections(points))
        if low <= total(points, each) <= low + width
        and all(total(points, each) - points[at] < low for at in each)
    ]


@given(POINTS, st.integers(0, 30))
def test_making_finds_every_selection_of_a_total(points, wanted):
    """Those of nothing but points above 0."""
    every = (each for each in selections(points) if all(points[at] for at in each))

    assert sorted(making(points, wanted)) == sorted(
        each for each in every if total(points, each) == wanted
    )


@given(scores())
def test_the_nearest_totals_on_both_sides(score):
    """Nearest first."""
    points, threshold = score
    made = sorted({total(points, each) for each in selections(points)})
    below, above = nearest(points, threshold, 3)

    assert below == tuple([each for each in made if each < threshold][::-1][:3])
    assert above == tuple([each for each in made if each >= threshold][:3])


@given(scores(), st.data())
def test_a_part_decides_exactly_where_a_pair_says_so(score, data):
    """In each state of all the others, the unknown ones too."""
    points, threshold = score
    own = data.draw(st.integers(0, len(points) - 1))
    pairs = list(deciding(points, own, threshold))

    for truths in product(Truth, repeat=len(points)):
        turned = [
            reaches(threshold, points, [*truths[:own], each, *truths[own + 1 :]])
            for each in (Truth.UNMET, Truth.MET)
        ]
        held = any(
            all(truths[at] is Truth.MET for at in met)
            and all(truths[at] is Truth.UNMET for at in unmet)
            for met, unmet in pairs
        )
        assert held is (turned == [Truth.UNMET, Truth.MET])


@given(scores())
def test_idle_points_are_those_that_turn_nothing(score):
    """Whatever becomes of the rest."""
    points, threshold = score

    assert idle(points, threshold) == tuple(
        at for at in range(len(points)) if not list(deciding(points, at, threshold))
    )


def warned(folder, *pairs):
    """Return the warnings of points for a copy of the scored example with words replaced."""
    copytree("examples/bo-cham-diem", folder)
    for cases in (folder / "cases").iterdir():  # they are right for the points as they were
        cases.unlink()
    rules = folder / "rules" / "2024.yaml"
    text = rules.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    rules.write_text(text, "utf-8")
    found = [each for each in kieumau.check(folder) if each.code == "KM-814"]
    assert all(each.severity.value == "warning" for each in found)
    return [
        (each.arguments["id"], text.splitlines()[each.place.line - 1].strip()) for each in found
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("points: 5\n        title: {vi: Duy trì", "points: 5\n        title: {vi: Duy trì", []),
        # all else comes in fives: 80 or more, or 75 and less
        (
            "points: 5\n        title: {vi: Duy trì",
            "points: 3\n        title: {vi: Duy trì",
            ["lich-truc-ban"],
        ),
        ("points: 5\n        title: {vi: Duy trì", "points: 0\n        title: {vi: Duy trì", []),
        # 15 of the criterion's 15 and 10 others: 5 alone neither help nor lack
        ("rule: {score: 20}", "rule: {score: 25}", ["ho-so-truc-tuyen"]),
        ("rule: {score: 80}", "rule: {score: 100}", []),
    ],
)
def test_points_that_never_decide_are_said(tmp_path, old, new, said):
    """At their indicator; 0 says so itself."""
    found = warned(tmp_path / "b", (old, new))

    assert found == [(each, f"- id: {each}") for each in said]


def test_points_of_a_criterion_that_never_decide_are_said(tmp_path):
    """Of one earned as a whole too; and 5 are then idle as well: 80 without, 71 and 5 with."""
    title = '\n    title: {vi: "IV.'
    found = warned(tmp_path / "b", (f"points: 15{title}", f"points: 1{title}"))

    assert found == [
        ("lich-truc-ban", "- id: lich-truc-ban"),
        ("phong-trao", "- id: phong-trao"),
    ]
