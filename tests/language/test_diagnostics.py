"""Diagnostics: each thing that can be wrong is said by its own code, with what was meant."""

import time

import pytest
from attrs import evolve

from kieumau.errors import Problems
from kieumau.language.parse import MOST_DEPTH, parse
from kieumau.language.stored import Branch, Line
from kieumau.messages import MESSAGES
from kieumau.places import Place
from kieumau.wording import Text

LETTER_BOX, CAMERA = Line("có hòm thư góp ý"), Line("có camera hoạt động")
DATE = Line("ngày nộp báo cáo ≤ 31/03")
HERE = Place("rules.yaml", 12, 15)


def problem(stored, vocabulary):
    """Return the one problem of what is stored, checking that it can be said."""
    problems = Problems()

    assert parse(stored, vocabulary, problems) is None
    (found,) = problems.errors
    assert found.say("vi")
    assert found.say("en")
    return found


LINES = [
    ("KM-301", ""),
    ("KM-301", "tất cả đều tốt"),
    ("KM-302", "tỷ lê người dân hài lòng ≥ 90%"),
    ("KM-302", "số vụ ≥ số vụ năm ngoái"),
    ("KM-302", "tỷ lệ người dân hài lòng đạt tối thiểu 90%"),
    ("KM-302", "hoàn toàn khác ≥ 5"),
    ("KM-304", "số vụ ≥ 5" + " " * 1000),
    ("KM-304", "a" * 100_000),
    ("KM-305", "«số vụ ≥ 5"),
    ("KM-305", "số vụ» ≥ 5"),
    ("KM-306", "0 < số vụ < 5"),
    ("KM-306", "số vụ ≥ 5 ≥ 4"),
    ("KM-307", "tỷ lệ người dân hài lòng => 90%"),
    ("KM-307", "tỷ lệ người dân hài lòng tối thieu 90%"),
    ("KM-307", "tỷ lệ người dân hài lòng hơn 90%"),
    ("KM-307", "không có hòm thư góp ý"),
    ("KM-308", "ngày nộp báo cáo tối thiểu 31/03"),
    ("KM-308", "số vụ trước 31/03"),
    ("KM-308", "loại trụ sở ≥ đạt chuẩn"),
    ("KM-308", "số vụ thuộc {5; 6}"),
    ("KM-308", "có camera hoạt động tối thiểu 5"),
    ("KM-309", "số vụ"),
    ("KM-310", "số vụ ≥ NaN"),
    ("KM-310", "số vụ ≥ 1e400"),
    ("KM-310", "số vụ ≥ 1_000"),
    ("KM-310", "số vụ ≥ ５"),
    ("KM-310", "số vụ ≥ nhiều"),
    ("KM-311", "số vụ ≥ 1.000"),
    ("KM-312", "tỷ lệ người dân hài lòng ≥ 90"),
    ("KM-313", "số vụ ≥ 5 người"),
    ("KM-313", "tỷ lệ người dân hài lòng ≥ 90 điểm"),
    ("KM-313", "số hộ ≥ 5²"),
    ("KM-314", "số vụ ≥ 5%"),
    ("KM-315", "ngày nộp báo cáo ≤ chưa có"),
    ("KM-315", "ngày nộp báo cáo ≤ 31/03/25"),
    ("KM-316", "ngày nộp báo cáo ≤ 31/02"),
    ("KM-317", "có camera hoạt động = 1"),
    ("KM-318", "loại trụ sở = đạt chẩn"),
    ("KM-319", "loại trụ sở thuộc đạt chuẩn"),
    ("KM-319", "loại trụ sở thuộc {}"),
    ("KM-319", "loại trụ sở thuộc {đạt chuẩn; }"),
    ("KM-319", "loại trụ sở = {đạt chuẩn; chưa đạt}"),
    ("KM-320", "số vụ trong khoảng 5"),
    ("KM-320", "số vụ = 0..5"),
    ("KM-321", "số vụ trong khoảng 5..0"),
    ("KM-321", "ngày nộp báo cáo trong khoảng 01/11..31/03"),
    ("KM-321", "ngày nộp báo cáo trong khoảng 01/01..31/03/2025"),
    ("KM-322", "số vụ ≥ 0,5"),
    ("KM-322", "tỷ lệ người dân hài lòng ≥ 58,5551%"),
    ("KM-322", "tỷ lệ hộ có bình chữa cháy ≥ 58,5550001%"),
    ("KM-323", "tỷ lệ người dân hài lòng ≥ 120%"),
    ("KM-323", "số vụ ≥ -5"),
    ("KM-323", "số vụ ≥ \u22125"),
    ("KM-324", "số vụ ≥ so_vu"),
    ("KM-325", "số vụ ≥ số hộ"),
    ("KM-325", "số vụ ≥ ngày nộp báo cáo"),
    ("KM-325", "ngày nộp báo cáo ≥ số vụ"),
    ("KM-325", "số vụ = có camera hoạt động"),
    ("KM-326", "tỷ lệ hộ có bình chữa cháy ≥ tỷ lệ người dân hài lòng"),
    ("KM-326", "tỷ lệ người dân hài lòng ≥ tỷ lệ phiếu đạt"),
    ("KM-331", "loại trụ sở thuộc {đạt chuẩn; ĐẠT CHUẨN}"),
    ("KM-332", "số vụ ≥"),
    ("KM-332", "số vụ tối thiểu"),
    ("KM-333", "tỷ lệ người dân hài lòng ≧ 90%"),
    ("KM-333", "tỷ lệ người dân hài lòng ≥ 90\uff05"),
]


