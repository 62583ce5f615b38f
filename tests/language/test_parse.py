"""Parsing: what lines and branches mean."""

from datetime import date
from decimal import Decimal

import pytest

from kieumau.errors import Problems
from kieumau.language.lexicon import OPERATORS, Relation
from kieumau.language.names import Vocabulary
from kieumau.language.parse import parse, parse_constant
from kieumau.language.stored import Branch, Line
from kieumau.places import NOWHERE, Place
from kieumau.rules.conditions import (
    All,
    Any,
    AtLeast,
    Between,
    Compare,
    Holds,
    MeasureRef,
    Not,
    OneOf,
    Op,
)
from kieumau.rules.measures import Kind, Measure
from kieumau.rules.periods import MonthDay
from kieumau.wording import Text

SATISFIED = "tỷ lệ người dân hài lòng"
LETTER_BOX, CAMERA = Line("có hòm thư góp ý"), Line("có camera hoạt động")


def meaning(text, vocabulary):
    """Return what a line means, checking that nothing was said against it."""
    problems = Problems()
    found = parse(Line(text), vocabulary, problems)

    assert problems.errors == ()
    return found


def of(*measures):
    """Return a vocabulary of numeric measures with these ids and names."""
    problems = Problems()
    found = Vocabulary.of([Measure(i, Text(n), Kind.INTEGER) for i, n in measures], problems)

    assert problems.errors == ()
    return found


@pytest.mark.parametrize("operator", OPERATORS, ids=lambda each: each.text)
def test_every_operator_of_the_lexicon_is_read(operator, vocabulary):
    """Each symbol and phrase, with the kinds it claims to fit."""
    closing = " " + " ".join(operator.closing) if operator.closing else ""
    joint = f" {' '.join(operator.joint)} " if operator.joint else ".."
    words = " ".join(operator.words)
    for kind in operator.kinds:
        measure, value, constant = {
            Kind.PERCENT: ("ty_le_hai_long", "5%", Decimal(5)),
            Kind.INTEGER: ("so_vu", "5 vụ", Decimal(5)),
            Kind.NUMBER: ("so_vu", "5", Decimal(5)),
            Kind.DATE: ("ngay_bao_cao", "31/03", MonthDay(3, 31)),
            Kind.YES_NO: ("co_camera", "yes", None),
            Kind.CHOICE: ("loai_tru_so", "đạt chuẩn", None),
        }[kind]
        match operator.sense, kind:
            case Relation.BETWEEN, _:
                right, expected = f"{value}{joint}{value}", Between(measure, constant, constant)
            case Relation() as relation, _:
                negated = relation is Relation.NOT_IN
                right, expected = f"{{{value}}}", OneOf(measure, ("dat_chuan",), negated)
            case op, Kind.CHOICE:
                right, expected = value, OneOf(measure, ("dat_chuan",), op is Op.NE)
            case op, Kind.YES_NO:
                holds = Holds(measure)
                right, expected = value, holds if op is Op.EQ else Not(holds)
            case op, _:
                right, expected = value, Compare(measure, op, constant)

        assert meaning(f"{measure} {words} {right}{closing}", vocabulary) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SATISFIED}≥90%", Compare("ty_le_hai_long", Op.GE, Decimal(90))),
        ("TỈ LỆ người dân hài lòng TỐI THIỂU 90 %", Compare("ty_le_hai_long", Op.GE, Decimal(90))),
        ("residents satisfied at least 58.5%", Compare("ty_le_hai_long", Op.GE, Decimal("58.5"))),
        ("số vụ không quá 1 000 vụ", Compare("so_vu", Op.LE, Decimal(1000))),
        ("số vụ < 50cases", Compare("so_vu", Op.LT, Decimal(50))),
        ("số vụ từ 5 trở lên", Compare("so_vu", Op.GE, Decimal(5))),
        ("số vụ từ 5 vụ trở xuống", Compare("so_vu", Op.LE, Decimal(5))),
        ("số vụ từ 0 vụ đến 5 vụ", Between("so_vu", Decimal(0), Decimal(5))),
        ("số vụ < số vụ năm trước", Compare("so_vu", Op.LT, MeasureRef("so_vu_nam_truoc"))),
        (
            "«số vụ» ít hơn «so_vu_nam_truoc»",
            Compare("so_vu", Op.LT, MeasureRef("so_vu_nam_truoc")),
        ),
        ("số vụ trong khoảng 0..5", Between("so_vu", Decimal(0), Decimal(5))),
        (
            f"{SATISFIED} trong khoảng 80..90,5%",
            Between("ty_le_hai_long", Decimal(80), Decimal("90.5")),
        ),
        ("ngày nộp báo cáo trước ngày 31/03", Compare("ngay_bao_cao", Op.LT, MonthDay(3, 31))),
        ("ngày nộp báo cáo ≤ 2025-03-31", Compare("ngay_bao_cao", Op.LE, date(2025, 3, 31))),
        (
            "ngày ban hành kế hoạch không muộn hơn ngày nộp báo cáo",
            Compare("ngay_ke_hoach", Op.LE, MeasureRef("ngay_bao_cao")),
        ),
        (
            "ngày nộp báo cáo từ 01/01 đến 31/03",
            Between("ngay_bao_cao", MonthDay(1, 1), MonthDay(3, 31)),
        ),
        ("có hòm thư góp ý", Holds("co_hom_thu")),
        ("«has a letter box»", Holds("co_hom_thu")),
        ("co_hom_thu = đúng", Holds("co_hom_thu")),
        ("có hòm thư góp ý là không", Not(Holds("co_hom_thu"))),
        ("loại trụ sở khác chưa đạt", OneOf("loai_tru_so", ("chua_dat",), negated=True)),
        (
            "loại trụ sở thuộc{vượt chuẩn; dat_chuan}",
            OneOf("loai_tru_so", ("dat_chuan", "vuot_chuan")),
        ),
        (
            "số hộ có tối thiểu một bình chữa cháy tối thiểu 5",
            Compare("so_ho_co_binh", Op.GE, Decimal(5)),
        ),
    ],
)
def test_a_line_means_what_it_says(text, expected, vocabulary):
    """Symbols and words, both languages, names, ids and guillemets."""
    assert meaning(text, vocabulary) == expected


