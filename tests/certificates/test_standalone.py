"""The standalone checker: one file, no kieumau, and it agrees with the library on everything.

``KIEUMAU_PROFILE=thorough`` tries 2,000 certificates.
"""

import ast
import json
import subprocess
import sys
from random import Random

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

import kieumau
from kieumau import Certificate
from kieumau.certificates.verifying import Held, verify, verify_written
from kieumau.cli.verify import read_certificate_file
from kieumau.errors import DocumentError
from tests.certificates.conftest import CHECKER
from tests.certificates.tampering import changed, places, resealed, text_of
from tests.effort import share
from tests.strategies import cases

EXAMPLE = CHECKER.parents[2] / "docs/reference/certificate.example.json"
HELD = (Held.HELD, Held.HELD)
MOST = 3
seeds = st.integers(0, 2**32 - 1).map(Random)
values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


def alone(*paths):
    """Return the checker run by itself: no site packages, no environment, no kieumau."""
    command = [sys.executable, "-I", "-S", CHECKER, *paths]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def held(standalone, text):
    """Return whether all that both look at holds: of the library, and of the standalone checker."""
    try:
        found = verify(text, replay=False)
        library = (found["digest"].held, found["steps"].held) == HELD
    except DocumentError:
        library = False
    try:
        faults, _ = standalone.check(text)
        own = not faults
    except standalone.NoCertificateError:
        own = False
    return library, own


@given(cases(), seeds)
@share(4)
def test_it_agrees_with_the_library(standalone, case, random):
    """On certificates as they were made, changed, and changed by who knows the format."""
    verdict = case.standard.evaluate(case.facts, engine="plain")
    certificate = Certificate.of(verdict, case.standard)
    data = certificate.to_data()

    assert held(standalone, certificate.text) == (True, True)
    for path in random.sample(list(places(data)), MOST):
        assert held(standalone, text_of(changed(data, path, random))) == (False, False), path
    followed = [path for path in places(data) if path[0] in ("steps", "spans", "days", "outcome")]
    for path in random.sample(followed, min(MOST, len(followed))):
        text = text_of(resealed(changed(data, path, random)))
        assert held(standalone, text) == (False, False), path
    facts = [path for path in places(data) if path[0] == "facts"]
    for path in random.sample(facts, min(MOST, len(facts))):
        library, own = held(standalone, text_of(resealed(changed(data, path, random))))
        assert own is library, path


@given(values)
@settings(max_examples=300)
def test_its_canonical_form_is_that_of_the_library(standalone, value):
    """For whatever JSON a certificate may hold: RFC 8785, keys by UTF-16."""
    try:
        due = rfc8785.dumps(value)
    except (UnicodeEncodeError, rfc8785.CanonicalizationError):
        return
    assert standalone.canonical(value).encode() == due


def test_keys_are_sorted_by_utf_16(standalone):
    """Beyond the basic plane that is not the order of the characters."""
    assert standalone.canonical({"\uff5e": 1, "\U0001f600": 2}) == '{"\U0001f600":2,"\uff5e":1}'


