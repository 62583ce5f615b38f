"""One verb for every format."""

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from kieumau.errors import Diagnostic, UsageError
from kieumau.render.detail import DETAILS, Detail
from kieumau.verdicts.difference import Difference
from kieumau.verdicts.targets_report import TargetsReport
from kieumau.verdicts.verdict import Verdict
from kieumau.wording import LANGUAGES, Lang

if TYPE_CHECKING:
    from kieumau.render.standard_page import Page

__all__ = ["FORMATS", "TOLD", "Format", "render"]

Format: TypeAlias = Literal["text", "markdown", "html", "json"]
FORMATS: Final[tuple[Format, ...]] = ("text", "markdown", "html", "json")
TOLD: Final = ("text", "markdown")
"""The formats that can be told at lengths."""


def render(
    verdict: Verdict | TargetsReport | Difference,
    format: Format = "text",  # noqa: A002 (the public name)
    lang: Lang = "vi",
    *,
    detail: Detail = 3,
) -> str:
    """Return a verdict, targets report or comparison as text, Markdown, HTML or JSON.

    Parameters
    ----------
    detail
        How much text and Markdown tell of a verdict: 0 a line, 1 a paragraph, 2 the path that
        decides, 3 everything. All else is always whole.

    Raises
    ------
    UsageError
        No such format, language or length; a length for what is always whole.
    MissingExtraError
        KM-732: an HTML page needs jinja2 (``kieumau[html]``).
    """
    _allow(format, FORMATS)
    _allow(lang, LANGUAGES)
    _allow(detail, DETAILS)
    report = isinstance(verdict, TargetsReport | Difference)
    if detail != DETAILS[-1] and (report or format not in TOLD):
        other = type(verdict).__name__ if report else format
        raise UsageError(Diagnostic("KM-719", arguments={"one": "detail", "other": other}))
    # Imported when asked for: who only evaluates never pays for the words.
    if isinstance(verdict, TargetsReport):
        return _targets(verdict, format, lang)
    if isinstance(verdict, Difference):
        return _difference(verdict, format, lang)
    match format:
        case "text":
            from kieumau.render.as_text import text  # noqa: PLC0415

            return text(verdict, lang, detail=detail)
        case "markdown":
            from kieumau.render.as_markdown import markdown  # noqa: PLC0415

            return markdown(verdict, lang, detail)
        case "html":
            from kieumau.render.html.verdict import verdicts_html  # noqa: PLC0415

            return verdicts_html([verdict], lang)
        case "json":
            from kieumau.render.as_json import json_text  # noqa: PLC0415

            return json_text(verdict)


def _targets(report: TargetsReport, form: Format, lang: Lang) -> str:
    if form == "json":
        return report.to_json()
    from kieumau.render.targets_page import targets_page  # noqa: PLC0415 (as above)

    return _page(targets_page(report, lang), form, lang)


def _difference(difference: Difference, form: Format, lang: Lang) -> str:
    if form == "json":
        return difference.to_json()
    if form == "html":
        from kieumau.render.html.difference import difference_html  # noqa: PLC0415 (as above)

        return difference_html(difference, lang)
    from kieumau.render.difference_page import difference_page  # noqa: PLC0415 (as above)

    return _page(difference_page(difference, lang), form, lang)


def _page(page: "Page", form: Format, lang: Lang) -> str:
    match form:
        case "markdown":
            from kieumau.render.standard_markdown import page_markdown  # noqa: PLC0415

            return page_markdown(page)
        case "html":
            from kieumau.render.html.standard import page_html  # noqa: PLC0415

            return page_html(page, lang)
        case _:
            from kieumau.render.standard_text import page_text  # noqa: PLC0415

            return page_text(page)


def _allow(found: object, allowed: tuple[object, ...]) -> None:
    if found not in allowed or isinstance(found, bool):
        arguments = {"found": str(found), "allowed": ", ".join(map(str, allowed))}
        raise UsageError(Diagnostic("KM-706", arguments=arguments))