def test_operator_words_inside_names_are_part_of_the_name():
    """Only where the left is a whole declared name is there an operator."""
    names = of(("a", "chỉ số trên mức bằng"), ("b", "số hộ dưới chuẩn"), ("c", "dưới"))

    assert meaning("chỉ số trên mức bằng bằng 5", names) == Compare("a", Op.EQ, Decimal(5))
    assert meaning("số hộ dưới chuẩn dưới 5", names) == Compare("b", Op.LT, Decimal(5))
    assert meaning("dưới dưới 5", names) == Compare("c", Op.LT, Decimal(5))
    assert meaning("dưới dưới dưới 5", of(("c", "dưới dưới"))) == Compare("c", Op.LT, Decimal(5))


def test_a_longer_operator_is_not_preferred_to_a_longer_name():
    """`không dưới` is one operator, unless a name ends in `không`: then neither."""
    line = "số hộ không dưới 5"
    problems = Problems()

    assert meaning(line, of(("a", "số hộ"))).op is Op.GE
    assert meaning(line, of(("b", "số hộ không"))).op is Op.LT
    assert parse(Line(line), of(("a", "số hộ"), ("b", "số hộ không")), problems) is None
    assert [each.code for each in problems.errors] == ["KM-303"]


def test_guillemets_and_ids_settle_two_readings():
    """Both readings can still be written."""
    names = of(("a", "số hộ"), ("b", "số hộ không"))

    assert meaning("«số hộ» không dưới 5", names) == Compare("a", Op.GE, Decimal(5))
    assert meaning("«số hộ không» dưới 5", names) == Compare("b", Op.LT, Decimal(5))
    assert meaning("b dưới 5", names) == Compare("b", Op.LT, Decimal(5))