def test_it_runs_alone(tmp_path):
    """Under -I and -S it finds nothing but the standard library, and says what holds."""
    ward = "examples/wards/phuong-mau-b-khong-dat.yaml"
    facts = kieumau.FactSet.read(CHECKER.parents[2] / ward)
    text = Certificate.of(kieumau.evaluate(facts, "ha-tinh")).to_json()
    (tmp_path / "good.json").write_text(f"{text}\n{text}\n", "utf-8")
    (tmp_path / "bad.json").write_text(text.replace('"met":"3"', '"met":"4"', 1), "utf-8")
    (tmp_path / "none.json").write_text('{"format": "kieumau/certificate/9"}', "utf-8")

    good, bad, none = (alone(tmp_path / f"{name}.json") for name in ("good", "bad", "none"))

    assert (good.returncode, good.stderr) == (0, "")
    assert good.stdout.count("holds") == 12
    assert good.stdout.count("a reconstructed set") == good.stdout.count("invented figures") == 2
    assert "an invented set" in alone(EXAMPLE).stdout
    assert (bad.returncode, bad.stdout.count("FAILED")) == (1, 2)
    assert (none.returncode, none.stdout) == (2, "")
    assert "no certificate" in none.stderr
    assert alone().returncode == 2
    assert alone(tmp_path / "missing.json").returncode == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '"x"',
        "{}",
        '{"format": "kieumau/certificate/1"}',
        '{"format": "kieumau/certificate/1", "format": "kieumau/certificate/1"}',
        '{"format": 1.5}',
        '{"format": NaN}',
        '{"a": 99999999999999999999}',
        '{"format": "\\ud800"}',
        "[" * 100_000,
        '{"a":' * 100_000,
    ],
)
def test_what_is_no_certificate_is_said_to_be_none(standalone, text):
    """By both, and never with a traceback."""
    with pytest.raises(standalone.NoCertificateError):
        standalone.check(text)
    with pytest.raises(DocumentError):
        verify(text)


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("after", [b"", b"\n", b"\r\n"])
def test_a_mark_before_and_a_line_end_after_are_no_part_of_it(tmp_path, before, after):
    """Windows writes both; the bytes between are the certificate's all the same."""
    file = tmp_path / "c.json"
    text = EXAMPLE.read_text("utf-8").rstrip("\n")
    file.write_bytes(before + text.encode() + after)

    assert alone(file).returncode == 0
    assert all(
        verify_written(each, replay=False).holds for each in read_certificate_file(str(file))
    )
    whole = file.read_bytes().decode()
    assert verify(whole, replay=False).holds
    assert Certificate.from_json(whole).text == text


def test_it_is_written_for_old_pythons():
    """Its grammar is that of Python 3.8, and it imports what that had."""
    source = CHECKER.read_text("utf-8")

    ast.parse(source, feature_version=(3, 8))
    assert "from __future__ import annotations" in source
    for newer in ("removesuffix", "strict=", "graphlib", "match "):
        assert newer not in source, newer


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d["standard"]["valid"].update(start="2023-13-45"),
        lambda d: d["facts"]["period"].update(to="2023-02-30"),
        lambda d: d["facts"]["facts"].update({d["program"]["measures"][0]["id"]: "x" * 5000}),
        lambda d: d["facts"]["facts"].update(
            {d["program"]["measures"][0]["id"]: {"reported": "9" * 5000}}
        ),
        lambda d: d["facts"]["facts"].update({d["program"]["measures"][0]["id"]: "1e999999999"}),
        lambda d: d["program"].update(root="nowhere"),
        lambda d: next(s for s in d["program"]["steps"] if s["op"] == "leaf").update(dated=False),
        lambda d: d["program"]["steps"][0].update(children=["nowhere"]),
        lambda d: d["program"]["steps"][0].update(children=["@set"]),
        lambda d: d["program"]["steps"].append(d["program"]["steps"][0]),
        lambda d: d["program"]["steps"].clear(),
        lambda d: d["steps"].clear(),
        lambda d: d["program"]["measures"].clear(),
        lambda d: d["program"]["measures"][0].update(min="1/0"),
        lambda d: d["days"].update({"--02-30": "1"}),
        lambda d: d["program"]["measures"].append(d["program"]["measures"][0]),
        lambda d: unread(d).update(id="khac"),
        lambda d: unread(d).pop("min"),
        lambda d: unread(d).update(kind="choice"),
        lambda d: unread(d).update(kind="choice", choices=["a", "a"]),
        lambda d: unread(d).update(kind="date"),
        lambda d: of(d, "so_can_bo_hien_co").update(kind="yes/no"),
        lambda d: step(d, "leaf").update(dated=True),
        lambda d: step(d, "leaf")["forms"][0].update(divisor={}),
        lambda d: step(d, "all").update(k="0"),
        lambda d: step(d, "score")["points"].update(them="1"),
    ],
)
def test_what_makes_no_sense_is_found_by_both(standalone, change):
    """Every digest put right: what is left is still found, and in no time, by words."""
    data = json.loads(EXAMPLE.read_text("utf-8"))
    change(data)

    assert held(standalone, text_of(resealed(data, standard=True))) == (False, False)


