"""A session takes what it may, all or nothing, and says what came of it."""

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

import kieumau
from kieumau.rules.conditions import Compare, Op
from kieumau.rules.facts import Interval, Reported, Unknown
from kieumau.rules.measures import Sum
from kieumau.truth import Truth
from kieumau.verdicts.findings import FindingKind
from kieumau.wording import Text
from tests.sessions.conftest import WARD, YEAR, codes, refused
from tests.strategies import asking, grouping, issuing, knowing, measure
from tests.strategies import standard as standard_of_chain

PAPER = kieumau.Evidence("Báo cáo (giả định)", "12/BC", date=date(2023, 5, 1))


def test_it_begins_without_facts(session, standard, engine):
    """Of a ward and a period: nothing is known, everything is missing."""
    assert session.facts == kieumau.FactSet(WARD, YEAR, ())
    assert session.verdict() == standard.evaluate(session.facts)
    assert session.verdict().outcome is kieumau.Outcome.UNDETERMINED
    assert session.engine == engine
    assert session.standard == standard.record


def test_it_may_begin_with_facts(standard, engine):
    """A fact set is ward, period and facts in one; its note is kept."""
    facts = kieumau.FactSet(WARD, YEAR, (kieumau.Fact("so_can_bo", 7),), note=Text("Ghi chú"))
    session = standard.session(facts, engine=engine)

    assert session.facts == facts
    assert session.verdict() == standard.evaluate(facts)


@pytest.mark.parametrize("given", [(WARD,), (WARD, "2023"), ({}, YEAR), ()])
def test_it_begins_with_nothing_else(standard, given):
    """A ward needs its period."""
    with pytest.raises((kieumau.UsageError, TypeError), match=r"KM-632|ward"):
        standard.session(*given)


def test_a_period_it_cannot_serve_is_refused_at_once(standard):
    """A day without a year must fall once inside; the standard must be in force."""
    two = kieumau.Period(date(2022, 1, 1), date(2023, 12, 31))
    before = kieumau.Period(date(2022, 1, 1), date(2022, 12, 31))
    with pytest.raises(kieumau.FactsError, match="KM-515"):
        standard.session(WARD, two)
    with pytest.raises(kieumau.FactsError, match="KM-504"):
        standard.session(WARD, before)

    assert standard.session(WARD, before, as_if=True).verdict().as_if


def test_it_says_what_became_met_and_from_which_facts(session):
    """Steps and statuses in the program's order, the facts by name, the outcome."""
    session.assert_facts({"số phiếu thu về": 100})
    made = session.assert_facts({"số phiếu hài lòng": 79, "có hòm thư góp ý": True})

    assert [fact.measure for fact in made.facts] == ["co_hom_thu", "so_phieu_hai_long"]
    assert [(move.id, move.before, move.after, move.because) for move in made.findings] == [
        ("goc-mau", "undetermined", "not_met", ("so_phieu_hai_long",)),
        ("luc-luong", "undetermined", "not_met", ("so_phieu_hai_long",)),
        ("dan-hai-long", "undetermined", "not_met", ("so_phieu_hai_long",)),
        ("hom-thu", "undetermined", "met", ("co_hom_thu",)),
    ]
    assert [move.id for move in made.criteria] == ["luc-luong"]
    assert [move.id for move in made.indicators] == ["dan-hai-long", "hom-thu"]
    assert [turn.step for turn in made.became][-1] == "@set"
    assert {turn.truth for turn in made.became} == {Truth.MET, Truth.UNMET}
    assert made.became[0].kind is FindingKind.REQUIREMENT
    assert made.became[0].title.en == "residents satisfied ≥ 80%"
    assert made.withdrawn == ()
    assert (made.before, made.outcome) == ("undetermined", "not_met")


