"""Each sort of difference is found, named for what it comes from, and tried."""

import pickle

import pytest
from attrs import evolve

import kieumau
from kieumau.verdicts.difference import Because, DifferingKind, Untried, Wards

_POLICIES = (("a", "show"), ("b", "count"))


def only(found, kind):
    """Return the one difference of a kind."""
    (differing,) = (each for each in found.differences if each.kind is kind)
    return differing


def change_of(found, id_):
    """Return what is said of a criterion or indicator."""
    (compared,) = (each for each in found.compared if each.id == id_)
    return compared


def sole(found, id_):
    """Return the difference that is the sole cause of a change."""
    (cause,) = change_of(found, id_).causes
    assert (cause.brings, cause.undoes) == (True, True)
    return found.differing(cause.difference)


def test_the_same_verdict_twice_is_empty(copies):
    """Whatever the folders."""
    found = copies.compare(copies.verdict("a"), copies.verdict("b"))

    assert found.empty
    assert found.same == 11


def test_a_figure_that_fails_is_the_cause(copies):
    """In figures as people read them, on both sides."""
    worse = copies.facts(("{value: 950,", "{value: 850,"))
    found = copies.compare(copies.verdict("a"), copies.verdict("b", worse))
    figure = only(found, DifferingKind.FACT)

    assert found.changed
    assert (figure.id, figure.before.vi, figure.after.vi) == ("so_ho_co_binh", "950 hộ", "850 hộ")
    assert (figure.because, figure.acts) == (Because.FACTS, True)
    assert found.brings.sets == found.undoes.sets == ((figure.number,),)
    assert sole(found, "binh-chua-chay") is figure
    assert sole(found, "an-toan") is figure
    (test,) = change_of(found, "binh-chua-chay").tests[:1]
    assert (test.observed_before.en, test.observed_after.en) == (
        "950/1 000 = 95%",
        "850/1 000 = 85%",
    )


def test_evidence_differs_and_can_change_nothing(copies):
    """It is listed; no search is needed."""
    other = copies.facts(("bảng tổng hợp", "sổ theo dõi"))
    found = copies.compare(copies.verdict("a"), copies.verdict("b", other))

    assert (found.changed, found.compared, found.brings) == (False, (), None)
    assert only(found, DifferingKind.EVIDENCE).acts is False


def test_a_threshold_of_another_version_is_named_with_both_versions(copies):
    """A plugin that only changed its version and a threshold."""
    copies.change("b", "tinh_thu/rules/2023.yaml", ("to: 90%", "to: 95%"))
    text = copies.folder("b", "tinh_thu").joinpath("plugin.yaml").read_text("utf-8")
    version = next(line for line in text.splitlines() if line.startswith("version"))
    copies.change("b", "tinh_thu/plugin.yaml", (version, 'version: "9.9"'))
    facts = copies.facts(("{value: 950,", "{value: 930,"))
    found = copies.compare(copies.verdict("a", facts), copies.verdict("b", facts))
    threshold = only(found, DifferingKind.THRESHOLD)

    assert (threshold.before.vi, threshold.after.vi) == (
        "tỷ lệ hộ có bình chữa cháy ≥ 90%",
        "tỷ lệ hộ có bình chữa cháy ≥ 95%",
    )
    assert threshold.because is Because.VERSION
    assert threshold.source.en.endswith("→ 9.9")
    assert found.brings.sets == ((threshold.number,),)


def test_a_change_without_a_version_is_said_to_be_one(copies):
    """The same version, other content."""
    copies.change("b", "tinh_thu/rules/2023.yaml", ("to: 90%", "to: 95%"))
    found = copies.compare(copies.verdict("a"), copies.verdict("b"))

    assert only(found, DifferingKind.THRESHOLD).because is Because.CONTENT


def test_other_wording_is_told_and_not_tried(copies):
    """A citation that reads otherwise."""
    copies.change("b", "tinh_thu/rules/2023.yaml", ("mục 3", "mục 33"))
    found = copies.compare(copies.verdict("a"), copies.verdict("b"))
    threshold = only(found, DifferingKind.THRESHOLD)

    assert (threshold.acts, found.compared) == (False, ())


