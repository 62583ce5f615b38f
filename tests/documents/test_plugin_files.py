# ruff: noqa: D103, E501 (the names say it; one mistake is one line)
"""Manifests, measures, rules and cases with one thing wrong: a code, a place, a word of advice."""

import shutil
from pathlib import Path
from time import perf_counter

import pytest

import kieumau
from kieumau.documents.fields import personal_data
from kieumau.errors import Severity

BASE = Path(__file__).parents[1] / "plugins" / "site" / "goc_mau"
PLUGIN, MEASURES, RULES, CASES = "plugin.yaml", "measures.yaml", "rules/goc.yaml", "cases/dat.yaml"
PERSON = "gọi 0912 345 678"


@pytest.fixture
def base(tmp_path) -> Path:
    """Return a copy of the sample base."""
    shutil.copytree(BASE, tmp_path / "goc")
    return tmp_path / "goc"


def errors(folder: Path) -> list[kieumau.Diagnostic]:
    return [each for each in kieumau.check(folder) if each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "hint"),
    [
        (PLUGIN, "id: goc-mau", "id: Gốc Mẫu", "KM-207", "luc-luong"),
        (PLUGIN, "kind: base", "kind: bas", "KM-212", "«base»"),
        (PLUGIN, "kind: base", "kind: base\nrefines: x", "KM-216", "refinement"),
        (PLUGIN, "kind: base", "kind: refinement", "KM-204", "refines"),
        (PLUGIN, 'version: "1"', "version:", "KM-204", "version"),
        (PLUGIN, "invented: true", "invented: maybe", "KM-212", "true"),
        (PLUGIN, "https://", "http:/", "KM-210", "https://"),
        (PLUGIN, "https://example.vn/van-ban/123456789", "javascript:alert(1)", "KM-210", "https"),
        (PLUGIN, "2022-12-01", "01/13/2022", "KM-208", "31/12"),
        (PLUGIN, "2022-12-01", "2023-02-29", "KM-208", "31/12"),
        (PLUGIN, "invented: true", "scope: {provinces: 42}", "KM-213", "dấu gạch"),
        (PLUGIN, "invented: true", "scope: {}", "KM-204", "provinces"),
        (PLUGIN, "invented: true", "scope: {provinces: [{code: x}]}", "KM-204", "name"),
        (PLUGIN, "invented: true", "coverage: [{item: A}]", "KM-204", "title"),
        (PLUGIN, "  - id: qd-mau", "  - {id: qd-mau, title: x}\n  - id: qd-mau", "KM-217", "Giữ"),
        (PLUGIN, "{vi: Bộ gốc mẫu, en: The sample base}", "''", "KM-203", "title"),
        (PLUGIN, "{vi: Bộ gốc mẫu, en: The sample base}", "[x]", "KM-203", "title"),
        (PLUGIN, "{vi: Bộ gốc mẫu, en: The sample base}", "{vi: x, fr: y}", "KM-201", "en"),
        (PLUGIN, "kieumau/plugin/1", "kieumau/plugin/2", "KM-214", "kieumau/plugin/1"),
        (PLUGIN, "format: kieumau/plugin/1\n", "", "KM-204", "format"),
        (MEASURES, "id: so_can_bo", "id: so-can-bo", "KM-206", "so_can_bo"),
        (MEASURES, "id: so_can_bo", "id: 1so", "KM-206", "so_can_bo"),
        (MEASURES, "id: so_phieu\n", "id: so_can_bo\n", "KM-221", "đổi mã"),
        (MEASURES, "kind: integer\n    unit: {vi: người", "kind: int\n    unit: {vi: người", "KM-212", "«integer»"),
        (MEASURES, "kind: date", "kind: date\n    unit: x", "KM-222", "kind"),
        (MEASURES, "kind: date", "kind: date\n    max: 5", "KM-222", "kind"),
        (MEASURES, "kind: date", "kind: date\n    choices: [{id: a, name: b}]", "KM-222", "kind"),
        (MEASURES, "kind: date", "kind: date\n    if_zero: met", "KM-222", "kind"),
        (MEASURES, "max: 500", "max: 5\n    min: 6", "KM-223", "min và max"),
        (MEASURES, "max: 500", "max: -5", "KM-223", "min và max"),
        (MEASURES, "max: 500", "min: -9999999999999", "KM-224", "đơn vị"),
        (MEASURES, "max: 500", "max: 99999999999999999999999999", "KM-224", "đơn vị"),
        (MEASURES, "max: 500", "max: 5,5", "KM-226", "decimals"),
        (MEASURES, "max: 500", "max: 1.000", "KM-311", "1 000"),
        (MEASURES, "max: 500", "max: năm", "KM-310", "chữ số"),
        (MEASURES, "max: 500", "decimals: 2", "KM-225", "decimals"),
        (MEASURES, "max: 10000", "decimals: 7", "KM-225", "decimals"),
        (MEASURES, "max: 10000", "decimals: -1", "KM-225", "decimals"),
        (MEASURES, "max: 10000", "decimals: 1,5", "KM-209", "nguyên"),
        (MEASURES, "max: 10000", "decimals: 6\n    max: 9999999999999999999999,9999", "KM-224", "đơn vị"),
        (MEASURES, "id: chua_dat", "id: dat_chuan", "KM-227", "mã"),
        (MEASURES, "    choices:\n", "    choices: x\n    khac:\n", "KM-213", "dấu gạch"),
        (MEASURES, "    if_zero: unknown", "    if_zero: unknow", "KM-212", "«unknown»"),
        (MEASURES, "    if_zero: unknown", "    sum: [so_phieu, so_vu]", "KM-228", "sum"),
        (MEASURES, "ratio: {of: so_phieu_hai_long, to: so_phieu}", "sum: [so_phieu]", "KM-229", "so_nam"),
        (MEASURES, "ratio: {of: so_phieu_hai_long, to: so_phieu}", "ratio: {of: so_phieu}", "KM-204", "to"),
        (MEASURES, "ratio: {of: so_phieu_hai_long, to: so_phieu}", "ratio: so_phieu", "KM-202", "khóa"),
        (MEASURES, "to: so_phieu}", "to: so_phie}", "KM-302", "số phiếu thu về"),
        (MEASURES, "to: so_phieu}", "to: co_hom_thu}", "KM-403", "loại số"),
        (MEASURES, "to: so_phieu}", "to: ty_le_hai_long}", "KM-403", "vòng"),
        (MEASURES, "so_phieu\n    name: {vi: số phiếu thu về, en: ballots returned}\n    kind: integer",
            "so_phieu\n    name: {vi: số phiếu thu về, en: ballots returned}\n    kind: integer\n    min: -1", "KM-404", "min: 0"),
        (MEASURES, "kind: date", "kind: date\n    recorded_by: police", "KM-212", "unit"),
        (MEASURES, "vi: số vụ,", "vi: số cán bộ hiện có,", "KM-335", "đổi một tên"),
        (MEASURES, "vi: số vụ,", "vi: SỐ CÁN BỘ  hiện có,", "KM-335", "đổi một tên"),
        (MEASURES, "vi: số vụ,", "vi: số vụ ≥ 5,", "KM-336", "ký hiệu"),
        (RULES, "allows: {tighten: {up_to: 20}}", "allows: {tighten: {up_to: 20%}}", "KM-314", "%"),
        (RULES, "allows: {tighten: {up_to: 20}}", "allows: {tighten: maybe}", "KM-247", "up_to"),
        (RULES, "allows: {tighten: {up_to: 20}}", "allows: {tighten: [true]}", "KM-247", "up_to"),
        (RULES, "allows: {tighten: {up_to: 20}}", "allows: {add: true}", "KM-201", "tighten"),
        (RULES, "allows: {tighten: {also: true}, waive: true}", "allows: {tighten: {up_to: 5}}", "KM-248", "also"),
        (RULES, "citation: {instrument: qd-mau, place: Điều 1}", "citation: []", "KM-204", "citation"),
        (RULES, "citation: {instrument: qd-mau, place: Điều 1}", "citation: qd-mau", "KM-202", "khóa"),
        (RULES, "citation: {instrument: qd-mau, place: Điều 1}", "citation: {place: Điều 1}", "KM-204", "instrument"),
        (RULES, "instrument: qd-mau, place: Điều 1}", "instrument: qd-mao, place: Điều 1}", "KM-246", "«qd-mau»"),
        (RULES, "fidelity: assumed", "fidelity: assume", "KM-212", "«assumed»"),
        (RULES, "fidelity: assumed", "fidelity: [text]", "KM-205", "một giá trị"),
        (RULES, "fidelity: assumed", "fidelity: text\n        seen: some", "KM-212", "unseen"),
        (RULES, "requires: số vụ ≤ 5", "requires:", "KM-204", "requires"),
        (RULES, "requires: số vụ ≤ 5", "requires: {all: }", "KM-235", "dấu gạch"),
        (RULES, "requires: số vụ ≤ 5", "requires: {all: []}", "KM-330", "ít nhất một"),
        (RULES, "requires: số vụ ≤ 5", "requires: {all: [~]}", "KM-231", "hòm thư"),
        (RULES, "requires: số vụ ≤ 5", "requires: {some: [x]}", "KM-233", "nháy đơn"),
        (RULES, "requires: số vụ ≤ 5", "requires: {số vụ ≤ 5}", "KM-233", "nháy đơn"),
        (RULES, "requires: số vụ ≤ 5", "requires: {alll: ['số vụ ≤ 5']}", "KM-233", "«all»"),
        (RULES, "requires: số vụ ≤ 5", "requires: {all: ['số vụ ≤ 5'], any: []}", "KM-233", "nháy đơn"),
        (RULES, "requires: số vụ ≤ 5", "requires: {at_least: 2}", "KM-234", "at_least: 2"),
        (RULES, "requires: số vụ ≤ 5", "requires: {at_least: hai, of: [x]}", "KM-234", "at_least: 2"),
        (RULES, "requires: số vụ ≤ 5", "requires: {at_least: 9, of: [có hòm thư góp ý]}", "KM-330", "at_least"),
        (RULES, "requires: số vụ ≤ 5", "requires: [số vụ ≤ 5]", "KM-236", "nháy đơn"),
        (RULES, "requires: số vụ ≤ 5", "requires: {all: [số vụ ≤ 5, có hòm thư góp ý]}", "KM-236", "nháy đơn"),
        (RULES, "requires: số vụ ≤ 5", "requires: {not: ['số vụ ≤ 5']}", "KM-232", "all:"),
        (RULES, "requires: số vụ ≤ 5", "requires: 5", "KM-301", "tên số liệu"),
        (RULES, "requires: số vụ ≤ 5", "requires: số vụ ≤ 5\n        applies_when: {any: x}", "KM-235", "dấu gạch"),
        (RULES, "from: 2023-01-01", "from: 2023-13-01", "KM-208", "31/12"),
        (RULES, "from: 2023-01-01", "from: 2023-01-01\n  until: 2023-01-01", "KM-215", "ngày đầu tiên"),
        (RULES, "set:", "sett:", "KM-201", "«set»"),
        (RULES, "criteria:", "criterias:", "KM-201", "«criteria»"),
        (RULES, "criteria:", "tighten:", "KM-201", "criteria"),
        (CASES, "period: {", "perio: {", "KM-201", "«period»"),
        (CASES, "ward: {", "warrd: {", "KM-253", "ward và period"),
        (CASES, "  - id: dat\n", "  - id: dat\n    like: kia\n", "KM-252", "cùng plugin"),
        (CASES, "    facts:\n", "    facts: wards/../../../x.yaml\n    cu:\n", "KM-254", "wards/"),
        (CASES, "    facts:\n", "    facts: /etc/passwd\n    cu:\n", "KM-254", "wards/"),
        (CASES, "    facts:\n", "    facts: C:\\x.yaml\n    cu:\n", "KM-254", "wards/"),
        (CASES, "    facts:\n", "    facts: wards/x.yaml\n    cu:\n", "KM-201", "facts"),
        (CASES, "    facts:\n", "    facts: [so_vu]\n    cu:\n", "KM-202", "khóa"),
        (CASES, "{outcome: met}", "{outcome: đạt}", "KM-212", "met"),
        (CASES, "{outcome: met}", "{outcome: met, findings: [hom-thu]}", "KM-202", "khóa"),
        (CASES, "{outcome: met}", "{outcome: met, findings: {hom-thu: đạt}}", "KM-212", "met"),
        (CASES, "{outcome: met}", "{outcome: met, findings: {hom-thu: [met]}}", "KM-212", "met"),
        (CASES, "{outcome: met}", "{outcome: met, findings: {hom: met}}", "KM-453", "mã"),
        (CASES, "{outcome: met}", "{outcome: met, findings: {hom-thu: waived}}", "KM-452", "expect"),
        (CASES, "{outcome: met}", "{outcome: met, missing: [so_vu]}", "KM-454", "thứ tự"),
        (CASES, "{outcome: met}", "{outcome: met, missing: so_vu}", "KM-213", "dấu gạch"),
        (CASES, "{outcome: met}", "{outcome: met, missing: [[so_vu]]}", "KM-206", "so_can_bo"),
        (CASES, "{outcome: met}", "met", "KM-202", "khóa"),
        (CASES, "{outcome: met}", "{outcome: met}\n  - {id: dat, sentence: x, expect: {outcome: met}}", "KM-251", "mã"),
        (CASES, "so_vu: 2", "so_vu: 1,5", "KM-522", "reported"),
        (CASES, "so_vu: 2", "so_vuu: 2", "KM-511", "so_vu»"),
    ],
)  # fmt: skip
def test_one_thing_wrong_is_answered_where_it_stands(base, file, old, new, code, hint):
    path = base / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = kieumau.check(base)
    problem = next((each for each in found if each.code == code), None)
    assert problem, [each.say() for each in found]
    assert problem.place.file.endswith(file)
    assert problem.place.line
    vi, en = problem.say("vi"), problem.say("en")
    assert hint in vi.replace("«khóa: giá trị»", "khóa")
    assert vi != en


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (PLUGIN, "{vi: Bộ gốc mẫu, en: The sample base}", PERSON),
        (PLUGIN, "{vi: Bộ gốc mẫu, en: The sample base}", f"{{vi: x, en: '{PERSON}'}}"),
        (PLUGIN, "01/QĐ-MAU", PERSON),
        (PLUGIN, "invented: true", f"coverage: [{{item: A, title: b, reason: '{PERSON}'}}]"),
        (PLUGIN, "invented: true", f"scope: {{provinces: [{{code: '42', name: '{PERSON}'}}]}}"),
        (PLUGIN, "issued:", f"issuer: {PERSON}\n    issued:"),
        (MEASURES, "kind: date", f"kind: date\n    collection: {PERSON}"),
        (MEASURES, "kind: date", f"kind: date\n    caution: {PERSON}"),
        (RULES, "title: Đủ cán bộ", f"title: {PERSON}"),
        (RULES, "place: Điều 1}", f"place: '{PERSON}'}}"),
        (RULES, "place: Điều 1}", f"quote: '{PERSON}'}}"),
        (RULES, "fidelity: assumed", f"fidelity: text\n        note: {PERSON}"),
        (RULES, "fidelity: assumed", f"fidelity: text\n        scope: {PERSON}"),
        (CASES, "Phường đủ mọi số liệu thì đạt.", PERSON),
        (CASES, "Phường Mẫu", PERSON),
        (CASES, "so_vu: 2", f"so_vu: {{unknown: '{PERSON}'}}"),
        (CASES, "so_vu: 2", f"so_vu: {{value: 2, evidence: {{note: '{PERSON}'}}}}"),
    ],
)
def test_data_about_persons_is_refused_in_every_text(base, file, old, new):
    path = base / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    (found,) = kieumau.check(base)
    assert found.code == "KM-211"
    assert found.place.line
    assert "0912 345 678" in found.message()


