"""Sweep: what may be written, which wards are counted, and what is said beside the numbers."""

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from kieumau.authoring.sweep import read_dials, sweep
from kieumau.documents.factsets import FactSet
from kieumau.errors import FactsError, UsageError
from kieumau.plugins.chain import read_chain
from kieumau.render.sweep_words import Word
from kieumau.rules.conditions import All, Any, Between, Compare, Holds, MeasureRef, Op
from kieumau.rules.facts import Fact
from kieumau.rules.measures import Kind
from kieumau.rules.periods import Period
from kieumau.standard import standard_of
from kieumau.verdicts.record import AssumedPolicy, Outcome
from tests.strategies import asking, grouping, issuing, knowing, measure, standard

ON = date(2023, 12, 31)
CHAIN = read_chain(["examples/tinh-mau"])
MAU = standard_of(CHAIN, ON)
WARDS = FactSet.read_all("examples/wards/tinh-mau-24-phuong.csv")
SATISFIED = "dan-hai-long"


def points(text, of=MAU):
    """Return the points of one threshold as written."""
    (dial,) = read_dials([text], of.composed)
    return [str(each) for each in dial.points]


def code_of(*texts, of=MAU):
    """Return the code of what is wrong."""
    with pytest.raises(UsageError) as caught:
        read_dials(texts, of.composed)
    return caught.value.diagnostics[0].code


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("93..97", ["93", "94", "95", "96", "97"]),
        ("94%..96%", ["94", "95", "96"]),
        ("94..96%", ["94", "95", "96"]),
        ("94..95:0.5", ["94", "94.5", "95"]),
        ("94..95:0,5", ["94", "94.5", "95"]),
        ("94,5..95,5:0,5%", ["94.5", "95", "95.5"]),
        ("94..96:1.50", ["94", "95", "95.5"]),
        ("80,85,90", ["80", "85", "90", "95"]),
        ("80, 85", ["80", "85", "95"]),
        ("80%,85%", ["80", "85", "95"]),
        ("80.5,85", ["80.5", "85", "95"]),
        ("80;92,5", ["80", "92.5", "95"]),
        ("90; 80 ;90", ["80", "90", "95"]),
        ("99", ["95", "99"]),
        ("95", ["95"]),
    ],
)
def test_points_are_read_as_they_are_written(values, expected):
    """Ascending, each once, and always the one in force among them."""
    assert points(f"{SATISFIED} = {values}") == expected


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (["dan-hai-lon=90..95"], "KM-780"),
        (["dieu-dong-can-bo=1..2"], "KM-780"),
        (["tru-so-bao-dam=1..2"], "KM-780"),
        (["dan-hai-long"], "KM-782"),
        (["dan-hai-long="], "KM-782"),
        (["=80..90"], "KM-782"),
        ([""], "KM-782"),
        (["dan-hai-long=92,5"], "KM-783"),
        (["dan-hai-long=80..99:0.001"], "KM-784"),
        (["dan-hai-long=0..100:0.1", "ho-so-truc-tuyen=80..90:5"], "KM-784"),
        (["dan-hai-long=99..80"], "KM-785"),
        (["dan-hai-long=80..99:0"], "KM-785"),
        (["dan-hai-long=80..99:-1"], "KM-785"),
        (["dan-hai-long=80..90", "dan-hai-long=95"], "KM-786"),
        (["dan-hai-long=1", "ho-so-truc-tuyen=1", "camera-hoat-dong=1"], "KM-786"),
        (["dan-hai-long=nhiều"], "KM-310"),
        (["dan-hai-long=1.000"], "KM-311"),
        (["dan-hai-long=80..101"], "KM-323"),
        (["mo-hinh-phong-trao=1..2:0.5"], "KM-322"),
    ],
)
def test_what_cannot_be_read_is_refused(texts, code):
    """With a code, before any ward is looked at."""
    assert code_of(*texts) == code


def test_a_mistyped_indicator_is_told_what_was_meant():
    """And what else can be swept."""
    with pytest.raises(UsageError) as caught:
        read_dials(["dan-hai-lon=90..95"], MAU.composed)

    (found,) = caught.value.diagnostics
    assert found.suggestions[0] == SATISFIED
    assert "ho-so-truc-tuyen" in found.hint("vi")


SHARE = Compare("p0", Op.GE, Decimal(90))
MEASURES = (
    measure("p0", Kind.PERCENT, maximum=Decimal(100), decimals=1),
    measure("n0", maximum=Decimal(100)),
    measure("n1", maximum=Decimal(100)),
    measure("y0", Kind.YES_NO),
)


