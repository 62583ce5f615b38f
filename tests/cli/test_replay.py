"""``kieumau evaluate VERDICT --replay``: a verdict is reached again, or what differs is named."""

import json

import pytest


def changed(path, old: str, new: str) -> None:
    """Change a file's text once."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("engine", ["auto", "plain"])
def test_a_verdict_replays_the_same(run, verdict, engine):
    """The file's own facts, standard and date give its bytes again, with any engine."""
    done = run("evaluate", verdict, "--replay", "--engine", engine, "--lang", "vi")

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("Tính lại khớp: Phường Thử (00001), tinh-thu")


def test_the_verdicts_of_several_wards_replay_together(run, ward, tmp_path):
    """An array of verdicts is replayed verdict by verdict."""
    path = tmp_path / "v.json"
    run("evaluate", ward, ward, "--format", "json", "--output", path)

    same = run("evaluate", path, "--replay", "--lang", "en")
    changed(path, '"outcome": "met"', '"outcome": "not_met"')
    other = run("evaluate", path, "--replay", "--lang", "en")

    assert (same.exit_code, same.stdout.count("Replayed, the same: Phường Thử")) == (0, 2)
    assert (other.exit_code, other.stdout) == (1, "")


def test_a_verdict_as_if_replays_as_if(run, ward, tmp_path):
    """What was applied outside its time is applied so again."""
    path, facts = tmp_path / "v.json", tmp_path / "w.yaml"
    text = ward.read_text(encoding="utf-8").replace("  so_dien_dan: 2\n", "")
    facts.write_text(text, encoding="utf-8")
    options = ("--criteria", "bo-goc", "--on", "2022-06-01", "--as-if")
    run("evaluate", facts, *options, "--format", "json", "--output", path)

    done = run("evaluate", path, "--replay")

    assert (done.exit_code, done.stderr) == (0, "")


def test_a_tampered_outcome_is_named(run, verdict):
    """The outcome that the facts do not give is found, and who is to blame said."""
    changed(verdict, '"outcome": "met"', '"outcome": "not_met"')

    done = run("evaluate", verdict, "--replay", "--lang", "en")

    assert (done.exit_code, done.stdout) == (1, "")
    assert "KM-727" in done.stderr
    assert "the outcome is not_met in the file and comes to met" in done.stderr


def test_a_tampered_fact_is_found_by_what_it_leads_to(run, verdict):
    """A changed figure no longer gives the statuses written."""
    changed(verdict, '"value": 950', '"value": 850')

    done = run("evaluate", verdict, "--replay", "--lang", "en")

    assert done.exit_code == 1
    assert "the outcome is met in the file and comes to not_met" in done.stderr
    assert "«binh-chua-chay»" in done.stderr


def test_a_tampered_title_is_found_by_its_path(run, verdict):
    """A change that decides nothing is named by where it stands."""
    changed(verdict, "An toàn", "An ninh")

    done = run("evaluate", verdict, "--replay", "--lang", "en")

    assert done.exit_code == 1
    assert "KM-727" in done.stderr
    assert "An ninh" in done.stderr


def test_another_version_is_named(run, verdict):
    """Versions of the library and the plugins are compared first."""
    changed(verdict, '"version": "2.1"', '"version": "1.9"')
    changed(verdict, '"library": "', '"library": "9.')

    done = run("evaluate", verdict, "--replay", "--lang", "en")

    assert done.exit_code == 1
    assert "KM-704" in done.stderr
    assert "the version of «tinh-thu» (1.9 → 2.1)" in done.stderr
    assert "the version of kieumau" in done.stderr


@pytest.mark.parametrize("field", ["digest", "text_digest"])
def test_another_digest_is_named(run, verdict, field):
    """Rules or wording that changed show by their digests."""
    data = json.loads(verdict.read_text(encoding="utf-8"))
    changed(verdict, data["standard"][field], "0" * 64)

    done = run("evaluate", verdict, "--replay")

    assert (done.exit_code, f"{'0' * 64} →" in done.stderr) == (1, True)


def test_a_repeated_key_is_no_verdict(run, verdict):
    """A repeated key that another reader may take differently does not pass."""
    changed(verdict, '"outcome": "met"', '"outcome": "not_met",\n "outcome": "met"')

    done = run("evaluate", verdict, "--replay")

    assert (done.exit_code, "KM-703" in done.stderr) == (2, True)


def test_other_bytes_of_the_same_content_are_found(run, verdict):
    """The same verdict written with other spaces is not the same bytes."""
    changed(verdict, '"outcome": "met"', '"outcome":  "met"')

    done = run("evaluate", verdict, "--replay")

    assert (done.exit_code, "KM-726" in done.stderr) == (1, True)


def test_a_plugin_that_is_not_here_is_asked_for(run, verdict, monkeypatch):
    """Without the plugin nothing can be compared: name its folder."""
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: ())

    missing = run("evaluate", verdict, "--replay")

    assert missing.exit_code == 2
    assert "KM-725" in missing.stderr
    assert "KM-411" in missing.stderr


def test_a_folder_may_stand_in_for_the_plugin(run, verdict):
    """--criteria names where the plugin is."""
    done = run("evaluate", verdict, "--replay", "--criteria", "./plugins/tinh_thu")

    assert done.exit_code == 0


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "[1.5]", "[{}]", "ward: x", '{"format": "kieumau/verdict/1"}']
)
def test_what_is_no_verdict_is_refused(run, tmp_path, text):
    """Anything else is bad input, not a difference."""
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")

    done = run("evaluate", path, "--replay")

    assert (done.exit_code, "x.json: KM-703" in done.stderr) == (2, True)
