"""Nothing leaks out of a rendering, and nothing in a fact's text breaks into one."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kieumau.render.as_markdown import escape, markdown
from kieumau.render.as_text import summary, text
from kieumau.render.speech import Link, Voice, clean, safe_url, speak
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Lang

LEAKS = re.compile(
    r"\bNone\b|\bTrue\b|\bFalse\b|Status\.|Phrase\.|Text\(|Decimal\(|Fraction|<Enum|__|\{|\}"
)
MEANT = "{đạt chuẩn}", "{to norm}"


def test_nothing_of_python_leaks(sample: tuple[str, Verdict], lang: Lang) -> None:
    """No None, enum, repr or unfilled slot is ever said."""
    said = (
        text(sample[1], lang)
        + markdown(sample[1], lang).replace("\\", "")
        + summary(sample[1], lang)
    )
    for set_ in MEANT:
        said = said.replace(set_, "")

    assert LEAKS.findall(said) == []


def test_no_line_is_left_hanging(sample: tuple[str, Verdict], lang: Lang) -> None:
    """No line ends in a space or speaks of nothing."""
    said = text(sample[1], lang)

    assert not re.search(r"[ \t]$", said, re.MULTILINE)
    assert not re.search(r"(: ;|; ;|, ,|\(\)|«»|“”| — $)", said, re.MULTILINE)


def test_text_holds_no_control_characters(sample: tuple[str, Verdict], lang: Lang) -> None:
    """Terminal escapes, direction marks and the like never reach a screen."""
    said = text(sample[1], lang) + summary(sample[1], lang) + markdown(sample[1], lang)
    found = {char for char in said if unicodedata.category(char).startswith("C")}

    assert found <= {"\n"}


def test_markdown_is_inert(sample: tuple[str, Verdict], lang: Lang) -> None:
    """As HTML it has only the marks the renderer made: no raw HTML, code, images or other links."""
    tokens = (
        MarkdownIt("commonmark", {"html": True})
        .enable(["table", "strikethrough"])
        .parse(markdown(sample[1], lang))
    )
    flat = [child for token in tokens for child in (token, *(token.children or ()))]
    kinds = {token.type.removesuffix("_open").removesuffix("_close") for token in flat}
    links = [token.attrs["href"] for token in flat if token.type == "link_open"]

    assert kinds <= {
        "heading", "paragraph", "inline", "text", "bullet_list", "list_item", "strong", "link",
        "blockquote",
        "text_special",
    }  # fmt: skip
    assert all(str(link).startswith("https://example.vn/") for link in links)


@given(st.text(alphabet=st.sampled_from("a1 *_`[]()<>&|#-+.!~\\:/w$={}\"'\n\t")))
def test_escaped_text_reads_as_it_was(said: str) -> None:
    """Whatever the text, Markdown shows its words and nothing else."""
    words = clean(said)
    tokens = MarkdownIt("commonmark").parse(f"- x\n  - {escape(words)}")
    inline = [token for token in tokens if token.type == "inline"]
    shown = inline[-1].children or [] if len(inline) > 1 else []

    assert {token.type for token in shown} <= {"text", "text_special"}
    assert "".join(token.content for token in shown) == words


@pytest.mark.parametrize(
    ("given", "cleaned"),
    [
        ("a\x1b[31mb\x1b[0m", "ab"),
        ("a\x1b]8;;https://x\x07b", "ab"),
        ("a\u202eb\u200fc\u2066d", "abcd"),
        ("a\r\nb\u2028c\u00a0 d", "a b c d"),
        ("a\x00\x9bb\ud800", "ab"),
        ("  Hoa\u0300 ", "Hoà"),
    ],
)
def test_clean(given: str, cleaned: str) -> None:
    """Text from data is one line of plain words."""
    assert clean(given) == cleaned


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "//x", "https://a b", 'https://a"b', "HTTPS//x"],
)
def test_only_web_addresses_are_linked(url: str) -> None:
    """Anything but a plain http(s) address is said without a link."""
    assert safe_url(url) == ""
    assert speak(Link("x", url), Voice("vi", link=lambda said, at: f"[{said}]({at})")) == "x"
