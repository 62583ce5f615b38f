"""How facts and derived figures are said, exactly."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kieumau.render.observed import observed
from kieumau.render.sources import facts
from kieumau.render.speech import Joined, Link, Voice, speak
from kieumau.render.values import fact_said
from kieumau.rules.facts import Evidence, Fact, Interval, Reported, Unknown
from kieumau.rules.measures import Choice, IfZero, Kind, Measure, Ratio, Sum
from kieumau.verdicts.findings import Finding, FindingKind, Status, Subject
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Text

COUNT = Measure("n", Text("số vụ", "cases"), Kind.INTEGER, Text("vụ", "cases"))
SHARE = Measure(
    "n", Text("tỷ lệ", "share"), Kind.PERCENT, Text("%"), maximum=Decimal(100), decimals=2
)
YES_NO = Measure("n", Text("có hòm thư", "has a box"), Kind.YES_NO)
DAY = Measure("n", Text("ngày kế hoạch", "date of plan"), Kind.DATE)
CHOICE = Measure(
    "n", Text("loại", "class"), Kind.CHOICE, choices=(Choice("dat", Text("đạt chuẩn", "to norm")),)
)


@pytest.mark.parametrize(
    ("measure", "value", "vi", "en"),
    [
        (COUNT, 1818, "1 818 vụ", "1 818 cases"),
        (COUNT, 0, "0 vụ", "0 cases"),
        (SHARE, Decimal("58.5"), "58,5%", "58.5%"),
        (YES_NO, True, "có", "yes"),
        (YES_NO, False, "không", "no"),
        (DAY, date(2025, 12, 31), "31/12/2025", "31/12/2025"),
        (DAY, "none", "chưa thực hiện", "not done"),
        (CHOICE, "dat", "đạt chuẩn", "to norm"),
        (COUNT, Interval(58, 60), "58–60 vụ", "58–60 cases"),
        (COUNT, Interval(58, 58), "58 vụ", "58 cases"),
        (SHARE, Interval(Decimal("58.5"), 60), "58,5–60%", "58.5–60%"),
        (
            DAY,
            Interval(date(2023, 3, 1), date(2023, 3, 31)),
            "từ 01/03/2023 đến 31/03/2023",
            "from 01/03/2023 to 31/03/2023",
        ),
        (
            SHARE,
            Reported("100%"),
            "khoảng 100% (số công bố, từ 99,5% đến 100%)",
            "about 100% (published figure, from 99.5% to 100%)",
        ),
        (
            SHARE,
            Reported("58,5%"),
            "khoảng 58,5% (số công bố, từ 58,45% đến 58,55%)",
            "about 58.5% (published figure, from 58.45% to 58.55%)",
        ),
        (
            COUNT,
            Reported("1 200"),
            "khoảng 1 200 vụ (số công bố)",
            "about 1 200 cases (published figure)",
        ),
        (COUNT, Reported("vài"), "khoảng vài (số công bố)", "about vài (published figure)"),
        (
            COUNT,
            Unknown(Text("mất sổ", "book lost")),
            "chưa biết (lý do: mất sổ)",
            "not known (reason: book lost)",
        ),
        (None, 14, "14", "14"),
    ],
)
def test_every_kind_of_value(measure: Measure | None, value: object, vi: str, en: str) -> None:
    """Each kind of fact is said in full, in both languages."""
    said = fact_said(Fact("n", value), measure)

    assert (speak(said, Voice("vi")), speak(said, Voice("en"))) == (vi, en)


def test_not_supplied() -> None:
    """A measure without a fact is said to be not supplied."""
    assert speak(fact_said(None, COUNT), Voice("vi")) == "chưa cung cấp"


def say_ratio(
    verdict: Verdict, *facts: Fact, line: str = "share ≥ 90%", if_zero: IfZero | None = None
) -> str:
    """Return what is observed of the sample ratio."""
    subject = Subject(
        "t",
        FindingKind.REQUIREMENT,
        Text("x", line),
        measures=("ty_le_binh", "so_ho_co_binh", "so_ho"),
        denominator=("so_ho",),
        if_zero=if_zero,
    )
    return speak(observed(Finding(subject, Status.MET, facts), verdict), Voice("vi"))


def parts(of: object, to: object) -> tuple[Fact, Fact]:
    """Return the facts of the sample ratio."""
    return (Fact("so_ho_co_binh", of), Fact("so_ho", to))


@pytest.mark.parametrize(
    ("of", "to", "said"),
    [
        (1818, 1818, "1 818/1 818 = 100%"),
        (1230, 1400, "1 230/1 400 = 87,86% (làm tròn)"),
        (1, 8, "1/8 = 12,5%"),
        (1, 64, "1/64 = 1,5625%"),
        (Interval(58, 60), 100, "58–60/100 = 58–60%"),
        (Interval(1, 2), 7, "1–2/7 = 14,29–28,57% (làm tròn)"),
        (0, 5, "0/5 = 0%"),
    ],
)
def test_ratio_with_its_parts(
    verdicts: dict[str, Verdict], of: object, to: object, said: str
) -> None:
    """A ratio is worked out from its parts, and says when it is rounded."""
    assert say_ratio(verdicts["met"], *parts(of, to)) == said


@pytest.mark.parametrize(
    ("if_zero", "said"),
    [
        (IfZero.NOT_APPLICABLE, "số hộ bằng 0 nên không phát sinh"),
        (IfZero.UNKNOWN, "số hộ bằng 0 nên chưa xác định được"),
        (IfZero.MET, "số hộ bằng 0, được tính là đạt"),
        (IfZero.UNMET, "số hộ bằng 0, được tính là không đạt"),
    ],
)
def test_zero_denominator(verdicts: dict[str, Verdict], if_zero: IfZero, said: str) -> None:
    """A denominator of zero is said, with what follows from it."""
    assert say_ratio(verdicts["met"], *parts(0, 0), if_zero=if_zero) == said


def test_ratio_supplied_directly_or_in_part(verdicts: dict[str, Verdict]) -> None:
    """Without its parts the figure stands for itself; with some, what is wanting is named."""
    direct = say_ratio(verdicts["met"], Fact("ty_le_binh", Decimal("91.2")))
    half = say_ratio(verdicts["met"], Fact("so_ho", 10))
    maybe_zero = say_ratio(verdicts["met"], *parts(0, Interval(0, 3)))

    assert direct == "91,2%"
    assert half == "số hộ có bình chữa cháy: chưa cung cấp; số hộ: 10 hộ"
    assert maybe_zero == "số hộ có bình chữa cháy: 0 hộ; số hộ: 0–3 hộ"
    assert say_ratio(verdicts["met"]) == "chưa cung cấp: số hộ có bình chữa cháy; số hộ"


def test_a_near_miss_never_looks_like_a_hit(verdicts: dict[str, Verdict]) -> None:
    """A figure a hair below the threshold keeps the digits that show it."""
    assert say_ratio(verdicts["met"], *parts(899999, 1000000)) == "899 999/1 000 000 = 89,9999%"
    assert (
        say_ratio(verdicts["met"], *parts(2699999, 3000000))
        == "2 699 999/3 000 000 = 89,99997% (làm tròn)"
    )


@settings(max_examples=200, deadline=None)
@given(of=st.integers(0, 10**6), to=st.integers(1, 10**6), least=st.decimals(0, 100, places=2))
def test_shown_figure_is_on_its_side(of: int, to: int, least: Decimal) -> None:
    """What is shown stands to the threshold as the exact figure does."""
    measures = {
        "a": Measure("a", Text("a"), Kind.INTEGER),
        "b": Measure("b", Text("b"), Kind.INTEGER),
        "r": Measure("r", Text("r"), Kind.PERCENT, derived=Ratio("a", "b")),
    }
    subject = Subject("t", FindingKind.REQUIREMENT, Text(f"r ≥ {least}%"), measures=("r", "a", "b"))
    test = Finding(subject, Status.MET, (Fact("a", of), Fact("b", to)))
    holder = type("Holder", (), {"measures": measures})()
    said = speak(observed(test, holder), Voice("en"))
    figure = Fraction(said.split(" = ")[1].split("%")[0].replace(" ", ""))
    exact, at = Fraction(100 * of, to), Fraction(least)

    assert (figure < at, figure == at) == (exact < at, exact == at)
    assert (figure != exact) == said.endswith("(rounded)")


def test_two_figures_that_differ_are_shown_apart() -> None:
    """Two ratios compared with each other are not both shown as the same number."""
    measures = {id_: Measure(id_, Text(id_), Kind.INTEGER) for id_ in "abcd"}
    measures["r"] = Measure("r", Text("r"), Kind.PERCENT, derived=Ratio("a", "b"))
    measures["s"] = Measure("s", Text("s"), Kind.PERCENT, derived=Ratio("c", "d"))
    subject = Subject(
        "t", FindingKind.REQUIREMENT, Text("r > s"), measures=("r", "s", "a", "b", "c", "d")
    )
    facts = tuple(Fact(id_, n) for id_, n in zip("abcd", (1, 3, 333333, 1000000), strict=True))
    holder = type("Holder", (), {"measures": measures})()
    said = speak(observed(Finding(subject, Status.MET, facts), holder), Voice("en"))

    assert said == "r: 1/3 = 33.33333% (rounded); s: 333 333/1 000 000 = 33.3333%"


def test_too_many_ranges_are_listed_instead() -> None:
    """A figure from very many ranges is not worked out; its parts are said as supplied."""
    names = [f"m{n}" for n in range(12)]
    measures = {id_: Measure(id_, Text(id_), Kind.INTEGER) for id_ in names}
    measures["sum"] = Measure("sum", Text("sum"), Kind.INTEGER, derived=Sum(tuple(names)))
    subject = Subject("t", FindingKind.REQUIREMENT, Text("sum ≥ 5"), measures=("sum", *names))
    facts = tuple(Fact(id_, Interval(0, 1)) for id_ in names)
    holder = type("Holder", (), {"measures": measures})()
    said = speak(observed(Finding(subject, Status.MET, facts), holder), Voice("en"))

    assert said.startswith("m0: 0–1; m1: 0–1")


def test_figures_from_figures() -> None:
    """A ratio of a sum, one of whose parts was supplied directly, is worked out all the same."""
    measures = {id_: Measure(id_, Text(id_), Kind.INTEGER) for id_ in "abc"}
    measures["s"] = Measure("s", Text("s"), Kind.INTEGER, derived=Sum(("a", "b")))
    measures["r"] = Measure(
        "r", Text("r"), Kind.NUMBER, Text("mỗi hộ", "each"), derived=Ratio("s", "c")
    )
    subject = Subject(
        "t", FindingKind.REQUIREMENT, Text("r ≥ 2"), measures=("r", "s", "c", "a", "b")
    )
    holder = type("Holder", (), {"measures": measures})()

    def said(*facts: Fact) -> str:
        return speak(observed(Finding(subject, Status.MET, facts), holder), Voice("vi"))

    assert said(Fact("a", 3), Fact("b", 4), Fact("c", 2)) == "7/2 = 3,5 mỗi hộ"
    assert said(Fact("s", 7), Fact("c", 2)) == "7/2 = 3,5 mỗi hộ"


def test_facts_behind_a_figure() -> None:
    """The facts a figure was worked out from are listed, and the figures between them too."""
    measures = {id_: Measure(id_, Text(id_), Kind.INTEGER) for id_ in "abc"}
    measures["s"] = Measure("s", Text("s"), Kind.INTEGER, derived=Sum(("a", "b")))
    measures["r"] = Measure("r", Text("r"), Kind.NUMBER, derived=Ratio("s", "c"))
    subject = Subject(
        "t", FindingKind.REQUIREMENT, Text("r ≥ 2"), measures=("r", "s", "c", "a", "b")
    )
    holder = type("Holder", (), {"measures": measures})()
    supplied = (Fact("a", 3), Fact("b", 4, Evidence(note="sổ")), Fact("c", 2))
    (line,) = facts(Finding(subject, Status.MET, supplied), holder)

    assert [speak(each.said, Voice("vi")) for each in line.lines] == [
        "s: 3 + 4 = 7",
        "c: 2",
        "a: 3",
        "b: 4; sổ",
    ]


def test_links_and_counts_alone() -> None:
    """A voice without links says the words; a bare count is grouped like any number."""
    assert speak(Link("x", "https://example.vn"), Voice("vi")) == "x"
    assert speak(Joined((1200, "y")), Voice("en")) == "1 200, y"
