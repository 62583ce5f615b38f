"""Registries and statuses as files: what they say, what they may not, and tables of one's own."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kieumau.documents.registry import read_registry
from kieumau.documents.registry_files import read_registry_file, read_statuses_file
from kieumau.documents.statuses import read_statuses
from kieumau.documents.yaml_events import read_yaml
from kieumau.errors import DocumentError, Problems
from kieumau.plugins.chain import read_chain
from kieumau.rules.periods import Validity
from kieumau.rules.registry import Confidence, Part
from kieumau.rules.statuses import StatusKind

HEAD = 'format: kieumau/registry/1\nprovince: "42"\n'
REST = "covers: {from: 2023-01-01}\ndistrict_level: {until: 2023-01-01}\n"
TWO = """\
units:
  - {id: cu, code: "1", name: Cũ, from: 2023-01-01, until: 2025-07-01}
  - {id: moi, code: "1", name: Mới, from: 2025-07-01}
"""


def read(text, head=HEAD + REST):
    """Return the registry of a file and the codes of what is wrong with it."""
    problems = Problems()
    found = read_registry(read_yaml(head + text, "registry.yaml"), frozenset(), problems)
    return found, [each.code for each in problems.errors]


def test_one_code_may_pass_from_ward_to_ward():
    """On the day one ends and the other begins; each day has its own list."""
    found, codes = read(TWO + "lineage:\n  - {unit: moi, predecessor: cu, part: whole}\n")

    assert codes == []
    assert [each.id for each in found.on(date(2025, 6, 30)).units] == ["cu"]
    assert [each.id for each in found.on(date(2025, 7, 1)).units] == ["moi"]
    assert found.origins["moi"][0].part is Part.WHOLE


def test_a_day_outside_is_no_empty_list():
    """The registry says nothing of it."""
    found, _ = read(TWO)

    with pytest.raises(LookupError):
        found.on(date(2022, 12, 31))


LINE = "lineage:\n  - {unit: moi, %s}\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TWO.replace("id: moi", "id: cu"), "KM-280"),
        (TWO.replace("until: 2025-07-01", "until: 2025-07-02"), "KM-281"),
        (TWO + LINE % "predecessor: khac", "KM-282"),
        (TWO.replace("from: 2025-07-01", "from: 2025-07-02") + LINE % "predecessor: cu", "KM-283"),
        (TWO + "lineage:\n  - {unit: cu, predecessor: moi}\n", "KM-283"),
        (TWO + LINE % "predecessor: moi", "KM-284"),
        (TWO + LINE % "part: whole", "KM-292"),
        (TWO + LINE % "predecessor: cu, name: Xã Cũ", "KM-292"),
        (TWO.replace("name: Mới", 'name: Mới, district: "9"'), "KM-285"),
        ("counts:\n  - {from: 2023-01-01, total: 2}\n  - {total: 1}\n", "KM-287"),
        ("counts:\n  - {from: 2024-01-01, total: 2}\n", "KM-290"),
        (TWO + "counts:\n  - {from: 2023-01-01, total: 2}\n", "KM-289"),
        (TWO.replace("until: 2025-07-01", "until: 2023-01-01"), "KM-215"),
        (TWO.replace("id: moi", "id: Mới"), "KM-207"),
        ("units: []\nwards: []\n", "KM-201"),
    ],
)
def test_a_registry_that_contradicts_itself_is_refused(text, code):
    """Each with its own code; nothing is guessed or mended."""
    assert code in read(text)[1]


def test_a_ward_lies_in_a_district_while_there_are_any():
    """Else a target judged per district would pass it over."""
    head = HEAD + "covers: {from: 2023-01-01}\ndistrict_level: {until: 2025-07-01}\n"
    named = "districts:\n  - {code: '9', name: Chín, until: 2025-07-01}\n"

    assert read(TWO, head)[1] == ["KM-286"]
    good = named + TWO.replace("name: Cũ", "name: Cũ, district: '9'")
    assert read(good, head)[1] == []
    assert read(good.replace("name: Mới", "name: Mới, district: '9'"), head)[1] == ["KM-285"]


def test_what_an_entry_leaves_out_is_the_file_s():
    """Citation and confidence once for the whole list, and again where it differs."""
    own = "instruments:\n  - {id: nguon, title: Nguồn}\n"
    said = own + "citation: {instrument: nguon}\nconfidence: high\n" + TWO
    found, codes = read(said.replace("name: Mới", "name: Mới, confidence: low"))

    assert codes == []
    assert [each.source.confidence for each in found.units] == [Confidence.HIGH, Confidence.LOW]
    assert {each.source.citations[0].instrument for each in found.units} == {"nguon"}


def statuses(text, registry=TWO):
    """Return the statuses of a file and what is wrong with it."""
    problems = Problems()
    node = read_yaml("format: kieumau/statuses/1\n" + text, "statuses.yaml")
    found = read_statuses(node, read(registry)[0], frozenset(), problems)
    return found, [each.code for each in problems.errors]


ONE = "statuses:\n  - {unit: cu, status: %s, from: 2023-06-01%s}\n"


def test_a_status_is_of_a_unit_from_a_day():
    """Registered plainly; recognised by a decision."""
    found, codes = statuses(ONE % ("registered", ""))
    assert (codes, found.of[0].status) == ([], StatusKind.REGISTERED)
    found, codes = statuses(ONE % ("recognised", ", decision: 1/QĐ, decision_date: 2023-06-01"))
    assert (codes, found.of[0].decision.number) == ([], "1/QĐ")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ONE.replace("unit: cu", "unit: la") % ("registered", ""), "KM-291"),
        (ONE % ("recognised", ""), "KM-293"),
        (ONE.replace("unit: cu", "unit: moi") % ("registered", ""), "KM-294"),
        (ONE % ("registered", "") + ONE.partition("\n")[2] % ("registered", ""), "KM-295"),
        (ONE.replace(", from: 2023-06-01", "") % ("registered", ""), "KM-204"),
        ('complete:\n  - {status: registered, from: 2023-01-01, district: "9"}\n', "KM-285"),
    ],
)
def test_a_status_that_cannot_be_is_refused(text, code):
    """Of an unknown unit, without a decision, outside its time, twice."""
    assert code in statuses(text)[1]


CSV = """\
id,code,name,district,district_name,province,from,until
cu,1,Cũ,9,Thị xã Chín,42,2023-01-01,2025-07-01
moi,1,Mới,,,42,2025-07-01,
"""


def test_a_table_is_a_registry(tmp_path):
    """What the whole file would say follows from the rows."""
    (tmp_path / "p.csv").write_text(CSV, "utf-8")
    found = read_registry_file(tmp_path / "p.csv")

    assert found.province == "42"
    assert found.covers == Validity(date(2023, 1, 1), None)
    assert found.district_level == Validity(None, date(2025, 7, 1))
    assert [(each.code, each.name.vi) for each in found.districts] == [("9", "Thị xã Chín")]
    assert found.on(date(2025, 7, 1)).districts == ()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_tables_of_every_separator_are_the_same(tmp_path, separator):
    """Excel's semicolons, and tabs."""
    (tmp_path / "p.csv").write_text(CSV.replace(",", separator), "utf-8")

    assert [each.id for each in read_registry_file(tmp_path / "p.csv").units] == ["cu", "moi"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (CSV.replace("code,", ""), "KM-546"),
        (CSV.replace("until", "code"), "KM-543"),
        (CSV.replace("moi,1,Mới,,,42,2025-07-01,", "moi,1,Mới"), "KM-542"),
        (CSV.replace("Mới,,,42", "Mới,,,33"), "KM-296"),
        (CSV.replace("2025-07-01,\n", "hôm nay,\n"), "KM-208"),
        (CSV.replace("cu,1,Cũ", ",1,Cũ"), "KM-204"),
        ("", "KM-540"),
        (CSV.replace('"', "").replace("Cũ", 'C"ũ'), "KM-548"),
    ],
)
def test_a_table_with_a_mistake_says_where(tmp_path, text, code):
    """No traceback, no half a list."""
    (tmp_path / "p.csv").write_text(text, "utf-8")

    with pytest.raises(DocumentError) as caught:
        read_registry_file(tmp_path / "p.csv")
    assert code in {each.code for each in caught.value.diagnostics}
    assert all(each.place.file for each in caught.value.diagnostics)


