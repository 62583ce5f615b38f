"""Outcomes are decided from the steps' ids and the figures alone, nothing-assessed included."""

from decimal import Decimal

import pytest

from kieumau import Certificate, Outcome
from kieumau.certificates.checker import faults
from kieumau.rules.citations import Fidelity
from kieumau.rules.conditions import Between, Compare, Holds, Op
from kieumau.rules.criteria import Allows, Rule, RuleKind
from kieumau.rules.measures import IfZero, Kind, Ratio
from kieumau.rules.refinements import AddIndicator, Waive
from kieumau.wording import Text
from tests.certificates.tampering import resealed, text_of
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

SHARE = {"kind": Kind.PERCENT, "maximum": Decimal(100), "derived": Ratio("n0", "n1")}
MEASURES = (
    measure("n0"),
    measure("n1"),
    measure("y0", Kind.YES_NO),
    measure("y1", Kind.YES_NO),
    measure("r0", if_zero=IfZero.NOT_APPLICABLE, **SHARE),
)
ENOUGH = Compare("r0", Op.GE, Decimal(90))
WITHIN = Between("r0", Decimal(80), Decimal(90))
NOTHING = {"n0": 0, "n1": 0}
ANY = Rule(RuleKind.ANY)
WAIVED = Waive("i", Text("Miễn", "Waived"), citations=CITED)


def base(*indicators, rule=None):
    """Return a base of one criterion."""
    return issuing(MEASURES, grouping("c", *indicators, **({"rule": rule} if rule else {})))


def applied(when, requires=ENOUGH, id_="i"):
    """Return an indicator that applies at times."""
    return asking(id_, requires, applies_when=when)


CASES = {
    "a ratio over zero": (base(asking("i", ENOUGH)), NOTHING, True),
    "a range over zero": (base(asking("i", WITHIN)), NOTHING, True),
    "a ratio over something": (base(asking("i", ENOUGH)), {"n0": 9, "n1": 10}, False),
    "not applying": (base(applied(Holds("y0"))), {"y0": False}, True),
    "applying": (base(applied(Holds("y0"))), {"y0": True, "n0": 9, "n1": 10}, False),
    "applying, over zero": (base(applied(Holds("y0"))), {"y0": True, **NOTHING}, True),
    "one of two": (
        base(asking("i", ENOUGH), asking("j", Holds("y0"))),
        {**NOTHING, "y0": 1},
        False,
    ),
    "any, the other unmet": (
        base(asking("i", ENOUGH), asking("j", Holds("y0")), rule=ANY),
        {**NOTHING, "y0": False},
        False,
    ),
    "any, both over zero": (
        base(asking("i", ENOUGH), asking("j", WITHIN), rule=ANY),
        NOTHING,
        True,
    ),
    "waived": (
        refining(base(asking("i", Holds("y0"), allows=Allows(waive=True))), WAIVED),
        {"y0": False},
        False,
    ),
    "waived, over zero": (
        refining(base(asking("i", ENOUGH, allows=Allows(waive=True))), WAIVED),
        NOTHING,
        True,
    ),
    "added to any": (
        refining(
            base(asking("i", ENOUGH), asking("j", WITHIN), rule=ANY),
            AddIndicator("c", applied(Holds("y0"), Holds("y1"), "k")),
        ),
        {**NOTHING, "y0": False},
        True,
    ),
    "nothing counts": (
        base(asking("i", Holds("y0"), fidelity=Fidelity.ASSUMED)),
        {"y0": True},
        True,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_whether_anything_was_assessed_follows_from_the_certificate(name, standalone):
    """By both checkers, as the verdict says; and it cannot be said to be otherwise."""
    chain, known, nothing = CASES[name]
    made = standard(chain)
    verdict = made.evaluate(knowing(**{k: bool(v) if k[0] == "y" else v for k, v in known.items()}))
    data = Certificate.of(verdict, made).to_data()
    forged = {**data, "reason": "" if nothing else "nothing-assessed"}
    forged["outcome"] = "met" if nothing else "undetermined"

    assert (data["reason"] == "nothing-assessed") is nothing
    assert (verdict.outcome is Outcome.UNDETERMINED) is nothing
    assert list(faults(data)) == []
    assert standalone.check(text_of(data))[0] == []
    assert {fault.where for fault in faults(resealed(forged))} == {"outcome", "reason"}
    assert [part for part, _ in standalone.check(text_of(resealed(forged)))[0]] == ["outcome"]
