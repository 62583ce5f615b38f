"""Preview: which wards a plugin changes, and because of exactly which refinements."""

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kieumau.authoring.preview import preview
from kieumau.authoring.preview.variants import Variants
from kieumau.errors import FactsError, UsageError
from kieumau.render.preview_data import Share
from kieumau.rules.conditions import Any, Compare, Holds, Op
from kieumau.rules.criteria import Allows, Rule, RuleKind, Tightening
from kieumau.rules.facts import Fact, Interval
from kieumau.rules.measures import Kind
from kieumau.rules.periods import Period, Validity
from kieumau.rules.refinements import AddCriterion, AddIndicator, Clarify, Tighten, Waive
from kieumau.verdicts.record import AssumedPolicy, Outcome
from kieumau.wording import Text
from tests.effort import share
from tests.strategies import (
    CITED,
    ON,
    Fidelity,
    asking,
    bases,
    cases,
    grouping,
    issuing,
    knowing,
    layered,
    measure,
    refining,
)

layers = bases().flatmap(layered)
MEASURES = (
    measure("p0", Kind.PERCENT, maximum=Decimal(100), decimals=1),
    measure("n0", maximum=Decimal(100)),
    measure("y0", Kind.YES_NO),
    measure("y1", Kind.YES_NO),
)
FREE = Allows(tighten=Tightening(also=True), waive=True)
SHARE = Compare("p0", Op.GE, Decimal(90))
BASE = issuing(
    MEASURES,
    grouping(
        "nhom",
        asking("ty-le", SHARE, allows=FREE),
        asking("so", Compare("n0", Op.LE, Decimal(5)), allows=FREE),
    ),
)
SOUND = {"p0": Decimal(97), "n0": 2, "y0": True, "y1": True}


def tighten(target, **more):
    """Return a tightening of that indicator."""
    return Tighten(target, CITED, Fidelity.TEXT, **more)


def previewed(*refinements, of=BASE, on=ON, **values):
    """Return the preview of a plugin that does these things, for one ward."""
    return preview(refining(of, *refinements), on, [knowing(**SOUND | values)])


def change(found):
    """Return the only ward's change and its causes: numbers and shares."""
    (ward,) = found.changed
    causes = {each.refinement: each.share for each in ward.causes}
    return ward.before, ward.after, causes


MORE = ("y4", "y5", "y6", "y7")
SPOTS = tuple((rule, at, y) for rule in ("all", "any") for at in (0, 1) for y in MORE[:3])
MET, NOT_MET, OPEN = Outcome.MET, Outcome.NOT_MET, Outcome.UNDETERMINED
BETTER = (NOT_MET, OPEN, MET)
STRICTER = tighten("ty-le", to=Decimal(95))
FEWER = tighten("so", to=Decimal(3))
ADDED = AddIndicator("nhom", asking("them", Holds("y0")))


def test_a_ward_that_stays_is_counted_and_not_named():
    """With its outcome."""
    found = previewed(STRICTER)

    assert (found.changed, found.unchanged.met, found.compared) == ((), 1, 1)


@pytest.mark.parametrize(
    ("refinement", "values", "after"),
    [
        (STRICTER, {"p0": Decimal(92)}, NOT_MET),
        (STRICTER, {"p0": Interval(92, 97)}, OPEN),
        (FEWER, {"n0": 4}, NOT_MET),
        (tighten("so", also=Holds("y0")), {"y0": False}, NOT_MET),
        (ADDED, {"y0": False}, NOT_MET),
        (ADDED, {"y0": None}, OPEN),
        (AddCriterion(grouping("moi", asking("them", Holds("y0")))), {"y0": False}, NOT_MET),
    ],
)
def test_one_refinement_alone_is_the_sole_cause(refinement, values, after):
    """Whatever it does; others that do nothing here are not named."""
    idle = AddIndicator("nhom", asking("khac", Holds("y1")))

    assert change(previewed(idle, refinement, **values)) == (MET, after, {2: Share.SOLE})


def test_a_waiver_is_the_cause_of_what_gets_better():
    """And is said to be."""
    waive = Waive("ty-le", Text("cơ sở"), CITED, Holds("y0"))

    assert change(previewed(waive, p0=Decimal(50))) == (NOT_MET, MET, {1: Share.SOLE})


