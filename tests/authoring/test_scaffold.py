"""A new plugin is whole, passes its checks over whatever base, and is written all or nothing."""

import errno
import json
import operator
import os
import shutil
import subprocess
import sys
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import kieumau
from kieumau.authoring.scaffold.build import build
from kieumau.authoring.scaffold.names import module_name, slug
from kieumau.authoring.scaffold.pages import scalar
from kieumau.authoring.scaffold.request import (
    Request,
    base_chain,
    default_day,
    default_province,
    read_id,
    read_name,
    read_province,
)
from kieumau.authoring.scaffold.values import sides
from kieumau.documents.fields import RULE_ID
from kieumau.documents.files import read_document
from kieumau.documents.targets import read_targets
from kieumau.documents.yaml_events import read_yaml
from kieumau.errors import Diagnostic, KieumauError, Problems
from kieumau.language.names import Vocabulary
from kieumau.plugins.chain import read_chain
from kieumau.plugins.folder import read_plugin_cases
from kieumau.rules.conditions import Compare, Op
from kieumau.rules.measures import Kind, Measure
from kieumau.rules.refinements import AddIndicator, Clarify, Tighten, Waive
from kieumau.wording import Text
from tests.documents.test_file_schemas import kind_of, plain

TESTS = Path(__file__).parents[1]
GOC_MAU = TESTS / "plugins/site/goc_mau"
KINDS = (AddIndicator, Tighten, Clarify, Waive)


@pytest.fixture(autouse=True)
def _site(monkeypatch):
    monkeypatch.syspath_prepend(TESTS / "plugins/site")
    monkeypatch.syspath_prepend(TESTS / "cli/plugins")


def asked(base, *, day=None, id_="tinh-moi", package=False):
    """Return a request over a base, with the defaults the command has."""
    chain = base_chain(base, id_)
    day = day or default_day(chain)
    return Request("Tỉnh Mới", id_, base, default_province(chain, day), day, package)


def installed_base(place, monkeypatch, id_, change):
    """Install a changed copy of the sample base under another id, so that it can be refined."""
    folder = place / "site" / id_.replace("-", "_")
    shutil.copytree(GOC_MAU, folder)
    manifest = folder / "plugin.yaml"
    manifest.write_text(manifest.read_text("utf-8").replace("id: goc-mau", f"id: {id_}"), "utf-8")
    change(folder)
    about = folder.with_name(f"{folder.name}-1.dist-info")
    about.mkdir()
    about.joinpath("METADATA").write_text(f"Metadata-Version: 2.1\nName: {id_}\nVersion: 1\n")
    about.joinpath("entry_points.txt").write_text(f"[kieumau.plugins]\n{id_} = {folder.name}\n")
    monkeypatch.syspath_prepend(folder.parent)
    return folder


def edit(file, *pairs):
    """Replace words in a file; each must be there."""
    text = file.read_text("utf-8")
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    file.write_text(text, "utf-8")


def statuses(data):
    """Return every status the cases of a folder expect."""
    problems = Problems()
    plugin = next(each for each in read_chain([data]).plugins if each.id == "tinh-moi")
    cases = read_plugin_cases(plugin, problems)
    assert not problems.found
    return {status for case in cases for _, status in case.expect.findings}


@pytest.mark.parametrize(
    "base", ["tai-lap-5764", "ha-tinh", "goc-mau", "bo-goc", "tinh-thu", "hung-yen"]
)
@pytest.mark.parametrize("package", [False, True], ids=["folder", "package"])
def test_it_passes_its_check_over_whatever_base(tmp_path, base, package):
    """No error and no warning; each kind the base allows is there, and exercised."""
    built = build(asked(base, package=package), tmp_path / "moi")

    assert kieumau.check(built.data) == []
    chosen = built.chosen
    expected = {
        kind
        for kind, found in zip(
            KINDS,
            (chosen.criterion, chosen.tighten, chosen.clarify, chosen.waive),
            strict=True,
        )
        if found
    }
    top = next(each for each in read_chain([built.data]).plugins if each.id == "tinh-moi")
    assert {type(each) for each in top.refinements} == expected
    seen = {"met", "not_met", "undetermined"} | ({"waived"} if chosen.waive else set())
    assert statuses(built.data) == seen


@pytest.mark.parametrize(
    "day", ["2021-07-13", "2022-03-01", "2023-06-01", "2024-01-01", "2025-02-28", "2026-12-31"]
)
def test_it_passes_whenever_it_comes_into_force(tmp_path, day):
    """The base changes several times; what is chosen outlives every change."""
    built = build(asked("tai-lap-5764", day=date.fromisoformat(day)), tmp_path / "moi")

    assert kieumau.check(built.data) == []
    assert kieumau.load(built.data, on=day).id == "tinh-moi"


