"""``kieumau template``: an empty facts file for a standard."""

from datetime import date, timedelta

from kieumau.cli.inputs import read_standard_chain
from kieumau.cli.outputs import deliver, refuse_output
from kieumau.cli.terminal import Terminal
from kieumau.plugins.composed import Composed
from kieumau.render.standard_template import facts_template
from kieumau.rules.facts import Ward
from kieumau.rules.periods import Period
from kieumau.standard import standard_of

__all__ = ["run"]

_NO_WARD, _NO_PROVINCE = "00000", "00"


def run(
    terminal: Terminal,
    *,
    standard: str,
    on: str | None,
    ward: str | None,
    name: str | None,
    province: str | None,
    form: str,
    output: str | None,
) -> int:
    """Write an empty facts file: one file is one ward and one period."""
    del form  # there is one so far
    refuse_output(output)
    chain, day = read_standard_chain(standard, on)
    found = standard_of(chain, day)
    period = _period(found.composed)
    unit = Ward(ward or _NO_WARD, name or "", province or _province(found.composed, period.last))
    text = facts_template(found.composed, found.record, unit, period, terminal.lang)
    deliver(terminal, text, output)
    return 0


def _period(composed: Composed) -> Period:
    """Return the year that holds the date, ended early where the standard is not valid so long."""
    year, valid = composed.on.year, composed.valid
    last = date(year, 12, 31)
    if last not in valid and valid.until:
        last = valid.until - timedelta(days=1)
    return Period(date(year, 1, 1), last)


def _province(composed: Composed, last: date) -> str:
    """Return the code of the only province the standard is for on a day."""
    codes = {
        scope.code
        for manifest, _ in composed.plugins
        for scope in manifest.provinces
        if last in scope.valid
    }
    return codes.pop() if len(codes) == 1 else _NO_PROVINCE
