"""Coverage: what cases see, what they do not, and what nobody can."""

from kieumau.authoring.boundaries.propose import propose
from kieumau.authoring.boundaries.write import case_file
from kieumau.authoring.branches import Part
from kieumau.authoring.cases import Standards, run_cases
from kieumau.authoring.cover import coverage
from kieumau.errors import Problems
from kieumau.plugins.chain import read_chain
from tests.authoring.small import CASES, RULES, plugin


def covered(folder, **more):
    """Return the coverage of a plugin by its own cases."""
    chain = read_chain([folder])
    standards = Standards(chain)
    return coverage(chain, tuple(run_cases(chain, Problems(), (), standards)), standards, **more)


def states(found, part, id_):
    """Return the states of one thing that are seen."""
    return {each.state for each in found.seen if each.part is part and each.id == id_}


def test_what_two_cases_see(tmp_path):
    """One ward that meets everything and one that fails one indicator."""
    found = covered(plugin(tmp_path / "p"))

    assert states(found, Part.INDICATOR, "hai-long") == {"met", "not_met"}
    assert states(found, Part.INDICATOR, "thiet-bi") == {"met"}
    assert states(found, Part.CITATION, "1-GĐ, Điều 2") == {"met"}
    assert found.counts("indicators") == (6, 17)
    assert {each.state for each in found.items if each.id == "ke-hoach"} == {
        "met",
        "not_met",
        "undetermined",
        "not_applicable",
    }


def test_each_end_of_a_range_and_each_alternative_is_a_branch(tmp_path):
    """A range has two ends, `at_least` a branch a child."""
    found = covered(plugin(tmp_path / "p"))

    titles = [e.title.vi for e in found.items if e.part is Part.CONDITION and e.state == "met"]
    assert [each for each in titles if "mức đo" in each] == [
        "mức đo được ≥ 1,1250",
        "mức đo được ≤ 2",
    ]
    assert {"có hòm thư", "có máy ghi hình", "có bảng niêm yết"} <= set(titles)


def test_what_cannot_happen_is_proved_and_listed_apart(tmp_path):
    """A share of at most 100% is never above it."""
    folder = plugin(tmp_path / "p")
    (folder / "rules" / "bo.yaml").write_text(
        RULES.replace("tỷ lệ hài lòng >= 95%", "tỷ lệ hài lòng >= 0%"), "utf-8"
    )

    found = covered(folder)

    impossible = {(each.part, each.state) for each in found.unreachable}
    assert (Part.INDICATOR, "not_met") in impossible
    assert (Part.REQUIREMENT, "unmet") in impossible
    assert not found.unreachable & found.seen


def test_boundary_cases_see_everything_that_can_be_seen(tmp_path):
    """The coverage property, on the small set."""
    folder = plugin(tmp_path / "p")
    (folder / "cases" / "ranh-gioi.yaml").write_text(
        case_file(propose(read_chain([folder]))), "utf-8"
    )

    found = covered(folder)

    assert found.unseen == ()
    assert found.complete


def test_a_refinement_is_looked_at_alone_unless_asked(tmp_path):
    """Only its own layer: far less than every layer below it."""
    del tmp_path
    own = covered("examples/tinh-mau")
    every = covered("examples/tinh-mau", all_layers=True)

    assert set(own.items) < set(every.items)
    assert {each.plugin for each in own.items if each.part is Part.REQUIREMENT} == {"tinh-mau"}


def test_cases_without_expectations_of_a_part_still_see_it(tmp_path):
    """What is seen follows from the verdict, not from what a case expects."""
    text = CASES.replace(", findings: {hai-long: met}", "")

    assert covered(plugin(tmp_path / "p", a=text)).counts("indicators") == (6, 17)
