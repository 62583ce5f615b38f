"""One verb for every format."""

from typing import Final, Literal, TypeAlias

from kieumau.errors import Diagnostic, UsageError
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import LANGUAGES, Lang

__all__ = ["FORMATS", "Format", "render"]

Format: TypeAlias = Literal["text", "markdown", "json"]
FORMATS: Final[tuple[Format, ...]] = ("text", "markdown", "json")


def render(verdict: Verdict, format: Format = "text", lang: Lang = "vi") -> str:  # noqa: A002 (the public name)
    """Return a verdict as text, Markdown or JSON, in Vietnamese or English.

    Raises
    ------
    UsageError
        No such format or language.
    """
    _allow(format, FORMATS)
    _allow(lang, LANGUAGES)
    # Imported when asked for: who only evaluates never pays for the words.
    match format:
        case "text":
            from kieumau.render.as_text import text  # noqa: PLC0415

            return text(verdict, lang)
        case "markdown":
            from kieumau.render.as_markdown import markdown  # noqa: PLC0415

            return markdown(verdict, lang)
        case "json":
            from kieumau.render.as_json import json_text  # noqa: PLC0415

            return json_text(verdict)


def _allow(found: str, allowed: tuple[str, ...]) -> None:
    if found not in allowed:
        arguments = {"found": str(found), "allowed": ", ".join(allowed)}
        raise UsageError(Diagnostic("KM-706", arguments=arguments))
