"""``kieumau template``: an empty facts file for a standard, as YAML or as an Excel form."""

from datetime import date
from pathlib import Path

from kieumau.cli.inputs import read_standard_chain
from kieumau.cli.outputs import deliver, deliver_bytes, refuse_output
from kieumau.cli.terminal import Terminal
from kieumau.documents.workbooks.writing import needs_excel, workbook_bytes
from kieumau.errors import Diagnostic, UsageError
from kieumau.plugins.composed import Composed
from kieumau.render.facts_form import FormLayout, facts_form
from kieumau.render.standard_template import facts_template
from kieumau.rules.facts import NO_PROVINCE, NO_WARD, Ward
from kieumau.rules.periods import Period
from kieumau.standard import standard_of
from kieumau.wording import Text

__all__ = ["run"]


def run(
    terminal: Terminal,
    *,
    standard: str,
    on: str | None,
    ward: str | None,
    name: str | None,
    province: str | None,
    form: str | None,
    layout: str | None,
    output: str | None,
) -> int:
    """Write an empty facts file, in the form asked for or as the output's name says."""
    refuse_output(output, [Path(standard)])
    excel = form == "xlsx" or (form is None and _is_workbook(output))
    if layout and not excel:
        arguments: dict[str, str | int | Text] = {"one": "--layout", "other": "--format yaml"}
        raise UsageError(Diagnostic("KM-719", arguments=arguments))
    if excel:
        needs_excel()
    chain, day = read_standard_chain(standard, on)
    found = standard_of(chain, day)
    period = Period.year_of(day, found.composed.valid)
    place = province or _province(found.composed, period.last)
    if excel:
        if output is None:
            raise UsageError(Diagnostic("KM-769"))
        known = Ward(ward or "", name or "", "" if place == NO_PROVINCE else place)
        shape = FormLayout(layout or FormLayout.MEASURES)
        sheets = facts_form(
            found.composed, found.record, shape, terminal.lang, ward=known, period=period
        )
        title = found.record.title.say(terminal.lang)
        deliver_bytes(terminal, workbook_bytes(sheets, title), output)
        return 0
    unit = Ward(ward or NO_WARD, name or "", place)
    text = facts_template(found.composed, found.record, unit, period, terminal.lang)
    deliver(terminal, text, output)
    return 0


def _is_workbook(output: str | None) -> bool:
    return output is not None and Path(output).suffix.lower() == ".xlsx"


def _province(composed: Composed, last: date) -> str:
    """Return the code of the only province the standard is for on a day."""
    codes = {
        scope.code
        for manifest, _ in composed.plugins
        for scope in manifest.provinces
        if last in scope.valid
    }
    return codes.pop() if len(codes) == 1 else NO_PROVINCE