def test_a_plugin_only_one_side_has_is_the_cause(copies):
    """The base against the province: what the province adds, tightens and waives."""
    facts = copies.facts(("so_dien_dan: 2", "so_dien_dan: 0"))
    base = copies.verdict("a", facts, "bo_goc")
    found = copies.compare(base, copies.verdict("b", facts), ("bo_goc", "tinh_thu"))
    forum = sole(found, "dien-dan")

    assert {each.because for each in found.differences} == {Because.PLUGIN}
    assert (forum.before, forum.after.en) == (None, "forums held ≥ 1")
    assert found.brings.sets == ((forum.number,),)
    assert only(found, DifferingKind.THRESHOLD).before.vi == "tỷ lệ hộ có bình chữa cháy ≥ 80%"


def test_a_figure_only_one_standard_asks_for_is_no_difference_of_facts(copies):
    """It is taken along, whichever side has it."""
    base = copies.verdict("a", plugin="bo_goc")
    province = copies.verdict("b")

    for pair, plugins in (
        ((base, province), ("bo_goc", "tinh_thu")),
        ((province, base), ("tinh_thu", "bo_goc")),
    ):
        found = copies.compare(*pair, plugins)
        assert found.untried is None
        assert not [each for each in found.differences if each.kind is DifferingKind.FACT]


def test_what_is_in_force_on_another_date_is_named_for_the_date(copies):
    """The province's rules begin in June."""
    found = copies.compare(copies.verdict("a", on="2023-03-31"), copies.verdict("b"))

    assert {each.because for each in found.differences} == {Because.DATE}
    assert sole(found, "hom-thu").source.en == "31/03/2023 → 31/12/2023"


def test_assumed_thresholds_that_count_are_a_choice(copies):
    """Named for the choice, and the criterion's change for it."""
    facts = copies.facts(("so_can_bo: 14", "so_can_bo: 5"), ("đạt chuẩn", "chưa đạt"))
    a, b = (copies.verdict(side, facts, assumed=how) for side, how in _POLICIES)
    found = copies.compare(a, b)

    assert only(found, DifferingKind.ASSUMED).because is Because.CHOICE
    assert found.untried is None


def test_a_base_indicator_that_asks_for_more_is_one_difference(copies):
    """Its condition on both sides."""
    copies.change("b", "bo_goc/rules/2022.yaml", ("số vụ trong khoảng 0..5", "số vụ = 0"))
    found = copies.compare(copies.verdict("a"), copies.verdict("b"))
    indicator = only(found, DifferingKind.INDICATOR)

    assert indicator.id == "giam-vu"
    assert "0..5" in indicator.before.vi.replace(" ", "")
    assert indicator.because is Because.CONTENT


def test_a_rule_of_a_criterion_and_of_the_set_is_a_difference(copies):
    """At least two becomes one; all becomes any."""
    copies.change("b", "bo_goc/rules/2022.yaml", ("{at_least: 2}", "{at_least: 1}"))
    rule = (
        "  rule: {}\n  fidelity: derived\n  citation: {{instrument: thong-tu, place: {{vi: Điều 2"
    )
    copies.change("b", "bo_goc/rules/2022.yaml", (rule.format("all"), rule.format("any")))
    facts = copies.facts(("đạt chuẩn", "chưa đạt"), ("15/02/2023", "15/05/2023"))
    found = copies.compare(copies.verdict("a", facts), copies.verdict("b", facts))

    assert only(found, DifferingKind.CRITERION).id == "luc-luong"
    assert only(found, DifferingKind.SET_RULE).before != only(found, DifferingKind.SET_RULE).after
    assert found.untried is None


def test_a_figure_defined_otherwise_is_a_difference(copies):
    """A zero denominator that no longer fails."""
    copies.change("b", "bo_goc/measures.yaml", ("if_zero: unmet", "if_zero: met"))
    facts = copies.facts(("so_vu_nam_truoc: 20", "so_vu_nam_truoc: 0"))
    found = copies.compare(copies.verdict("a", facts), copies.verdict("b", facts))

    assert found.changed
    assert only(found, DifferingKind.MEASURE).id == "muc_thay_doi_so_vu"
    assert sole(found, "giam-vu").kind is DifferingKind.MEASURE


def test_another_period_moves_a_day_without_a_year(copies):
    """The ward of last year and of this year; the period itself is tried."""
    late = copies.facts(("15/02/2023", "15/04/2023"), ("đạt chuẩn", "chưa đạt"))
    year = copies.facts(
        ("15/02/2023", "15/04/2023"),
        ("đạt chuẩn", "chưa đạt"),
        ("{from: 2023-01-01, to: 2023-12-31}", "{from: 2024-01-01, to: 2024-12-31}"),
    )
    a, b = copies.verdict("a", late), copies.verdict("b", year)
    found = copies.compare(a, b)
    period = only(found, DifferingKind.PERIOD)

    assert found.wards is Wards.PERIODS
    assert sole(found, "ke-hoach") is period
    assert period.because is Because.PERIOD


