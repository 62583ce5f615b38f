# ruff: noqa: D103 (the names say it)
"""The delegation contract and the chain of plugins: every way to break them is answered."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

import kieumau
from kieumau import Diagnostic, KieumauError
from kieumau.errors import Problems
from kieumau.plugins import discovery, folder
from kieumau.plugins.chain import read_chain
from kieumau.plugins.compose import compose

SITE = Path(__file__).parent / "site"
HEAD = """\
format: kieumau/plugin/1
id: {id}
version: "1"
kind: refinement
refines: {refines}
title: Lớp {id}
instruments:
  - {{id: nq-thu, number: 02/NQ-THU, title: Nghị quyết thử}}
"""
CITED = "citation: {instrument: nq-thu}"
OWN = f"indicator: {{id: moi, title: Mới, requires: có hòm thư góp ý, {CITED}, fidelity: text}}"
CRITERION = f"""\
criterion:
      id: nhom-moi
      title: Nhóm mới
      indicators:
        - {OWN.removeprefix("indicator: ")}"""


@pytest.fixture(autouse=True)
def _site(monkeypatch):
    monkeypatch.syspath_prepend(SITE)


@pytest.fixture
def base(tmp_path) -> Path:
    """Return a copy of the sample base under another id, to be changed at will."""
    path = tmp_path / "goc"
    shutil.copytree(SITE / "goc_mau", path)
    change(path / "plugin.yaml", "id: goc-mau", "id: goc")
    return path


def change(path: Path, *pairs: str) -> None:
    """Replace words in a file; each must be there."""
    text = path.read_text(encoding="utf-8")
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def layer(parent: Path, rules: str, id_: str = "lop", refines: str = "goc-mau") -> Path:
    """Write a refinement."""
    path = parent / id_
    (path / "rules").mkdir(parents=True)
    (path / "plugin.yaml").write_text(HEAD.format(id=id_, refines=refines), encoding="utf-8")
    text = f"format: kieumau/rules/1\nfrom: 2023-01-01\n{rules}\n"
    (path / "rules" / "r.yaml").write_text(text, encoding="utf-8")
    return path


def refused(*folders: Path | str, on: date = date(2023, 12, 31)) -> list[Diagnostic]:
    """Return why plugins do not compose."""
    problems = Problems()
    try:
        chain = read_chain(folders, problems)
        if not problems.errors:
            compose(chain, on)
    except KieumauError as error:
        problems.extend(error.diagnostics)
    return list(problems.errors)


def entry(kind: str, id_: str, more: str) -> str:
    """Return one refinement of an indicator."""
    tail = "fidelity: text" if kind == "tighten" else "note: x"
    return f"{kind}:\n  - id: {id_}\n    {more}\n    {CITED}\n    {tail}"


@pytest.mark.parametrize(
    ("rules", "code", "line", "hint"),
    [
        (entry("clarify", "tru-so", "guidance: x"), "KM-431", 4, "clarify"),
        (entry("waive", "tru-so", "basis: x"), "KM-432", 4, "allows: {waive: true}"),
        ("waive:\n  - id: hom-thu\n    basis: x", "KM-433", 4, "citation"),
        ("waive:\n  - id: hom-thu\n    basis: x\n    citation: []", "KM-433", 4, "citation"),
        (entry("tighten", "it-vu", "to: 3"), "KM-434", 5, "(add)"),
        (entry("tighten", "du-can-bo", "also: có hòm thư góp ý"), "KM-435", 5, "also: true"),
        (
            entry("tighten", "rong", "also: số vụ ≤ 3"),
            "KM-435",
            5,
            "chỉ tiêu riêng",
        ),
        (
            entry("tighten", "dan-hai-long", "to: 90%\n    allows: {waive: true}"),
            "KM-436",
            5,
            "mở rộng",
        ),
        (
            entry("tighten", "du-can-bo", "to: 8\n    allows: {tighten: {up_to: 30}}"),
            "KM-436",
            5,
            "mở rộng",
        ),
        (
            entry("tighten", "du-can-bo", "to: 8\n    allows: {tighten: {also: true}}"),
            "KM-436",
            5,
            "mở rộng",
        ),
        (entry("tighten", "hom-thu", "to: có"), "KM-248", 5, "also"),
        (entry("tighten", "rong", "to: 200 m²"), "KM-438", 5, "(add)"),
        (entry("tighten", "dan-hai-long", "to: 80%"), "KM-439", 5, "chặt hơn"),
        (entry("tighten", "dan-hai-long", "to: 70%"), "KM-439", 5, "chặt hơn"),
        (entry("tighten", "ke-hoach", "to: 30/04"), "KM-439", 5, "chặt hơn"),
        (entry("tighten", "ke-hoach", "to: 01/03/2023"), "KM-439", 5, "chặt hơn"),
        (entry("tighten", "du-can-bo", "to: 21"), "KM-440", 5, "mức đó"),
        (f"add:\n  - to: co-so\n    {OWN}", "KM-443", 4, "riêng"),
        (f"add:\n  - to: luc-luon\n    {OWN}", "KM-442", 4, "«luc-luong»"),
        (entry("tighten", "dan-hai-lon", "to: 90%"), "KM-444", 4, "«dan-hai-long»"),
        (entry("waive", "luc-luong", "basis: x"), "KM-219", 4, "chỉ tiêu"),
        (entry("tighten", "dan-hai-long", "to: 90"), "KM-312", 5, "90%"),
        (entry("tighten", "dan-hai-long", "to: 90 người"), "KM-313", 5, "%"),
        (entry("tighten", "dan-hai-long", "to: 101%"), "KM-323", 5, "min"),
        (entry("tighten", "dan-hai-long", "to: 90%\n    also: số vụ ≤ 3"), "KM-242", 4, "Tách"),
        (entry("tighten", "dan-hai-long", "scope: x"), "KM-242", 4, "Tách"),
        (entry("clarify", "dan-hai-long", "seen: quoted"), "KM-244", 4, "minh chứng"),
        (f"add:\n  - to: luc-luong\n    {CITED}", "KM-201", 5, "indicator"),
        ("add:\n  - to: luc-luong", "KM-241", 4, "criterion"),
        (entry("tighten", "rong", "to: 2").replace("text", "assumed"), "KM-243", 7, "add"),
        (entry("clarify", "dan-hai-long", "evidence:\n      - {of: số phiếu thu, needs: url}"),
            "KM-302", 6, "số phiếu thu về"),
        (entry("clarify", "dan-hai-long", "evidence:\n      - {of: so_phieu, needs: web}"),
            "KM-212", 6, "url"),
        ("criteria: []", "KM-201", 3, "add"),
        ("add: x", "KM-213", 3, "dấu gạch"),
        ("add: [x]", "KM-202", 3, "mỗi mục"),
        ("tighten: [~]", "KM-202", 3, "mỗi mục"),
    ],
)  # fmt: skip
def test_what_a_layer_may_not_do_is_answered_where_it_is_written(tmp_path, rules, code, line, hint):
    found = refused(layer(tmp_path, rules))
    problem = next((each for each in found if each.code == code), None)
    assert problem, [each.say() for each in found]
    assert problem.place.file.endswith("lop/rules/r.yaml")
    assert problem.place.line == line
    assert hint in problem.say("vi")
    assert problem.say("vi") != problem.say("en")


def test_a_threshold_needs_an_order(tmp_path, base):
    rules = base / "rules" / "goc.yaml"
    change(rules, "số vụ ≤ 5", "số vụ = 5", "fidelity: assumed", "fidelity: text")
    (found,) = refused(base, layer(tmp_path, entry("tighten", "it-vu", "to: 3"), refines="goc"))
    assert found.code == "KM-437"
    assert "also" in found.hint("vi")


def test_a_set_that_takes_no_criteria_says_so(tmp_path, base):
    change(base / "rules" / "goc.yaml", "  rule: all\n", "  rule: all\n  allows: {add: false}\n")
    (found,) = refused(base, layer(tmp_path, f"add:\n  - {CRITERION}", refines="goc"))
    assert found.code == "KM-441"
    assert "add: true" in found.hint("vi")


def test_a_rule_cannot_ask_for_more_than_there_is(base):
    rules = base / "rules" / "goc.yaml"
    change(rules, "    title: Lực lượng\n", "    title: Lực lượng\n    rule: {at_least: 4}\n")
    (found,) = refused(base)
    assert (found.code, found.arguments["k"], found.arguments["n"]) == ("KM-445", 4, 3)
    change(rules, "at_least: 4", "at_least: 3")
    assert not refused(base)


@pytest.mark.parametrize("rule", ["most", "{at_least: 0}", "{at_least: hai}", "[all]", "{all: 1}"])
def test_a_rule_nobody_knows_is_refused(base, rule):
    change(base / "rules" / "goc.yaml", "  rule: all\n", f"  rule: {rule}\n")
    (found,) = refused(base)
    assert found.code == "KM-245"
    assert found.place.line == 6


@pytest.mark.parametrize(
    "allows", ["{waive: true}", "{tighten: true}", "{add: maybe}", "true", "[add]", "{up_to: 5}"]
)
def test_a_criterion_allows_additions_and_nothing_else(base, allows):
    change(base / "rules" / "goc.yaml", "allows: {add: false}", f"allows: {allows}")
    (found,) = refused(base)
    assert found.code in ("KM-201", "KM-202", "KM-212")


def test_no_set_or_two_sets_in_force_list_the_dates(base):
    (found,) = refused(base, on=date(2022, 12, 31))
    assert found.code == "KM-421"
    assert "01/01/2023" in found.hint("vi")
    shutil.copy(base / "rules" / "goc.yaml", base / "rules" / "hai.yaml")
    (found,) = refused(base)
    assert found.code == "KM-422"
    assert found.place.file.endswith("hai.yaml")
    assert "until" in found.hint("vi")


def test_one_id_for_two_things_is_a_clash_and_for_the_same_thing_is_not(tmp_path):
    one = layer(tmp_path, f"add:\n  - to: luc-luong\n    {OWN}", "mot")
    two = layer(tmp_path, f"add:\n  - to: luc-luong\n    {OWN}", "hai")
    assert not refused(one, two)
    change(two / "rules" / "r.yaml", "title: Mới", "title: Khác")
    (found,) = refused(one, two)
    assert found.code == "KM-424"
    both = f"{found.place} {found.arguments['first']}"
    assert "mot/rules/r.yaml" in both
    assert "hai/rules/r.yaml" in both


def test_the_same_indicator_in_two_criteria_is_a_clash(tmp_path, base):
    change(base / "rules" / "goc.yaml", "    allows: {add: false}\n", "")
    one = layer(tmp_path, f"add:\n  - to: luc-luong\n    {OWN}", "mot", "goc")
    two = layer(tmp_path, f"add:\n  - to: co-so\n    {OWN}", "hai", "goc")
    assert [each.code for each in refused(base, one, two)] == ["KM-424"]
    assert [each.code for each in refused(two, base, one)] == ["KM-424"]


def test_an_instrument_with_two_contents_is_a_clash(tmp_path):
    rules = entry("clarify", "dan-hai-long", "guidance: x")
    one, two = layer(tmp_path, rules, "mot"), layer(tmp_path, rules, "hai")
    assert not refused(one, two)
    change(two / "plugin.yaml", "02/NQ-THU", "03/NQ-THU")
    assert [each.code for each in refused(one, two)] == ["KM-423"]


def test_a_layer_that_stands_on_nothing_says_what_is_missing(tmp_path):
    (found,) = refused(layer(tmp_path, "", refines="goc-mao"))
    assert found.code == "KM-415"
    assert (found.place.line, found.place.column) == (5, 10)
    assert "«goc-mau»" in found.hint("vi")


def test_circles_are_refused(tmp_path):
    (found,) = refused(layer(tmp_path, "", "lop", "lop"))
    assert found.code == "KM-416"
    one, two = layer(tmp_path, "", "mot", "hai"), layer(tmp_path, "", "hai", "mot")
    (found,) = refused(one, two)
    assert found.code == "KM-416"
    assert "mot → hai → mot" in found.message()
    assert found.place.line == 5


def test_two_bases_two_folders_of_one_id_and_no_folder(tmp_path, base):
    (found,) = refused(base, "goc-mau")
    assert found.code == "KM-418"
    assert found.place.file.endswith("plugin.yaml")
    shutil.copytree(base, tmp_path / "goc2")
    (found,) = refused(base, tmp_path / "goc2")
    assert found.code == "KM-412"
    for name in (tmp_path / "none", "./none", "a" * 5000 + "/", "a\0/b"):
        (found,) = refused(name)
        assert found.code == "KM-414"
    (found,) = refused("goc-mao")
    assert found.code == "KM-411"
    assert "«goc-mau»" in found.hint("vi")
    (found,) = refused("a" * 5000)
    assert found.code == "KM-411"


def test_an_entry_point_to_nowhere_is_told_and_harms_nobody(tmp_path, monkeypatch):
    info = tmp_path / "hu-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: hu\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[kieumau.plugins]\nhu = khong_co\nhu2 = :x\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert [each.code for each in refused("hu")] == ["KM-413"]
    assert [each.code for each in refused("hu2")] == ["KM-413"]
    known = {each.id: each for each in kieumau.plugins()}
    assert known["goc-mau"].error is None
    assert known["hu"].manifest is None
    assert "KM-413" in str(known["hu"].error)


def test_a_folder_without_files_says_which(tmp_path, base):
    assert [each.code for each in kieumau.check(tmp_path)] == ["KM-101"]
    (base / "measures.yaml").unlink()
    shutil.rmtree(base / "rules")
    found = kieumau.check(base)
    assert [each.code for each in found] == ["KM-101"]
    shutil.copy(SITE / "goc_mau" / "measures.yaml", base / "measures.yaml")
    assert [each.code for each in kieumau.check(base)] == ["KM-401"]
    (base / "rules").mkdir()
    (base / "rules" / "x.yaml").mkdir()
    assert [each.code for each in kieumau.check(base)] == ["KM-103"]


def test_a_folder_that_may_not_be_listed_says_so(base, monkeypatch):
    def closed(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(folder.Path, "iterdir", closed)
    found = kieumau.check(base)
    assert [each.code for each in found] == ["KM-102"]


@pytest.mark.parametrize(
    "name", ["plugin.yaml", "measures.yaml", "rules/goc.yaml", "cases/dat.yaml"]
)
@pytest.mark.parametrize("text", ["", "# x\n", "null\n", "[]\n", "x\n", "a: &a 1\n", "\tx: 1\n"])
def test_each_file_may_be_anything_and_is_answered(base, name, text):
    (base / name).write_text(text, encoding="utf-8")
    found = kieumau.check(base)
    assert found
    assert all(each.place.file.endswith(name) for each in found if each.code != "KM-401")


def test_nothing_of_a_plugin_is_imported(tmp_path):
    (tmp_path / "plugin.py").write_text("raise SystemExit")
    (tmp_path / "__init__.py").write_text("raise SystemExit")
    assert discovery._package_folder("") is None
    assert discovery._package_folder(".") is None
    assert [each.code for each in kieumau.check(tmp_path)] == ["KM-101"]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("case/xa.yaml", "cases"),
        ("cases/2023.yaml.txt", "cases"),
        ("rules/them/b.yaml", "rules"),
        ("mesures.yaml", "measures"),
    ],
)
def test_a_document_where_nothing_is_read_does_not_pass_unseen(tmp_path, name, near):
    """A misspelt folder or ending would silently leave rules and cases out."""
    lost = layer(tmp_path, entry("clarify", "dan-hai-long", "guidance: x")) / name
    lost.parent.mkdir(parents=True, exist_ok=True)
    lost.write_text("format: kieumau/cases/1\n", encoding="utf-8")

    (found,) = refused(tmp_path / "lop")

    assert (found.code, found.suggestions) == ("KM-406", (near,))


def test_a_rule_file_without_entries_is_refused(tmp_path):
    """A refinement that refines nothing is a mistake."""
    assert [each.code for each in refused(layer(tmp_path, ""))] == ["KM-407"]


def test_an_operator_before_a_threshold_is_explained(tmp_path):
    """People write the whole comparison; only its value may stand there."""
    body = "to: '>= 95%'"
    (found, *_) = refused(layer(tmp_path, entry("tighten", "dan-hai-long", body)))

    assert found.code == "KM-249"


@pytest.mark.parametrize("name", ["goc-rieng", "goc_rieng"])
def test_a_base_beside_its_refinement_is_found_by_its_folder(tmp_path, base, monkeypatch, name):
    """An author keeps both side by side and names one, from wherever they stand."""
    base.rename(tmp_path / name)
    change(tmp_path / name / "plugin.yaml", "id: goc", "id: goc-rieng")
    top = layer(tmp_path, entry("tighten", "dan-hai-long", "to: 90%"), refines="goc-rieng")

    assert not refused(top)
    monkeypatch.chdir(top)
    assert not refused(".")
    monkeypatch.chdir(tmp_path)
    assert not refused("./" + top.name)
    change(tmp_path / name / "plugin.yaml", "id: goc-rieng", "id: goc-khac")
    assert [each.code for each in refused(top)] == ["KM-417"]


def test_measures_derived_from_derived_ones_cannot_run_away(base):
    """Each level doubles the ways to write a sum out: refused before they are written."""
    levels = ["  - {id: d0, name: tong 0, kind: integer, sum: [so_can_bo, so_phieu]}"]
    levels += ["  - {id: e0, name: phan 0, kind: integer, sum: [so_can_bo, so_vu]}"]
    for at in range(1, 40):
        below = f"[d{at - 1}, e{at - 1}]"
        levels += [
            f"  - {{id: {name}{at}, name: {word} {at}, kind: integer, sum: {below}}}"
            for name, word in (("d", "tong"), ("e", "phan"))
        ]
    measures = base / "measures.yaml"
    measures.write_text(measures.read_text("utf-8") + "\n".join(levels) + "\n", "utf-8")
    change(base / "rules" / "goc.yaml", "số cán bộ hiện có ≥ 5", "tong 39 ≥ 5")

    assert "KM-623" in {each.code for each in kieumau.check(base)}


def test_a_pipe_in_a_folder_is_not_waited_for(base):
    """Reading it would never end."""
    os.mkfifo(base / "rules" / "ong.yaml")

    assert [each.code for each in kieumau.check(base)] == ["KM-102"]
