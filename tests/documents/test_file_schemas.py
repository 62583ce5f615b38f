"""The schemas editors use take every good file, refuse common mistakes, and know what is known."""

import copy
import json
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator

from kieumau.authoring.known import known_of
from kieumau.documents.cases import read_cases
from kieumau.documents.file_schemas import FILE_KINDS, Known, file_schema
from kieumau.documents.files import read_document
from kieumau.documents.manifest import read_manifest
from kieumau.documents.measures import read_measures
from kieumau.documents.nodes import ListNode, MapNode, ScalarNode, from_data
from kieumau.documents.registry import read_registry
from kieumau.documents.rules import RuleReader
from kieumau.documents.statuses import read_statuses
from kieumau.documents.targets import read_targets
from kieumau.errors import Problems
from kieumau.plugins.chain import read_chain
from kieumau.rules.refinements import Waive

ROOT = Path(__file__).parents[2]
PLUGINS = sorted(
    path.parent
    for place in ("kieumau/plugins", "examples", "tests/cli/plugins", "tests/plugins/site")
    for path in (ROOT / place).glob("*/plugin.yaml")
    if path.parent.name != "tinh_sai"  # wrong on purpose
)


def kind_of(path):
    """Return which schema a file goes by; none for facts files."""
    if path.parent.name in ("rules", "cases", "wards"):
        return path.parent.name
    return path.stem


FILES = [
    path
    for folder in PLUGINS
    for path in sorted(folder.rglob("*.yaml"))
    if kind_of(path) in FILE_KINDS
]


def plain(node):
    """Return a document as an editor sees it: YAML 1.2's core schema."""
    match node:
        case MapNode():
            return {key.text: plain(value) for key, value in node}
        case ListNode(items):
            return [plain(each) for each in items]
        case ScalarNode(null=True):
            return None
        case ScalarNode(quoted=True, text=text):
            return text
        case ScalarNode(text=text):
            if text in ("true", "false"):
                return text == "true"
            if re.fullmatch(r"[-+]?[0-9]+", text):
                return int(text)
            if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
                return float(text)
            return text


@cache
def content(path):
    """Return a file's content, to be copied before it is changed."""
    return plain(read_document(path))


@cache
def checker(kind, known=None):
    """Return a validator of a kind of file."""
    return Draft202012Validator(file_schema(kind, known or Known()))


def wrong(kind, data):
    """Return what the schema finds wrong."""
    return [each.message for each in checker(kind).iter_errors(data)]


def name(path):
    """Return a file's name from the root."""
    return path.relative_to(ROOT).as_posix() if isinstance(path, Path) else str(path)


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_each_schema_is_one_in_both_dialects(kind):
    """Editors read YAML against draft-07, programs against 2020-12."""
    schema = file_schema(kind)
    Draft202012Validator.check_schema(schema)
    Draft7Validator.check_schema({**schema, "$schema": Draft7Validator.META_SCHEMA["$schema"]})
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize("path", FILES, ids=name)
def test_each_file_of_the_repository_is_taken(path):
    """In general, and by the schemas made for its own plugin."""
    assert wrong(kind_of(path), content(path)) == []
    assert list(Draft7Validator(file_schema(kind_of(path))).iter_errors(content(path))) == []


@pytest.mark.parametrize("folder", [ROOT / "examples/tinh-mau", ROOT / "kieumau/plugins/ha_tinh"])
def test_the_schemas_of_a_plugin_take_its_own_files(folder):
    """What is known of the layers below narrows ids to those there are."""
    known = known_of(read_chain([folder]), own=True)
    for path in FILES:
        if path.is_relative_to(folder):
            schema = Draft202012Validator(file_schema(kind_of(path), known))
            assert [each.message for each in schema.iter_errors(content(path))] == [], path


def mended(path, change):
    """Return a file's content with something done to it."""
    data = copy.deepcopy(content(path))
    change(data)
    return data


MAU = ROOT / "examples/tinh-mau"
RULES, CASES = MAU / "rules/2023.yaml", MAU / "cases/nam-2023.yaml"
HA_TINH = ROOT / "kieumau/plugins/ha_tinh"


def _put(*path, value):
    def change(data):
        for step in path[:-1]:
            data = data[step]
        data[path[-1]] = value

    return change


def _drop(*path):
    def change(data):
        for step in path[:-1]:
            data = data[step]
        del data[path[-1]]

    return change


