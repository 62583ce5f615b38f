"""Design section 2, row by row: zero denominators, applicability, waivers, dates that are none."""

from datetime import date
from decimal import Decimal

import pytest

from kieumau.errors import FactsError, Problems
from kieumau.language.parse import parse
from kieumau.language.stored import Branch, Line
from kieumau.rules.citations import Fidelity
from kieumau.rules.conditions import All, Any, AtLeast, Compare, Holds, MeasureRef, Not, Op
from kieumau.rules.criteria import Allows, Rule, RuleKind
from kieumau.rules.facts import NO_DATE, Interval
from kieumau.rules.measures import IfZero, Kind, Ratio
from kieumau.rules.periods import MonthDay, Validity
from kieumau.rules.refinements import Waive
from kieumau.wording import Text
from tests.strategies import (
    CITED,
    asking,
    grouping,
    issuing,
    knowing,
    measure,
    refining,
    standard,
    vocabulary_of,
)

YES, NO, OPEN = True, False, None
HALF = Compare("r", Op.GE, Decimal(50))
FALLS, OPENS, IS_MET, IS_UNMET = (
    IfZero.NOT_APPLICABLE,
    IfZero.UNKNOWN,
    IfZero.MET,
    IfZero.UNMET,
)


def measures(if_zero=FALLS):
    """Return two yes/no measures, a date and a ratio ``r = a / b`` in percent."""
    share = {"derived": Ratio("a", "b"), "decimals": 2, "maximum": Decimal(10**6)}
    return (
        *(measure(id_, Kind.YES_NO) for id_ in ("p", "q", "w")),
        *(measure(id_, Kind.INTEGER, maximum=Decimal(100)) for id_ in ("a", "b")),
        *(measure(id_, Kind.DATE) for id_ in ("d", "e")),
        measure("r", Kind.PERCENT, unit=Text("%"), if_zero=if_zero, **share),
    )


def verdict_of(requires, if_zero=FALLS, facts=None, **more):
    """Return the verdict on a set of one criterion of one indicator."""
    chain = issuing(measures(if_zero), grouping("c", asking("i", requires, **more)))
    return standard(chain).evaluate(knowing(**(facts or {})))


ZEROS = [
    # requires, if_zero, facts, indicator, outcome
    (HALF, FALLS, {"a": 0, "b": 0}, "not_applicable", "undetermined"),
    (HALF, FALLS, {"b": 0}, "not_applicable", "undetermined"),
    (HALF, OPENS, {"a": 0, "b": 0}, "undetermined", "undetermined"),
    (HALF, IS_MET, {"a": 0, "b": 0}, "met", "met"),
    (HALF, IS_UNMET, {"a": 0, "b": 0}, "not_met", "not_met"),
    (HALF, FALLS, {"a": 1, "b": 2}, "met", "met"),
    (HALF, FALLS, {"a": 1, "b": 3}, "not_met", "not_met"),
    (HALF, FALLS, {"a": 1}, "undetermined", "undetermined"),
    (HALF, FALLS, {"r": Decimal("49.99")}, "not_met", "not_met"),
    (HALF, FALLS, {"a": 4, "b": Interval(0, 8)}, "met", "met"),
    (HALF, FALLS, {"a": 4, "b": Interval(0, 9)}, "undetermined", "undetermined"),
    (HALF, FALLS, {"a": 1, "b": Interval(3, 9)}, "not_met", "not_met"),
    (HALF, FALLS, {"a": 1, "b": Interval(0, 0)}, "not_applicable", "undetermined"),
    (HALF, OPENS, {"a": 4, "b": Interval(0, 8)}, "undetermined", "undetermined"),
    (HALF, IS_UNMET, {"a": 0, "b": Interval(0, 8)}, "not_met", "not_met"),
    (HALF, IS_MET, {"a": 0, "b": Interval(0, 8)}, "undetermined", "undetermined"),
    (All((HALF, Holds("p"))), FALLS, {"b": 0, "p": YES}, "met", "met"),
    (All((HALF, Holds("p"))), FALLS, {"b": 0, "p": NO}, "not_met", "not_met"),
    (All((HALF, Holds("p"))), FALLS, {"b": 0}, "undetermined", "undetermined"),
    (Any((HALF, Holds("p"))), OPENS, {"b": 0, "p": NO}, "undetermined", "undetermined"),
    (Any((HALF, Holds("p"))), OPENS, {"b": 0, "p": YES}, "met", "met"),
    (Any((HALF, Holds("p"))), IS_MET, {"b": 0, "p": NO}, "met", "met"),
    (Any((HALF, Holds("p"))), IS_UNMET, {"b": 0, "p": NO}, "not_met", "not_met"),
    (Not(HALF), OPENS, {"b": 0}, "undetermined", "undetermined"),
    (Not(HALF), IS_MET, {"b": 0}, "not_met", "not_met"),
    (Not(HALF), IS_UNMET, {"b": 0}, "met", "met"),
    (AtLeast(2, (HALF, Holds("p"), Holds("q"))), IS_MET, {"b": 0, "p": YES}, "met", "met"),
    (AtLeast(2, (HALF, Holds("p"), Holds("q"))), OPENS, {"b": 0, "p": NO}, *2 * ("undetermined",)),
]


