"""Formatting: how conditions are written and said."""

import pickle
from datetime import date
from decimal import Decimal

import pytest

from kieumau.errors import Problems
from kieumau.language.canonical import canonical
from kieumau.language.format import line, say, store
from kieumau.language.names import Vocabulary
from kieumau.language.parse import parse
from kieumau.language.stored import Branch, Line
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

BOX, CAMERA = Holds("co_hom_thu"), Holds("co_camera")


@pytest.mark.parametrize(
    ("test", "vi", "en"),
    [
        (
            Compare("ty_le_hai_long", Op.GE, Decimal("58.50")),
            "tỷ lệ người dân hài lòng ≥ 58,5%",
            "residents satisfied ≥ 58.5%",
        ),
        (
            Compare("so_vu", Op.NE, Decimal(1000)),
            "số vụ ≠ 1 000 vụ",
            "number of cases ≠ 1 000 cases",
        ),
        (
            Compare("so_vu", Op.LT, MeasureRef("so_vu_nam_truoc")),
            "số vụ < số vụ năm trước",
            "number of cases < cases last year",
        ),
        (
            Compare("ngay_bao_cao", Op.LE, MonthDay(3, 31)),
            "ngày nộp báo cáo ≤ 31/03",
            "date of the report ≤ 31/03",
        ),
        (
            Between("ngay_bao_cao", date(2025, 1, 1), date(2025, 12, 31)),
            "ngày nộp báo cáo trong khoảng 01/01/2025..31/12/2025",
            "date of the report between 01/01/2025..31/12/2025",
        ),
        (
            Between("ty_le_hai_long", Decimal(80), Decimal(90)),
            "tỷ lệ người dân hài lòng trong khoảng 80%..90%",
            "residents satisfied between 80%..90%",
        ),
        (
            OneOf("loai_tru_so", ("chua_dat", "dat_chuan"), negated=True),
            "loại trụ sở không thuộc {chưa đạt; đạt chuẩn}",
            "class of headquarters not in {below norm; to norm}",
        ),
        (
            OneOf("loai_tru_so", ("dat_chuan",)),
            "loại trụ sở = đạt chuẩn",
            "class of headquarters = to norm",
        ),
        (BOX, "có hòm thư góp ý", "has a letter box"),
    ],
)
def test_a_test_is_written_with_symbols_units_and_local_numbers(test, vi, en, vocabulary):
    """The canonical line in both languages."""
    assert line(test, vocabulary, "vi") == vi
    assert line(test, vocabulary, "en") == en


def test_a_line_with_another_reading_gets_guillemets():
    """A bare test whose name reads as another test is marked."""
    names = [("a", "hòm thư"), ("b", "hòm thư là có")]
    measures = [Measure(id_, Text(name), Kind.YES_NO) for id_, name in names]
    vocabulary = Vocabulary.of(measures, Problems())

    assert line(Holds("a"), vocabulary, "vi") == "hòm thư"
    assert line(Holds("b"), vocabulary, "vi") == "«hòm thư là có»"


def test_a_unit_that_makes_a_name_is_left_out():
    """`5 người` is a measure's name here, so the constant is written without its unit."""
    unit = Text("người")
    measures = [
        Measure("a", Text("số dân"), Kind.INTEGER, unit=unit),
        Measure("b", Text("5 người"), Kind.INTEGER, unit=unit),
    ]
    vocabulary = Vocabulary.of(measures, Problems())

    assert line(Compare("a", Op.GE, Decimal(5)), vocabulary, "vi") == "«số dân» ≥ 5"
    assert line(Compare("a", Op.GE, MeasureRef("b")), vocabulary, "vi") == "«số dân» ≥ «5 người»"
    assert line(Compare("a", Op.GE, Decimal(6)), vocabulary, "vi") == "số dân ≥ 6 người"


def test_a_set_too_long_for_a_line_is_written_by_ids():
    """The line limit holds for what is formatted too."""
    from kieumau.rules.measures import Choice

    choices = tuple(Choice(f"c{n}", Text(f"lựa chọn {n} {'x' * 90}")) for n in range(20))
    problems = Problems()
    measure = Measure("m", Text("loại"), Kind.CHOICE, choices=choices)
    vocabulary = Vocabulary.of([measure], problems)
    test = OneOf("m", tuple(sorted(each.id for each in choices)))
    written = line(test, vocabulary, "vi")

    assert parse(Line(written), vocabulary, problems) == test
    assert written.startswith("m thuộc {c0; c1;")