@pytest.mark.parametrize(
    ("path", "change"),
    [
        (MAU / "plugin.yaml", _put("titel", value="Tỉnh")),
        (MAU / "plugin.yaml", _put("kind", value="province")),
        (MAU / "plugin.yaml", _drop("refines")),
        (MAU / "plugin.yaml", _put("kind", value="base")),
        (MAU / "plugin.yaml", _put("id", value="Tỉnh Mẫu")),
        (MAU / "plugin.yaml", _put("instruments", 0, "issued", value="2022-15")),
        (MAU / "plugin.yaml", _put("instruments", 0, "url", value="ftp://x")),
        (MAU / "plugin.yaml", _put("format", value="kieumau/plugin/2")),
        (MAU / "measures.yaml", _put("measures", 0, "kind", value="int")),
        (MAU / "measures.yaml", _drop("measures", 0, "name")),
        (MAU / "measures.yaml", _put("measures", 0, "id", value="so-ho")),
        (MAU / "measures.yaml", _put("measures", 0, "recorded_by", value="police")),
        (RULES, _drop("tighten", 0, "citation")),
        (RULES, _drop("tighten", 0, "to")),
        (RULES, _put("tighten", 0, "also", value="có hòm thư góp ý")),
        (RULES, _put("tighten", 0, "fidelity", value="assumed")),
        (RULES, _put("tighten", 0, "fidelity", value="guessed")),
        (RULES, _put("tightn", value=[])),
        (RULES, _put("set", value={})),
        (RULES, _drop("add", 0, "to")),
        (RULES, _drop("waive", 0, "basis")),
        (RULES, _put("clarify", 0, "evidence", 0, "needs", value="photo")),
        (RULES, _put("add", 0, "indicator", "requires", value=["a", "b"])),
        (RULES, _put("add", 0, "indicator", "requires", value={"either": ["a"]})),
        (RULES, _put("add", 0, "indicator", "requires", value={"at_least": 2})),
        (RULES, _put("add", 0, "indicator", "requires", value={})),
        (RULES, _drop("waive", 0, "citation")),
        (RULES, _put("from", value="tháng 5")),
        (CASES, _put("cases", 0, "expect", "outcome", value="passed")),
        (CASES, _put("cases", 0, "expect", "findings", "dan-hai-long", value="ok")),
        (CASES, _drop("cases", 0, "sentence")),
        (CASES, _put("cases", 0, "facts", "so_ho", value={"from": 1, "to": 2})),
        (CASES, _put("ward", "district", value="769")),
        (HA_TINH / "targets.yaml", _put("targets", value="none")),
        (HA_TINH / "targets.yaml", _put("reason", value="vì")),
        (HA_TINH / "targets.yaml", _put("targets", 0, "count", value="all")),
        (HA_TINH / "targets.yaml", _put("targets", 0, "at_least", value="most")),
        (HA_TINH / "registry.yaml", _put("units", 0, "id", value="Nam Hà")),
        (HA_TINH / "registry.yaml", _put("units", 0, "kind", value="phường")),
        (HA_TINH / "registry.yaml", _put("lineage", 0, "part", value="half")),
        (HA_TINH / "registry.yaml", _put("counts", 0, "total", value=["nhiều"])),
        (HA_TINH / "statuses.yaml", _put("statuses", 0, "status", value="meeting")),
        (HA_TINH / "statuses.yaml", _put("statuses", 0, "from", value="2023")),
    ],
    ids=lambda each: name(each) if isinstance(each, Path) else "",
)
def test_common_mistakes_are_seen_while_typing(path, change):
    """And the readers refuse them too: an editor never warns of what is fine."""
    assert wrong(kind_of(path), content(path)) == []
    data = mended(path, change)
    assert wrong(kind_of(path), data)
    assert refused(path, data)


@cache
def layers(folder):
    """Return the chain of a plugin's folder."""
    return read_chain([folder])


def refused(path, data):
    """Return the codes of what the reader of a file finds in its data."""
    problems = Problems()
    node = from_data(data, problems)
    folder = path.parent.parent if path.parent.name in FILE_KINDS else path.parent
    chain = layers(folder)
    instruments = frozenset(i.id for each in chain.plugins for i in each.manifest.instruments)
    match kind_of(path):
        case "plugin":
            read_manifest(node, problems)
        case "measures":
            read_measures(node, problems)
        case "cases":
            read_cases(node, problems)
        case "targets":
            read_targets(node, instruments, problems)
        case "registry":
            read_registry(node, instruments, problems)
        case "statuses":
            registry = next(each.registry for each in chain.plugins if each.registry)
            own = instruments | {each.id for each in registry.instruments}
            read_statuses(node, registry, own, problems)
        case _:
            below = {i.id: i.requires for each in chain.plugins for i in each.indicators}
            reader = RuleReader(chain.words[0], instruments, problems, below.get, frozenset(below))
            manifest = next(each for each in chain.plugins if each.id == chain.asked[0]).manifest
            if manifest.refines:
                found = reader.refinements(node)
                if not found:
                    problems.add("KM-407")
                if any(isinstance(each, Waive) and not each.citations for each in found):
                    problems.add("KM-433", id="")  # said where layers are composed
            else:
                reader.criteria_set(node)
    return [each.code for each in problems.errors]