@pytest.mark.parametrize(("requires", "if_zero", "facts", "status", "outcome"), ZEROS)
def test_a_zero_denominator_is_decided_where_the_test_stands(
    requires, if_zero, facts, status, outcome
):
    """A conjunct falls away or is as if_zero says; elsewhere if_zero always says."""
    verdict = verdict_of(requires, if_zero, facts)

    assert (verdict.finding("i").status, verdict.outcome) == (status, outcome)


@pytest.mark.parametrize("key", ["any", "not", "at_least"])
@pytest.mark.parametrize("if_zero", IfZero)
def test_beneath_any_not_and_at_least_a_ratio_must_say(key, if_zero):
    """A ratio that would fall away is refused there; one that says what it is is read."""
    problems = Problems()
    branch = Branch(key, (Line("r ≥ 50%"),), 1)
    parse(branch, vocabulary_of(*measures(if_zero)), problems)

    assert [each.code for each in problems.errors] == ["KM-327"] * (if_zero is FALLS)


def test_a_figure_given_beside_a_zero_denominator_is_refused():
    """Nothing agrees with a share of nothing."""
    with pytest.raises(FactsError, match="KM-531"):
        verdict_of(HALF, facts={"r": 50, "b": 0, "a": 0})


APPLIES = [
    # applies, requires, indicator, outcome
    (NO, NO, "not_applicable", "undetermined"),
    (NO, OPEN, "not_applicable", "undetermined"),
    (NO, YES, "not_applicable", "undetermined"),
    (OPEN, NO, "undetermined", "undetermined"),
    (OPEN, OPEN, "undetermined", "undetermined"),
    (OPEN, YES, "met", "met"),
    (YES, NO, "not_met", "not_met"),
    (YES, OPEN, "undetermined", "undetermined"),
    (YES, YES, "met", "met"),
]


@pytest.mark.parametrize(("applies", "requires", "status", "outcome"), APPLIES)
def test_an_indicator_is_not_applies_or_requires(applies, requires, status, outcome):
    """Not applicable when it does not apply; open while that may still be so and it is not met."""
    facts = {"p": requires, "w": applies}
    verdict = verdict_of(Holds("p"), facts=facts, applies_when=Holds("w"))
    finding = verdict.finding("i")

    assert (finding.status, verdict.outcome) == (status, outcome)
    assert finding.applicability_open is (applies is OPEN)


WAIVES = [
    # waiver's condition, requires, indicator
    (YES, YES, "met"),
    (YES, NO, "waived"),
    (YES, OPEN, "waived"),
    (OPEN, YES, "met"),
    (OPEN, NO, "undetermined"),
    (OPEN, OPEN, "undetermined"),
    (NO, YES, "met"),
    (NO, NO, "not_met"),
    (NO, OPEN, "undetermined"),
]


def waiving(when, conjunct="p", **more):
    """Return a chain whose province waives, when it may, an indicator that asks a conjunct."""
    own = asking("i", conjunct, allows=Allows(waive=True), **more)
    waive = Waive("i", Text("Miễn", "Waived"), CITED, when)
    return refining(issuing(measures(), grouping("c", own)), waive)


@pytest.mark.parametrize(("when", "requires", "status"), WAIVES)
def test_a_waiver_releases_from_what_is_not_met(when, requires, status):
    """Waived only where what is asked is not met, or not known, and the release is."""
    made = standard(waiving(Holds("w"), Holds("p")))

    assert made.evaluate(knowing(p=requires, w=when)).finding("i").status == status


@pytest.mark.parametrize(
    ("applies", "requires", "status"),
    [(NO, NO, "not_applicable"), (YES, NO, "waived"), (YES, YES, "met"), (OPEN, NO, "waived")],
)
def test_an_indicator_that_does_not_arise_is_not_waived(applies, requires, status):
    """A release from what does not apply is not shown as one."""
    made = standard(waiving(None, Holds("p"), applies_when=Holds("q")))

    assert made.evaluate(knowing(p=requires, q=applies)).finding("i").status == status


