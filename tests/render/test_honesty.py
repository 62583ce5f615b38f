"""What every rendering must say, whatever its format."""

from datetime import date

import pytest
from attrs import evolve

from kieumau.errors import UsageError
from kieumau.render.as_markdown import markdown
from kieumau.render.as_text import summary, text
from kieumau.render.rendering import FORMATS, render
from kieumau.rules.criteria import ALL
from kieumau.rules.periods import Validity
from kieumau.verdicts.verdict import AssumedPolicy, MissingFact, Outcome, Verdict, WhyMissing
from kieumau.wording import Lang

SENTENCE = {
    "vi": "Kết quả tính theo bộ tái lập từ nguồn công khai; không phải quyết định công nhận.",
    "en": "Computed under a set reconstructed from public sources; not a decision of recognition.",
}


def test_reconstruction_is_always_said(sample: tuple[str, Verdict], lang: Lang) -> None:
    """Under a reconstruction the sentence stands in every format; elsewhere in none."""
    _, verdict = sample
    said = (
        text(verdict, lang),
        text(verdict, lang, brief=True),
        markdown(verdict, lang),
        summary(verdict, lang),
        render(verdict, "html", lang).replace("\u00a0", " "),
    )

    assert [SENTENCE[lang] in each for each in said] == [verdict.standard.reconstruction] * 5


def test_nothing_is_numbered_as_a_criterion(sample: tuple[str, Verdict]) -> None:
    """No rendering says "criterion n": the annex of 5764 is not public."""
    said = text(sample[1], "vi").lower() + text(sample[1], "en").lower()

    assert "tiêu chí số" not in said
    assert "criterion 1" not in said


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("undetermined", "Số liệu là hư cấu"),
        ("undetermined", "«Thị xã Kỳ Anh (ví dụ)» là ví dụ hư cấu"),
        ("undetermined", "ngoài thời gian có hiệu lực (từ 31/05/2023 đến hết 28/02/2025)"),
        ("undetermined", "chưa rõ có áp dụng hay không"),
        ("undetermined", "chưa rõ có được miễn hay không"),
        ("undetermined", "chưa xem văn bản"),
        ("undetermined", "Chỉ cần có số liệu sau là đủ để kết luận"),
        ("assumed", "Kết luận này dựa cả vào 1 chỉ tiêu có ngưỡng giả định."),
        ("assumed", "Số tiêu chí đạt trên số liệu chưa đủ mức yêu cầu"),
        ("not_met", "Có 1 chỉ tiêu dùng ngưỡng giả định"),
        ("not_met", "chỉ tham khảo, không tính"),
        ("not_met", "thắt chặt bởi Tỉnh Hà Tĩnh: 90% → 95%"),
        ("not_met", "chuyển dùng: đặt cho xã, phường"),
        ("not_met", "«số hộ» chưa kèm nguồn"),
        ("not_met", "Tự khai: số hộ có bình chữa cháy"),
        ("not_met", "nguồn: Báo cáo năm 2023 [4]; văn bản: 12/BC-CAP; ngày 05/01/2024"),
        ("met", "2 đạt trên số liệu, 1 không phát sinh, 1 được miễn"),
        ("met", "Chỉ đủ mức yêu cầu khi tính cả phần không phát sinh hoặc được miễn."),
        ("met", "Căn cứ miễn: Phường mới thành lập được hoãn 2 năm"),
        ("layered", "đạt ít nhất 2 trong 3 tiêu chí theo quy định gốc, cùng 1 tiêu chí bổ sung"),
        ("layered", "Theo quy định gốc (Bộ tái lập): đạt ít nhất 1 trong 2 chỉ tiêu — đạt"),
        ("layered", "Miễn cho phường mới — không thuộc trường hợp được miễn"),
        ("layered", "«tỷ lệ người dân hài lòng» kèm ngày"),
        ("layered", "chưa cung cấp: số bài viết; số buổi tuyên truyền"),
        ("nothing", "Tất cả các tiêu chí đều không phát sinh nên chưa có gì để đánh giá."),
    ],
)
def test_cautions_are_said(verdicts: dict[str, Verdict], name: str, words: str) -> None:
    """Each caution is said in so many words."""
    assert words in text(verdicts[name], "vi", width=400)


def test_many_failures_are_counted_not_listed(verdicts: dict[str, Verdict]) -> None:
    """The headline names the first few indicators of a criterion and counts the rest."""
    verdict = verdicts["not_met"]
    root = verdict.explanation
    criterion = root.children[0]
    failing = criterion.children[0]
    many = tuple(
        failing._replace(about=evolve(failing.about, id=f"i{n}", title=failing.title))
        for n in range(8)
    )
    longer = root._replace(children=(criterion._replace(children=many),))

    assert "và 3 chỉ tiêu khác" in text(evolve(verdict, explanation=longer), "vi", width=400)