def test_the_same_fact_again_is_nothing_new(session):
    """By id or by name, as text or typed, or as null: nothing changes."""
    session.assert_facts({"so_can_bo": 7, "dien_tich": "120,5"})
    standing = session._standing
    for again in ({"so_can_bo": 7}, {"số cán bộ hiện có": "7"}, {"dien_tich": Decimal("120.50")}):
        made = session.assert_facts(again)

        assert not made
        assert made.became == made.findings == ()
    assert not session.assert_facts({"so_can_bo": None})
    assert not session.assert_facts({})
    assert session._standing is standing
    assert session.assert_facts({}).say("en") == "Nothing new.\nOutcome: undetermined\n"


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ({"unknown": "chưa đo"}, 120),
        ({"unknown": "chưa đo"}, {"between": [1, 2]}),
        ({"between": [58, 120]}, {"between": [90, 110]}),
        ({"between": [58, 120]}, 58),
        ({"between": [58, 120]}, {"reported": "100"}),
        ({"reported": "100,5"}, "100,45"),
        ({"between": [5, 5]}, 5),
    ],
)
def test_knowledge_may_grow(session, was, now):
    """What was unknown is filled in, an interval narrowed down."""
    session.assert_facts({"dien_tich": was})
    made = session.assert_facts({"dien_tich": now})

    assert [fact.measure for fact in made.facts] == ["dien_tich"]
    assert session.facts["dien_tich"] == made.facts[0]


@pytest.mark.parametrize(
    ("measure", "was", "now"),
    [
        ("so_can_bo", 7, 8),
        ("dien_tich", 100, {"between": [90, 110]}),
        ("dien_tich", {"between": [90, 110]}, {"between": [90, 111]}),
        ("dien_tich", {"between": [90, 110]}, 111),
        ("dien_tich", {"between": [90, 110]}, {"unknown": "đo lại"}),
        ("dien_tich", {"unknown": "chưa đo"}, {"unknown": "đang đo"}),
        ("co_hom_thu", True, False),
        ("loai_tru_so", "đạt chuẩn", "chưa đạt"),
        ("ngay_ke_hoach", "none", "2023-03-01"),
        ("ngay_ke_hoach", "2023-03-01", "none"),
        ("ngay_ke_hoach", "2023-03-01", "2023-03-02"),
    ],
)
def test_anything_else_needs_correct(session, standard, measure, was, now):
    """The refusal says what is on record, and names correct, which takes it."""
    session.assert_facts({measure: was})
    error = refused(session, {measure: now}, "KM-629")

    assert "correct()" in error.say("vi")
    made = session.correct({measure: now})
    assert [fact.measure for fact in made.facts] == [measure]
    assert session.verdict() == standard.evaluate(session.facts)


def test_all_problems_are_found_at_once_and_nothing_is_taken(session):
    """A misspelt measure, a wrong kind, bounds, a changed value and contradicting parts."""
    session.assert_facts({"so_can_bo": 7, "so_phieu": 100})
    given = {
        "co_hom_thu": True,
        "so_can_boo": 1,
        "so_can_bo": 8,
        "dien_tich": -1,
        "loai_tru_so": "to",
        "so_phieu_hai_long": 200,
    }
    refused(session, given, "KM-511", "KM-629", "KM-521", "KM-523", "KM-532")

    assert "co_hom_thu" not in session.facts


def test_one_measure_named_twice_is_refused(session):
    """By its id and by its name, also where one of them takes it out."""
    refused(session, {"so_can_bo": 7, "số cán bộ hiện có": 7}, "KM-514")
    with pytest.raises(kieumau.FactsError, match="KM-514"):
        session.correct({"so_can_bo": 7, "số cán bộ hiện có": None})


def test_a_derived_figure_must_agree_with_parts_that_come_later(session, standard):
    """Before its parts it stands alone; beside them it must be theirs."""
    session.assert_facts({"ty_le_hai_long": {"reported": "85%"}})
    assert session.verdict().finding("dan-hai-long").status is kieumau.Status.MET
    session.assert_facts({"so_phieu": 200})
    refused(session, {"so_phieu_hai_long": 100}, "KM-531")
    made = session.assert_facts({"so_phieu_hai_long": 170})

    assert made.became == ()
    assert session.verdict() == standard.evaluate(session.facts)


def contradicting():
    """Return a standard of a sum of a sum, whose ends no two facts alone contradict."""
    count = {"unit": Text("vụ", "cases")}
    parts = [measure(id_, maximum=Decimal(50), **count) for id_ in ("n0", "n1", "n2")]
    inner = measure("s0", maximum=Decimal(100), derived=Sum(("n0", "n1")), **count)
    outer = measure("s1", maximum=Decimal(150), derived=Sum(("s0", "n2")), **count)
    own = asking("i", Compare("s1", Op.LE, Decimal(7)))
    return standard_of_chain(issuing((*parts, inner, outer), grouping("c", own)))


