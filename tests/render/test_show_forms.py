"""A standard's page in its forms: Markdown that can be pasted, targets, entries with ids."""

from datetime import date
from decimal import Decimal

import pytest
from markdown_it import MarkdownIt

from kieumau.render.standard_markdown import page_markdown
from kieumau.render.standard_page import Entry, Page, Part, Table
from kieumau.render.standard_report import standard_page
from kieumau.render.standard_targets import targets_data
from kieumau.render.standard_text import page_text
from kieumau.rules.citations import Citation, Fidelity
from kieumau.rules.conditions import Holds
from kieumau.rules.measures import Kind
from kieumau.rules.targets import (
    AtLeastShare,
    AtLeastUnits,
    Counted,
    ExactlyUnits,
    GroupGoal,
    MoreThan,
    Per,
    Target,
    Targets,
)
from kieumau.wording import Text
from tests.strategies import asking, grouping, issuing, measure, standard

HOSTILE = "a | b *c* _d_ <b>e</b> [f](http://g) `h` # i & {j} \\ ~k~ $l$ https://m.vn"
COUNT = {"count": Counted.MEETING, "citations": (Citation("i0"),), "fidelity": Fidelity.TEXT}


def tokens(text: str) -> list:
    """Return everything Markdown makes of a text."""
    found = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    return [each for token in found for each in (token, *(token.children or ()))]


def test_markdown_shows_text_from_rules_as_it_is():
    """Pipes, stars, tags and links in data stay what they are, in lists, headings and tables."""
    entry = Entry(HOSTILE, HOSTILE, key="k", tag=HOSTILE, entries=(Entry(HOSTILE, listed=True),))
    heading = Entry(HOSTILE, heading=True, entries=(entry,))
    table = Table((HOSTILE, HOSTILE), ((HOSTILE, HOSTILE),))

    found = tokens(
        page_markdown(Page(HOSTILE, (entry,), (HOSTILE,), (Part(HOSTILE, (heading,), table),), ""))
    )

    kinds = {each.type.removesuffix("_open") for each in found}
    assert kinds.isdisjoint({"html_inline", "html_block", "link", "code_inline", "em", "s"})
    assert sum(each.type == "td_open" for each in found) == 2
    cells = [each.content for each in found if each.type == "text"]
    assert any("<b>e</b>" in each for each in cells)


def test_markdown_links_what_has_an_address():
    """An address of data is a link, one that is no web address is not."""
    entries = (Entry("a", "b", "https://example.vn/x"), Entry("c", "d", "javascript:x"))

    found = tokens(page_markdown(Page("t", entries, (), (), "")))

    assert [each.attrs["href"] for each in found if each.type == "link_open"] == [
        "https://example.vn/x"
    ]


def shown(targets: Targets, lang: str) -> str:
    """Return what is said of targets."""
    made = standard(
        issuing((measure("x", Kind.YES_NO),), grouping("nhom", asking("a", Holds("x"))))
    )
    page = standard_page(made.composed, made.record, lang, targets={"goc": targets})
    return page_text(page)


def test_targets_not_known_are_said_to_be_so_with_the_reason():
    """Unknown is not the same as none."""
    said = shown(Targets(unknown=Text("Chưa thấy Đề án.", "The scheme was not seen.")), "vi")

    assert "Chưa rõ mục tiêu: Chưa thấy Đề án." in said


@pytest.mark.parametrize(
    ("goal", "words", "data"),
    [
        (AtLeastShare(Decimal(30)), "ít nhất 30% số đơn vị", {"at_least_percent": 30}),
        (AtLeastShare(Decimal(100)), "toàn bộ số đơn vị (100%)", {"at_least_percent": 100}),
        (AtLeastUnits(3), "ít nhất 3 đơn vị", {"at_least": 3}),
        (ExactlyUnits(1), "đúng 1 đơn vị", {"exactly": 1}),
        (MoreThan("som"), "nhiều hơn mục tiêu «Sớm»", {"more_than": "som"}),
    ],
)
def test_each_goal_is_told_in_words_and_in_data(goal, words, data):
    """Share, number, exactly so many, more than before: never one taken for another."""
    early = Target("som", Text("Sớm"), date(2023, 12, 31), goal=ExactlyUnits(1), **COUNT)
    except_ = (GroupGoal("769", Text("Thủ Đức"), AtLeastUnits(3)),)
    target = Target(
        "sau",
        Text("Sau"),
        date(2025, 12, 31),
        goal=goal,
        per=Per.DISTRICT,
        exceptions=except_,
        **COUNT,
    )
    targets = Targets((early, target))

    said = shown(targets, "vi").partition("Sau (sau)")[2]

    assert f"Mục tiêu: {words}" in said
    assert "Riêng Thủ Đức: ít nhất 3 đơn vị" in said
    assert "Đến hết ngày: 31/12/2025" in said
    found = targets_data(targets)["of"][1]
    assert {key: str(value) for key, value in found["goal"].items()} == {
        key: str(value) for key, value in data.items()
    }
    assert found["exceptions"][0]["goal"] == {"at_least": 3}
