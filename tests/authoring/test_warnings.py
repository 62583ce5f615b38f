# ruff: noqa: E501 (one rule is one line)
"""Warnings: what each family says, where, and when it is silent."""

from pathlib import Path

import pytest

import kieumau
from kieumau.errors import Severity
from tests.authoring.plugins import base, case, layer

UNUSED = {"KM-805", "KM-808"}  # small plugins leave measures over, and have few cases


def codes(*folders: Path, but: frozenset[str] | set[str] = frozenset(UNUSED)) -> list[str]:
    """Return the codes a check comes to; nothing may be an error."""
    found = kieumau.check(*folders)
    assert all(each.severity is Severity.WARNING for each in found), [e.say() for e in found]
    return [each.code for each in found if each.code not in but]


@pytest.mark.parametrize(
    ("requires", "if_zero"),
    [
        ("so_vu > 10", "unknown"),
        ("so_vu < 0", "unknown"),
        ("{all: [co_so, 'so_vu > 10']}", "unknown"),
        ("{all: ['so_vu ≥ 5', 'so_vu ≤ 4']}", "unknown"),
        ("{all: ['so_vu > 4', 'so_vu < 5']}", "unknown"),
        ("{all: ['so_vu = 4', 'so_vu trong khoảng 5..6']}", "unknown"),
        ("{all: ['ty_le ≥ 90%', 'ty_le < 80%']}", "unknown"),
        ("{all: ['ngay ≤ 01/03/2023', 'ngay ≥ 02/03/2023']}", "unknown"),
        ("ty_le > 100%", "not_applicable"),
        ("ty_le > 100%", "unknown"),
        ("ty_le < 0%", "unmet"),
        ("{not: 'so_vu ≥ 0'}", "unknown"),
        ("{all: ['loai không thuộc {loại a; loại b}']}", "unknown"),
    ],
)
def test_what_no_ward_can_meet_is_said(tmp_path, requires, if_zero):
    """Over the bounds of its measures alone the indicator is decided."""
    quoted = requires if requires.startswith("{") else f"'{requires}'"

    found = codes(base(tmp_path / "b", {"x": quoted}, if_zero=if_zero))

    assert found == ["KM-801"]


@pytest.mark.parametrize(
    ("requires", "if_zero"),
    [
        ("so_vu ≥ 0", "unknown"),
        ("so_vu ≤ 10", "unknown"),
        ("ty_le ≥ 0%", "unknown"),
        ("ty_le ≤ 100%", "not_applicable"),
        ("ty_le ≤ 100%", "met"),
        ("{any: [co_so, 'so_vu ≤ 10']}", "unknown"),
        ("{any: ['loai thuộc {loại a; loại b}']}", "unknown"),
    ],
)
def test_what_no_ward_can_fail_is_said(tmp_path, requires, if_zero):
    """A threshold at the wrong end of the bounds asks nothing."""
    quoted = requires if requires.startswith("{") else f"'{requires}'"

    found = codes(base(tmp_path / "b", {"x": quoted}, if_zero=if_zero))

    assert found == ["KM-802"]


