"""What sessions and traces say, in both languages, held to golden files."""

import json

import pytest

import kieumau
from kieumau.documents.wire import json_line
from kieumau.sessions.session import Session
from tests.sessions.conftest import WARD, YEAR, held

MONTHS = (
    {"so_can_bo": 7, "co_hom_thu": True},
    {"so_phieu": {"between": [90, 110]}, "dien_tich": {"unknown": "đang đo"}},
    {"so_phieu": 100, "so_phieu_hai_long": 79, "so_vu": 9, "ngay_ke_hoach": "none"},
)
CORRECTED = {"so_phieu_hai_long": 81, "co_hom_thu": None}


def year(session: Session) -> list[kieumau.Progress]:
    """Return a year's progress: three months and a correction."""
    return [*map(session.assert_facts, MONTHS), session.correct(CORRECTED)]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_progress_in_words(session, lang):
    """The same on both engines: what came, what changed and why, the outcome."""
    held(f"progress.{lang}.txt", "\n".join(each.say(lang) for each in year(session)))


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_trace_in_words(standard, engine, lang):
    """In the engine's order, with titles, what followed from what."""
    events = []
    year(standard.session(WARD, YEAR, engine=engine, listener=events.append))

    held(f"trace-{engine}.{lang}.txt", "".join(f"{e.say(lang)}\n" for e in events))


def test_a_trace_as_data(standard, engine):
    """A line of JSON an event: which it is, ids and both titles."""
    events = []
    standard.evaluate(
        kieumau.FactSet(WARD, YEAR, (kieumau.Fact("so_vu", 9),)),
        engine=engine,
        listener=events.append,
    )
    lines = [json_line(each.to_data()) for each in events]

    held(f"trace-{engine}.jsonl", "".join(f"{line}\n" for line in lines))
    assert {json.loads(line)["event"] for line in lines} == {
        "started",
        "leaf_decided",
        "derived",
        "finished",
    }


def test_progress_under_a_reconstruction_says_that_it_is_no_decision():
    """Like every rendering of an outcome; and where the figures are invented, that they are."""
    standard = kieumau.load("ha-tinh", on="2023-12-31")
    begun = kieumau.FactSet(kieumau.Ward("00000", "Phường Mẫu", "42"), YEAR, (), invented=True)
    said = standard.session(begun, engine="plain").assert_facts({"so_ho": 2000}).say("vi")

    assert "bộ tái lập từ nguồn công khai; không phải quyết định công nhận" in said
    assert "Số liệu là hư cấu" in said


def test_titles_of_steps_that_no_finding_shows():
    """What an indicator requires where it applies, and its not applying, name the indicator."""
    standard = kieumau.load("ha-tinh", on="2023-12-31")
    step = "luc-luong/du-bien-che-thi-diem-2023"
    negated, required = (standard._subjects[f"{step}/{e}"] for e in ("applies/@not", "requires"))

    assert negated.title.en == "not: was chosen as a pilot in 2023"
    assert required.title.vi.startswith("các yêu cầu của: Đơn vị thí điểm")
