"""Editing YAML in place: nothing changes that need not, and what must change does."""

import copy
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kieumau.documents.yaml_edit import edit_yaml, yaml_data
from kieumau.errors import DocumentError
from tests.documents.yaml_styles import DATA, WORDS, styled

RULES = """\
format: kieumau/rules/1   # dạng
# Mọi mục
tighten:
  # mức của tỉnh
  - id: dan-hai-long
    to: 95%          # bộ nền: 90%
    citation: {instrument: nq, place: {vi: 'Điều 5', en: Article 5}}

  # thêm
  - id: to-lien-gia
    also: "số lần ≥ 1"
    note: |
      hai
      dòng
"""


def edited(change, text=RULES):
    """Return the rules after a change of what they say."""
    data = yaml_data(text, "")
    change(data)
    return edit_yaml(text, data)


@given(styled())
def test_a_document_that_says_the_same_is_the_same(drawn):
    """The identity, byte for byte, whatever the layout."""
    text, said = drawn

    assert yaml_data(text, "") == said
    assert edit_yaml(text, copy.deepcopy(said)) == text


@given(styled(), st.data())
def test_an_edited_document_says_what_was_asked(drawn, data):
    """One change anywhere: it reads as the changed data, and comments of the rest stay."""
    text, said = drawn
    desired = copy.deepcopy(said)
    removed = change_somewhere(desired, data)

    changed = edit_yaml(text, desired)

    assert yaml_data(changed, "") == desired
    if not removed:
        assert comments(text) == comments(changed)


def comments(text):
    """Return the comment lines written among the block form."""
    return re.findall("# chú thích", text)


def change_somewhere(document, data):
    """Change one thing within a document; return whether something was taken away or replaced."""
    holder = document
    while True:
        inner = [e for e in (holder.values() if isinstance(holder, dict) else holder) if e]
        inner = [each for each in inner if isinstance(each, dict | list)]
        if not inner or data.draw(st.booleans()):
            break
        holder = data.draw(st.sampled_from(inner))
    keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    way = data.draw(st.sampled_from(["put", "set", "delete", "replace"]))
    if way == "put":
        if isinstance(holder, dict):
            holder["moi"] = data.draw(DATA)
        else:
            holder.insert(data.draw(st.integers(0, len(holder))), data.draw(DATA))
            return True  # equal items cannot be told apart
        return False
    key = data.draw(st.sampled_from(keys))
    whole = isinstance(holder[key], dict | list)
    if way == "delete" and len(keys) > 1:
        del holder[key]
        return True
    holder[key] = data.draw(WORDS if way == "set" else DATA)
    return whole or isinstance(holder, list)


def test_a_changed_scalar_keeps_its_comment_and_its_neighbours():
    """One line differs."""
    changed = edited(lambda data: data["tighten"][0].update(to="96%"))

    assert changed == RULES.replace("95% ", "96% ")


def test_quotes_stay_as_they_were():
    """Single, double and none."""

    def change(data):
        data["tighten"][0]["citation"]["place"] = {"vi": "Điều 6", "en": "Article 6, as amended"}
        data["tighten"][1]["also"] = "số lần ≥ 2"

    changed = edited(change)

    assert "place: {vi: 'Điều 6', en: \"Article 6, as amended\"}" in changed
    assert 'also: "số lần ≥ 2"' in changed


def test_a_new_item_stands_after_its_neighbour_in_the_same_indentation():
    """The file's own manner."""
    changed = edited(lambda data: data["tighten"].insert(1, {"id": "moi", "to": "1"}))

    assert changed == RULES.replace("\n\n  # thêm", "\n  - id: moi\n    to: 1\n\n  # thêm")


def test_a_deleted_item_takes_the_comment_above_it_along():
    """Only that one."""
    changed = edited(lambda data: data["tighten"].pop(1))

    assert changed == RULES[: RULES.index("  # thêm")]


def test_a_block_text_stays_a_block_text():
    """With its indentation."""
    changed = edited(lambda data: data["tighten"][1].update(note="ba\ndòng\nmới\n"))

    assert changed.endswith("    note: |\n      ba\n      dòng\n      mới\n")


def test_windows_line_ends_stay_and_are_those_of_new_lines():
    """No bare line feed comes in."""
    text = RULES.replace("\n", "\r\n")

    changed = edited(lambda data: data["tighten"][0].update(seen="quoted", to="96%"), text)

    assert changed.count("\n") == changed.count("\r\n") == text.count("\n") + 1


def test_what_is_no_plain_yaml_is_refused():
    """As everywhere."""
    with pytest.raises(DocumentError) as refused:
        edit_yaml("a: &x 1\nb: *x\n", {"a": "1"})

    assert refused.value.diagnostics[0].code == "KM-115"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_dash_apart_from_its_item_is_found_whatever_the_line_ends(end):
    """Between the dash and its item stand a line break and a comment."""
    text = end.join(("a:", "  - x", "  -", "    # chú thích", "    - y", "    - z", ""))

    assert edit_yaml(text, {"a": ["x", ["y"]]}) == text.replace(f"    - z{end}", "")
    assert edit_yaml(text, {"a": [["y", "z"]]}) == text.replace(f"  - x{end}", "")
