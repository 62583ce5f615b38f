# ruff: noqa: D103 (the names say it; samples stand side by side)
"""Whatever is thrown at the doors, only diagnostics come back: coded, placed, in both languages."""

import shutil
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kieumau
from kieumau import Diagnostic, DocumentError, FactsError, FactSet, KieumauError, Standard
from kieumau.documents.json_nodes import read_json
from kieumau.documents.yaml_events import read_yaml
from kieumau.errors import Severity
from kieumau.messages import MESSAGES
from kieumau.wording import LANGUAGES
from tests.effort import share

SITE = Path(__file__).parents[1] / "plugins" / "site" / "goc_mau"
BUNDLED = Path(kieumau.__file__).parent / "plugins"
TRICKY = st.sampled_from(
    [
        *"{}[]:,-?|>'\"%@`&*!#=~\t\n \\",
        ": ",
        "- ",
        " #",
        "\r\n",
        "---",
        "<<: ",
        "≥",
        "1.000",
        "\ufeff",
        "\u202e",
        "\x85",
        "\u2028",
        "\x00",
        "e\u0301",
        "\\u0000",
        "null",
        "{a: ",
        "- - ",
        "\n  ",
    ]
)
ROUGH = st.lists(st.one_of(TRICKY, st.text(max_size=5)), max_size=40).map("".join)


def sound(diagnostics: Iterable[Diagnostic], *, placed: bool) -> None:
    """Hold what comes back to what is promised of every diagnostic."""
    found = list(diagnostics)
    assert found
    for each in found:
        assert each.code in MESSAGES
        for lang in LANGUAGES:
            assert each.message(lang)
            assert each.say(lang)
        if placed:
            assert str(each.place)


@given(ROUGH)
def test_any_text_is_yaml_or_is_refused(text):
    try:
        read_yaml(text, "f.yaml")
    except DocumentError as error:
        sound(error.diagnostics, placed=True)


@given(ROUGH)
def test_any_text_is_json_or_is_refused(text):
    try:
        read_json(text, "f.json")
    except DocumentError as error:
        sound(error.diagnostics, placed=True)


@given(st.one_of(st.binary(max_size=200), ROUGH.map(lambda text: text.encode("utf-8", "ignore"))))
@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_any_bytes_are_facts_or_are_refused(tmp_path_factory, ending, data):
    path = tmp_path_factory.getbasetemp() / f"fuzz.{ending}"
    path.write_bytes(data)
    try:
        FactSet.read(path)
    except DocumentError as error:
        sound(error.diagnostics, placed=True)


@cache
def standard() -> Standard:
    """Return the sample base's standard."""
    return kieumau.load(SITE, on="2023-12-31")


KEYS = st.one_of(
    st.sampled_from(
        ["value", "between", "reported", "unknown", "evidence", "vi", "en", "date", "url"]
    ),
    st.text(max_size=4),
)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers().map(lambda power: 10 ** (abs(power) % 6000)),
    st.floats(),
    st.decimals(),
    st.decimals(allow_nan=False).map(lambda n: n.scaleb(500) if n.is_finite() else n),
    st.fractions(),
    st.dates(),
    st.datetimes(),
    st.binary(max_size=3),
    st.text(max_size=8),
    st.sampled_from(
        ["90%", "1.000", "14 người", "31/12/2023", "none", "có", "đạt chuẩn", "²", "\ud800"]
    ),
    st.sampled_from([Decimal("sNaN"), Decimal("1e99999"), 1e308]),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(inner, inner),
        st.dictionaries(st.one_of(KEYS, st.integers(), st.none()), inner, max_size=3),
        st.fixed_dictionaries({"between": st.lists(inner, min_size=2, max_size=2)}),
        st.fixed_dictionaries({"value": inner, "evidence": inner}),
        st.sets(st.integers(), max_size=2),
    ),
    max_leaves=8,
)
MEASURES = st.sampled_from(
    [
        "so_can_bo",
        "so_phieu",
        "so_phieu_hai_long",
        "ty_le_hai_long",
        "dien_tich",
        "co_hom_thu",
        "loai_tru_so",
        "ngay_ke_hoach",
        "số cán bộ hiện có",
        "so_vu",
        "không có",
    ]
)


@given(TREES)
def test_any_data_is_facts_or_is_refused(data):
    try:
        FactSet.from_mapping(data)
    except FactsError as error:
        sound(error.diagnostics, placed=False)


@settings(max_examples=3 * settings().max_examples)
@given(st.dictionaries(MEASURES, TREES, max_size=4))
def test_any_facts_are_evaluated_or_refused(facts):
    ward = {"code": "00001", "name": "Phường Mẫu", "province": "42"}
    period = {"from": "2023-01-01", "to": "2023-12-31"}
    try:
        verdict = standard().evaluate(
            FactSet.from_mapping({"ward": ward, "period": period, "facts": facts}), engine="plain"
        )
    except KieumauError as error:
        sound(error.diagnostics, placed=True)
    else:
        assert kieumau.Verdict.from_json(verdict.to_json()) == verdict


@given(
    st.dictionaries(
        st.sampled_from(["ward", "period", "facts", "invented", "note", "format", "x"]), TREES
    )
)
def test_any_shape_is_a_fact_set_or_is_refused(data: dict[str, Any]):
    try:
        FactSet.from_mapping(data)
    except FactsError as error:
        sound(error.diagnostics, placed=False)


@st.composite
def mutated(draw: st.DrawFn, folder: Path) -> tuple[str, str]:
    """Draw a file of a plugin with a line gone, doubled, moved, or a character changed."""
    path = draw(st.sampled_from(sorted(folder.rglob("*.yaml"))))
    lines = path.read_text(encoding="utf-8").splitlines()
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        match draw(st.sampled_from(["gone", "twice", "moved", "indented", "character", "cut"])):
            case "gone" if len(lines) > 1:
                del lines[at]
            case "twice":
                lines.insert(at, line)
            case "moved":
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
            case "indented":
                lines[at] = draw(st.sampled_from([" ", "  ", "\t"])) + line
            case "cut":
                lines[at] = line[: draw(st.integers(0, len(line)))]
            case _:
                spot = draw(st.integers(0, len(line)))
                lines[at] = line[:spot] + draw(TRICKY) + line[spot + 1 :]
    return path.relative_to(folder).as_posix(), "\n".join(lines)


def checked(folder: Path, parent: Path, change: tuple[str, str]) -> None:
    """Check a plugin with one file replaced."""
    copy = parent / "fuzzed"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / change[0]).write_text(change[1], encoding="utf-8")
    if found := [each for each in kieumau.check(copy) if each.severity is Severity.ERROR]:
        sound(found, placed=True)


@given(change=mutated(SITE))
def test_a_base_a_hand_slipped_in_is_answered(tmp_path_factory, change):
    checked(SITE, tmp_path_factory.getbasetemp(), change)


@share(12)
@given(data=st.data())
def test_a_bundled_plugin_a_hand_slipped_in_is_answered(tmp_path_factory, data):
    folder = BUNDLED / data.draw(st.sampled_from(["ha_tinh", "tai_lap_5764"]))
    checked(folder, tmp_path_factory.getbasetemp(), data.draw(mutated(folder)))