def step(data, op):
    """Return the first step of a program that does so."""
    return next(each for each in data["program"]["steps"] if each["op"] == op)


def of(data, measure):
    """Return a measure of a program."""
    return next(each for each in data["program"]["measures"] if each["id"] == measure)


def unread(data):
    """Return a measure a test reads and no fact is there of, so that no figure changes with it."""
    facts = data["facts"]["facts"]
    return next(each for each in data["program"]["measures"] if each["id"] not in facts)


@pytest.mark.parametrize(
    ("measure", "fact", "span"),
    [
        ("ty_le_nguoi_dan_hai_long", {"reported": "150%"}, ["14950", "10000"]),
        ("ty_le_nguoi_dan_hai_long", {"between": ["95", "90"]}, ["9500", "9000"]),
        ("so_can_bo_hien_co", {"reported": "14,25"}, ["15", "14"]),
        ("so_can_bo_hien_co", {"reported": "20,5,1"}, ["20", "20"]),
        ("co_hom_thu_gop_y", {"between": [False, True]}, ["0", "1"]),
        ("co_hom_thu_gop_y", {"reported": "1"}, ["1", "1"]),
        ("co_hom_thu_gop_y", "true", ["1", "1"]),
    ],
)
def test_a_figure_that_cannot_be_is_found_by_both(standalone, measure, fact, span):
    """Though its span is stated as a hasty checker would come to it."""
    data = json.loads(EXAMPLE.read_text("utf-8"))
    data["facts"]["facts"][measure] = fact
    data["spans"][measure] = span
    text = text_of(resealed(data))

    assert held(standalone, text) == (False, False)
    found = verify(text, replay=False)["steps"].problems
    assert [(each.code, each.arguments["where"]) for each in found] == [
        ("KM-698", f"facts.facts.{measure}")
    ]
    assert {part for part, _ in standalone.check(text)[0]} == {"figures", "steps", "outcome"}


def test_what_does_not_follow_is_said_in_words(standalone):
    """No name of anything in Python is in what either says."""
    data = json.loads(EXAMPLE.read_text("utf-8"))
    del unread(data)["max"]
    data["facts"]["facts"]["so_vu_chay"] = "x"
    text = text_of(resealed(data, standard=True))

    said = [each.say("vi") for each in verify(text, replay=False)["steps"].problems]
    said += [what for _, what in standalone.check(text)[0]]
    assert not [each for each in said if "Error" in each or "index(" in each or "['" in each]


def decided(standalone, steps, *, kind="integer", fact=5, **bounds):
    """Return a certificate over a, and b that is not known: its claims are the standalone's."""
    data = json.loads(EXAMPLE.read_text("utf-8"))
    measure = {"id": "a", "kind": kind, "min": "0", "max": "100", **bounds}
    measure["decimals"] = "2" if kind == "percent" else "0"
    measures = [measure, {**measure, "id": "b"}]
    program = {**data["program"], "measures": measures, "steps": steps, "root": steps[-1]["id"]}
    data |= {"program": program, "facts": {**data["facts"], "facts": {"a": fact}}, "ignored": []}
    try:
        figures = standalone.Figures(program, data["facts"])
    except ValueError:
        return data
    data |= figures.written()
    by_id, truths, reasons = {each["id"]: each for each in steps}, {}, {}
    order = standalone.in_order(by_id)
    for id_ in order:
        reasons[id_] = standalone.reason(by_id[id_], truths, figures)
        truths[id_] = reasons[id_]["truth"]
    data["steps"] = reasons
    try:
        away = standalone.not_arising(by_id, truths, order, figures)
        data["outcome"], data["reason"] = standalone.outcome(program, truths, away)
    except (LookupError, ValueError):
        data["outcome"], data["reason"] = "met", ""
    return data