@pytest.mark.parametrize(
    ("requires", "if_zero"),
    [
        ("so_vu ≥ 10", "unknown"),
        ("so_vu ≤ 0", "unknown"),
        ("so_vu ≠ 3", "unknown"),
        ("ty_le = 100%", "not_applicable"),
        ("ty_le ≥ 100%", "unknown"),
        ("ty_le > 99.99%", "unknown"),
        ("ty_le ≤ 100%", "unmet"),
        ("ty_le > 100%", "met"),
        ("so_ho_dat ≤ so_ho", "unknown"),
        ("{all: ['so_vu ≥ 5', 'so_vu ≤ 5']}", "unknown"),
        ("{all: ['ty_le > 89%', 'ty_le < 90%']}", "unknown"),
        ("{all: ['ngay ≥ 01/03', 'ngay ≤ 01/02']}", "unknown"),
        ("{all: ['loai thuộc {loại a}']}", "unknown"),
        ("co_so", "unknown"),
    ],
)
def test_what_wards_can_both_meet_and_fail_is_left_alone(tmp_path, requires, if_zero):
    """Nothing is said unless it is proved."""
    quoted = requires if requires.startswith("{") else f"'{requires}'"

    assert codes(base(tmp_path / "b", {"x": quoted}, if_zero=if_zero)) == []


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("so_vu ≤ 6", "so_vu > 5", ["KM-802"]),
        ("so_vu ≤ 6", "so_vu ≥ 7", ["KM-802"]),
        ("so_vu ≥ 5", "so_vu ≤ 4", ["KM-802"]),
        ("so_vu ≤ 6", "so_vu > 7", []),
    ],
)
def test_branches_that_leave_no_value_never_fail(tmp_path, first, second, found):
    """One of them holds whatever the figure: whole numbers have nothing between 6 and 7."""
    either = f"{{any: ['{first}', '{second}']}}"

    assert [
        each for each in codes(base(tmp_path / "b", {"x": either})) if each == "KM-802"
    ] == found


def test_an_indicator_that_never_applies_never_fails(tmp_path):
    """So it asks nothing."""
    more = {"x": "applies_when: 'so_vu > 10'"}

    assert codes(base(tmp_path / "b", {"x": "co_so"}, more=more)) == ["KM-802"]


def tighten(also: str, target: str = "x") -> str:
    """Return a tighten by a further condition."""
    return f"tighten:\n  - {{id: {target}, also: {also}, citation: {{instrument: nq}}, fidelity: text}}\n"


ALSO = "allows: {tighten: {also: true}, waive: false}"


@pytest.mark.parametrize(
    ("own", "also", "code"),
    [
        ("'so_vu ≥ 5'", "'so_vu ≥ 5'", "KM-803"),
        ("'so_vu ≥ 5'", "'so_vu ≥ 4'", "KM-803"),
        ("'so_vu ≥ 5'", "'so_vu > 4'", "KM-803"),
        ("'so_vu > 5'", "'so_vu ≥ 5'", "KM-803"),
        ("'so_vu = 5'", "'so_vu ≤ 5'", "KM-803"),
        ("'so_vu trong khoảng 4..5'", "'so_vu ≤ 6'", "KM-803"),
        ("{all: ['so_vu ≥ 4', 'so_vu ≤ 5']}", "'so_vu trong khoảng 3..6'", "KM-803"),
        ("{any: [co_so, 'so_vu ≤ 5']}", "{any: ['so_vu ≤ 5', co_so]}", "KM-803"),
        ("'so_vu ≥ 5'", "'ty_le ≥ 0%'", "KM-812"),
        ("'so_vu ≥ 5'", "'so_vu ≤ 4'", "KM-801"),
        ("'so_vu ≥ 5'", "'so_vu ≥ 6'", ""),
        ("'so_vu ≥ 5'", "'so_vu > 5'", ""),
        ("'so_vu ≤ 5'", "'so_vu ≥ 4'", ""),
        ("'so_vu ≥ 5'", "co_so", ""),
        ("{any: [co_so, 'so_vu ≥ 5']}", "'so_vu ≥ 4'", ""),
    ],
)
def test_a_tightening_that_changes_nothing_is_said(tmp_path, own, also, code):
    """What is already asked, what is always so, and what cannot be had with what is asked."""
    below = base(tmp_path / "b", {"x": own}, more={"x": ALSO}, if_zero="met")
    above = layer(tmp_path / "l", tighten(also))

    found = [each for each in kieumau.check(above, below) if each.place.file.startswith(str(above))]

    assert [each.code for each in found if each.code != "KM-808"] == ([code] if code else [])


