"""Corners in which a law once did not hold, each as small as it can be."""

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from kieumau.errors import FactsError, PluginError
from kieumau.render.observed import observed
from kieumau.render.speech import Voice, speak
from kieumau.rules.citations import Fidelity
from kieumau.rules.conditions import Compare, Holds, MeasureRef, Op
from kieumau.rules.criteria import Allows, Narrowing, Tightening
from kieumau.rules.facts import Reported
from kieumau.rules.measures import Difference, Kind, Sum
from kieumau.rules.periods import MonthDay, Validity
from kieumau.rules.refinements import Tighten
from kieumau.verdicts.verdict import Outcome
from tests.strategies import (
    CITED,
    asking,
    grouping,
    issuing,
    knowing,
    measure,
    refining,
    standard,
)


def test_a_derived_figure_may_be_supplied_however_deep_it_is():
    """A sum of five sums may be given directly, and then decides."""
    bounds = {"maximum": Decimal(1000)}
    parts = [measure(f"b{at}", **bounds) for at in range(10)]
    sums = [
        measure(f"s{at}", derived=Sum((f"b{2 * at}", f"b{2 * at + 1}")), **bounds)
        for at in range(5)
    ]
    total = measure("t", derived=Sum(tuple(f"s{at}" for at in range(5))), **bounds)
    asked = grouping("c", asking("i", Compare("t", Op.GE, Decimal(5))))
    made = standard(issuing((*parts, *sums, total), asked))

    assert made.evaluate(knowing(t=7)).outcome is Outcome.MET
    assert made.evaluate(knowing(**{each.id: 2 for each in sums})).outcome is Outcome.MET


def test_a_rounded_sum_stands_for_all_its_finer_parts_may_come_to():
    """4.7 is published as 5: beside its parts that is no contradiction, nor is it at least 5."""
    tenths = {"decimals": 1, "maximum": Decimal(9)}
    parts = [measure(id_, Kind.NUMBER, **tenths) for id_ in "ab"]
    total = measure("s", Kind.NUMBER, maximum=Decimal(18), derived=Sum(("a", "b")))
    asked = grouping("c", asking("i", Compare("s", Op.GE, Decimal(5))))
    made = standard(issuing((*parts, total), asked))

    assert made.evaluate(knowing(s=Reported("5"))).outcome is Outcome.UNDETERMINED


@pytest.mark.parametrize("own", [0, 1, 2])
@pytest.mark.parametrize("parts", [0, 1, 2])
@pytest.mark.parametrize(("derived", "value"), [(Sum(("a", "b")), 7), (Difference("a", "b"), 3)])
def test_a_sum_agrees_with_its_parts_in_whatever_decimals_each_is(own, parts, derived, value):
    """5 and 2 come to 7, and to 3, beside a figure of none, one or two decimals."""
    tenths = {"decimals": parts, "maximum": Decimal(9)}
    figures = [measure(id_, Kind.NUMBER, **tenths) for id_ in "ab"]
    bounds = {"decimals": own, "maximum": Decimal(18), "minimum": Decimal(-9)}
    total = measure("s", Kind.NUMBER, derived=derived, **bounds)
    asked = grouping("c", asking("i", Compare("s", Op.GE, Decimal(1))))
    made = standard(issuing((*figures, total), asked))

    assert made.evaluate(knowing(a=Decimal(5), b=Decimal(2), s=value)).outcome is Outcome.MET
    with pytest.raises(FactsError, match="KM-531"):
        made.evaluate(knowing(a=Decimal(5), b=Decimal(2), s=value + 1))


def test_a_figure_against_a_part_of_its_own_wants_and_shows_that_part():
    """The difference of a and b is known, but not b: it is what the test waits for."""
    figures = [measure(id_, maximum=Decimal(9)) for id_ in "ab"]
    total = measure("s", minimum=Decimal(-9), maximum=Decimal(9), derived=Difference("a", "b"))
    asked = grouping("c", asking("i", Compare("s", Op.LE, MeasureRef("b"))))
    made = standard(issuing((*figures, total), asked))
    verdict = made.evaluate(knowing(s=0, a=0))
    (test,) = verdict.finding("i").tests

    assert [(each.measure, each.settles) for each in verdict.missing] == [("b", True)]
    assert "b: " in speak(observed(test, verdict), Voice("en"))
    assert made.evaluate(knowing(a=0, b=0)).outcome is Outcome.MET


def test_a_limit_of_another_sort_than_the_threshold_is_refused():
    """A day of the year limits no day of one year: the order of two such would matter."""
    asked = Compare("d", Op.LE, date(2023, 12, 1))
    own = asking("i", asked, allows=Allows(Tightening(also=True)))
    base = issuing((measure("d", Kind.DATE),), grouping("c", own))
    done = [
        Tighten(
            "i",
            CITED,
            Fidelity.TEXT,
            also=Compare("d", Op.GE, date(2023, 1, at)),
            narrows=Narrowing(Tightening(up_to=up_to, also=True)),
        )
        for at, up_to in ((1, date(2023, 3, 1)), (2, MonthDay(6, 1)))
    ]

    with pytest.raises(PluginError) as refused:
        standard(refining(base, *done))

    assert [each.code for each in refused.value.diagnostics] == ["KM-446"]


def test_validity_is_the_largest_time_on_which_nothing_changes():
    """An indicator that stops after its criterion did changes nothing on that day."""
    stops = asking("i", Holds("p"), valid=Validity(None, date(2024, 6, 1)))
    gone = evolve(grouping("c", stops), valid=Validity(None, date(2023, 6, 1)))
    stays = grouping("e", asking("k", Holds("p")))
    made = standard(issuing((measure("p", Kind.YES_NO),), stays, gone))

    assert made.valid == Validity(date(2023, 6, 1), None)
