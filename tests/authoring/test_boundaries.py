"""Boundary cases: on both sides of every threshold, right when read back, no more than needed."""

import re
from shutil import copytree

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kieumau.authoring.boundaries.points_words import rule_of
from kieumau.authoring.boundaries.probes import PointsProbe, Side
from kieumau.authoring.boundaries.propose import propose
from kieumau.authoring.boundaries.wards import Judge
from kieumau.authoring.boundaries.write import case_file
from kieumau.authoring.branches import Item, Scope, items_of, seen_in
from kieumau.authoring.cases import run_cases
from kieumau.authoring.check import check
from kieumau.authoring.cover import coverage
from kieumau.authoring.scores import scores_of, tally
from kieumau.errors import Problems
from kieumau.plugins.chain import read_chain
from kieumau.standard import standard_of
from kieumau.testing.drawing import strategy
from kieumau.testing.standards import ON, base, refined
from kieumau.testing.strategies import fact_sets
from kieumau.truth import Truth, reaches
from tests.authoring.small import plugin

bases, refinements = strategy(base), strategy(refined)


def proposed(folder):
    """Return the cases proposed for a plugin, by id."""
    return {each.id: each for each in propose(read_chain([folder])).cases}


def changes(folder, prefix):
    """Return how the cases of one indicator differ from the base."""
    return {
        id_.removeprefix(prefix): dict(each.changes)
        for id_, each in proposed(folder).items()
        if id_.startswith(prefix)
    }


def test_a_share_is_tried_one_answer_below_at_and_above(tmp_path):
    """Numerators in whole answers; the case that stands at 96% is kept as the base."""
    found = changes(plugin(tmp_path / "p"), "hai-long-")

    assert found["duoi-nguong"] == {"so_hai_long": 474}
    assert found["dung-nguong"] == {"so_hai_long": 475}
    assert found["tren-nguong"] == {"so_hai_long": 476}
    assert found["thieu-so-phieu"] == {"so_phieu": None}
    assert found["khong-phat-sinh"] == {"so_hai_long": None, "so_phieu": 0} or found[
        "khong-phat-sinh"
    ] == {"so_phieu": 0}


def test_both_ends_of_a_range_in_units_of_the_last_decimal(tmp_path):
    """1.125 and 2, three decimals."""
    found = {str(each["muc"]) for each in changes(plugin(tmp_path / "p"), "do-luong-").values()}

    assert {"1.124", "1.125", "1.126", "1.999", "2.000", "2.001"} <= found


def test_exactly_k_minus_one_and_k_of_at_least(tmp_path):
    """One alone, each in turn, and two."""
    found = changes(plugin(tmp_path / "p"), "thiet-bi-")

    assert {"chi-dat-1", "chi-dat-2", "chi-dat-3", "dat-dung-2"} <= set(found)
    assert found["chi-dat-1"] == {"co_camera": False, "co_bang": False}


def test_a_day_before_on_after_and_never(tmp_path):
    """And not arising where the indicator does not apply."""
    found = changes(plugin(tmp_path / "p"), "ke-hoach-")

    said = [str(found[each]["ngay"]) for each in ("truoc-ngay", "dung-ngay", "sau-ngay")]
    assert said == ["2023-03-30", "2023-03-31", "2023-04-01"]
    assert found["chua-thuc-hien"] == {"ngay": "none"}
    assert found["khong-phat-sinh"] == {"xay_moi": True}


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("own", [True, False])
def test_the_file_passes_and_a_second_run_adds_nothing(tmp_path, lang, own):
    """With cases of one's own to start from, and without any."""
    folder = plugin(tmp_path / "p")
    if not own:
        (folder / "cases" / "a.yaml").unlink()
    first = propose(read_chain([folder]))
    text = case_file(first, lang)
    (folder / "cases" / "ranh-gioi.yaml").write_text(text, "utf-8")
    problems = Problems()

    results = tuple(run_cases(read_chain([folder]), problems))

    assert first.base.new is not own
    assert problems.found == []
    assert [each.case.id for each in results if not each.passed] == []
    assert case_file(propose(read_chain([folder])), lang) == ""
    again = propose(read_chain([folder]), instead_of=str(folder / "cases" / "ranh-gioi.yaml"))
    assert case_file(again, lang) == text


