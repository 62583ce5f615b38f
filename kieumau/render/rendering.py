"""One verb for every format."""

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from kieumau.errors import Diagnostic, UsageError
from kieumau.verdicts.difference import Difference
from kieumau.verdicts.targets_report import TargetsReport
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import LANGUAGES, Lang

if TYPE_CHECKING:
    from kieumau.render.standard_page import Page

__all__ = ["FORMATS", "Format", "render"]

Format: TypeAlias = Literal["text", "markdown", "json"]
FORMATS: Final[tuple[Format, ...]] = ("text", "markdown", "json")


def render(
    verdict: Verdict | TargetsReport | Difference,
    format: Format = "text",  # noqa: A002 (the public name)
    lang: Lang = "vi",
) -> str:
    """Return a verdict, targets report or comparison as text, Markdown or JSON, in vi or en.

    Raises
    ------
    UsageError
        No such format or language.
    """
    _allow(format, FORMATS)
    _allow(lang, LANGUAGES)
    # Imported when asked for: who only evaluates never pays for the words.
    if isinstance(verdict, TargetsReport):
        return _targets(verdict, format, lang)
    if isinstance(verdict, Difference):
        return _difference(verdict, format, lang)
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


def _targets(report: TargetsReport, form: Format, lang: Lang) -> str:
    if form == "json":
        return report.to_json()
    from kieumau.render.targets_page import targets_page  # noqa: PLC0415 (as above)

    return _page(targets_page(report, lang), form)


def _difference(difference: Difference, form: Format, lang: Lang) -> str:
    if form == "json":
        return difference.to_json()
    from kieumau.render.difference_page import difference_page  # noqa: PLC0415 (as above)

    return _page(difference_page(difference, lang), form)


def _page(page: "Page", form: Format) -> str:
    if form == "markdown":
        from kieumau.render.standard_markdown import page_markdown  # noqa: PLC0415 (as above)

        return page_markdown(page)
    from kieumau.render.standard_text import page_text  # noqa: PLC0415 (as above)

    return page_text(page)


def _allow(found: str, allowed: tuple[str, ...]) -> None:
    if found not in allowed:
        arguments = {"found": str(found), "allowed": ", ".join(allowed)}
        raise UsageError(Diagnostic("KM-706", arguments=arguments))
