"""``kieumau sweep``: how many wards would meet the criteria as a threshold moves."""

from pathlib import Path
from typing import Literal, TypeAlias

from kieumau.authoring.sweep import read_dials, sweep
from kieumau.cli.inputs import read_date, read_sources, trial_date
from kieumau.cli.outputs import deliver, refuse_output
from kieumau.cli.pages import deliver_page
from kieumau.cli.terminal import Terminal
from kieumau.documents.files import real_path
from kieumau.errors import Diagnostic, UsageError
from kieumau.plugins.chain import read_chain
from kieumau.render.sweep_data import Sweep
from kieumau.render.sweep_json import sweep_csv, sweep_json
from kieumau.render.sweep_report import sweep_page
from kieumau.standard import Assumed, standard_of
from kieumau.verdicts.record import AssumedPolicy

__all__ = ["run"]

_Form: TypeAlias = Literal["text", "markdown", "json", "csv"]


def run(
    terminal: Terminal,
    *,
    standard: str,
    threshold: tuple[str, ...],
    facts: tuple[str, ...],
    on: str | None,
    assumed: Assumed,
    form: _Form,
    html: str | None,
    output: str | None,
) -> int:
    """Show how many wards come to what at each point of one threshold, or of two."""
    for name, given in (("--threshold", threshold), ("--facts", facts)):
        if not given:
            arguments = {"name": name, "command": "kieumau sweep"}
            raise UsageError(Diagnostic("KM-713", arguments=arguments))
    if html and output and real_path(html) == real_path(output):
        raise UsageError(Diagnostic("KM-719", arguments={"one": "--html", "other": "--output"}))
    chain = read_chain([standard])
    day = read_date(on) if on else None
    sources = read_sources(facts)
    for each in (html, output):
        refuse_output(each, [*(source.path for source in sources), Path(standard)])
    for source in sources:
        terminal.problems(source.notes)
    wards = [source.facts for source in sources]
    day = day or trial_date(terminal, chain, wards)
    tried = standard_of(chain, day, AssumedPolicy(assumed))
    dials = read_dials(threshold, tried.composed)
    found = sweep(tried, dials, wards, [source.name for source in sources])
    page = _html(found, terminal) if html else ""
    _show(terminal, found, form, output)
    if html:
        deliver(terminal, page, html)
    return 0


def _show(terminal: Terminal, found: Sweep, form: _Form, output: str | None) -> None:
    lang = terminal.lang
    if form == "json":
        deliver(terminal, sweep_json(found), output)
    elif form == "csv":
        deliver(terminal, sweep_csv(found), output)
    else:
        page = sweep_page(found, lang, tables=form == "markdown")
        deliver_page(terminal, page, output, markdown=form == "markdown")


def _html(found: Sweep, terminal: Terminal) -> str:
    from kieumau.render.html.sweep import sweep_html  # noqa: PLC0415 (extras)

    return sweep_html(found, terminal.lang)