def test_of_two_constants_the_weaker_is_idle(tmp_path):
    """In whichever order they are written."""
    below = base(tmp_path / "b", {"x": "'so_vu ≥ 5'"})
    entry = "  - {{id: x, to: {}, citation: {{instrument: nq}}, fidelity: text}}\n"
    for n, order in enumerate(((6, 7), (7, 6))):
        rules = "tighten:\n" + "".join(map(entry.format, order))
        found = kieumau.check(layer(tmp_path / f"l{n}", rules), below)

        (idle,) = (each for each in found if each.code == "KM-803")
        assert idle.place.line == 4 + order.index(6)


def test_asking_again_what_a_layer_may_waive_is_not_idle(tmp_path):
    """The same condition, out of reach of the waiver, does change something."""
    more = {"x": "allows: {tighten: {also: true}, waive: true}"}
    below = base(tmp_path / "b", {"x": "co_so"}, more=more)
    rules = tighten("co_so").replace("fidelity: text", "fidelity: text, allows: {waive: false}")

    assert "KM-803" not in codes(layer(tmp_path / "l", rules), below)


def added(requires: str, more: str = "") -> str:
    """Return an added indicator."""
    return (
        "add:\n  - to: nhom\n    indicator: {id: y, title: Thêm, "
        f"requires: {requires}, citation: {{instrument: nq}}, fidelity: text{more}}}\n"
    )


@pytest.mark.parametrize(
    ("own", "requires", "more", "rule", "said"),
    [
        ("'so_vu ≥ 5'", "'so_vu ≥ 5'", "", "all", True),
        ("{all: [co_so, 'so_vu ≥ 5']}", "co_so", "", "all", True),
        ("'so_vu ≥ 5'", "'so_vu ≥ 6'", "", "all", False),
        ("'so_vu ≥ 5'", "'so_vu ≥ 5'", ", applies_when: co_so", "all", False),
        ("'so_vu ≥ 5'", "'so_vu ≥ 5'", "", "any", False),
    ],
)
def test_an_addition_that_repeats_an_indicator_is_said(tmp_path, own, requires, more, rule, said):
    """Not where the other need not be met for the set to be."""
    below = base(tmp_path / "b", {"x": own}, rule=rule)
    above = layer(tmp_path / "l", added(requires, more))

    assert ("KM-804" in codes(above, below)) is said


def test_an_addition_may_repeat_what_was_only_assumed(tmp_path):
    """That is what an author is told to do instead of tightening it."""
    below = base(tmp_path / "b", {"x": "co_so", "z": "'so_vu ≥ 5'"})
    path = below / "rules" / "r.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("fidelity: text", "fidelity: assumed", 1), "utf-8")

    found = codes(layer(tmp_path / "l", added("co_so")), below)

    assert "KM-804" not in found
    assert "KM-811" in found


def test_a_measure_nobody_uses_is_said(tmp_path):
    """Parts of a used ratio are used; an unused ratio's are not."""
    found = kieumau.check(base(tmp_path / "b", {"x": "'ty_le ≥ 90%'"}))

    said = [each.arguments["id"] for each in found if each.code == "KM-805"]
    assert said == ["so_vu", "co_so", "loai", "ngay"]


def test_what_a_layer_checked_beside_its_base_uses_is_used(tmp_path):
    """A base may declare measures for those that refine it."""
    below = base(tmp_path / "b", {"x": "'ty_le ≥ 90%'"})
    rules = added("{all: [co_so, 'so_vu ≤ 5', 'loai = loại a']}") + (
        "clarify:\n  - {id: x, guidance: Giả định, citation: {instrument: nq}, "
        "evidence: [{of: ngay, needs: date}]}\n"
    )

    assert "KM-805" not in codes(layer(tmp_path / "l", rules), below, but=set())


LAYER = """\
add:
  - to: nhom
    indicator: {id: y, title: Thêm, requires: co_so, citation: {instrument: nq}, fidelity: text}
tighten:
  - {id: x, also: 'so_vu ≥ 5', citation: {instrument: nq}, fidelity: text}
waive:
  - {id: x, when: 'loai = loại a', basis: Giả định, citation: {instrument: nq}}
clarify:
  - {id: x, guidance: Giả định, citation: {instrument: nq}}
"""


