"""A session is kept with the digest of its standard, and opened under no other meaning."""

import io
import json
import os
from datetime import date

import pytest

import kieumau
from kieumau.rules.facts import Interval, Unknown
from kieumau.wording import Text
from tests.sessions.conftest import SITE, WARD, YEAR

FACTS = kieumau.FactSet(
    WARD,
    YEAR,
    (
        kieumau.Fact("so_can_bo", 7, kieumau.Evidence("Báo cáo (giả định)", date=YEAR.first)),
        kieumau.Fact("dien_tich", Interval(90, 120)),
        kieumau.Fact("so_vu", Unknown(Text("chưa có", "not yet"))),
        kieumau.Fact("ngay_ke_hoach", date(2023, 3, 1)),
    ),
    invented=True,
)


@pytest.fixture
def kept(standard, tmp_path):
    """Return the file of a session."""
    path = tmp_path / "phien.json"
    standard.session(FACTS).save(path)
    return path


def changed(path, **fields):
    """Write a kept session anew with other fields; None takes one out."""
    data = json.loads(path.read_text("utf-8")) | fields
    data = {key: value for key, value in data.items() if value is not None}
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def refused(path, standard, *wanted):
    """Hold that a file is refused with those codes."""
    with pytest.raises(kieumau.KieumauError) as error:
        kieumau.Session.load(path, standard)

    assert [each.code for each in error.value.diagnostics] == list(wanted)
    return error.value


def test_what_is_kept_is_opened_again(standard, engine, kept):
    """The same facts, the same verdict; and it goes on from there."""
    with kieumau.Session.load(kept, standard, engine=engine) as session:
        assert session.facts == standard.session(FACTS).facts
        assert session.verdict() == standard.evaluate(FACTS)
        assert session.engine == engine
        assert session.assert_facts({"dien_tich": 100})


def test_a_file_or_a_path(standard, kept):
    """Files open for text serve as well, and hold the same."""
    file = io.StringIO()
    standard.session(FACTS).save(file)
    assert file.getvalue() == kept.read_text("utf-8")

    file.seek(0)
    assert kieumau.Session.load(file, standard).facts == kieumau.Session.load(kept, standard).facts
    assert kieumau.Session.load(str(kept), standard).verdict() == standard.evaluate(FACTS)


def test_a_standard_of_another_meaning_is_refused(kept):
    """Another digest: other figures would decide."""
    other = kieumau.load(SITE / "goc_mau", on="2023-12-31", assumed="count")
    error = refused(kept, other, "KM-631")

    assert "2023-12-31" in error.say("vi")
    assert error.diagnostics[0].place.line > 1


def test_as_if_is_kept(standard, tmp_path):
    """A session outside the standard's time stays one that says so."""
    before = kieumau.Period(date(2022, 1, 1), date(2022, 12, 31))
    standard.session(WARD, before, as_if=True).save(tmp_path / "p.json")

    assert kieumau.Session.load(tmp_path / "p.json", standard).verdict().as_if


@pytest.mark.parametrize("form", ["kieumau/session/2", "kieumau/facts/1", None])
def test_another_format_or_version_is_refused(standard, kept, form):
    """Before anything else in it is read."""
    changed(kept, format=form, new="field")

    refused(kept, standard, "KM-204" if form is None else "KM-214")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "KM-120"),
        ("[]", "KM-202"),
        ('{"format": "kieumau/session/1"', "KM-120"),
        ("\x00", "KM-120"),
        ('{"format": "kieumau/session/1", "format": "x"}', "KM-119"),
    ],
)
def test_what_is_no_session_is_refused(standard, tmp_path, text, code):
    """Truncated, empty, or something else."""
    path = tmp_path / "p.json"
    path.write_text(text, "utf-8")
    with pytest.raises(kieumau.DocumentError) as error:
        kieumau.Session.load(path, standard)

    assert code in [each.code for each in error.value.diagnostics]


def test_every_truncation_of_a_kept_session_is_refused(standard, kept):
    """Nothing shorter passes for it."""
    text = kept.read_text("utf-8").rstrip("\n")
    for end in range(0, len(text), 7):
        with pytest.raises(kieumau.DocumentError):
            kieumau.Session.load(io.StringIO(text[:end]), standard)


def test_facts_that_were_tampered_with_are_checked_like_any(standard, kept):
    """A file is no more trusted than a caller."""
    data = json.loads(kept.read_text("utf-8"))
    data["facts"]["facts"] |= {"so_can_bo": 501, "so_canbo": 1}
    changed(kept, facts=data["facts"])

    refused(kept, standard, "KM-521", "KM-511")


def test_a_file_that_is_not_there_or_too_large(standard, tmp_path):
    """Says so."""
    refused(tmp_path / "p.json", standard, "KM-101")
    (tmp_path / "p.json").write_text(" " * 5_000_000, "utf-8")
    refused(tmp_path / "p.json", standard, "KM-104")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user who is refused")
def test_a_file_that_may_not_be_written_keeps_what_it_held(standard, kept):
    """Whole or not at all."""
    before = kept.read_bytes()
    kept.chmod(0o444)
    with pytest.raises(kieumau.DocumentError, match="KM-121"):
        standard.session(WARD, YEAR).save(kept)

    assert kept.read_bytes() == before


def test_nothing_is_left_where_nothing_can_be_written(standard, tmp_path):
    """A folder that is not there."""
    with pytest.raises(kieumau.DocumentError, match="KM-121"):
        standard.session(FACTS).save(tmp_path / "khong-co" / "p.json")

    assert list(tmp_path.iterdir()) == []