def test_numbers_with_three_decimals_are_written_to_be_read():
    """1.125 is never written so that it could be a thousand."""
    measure = Measure("n", Text("điểm"), Kind.NUMBER, decimals=3)
    vocabulary = Vocabulary.of([measure], Problems())

    assert line(Compare("n", Op.GE, Decimal("1.125")), vocabulary, "vi") == "điểm ≥ 1,1250"


def test_a_test_of_an_undeclared_measure_cannot_be_written(vocabulary):
    """There is no name to write."""
    with pytest.raises(KeyError):
        line(Holds("x"), vocabulary, "vi")


def test_a_test_that_cannot_be_read_back_is_still_said(vocabulary):
    """An undeclared choice, met only in conditions built by hand, is shown by its id."""
    assert line(OneOf("loai_tru_so", ("x",)), vocabulary, "vi") == "loại trụ sở = x"


def test_storing_keeps_the_order_of_children(vocabulary):
    """As written by its author."""
    condition = All((Any((CAMERA, BOX)), AtLeast(2, (BOX, CAMERA)), Not(BOX)))
    box, camera = Line("có hòm thư góp ý"), Line("có camera hoạt động")

    assert store(condition, vocabulary, "vi") == Branch(
        "all",
        (
            Branch("any", (camera, box)),
            Branch("at_least", (box, camera), 2),
            Branch("not", (box,)),
        ),
    )


def test_a_whole_condition_is_said_on_one_line(vocabulary):
    """For readers, in their language."""
    condition = All((Any((BOX, CAMERA)), AtLeast(1, (BOX, Not(CAMERA))), All((BOX,))))

    assert say(condition, vocabulary, "vi") == (
        "((có hòm thư góp ý hoặc có camera hoạt động) và ít nhất 1 trong 2: "
        "(có hòm thư góp ý; không phải: có camera hoạt động) và có hòm thư góp ý)"
    )
    assert say(Not(Any((BOX, CAMERA))), vocabulary, "en") == (
        "not: (has a letter box or has working cameras)"
    )
    assert say(AtLeast(1, (BOX,)), vocabulary, "en") == "at least 1 of 1: (has a letter box)"


def test_the_canonical_text_ignores_order_places_and_trailing_zeros():
    """What does not change meaning does not change the text."""
    one = All((Compare("a", Op.GE, Decimal("90.00")), Any((Holds("c"), Holds("b")))))
    other = All((Any((Holds("b"), Holds("c"))), Compare("a", Op.GE, Decimal("9E+1"))))

    assert canonical(one) == canonical(other) == "all(a >= 90; any(b; c))"


def test_the_canonical_text_tells_different_conditions_apart():
    """A node of one child is not its child; a date is not a number; a reference is not a value."""
    different = [
        Holds("a"),
        All((Holds("a"),)),
        Any((Holds("a"),)),
        Not(Holds("a")),
        AtLeast(1, (Holds("a"),)),
        Compare("a", Op.GE, Decimal(5)),
        Compare("a", Op.GE, MeasureRef("5")),
        Compare("a", Op.GE, date(2025, 3, 31)),
        Compare("a", Op.GE, MonthDay(3, 31)),
        Compare("a", Op.GT, Decimal(5)),
        Between("a", Decimal(5), Decimal(5)),
        OneOf("a", ("b",)),
        OneOf("a", ("b",), negated=True),
        OneOf("a", ("b; c",)),
        OneOf("a", ("b", "c")),
        Holds("a; b"),
        Holds("á"),
        All((Holds("a"), Holds("b"))),
    ]
    texts = {canonical(each) for each in different}

    assert len(texts) == len(different)
    assert all(text.isascii() for text in texts)


def test_stored_forms_are_values():
    """They compare and pickle, whatever their place."""
    stored = Branch("not", (Line("số vụ = 0"),))

    assert pickle.loads(pickle.dumps(stored)) == stored  # noqa: S301