def test_facts_of_a_case_may_stand_in_the_plugins_own_file(base):
    path = base / "cases" / "dat.yaml"
    text = path.read_text(encoding="utf-8")
    facts = text[text.index("    facts:\n") : text.index("    expect:")]
    (base / "wards").mkdir()
    head = "\n".join(text.splitlines()[1:3])
    (base / "wards" / "x.yaml").write_text(
        f"{head}\n" + "\n".join(line[4:] for line in facts.splitlines()), encoding="utf-8"
    )
    path.write_text(text.replace(facts, "    facts: wards/x.yaml\n"), encoding="utf-8")
    assert not errors(base)
    (base / "wards" / "x.yaml").unlink()
    assert [each.code for each in kieumau.check(base)] == ["KM-101"]


def test_zero_width_characters_in_texts_are_dropped(base):
    path = base / PLUGIN
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Bộ gốc mẫu", "Bộ\u200b gốc\ufeff mẫu"), encoding="utf-8")
    assert not errors(base)
    assert kieumau.load(base, on="2023-12-31").record.title.vi == "Bộ gốc mẫu"


@pytest.mark.parametrize("text", ["0 đồng 100 000", "ngày 05-03-2023", "số 12/2023/NĐ-CP"])
def test_what_only_looks_a_little_like_a_number_of_a_person(text):
    assert personal_data(text) == ""


@pytest.mark.parametrize("piece", ["x", "1", ".", "1a", "x.", "a-", "đ", "a@", "a@b."])
def test_personal_data_is_looked_for_in_no_time(piece):
    """In a text of any length: each of its parts is read once."""
    before = perf_counter()
    personal_data(piece * (200_000 // len(piece)))

    assert perf_counter() - before < 10