def test_either_of_two_is_enough():
    """Each alone brings the whole change, and taking one away does not undo it."""
    found = previewed(STRICTER, FEWER, p0=Decimal(92), n0=4)

    assert change(found) == (MET, NOT_MET, {1: Share.ENOUGH, 2: Share.ENOUGH})


def test_two_waivers_are_needed_together():
    """Neither alone changes anything."""
    waives = (Waive(each, Text("cơ sở"), CITED, Holds("y0")) for each in ("ty-le", "so"))

    found = previewed(*waives, p0=Decimal(50), n0=9)

    assert change(found) == (NOT_MET, MET, {1: Share.JOINT, 2: Share.JOINT})


def test_what_opens_and_what_fails_are_told_apart():
    """One fails the ward alone; the other would only have left it open."""
    found = previewed(STRICTER, FEWER, p0=Interval(92, 97), n0=4)

    assert change(found) == (MET, NOT_MET, {1: Share.JOINT, 2: Share.ENOUGH})


def test_what_is_never_missed_alone_is_still_found():
    """Two ways to fail each of two alternatives: none acts alone, none is missed alone."""
    of = issuing(
        MEASURES,
        grouping(
            "nhom",
            asking("ty-le", SHARE, allows=FREE),
            asking("so", Compare("n0", Op.LE, Decimal(5)), allows=FREE),
            rule=Rule(RuleKind.ANY),
        ),
    )
    also = tuple(tighten(id_, also=Holds(y)) for id_ in ("ty-le", "so") for y in ("y0", "y1"))

    found = previewed(*also, of=of, y0=False, y1=False)

    assert change(found) == (MET, NOT_MET, {1: Share.JOINT, 2: Share.JOINT})


def test_readings_say_what_was_observed_and_how_far_off_it_is():
    """For thresholds, the gap; for other conditions, what was observed."""
    found = previewed(STRICTER, FEWER, p0=Decimal("92.5"), n0=4)

    share, number = (cause.readings[0] for cause in found.changed[0].causes)
    assert (share.required.vi, share.observed.vi) == ("số liệu p0 ≥ 95%", "92,5%")
    assert share.gap == Text("còn thiếu 2,5 điểm phần trăm", "short by 2.5 percentage points")
    assert number.gap == Text("vượt 1", "over by 1")


def test_only_the_failing_branches_of_what_is_added_are_read():
    """Those that decide."""
    both = Any((Holds("y0"), Compare("n0", Op.LT, Decimal(2))))

    found = previewed(AddIndicator("nhom", asking("them", both)), y0=False)

    assert [each.gap and each.gap.vi for each in found.changed[0].causes[0].readings] == [
        None,
        "đúng bằng ngưỡng, chưa vượt qua",
    ]


def test_days_are_counted_from_the_day_required():
    """Late, for what had to be done by a day."""
    of = issuing((*MEASURES, measure("d0", Kind.DATE)), grouping("nhom", asking("ty-le", SHARE)))
    by = Compare("d0", Op.LE, date(2023, 3, 31))

    found = previewed(AddIndicator("nhom", asking("ngay", by)), of=of, d0=date(2023, 4, 15))

    assert found.changed[0].causes[0].readings[0].gap.vi == "muộn 15 ngày"


def test_what_the_layer_below_does_not_know_is_passed_over_there():
    """The plugin's own measures are no mistake of the facts'."""
    chain = refining(BASE, AddIndicator("nhom", asking("them", Holds("y9"))))
    *below, top = chain.plugins
    own = evolve(top, measures=(measure("y9", Kind.YES_NO),))
    chain = evolve(chain, plugins=(*below, own))

    found = preview(chain, ON, [knowing(**SOUND, y9=False)])

    assert change(found) == (MET, NOT_MET, {1: Share.SOLE})


def test_a_ward_that_cannot_be_compared_is_listed_with_its_reason():
    """Never dropped; with no other ward left, the reasons are the answer."""
    wrong = evolve(knowing(**SOUND), facts=(Fact("p1", 1),))

    found = preview(refining(BASE, STRICTER), ON, [knowing(**SOUND), wrong])

    assert (found.wards, found.compared) == (2, 1)
    assert [each.code for each in found.not_compared[0].problems] == ["KM-511"]
    with pytest.raises(FactsError, match="KM-511"):
        preview(refining(BASE, STRICTER), ON, [wrong])


def test_a_base_has_nothing_below_it():
    """It is evaluated, not previewed."""
    with pytest.raises(UsageError, match="KM-750"):
        preview(BASE, ON, [knowing(**SOUND)])