@pytest.mark.parametrize(
    ("cases", "expected"),
    [
        ("", ["KM-808"]),
        (case("mot", "so_ho: 10", "outcome: undetermined"), ["KM-806", "KM-813", "KM-807"]),
        (
            case("mot", "co_so: không, so_vu: 5", "outcome: not_met"),
            ["KM-807"],
        ),
        (
            case("mot", "co_so: có, so_vu: 5, loai: loại b", "outcome: undetermined"),
            ["KM-807"],
        ),
        (
            case(
                "mot",
                "co_so: có, so_vu: 5, so_ho: 10, so_ho_dat: 8, loai: loại a",
                "outcome: met, findings: {x: waived}",
            ),
            [],
        ),
    ],
)
def test_a_refinement_no_case_tries_is_said(tmp_path, cases, expected):
    """Decided for a tighten or an addition, waived for a waiver; a clarify needs no case."""
    more = {"x": "allows: {tighten: {also: true}, waive: true}"}
    below = base(tmp_path / "b", {"x": "'ty_le ≥ 90%'"}, more=more)
    above = layer(tmp_path / "l", LAYER, cases)

    found = kieumau.check(above, below)

    assert not [e.say() for e in found if e.severity is Severity.ERROR]
    mine = [e.code for e in found if e.place.file.startswith(str(above))]
    assert sorted(each for each in mine if each != "KM-810") == sorted(expected)


def test_a_plugin_that_decides_nothing_needs_no_cases(tmp_path):
    """Guidance changes no verdict."""
    below = base(tmp_path / "b", {"x": "co_so"}, case("mot", "co_so: có", "outcome: met"))
    above = layer(tmp_path / "l", LAYER[LAYER.index("clarify:") :])

    assert "KM-808" not in codes(above, below, but=set())


@pytest.mark.parametrize(
    ("dates", "more", "outside"),
    [
        ("", "", None),
        (", issued: 2030-01-01", "", None),
        (", from: 2023-01-01", "", None),
        (", from: 2023-06-01", "", "31/05/2023"),
        (", from: 2023-06-01", "from: 2023-06-01", None),
        (", until: 2024-01-01", "", "01/01/2024"),
        (", until: 2024-01-01", "until: 2024-01-01", None),
    ],
)
def test_a_citation_not_in_force_while_the_rule_is_is_said(tmp_path, dates, more, outside):
    """Instruments without dates say nothing; the set's own dates bound its rules."""
    folder = base(tmp_path / "b", {"x": "co_so"}, more={"x": more}, dates=dates)
    rules = folder / "rules" / "r.yaml"
    text = rules.read_text("utf-8")  # the set rests on nothing here, only the indicator does
    rules.write_text(
        text.replace("citation: {instrument: qd}}\n", "citation: {instrument: kx}}\n", 1), "utf-8"
    )
    manifest = folder / "plugin.yaml"
    manifest.write_text(manifest.read_text("utf-8") + "  - {id: kx, title: Khác}\n", "utf-8")

    found = [each for each in kieumau.check(folder) if each.code == "KM-809"]

    assert [outside in each.message("vi") for each in found] == ([True] if outside else [])


