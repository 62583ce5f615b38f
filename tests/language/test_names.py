"""Names: what can be declared, and what is found."""

import pickle
from decimal import Decimal

import pytest

from kieumau.errors import Problems
from kieumau.language.names import Vocabulary
from kieumau.places import Place
from kieumau.rules.measures import Choice, Kind, Measure
from kieumau.wording import Text

FIRST = Place("base/measures.yaml", 4, 5)
SECOND = Place("ha_tinh/measures.yaml", 9, 5)


def measure(id_, vi, en="", place=SECOND, kind=Kind.INTEGER, **more):
    """Return a measure declared at a place."""
    return Measure(id_, Text(vi, en), kind, place=place, **more)


def refusals(*measures):
    """Return the problems of a vocabulary of these measures."""
    problems = Problems()
    Vocabulary.of(measures, problems)
    return problems.errors


def test_a_measure_is_found_by_id_and_by_either_name(vocabulary):
    """Case, spaces, tone placement and i/y do not matter."""
    expected = vocabulary["ty_le_hai_long"]

    for text in ("ty_le_hai_long", "Tỉ lệ người dân  hài lòng", "RESIDENTS satisfied"):
        assert vocabulary.find(text) is expected
    assert vocabulary.find("tỷ lệ") is None
    assert vocabulary.get("ty_le_hai_long") is expected
    assert vocabulary.get("x") is None
    assert "so_ho" in vocabulary
    assert len(vocabulary) == len(tuple(vocabulary)) == len(vocabulary.measures)


def test_a_choice_is_found_by_id_and_label(vocabulary):
    """For the measure it belongs to only."""
    assert vocabulary.choice("loai_tru_so", "ĐẠT CHUẨN").id == "dat_chuan"
    assert vocabulary.choice("loai_tru_so", "to norm").id == "dat_chuan"
    assert vocabulary.choice("so_ho", "đạt chuẩn") is None
    assert vocabulary.choice("x", "đạt chuẩn") is None


def test_a_vocabulary_survives_pickling(vocabulary):
    """It is a value."""
    again = pickle.loads(pickle.dumps(vocabulary))  # noqa: S301

    assert again == vocabulary
    assert again.find("số hộ") == vocabulary.find("số hộ")
    assert hash(again) == hash(vocabulary)


def test_names_of_one_measure_may_fold_together():
    """A name given once serves in both languages."""
    assert refusals(measure("so_ho", "số hộ", "Số  hộ")) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "tỷ lệ", "x"), ("b", "tỉ lệ", "y")),
        (("a", "hòa", "x"), ("b", "z", "HOÀ")),
        (("a", "x1", "x"), ("b", "y", "X")),
        (("so_ho", "x", "y"), ("b", "so_ho", "z")),
    ],
)
def test_names_that_fold_together_are_refused_where_the_second_is_declared(one, other):
    """The refusal stands at the second and names the place of the first."""
    (found,) = refusals(measure(*one, place=FIRST), measure(*other))

    assert found.code == "KM-335"
    assert found.place == SECOND
    assert str(FIRST) in found.message()


@pytest.mark.parametrize(
    "name",
    [
        *("số hộ ≥ 5", "a = b", "a < b", "a!", "(a)", "a [b]", "{a", "«a»", 'a "b"', "a; b"),
        *("a..b", "a ≧ b", "a \uff05", "a\u037eb", "a\u0338=\u0338", "a\x00b", "a…b"),
    ],
)
def test_names_that_would_make_lines_unreadable_are_refused(name):
    """Operator symbols, brackets, quotes, `..`, `;`, look-alikes and control characters."""
    assert {each.code for each in refusals(measure("a", name))} == {"KM-336"}


@pytest.mark.parametrize("name", ["5", "1 000", "1.000", "90%", "31/12", "có", "No", "none", "-1"])
def test_names_that_read_as_values_are_refused(name):
    """Also as ids and as English names."""
    assert "KM-337" in {each.code for each in refusals(measure("a", name, "b"))}
    assert "KM-337" in {each.code for each in refusals(measure("a", "b", name))}


def test_an_id_that_reads_as_a_value_is_refused():
    """An id made of digits would be a number on the right of an operator."""
    assert [each.code for each in refusals(measure("2025", "b"))] == ["KM-337"]


@pytest.mark.parametrize("name", [" ", "\u200b", "a" * 201])
def test_empty_and_endless_names_are_refused(name):
    """Two names and an operator must fit in one line."""
    assert "KM-338" in {each.code for each in refusals(measure("a", name, "b"))}


@pytest.mark.parametrize("name", ["dưới", "số 5", "tỷ lệ % đạt", "chỉ số trên mức bằng", "unit's"])
def test_names_may_hold_operator_words_numbers_and_apostrophes(name):
    """Even be an operator word."""
    assert refusals(measure("a", name)) == ()


def test_the_same_measure_twice_is_one_but_not_with_other_content():
    """Two plugins may bring one measure; not two measures of one id."""
    problems = Problems()
    again = Vocabulary.of([measure("a", "x", place=FIRST), measure("a", "x")], problems)
    (found,) = refusals(measure("a", "x", place=FIRST), measure("a", "y"))

    assert (len(again), problems.errors) == (1, ())
    assert (found.code, found.place) == ("KM-339", SECOND)


def test_a_vocabulary_is_extended_by_a_province(vocabulary):
    """The measures of both; a clash is the province's."""
    problems = Problems()
    wider = vocabulary.extended([measure("so_dien_dan", "số diễn đàn")], problems)

    assert problems.errors == ()
    assert wider.find("số diễn đàn").id == "so_dien_dan"
    assert wider.find("số hộ") == vocabulary.find("số hộ")

    vocabulary.extended([measure("b", "Số hộ")], problems)

    assert [each.code for each in problems.errors] == ["KM-335"]


def test_choices_and_units_are_held_to_the_same():
    """Two labels that fold together, a label with a bracket, a unit that begins with a digit."""
    labels = (Choice("a", Text("tỷ")), Choice("b", Text("tỉ")), Choice("c", Text("d}")))
    codes = [each.code for each in refusals(measure("m", "x", kind=Kind.CHOICE, choices=labels))]
    unit = refusals(measure("m", "x", unit=Text("100 dân")))

    assert sorted(codes) == ["KM-335", "KM-336"]
    assert [each.code for each in unit] == ["KM-336"]


def test_what_was_meant_is_shown_as_declared(vocabulary):
    """Without marks, with a typo, by a nearly right id."""
    assert vocabulary.suggest("ty le nguoi dan hai long")[0] == "tỷ lệ người dân hài lòng"
    assert vocabulary.suggest("residents satisfyed")[0] == "residents satisfied"
    assert vocabulary.suggest("co_homthu")[0] == "có hòm thư góp ý"
    assert vocabulary.suggest("zzzz") == ()
    assert vocabulary.suggest_choice("loai_tru_so", "đạt chẩn")[0] == "đạt chuẩn"


def test_bounds_take_no_part_in_naming():
    """A measure that differs in bounds only is other content."""
    (found,) = refusals(measure("a", "x"), measure("a", "x", maximum=Decimal(5)))

    assert found.code == "KM-339"