@pytest.mark.parametrize(("code", "text"), LINES)
def test_a_line_that_cannot_be_read_says_why(code, text, vocabulary):
    """One problem, by its own code, at the line's place."""
    found = problem(Line(text, HERE), vocabulary)

    assert found.code == code
    assert found.place == HERE


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("tỷ lê người dân hài lòng ≥ 90%", "tỷ lệ người dân hài lòng"),
        ("ty le nguoi dan hai long không dưới 90%", "tỷ lệ người dân hài lòng"),
        ("residents satisfyed at least 90%", "residents satisfied"),
        ("số vụ < số vụ nam trước", "số vụ năm trước"),
        ("tỷ lệ người dân hài lòng =< 90%", "≤"),
        ("tỷ lệ người dân hài lòng toi thieu 90%", "tối thiểu"),
        ("residents satisfied at leest 90%", "at least"),
        ("loại trụ sở thuộc {đạt chẩn; chưa đạt}", "đạt chuẩn"),
        ("có hòm thư góp y", "có hòm thư góp ý"),
        ("không có hòm thư góp ý", "có hòm thư góp ý = không"),
    ],
)
def test_what_was_meant_is_suggested_first(text, meant, vocabulary):
    """As declared, with its marks; a negated name is never answered by the bare name."""
    assert problem(Line(text), vocabulary).suggestions[0] == meant


def test_two_readings_are_both_shown(vocabulary):
    """With the names marked, in the reader's language."""
    camera = vocabulary["co_camera"]
    more = evolve(camera, id="la_co", name=Text("có camera hoạt động là có"))
    wider = vocabulary.extended([more], Problems())
    found = problem(Line("có camera hoạt động là có"), wider)

    assert found.code == "KM-303"
    assert "«có camera hoạt động là có» hoặc «có camera hoạt động»" in found.message("vi")


def test_a_reading_with_no_is_shown_with_its_no(vocabulary):
    """Both readings can be told apart."""
    camera = vocabulary["co_camera"]
    more = evolve(camera, id="la_khong", name=Text("có camera hoạt động là không"))
    wider = vocabulary.extended([more], Problems())
    found = problem(Line("có camera hoạt động là không"), wider)

    assert found.code == "KM-303"
    assert "«có camera hoạt động» = không" in found.message("vi")
    assert "«has working cameras» = no" in found.message("en")


@pytest.mark.parametrize(
    ("code", "stored"),
    [
        ("KM-330", Branch("all", (), place=HERE)),
        ("KM-330", Branch("any", (), place=HERE)),
        ("KM-330", Branch("at_least", (LETTER_BOX,), 0, HERE)),
        ("KM-330", Branch("at_least", (LETTER_BOX,), 2, HERE)),
        ("KM-330", Branch("at_least", (LETTER_BOX,), -1, HERE)),
        ("KM-330", Branch("not", (), place=HERE)),
        ("KM-330", Branch("not", (LETTER_BOX, CAMERA), place=HERE)),
        ("KM-331", Branch("any", (LETTER_BOX, Line("co_hom_thu = có")), place=HERE)),
    ],
)
def test_a_branch_that_says_nothing_is_refused(code, stored, vocabulary):
    """Empty nodes, k out of range, a `not` of several, repeated children."""
    found = problem(stored, vocabulary)

    assert found.code == code
    assert found.place == HERE


def test_children_that_differ_in_order_only_are_repeated(vocabulary):
    """Order does not matter inside all, so it cannot make a child new."""
    one, other = Branch("any", (LETTER_BOX, CAMERA)), Branch("any", (CAMERA, LETTER_BOX))

    assert problem(Branch("all", (one, other)), vocabulary).code == "KM-331"


def test_a_date_test_may_not_stand_beneath_a_not(vocabulary):
    """However deep: a thing not done meets neither a date test nor its opposite."""
    line = Line(DATE.text, HERE)

    for stored in (
        Branch("not", (line,)),
        Branch("not", (Branch("any", (LETTER_BOX, line)),)),
        Branch("not", (Branch("not", (line,)),)),
    ):
        found = problem(stored, vocabulary)
        assert (found.code, found.place) == ("KM-328", HERE)


def test_depth_is_bounded(vocabulary):
    """A tree too deep is refused before Python's own limit."""
    stored = LETTER_BOX
    for _ in range(MOST_DEPTH):
        stored = Branch("all", (stored,))
    deeper = stored
    for _ in range(900):
        deeper = Branch("all", (deeper,))

    assert parse(stored, vocabulary, Problems()) is not None
    assert problem(deeper, vocabulary).code == "KM-329"


@pytest.mark.parametrize(
    "text",
    [
        *("≥ " * 450, "trên " * 200, "tối thiểu " * 99, "số vụ từ " + "5 đến " * 160),
        *("«" * 999, "a " * 499, "số vụ trong khoảng " + ".." * 480, "số vụ " * 160),
        *("1 " * 499, "số vụ ≥ " + "1 " * 490, "x" * 10_000_000),
    ],
)
def test_hostile_lines_are_refused_fast(text, vocabulary):
    """A thousand operators in a line cost no more than a moment."""
    start = time.perf_counter()
    found = problem(Line(text), vocabulary)

    assert time.perf_counter() - start < 2
    assert len(found.message()) < 1000


def test_every_code_of_the_language_is_worded_in_both_languages():
    """And the words are complete sentences of both."""
    codes = [code for code in MESSAGES if "KM-301" <= code <= "KM-339"]

    assert len(codes) == 39
    for code in codes:
        assert MESSAGES[code].message.vi != MESSAGES[code].message.en
        assert MESSAGES[code].hint.vi != MESSAGES[code].hint.en
