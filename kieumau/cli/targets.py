"""``kieumau targets``: a programme's targets, judged on a day."""

from pathlib import Path

from kieumau.cli.inputs import read_date, read_sources
from kieumau.cli.outputs import deliver, refuse_output
from kieumau.cli.pages import deliver_page
from kieumau.cli.terminal import Terminal
from kieumau.documents.files import real_path
from kieumau.errors import Diagnostic, UsageError
from kieumau.programme import InheritName, judge_targets
from kieumau.render.rendering import Format
from kieumau.render.targets_page import targets_page
from kieumau.standard import Assumed
from kieumau.verdicts.targets_report import TargetsReport

__all__ = ["run"]


def run(
    terminal: Terminal,
    *,
    standard: str,
    on: str | None,
    facts: tuple[str, ...],
    registry: str | None,
    statuses: str | None,
    inherit: InheritName,
    as_if: bool,
    assumed: Assumed,
    form: Format,
    html: str | None,
    output: str | None,
) -> int:
    """Judge the targets of a plugin and say how each stands, and why."""
    if on is None:
        arguments = {"name": "--on", "command": "kieumau targets"}
        raise UsageError(Diagnostic("KM-713", arguments=arguments))
    if html and output and real_path(html) == real_path(output):
        raise UsageError(Diagnostic("KM-719", arguments={"one": "--html", "other": "--output"}))
    day = read_date(on)
    sources = read_sources(facts)
    inputs = [Path(each) for each in (standard, registry, statuses) if each]
    for each in (html, output):
        refuse_output(each, [*(source.path for source in sources), *inputs])
    for source in sources:
        terminal.problems(source.notes)
    report = judge_targets(
        standard,
        [source.facts for source in sources],
        on=day,
        registry=registry,
        statuses=statuses,
        inherit=inherit,
        assumed=assumed,
        as_if=as_if,
    )
    page = _html(report, terminal) if html else ""
    _show(terminal, report, form, output)
    if html:
        deliver(terminal, page, html)
    return 0


def _show(terminal: Terminal, report: TargetsReport, form: Format, output: str | None) -> None:
    if form == "json":
        deliver(terminal, report.to_json(), output)
        return
    page = targets_page(report, terminal.lang)
    deliver_page(terminal, page, output, markdown=form == "markdown")


def _html(report: TargetsReport, terminal: Terminal) -> str:
    from kieumau.render.html.targets import targets_html  # noqa: PLC0415 (an extra)

    return targets_html(report, terminal.lang)
