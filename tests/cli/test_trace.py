"""``kieumau evaluate --trace``: every inference on standard error, the result as ever."""

import json

import pytest

from kieumau.engines.choose import availability

ENGINES = ("plain", "rete") if availability().available else ("plain",)


def lines(done):
    """Return what was said beside the result."""
    return done.stderr.splitlines()


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("lang", "begins"), [("vi", "suy luận từ đầu"), ("en", "from the")])
def test_a_trace_names_ward_standard_and_engine_and_ends_with_the_whole(
    run, ward, engine, lang, begins
):
    """Lines with titles, in the reader's language; the result is what it is without."""
    given = ("evaluate", ward, "--criteria", "tinh-thu", "--engine", engine, "--lang", lang)
    done, plain = run(*given, "--trace"), run(*given)
    said = lines(done)

    assert done.exit_code == 0
    assert done.stdout == plain.stdout
    assert plain.stderr == ""
    assert "tinh-thu" in said[0]
    assert engine in said[0]
    assert begins in said[0]
    assert said[-1].startswith("kết quả chung: đúng" if lang == "vi" else "as a whole: met")
    assert all(line.startswith(("đúng: ", "sai: ", "met: ", "unmet: ")) for line in said[1:-1])


@pytest.mark.parametrize("engine", ENGINES)
def test_beside_json_a_trace_is_json_lines(run, ward, engine):
    """Each an event of the closed set; both engines tell the same decisions."""
    given = ("evaluate", ward, ward, "--criteria", "tinh-thu", "--format", "json")
    done = run(*given, "--engine", engine, "--trace")
    events = [json.loads(line) for line in lines(done)]
    names = [each["event"] for each in events]

    assert json.loads(done.stdout)
    assert names.count("started") == names.count("finished") == 2
    assert set(names) == {"started", "leaf_decided", "derived", "finished"}
    assert {each["engine"] for each in events if each["event"] == "started"} == {engine}
    decided = {(each["step"], each["truth"]) for each in events if "step" in each}
    other = run(*given, "--engine", "plain", "--trace")
    told = [json.loads(line) for line in lines(other)]
    assert decided == {(each["step"], each["truth"]) for each in told if "step" in each}


def test_a_replay_has_no_trace(run, verdict):
    """The two do not go together."""
    done = run("evaluate", verdict, "--replay", "--trace")

    assert done.exit_code == 2
    assert "KM-719" in done.stderr


def test_wrong_facts_have_no_trace(run, tmp_path, ward):
    """Nothing is derived from what cannot be read."""
    wrong = tmp_path / "sai.yaml"
    wrong.write_text(ward.read_text("utf-8").replace("facts:", "facts:\n  khong_co: 1"), "utf-8")
    done = run("evaluate", wrong, "--criteria", "tinh-thu", "--trace")

    assert done.exit_code == 2
    assert "KM-511" in lines(done)[0]
