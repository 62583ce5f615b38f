# ruff: noqa: D103 (the names say it)
"""Points in rule files: what may be written where, and every mistake is answered at its place."""

import shutil
from pathlib import Path

import pytest

import kieumau
from kieumau import KieumauError

EXAMPLE = Path(__file__).parents[2] / "examples" / "bo-cham-diem"
CITED = "citation: {instrument: qd-cham-diem}"
NEW = f"id: moi, title: Mới, requires: có hòm thư góp ý, {CITED}, fidelity: text"


@pytest.fixture
def scored(tmp_path) -> Path:
    """Return a copy of the scored example, to be changed at will."""
    path = tmp_path / "bo-cham-diem"
    shutil.copytree(EXAMPLE, path)
    return path


def refused(*folders: Path):
    """Return why plugins do not load, and each problem's line of text."""
    with pytest.raises(KieumauError) as caught:
        kieumau.load(*folders, on="2024-12-31")
    found = []
    for each in caught.value.diagnostics:
        line = Path(each.place.file).read_text(encoding="utf-8").splitlines()[each.place.line - 1]
        found.append((each.code, line.split("#")[0].strip()))
        assert each.say("vi") != each.say("en")
        assert each.hint("vi")
        assert each.hint("en")
    return found


def with_rules(scored: Path, *pairs: str) -> Path:
    """Replace words of the example's rules; each must be there."""
    path = scored / "rules" / "2024.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return scored


def refining(scored: Path, rules: str) -> Path:
    """Write a province above the example."""
    path = scored.parent / "tinh"
    (path / "rules").mkdir(parents=True)
    head = "format: kieumau/plugin/1\nid: tinh\nversion: '1'\nkind: refinement\ntitle: Tỉnh\n"
    (path / "plugin.yaml").write_text(f"{head}refines: bo-cham-diem\n", encoding="utf-8")
    (path / "rules" / "r.yaml").write_text(f"format: kieumau/rules/1\n{rules}\n", encoding="utf-8")
    return path


GROUP = "add:\n  - criterion:\n      id: nhom-moi\n      title: Nhóm mới\n"
SET = "rule: {score: 80}"
WHOLE = "id: phong-trao\n    points: 15"
BIENCHE = "id: du-bien-che\n        points: 10"


def test_the_example_is_sound_and_its_cases_come_out_as_they_say():
    assert not kieumau.check(EXAMPLE)


@pytest.mark.parametrize(
    ("pairs", "code", "line"),
    [
        *(
            ((SET, f"rule: {{score: {wrong}}}"), "KM-261", f"rule: {{score: {wrong}}}")
            for wrong in ("0", "-5", "2.5", "'2,5'", "tám mươi", "[80]", "1000001", "80%", "~")
        ),
        *(
            ((BIENCHE, f"id: du-bien-che\n        points: {wrong}"), "KM-262", f"points: {wrong}")
            for wrong in ("-1", "2.5", "'2,5'", "mười", "10001", "10 điểm", "''")
        ),
        (
            ("id: tuyen-truyen\n", "id: tuyen-truyen\n        points: 5\n"),
            "KM-263",
            "points: 5",
        ),
        ((f"{BIENCHE}\n", "id: du-bien-che\n"), "KM-264", "- id: du-bien-che"),
        (
            ("id: dan-hai-long\n        points: 10\n", "id: dan-hai-long\n        points:\n"),
            "KM-264",
            "- id: dan-hai-long",
        ),
        ((f"{WHOLE}\n", "id: phong-trao\n"), "KM-265", "- id: phong-trao"),
        ((SET, "rule: {scores: 80}"), "KM-245", "rule: {scores: 80}"),
    ],
)
def test_what_is_wrong_with_points_is_told_where_it_stands(scored, pairs, code, line):
    found = refused(with_rules(scored, *pairs))

    assert (code, line) in found


def test_points_no_rule_reads_are_each_told(scored):
    found = refused(with_rules(scored, SET, "rule: all"))

    assert [code for code, _ in found].count("KM-266") == 2
    assert [line for code, line in found if code == "KM-263"] == [
        *("points: 10", "points: 15", "points: 5"),
        *("points: 20", "points: 10"),
    ]


def test_a_criterion_of_its_own_score_keeps_points_in_a_set_without(scored):
    rules = with_rules(scored, SET, "rule: all", "    points: 25\n", "", f"{WHOLE}\n", "id: x\n")
    found = refused(rules)

    assert {code for code, _ in found} == {"KM-263"}
    assert len(found) == 5  # not those of the criterion that scores its own


def test_a_threshold_nobody_can_reach_is_refused(scored):
    assert refused(with_rules(scored, SET, "rule: {score: 101}")) == [
        ("KM-448", "id: bo-cham-diem-2024")
    ]


def test_what_is_only_assumed_earns_nothing_to_reach_a_threshold_with(scored):
    last = "fidelity: text\n      - id: ho-so-truc-tuyen"
    path = with_rules(scored, last, last.replace("text", "assumed"), "{score: 20}", "{score: 16}")

    assert refused(path) == [("KM-448", "- id: cai-cach-hanh-chinh")]
    kieumau.load(path, on="2024-12-31", assumed="count")


@pytest.mark.parametrize(
    "rules",
    [
        f"add:\n  - to: phong-trao\n    indicator: {{{NEW}, points: 5}}",
        f"add:\n  - to: to-chuc-bien-che\n    indicator: {{{NEW}, points: 5}}",
        f"add:\n  - to: cai-cach-hanh-chinh\n    indicator: {{{NEW}, points: 5}}",
        f"{GROUP}      points: 5\n      indicators: [{{{NEW}}}]",
    ],
)
def test_what_a_layer_adds_carries_no_points(scored, rules):
    found = refused(scored, refining(scored, rules))

    assert [code for code, _ in found] == ["KM-447"]


def test_a_layer_may_score_a_criterion_of_its_own(scored):
    own = "\n".join(
        f"        - {{{NEW.replace('moi', f'moi-{n}')}, points: {n}}}" for n in (1, 2, 3)
    )
    path = refining(scored, f"{GROUP}      rule: {{score: 4}}\n      indicators:\n{own}")

    made = kieumau.load(scored, path, on="2024-12-31")

    steps = {step.id: step for step in made.program.steps}
    assert steps["nhom-moi"].threshold == 4
    assert steps["nhom-moi"].points == (1, 2, 3)
    assert steps["@set"].children == ("@set/@issued", "nhom-moi")


def test_a_score_that_cannot_be_reached_in_a_criterion_a_layer_adds_is_refused(scored):
    rule = f"      rule: {{score: 9}}\n      indicators: [{{{NEW}, points: 8}}]"

    found = refused(scored, refining(scored, GROUP + rule))

    assert [code for code, _ in found] == ["KM-448"]