def test_facts_that_contradict_one_another_only_together_are_refused(engine):
    """What was met would be lost: the facts are refused, before a listener hears of them."""
    events = []
    made = contradicting()
    session = made.session(knowing(s1=5, n2=0), engine=engine, listener=events.append)
    session.assert_facts({"s0": {"between": [0, 10]}})
    assert session.verdict().finding("i").status is kieumau.Status.MET
    events.clear()

    error = refused(session, {"n0": 10, "n1": 0}, "KM-635")
    assert "figure s1 ≤ 7 cases" in error.say("en")
    assert events == []
    session.correct({"s1": None, "n0": 10, "n1": 0})
    assert session.verdict().finding("i").status is kieumau.Status.NOT_MET


def test_evidence_may_be_added_but_not_replaced(session):
    """Facts stand with what they rest on; a narrower figure brings its own."""
    session.assert_facts({"so_can_bo": 7})
    made = session.assert_facts([kieumau.Fact("so_can_bo", 7, PAPER)])
    assert made.facts == (kieumau.Fact("so_can_bo", 7, PAPER),)
    assert made.became == made.findings == ()

    assert not session.assert_facts({"so_can_bo": 7})
    assert session.facts["so_can_bo"].evidence == PAPER
    other = evolve(PAPER, document="13/BC")
    refused(session, [kieumau.Fact("so_can_bo", 7, other)], "KM-630")
    session.correct([kieumau.Fact("so_can_bo", 7, other)])
    assert session.facts["so_can_bo"].evidence == other

    session.assert_facts([kieumau.Fact("dien_tich", Interval(90, 120), PAPER)])
    session.assert_facts({"dien_tich": 100})
    assert session.facts["dien_tich"].evidence is None


def test_facts_are_typed_by_their_measures(session):
    """As a verdict holds them, whatever form they came in."""
    given = [kieumau.Fact("ty_le_hai_long", Reported("85%")), kieumau.Fact("so_vu", "3")]
    session.assert_facts(given)
    session.assert_facts({"dien_tich": {"unknown": "chưa đo"}, "loai_tru_so": "đạt chuẩn"})

    assert session.facts["so_vu"].value == 3
    assert session.facts["loai_tru_so"].value == "dat_chuan"
    assert session.facts["dien_tich"].value == Unknown(Text("chưa đo"))


def test_a_fact_set_of_the_same_ward_and_period_may_arrive(session):
    """Its mark as invented comes with it; another ward's is refused."""
    own = kieumau.FactSet(WARD, YEAR, (kieumau.Fact("so_can_bo", 7),), invented=True)
    refused(session, evolve(own, ward=evolve(WARD, code="00002")), "KM-633")
    march = evolve(own, period=kieumau.Period(YEAR.first, date(2023, 3, 31)))
    refused(session, march, "KM-633")
    session.assert_facts(own)

    assert session.facts == own
    assert session.facts.invented


@pytest.mark.parametrize("given", ["so_can_bo", b"x", 7, None, [("so_can_bo", 7)], ["so_can_bo"]])
def test_anything_that_is_no_facts_is_refused(session, given):
    """With what it takes."""
    refused(session, given, "KM-634")


def test_a_correction_lists_what_was_withdrawn(session):
    """Steps that lost their truth, what has become of others, and the facts taken out."""
    session.assert_facts({"so_can_bo": 7, "so_phieu": 100, "so_phieu_hai_long": 90})
    made = session.correct({"so_can_bo": 4, "so_phieu": None})

    assert [fact.measure for fact in made.facts] == ["so_can_bo"]
    assert [fact.measure for fact in made.gone] == ["so_phieu"]
    met, open_ = (("luc-luong/du-can-bo", "so_can_bo"), ("luc-luong/dan-hai-long", "so_phieu"))
    lost = {turn.step: turn.because for turn in made.withdrawn}
    assert lost[met[0]] == (met[1],)
    assert lost[open_[0]] == (open_[1],)
    assert {turn.truth for turn in made.withdrawn} == {Truth.MET}
    won = {turn.step: turn.truth for turn in made.became}
    assert won[met[0]] is Truth.UNMET
    assert open_[0] not in won
    assert made.outcome is kieumau.Outcome.NOT_MET


def test_a_correction_that_is_wrong_changes_nothing(session):
    """It is checked whole, like anything that arrives."""
    session.assert_facts({"so_phieu": 100, "so_phieu_hai_long": 90})
    standing = session._standing
    with pytest.raises(kieumau.FactsError) as error:
        session.correct({"so_phieu": 10, "so_vuu": None, "so_can_bo": "x"})

    assert sorted(codes(error)) == ["KM-310", "KM-511", "KM-532"]
    assert session._standing is standing
