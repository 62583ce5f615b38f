"""Points: scored as a whole or one by one, in full or not at all, and what stands beside."""

import json

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from kieumau.documents.verdict_schema import verdict_schema
from kieumau.program.digest import program_data
from kieumau.rules.citations import Fidelity
from kieumau.rules.conditions import Holds
from kieumau.rules.criteria import Allows, Rule, RuleKind
from kieumau.rules.measures import Kind
from kieumau.rules.refinements import AddIndicator, Waive
from kieumau.verdicts.findings import Points
from kieumau.verdicts.verdict import Outcome, Verdict
from kieumau.wording import Text
from tests.strategies import CITED, asking, grouping, issuing, knowing, measure, refining, standard

YES, NO, OPEN = True, False, None
MEASURES = tuple(measure(id_, Kind.YES_NO) for id_ in "abcdw")
WAIVABLE = Allows(waive=True)


def score(threshold):
    """Return the rule that asks for so many points."""
    return Rule(RuleKind.SCORE, threshold)


def worth(id_, points, **more):
    """Return an indicator worth so many points, met where its yes/no measure holds."""
    return asking(f"i{id_}", Holds(id_), points=points, **more)


def scored(threshold=50):
    """Return a base: a group of 30 and 20 points, and a criterion worth 40 as a whole."""
    group = grouping("nhom", worth("a", 30), worth("b", 20, allows=WAIVABLE))
    whole = evolve(grouping("khoi", asking("ic", Holds("c")), asking("id", Holds("d"))), points=40)
    return issuing(MEASURES, group, whole, rule=score(threshold))


def verdict_of(chain, **facts):
    """Return the verdict of both engines, which must be one."""
    made = standard(chain)
    found = made.evaluate(knowing(**facts), engine="plain")
    assert made.evaluate(knowing(**facts), engine="auto") == found
    assert Verdict.from_json(found.to_json()) == found
    return found


@pytest.mark.parametrize(
    ("a", "b", "c", "outcome", "points"),
    [
        (YES, YES, YES, "met", (90, 90)),
        (YES, YES, NO, "met", (50, 50)),
        (NO, NO, YES, "not_met", (40, 40)),
        (NO, YES, YES, "met", (60, 60)),
        (YES, NO, NO, "not_met", (30, 30)),
        (YES, OPEN, NO, "undetermined", (30, 50)),
        (YES, NO, OPEN, "undetermined", (30, 70)),
        (NO, OPEN, NO, "not_met", (0, 20)),
        (YES, YES, OPEN, "met", (50, 90)),
        (OPEN, OPEN, YES, "undetermined", (40, 90)),
    ],
)
def test_a_set_adds_up_whole_criteria_and_the_indicators_of_groups(a, b, c, outcome, points):
    """Met once what is met reaches the threshold, not met once even the rest could not."""
    found = verdict_of(scored(), a=a, b=b, c=c, d=YES)

    assert found.outcome == outcome
    assert found.explanation.score == Points(*points, 90, 50)


def test_a_group_has_its_own_rule_which_decides_nothing():
    """The group fails, as one of its indicators does; its other indicator still earns."""
    found = verdict_of(scored(), a=YES, b=NO, c=YES, d=YES)

    assert found.finding("nhom").status == "not_met"
    assert found.outcome == "met"
    assert {each.id for each in found.explanation.decisive} == {"ia", "khoi"}
    assert {each.id for each in found.explanation.earning} == {"ia", "ib", "khoi"}


def test_a_criterion_scores_its_own_indicators():
    """A threshold of points within a criterion is met, or not, like any other rule."""
    own = grouping("k", worth("a", 5), worth("b", 3), worth("c", 2), rule=score(7))
    for a, b, c, status in [
        (YES, NO, YES, "met"),
        (NO, YES, YES, "not_met"),
        (YES, NO, OPEN, "undetermined"),
        (NO, OPEN, YES, "not_met"),
    ]:
        assert verdict_of(issuing(MEASURES, own), a=a, b=b, c=c).finding("k").status == status


def test_what_does_not_arise_earns_in_full_and_is_counted_apart():
    """It is never shown as met, and where the rule leans on it the finding says so."""
    idle = worth("a", 30, applies_when=Holds("w"))
    chain = issuing(MEASURES, grouping("k", idle, worth("b", 20)), rule=score(40))
    found = verdict_of(chain, a=NO, b=YES, w=NO)

    assert found.finding("ia").status == "not_applicable"
    assert found.outcome == "met"
    assert found.explanation.score == Points(50, 50, 50, 40, not_arising=30)
    assert found.explanation.leans
    assert verdict_of(chain, a=YES, b=YES, w=YES).explanation.leans is False


def test_a_set_in_which_nothing_arose_is_not_assessed():
    """Points that were only given are no assessment."""
    idle = [worth(id_, 20, applies_when=Holds("w")) for id_ in "ab"]
    found = verdict_of(issuing(MEASURES, grouping("k", *idle), rule=score(40)), w=NO)

    assert (found.outcome, found.reason) == ("undetermined", "nothing-assessed")


