"""Verdicts told at lengths, compared exactly with files a person has read; and that they agree.

``KIEUMAU_RECORD=1 pytest tests/render`` writes them again; read the diff.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given

import kieumau
from kieumau.errors import UsageError
from kieumau.render.as_markdown import markdown
from kieumau.render.as_text import rich_text, text
from kieumau.render.decisive import deciding_indicators
from kieumau.render.detail import DETAILS
from kieumau.render.opening import OUTCOME, caveats, notices
from kieumau.render.points import set_rule
from kieumau.render.rendering import TOLD, render
from kieumau.render.speech import Voice, clean, speak
from kieumau.render.tree import tally
from kieumau.verdicts.findings import Status
from kieumau.verdicts.verdict import Outcome, Verdict
from kieumau.wording import LANGUAGES, Lang
from tests.effort import share
from tests.render.samples import MAKERS
from tests.render.test_goldens import same_as_golden
from tests.render.test_points import WARDS, base, ward
from tests.strategies import cases

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "told"


def told_examples() -> Mapping[str, Verdict]:
    """Return a verdict for every way of telling: the samples, wards of the examples, points."""
    wards = {each.name: each for each in (ROOT / "examples" / "wards").glob("*.yaml")}
    standard = kieumau.load("ha-tinh", on="2023-12-31")
    tried = {
        "a-met-on-evidence": "phuong-mau-a-dat.yaml",
        "b-not-met-by-many": "phuong-mau-b-khong-dat.yaml",
        "c-open-by-many": "phuong-mau-c-chua-du.yaml",
    }
    found = {
        name: standard.evaluate(kieumau.FactSet.read(wards[file])) for name, file in tried.items()
    }
    full = kieumau.FactSet.read(wards["phuong-mau-a-dat.yaml"])
    data = full.to_mapping()
    fewer = {**data["facts"], "so_phieu_hai_long": 440, "so_phieu_khao_sat": 500}
    found["not-met-by-one"] = standard.evaluate(
        kieumau.FactSet.from_mapping({**data, "facts": fewer})
    )
    del fewer["so_phieu_hai_long"]
    found["open-by-one"] = standard.evaluate(kieumau.FactSet.from_mapping({**data, "facts": fewer}))
    counted = kieumau.load("ha-tinh", on="2023-12-31", assumed="count")
    found["assumed-counted"] = counted.evaluate(full)
    points = {f"points-{name}": base().evaluate(ward(each)) for name, each in WARDS.items()}
    return {**{name: make() for name, make in MAKERS.items()}, **found, **points}


EXAMPLES = told_examples()
ONE_BY_ONE = pytest.mark.parametrize("name", EXAMPLES)


@ONE_BY_ONE
def test_each_length_as_text(name: str, lang: Lang) -> None:
    """A line, a paragraph and the path say what they said when they were last read."""
    said = [text(EXAMPLES[name], lang, detail=each) for each in DETAILS[:-1]]

    same_as_golden(f"{name}.{lang}.txt", "\n".join(said), GOLDEN)


def test_each_length_as_markdown(lang: Lang) -> None:
    """So does the Markdown, of one verdict with every mark in it."""
    said = [markdown(EXAMPLES["not_met"], lang, each) for each in DETAILS[:-1]]

    same_as_golden(f"not_met.{lang}.md", "\n".join(said), GOLDEN)


@pytest.mark.skipif(bool(os.environ.get("KIEUMAU_RECORD")), reason="recording")
def test_no_golden_is_left_over() -> None:
    """Every file belongs to an example."""
    assert {path.name.rsplit(".", 2)[0] for path in GOLDEN.iterdir()} == set(EXAMPLES)


@ONE_BY_ONE
def test_sentences_are_written_as_people_write(name: str, lang: Lang) -> None:
    """No double space or stop, no space before a stop, an end to every paragraph, sentence case."""
    if name == "hostile":
        pytest.skip("its titles are written as nobody would")
    verdict = EXAMPLES[name]
    line = text(verdict, lang, detail=0).rstrip("\n")
    whole = " ".join(text(verdict, lang, detail=1).split())

    for said in (line, whole):
        assert not re.search(r"  |\.\.|;;| [.,;:!?](\s|$)|\(\s|\s\)|: ;|\b[0-9]+\.[0-9]{3}\b", said)
        assert all(each[0].isupper() or each[0] in "«“0123456789" for each in said.split(". ")[1:])
    assert whole.endswith(".")
    assert "\n" not in line
    if lang == "vi":
        assert not re.search(r"[0-9]\.[0-9]+ ?%", whole), "the decimal mark is a comma"
        assert "undetermined" not in whole
    if verdict.outcome is Outcome.UNDETERMINED:
        assert {"vi": "chưa đủ căn cứ", "en": "undetermined"}[lang] in line


@ONE_BY_ONE
def test_what_must_be_said_is_said_at_every_length(name: str, lang: Lang) -> None:
    """Caveats and notices, the reconstruction's sentence among them, leave with no shortening."""
    verdict, voice = EXAMPLES[name], Voice(lang)
    must = [speak(each, voice) for each in (*caveats(verdict), *notices(verdict))]

    for detail in DETAILS:
        said = " ".join(text(verdict, lang, detail=detail, width=4000).split())
        assert [each for each in must if each not in said] == []