@pytest.mark.parametrize(
    ("requires", "facts", "reached"),
    [
        ("so_vu ≥ 5", "so_vu: 5", True),
        ("so_vu ≥ 5", "so_vu: 4", True),
        ("so_vu ≥ 5", "so_vu: 6", False),
        ("so_vu ≥ 5", "so_vu: 3", False),
        ("so_vu > 5", "so_vu: 5", True),
        ("so_vu > 5", "so_vu: 4", False),
        ("so_vu ≤ 5", "so_vu: 6", True),
        ("so_vu = 5", "so_vu: 7", False),
        ("so_vu ≥ 5", "so_vu: {between: [4, 6]}", False),
        ("ty_le ≥ 90%", "so_ho: 500, so_ho_dat: 450", True),
        ("ty_le ≥ 90%", "so_ho: 500, so_ho_dat: 449", True),
        ("ty_le ≥ 90%", "so_ho: 500, so_ho_dat: 448", False),
        ("ty_le ≥ 90%", "so_ho: 500, so_ho_dat: 451", False),
        ("ty_le ≥ 90%", "so_ho: 0, so_ho_dat: 0", False),
        ("ty_le ≥ 90%", "ty_le: 90%", True),
        ("ty_le ≥ 90%", "ty_le: 89.99%", True),
        ("ty_le ≥ 90%", "ty_le: 89.9%", False),
        ("ngay ≤ 31/03", "ngay: 31/03/2023", True),
        ("ngay ≤ 31/03", "ngay: 01/04/2023", True),
        ("ngay ≤ 31/03", "ngay: 30/03/2023", False),
        ("ngay ≤ 31/03", "ngay: none", False),
    ],
)
def test_a_threshold_no_case_comes_to_is_said(tmp_path, requires, facts, reached):
    """Exactly at it, or one unit short of it; ratios by their parts."""
    folder = base(tmp_path / "b", {"x": f"'{requires}'"}, case("mot", facts, "outcome: met"))
    text = (folder / "cases" / "c.yaml").read_text("utf-8")
    outcome = next(
        each
        for each in ("met", "not_met", "undetermined")
        if not _wrong(folder, text.replace("outcome: met", f"outcome: {each}"))
    )

    assert codes(folder) == ([] if reached else ["KM-810"]), outcome


def _wrong(folder: Path, cases: str) -> bool:
    (folder / "cases" / "c.yaml").write_text(cases, "utf-8")
    return any(each.severity is Severity.ERROR for each in kieumau.check(folder))


def test_both_ends_of_a_range_want_a_case(tmp_path):
    """Each is a threshold."""
    cases = case("mot", "so_vu: 4", "outcome: met")
    folder = base(tmp_path / "b", {"x": "'so_vu trong khoảng 4..6'"}, cases)

    assert codes(folder) == ["KM-810"]


def test_an_assumed_threshold_is_said_and_needs_no_case(tmp_path):
    """It will be another one when a source is found."""
    folder = base(tmp_path / "b", {"x": "'so_vu ≥ 5'"}, case("mot", "so_vu: 9", "outcome: met"))
    rules = folder / "rules" / "r.yaml"
    rules.write_text(
        rules.read_text("utf-8").replace("fidelity: text", "fidelity: assumed"), "utf-8"
    )
    cases = folder / "cases" / "c.yaml"
    cases.write_text(
        cases.read_text("utf-8").replace("outcome: met", "outcome: undetermined"), "utf-8"
    )

    found = kieumau.check(folder)

    assert [each.code for each in found if each.code not in UNUSED] == ["KM-811"]


def test_each_plugin_asked_for_is_checked_under_its_own_layers(tmp_path):
    """The base's cases are not judged by what the layer above asks."""
    cases = case("mot", "so_vu: 5", "outcome: met, findings: {x: met}")
    below = base(tmp_path / "b", {"x": "'so_vu ≥ 5'"}, cases)
    above = layer(
        tmp_path / "l",
        "tighten:\n  - {id: x, to: 7, citation: {instrument: nq}, fidelity: text}\n",
        case("mot", "so_vu: 6", "outcome: not_met"),
    )

    assert codes(above, below) == []
    assert codes(below, above) == []
    assert kieumau.check(above)[0].code == "KM-415"


def test_warnings_wait_until_nothing_is_wrong(tmp_path):
    """An error may be the cause of what would be warned of."""
    folder = base(tmp_path / "b", {"x": "'so_vu > 10'"}, case("mot", "so_vu: 5", "outcome: met"))

    assert [each.code for each in kieumau.check(folder)] == ["KM-451"]