def spots(data, path=()):
    """Yield the path of every key of every mapping."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key)
            yield from spots(value, (*path, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from spots(value, (*path, at))


SMALL = [
    *sorted(MAU.glob("*.yaml")),
    RULES,
    HA_TINH / "targets.yaml",
    HA_TINH / "statuses.yaml",
    ROOT / "kieumau/plugins/phu_yen/registry.yaml",
    ROOT / "tests/plugins/site/goc_mau/plugin.yaml",
    ROOT / "tests/plugins/site/goc_mau/measures.yaml",
    ROOT / "tests/plugins/site/goc_mau/rules/goc.yaml",
    ROOT / "tests/plugins/site/goc_mau/cases/dat.yaml",
]


@given(st.data())
def test_where_the_schema_objects_the_reader_does_too(data):
    """One key of a good file misspelt, dropped, doubled or given another value."""
    path = data.draw(st.sampled_from(SMALL))
    spot = data.draw(st.sampled_from([*spots(content(path))]))
    how = data.draw(st.sampled_from(("misspelt", "dropped", "null", "list", "map", "word")))

    def change(found):
        for step in spot[:-1]:
            found = found[step]
        key = spot[-1]
        match how:
            case "misspelt":
                found[f"{key}x"] = found.pop(key)
            case "dropped":
                del found[key]
            case "null":
                found[key] = None
            case "list":
                found[key] = [found[key]]
            case "map":
                found[key] = {"vi": "a", "zz": "b"}
            case _:
                found[key] = "Không phải thế!"

    changed = mended(path, change)
    if wrong(kind_of(path), changed):
        assert refused(path, changed), (how, spot)


def test_what_is_known_is_offered():
    """Ids of the base, its documents, and a start for a line about each measure."""
    known = known_of(read_chain(["tai-lap-5764"]), own=False)
    rules = file_schema("rules", known)
    target = rules["properties"]["tighten"]["items"]["properties"]["id"]
    line = rules["$defs"]["condition"]["anyOf"][0]
    bodies = {each["label"]: each["body"] for each in line["defaultSnippets"]}

    assert "dan-hai-long" in target["enum"]
    assert len(target["enum"]) == len(target["enumDescriptions"])
    assert "cai-cach-hanh-chinh" in str(rules["properties"]["add"])
    assert bodies["tỷ lệ người dân hài lòng"] == "tỷ lệ người dân hài lòng ≥ ${1:90}%"
    assert bodies["trụ sở được xác nhận đạt chuẩn"] == "trụ sở được xác nhận đạt chuẩn"
    assert "tt-124-2021" in json.dumps(rules["$defs"]["citation"])
    cases = json.dumps(file_schema("cases", known), ensure_ascii=False)
    assert "số phiếu hài lòng" in cases
    assert '"dan-hai-long"' in cases


def test_an_indicator_the_base_has_not_is_seen():
    """Where the base is known; a measure or document of one's own is always taken."""
    known = known_of(read_chain(["tai-lap-5764"]), own=False)
    schema = Draft202012Validator(file_schema("rules", known))
    entry = {"id": "dan-hai-lonh", "to": "95%", "citation": {"instrument": "a"}, "fidelity": "text"}
    file = {"format": "kieumau/rules/1", "tighten": [entry]}

    assert not schema.is_valid(file)
    entry["id"] = "dan-hai-long"
    assert schema.is_valid(file)


def test_every_kind_of_refinement_has_a_snippet():
    """And hovering a field says in both languages what it is."""
    fields = file_schema("rules")["properties"]
    for kind in ("add", "tighten", "clarify", "waive"):
        assert fields[kind]["items"]["defaultSnippets"][0]["label"].startswith(kind)
        assert "\n\n*" in fields[kind]["markdownDescription"]
        for field in fields[kind]["items"]["properties"].values():
            assert field["description"]


def test_tab_walks_through_a_snippet_from_top_to_bottom():
    """The places to fill in are numbered in the order they stand."""
    fields = file_schema("rules")["properties"]
    for kind in ("add", "tighten", "clarify", "waive"):
        body = json.dumps(fields[kind]["items"]["defaultSnippets"][0]["body"])
        stops = [int(each) for each in re.findall(r"\$\{?(\d+)", body)]
        assert stops == [*range(1, len(stops) + 1)]