def test_what_is_waived_earns_in_full_and_is_counted_apart():
    """A waiver gives the points of what it releases from, and says so."""
    waive = Waive("ib", Text("Miễn", "Waived"), CITED, Holds("w"))
    chain = refining(scored(), waive)
    found = verdict_of(chain, a=YES, b=NO, c=NO, d=YES, w=YES)

    assert found.finding("ib").status == "waived"
    assert found.explanation.score == Points(50, 50, 90, 50, waived=20)
    assert verdict_of(chain, a=YES, b=NO, c=NO, d=YES, w=NO).outcome == "not_met"


def test_what_is_only_assumed_earns_nothing():
    """Its points are neither reached nor attainable, unless assumed thresholds count."""
    guessed = worth("a", 30, fidelity=Fidelity.ASSUMED)
    chain = issuing(MEASURES, grouping("k", guessed, worth("b", 20)), rule=score(20))

    assert verdict_of(chain, a=YES, b=NO).outcome == "not_met"
    assert verdict_of(chain, a=NO, b=YES).explanation.score == Points(20, 20, 20, 20)


@pytest.mark.parametrize("to", ["nhom", "khoi"])
@pytest.mark.parametrize(("w", "outcome"), [(YES, "met"), (NO, "not_met"), (OPEN, "undetermined")])
def test_what_a_layer_adds_is_demanded_and_earns_nothing(to, w, outcome):
    """Beside a group the set itself asks it; beside a whole criterion that criterion does."""
    chain = refining(scored(90), AddIndicator(to, asking("moi", Holds("w"))))
    found = verdict_of(chain, a=YES, b=YES, c=YES, d=YES, w=w)

    assert found.outcome == outcome
    issued = found.finding("@set/@issued") if to == "nhom" else found.explanation
    assert issued.score.total == 90
    if to == "nhom":
        assert issued.status == "met"
        assert found.finding("nhom").status == "met"
        assert found.finding("nhom/@added").status == outcome


def test_an_addition_that_is_met_does_not_help():
    """Points one short stay short, whatever is added and met."""
    chain = refining(scored(50), AddIndicator("nhom", asking("moi", Holds("w"))))

    assert verdict_of(chain, a=YES, b=NO, c=NO, d=NO, w=YES).outcome is Outcome.NOT_MET


def test_an_addition_with_an_assumed_threshold_is_shown_beside_a_group():
    """It is neither demanded nor lost sight of."""
    more = asking("moi", Holds("w"), fidelity=Fidelity.ASSUMED)
    found = verdict_of(refining(scored(), AddIndicator("nhom", more)), a=YES, b=YES, w=NO)

    assert found.outcome == "met"
    assert found.finding("nhom/@added").status == "not_met"
    assert not found.finding("nhom/@added").counted


def test_the_points_a_verdict_says_are_those_its_findings_earn():
    """A verdict that says other points than its findings earn cannot be read."""
    text = verdict_of(scored(), a=YES, b=YES).to_json()
    assert text.count('"reached": 50') == 1

    with pytest.raises(Exception, match="KM-703"):
        Verdict.from_json(text.replace('"reached": 50', '"reached": 60'))


@given(st.permutations(range(4)), st.lists(st.sampled_from([YES, NO, OPEN]), min_size=4))
def test_the_order_of_what_earns_does_not_matter(order, known):
    """The same points in another order give the same outcome and the same sums."""
    points = (5, 10, 15, 30)
    facts = dict(zip("abcd", known, strict=False))
    found = []
    for ids in ("abcd", "".join("abcd"[at] for at in order)):
        own = grouping("k", *(worth(id_, points["abcd".index(id_)]) for id_ in ids))
        found.append(verdict_of(issuing(MEASURES, own, rule=score(35)), **facts))

    assert found[0].outcome == found[1].outcome
    assert found[0].explanation.score == found[1].explanation.score
    assert found[0].standard.digest == found[1].standard.digest


def test_a_scored_verdict_is_as_its_schema_says():
    """Points and scores are fields the strict schema knows."""
    found = json.loads(verdict_of(scored(), a=YES, b=OPEN, c=YES, d=NO).to_json())

    assert list(Draft202012Validator(verdict_schema()).iter_errors(found)) == []
    assert found["explanation"]["rule"] == {"kind": "score", "k": 50}
    assert found["explanation"]["score"] == {
        "reached": 30,
        "possible": 50,
        "total": 90,
        "threshold": 50,
    }
    assert [each.get("points") for each in found["explanation"]["children"]] == [None, 40]


def test_the_program_says_points_by_child():
    """What decides is in the digest: other points, or another threshold, are another standard."""
    made = standard(scored())
    (root,) = [each for each in program_data(made.program)["steps"] if each["id"] == "@set"]

    assert root == {
        "id": "@set",
        "op": "score",
        "threshold": "50",
        "children": ["khoi", "nhom/ia", "nhom/ib"],
        "points": {"khoi": "40", "nhom/ia": "30", "nhom/ib": "20"},
    }
    assert len({standard(scored(k)).digest for k in (50, 51)}) == 2
