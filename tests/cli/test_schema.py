"""`kieumau schema` for the files authors write."""

import json

import pytest

from kieumau.documents.file_schemas import FILE_KINDS, file_schema


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_each_kind_of_file_has_a_schema(run, kind):
    """As the library gives it."""
    done = run("schema", kind)

    assert done.exit_code == 0
    assert json.loads(done.stdout) == file_schema(kind)


@pytest.mark.parametrize(
    ("criteria", "offered", "withheld"),
    [
        ("tinh-thu", "binh-chua-chay", "khong-co"),
        ("./plugins/tinh_thu", "binh-chua-chay", "long-dan"),
    ],
)
def test_with_criteria_it_offers_their_ids(run, criteria, offered, withheld):
    """An installed plugin is one to refine; a folder is one's own, refining those below it."""
    schema = json.loads(run("schema", "rules", "--criteria", criteria).stdout)
    ids = schema["properties"]["tighten"]["items"]["properties"]["id"]["enum"]

    assert offered in ids
    assert withheld not in ids


def test_a_misspelt_kind_is_guessed(run):
    """Did you mean."""
    done = run("schema", "rule", "--lang", "en")

    assert done.exit_code == 2
    assert "KM-716" in done.stderr
    assert "«rules»" in done.stderr


def test_it_is_written_to_a_file(run, tmp_path):
    """Whole or not at all."""
    path = tmp_path / "rules.schema.json"
    assert run("schema", "rules", "--criteria", "bo-goc", "--output", path).exit_code == 0
    assert json.loads(path.read_text("utf-8"))["title"].startswith("kieumau")