@given(cases())
@share(2)
def test_no_length_contradicts_another(case) -> None:
    """Law: the outcome, how many criteria or points, and what decides first are the same in all."""
    verdict = case.standard.evaluate(case.facts)
    root, counts = set_rule(verdict), tally(verdict.criteria)
    for lang in LANGUAGES:
        told = [" ".join(text(verdict, lang, detail=each, width=9999).split()) for each in DETAILS]
        line = told[0]
        must = [speak_outcome(verdict, lang)]
        if verdict.outcome is Outcome.NOT_MET and root.score is None:
            of = {"vi": "{} trên {} tiêu chí", "en": "{} of {} criteria"}[lang]
            if counts.total > 1:
                assert of.format(counts.not_met, counts.total) in line
                must += [{"vi": "Không đạt {} tiêu chí", "en": "{} criteri"}[lang]]
                must[-1] = must[-1].format(counts.not_met)
        if root.score and verdict.outcome is not Outcome.UNDETERMINED:
            points = {"vi": "{}/{} điểm", "en": "{} of {} point"}[lang]
            must.append(points.format(root.score.reached, root.score.total))
        assert [
            each for each in must for said in told[1:] if each.lower() not in said.lower()
        ] == []
        assert must[0].lower() in line.lower()
        named = [each for each in verdict.findings if f"«{clean(each.title.vi)}»" in told[0]]
        if lang == "vi":
            titles = {each.title.vi for each in named if each.kind.value == "indicator"}
            assert [title for title in titles for said in told if title not in said] == []
            assert bool(titles) or not must_name(verdict)


def must_name(verdict: Verdict) -> bool:
    """Return whether the line has to name the indicator that decides first."""
    if verdict.outcome is Outcome.MET or verdict.reason or set_rule(verdict).score:
        return False
    return bool(deciding_indicators(verdict))


def speak_outcome(verdict: Verdict, lang: Lang) -> str:
    """Return the outcome's words."""
    return OUTCOME[verdict.outcome].text.say(lang)


@given(cases())
def test_what_decides_stands_as_the_outcome_does(case) -> None:
    """Law: the deciding indicators count, and are met, not met or open as the outcome is."""
    verdict = case.standard.evaluate(case.facts)
    statuses = {each.status for each in deciding_indicators(verdict)}

    assert all(each.counted for each in deciding_indicators(verdict))
    match verdict.outcome:
        case Outcome.MET:
            assert all(each.passes for each in statuses)
        case Outcome.NOT_MET:
            assert statuses == {Status.NOT_MET}
        case Outcome.UNDETERMINED if not verdict.reason:
            assert statuses <= {Status.UNDETERMINED}


@pytest.mark.parametrize("detail", DETAILS)
def test_one_verb_tells_every_length(detail: int) -> None:
    """`render` passes the length on, and colour changes no words."""
    verdict = EXAMPLES["not_met"]

    assert render(verdict, "text", "vi", detail=detail) == text(verdict, "vi", detail=detail)
    assert render(verdict, "markdown", detail=detail) == markdown(verdict, "vi", detail)
    assert rich_text(verdict, "vi", detail=detail).detail == detail


@pytest.mark.parametrize("detail", [4, -1, "1", True, None])
def test_a_length_there_is_not_is_refused(detail: object) -> None:
    """Only 0 to 3, as whole numbers."""
    with pytest.raises(UsageError, match="KM-706"):
        render(EXAMPLES["met"], "text", detail=detail)


@pytest.mark.parametrize("form", ["json", "html"])
def test_what_is_always_whole_takes_no_length(form: str) -> None:
    """A length that would do nothing is refused."""
    assert form not in TOLD
    with pytest.raises(UsageError, match="KM-719"):
        render(EXAMPLES["met"], form, detail=1)
