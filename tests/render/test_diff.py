"""What differs between two standards: every change, each with what it rests on."""

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given

from kieumau.plugins.compose import compose
from kieumau.plugins.composed import Conjunct
from kieumau.render.html.standard import page_html
from kieumau.render.standard_diff import ChangeKind, compared
from kieumau.render.standard_diff_page import difference_page
from kieumau.render.standard_glance import difference_data
from kieumau.render.standard_markdown import page_markdown
from kieumau.render.standard_text import page_text
from kieumau.rules.citations import Citation, Fidelity
from kieumau.rules.conditions import Compare, Op
from kieumau.rules.criteria import Allows, Narrowing, Rule, RuleKind, Tightening
from kieumau.rules.periods import Validity
from kieumau.rules.refinements import AddCriterion, AddIndicator, Clarify, Tighten, Waive
from kieumau.wording import LANGUAGES, Text
from tests.effort import share
from tests.strategies import (
    ON,
    asking,
    bases,
    below_top,
    chains,
    grouping,
    issuing,
    layered,
    measure,
    refining,
    standard,
)

MEASURES = (measure("x"), measure("y"))
OURS = (Citation("i0", Text("Điều 9", "Article 9")),)
NARROWING = (ChangeKind.LOOSENED, *(each for each in ChangeKind if each.name.endswith("REMOVED")))


def at_least(constant, of="x"):
    """Return a test of a measure against a threshold."""
    return Compare(of, Op.GE, Decimal(constant))


def base(*indicators, rule=None):
    """Return a base of one criterion."""
    return issuing(MEASURES, grouping("nhom", *indicators, rule=rule or Rule()))


def differing(before, after, on=ON):
    """Return the changes from one chain to another on one date."""
    return compared(compose(before, on), compose(after, on)).changes


def one(before, after, on=ON):
    """Return the only change."""
    (change,) = differing(before, after, on)
    return change


def test_a_threshold_made_stricter_has_both_citations():
    """Tightened: what it was, what it is, what each rests on."""
    below = base(asking("a", at_least(3)))

    change = one(below, refining(below, Tighten("a", OURS, Fidelity.TEXT, Decimal(5))))

    assert (change.kind, change.indicator, change.plugin) == (ChangeKind.TIGHTENED, "a", "tinh")
    assert isinstance(change.after, Conjunct)
    assert (change.after.before, change.after.condition) == (Decimal(3), at_least(5))
    assert (change.rests[0].at.vi, change.basis) == ("Điều 1", OURS)


def test_a_district_is_compared_with_the_province_it_stands_on():
    """What a layer makes stricter rests on the layer that set the threshold, not on the base."""
    below = base(asking("a", at_least(3)))
    province = refining(below, Tighten("a", OURS, Fidelity.TEXT, Decimal(5)))
    theirs = (Citation("i0", Text("Điều 20", "Article 20")),)
    plugin = refining(below, Tighten("a", theirs, Fidelity.TEXT, Decimal(7)), id_="xa").plugins[-1]
    plugin = evolve(plugin, manifest=evolve(plugin.manifest, refines="tinh"))
    district = evolve(province, plugins=(*province.plugins, plugin), layers=(0, 1, 2))

    change = one(province, district)

    assert (change.rests, change.basis) == (OURS, theirs)


@pytest.mark.parametrize(
    ("done", "kind"),
    [
        (Tighten("a", OURS, Fidelity.TEXT, also=at_least(1, "y")), ChangeKind.CONDITION_ADDED),
        (Clarify("a", OURS, Text("Đếm cả năm")), ChangeKind.CLARIFIED),
        (Waive("a", Text("Vì"), OURS), ChangeKind.WAIVER_ADDED),
        (AddIndicator("nhom", asking("b", at_least(1))), ChangeKind.INDICATOR_ADDED),
        (AddCriterion(grouping("nua", asking("b", at_least(1)))), ChangeKind.CRITERION_ADDED),
    ],
    ids=lambda value: type(value).__name__,
)
def test_each_thing_a_layer_can_do_is_one_change(done, kind):
    """Added, clarified, waived, asked besides: told once, with the layer that did it."""
    allows = Allows(tighten=Tightening(also=True), waive=True)
    below = base(asking("a", at_least(3), allows=allows))

    change = one(below, refining(below, done))

    assert (change.kind, change.plugin, bool(change.rests)) == (kind, "tinh", True)


def test_narrowed_permissions_are_told():
    """A layer that restricts what may still be done says so, on the basis of its tighten."""
    below = base(asking("a", at_least(3)))
    narrows = Narrowing(tighten=Tightening(up_to=Decimal(9)), clarify=False)
    above = refining(below, Tighten("a", OURS, Fidelity.TEXT, Decimal(5), narrows=narrows))

    tightened, narrowed = differing(below, above)

    assert (tightened.kind, narrowed.kind) == (
        ChangeKind.TIGHTENED,
        ChangeKind.PERMISSION_CHANGED,
    )
    assert (narrowed.plugin, narrowed.basis) == ("tinh", OURS)


def test_between_dates_a_threshold_can_fall():
    """A refinement that stops leaves the lower threshold: its condition is gone."""
    below = base(asking("a", at_least(3)))
    until = Validity(None, date(2024, 6, 1))
    chain = refining(below, Tighten("a", OURS, Fidelity.TEXT, Decimal(5), valid=until))

    found = compared(compose(chain, ON), compose(chain, date(2024, 12, 31))).changes

    assert [each.kind for each in found] == [ChangeKind.CONDITION_REMOVED]


