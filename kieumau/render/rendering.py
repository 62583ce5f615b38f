"""One verb for every format."""

from typing import Literal, TypeAlias, assert_never

from kieumau.render.as_json import json_text
from kieumau.render.as_markdown import markdown
from kieumau.render.as_text import text
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import Lang

__all__ = ["Format", "render"]

Format: TypeAlias = Literal["text", "markdown", "json"]


def render(verdict: Verdict, format: Format = "text", lang: Lang = "vi") -> str:  # noqa: A002 (the public name)
    """Return a verdict as text, Markdown or JSON, in Vietnamese or English."""
    match format:
        case "text":
            return text(verdict, lang)
        case "markdown":
            return markdown(verdict, lang)
        case "json":
            return json_text(verdict)
        case _:
            assert_never(format)