def test_a_base_without_cases_is_served_too(tmp_path, monkeypatch):
    """A ward that meets it is then made up from its conditions."""
    installed_base(tmp_path, monkeypatch, "goc-tran", lambda at: shutil.rmtree(at / "cases"))
    built = build(asked("goc-tran"), tmp_path / "moi")

    assert kieumau.check(built.data) == []
    text = next((built.data / "cases").iterdir()).read_text("utf-8")
    assert "outcome: met" in text
    assert "outcome: not_met" in text


def test_where_no_ward_can_meet_the_base_cases_speak_of_single_indicators(tmp_path, monkeypatch):
    """Two measures that may not both be: no example, and none can be made up."""

    def impossible(folder):
        shutil.rmtree(folder / "cases")
        line = "requires: có hòm thư góp ý"
        edit(folder / "rules/goc.yaml", (line, "requires: {all: [{not: có hòm thư góp ý}]}"))
        more = (
            "      - id: co-hom-thu\n        title: Hòm thư\n        requires: có hòm thư góp ý\n"
            "        citation: {instrument: qd-mau}\n        fidelity: text\n"
        )
        edit(folder / "rules/goc.yaml", ("      - id: it-vu\n", f"{more}      - id: it-vu\n"))

    installed_base(tmp_path, monkeypatch, "goc-kho", impossible)
    built = build(asked("goc-kho"), tmp_path / "moi")

    errors = [each for each in kieumau.check(built.data) if each.severity == "error"]
    assert errors == []
    text = next((built.data / "cases").iterdir()).read_text("utf-8")
    assert "số liệu khác chưa có" in text
    assert "outcome: met" not in text


def test_what_the_base_does_not_allow_is_commented_out_with_the_reason(tmp_path, monkeypatch):
    """No waive where nothing may be waived, no add where nothing may be added, and so on."""

    def strict(folder):
        rules = folder / "rules/goc.yaml"
        lines = [x for x in rules.read_text("utf-8").splitlines() if "allows:" not in x]
        text = "\n".join(lines) + "\n"
        text = text.replace("    indicators:", "    allows: {add: false}\n    indicators:")
        barred = "        allows: {tighten: false}\n"
        text = text.replace("        fidelity: text\n", f"        fidelity: text\n{barred}")
        rules.write_text(text, "utf-8")

    installed_base(tmp_path, monkeypatch, "goc-chat", strict)
    built = build(asked("goc-chat"), tmp_path / "moi")

    assert [each.code for each in kieumau.check(built.data)] in ([], ["KM-864"])
    rules = next((built.data / "rules").iterdir()).read_text("utf-8")
    for kind in ("add", "tighten", "waive"):
        assert f"\n# {kind}:\n" in rules
        assert f"\n{kind}:\n" not in rules
    assert "\nclarify:\n" in rules
    assert not (built.data / "measures.yaml").exists()