def test_open_with_failures_and_nothing_counted(verdicts: dict[str, Verdict]) -> None:
    """An open outcome says when indicators already fail, and when none counts."""
    verdict = verdicts["not_met"]
    open_ = evolve(verdict, outcome=Outcome.UNDETERMINED)
    uncounted = verdict.explanation._replace(children=verdict.explanation.children[2].children[:1])

    assert "có 3 chỉ tiêu không đạt nhưng chưa đủ" in text(open_, "vi", width=400)
    assert "Không có chỉ tiêu nào được tính vào kết luận." in text(
        evolve(open_, explanation=uncounted), "vi"
    )
    met = evolve(verdict, outcome=Outcome.MET, explanation=uncounted)
    assert "No indicator counts towards the outcome." in text(met, "en")


def test_assumed_notice_follows_the_policy(verdicts: dict[str, Verdict]) -> None:
    """Assumed thresholds are either a notice or part of the headline, never both."""
    shown = verdicts["not_met"]
    counted = evolve(shown, standard=evolve(shown.standard, assumed=AssumedPolicy.COUNT))

    assert "không tính vào kết luận" in text(shown, width=400)
    assert "Kết luận này dựa cả vào 1" not in text(shown, width=400)
    assert "Kết luận này dựa cả vào 1" in text(counted, width=400)


def test_render_gives_every_format(verdicts: dict[str, Verdict], lang: Lang) -> None:
    """One verb gives each format; the JSON is the verdict's own."""
    verdict = verdicts["met"]

    assert render(verdict, "text", lang) == text(verdict, lang)
    assert render(verdict, "markdown", lang) == markdown(verdict, lang)
    assert render(verdict, "json", lang) == verdict.to_json()
    assert render(verdict) == text(verdict, "vi")
    assert FORMATS == ("text", "markdown", "html", "json")


@pytest.mark.parametrize(("format_", "language"), [("pdf", "vi"), ("text", "fr")])
def test_unknown_format_or_language_is_refused(
    verdicts: dict[str, Verdict], format_: str, language: str
) -> None:
    """A format or language there is not is a usage error that names those there are."""
    with pytest.raises(UsageError, match="KM-706"):
        render(verdicts["met"], format_, language)


def test_assumed_outcome_is_said_in_the_summary(verdicts: dict[str, Verdict]) -> None:
    """Even one line without notices says that the outcome rests on assumed thresholds."""
    assert "rests on 1 indicator" in summary(verdicts["assumed"], "en", notice=False)


def test_a_base_rule_that_asks_for_all_is_not_repeated(verdicts: dict[str, Verdict]) -> None:
    """Where the rule below is "all", its criteria stand in place."""
    verdict = verdicts["layered"]
    root = verdict.explanation
    issued = root.children[0]._replace(about=evolve(root.children[0].about, rule=ALL))
    said = text(
        evolve(verdict, explanation=root._replace(children=(issued, root.children[1]))), "vi"
    )

    assert "\n✓ Phục vụ nhân dân — đạt" in said


def test_waiver_over_several_conjuncts_is_said_once(verdicts: dict[str, Verdict]) -> None:
    """A waiver that guards two conjuncts stands once under its indicator."""
    assert text(verdicts["layered"], "vi").count("Căn cứ miễn") == 1


def test_brief_names_the_first_figures_and_counts_the_rest(verdicts: dict[str, Verdict]) -> None:
    """A long list of figures wanted is cut in the brief text, never in the full one."""
    verdict = verdicts["layered"]

    assert "và 4 số liệu khác" in text(verdict, "vi", brief=True)
    assert "thieu_11" in text(verdict, "vi")


@pytest.mark.parametrize(
    ("valid", "words"),
    [
        (Validity(), "Nội dung không đổi trong thời gian: không giới hạn"),
        (Validity(date(2023, 5, 31)), "trong thời gian: từ 31/05/2023\n"),
        (Validity(None, date(2025, 3, 1)), "trong thời gian: đến hết 28/02/2025"),
    ],
)
def test_validity_names_its_last_day(
    verdicts: dict[str, Verdict], valid: Validity, words: str
) -> None:
    """A time in force is said with its last day, open ends included."""
    verdict = verdicts["met"]

    assert words in text(evolve(verdict, standard=evolve(verdict.standard, valid=valid)), "vi")


def test_little_is_known(verdicts: dict[str, Verdict]) -> None:
    """A verdict short of reasons, sources or an engine's name still reads."""
    verdict = verdicts["not_met"]
    bare = tuple(
        each._replace(children=(), about=evolve(each.about, citations=()))
        for each in verdict.explanation.children[:1]
    )
    root = verdict.explanation._replace(
        children=bare, about=evolve(verdict.explanation.about, citations=())
    )
    missing = (
        MissingFact("so_ho", WhyMissing.DECLARED_UNKNOWN, settles=False, indicators=()),
        MissingFact("so_vu", WhyMissing.INEXACT, settles=False, indicators=()),
    )
    said = text(
        Verdict(verdict.facts, verdict.standard, Outcome.NOT_MET, root, missing), "vi", width=400
    )

    assert "Không đạt 1 tiêu chí: «Phòng cháy, chữa cháy»." in said
    assert "- số hộ (hộ) — chưa biết\n- so_vu — chưa chính xác\n" in said
    assert "VĂN BẢN VÀ NGUỒN" not in said
    assert "Tính bằng: kieumau 0.1.0\n" in said