def test_statuses_of_one_s_own_are_over_one_s_own_list(tmp_path):
    """Named by the ids of that list."""
    (tmp_path / "p.csv").write_text(CSV, "utf-8")
    registry = read_registry_file(tmp_path / "p.csv")
    (tmp_path / "t.csv").write_text("unit,status,from,held\ncu,registered,2023-06-01,no\n", "utf-8")
    (tmp_path / "t.yaml").write_text(
        "format: kieumau/statuses/1\n" + ONE % ("registered", ", held: no"), "utf-8"
    )

    table, yaml = (read_statuses_file(tmp_path / f"t.{end}", registry) for end in ("csv", "yaml"))
    assert table.of == yaml.of
    assert not table.of[0].held


@given(st.text(alphabet="id,code name\n\"';:{}[]-#0é", max_size=80))
def test_no_table_however_odd_breaks_the_reader(text):
    """It is read, or refused with a diagnostic."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "p.csv"
        path.write_text(text, "utf-8")
        said = "read"
        try:
            read_registry_file(path)
        except DocumentError as error:
            said = error.say("en")
        assert said


@pytest.mark.parametrize(
    ("plugin", "day", "total"),
    [
        ("ha-tinh", date(2023, 4, 28), 21),
        ("ha-tinh", date(2024, 12, 31), 21),
        ("ha-tinh", date(2025, 1, 1), 25),
        ("ha-tinh", date(2025, 7, 1), 9),
        ("ha-tinh", date(2026, 4, 30), 9),
        ("hung-yen", date(2024, 12, 31), 14),
        ("hung-yen", date(2025, 6, 30), 13),
        ("hung-yen", date(2025, 7, 1), 11),
        ("tp-ho-chi-minh", date(2023, 12, 31), 249),
        ("tp-ho-chi-minh", date(2025, 6, 30), 210),
        ("tp-ho-chi-minh", date(2025, 12, 31), 113),
        ("phu-yen", date(2023, 12, 31), 21),
        ("phu-yen", date(2025, 6, 30), 18),
    ],
)
def test_the_bundled_registries_have_the_numbers_published(plugin, day, total):
    """As counted from the lists, on each side of every change."""
    assert read_chain([plugin]).own.registry.on(day).total == total


def test_ha_tinh_by_district():
    """10, 5 and 6; from 1 January 2025 12, 5 and 8; then none."""
    registry = read_chain(["ha-tinh"]).own.registry

    def inside(day):
        return [(each.code, n) for each, n in registry.on(day).districts]

    assert inside(date(2023, 12, 31)) == [("436", 10), ("437", 5), ("449", 6)]
    assert inside(date(2025, 6, 30)) == [("436", 12), ("437", 5), ("449", 8)]
    assert inside(date(2025, 7, 1)) == []


def test_every_old_ward_of_ha_tinh_went_somewhere():
    """Each that ended is in another's lineage; each new one is made of something."""
    registry = read_chain(["ha-tinh"]).own.registry
    gone = {each.id for each in registry.units if each.valid.until}
    into = {each.predecessor for each in registry.lineage if each.predecessor}
    begun = {each.id for each in registry.units if each.valid.start}

    assert gone == into
    assert begun == set(registry.origins)
    assert all(each.source.citations for each in (*registry.units, *registry.lineage))