def test_figures_are_written_as_the_reader_takes_them(tmp_path):
    """Three decimals could be a thousand; a percentage has its sign."""
    text = case_file(propose(read_chain([plugin(tmp_path / "p")])), "vi")

    assert "      muc: 1,1250\n" in text
    assert re.search(r"muc: [0-9][.,][0-9]{3}\n", text) is None


def test_the_sentence_is_what_an_officer_would_say(tmp_path):
    """The figure, where it stands, and what comes of it, in both languages."""
    text = case_file(propose(read_chain([plugin(tmp_path / "p")])), "vi")

    assert (
        'vi: "Tỷ lệ hài lòng 474/500 = 94,8% (dưới ngưỡng 95%): chỉ tiêu «Dân hài lòng» không đạt."'
    ) in text
    assert (
        'en: "Share satisfied 474/500 = 94.8% (below the threshold of 95%): '
        'the indicator «Satisfied» is not met."'
    ) in text
    assert "Chưa có số liệu «số phiếu»: chỉ tiêu «Dân hài lòng» chưa đủ căn cứ." in text


def test_a_plugin_with_targets_alone_lacks_nothing():
    """No rule of its own, a scope that ended before the latest change, and no cases."""
    assert case_file(propose(read_chain(["hung-yen"]))) == ""


def test_a_standard_below_can_be_tried_with_it():
    """The base's thresholds, by a ward of the province while it is what it was."""
    proposal = propose(read_chain(["hung-yen"]), all_layers=True)

    assert proposal.base.new
    assert proposal.base.unmet == ()
    assert proposal.base.facts.ward.province == "33"
    assert len(proposal.cases) > 20