@pytest.mark.parametrize(("theirs", "kind"), [(7, ChangeKind.TIGHTENED), (4, ChangeKind.LOOSENED)])
def test_two_provinces_are_compared_directly(theirs, kind):
    """One threshold took the other's place; it rests on the one, and the other on its own."""
    below = base(asking("a", at_least(3)))
    before = refining(below, Tighten("a", OURS, Fidelity.TEXT, Decimal(5)), id_="mot")
    after = refining(below, Tighten("a", OURS, Fidelity.TEXT, Decimal(theirs)), id_="hai")

    assert one(before, after).kind is kind


@pytest.mark.parametrize(
    ("now", "kind"),
    [
        ({"applies_when": at_least(1, "y")}, ChangeKind.APPLICABILITY_CHANGED),
        ({"note": Text("Khác")}, ChangeKind.WORDING_CHANGED),
        ({"requires": at_least(4)}, ChangeKind.TIGHTENED),
        ({"requires": at_least(2)}, ChangeKind.LOOSENED),
        ({"requires": Compare("x", Op.LE, Decimal(3))}, ChangeKind.CONDITION_REMOVED),
        ({"allows": Allows(clarify=False)}, ChangeKind.PERMISSION_CHANGED),
    ],
    ids=lambda value: str(value) if isinstance(value, str) else "",
)
def test_what_a_base_itself_changes_is_told(now, kind):
    """A base issued anew: conditions, applicability, permissions, wording."""
    was = asking("a", at_least(3))

    assert kind in {each.kind for each in differing(base(was), base(evolve(was, **now)))}


def test_a_changed_rule_is_told():
    """All of two became any of two."""
    two = (asking("a", at_least(1)), asking("b", at_least(2)))

    change = one(base(*two), base(*two, rule=Rule(RuleKind.ANY)))

    assert (change.kind, change.criterion, change.indicator) == (
        ChangeKind.RULE_CHANGED,
        "nhom",
        "",
    )


def test_changed_points_are_told():
    """Of an indicator under a rule that counts points, and of a criterion under such a set."""
    score = Rule(RuleKind.SCORE, 1)

    def scored(own, whole):
        criterion = grouping("nhom", asking("a", at_least(1), points=own), rule=score)
        return issuing(MEASURES, evolve(criterion, points=whole), rule=score)

    found = differing(scored(3, 2), scored(5, 4))

    assert [(each.kind, each.indicator) for each in found] == [
        (ChangeKind.POINTS_CHANGED, ""),
        (ChangeKind.POINTS_CHANGED, "a"),
    ]
    page = difference_page(
        compared(compose(scored(3, 2), ON), compose(scored(5, 4), ON)),
        standard(scored(3, 2)).record,
        standard(scored(5, 4)).record,
        "vi",
    )
    assert [row[2:] for row in page.parts[0].table.rows] == [
        ("2 điểm", "4 điểm"),
        ("3 điểm", "5 điểm"),
    ]


def test_changes_stand_by_kind_then_in_the_order_of_the_standard():
    """The order is of what is told, never of the files."""
    below = base(asking("b", at_least(1)), asking("a", at_least(1)))
    done = [Tighten(id_, OURS, Fidelity.TEXT, Decimal(5)) for id_ in "ab"]
    done += [Clarify("a", OURS, Text("Đếm"))]

    found = differing(below, refining(below, *done))

    assert [(each.kind.value, each.indicator) for each in found] == [
        ("tightened", "b"),
        ("tightened", "a"),
        ("clarified", "a"),
    ]
    assert found == differing(below, refining(below, *reversed(done)))


@given(chains())
def test_nothing_differs_from_itself(chain):
    """Law: a standard compared with itself has no change."""
    assert differing(chain, chain) == ()


@given(bases().flatmap(layered))
def test_a_layer_only_adds(chain):
    """Law: what stands on another takes nothing away, and something differs if it did anything."""
    before, after = compose(below_top(chain), ON), compose(chain, ON)
    kinds = {each.kind for each in compared(before, after).changes}

    assert kinds.isdisjoint(NARROWING)
    assert bool(kinds) == ((before.issued, before.added) != (after.issued, after.added))


@given(bases().flatmap(layered))
def test_backwards_what_was_added_is_left_out(chain):
    """Law: the same differences, the other way round."""
    before, after = compose(below_top(chain), ON), compose(chain, ON)
    there, back = compared(before, after).counts, compared(after, before).counts

    for name in ("CRITERION", "INDICATOR", "WAIVER"):
        added, removed = ChangeKind[f"{name}_ADDED"], ChangeKind[f"{name}_REMOVED"]
        assert there.get(added, 0) == back.get(removed, 0)
    same = (ChangeKind.PERMISSION_CHANGED, ChangeKind.RULE_CHANGED)
    assert [there.get(kind, 0) for kind in same] == [back.get(kind, 0) for kind in same]


@given(bases().flatmap(layered))
@share(4)
def test_every_form_tells_every_change(chain):
    """Text, Markdown, HTML and data come from the same changes."""
    before, after = standard(below_top(chain)), standard(chain)
    difference = compared(before.composed, after.composed)
    data = difference_data(difference)

    for lang in LANGUAGES:
        page = difference_page(difference, before.record, after.record, lang)
        told = sum(len(part.entries) for part in page.parts)
        assert told == len(difference.changes) == len(data["changes"])
        assert page.parts == () or len(page.parts[0].table.rows) == told
        for said in (page_text(page), page_markdown(page), page_html(page, lang)):
            assert "None" not in said