def test_two_wards_are_compared_with_a_note(copies):
    """What differs is no change of one ward, and that is said."""
    other = copies.facts(('"00001", name: Phường Thử', '"00002", name: Phường Khác'))
    found = copies.compare(copies.verdict("a"), copies.verdict("b", other))

    assert found.wards is Wards.DIFFERENT
    assert found.notices[0].en.startswith("These are two different wards")
    assert not found.differences


def test_standards_of_different_bases_differ_as_wholes(copies):
    """One difference, tried whole: their parts have nothing in common."""
    copies.change("b", "bo_goc/plugin.yaml", ("id: bo-goc", "id: bo-khac"))
    copies.change("b", "bo_goc/rules/2022.yaml", ("≥ 80%", "≥ 96%"))
    facts = copies.facts(("  so_dien_dan: 2\n", ""))
    pair = (copies.verdict(side, facts, "bo_goc") for side in "ab")
    found = copies.compare(*pair, ("bo_goc", "bo_goc"))

    assert only(found, DifferingKind.STANDARD).because is Because.BASE
    assert found.brings.sets == ((1,),)


def test_a_plugin_that_is_not_here_leaves_causes_untried(copies):
    """The verdicts are compared as they are; each change has what may have caused it."""
    worse = copies.facts(("{value: 950,", "{value: 850,"))
    found = kieumau.compare(copies.verdict("a"), copies.verdict("b", worse))

    assert found.untried is Untried.NOT_LOADED
    assert (found.brings, found.undoes) == (None, None)
    (cause,) = change_of(found, "binh-chua-chay").causes
    assert (found.differing(cause.difference).id, cause.brings) == ("so_ho_co_binh", None)
    assert "tinh-thu" in found.notices[0].en


def test_without_plugins_other_rules_are_read_off_the_verdicts(copies):
    """The indicator that asks for more, the one that is not there, and the version."""
    base = copies.verdict("a", plugin="bo_goc")
    facts = copies.facts(("{value: 950,", "{value: 850,"))
    found = kieumau.compare(base, copies.verdict("b", facts))
    asked = {each.id: each for each in found.differences if each.kind is DifferingKind.INDICATOR}

    assert asked["dien-dan"].before is None
    assert asked["binh-chua-chay"].because is Because.PLUGIN
    near = change_of(found, "binh-chua-chay").causes
    named = {found.differing(each.difference).id for each in near}
    assert named == {"so_ho_co_binh", "binh-chua-chay"}


def test_a_verdict_its_facts_do_not_come_to_is_not_tried(copies):
    """A file that was changed by hand: nothing in it explains it, and that is said."""
    verdict = copies.verdict("a")
    turned = evolve(verdict, outcome=kieumau.Outcome.NOT_MET)
    found = copies.compare(verdict, turned)

    assert found.untried is Untried.NOT_REPLAYED
    assert found.why_untried[0].en == "B, reached again, is not what was written."


def test_rules_that_are_no_longer_what_they_were_are_not_tried(copies):
    """The digest says so."""
    before = copies.verdict("a")
    copies.change("a", "tinh_thu/rules/2023.yaml", ("to: 90%", "to: 95%"))
    found = copies.compare(before, copies.verdict("a"), sides=("a", "a"))

    assert found.untried is Untried.NOT_REPLAYED
    assert "another digest" in found.why_untried[0].en


@pytest.mark.parametrize("given", [None, {}, "met"])
def test_what_is_no_verdict_is_refused(copies, given):
    """With a code."""
    with pytest.raises(kieumau.UsageError, match="KM-790"):
        kieumau.compare(copies.verdict("a"), given)


def test_a_comparison_is_a_value(copies):
    """Equal, picklable, and the same bytes each time."""
    worse = copies.facts(("{value: 950,", "{value: 850,"))
    one, other = (copies.compare(copies.verdict("a"), copies.verdict("b", worse)) for _ in "ab")

    assert one == other
    assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 (made here)
    assert one.to_json() == other.to_json() == kieumau.render(one, "json", "vi")