@given(st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_coverage_property(data):
    """Cases see all that is not listed; nothing listed as impossible is ever seen by any ward."""
    chain = data.draw(bases())
    if data.draw(st.booleans()):
        chain = data.draw(refinements(chain, ON))
    proposal = propose(chain, ON, all_layers=True)
    standard = proposal.standard
    judge, every = Judge(standard), tuple(items_of(standard.composed, standard.program, Scope()))
    wards = [each.seen for each in proposal.cases]
    wards.append(judge.seen(proposal.base.facts))
    seen = {
        item
        for each in wards
        for item in seen_in(every, each.truths, standard.program, each.statuses)
    }
    impossible = {each for each in proposal.impossible if isinstance(each, Item)}
    unfound = {each for each in proposal.unfound if isinstance(each, Item)}

    assert set(every) - seen == impossible | unfound
    assert not seen & impossible

    for _ in range(5):
        ward = judge.seen(data.draw(fact_sets(standard)))
        assert ward is not None
        found = set(seen_in(every, ward.truths, standard.program, ward.statuses))
        assert not found & impossible
        for probe in proposal.impossible:
            assert isinstance(probe, Item) or not probe.wanted(ward)


@pytest.fixture
def scored(tmp_path):
    """Return copies of the scored example and its province, without their cases."""
    for each in ("bo-cham-diem", "bo-cham-diem-tinh"):
        copytree(f"examples/{each}", tmp_path / each)
        for file in (tmp_path / each / "cases").iterdir():
            file.unlink()
    return tmp_path


def written(folder, **more):
    """Write the boundary cases of a plugin beside its own; return the text."""
    text = case_file(propose(read_chain([folder]), **more))
    (folder / "cases" / "ranh-gioi.yaml").write_text(text, "utf-8")
    return text


@pytest.mark.parametrize("id_", ["bo-cham-diem", "bo-cham-diem-tinh"])
@pytest.mark.parametrize("own", [True, False])
def test_the_cases_of_a_scored_set_see_all_there_is_to_see(scored, id_, own):
    """All of it reachable; they pass, check finds nothing, and a second run adds nothing."""
    folder, all_layers = scored / id_, id_.endswith("tinh")
    if own:
        copytree(f"examples/{id_}/cases", folder / "cases", dirs_exist_ok=True)
    written(folder, all_layers=all_layers)
    chain = read_chain([folder])
    results = tuple(run_cases(chain, Problems()))
    found = coverage(chain, results, all_layers=all_layers)

    assert [each.case.id for each in results if not each.passed] == []
    assert found.complete
    assert not found.unreachable
    assert check(folder) == []
    assert case_file(propose(chain, all_layers=all_layers)) == ""


POINTS = """\
Được 75 điểm, dưới mức 80: bộ tiêu chí không đạt.
75 points, below the 80 needed: the set is not met.
Được 80 điểm, đúng bằng mức 80: bộ tiêu chí đạt.
Được 15 điểm, mất 5 điểm của «Tiếp nhận hồ sơ trực tuyến» nên không đủ mức 20: tiêu chí «II. Cải cách hành chính» không đạt.
20 points, exactly the 20 needed: the criterion «II. Administrative reform» is met.
«Có xe chữa cháy mini» được miễn nên được tính đủ 10 điểm; cộng lại được 80 điểm, đủ mức 80: bộ tiêu chí đạt.
Được 70 điểm, mất 10 điểm của «Đủ biên chế được giao» nên không đủ mức 80: bộ tiêu chí không đạt.
Mới chắc được 75 điểm, còn chờ «Duy trì lịch trực ban» (5 điểm) mới biết có đủ mức 80 hay không: bộ tiêu chí chưa đủ căn cứ.
"""  # noqa: E501


def test_what_is_said_of_points(scored):
    """How many, how many are needed, and what comes of it, in both languages."""
    said = written(scored / "bo-cham-diem") + written(scored / "bo-cham-diem-tinh")

    for sentence in POINTS.splitlines():
        assert f'"{sentence}"' in said


def test_a_threshold_no_points_make_is_tried_at_the_next_ones(scored):
    """78 of points in fives: 75 is just short of it, 80 just past it."""
    rules = scored / "bo-cham-diem" / "rules" / "2024.yaml"
    rules.write_text(rules.read_text("utf-8").replace("{score: 80}", "{score: 78}"), "utf-8")

    said = written(scored / "bo-cham-diem")

    assert "Được 75 điểm, dưới mức 78: bộ tiêu chí không đạt." in said
    assert "Được 80 điểm, vừa vượt mức 78: bộ tiêu chí đạt." in said
    assert "80 points, just past the 78 needed: the set is met." in said


@given(st.data())
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_alone_decides_a_score_does(data):
    """Another state of it would turn the score; and points are as many as a case says."""
    chain = data.draw(bases())
    standard = standard_of(chain, ON)
    assume(any(scores_of(standard.composed, standard.program)))
    if data.draw(st.booleans()):
        chain = data.draw(refinements(chain, ON))
    proposal = propose(chain, ON, all_layers=True)
    position = proposal.standard.program.position

    for case in proposal.cases:
        rule = rule_of(case.why)
        if rule is None:
            continue
        step, child = rule.step, case.why.child
        truths = {each: Truth(case.seen.truths[position[each]]) for each in step.children}
        score = Truth(case.seen.truths[position[step.id]])
        if child is not None:
            turned = ({**truths, child.step: each} for each in (Truth.UNMET, Truth.MET))
            now = [reaches(step.threshold, step.points, [*each.values()]) for each in turned]
            assert now == [Truth.UNMET, Truth.MET]
            assert score is truths[child.step]
        elif isinstance(case.why, PointsProbe):
            earned = int(case.why.name)
            assert tally(step, truths.__getitem__) == (earned, earned)
            assert (score is Truth.MET) is (case.why.side is Side.REACHED)
        else:
            assert score.name.lower() == case.why.state