def leaf(id_, *, measure="a", **more):
    """Return a test that is met with 1 or more."""
    form = {"coefficients": {measure: "1"}, "op": ">=", "constant": "1"}
    return {"id": id_, "op": "leaf", "forms": [form], **more}


@pytest.mark.parametrize(
    ("kind", "fact"),
    [
        ("integer", {"reported": "9999"}),
        ("integer", {"reported": "0,3"}),
        ("integer", {"reported": "-7"}),
        ("percent", {"reported": "101%"}),
        ("percent", {"reported": "9" * 4300}),
        ("yes/no", {"between": [False, True]}),
        ("yes/no", {"reported": "1"}),
        ("choice", {"between": ["x", "y"]}),
        ("date", {"reported": "5"}),
    ],
)
def test_what_no_facts_file_may_say_no_certificate_may_either(standalone, kind, fact):
    """A figure rounded from nothing within bounds; an interval of what has no order."""
    data = decided(standalone, [leaf("x")], kind=kind, fact=fact, choices=["x", "y"])

    assert held(standalone, text_of(resealed(data, standard=True))) == (False, False)


@pytest.mark.parametrize(
    ("steps", "holds"),
    [
        ([leaf("x")], True),
        ([leaf("c/i/guarded/p")], False),
        ([leaf("c/i/requires/p"), leaf("c/i/guarded/p")], False),
        (
            [
                leaf("c/i/requires/p"),
                {"id": "c/i/guarded/p", "op": "count", "k": "1", "children": ["c/i/requires/p"]},
            ],
            True,
        ),
        (
            [
                leaf("c/i/applies/@not"),
                leaf("c/j/applies/@not", measure="b"),
                {
                    "id": "c",
                    "op": "count",
                    "k": "1",
                    "children": ["c/j/applies/@not", "c/i/applies/@not"],
                },
            ],
            True,
        ),
    ],
)
def test_programs_kieumau_would_not_make_are_judged_alike(standalone, steps, holds):
    """A guarded step without its own; two steps that say what an indicator is not about."""
    data = decided(standalone, steps)

    assert held(standalone, text_of(resealed(data, standard=True))) == (holds, holds)


@pytest.mark.parametrize("change", [lambda t: "\ufeff" + t, lambda t: t + "\r\n"])
def test_what_a_copy_does_to_a_file_is_seen_past_by_both(tmp_path, change):
    """A byte-order mark and Windows line ends are no part of a certificate."""
    path = tmp_path / "c.json"
    path.write_bytes(change(EXAMPLE.read_text("utf-8").rstrip("\n")).encode())

    assert verify(read_certificate_file(str(path))[0].text, replay=False).holds
    assert alone(path).returncode == 0


def test_nothing_in_a_certificate_reaches_the_terminal_as_more_than_text(standalone, tmp_path):
    """No escapes, no characters that turn the line round, no endless line; not from keys either."""
    evil = "\x1b[31m\u202e\x9b2J\u2066" * 1000
    data = decided(standalone, [leaf(evil)])
    data["facts"]["ward"] |= {"name": evil, "code": evil}
    data["steps"][evil] = {"truth": "unmet", "child": "met"}
    (tmp_path / "steps.json").write_text(text_of(resealed(data, standard=True)), "utf-8")
    (tmp_path / "key.json").write_text(text_of(data | {evil: 1}), "utf-8")

    steps, key = alone(tmp_path / "steps.json"), alone(tmp_path / "key.json")

    assert (steps.returncode, key.returncode) == (1, 2)
    for said in (steps.stdout, key.stderr):
        lines = said.splitlines()
        assert all(line.isprintable() for line in lines)
        assert max(map(len, lines)) < 4000
        assert "\\x1b[31m\\u202e" in said