def test_what_cannot_act_is_counted_apart():
    """Clarifications, and what is not in force on the date."""
    later = evolve(STRICTER, valid=Validity(date(2030, 1, 1)))
    clarify = Clarify("so", CITED, Text("đọc kỹ"))

    found = previewed(later, clarify, ADDED, p0=Decimal(92))

    assert (found.clarified, found.elsewhen) == (1, 1)
    assert [each.target for each in found.refinements] == ["them"]


def test_a_period_outside_the_time_in_force_is_tried_and_said():
    """Last year's figures under next year's rules are what a preview is for."""
    since = evolve(STRICTER, valid=Validity(date(2023, 6, 1)))
    last_year = Period(date(2022, 1, 1), date(2022, 12, 31))
    facts = evolve(knowing(**SOUND | {"p0": Decimal(92)}), period=last_year)

    found = preview(refining(BASE, since), ON, [facts])

    assert change(found) == (MET, NOT_MET, {1: Share.SOLE})
    assert any("Áp dụng thử" in each.vi for each in found.notices)


def test_assumed_indicators_count_when_asked():
    """And the preview says so."""
    assumed = AddIndicator("nhom", asking("them", Holds("y0"), fidelity=Fidelity.ASSUMED))
    chain, ward = refining(BASE, assumed), knowing(**SOUND | {"y0": False})

    shown = preview(chain, ON, [ward])
    counted = preview(chain, ON, [ward], AssumedPolicy.COUNT)

    assert shown.changed == ()
    assert change(counted) == (MET, NOT_MET, {1: Share.SOLE})


YES_NO = tuple(measure(f"y{at}", Kind.YES_NO) for at in range(8))
TWO_RULES = issuing(
    YES_NO,
    *(
        grouping(
            f"nhom-{rule.kind}",
            *(asking(f"{rule.kind}-{at}", Holds(f"y{at}"), allows=FREE) for at in (0, 1)),
            rule=rule,
        )
        for rule in (Rule(RuleKind.ALL), Rule(RuleKind.ANY))
    ),
)
SOME_OF = st.lists(
    st.sampled_from(
        [
            *(tighten(f"{rule}-{at}", also=Holds(y)) for rule, at, y in SPOTS),
            *(Waive(f"{rule}-{at}", Text("cơ sở"), CITED, Holds(y)) for rule, at, y in SPOTS),
            *(AddIndicator("nhom-all", asking(f"them-{y}", Holds(y))) for y in MORE),
        ]
    ),
    min_size=1,
    max_size=6,
)
ANSWERS = st.fixed_dictionaries(
    {
        each.id: st.sampled_from([True, True, None, False] if at < 2 else [False, None, True])
        for at, each in enumerate(YES_NO)
    }
)


@given(refinements=SOME_OF, answers=ANSWERS)
@share(2)
def test_the_causes_are_exact(refinements, answers):
    """Over a small base where refinements meet in every way."""
    assert_exact(refining(TWO_RULES, *refinements), knowing(**answers))


@given(case=layers.flatmap(cases))
@share(2)
def test_the_causes_are_exact_in_any_standard(case):
    """Over standards of every kind."""
    assert_exact(case.chain, case.facts)


def assert_exact(chain, facts):
    """Assert that what is not named does nothing alone and is not missed.

    Without all that are named nothing changes; and no outcome gets better but by a waiver, save
    where nothing had been assessed.
    """
    found = preview(chain, ON, [facts])
    variants = Variants(chain, ON, AssumedPolicy.SHOW)
    every = set(range(len(variants.refinements)))

    def outcome(chosen):
        return variants.verdict(facts, chosen).outcome

    before, after = outcome(()), outcome(every)
    assert bool(found.changed) is (before is not after)
    for ward in found.changed:
        assert (ward.before, ward.after) == (before, after)
        named = {each.refinement - 1: each.share for each in ward.causes}
        assert outcome(every - named.keys()) is before
        for at in every:
            alone, without = outcome({at}), outcome(every - {at})
            share = named.get(at)
            assert (share is Share.SOLE) == (alone is after and without is before)
            assert (share is Share.ENOUGH) == (alone is after and without is not before)
            assert share or (alone is before and without is after)
        if BETTER.index(after) > BETTER.index(before):
            waived = any(isinstance(variants.refinements[at], Waive) for at in named)
            assert waived or variants.verdict(facts, ()).reason
