"""One check says all that is wrong, whatever keeps the plugin from being composed."""

from pathlib import Path
from shutil import copytree

import pytest

import kieumau

EXAMPLE = Path(__file__).parents[2] / "examples" / "tinh-mau"
MEASURES, RULES, CASES = "measures.yaml", "rules/2023.yaml", "cases/nam-2023.yaml"

MISSPELT_KEY = (RULES, "      fidelity: text", "      fidelty: text", ("KM-220", "KM-201"))
MISSPELT_TEST = (RULES, "requires: có niêm yết", "requires: có niem yét", ("KM-302",))
WEAK = (RULES, "to: 95%", "to: 80%", ("KM-439",))
NO_MEASURE = (CASES, "so_phieu_hai_long: 474", "so_phieu_hai_longg: 474", ("KM-511",))
TWO_READINGS = (CASES, "so_phieu_hai_long: 475", "so_phieu_hai_long: 1.000", ("KM-311",))
NO_OUTCOME = (CASES, "outcome: undetermined", "outcome: unknown", ("KM-212",))


@pytest.fixture
def province(tmp_path) -> Path:
    """Return a copy of the example province."""
    return Path(copytree(EXAMPLE, tmp_path / "tinh-mau"))


def change(folder: Path, file: str, old: str, new: str) -> None:
    """Change a file in one place."""
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    "mistakes",
    [
        (WEAK, NO_MEASURE, TWO_READINGS),
        (MISSPELT_KEY, WEAK, NO_MEASURE),
        (MISSPELT_TEST, WEAK, NO_OUTCOME, TWO_READINGS),
    ],
)
def test_every_mistake_is_said_by_one_check(province, mistakes):
    """What files say, what the contract allows and what cases report, in source order."""
    for file, old, new, _ in mistakes:
        change(province, file, old, new)

    found = kieumau.check(province)

    assert sorted(each.code for each in found) == sorted(
        code for *_, codes in mistakes for code in codes
    )
    places = [(each.place.file, each.place.line, each.place.column) for each in found]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [("kind: yes/no", "kind: yesno", "KM-212"), ("max: 1000", "max: -1", "KM-223")],
)
def test_a_wrong_measure_does_not_make_its_rules_wrong(province, old, new, code):
    """Mending the measure would mend them: nothing is said of what depends on the guess."""
    change(province, MEASURES, old, new)

    assert [each.code for each in kieumau.check(province)] == [code]


def test_what_is_wrong_beside_a_wrong_measure_is_still_said(province):
    """Rules over other measures are read as ever."""
    change(province, MEASURES, "kind: yes/no", "kind: yesno")
    change(province, *WEAK[:3])

    assert [each.code for each in kieumau.check(province)] == ["KM-212", "KM-439"]
