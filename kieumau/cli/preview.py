"""``kieumau preview``: what a plugin would change for real wards, before it is issued."""

from pathlib import Path

from kieumau.authoring.preview import below_chain, preview
from kieumau.cli.inputs import read_date, read_sources, trial_date
from kieumau.cli.outputs import deliver, refuse_output
from kieumau.cli.pages import deliver_page
from kieumau.cli.terminal import Terminal
from kieumau.documents.files import real_path
from kieumau.errors import Diagnostic, UsageError
from kieumau.plugins.chain import read_chain
from kieumau.render.preview_data import Preview
from kieumau.render.preview_json import preview_json
from kieumau.render.preview_report import preview_page
from kieumau.render.rendering import Format
from kieumau.standard import Assumed
from kieumau.verdicts.record import AssumedPolicy
from kieumau.wording import Text

__all__ = ["run"]


def run(
    terminal: Terminal,
    *,
    standard: str,
    facts: tuple[str, ...],
    on: str | None,
    assumed: Assumed,
    form: Format,
    html: str | None,
    output: str | None,
) -> int:
    """Show which wards come to another outcome under a plugin, and because of what."""
    if not facts:
        arguments: dict[str, str | int | Text] = {"name": "--facts", "command": "kieumau preview"}
        raise UsageError(Diagnostic("KM-713", arguments=arguments))
    if html and output and real_path(html) == real_path(output):
        raise UsageError(Diagnostic("KM-719", arguments={"one": "--html", "other": "--output"}))
    chain = read_chain([standard])
    below_chain(chain)  # refused before anything else is said
    day = read_date(on) if on else None
    sources = read_sources(facts)
    for each in (html, output):
        refuse_output(each, [*(source.path for source in sources), Path(standard)])
    for source in sources:
        terminal.problems(source.notes)
    wards = [source.facts for source in sources]
    day = day or trial_date(terminal, chain, wards)
    names = [source.name for source in sources]
    found = preview(chain, day, wards, AssumedPolicy(assumed), names)
    page = _html(found, terminal) if html else ""
    _show(terminal, found, form, output)
    if html:
        deliver(terminal, page, html)
    return 0


def _show(terminal: Terminal, found: Preview, form: Format, output: str | None) -> None:
    if form == "json":
        deliver(terminal, preview_json(found), output)
        return
    page = preview_page(found, terminal.lang)
    deliver_page(terminal, page, output, markdown=form == "markdown")


def _html(found: Preview, terminal: Terminal) -> str:
    from kieumau.render.html.preview import preview_html  # noqa: PLC0415 (an extra)

    return preview_html(found, terminal.lang)