def test_a_base_that_allows_nothing_is_refused(tmp_path, monkeypatch):
    """There would be nothing to write."""

    def shut(folder):
        rules = folder / "rules/goc.yaml"
        text = "\n".join(x for x in rules.read_text("utf-8").splitlines() if "allows:" not in x)
        text = text.replace("    indicators:", "    allows: {add: false}\n    indicators:")
        barred = "allows: {tighten: false, clarify: false}"
        for fidelity in ("text", "assumed"):
            line = f"        fidelity: {fidelity}"
            text = text.replace(line, f"{line}\n        {barred}")
        rules.write_text(text + "\n", "utf-8")

    installed_base(tmp_path, monkeypatch, "goc-kin", shut)
    with pytest.raises(KieumauError) as refused:
        build(asked("goc-kin"), tmp_path / "moi")

    assert [each.code for each in refused.value.diagnostics] == ["KM-763"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["site"]


def test_names_the_base_has_are_not_taken_again(tmp_path):
    """A scaffold over a scaffold: the same measures and indicators must get names of their own."""
    first = build(asked("goc-mau"), tmp_path / "mot")
    about = tmp_path / "mot-1.dist-info"
    about.mkdir()
    about.joinpath("METADATA").write_text("Metadata-Version: 2.1\nName: mot\nVersion: 1\n")
    about.joinpath("entry_points.txt").write_text("[kieumau.plugins]\ntinh-moi = mot\n")
    sys.path.insert(0, str(tmp_path))
    try:
        second = build(asked("tinh-moi", id_="hai"), tmp_path / "hai")
        assert kieumau.check(second.data) == []
    finally:
        sys.path.remove(str(tmp_path))
    text = (second.data / "measures.yaml").read_text("utf-8")
    assert "so_lan_doi_thoai_2" in text
    assert (first.data / "measures.yaml").read_text("utf-8") != text


def test_each_file_names_a_schema_that_takes_it(tmp_path):
    """The line editors read points at a file that is there, and the file is valid by it."""
    built = build(asked("tai-lap-5764"), tmp_path / "moi")
    files = [each for each in built.data.rglob("*.yaml") if ".kieumau" not in each.parts]

    assert {kind_of(each) for each in files} == {"plugin", "measures", "rules", "cases", "targets"}
    for file in files:
        first = file.read_text("utf-8").partition("\n")[0]
        mark, _, address = first.partition("$schema=")
        assert mark == "# yaml-language-server: "
        schema = json.loads((file.parent / address).read_text("utf-8"))
        found = Draft202012Validator(schema).iter_errors(plain(read_document(file)))
        assert [each.message for each in found] == []


def test_the_documents_it_cites_are_marked_as_still_to_be_written(tmp_path):
    """Nothing in it passes for law: a placeholder's title, invented, no fidelity of a text."""
    data = build(asked("tai-lap-5764"), tmp_path / "moi").data
    top = next(each for each in read_chain([data]).plugins if each.id == "tinh-moi")

    assert top.manifest.invented
    assert all("điền số, ký hiệu" in each.title.vi for each in top.manifest.instruments)
    for file in data.rglob("*.yaml"):
        assert "fidelity: text" not in file.read_text("utf-8")
    problems = Problems()
    ids = frozenset(each.id for each in top.manifest.instruments)
    targets = read_targets(read_document(data / "targets.yaml"), ids, problems)
    assert (len(targets.of), problems.found) == (1, [])


def test_a_package_says_where_its_data_is_and_its_own_test_passes(tmp_path):
    """The entry point names the module that holds the data; the test runs as it stands."""
    built = build(asked("goc-mau", package=True), tmp_path / "moi")
    project = tomllib.loads((built.folder / "pyproject.toml").read_text("utf-8"))

    module = project["project"]["entry-points"]["kieumau.plugins"]["tinh-moi"]
    assert module == module_name("tinh-moi")
    assert built.data == built.folder / module
    assert (built.data / "plugin.yaml").is_file()
    assert (built.data / "__init__.py").is_file()
    assert project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == [module]
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=built.folder,
        env={**os.environ, "PYTHONPATH": str(TESTS / "plugins/site")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout
    assert "2 passed" in ran.stdout


def left(folder):
    """Return everything in a folder, hidden or not."""
    return sorted(each.name for each in folder.iterdir())


def test_a_place_that_is_taken_is_left_alone(tmp_path):
    """A file, or a folder with something in it; an empty folder is filled."""
    (tmp_path / "tep").write_text("x")
    (tmp_path / "day").mkdir()
    (tmp_path / "day" / "note.txt").write_text("x")
    for name in ("tep", "day"):
        with pytest.raises(KieumauError, match="KM-760"):
            build(asked("goc-mau"), tmp_path / name)
    (tmp_path / "rong").mkdir()
    build(asked("goc-mau"), tmp_path / "rong")

    assert left(tmp_path) == ["day", "rong", "tep"]
    assert left(tmp_path / "day") == ["note.txt"]
    assert "plugin.yaml" in left(tmp_path / "rong")


def test_a_folder_around_that_is_not_there_is_said(tmp_path):
    """Nothing is made on the way."""
    with pytest.raises(KieumauError, match="KM-761"):
        build(asked("goc-mau"), tmp_path / "a" / "b")
    assert left(tmp_path) == []


@pytest.mark.parametrize("empty", [False, True], ids=["new", "into an empty folder"])
def test_nothing_is_left_when_the_disk_is_full(tmp_path, monkeypatch, empty):
    """Neither half a folder nor the one it was written in."""
    if empty:
        (tmp_path / "moi").mkdir()
    real, moves = Path.rename, []

    def rename(self, target):
        moves.append(self)
        if len(moves) == (3 if empty else 1):
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(KieumauError, match="KM-761"):
        build(asked("goc-mau"), tmp_path / "moi")

    assert left(tmp_path) == (["moi"] if empty else [])
    assert not empty or left(tmp_path / "moi") == []


def test_what_does_not_pass_its_own_check_is_not_written(tmp_path, monkeypatch):
    """A bug of ours, or a base that is wrong: said, with nothing left behind."""
    wrong = [Diagnostic("KM-407")]
    monkeypatch.setattr("kieumau.authoring.scaffold.build.check", lambda _: wrong)
    with pytest.raises(KieumauError, match="KM-764"):
        build(asked("goc-mau"), tmp_path / "moi")
    assert left(tmp_path) == []


def test_nothing_depends_on_today():
    """The date is the base's: from it on nothing of the base changes."""
    assert default_day(base_chain("tai-lap-5764", "moi")) == date(2026, 1, 1)
    assert default_day(base_chain("goc-mau", "moi")) == date(2023, 1, 1)
    assert default_day(base_chain("hung-yen", "moi")) == date(2025, 3, 1)  # ends within that year


def test_two_made_alike_are_alike(tmp_path):
    """Byte for byte."""
    one, two = (build(asked("goc-mau"), tmp_path / name).folder for name in ("mot", "hai"))
    files = sorted(each.relative_to(one) for each in one.rglob("*") if each.is_file())

    assert files == sorted(each.relative_to(two) for each in two.rglob("*") if each.is_file())
    assert all((one / each).read_bytes() == (two / each).read_bytes() for each in files)


@pytest.mark.parametrize(
    "name", ['Tỉnh "Mẫu"', "Thừa Thiên: Huế #1", "'Mẫu'", "- Mẫu", "{Mẫu}", "Mẫu \\n", "No", "$x"]
)
def test_any_name_people_write_is_kept_as_it_is(tmp_path, name):
    """Quotes, colons and the like mean nothing in it."""
    request = Request(read_name(name), "moi", "goc-mau", "00", date(2023, 1, 1), package=True)
    built = build(request, tmp_path / "moi")

    assert kieumau.check(built.data) == []
    manifest = read_chain([built.data]).plugins[-1].manifest
    assert manifest.provinces[0].name.vi == name
    tomllib.loads((built.folder / "pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", ["", "  ", "123-/", "Mẫu" * 50, "M\u202eẫu", "gọi 0912 345 678"])
def test_what_is_no_name_is_refused(name):
    """Without letters, too long, with hidden marks, or with somebody's number."""
    with pytest.raises(KieumauError, match="KM-741"):
        read_name(name)


@pytest.mark.parametrize("id_", ["Tỉnh", "-a", "a_b", "a" * 61, "", "../x", "tai-lap-5764"])
def test_what_is_no_id_or_taken_is_refused(id_):
    """Ids of installed plugins are taken."""
    with pytest.raises(KieumauError, match="KM-742"):
        read_id(id_)


def test_a_province_code_has_two_digits_and_is_one_the_base_is_for():
    """A plugin cannot stand on another province's."""
    chain = base_chain("ha-tinh", "moi")
    day = date(2024, 1, 1)

    assert read_province("42", chain, day) == "42"
    with pytest.raises(KieumauError, match="KM-743"):
        read_province("4", chain, day)
    with pytest.raises(KieumauError, match="KM-744"):
        read_province("01", chain, day)


@given(st.text(max_size=30))
def test_a_slug_is_an_id_or_nothing(words):
    """Whatever the words."""
    found = slug(words)
    assert found == "" or RULE_ID.fullmatch(found)


@given(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20))
def test_a_scalar_reads_back_as_its_words(words):
    """Plain or quoted, YAML gives them back."""
    node = read_yaml(f"a: {scalar(words)}\n", "x.yaml").get("a")
    assert node.text == kieumau.documents.nodes.nfc(words)


OPS = {
    Op.GE: operator.ge,
    Op.GT: operator.gt,
    Op.LE: operator.le,
    Op.LT: operator.lt,
    Op.EQ: operator.eq,
    Op.NE: operator.ne,
}


@given(
    st.sampled_from([*OPS]),
    st.integers(1, 99_00).map(lambda n: Decimal(n).scaleb(-2)),
    st.integers(0, 2),
)
def test_the_two_sides_of_a_threshold_are_next_to_each_other(op, limit, decimals):
    """One holds, the other does not, and nothing lies between them."""
    measure = Measure("m", Text("m"), Kind.NUMBER, None, Decimal(0), Decimal(100), decimals)
    vocabulary = Vocabulary.of([measure], Problems())
    found = [*sides(Compare("m", op, limit), vocabulary, {})]
    exact = limit == round(limit, decimals)

    assert found or (op in (Op.EQ, Op.NE) and not exact)
    for met, missed in found:
        assert OPS[op](met["m"], limit)
        assert not OPS[op](missed["m"], limit)
        assert abs(met["m"] - missed["m"]) <= Decimal(1).scaleb(-decimals)