@pytest.mark.parametrize(
    ("requires", "swept"),
    [
        (SHARE, True),
        (All((SHARE, Holds("y0"))), True),
        (All((SHARE, Compare("n0", Op.LE, MeasureRef("n1")))), True),
        (All((SHARE, Compare("p0", Op.GT, Decimal(80)))), True),
        (All((SHARE, Compare("p0", Op.LE, Decimal(99)))), False),
        (All((SHARE, Compare("n0", Op.LE, Decimal(3)))), False),
        (Any((SHARE, Holds("y0"))), False),
        (Between("n0", Decimal(1), Decimal(5)), False),
        (Compare("n0", Op.EQ, Decimal(3)), False),
        (Holds("y0"), False),
    ],
)
def test_what_has_one_numeric_threshold_can_be_swept(requires, swept):
    """One comparison with a constant beside whatever else; several, none, or others are not."""
    of = standard(issuing(MEASURES, grouping("c", asking("a", requires))))

    if swept:
        assert points("a=95..96", of) == ["90", "95", "96"]
    else:
        assert code_of("a=95", of=of) == "KM-781"


def swept(*texts, wards=WARDS, of=MAU, files=()):
    """Return a sweep."""
    return sweep(of, read_dials(texts, of.composed), wards, files)


def test_every_number_is_counted_from_verdicts():
    """In force, the outcomes of the standard itself."""
    found = swept("dan-hai-long=80..99")

    (group,) = found.groups
    now = next(
        count for (point,), count in zip(found.pairs, group.counts, strict=True) if point.now
    )
    outcomes = [MAU.evaluate(each).outcome for each in WARDS]
    assert [now.met, now.not_met, now.undetermined] == [
        outcomes.count(each) for each in (Outcome.MET, Outcome.NOT_MET, Outcome.UNDETERMINED)
    ]
    assert all(each.met + each.not_met + each.undetermined == 24 for each in group.counts)
    assert group.counts[0].met > now.met > group.counts[-1].met


def test_wards_of_several_years_are_counted_by_year_too():
    """All of them first."""
    earlier = [
        evolve(each, period=Period(date(2022, 1, 1), date(2022, 12, 31))) for each in WARDS[:10]
    ]

    found = swept("dan-hai-long=90..99:3", wards=[*WARDS, *earlier])

    every, *years = found.groups
    assert [(each.year, each.wards) for each in years] == [(2022, 10), (2023, 24)]
    assert every.wards == 34
    for at, count in enumerate(every.counts):
        assert count.met == sum(each.counts[at].met for each in years)
    assert any("Áp dụng thử" in each.vi for each in found.notices)


def test_a_ward_that_cannot_be_counted_is_listed():
    """Never dropped; where none can be, the reasons are the answer."""
    wrong = evolve(WARDS[0], facts=(Fact("khong_co", 1),))
    away = evolve(WARDS[1], ward=evolve(WARDS[1].ward, province="42"))

    found = swept("dan-hai-long=95", wards=[wrong, away, *WARDS[2:]], files=["a.csv:2"])

    assert (found.wards, found.compared) == (24, 22)
    assert [each.problems[0].code for each in found.not_compared] == ["KM-511", "KM-505"]
    assert found.not_compared[0].problems[0].place == "a.csv:2"
    with pytest.raises(FactsError, match="KM-511"):
        swept("dan-hai-long=95", wards=[wrong])


def test_a_figure_no_frame_can_hold_stops_the_count():
    """Rather than leave a ward out without a word."""
    area = measure("m0", Kind.NUMBER, decimals=6)
    of = standard(issuing((*MEASURES, area), grouping("c", asking("a", SHARE))))

    with pytest.raises(FactsError, match="KM-787"):
        swept("a=95", of=of, wards=[knowing(p0=Decimal(9), m0=Decimal("1234567890.123456"))])


def test_it_is_always_said_to_be_a_simulation():
    """First of all; and that points are looser, or count for nothing, where they do."""
    looser, stricter = swept("dan-hai-long=94;95"), swept("dan-hai-long=95;96")
    shown = swept("ho-so-truc-tuyen=90")
    counted = swept("ho-so-truc-tuyen=90", of=standard_of(CHAIN, ON, AssumedPolicy.COUNT))

    for each in (looser, stricter, shown, counted):
        assert each.notices[0] == Word.SIMULATION.text
    assert Word.LOOSER.text in looser.notices
    assert Word.LOOSER.text not in stricter.notices
    assert any("chỉ nêu tham khảo" in each.vi for each in shown.notices)
    assert not any("chỉ nêu tham khảo" in each.vi for each in counted.notices)
    assert any("theo yêu cầu" in each.vi for each in counted.notices)