@pytest.mark.parametrize(
    ("facts", "status"),
    [({"b": 0, "p": NO}, "waived"), ({"b": 0, "p": YES}, "met"), ({"b": 0}, "waived")],
)
def test_a_conjunct_that_falls_away_is_not_waived(facts, status):
    """Where one conjunct falls away, the other decides whether a release was needed."""
    made = standard(waiving(None, All((HALF, Holds("p")))))

    assert made.evaluate(knowing(**facts)).finding("i").status == status


TWO = Rule(RuleKind.AT_LEAST, 2)
CRITERIA = [
    # rule, applies of i and of j, requires of both, criterion, outcome, leans
    (Rule(), (NO, NO), YES, "not_applicable", "undetermined", False),
    (Rule(), (NO, YES), YES, "met", "met", False),
    (Rule(), (NO, YES), NO, "not_met", "not_met", False),
    (Rule(RuleKind.ANY), (NO, YES), NO, "met", "met", True),
    (Rule(RuleKind.ANY), (YES, YES), YES, "met", "met", False),
    (TWO, (NO, YES), YES, "met", "met", True),
    (TWO, (NO, NO), NO, "not_applicable", "undetermined", False),
    (TWO, (NO, OPEN), NO, "undetermined", "undetermined", False),
]


@pytest.mark.parametrize(("rule", "applies", "met", "status", "outcome", "leans"), CRITERIA)
def test_not_arising_counts_as_met_and_is_never_shown_as_met(
    rule, applies, met, status, outcome, leans
):
    """It counts in the criterion's rule, which says when it is met only through it."""
    first, second = (asking(id_, Holds("p"), applies_when=Holds(w)) for id_, w in ("iq", "jw"))
    chain = issuing(measures(), grouping("c", first, second, rule=rule))
    verdict = standard(chain).evaluate(knowing(p=met, q=applies[0], w=applies[1]))
    found = verdict.finding("c")

    assert (found.status, verdict.outcome) == (status, outcome)
    assert verdict.reason == ("nothing-assessed" if status == "not_applicable" else "")
    if status == "met":
        assert found.leans is leans
    assert found.counts.not_arising == applies.count(NO)


@pytest.mark.parametrize("op", Op)
@pytest.mark.parametrize("against", [MonthDay(3, 31), MeasureRef("e")])
@pytest.mark.parametrize("other", [NO_DATE, "2023-05-01", OPEN])
def test_every_test_of_a_date_that_is_none_is_unmet(op, against, other):
    """Known not to have been done, it is neither before, after nor other than any day."""
    verdict = verdict_of(Compare("d", op, against), facts={"d": NO_DATE, "e": other})

    assert verdict.finding("i").status == "not_met"


def test_not_over_a_date_test_is_refused():
    """The opposite operator is to be written, so that a date that is none never passes."""
    problems = Problems()
    parse(Branch("not", (Line("d ≤ 31/03"),)), vocabulary_of(*measures()), problems)

    assert [each.code for each in problems.errors] == ["KM-328"]


def test_a_set_with_nothing_in_force_is_not_assessed():
    """On a day on which no indicator is in force there is nothing to assess."""
    verdict = verdict_of(Holds("p"), valid=Validity(date(2024, 1, 1)))

    assert (verdict.outcome, verdict.reason) == ("undetermined", "nothing-assessed")


@pytest.mark.parametrize("met", [YES, NO, OPEN])
def test_what_is_only_assumed_takes_no_part(met):
    """An assumed indicator is evaluated and shown, and nothing is assessed by it alone."""
    verdict = verdict_of(Holds("p"), facts={"p": met}, fidelity=Fidelity.ASSUMED)

    assert (verdict.outcome, verdict.reason) == ("undetermined", "nothing-assessed")
    status = {YES: "met", NO: "not_met", OPEN: "undetermined"}[met]
    assert verdict.finding("i").status == verdict.finding("c").status == status


def test_what_is_only_assumed_and_does_not_arise_is_not_shown_as_met():
    """A criterion of such indicators alone is not applicable, counted or not."""
    more = {"fidelity": Fidelity.ASSUMED, "applies_when": Holds("w")}
    verdict = verdict_of(Holds("p"), facts={"p": YES, "w": NO}, **more)

    assert verdict.finding("c").status == "not_applicable"