def test_a_refused_reading_is_still_a_reading():
    """That one of two readings is out of bounds does not make the other the one meant."""
    small = Measure("b", Text("số hộ không"), Kind.INTEGER, maximum=Decimal(3))
    problems = Problems()
    names = of(("a", "số hộ")).extended([small], problems)

    assert parse(Line("số hộ không dưới 5"), names, problems) is None
    assert [each.code for each in problems.errors] == ["KM-303"]


def test_branches_become_conditions_in_order(vocabulary):
    """all, any, not and at_least, with their places."""
    place = Place("rules.yaml", 5, 3)
    stored = Branch(
        "all",
        (
            Branch("any", (LETTER_BOX, CAMERA)),
            Branch("at_least", (CAMERA, LETTER_BOX), 2),
            Branch("not", (CAMERA,)),
        ),
        place=place,
    )
    problems = Problems()
    found = parse(stored, vocabulary, problems)
    box, camera = Holds("co_hom_thu"), Holds("co_camera")

    assert problems.errors == ()
    assert found == All((Any((box, camera)), AtLeast(2, (camera, box)), Not(camera)))
    assert found.place == place


def test_every_problem_of_a_tree_is_reported_where_it_stands(vocabulary):
    """Not the first one only."""
    lines = [Line(text, Place("r.yaml", row, 9)) for row, text in enumerate(["x = 5", "so_vu"], 4)]
    stored = Branch("all", (lines[0], LETTER_BOX, Branch("any", (lines[1],))))
    problems = Problems()

    assert parse(stored, vocabulary, problems) is None
    assert [(each.code, each.place.line) for each in problems.errors] == [
        ("KM-302", 4),
        ("KM-309", 5),
    ]


def test_a_ratio_may_fall_away_only_as_a_conjunct(vocabulary):
    """At the root or under all of `requires`; elsewhere if_zero must be declared."""
    line = Line("tỷ lệ hộ có bình chữa cháy ≥ 90%")

    def codes(stored, **more):
        problems = Problems()
        parse(stored, vocabulary, problems, **more)
        return [each.code for each in problems.errors]

    assert codes(line) == []
    assert codes(Branch("all", (LETTER_BOX, Branch("all", (line,))))) == []
    assert codes(line, conjunct=False) == ["KM-327"]
    assert codes(Branch("all", (line,)), conjunct=False) == ["KM-327"]
    for branch in (
        Branch("any", (line, CAMERA)),
        Branch("not", (line,)),
        Branch("at_least", (line,), 1),
        Branch("any", (Branch("all", (line,)), CAMERA)),
    ):
        assert codes(branch) == ["KM-327"]
    assert codes(Branch("not", (Line("tỷ lệ phiếu đạt ≥ 90%"),)), conjunct=False) == []


def test_constants_alone_are_read_by_the_kind(vocabulary):
    """`to: 95%` of a tighten."""
    problems = Problems()
    satisfied, cases = vocabulary["ty_le_hai_long"], vocabulary["so_vu"]

    assert parse_constant("95 %", satisfied, NOWHERE, problems) == 95
    assert parse_constant("1 000 vụ", cases, NOWHERE, problems) == 1000
    assert parse_constant("31/03", vocabulary["ngay_bao_cao"], NOWHERE, problems) == MonthDay(3, 31)
    assert problems.errors == ()


@pytest.mark.parametrize(
    ("measure", "text", "code"),
    [
        ("ty_le_hai_long", "95", "KM-312"),
        ("ty_le_hai_long", "195%", "KM-323"),
        ("so_vu", "0,5", "KM-322"),
        ("so_vu", "9" * 2000, "KM-304"),
        ("co_camera", "có", "KM-334"),
        ("loai_tru_so", "đạt chuẩn", "KM-334"),
    ],
)
def test_constants_are_refused_for_the_same_reasons(measure, text, code, vocabulary):
    """A missing %, bounds, decimals, length, and kinds without constants."""
    problems = Problems()

    assert parse_constant(text, vocabulary[measure], NOWHERE, problems) is None
    assert [each.code for each in problems.errors] == [code]
